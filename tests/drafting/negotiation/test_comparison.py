"""What became of each paragraph: two resolutions of a series, and a draft and its next version."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resolutionkit as rk
from resolutionkit.document.model import Annex, Paragraph, Resolution
from resolutionkit.drafting.negotiation import Comparison
from resolutionkit.drafting.negotiation.comparison import pair_of, word_runs
from tests.corpus import FOLDER, needs_corpus

NEW = ["PP13", "PP14", "PP15", "PP23", "OP13", "OP14", "OP15", "OP16"]
"""Of 77/20; found by reading both resolutions side by side."""
PARTNERS = {
    **{"PP1": "PP1", "PP2": "PP2", "PP3": "PP3", "PP4": "PP24", "PP21": "PP25"},
    **{f"PP{n}": f"PP{n - 1}" for n in range(5, 14)},
    **{f"PP{n}": f"PP{n + 2}" for n in range(14, 21)},
    **{f"OP{n}": f"OP{n}" for n in range(1, 13)},
    **{f"OP{n}": f"OP{n + 4}" for n in range(13, 17)},
    **{f"OP13({item})": f"OP17({item})" for item in "abcde"},
}


@pytest.fixture(scope="module")
def series():
    older = rk.load(FOLDER / "75-10" / "75_10_E.xml")
    newer = rk.load(FOLDER / "77-20" / "A_RES_77_20-2226542E.xml")
    return rk.compare(older, newer)


@needs_corpus
def test_the_paragraphs_of_75_10_are_found_again_in_77_20(series):
    assert {p.before.label: p.after.label for p in series.pairs if p.before and p.after} == PARTNERS


@needs_corpus
def test_what_77_20_added(series):
    assert [pair.after.label for pair in series.pairs if pair.kind == "new"] == NEW


@needs_corpus
def test_one_paragraph_changed_its_place(series):
    assert [pair.label for pair in series.pairs if pair.moved] == ["PP4 → PP24"]


@needs_corpus
def test_no_word_of_either_text_is_lost(series):
    for pair in series.pairs:
        before = "".join(run.text for run in pair.words if run.kind != "added")
        after = "".join(run.text for run in pair.words if run.kind != "removed")
        assert before == (pair.before.text if pair.before else "")
        assert after == (pair.after.text if pair.after else "")


def draft(*texts: str) -> Resolution:
    return Resolution(operative=tuple(Paragraph(f"OP{n}", n, text=text) for n, text in enumerate(texts, start=1)))


OLD = draft("Urges States to share information;", "Invites the Secretary-General to report;", "Decides to meet again.")


@pytest.mark.parametrize(
    ("newer", "kinds"),
    [
        (OLD, ["kept", "kept", "kept"]),
        (draft(), ["dropped"] * 3),
        (draft("Urges States to share information;", "Decides to meet again."), ["kept", "dropped", "kept"]),
        (
            draft("Decides to meet again;", "Urges States to share information;", "Invites the Secretary-General to report."),
            ["moved", "kept", "kept"],
        ),
        (
            draft("Urges all States to share information;", "Invites the Secretary-General to report;", "Decides to meet again."),
            ["changed", "kept", "kept"],
        ),
        (
            draft("Condemns piracy;", "Urges States to share information;", "Invites the Secretary-General to report;", "Decides to meet again."),
            ["new", "kept", "kept", "kept"],
        ),
    ],
    ids=["same", "emptied", "dropped", "moved", "changed", "new"],
)  # fmt: skip
def test_kinds(newer, kinds):
    assert [pair.kind for pair in rk.compare(OLD, newer).pairs] == kinds


def test_marked_up_text_strikes_and_adds():
    newer = draft("Urges States to exchange information;", "Invites the Secretary-General to report;")
    assert (
        rk.compare(OLD, newer).marked_up().splitlines()[0]
        == "OP1 · Urges States to ~~share~~ **exchange** information;"
    )


def test_other_languages_do_not_compare():
    with pytest.raises(rk.KitError, match="same language"):
        rk.compare(OLD, rk.load())


def test_the_display_says_changes_without_colour():
    shown = rk.compare(OLD, draft("Urges <b>States</b> to share data;"))._repr_html_()
    assert "<del>" in shown
    assert "<ins>" in shown
    assert "<b>States" not in shown


def test_the_summary_speaks_german():
    rk.set_language("de")
    assert str(rk.compare(OLD, OLD)).endswith("3 unverändert, 0 verschoben, 0 geändert, 0 neu, 0 gestrichen")


@given(st.text(max_size=60), st.text(max_size=60))
def test_word_runs_hold_both_texts(before, after):
    runs = word_runs(before, after)
    assert "".join(r.text for r in runs if r.kind != "added") == before
    assert "".join(r.text for r in runs if r.kind != "removed") == after


def test_a_paragraph_that_moved_and_changed_says_both():
    newer = draft(
        "Decides to meet again in spring.",
        "Urges States to share information;",
        "Invites the Secretary-General to report;",
    )
    (pair,) = [pair for pair in rk.compare(OLD, newer).pairs if pair.moved]
    assert pair.kind == "changed"
    assert "changed · moved" in rk.compare(OLD, newer)._repr_html_()


def test_texts_must_be_parsed_to_be_compared():
    with pytest.raises(TypeError, match=r"rk\.parse"):
        rk.compare(OLD, "1. Urges all.")


@pytest.mark.parametrize("whole", [lambda r: r, lambda r: Resolution(parts=(r,))], ids=["annex", "annex of a part"])
def test_annexes_are_compared_too(whole):
    def annexed(text):
        return whole(Resolution(annexes=(Annex("Annex", (Paragraph("annex/1", text=text),)),)))

    older, newer = annexed("The first thing about crime is rest."), annexed("The second thing about crime is rest.")
    assert [pair.kind for pair in rk.compare(older, newer).pairs] == ["changed"]


def test_paragraphs_without_a_word_find_each_other():
    pairs = rk.compare(draft("—", "Urges."), draft("Urges.", "—")).pairs
    assert sorted(pair.kind for pair in pairs) == ["kept", "moved"]


def test_a_comparison_shows_itself_as_a_page():
    assert "<del>" in rk.compare(OLD, draft("Urges States to share data;"))._repr_html_()


def numbered(*paragraphs):
    return rk.parse("The General Assembly,\n\n" + "\n\n".join(paragraphs))


KEPT = [f"{n}. Urges States to do the thing that is number {n};" for n in range(1, 6)]


LAST = "6. Decides to remain seized of the matter until spring."
OTHER = "6. Decides to remain seized of the matter until autumn."


def test_a_long_row_of_kept_paragraphs_is_folded_away():
    shown = rk.compare(numbered(*KEPT, LAST), numbered(*KEPT, OTHER))._repr_html_()
    assert "5 paragraphs kept: OP1 to OP5" in shown
    assert "<del>spring" in shown
    assert "<ins>autumn" in shown


def test_a_paragraph_that_was_put_in_or_taken_out_is_named_by_its_only_label():
    longer, shorter = numbered(*KEPT, "6. Decides to rest."), numbered(*KEPT)
    assert "OP6" in rk.compare(shorter, longer)._repr_html_()
    assert "OP6" in rk.compare(longer, shorter)._repr_html_()


def test_words_that_came_stand_apart_from_those_that_went():
    shown = rk.compare(
        numbered("1. *Requests* all States to act."), numbered("1. *Invites* all States to act.")
    )._repr_html_()
    assert "<del><em>Requests</em></del> <ins><em>Invites</em></ins> all States to act." in shown


def test_what_was_mostly_rewritten_stands_below_the_old_text_and_is_not_woven_into_it():
    pair = pair_of(
        Paragraph("OP1", text="Urges States to publish a list of failures;"),
        Paragraph("OP1", text="Urges States to share good examples;"),
    )
    compared = Comparison(Resolution(), Resolution(), (pair,))
    assert (
        "<del>Urges States to publish a list of failures;</del><br><ins>Urges States to share good examples;</ins>"
        in compared._repr_html_()
    )
    assert (
        compared.marked_up()
        == "OP1 · ~~Urges States to publish a list of failures;~~ **Urges States to share good examples;**\n"
    )


@pytest.mark.parametrize(
    ("kind", "colour"), [("kept", "transparent"), ("new", "#009E73"), ("dropped", "#D55E00"), ("changed", "#0072B2")]
)
def test_each_kind_of_change_has_a_colour_of_its_own(kind, colour):
    shown = rk.compare(
        numbered("1. Urges all States to act.", "2. Asks for more.", "3. Rests"),
        numbered("1. Urges all States to act.", "2. Asks for much.", "3. Notes peace."),
    )._repr_html_()
    assert f'<li class="rk-{kind}" style="margin-bottom:.8em;border-color:{colour}">' in shown


def test_annexes_of_a_draft_are_open_points_too():
    old, new = (
        Resolution(annexes=(Annex("Annex", (Paragraph("annex/1", text=f"The {word} thing about crime is rest."),)),))
        for word in ("first", "second")
    )
    found = rk.open_points(old, {"A": old, "B": new})
    assert [(point.label, len(point.wordings)) for point in found.points] == [("annex/1", 2)]
