"""A draft as the rules look at it: which paragraphs they may judge, and what the reader had joined."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from resolutionkit.document.grammar.citations import Reference, citations_in
from resolutionkit.document.grammar.final_marks import INTRODUCES, MARKS
from resolutionkit.document.grammar.verbs import Part
from resolutionkit.document.model import Paragraph, Resolution, Span, Table
from resolutionkit.drafting.review.opening import Opening, opening_of
from resolutionkit.drafting.review.repeats import Repeated, taken_apart
from resolutionkit.drafting.review.usage import entries, words_of

_QUOTES = tuple('“„«"‘')
_QUOTED = [re.compile(pattern) for pattern in (r"„[^“\n]*“?", r"“[^”\n]*”?", r"\"[^\"\n]*\"")]
_PREAMBULAR = re.compile(r"(?:^|\.)PP\d")
_NOISE = re.compile(r"[*_⁰¹²³⁴⁵⁶⁷⁸⁹]|\[\^\d+\]")
_ITEM = re.compile(r"\(?[a-z]{1,3}\) ")
_WITHIN_WORD = re.compile(r"(?<=[\w‑–-])[^\W_]")


class Found(NamedTuple):
    """Where a draft breaks a rule, and what the card's message needs to say so."""

    place: Paragraph
    """A paragraph, or what stands for the title, the organ line, the start and the end of a draft."""
    span: Span
    replacement: str | None = None
    """What should stand in place of the span, if that mends it; the message calls it ``{better}``."""
    facts: Mapping[str, object] = {}
    """What else the message names; ``{found}`` is the text of the span unless it stands here."""


Check = Callable[["Draft"], Iterator[Found]]
"""Finds where a draft breaks one rule."""


