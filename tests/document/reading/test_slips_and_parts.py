"""Where the operative part begins, and where paragraphs do, in drafts whose marks, capitals or numbers are wrong."""

from __future__ import annotations

import pytest

import resolutionkit as rk
from resolutionkit.document.grammar.openers import opens_with_deed
from resolutionkit.document.grammar.verbs import to_participle, usual, words

HEAD = {"en": "The General Assembly,", "de": "Die Generalversammlung,"}
PREAMBLE = {
    "en": ["Recalling its resolution 51/1 of 15 October 1996,", "Noting the report,"],
    "de": ["unter Hinweis auf ihre Resolution 51/1 vom 15. Oktober 1996,", "betonend, dass der Bericht vorliegt,"],
}


def draft(language, *paragraphs):
    return "\n\n".join([HEAD[language], *PREAMBLE[language], *paragraphs])


def labels(language, *paragraphs):
    return [p.label for p in rk.parse(draft(language, *paragraphs), language).paragraphs][2:]


def codes(language, *paragraphs):
    return [(f.code, f.label) for f in rk.review(draft(language, *paragraphs), language=language)]


# The only operative paragraph has no number: what is wrong in it must not make it a preambular one.
SINGLE = {
    "right": ("en", "Approves the report.", []),
    "no capital": ("en", "approves the report of the Committee.", [("UN202", "OP1")]),
    "no capital, and a footnote mark": ("en", "takes note of the report.¹", [("UN202", "OP1"), ("UN601", "OP1")]),
    "no capital behind an adverb": ("en", "also decides to meet.", [("UN202", "OP1")]),
    "a participle": ("en", "Deciding to remain seized of the matter.", [("UN207", "OP1")]),
    "the base form": ("en", "Decide to remain seized of the matter.", [("UN207", "OP1")]),
    "a comma": ("en", "Decides to remain seized of the matter,", [("UN204", "OP1")]),
    "no mark": ("en", "Decides to remain seized of the matter", [("UN204", "OP1")]),
    "a semicolon": ("en", "Requests a report;", [("UN204", "OP1")]),
    "no capital and a comma": ("en", "decides to remain seized of the matter,", [("UN202", "OP1"), ("UN204", "OP1")]),
    "German, right": ("de", "beschließt, mit der Angelegenheit befasst zu bleiben.", []),
    "German, a capital": ("de", "Beschließt, mit der Angelegenheit befasst zu bleiben.", [("UN202", "OP1")]),
    "German, a comma": ("de", "beschließt, mit der Angelegenheit befasst zu bleiben,", [("UN204", "OP1")]),
}


@pytest.mark.parametrize(("language", "paragraph", "expected"), SINGLE.values(), ids=SINGLE)
def test_a_single_operative_paragraph_is_known_by_its_deed(language, paragraph, expected):
    assert labels(language, paragraph) == ["OP1"]
    assert codes(language, paragraph) == expected


@pytest.mark.parametrize("opener", ["Urging", "Requesting", "Declaring", "Also deciding", "Decide"])
@pytest.mark.parametrize(("mark", "label"), [(".", "OP1"), (",", "PP3")])
def test_the_wrong_form_of_a_deed_is_operative_where_a_full_stop_ends_the_text(opener, mark, label):
    assert labels("en", f"{opener} all States to act{mark}") == [label]


# What opens preambles as well, or ends with a comma as they do, is left in the preamble, where it was written.
PREAMBULAR = [
    ("en", "Recalls its resolution 51/2 of 15 October 1996,", "UN104"),
    ("en", "Reaffirming the Charter.", "UN103"),
    ("en", "Urging all States to act;", "UN103"),  # with a full stop it would be operative
    ("en", "taking note of the report,", "UN102"),
    ("de", "Begrüßend, dass der Bericht vorliegt,", "UN102"),
    ("de", "in der Erkenntnis, dass der Bericht vorliegt.", "UN103"),
]


@pytest.mark.parametrize(("language", "paragraph", "code"), PREAMBULAR)
def test_the_last_paragraph_of_a_preamble_stays_there(language, paragraph, code):
    assert labels(language, paragraph) == ["PP3"]
    assert (code, "PP3") in codes(language, paragraph)


def test_operative_paragraphs_without_numbers_and_capitals_are_told_apart():
    assert labels("en", "urges all States to act;", "requests a report;", "decides to meet again.") == [
        "OP1",
        "OP2",
        "OP3",
    ]


def test_an_opener_without_its_capital_begins_a_paragraph_of_its_own():
    assert codes("en", "welcoming the decision,", "Decides to meet.") == [("UN102", "PP3")]


# German object before its participle: no opener tells that a new paragraph begins where the comma is missing.
FRONTED = [
    "die schrecklichen Folgen der Feindseligkeiten beklagend, insbesondere Angriffe auf Krankenhäuser,",
    "der Erklärung des Generalsekretärs beipflichtend, in der er daran erinnerte,",
    "ihre Entschlossenheit bekundend, die Ziele zu erreichen,",
]


@pytest.mark.parametrize("fronted", FRONTED)
def test_a_german_paragraph_without_its_comma_ends_before_an_object_with_its_participle(fronted):
    numbered = ["1. fordert alle Staaten auf, zu handeln;", "2. beschließt, mit der Angelegenheit befasst zu bleiben."]
    lost = "unter Hinweis auf die Entscheidung des Gerichtshofs vom 16. März 2022²"
    assert codes("de", lost, fronted, *numbered) == [("UN103", "PP3")]


@pytest.mark.parametrize("cut", ["betonend, wie wichtig der Bericht ist, und", "unter Hinweis auf den Dank für"])
def test_a_german_sentence_goes_on_behind_a_conjunction_or_preposition(cut):
    assert labels("de", cut, "die Folgen der Aggression beklagend,", "1. fordert Frieden.") == ["PP3", "OP1"]


def test_a_sentence_that_pages_cut_goes_on_with_whatever_verb():
    cut = [
        "Recalling the report, in which the Committee stresses the role of foreign",
        "fighters, in all regions,",
        "notes that,",
    ]
    assert labels("en", *cut, "Decides to meet.") == ["PP3", "OP1"]


def test_deeds_open_next_to_no_preamble():
    """The list of the verbs that do something agrees with the counts."""
    operative, preambular = usual("en", "operative"), usual("en", "preamble")

    def paragraphs(openers, head):
        return sum(n for opener, n in openers.items() if head in opener.lower().split(" ")[:2])

    deeds = words()["en"]["known"]["deeds"]
    for verb in deeds:
        participle = to_participle(verb)
        assert paragraphs(preambular, participle) * 30 <= paragraphs(operative, verb), verb
    assert opens_with_deed("Also strongly urges", "en")
    assert not opens_with_deed("Recalls", "en")
