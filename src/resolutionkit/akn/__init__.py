"""AKN4UN, the XML in which the United Nations publishes machine-readable resolutions, read and written."""

from __future__ import annotations

from resolutionkit.akn.read import load
from resolutionkit.akn.write import to_akn

__all__ = ["load", "to_akn"]