class Draft:
    """What the rules need to know of a resolution, looked up once.

    The paragraphs of a declaration ("Resolves that:", then full sentences) and quoted amendments
    follow rules of their own: ``preamble`` and ``operative`` leave them out.
    """

    def __init__(self, resolution: Resolution, source: str = "") -> None:
        self.resolution = resolution
        self.source = source
        """The text as somebody wrote it, where there is one: it alone says how sub-paragraphs were marked."""
        self.language = resolution.language
        self.sectioned = [p for p in resolution.operative if _PREAMBULAR.search(p.label)]
        """Preambular paragraphs that stand in sections of the operative part."""
        self.body = body = [p for p in resolution.operative if not _PREAMBULAR.search(p.label)]
        """All operative paragraphs."""
        preamble, free = resolution.preamble, body
        if (
            len(body) > 1
            and body[0].number is None
            and body[1].number is not None
            and body[0].text.endswith(INTRODUCES)
        ):
            free = [replace(body[0], items=())]  # "Adopts the following declaration:"
        elif body and preamble:
            *others, last = preamble
            if last.text.endswith(INTRODUCES) and self.is_operative(last.text):  # "Resolves that:", read as preamble
                preamble, free = tuple(others), []
        self.preamble = [p for p in (*preamble, *self.sectioned) if not p.text.startswith(_QUOTES)]
        self.operative = [p for p in free if not p.text.startswith(_QUOTES)]
        self.parts: dict[Part, list[Paragraph]] = {"preamble": self.preamble, "operative": self.operative}
        self.tops = [*self.preamble, *self.operative]
        """The preambular and operative paragraphs that may be judged, without sub-paragraphs."""
        *_, self.last = (None, *(p for top in body for p in top.walk()))
        """The paragraph or sub-paragraph with which the resolution ends."""
        self.all = [p for top in (*resolution.preamble, *resolution.operative) for p in top.walk()]
        """All paragraphs in order, sub-paragraphs included, whether or not they may be judged."""
        self.title, self.organ = Paragraph("title", text=resolution.title), Paragraph("organ", text=resolution.organ)
        self.start, self.end = Paragraph("start"), Paragraph("end")
        self.whole = "".join(f"\n{p.text}" for p in self.all)
        """The text of all paragraphs, each behind the sign for a new line."""
        self._starts = list(accumulate((len(p.text) + 1 for p in self.all), initial=1))

    @cached_property
    def _labels(self) -> dict[str, set[str]]:
        unjoined = {top.label for top in self.tops} - {paragraph.label for paragraph, _at in self.joints}
        return {"judged": {each.label for top in self.tops for each in top.walk()}, "unjoined": unjoined}

    @cached_property
    def unquoted(self) -> str:
        """The whole with dots in place of what stands in quotation marks: titles are no words of the draft."""
        text = self.whole
        for quoted in _QUOTED:
            text = quoted.sub(lambda found: "·" * len(found[0]), text)
        return text

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the whole, each once."""
        return frozenset[str]().union(*(words_of(p.text) for p in self.all))

    def at(self, span: Span) -> tuple[Paragraph, Span]:
        """Where a span of the whole stands: the paragraph, and the span in its text."""
        begin, end = span
        i = bisect_right(self._starts, begin) - 1
        return self.all[i], (begin - self._starts[i], end - self._starts[i])

    def find(self, pattern: re.Pattern[str], where: str = "text") -> Iterator[tuple[Paragraph, re.Match[str], Span]]:
        """Yield where a pattern stands: place, match, and the span of its group ``found``, if it has one.

        In the "text", in what of it may be "judged", in the paragraphs that the reader left "unjoined", and in the "whole",
        to which quotations belong, it begins where a word begins.
        It may also stand at the "end" of a paragraph; at the beginning of those of the "preamble" or the "operative" part
        or of "sub-paragraphs"; and at that of the "title", the "organ" line, or any of the "lines" around the draft.
        """
        group = "found" if "found" in pattern.groupindex else 0
        if where in ("text", "judged", "unjoined", "whole"):
            text = self.whole if where == "whole" else self.unquoted
            for match in pattern.finditer(text):
                paragraph, span = self.at(match.span(group))
                looked_at = where in ("text", "whole") or paragraph.label in self._labels[where]
                if looked_at and not _WITHIN_WORD.match(text, match.start()):
                    yield paragraph, match, span
        elif where == "end":
            for paragraph in self.all:
                if ends := pattern.search(paragraph.text, paragraph.text.rfind(" ")):  # the last word with its mark
                    yield paragraph, ends, ends.span(group)
        else:
            for place in self.places(where):
                if begins := pattern.match(place.text):
                    yield place, begins, begins.span(group)
            around = {"lines": (*self.resolution.cover, *self.resolution.closing)}
            for line in around.get(where, ()):
                if begins := pattern.match(line.lstrip("*_ ")):
                    yield self.start, begins, (0, 0)

    def places(self, where: str) -> list[Paragraph]:
        """The paragraphs of one part, the sub-paragraphs of lists, the organ line or the title."""
        items = [item for _, items in self.plain_lists for item in items]
        parts = {"sub-paragraphs": items, "preamble": self.preamble, "operative": self.operative, "organ": [self.organ]}
        return parts.get(where, [self.title])

    @cached_property
    def usage(self) -> list[tuple[str, Paragraph, Span, str]]:
        """What ``data/usage.toml`` holds of the draft: name of the table, place, what to write."""
        found: list[tuple[str, Paragraph, Span, str]] = []
        taken = set[int]()
        for entry in (each for each in entries(self.language) if each.words.issubset(self.vocabulary)):
            for match in entry.pattern.finditer(self.unquoted):
                if taken.isdisjoint(range(*match.span())):
                    taken.update(range(*match.span()))
                    found.append((entry.table, *self.at(match.span()), entry.better))
        return found

    @cached_property
    def before_table(self) -> set[str]:
        """Labels of paragraphs that a table, a heading or quoted text follows: any final mark may be right."""
        tables = {p.label: [isinstance(thing, Table) for thing in p.above] for p in self.all}
        found = {p.label for p in self.all if any(isinstance(thing, Table) for thing in p.below)}
        found |= {this.label for this, following in pairwise(self.all) if any(tables[following.label])}
        for this, following in pairwise((*self.resolution.preamble, *self.resolution.operative)):
            if any(tables[following.label]) or following.text.startswith(_QUOTES):
                found |= {p.label for p in this.walk()}
        return found

    @cached_property
    def openings(self) -> list[Opening]:
        """How each preambular and operative paragraph begins, those included that the reader joined to the one before."""
        preamble = {p.label for p in self.preamble}
        joints = [(p, at) for p, at in self.joints if p.label in preamble]
        if not all(p.text[:at].rstrip().endswith((*MARKS, "”", "“")) for p, at in joints):
            joints = []  # pages were cut in mid-sentence: no joint says that an opener was not known as one
        begins: list[tuple[Part, Paragraph, int]] = [(part, p, 0) for part, tops in self.parts.items() for p in tops]
        begins += [("preamble", p, at) for p, at in joints]
        return [opening_of(p, at, part, self.language) for part, p, at in begins]

    def is_operative(self, text: str) -> bool:
        """Say whether a text begins as operative paragraphs do."""
        kind = opening_of(Paragraph("", text=text), 0, "operative", self.language).kind
        return kind in ("right", "listed")

    @cached_property
    def repeated(self) -> dict[Part, list[Repeated]]:
        """The openers of both parts, taken apart."""
        return {part: [taken_apart(p, self.language) for p in paragraphs] for part, paragraphs in self.parts.items()}

    def neighbours(self, part: Part) -> Iterator[tuple[Repeated, Repeated]]:
        """Yield neighbours with the same verb."""
        for before, this in pairwise(self.repeated[part]):
            if this.verb and this.verb == before.verb and not this.paragraph.above:
                yield before, this

    @cached_property
    def citations(self) -> list[tuple[Paragraph, Reference, bool]]:
        """The resolutions of the General Assembly that paragraphs cite, and whether for the first time."""
        seen = {citation.symbol for citation in citations_in(self.resolution.title)}
        found = []
        for paragraph in self.all:
            for citation in _of_the_assembly(paragraph.text, self.resolution.organ):
                found.append((paragraph, citation, citation.symbol not in seen))
                seen.add(citation.symbol)
        return found

    @cached_property
    def lists(self) -> list[tuple[Paragraph, list[Paragraph]]]:
        """Each paragraph that has marked sub-paragraphs, with them; text between them makes it no plain list."""
        paragraphs = (p for top in self.tops for p in top.walk() if p.items)
        return [(p, list(p.items)) for p in paragraphs if all(item.marker for item in p.items)]

    @cached_property
    def plain_lists(self) -> list[tuple[Paragraph, list[Paragraph]]]:
        """The lists without those of which the reader joined items."""
        joined = {p.label.partition("(")[0] for p, _ in self.joined_items}
        return [(p, items) for p, items in self.lists if p.label.partition("(")[0] not in joined]

    @cached_property
    def joined_items(self) -> list[tuple[Paragraph, int]]:
        """Joints at which a sub-paragraph begins: "to act (b) To speak;"."""
        return [(p, at) for p, at in self.joints if _ITEM.match(p.text, at)]

    @cached_property
    def joints(self) -> list[tuple[Paragraph, int]]:
        """Where the reader joined two blocks of text to one paragraph: the paragraph, and where its second half begins."""
        by_label = {p.label: p for p in self.all}
        found = []
        for assumption in self.resolution.assumptions:
            if assumption.kind == "page-break" and assumption.label in by_label:
                before, _, after = _NOISE.sub("", assumption.detail).partition(" | ")
                halves = f"{before} {after}"
                leaf = next((p for p in by_label[assumption.label].walk() if halves in p.text), None)
                if before and after and leaf:
                    found.append((leaf, leaf.text.find(halves) + len(before) + 1))
        return found


@lru_cache(maxsize=2000)  # who writes a draft changes one paragraph, and has all of them reviewed
def _of_the_assembly(text: str, speaker: str) -> list[Reference]:
    """The resolutions of the General Assembly that a text cites."""
    cited = citations_in(text, speaker)
    return [each for each in cited if each.symbol.startswith("A/RES/")]
