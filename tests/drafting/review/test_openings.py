"""How the kit judges the words with which a paragraph begins, and what it advises instead."""

from __future__ import annotations

import pytest

from resolutionkit.document.grammar.openers import find_opener
from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.review.opening import opening_of

# text, part, kind, the words judged, what to write instead
ENGLISH = [
    ("Calls apon all States", "operative", "misspelt", "Calls apon", "Calls upon"),
    ("Recaling its resolution", "preamble", "misspelt", "Recaling", "Recalling"),
    ("Recaling its resolution", "operative", "form", "Recaling", "Recalls"),
    ("Recals its resolution", "preamble", "form", "Recals", "Recalling"),
    ("Recals its resolution", "operative", "misspelt", "Recals", "Recalls"),
    ("Deeply concernd at", "preamble", "misspelt", "Deeply concernd", "Deeply concerned"),
    ("Furthr recalling its resolution", "preamble", "misspelt", "Furthr", "Further"),
    ("Taking not of the report", "preamble", "misspelt", "Taking not", "Taking note"),
    ("Expressing its concrn at", "preamble", "misspelt", "Expressing its concrn", "Expressing its concern"),
    ("Reaffirms its requests", "operative", "right", "Reaffirms its requests", ""),
    ("Reiterates its demands", "operative", "right", "Reiterates its demands", ""),
    ("Reaffirming its commitments", "preamble", "right", "Reaffirming", ""),
    ("Takes notes of the report", "operative", "right", "Takes", ""),
    ("Noticing the report", "preamble", "unusual", "Noticing", "Noting"),
    ("Deeply concern about crime", "preamble", "none", "Deeply concern", "Deeply concerned"),
    ("Calls for: a report", "operative", "right", "Calls for", ""),
    ("recalling its resolution", "preamble", "case", "recalling", "Recalling"),
    ("recalling its resolution", "operative", "form", "recalling", "Recalls"),
    ("Noting with a slip behind it", "preamble", "right", "Noting", ""),
    ("DEEPLY CONCERNED at the loss", "preamble", "case", "DEEPLY CONCERNED", "Deeply concerned"),
    ("ALSO URGES all States", "operative", "case", "ALSO URGES", "Also urges"),
    ("NOTING WITH CONCERN that", "preamble", "case", "NOTING WITH CONCERN", "Noting with concern"),
    ("RECALLS its resolution", "preamble", "form", "RECALLS", "Recalling"),
    ("deeply concerned at the loss", "preamble", "case", "deeply concerned", "Deeply concerned"),
    ("[Urges all States]", "operative", "right", "Urges", ""),
    ("[ Recals its resolution", "preamble", "form", "Recals", "Recalling"),
    ("Further recalls its resolution", "preamble", "form", "Further recalls", "Recalling further"),
    ("Also takes note of the report", "preamble", "form", "Also takes note", "Taking note also"),
    ("Takes note of the report", "preamble", "form", "Takes note", "Taking note"),
    ("Strongly urges all States", "preamble", "form", "Strongly urges", "Strongly urging"),
    ("Recalling also its resolution", "operative", "form", "Recalling also", "Also recalls"),
    ("Recalling further its resolution", "operative", "form", "Recalling further", "Further recalls"),
    ("Noting with concern also the loss", "operative", "form", "Noting with concern also", "Also notes with concern"),
    ("Take note of the report", "operative", "form", "Take", "Takes"),
    ("Deciding to act", "preamble", "unusual", "Deciding", ""),
    ("Alsso recalling its resolution", "preamble", "misspelt", "Alsso", "Also"),
    ("Alsso knowing its resolution", "preamble", "none", "Alsso", ""),
    ("Furthr urges all States", "operative", "misspelt", "Furthr", "Further"),
    ("Takes notte of the report", "operative", "misspelt", "Takes notte", "Takes note"),
    ("Reiterates its suport for", "operative", "misspelt", "Reiterates its suport", "Reiterates its support"),
    ("Reaffirms its determinaton to", "operative", "right", "Reaffirms", ""),  # opens two paragraphs alone
    ("Reiterates its strong suport for", "operative", "right", "Reiterates", ""),  # nothing is like that
    ("Reiterates it suport for", "operative", "right", "Reiterates", ""),  # two slips may mean anything
    ("Reiterates it, once more", "operative", "right", "Reiterates", ""),
    ("Deeply concerned at the loss", "operative", "form", "Deeply concerned", "Remains deeply concerned"),
    ("Access is granted to all", "operative", "none", "Access", ""),
    ("walks in", "operative", "none", "walks", ""),
    ("zigzagging through the report", "preamble", "none", "zigzagging", ""),
    ("Peace is near", "preamble", "none", "Peace", ""),
    ("It is noted that it rains", "operative", "none", "It", ""),
    ("We have urged all States", "operative", "none", "We", ""),
    ("The States urge all", "operative", "none", "The", "Urges"),
    ("We, urging all States, act", "operative", "none", "We", "Urges"),
    ("Fully aware, as it is, of the report", "preamble", "listed", "Fully aware", "Aware"),
    ("Hopes that all States act", "operative", "listed", "Hopes", "Expresses the hope"),
    ("Suggests that the Council act", "operative", "listed", "Suggests that", "Recommends that"),
    ("Expresses its hope that", "operative", "listed", "Expresses its hope", "Expresses the hope"),
    ("We urge all States", "preamble", "none", "We", "Urging"),
    ("We urge all States", "operative", "none", "We", "Urges"),
    ("We do not urge all States", "preamble", "none", "We", "Urging"),
    ("We do not ever urge all States", "preamble", "none", "We", ""),
    ("A urges all", "operative", "none", "A", "Urges"),
    ("Having devoted attention to the report", "preamble", "listed", "Having devoted attention", "Having considered"),
    ("Walks in", "operative", "unusual", "Walks", ""),
    ("Walks in", "preamble", "none", "Walks", ""),
    ("States shall act", "operative", "none", "States", "Acts"),
    ("12 States", "preamble", "none", "12", ""),
    ("Reiterating its comitment to", "preamble", "right", "Reiterating", ""),  # opens one paragraph alone
    ("", "preamble", "none", "", ""),
]
GERMAN = [
    ("unter Hinweis auf die Charta,", "preamble", "right", "unter Hinweis", ""),
    ("unter Hinwies auf die Charta,", "preamble", "misspelt", "unter Hinwies", "unter Hinweis"),
    ("untre Hinweis auf die Charta,", "preamble", "misspelt", "untre Hinweis", "unter Hinweis"),
    ("sowie untre Hinweis auf die Charta,", "preamble", "misspelt", "sowie untre Hinweis", "sowie unter Hinweis"),
    ("sowie in der Erkenntins, dass", "preamble", "misspelt", "sowie in der Erkenntins", "sowie in der Erkenntnis"),
    ("in Bekräftigng ihrer Resolution,", "preamble", "misspelt", "in Bekräftigng", "in Bekräftigung"),
    ("in der Erkenntins, dass", "preamble", "misspelt", "in der Erkenntins", "in der Erkenntnis"),
    (
        "sowie erneut in der Erkenntins, dass",
        "preamble",
        "misspelt",
        "sowie erneut in der Erkenntins",
        "sowie erneut in der Erkenntnis",
    ),
    ("uter Hinweis auf die Charta,", "preamble", "none", "uter", "unter Hinweis"),
    ("owie unter Hinweis auf die Charta,", "preamble", "none", "owie", "sowie unter Hinweis"),
    ("betomend, dass", "preamble", "right", "betomend", ""),  # so short a word may be another verb
    ("betonnend, dass", "preamble", "misspelt", "betonnend", "betonend"),
    ("12 Staaten handeln", "preamble", "none", "12", ""),
    ("Unter Hinweis auf die Charta,", "preamble", "case", "Unter Hinweis", "unter Hinweis"),
    ("UNTER Hinweis auf die Charta,", "preamble", "case", "UNTER Hinweis", "unter Hinweis"),
    ("Kenntnis nehmend von dem Bericht", "preamble", "right", "Kenntnis nehmend", ""),
    ("kenntnis nehmend von dem Bericht", "preamble", "misspelt", "kenntnis nehmend", "Kenntnis nehmend"),
    ("besorgt über die Lage", "preamble", "right", "besorgt", ""),
    ("erneut erklärend, dass", "preamble", "right", "erneut erklärend", ""),
    ("sowie bekräftigent, dass", "preamble", "misspelt", "sowie bekräftigent", "sowie bekräftigend"),
    ("bekräftigent, dass", "preamble", "misspelt", "bekräftigent", "bekräftigend"),
    ("betonen, dass", "preamble", "misspelt", "betonen", "betonend"),
    ("Die Folgen der Aggression beklagend,", "preamble", "case", "Die", "die"),
    ("die Folgen der Aggression beklagend,", "preamble", "unusual", "die", ""),
    ("Hunde bekämpfend,", "preamble", "unusual", "Hunde", ""),
    ("Die Folgen der Aggression sind schlimm", "preamble", "none", "Die", ""),
    ("es ist der Rat, der klagend,", "preamble", "none", "es", ""),
    ("erkennt die Lage an", "preamble", "form", "erkennt", ""),
    ("erklärt, dass", "preamble", "form", "erklärt", "erklärend"),
    ("billigt den Plan", "preamble", "form", "billigt", ""),
    ("begrüßt den Plan", "preamble", "form", "begrüßt", "begrüßend"),
    ("erinnert an ihre Resolution", "preamble", "form", "erinnert an", "unter Hinweis auf"),
    ("erinnert daran, dass", "preamble", "form", "erinnert daran", "daran erinnernd"),
    ("erinnert die Staaten an ihre Pflicht", "preamble", "form", "erinnert", ""),
    ("Stellt fest, dass", "preamble", "form", "Stellt fest", "feststellend"),
    ("stellt mit Besorgnis fest, dass", "preamble", "form", "stellt mit Besorgnis fest", "mit Besorgnis feststellend"),
    ("stellt mit Bedauern fest, dass", "preamble", "form", "stellt", ""),
    ("nimmt Kenntnis von dem Bericht", "preamble", "form", "nimmt Kenntnis", "Kenntnis nehmend"),
    ("ist besorgt über die Lage", "preamble", "form", "ist besorgt", "besorgt"),
    ("ist besorgter als zuvor", "preamble", "form", "ist", ""),
    ("ersucht die Staaten, zu handeln", "preamble", "form", "ersucht", ""),
    ("bezeichnet die Lage als ernst", "preamble", "form", "bezeichnet", "bezeichnend"),
    ("macht sich den Bericht zu eigen", "preamble", "form", "macht", ""),
    ("der Hund unter Hinwies", "preamble", "none", "der", ""),
    ("Hund und Katze", "preamble", "none", "Hund", ""),
    ("begrüsst den Bericht", "operative", "misspelt", "begrüsst", "begrüßt"),
    ("weisst darauf hin", "operative", "misspelt", "weisst", "weist"),
    ("bittte die Staaten", "operative", "misspelt", "bittte", "bittet"),
    ("BETONT den Frieden", "operative", "case", "BETONT", "betont"),
    ("BESCHLIESST, zu handeln", "operative", "case", "BESCHLIESST", "beschließt"),
    ("FERNER UNTER HINWEIS auf die Charta,", "preamble", "case", "FERNER UNTER HINWEIS", "ferner unter Hinweis"),
    ("KENNTNIS NEHMEND von dem Bericht", "preamble", "case", "KENNTNIS NEHMEND", "Kenntnis nehmend"),
    ("Unter Hinweis auf die Charta", "operative", "form", "Unter Hinweis", ""),
    ("12 Staaten handeln", "operative", "none", "12", ""),
    ("staaten sollen handeln", "operative", "unusual", "staaten", ""),
    ("fodert die Staaten auf", "operative", "misspelt", "fodert", "fordert"),
    ("Fordert die Staaten auf", "operative", "case", "Fordert", "fordert"),
    ("betonend, dass", "operative", "form", "betonend", ""),
    ("Die Staaten sollen", "operative", "none", "Die", ""),
    ("Hunde sind", "operative", "unusual", "Hunde", ""),
]


