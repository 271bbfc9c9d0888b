"""What the tables say of 75/10 is proved by its words: each quote in its paragraph, both ends of a relation in its quotes."""

from __future__ import annotations

import pytest

import resolutionkit as rk

TEXTS = {p.label: p.text for p in rk.load().paragraphs}
MENTIONS = list(rk.mentions().itertuples())
RELATIONS = rk.relations().to_dict("records")
QUOTED = [row for table in (rk.actors(), rk.systems(), rk.topics()) for row in table.to_dict("records")]
SLIPS = {"Arbeitstagen": "PP15", "zugeordneter Reisedokumenten": "OP6", "der Interpol": "OP14"}
"""What the official German text gets wrong, and where; we keep it in quotes and mark it in our English."""


def ident(row):
    return row["id"]


def places(row):
    """The paragraph of a relation and, for a sub-paragraph, the words that open its list."""
    return dict.fromkeys((row["paragraph"], row["paragraph"].split("(")[0]))


def named(entity, label, quote):
    """Whether the quote, where it stands in the paragraph, holds a mention of the entity."""
    text, at = TEXTS[label], -1
    while quote and (at := text.find(quote, at + 1)) >= 0:
        end = at + len(quote)
        if any((m.entity, m.paragraph) == (entity, label) and at <= m.start and m.end <= end for m in MENTIONS):
            return True
    return False


@pytest.mark.parametrize("row", RELATIONS, ids=ident)
def test_the_quotes_of_a_relation_stand_in_its_paragraph(row):
    assert row["quote"] in TEXTS[row["paragraph"]]
    assert any(row["quote_2"] in TEXTS[label] for label in places(row))


@pytest.mark.parametrize("row", RELATIONS, ids=ident)
def test_the_quotes_of_a_relation_name_both_ends(row):
    """The General Assembly needs no quote: it is the subject of the sentence that a resolution is."""
    ends = {row["source"], row["target"]} - {"ga"}
    proved = {
        end
        for end in ends
        for quote in (row["quote"], row["quote_2"])
        if any(named(end, label, quote) for label in places(row))
    }
    assert proved == ends


@pytest.mark.parametrize("row", RELATIONS, ids=ident)
def test_a_second_quote_adds_something(row):
    assert row["quote_2"] not in row["quote"] or not row["quote_2"]


@pytest.mark.parametrize(
    ("german", "english"),
    [(r["quote"], r["quote_en"]) for r in (*RELATIONS, *QUOTED)]
    + [(r["quote_2"], r["quote_2_en"]) for r in RELATIONS if r["quote_2"]]
    + [(row["form"], row["quote_en"]) for row in rk.mentions().to_dict("records")],
)
def test_english_stands_beside_each_quote(german, english):
    assert english.strip() == english != ""
    assert ("[sic" in english) == any(slip in german for slip in ("Arbeitstagen", "zugeordneter Reise", "Interpol"))


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
