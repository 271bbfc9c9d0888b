"""Whether a reader takes linear time: what needs quadratic time for a long text takes minutes for one that somebody pastes by mistake."""

from __future__ import annotations

import time
from collections.abc import Callable


def takes_linear_time(read: Callable[[str], object], short: str, long: str) -> bool:
    """Four times as much takes no more than ten times as long; the best of three, since others use the machine too."""
    taken: dict[str, list[float]] = {short: [], long: []}
    for _ in range(3):
        for text, seconds in taken.items():
            begin = time.process_time()
            read(text)
            seconds.append(time.process_time() - begin)
        if min(taken[long]) < 10 * min(taken[short]) + 0.05:
            return True
    return False
