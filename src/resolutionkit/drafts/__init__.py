"""A draft while it is being written: where it is kept, what is found in it, what can be put into it, how it leaves."""

from __future__ import annotations

from resolutionkit.drafts.change import insert_paragraph, replace_passage, wider
from resolutionkit.drafts.formats import WRITERS, below_here, export
from resolutionkit.drafts.keep import DraftFile, Saved
from resolutionkit.drafts.phrases import Phrase, paragraph_from, phrases
from resolutionkit.drafts.starts import START_NAMES, is_start, start_text
from resolutionkit.drafts.view import Remark, View, look, marked

__all__ = [
    "START_NAMES",
    "WRITERS",
    "DraftFile",
    "Phrase",
    "Remark",
    "Saved",
    "View",
    "below_here",
    "export",
    "insert_paragraph",
    "is_start",
    "look",
    "marked",
    "paragraph_from",
    "phrases",
    "replace_passage",
    "start_text",
    "wider",
]
