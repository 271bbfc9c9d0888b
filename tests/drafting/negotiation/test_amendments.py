"""Amendments: read, applied, undone; nothing of a draft is ever lost on the way."""

from __future__ import annotations

import contextlib
import dataclasses
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_amendments import add, delete, merge, move, replace, replace_words, split
from resolution_words import lost

import resolutionkit as rk
from resolutionkit.document.model import Heading, Paragraph, Resolution
from resolutionkit.drafting.negotiation import amend, compare, read_amendments
from resolutionkit.errors import ReadError
from resolutionkit.language import set_language

DRAFT = rk.parse(
    """# Test of amendments

The General Assembly,

*Recalling* its resolution 75/10 of 23 November 2020,[^1]

*Noting* the report of the Secretary-General,

*Convinced* of the need to act,

1. *Urges* all States to share information, as set out in paragraph 4 above;

2. *Calls upon* States:

(a) To train police officers;

(b) To use the databases;[^2]

(c) To report every year;

3. *Decides* to remain seized of the matter;

4. *Requests* the Secretary-General to report.

[^1]: A/RES/75/10.

[^2]: See A/75/1.
""",
    "en",
)


def labels(draft):
    return [p.label for p in draft.paragraphs]


def test_the_draft_is_what_these_tests_think():
    assert labels(DRAFT) == ["PP1", "PP2", "PP3", "OP1", "OP2", "OP2(a)", "OP2(b)", "OP2(c)", "OP3", "OP4"]
    assert [note.number for note in DRAFT.footnotes] == [1, 2]


@pytest.mark.parametrize(
    ("amendment", "label", "text"),
    [
        (delete("OP4"), "OP3", "Decides to remain seized of the matter."),
        (delete("OP1"), "OP1", "Calls upon States:"),
        (delete("OP2(c)"), "OP2(b)", "To use the databases;"),
        (delete("OP2(a)"), "OP2(a)", "To use the databases;"),
        (add("Invites States to meet", after="OP4"), "OP5", "Invites States to meet."),
        (add("Invites States to meet", after="OP4"), "OP4", "Requests the Secretary-General to report;"),
        (add("7. *Invites* States to meet.", before="OP1"), "OP1", "Invites States to meet;"),
        (add("Mindful of peace;", after="PP3"), "PP4", "Mindful of peace,"),
        (add("(x) To rest", after="OP2(a)"), "OP2(b)", "To rest;"),
        (add("Invites States:\n(a) to meet\n(b) to act", after="OP4"), "OP5(b)", "to act."),
        (add("to send officers", into="OP3"), "OP3", "Decides to remain seized of the matter:"),
        (add("to send officers", into="OP3"), "OP3(a)", "to send officers;"),
        (replace("OP1", "Encourages all States"), "OP1", "Encourages all States;"),
        (replace("OP2", "Encourages States"), "OP2", "Encourages States;"),
        (replace_words("OP3", "remain seized of", "return to"), "OP3", "Decides to return to the matter;"),
        (replace_words("OP1", "all ", ""), "OP1", "Urges States to share information, as set out in paragraph 4 above;"),
        (replace_words("OP1", "all", ""), "OP1", "Urges States to share information, as set out in paragraph 4 above;"),
        (replace_words("OP1", "as set out in paragraph 4 above", ""), "OP1", "Urges all States to share information;"),
        (replace_words("OP2", "States", ""), "OP2", "Calls upon:"),
        (replace_words("OP4", "to report", ""), "OP4", "Requests the Secretary-General."),
    ],
    ids=str,
)  # fmt: skip
def test_one_amendment(amendment, label, text):
    assert amend(DRAFT, amendment).draft[label].text == text


def test_numbers_marks_and_footnotes_follow():
    new = amend(DRAFT, [delete("PP1"), delete("OP1"), add("Invites all;", after="OP4")]).draft
    assert [p.number for p in new.operative] == [1, 2, 3, 4]
    assert [(n.number, n.label, n.text) for n in new.footnotes] == [(1, "OP1(b)", "See A/75/1.")]
    assert new["OP1(b)"].footnotes == new.footnotes


