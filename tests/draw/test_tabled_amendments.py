"""The picture of amendments on the table: every one has its box, and the words say the same."""

from __future__ import annotations

import matplotlib as mpl
import pytest
from made_amendments import add, delete, merge, move, replace, replace_words, split
from overlaps import overlaps

mpl.use("Agg")

import matplotlib.pyplot as plt  # after the backend is chosen

from resolutionkit import draw
from resolutionkit.drafting.negotiation import Amendment, roles, starting_draft

DRAFT = starting_draft("en")
LONG = "Delegation A, Delegation B, Delegation C, Delegation D"


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    plt.close("all")


def boxes(amendments: list[Amendment]) -> dict[tuple[str, str], str]:
    """(paragraph, sponsor) -> what is written there."""
    axes = draw.amendments_by_paragraph(DRAFT, amendments).axes[0]
    rows = [t.get_text() for t in axes.get_yticklabels()]
    columns = [t.get_text() for t in axes.get_xticklabels()]
    return {(rows[round(t.get_position()[1])], columns[round(t.get_position()[0])]): t.get_text() for t in axes.texts}


def test_every_amendment_has_its_box():
    wanted = [a for role in roles() for a in role.amendments]
    assert set(boxes(wanted)) == {(a.label, a.sponsor) for a in wanted}


@pytest.mark.parametrize(
    ("amendment", "words"),
    [
        (add("Notes;", after="OP1", sponsor="A"), "adds after"),
        (add("Notes;", before="OP1", sponsor="A"), "adds before"),
        (add("notes;", into="OP1", sponsor="A"), "adds at the end"),
        (delete("OP1", sponsor="A"), "deletes"),
        (replace("OP1", "Notes;", sponsor="A"), "replaces"),
        (replace_words("OP1", "Requests", "Invites", sponsor="A"), "changes words"),
        (move("OP1", after="OP2", sponsor="A"), "moves"),
        (merge("OP1", "OP2", sponsor="A"), "merges"),
        (split("OP1", after="Requests", sponsor="A"), "splits"),
        (Amendment("add", "OP1", "notes;", "to", sponsor="A"), "adds at the end"),
    ],
)
def test_a_box_says_what_is_wanted(amendment, words):
    assert boxes([amendment]) == {("OP1", "A"): words}
    assert draw.amendments_in_words(DRAFT, [amendment]).splitlines()[1] == f"OP1: A ({words})."


@pytest.mark.parametrize(
    "amendments",
    [
        [],
        [delete("OP1")],
        [delete("OP99", sponsor="A"), add("x", into="preamble", sponsor="A")],
        [delete("OP1", sponsor=LONG), replace("OP2", "x", sponsor=LONG[::-1])],
        [delete("OP1", sponsor="A"), replace("OP1", "x", sponsor="A"), add("x", after="OP1", sponsor="A")],
        [delete("OP1", sponsor=f"Delegation {n}") for n in range(8)],
    ],
    ids=["none", "no sponsor", "unknown paragraphs", "long names", "three by one", "eight"],
)
def test_whatever_is_tabled_can_be_read(amendments):
    assert overlaps(draw.amendments_by_paragraph(DRAFT, amendments)) == []
    assert draw.amendments_in_words(DRAFT, amendments).startswith(f"{len(amendments)} amendment")


def test_paragraphs_that_several_want_to_change_are_marked():
    axes = draw.amendments_by_paragraph(DRAFT, [a for role in roles(3) for a in role.amendments]).axes[0]
    rows = [t.get_text() for t in axes.get_yticklabels()]
    assert [rows[round(patch.get_y() + patch.get_height() / 2)] for patch in axes.patches] == ["OP2", "OP4"]
