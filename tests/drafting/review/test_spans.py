"""Where findings point, and what the smallest slips of a writer are taken for."""

from __future__ import annotations

import pytest
from every import every
from example_drafts import example_draft

import resolutionkit as rk
from resolutionkit.document.grammar.verbs import one_edit_from
from resolutionkit.drafting.review import review
from resolutionkit.drafting.review.cards import cards

BAD = [
    (card, language, text)
    for card in cards().values()
    for language in card.severity
    for text in card.bad.get(language, ())
]
ELSEWHERE = ("", "title", "organ", "start", "end")


@every(BAD, lambda case: f"{case[0].code}, {case[1]}: {str(case[2]).strip()}")
def test_a_finding_points_at_characters_that_are_there(card, language, text):
    draft = example_draft(card, text, language)
    res = rk.parse(draft, language=language) if isinstance(draft, str) else draft
    (finding,) = review(draft, language=language)
    start, end = finding.span
    if finding.label in ELSEWHERE:
        assert 0 <= start <= end
    else:
        assert 0 <= start < end <= len(res[finding.label].text)


ORGAN = "The General Assembly,\n\n"
POINTED_AT = [
    # what, draft, code, label, the characters
    ("the comma behind the mark of a note",
     ORGAN + "Recalling the Strategy¹, and it,\n\n1. Asks it;\n\n2. Ends it.\n\n¹ Resolution 60/288.", "UN602", "PP1", ","),
    ("a full stop inside a quotation is the writer's",
     ORGAN + "Recalling it,\n\n1. Decides to say: “Peace first.”\n\n2. Ends it.", "UN203", None, None),
    ("the only paragraph has a number, and its first word is shown", ORGAN + "Recalling it,\n\n1. Welcomes the report.", "UN206", "OP1", "Welcomes"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "code", "label", "shown"), POINTED_AT, ids=[row[0] for row in POINTED_AT])
def test_a_finding_or_none(what, text, code, label, shown):
    res = rk.parse(text)
    found = {f.code: f for f in review(text)}
    if shown is None:
        assert code not in found
        return
    start, end = found[code].span
    assert found[code].label == label
    assert res[label].text[start:end] == shown


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("notnig", "noting"), ("notig", "noting"), ("notting", "noting"), ("nating", "noting"), ("notingg", "noting"),
        ("noting", ""), ("natnig", ""), ("otning", ""), ("notinggg", ""), ("ntoign", ""), ("noti", ""),
    ],
)  # fmt: skip
def test_one_slip_of_the_finger_is_recognized_and_two_are_not(slip, word):
    assert one_edit_from(slip, ["noting"]) == word


def test_the_first_paragraph_may_stand_on_the_line_of_the_organ():
    res = rk.parse("The General Assembly, Recalling its resolution 71/19,\n\n1. Requests a report;\n\n2. Ends it.")
    assert (res.organ, [p.label for p in res.paragraphs]) == ("The General Assembly", ["PP1", "OP1", "OP2"])
    assert res["PP1"].text == "Recalling its resolution 71/19,"


def test_text_without_an_organ_may_begin_with_a_heading():
    res = rk.parse("# Police cooperation\n\nRecalling its resolution 71/19,\n\n1. Requests a report;\n\n2. Ends it.")
    assert [p.label for p in res.paragraphs] == ["PP1", "OP1", "OP2"]
    assert not any(p.above for p in res.paragraphs)


def test_the_marks_of_notes_stand_in_the_text_where_they_stand_in_print():
    assert "Bekämpfung des Terrorismus² unterstützen" in rk.to_text(rk.load())


@pytest.mark.parametrize(
    ("text", "advised"),
    [
        (
            "Die Generalversammlung,\n\nunter Hinweis darauf,\n\n1. begrüßt den Bericht;\n\n2. begrüßt den Plan.",
            "begrüßt außerdem",
        ),
        (ORGAN + "Recalling it,\n\n1. Welcomes the report;\n\n2. Welcomes the plan.", "Also welcomes"),
        (ORGAN + "Recalling it,\n\nRecalling the Charter,\n\n1. Welcomes the report;\n\n2. Ends it.", "Recalling also"),
    ],
)
def test_the_mark_of_a_repeat_stands_where_the_language_and_the_part_have_it(text, advised):
    assert any(advised in finding.advice for finding in review(text))
