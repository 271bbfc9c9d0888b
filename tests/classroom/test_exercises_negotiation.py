"""Exercises on negotiating: other right answers are right too, and what is said about 75/10 is true."""

from __future__ import annotations

import pytest

import resolutionkit as rk

DATE_OUT = [
    "In OP1 delete “within one year”",
    'In OP1 delete the words "within one year"',
    "in operative paragraph 1 replace “within one year” by “, upon their request”",
    "Own data: Replace OP1 by: *Invites* Member States to connect border posts to I-24/7, as appropriate;",
    "OP1 should read: Encourages all Member States in a position to do so to connect their border posts to I-24/7;",
    "In Ziffer 1 „within one year“ streichen",
    "In OP1 replace “Requests” by “Invites”\nIn OP1 delete “within one year”",
    "In OP1 replace “one year” by “ten years”",
    "In OP1 replace “one year” by “24 months”",
    "Delete OP2\nIn OP1 delete “within one year”",
]


@pytest.mark.parametrize("answer", DATE_OUT)
def test_other_ways_to_take_the_date_out(answer):
    assert rk.exercise("7.4").mark(answer).done


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("In OP1 delete “within two years”", "does not fit"),
        ("Replace OP1 by: *Invites* Member States to train their officers;", "The aim is gone"),
        ("In OP1 replace “within one year” by “within one year, if possible”", "date still presses"),
        ("In OP1 replace “one year” by “six months”", "date still presses"),
        ("In OP1 delete “within one year”\nDelete OP1", "does not fit"),
        ("In OP1 delete “within one year”\nsee you soon", "cannot be read"),
    ],
)
def test_what_does_not_help_is_told_apart(answer, said):
    outcome = rk.exercise("7.4").mark(answer)
    assert (outcome.status, said in outcome.text) == ("not yet", True), outcome.text


FOR_THREE = [
    "1. Invites States to share fingerprints, upon request, with full respect for human rights;",
    "1. *Calls upon* Member States to exchange fingerprints and photographs, in accordance with domestic law and human rights;",
    "1. Encourages Member States to consider exchanging biometric data in a manner consistent with human rights;",
    "1. Requests Member States, where appropriate, to exchange fingerprints while respecting human rights law;",
    "1. Urges Member States to exchange fingerprints on a voluntary basis, respecting human rights;",
    "1. Encourages Member States:\n\n(a) To exchange fingerprints, in full respect of national sovereignty;\n\n"
    "(b) To respect human rights when they do so;",
]


@pytest.mark.parametrize("answer", FOR_THREE)
def test_other_paragraphs_for_three(answer):
    assert rk.exercise("7.5").mark(answer).done


CONSENSUS = [
    "We did not get OP3 out, but OP6 names nobody any more and OP2 respects our sovereignty. The text will be adopted "
    "without a vote, and we shall not object.",
    "Wir schließen uns dem Konsens an: Die Liste ist weg (OP6), und OP2 achtet unsere Souveränität. Dafür nehmen wir die "
    "Kontrollen in OP3 hin, die unsere Polizei ohnehin schon vornimmt.",
    "Nobody will call for a vote on OP2 or on anything else, so we join the consensus: the list is gone, sovereignty is "
    "named, and the checks are a price that we can pay.",
    "In a vote we might have lost; the text is adopted by consensus instead. OP2 has our words, OP6 has no list. We could "
    "not have voted for OP3, but we can live with it.",
]


@pytest.mark.parametrize("answer", CONSENSUS)
def test_other_reasons_to_join(answer):
    outcome = rk.exercise("7.6").mark(answer)
    assert outcome.done, outcome.text


@pytest.mark.parametrize(
    "answer", ["Wir stimmen dem Text zu und stimmen daher mit Ja", "Therefore we will vote yes", "I vote for it"]
)
def test_who_votes_has_not_joined_a_consensus(answer):
    padding = " because OP6 has no list any more and OP2 names our sovereignty, by consensus of all of us in the room tonight here"
    assert rk.exercise("7.6").mark(answer + padding).status == "not yet"


def test_figures_that_are_told_are_those_of_the_data():
    counts = rk.amend(rk.load(), rk.read_amendments(rk.exercise("7.3").question.en.split("```")[1])).comparison.counts()
    assert f"{counts['kept']} of {len(rk.load().paragraphs)} paragraphs" in rk.exercise("7.3").because.en
    assert f"{counts['kept']} von {len(rk.load().paragraphs)} Absätzen" in rk.exercise("7.3").because.de


def test_what_is_said_about_16_and_op2_stands_there():
    res = rk.load()
    assert "bekräftigte" in res["PP16"].text
    assert not res["PP16"].opener.startswith("bekräftig")
    assert all(words in res["OP2"].text for words in ("gegebenenfalls", "Fingerabdrücke", "Achtung der Menschenrechte"))


@pytest.mark.parametrize("number", ["7.2", "7.3", "7.4"])
def test_both_questions_show_the_same_amendments_and_draft(number):
    question = rk.exercise(number).question
    assert question.en.split("```")[1] == question.de.split("```")[1]