def test_the_opener_of_a_new_paragraph_is_known():
    assert amend(DRAFT, add("Strongly urges States to act", after="OP1")).draft["OP2"].opener == "Strongly urges"


def test_notes_name_what_a_person_must_look_at():
    amended = amend(DRAFT, [delete("PP1"), delete("OP3")])
    assert any("what was OP4 is now OP3" in note for note in amended.follow_up)
    assert any("A/RES/75/10." in note for note in amended.follow_up)


def test_cited_numbers_that_mean_others_now_are_named():
    read = rk.parse(
        "The General Assembly,\n\n1. Urges all;\n\n2. Asks all;\n\n3. Decides to report on paragraphs 1 and 2 above."
    )
    said = "\n".join(amend(read, delete("OP1")).follow_up)
    assert "what was OP1 is gone" in said
    assert "what was OP2 is now OP1" in said


def test_a_language_without_a_rule_for_cited_numbers_has_no_remark():
    read = rk.parse("The General Assembly,\n\n1. Urges all;\n\n2. Decides to report on paragraph 1 above.")
    assert amend(dataclasses.replace(read, language="fr"), delete("OP1")).follow_up == ()


def test_labels_are_those_of_the_draft_whatever_goes_before():
    amended = amend(DRAFT, [delete("OP1"), replace_words("OP4", "to report", "to report orally")])
    assert amended.draft["OP3"].text == "Requests the Secretary-General to report orally."


def test_undoing_gives_the_draft_as_it_was():
    assert amend(DRAFT, [delete("PP1"), replace("OP2", "Encourages all")]).undo() is DRAFT


def test_no_amendment_leaves_the_draft_alone():
    assert amend(DRAFT, []).draft is DRAFT


def test_the_comparison_is_known_not_guessed():
    amended = amend(DRAFT, [delete("OP1"), replace("OP3", "Quite another text"), add("New;", after="PP1")])
    kinds = {pair.label: pair.kind for pair in amended.comparison.pairs}
    assert kinds["OP1 (dropped)"] == "dropped"
    assert kinds["OP3 → OP2"] == "changed"
    assert kinds["PP2 (new)"] == "new"


def test_comparing_a_draft_with_its_amended_version_finds_the_same():
    amended = amend(DRAFT, [delete("OP1"), add("Condemns piracy at sea;", after="OP2")])
    found = compare(DRAFT, amended.draft)
    assert [pair.label for pair in found.pairs] == [pair.label for pair in amended.comparison.pairs]


@pytest.mark.parametrize(
    ("amendments", "said"),
    [
        ([delete("OP9")], "the draft has no OP9; near: OP"),
        ([delete("")], "it does not say which paragraph"),
        ([add("x", after="")], "it does not say which paragraph"),
        ([move("OP2", after="")], "it does not say which paragraph"),
        ([replace_words("OP1", "xyz", "a")], "the words are not there"),
        ([replace_words("OP2(a)", "o", "a")], "the words are not there"),
        ([replace_words("OP2(a)", " ", "a")], "the words to replace are missing"),
        ([replace_words("PP1", "0", "a"), delete("OP1")], "the words are not there"),
        ([replace_words("OP1", "a", "")], "the words are not there"),
        ([add("  ", after="OP1")], "the new text is missing"),
        ([delete("OP1"), delete("OP1")], "both want to change OP1"),
        ([delete("OP1"), replace("OP1", "x")], "both want to change OP1"),
        ([replace("OP2", "x"), replace_words("OP2(a)", "train", "pay")], "OP2(a) is part of OP2"),
        ([delete("OP2"), add("x", after="OP2(c)")], "OP2(c) is part of OP2"),
        ([delete("OP1"), add("x", into="OP1")], "both want to change OP1"),
        ([delete("OP1"), add("x", all="OP1")], "both want to change OP1"),
        ([delete("OP1"), move("OP1", all="OP3")], "both want to change OP1"),
        ([replace_words("OP1", "all States", "a"), replace_words("OP1", "States to share", "b")], "the same words"),
    ],
)
def test_what_does_not_fit_is_named(amendments, said):
    with pytest.raises(rk.KitError) as caught:
        amend(DRAFT, amendments)
    assert said in str(caught.value)


