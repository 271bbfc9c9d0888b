"""Handouts: whole, in two languages, without network; how they print was looked at as PDF."""

from __future__ import annotations

import re

import pytest
from lxml import html

import resolutionkit as rk
from resolutionkit.__main__ import main
from resolutionkit.classroom.handouts import HANDOUTS, handout
from resolutionkit.drafting.negotiation import roles, starting_draft
from resolutionkit.language import set_language

each = pytest.mark.parametrize("name", HANDOUTS)


def words(page: str) -> str:
    return " ".join(html.fromstring(page).find("body").text_content().split())


@each
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_page_asks_for_nothing_from_elsewhere(name, language):
    set_language(language)
    page = html.fromstring(handout(name))
    assert not page.xpath("//script | //img | //link | //iframe | //*[starts-with(@href, 'http')] | //*[@src]")
    assert "url(" not in handout(name)
    assert "@import" not in handout(name)


@each
def test_a_page_prints_to_a4_and_has_one_title(name):
    page = handout(name)
    assert "size:A4" in page
    assert len(html.fromstring(page).xpath("//h1")) == 1


@each
def test_german_pages_are_german(name):
    english = words(handout(name))
    set_language("de")
    assert words(handout(name)) != english or name == "resolution"


def test_the_resolution_is_whole():
    page = words(handout("resolution"))
    assert not [p.label for p in rk.load().paragraphs if " ".join(p.text.split())[:40] not in page.replace("¹", "")]


def test_every_gloss_is_there():
    page = words(handout("glosses"))
    assert not [p.label for p in rk.load().paragraphs if " ".join(rk.gloss(p.label).split()) not in page]


def test_the_phrase_sheet_counts_as_the_table_does():
    counts = rk.opener_counts("en", "operative").set_index("opener")["paragraphs"]
    rows = html.fromstring(handout("phrases")).xpath("//tr[td/em='Urges']/td[@class='count']/text()")
    assert rows == [str(counts["Urges"])]


def test_the_phrase_sheet_claims_no_ranking():
    assert "Nobody has published an authoritative ranking" in words(handout("phrases"))


def test_the_checklist_quotes_the_evidence_of_its_cards():
    for code in re.findall(r"UN\d{3}", handout("checklist")):
        assert rk.rule(code).kept["en"].text in handout("checklist")


def test_what_the_checklist_asks_for_holds_in_most_places():
    for code in set(re.findall(r"UN\d{3}", handout("checklist"))):
        kept, of = rk.rule(code).kept["en"]
        assert kept / of > 0.98


@pytest.mark.parametrize("language", ["en", "de"])
def test_cards_hold_all_that_a_delegation_needs(language):
    set_language(language)
    page = words(handout("roles"))
    for role in roles():
        assert role.interest in page
        assert role.red_line in page
        for amendment in role.amendments:
            assert " ".join((amendment.text or amendment.new or amendment.label).replace("*", "").split()) in page
    assert "*" not in page


def test_the_draft_says_that_it_is_ours():
    page = words(handout("draft"))
    assert "no document of the United Nations" in page
    assert all(p.text in page for p in starting_draft().paragraphs)


def test_an_unknown_name_is_answered_with_the_known_ones():
    with pytest.raises(rk.KitError, match="roles"):
        handout("rolls")


def test_the_command_writes_what_was_asked_for(tmp_path, capsys):
    assert main(["handout", "roles", "draft", "--to", str(tmp_path / "print")]) == 0
    assert sorted(path.name for path in (tmp_path / "print").iterdir()) == ["draft.html", "roles.html"]
    assert str(tmp_path / "print" / "roles.html") in capsys.readouterr().out


def test_nothing_is_written_when_a_name_is_wrong(tmp_path, capsys):
    assert main(["handout", "roles", "maps", "--to", str(tmp_path / "print")]) == 2
    assert not (tmp_path / "print").exists()
    assert "checklist" in capsys.readouterr().err
