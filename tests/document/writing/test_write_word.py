"""A resolution as a Word document: nothing of it is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

import resolutionkit as rk
from resolutionkit.document.model import Annex, Footnote, Heading, Paragraph, Resolution, Table
from resolutionkit.document.reading.read_word import text_of
from resolutionkit.document.writing.write_word import document


def draft(*paragraphs):
    return rk.parse("The General Assembly,\n\n" + "\n\n".join(paragraphs))


def test_word_carries_headings_tables_and_the_numbers_of_sub_paragraphs():
    read = draft("1. Urges all States:", "(a) To act;", "(b) To speak;", "2. Decides to rest.")
    first, *others = read.operative
    between = (Heading("Part one", 1), Table((("Year", "Sum"), ("2020", "7"))), Table(()))
    written = document(replace(read, operative=(replace(first, above=between), *others)))
    text = text_of(written)
    for expected in ("## Part one", "Year", "2020", "(a) To act;", "2. *Decides* to rest."):
        assert expected in text


def test_word_carries_the_number_of_a_paragraph_between_two_others():
    read = draft("1. Urges all States;", "1 bis. Invites them;", "2. Decides to rest.")
    assert "1 bis. *Invites* them;" in text_of(document(read))


def test_word_takes_the_parts_of_a_resolution_in_two_parts():
    whole = Resolution(title="Both", parts=(draft("1. Urges all States."), draft("1. Decides to rest.")))
    text = text_of(document(whole))
    assert text.index("States") < text.index("rest")


def test_word_carries_cover_closing_annex_and_notes_at_the_end_of_a_text():
    read = draft("1. Urges all[^1].", "[^1]: See *there*.")
    whole = replace(
        read,
        title="A title",
        cover=("Seventy-fifth session",),
        closing=("23 November 2020",),
        annexes=(Annex("Annex", (Paragraph("annex/1", text="The first thing."),)),),
        footnotes=(*read.footnotes, Footnote(2, "To the title.", "title", None)),
    )
    text = text_of(document(whole))
    for said in (
        "Seventy-fifth session",
        "# A title[^",
        "23 November 2020",
        "## Annex",
        "The first thing.",
        "To the title.",
    ):
        assert said in text


LOOSE = {
    "on the cover": "Draft of 3 May[^1]\n\n# Clean rivers\n\n",
    "at a line of sponsors": "Topic: water\nSponsors: Kenya[^1] and Peru\n\n# Clean rivers\n\n",
    "nowhere": "# Clean rivers\n\n",
}


@pytest.mark.parametrize("head", LOOSE.values(), ids=LOOSE)
def test_a_note_that_has_no_place_is_kept(head):
    notes = "[^1]: Version of the *secretariat*.\n[^2]: See A/75/1."
    read = rk.parse(f"{head}The General Assembly,\n\nRecalling all,[^2]\n\n1. Decides to rest.\n\n{notes}")
    again = rk.parse(text_of(document(read)), whole=True)
    assert [(note.text, note.label) for note in again.footnotes] == [
        ("See A/75/1.", "PP1"),
        ("Version of the secretariat.", ""),
    ]
