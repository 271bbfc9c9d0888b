"""Tables of pandas in a notebook: words begin at the left edge of their column, numbers end at the right one."""

from __future__ import annotations

import re
from typing import Any

_LEFT = 'style="text-align:left"'
_NUMBER = re.compile(r"\s*[-−]?[\d.,]*%?\s*")
_CELL = re.compile(r"<(t[dh])>(.*?)</t[dh]>", re.DOTALL)
_BODY = re.compile(r"<tbody>.*</tbody>", re.DOTALL)


def left_aligned(frame: Any) -> str | None:
    """Return a frame's own HTML, with words at the left; JupyterLab sets everything at the right, which suits numbers only.

    >>> import pandas as pd
    >>> left_aligned(pd.DataFrame({"n": [1], "who": ["women"]})).count("text-align:left")
    2
    """
    html = frame._repr_html_()
    if html is None:  # somebody has turned HTML off
        return None
    names = [*frame.index.names, *frame.columns]
    kinds = [*(frame.index.get_level_values(n).dtype for n in range(frame.index.nlevels)), *frame.dtypes]
    for name in {str(name) for name, kind in zip(names, kinds, strict=True) if name and kind.kind not in "iufb"}:
        html = html.replace(f"<th>{name}</th>", f"<th {_LEFT}>{name}</th>")
    return _BODY.sub(lambda body: _CELL.sub(_cell, body[0]), html)


def _cell(found: re.Match[str]) -> str:
    return found[0] if _NUMBER.fullmatch(found[2]) else f"<{found[1]} {_LEFT}>{found[2]}</{found[1]}>"
