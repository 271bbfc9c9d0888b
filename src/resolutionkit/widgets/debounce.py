"""Wait until somebody has stopped typing."""

import asyncio
import contextlib
import time
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, field

_DEAR = 0.02  # seconds: what takes longer waits for a pause, since whoever types would feel it


@dataclass(eq=False)
class Later:
    """Calls ``act`` once no further wish has come for a moment, and now and then while they keep coming.

    The moment grows with the time that ``act`` takes, so that a long draft leaves the kernel time to listen. While wishes
    keep coming and ``act`` takes long, ``meanwhile`` is called in its place. Without a running event loop (a script, a test)
    ``act`` is called at once.

    >>> calls = []; later = Later(lambda: calls.append("now")); later.soon(); calls, later.pending
    (['now'], False)
    """

    act: Callable[[], object]
    meanwhile: Callable[[], object] | None = None
    _: KW_ONLY
    wait: float = 0.25
    longest: float = 2.0
    _cost: float = field(default=0.0, init=False)
    _since: float = field(default=0.0, init=False)
    _timer: asyncio.TimerHandle | None = field(default=None, init=False)

    @property
    def pending(self) -> bool:
        """Whether there is something still to be done."""
        return self._timer is not None

    def soon(self) -> None:
        """Act in a moment."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self.now()
            return
        now = time.monotonic()
        if self._timer is None:
            self._since = now
        else:
            self._timer.cancel()
        left = self._since + self.longest - now
        if left <= 0 and self._cost > _DEAR:
            (self.meanwhile or self.act)()
            self._since, left = now, self.longest
        pause = self.wait + 4 * self._cost
        self._timer = loop.call_later(pause if self._cost > _DEAR else max(0.0, min(pause, left)), self.now)

    def again(self, seconds: float) -> None:
        """Act once more in some seconds, since it did not succeed; without a running event loop only the next wish does."""
        if self._timer is None:
            with contextlib.suppress(RuntimeError):
                self._timer = asyncio.get_running_loop().call_later(seconds, self.now)
                self._since = time.monotonic() + seconds

    def now(self) -> None:
        """Act at once, and not again for what was asked before."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        begun = time.perf_counter()
        self.act()
        self._cost = time.perf_counter() - begun


SETTLED = 0.2
"""Seconds after which the last keys have arrived: ipywidgets holds them back while the kernel works, but not a click."""


def after(seconds: float, act: Callable[[], object], *, at_once: bool = True) -> None:
    """Call ``act`` in some seconds; where no event loop runs at once, or not at all.

    >>> after(1, lambda: print("done"))
    done
    """
    try:
        asyncio.get_running_loop().call_later(seconds, act)
    except RuntimeError:
        if at_once:
            act()