def test_all_faults_are_named_at_once():
    with pytest.raises(rk.KitError) as caught:
        amend(DRAFT, [delete("OP9"), delete("OP8"), replace("OP1", "")])
    assert caught.value.found.startswith("3 problems")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                "  both want to change OP1; delegations have to agree on one:",
                "    1. A: replace OP1 by: Invites all States to meet;",
                "    2. B: delete OP1.",
            ],
        ),
        (
            "de",
            [
                "  beide wollen OP1 ändern; die Delegationen müssen sich auf eine Fassung einigen:",
                "    1. A: OP1 ersetzen durch: Invites all States to meet;",
                "    2. B: OP1 streichen.",
            ],
        ),
    ],
)
def test_a_conflict_says_who_wants_what_on_a_line_each(language, lines):
    set_language(language)
    clash = [replace("OP1", "*Invites* all States\nto meet;", sponsor="A"), delete("OP1", sponsor="B")]
    with pytest.raises(rk.KitError) as caught:
        amend(DRAFT, clash)
    assert str(caught.value).splitlines()[1:-1] == lines


def test_words_that_stand_there_twice():
    with pytest.raises(rk.KitError, match="the words are there 2 times"):
        amend(DRAFT, replace_words("PP2", "the", "a"))


READ = [
    ("Delete OP5", delete("OP5")),
    ("Delete operative paragraph 5.", delete("OP5")),
    ("- Delete paragraph 13 (a)", delete("OP13(a)")),
    ("2. Strike out the third preambular paragraph", delete("PP3")),
    ("OP 5: delete", delete("OP5")),
    ("Streiche Ziffer 5", delete("OP5")),
    ("Ziffer 13 Buchstabe a streichen", delete("OP13(a)")),
    ("Präambelabsatz 3 wird gestrichen", delete("PP3")),
    ("Der dritte Präambelabsatz wird gestrichen.", delete("PP3")),
    ("In OP4 replace “shall” by “should”", replace_words("OP4", "shall", "should")),
    ('In operative paragraph 4, replace the word "shall" with the words "should, if asked,"',
     replace_words("OP4", "shall", "should, if asked,")),
    ("Replace “a: b” by “c” in OP2", replace_words("OP2", "a: b", "c")),
    ("In Ziffer 4 „muss“ durch „soll“ ersetzen", replace_words("OP4", "muss", "soll")),
    ("In Ziffer 4 wird das Wort „muss“ durch die Wörter „soll nach Möglichkeit“ ersetzt.",
     replace_words("OP4", "muss", "soll nach Möglichkeit")),
    ("Im dritten Präambelabsatz die Wörter „und Banken“ streichen", replace_words("PP3", "und Banken", "")),
    ("In OP4 delete the words “and banks”", replace_words("OP4", "and banks", "")),
    ("In OP4, insert the words “and children” after “women”", replace_words("OP4", "women", "women and children")),
    ("In OP4, after “women” insert “, children”", replace_words("OP4", "women", "women, children")),
    ("In Ziffer 4 vor „Frauen“ das Wort „alle“ einfügen", replace_words("OP4", "Frauen", "alle Frauen")),
    ("Replace OP7 with the following text: *Invites* States: all of them;", replace("OP7", "*Invites* States: all of them;")),
    ("Replace OP7 by: Invites States;", replace("OP7", "Invites States;")),
    ("Ziffer 7 ersetzen durch: bittet die Staaten;", replace("OP7", "bittet die Staaten;")),
    ("Ziffer 7 erhält folgende Fassung: „bittet die Staaten;“", replace("OP7", "bittet die Staaten;")),
    ("Operative paragraph 7 should read as follows:\nInvites States;", replace("OP7", "Invites States;")),
    ("Insert after OP4: Invites States;", add("Invites States;", after="OP4")),
    ("Add a new paragraph after OP4 reading:\n\n“Invites States;”", add("Invites States;", after="OP4")),
    ("After OP4, insert a new paragraph as follows: Invites:\n(a) one;\n\n(b) two;", add("Invites:\n(a) one;\n(b) two;", after="OP4")),
    ("Insert a new operative paragraph 5: Invites;", add("Invites;", after="OP4")),
    ("Insert a new operative paragraph 1: Invites;", add("Invites;", before="OP1")),
    ("Nach Ziffer 4 folgende neue Ziffer einfügen: bittet;", add("bittet;", after="OP4")),
    ("Vor Präambelabsatz 2 wird folgender Absatz eingefügt: eingedenk,", add("eingedenk,", before="PP2")),
    ("Add a new sub-paragraph to OP13: to act;", add("to act;", into="OP13")),
    ("Am Ende der Präambel einen neuen Absatz anfügen: eingedenk,", add("eingedenk,", into="preamble")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "amendment"), READ, ids=[text for text, _ in READ])
