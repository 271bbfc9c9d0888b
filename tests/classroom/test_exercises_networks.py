"""Exercises on networks and systems: right answers in other clothes are right, and what is said of the data holds."""

from __future__ import annotations

import networkx as nx
import pandas as pd
import pytest

import resolutionkit as rk
from resolutionkit import networks, policing, tables
from resolutionkit.classroom.answers import Name

RELATIONS = rk.relations()
COOPERATE = RELATIONS[RELATIONS["relation"] == "cooperates with"]
SYSTEMS = rk.systems().set_index("id")


def quotes(cut):
    return {tie["label"]: cut(tie) for tie in networks.cooperation().get_edge_data("unodc", "interpol").values()}


RIGHT = [
    ("4.1", lambda: nx.from_pandas_edgelist(COOPERATE, "target", "source"), "ends turned round"),
    ("4.1", networks.cooperation, "the kit's own network, with parallel lines"),
    ("4.2", lambda: ["UN", "Member States"], "names and abbreviations"),
    ("4.2", lambda: {"un", "member-states"}, "a set"),
    ("4.4", lambda: pd.Series({"interpol": 0.86, "un": 0.22, "member-states": 0.03}), "a Series, two decimals"),
    ("4.5", lambda: ["Generalsekretär", "INTERPOL", "Vereinte Nationen"], "names in German"),
    ("4.6", lambda: quotes(lambda tie: f"„{tie['quote']}“"), "German quotation marks"),
    ("4.6", lambda: quotes(lambda tie: rk.load()[tie["label"]].text), "the whole paragraph"),
    ("4.6", lambda: quotes(lambda tie: " ".join(tie["quote"].split()[2:])), "a shorter piece"),
    ("5.1", lambda: SYSTEMS.loc[["find", "i247", "sltd"], "paragraphs"], "the column of the table"),
    ("5.1", lambda: {"SLTD": "OP2, OP6, OP7", "I-24/7": ["op 13 (a)", "OP14"], "FIND": "OP14"}, "as one says it"),
    ("5.2", lambda: ["SLTD", "ICSE", "TDAWN", "Nominal Database"], "names and abbreviations"),
    ("5.3", lambda: ("message", "Query"), "capitals"),
    ("5.6", lambda: {"sovereignty": ["OP13 (b)", "PP6"], "Human Rights": "OP1, OP2"}, "labels with spaces"),
]


@pytest.mark.parametrize(("number", "answer", "how"), RIGHT, ids=lambda value: value if isinstance(value, str) else "")
def test_a_right_answer_in_other_clothes_is_right(number, answer, how):
    outcome = rk.exercise(number).check(answer())
    assert outcome.right, f"{how}: {outcome.text}"


WRITTEN = [
    (
        "4.7",
        "Laut OP8 arbeiten die Hauptabteilung Friedensmissionen und die INTERPOL zusammen: „bei gemeinsamen Projekten "
        "der Hauptabteilung Friedensmissionen und der INTERPOL“. Was diese Projekte erreicht haben, zeigt die Linie nicht.",
    ),
    (
        "4.7",
        "The paragraph OP 14 says “eine stärkere Zusammenarbeit zwischen den Vereinten Nationen und der Interpol”. The "
        "line between the two does not show who would have to do more than today, or what it costs.",
    ),
    (
        "5.7",
        "Sehr geehrter Herr, OP 14 spricht von der Überprüfung aller Ein- und Ausreisenden. Ihr Pass stand noch auf einer "
        "Liste. Ein Treffer ist ein Anlass nachzufragen und kein Beweis gegen Sie. Berufen können Sie sich auf OP13(b), "
        "wonach es um genaue Informationen geht. Wenden Sie sich an das Land, das den Eintrag gemacht hat.",
    ),
]


@pytest.mark.parametrize(("number", "text"), WRITTEN)
def test_a_text_that_does_what_is_asked_is_accepted(number, text):
    outcome = rk.exercise(number).check(text)
    assert outcome.done, outcome.text


@pytest.mark.parametrize("label", ["OP10", "OP20", "PP60", "OP130"])
def test_5_7_a_label_that_only_begins_like_a_limit_is_none(label):
    text = WRITTEN[-1][1].replace("OP13(b)", label)
    assert rk.exercise("5.7").check(text).status == "not yet"


def test_4_6_a_made_up_quote_is_not_accepted():
    assert not rk.exercise("4.6").check(quotes(lambda tie: tie["quote"] + " und vieles mehr"))


@pytest.mark.parametrize("table", ["actors", "systems", "topics"])
@pytest.mark.parametrize("column", ["id", "name_en", "name_de", "abbreviation"])
def test_every_name_leads_to_its_id(table, column):
    named = [row for row in tables.rows(table) if row.get(column)]
    assert [Name().read(row[column]) for row in named] == [row["id"] for row in named]


def test_an_empty_name_leads_nowhere():
    assert Name().read("") == ""


# --- What the exercises say with a right answer --------------------------------------------------------------------


def test_4_3_no_paragraph_calls_on_the_member_states():
    assert "member-states" not in set(RELATIONS[RELATIONS["relation"] == "calls on"]["target"])


def test_4_5_the_first_two_places_stay_whatever_the_two_weights_are():
    names = rk.exercise("4.5").names
    for scores in (names["equal"], names["recoded"]):
        assert sorted(scores, key=scores.get)[-2:] == ["un", "interpol"]


def test_4_5_op4_and_op15_make_the_difference():
    rows = RELATIONS[RELATIONS["relation"] == "calls on"]
    changed = rows[rows["verb_en"].isin(["Urges", "Requests"])]
    assert set(changed["paragraph"]) == {"OP4", "OP15"}
    assert set(changed["target"]) == set(rk.exercise("4.5").right)
    assert len(rows) == 12  # the hint says so


def test_4_6_both_paragraphs_speak_of_cybercrime_and_op12_of_both_organizations():
    assert all("Computerkriminalität" in rk.load()[label].text for label in quotes(str))
    assert "fordert die beiden Organisationen auf" in rk.load()["OP12"].text


def test_5_2_op6_gives_examples():
    assert "Ressourcen der INTERPOL – wie die Internationale Datenbank" in rk.load()["OP6"].text


def test_5_4_the_log_has_62_rows_of_which_61_are_checks():
    counts = rk.exercise("5.4").right
    assert (sum(counts.values()), counts["done"]) == (62, 1)


def test_5_5_the_model_says_what_the_function_does():
    world = policing.World.synthetic(seed=10)
    world.switch_off("stolen_documents")
    assert "no answer: ask again later" in str(world.post("Arlandia").check("P0000001", "Borovia"))


@pytest.mark.parametrize("word", ["Datenschutz", "Protokoll"])
def test_words_that_do_not_occur_do_not_occur(word):
    assert not [p.label for p in rk.load().paragraphs if word in p.text]


def test_5_6_op14_names_no_limit():
    assert not any(word in rk.load()["OP14"].text for word in ("Achtung", "Souveränität", "Menschenrechte", "Gesetz"))
