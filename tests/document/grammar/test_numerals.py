"""Markers of lists: what comes after what."""

from __future__ import annotations

from itertools import pairwise

import pytest

from resolutionkit.document.grammar.numerals import follows, marker_before, nth_marker, number_of, roman, styles


@pytest.mark.parametrize("first", ["a", "i", "A", "I", "1"])
def test_a_list_counts_on_and_back(first):
    row = [nth_marker(first, n) for n in range(1, 50)]
    assert row[0] == first
    assert len(set(row)) == 49
    for before, marker in pairwise(row):
        assert follows(marker, before)
        assert marker_before(marker) == before or first in ("a", "A")  # "i" and "v" stand in lettered lists as well


@pytest.mark.parametrize(
    ("before", "marker"),
    [
        ("a", "c"),
        ("b", "a"),
        ("ii", "iv"),
        ("z", "a"),
        ("a", "B"),
        ("1", "b"),
        ("1", "3"),
        ("aa", "ab"),
        ("a", "bb"),
        ("", "a"),
    ],
)
def test_what_does_not_follow(before, marker):
    assert not follows(marker, before)


def test_no_two_numbers_have_one_roman_numeral():
    assert [roman(number) for number in (99, 100, 149, 300)] == ["xcix", "c", "cxlix", "ccc"]
    assert len({*map(roman, range(5000))}) == 5000


def test_roman_numerals_are_read_as_they_are_written():
    assert all(number_of(roman(n)) == n == number_of(roman(n).upper()) for n in range(1, 100))
    assert [number_of(text) for text in ("iiii", "Iv", "", "a", "c")] == [None] * 5


def test_a_letter_may_be_a_numeral():
    assert styles("v") == {"roman", "letter"}
    assert styles("vi") == {"roman"}
    assert styles("أ") == {"caseless"}
    assert styles("-") == set()
