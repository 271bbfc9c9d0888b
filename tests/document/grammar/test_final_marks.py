"""With which mark a paragraph ends, and with which it ought to."""

from __future__ import annotations

import pytest

from resolutionkit.document.grammar.final_marks import final_mark, final_sign, split_final_mark


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Recalling its resolution,", ","),
        ("the Strategy,²", ","),
        ("the Strategy,[^2]", ","),
        ("the Strategy,12", ","),
        ("entitled “Veto”;", ";"),
        ("it reads “Veto.”", "."),
        ("*Decides*:*", ":"),
        ("the year 2030", ""),
        ("foreign terrorist", ""),
        ("to act; and", ""),
        ("(see above)", ""),
        ("to act; [agreed ad ref]", ";"),
        ("the Strategy, [US: delete] [EU]", ","),
        ("to [act] [rest]", ""),
        ("", ""),
    ],
)
def test_final_mark(text, mark):
    assert final_mark(text) == mark


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("act;", (3, ";")),
        ("act;3", (3, ";")),
        ("act;[^3] ", (3, ";")),
        ("act\u200b", (2, "t")),
        ("“act”", (4, "”")),
        ("act; [agreed]", (3, ";")),
        ("", (0, "")),
    ],
)
def test_final_sign(text, sign):
    assert final_sign(text) == sign


@pytest.mark.parametrize("text", ["to act; and", "handeln; und", "to act", "to act,  or", "", "."])
def test_nothing_is_lost_where_the_mark_is_parted(text):
    assert "".join(split_final_mark(text)) == text
