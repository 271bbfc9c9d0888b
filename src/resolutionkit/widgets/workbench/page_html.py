"""What stands on the page of the workbench, as HTML; everything from a draft is escaped."""

from __future__ import annotations

import re
from urllib.parse import quote

from resolutionkit.document.model import Resolution, Span
from resolutionkit.document.writing.html_inline import escape
from resolutionkit.document.writing.write_html import resolution_html
from resolutionkit.drafting.review import rule
from resolutionkit.language import _
from resolutionkit.widgets.workbench.phrases import Part, Phrase, told
from resolutionkit.widgets.workbench.view import PlacedFinding

_HREF = re.compile(r' href="#[^"]*"')
_WORDS = 40
"""Characters on a button."""
_AROUND = 70
"""Characters shown on each side of a passage."""


def backdrop(marked: str, language: str) -> str:
    """The text below the text; the last line needs a character, or the browser leaves it out."""
    tongue = f' lang="{escape(language)}"' if language else ""
    return f'<div class="rk-text" aria-hidden="true"{tongue}>{marked}\u200b</div>'


def status(file: str, state: str, at: str, notice: str) -> str:
    """Where the draft is and whether it is saved, with what the learner should know besides."""
    if state == "failed":
        said = f"<b>⚠ {escape(notice)}</b>"
    else:
        place = "" if notice else _("Draft: {file}.").format(file=file)
        if at:
            place = _("✓ Saved in {file} at {at}.").format(file=file, at=at)
        said = escape(" ".join(part for part in (notice, place) if part))
    return f'<p role="status" class="rk-quiet">{said}</p>'


def cut_off() -> str:
    """What the style sheet shows when no sign of life comes any more: Python cannot say it then."""
    said = _(
        "Nothing is being saved: the kernel has ended or is busy. If this does not go away, copy what you wrote since the last "
        "save and run this cell again; it needs no other one, and your saved text comes back."
    )
    return f'<p role="status"><b>⚠ {said}</b></p>'


def mend(placed: PlacedFinding, text: str) -> str:
    """What the button says that mends a finding, as plain text: the whole of a word of which only the end is replaced."""
    if placed.mend is None or placed.span is None:
        return ""
    begun = re.search(r"\w*$", text[: placed.span[0]]) if placed.mend[:1].isalnum() else None
    words = (begun[0] if begun else "") + placed.mend
    shown = words if len(words) <= _WORDS else words[:_WORDS] + "…"
    return _("Write “{words}”").format(words=shown) if shown.strip() else _("Delete it")


def count(words: str, shown: int, of: int) -> str:
    """How much was found."""
    rest = _(" The first {shown} are listed here.").format(shown=shown)
    return f'<p role="status">{_lines(words)}{rest if shown < of else ""}</p>'


def row(placed: PlacedFinding) -> str:
    """One finding on its button, as plain text."""
    sign = "✗" if placed.is_error else "☞"
    return f"{sign} {placed.kind} · {placed.where}\n{placed.finding.message}"


def chosen(placed: PlacedFinding, text: str, here: Span | None, language: str) -> str:
    """One finding with its advice, its reason and its evidence, and the passage with its surroundings."""
    finding = placed.finding
    card = rule(finding.code)
    evidence = card.evidence(language) if placed.is_error else ""  # the advice of a hint says it already
    advice = f"<p>{escape(finding.advice)}</p>" if finding.advice else ""
    return (
        f"<p><b>{placed.kind} · {escape(placed.where)}</b> <span class='rk-quiet'>{escape(finding.code)}</span><br>"
        f"{escape(finding.message)}</p>{_excerpt(text, here)}{advice}"
        f'<p class="rk-quiet">{escape(" ".join(part for part in (str(card.why), evidence, card.source) if part))}</p>'
    )


def settled(placed: PlacedFinding) -> str:
    """What stands in the place of a finding that is no more."""
    said = _("Settled")
    return f'<p role="status"><b>✓ {said}:</b> {escape(placed.where)}, {escape(placed.finding.message)}</p>'


def preview(resolution: Resolution | None) -> str:
    """The draft as the United Nations would print it."""
    if resolution is None:
        said = _("Here your draft appears as the United Nations would print it.")
        return f'<p class="rk-quiet" style="margin:.6em">{said}</p>'
    name = _("Preview")
    return f'<div role="region" aria-label="{name}" tabindex="0">{_without_links(resolution_html(resolution))}</div>'


def places(resolution: Resolution | None, part: Part) -> dict[str, str]:
    """Where a phrase can be put, in words -> the label of the paragraph before it, "" for the end of the part."""
    end = _("at the end of the preamble") if part == "preamble" else _("at the end of the operative part")
    own = () if resolution is None else resolution.preamble if part == "preamble" else resolution.operative
    return {end: ""} | {_("after {label}").format(label=p.label): p.label for p in own}


def opener(phrase: Phrase | None, language: str) -> str:
    """What is known about the opener that was chosen."""
    said = (
        told(phrase, language)
        if phrase
        else _("The number behind an opener says how many paragraphs of adopted resolutions begin with it.")
    )
    return f'<p class="rk-quiet">{escape(said)}</p>'


def no_opener() -> str:
    """Nothing was chosen yet."""
    said = _("Choose an opener first, or write one.")
    return f'<p role="status">{said}</p>'


def kept(name: str) -> str:
    """What became of the text that was there before."""
    return _("Your earlier text is kept as {name}.").format(name=name)


def not_kept(fault: OSError) -> str:
    """Why the text was not replaced."""
    reason = fault.strerror or type(fault).__name__
    return _("Nothing was changed: your text could not be put aside first ({reason}).").format(reason=reason)


def nothing_to_export() -> str:
    """A blank page."""
    said = _("There is nothing to save a copy of yet.")
    return f'<p role="status">{said}</p>'


def not_exported(fault: Exception) -> str:
    """Why there is no copy."""
    reason = (fault.strerror or str(fault)) if isinstance(fault, OSError) else str(fault)
    said = _("No copy was saved.")
    return f'<p role="status"><b>⚠ {said}</b><br>{_lines(reason)}</p>'


def exported(shown: str, link: str) -> str:
    """Where the copy lies; ``link`` is its path from the notebook, "" where it lies elsewhere."""
    said = _("A copy is saved as")
    name = f'<a href="{quote(link)}" download>{escape(shown)}</a>' if link else f"<code>{escape(shown)}</code>"
    return f'<p role="status">✓ {said} {name}</p>'


def _excerpt(text: str, here: Span | None) -> str:
    if here is None:
        return ""
    start, end = here
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end:].partition("\n")[0]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    passage = text[start:end]
    return f'<p class="rk-excerpt">{escape(before)}<mark>{escape(passage)}</mark>{escape(after)}</p>'


def _without_links(markup: str) -> str:
    """A link to a footnote would change the address of the page, which is JupyterLab's."""
    return _HREF.sub("", markup)


def _lines(words: str) -> str:
    return escape(words).replace("\n", "<br>")
