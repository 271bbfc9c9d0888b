"""What is said of the words with which paragraphs begin and of the marks with which they end, and what mends them."""

from __future__ import annotations

import pytest

import resolutionkit as rk
from resolutionkit.document.grammar.openers import find_opener
from resolutionkit.document.model import Assumption, Paragraph, Resolution, Table
from resolutionkit.drafting.review import review
from resolutionkit.drafting.review.repeats import taken_apart
from resolutionkit.drafting.review.shared_checks import quotes_sentence, should_say_so

FRAMES = {
    ("en", "PP2"): "The General Assembly,\n\nAware of its role,\n\n{},\n\nDecides to remain seized of the matter.",
    (
        "en",
        "OP1",
    ): "The General Assembly,\n\nAware of its role,\n\n1. {};\n\n2. Decides to remain seized of the matter.",
    (
        "de",
        "PP2",
    ): "Die Generalversammlung,\n\nin Kenntnis des Berichts,\n\n{},\n\n1. betont dies;\n\n2. beschließt, zu ruhen.",
    ("de", "OP1"): "Die Generalversammlung,\n\nin Kenntnis des Berichts,\n\n1. {};\n\n2. beschließt, zu ruhen.",
}


def found(text, label, language="en"):
    """Code, words and what mends them, of the findings in one paragraph."""
    draft = FRAMES[language, label].format(text)
    res = rk.parse(draft, language)
    return [(f.code, res[label].text[slice(*f.span)], f.replacement) for f in review(res) if f.label == label]


# place, text, code, the words it points at, what mends them: nothing where other words have to follow
OPENINGS = [
    ("OP1", "Asks all States to act", "UN215", "Asks", "Requests"),
    ("OP1", "Hopes that all States act", "UN215", "Hopes", None),
    ("OP1", "Suggests that the Council act", "UN215", "Suggests that", "Recommends that"),
    ("OP1", "Declares accordingly that peace is near", "UN215", "Declares accordingly", "Declares"),
    ("OP1", "Walks with all States", "UN215", "Walks", None),
    ("PP2", "Viewing with appreciation the report", "UN110", "Viewing with appreciation", "Noting with appreciation"),
    ("PP2", "Having devoted attention to the report", "UN110", "Having devoted attention", None),
    ("PP2", "Noticing the report", "UN110", "Noticing", None),
    ("PP2", "Recaling its role", "UN109", "Recaling", "Recalling"),
    ("PP2", "recalling its role", "UN102", "recalling", "Recalling"),
    ("PP2", "Recalls its role", "UN104", "Recalls", "Recalling"),
    ("PP2", "We recall its role", "UN101", "We", None),
    ("PP2", "The General Assembly, meeting in New York", "UN101", "The", None),
    ("PP2", "The General Assembly urges peace", "UN101", "The", None),
    # a word too many or too few, behind an adverb as well
    ("PP2", "Deeply concerned of the risk", "UN112", "concerned of", "concerned about"),
    ("PP2", "Gravely alarmed of the risk", "UN112", "alarmed of", "alarmed by"),
    ("PP2", "Noting with deep regrets the loss", "UN112", "Noting with deep regrets", "Noting with deep regret"),
    ("PP2", "Noting with sadness the loss", "UN112", "Noting with sadness", "Noting with regret"),
    ("OP1", "Strongly demands for peace", "UN216", "demands for", "demands"),
    ("OP1", "Strongly urges strongly all States", "UN216", "urges strongly", "strongly urges"),
    ("OP1", "Demands: peace", "UN216", "Demands:", "Demands"),
    ("OP1", "Stresses on the need to act", "UN216", "Stresses on", "Stresses"),
]


@pytest.mark.parametrize(("label", "text", "code", "words", "mends"), OPENINGS, ids=[row[1] for row in OPENINGS])
def test_an_opening_is_told_and_mended(label, text, code, words, mends):
    assert found(text, label) == [(code, words, mends)]


ALSO = [  # behind "Also", which needs a first
    ("Also calls on all States to act", "calls on", "calls upon"),
    ("Further calls all States to act", "calls all States", "calls upon all States"),
    ("Also notes the report of the Council", "notes the report of", "takes note of the report of"),
]


@pytest.mark.parametrize(("text", "words", "mends"), ALSO, ids=[row[0] for row in ALSO])
def test_a_word_too_many_behind_also(text, words, mends):
    assert ("UN216", words, mends) in found(text, "OP1")


LEFT_ALONE = [
    ("OP1", "Strongly demands of all parties that they cease fire"),
    ("OP1", "Urges:\n\n(a) All States to act;\n\n(b) The Secretary-General to report"),
    ("OP1", "Welcomes upon its completion the review"),
]


@pytest.mark.parametrize(("label", "text"), LEFT_ALONE, ids=[row[1][:40] for row in LEFT_ALONE])
def test_an_opener_with_words_that_look_like_such_a_slip(label, text):
    assert found(text, label) == []


# kind of opening: what a learner may try
TRY_THIS = [
    ("PP2", "recalling its role", "Write “Recalling”."),
    ("PP2", "Recalls its role", "Write “Recalling”."),
    ("OP1", "Hopes that all States act", "Write “Expresses the hope”."),
    ("PP2", "Recaling its role", "Did you mean “Recalling”?"),
    ("PP2", "Noticing the report", "Did you mean “Noting”?"),
    ("OP1", "Walks with all States", "Usual ones are “Encourages”, “Requests” and “Calls upon”."),
    ("PP2", "Zigzagging through all", "Usual ones are “Recalling”, “Recognizing” and “Reaffirming”."),
]


