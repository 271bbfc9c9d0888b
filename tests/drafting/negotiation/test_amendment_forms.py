"""Amendments in the words of delegates: what is understood, and why the rest is not."""

from __future__ import annotations

import contextlib
import time
from collections import defaultdict
from pathlib import Path

import pytest
from every import every

import resolutionkit as rk
from resolutionkit.drafting.negotiation import read_amendments
from resolutionkit.drafting.negotiation.amendment_phrases import listed
from resolutionkit.drafting.negotiation.amendments import called
from resolutionkit.language import set_language

FORMS: dict[str, list[str]] = defaultdict(list)
for _line in Path(__file__).with_name("amendment_forms.txt").read_text(encoding="utf-8").splitlines():
    if _line.startswith("  "):
        FORMS[list(FORMS)[-1]].append(_line.strip())
    elif _line and not _line.startswith("#"):
        FORMS[_line] = []

DRAFT = rk.parse(
    """The General Assembly,

*Recalling* its resolution 75/10 of 23 November 2020,

*Noting* the report of the Secretary-General,

1. *Urges* all States to share it, and requests them to report;

2. *Calls upon* States:

(a) To train police officers;

(b) To use the databases;

3. *Decides* to remain seized of the matter.""",
    "en",
)


@every(FORMS.items(), lambda case: case[0])
def test_a_line_means_what_a_delegate_meant(line, meant):
    if meant[0][0] == "!":
        with pytest.raises(rk.KitError) as caught:
            read_amendments(line)
        assert meant[0][1:].strip() in caught.value.found
        assert "Write: " in caught.value.found
    else:
        assert [str(amendment) for amendment in read_amendments(line)] == meant


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Add a new operative paragraph: bittet;", "am Ende von dem operativen Teil einfügen: bittet;"),
        ("Neuen Präambelabsatz anfügen: betonend,", "am Ende von der Präambel einfügen: betonend,"),
        ("Move OP1 to the end", "OP1 nach dem operativen Teil verschieben"),
        ("Move OP1 into OP2", "OP1 ans Ende von OP2 verschieben"),
    ],
)
def test_what_was_understood_is_said_in_correct_german(line, told):
    set_language("de")
    assert [str(amendment) for amendment in read_amendments(line)] == [told]


@pytest.mark.parametrize("label", ["PPlast", "OPlast"])
@pytest.mark.parametrize(("language", "form"), [("en", "Delete {}"), ("de", "{} streichen")])
def test_how_the_last_paragraph_is_named_is_understood(label, language, form):
    set_language(language)
    assert [a.label for a in read_amendments(form.format(called(label)))] == [label]


@pytest.mark.parametrize(
    "quoted", ["“{}”", '"{}"', "'{}'", "‘{}’", "„{}“", "«{}»", "‚{}‘", "`{}`", "»{}«", "”{}”", "‹{}›"]
)
def test_any_quotation_marks_will_do(quoted):
    line = f"In OP3 replace {quoted.format('remain seized')} by {quoted.format('stay seized')}"
    assert [str(a) for a in read_amendments(line)] == ["in OP3 replace “remain seized” by “stay seized”"]


@pytest.mark.parametrize(
    "bullet",
    ["- ", "• ", "1. ", "2) ", "(3) ", "a) ", "* ", "– ", "#4 ", "Amendment 5: ", "**", "Friendly amendment: "],
)
def test_the_beginning_of_a_line_does_not_count(bullet):
    assert [str(a) for a in read_amendments(f"{bullet}Strike clause 3")] == ["delete OP3"]


