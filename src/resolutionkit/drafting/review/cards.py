"""Rule cards: what a rule says, why, who says so, and how often adopted resolutions keep it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal, NamedTuple

from resolutionkit.drafting.review.usage import usage
from resolutionkit.drafting.templates import filled
from resolutionkit.errors import unknown
from resolutionkit.files import data_folder, read_toml
from resolutionkit.language import Text, _, number
from resolutionkit.language import language as kit_language

if TYPE_CHECKING:
    import pandas as pd

Severity = Literal["error", "hint"]
Where = Literal[
    "text", "judged", "unjoined", "whole", "end", "preamble", "operative", "sub-paragraphs", "title", "organ", "lines"
]


class Kept(NamedTuple):
    """How often adopted resolutions keep a rule: ``kept`` of ``of`` places."""

    kept: int
    of: int

    @property
    def text(self) -> str:
        return _("{kept} of {of}").format(kept=number(self.kept), of=number(self.of))


@dataclass(frozen=True)
class Card:
    """A drafting rule with its evidence; a notebook shows it as a small table.

    >>> rule("UN103").name
    'preambular-comma'
    """

    code: str
    name: str
    severity: Mapping[str, Severity]
    """"error" or "hint" for each language in which the rule is looked for."""
    message: Text
    """What a finding says; ``{…}`` stands for what was found."""
    advice: Text
    why: Text
    family: str
    """The file of ``data/rules`` in which it stands; "model_un" holds what delegates of a Model UN find different."""
    source: str
    """Who says so: a section of the United Nations Editorial Manual, or a count of adopted resolutions."""
    part: Literal["draft", "preamble", "operative"]
    """Where the examples stand."""
    good: Mapping[str, tuple[str, ...]]
    bad: Mapping[str, tuple[str, ...]]
    kept: Mapping[str, Kept] = field(default_factory=dict)
    """Language -> how often adopted resolutions keep the rule, as ``data/count_rules.py`` counts it."""
    counted: Text = field(default_factory=lambda: Text("places", "Stellen"))
    """What is counted: the second number of ``kept`` is how many of these there are."""
    pattern: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    """Language -> what breaks the rule, as a regular expression or several; its group ``found``, if it has one, is what the finding points at."""
    needs: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Language -> of which words or signs a text holds one where the pattern can match: without any of them nobody looks, which is quick."""
    replacement: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    """Language -> what to put in its place, for all patterns or for each of the first; ``\\1`` or ``\\g<name>`` stands for a group."""
    unless: Mapping[str, str] = field(default_factory=dict)
    """Language -> what must not stand directly before it, as a regular expression."""
    rival: Mapping[str, str] = field(default_factory=dict)
    """Language -> what keeps the rule where the pattern breaks it: both together are what is counted."""
    where: Where = "text"
    """Where the pattern is looked for, as :meth:`Draft.find` explains it."""
    opening: str = ""
    """How the paragraphs of its ``part`` begin that break the rule: a ``Kind`` of opening, or "phrase" for a table of phrases."""
    not_for: str = ""
    """Organs with other habits, as a regular expression: where the organ line names one, the rule does not look."""

    def patterns(self, language: str) -> list[tuple[re.Pattern[str], str | None]]:
        """The patterns of one language, each with what mends it, if anything does."""
        patterns, mends = self.pattern[language], self.replacement.get(language)
        patterns = [patterns] if isinstance(patterns, str) else patterns
        each = [mends] * len(patterns) if mends is None or isinstance(mends, str) else mends
        return [(compiled(pattern), better) for pattern, better in zip_longest(patterns, each)]

    def evidence(self, language: str) -> str:
        """Say how common the exception is in adopted resolutions; "" where nobody has counted, or found none."""
        kept = self.kept.get(language)
        if kept is None or not kept.of:
            return ""
        return _("Adopted resolutions do so in {kept} {counted}.").format(kept=kept.text, counted=self.counted)

    def __repr__(self) -> str:
        lines = [f"{self.code} {self.name} ({self._severity()})", f"  {_general(self.message)}", f"  {self.why}"]
        lines += [f"  {counts}" for counts in self._counts()]
        return "\n".join([*lines, f"  {self.source_in_words()}"])

    def _counts(self) -> list[str]:
        return [f"{language}: {kept.text} {self.counted}" for language, kept in self.kept.items() if kept.of]

    def _severity(self) -> str:
        kinds = {"error": _("error"), "hint": _("hint")}
        return ", ".join(f"{language}: {kinds[severity]}" for language, severity in self.severity.items())

    def source_in_words(self) -> str:
        """The source with our own words in the user's language; titles of documents stay as they are, quoted in German."""
        count = _("corpus count: the 338 English resolutions of the seventy-fifth session and ten German ones")
        title = "„{}“" if kit_language() == "de" else "{}"
        parts = (count if "corpus count" in part.lower() else title.format(part) for part in self.source.split("; "))
        said = "; ".join(parts)
        return said[0].upper() + said[1:]

    def _repr_html_(self) -> str:
        own = kit_language()  # examples in the user's language; all where there are none
        good, bad = ({own: texts[own]} if texts.get(own) else texts for texts in (self.good, self.bad))
        said = {"severity": self._severity(), "counts": "\n".join(self._counts()), "general": _general}
        return filled("review/card.html", card=self, good=good, bad=bad, **said)


