"""Why a line is no amendment that the kit understands, and what to write instead."""

from __future__ import annotations

from resolutionkit.drafting.negotiation.amendment_phrases import TEXT, forms, listed, says
from resolutionkit.drafting.negotiation.said import Said, readings
from resolutionkit.errors import Location, ReadError
from resolutionkit.language import Text, _, ngettext

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
        told.append(f"\n  {number}: {shown}\n     {reason} " + _("Write: {instead}").format(instead=instead))
    lines = ngettext("{n} line that could not be understood:", "{n} lines that could not be understood:", len(unread))
    return ReadError(
        expected=_("Amendments, one a line"),
        found=lines.format(n=len(unread)) + "".join(told),
        place=Location(line=unread[0][0]),
        advice=_("Word these lines in one of the ways shown below them."),
    )


def _why(said: str) -> tuple[str, str]:
    """The reason, and forms that would be understood, about the same paragraph where the line names one."""
    *_with_text, whole = readings(said)
    with_text = next((line for line in _with_text if line.labels), None)
    line = with_text or whole
    wants = says(next(forms(line.form)))
    if with_text and not wants:  # “OP5: strike everything”: what is wanted is said first
        wants = says(" ".join(next(forms(whole.form)).split()[:2]))
    label = line.labels[0][0] if line.labels else whole.labels[0][0] if whole.labels else ""
    reason = _reason(line, wants) if label else "without_label"
    ways = wants or ("text" if with_text and label else "unknown")
    return _in_words(reason, "why", label), _in_words(ways, "ways", label or "OP5")


def _reason(line: Said, wants: str) -> str:
    """The refusal in the data that says what a line about a known paragraph lacks."""
    if not wants:
        return "text" if line.form.endswith(TEXT) else "unknown"
    if wants == "replace" and len(line.quotes) == 1:
        return "one_quotation"
    if wants in ("replace", "delete") and not line.quotes:
        return "no_quotation"
    return "order" if wants in ("replace", "delete") else wants


def _in_words(refusal: str, what: str, label: str) -> str:
    """What the data say, about one paragraph and its neighbours."""
    number = int("".join(c for c in label.partition("(")[0] if c.isdigit()) or 1)
    part = "PP" if label.startswith("PP") else "OP"
    near = {"label": label, "before": f"{part}{max(number - 1, 1)}", "after": f"{part}{number + 1}"}
    return str(Text(**listed()["refusals"][refusal][what])).format(**near)
