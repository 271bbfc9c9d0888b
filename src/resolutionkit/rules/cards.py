"""Rule cards: what a rule says, why, who says so, and how often adopted resolutions keep it."""

from __future__ import annotations

import difflib
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from resolutionkit.errors import Place, TableError, UnknownName
from resolutionkit.files import read_toml
from resolutionkit.language import say

if TYPE_CHECKING:
    import pandas as pd

Severity = Literal["error", "hint"]
_FILES = ("document", "preamble", "operative", "lists", "wording", "footnotes")


class Said(NamedTuple):
    """Something that the kit says, in both its languages.

    >>> str(Said("a comma", "ein Komma"))
    'a comma'
    """

    en: str
    de: str

    def __str__(self) -> str:
        return say(en=self.en, de=self.de)


class Kept(NamedTuple):
    """How often adopted resolutions keep a rule: ``kept`` of ``of`` places.

    >>> Kept(7348, 7436).text
    '7,348 of 7,436'
    """

    kept: int
    of: int

    @property
    def text(self) -> str:
        return say(en=f"{self.kept:,} of {self.of:,}", de=f"{self.kept:,} von {self.of:,}".replace(",", "."))


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
    message: Said
    """What a finding says; ``{…}`` stands for what was found."""
    advice: Said
    why: Said
    source: str
    """Who says so: a section of the United Nations Editorial Manual, or a count of adopted resolutions."""
    kept: Mapping[str, Kept]
    """Language -> how often adopted resolutions of sessions 74 to 80 keep the rule."""
    part: Literal["draft", "preamble", "operative"]
    """Where the examples stand."""
    good: Mapping[str, tuple[str, ...]]
    bad: Mapping[str, tuple[str, ...]]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of drafts in which the rule is looked for."""
        return tuple(self.severity)

    def evidence(self, language: str) -> str:
        """Say how common the exception is in adopted resolutions; "" where nobody has counted.

        >>> rule("UN105").evidence("en")
        'Adopted resolutions do so in 7,348 of 7,436 places.'
        """
        kept = self.kept.get(language)
        if kept is None:
            return ""
        return say(
            en=f"Adopted resolutions do so in {kept.text} places.",
            de=f"Verabschiedete Resolutionen halten es an {kept.text} Stellen so.",
        )

    def __repr__(self) -> str:
        lines = [f"{self.code} {self.name} ({self._severity()})", f"  {_general(self.message)}", f"  {self.why}"]
        lines += [f"  {name}: {kept.text}" for name, kept in self.kept.items()]
        return "\n".join([*lines, f"  {self.source}"])

    def _severity(self) -> str:
        return ", ".join(f"{language}: {severity}" for language, severity in self.severity.items())

    def _repr_html_(self) -> str:
        rows = [
            (say(en="Rule", de="Regel"), html.escape(_general(self.message))),
            (say(en="What to do", de="Was tun"), html.escape(_general(self.advice))),
            (say(en="Why", de="Warum"), html.escape(str(self.why))),
            (say(en="Severity", de="Schwere"), html.escape(self._severity())),
            (
                say(en="Kept in adopted resolutions", de="In verabschiedeten Resolutionen eingehalten"),
                "<br>".join(html.escape(f"{language}: {kept.text}") for language, kept in self.kept.items()) or "–",
            ),
            (say(en="Source", de="Quelle"), html.escape(self.source)),
            (say(en="Like this", de="So"), _examples(self.good)),
            (say(en="Not like this", de="So nicht"), _examples(self.bad)),
        ]
        body = "".join(
            f'<tr><th scope="row" style="text-align:left;vertical-align:top">{html.escape(head)}</th>'
            f'<td style="text-align:left">{cell}</td></tr>'
            for head, cell in rows
        )
        caption = f'<caption style="text-align:left"><b>{html.escape(self.code)}</b> {html.escape(self.name)}</caption>'
        return f"<table>{caption}{body}</table>"


def _general(said: Said) -> str:
    """Return a message without a case to fill it: "ends with …"."""
    return re.sub(r"“?„?\{\w+\}[”“]?", "…", str(said).replace(" {try_this}", ""))


def _examples(examples: Mapping[str, tuple[str, ...]]) -> str:
    shown = [f'<div lang="{language}">{_lines(text)}</div>' for language, texts in examples.items() for text in texts]
    return "".join(shown)


def _lines(text: str) -> str:
    return "<br>".join(html.escape(line) for line in text.splitlines() if line)


def rule(code: str) -> Card:
    """Return the card of one drafting rule, for example ``rule("UN103")``.

    Raises :class:`UnknownName` for a code that no rule has.

    >>> rule("UN103").kept["en"]
    Kept(kept=38613, of=38651)
    """
    card = cards().get(str(code).strip().upper())
    if card is None:
        near = difflib.get_close_matches(str(code).upper(), cards(), n=3, cutoff=0.5) or list(cards())[:3]
        raise UnknownName(
            expected=say(en="The code of a rule such as ", de="Der Code einer Regel, etwa ") + ", ".join(near),
            found=repr(code),
            advice=say(en="rk.rule_table() lists them all.", de="rk.rule_table() zählt alle auf."),
        )
    return card


def rule_table() -> pd.DataFrame:
    """Return all rules as a table: code, name, severity and count by language, source.

    ``severity_en`` and ``severity_de`` are "error", "hint" or "" (not looked for in that language);
    ``kept_*`` of ``of_*`` places in adopted resolutions of sessions 74 to 80 keep the rule.

    >>> int(rule_table().set_index("code").loc["UN103", "kept_en"])
    38613
    """
    import pandas as pd

    rows: list[dict[str, object]] = []
    for card in cards().values():
        row: dict[str, object] = {"code": card.code, "name": card.name, "message": _general(card.message)}
        for language in ("en", "de"):
            kept = card.kept.get(language)
            row[f"severity_{language}"] = card.severity.get(language, "")
            row[f"kept_{language}"], row[f"of_{language}"] = kept if kept else (None, None)
        rows.append(row | {"source": card.source})
    counts = {f"{kind}_{language}": "Int64" for language in ("en", "de") for kind in ("kept", "of")}
    return pd.DataFrame(rows).astype(counts)


@cache
def cards() -> dict[str, Card]:
    """All cards by code, in the order of their codes."""
    found: dict[str, Card] = {}
    for name in _FILES:
        for code, entry in read_toml(f"rules/{name}.toml").items():
            found[code] = _card(code, entry)
    return dict(sorted(found.items()))


def _card(code: str, entry: dict[str, Any]) -> Card:
    try:
        return _card_of(code, entry)
    except (KeyError, TypeError) as fault:  # TypeError: a message in one language alone, or in a third
        missing = f"{fault.args[0]!r}" if isinstance(fault, KeyError) else str(fault)
        raise TableError(
            expected=say(
                en=f"The card of {code}, with name, severity, message, advice, why, source, part, good and bad",
                de=f"Die Karte von {code} mit name, severity, message, advice, why, source, part, good und bad",
            ),
            found=say(en="one that lacks or misnames: ", de="eine, in der etwas fehlt oder falsch heißt: ") + missing,
            place=Place("data/rules"),
            advice=say(en="Look at the card above it.", de="Sehen Sie sich die Karte darüber an."),
        ) from None


def _card_of(code: str, entry: dict[str, Any]) -> Card:
    return Card(
        code,
        entry["name"],
        entry["severity"],
        Said(**entry["message"]),
        Said(**entry["advice"]),
        Said(**entry["why"]),
        entry["source"],
        {language: Kept(*kept) for language, kept in entry.get("kept", {}).items()},
        entry["part"],
        {language: tuple(texts) for language, texts in entry["good"].items()},
        {language: tuple(texts) for language, texts in entry["bad"].items()},
    )


_FRAMES = {
    ("en", "preamble"): "The General Assembly,\n\n{}\n\nDecides to remain seized of the matter.",
    ("en", "operative"): "The General Assembly,\n\nRecalling its resolution 51/1 of 15 October 1996,\n\n{}",
    ("de", "preamble"): "Die Generalversammlung,\n\n{}\n\n1. ersucht den Generalsekretär, darüber zu berichten;\n\n"
    "2. beschließt, mit der Angelegenheit befasst zu bleiben.",
    (
        "de",
        "operative",
    ): "Die Generalversammlung,\n\nunter Hinweis auf ihre Resolution 51/1 vom 15. Oktober 1996,\n\n{}",
}


def example_draft(card: Card, example: str, language: str) -> str:
    """Return an example of a card as a whole draft, which :func:`review` can judge.

    >>> example_draft(rule("UN103"), "Recalling its resolution 51/1.", "en").splitlines()[0]
    'The General Assembly,'
    """
    frame = _FRAMES.get((language, card.part), "{}")
    return frame.replace("{}", example.strip())