APPLIED = {
    "Move OP1 after OP3": {"OP1": "Calls upon States:", "OP3": "Urges all States to share it, and requests them to report."},
    "Move OP3 to OP1": {"OP1": "Decides to remain seized of the matter;", "OP3(b)": "To use the databases."},
    "Swap OP1 and OP3": {"OP1": "Decides to remain seized of the matter;", "OP3": "Urges all States to share it, and requests them to report."},
    "Move OP2(b) to OP2(a)": {"OP2(a)": "To use the databases;", "OP2(b)": "To train police officers;"},
    "Move OP1 into OP2": {"OP1(c)": "Urges all States to share it, and requests them to report;", "OP2": "Decides to remain seized of the matter."},
    "Move OP2 to the end": {"OP2": "Decides to remain seized of the matter;", "OP3(b)": "To use the databases."},
    "Move OP1 to the end\nMove OP2 to the end": {"OP1": "Decides to remain seized of the matter;", "OP3(b)": "To use the databases."},
    "Move OP3 after OP1\nMove OP2(a) into OP3": {"OP2(a)": "To train police officers;", "OP3(a)": "To use the databases."},
    "Merge OP1 and OP3": {"OP1": "Urges all States to share it, and requests them to report, and decides to remain seized of the matter;",
        "OP2(b)": "To use the databases."},
    "Merge OP2(a) and OP2(b)": {"OP2(a)": "To train police officers, and to use the databases;"},
    "Merge PP1 and PP2": {"PP1": "Recalling its resolution 75/10 of 23 November 2020, and noting the report of the Secretary-General,"},
    "Split OP1 after “share it”": {"OP1": "Urges all States to share it;", "OP2": "Requests them to report;", "OP3": "Calls upon States:"},
    "Split OP1 before “requests”": {"OP1": "Urges all States to share it;", "OP2": "Requests them to report;"},
    "Split OP1 into two:\nUrges all;\nAsks all;": {"OP1": "Urges all;", "OP2": "Asks all;", "OP3": "Calls upon States:"},
    "Add “for ever” to the end of OP3\nAdd “and ever” to the end of OP3": {"OP3": "Decides to remain seized of the matter for ever and ever."},
    "In OP3 replace “Decides” by “Agrees”\nAdd “Also” at the beginning of OP3": {"OP3": "Also agrees to remain seized of the matter."},
    "Add a sub-paragraph to OP2: to sing\nAdd a sub-paragraph to OP2: to dance": {"OP2(c)": "to sing;", "OP2(d)": "to dance;"},
    "Add “for ever” to the end of OP3": {"OP3": "Decides to remain seized of the matter for ever."},
    "Add “Also” at the beginning of OP3": {"OP3": "Also decides to remain seized of the matter."},
    "In OP1 delete all after “share it”": {"OP1": "Urges all States to share it;"},
    "Add “Further” before “Urges” in OP1": {"OP1": "Further urges all States to share it, and requests them to report;"},
    "Insert after OP1:\nAsks all;\n\nInvites States:\n(a) to act;\n(b) to rest;": {
        "OP2": "Asks all;", "OP3": "Invites States:", "OP3(b)": "to rest;", "OP4": "Calls upon States:"},
    "Add to OP2: To meet": {"OP2(c)": "To meet;"},
    "At the end of OP2 add: “To meet;”": {"OP2(c)": "To meet;"},
    "At the end of OP3, add: “and to meet”": {"OP3": "Decides to remain seized of the matter and to meet."},
    "Strike the last paragraph of the preamble": {"PP1": "Recalling its resolution 75/10 of 23 November 2020,",
        "OP1": "Urges all States to share it, and requests them to report;"},
    "Move OP1 after the last operative paragraph": {"OP3": "Urges all States to share it, and requests them to report."},
    "Replace “to” by “TO” throughout\nIn OP1 replace “share” by “read”": {"OP1": "Urges all States TO read it, and requests them TO report;",
        "OP2(a)": "To train police officers;", "OP3": "Decides TO remain seized of the matter."},
    "Replace “report” by “study” wherever it occurs\nDelete OP1": {"PP2": "Noting the study of the Secretary-General,", "OP1": "Calls upon States:"},
    "Replace “the” by “THE” throughout the preamble": {"PP2": "Noting THE report of THE Secretary-General,",
        "OP3": "Decides to remain seized of the matter."},
    "OP3: ~~Decides to remain seized of the matter.~~": {"OP2(b)": "To use the databases."},
    "At the end of OP1 add:\n(a) To act;\n(b) To meet;": {
        "OP1": "Urges all States to share it, and requests them to report:", "OP1(a)": "To act;", "OP1(b)": "To meet;"},
    "Add to OP2:\n(c) To act;\n(d) To meet;": {"OP2(c)": "To act;", "OP2(d)": "To meet;"},
    "Add the following sub-paragraphs to OP2: (c) To act; (d) To meet;": {"OP2(c)": "To act;", "OP2(d)": "To meet;"},
    "Add to OP2:\nTo act;\nTo meet;": {"OP2(c)": "To act;", "OP2(d)": "To meet;"},
    "Insert after OP2(a):\n(b) To act;\n(c) To meet;": {"OP2(b)": "To act;", "OP2(c)": "To meet;", "OP2(d)": "To use the databases;"},
    "Add a sub-paragraph to OP2:\n(c) To act:\n(i) Now;\n(ii) Later;": {"OP2(c)": "To act:", "OP2(c)(ii)": "Later;"},
    "In OP2, after (a), add: (a bis) To equip them;": {"OP2(b)": "To equip them;", "OP2(c)": "To use the databases;"},
    "Replace OP3 by: OP3. Decides to meet;": {"OP3": "Decides to meet."},
    "In OP1 insert “all of” between “share” and “it”": {"OP1": "Urges all States to share all of it, and requests them to report;"},
    "Delete OP2\nMerge PP1 and PP2": {"PP1": "Recalling its resolution 75/10 of 23 November 2020, and noting the report of the Secretary-General,"},
}  # fmt: skip


