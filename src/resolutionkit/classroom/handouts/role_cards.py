"""Handouts for the table at which a group negotiates: the draft, and a card for each delegation."""

from __future__ import annotations

from resolutionkit.document.model import Resolution
from resolutionkit.document.writing.html_inline import escape
from resolutionkit.document.writing.write_html import paragraph_html
from resolutionkit.drafting.negotiation import roles, starting_draft
from resolutionkit.language import _

_ROOM = 5
"""Empty lines for amendments: so many fit below the draft on one page, in German too."""


def draft() -> str:
    """Return the draft that the role cards amend, widely spaced, with room for amendments.

    >>> draft().count('class="lines"') == _ROOM
    True
    """
    said = _(
        "This draft is ours and no document of the United Nations. Write an amendment like this: "
        "“Delete OP4”, “Insert after OP2: …”, “Replace OP3 by: …”, “In OP5 replace “…” by “…””."
    )
    amendments = _("Amendments")
    room = '<div class="lines"></div>' * _ROOM
    return f'<p class="note">{said}</p><div class="wide">{_text(starting_draft())}</div><h2>{amendments}</h2>{room}'


def _text(resolution: Resolution) -> str:
    tops = (*resolution.preamble, *resolution.operative)
    paragraphs = "".join(f"<div>{paragraph_html(p, language=resolution.language)}</div>" for p in tops)
    return f"<h2>{escape(resolution.title)}</h2><p><em>{escape(resolution.organ)}</em>,</p>{paragraphs}"


def role_cards() -> str:
    """Return the cards of all five delegations, one below the other, none cut by a page.

    >>> role_cards().count('class="card"')
    5
    """
    said = _(
        "We made these up: they describe interests, and no State, group or person that exists. A group "
        "of three plays the first three, a group of four the first four."
    )
    secret = _("For your eyes only. Show it to nobody before the President asks for it, not even to your group.")
    cards = "".join(
        f'<section class="card"><p class="secret">{secret}</p>{role.inside_html("h2")}</section>' for role in roles()
    )
    return f'<p class="note">{said}</p>{cards}'
