"""Amendments that name the number which a new paragraph will have: where it goes."""

from __future__ import annotations

import pytest

import resolutionkit as rk

DRAFT = "The General Assembly,\n\n1. *Decides*:\n\n(a) To meet;\n\n(b) To talk;\n\n2. *Urges* States to act."


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("Add a new OP1(c): To vote;", "OP1(c)"),
        ("Add a new OP1(b): To vote;", "OP1(b)"),
        ("Add a new OP1(a): To vote;", "OP1(a)"),
        ("Add a new OP2: *Thanks* the host;", "OP2"),
        ("Add a new OP1: *Thanks* the host;", "OP1"),
        ("Add a new OP3: *Thanks* the host.", "OP3"),
    ],
)
def test_the_new_paragraph_has_the_number_that_was_said(said, label):
    text = said.partition(": ")[2].replace("*", "").rstrip(";.")
    amended = rk.amend(rk.parse(DRAFT, "en"), rk.read_amendments(said)).draft
    assert amended[label].text.rstrip(";.") == text
    assert len(amended.paragraphs) == len(rk.parse(DRAFT, "en").paragraphs) + 1


@pytest.mark.parametrize(
    ("said", "after"), [("OP4(iii)", "OP4(ii)"), ("OP13(a)(ii)", "OP13(a)(i)"), ("OP2(aa)", "OP2(z)")]
)
def test_the_mark_before_is_found(said, after):
    (amendment,) = rk.read_amendments(f"Add a new {said}: To vote;")
    assert (amendment.position, amendment.label) == ("after", after)
