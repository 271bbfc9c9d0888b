"""The phrase picker: openers with their counts, and a new paragraph that begins with one."""

from __future__ import annotations

from collections.abc import Callable

from resolutionkit.document.model import Resolution, Span
from resolutionkit.widgets.workbench import drafts
from resolutionkit.widgets.workbench import sayings as tell
from resolutionkit.widgets.workbench.page import Page


class Phrasebook:
    """Offers openers in the language of the draft and puts paragraphs into it.

    ``draft`` gives text and resolution as they are now; ``change`` puts another text into the editor.

    >>> at_once = lambda act: lambda *_: act()
    >>> book = Phrasebook(Page(None), at_once, at_once, lambda: ("", None), lambda text, here: print(text))
    >>> book.offer(None, "en"); book.page.opener.field.value = "Noting"; book.page.insert.click()
    *Noting* […],
    <BLANKLINE>
    """

    def __init__(
        self,
        page: Page,
        does: Callable[[Callable[[], None]], Callable[..., None]],
        does_soon: Callable[[Callable[[], None]], Callable[..., None]],
        draft: Callable[[], tuple[str, Resolution | None]],
        change: Callable[[str, Span | None], None],
    ) -> None:
        self.page = page
        self._draft = draft
        self._change = change
        self._language = "en"
        self._phrases: dict[str, drafts.Phrase] = {}
        page.part.observe(does(self._part_changed), "value")
        page.opener.on_change(does(self._tell_opener))
        page.insert.on_click(does_soon(self._insert))

    def offer(self, resolution: Resolution | None, language: str) -> None:
        """Offer the openers of one language, and the places that a draft has."""
        page = self.page
        phrases = {phrase.name: phrase for phrase in drafts.phrases(language, page.part.value)}
        if phrases != self._phrases:
            self._phrases, self._language = phrases, language
            page.opener.offer({name: name for name in phrases})
            self._tell_opener()
        places = tell.places(resolution, page.part.value)
        page.place.field.placeholder = next(iter(places))
        page.place.offer(places)

    def _part_changed(self) -> None:
        self.offer(self._draft()[1], self._language)

    def _tell_opener(self) -> None:
        self.page.about.value = tell.opener(self._phrases.get(self.page.opener.value), self._language)

    def _insert(self) -> None:
        page = self.page
        phrase = self._phrases.get(page.opener.value)
        opener = phrase.opener if phrase else page.opener.field.value.strip()
        if not opener:
            page.about.value = tell.no_opener()
            page.opener.field.focus()
            return
        text, resolution = self._draft()
        paragraph = drafts.paragraph_from(opener, page.rest.value)
        changed = drafts.insert_paragraph(text, resolution, paragraph, page.part.value, page.place.value)
        page.rest.value = ""
        self._change(*changed)
