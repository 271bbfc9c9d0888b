"""What the exercises on words and actors say with a right answer is true: their figures come from the data."""

from __future__ import annotations

import networkx as nx
import pytest

import resolutionkit as rk
from resolutionkit.classroom.answers import Name

OPERATIVE = rk.opener_counts("en", "operative").set_index("opener")


def family(verb):
    """How many paragraphs begin with a verb, marked or not."""
    forms = [verb, f"Also {verb.lower()}", f"Further {verb.lower()}"]
    return OPERATIVE["paragraphs"].reindex(forms).sum()


def right(number):
    return rk.exercise(number).right


def direct_parts_of_interpol():
    actors = rk.actors()
    return set(actors.loc[actors["part_of"] == "interpol", "id"])


SAID = [
    ("2.2", lambda: right("2.2"), "1997", "1997"),
    ("2.3", lambda: OPERATIVE["resolutions"].max(), "264", "264"),
    ("2.4", lambda: right("2.4")["PP19"], "four", "vier"),
    ("2.5", lambda: right("2.5")["Decides"], "129", "129"),
    ("3.2", lambda: right("3.2"), "18", "18"),
    ("3.3", lambda: len(direct_parts_of_interpol()), "Four", "Vier"),
    ("3.3", lambda: len(set(right("3.3")) - direct_parts_of_interpol()), "seven", "sieben"),
    ("3.4", lambda: len(right("3.4")), "eight", "acht"),
]
IN_WORDS = {"four": 4, "seven": 7, "eight": 8}


@pytest.mark.parametrize(("number", "figure", "en", "de"), SAID)
def test_a_figure_that_is_said_is_that_of_the_data(number, figure, en, de):
    because = rk.exercise(number).because
    assert int(figure()) == (int(en) if en.isdecimal() else IN_WORDS[en.lower()])
    assert (en in because.en, de in because.de) == (True, True)


def test_2_1_names_the_paragraphs_that_are_right():
    because = rk.exercise("2.1").because
    assert all(label in because.en and label in because.de for label in right("2.1"))


def test_2_3_encourages_begins_more_paragraphs_in_fewer_resolutions():
    first, second = OPERATIVE.loc["Encourages"], OPERATIVE.loc["Requests"]
    assert first["paragraphs"] > second["paragraphs"]
    assert first["resolutions"] < second["resolutions"]


def test_2_5_decides_grows_most_and_passes_recognizes_and_urges():
    assert max(right("2.5"), key=right("2.5").get) == "Decides"
    assert OPERATIVE["paragraphs"]["Recognizes"] > OPERATIVE["paragraphs"]["Decides"]
    assert OPERATIVE["paragraphs"]["Urges"] > OPERATIVE["paragraphs"]["Decides"]
    assert family("Decides") > max(family("Recognizes"), family("Urges"))


def test_2_6_quotes_the_counts_of_its_verbs():
    code = rk.exercise("2.6").solved
    assert all(str(OPERATIVE["paragraphs"][verb]) in code for verb in ("Encourages", "Urges"))


def test_3_2_is_told_part_by_part():
    labels = set(rk.mentions().query("entity == 'member-states'")["paragraph"])
    items = {label for label in labels if "(" in label}
    counts = [sum(label.startswith(part) for label in labels - items) for part in ("PP", "OP")] + [len(items)]
    assert counts == [6, 9, 3]
    assert all(f"{n} " in rk.exercise("3.2").because.en for n in [*counts, 42])


def test_3_3_the_rest_belongs_to_the_general_secretariat():
    actors = rk.actors()
    graph = nx.from_pandas_edgelist(actors[actors["part_of"] != ""], "id", "part_of", create_using=nx.DiGraph)
    assert set(right("3.3")) - direct_parts_of_interpol() == nx.ancestors(graph, "general-secretariat")


def test_3_5_the_choice_decides_who_leads():
    calls = dict(rk.exercise("3.5").typical[0][0])
    both = right("3.5")
    assert sorted(name for name in calls if calls[name] == max(calls.values())) == ["interpol", "un"]
    assert max(both, key=both.get) == "member-states"
    assert "member-states" not in calls


@pytest.mark.parametrize("column", ["id", "name_en", "name_de"])
def test_an_actor_may_be_called_by_any_of_its_names(column):
    actors = rk.actors()
    assert [Name().read(name) for name in actors[column]] == actors["id"].tolist()


def test_an_abbreviation_names_an_actor():
    assert rk.exercise("3.4").check(
        ["UN", "UNODC", "CTED", "UNCCT", "UNOCT", "DPO", "Member States", "compact-entities"]
    )