@pytest.mark.parametrize(("line", "texts"), APPLIED.items(), ids=APPLIED)
def test_the_amended_text_is_right_and_reads_the_same_again(line, texts):
    new = rk.amend(DRAFT, read_amendments(line)).draft
    assert {label: new[label].text for label in texts} == texts
    again = rk.parse(rk.to_text(new), "en")
    assert [(p.label, p.text) for p in again.paragraphs] == [(p.label, p.text) for p in new.paragraphs]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "Add to OP3: with money",
            "Add “with money” at the end of OP3. Or shall it get a list? Write: Add a sub-paragraph to OP3",
        ),
        ("Merge OP2 and OP3", "OP2 has sub-paragraphs"),
        ("Move OP2 after OP2(a)", "cannot be moved into itself"),
        ("Merge OP2 and OP2(a)", "these are not two paragraphs"),
        ("Merge OP2(a) and OP2", "these are not two paragraphs"),
        ("Move OP1 into OP2(a)\nMove OP2 into OP1", "OP1 is moved, or merged, into a part of itself"),
        ("Move OP3 after OP9", "the draft has no OP9"),
        ("Merge PP2 and OP1", "PP2 cannot stand there as it is"),
        (
            "In OP1 insert “all” between “share” and “report”",
            "“share report” by “share all report”: the words are not there",
        ),
        ("Merge OP1 and OP3\nMerge OP1 and OP3", "both want to change OP3"),
        ("Move OP3 into the preamble", "Write two amendments, “delete OP3” and “add at the end of the preamble: …”"),
        ("Move PP1 after OP2", "Write two amendments, “delete PP1” and “add after OP2: …”"),
        ("In OP3 delete all after “matter”", "nothing stands behind these words"),
        ("Add a comma after “share it” in OP1", "“,” stands there already"),
        ("In OP2 delete all after “Calls”", "OP2 has sub-paragraphs: delete those that are to go"),
        ("In OP3 delete all after “mater”", "OP3 says: “Decides to remain seized of the matter.”"),
        ("Split OP1 after “report;”", "one of the two paragraphs would have no words"),
        ("Split OP1 before “Urges”", "one of the two paragraphs would have no words"),
        ("Merge OP1 and OP3\nDelete OP3", "both want to change OP3"),
        ("Delete OP2\nMove OP1 into OP2", "both want to change OP2"),
        ("Move OP1 after OP2\nMove OP1 after OP3", "both want to change OP1"),
        ("Split OP1 after “share it”\nIn OP1 replace “all” by “some”", "both want to change OP1"),
        ("In OP3 replace “remane” by “stay”", "OP3 says: “Decides to remain seized of the matter.”"),
        ("Replace “remane” by “stay” throughout", "“remane” stands nowhere in the whole text"),
        ("Replace “Urges” by “Asks” throughout the preamble", "“Urges” stands nowhere in the preamble"),
        ("Replace “to report” by “to speak” throughout\nIn OP1 replace “report” by “pay”", "the same words"),
    ],
)
def test_what_cannot_be_applied_says_why(line, said):
    with pytest.raises(rk.KitError) as caught:
        rk.amend(DRAFT, read_amendments(line))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "the last preambular paragraph is missing: that part of the draft is empty"),
        ("de", "Präambelabsatz (letzter) fehlt: Dieser Teil des Entwurfs ist leer"),
    ],
)
def test_the_last_paragraph_of_an_empty_part_is_missing(language, said):
    set_language(language)
    with pytest.raises(rk.KitError) as caught:
        rk.amend(rk.parse("Urges all States to act.", "en"), read_amendments("Delete the last preambular paragraph"))
    assert said in str(caught.value)


