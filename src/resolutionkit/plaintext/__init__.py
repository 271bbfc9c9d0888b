"""Pasted text and Markdown, read and written."""

from __future__ import annotations

from resolutionkit.plaintext.read import detect_language, parse
from resolutionkit.plaintext.write import as_printed, to_text

__all__ = ["as_printed", "detect_language", "parse", "to_text"]