def test_reading(text, amendment):
    assert read_amendments(text) == [amendment]


@pytest.mark.parametrize(
    "text",
    [
        "Sponsors: Delegation A\n\nDelete OP5",
        "Amendment proposed by Delegation A:\nDelete OP5",
        "Eingebracht von Delegation A\nZiffer 5 streichen",
        "Delegation A: delete OP5",
    ],
)
def test_sponsors(text):
    assert read_amendments(text) == [delete("OP5", sponsor="Delegation A")]


def test_what_is_not_understood_is_listed_with_its_line():
    with pytest.raises(rk.KitError) as caught:
        read_amendments("Delete OP5\n\nMake it nicer\nInsert after OP1: Invites;\n\nSee you soon.")
    assert caught.value.place.line == 3
    assert "6: See you soon." in str(caught.value)


@given(st.text(max_size=200))
def test_reading_never_breaks(text):
    with contextlib.suppress(rk.KitError):
        read_amendments(text)


# Drafts in sections, and drafts with faults: what follows stays within its section, and what was wrong is kept


def sectioned():
    """A draft whose sections have preambles, as resolutions in several parts have them in XML."""
    return Resolution(
        operative=(
            Paragraph("I.PP1", text="Recalling all,", above=(Heading("I", 1),)),
            Paragraph("I.PP2", text="Noting all,"),
            Paragraph("I.OP1", 1, text="Urges all;"),
            Paragraph("I.OP2", 2, text="Decides to rest."),
            Paragraph("II.PP1", text="Recalling more,", above=(Heading("II", 1),)),
            Paragraph("II.OP1", 1, text="Urges more;"),
            Paragraph("II.OP2", 2, text="Decides to rest again."),
        )
    )


@pytest.mark.parametrize(
    ("amendment", "labels", "text"),
    [
        (delete("I.PP1"), ["I.PP1", "I.OP1", "I.OP2", "II.PP1", "II.OP1", "II.OP2"], "Noting all,"),
        (delete("I.OP2"), ["I.PP1", "I.PP2", "I.OP1", "II.PP1", "II.OP1", "II.OP2"], "Urges all."),
        (delete("II.OP2"), ["I.PP1", "I.PP2", "I.OP1", "I.OP2", "II.PP1", "II.OP1"], "Urges more."),
        (
            add("Mindful of all;", after="I.PP2"),
            ["I.PP1", "I.PP2", "I.PP3", "I.OP1", "I.OP2", "II.PP1", "II.OP1", "II.OP2"],
            "Mindful of all,",
        ),
        (
            add("Asks all.", before="II.OP1"),
            ["I.PP1", "I.PP2", "I.OP1", "I.OP2", "II.PP1", "II.OP1", "II.OP2", "II.OP3"],
            "Asks all;",
        ),
        (
            add("Mindful of more", before="II.PP1"),
            ["I.PP1", "I.PP2", "I.OP1", "I.OP2", "II.PP1", "II.PP2", "II.OP1", "II.OP2"],
            "Mindful of more,",
        ),
        (
            add("Asks more", into="operative"),
            ["I.PP1", "I.PP2", "I.OP1", "I.OP2", "II.PP1", "II.OP1", "II.OP2", "II.OP3"],
            "Asks more.",
        ),
    ],
    ids=str,
)
def test_numbers_and_marks_follow_within_a_section(amendment, labels, text):
    new = amend(sectioned(), amendment).draft
    assert [p.label for p in new.paragraphs] == labels
    assert text in [p.text for p in new.paragraphs]
    assert [p.number for p in new.paragraphs if "PP" in p.label] == [None] * sum("PP" in label for label in labels)
    assert new.operative[0].above == (Heading("I", 1),)
    assert new["II.PP1"].above == (Heading("II", 1),)


