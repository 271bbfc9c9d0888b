"""Any text as a document number is either found after it was entered, or refused with one error."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from resolutionkit.errors import KitError, ReadError
from resolutionkit.language import set_language
from resolutionkit.policing import World

GOOD = [
    ("P1234567", "P1234567"),
    ("p1234567", "P1234567"),
    ("  P 123-4567\n", "P1234567"),
    ("P1234567<<", "P1234567"),
    ("0", "0"),
    ("A" * 20, "A" * 20),
]
BAD = {
    "empty": "",
    "blank": "   ",
    "only separators": "<<--",
    "too long": "A" * 21,
    "ten thousand": "A" * 10_000,
    "ten thousand spaces": " " * 10_000,
    "NUL": "P1\x002",
    "bell": "P1\a2",
    "newline inside": "P1\n2",
    "SQL": "'; DROP TABLE log; --",
    "SQL wildcard": "P%",
    "sharp s, SS in capitals": "Straße",
    "long s, S in capitals": "ſ123",
    "dotless i, I in capitals": "ı123",
    "full-width digits": "１２３",
    "other alphabet": "АВС123",
    "half a character": "P\ud8001",
    "turned text": "P\u202e1",
    "HTML": "<b>P1</b>",
    "bytes": b"P1234567",
    "number": 1234567,
    "nothing": None,
    "list": ["P1234567"],
}


@pytest.fixture(scope="module")
def world():
    return World.synthetic(seed=10, documents=0)


@pytest.mark.parametrize(("typed", "kept"), GOOD, ids=[kept for _, kept in GOOD])
def test_a_number_is_kept_in_one_form(world, typed, kept):
    assert world.bureau("Arlandia").report_stolen(typed).fields["number"] == kept


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_what_is_no_number_is_refused_and_not_logged(world, bad, language):
    before = len(world.log())
    set_language(language)
    try:
        with pytest.raises(ReadError) as caught:
            world.post("Borovia").check(bad, "Arlandia")
        said = str(caught.value)
    finally:
        set_language("en")
    assert ("A document number" if language == "en" else "eine Dokumentnummer") in said
    assert len(said) < 500
    assert len(world.log()) == before


def test_the_error_points_at_the_character(world):
    with pytest.raises(ReadError) as caught:
        world.post("Borovia").check("P12;4", "Arlandia")
    assert caught.value.place.column == 4


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.text(alphabet="aZ09 -<\t\n'\";%_ßİ", max_size=30), st.from_regex(r"[A-Z0-9]{1,22}")))
@example("")
@example("İ")
def test_any_text_is_found_after_it_was_entered_or_refused(world, typed):
    bureau, post = world.bureau("Arlandia"), world.post("Borovia")
    try:
        record = bureau.report_stolen(typed)
    except KitError:
        with pytest.raises(ReadError):
            post.check(typed, "Arlandia")
        return
    assert [hit.number for hit in post.check(typed, "Arlandia").hits] == [record.number]
    bureau.withdraw(record)
    assert post.check(typed, "Arlandia").hits == ()


@settings(max_examples=150, deadline=None)
@given(st.text(), st.text())
def test_any_message_arrives_as_it_was_sent_or_is_refused(world, subject, text):
    try:
        sent = world.bureau("Arlandia").send("Borovia", subject, text)
    except ReadError:
        return
    got = next(m for m in world.bureau("Borovia").inbox() if m.number == sent.number)
    assert (got.subject, got.text) == (subject.strip(), text.strip())
