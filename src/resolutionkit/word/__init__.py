"""Resolutions as Word documents, and Word documents as text; needs python-docx (``pip install resolutionkit[docx]``)."""

from __future__ import annotations

from resolutionkit.errors import ReadError
from resolutionkit.language import _

try:
    import docx as _docx
except ImportError:
    raise ReadError(
        expected=_("The package python-docx, for Word files"),
        found=_("not installed"),
        advice="pip install 'resolutionkit[docx]'",
    ) from None
del _docx

from resolutionkit.word.read import text_of  # noqa: E402  # after the check, which says it more kindly
from resolutionkit.word.write import document  # noqa: E402

__all__ = ["document", "text_of"]
