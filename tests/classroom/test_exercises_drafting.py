"""The exercises on drafting: they accept what is right in other words, and both languages show the same drafts."""

from __future__ import annotations

import pytest

import resolutionkit as rk
from resolutionkit.classroom.exercise import quoted_in


def quoted(number, language="en"):
    """The draft that stands in a question."""
    return quoted_in(rk.exercise(number).question.into(language))


CITED = "Recalling its resolution 75/10 of 23 November 2020"
LIST = "(a) To check data;\n\n(b) To correct them;"
WHOLE = (
    f"The General Assembly,\n\n{CITED},\n\nDeeply concerned that stolen passports are used at many borders,\n\n"
    "Concerned also that officers at small border posts cannot check them,\n\n"
    "1. Strongly urges all Member States to connect these posts to I-24/7;\n\n"
    "2. Requests the Secretary-General to report on the implementation of the present resolution."
)
RIGHT = [
    ("6.4", f"{CITED} on cooperation between the United Nations and INTERPOL,"),
    ("6.4", "*Reaffirming* its resolution 75/10, adopted on 23 November 2020,"),
    ("6.4", "Recalling its resolutions 71/19 of 21 November 2016 and 75/10 of 23 November 2020,"),
    ("6.4", "Bearing in mind its resolution A/RES/75/10 of 23 November 2020,"),
    ("6.5", f"1. *Urges* all States, in accordance with their laws:\n\n{LIST}"),
    ("6.5", f"1. Appeals to every Member State:\n{LIST}"),
    ("6.5", f"1. Recommends that Member States take these steps:\n\n{LIST}\n\n(c) To tell the traveller;"),
    (
        "6.7",
        f"The General Assembly,\n\n{CITED},\n\nGuided by the Charter,\n\n1. Asks INTERPOL to act;\n\n2. Decides to rest.",
    ),
]


@pytest.mark.parametrize(("number", "draft"), RIGHT)
def test_right_in_other_words(number, draft):
    marked = rk.exercise(number).mark(draft)
    assert marked.done, marked.text


STILL_WRONG = [
    ("6.4", "Recalling its resolution 75/10, adopted on 30 November 2020,", "res.adopted"),
    ("6.4", "Recalling the report of the Secretary-General on the work of INTERPOL,", "with its number: 75/10"),
    ("6.5", f"1. Commends Member States:\n\n{LIST}", "speaks to nobody"),
    ("6.5", "1. Urges all States:\n\na) To check data;\n\nb) To correct them;", "round brackets"),
    ("6.5", "1. Urges all States:\n\n(a)\tTo check data;\n\n(b)\tTo correct them", "UN303"),
    ("6.6", quoted("6.6"), "its resolution"),
    ("6.4", f"{CITED}.", "UN103"),
    ("6.4", f"{CITED},".replace("Recalling", "Recalls"), "UN104"),
    ("6.4", "Recalling its resolution 75/10 of November 23, 2020,", "UN404"),
    ("6.5", f"1. Calls upon all Member States\n\n{LIST}", "UN302"),
    ("6.5", f"1. Calls upon all Member States:\n\n{LIST}".replace("data;", "data; and"), "UN304"),
    ("6.5", f"1. All Member States should:\n\n{LIST}", "UN201"),
    ("6.6", WHOLE.replace("many borders,", "many borders;"), "UN103"),
    ("6.6", WHOLE.replace("Concerned also", "Also concerned"), "UN106"),
    ("6.6", WHOLE.replace("2. Requests", "2. Requests further"), "UN211"),
    ("6.7", WHOLE.removesuffix("."), "UN204"),
]


@pytest.mark.parametrize(("number", "draft", "says"), STILL_WRONG)
def test_what_else_goes_wrong(number, draft, says):
    marked = rk.exercise(number).mark(draft)
    assert (marked.status, says in marked.text) == ("not yet", True), marked.text


@pytest.mark.parametrize("number", ["6.1", "6.6"])
def test_the_draft_in_the_question_is_the_same_in_both_languages(number):
    assert quoted(number, "en") == quoted(number, "de")


def test_the_draft_of_the_conference_breaks_many_rules():
    codes = {f.code for f in rk.review(quoted("6.6"))}
    assert codes >= {"UN103", "UN104", "UN106", "UN203", "UN207", "UN211", "UN404", "UN501"}
