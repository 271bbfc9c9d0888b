"""Amendments on the table: who wants to change which paragraph of a draft."""

from collections.abc import Iterable, Sequence

from matplotlib.figure import Figure

from resolutionkit.document.model import Resolution
from resolutionkit.drafting.negotiation.amendments import Amendment
from resolutionkit.draw.style import BLUE, GREEN, GREY, INK, VERMILION, figure_style, new_axes
from resolutionkit.language import _, ngettext

_COLOURS = {"add": GREEN, "delete": VERMILION}  # by what a sponsor wants; all that changes or moves words is blue


def amendments_by_paragraph(draft: Resolution, amendments: Iterable[Amendment]) -> Figure:
    """Draw a row for each paragraph of a draft and a column for each sponsor; a box says what the sponsor wants there.

    Rows that more than one sponsor wants to change are grey: there is something to talk about.
    :func:`amendments_in_words` says the same.

    >>> from resolutionkit.drafting.negotiation import roles, starting_draft
    >>> figure = amendments_by_paragraph(starting_draft("en"), roles()[0].amendments)
    >>> [label.get_text() for label in figure.axes[0].get_xticklabels()]
    ['Facilitator']
    """
    wanted = tuple(amendments)
    cells = _cells(draft, wanted)
    sponsors = list(dict.fromkeys(amendment.sponsor for amendment in wanted))
    names = [sponsor or _("no name") for sponsor in sponsors]
    names = [name if len(name) <= 24 else name[:23] + "…" for name in names]  # a long one would cover its neighbours
    written = [*(words for row in cells.values() for words in map(_written, row.values())), *names]
    with figure_style():
        widest = max((len(line) for words in written for line in words.splitlines()), default=0)
        lines = max((words.count("\n") + 1 for words in written), default=1)
        width = max(4.0, 1.6 + max(2.0, 0.12 * widest) * len(sponsors))
        height = 1.4 + (0.16 + 0.19 * lines) * max(len(cells), 3)
        figure, (axes,) = new_axes(amendments_in_words(draft, wanted), width, height)
        for row, touching in enumerate(cells.values()):
            if len(touching) > 1:
                axes.axhspan(row - 0.5, row + 0.5, color="#E8E8E8", zorder=0)
            for column, sponsor in enumerate(sponsors):
                if some := touching.get(sponsor):
                    colour = _COLOURS.get(some[0].kind, BLUE)
                    box = {"boxstyle": "round,pad=0.3", "facecolor": "white", "edgecolor": colour, "lw": 2}
                    axes.text(column, row, _written(some), ha="center", va="center", color=INK, bbox=box)
        axes.set_yticks(range(len(cells)), list(cells))
        axes.set_xticks(range(len(sponsors)), names)
        axes.tick_params(length=0, top=True, labeltop=True, bottom=False, labelbottom=False)
        axes.set(xlim=(-0.6, max(len(sponsors), 1) - 0.4), ylim=(max(len(cells), 1) - 0.4, -0.6))
        axes.spines[["left", "bottom"]].set_visible(False)
        for row in range(len(cells) + 1):
            axes.axhline(row - 0.5, color=GREY, lw=0.4, zorder=0)
        axes.set_title(_("Who wants to change what"), pad=12)
        return figure


def amendments_in_words(draft: Resolution, amendments: Iterable[Amendment]) -> str:
    """Say in words what :func:`amendments_by_paragraph` shows.

    >>> from resolutionkit.drafting.negotiation import roles, starting_draft
    >>> print(amendments_in_words(starting_draft("en"), roles()[0].amendments))
    2 amendments by 1 sponsor to 2 of 10 paragraphs.
    PP3: Facilitator (adds after).
    OP4: Facilitator (replaces).
    """
    wanted = tuple(amendments)
    cells = _cells(draft, wanted)
    sponsors, touched = len({amendment.sponsor for amendment in wanted}), [label for label in cells if cells[label]]
    said = _("{amendments} by {sponsors} to {touched} of {paragraphs}.").format(
        amendments=ngettext("{n} amendment", "{n} amendments", len(wanted)),
        sponsors=ngettext("{n} sponsor", "{n} sponsors", sponsors),
        touched=len(touched),
        paragraphs=ngettext("{n} paragraph", "{n} paragraphs", len(cells)),
    )
    lines = [
        f"{label}: " + ", ".join(f"{a.sponsor} ({_what(a)})".strip() for a in wanted if a.label == label) + "."
        for label in touched
    ]
    return "\n".join([said, *lines])


def _cells(draft: Resolution, amendments: Sequence[Amendment]) -> dict[str, dict[str, list[Amendment]]]:
    """Label -> sponsor -> what that sponsor wants there; labels that the draft does not have come last."""
    cells: dict[str, dict[str, list[Amendment]]] = {p.label: {} for p in draft.paragraphs}
    for amendment in amendments:
        cells.setdefault(amendment.label, {}).setdefault(amendment.sponsor, []).append(amendment)
    return cells


def _written(amendments: Iterable[Amendment]) -> str:
    return "\n".join(dict.fromkeys(map(_what, amendments)))


def _what(amendment: Amendment) -> str:
    said = {"after": _("adds after"), "before": _("adds before"), "delete": _("deletes"), "replace": _("replaces")}
    said |= {"replace_words": _("changes words"), "move": _("moves"), "merge": _("merges"), "split": _("splits")}
    return said.get(amendment.position if amendment.kind == "add" else amendment.kind, _("adds at the end"))
