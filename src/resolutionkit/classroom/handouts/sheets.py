"""Handouts to look things up in: what each paragraph says, how paragraphs begin, what to check."""

from __future__ import annotations

from collections.abc import Iterable

from resolutionkit.document.bundled import gloss, gloss_language, load
from resolutionkit.document.writing.html_inline import escape
from resolutionkit.drafting.review import rule
from resolutionkit.language import Text, _, language, number
from resolutionkit.tables import aligned_openers, opener_counts
from resolutionkit.tables import rows as rows_of

_FEWEST = 8
"""Paragraphs: an opener that is rarer is no phrase to learn."""
_UMLAUTS = str.maketrans("äöü", "aou")


def glosses() -> str:
    """Return a list of the 42 units of 75/10 with a plain sentence each; the official text is not in it.

    >>> glosses().count('<td class="label">')
    42
    """
    said = _(
        "What each paragraph of resolution A/RES/75/10 says, in a sentence of our own. This is no "
        "translation by the United Nations: to quote, take the official text."
    )
    parts = (
        (_("Preamble: the reasons"), load().preamble),
        (_("Operative part: what is to be done"), load().operative),
    )
    tables = []
    for name, tops in parts:
        rows = "".join(
            f'<tr><td class="label">{escape(p.label)}</td><td lang="{gloss_language()}">{escape(gloss(p.label))}</td></tr>'
            for top in tops
            for p in top.walk()
        )
        tables.append(f"<h2>{name}</h2><table>{rows}</table>")
    return f'<p class="note">{said}</p>{"".join(tables)}'


def phrases() -> str:
    """Return the usual openers of both parts, set phrases and names, with German counterparts and in how many paragraphs they stand.

    >>> "Recalling" in phrases(), "unter Hinweis" in phrases(), "in dieser Hinsicht" in phrases()
    (True, True, True)
    """
    said = _(
        "How paragraphs of resolutions begin. The number says how many paragraphs of the seventy-fifth "
        "session begin this way in English. Where we met a German counterpart often enough in the official "
        "translations, it stands here too; a star marks German of our own."
    )
    strength = _(
        "Nobody has published an authoritative ranking of these words by strength; the General Assembly has only said "
        "that “takes note of” and “notes” are neutral (decision 55/488). The order here is "
        "that of the alphabet."
    )
    preamble = _("In the preamble")
    operative = _("In the operative part")
    inside = _("Inside a paragraph: set phrases")
    names = _("Names")
    return (
        f'<p class="note">{said} {strength}</p>'
        f"<h2>{preamble}</h2>{_openers('preamble')}<h2>{operative}</h2>{_openers('operative')}"
        f"<h2>{inside}</h2>{_set_phrases('phrase')}<h2>{names}</h2>{_set_phrases('name')}"
    )


def _openers(part: str) -> str:
    counts = opener_counts("en", part).query("paragraphs >= @_FEWEST").set_index("opener")["paragraphs"]
    found = [
        (str(row.en), str(row.de))
        for row in aligned_openers().query("part == @part").sort_values("count", ascending=False).itertuples()
    ]
    listed = [row for row in rows_of("set_phrases") if (row["kind"], row["part"]) == ("opener", part)]
    found += [(row["en"], _with_star(row)) for row in listed]
    found += [(en, "") for en in counts.index if en not in {en for en, _german in found}]
    return _sorted_rows("em", [(en, de, int(counts[en])) for en, de in found if en in counts.index])


def _set_phrases(kind: str) -> str:
    listed = [row for row in rows_of("set_phrases") if row["kind"] == kind]
    return _sorted_rows(
        "span",
        [(row["en"], _with_star(row), int(row["paragraphs"])) for row in listed],
    )


def _with_star(row: dict[str, str]) -> str:
    """The German of a phrase, with a star where it is ours."""
    return row["de"] + "*" * (row["german_from"] == "ours")


def _sorted_rows(tag: str, found: Iterable[tuple[str, str, int]]) -> str:
    """Whoever writes in German looks a phrase up by its German, and what has none is left out there."""
    german = language() == "de"
    joined: dict[str, list[tuple[str, int]]] = {}
    for en, de, count in found:
        first, second = (de, en) if german else (en, de)
        if first:
            joined.setdefault(first, []).append((second, count))
    lines = []
    for first in sorted(joined, key=lambda words: words.casefold().translate(_UMLAUTS)):
        second = ", ".join(dict.fromkeys(words for words, _count in joined[first]))
        langs = ("de", "en") if german else ("en", "de")
        below = f'<small lang="{langs[1]}">{escape(second)}</small>' if second else ""
        most = number(max(count for _words, count in joined[first]))
        lines.append(
            f'<tr><td><{tag} lang="{langs[0]}">{escape(first)}</{tag}>{below}</td><td class="count">{most}</td></tr>'
        )
    return _two_columns(lines)


def _two_columns(lines: Iterable[str]) -> str:
    return f'<div class="columns"><table class="openers">{"".join(lines)}</table></div>'


def checklist() -> str:
    """Return what to look at before a draft is handed in, each with how often adopted resolutions keep it.

    >>> checklist().count('class="box"') == len(rows_of("checklist"))
    True
    """
    said = _(
        "The figure behind each line says how often the English resolutions of the seventy-fifth session keep it. "
        "Where it is smaller than the whole, there are exceptions, and yours may be one."
    )
    head = _("Kept in"), _("Card")
    rows = [f'<tr><th></th><th class="count">{head[0]}</th><th>{head[1]}</th></tr>']
    for code, en, de in (tuple(row.values()) for row in rows_of("checklist")):
        card = rule(code)
        rows.append(
            f'<tr><td><span class="box"></span>{Text(en, de)}</td>'
            f'<td class="count">{card.kept["en"].text}<small>{card.counted}</small></td><td class="label">{code}</td></tr>'
        )
    asked = "".join(f"<li>{question}</li>" for question in _questions())
    substance = _("What no rule can see")
    return f'<p class="note">{said}</p><table>{"".join(rows)}</table><h2>{substance}</h2><ul>{asked}</ul>'


def _questions() -> tuple[str, ...]:
    return (
        _("Does every operative paragraph say who is to do what?"),
        _("Does a reason in the preamble stand behind each act?"),
        _("Which words did the Assembly already agree on? You need not fight for them again."),
        _("Who could object, and to which words?"),
    )
