"""Texts that say what the lesson says are complete, however they say it; texts that say the opposite hear so."""

from __future__ import annotations

import pytest

import resolutionkit as rk

SOUND = [
    (
        "2.6",
        "The table shows that Encourages opens 703 paragraphs and Urges 350, so the first is used more often. It "
        "cannot show which of the two is stronger. For that I would read OP4: who is urged, to do what, and what "
        "did the Assembly say two years earlier?",
    ),
    (
        "2.6",
        "Frequency is not strength. Requests opens many paragraphs (656), Decides only 341, and yet nobody would "
        "call Decides weaker for that. I would look at OP15, at whom it addresses and what it asks of him, and at"
        " earlier texts of the Assembly.",
    ),
    (
        "2.6",
        "The colleague is wrong: that Encourages begins 703 paragraphs only means that it is common. In OP4 the "
        "Assembly urges, and whether this is stronger than to encourage, the numbers do not tell. I would compare"
        " who is addressed and what is asked.",
    ),
    (
        "2.6",
        "Die Zahlen zeigen, wie gebräuchlich ein Verb ist: Encourages leitet 703 Absätze ein, Urges nur 350. Ob "
        "das eine stärker ist als das andere, zeigen sie nicht. Ich würde in OP4 nachsehen, wer aufgefordert "
        "wird, was verlangt wird und was vorher dort stand.",
    ),
    (
        "3.6",
        "A line in this network only means that both are named in the same paragraph. OP4 asks the United Nations"
        " and INTERPOL to promote the role of women in police work, and PP16 speaks of trafficking in women. "
        "Nothing is said about women's organizations that work with INTERPOL.",
    ),
    (
        "3.6",
        "The line counts three paragraphs that name women and INTERPOL: PP16, OP4 and OP6. That is co-mention and"
        " no cooperation. In PP16 and OP6 women are victims; my colleague has read into the line what is not "
        "there.",
    ),
    (
        "5.7",
        "Dear traveller, OP14 encourages checks of all travellers against databases. Your passport was still "
        "listed as stolen, so the officer had to ask. A hit is no proof, and you are not a suspect. You may refer"
        " to OP13(b), which asks for respect for national sovereignty and correct data. Please contact the "
        "authority that listed your passport.",
    ),
    (
        "5.7",
        "Sehr geehrter Herr, nach OP14 werden Reisende systematisch überprüft, und Ihr Pass stand noch als "
        "gestohlen in der Datenbank. Ein Treffer ist kein Beweis, sondern nur ein Anlass nachzufragen; niemand "
        "hält Sie für verdächtig. Berufen können Sie sich auf OP2, der die Achtung der Menschenrechte verlangt. "
        "Bitte wenden Sie sich an das Land, das den Eintrag gemacht hat.",
    ),
    (
        "5.7",
        "Dear Sir, your passport gave a hit because it had been reported stolen and the report was never "
        "withdrawn. OP14 of resolution 75/10 wants systematic checks. Such a hit says nothing about you; it tells"
        " the officer to ask the country that made the entry. Only that country can withdraw it. PP6 reminds us "
        "that police act within the law of each State.",
    ),
    (
        "7.6",
        "We can live with this text and join the consensus. OP2 keeps our sovereignty in words we proposed, and "
        "OP6 replaces the list by good examples. In exchange we accept OP3, the checks of all travellers, which "
        "we did not want.",
    ),
    (
        "7.6",
        "Minister, the text will be adopted without a vote. OP6 no longer names States, OP2 respects our "
        "sovereignty. OP3 is the price. If we objected, a vote would follow, and we would lose what we have won.",
    ),
    (
        "1.7",
        "The General Assembly asks the Secretary-General, in OP15 of resolution 75/10 of 23 November 2020, to "
        "report to it at its seventy-seventh session on how the resolution has been implemented.",
    ),
    (
        "1.7",
        "In operative paragraph 15 of its resolution 75/10, adopted on 23 November 2020, the Assembly requests a "
        "report from the Secretary-General about the implementation of the resolution, for the 77th session.",
    ),
    (
        "4.7",
        "OP3 says that INTERPOL and the Department of Peace Operations could cooperate more: “die Zusammenarbeit "
        "zwischen der INTERPOL und der Sekretariats-Hauptabteilung Friedensmissionen”. From the line alone one "
        "cannot see how much they work together today.",
    ),
    (
        "7.4",
        "In OP1 replace “within one year” by “when their capacities allow it”",
    ),
    (
        "7.4",
        "In OP1 delete “ within one year”",
    ),
    (
        "7.5",
        "1. Encourages Member States to exchange fingerprints and other biometric data, upon request and in "
        "accordance with national law, with full respect for human rights;",
    ),
]
THE_OPPOSITE = [
    (
        "2.6",
        "Urges has more force than Encourages because it is rarer: 350 against 703 paragraphs. So in OP4 the two "
        "organizations must act, while in OP13 they may. I would look at the table.",
    ),
    (
        "5.7",
        "Dear traveller, OP14 says that all travellers are checked. Since your passport is a stolen one you are "
        "under suspicion until the matter is clear. OP2 protects human rights. Please wait for our decision; we "
        "may have to arrest you at the next border if you travel with it again.",
    ),
    (
        "7.6",
        "We voted for the text because OP6 is better now and OP2 has our words. OP3 is the price for it, and a "
        "large majority carried the day, so we could not stand aside in the end.",
    ),
    (
        "3.6",
        "PP16, OP4 and OP6 name both, so INTERPOL works with women in three ways: against trafficking, in police "
        "work, and against exploitation of children. The line of weight 3 counts these.",
    ),
]


@pytest.mark.parametrize(("number", "text"), SOUND)
def test_a_sound_text_is_complete(number, text):
    outcome = rk.exercise(number).mark(text)
    assert outcome.status == "complete", outcome.text


@pytest.mark.parametrize(("number", "text"), THE_OPPOSITE)
def test_a_text_that_says_the_opposite_of_the_lesson_is_not(number, text):
    assert rk.exercise(number).mark(text).status == "not yet"
