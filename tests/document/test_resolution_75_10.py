"""The bundled resolution is the published text, word for word."""

from __future__ import annotations

import hashlib
import re

import pytest

import resolutionkit as rk
from resolutionkit.files import data_folder

RES = rk.load()


def test_source_text_is_the_published_file():
    content = (data_folder() / "a-res-75-10.de.txt").read_bytes()
    assert hashlib.sha256(content).hexdigest() == "18cdc3e868f172b56f9bb02371695e2bedee234f9b872435f6148cc36659eb0b"


def test_xml_is_what_the_kit_makes_of_the_text():
    made = rk.to_akn(rk.parse(rk.source_text()))
    assert made == (data_folder() / "a-res-75-10.de.xml").read_text(encoding="utf-8")


def test_text_and_xml_read_the_same():
    assert rk.parse(rk.source_text()) == RES


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_every_word_of_the_source_is_in_the_structure_once_and_in_order():
    source = re.sub(r"\]\(#\)", "", rk.source_text())
    note_bodies = re.findall(r"^[¹²³⁴⁵⁶⁷] (.+)$", source, re.MULTILINE)
    running = re.sub(r"^[¹²³⁴⁵⁶⁷] .+$", "", source, flags=re.MULTILINE)
    running = re.sub("[¹²³⁴⁵⁶⁷]", "", running)
    told = [*RES.cover, "75/10", RES.title, RES.organ]
    for p in RES.paragraphs:
        told += [str(p.number)] if p.number is not None else [p.marker] if p.marker else []
        told.append(p.text)
    told += RES.closing
    assert words(" ".join(told)) == words(running)
    assert [words(n.text) for n in RES.footnotes] == [words(body) for body in note_bodies]


def test_counts():
    items = [p for p in RES.paragraphs if p.marker]
    assert (len(RES.preamble), len(RES.operative), len(items), len(RES.footnotes)) == (21, 16, 5, 7)
    assert [p.label for p in items] == ["OP13(a)", "OP13(b)", "OP13(c)", "OP13(d)", "OP13(e)"]


def test_facts():
    assert (RES.symbol, RES.session, RES.agenda_item, RES.language) == ("A/RES/75/10", 75, "130 y)", "de")
    assert (str(RES.adopted), str(RES.published), RES.meeting) == ("2020-11-23", "2020-11-30", "30. Plenarsitzung")
    assert RES.drafts == ("A/75/L.20", "A/75/L.20/Add.1")
    assert (RES.organ, RES.organ_comma) == ("Die Generalversammlung", True)


@pytest.mark.parametrize(
    ("label", "number", "word_before"),
    [
        ("PP2", 1, "INTERPOL"),
        ("PP10", 2, "Terrorismus"),
        ("PP10", 3, "Grenzsicherung"),
        ("PP14", 4, "Entwicklung"),
        ("PP16", 5, "Menschenhandels"),
        ("PP17", 6, "Staaten"),
        ("OP9", 7, "Aspekten"),
    ],
)
def test_footnote_marks_stand_where_they_are_printed(label, number, word_before):
    note = next(n for n in RES[label].footnotes if n.number == number)
    assert RES[label].text[: note.position].endswith(word_before)


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("PP1", ("unter Hinweis",)),
        ("PP2", ("sowie unter Hinweis",)),
        ("PP3", ("ferner unter Hinweis",)),
        ("PP13", ("Kenntnis nehmend",)),
        ("PP19", ("besorgt",)),
        ("PP21", ("in der Überzeugung",)),
        ("OP1", ("fordert",)),
        ("OP3", ("erkennt an",)),
        ("OP4", ("fordert", "nachdrücklich auf")),
        ("OP7", ("bekräftigt außerdem",)),
        ("OP11", ("fordert", "auf")),
        ("OP16", ("beschließt",)),
        ("OP13(a)", ()),
    ],
)
def test_openers(label, parts):
    assert RES[label].opener_parts == parts


def test_cited_documents():
    cited = {(r.symbol, str(r.date) if r.date else None, r.label) for r in RES.references}
    assert cited == {
        ("A/RES/51/1", "1996-10-15", "PP1"),
        ("A/RES/71/19", "2016-11-21", "PP1"),
        ("A/RES/73/11", "2018-11-26", "PP1"),
        ("A/RES/60/288", None, "PP10"),
        ("A/RES/72/284", None, "PP10"),
        ("A/RES/70/1", None, "PP14"),
        ("A/RES/72/1", None, "PP16"),
        ("A/DEC/60/519", None, "PP17"),
        ("A/60/88", None, "PP17"),
        ("A/60/88/Corr.2", None, "PP17"),
        ("A/RES/73/187", "2018-12-17", "PP19"),
        ("A/RES/74/247", "2019-12-27", "PP19"),
        ("E/RES/2019/19", "2019-07-23", "PP19"),
        ("E/RES/2019/20", "2019-07-23", "PP19"),
        ("A/CONF.192/15", None, "OP9"),
    }


def test_references_point_at_their_words():
    for r in RES.references:
        p = RES[r.label]
        text = p.text if r.footnote is None else next(n.text for n in p.footnotes if n.number == r.footnote)
        assert text[slice(*r.span)] in r.symbol


def test_page_breaks_in_op1_and_op6_are_rejoined_and_recorded():
    decisions = rk.parse(rk.source_text()).assumptions
    assert [(d.kind, d.label, d.detail) for d in decisions] == [
        ("page-break", "OP1", "terroristische | Kämpfer"),
        ("page-break", "OP6", "Mitgliedstaaten | ihre"),
    ]