@pytest.mark.parametrize(
    ("language", "text", "part", "kind", "words", "better"),
    [("en", *row) for row in ENGLISH] + [("de", *row) for row in GERMAN],
)
def test_what_a_beginning_is_called_and_what_is_advised(language, text, part, kind, words, better):
    opening = opening_of(Paragraph("P1", text=text), 0, part, language)
    assert (opening.kind, opening.words, opening.better) == (kind, words, better)


def test_a_beginning_behind_joined_words_is_judged_where_it_stands():
    opening = opening_of(Paragraph("P1", text="Noting x, Recals its report"), 10, "preamble", "en")
    assert (opening.joined, opening.words, opening.better) == (True, "Recals", "Recalling")


@pytest.mark.parametrize(("text", "kind"), [("Strange words here,", "unusual"), ("Recalling the report,", "right")])
def test_words_in_italics_are_the_opening_that_somebody_meant(text, kind):
    end = text.index(" ")
    opening = opening_of(Paragraph("P1", text=text, opener_spans=((0, end),)), 0, "preamble", "en")
    assert (opening.kind, opening.words, opening.joined) == (kind, text[:end], False)


def test_italics_do_not_hide_a_slip():
    opening = opening_of(Paragraph("P1", text="Recaling the report,", opener_spans=((0, 8),)), 0, "preamble", "en")
    assert (opening.kind, opening.better) == ("misspelt", "Recalling")


