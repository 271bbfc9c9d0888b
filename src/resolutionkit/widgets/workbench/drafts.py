"""A draft while it is being written: where it is kept, what is found in it, what can be put into it, how it leaves."""

from __future__ import annotations

from resolutionkit.document.writing.formats import WRITERS, below_here, export
from resolutionkit.widgets.workbench.draft_file import DraftFile, Saved
from resolutionkit.widgets.workbench.edit import insert_paragraph, replace_passage, wider
from resolutionkit.widgets.workbench.phrases import Phrase, paragraph_from, phrases
from resolutionkit.widgets.workbench.templates import START_NAMES, is_start, start_text
from resolutionkit.widgets.workbench.view import Remark, View, look, marked

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
