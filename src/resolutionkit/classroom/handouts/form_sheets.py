"""Handouts of the test before and after: the forms to answer on paper, and the key for a teacher."""

from __future__ import annotations

from resolutionkit.classroom.outcome import html
from resolutionkit.classroom.twin_forms import Form, items
from resolutionkit.document.writing.html_inline import escape
from resolutionkit.language import _


def form_sheet(form: str, plan: str = "") -> str:
    """Return a form with a strip for the answers.

    >>> form_sheet("A").count("<ol type=") == len(items("A"))
    True
    """
    count = len(items(form, plan))
    numbers = "".join(f"<th>{n}</th>" for n in range(1, count + 1))
    strip = f'<table class="strip"><tr>{numbers}</tr><tr>{"<td>&nbsp;</td>" * count}</tr></table>'
    name = _("Name, date:")
    how = _("Your letters:")
    shown = html("test", form=Form("before", form, plan), paper=True)
    return f'<section class="form"><p>{name}</p>{shown}<p><b>{how}</b></p>{strip}</section>'


def form_key(form: str) -> str:
    """Return the right letters of a form, each with its reason."""
    rows = "".join(
        f'<tr><td class="label">{n}</td><td class="label">{next(letter for letter in "abcd" if item.right(letter))}</td>'
        f"<td>{escape(str(item.because))}</td></tr>"
        for n, item in enumerate(items(form), 1)
    )
    head = _("Form {form}").format(form=form)
    return f"<h2>{head}</h2><table>{rows}</table>"