def test_the_heading_above_a_deleted_last_paragraph_is_kept():
    draft = rk.parse("The General Assembly,\n\n1. Urges all;\n\n## Part B\n\n2. Decides to rest.")
    amended = amend(draft, delete("OP2"))
    assert amended.draft["OP1"].below == (Heading("Part B", 1),)


def test_a_list_takes_the_heading_within_it_along():
    draft = rk.parse(
        "The General Assembly,\n\n1. Urges:\n\n(a) to act;\n\n## Part B\n\n(b) to rest;\n\n2. Asks all.", "en"
    )
    assert draft["OP1(b)"].above == (Heading("Part B", 1),)
    new = amend(draft, move("OP1", after="OP2")).draft
    assert [(p.label, p.text) for p in new.paragraphs][1:] == [
        ("OP2", "Urges:"),
        ("OP2(a)", "to act;"),
        ("OP2(b)", "to rest."),
    ]
    assert new["OP2(b)"].above == draft["OP1(b)"].above


LOST = {
    "the first": (["Urges all;", "2. Asks all;", "3. Decides to rest."], "OP3", [None, 2]),
    "one in the middle": (["1. Urges all;", "Asks all;", "3. Decides to rest."], "OP3", [1, 2]),
    "one that was never counted": (["1. Urges all;", "Asks all;", "2. Decides to rest."], "OP2", [1, 2]),
}


@pytest.mark.parametrize(("paragraphs", "label", "numbers"), LOST.values(), ids=LOST)
def test_a_paragraph_that_had_lost_its_number_gets_one_where_paragraphs_are_numbered_again(paragraphs, label, numbers):
    draft = rk.parse("The General Assembly,\n\n" + "\n\n".join(paragraphs))
    amended = amend(draft, delete(label))
    assert [p.number for p in amended.draft.operative] == numbers


BIS = rk.parse(
    "The General Assembly,\n\n1. Urges all;\n\n1 bis. Invites all;\n\n2. [Decides to rest;]\n\n3. Asks all.", "en"
)


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("Delete OP1 bis", ["OP1", "OP2", "OP3"]),
        ("Delete OP1", ["OP1", "OP2", "OP3"]),
        ("Replace OP1 bis by: Notes all;", ["OP1", "OP1bis", "OP2", "OP3"]),
        ("In OP1 bis replace “all” by “some”", ["OP1", "OP1bis", "OP2", "OP3"]),
        ("Insert after OP1: Notes all;", ["OP1", "OP2", "OP2bis", "OP3", "OP4"]),
        ("Delete OP3", ["OP1", "OP1bis", "OP2"]),
    ],
)
def test_a_paragraph_between_two_numbers_stays_between_two(line, labels):
    new = amend(BIS, read_amendments(line)).draft
    assert [p.label for p in new.operative] == labels
    assert "[Decides to rest;]" in [p.text for p in new.operative]


def test_a_list_that_goes_on_behind_words_between_is_marked_anew_there():
    items = [("a", "to act;"), ("b", "to rest;"), (None, "and, by next year:"), ("a", "to speak;"), ("b", "to sing.")]
    labels = ["OP1(a)", "OP1(b)", "OP1/2", "OP1(a)~2", "OP1(b)~2"]
    made = [Paragraph(label, None, marker, text) for label, (marker, text) in zip(labels, items, strict=True)]
    new = amend(Resolution(operative=(Paragraph("OP1", 1, text="Urges:", items=tuple(made)),)), delete("OP1(a)")).draft
    assert [(p.marker, p.text) for p in new["OP1"].items] == [
        ("a", "to rest;"),
        (None, "and, by next year:"),
        ("a", "to speak;"),
        ("b", "to sing."),
    ]


