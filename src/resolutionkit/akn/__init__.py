"""AKN4UN, the XML in which the United Nations publishes machine-readable resolutions, read and written."""

from __future__ import annotations

from resolutionkit.akn.read import load

__all__ = ["load"]
