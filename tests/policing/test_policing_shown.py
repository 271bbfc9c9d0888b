"""What the model shows and what it cites."""

from __future__ import annotations

import copy
import pickle

import pytest

from resolutionkit import policing
from resolutionkit.document.bundled import load
from resolutionkit.files import read_toml
from resolutionkit.language import set_language

FEATURES = read_toml("policing/features.toml")["feature"]


@pytest.fixture
def world():
    return policing.World.synthetic(seed=10)


@pytest.fixture
def german():
    set_language("de")
    yield
    set_language("en")


SHOWN = {
    "world": repr,
    "check": lambda w: repr(w.post("Arlandia").check("P1", "Borovia")),
    "check in a notebook": lambda w: w.post("Arlandia").check("P1", "Borovia")._repr_html_(),
    "passengers": lambda w: repr(w.post("Arlandia").check_passengers("SYN 1", w.passengers(3))),
    "log": lambda w: repr(w.log()),
    "inbox": lambda w: repr(w.bureau("Arlandia").inbox()),
    "message": lambda w: repr(w.bureau("Arlandia").send("Borovia", "A", "B")),
    "sql": lambda w: repr(w.sql("SELECT * FROM countries")),
    "features": lambda w: repr(policing.what_is_modelled()),
}


@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN)
def test_everything_shown_says_that_the_data_are_synthetic(world, show):
    assert "SYNTHETIC" in show(world)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN)
def test_everything_shown_says_so_in_german_too(world, show):
    assert "SYNTHETISCH" in show(world)


@pytest.mark.usefixtures("german")
def test_the_general_secretariat_has_a_german_name(world):
    world.secretariat.publish(world.bureau("Arlandia").request_notice("rot", "A", "B"))
    inbox = world.bureau("Borovia").inbox()
    assert "Von: Generalsekretariat" in repr(inbox[0])
    assert "Generalsekretariat" in repr(world.log())


@pytest.mark.usefixtures("german")
def test_a_check_speaks_german(world):
    world.bureau("Borovia").report_stolen("P1")
    shown = repr(world.post("Arlandia", "Flughafen").check("P1", "Borovia", "Reisepass"))
    for words in ("Arlandia, Flughafen", "Reisepass P1", "Treffer: Borovia, als gestohlen gemeldet", "kein Beweis"):
        assert words in shown


def test_no_verdict_on_a_person_is_ever_spoken(world):
    world.bureau("Borovia").report_stolen("P1")
    shown = repr(world.post("Arlandia").check("P1", "Borovia")).lower()
    assert "a hit is a reason to ask, not proof" in shown
    assert not any(word in shown for word in ("criminal", "suspect", "arrest", "guilty", "terrorist"))


def test_what_people_typed_is_escaped_in_a_notebook(world):
    world.bureau("Arlandia").send("Borovia", "<script>alert(1)</script>", "…")
    shown = world.bureau("Borovia").inbox()._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda table: pickle.loads(pickle.dumps(table))])
def test_a_table_can_be_copied_and_kept(world, again):
    table = world.sql("SELECT name FROM countries")
    assert again(table) == table


def test_a_long_cell_is_wrapped_and_not_cut():
    table = policing.what_is_modelled()
    shown = repr(table)
    assert all(word in shown for row in table for word in row.remark.split())


@pytest.mark.parametrize("feature", [f for f in FEATURES if "quote" in f], ids=lambda f: f["name"]["en"])
def test_each_quote_of_the_features_stands_in_its_paragraph(feature):
    assert feature["quote"] in load()[feature["paragraph"]].text
    assert feature["quote_en"]


@pytest.mark.parametrize("database", policing.DATABASES.values(), ids=lambda d: d.name)
def test_each_database_is_named_in_its_first_paragraph(database):
    assert database.quote in load()[database.paragraphs[0]].text
    assert database.quote_en


@pytest.mark.parametrize("feature", FEATURES, ids=lambda f: f["name"]["en"])
def test_a_feature_cites_a_paragraph_or_says_that_it_is_ours(feature):
    cited = feature["basis"] in ("text", "simplified", "left out")
    assert ("quote" in feature, "paragraph" in feature) == (cited, cited)
    assert cited or feature["remark"]["en"]
    if feature["basis"] == "beyond":
        assert "public page" in feature["remark"]["en"]


def test_every_database_and_all_of_op13_and_op14_is_among_the_features():
    cited = {f["paragraph"] for f in FEATURES if "paragraph" in f}
    assert {"OP13", *(f"OP13({letter})" for letter in "abcde"), "OP14", "PP6", "PP9"} <= cited
    quoted = " ".join(f.get("quote", "") for f in FEATURES)
    assert [
        d.name
        for d in policing.DATABASES.values()
        if d.quote.removeprefix("namentlich ") not in quoted and d.title.de not in quoted
    ] == []


def test_only_the_database_on_child_exploitation_is_left_out_of_those_that_the_resolution_names():
    left_out = {f["quote_en"] for f in FEATURES if f["basis"] == "left out" and "Database" in f["quote_en"]}
    assert left_out == {"the International Child Sexual Exploitation Database"}


def test_where_a_feature_comes_from_is_said_in_the_language_of_the_reader(german):
    assert {feature.basis for feature in policing.what_is_modelled()} == {
        "Text", "vereinfacht", "erfunden", "darüber hinaus", "weggelassen",
    }  # fmt: skip