def test_italics_that_begin_with_a_bracket_do_not_hide_a_slip():
    opening = opening_of(Paragraph("P1", text="[Recaling the report", opener_spans=((0, 9),)), 0, "preamble", "en")
    assert (opening.kind, opening.words, opening.better) == ("misspelt", "Recaling", "Recalling")


def test_a_clause_may_stand_before_the_opener():
    text = "Pending the adoption of a treaty, urges all States to act"
    opening = opening_of(Paragraph("OP1", text=text, opener_spans=((34, 39),)), 0, "operative", "en")
    assert (opening.kind, opening.words, opening.better, opening.joined) == ("right", "urges", "", False)


def test_a_verb_in_two_halves_is_judged_by_its_first():
    text = "Fordert alle Staaten auf, zu handeln"
    opening = opening_of(Paragraph("OP1", text=text, opener_spans=((0, 7), (21, 24))), 0, "operative", "de")
    assert (opening.kind, opening.words, opening.better) == ("case", "Fordert", "fordert")


def test_where_nothing_stands_nothing_is_pointed_at():
    assert opening_of(Paragraph("P1"), 0, "preamble", "en").span == (0, 0)


def test_more_words_in_italics_than_belong_to_an_opener_are_an_opener():
    opening = opening_of(Paragraph("P1", text="Recalling the report,", opener_spans=((0, 13),)), 0, "preamble", "en")
    assert (opening.kind, opening.words) == ("right", "Recalling the")


@pytest.mark.parametrize(("text", "kind"), [("States act", "none"), ("Strange words", "unusual")])
def test_what_the_kit_itself_takes_for_an_opener_nobody_chose(text, kind):
    spans = find_opener(text, "operative", "en") or ((0, 7),)
    assert opening_of(Paragraph("OP1", text=text, opener_spans=spans), 0, "operative", "en").kind == kind
