"""The verbs of openers, form by form: word in, word out."""

from __future__ import annotations

import pytest

from resolutionkit.document.grammar import verbs
from resolutionkit.document.grammar.openers import is_second_half, opens_paragraph, opens_preamble, opens_with_deed

FORMS = [
    (verbs.base_of, "recalls", "recall"),
    (verbs.base_of, "stresses", "stress"),
    (verbs.participle_of, "urge", "urging"),
    (verbs.participle_of, "regret", "regretting"),
    (verbs.third_person, "recalling", "recalls"),
    (verbs.third_person, "emphasizing", "emphasizes"),
    (verbs.third_person, "taking", "takes"),
    (verbs.to_participle, "recalls", "recalling"),
    (verbs.to_participle, "urge", "urging"),
    (verbs.to_participle, "regrets", "regretting"),
    (verbs.to_participle, "states", ""),
    (verbs.to_finite, "noting", "notes"),
    (verbs.to_finite, "stress", "stresses"),
    (verbs.to_finite, "taking", "takes"),
    (verbs.to_finite, "concerned", ""),
    (verbs.german_participle, "betont", "betonend"),
    (verbs.german_participle, "fordert", "fordernd"),
    (verbs.german_participle, "nimmt", ""),
]


@pytest.mark.parametrize(("make", "word", "form"), FORMS, ids=lambda value: getattr(value, "__name__", value))
def test_forms_of_verbs(make, word, form):
    assert make(word) == form


@pytest.mark.parametrize(
    ("forms", "part", "word", "held"),
    [
        (verbs.wrong_forms, "preamble", "recalls", True),
        (verbs.wrong_forms, "operative", "deciding", True),
        (verbs.regular_forms, "operative", "hopes", True),
        (verbs.regular_forms, "preamble", "deciding", True),
        (verbs.regular_forms, "preamble", "recalling", False),
    ],
)
def test_which_part_a_form_belongs_to(forms, part, word, held):
    assert (word in forms(part)) == held


@pytest.mark.parametrize(
    ("word", "meant"),
    [("recaling", "recalling"), ("ntoing", "noting"), ("notiing", "noting"), ("noting", ""), ("note", "")],
)
def test_one_slip_of_the_finger(word, meant):
    assert verbs.one_edit_from(word, ["recalling", "noting"]) == meant


@pytest.mark.parametrize(
    ("phrase", "part", "opener"),
    [("Have considered", "preamble", "Having considered"), ("Xyz", "operative", "")],
)
def test_the_nearest_opener(phrase, part, opener):
    assert verbs.nearest(phrase, "en", part) == opener


@pytest.mark.parametrize(
    ("says", "text", "language", "yes"),
    [
        (opens_paragraph, "Notes that", "en", True),
        (opens_paragraph, "Nations and", "en", False),
        (opens_paragraph, "Rappelant sa résolution", "fr", False),
        (opens_preamble, "Conscious of", "en", True),
        (opens_preamble, "Once again strongly condemns", "en", False),
        (opens_preamble, "fordert", "de", False),
        (opens_preamble, "Rappelant sa résolution", "fr", False),
        (opens_with_deed, "Decides to act", "en", True),
        (opens_with_deed, "Recalls its", "en", False),
        (opens_with_deed, "Décide", "fr", False),
    ],
)
def test_how_a_text_begins(says, text, language, yes):
    assert says(text, language) is yes


@pytest.mark.parametrize(
    ("verb", "said", "yes"),
    [("fordert", "nachdrücklich auf", True), ("betont", "auf", False), ("", "auf", False)],
)
def test_the_second_half_of_a_german_verb(verb, said, yes):
    assert is_second_half(verb, said) is yes
