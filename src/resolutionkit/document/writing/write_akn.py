"""Writes a resolution as AKN4UN XML, valid against the OASIS schema of Akoma Ntoso 3.0; the elements stand in ``templates/akn.xml``."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile
from xml.sax import saxutils

from jinja2 import Environment, Template
from markupsafe import Markup, escape

from resolutionkit.document.grammar.dates import date_in
from resolutionkit.document.model import Footnote, Paragraph, Reference, Resolution, Span, only_resolutions
from resolutionkit.document.reading.read_akn import LANGUAGES
from resolutionkit.document.writing.html_inline import pieces, templates
from resolutionkit.document.writing.write_text import number_of

_CODES = {two: three for three, two in reversed(LANGUAGES.items())}
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML cannot hold
_UNNUMBERED = re.compile(r'eId="(\w+)_#"')
_ADDRESS = "/akn/un/"
_LINK = Markup('<ref href="{}">{}</ref>')
_SPAN = Markup('<span class="{}">{}</span>')


def to_akn(resolution: Resolution) -> str:
    """Write a resolution as AKN4UN XML, which :func:`resolutionkit.load` reads.

    Paragraphs are nested with their sub-paragraphs, footnotes stand as ``authorialNote`` at their marks, cited
    documents are ``ref``, openers are in italics; a resolution in parts is a ``documentCollection``. It carries neither
    what the reader assumed nor where a table stands in an annex, whose paragraphs are all plain there.

    >>> to_akn(Resolution(title="Test", operative=(Paragraph("OP1", text="Decides to rest."),)))[:38]
    "<?xml version='1.0' encoding='UTF-8'?>"
    """
    only_resolutions(resolution)
    view = _View(resolution)
    written = _template().render(res=resolution, view=view)
    written = _UNNUMBERED.sub(lambda found: f'eId="{found[1]}_{view.count(found[1])}"', written)
    # Templates escape quotation marks everywhere; XML asks for that in attributes only, which ``attribute`` writes.
    return FORBIDDEN.sub("", written).replace("&#34;", '"').replace("&#39;", "'") + "\n"


@cache
def _template() -> Template:
    of_xml = Environment(loader=templates().loader, autoescape=True)
    of_xml.filters["attribute"] = _attribute
    of_xml.globals |= {
        "code_of": lambda language: _CODES.get(language, "und"),
        "day_in": date_in,
        "drafts_in": _drafts_in,
        "meeting_number": lambda line: found[0] if (found := re.search(r"\d+", line)) else line,
        "nested": lambda items: [*takewhile(_nests, items)],
        "number_of": number_of,
        "slug": lambda marker: re.sub(r"[\W_]", "-", marker),
        "unplaced": _unplaced,
    }
    return of_xml.get_template("akn.xml")


def _attribute(value: object) -> Markup:
    return Markup(saxutils.escape(str(value), {'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"}))


class _View:
    """What the template asks about one resolution: its inline text, the ids of its elements."""

    def __init__(self, whole: Resolution) -> None:
        self.language = whole.language
        self._counts: Counter[str] = Counter()  # how often each id was given
        self._references: defaultdict[tuple[str, int | None], list[Reference]] = defaultdict(list)
        for reference in whole.references:
            self._references[reference.label, reference.footnote].append(reference)
        own = Resolution(organ=whole.organ, preamble=whole.preamble, operative=whole.operative)
        parts = (*([own] if own.preamble or own.operative else []), *whole.parts)
        self.parts = [replace(part, language=part.language or whole.language) for part in parts]

    def count(self, stem: str) -> int:
        self._counts[stem] += 1
        return self._counts[stem]

    def unique(self, name: str) -> str:
        times = self.count(name)
        return name if times == 1 else f"{name}__{times}"

    def speak(self, part: Resolution) -> str:
        """Write markers from here on as the language of a part does."""
        self.language = part.language
        return ""

    def marker(self, item: Paragraph) -> str:
        return f"{item.marker})" if self.language == "de" else f"({item.marker})"

    def inline(
        self,
        text: str,
        openers: Sequence[Span] = (),
        italics: Sequence[Span] = (),
        notes: Sequence[Footnote] = (),
        of: tuple[str, int | None] = ("", None),
    ) -> Markup:
        """Write the text ``of`` a paragraph or a footnote in it; where spans overlap, italics win over references."""
        looks = [(a, b, "italic opener") for a, b in openers] + [(a, b, "italic") for a, b in italics]
        for reference in self._references[of]:
            start, end = reference.span
            clear = all(end <= a or start >= b for a, b, _look in looks)
            if clear and not any(start < (note.position or 0) < end for note in notes):
                looks.append((start, end, _ADDRESS + reference.symbol.replace(" ", "")))
        out: list[str] = []
        for words, covering, behind in pieces(text, looks, [(note.position, self._note(note)) for note in notes]):
            piece = escape(words)
            if words and covering:
                look = max(covering, key=len)  # an opener is in italics as well
                is_link = look.startswith(_ADDRESS)
                piece = _LINK.format(look, piece) if is_link else _SPAN.format(look, piece)
            out += [piece, *behind]
        return Markup("".join(out))

    def _note(self, note: Footnote) -> str:
        inside = self.inline(note.text, italics=note.italics, of=(note.label, note.number))
        return f'<authorialNote marker="{note.number}" placement="bottom" eId="authorialNote_#"><p>{inside}</p></authorialNote>'


def _nests(item: Paragraph) -> bool:
    """Whether a list can hold a sub-paragraph; headings, tables and text without a letter stand between lists."""
    return item.marker is not None and not item.above and not item.below and all(map(_nests, item.items))


def _unplaced(resolution: Resolution) -> list[Footnote]:
    """Footnotes whose marks stand nowhere in the text."""
    texts = [*resolution.paragraphs, *(p for annex in resolution.annexes for p in annex.paragraphs)]
    placed = {note for top in texts for paragraph in top.walk() for note in paragraph.footnotes}
    front = ("title", "organ") if resolution.organ else ("title",)
    return [note for note in resolution.footnotes if note not in placed and note.label not in front]


def _drafts_in(line: str, drafts: Sequence[str]) -> tuple[str, str, str] | None:
    """Part the line "[on … (A/75/L.20 and Add.1)]" before the first draft that it names, and behind the last."""
    named = [draft for draft in drafts if draft in line]
    if not named or not line.startswith("["):
        return None
    begin, end = line.index(named[0]), line.rindex(named[-1]) + len(named[-1])
    return line[:begin], line[begin:end], line[end:]
