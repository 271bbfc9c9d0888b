"""What a reader assumed because the source left it open, as a table for a notebook."""

from __future__ import annotations

from collections.abc import Iterator

from resolutionkit.document.model import Assumption, Resolution
from resolutionkit.document.writing.html_inline import templates
from resolutionkit.document.writing.html_style import reported
from resolutionkit.language import _


def assumptions_html(resolution: Resolution) -> str:
    """Return as a table what the reader had to decide because the source left it open.

    A row an assumption: the paragraph, the line of the source (from 1), what was decided, the words.

    >>> assumptions_html(Resolution()).count("<table")
    0
    >>> assumptions_html(Resolution(assumptions=(Assumption("hyphen", 3, "PP1", "Men- | schen"),))).count("<tr>")
    2
    """
    table = templates().get_template("assumptions.html")
    return reported(
        table.render(
            rows=[(one.label, one.line, _said(one.kind), one.detail) for one in _assumptions(resolution)],
            heads=(_("Paragraph"), _("Line"), _("What was decided"), _("Words concerned")),
            caption=_("What the reader had to decide because the source left it open"),
            nothing=_("Nothing had to be decided: the source says everything."),
            language=resolution.language,
        )
    )


def _assumptions(resolution: Resolution) -> Iterator[Assumption]:
    yield from resolution.assumptions
    for part in resolution.parts:
        yield from _assumptions(part)


def _said(kind: str) -> str:
    return {
        "page-break": _("a paragraph that a page break had cut was joined again, at the sign |"),
        "hyphen": _("a hyphen at the end of a line, at the sign |: kept or taken out"),
        "footnote-mark": _("a plain digit was read as a footnote mark"),
        "footnote-without-mark": _("a footnote without a mark in the text was kept"),
        "lost-number": _("a paragraph without a number was read as operative"),
        "numbering": _("every paragraph had the number 1, as Markdown allows; they were counted"),
        "bullet": _("bullets were read as sub-paragraphs (a), (b), (c)"),
        "encoding": _("the text is not in UTF-8; it was read in another encoding"),
        "control-character": _("an invisible character was taken out"),
    }.get(kind, kind)
