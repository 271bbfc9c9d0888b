"""Tables of pandas in a notebook: words begin at the left edge of their column, numbers end at the right one."""

from __future__ import annotations

import re
from typing import Any

_LEFT = 'style="text-align:left"'
_NUMBER = re.compile(r"\s*[-−]?[\d.,]*%?\s*")
_CELL = re.compile(r"<td>(.*?)</td>", re.DOTALL)
_HEAD = re.compile(r"<thead>.*?</thead>", re.DOTALL)


def left_aligned(frame: Any) -> str | None:
    """Return a frame's own HTML, with words at the left; JupyterLab sets everything at the right, which suits numbers only.

    >>> import pandas as pd
    >>> left_aligned(pd.DataFrame({"n": [1], "who": ["women"]})).count("text-align:left")
    2
    """
    html = frame._repr_html_()
    if html is None:  # somebody has turned HTML off
        return None
    wordy = {str(name) for name, kind in zip(frame.columns, frame.dtypes, strict=True) if kind.kind not in "iufb"}
    heads = (f"<th>{name}</th>" for name in wordy)
    html = _CELL.sub(lambda found: found[0] if _NUMBER.fullmatch(found[1]) else f"<td {_LEFT}>{found[1]}</td>", html)
    head = _HEAD.search(html)
    if head is None:
        return str(html)
    new = head[0]
    for plain in heads:
        new = new.replace(plain, plain.replace("<th>", f"<th {_LEFT}>"))
    return str(html).replace(head[0], new)
