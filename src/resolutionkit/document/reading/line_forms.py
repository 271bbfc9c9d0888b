"""What a line of a resolution can be: its title, the organ line, the beginning of a paragraph, a closing line, a footnote.

Every step of reading asks here, so a form of a number or of a closing line that is new is added in one place.
"""

import re
from collections.abc import Iterable

from resolutionkit.document.grammar.dates import MONTH
from resolutionkit.document.grammar.numerals import FIRST_MARKERS, follows
from resolutionkit.document.grammar.word_lists import patterns
from resolutionkit.document.reading.markdown import SUPERSCRIPTS

# ---- Around the paragraphs

NUMBER = (
    r"(?:(?:ES|S)-\d{1,2}/\d{1,3}|\d{1,4}/\d{1,4}|\d{1,4}\ \((?:19|20)\d\d\)|\d{1,4}(?:\ [A-Z])?\ ?\((?:E?S-)?[IVXL]+\))"
    r"(?:\ [A-Z](?:\ ?[-–]\ ?[A-Z]|\ and\ [A-Z]|\ und\ [A-Z])?)?"
)
TITLE = re.compile(rf"(?P<number>{NUMBER})\.[ \t]+(?P<title>\S.*)")  # "75/10. Cooperation between …"
RULE = re.compile(r"[_─━=]{3,}|[-–—*]{3,}|(?:[-*_] ){2,}[-*_]")  # a line that is drawn
ORGAN_LINE, ANY_ORGAN_LINE, CLOSING, ANNEX, ANNEX_WITH_TITLE, NAME_OF_PART = patterns(
    "cover", "organ_line any_organ_line closing annex annex_with_title name_of_part"
)
LABELLED = re.compile(r"\w[\w /-]{1,25}:[*_]* \S.*")  # a line of a cover page such as "Sponsors: Germany, Kenya"
(NOTES_HEADING,) = patterns("footnotes", "heading")

# ---- Where paragraphs and footnotes begin

NUMBERED = re.compile(
    r"(?:\*\*|__)?(?P<number>\d{1,3})(?:\ ?(?P<bis>bis|ter|quater|quinquies|alt)(?:\ \d)?\.?|\.\)?|\))(?:\*\*|__)?[ ]+(?=\S)"
    rf"(?!{MONTH.pattern})"  # then it is the day of a date
)
ITEM = re.compile(r"[(\[]?(?P<marker>[a-z]{1,2}|[ivxl]{1,6}|[IVX]{2,5}|[A-Z]|\d{1,2})\)[ ]+(?=\S)")
DOTTED_ITEM = re.compile(r"(?P<marker>[a-z]|[ivxl]{2,5})\.[ ]+(?=\S)")
WHEREAS = re.compile(r"(?i:whereas)\b")
HEADING = re.compile(r"(?P<level>#{1,6})[ ]+(?=\S)")
NOTE_BODY = re.compile(
    rf"(?P<super>[{SUPERSCRIPTS}]{{1,3}})(?![{SUPERSCRIPTS}])[ ]*(?=\S)|\[\^(?P<markdown>\d{{1,3}})\]:[ ]*(?=\S)"
)
_REFERS = re.compile(r"(?:above|below|oben|unten|of|and|or|und)\b")
_ABBREVIATED = re.compile(r"\b(?:vols?|[Nn]os?|Nr|chap|sect|arts?|paras?|pp?|S|Bd|Abs|Ziff|Kap|Dok|cf|Vgl|Vol|ebd)\.$")
_AND = re.compile(r"(?<!\)) (?:and|or|und|oder)$")


def number_at(text: str) -> re.Match[str] | None:
    """Match the number of an operative paragraph at the start of a block, unless it is the day of a date.

    >>> number_at("3. Urges")["number"], number_at("15. Oktober 1996, in der")
    ('3', None)
    """
    return None if not text or text[0].isalpha() else NUMBERED.match(text)  # nearly always a text begins with a letter


def item_at(text: str) -> re.Match[str] | None:
    """Match the marker of a sub-paragraph at the start of a block: "(a) ", "a) ", "(ii) ".

    >>> item_at("(a) To act")["marker"], item_at("a) zu handeln")["marker"], item_at("A boy")
    ('a', 'a', None)
    """
    return ITEM.match(text) if ")" in text[:9] else None


def marker_at(text: str) -> str:
    """Return the marker with which a line surely begins a sub-paragraph, or "": "(b) above" has none."""
    item = item_at(text)
    return item["marker"] if item and not _REFERS.match(text, item.end()) else ""


_DEEPEST = 5  # lists within lists; no text has more


def marker_rows(markers: Iterable[str | None]) -> list[list[int]]:
    """Return the rows that markers make, each by its places: every one follows the one before it; None ends all rows."""
    rows: list[list[int]] = []
    unfinished: list[tuple[list[int], str]] = []  # each with its last marker
    for i, marker in enumerate(markers):
        if not marker:
            unfinished = [] if marker is None else unfinished
            continue
        at = next((n for n in reversed(range(len(unfinished))) if follows(marker, unfinished[n][1])), None)
        if at is None and marker in FIRST_MARKERS:
            rows.append([])
            unfinished = [*unfinished[-_DEEPEST:], (rows[-1], marker)]
        elif at is not None:
            unfinished[at:] = [(unfinished[at][0], marker)]
        else:
            continue
        unfinished[-1][0].append(i)
    return rows


def unmarked(text: str) -> str:
    """Return a line without the signs of italics and headings."""
    return text.replace("*", "").replace("_", "").strip("# ")


def bare_of(text: str) -> str:
    """Return a text without the stars of italics, and without what else may stand before its first word, as in a negotiating text."""
    return text.lstrip("*_[ ").replace("*", "").replace("] ", " ", text[:1] == "[")


def either_case(text: str) -> tuple[str, str]:
    """Return a text without what may stand before its first word, and the same with its first letter in the other case, as slips have it."""
    bare = bare_of(text)
    return bare, bare[:1].swapcase() + bare[1:]


def is_organ_line(text: str) -> re.Match[str] | None:
    """Match the organ line, "The General Assembly,", whatever marks its italics."""
    return ORGAN_LINE.fullmatch(unmarked(text).rstrip(":;.")) if len(text) < 90 else None


def stands_alone(text: str) -> bool:
    """Say whether a line is one of those that are no paragraph: organ, title, closing, annex, heading, footnote."""
    first = text[:1]
    if first.isdecimal():  # superscripts are digits as well
        return bool(TITLE.match(text) or CLOSING.fullmatch(text))
    if first in "#[" or first in SUPERSCRIPTS:
        return bool(HEADING.match(text) or NOTE_BODY.match(text))
    if len(text) > 95:
        return False
    bare = text.strip("*_ ")
    return any(form.fullmatch(bare) for form in (CLOSING, ANNEX, ORGAN_LINE, ANY_ORGAN_LINE))


def abbreviates(text: str) -> bool:
    """Say whether the full stop with which a line of a footnote ends is that of an abbreviation: "para.", "No."."""
    return _ABBREVIATED.search(text[-8:]) is not None


def suspended(text: str) -> bool:
    """Say whether a text ends as the last but one sub-paragraph may: "… and". "Subparagraphs (d) and" goes on with (e)."""
    return _AND.search(text[-9:]) is not None
