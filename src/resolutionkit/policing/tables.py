"""Small tables that show themselves in words, as text and in a notebook."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import zip_longest
from textwrap import wrap
from typing import Any, TypeVar

from resolutionkit.language import _

Item = TypeVar("Item", covariant=True)

_WIDEST_CELL = 48
_MOST_ROWS = 60


def banner() -> str:
    """Return the sentence that stands under everything that the model shows."""
    return _("SYNTHETIC data, a teaching model: no real country, person or document.")


@dataclass(frozen=True, repr=False)
class Table(Sequence[Item]):
    """A list of items that shows itself as a table, and says below that all of it is synthetic.

    >>> print(Table(["a"], ["letter", "place"], [["a", 1]], "Letters"))
    Letters
    letter  place
    a       1
    SYNTHETIC data, a teaching model: no real country, person or document.
    """

    items: Sequence[Item]
    columns: Sequence[str]
    cells: Sequence[Sequence[object]]
    caption: str = ""
    foot: str = ""

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, place: Any) -> Any:
        return self.items[place]

    def __repr__(self) -> str:
        # A long cell goes on in further lines, so that nothing is cut off.
        wrapped = [[wrap(cell, _WIDEST_CELL) or [""] for cell in row] for row in (self.columns, *self._shown())]
        widths = [max(len(part) for row in wrapped for part in row[i]) for i in range(len(self.columns))]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            for row in wrapped
            for line in zip_longest(*row, fillvalue="")
        ]
        return "\n".join(filter(None, [self.caption, *lines, *self._below()]))

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col" style="text-align:left">{escape(name)}</th>' for name in self.columns)
        rows = ("".join(f'<td style="text-align:left">{escape(cell)}</td>' for cell in row) for row in self._shown())
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        caption = f'<caption style="text-align:left">{escape(self.caption)}</caption>' if self.caption else ""
        below = "".join(f"<p>{escape(part)}</p>" for part in self._below())
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}"

    def _shown(self) -> list[list[str]]:
        rows = self.cells[:_MOST_ROWS]
        return [["" if cell is None else " ".join(str(cell).split()) for cell in row] for row in rows]

    def _below(self) -> list[str]:
        left = len(self.cells) - _MOST_ROWS
        more = [_("… and {left} more").format(left=left)] if left > 0 else []
        return [*more, f"{self.foot} {banner()}".strip()]