@pytest.mark.parametrize(("label", "text", "advice"), TRY_THIS, ids=[row[1] for row in TRY_THIS])
def test_what_a_learner_may_try(label, text, advice):
    (finding,) = [f for f in review(FRAMES["en", label].format(text)) if f.label == label]
    assert advice in finding.message + finding.advice


# what stands behind a comma, and what is told of it: running text goes on, but an opener or a sentence does not
JOINED_IN_GERMAN = [
    ("de", "ihren Sinn und mehr", []),
    ("de", "die Lage ist ernst", [("UN101", "die", None)]),
    ("de", "Hunde sind schlimm", [("UN101", "Hunde", None)]),
    ("de", "mit dem Ziel des Friedens", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), JOINED_IN_GERMAN, ids=[row[1] for row in JOINED_IN_GERMAN])
def test_a_german_block_that_the_reader_joined(language, text, expected):
    draft = FRAMES[language, "PP2"].format(f"unter Hinweis auf die Charta,\n\n{text}")
    res = rk.parse(draft, language)
    told = [(f.code, res[f.label].text[slice(*f.span)], f.replacement) for f in review(res) if f.label == "PP2"]
    assert res["PP2"].text.endswith(f"{text},")
    assert told == expected


# what the reader joined to "Aware of the report,", and what is told of it
JOINED_IN_ENGLISH = [
    ("Recals its role,", [("UN104", "Recals")]),
    ("recalls its role,", [("UN104", "recalls")]),
    ("recalling its role,", [("UN102", "recalling")]),
    ("States act,", [("UN101", "States")]),
    ("states act,", []),
    ("Walking with all States,", []),
    ("Fully aware of its role,", []),
    ("Recalling its role,", []),
    ("The General Assembly,", [("UN002", "The General Assembly,")]),
    ("The General Assembly urges peace,", [("UN101", "The")]),
]


@pytest.mark.parametrize(("behind", "expected"), JOINED_IN_ENGLISH, ids=[row[0] for row in JOINED_IN_ENGLISH])
def test_an_english_block_that_the_reader_joined(behind, expected):
    paragraph = Paragraph("PP1", text=f"Aware of the report, {behind}")
    joint = Assumption("page-break", 1, "PP1", f"report, | {behind.split()[0]}")
    act = Paragraph("OP1", text="Decides to rest.")
    res = Resolution(organ="The General Assembly", preamble=(paragraph,), operative=(act,), assumptions=(joint,))
    assert [(f.code, paragraph.text[slice(*f.span)]) for f in review(res)] == expected


@pytest.mark.parametrize(("line", "codes"), [("The General Assembly,", ["UN002"]), ("The General Assembly", ["UN103"])])
def test_a_second_organ_line_is_no_opening_that_is_wrong(line, codes):
    draft = f"The General Assembly,\n\nAware of its role,\n\n{line}\n\nNoting the report,\n\nDecides to rest."
    assert [f.code for f in review(draft)] == codes


def test_a_comma_mends_the_end_of_what_a_table_follows():
    below = (Table((("State", "Vote"),)),)
    for end, mends in ((";", [","]), (",", []), (":", [])):
        paragraph = Paragraph("PP1", text=f"Noting the votes{end}", below=below)
        draft = Resolution(
            organ="The General Assembly",
            preamble=(paragraph,),
            operative=(Paragraph("OP1", text="Decides to rest."),),
        )
        assert [f.replacement for f in review(draft)] == mends


def test_an_opener_in_two_halves_is_not_mended_by_one_replacement():
    for text, language, better in (
        ("fordert alle Staaten auf, zu handeln", "de", None),
        ("ersucht alle Staaten, zu handeln", "de", "ersucht außerdem"),
    ):
        paragraph = Paragraph("OP2", text=text, opener_spans=find_opener(text, "operative", language))
        said = should_say_so(taken_apart(paragraph, language), 1, "operative", language)
        assert (said.span, said.replacement) == (paragraph.opener_spans[0], better)


# how a paragraph ends, the character that is pointed at, what mends it, what the message calls it
ENDS = [
    ("all States", "s", "s,", "no mark at all"),
    ("the session of 2015", "5", "5,", "no mark at all"),
    ("the report (in full)", ")", "),", "no mark at all"),
    ("the report [in full]", "]", "],", "no mark at all"),
    ("the slogan “Peace”", "”", "”,", "no mark at all"),
    ("the slogan ‘Peace’", "’", "’,", "no mark at all"),
    ('the slogan "Peace"', '"', '",', "no mark at all"),
    ("all States;", ";", ",", "“;”"),
    ("all States!", "!", ",", "“!”"),
    ("all States–", "–", ",", "“–”"),
]


@pytest.mark.parametrize(("end", "char", "mends", "called"), ENDS, ids=[row[0] for row in ENDS])
def test_a_mark_is_put_in_place_of_another_or_behind_what_is_none(end, char, mends, called):
    draft = f"The General Assembly,\n\nAware of its role,\n\nNoting {end}\n\nDecides to rest."
    (finding,) = [f for f in review(draft) if f.code == "UN103"]
    assert (rk.parse(draft)["PP2"].text[slice(*finding.span)], finding.replacement) == (char, mends)
    assert f"this one ends with {called}." in finding.message


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Decides to say: “Peace first.”", True),
        ("Decides to ask: “Peace first?”", True),
        ("beschließt, zu sagen: „Frieden zuerst.“", True),
        ("beschließt, zu sagen: »Frieden zuerst.«", True),
        ("beschließt, zu sagen: «Frieden zuerst.»", True),
        ("Decides to say: “Peace first”", False),
        ("Decides to say: “Peace first”.", False),
        ("Decides to rest.", False),
    ],
)
def test_a_quotation_may_bring_its_own_final_mark(text, ends):
    assert quotes_sentence(text) is ends
