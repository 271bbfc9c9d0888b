"""Who and what is named where: the matcher against the annotation made by hand, and its rules one by one."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolutionkit.document.bundled import load
from resolutionkit.files import data_folder
from resolutionkit.tables.forms import Lexicon, Mention


def rows(table: str) -> list[dict[str, str]]:
    with (data_folder() / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LEXICON = Lexicon(row for name in ("actors", "systems", "topics") for row in rows(f"{name}.csv"))
TEXTS = {paragraph.label: paragraph.text for paragraph in load().paragraphs}
MENTIONS = LEXICON.mentions(TEXTS)
CURATED = {(row["entity"], row["paragraph"]) for row in rows("curated_mentions.csv")}


def entity(name: str, german: str = "", english: str = "", contains: str = "") -> dict[str, str]:
    return {"id": name, "forms_de": german, "forms_en": english, "contains": contains}


def named(text: str) -> set[str]:
    return {mention.entity for mention in LEXICON.mentions({"": text})}


def pairs(mentions: Iterable[Mention]) -> set[tuple[str, str]]:
    return {(mention.entity, mention.label) for mention in mentions}


def test_precision_against_the_annotation_by_hand() -> None:
    surplus = pairs(MENTIONS) - CURATED
    assert len(surplus) <= 0.01 * len(pairs(MENTIONS)), sorted(surplus)


def test_recall_against_the_annotation_by_hand() -> None:
    missing = CURATED - pairs(MENTIONS)
    assert len(missing) <= 0.01 * len(CURATED), sorted(missing)


def test_every_mention_names_the_characters_at_its_place() -> None:
    assert all(TEXTS[mention.label][mention.start : mention.end] == mention.form for mention in MENTIONS)


def test_mentions_overlap_only_inside_a_name_or_where_a_form_is_shared() -> None:
    alone = [m for m in MENTIONS if not m.inside]
    for earlier, later in itertools.pairwise(alone):
        if earlier.label == later.label:
            same_form = (earlier.start, earlier.end) == (later.start, later.end)
            assert same_form or earlier.end <= later.start, (earlier, later)


TRAPS = [
    # paragraph, named there, not named there
    ("OP15", {"secretary-general"}, {"general-secretariat"}),
    ("PP8", {"general-secretariat"}, {"secretary-general", "un-secretariat"}),
    ("PP5", {"member-states", "interpol-member-countries"}, set()),
    ("PP7", {"interpol-member-countries"}, {"member-states"}),
    ("PP18", {"member-states"}, {"interpol-member-countries"}),
    ("PP16", {"global-plan-of-action", "political-declaration"}, {"un"}),
    ("PP10", {"uncct", "gct-strategy", "ct-compact"}, {"un", "unoct", "ctc", "cted"}),
    ("PP11", {"cted", "ctc"}, {"uncct", "unoct"}),
    ("PP12", {"unoct"}, {"uncct", "ctc", "cted"}),
    ("PP11", {"un", "interpol", "agreement-1997", "arrangement-2017"}, {"arrangement-2018"}),
    ("PP12", {"un", "interpol", "agreement-1997", "arrangement-2018"}, {"arrangement-2017"}),
    ("PP8", {"osr-un", "osr-eu", "osr-au", "un", "eu", "au", "special-representatives"}, set()),
    ("PP21", {"charter", "un", "interpol-constitution", "interpol"}, set()),
    ("PP13", {"dpo", "un-secretariat"}, {"general-secretariat", "un"}),
    ("OP3", {"dpo", "un-secretariat", "law-enforcement-agencies"}, {"general-secretariat", "un"}),
    ("OP8", {"ncb", "peace-missions"}, {"regional-bureaux"}),
    ("OP12", {"un", "interpol", "un-entities"}, {"un-system"}),
    ("OP11", {"un-system", "un"}, {"un-entities"}),
    ("OP13(b)", {"interpol-databases", "interpol"}, {"criminal-analysis-files"}),
    ("OP13(d)", {"criminal-analysis-files", "interpol"}, {"interpol-databases"}),
    ("OP13(c)", {"notices", "diffusions", "interpol"}, set()),
    ("OP14", {"find", "i247", "interpol"}, {"interpol-databases"}),
    ("OP9", {"salw-trade", "states"}, {"salw-manufacturing"}),
    ("OP1", {"salw-trade", "salw-manufacturing"}, set()),
    ("PP19", {"cybercrime", "crime"}, {"transnational-crime"}),
    ("PP9", {"national-police"}, {"police-officers", "law-enforcement-agencies"}),
    ("OP12", {"police-officers"}, {"national-police"}),
]


@pytest.mark.parametrize(("label", "there", "absent"), TRAPS)
def test_traps_of_75_10(label: str, there: set[str], absent: set[str]) -> None:
    found = {mention.entity for mention in MENTIONS if mention.label == label}
    assert (there - found, absent & found) == (set(), set())


def test_interpol_in_mixed_case_is_found_in_op14() -> None:
    assert "Interpol" in {m.form for m in MENTIONS if m.label == "OP14" and m.entity == "interpol"}


INSIDE = [
    # text, who contains, what it contains
    ("die INTERPOL-Datenbanken", "interpol-databases", {"interpol"}),
    ("das Generalsekretariat der INTERPOL", "general-secretariat", {"interpol"}),
    ("die Charta der Vereinten Nationen", "charter", set()),
    ("das Büro der Vereinten Nationen für Drogen- und Verbrechensbekämpfung", "unodc", set()),
    ("die Mitgliedstaaten der Vereinten Nationen", "member-states", {"un"}),
    ("das Exekutivdirektorium des Ausschusses zur Bekämpfung des Terrorismus", "cted", {"ctc", "terrorism"}),
    ("the Counter-Terrorism Committee Executive Directorate", "cted", {"ctc", "terrorism"}),
    ("den Frauen- und Kinderhandel", "trafficking-in-women-and-children", {"women", "children"}),
]


@pytest.mark.parametrize(("text", "outer", "inner"), INSIDE)
def test_a_name_contains_what_the_table_says(text: str, outer: str, inner: set[str]) -> None:
    found = LEXICON.mentions({"": text})
    assert {m.entity for m in found if not m.inside} == {outer}
    assert {m.entity for m in found if m.inside} == inner


CULTURAL = {"cultural-destruction", "cultural-looting", "cultural-trafficking", "cultural-property"}
OTHER_TEXTS = [
    # words of other resolutions, and none of 75/10's inflections
    ("ersucht die Generalsekretärin der Vereinten Nationen", {"secretary-general", "un"}),
    ("das Nationale Zentralbüro in Fidschi", {"ncb"}),
    ("Ausländische terroristische Kämpfer", {"foreign-terrorist-fighters"}),
    ("ein Ausschuss zur Bekämpfung des Terrorismus", {"ctc", "terrorism"}),
    ("gefährdet ein Mitgliedstaat die Sicherheit", {"member-states"}),
    ("Staats- und Regierungschefinnen und -chefs", set()),
    ("die Staatenwelt", set()),
    ("die Resolution 51/1", {"res-51-1"}),
    ("die Resolution 251/1 und A/C.51/1 und 51/1/Add.1", set()),
    ("das System I-24/7", {"i247"}),
    ("das System I\N{NON-BREAKING HYPHEN}24/7", {"i247"}),
    ("Staats\N{NON-BREAKING HYPHEN} und Regierungschefs", set()),
    ("destruction and looting of and trafficking in cultural property", CULTURAL),
    ("Requests the Secretary-General", {"secretary-general"}),
    ("the INTERPOL General Secretariat", {"general-secretariat", "interpol"}),
    ("INTERPOL Notices and Diffusions", {"interpol", "notices", "diffusions"}),
    ("terrorist combat areas", set()),
    ("Trafficking in persons", {"trafficking-in-persons"}),
    ("the Charter of the United Nations", {"charter"}),
    ("the United Nations", {"un"}),
    ("status of forces", set()),
]


@pytest.mark.parametrize(("text", "expected"), OTHER_TEXTS)
def test_other_texts(text: str, expected: set[str]) -> None:
    assert named(text) == expected


def test_the_longest_form_wins() -> None:
    short = entity("short", "Agenda")
    long = entity("long", "Agenda 2030 für nachhaltige Entwicklung")
    found = Lexicon([short, long]).mentions({"PP1": "die Agenda 2030 für nachhaltige Entwicklung"})
    assert [m.entity for m in found] == ["long"]


def test_a_form_that_fails_late_gives_way_to_a_shorter_one() -> None:
    short = entity("short", "Agenda")
    long = entity("long", "Agenda 2030 für nachhaltige Entwicklung")
    assert [m.entity for m in Lexicon([short, long]).mentions({"PP1": "die Agenda 2030 für Afrika"})] == ["short"]


GERMAN_ENDINGS = [
    # listed form, text, found
    ("Staaten", "Staat", True),
    ("Ausschusses", "Ausschuss", True),
    ("Kinder", "Kindern", True),
    ("Vereinte Nationen", "Vereinter Nationen", True),
    ("Tor", "Toren", False),  # too short to be sure
    ("Generalsekretär", "Generalsekretariat", False),
]


@pytest.mark.parametrize(("form", "text", "found"), GERMAN_ENDINGS)
def test_german_endings(form: str, text: str, found: bool) -> None:
    assert bool(Lexicon([entity("x", form)]).mentions({"": text})) is found


ENGLISH_ENDINGS = [
    ("safe port", "safe ports", True),
    ("ports", "port", False),
    ("port", "ported", False),
]


@pytest.mark.parametrize(("form", "text", "found"), ENGLISH_ENDINGS)
def test_english_endings(form: str, text: str, found: bool) -> None:
    assert bool(Lexicon([entity("x", "", form)]).mentions({"": text})) is found


def test_a_form_that_is_german_for_one_and_english_for_another_names_both() -> None:
    both = [entity("de", "Internet"), entity("en", "", "Internet")]
    assert [m.entity for m in Lexicon(both).mentions({"": "Internet"})] == ["de", "en"]


def test_names_that_contain_each_other_come_to_an_end() -> None:
    circle = [entity("a", "Rat", contains="b"), entity("b", "Rat", contains="a")]
    outer = entity("outer", "Rat der Weisen", contains="a")
    assert [m.entity for m in Lexicon([outer, *circle]).mentions({"": "Rat der Weisen"})] == ["outer", "a", "b"]


def test_a_shared_form_names_both() -> None:
    both = [entity("a", "Frauen- und Kinderhandel"), entity("b", "Frauen- und Kinderhandel")]
    assert [m.entity for m in Lexicon(both).mentions({"": "Frauen- und Kinderhandel"})] == ["a", "b"]


def test_a_form_in_both_languages_is_one_mention() -> None:
    assert len(Lexicon([entity("net", "Internet", "Internet")]).mentions({"": "das Internet"})) == 1


def test_only_listed_entities_are_found_inside_a_name() -> None:
    outer = entity("outer", "Rat für Wasser und Brot", contains="water")
    inner = [entity("water", "Wasser"), entity("bread", "Brot")]
    found = Lexicon([outer, *inner]).mentions({"": "Rat für Wasser und Brot"})
    assert [(m.entity, m.inside) for m in found] == [("outer", ""), ("water", "outer")]


@given(st.text())
def test_any_text_is_searched_and_spans_fit(text: str) -> None:
    assert all(text[m.start : m.end] == m.form for m in LEXICON.mentions({"": text}))
