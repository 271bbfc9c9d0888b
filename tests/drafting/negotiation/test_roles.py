"""The role cards and the draft that they amend: complete, true to 75/10, and playable at every size of group."""

from __future__ import annotations

import html
import itertools
import json
import os
import re
from itertools import combinations
from pathlib import Path

import pytest

import resolutionkit as rk
from resolutionkit.drafting.negotiation import amend, roles, starting_draft
from resolutionkit.errors import ReadError, UnknownName
from resolutionkit.language import set_language

LANGUAGES = ("en", "de")
CARDS = [(language, role) for language in LANGUAGES for role in roles(5, language)]
each_card = pytest.mark.parametrize(("language", "role"), CARDS, ids=[f"{role.id}-{lang}" for lang, role in CARDS])


@each_card
def test_a_card_is_complete(language, role):
    assert all(text.strip() for text in (role.name, role.title, role.interest, role.red_line))
    assert len(role.phrases) >= 2
    assert len(role.amendments) >= 2


@each_card
def test_what_a_card_offers_stands_in_75_10_to_the_letter(language, role):
    res = rk.load()
    assert [p for p in role.phrases if p.german not in res[p.label].text] == []


@pytest.mark.skipif("RESOLUTIONKIT_CORPUS" not in os.environ, reason="needs official files")
@pytest.mark.parametrize("role", roles(5, "en"), ids=lambda role: role.id)
def test_english_phrases_stand_in_the_official_english_text(role):
    english = rk.load(Path(os.environ["RESOLUTIONKIT_CORPUS"]) / "75-10" / "75_10_E.xml")
    assert [p for p in role.phrases if p.words not in english[p.label].text] == []


@each_card
def test_no_two_cards_have_the_same_name(language, role):
    assert [other.id for other in roles(5, language) if other.name == role.name] == [role.id]


@each_card
def test_what_a_delegation_proposes_fits_the_draft_and_leaves_it_without_errors(language, role):
    amended = amend(starting_draft(language), role.amendments)
    assert {a.sponsor for a in role.amendments} == {role.name}
    assert [f for f in rk.review(amended.draft) if f.severity == "error"] == []
    assert [p.kind for p in amended.comparison.pairs if p.kind != "kept"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_starting_draft_is_in_order(language):
    draft = starting_draft(language)
    assert {f.code for f in rk.review(draft)} <= {
        "UN225"
    }  # one paragraph requests something of Member States, as few do
    assert draft.language == language
    assert [r.symbol for r in draft.references] == ["A/RES/75/10"]


def test_both_starting_drafts_have_the_same_paragraphs():
    english, german = starting_draft("en"), starting_draft("de")
    assert [p.label for p in english.paragraphs] == [p.label for p in german.paragraphs]


def test_cards_propose_the_same_changes_in_both_languages():
    touched = [
        [(a.label, a.position) for role in roles(5, language) for a in role.amendments] for language in LANGUAGES
    ]
    assert touched[0] == touched[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [3, 4, 5])
def test_every_group_has_something_to_agree_on(language, count):
    proposed = [a for role in roles(count, language) for a in role.amendments]
    with pytest.raises(ReadError, match="OP4"):
        amend(starting_draft(language), proposed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_op4_is_the_only_thing_on_which_delegations_contradict_each_other(language):
    draft, clashing = starting_draft(language), set()
    for one, other in combinations(roles(5, language), 2):
        try:
            amend(draft, [*one.amendments, *other.amendments])
        except ReadError:
            clashing.add(frozenset((one.id, other.id)))
    assert clashing == {frozenset(("facilitator", "sovereignty"))}


@pytest.mark.parametrize("count", [0, 1, 2, 6, -3, None, "4"])
def test_a_group_of_another_size_is_told_what_to_do(count):
    with pytest.raises(UnknownName, match="3 to 5"):
        roles(count)


def test_cards_speak_the_users_language():
    set_language("de")
    assert roles()[0].name == "Verhandlungsleitung"
    assert "Ihre rote Linie" in roles()[0]._repr_html_()
    assert starting_draft().language == "de"


def test_a_card_shows_all_that_it_holds():
    for role in roles():
        for shown in (str(role), role._repr_html_()):
            assert role.title in shown
            assert all(p.label in shown for p in role.phrases)
            assert all(a.label in shown for a in role.amendments)
            assert all(a.text[-30:] in shown for a in role.amendments)  # to their last words


def test_a_role_card_says_and_shows_the_same():
    role = roles(3, "en")[1]
    shown = role._repr_html_()
    assert role.interest in str(role)
    assert f"<h4>{role.name}: {role.title}</h4>" in shown
    assert shown.count("<li>") == len(role.phrases) + len(role.amendments)
    assert role.phrases[0].words in shown


@each_card
def test_on_a_shared_screen_the_red_line_is_folded_away(language, role):
    set_language(language)
    folded = role._repr_html_().split("<details>")[1].split("</details>")[0]
    assert role.red_line in html.unescape(folded)
    assert role._repr_html_().count(html.escape(role.red_line)) == 1
    assert role.red_line not in str(role)
    assert "<details" not in role.inside_html()  # a handout shows it: everybody has a sheet of their own


def test_notebook_07_shows_no_red_line_before_all_of_them_come_on_the_table():
    notebook = json.loads(
        (Path(__file__).parents[3] / "notebooks" / "07_negotiation.ipynb").read_text(encoding="utf-8")
    )
    before = list(itertools.takewhile(lambda cell: "## 6." not in "".join(cell["source"]), notebook["cells"]))
    shown = json.dumps(before, ensure_ascii=False)
    folded = re.sub(r"<details>.*?</details>", "", shown, flags=re.DOTALL)
    assert 20 < len(before) < len(notebook["cells"])
    assert not [role.id for _, role in CARDS if role.red_line in folded]
