"""Pasted text and Markdown, read and written."""

from __future__ import annotations

from resolutionkit.plaintext.read import detect_language, parse

__all__ = ["detect_language", "parse"]
