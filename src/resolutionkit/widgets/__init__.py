"""What can be clicked: ipywidgets on top of everything else, with no logic of their own."""

from __future__ import annotations

from resolutionkit.widgets.hello import hello

__all__ = ["hello"]
