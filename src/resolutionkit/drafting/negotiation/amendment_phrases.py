"""The phrases in which delegates word amendments, as patterns: they stand in ``data/amendments.toml``."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from resolutionkit.document.grammar.numerals import roman
from resolutionkit.files import read_toml

LABEL, QUOTE, TEXT = "⁋", "⁗", "⁂"
"""Stand for a label, a quotation and a new text that were taken out of a line; nobody types them."""
_SIGNS = {
    **dict.fromkeys(("label", "target", "labels", "two"), LABEL),
    **dict.fromkeys(("old", "new", "other"), QUOTE),
    "long": TEXT,
}
_WANTS = ("delete", "replace", "add", "move", "merge", "swap", "split")
_NOUN = "clauses?|paragraphs?|OP|PP|Absatz|Absätze|Ziffern?"


@cache
def listed() -> dict[str, Any]:
    """What stands in the file of phrases."""
    return read_toml("amendments.toml")


@cache
def any_of(*names: str) -> str:
    """Return a pattern for any of the words that the data list under some names, the longest first."""
    words = [word.casefold() for name in names for word in listed()["words"][name]]
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return a regular expression of the data; ``<names>`` in it stands for another one, or for any of the words of a name."""
    patterns: dict[str, str] = listed()["patterns"]
    other = re.compile(r"(?<!\(\?P)<(\w+)>")
    return re.compile(other.sub(lambda match: patterns.get(match[1]) or any_of(match[1]), patterns[name]))


@cache
def _tidy(when: str) -> list[tuple[re.Pattern[str], str]]:
    numbers = enumerate(listed()["numbers"] if when == "labels" else (), start=1)
    pairs = [
        (rf"(\b(?:{_NOUN})|\d(?:,|,? (?:and|und))) (?:{word}|{roman(n)})(?=[ ,.:;]|$)", rf"\1 {n}")
        for n, word in numbers
    ]
    return [(re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in (*pairs, *listed()["tidy"][when])]


@lru_cache(maxsize=500)  # a line is read in several ways
def tidied(said: str, when: str) -> str:
    """Return a line in fewer ways of saying things: "clause three" is "clause 3"."""
    for pattern, instead in _tidy(when):
        said = pattern.sub(instead, said)
    return said


@cache
def _by_signs() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The phrases, cut into their parts, with their kinds, by the fields that they have: most lines fit a few of them only."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for kind, phrases in listed()["phrases"].items():
        for phrase in phrases:
            fields = [field for field in re.findall(r"\{(\w+)\}", phrase) if field != "place"]
            for signs in {"".join(sorted(_SIGNS.get(field, text) for field in fields)) for text in (QUOTE, TEXT)}:
                found[signs].append((kind, tuple(phrase.split(" | "))))
    return found


@cache
def _pattern(part: str) -> re.Pattern[str]:
    """A part of a phrase as a pattern: its fields become groups, and words in angles whatever the data lists for them."""

    def piece(token: str) -> str:
        name = token[1:-1]
        if token == "{place}":
            return f"(?:(?P<place>{any_of('after')})|{any_of('before')})"
        if token == "{text}":
            return f"(?:{any_of('read')} )*(?P<text>[{QUOTE}{TEXT}])"
        if token[0] == "{":
            return f"(?P<{'text' if name == 'long' else name}>{_SIGNS[name]})"
        return any_of(name) if token[0] == "<" else re.escape(token.casefold())

    tokens = re.findall(r"\((\S+)\)|(\S+)", part)
    return re.compile("".join(f"(?:{piece(may)} )?" if may else f"{piece(must)} " for may, must in tokens))


def matching(form: str) -> Iterator[tuple[str, dict[str, str | None]]]:
    """Yield the kinds of phrases that a form fits, each with its fields in order: the sign of each, and None for "before"."""
    for kind, parts in _by_signs().get("".join(sorted(re.sub(f"[^{LABEL}{QUOTE}{TEXT}]", "", form))), ()):
        for signs in _in_any_order(form + " ", parts):
            yield kind, signs


def _in_any_order(form: str, parts: tuple[str, ...]) -> Iterator[dict[str, str | None]]:
    """Yield the fields of the ways in which some parts make up a form, one behind the other."""
    if not (form or parts):
        yield {}
    for part in parts:
        fits = _pattern(part).match if len(parts) > 1 else _pattern(part).fullmatch
        if found := fits(form):
            for others in _in_any_order(form[found.end() :], tuple(each for each in parts if each != part)):
                yield found.groupdict() | others


@cache
def _word(*names: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){any_of(*names)} ")


def forms(form: str) -> Iterator[str]:
    """Yield the line without what says nothing, and without what may be missing."""
    form = re.sub(rf"^(?:{any_of('introductions')}:? )+(?=\S)", "", form)
    form = re.sub(r"(?<!the )\bfollowing (?=(?:the |words? |phrase )*[⁗⁋])", "after ", form)
    form = _word("ignored").sub("", form + " ").strip()
    form = re.sub(rf" (?:and )?{any_of('without_effect')}$", "", form)
    yield form
    shorter = _word("new").sub("", form + " ")
    if _word("after", "before", "between").search(form):  # beside a paragraph, its kind goes without saying
        shorter = _word("sub", "pre").sub("", shorter)
    if shorter.strip() != form:
        yield shorter.strip()
    if form.startswith("to ") and form[3:4] != LABEL:  # "to strike OP3", but not "to OP3 add …"
        yield form[3:]


def says(form: str) -> str:
    """Return what somebody wants who says this: "delete", "replace", "add", "move", "merge", "swap", "split", or ""."""
    found = [(match, name) for name in _WANTS if (match := re.search(rf"(?<!\S){any_of(name)}(?!\S)", form))]
    return min(found, key=lambda each: (each[0].start(), -len(each[0][0])))[1] if found else ""
