"""Tables of pandas in a notebook: words begin at the left edge of their column, and say it in the reader's language."""

import re
from typing import Any

from resolutionkit.language import language
from resolutionkit.tables import in_words, words_of

_LEFT = 'style="text-align:left"'
_NUMBER = re.compile(r"\s*[-−]?[\d.,]*%?\s*")
_CELL = re.compile(r"<(t[dh])>(.*?)</t[dh]>", re.DOTALL)
_BODY = re.compile(r"<tbody>.*</tbody>", re.DOTALL)
_HEAD = re.compile(r"(<th[^>]*>)(\w+)(</th>)")
_CODE = re.compile(r"\0([^<]*)")  # what code calls it, behind the word of the reader's language
_CODES = {"kind", "part", "part_of_source", "relation", "outcome", "severity_de", "severity_en", "type"}
"""Columns, beside those that end in ``_in_text``, whose values are English codes."""


def left_aligned(frame: Any) -> str | None:
    """Return a frame's own HTML, with words at the left; JupyterLab sets everything at the right, which suits numbers only.

    In another language than English, known columns are called as in ``data/heads.csv``, with the name that code uses
    below; their codes are said in words too, and an English column is left out where the same stands beside it.
    """
    frame = _in_readers_words(frame)
    html = frame._repr_html_()
    if html is None:  # somebody has turned HTML off
        return None
    names = [*frame.index.names, *frame.columns]
    kinds = [*(frame.index.get_level_values(n).dtype for n in range(frame.index.nlevels)), *frame.dtypes]
    for name in {str(name) for name, kind in zip(names, kinds, strict=True) if name and kind.kind not in "iufb"}:
        html = html.replace(f"<th>{name}</th>", f"<th {_LEFT}>{name}</th>")
    html = _HEAD.sub(_head, _BODY.sub(lambda body: _CELL.sub(_cell, body[0]), html))
    return _CODE.sub(r"<br><code>\1</code>", html)


def series_as_table(series: Any) -> str | None:
    """Return a series as such a table, in another language than English; pandas has only a text in English for it."""
    return left_aligned(series.to_frame(series.name or "")) if _heads() else None


def _heads() -> dict[str, str]:
    """What columns are called in the reader's language; in English they are called as in code."""
    return words_of("heads", "column", language())


def _in_readers_words(frame: Any) -> Any:
    columns = [str(name) for name in frame.columns]
    if not set(columns) & set(_heads()):
        return frame
    bases = {name: name.removesuffix("_en") for name in columns if name.endswith("_en")}
    frame = frame.drop(columns=[name for name, base in bases.items() if base in columns or f"{base}_de" in columns])
    coded = [name for name in frame.columns if name in _CODES or str(name).endswith("_in_text")]
    said = {name: frame[name].map(_in_words_with_code) for name in coded}
    return frame.assign(**said).rename(index=_in_words_with_code if frame.index.name in _CODES else {})


def _in_words_with_code(value: Any) -> Any:
    said = in_words(value) if isinstance(value, str) else value
    return said if said == value else f"{said}\0{value}"


def _head(found: re.Match[str]) -> str:
    said = _heads().get(found[2])
    return f"{found[1]}{said}\0{found[2]}{found[3]}" if said else found[0]


def _cell(found: re.Match[str]) -> str:
    return found[0] if _NUMBER.fullmatch(found[2]) else f"<{found[1]} {_LEFT}>{found[2]}</{found[1]}>"
