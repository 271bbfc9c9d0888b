"""What the tables say of 75/10 is proved by its words: each quote in its paragraph, both ends of a relation in its quotes."""

from __future__ import annotations

import re

import pytest

import resolutionkit as rk

TEXTS = {p.label: p.text for p in rk.load().paragraphs}
SPANS: dict[tuple[str, str], list[tuple[int, int]]] = {}
"""(entity, paragraph) -> where it is named there."""
for m in rk.mentions().itertuples():
    SPANS.setdefault((m.entity, m.paragraph), []).append((m.start, m.end))
RELATIONS = rk.relations().to_dict("records")
QUOTED = [row for table in (rk.actors(), rk.systems(), rk.topics()) for row in table.to_dict("records")]
SLIPS = {"Arbeitstagen": "PP15", "zugeordneter Reisedokumenten": "OP6", "der Interpol": "OP14"}
"""What the official German text gets wrong, and where; we keep it in quotes and mark it in our English."""


def places(row):
    """The paragraph of a relation and, for a sub-paragraph, the words that open its list."""
    return dict.fromkeys((row["paragraph"], row["paragraph"].split("(")[0]))


def named(entity, label, quote):
    """Whether the quote, where it stands in the paragraph, holds a mention of the entity."""
    text, at = TEXTS[label], -1
    while quote and (at := text.find(quote, at + 1)) >= 0:
        if any(at <= start and end <= at + len(quote) for start, end in SPANS.get((entity, label), ())):
            return True
    return False


def unproved(row):
    """The ends of a relation that no quote names; the General Assembly is the subject of every paragraph."""
    quotes = [(label, row[column]) for column in ("quote", "quote_2") for label in places(row)]
    return [end for end in {row["source"], row["target"]} - {"ga"} if not any(named(end, *quote) for quote in quotes)]


def test_the_quotes_of_a_relation_stand_in_its_paragraph():
    assert [r["id"] for r in RELATIONS if r["quote"] not in TEXTS[r["paragraph"]]] == []
    assert [r["id"] for r in RELATIONS if not any(r["quote_2"] in TEXTS[label] for label in places(r))] == []


def test_the_quotes_of_a_relation_name_both_ends():
    assert {r["id"]: unproved(r) for r in RELATIONS if unproved(r)} == {}


@pytest.mark.parametrize(("quote_2", "missing"), [("die Stärkung der Zusammenarbeit", ["un"]), ("", ["un"])])
def test_an_end_that_is_not_named_is_found(quote_2, missing):
    row = {"source": "un", "target": "drug-trafficking", "paragraph": "OP1", "quote": "des Drogenhandels"}
    assert unproved(row | {"quote_2": quote_2}) == missing


def test_a_second_quote_adds_something():
    assert [r["id"] for r in RELATIONS if r["quote_2"] and r["quote_2"] in r["quote"]] == []


def test_english_stands_beside_each_quote_and_marks_the_slips():
    pairs = [(r["quote"], r["quote_en"]) for r in (*RELATIONS, *QUOTED)]
    pairs += [(r["quote_2"], r["quote_2_en"]) for r in RELATIONS if r["quote_2"]]
    pairs += [(row["form"], row["quote_en"]) for row in rk.mentions().to_dict("records")]
    assert [german for german, english in pairs if not english or english != english.strip()] == []
    slips = [german for german, _ in pairs if re.search("Arbeitstagen|zugeordneter Reise|Interpol", german)]
    assert [german for german, english in pairs if "[sic" in english] == slips


def test_the_same_german_words_have_the_same_english():
    pairs = {(r["quote"], r["quote_en"]) for r in (*RELATIONS, *QUOTED)}
    pairs |= {(r["quote_2"], r["quote_2_en"]) for r in RELATIONS}
    assert len({german for german, _ in pairs}) == len(pairs)


@pytest.mark.parametrize(("slip", "label"), SLIPS.items())
def test_a_slip_of_the_official_text_is_kept_in_the_text_and_not_in_our_names(slip, label):
    assert [at for at, text in TEXTS.items() if slip in text] == [label]
    assert not [row["id"] for row in QUOTED if slip in row["name_de"]]


def test_mentions_of_another_text_have_the_english_name():
    found = rk.mentions(rk.parse("Die Generalversammlung,\n\n1. ersucht den Generalsekretär, Korruption zu bekämpfen."))
    assert found.set_index("entity")["quote_en"].to_dict() == {
        "secretary-general": "Secretary-General",
        "corruption": "corruption",
    }


def test_no_tool_serves_a_crime():
    """It is used against it."""
    crimes = {row["id"] for row in rk.topics().to_dict("records") if row["kind"] == "crime"}
    assert [r["id"] for r in RELATIONS if r["relation"] == "serves" and r["target"] in crimes] == []


def test_states_are_members_and_not_parts_of_an_organization():
    organizations = {row["id"] for row in rk.actors().to_dict("records") if row["type"] == "organization"}
    states = {row["id"] for row in rk.actors().to_dict("records") if row["type"] == "group of states"}
    joined = {r["relation"] for r in RELATIONS if r["source"] in states and r["target"] in organizations}
    assert "part of" not in joined
    assert "member of" in joined