def test_words_between_that_end_a_list_leave_its_marks_in_one_row():
    items = (
        ("OP1(a)", "a", "to act;"),
        ("OP1/2", None, "and also"),
        ("OP1(b)", "b", "to rest;"),
        ("OP1(c)", "c", "to go."),
    )
    made = tuple(Paragraph(label, None, marker, text) for label, marker, text in items)
    new = amend(Resolution(operative=(Paragraph("OP1", 1, text="Urges:", items=made),)), delete("OP1(b)")).draft
    assert [p.marker for p in new["OP1"].items] == ["a", None, "b"]


ENDS = {
    "a quoted sentence keeps its own end": (
        ["1. Urges all;", "2. Asks all;", "3. Endorses the slogan “Peace first.”"],
        delete("OP2"),
        ["Urges all;", "Endorses the slogan “Peace first.”"],
    ),
    "the conjunction stays before the last": (
        ["1. Urges:", "(a) to act;", "(b) to rest; and", "(c) to sing."],
        delete("OP1(b)"),
        ["Urges:", "to act; and", "to sing."],
    ),
    "the conjunction moves on": (
        ["1. Urges:", "(a) to act;", "(b) to rest; and", "(c) to sing."],
        add("to dance", after="OP1(c)"),
        ["Urges:", "to act;", "to rest;", "to sing; and", "to dance."],
    ),
    "lines of one new paragraph": (
        ["1. Urges all;", "2. Decides to rest."],
        add("Asks States\nto act:\n\n(a) soon\nand well;\n(b) always", after="OP1"),
        ["Urges all;", "Asks States to act:", "soon and well;", "always;", "Decides to rest."],
    ),
    "words before a bracket": (
        ["1. Urges all States (and others);", "2. Decides to rest."],
        replace_words("OP1", " (and others)", ""),
        ["Urges all States;", "Decides to rest."],
    ),
    "a split behind a whole word": (
        ["1. Notes inertia in peace and asks all;", "2. Decides to rest."],
        split("OP1", after="in"),
        ["Notes inertia in;", "Peace and asks all;", "Decides to rest."],
    ),
    "the only words": (
        ["1. Urges all;", "2. Decides to rest."],
        replace_words("OP1", "Urges all", ""),
        [";", "Decides to rest."],
    ),
}


@pytest.mark.parametrize(("paragraphs", "amendment", "texts"), ENDS.values(), ids=ENDS)
def test_the_end_of_each_paragraph_fits_its_place(paragraphs, amendment, texts):
    new = amend(rk.parse("The General Assembly,\n\n" + "\n\n".join(paragraphs)), amendment).draft
    assert [p.text for p in new.paragraphs] == texts


def test_notes_of_an_annex_follow_the_notes_of_the_draft():
    text = "The General Assembly,\n\n1. Urges all[^1];\n\n2. Decides to rest.\n\nAnnex\n\nFirst thing.[^2]\n\n[^1]: One.\n\n[^2]: Two."
    new = amend(rk.parse(text), delete("OP1")).draft
    ((thing,),) = (annex.paragraphs for annex in new.annexes)
    assert [(n.number, n.text) for n in new.footnotes] == [(1, "Two.")]
    assert [(n.number, n.text) for n in thing.footnotes] == [(1, "Two.")]


def test_a_resolution_in_parts_is_amended_part_by_part():
    with pytest.raises(rk.KitError, match="2 parts"):
        amend(Resolution(parts=(DRAFT, DRAFT)), delete("OP1"))


def test_what_came_of_amendments_is_shown_in_words_and_as_a_page():
    amended = amend(DRAFT, [delete("PP1"), delete("OP3")])
    assert repr(amended).splitlines() == [repr(amended.comparison), *amended.follow_up]
    assert "<del>" in amended._repr_html_()


