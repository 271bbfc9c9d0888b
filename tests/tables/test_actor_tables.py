"""The curated tables keep their own rules: quotes, forms, ids, trees, vocabularies."""

from __future__ import annotations

import csv

import pytest
from every import every

from resolutionkit.document.bundled import load
from resolutionkit.files import data_folder
from resolutionkit.tables.forms import Lexicon


def rows(table: str) -> list[dict[str, str]]:
    with (data_folder() / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


TEXTS = {paragraph.label: paragraph.text for paragraph in load().paragraphs}
LABELS = list(TEXTS)
ACTORS, SYSTEMS, TOPICS = (rows(f"{name}.csv") for name in ("actors", "systems", "topics"))
ENTITIES = ACTORS + SYSTEMS + TOPICS
LEXICON = Lexicon(ENTITIES)
IDS = {row["id"] for row in ENTITIES}
RELATIONS = rows("relations.csv")
CURATED = rows("curated_mentions.csv")

ACTOR_TYPES = {
    "organization", "organ", "office", "department", "committee", "unit", "mission", "official",
    "coordination body", "group of experts", "group of organizations", "group of states", "state",
    "authorities", "group of persons", "other non-state group",
}  # fmt: skip
SYSTEM_TYPES = {
    "communication system", "database", "network", "tool", "alert instrument", "analysis", "passenger data",
    "platform", "resources", "support service", "training", "programme", "project", "framework", "agreement",
    "resolution", "declaration", "strategy", "plan", "instrument", "founding document", "rules", "assessment",
    "guideline", "conference", "session", "agenda", "agenda item", "report",
}  # fmt: skip
TOPIC_KINDS = {"crime", "problem", "theme"}
RELATION_KINDS = {
    "part of", "is one of", "represented at", "cooperates with", "calls on", "asked to use", "supports", "combats", "commits",
    "provides", "serves", "is used against", "is to include", "gives access to", "shares information with", "acts under",
    "contributes to", "recalls", "supplements", "member of",
}  # fmt: skip


def listed(row: dict[str, str], column: str) -> list[str]:
    return [item for item in row[column].split("|") if item]


def ident(row: dict[str, str]) -> str:
    return row["id"]


def test_ids_are_unique_over_the_three_tables() -> None:
    ids = [row["id"] for row in ENTITIES]
    assert {one for one in IDS if ids.count(one) > 1} == set()


@every(ENTITIES, ident)
def test_the_quote_stands_in_the_first_paragraph(row: dict[str, str]) -> None:
    assert row["quote"] in TEXTS[listed(row, "paragraphs")[0]]


@every(ENTITIES, ident)
def test_every_paragraph_of_an_entity_has_one_of_its_forms(row: dict[str, str]) -> None:
    forms = listed(row, "forms_de")
    assert [p for p in listed(row, "paragraphs") if not any(form in TEXTS[p] for form in forms)] == []


@every(ENTITIES, ident)
def test_paragraphs_are_those_of_the_annotation_by_hand(row: dict[str, str]) -> None:
    by_hand = {mention["paragraph"] for mention in CURATED if mention["entity"] == row["id"]}
    assert listed(row, "paragraphs") == sorted(by_hand, key=LABELS.index)


@every(ENTITIES, ident)
def test_an_entity_has_names_and_forms_in_both_languages(row: dict[str, str]) -> None:
    columns = ("name_de", "name_en", "forms_de", "forms_en")
    assert [column for column in columns if not row[column].strip()] == []


@every(ENTITIES, ident)
def test_the_english_form_finds_the_entity(row: dict[str, str]) -> None:
    form = listed(row, "forms_en")[0]
    assert row["id"] in {m.entity for m in LEXICON.mentions({"": form})}


@every(ENTITIES, ident)
def test_lists_have_no_blank_or_repeated_item(row: dict[str, str]) -> None:
    for column in ("forms_de", "forms_en", "paragraphs", "contains"):
        items = row[column].split("|") if row[column] else []
        assert all(item == item.strip() != "" for item in items), column
        assert len(set(items)) == len(items), column


@every(ACTORS + SYSTEMS, ident)
def test_abbreviation_in_text_is_true(row: dict[str, str]) -> None:
    stands = bool(row["abbreviation"]) and any(row["abbreviation"] in TEXTS[p] for p in listed(row, "paragraphs"))
    assert row["abbreviation_in_text"] == ("yes" if stands else "no")


@every([row for row in ACTORS if row["part_of"]], ident)
def test_part_of_names_its_source(row: dict[str, str]) -> None:
    if row["part_of_in_text"] == "yes":
        label, words = row["part_of_source"].split(": ", 1)
        assert words in TEXTS[label]
    else:
        assert row["part_of_in_text"] == "no"
        assert "Charter" in row["part_of_source"] or "resolution" in row["part_of_source"]


@pytest.mark.parametrize(("table", "column"), [(ACTORS, "part_of"), (TOPICS, "broader")])
def test_trees_have_known_parents_and_no_cycle(table: list[dict[str, str]], column: str) -> None:
    parent = {row["id"]: row[column] for row in table}
    for start in parent:
        seen, at = [start], parent[start]
        while at:
            assert at in parent, f"{seen[-1]}: {column} names {at!r}"
            assert at not in seen, f"cycle: {[*seen, at]}"
            seen.append(at)
            at = parent[at]


def test_owners_are_actors() -> None:
    assert {row["owner"] for row in SYSTEMS} - {row["id"] for row in ACTORS} <= {""}


@every(SYSTEMS, ident)
def test_a_system_says_what_it_is_for_in_both_languages(row: dict[str, str]) -> None:
    assert row["purpose_en"].endswith(".")
    assert row["purpose_de"].endswith(".")


@pytest.mark.parametrize(
    ("table", "flag", "depends_on"),
    [
        (ACTORS, "part_of_in_text", "part_of"),
        (SYSTEMS, "owner_in_text", "owner"),
        (TOPICS, "broader_in_text", "broader"),
    ],
)
def test_a_flag_is_yes_or_no_where_there_is_something_to_say(
    table: list[dict[str, str]], flag: str, depends_on: str
) -> None:
    assert [row["id"] for row in table if row[flag] not in (("yes", "no") if row[depends_on] else ("",))] == []


@pytest.mark.parametrize(
    ("table", "column", "vocabulary"),
    [
        (ACTORS, "type", ACTOR_TYPES),
        (SYSTEMS, "type", SYSTEM_TYPES),
        (TOPICS, "kind", TOPIC_KINDS),
        (RELATIONS, "relation", RELATION_KINDS),
    ],
)
def test_vocabularies_are_those_documented(table: list[dict[str, str]], column: str, vocabulary: set[str]) -> None:
    assert {row[column] for row in table} == vocabulary


def test_contains_names_known_entities() -> None:
    assert {inner for row in ENTITIES for inner in listed(row, "contains")} <= IDS


@every(CURATED, lambda row: f"{row['entity']}-{row['paragraph']}")
def test_an_annotated_form_stands_in_its_paragraph(row: dict[str, str]) -> None:
    assert row["entity"] in IDS
    assert row["form"] in TEXTS[row["paragraph"]]


def test_every_paragraph_is_annotated() -> None:
    assert {row["paragraph"] for row in CURATED} == set(TEXTS)


@every(RELATIONS, ident)
def test_a_relation_joins_known_entities(row: dict[str, str]) -> None:
    assert {row["source"], row["target"]} <= IDS
    assert row["source"] != row["target"]
    assert row["said_by"] in {actor["id"] for actor in ACTORS}


@every(RELATIONS, ident)
def test_the_verb_stands_in_the_paragraph_or_its_chapeau(row: dict[str, str]) -> None:
    text, at = TEXTS[row["paragraph"].split("(")[0]], 0
    for half in row["verb"].split(" … "):
        at = text.index(half, at)
    assert row["verb_en"]


def test_relations_are_not_repeated_within_a_paragraph() -> None:
    keys = [(r["source"], r["relation"], r["target"], r["paragraph"]) for r in RELATIONS]
    assert len(set(keys)) == len(keys)
    assert len({r["id"] for r in RELATIONS}) == len(RELATIONS)
