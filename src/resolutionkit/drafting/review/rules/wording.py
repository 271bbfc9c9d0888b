"""Rules on words, marks and numbers inside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress
from operator import eq

from resolutionkit.document.grammar.dates import MONTH
from resolutionkit.document.model import Paragraph, Span
from resolutionkit.drafting.review.cards import compiled
from resolutionkit.drafting.review.draft import Draft
from resolutionkit.drafting.review.engine import Found, checks

_MAY_REPEAT = {"en": {"that", "had", "is"}, "de": {"die", "der", "das", "den", "dem", "sie"}}
"""Words that may follow themselves: "noting that that report", "Maßnahmen, die die Staaten ergreifen"."""
_RELATIVE = re.compile(r"(?:[,–] (?:\w+ ){0,2}|\b(?:und|oder) )$")
"""What stands before a German relative pronoun: "Fragen, mit denen", "die Lage, in der und in der"."""


@checks("UN503")
def word_twice(draft: Draft) -> Iterator[Found]:
    may, german = _MAY_REPEAT[draft.language], draft.language == "de"
    words = draft.words
    doubled = {word.lower() for word in compress(words, map(eq, words, words[1:])) if word.isalpha()}
    begins = (paragraph.text[:60].lower().split(" ", 2)[:2] for paragraph in draft.all)  # "Also also"
    for word in doubled | {two[0] for two in begins if two[0] == two[-1] and two[0].isalpha()}:
        if f"{word[1:]} {word}" not in draft.whole:  # a comma stands between them
            continue
        twice = re.compile(rf"[{word[0].upper()}{word[0]}]{word[1:]} {word}(?![\w’'-])")
        for paragraph, _match, span in draft.find(twice, quoted=True):
            if word not in may or (german and not _RELATIVE.search(paragraph.text[: span[0]])):
                yield Found(paragraph, span, paragraph.text[span[0] : span[0] + len(word)])


_TOGETHER = re.compile(r"[,;:.](?:(?<= .)|(?<!\.)[ ]?[,;:.]|(?<=\.)\.)")


@checks("UN504")
def one_mark(draft: Draft) -> Iterator[Found]:
    for paragraph, match, (start, end) in draft.find(_TOGETHER, quoted=True):
        text = paragraph.text
        start -= text[start - 1 : start] == " " and len(match[0]) == 1
        if re.match(r"[\w)”“]", text[start - 1 : start]) and text[end : end + 1] in ("", " "):
            yield Found(paragraph, (start, end), match[0][0])


@checks("UN507")
def closed(draft: Draft) -> Iterator[Found]:
    quotes = ("“", "”") if draft.language == "en" else ("„", "“")
    for opening, closing in (("(", ")"), ("[", "]"), quotes):
        for paragraph in draft.all if opening in draft.whole else ():
            text = paragraph.text
            # a quotation of several paragraphs begins anew in each and is closed in the last
            if text.count(opening) > text.count(closing) and not (opening in "“„" and text.startswith(opening)):
                at = text.rfind(opening) if opening in "([" else text.find(opening)
                yield Found(paragraph, (at, at + 1), facts={"missing": closing})


_FOREIGN_MARKS = re.compile(r'["»“](?<!\w.)(?P<inner>\w[^"»«“”„\n]*)["«”“]')


@checks("UN531")
def german_marks(draft: Draft) -> Iterator[Found]:
    for paragraph, match, span in draft.find(_FOREIGN_MARKS, quoted=True):
        yield Found(paragraph, span, f"„{match['inner']}“", {"inner": match["inner"]})


_UNITS: list[str] = re.findall(r"\w+", "one two three four five six seven eight nine")
_TEENS: list[str] = re.findall(
    r"\w+", "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS: list[str] = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
_IN_WORDS = [*_UNITS, *_TEENS, *(f"{tens}-{unit}".rstrip("-") for tens in _TENS for unit in ("", *_UNITS))]
"""One to ninety-nine; the first is one."""
_FIRST = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def ordinal(number: int) -> str:
    """Return an ordinal number below one hundred in words.

    >>> ordinal(7), ordinal(21), ordinal(80), ordinal(12)
    ('seventh', 'twenty-first', 'eightieth', 'twelfth')
    """
    before, dash, last = _IN_WORDS[number - 1].rpartition("-")
    return before + dash + _FIRST.get(last, last[:-1] + "ieth" if last.endswith("y") else last + "th")


_ORDINALS = "|".join(map(ordinal, range(1, 10)))
_FIGURES = re.compile(r"[0-9](?<![\d.,/]\d)\d?(?:st|nd|rd|th)\b(?! (?:of )?(?:day )?(?:of )?(?:[A-Z]|plenary))")


@checks("UN508")
def ordinals(draft: Draft) -> Iterator[Found]:
    for tens in draft.vocabulary.intersection([*_TENS, *map(str.capitalize, _TENS)]):
        for paragraph, match, span in draft.find(re.compile(rf"{tens} ({_ORDINALS})\b")):
            yield Found(paragraph, span, f"{tens}-{match[1]}")
    for paragraph, match, span in draft.find(_FIGURES):
        if not MONTH.search(paragraph.text, max(0, span[0] - 10), span[0]):  # "May 3rd" is a date in another order
            yield Found(paragraph, span, ordinal(int(match[0][:-2])))


# --- sentences

_ABBREVIATED = re.compile(
    r"(?:^|[ (])(?:[A-Z]|No|Nos|vol|Vol|para|paras|St|Mr|Ms|Mrs|Dr|Corr|Add|Rev|art|cf|ed|pp|p|c|Ch|chap|sect|Inc|Ltd"
    r"|Nr|Nrn|Abs|Art|Bd|Ziff|Mio|Mrd|bzw|Vgl|vgl|usw|ff|ggf)$"
)
_STOP = re.compile(r"\.(?= [A-Z][a-z]*\b)(?<=[a-z)][a-z)]\.|\d\d\.)")


@checks("UN509")
def one_sentence(draft: Draft) -> Iterator[Found]:
    judged = {paragraph.label for paragraph in (*draft.preamble, *draft.operative)}
    joined = {paragraph.label for paragraph, _at in draft.joints}
    for paragraph, _match, (start, end) in draft.find(_STOP):
        ordinal = draft.language == "de" and paragraph.text[start - 1].isdigit()  # "15. Oktober"
        if paragraph.label in judged - joined and not ordinal and not _ABBREVIATED.search(paragraph.text[:start]):
            yield Found(paragraph, (start, end))


_UNFINISHED = {
    language: re.compile(rf"(?<![-\w])(?P<found>{words})[.,;]$")
    for language, words in {
        "en": "to|and|or|for|with|by|the|an?|that|which|from|as|into|their|its",
        "de": "und|oder|sowie|für|mit|von|der|die|das|dem|den|dass|eine?[mnrs]?|um|durch|ihre[mnrs]?",
    }.items()
}


@checks("UN510")
def sentence_goes_on(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.all:
        if end := _UNFINISHED[draft.language].search(paragraph.text, max(0, len(paragraph.text) - _LONGEST)):
            yield Found(paragraph, end.span("found"))


_LONGEST = 10
"""Characters of the longest of these words, with its mark and what stands before it."""


_WE = {
    "en": re.compile(
        r"(?:[Ww]e|us|my|[Oo]ur (?:country|countries|nations?|delegations?|governments?|peoples?|States?"
        r"|duty|duties|obligations?|commitments?|communit(?:y|ies)|children|youth|leaders|laws?|borders?))\b(?!-)"
    ),
    "de": re.compile(r"(?:[Ww]ir|uns|unser|unsere[mnrs]?)\b"),
}
_WE_WORDS: list[str] = re.findall(
    r"\w+", "We we us my Our our Wir wir uns unser unsere unserem unseren unserer unseres"
)


@checks("UN513")
def third_person(draft: Draft) -> Iterator[Found]:
    judged = {each.label for top in (*draft.preamble, *draft.operative) for each in top.walk()}
    said = not draft.vocabulary.isdisjoint(_WE_WORDS)
    for paragraph, _match, span in draft.find(_WE[draft.language]) if said else ():
        if paragraph.label in judged and span[0]:  # at the beginning it is the opener that is wrong
            yield Found(paragraph, span)


# --- numbers and money

_MONEY = re.compile(
    r"(?:US\$|U\.S\.\$|\$|USD) ?(?P<sum>\d[\d,.]*\d|\d)(?P<many>(?: ?(?:thousand|million|billion|trillion|bn|m|k)\b)?)(?: USD| US dollars)?"
    r"|(?P<euros>€|EUR) ?(?P<sum2>\d[\d,.]*\d|\d)(?P<many2>(?: (?:million|billion))?)|\d[\d,.]* ?(?:USD|\$|€)"
)
_SIGNS = ("$", "€", "USD", "EUR")
_MANY = {"bn": " billion", "m": " million", "k": " thousand"}


@checks("UN515")
def money(draft: Draft) -> Iterator[Found]:
    for paragraph, match, span in draft.find(_MONEY) if any(sign in draft.unquoted for sign in _SIGNS) else ():
        if match["euros"]:
            better = f"{match['sum2']}{match['many2']} euros"
        elif match["sum"]:
            many = match["many"].strip()
            better = f"{match['sum']}{_MANY.get(many, f' {many}' if many else '')} United States dollars"
        else:
            better = (
                re.sub(r" ?(?:USD|\$)", " United States dollars", match[0]).replace("€", " euros").replace("  ", " ")
            )
        yield Found(paragraph, span, better)


_FROM_TEN = rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS)}))?|{'|'.join(_TEENS)}"
_BEFORE_PER_CENT = re.compile(rf"(?i)\b(?P<found>{_FROM_TEN}|{'|'.join(_UNITS)}) $")


def _in_figures(words: str) -> str:
    return str(_IN_WORDS.index(words.lower().replace(" ", "-")) + 1)


@checks("UN516")
def figures_before_per_cent(draft: Draft) -> Iterator[Found]:
    for paragraph, _match, (start, _end) in draft.find(re.compile(r"(?:per ?cent|million|billion)\b")):
        if words := _BEFORE_PER_CENT.search(paragraph.text, max(0, start - 20), start):
            yield Found(paragraph, words.span("found"), _in_figures(words["found"]))


_SMALL = (
    r"(?P<found>[2-9])(?<![\d.,/–-]\d)(?<![A-Za-z.]\d)"
    r"(?= (?:(?!(?:million|billion|trillion|per|in|to|and|or|of)\b)[a-z-]+ )?<counted>\b)"
)
_NO_NUMBER_OF = re.compile(
    r"(?:\d|[Pp]aragraphs?|[Aa]rticles?|Goals?|targets?|[Ll]evel|[Tt]ype|\d,? (?:and|to|or)|rule|section|annex|aged?|age of|under|between|\d in)$"
)


@checks("UN517")
def small_numbers(draft: Draft) -> Iterator[Found]:
    for paragraph, match, span in draft.find(compiled(_SMALL)):
        before = paragraph.text[: span[0]].rstrip()
        if not _NO_NUMBER_OF.search(before):
            yield Found(paragraph, span, _IN_WORDS[int(match["found"]) - 1])


@checks("UN518")
def large_numbers(draft: Draft) -> Iterator[Found]:
    for word in draft.vocabulary.intersection([*_TEENS, *_TENS]):
        unit = f"(?:[- ](?:{'|'.join(_UNITS)}))?" if word in _TENS else ""
        for paragraph, match, span in draft.find(compiled(rf"(?P<found>{word}{unit})(?= (?:[a-z-]+ )?<counted>\b)")):
            yield Found(paragraph, span, _in_figures(match["found"]))


# --- acronyms


@checks("UN521")
def acronyms(draft: Draft) -> Iterator[Found]:
    for paragraph, span, better, bracket in _acronyms(draft):
        if not bracket:
            yield Found(paragraph, span, better)


@checks("UN522")
def acronyms_in_brackets(draft: Draft) -> Iterator[Found]:
    for paragraph, (start, end), _better, bracket in _acronyms(draft):
        if bracket:
            yield Found(paragraph, (start - 2, end + 1), "", {"found": paragraph.text[start - 1 : end + 1]})


def _acronyms(draft: Draft) -> Iterator[tuple[Paragraph, Span, str, bool]]:
    for table, paragraph, (start, end), better in draft.usage:
        if table == "acronyms":
            around = paragraph.text[max(0, start - 2) : start], paragraph.text[end : end + 1]
            yield paragraph, (start, end), better, around == (" (", ")")
