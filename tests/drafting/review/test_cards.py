"""The cards: complete, with sources, and with examples that do what they say."""

from __future__ import annotations

import inspect
import re
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import get_args

import pytest
from every import every
from example_drafts import example_draft

import resolutionkit as rk
from resolutionkit.drafting.review import review, rule, rule_table, rules
from resolutionkit.drafting.review.cards import Where, cards
from resolutionkit.drafting.review.engine import all_checks
from resolutionkit.drafting.review.usage import tables
from resolutionkit.errors import UnknownName
from resolutionkit.files import data_folder, read_toml
from resolutionkit.language import set_language

CARDS = list(cards().values())
BAD = [(card, language, text) for card in CARDS for language in card.severity for text in card.bad.get(language, ())]
GOOD = [(card, language, text) for card in CARDS for language in card.severity for text in card.good.get(language, ())]


def name_of(value):
    return value.code if hasattr(value, "code") else f"{value[0].code}, {value[1]}: {str(value[2]).strip()}"


@pytest.fixture(autouse=True)
def _english():
    yield
    set_language("en")


@every(BAD, name_of)
def test_a_bad_example_raises_its_code_and_nothing_else(card, language, text):
    found = review(example_draft(card, text, language), language=language)
    assert [(f.code, f.severity) for f in found] == [(card.code, card.severity[language])]


@every(BAD, name_of)
def test_a_replacement_mends_what_the_finding_says(card, language, text):
    draft = example_draft(card, text, language)
    (finding,) = review(draft, language=language)
    paragraph = next((p for p in rk.parse(draft, language).paragraphs if p.label == finding.label), None)
    if finding.replacement is None or paragraph is None or paragraph.text not in draft:
        return
    start, end = finding.span
    mended = paragraph.text[:start] + finding.replacement + paragraph.text[end:]
    assert "  " not in mended
    assert review(draft.replace(paragraph.text, mended), language=language) == []


@every(GOOD, name_of)
def test_a_good_example_raises_nothing(card, language, text):
    assert review(example_draft(card, text, language), language=language) == []


@every(CARDS, name_of)
def test_examples_exist_for_each_language_of_the_rule_and_no_other(card):
    assert {language for language, texts in card.bad.items() if texts} == set(card.severity)
    assert {language for language, texts in card.good.items() if texts} == set(card.severity)


@every(CARDS, name_of)
def test_both_languages_are_complete_and_name_the_same_facts(card):
    for said in (card.message, card.advice, card.why):
        assert said.en.strip()
        assert said.de.strip()
        assert set(re.findall(r"{(\w+)}", said.en)) == set(re.findall(r"{(\w+)}", said.de))


@every(CARDS, name_of)
def test_a_card_has_a_source_and_a_code_that_sorts_it(card):
    assert re.search("Editorial Manual|orpus count|Rules of procedure", card.source)
    assert re.fullmatch(r"UN\d{3}", card.code)


@every(CARDS, name_of)
def test_an_error_is_kept_by_nearly_all(card):
    for language, severity in card.severity.items():
        if severity == "error":
            kept, of = card.kept[language]
            assert of - kept <= max(
                2, of / 200
            )  # few are counted of some: two slips of the United Nations are no habit


def test_german_errors_are_the_six_that_the_small_sample_allows():
    german = {card.code for card in CARDS if card.severity.get("de") == "error"}
    assert german == {"UN003", "UN201", "UN203", "UN204", "UN404", "UN601"}


def test_names_of_cards_differ():
    assert len({card.name for card in CARDS}) == len(CARDS)


@every([card for card in CARDS if card.severity], name_of)
def test_a_rule_is_looked_for_in_one_way(card):
    written = inspect.isfunction(all_checks()[card.code])
    assert [written, card.name in tables(), bool(card.pattern), bool(card.opening)].count(True) == 1
    assert set(card.pattern) in (set(), set(card.severity))


@every(CARDS, name_of)
def test_a_card_has_the_fields_of_its_kind(card):
    assert card.part in ("draft", "preamble", "operative")
    assert card.where in get_args(Where)
    assert set(card.severity.values()) <= {"error", "hint"}
    assert set(card.pattern) <= set(card.severity or {"en": ""})
    assert set(card.replacement) <= set(card.pattern)
    assert all(card.patterns(language) for language in card.pattern)
    assert set(card.needs) <= set(card.pattern)


def test_every_table_of_words_has_its_card():
    assert tables() <= {card.name for card in CARDS}


def test_modules_of_rules_bear_the_names_of_card_files():
    modules = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    assert modules <= {path.stem for path in (data_folder() / "rules").glob("*.toml")}
    for module in modules:
        source = (Path(rules.__file__).parent / f"{module}.py").read_text("utf-8")
        checks = set(re.findall(r"(?m)^def ([a-z]\w+)\(draft|^([a-z]\w+) = ", source))
        names = {card["name"].replace("-", "_") for card in read_toml(f"rules/{module}.toml").values()}
        assert {one or other for one, other in checks} <= names, module


def test_there_are_thirty_rules_and_a_table_of_them():
    table = rule_table()
    assert len(table) == len(CARDS) >= 30
    assert list(table["code"]) == sorted(table["code"])


def test_a_card_shows_itself_in_words_and_html():
    card = rule("un103")
    assert repr(card).startswith("UN103 preambular-comma (en: error, de: hint)\n")
    assert "5,473 of 5,473" in card._repr_html_()
    assert card._repr_html_().count("margin-bottom") == 4  # one example with two paragraphs is not two examples
    assert "A preambular paragraph ends with a comma; this one ends with …\n" in repr(card)
    assert "it is “per cent”, in two words, not …\n" in repr(rule("UN502"))


def test_a_card_shows_the_examples_of_the_users_language_or_all_there_are():
    english, german = "the damage, which is very large", "dass der Schaden groß ist"
    assert [text in rule("UN509")._repr_html_() for text in (english, german)] == [True, False]
    only_english = rule("UN511").good["en"][0]
    set_language("de")
    assert [text in rule("UN509")._repr_html_() for text in (english, german)] == [False, True]
    assert only_english in rule("UN511")._repr_html_()


def test_a_source_begins_with_a_capital():
    count = "the 338 English resolutions of the seventy-fifth session and ten German ones"
    assert rule("UN509").source_in_words() == f"Corpus count: {count}"


def test_a_card_that_all_share_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        rule("UN509").code = "UN510"  # type: ignore[misc]


def test_what_nobody_looks_for_is_no_rule_to_keep():
    table = rule_table().set_index("code")
    assert rule("UN751").kept["en"].of == 341
    assert table.loc["UN751", ["kept_en", "of_en"]].isna().all()
    assert table.loc["UN103", "severity_en"] == "error"


def test_html_of_a_card_is_escaped():
    for card in CARDS:
        assert "<script" not in card._repr_html_()
        assert "{" not in card._repr_html_()


def test_a_card_speaks_german():
    set_language("de")
    assert "5.473 von 5.473" in repr(rule("UN103"))
    assert "Komma" in rule("UN103")._repr_html_()


def test_an_unknown_code_names_the_nearest():
    with pytest.raises(UnknownName, match="UN119"):
        rule("UN199")
