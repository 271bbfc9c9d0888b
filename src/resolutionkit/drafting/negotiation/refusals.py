"""Why a line is no amendment that the kit understands, and what to write instead."""

from __future__ import annotations

from resolutionkit.drafting.negotiation.amendment_phrases import TEXT, forms, says
from resolutionkit.drafting.negotiation.said import Said, readings
from resolutionkit.errors import Location, ReadError
from resolutionkit.language import _, ngettext

_SHOWN = 100
"""Characters of a line that are quoted."""


def not_understood(unread: list[tuple[int, str]]) -> ReadError:
    """Return the error for some lines, each with its number: it says of each what is missing and how to write it.

    >>> print(not_understood([(3, "Strike the funding")]).found)
    1 line that could not be understood:
      3: Strike the funding
         It does not say which paragraph. Write: Delete OP5 · In OP5 delete “…”
    """
    told = []
    for number, said in unread:
        reason, instead = _why(said)
        shown = said if len(said) <= _SHOWN else said[:_SHOWN].rsplit(" ", 1)[0] + " …"
        told.append(
            f"\n  {number}: {shown}\n     {reason} " + _("Write: {instead}").format(instead=" · ".join(instead))
        )
    lines = ngettext("{n} line that could not be understood:", "{n} lines that could not be understood:", len(unread))
    return ReadError(
        expected=_("Amendments, one a line"),
        found=lines.format(n=len(unread)) + "".join(told),
        place=Location(line=unread[0][0]),
        advice=_("Word these lines in one of the ways shown below them."),
    )


def _why(said: str) -> tuple[str, list[str]]:
    """The reason, and forms that would be understood, about the same paragraph where the line names one."""
    *_with_text, whole = readings(said)
    with_text = next((line for line in _with_text if line.labels), None)
    line = with_text or whole
    wants = says(next(forms(line.form)))
    if with_text and not wants:  # “OP5: strike everything”: what is wanted is said first
        wants = says(" ".join(next(forms(whole.form)).split()[:2]))
    label = line.labels[0][0] if line.labels else whole.labels[0][0] if whole.labels else ""
    if not label:
        return _("It does not say which paragraph."), _ways(wants, "OP5", "OP4", "OP6")
    return _about(line, wants, label), _ways(wants, label, _beside(label, -1), _beside(label, 1), text=bool(with_text))


def _about(line: Said, wants: str, label: str) -> str:
    if not wants and line.form.endswith(TEXT):
        return _("It does not say what the text behind the colon is: the new {label}, or one more paragraph.").format(
            label=label
        )
    if not wants:
        return _("It does not say what shall become of {label}.").format(label=label)
    if wants == "replace" and len(line.quotes) == 1:
        return _("It quotes one passage, and two are needed: what goes and what comes.")
    if wants in ("replace", "delete") and not line.quotes:
        return _("The words that it is about do not stand in quotation marks, or the new text is missing.")
    if wants == "add":
        return _("It does not say where in {label}, or whether after it or before it.").format(label=label)
    return {
        "move": _("It does not say after which paragraph or before which one."),
        "merge": _("It does not name the two paragraphs that shall become one."),
        "swap": _("It does not name the two paragraphs that shall change places."),
        "split": _("It does not say behind which words {label} shall end.").format(label=label),
    }.get(wants, _("Its words do not stand in an order that is known."))


def _ways(wants: str, label: str, before: str, after: str, *, text: bool = False) -> list[str]:
    delete = [_("Delete {label}"), _("In {label} delete “…”")]
    replace = [_("In {label} replace “…” by “…”"), _("Replace {label} by: …")]
    add = [_("Insert after {label}: …"), _("In {label} insert “…” after “…”"), _("Add “…” at the end of {label}")]
    as_new = [_("Replace {label} by: …"), _("Insert after {before}: …")]
    known = {
        "delete": delete,
        "replace": replace,
        "add": add,
        "move": [_("Move {label} after {after}"), _("Move {label} before {before}")],
        "merge": [_("Merge {label} and {after}"), _("Merge {label} and {after} to read: …")],
        "swap": [_("Swap {label} and {after}")],
        "split": [_("Split {label} after “…”")],
        "": as_new if text else [delete[0], replace[1], replace[0], add[0]],
    }
    return [way.format(label=label, before=before, after=after) for way in known.get(wants, known[""])]


def _beside(label: str, step: int) -> str:
    number = int("".join(c for c in label.partition("(")[0] if c.isdigit()) or 1) + step
    return f"{'PP' if label.startswith('PP') else 'OP'}{max(number, 1)}"
