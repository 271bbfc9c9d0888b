"""How openers say that they are repeated: read, and written; and whom two neighbours with one verb speak to."""

from __future__ import annotations

import pytest

from resolutionkit.document.grammar.openers import find_opener
from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.review import review
from resolutionkit.drafting.review.repeats import addressee, repeated, speaks_to_somebody_new, taken_apart

# language, part, how a paragraph begins, its verb, how it is repeated: 0 not, 1 also, 2 further, 3 again
OPENERS = [
    ("en", "preamble", "Recalling its resolution 75/10", "recalling", 0),
    ("en", "preamble", "Recalling also its resolution 75/10", "recalling", 1),
    ("en", "preamble", "Recalling further its resolution 75/10", "recalling", 2),
    ("en", "preamble", "RECALLING its resolution 75/10", "recalling", 0),
    ("de", "operative", "BITTET die Staaten, zu handeln", "", 0),
    ("de", "preamble", "UNTER HINWEIS auf ihre Resolution 75/10", "", 0),
    ("en", "preamble", "Recalling once again its resolution 75/10", "recalling", 3),
    ("en", "preamble", "Recalling once more its resolution 75/10", "recalling", 3),
    ("en", "preamble", "Again recalling its resolution 75/10", "recalling", 3),
    ("en", "preamble", "Taking note also of the report", "taking note", 1),
    ("en", "operative", "Welcomes the report", "welcomes", 0),
    ("en", "operative", "Also welcomes the report", "welcomes", 1),
    ("en", "operative", "Welcomes also the report", "welcomes", 1),
    ("en", "operative", "Welcomes the report also", "welcomes", 0),
    ("en", "operative", "Further welcomes the report", "welcomes", 2),
    ("en", "operative", "Also further welcomes the report", "welcomes", 3),
    ("en", "operative", "Once again welcomes the report", "welcomes", 3),
    ("en", "operative", "Until the court is established, requests States to act", "requests", 0),
    ("en", "operative", "Until the court is established, also requests States to act", "requests", 1),
    ("de", "preamble", "unter Hinweis auf ihre Resolution 75/10", "unter Hinweis", 0),
    ("de", "preamble", "Unter Hinweis auf ihre Resolution 75/10", "unter Hinweis", 0),
    ("de", "preamble", "sowie unter Hinweis auf ihre Resolution 75/10", "unter Hinweis", 1),
    ("de", "preamble", "ferner unter Hinweis auf ihre Resolution 75/10", "unter Hinweis", 2),
    ("de", "preamble", "Kenntnis nehmend von dem Bericht", "Kenntnis nehmend", 0),
    ("de", "preamble", "sowie Kenntnis nehmend von dem Bericht", "Kenntnis nehmend", 1),
    ("de", "operative", "ersucht den Generalsekretär", "ersucht", 0),
    ("de", "operative", "ersucht außerdem den Generalsekretär", "ersucht", 1),
    ("de", "operative", "ersucht auch den Generalsekretär", "ersucht", 1),
    ("de", "operative", "ersucht ferner den Generalsekretär", "ersucht", 2),
    ("de", "operative", "ersucht erneut den Generalsekretär", "ersucht", 3),
    ("de", "operative", "fordert alle Staaten ferner auf, zu handeln", "fordert auf", 2),
]


def opened(text, part="operative", language="en"):
    return taken_apart(Paragraph("P1", text=text, opener_spans=find_opener(text, part, language)), language)


@pytest.mark.parametrize(("language", "part", "text", "verb", "repeat"), OPENERS, ids=[row[2] for row in OPENERS])
def test_an_opener_is_taken_apart(language, part, text, verb, repeat):
    assert opened(text, part, language)[1:] == (verb, repeat)


def test_a_comma_in_italics_belongs_to_no_verb():
    text = "Recalling also, in this regard, its resolution 75/10,"
    assert taken_apart(Paragraph("PP1", text=text, opener_spans=((0, 15),)), "en")[1:] == ("recalling", 1)


def test_what_has_no_opener_has_no_verb():
    assert taken_apart(Paragraph("PP1", text="The report is out,"), "en")[1:] == ("", 0)


