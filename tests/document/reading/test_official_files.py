"""The readers on the UN's own files; the corpus stands beside the project and is never part of it."""

from __future__ import annotations

import pytest
from corpus import needs_corpus, official_files
from resolution_words import lost

import resolutionkit as rk

pytestmark = needs_corpus


@pytest.fixture(scope="module")
def resolutions():
    return {path.name: rk.load(path) for path in official_files()}


@pytest.fixture(scope="module")
def from_text(resolutions):
    """Each file after it was written as text and read again."""
    return {name: rk.parse(rk.to_text(res)) for name, res in resolutions.items()}


@pytest.fixture(scope="module")
def from_xml(resolutions):
    """Each file after it was written as XML and read again."""
    return {name: rk.load(rk.to_akn(res).encode()) for name, res in resolutions.items()}


def test_every_file_loads(resolutions):
    assert len(resolutions) > 300


def test_every_file_has_paragraphs_with_unique_labels(resolutions):
    for name, res in resolutions.items():
        labels = [p.label for p in res.paragraphs]
        assert labels, name
        assert len(labels) == len(set(labels)), name


def test_nine_files_of_ten_come_back_the_same_from_text(resolutions, from_text):
    same = sum(from_text[name] == res for name, res in resolutions.items())
    assert same / len(resolutions) > 0.9


def test_xml_round_trip(resolutions, from_xml):
    broken = [name for name, res in resolutions.items() if from_xml[name] != res]
    assert broken in ([], ["75_326_E.xml"]), "only bullets without a letter inside (a) lose their depth"


def files_with_losses(resolutions, again):
    changed = {
        name: res for name, res in resolutions.items() if again[name] != res
    }  # what is the same has lost nothing
    return {name for name, res in changed.items() if lost(res, again[name])}


def test_xml_loses_no_word(resolutions, from_xml):
    assert files_with_losses(resolutions, from_xml) == set()


def test_text_loses_no_word_but_in_files_that_repeat_a_line_as_pages_do(resolutions, from_text):
    assert files_with_losses(resolutions, from_text) <= {"75_101A-B_E.xml", "75_212_E.xml"}


@pytest.mark.parametrize(
    ("file", "language"), [("A", "ar"), ("C", "zh"), ("E", "en"), ("F", "fr"), ("R", "ru"), ("S", "es")]
)
def test_75_10_has_the_same_structure_in_all_six_languages(resolutions, file, language):
    res, ours = resolutions[f"75_10_{file}.xml"], rk.load()
    assert res.language == language
    assert len(res.preamble) == len(ours.preamble)
    assert [p.number for p in res.operative] == [p.number for p in ours.operative]
    assert len(res["OP13"].items) == 5
    assert [n.number for n in res.footnotes] == [n.number for n in ours.footnotes]
    assert (res.symbol, res.session, res.adopted) == (ours.symbol, ours.session, ours.adopted)
