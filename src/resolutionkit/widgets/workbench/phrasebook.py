"""The phrase picker: openers with their counts, and a new paragraph that begins with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resolutionkit.language import _
from resolutionkit.widgets.workbench.edit import insert_paragraph
from resolutionkit.widgets.workbench.page_html import html
from resolutionkit.widgets.workbench.phrases import Phrase, paragraph_from, phrases, set_phrases, told

if TYPE_CHECKING:
    from resolutionkit.widgets.workbench.bench import Workbench


class Phrasebook:
    """Offers openers in the language of the draft and puts paragraphs into it."""

    def __init__(self, bench: Workbench) -> None:
        self.bench = bench
        self.page = page = bench.page
        self._language = "en"
        self._phrases: dict[str, Phrase] = {}
        page.part.observe(bench.on(self._part_changed), "value")
        page.opener.on_change(bench.on(self._tell_opener))
        page.phrase.on_change(bench.on(self._write_phrase))
        page.insert.on_click(bench.on_settled(self._insert))

    def offer(self, language: str) -> None:
        """Offer the openers of one language, and the places that the draft has."""
        page, part, draft = self.page, self.page.part.value, self.bench.view.resolution
        offered = {phrase.name: phrase for phrase in phrases(language, part)}
        if offered != self._phrases:
            self._phrases, self._language = offered, language
            page.opener.offer({name: name for name in offered})
            self._tell_opener()
            page.phrase.offer({name: name for name in set_phrases(language, part)})
        end = _("at the end of the preamble") if part == "preamble" else _("at the end of the operative part")
        own = () if draft is None else draft.preamble if part == "preamble" else draft.operative
        page.place.field.placeholder = end
        page.place.offer({end: ""} | {_("after {label}").format(label=p.label): p.label for p in own})

    def _part_changed(self) -> None:
        self.bench.flush()
        self.offer(self._language)

    def _tell_opener(self) -> None:
        phrase = self._phrases.get(self.page.opener.value)
        said = _("The number behind an opener says how many paragraphs of adopted resolutions begin with it.")
        self.page.about.value = html("quiet", told(phrase, self._language) if phrase else said)

    def _write_phrase(self) -> None:
        page = self.page
        if words := set_phrases(self._language, page.part.value).get(page.phrase.value):
            page.rest.value = f"{page.rest.value} {words}".strip()
            page.phrase.field.value = ""
            page.rest.focus()

    def _insert(self) -> None:
        page = self.page
        phrase = self._phrases.get(page.opener.value)
        opener = phrase.opener if phrase else page.opener.field.value.strip()
        if not opener:
            page.about.value = html("note", _("Choose an opener first, or write one."))
            page.opener.field.focus()
            return
        self.bench.flush()
        paragraph = paragraph_from(opener, page.rest.value)
        text, resolution = self.bench.text, self.bench.view.resolution
        changed = insert_paragraph(text, resolution, paragraph, page.part.value, page.place.value)
        page.rest.value = ""
        self.bench.put(*changed)
