"""Small tables that show themselves in words, as text and in a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import zip_longest
from textwrap import wrap
from typing import Self, TypeVar

from resolutionkit.language import _

Item = TypeVar("Item", covariant=True)

_WIDEST_CELL = 48
_MOST_ROWS = 60


def banner() -> str:
    """Return the sentence that stands under everything that the model shows."""
    return _("SYNTHETIC data, a teaching model: no real country, person or document.")


class Table(tuple[Item, ...]):
    """A list of items that shows itself as a table, and says below that all of it is synthetic.

    >>> print(Table(["a"], ["letter", "place"], [["a", 1]], caption="Letters"))
    Letters
    letter  place
    a       1
    SYNTHETIC data, a teaching model: no real country, person or document.
    """

    columns: tuple[str, ...]
    cells: tuple[tuple[object, ...], ...]
    caption: str
    foot: str

    def __new__(
        cls,
        items: Iterable[Item],
        columns: Iterable[str],
        cells: Iterable[Iterable[object]],
        *,
        caption: str = "",
        foot: str = "",
    ) -> Self:
        table = super().__new__(cls, items)
        table.columns = tuple(columns)
        table.cells = tuple(tuple(row) for row in cells)
        table.caption = caption
        table.foot = " ".join(filter(None, [foot, banner()]))
        return table

    def __str__(self) -> str:
        # A long cell goes on in further lines, so that nothing is cut off.
        wrapped = [
            [wrap(_plain(cell), _WIDEST_CELL) or [""] for cell in row]
            for row in (self.columns, *self.cells[:_MOST_ROWS])
        ]
        widths = [max(len(part) for row in wrapped for part in row[i]) for i in range(len(self.columns))]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            for row in wrapped
            for line in zip_longest(*row, fillvalue="")
        ]
        return "\n".join(part for part in (self.caption, *lines, self._more(), self.foot) if part)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col" style="text-align:left">{escape(name)}</th>' for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f'<td style="text-align:left">{escape(_plain(cell))}</td>' for cell in row) + "</tr>"
            for row in self.cells[:_MOST_ROWS]
        )
        after = "".join(f"<p>{escape(part)}</p>" for part in (self._more(), self.foot) if part)
        caption = f'<caption style="text-align:left">{escape(self.caption)}</caption>' if self.caption else ""
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{after}"

    def _more(self) -> str:
        left = len(self.cells) - _MOST_ROWS
        return _("… and {left} more").format(left=left) if left > 0 else ""


def _plain(cell: object) -> str:
    return "" if cell is None else " ".join(str(cell).split())