WORDS = st.sampled_from(["peace", "police", "States", "databases", "officers", "borders", "all", "share"])


@st.composite
def drafts(draw):
    """Well-formed drafts with sub-paragraphs and footnotes."""
    notes = 0
    lines = ["# A draft", "The General Assembly,"]

    def sentence(opener, mark):
        nonlocal notes
        words = " ".join(draw(st.lists(WORDS, min_size=1, max_size=5)))
        note = ""
        if draw(st.booleans()):
            notes += 1
            note = f"[^{notes}]"
        return f"{opener} {words}{mark}{note}"

    for _ in range(draw(st.integers(0, 3))):
        lines.append(sentence("*Recalling*", ","))
    count = draw(st.integers(2, 4))
    for number in range(1, count + 1):
        last = "." if number == count else ";"
        items = draw(st.sampled_from([0, 0, 2, 3]))
        lines.append(f"{number}. " + sentence("*Urges*", ":" if items else last))
        for item in range(items):
            lines.append(f"({'abc'[item]}) " + sentence("To", last if item == items - 1 else ";"))
    lines += [f"[^{n}]: Note {n}." for n in range(1, notes + 1)]
    return rk.parse("\n\n".join(lines), "en")


@st.composite
def amended(draw):
    draft = draw(drafts())
    wanted = []
    for paragraph in draft.paragraphs:
        kind = draw(
            st.sampled_from(
                ["", "", "", "add", "before", "delete", "replace", "words", "into", "move", "merge", "split"]
            )
        )
        text = draw(st.sampled_from(["Invites States", "Invites:\n(a) to act;\n(b) to rest"]))
        if kind == "add":
            wanted.append(add(text, after=paragraph.label))
        elif kind == "before":
            wanted.append(add(text, before=paragraph.label))
        elif kind == "into":
            wanted.append(add("to rest", into=paragraph.label))
        elif kind == "delete":
            wanted.append(delete(paragraph.label))
        elif kind == "replace":
            wanted.append(replace(paragraph.label, text))
        elif kind in ("move", "merge"):
            other = draw(st.sampled_from([p.label for p in draft.paragraphs]))
            wanted.append(move(paragraph.label, after=other) if kind == "move" else merge(paragraph.label, other))
        elif kind == "split":
            wanted.append(split(paragraph.label, after=paragraph.text.split()[0]))
        elif kind == "words":
            wanted.append(replace_words(paragraph.label, paragraph.text[:-1], "Invites all"))
    return draft, draw(st.permutations(wanted))


@settings(max_examples=200, deadline=None)
@given(amended())
def test_an_amended_draft_is_read_again_without_the_loss_of_a_word(case):
    draft, wanted = case
    try:
        new = amend(draft, wanted).draft
    except rk.KitError:
        return
    assert not lost(new, rk.parse(rk.to_text(new), "en"))
    assert [n.number for n in new.footnotes] == list(range(1, len(new.footnotes) + 1))


@pytest.mark.parametrize(
    "slip",
    [
        lambda: rk.amend(rk.load(), "Delete OP1"),
        lambda: rk.amend(rk.load(), ["Delete OP1"]),
        lambda: rk.amend(rk.load(), None),
        lambda: rk.read_amendments(None),
        lambda: rk.load(["75/10"]),
    ],
)
def test_what_is_no_text_and_no_amendment_is_told_what_to_give(slip):
    with pytest.raises(ReadError) as told:
        slip()
    assert re.search(r"read_amendments|quotation marks|rk\.load\(\"75/10\"\)", told.value.advice)


def test_a_sub_paragraph_that_loses_its_list_ends_as_the_list_did():
    draft = rk.parse(
        "The General Assembly,\n\n1. Calls upon States:\n\n(a) To use databases, including:\n\n(i) That of papers;\n\n"
        "(ii) That of people;\n\n(b) To report;\n\n2. Decides to meet.",
        "en",
    )
    new = amend(draft, [delete("OP1(a)(i)"), delete("OP1(a)(ii)")]).draft
    assert new["OP1(a)"].text == "To use databases, including;"