def test_typed_signs_find_those_that_are_printed():
    draft = rk.parse("The General Assembly,\n\nUrges the Secretary‑General’s “team” to act.")
    assert (
        rk.amend(draft, read_amendments("""In OP1 replace «Secretary-General's "team"» by “team”""")).draft["OP1"].text
        == "Urges the team to act."
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Add a sub-paragraph to OP3: to meet", "OP3 has a single sub-paragraph now"),
        ("Delete OP2(a)", "OP2 has a single sub-paragraph now"),
        ("Merge OP1 and OP3", "What was OP1 and OP3 was joined by “and”: read OP1 once more."),
        ("Split OP1 after “share it”", "What was OP1 was split: read both paragraphs once more"),
    ],
)
def test_a_person_is_asked_to_look_at(line, said):
    assert any(said in note for note in rk.amend(DRAFT, read_amendments(line)).follow_up)


@pytest.mark.parametrize(
    ("line", "opener"),
    [
        ("In OP1 replace “Urges all” by “Strongly urges all”", ("Strongly urges",)),
        ("In OP1 replace “Urges all States” by “Calls upon States”", ("Calls upon",)),
        ("In PP2 replace “Noting the report” by “Taking note of the report”", ("Taking note",)),
        ("In OP1 add “Further” before “Urges”", ("Further urges",)),
        ("In OP2 delete “upon”", ("Calls",)),
    ],
)
def test_the_opener_ends_where_it_ends(line, opener):
    label = line.split()[1]
    assert rk.amend(DRAFT, read_amendments(line)).draft[label].opener_parts == opener


GERMAN = rk.parse(
    "Die Generalversammlung,\n\nmit Besorgnis feststellend, dass die Lage und die Not sich verschlimmern,\n\n"
    "1. fordert alle Staaten nachdrücklich auf, zu handeln;\n\n2. beschließt, sich wieder zu treffen.",
    "de",
)


def test_both_halves_of_a_german_opener_stay_where_they_are():
    line = "In Ziffer 1 „alle Staaten nachdrücklich auf“ durch „die Staaten auf“ ersetzen"
    assert rk.amend(GERMAN, read_amendments(line)).draft["OP1"].opener_parts == ("fordert", "auf")


def test_the_second_half_of_a_german_paragraph_begins_as_it_stood():
    new = rk.amend(GERMAN, read_amendments("Präambelabsatz 1 nach „Lage“ teilen")).draft
    assert [p.text for p in new.preamble][1] == "die Not sich verschlimmern,"


@pytest.mark.parametrize("line", ["Accepted:", "Rejected:", "Abgelehnt:", "Zurückgezogen:"])
def test_what_became_of_amendments_is_no_sponsor(line):
    with pytest.raises(rk.KitError, match="could not be understood"):
        read_amendments(f"{line}\nDelete OP3")


