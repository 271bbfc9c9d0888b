"""The readers on the UN's own files; the corpus stands beside the project and is never part of it."""

from __future__ import annotations

import pytest
from corpus import needs_corpus, official_files

import resolutionkit as rk

pytestmark = needs_corpus


@pytest.fixture(scope="module")
def resolutions():
    return {path.name: rk.load(path) for path in official_files()}


def test_every_file_loads(resolutions):
    assert len(resolutions) > 300


def test_every_file_has_paragraphs_with_unique_labels(resolutions):
    for name, res in resolutions.items():
        labels = [p.label for p in res.paragraphs]
        assert labels, name
        assert len(labels) == len(set(labels)), name


def test_text_round_trip(resolutions):
    broken = [name for name, res in resolutions.items() if rk.parse(rk.to_text(res)) != res]
    assert broken == []


def test_most_files_need_no_exact_form(resolutions):
    from resolutionkit.document.exact import is_exact

    printed = sum(not is_exact(rk.to_text(res)) for res in resolutions.values())
    assert printed / len(resolutions) > 0.9


def test_xml_round_trip(resolutions):
    broken = [name for name, res in resolutions.items() if rk.load(rk.to_akn(res).encode()) != res]
    assert broken == []


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
