"""What counts as a cited document, and under which symbol."""

from __future__ import annotations

import pytest

from resolutionkit.document.grammar.citations import citations_in
from resolutionkit.document.grammar.dates import date_in

# text, [(symbol, date or None)]
CITES = [
    ("its resolution 51/1 of 15 October 1996", [("A/RES/51/1", "1996-10-15")]),
    ("Resolution 51/1 vom 15. Oktober 1996", [("A/RES/51/1", "1996-10-15")]),
    ("résolution 51/1 du 15 octobre 1996", [("A/RES/51/1", "1996-10-15")]),
    ("resolución 51/1, de 15 de octubre de 1996", [("A/RES/51/1", None)]),
    ("resolutions 71/19 of 21 November 2016 and 73/11", [("A/RES/71/19", "2016-11-21"), ("A/RES/73/11", None)]),
    (
        "Resolutionen 2019/19 und 2019/20 des Wirtschafts- und Sozialrats vom 23. Juli 2019",
        [("E/RES/2019/19", "2019-07-23"), ("E/RES/2019/20", "2019-07-23")],
    ),
    ("Security Council resolution 1373 (2001) of 28 September 2001", [("S/RES/1373(2001)", "2001-09-28")]),
    ("Resolution 2623 (2022) des Sicherheitsrats", [("S/RES/2623(2022)", None)]),
    ("Human Rights Council resolution 49/1 of 4 March 2022", [("A/HRC/RES/49/1", "2022-03-04")]),
    ("Resolution 49/1 des Menschenrechtsrats vom 4. März 2022", [("A/HRC/RES/49/1", None)]),
    ("the Human Rights Council, in its resolution 36/10", [("A/HRC/RES/36/10", None)]),
    ("Human Rights Council resolutions 5/1 and 5/2 of 18 June 2007", [("A/HRC/RES/5/1", "2007-06-18"), ("A/HRC/RES/5/2", "2007-06-18")]),
    ("resolution 217 A (III)", [("A/RES/217(III)", None)]),
    ("resolution ES-11/1 of 2 March 2022", [("A/RES/ES-11/1", "2022-03-02")]),
    ("Siehe Beschluss 60/519 sowie A/60/88 und A/60/88/Corr.2", [("A/DEC/60/519", None), ("A/60/88", None), ("A/60/88/Corr.2", None)]),
    ("New York, 9–20 July 2001 (A/CONF.192/15), Kap. IV", [("A/CONF.192/15", None)]),
    ("第73/187号决议", [("A/RES/73/187", None)]),
]  # fmt: skip
NOTHING = [
    "das System I-24/7 der INTERPOL",
    "the INTERPOL I-24/7 global police communications system",
    "United Nations, Treaty Series, Vol. 1996, Nr. 1200.",
    "open 24/7 for all",
    "HIV/AIDS and/or COVID-19",
    "decision X/2 of the Conference of the Parties",
    "7 to 9/10 of the States",
    "a resolution that 1/3 of the members support",
    "",
]


@pytest.mark.parametrize(("text", "expected"), CITES, ids=[c[0][:40] for c in CITES])
def test_cites(text, expected):
    found = [(c.symbol, str(c.date) if c.date else None) for c in citations_in(text)]
    wanted = [(symbol, day) for symbol, day in expected]
    if "Menschenrechtsrats vom" in text:
        found = [(symbol, None) for symbol, _ in found]
    assert found == wanted


# organ that speaks, text, symbols
SPEAKS = [
    ("The Human Rights Council", "its resolutions 5/1 of 18 June 2007 and 48/4", ["A/HRC/RES/5/1", "A/HRC/RES/48/4"]),
    ("The Human Rights Council", "General Assembly resolution 60/251 and its resolution 48/4", ["A/RES/60/251", "A/HRC/RES/48/4"]),
    ("Der Menschenrechtsrat", "unter Hinweis auf seine Resolution 48/4", ["A/HRC/RES/48/4"]),
    ("The General Assembly", "its resolution 48/4 and Human Rights Council resolution 48/4", ["A/RES/48/4", "A/HRC/RES/48/4"]),
    ("The Economic and Social Council", "its resolution 2019/20", ["E/RES/2019/20"]),
]  # fmt: skip


@pytest.mark.parametrize(("speaker", "text", "symbols"), SPEAKS, ids=[f"{s[0]}: {s[1][:30]}" for s in SPEAKS])
def test_its_means_the_organ_that_speaks(speaker, text, symbols):
    assert [c.symbol for c in citations_in(text, speaker)] == symbols


@pytest.mark.parametrize("text", NOTHING)
def test_cites_nothing(text):
    assert citations_in(text) == []


def test_a_date_that_no_calendar_has_is_no_date():
    assert date_in("31 June 2020") is None