def test_three_paragraphs_become_one():
    draft = rk.parse("The General Assembly,\n\n1. Urges States;\n\n2. Asks them;\n\n3. Decides to meet.", "en")
    new = rk.amend(draft, read_amendments("Merge OP1, OP2 and OP3")).draft
    assert [p.text for p in new.operative] == ["Urges States, and asks them, and decides to meet."]


def test_a_line_that_names_a_paragraph_is_about_the_lines_below_it():
    assert [
        str(a) for a in read_amendments("Operative clause 3:\n- replace “remain” by “stay”\n- add “soon” at the end")
    ] == [
        "in OP3 replace “remain” by “stay”",
        "add “soon” after all words of OP3",
    ]


def test_words_wherever_they_stand_below_a_heading_stand_there():
    assert [str(a) for a in read_amendments("Operative Clause 2\n- replace “a” by “b” throughout")] == [
        "in OP2 replace “a” by “b”, wherever it stands"
    ]


def test_words_to_insert_below_a_heading_are_no_new_paragraph():
    with pytest.raises(rk.KitError):
        read_amendments("Operative Clause 2\nInsert: “y”")
    assert [str(a) for a in read_amendments("Operative Clause 2\nDelete\n\nAdd operative clause 6: Urges all;")] == [
        "delete OP2",
        "add after OP5: Urges all;",
    ]


SHEETS = {
    "the head of a form": (
        "AMENDMENT SHEET\nCommittee: General Assembly\nType: Friendly\nFrom: Kenya\nAmendment 1\nStrike OP4",
        ["Kenya: delete OP4"],
    ),
    "a form in German": (
        "Änderungsantrag 1\nGremium: Generalversammlung\nDelegation: Kenia\nZiffer 4 streichen",
        ["Kenia: delete OP4"],
    ),
    "names in lines of their own": (
        "Kenya:\n- OP1: delete “all”\nGermany and France:\n- delete OP4",
        ["Kenya: in OP1 delete “all”", "Germany and France: delete OP4"],
    ),
    "the next heading": (
        "OP1\nReplace “a” by “b”\nOP2\nDelete sub-paragraph (b)",
        ["in OP1 replace “a” by “b”", "delete OP2(b)"],
    ),
    "what begins with a quotation is no new text": (
        "Operative clause 1\nAdd: “all” after “make”",
        ["in OP1 replace “make” by “make all”"],
    ),
    "several changes of one paragraph": (
        "Amend OP2 as follows:\n- add (c): To sing;\n- delete (b)",
        ["add after OP2(b): To sing;", "delete OP2(b)"],
    ),
    "a new text below a line": ("Amend OP2 as follows:\nUrges all;", ["replace OP2 by: Urges all;"]),
    "changes within a letter": (
        'Amend OP2 as follows:\nIn (a), replace "x" with "y"\nDelete (b)',
        ["in OP2(a) replace “x” by “y”", "delete OP2(b)"],
    ),
    "renumbering behind a new text": (
        "Add after OP2:\nUrges all;\nRenumber accordingly.",
        ["add after OP2: Urges all;"],
    ),
    "a form with a line for everything": (
        "AMENDMENT FORM\nSponsors: Kenya, Peru\nType of amendment: Unfriendly\nClause: OP3\nAmendment: Delete OP3",
        ["Kenya, Peru: delete OP3"],
    ),
    "as documents of the Assembly word them": (
        "Amendment to draft resolution A/C.3/80/L.5\nSubmitted by: Kenya\n\n1. Operative paragraph 1\n"
        "Replace “all” by “the”.\n\n2. Operative paragraph 2 (a)\nDelete.",
        ["Kenya: in OP1 replace “all” by “the”", "Kenya: delete OP2(a)"],
    ),
    "each paragraph of a new text in quotation marks": (
        "Replace paragraph 3 by the following:\n\n“3. Encourages donors:\n\n“(a) To provide funds;\n\n“(b) To report;”",
        ["replace OP3 by: 3. Encourages donors:\n(a) To provide funds;\n(b) To report;"],
    ),
    "a heading with “in”": ("In operative paragraph 1:\n- delete “all”", ["in OP1 delete “all”"]),
    "parts as headings": ("Preamble:\nDelete PP1\nOperativer Teil:\nZiffer 1 streichen", ["delete PP1", "delete OP1"]),
}


