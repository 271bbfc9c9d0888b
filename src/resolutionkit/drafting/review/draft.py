"""A draft as the rules look at it: which paragraphs they may judge, and what the reader had joined."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from resolutionkit.document.grammar.citations import Citation, citations_in
from resolutionkit.document.grammar.dates import MONTH
from resolutionkit.document.grammar.final_marks import MARKS
from resolutionkit.document.grammar.openers import opens_preamble
from resolutionkit.document.model import Paragraph, Resolution, Span, Table
from resolutionkit.drafting.review.opening import Opening, opening_of
from resolutionkit.drafting.review.usage import usage_in

Place = Paragraph | str
"""A paragraph, or "title", "organ", "start", "end" for what is none."""
_QUOTES = tuple('“„«"‘')
_QUOTED = re.compile(r"[“„\"](?:(?<=“)[^”\n]*”?|(?<=„)[^“\n]*“?|(?<=\")[^\"\n]*\")")
_WORD = re.compile(r"\w+")
_PREAMBULAR = re.compile(r"(?:^|\.)PP\d")
_NOISE = re.compile(r"[*_⁰¹²³⁴⁵⁶⁷⁸⁹]|\[\^\d+\]")
_ITEM = re.compile(r"\(?[a-z]{1,3}\) ")


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
        body = resolution.operative
        self.sectioned = [p for p in body if _PREAMBULAR.search(p.label)]
        """Preambular paragraphs that stand in sections of the operative part."""
        self.body = [p for p in body if not _PREAMBULAR.search(p.label)]
        """All operative paragraphs."""
        preamble, free = self._without_declaration(resolution.preamble)
        self.preamble = [p for p in (*preamble, *self.sectioned) if not p.text.startswith(_QUOTES)]
        self.operative = [p for p in free if not p.text.startswith(_QUOTES)]
        self.last = list(self.body[-1].walk())[-1] if self.body else None
        """The paragraph or sub-paragraph with which the resolution ends."""

    def _without_declaration(self, preamble: Sequence[Paragraph]) -> tuple[Sequence[Paragraph], list[Paragraph]]:
        """Leave out what follows "Adopts the following declaration:" or "Resolves that:"; such words may be read as preamble."""
        body = self.body
        if len(body) > 1 and body[0].number is None and body[0].text.endswith(":") and body[1].number is not None:
            return preamble, body[:1]
        if (
            body
            and preamble
            and preamble[-1].text.endswith(":")
            and not preamble[-1].items
            and self.is_operative(preamble[-1].text)
        ):
            return preamble[:-1], []
        return preamble, body

    @cached_property
    def all(self) -> list[Paragraph]:
        """All paragraphs in order, sub-paragraphs included, whether or not they may be judged."""
        return [p for top in (*self.resolution.preamble, *self.resolution.operative) for p in top.walk()]

    @cached_property
    def whole(self) -> str:
        """The text of all paragraphs, a line each."""
        return "\n".join(p.text for p in self.all)

    @cached_property
    def words(self) -> list[str]:
        """All words of the text."""
        return _WORD.findall(self.whole)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Each of them once."""
        return frozenset(self.words)

    @cached_property
    def unquoted(self) -> str:
        """The same with dots in place of what stands in quotation marks: titles are no words of the draft."""
        return _QUOTED.sub(lambda quoted: "·" * len(quoted[0]), self.whole)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(p.text) + 1 for p in self.all), initial=0))

    def _at(self, span: Span) -> tuple[Paragraph, Span]:
        """Where a span of the whole stands."""
        i = bisect_right(self._starts, span[0]) - 1
        start = self._starts[i]
        return self.all[i], (span[0] - start, span[1] - start)

    def find(
        self, pattern: re.Pattern[str], where: str = "text", *, quoted: bool = False
    ) -> Iterator[tuple[Paragraph, re.Match[str], Span]]:
        """Yield where a pattern stands in the text, or at the beginning of the paragraphs of one part.

        In the text it begins where a word begins, never within one, and outside quotation marks unless ``quoted``.
        The span is that of its group ``found``, if it has one.
        """
        group = "found" if "found" in pattern.groupindex else 0
        if where == "text":
            text = self.whole if quoted else self.unquoted
            for match in pattern.finditer(text):
                if not _within_word(text, match.start()):
                    paragraph, span = self._at(match.span(group))
                    yield paragraph, match, span
            return
        for paragraph in self.preamble if where == "preamble" else self.operative:
            if opens := pattern.match(paragraph.text):
                yield paragraph, opens, opens.span(group)

    @cached_property
    def usage(self) -> list[tuple[str, Paragraph, Span, str]]:
        """What ``data/usage.toml`` holds of the draft: name of the table, place, what to write."""
        hits = usage_in(self.unquoted, self.language, self.vocabulary)
        return [(name, *self._at(match.span()), better) for name, match, better in hits]

    @cached_property
    def _positions(self) -> dict[str, int]:
        labels = ["start", "title", "organ", *(p.label for p in self.all), "end"]
        return {label: i for i, label in enumerate(labels)}

    def position(self, place: Place) -> int:
        """Return how far down a place stands, for sorting."""
        return self._positions[place.label if isinstance(place, Paragraph) else place]

    def text_of(self, place: Place) -> str:
        """Return the text that a span at this place counts in."""
        if isinstance(place, Paragraph):
            return place.text
        return {"title": self.resolution.title, "organ": self.resolution.organ}.get(place, "")

    @cached_property
    def before_table(self) -> set[str]:
        """Labels of paragraphs that a table, a heading or quoted text follows: any final mark may be right."""
        tops = self.resolution.operative
        found = {p.label for p in self.all if any(isinstance(thing, Table) for thing in p.below)}
        for this, following in pairwise(tops):
            if any(isinstance(thing, Table) for thing in following.above) or following.text.startswith(_QUOTES):
                found |= {p.label for p in this.walk()}
        return found

    @cached_property
    def openings(self) -> list[Opening]:
        """How each preambular and operative paragraph begins, those included that the reader joined to the one before."""
        found = [opening_of(p, 0, "preamble", self.language) for p in self.preamble]
        found += [opening_of(p, 0, "operative", self.language) for p in self.operative]
        found += [opening_of(p, at, "preamble", self.language) for p, at in self.swallowed]
        return found

    @cached_property
    def joints(self) -> list[tuple[Paragraph, int]]:
        """Where the reader joined two blocks of text to one paragraph: the paragraph, and where its second half begins."""
        return list(self._joints())

    @cached_property
    def citations(self) -> list[tuple[Paragraph, Citation, bool]]:
        """The resolutions of the General Assembly that paragraphs cite, and whether for the first time."""
        seen = {citation.symbol for citation in citations_in(self.resolution.title)}
        found = []
        for paragraph in self.all:
            for citation in citations_in(paragraph.text, self.resolution.organ):
                if citation.kind == "resolution" and citation.symbol.startswith("A/RES/"):
                    found.append((paragraph, citation, citation.symbol not in seen))
                    seen.add(citation.symbol)
        return found

    @cached_property
    def swallowed(self) -> list[tuple[Paragraph, int]]:
        """Joints in the preamble at which a paragraph of its own may begin, because its opener was not known as one.

        Where any joint of the document stands in mid-sentence, pages were cut and no joint says anything.
        """
        preamble = {p.label for p in self.preamble}
        found = [(p, at) for p, at in self.joints if p.label in preamble]
        return found if all(p.text[:at].rstrip().endswith((*MARKS, "”", "“")) for p, at in found) else []

    @cached_property
    def strays(self) -> list[Paragraph]:
        """Preambular paragraphs among the operative ones: without a number, with a comma at their end."""
        items = (item for top in self.body for item in top.items if item.marker is None and item.text.endswith(","))
        return [item for item in items if opens_preamble(item.text, self.language)]

    def is_operative(self, text: str) -> bool:
        """Say whether a text begins as operative paragraphs do."""
        return bool(text) and opening_of(Paragraph("", text=text), 0, "operative", self.language).kind == "right"

    @cached_property
    def lists(self) -> list[tuple[Paragraph, list[Paragraph]]]:
        """Each paragraph that has marked sub-paragraphs, with them; text between them makes it no plain list."""
        tops = [top for top in (*self.preamble, *self.operative) if top.items]
        found = ((p, [item for item in p.items if item.marker]) for top in tops for p in top.walk() if p.items)
        return [(p, items) for p, items in found if items and len(items) == len(p.items)]

    @cached_property
    def joined_items(self) -> list[tuple[Paragraph, int]]:
        """Joints at which a sub-paragraph begins: "to act (b) To speak;"."""
        return [(p, at) for p, at in self.joints if _ITEM.match(p.text, at)]

    @cached_property
    def next_numbers(self) -> list[tuple[Paragraph, int]]:
        """Where the text of a paragraph runs on into the next number: "to act 3. Requests", its final mark being lost."""
        found = []
        numbers = {p.number for p in self.body}
        for paragraph in self.operative:
            if paragraph.number is not None and paragraph.number + 1 not in numbers:
                match = re.search(rf"(?<=\w) {paragraph.number + 1}\. (?=[^\W\d_])", paragraph.text)
                if match and not MONTH.match(paragraph.text, match.end()):
                    found.append((paragraph, match.start()))
        return found

    @cached_property
    def before_section(self) -> set[str]:
        """Labels of paragraphs with which a section ends: they may end like the whole."""
        return {this.label for this, following in pairwise(self.body) if following.number == 1}

    def _joints(self) -> Iterator[tuple[Paragraph, int]]:
        by_label = {p.label: p for p in self.all}
        for assumption in self.resolution.assumptions:
            if assumption.kind != "page-break" or assumption.label not in by_label:
                continue
            paragraph = by_label[assumption.label]
            before, _, after = _NOISE.sub("", assumption.detail).partition(" | ")
            for leaf in paragraph.walk():
                at = leaf.text.find(f"{before} {after}") if before and after else -1
                if at >= 0:
                    yield leaf, at + len(before) + 1
                    break


def _within_word(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    return text[at : at + 1].isalnum() and (before.isalnum() or before in ("-", "‑", "–", "_"))
