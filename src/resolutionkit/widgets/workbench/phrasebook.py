"""The phrase picker: openers with how often adopted resolutions use them, and a new paragraph that begins with one."""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from resolutionkit.language import _
from resolutionkit.tables import rows
from resolutionkit.widgets.workbench.edit import Part, insert_paragraph
from resolutionkit.widgets.workbench.view import html

if TYPE_CHECKING:
    from resolutionkit.widgets.workbench.bench import Workbench


class Phrase(NamedTuple):
    """An opener."""

    opener: str
    paragraphs: int
    """In how many paragraphs of adopted resolutions it stands."""
    resolutions: int
    pairs: tuple[tuple[str, int], ...]
    """What stands for it in the other language, and in how many paragraphs; the most frequent first."""

    @property
    def name(self) -> str:
        """The opener with its count and its counterpart, in one line."""
        pair = f" · {self.pairs[0][0]}" if self.pairs else ""
        return f"{self.opener} · {self.paragraphs}{pair}"


@cache
def phrases(language: str, part: Part) -> tuple[Phrase, ...]:
    """Return the openers of one part, the most frequent first; ``language`` is "en" or "de"."""
    other = "de" if language == "en" else "en"
    aligned = [row for row in rows("openers_aligned") if row["part"] == part]
    found = []
    for row in rows("opener_counts"):
        if (row["language"], row["part"]) == (language, part):
            pairs = [(each[other], int(each["count"])) for each in aligned if each[language] == row["opener"]]
            pairs.sort(key=lambda pair: -pair[1])
            found.append(Phrase(row["opener"], int(row["paragraphs"]), int(row["resolutions"]), tuple(pairs)))
    return tuple(sorted(found, key=lambda phrase: -phrase.paragraphs))


@cache
def set_phrases(language: str, part: Part) -> dict[str, str]:
    """Return set phrases and names for what follows an opener: shown with the counterpart -> to write.

    A star marks a German counterpart that is ours and stands in no resolution that we know.
    """
    other = "de" if language == "en" else "en"
    return {
        f"{row[language]} · {row[other]}{'*' if row['german_from'] == 'ours' else ''}": row[language]
        for row in rows("set_phrases")
        if row["kind"] != "opener" and row["part"] in ("any", part)
    }


def paragraph_from(opener: str, rest: str) -> str:
    """Return a paragraph without number and final mark: the opener in italics and what follows.

    The object of a separable German verb is what stands before the first comma of ``rest``.

    >>> paragraph_from("Urges", "all States to act.")
    '*Urges* all States to act'
    >>> paragraph_from("fordert … auf", "alle Staaten, zu handeln")
    '*fordert* alle Staaten *auf*, zu handeln'
    """
    rest = " ".join(rest.split()).rstrip(",;.") or "[…]"
    if "…" not in opener:  # which stands in a German one for the object between the halves of its verb
        comma = "" if not rest.startswith(",") else rest[:1]
        return f"*{opener}*{comma} {rest.lstrip(', ')}"
    first, _, second = (half.strip() for half in opener.partition("…"))
    whom, comma, what = rest.partition(",")
    begun = f"*{first}* {whom}" if first else whom
    return f"{begun} *{second}*{comma}{what}"


class Phrasebook:
    """Offers openers in the language of the draft and puts paragraphs into it."""

    def __init__(self, bench: "Workbench") -> None:
        self.bench = bench
        self.page = page = bench.page
        self._language = "en"
        self._phrases: dict[str, Phrase] = {}
        page.part.observe(bench.on(self._part_changed), "value")
        page.opener.on_change(bench.on(self._tell_opener))
        page.phrase.on_change(bench.on(self._write_phrase))
        page.insert.on_click(bench.on(self._insert, settled=True))

    def offer(self, language: str) -> None:
        """Offer the openers of one language, and the places that the draft has."""
        page, part, draft = self.page, self.page.part.value, self.bench.view.resolution
        offered = {phrase.name: phrase for phrase in phrases(language, part)}
        if offered != self._phrases:
            self._phrases, self._language = offered, language
            page.opener.offer({name: name for name in offered})
            self._tell_opener()
            page.phrase.offer(set_phrases(language, part))
        end = _("at the end of the preamble") if part == "preamble" else _("at the end of the operative part")
        own = () if draft is None else draft.preamble if part == "preamble" else draft.operative
        page.place.field.placeholder = end
        page.place.offer({end: ""} | {_("after {label}").format(label=p.label): p.label for p in own})

    def _part_changed(self) -> None:
        self.bench.flush()
        self.offer(self._language)

    def _tell_opener(self) -> None:
        self.page.about.value = html("about", self._phrases.get(self.page.opener.value), self._language)

    def _write_phrase(self) -> None:
        page = self.page
        if words := page.phrase.value:
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