@cache
def _shared() -> dict[str, str]:
    """What stands in a card's pattern for ``<who>`` and the like."""
    found: dict[str, str] = usage()["patterns"]
    return found | {"acronyms": "|".join(usage()["en"]["acronyms"])}


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of a card; ``<who>`` and the like stand for the patterns of ``data/usage.toml``, ``<acronyms>`` for those of its table."""
    # a shared pattern may name another one
    return re.compile(re.sub(r"(?<!\(\?P)<(\w+)>(?!=|!)", lambda name: compiled(_shared()[name[1]]).pattern, pattern))


def _general(said: Text) -> str:
    """Return a message without a case to fill it: "ends with …", and no full stop behind the three dots."""
    return re.sub(r"[“„]?\{\w+\}[”“]?(?:\.$)?", "…", str(said).replace(" {try_this}", ""))


def rule(code: str) -> Card:
    """Return the card of one drafting rule, for example ``rule("UN103")``.

    Raises :class:`UnknownName` for a code that no rule has.

    >>> rule("UN103").kept["en"]
    Kept(kept=5473, of=5473)
    """
    card = cards().get(str(code).strip().upper())
    if card is None:
        expected = _("The code of a rule such as {near}")
        raise unknown(code, cards(), expected=expected, advice=_("rk.rule_table() lists them all."))
    return card


def rule_table() -> pd.DataFrame:
    """Return all cards as a table: code, name, family, severity and count by language, what is counted, source.

    ``severity_en`` and ``severity_de`` are "error", "hint" or "" (not looked for in that language);
    ``kept_*`` of ``of_*`` places in adopted resolutions keep the rule; ``counted`` says what places are.

    >>> int(rule_table().set_index("code").loc["UN103", "kept_en"])
    5473
    """
    import pandas as pd

    rows = []
    for card in cards().values():
        row: dict[str, object] = {"code": card.code, "name": card.name, "family": card.family}
        row["message"] = _general(card.message)
        for language in ("en", "de"):
            kept = card.kept.get(language) if card.severity else None  # what nobody looks for is no rule to keep
            row[f"severity_{language}"] = card.severity.get(language, "")
            row[f"kept_{language}"], row[f"of_{language}"] = kept or (None, None)
        rows.append(row | {"counted": str(card.counted), "source": card.source})
    counts = {f"{kind}_{language}": "Int64" for language in ("en", "de") for kind in ("kept", "of")}
    return pd.DataFrame(rows).astype(counts)


@cache
def cards() -> dict[str, Card]:
    """All cards by code, in the order of their codes, from every file of ``data/rules``."""
    found = {}
    for file in (data_folder() / "rules").glob("*.toml"):
        for code, entry in read_toml(f"rules/{file.name}").items():
            texts = {key: Text(**entry[key]) for key in ("message", "advice", "why", "counted") if key in entry}
            counts = {language: Kept(*kept) for language, kept in entry.get("kept", {}).items()}
            found[code] = Card(**(entry | texts | {"code": code, "family": file.stem, "kept": counts}))
    return dict(sorted(found.items()))
