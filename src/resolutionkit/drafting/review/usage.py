"""The tables of ``data/usage.toml``: names, spellings and phrases that drafts get wrong."""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from resolutionkit.document.grammar.verbs import Part, participle_of
from resolutionkit.files import read_toml

_WORD = re.compile("[A-Za-zÀ-ÖØ-öø-ÿ]+")


class Entry(NamedTuple):
    """What drafts write, and what to write instead."""

    table: str
    wrong: str
    words: frozenset[str]
    """Its words: an entry of which one is nowhere in a draft need not be looked for."""
    pattern: re.Pattern[str]
    better: str


@cache
def usage() -> dict[str, Any]:
    """The whole file: every pattern of a card asks for it."""
    return read_toml("usage.toml")


@cache
def tables() -> frozenset[str]:
    """The names of all tables of words, each of which is the name of a card."""
    return frozenset(usage()["en"]) | frozenset(usage()["de"])


@cache
def entries(language: str) -> list[Entry]:
    """All entries of one language, the longest first: "the UN" stands within "the UN Charter"."""
    rows = [(name, *row) for name, table in usage()[language].items() for row in table.items()]
    if language == "en":
        stems, endings = usage()["with_z"].values()
        rows += [("spelling", f"{stem}is{end}", f"{stem}iz{end}") for stem in stems for end in endings]
    rows += [(name, wrong.replace("'", "’"), better) for name, wrong, better in rows if "'" in wrong]
    found = [Entry(name, wrong, words_of(wrong), _pattern(wrong, name), better) for name, wrong, better in rows]
    return sorted(found, key=lambda entry: -len(entry.wrong))


def _pattern(wrong: str, name: str) -> re.Pattern[str]:
    """Match whole words only; "UN-Women", "the UN Chronicle", "SIDS DOCK" and "Civil Society Coalition" are names."""
    own_name = r"(?! [A-Z“])" if name == "capitals" or re.search(r"\b[A-Z]{2,}s?$", wrong) else ""
    wrong = re.escape(wrong)
    bracketed = rf"(?!\)(?<= \({wrong}\)))(?<!\[{wrong})" if name == "acronyms" else ""  # other rules', and delegations
    return re.compile(rf"{wrong}(?<![\w‑-]{wrong})(?!\w|[‑-]\w){own_name}{bracketed}")


@lru_cache(maxsize=2000)  # who writes a draft changes one paragraph, and has all of them reviewed
def words_of(text: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(_WORD.findall(text))


@cache
def openers(part: Part) -> dict[str, str]:
    """Words in lower case, with one too many or too few, with which drafts open the paragraphs of one part -> what to write."""
    found: dict[str, str] = {}
    for base in usage()["with_object"]["verbs"]:
        finite = f"{base}es" if base.endswith("ss") else f"{base}s"
        verb = participle_of(base) if part == "preamble" else finite
        if verb not in usage()["unusual"][part]:  # for those something else is advised
            found |= {f"{verb} {word}": verb.capitalize() for word in usage()["with_object"]["none"]}
    found |= usage()["openers"][part]
    return found