WRITTEN = [
    ("en", "preamble", "recalling", 1, "Recalling also"),
    ("en", "preamble", "recalling", 2, "Recalling further"),
    ("en", "preamble", "taking note", 1, "Taking note also"),
    ("en", "preamble", "deeply concerned", 1, "Deeply concerned also"),
    ("en", "preamble", "having considered", 1, "Having also considered"),
    ("en", "operative", "takes note", 1, "Also takes note"),
    ("en", "operative", "welcomes", 2, "Further welcomes"),
    ("de", "preamble", "unter Hinweis", 1, "sowie unter Hinweis"),
    ("de", "preamble", "Kenntnis nehmend", 2, "ferner Kenntnis nehmend"),
    ("de", "operative", "begrüßt", 1, "begrüßt außerdem"),
    ("de", "operative", "fordert auf", 1, "fordert außerdem auf"),
]


@pytest.mark.parametrize(("language", "part", "verb", "repeat", "written"), WRITTEN, ids=[row[4] for row in WRITTEN])
def test_a_repeated_opener_is_written_as_resolutions_write_it(language, part, verb, repeat, written):
    assert repeated(verb, repeat, part, language) == written


ADDRESSEES = [
    ("Encourages all States to act", "states"),
    ("Encourages also all States to act", "states"),
    ("Encourages further States that act", "states"),
    ("Also encourages States, and others, to act", "states"),
    ("Encourages the sharing of best practices", "the sharing"),
    ("Encourages the Secretary-General", "the secretary-general"),
]


@pytest.mark.parametrize(("text", "words"), ADDRESSEES)
def test_whom_a_paragraph_speaks_to(text, words):
    assert addressee(opened(text)) == words


@pytest.mark.parametrize(
    ("before", "this", "new"),
    [
        ("Encourages Member States to act", "Encourages the Secretary-General to report", True),
        ("Encourages the Secretary-General to report", "Encourages Member States to act", True),
        ("Encourages Member States to act", "Encourages Member States to report", False),
        ("Encourages the sharing of practices", "Encourages Member States to report", False),
        ("Encourages Member States to report", "Encourages the sharing of practices", False),
    ],
)
def test_neighbours_surely_speak_to_others_where_both_name_somebody(before, this, new):
    assert speaks_to_somebody_new(opened(before), opened(this)) is new


# the third time a verb stands in a row, it says "further" or begins anew; what is told of the third paragraph
ROWS = [
    ("en", "preamble", ["Noting {}", "Noting also {}", "Noting also {}"], ["UN105"]),
    ("en", "preamble", ["Noting {}", "Noting also {}", "Noting further {}"], []),
    ("en", "preamble", ["Noting {}", "Noting again {}", "Noting again {}"], []),
    ("en", "operative", ["Urges {}", "Once more urges {}", "Also urges {}"], []),
    ("en", "operative", ["Urges {}", "Also urges {}", "Again urges {}"], []),
    ("de", "preamble", ["betonend, dass {}", "sowie betonend, dass {}", "sowie betonend, dass {}"], ["UN105"]),
    ("de", "preamble", ["betonend, dass {}", "erneut betonend, dass {}", "erneut betonend, dass {}"], []),
]
FRAME = {
    ("en", "preamble"): ("The General Assembly,\n\n", ",", "Decides to rest."),
    ("en", "operative"): ("The General Assembly,\n\nAware of its role,\n\n", ";", "4. Decides to rest."),
    ("de", "preamble"): ("Die Generalversammlung,\n\n", ",", "1. betont dies;\n\n2. beschließt, zu ruhen."),
}


@pytest.mark.parametrize(("language", "part", "openers", "codes"), ROWS, ids=[row[2][2] for row in ROWS])
def test_the_third_in_a_row(language, part, openers, codes):
    begin, mark, end = FRAME[language, part]
    said = [opener.format(f"all States of region {n}") for n, opener in zip("ABC", openers, strict=True)]
    numbers = [f"{n}. " if part == "operative" else "" for n in (1, 2, 3)]
    text = begin + "".join(f"{n}{s}{mark}\n\n" for n, s in zip(numbers, said, strict=True)) + end
    label = "PP3" if part == "preamble" else "OP3"
    assert [f.code for f in review(text, language=language) if f.label == label] == codes
