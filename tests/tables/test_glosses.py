"""The plain sentences are for readers of sixteen: short words, short sentences, in English and in German."""

from __future__ import annotations

import re

import pytest

import resolutionkit as rk
from resolutionkit.language import set_language

GLOSSES = rk.glosses().to_dict("records")


def label(row):
    return row["label"]


def syllables(word):
    """How many a reader says: groups of vowels, without a silent e at the end."""
    word = word.lower()
    found = len(re.findall(r"[aeiouy]+", word))
    silent = re.search(r"[^aeiouyl]e$|[aeiouy]le$|[^aeiouytd]ed$|[^aeiouylszcgh]es$", word)
    return max(found - bool(silent), 1)


def reading_ease(text):
    """Flesch's formula: 100 is very easy, 30 very hard, 60 plain English.

    Words with a hyphen are read as one word; the s of "INTERPOL’s" is no syllable of its own.
    """
    words = text.split()
    sentences = len(re.findall(r"[.!?](?=\s|$)", text))
    spoken = sum(syllables(part) for word in words for part in re.findall(r"[A-Za-z]+|\d+", word) if part != "s")
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * spoken / len(words)


@pytest.mark.parametrize(
    ("text", "syllables_of_it"), [("cat", 1), ("made", 1), ("people", 2), ("united", 3), ("police", 2), ("fixed", 1)]
)
def test_syllables(text, syllables_of_it):
    assert syllables(text) == syllables_of_it


def test_reading_ease_of_sentences_whose_words_we_counted():
    assert reading_ease("The cat sat on the mat.") == pytest.approx(206.835 - 1.015 * 6 - 84.6)
    assert reading_ease("Police made people fix it. We sat.") == pytest.approx(206.835 - 1.015 * 3.5 - 84.6 * 9 / 7)


def test_each_unit_has_one_gloss_in_order():
    assert [row["label"] for row in GLOSSES] == [p.label for p in rk.load().paragraphs]


@pytest.mark.parametrize("row", GLOSSES, ids=label)
def test_an_english_gloss_is_easy_to_read(row):
    assert reading_ease(row["gloss_en"]) >= 40


@pytest.mark.parametrize("column", ["gloss_en", "gloss_de"])
@pytest.mark.parametrize("row", GLOSSES, ids=label)
def test_a_gloss_is_short(row, column):
    assert re.fullmatch(r"[A-Z].*\.", row[column])
    assert 10 <= len(row[column].split()) <= 30


@pytest.mark.parametrize("row", GLOSSES, ids=label)
def test_a_german_gloss_speaks_to_nobody(row):
    """At the head of a sentence "Sie" is the Assembly or INTERPOL."""
    assert not re.search(r"\b(?:du|dich|dir|euch|Ihnen)\b|\w Sie\b", row["gloss_de"])


@pytest.mark.parametrize(("language", "word"), [("en", "requests"), ("de", "ersucht")])
def test_one_gloss_in_a_language(language, word):
    assert word in rk.gloss("OP15", language)
    assert rk.gloss("OP99", language) == ""


def test_a_german_reader_sees_plain_german():
    set_language("de")
    try:
        assert rk.gloss("OP15") == rk.gloss("OP15", "de")
        shown = rk.load()["OP15"]._repr_html_()
        assert "In einfachem Deutsch:" in shown
        assert rk.gloss("OP15") in shown
    finally:
        set_language("en")