@pytest.mark.parametrize(("sheet", "meant"), SHEETS.values(), ids=SHEETS)
def test_a_sheet_of_amendments_is_read(sheet, meant):
    assert [str(amendment) for amendment in read_amendments(sheet)] == meant


@pytest.mark.parametrize("opener", ["Urges:", "Invites all States:", "Changes:"])
def test_a_line_that_ends_with_a_colon_is_not_always_a_sponsor(opener):
    with pytest.raises(rk.KitError, match="could not be understood"):
        read_amendments(opener)


def test_who_signs_is_no_sponsor():
    assert [a.sponsor for a in read_amendments("Sponsor: Kenya\nSignatories: Peru, Fiji\nOP2: strike")] == ["Kenya"]


@pytest.mark.parametrize("heading", ["Amendments", "# Änderungsanträge", "---", "Amendments:", "Renumber accordingly."])
def test_headings_and_what_follows_by_itself_are_passed_over(heading):
    assert [str(a) for a in read_amendments(f"{heading}\nDelete OP3\n{heading}")] == ["delete OP3"]


def test_a_refused_line_does_not_hide_another():
    with pytest.raises(rk.KitError) as caught:
        read_amendments("Delete OP1\nMove OP2\nSplit OP3")
    assert caught.value.found.count("Write: ") == 2
    assert caught.value.place.line == 2


def test_a_teacher_can_add_a_phrase(other_phrases):
    other_phrases("delete", "weg mit {labels}")
    assert [str(a) for a in read_amendments("Weg mit Ziffer 3")] == ["delete OP3"]


@pytest.fixture
def other_phrases(monkeypatch):
    from resolutionkit.drafting.negotiation import amendment_phrases

    def put(kind: str, phrase: str) -> None:
        changed = {**listed(), "phrases": {**listed()["phrases"], kind: [*listed()["phrases"][kind], phrase]}}
        monkeypatch.setattr(amendment_phrases, "listed", lambda: changed)
        amendment_phrases._by_signs.cache_clear()

    yield put
    monkeypatch.undo()
    amendment_phrases._by_signs.cache_clear()


def test_every_phrase_of_the_data_is_made_of_known_fields_and_words():
    known = {"label", "labels", "two", "target", "old", "new", "other", "text", "long", "place"}
    import re

    for kind, phrases in listed()["phrases"].items():
        for phrase in phrases:
            assert set(re.findall(r"\{(\w+)\}", phrase)) <= known, (kind, phrase)
            assert set(re.findall(r"<(\w+)>", phrase)) <= set(listed()["words"]), (kind, phrase)


WAYS = [
    way
    for entry in listed()["refusals"].values()
    for ways in entry.get("ways", {}).values()
    for way in ways.split(" · ")
]


@pytest.mark.parametrize("way", WAYS)
def test_what_a_refusal_tells_to_write_is_understood(way):
    assert read_amendments(way.format(label="OP5", before="OP4", after="OP6"))


def test_what_stands_in_quotation_marks_is_not_touched():
    words = "clause III, line 3 of the text, between 2 and 3, OP5 bis, a comma before it"
    assert [a.old for a in read_amendments(f"In OP4 replace “{words}” by “an operative clause one”")] == [words]


def test_a_line_that_is_no_amendment_is_refused_at_once():
    begun = time.process_time()
    for line in ("x " * 5000, "“a” " * 2000, "a: " * 3000, "OP1 and " * 2000, "Alpha Beta " * 2000):
        with contextlib.suppress(rk.KitError):
            read_amendments(line)
    assert time.process_time() - begun < 20
