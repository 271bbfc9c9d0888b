"""What a reader assumed because the source left it open, as a table for a notebook."""

from __future__ import annotations

from collections.abc import Iterator

from resolutionkit.document.model import Assumption, Resolution
from resolutionkit.document.writing.html_inline import escape, table_row
from resolutionkit.document.writing.html_style import reported
from resolutionkit.language import _


def assumptions_html(resolution: Resolution) -> str:
    """Return as a table what the reader had to decide because the source left it open.

    A row a assumption: the paragraph, the line of the source (from 1), what was decided, the words.

    >>> assumptions_html(Resolution()).count("<table")
    0
    >>> assumptions_html(Resolution(assumptions=(Assumption("hyphen", 3, "PP1", "Men- | schen"),))).count("<tr>")
    2
    """
    assumptions = list(_assumptions(resolution))
    if not assumptions:
        said = _("Nothing had to be decided: the source says everything.")
        return reported(f"<p>{said}</p>")
    heads = (
        _("Paragraph"),
        _("Line"),
        _("What was decided"),
        _("Words concerned"),
    )
    rows = "".join(table_row(_cells(assumption, resolution.language)) for assumption in assumptions)
    caption = _("What the reader had to decide because the source left it open")
    return reported(
        f"<table><caption>{caption}</caption><thead>{table_row(heads, head=True)}</thead><tbody>{rows}</tbody></table>"
    )


def _assumptions(resolution: Resolution) -> Iterator[Assumption]:
    yield from resolution.assumptions
    for part in resolution.parts:
        yield from _assumptions(part)


def _cells(assumption: Assumption, language: str) -> tuple[str, ...]:
    said = {
        "page-break": _("a paragraph that a page break had cut was joined again, at the sign |"),
        "hyphen": _("a hyphen at the end of a line, at the sign |: kept or taken out"),
        "footnote-mark": _("a plain digit was read as a footnote mark"),
        "footnote-without-mark": _("a footnote without a mark in the text was kept"),
        "lost-number": _("a paragraph without a number was read as operative"),
        "numbering": _("every paragraph had the number 1, as Markdown allows; they were counted"),
        "bullet": _("bullets were read as sub-paragraphs (a), (b), (c)"),
        "control-character": _("an invisible character was taken out"),
    }.get(assumption.kind, escape(assumption.kind))
    words = f'<span lang="{escape(language)}">{escape(assumption.detail)}</span>' if assumption.detail else ""
    return escape(assumption.label) or "–", str(assumption.line), said, words
