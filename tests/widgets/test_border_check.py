"""The border check without a browser: what a click leads to."""

from __future__ import annotations

import pytest
from lxml import html

from resolutionkit import policing
from resolutionkit.language import set_language
from resolutionkit.widgets import border_check


def words(widget) -> str:
    return html.fromstring(f"<div>{widget.value}</div>").text_content()


def test_a_stolen_passport_is_found_and_the_owner_is_told():
    check = border_check()
    check.scan.click()
    assert "1 hit" in words(check.answer)
    assert "A hit is a reason to ask, not proof" in words(check.answer)
    assert "Your data list it" in words(check.answer)
    assert ">hit</td>" in check.log.value
    assert ">outcome</th>" in check.log.value


def advised(check) -> str:
    check.scan.click()
    result = check._result
    return "enquire" if result.has_hit else "repeat" if result.silent else "pass"


def test_the_stack_holds_hits_no_hits_and_a_silent_database_and_ends():
    check, advice = border_check(), []
    while "Traveller" in check.traveller.value:
        advice.append(advised(check))
        check.decisions[advice[-1]].click()
    assert [advice.count(kind) for kind in ("enquire", "repeat", "pass")] == [3, 1, 5]
    assert "All 8 travellers are through; 8 decisions as the model advises." in words(check.traveller)


def test_who_asks_a_silent_database_again_gets_its_answer():
    check = border_check()
    while advised(check) != "repeat":
        check.decisions["pass"].click()
    before = check.traveller.value
    check.decisions["repeat"].click()
    assert (check.traveller.value, advised(check)) == (before, "enquire")


def test_hits_silence_and_no_hits_look_different():
    check, looks = border_check(), set()
    while "Traveller" in check.traveller.value:
        kind = advised(check)
        (row, *_) = html.fromstring(check.answer.value).xpath("//li")
        looks.add((kind, row.text_content()[0], row.get("style").split(";")[0]))
        check.decisions["refuse"].click()
    assert len({sign for _, sign, _ in looks}) == len({style for _, _, style in looks}) == 3


@pytest.mark.parametrize("decided", ["pass", "enquire", "repeat", "refuse"])
def test_each_decision_is_answered_with_its_reason(decided):
    check = border_check()
    check.scan.click()
    check.decisions[decided].click()
    assert words(check.note).startswith("✓" if decided == "enquire" else "✗")
    assert len(words(check.note)) > 40


def test_a_decision_before_the_scan_decides_nothing():
    check = border_check()
    check.decisions["pass"].click()
    assert "Scan the document first." in words(check.note)
    assert "Traveller 1" in check.traveller.value


@pytest.mark.parametrize("changed", [{"kind": "visa"}, {"country": "Ostrelia"}, {"number": "X1"}])
def test_what_another_document_gave_decides_nothing_about_the_traveller(changed):
    check = border_check()
    for name, value in changed.items():
        getattr(check, name).value = value
    check.scan.click()
    assert "no hit" in words(check.answer)
    check.decisions["pass"].click()
    assert "✓" not in words(check.note)
    assert "Traveller 1" in check.traveller.value


def test_after_the_last_traveller_any_document_can_be_decided_upon():
    check = border_check()
    while "Traveller" in check.traveller.value:
        check.scan.click()
        check.decisions["refuse"].click()
    check.number.value = "X1"
    check.decisions["pass"].click()
    assert words(check.note).startswith("✓")


def test_a_document_is_the_travellers_in_another_language_too():
    check = border_check()
    set_language("de")
    try:
        check.scan.click()
        check.decisions["enquire"].click()
    finally:
        set_language("en")
    assert words(check.note).startswith("✓")


def test_enter_in_the_field_scans_and_the_click_that_follows_is_the_same_scan():
    check = border_check()
    check.number.value = "X1"
    assert "no hit" in words(check.answer)
    check.scan.click()
    assert len([row for row in check.world.log() if row.action == "check"]) == 1
    check.scan.click()
    assert len([row for row in check.world.log() if row.action == "check"]) == 2


@pytest.mark.parametrize("number", ["", "x" * 10_000, "<script>", "\x00", "'; DROP TABLE documents"])
def test_a_bad_number_is_answered_kindly(number):
    check = border_check()
    check.number.value = number
    check.scan.click()
    assert "<script>" not in check.answer.value
    assert "✗" in check.answer.value or "no hit" in check.answer.value


def test_an_unknown_country_is_answered_kindly():
    check = border_check()
    check.country.field.value = "Nowhere"
    check.scan.click()
    assert "✗" in check.answer.value


@pytest.mark.parametrize("post", policing.WORDS["post"])
def test_every_post_can_ask(post):
    check = border_check()
    check.place.value = post
    check.scan.click()
    assert "1 hit" in words(check.answer)


def test_it_speaks_german():
    set_language("de")
    try:
        check = border_check()
        check.scan.click()
    finally:
        set_language("en")
    for word in (
        "Ergebnis",
        "Arlandia, Flughafen",
        "Grenzkontrolle",
        "Reisepass P1234567 (Borovia)",
        "Treffer",
        "erledigt",
    ):
        assert f">{word}</t" in check.log.value
    for code in ("airport", "passport", ">hit<", ">done<", "check"):
        assert code not in check.log.value


def test_a_check_in_a_world_of_ones_own_changes_nothing_in_it_but_the_log():
    world = policing.World.synthetic(seed=3, documents=0)
    check = border_check(world)
    check.scan.click()
    assert [row.action for row in world.log()] == ["check"]
