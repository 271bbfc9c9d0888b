"""Openers without italics: the grammar, and how much of the counted openers it knows."""

from __future__ import annotations

import csv

import pytest

from resolutionkit.document.grammar.openers import find_opener, opens_paragraph
from resolutionkit.files import data_folder

# language, part, text, opener parts
OPENERS = [
    ("en", "preamble", "Recalling also its resolution 51/1", ("Recalling also",)),
    ("en", "preamble", "Noting with deep concern that", ("Noting with deep concern",)),
    ("en", "preamble", "Bearing in mind the Charter", ("Bearing in mind",)),
    ("en", "preamble", "Taking note of the report", ("Taking note",)),
    ("en", "preamble", "Expressing its appreciation to the", ("Expressing its appreciation",)),
    ("en", "preamble", "Stressing the importance of", ("Stressing",)),
    ("en", "preamble", "Welcoming and further encouraging the work", ("Welcoming and further encouraging",)),
    ("en", "preamble", "Deeply concerned about", ("Deeply concerned",)),
    ("en", "preamble", "Having considered the report", ("Having considered",)),
    ("en", "operative", "Calls upon all States", ("Calls upon",)),
    ("en", "operative", "Further requests the Secretary-General", ("Further requests",)),
    ("en", "operative", "Condemns in the strongest terms all acts", ("Condemns in the strongest terms",)),
    ("en", "operative", "Encourages further cooperation", ("Encourages",)),
    ("en", "operative", "Looks forward to", ("Looks forward",)),
    ("en", "operative", "Remains deeply concerned about", ("Remains deeply concerned",)),
    ("en", "operative", "we want peace", ()),
    ("de", "preamble", "unter Hinweis auf", ("unter Hinweis",)),
    ("de", "preamble", "ferner unter Begrüßung der", ("ferner unter Begrüßung",)),
    ("de", "preamble", "mit dem Ausdruck ihrer ernsten Besorgnis über", ("mit dem Ausdruck ihrer ernsten Besorgnis",)),
    ("de", "preamble", "Kenntnis nehmend von", ("Kenntnis nehmend",)),
    ("de", "preamble", "daran erinnernd, dass", ("daran erinnernd",)),
    ("de", "preamble", "zutiefst besorgt über", ("zutiefst besorgt",)),
    ("de", "operative", "fordert die Stärkung der Zusammenarbeit;", ("fordert",)),
    ("de", "operative", "fordert alle Staaten nachdrücklich auf, zu handeln;", ("fordert", "nachdrücklich auf")),
    ("de", "operative", "legt den Staaten nahe, dies zu tun;", ("legt", "nahe")),
    ("de", "operative", "ist sich der Bedrohung bewusst, die", ("ist sich", "bewusst")),
    ("de", "preamble", "sich dessen bewusst, dass", ("sich dessen bewusst",)),
    ("de", "preamble", "tätig werdend nach Kapitel VII", ("tätig werdend",)),
    ("de", "operative", "weist jeden Versuch entschieden zurück;", ("weist", "entschieden zurück")),
    ("de", "operative", "erkennt an, wie wichtig es ist", ("erkennt an",)),
    # Drafts of simulations set openers in capitals; "ß" is "SS" there.
    ("en", "preamble", "NOTING WITH DEEP CONCERN the", ("NOTING WITH DEEP CONCERN",)),
    ("en", "operative", "FURTHER REQUESTS the Secretary-General", ("FURTHER REQUESTS",)),
    ("de", "preamble", "FERNER UNTER BEGRÜSSUNG der", ("FERNER UNTER BEGRÜSSUNG",)),
    ("de", "preamble", "KENNTNIS NEHMEND von", ("KENNTNIS NEHMEND",)),
    ("de", "operative", "BESCHLIESST, mit der Frage befasst zu bleiben.", ("BESCHLIESST",)),
    ("de", "operative", "FORDERT alle AUSSERDEM NACHDRÜCKLICH AUF, zu", ("FORDERT", "AUSSERDEM NACHDRÜCKLICH AUF")),
    ("de", "operative", "INTERPOL und UNODC betont", ()),
    ("de", "operative", "UNIDROIT hat einen Bericht vorgelegt", ()),
    ("en", "operative", "SDGs are of importance", ()),
    # From resolutions 77/301 and 80/20, on which the grammar was not made.
    ("de", "preamble", "ernsthaft besorgt über die", ("ernsthaft besorgt",)),
    ("de", "preamble", "bekräftigend, dass", ("bekräftigend",)),
    ("de", "preamble", "in Bekräftigung ihrer Erkenntnis, dass", ("in Bekräftigung ihrer Erkenntnis",)),
    (
        "de",
        "preamble",
        "in Bekräftigung ihres nachdrücklichen Bekenntnisses zur",
        ("in Bekräftigung ihres nachdrücklichen Bekenntnisses",),
    ),
    ("de", "preamble", "in Bekräftigung ihrer Resolution 70/1", ("in Bekräftigung",)),
    ("de", "preamble", "mit tiefer Besorgnis feststellend, dass", ("mit tiefer Besorgnis feststellend",)),
    ("de", "preamble", "mit dem Ausdruck der Solidarität mit den", ("mit dem Ausdruck der Solidarität",)),
    ("de", "preamble", "in Würdigung der", ("in Würdigung",)),
    ("de", "preamble", "Kenntnis nehmend davon, dass", ("Kenntnis nehmend",)),
    ("de", "preamble", "unterstreichend, wie", ("unterstreichend",)),
    ("de", "operative", "fordert nachdrücklich die rasche Aufnahme der Sacharbeit;", ("fordert nachdrücklich",)),
    ("de", "operative", "unterstützt die Bemühungen;", ("unterstützt",)),
    ("de", "operative", "legt allen Staaten, insbesondere den Raumfahrtnationen, nahe, die", ("legt", "nahe")),
    ("de", "operative", "ersucht den Generalsekretär außerdem, unverzüglich", ("ersucht", "außerdem")),
    ("de", "operative", "erklärt erneut, dass", ("erklärt erneut",)),
    ("de", "operative", "beschließt ferner, dass", ("beschließt ferner",)),
    (
        "de",
        "operative",
        "fordert alle Staaten sowie alle an dem Konflikt beteiligten Parteien auf, gemäß",
        ("fordert", "auf"),
    ),
    ("fr", "preamble", "Rappelant sa résolution", ()),
]


@pytest.mark.parametrize(("language", "part", "text", "parts"), OPENERS, ids=[o[2][:40] for o in OPENERS])
def test_find_opener(language, part, text, parts):
    assert tuple(text[a:b] for a, b in find_opener(text, part, language)) == parts


def test_an_opener_of_the_other_part_is_found_too():
    assert find_opener("Recalls its resolution", "preamble", "en") == ((0, 7),)


@pytest.mark.parametrize(
    ("text", "opens"), [("Notes that", True), ("Nations and", False), ("States to act", False), ("Urges all", True)]
)
def test_opens_paragraph(text, opens):
    assert opens_paragraph(text, "en") is opens


@pytest.mark.parametrize(("language", "share"), [("en", 0.99), ("de", 0.95)])
def test_counted_openers_are_known(language, share):
    """Weighted by how often adopted resolutions use them."""
    known = total = 0
    with (data_folder() / "opener_counts.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["language"] == language:
                first = row["opener"].split(" … ")[0]
                text = f"{first} x"
                spans = find_opener(text, row["part"], language)
                total += int(row["paragraphs"])
                known += int(row["paragraphs"]) * (bool(spans) and text[slice(*spans[0])] == first)
    assert known / total >= share
