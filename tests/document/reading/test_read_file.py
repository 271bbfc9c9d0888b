"""Files of every kind: what the name ends with says how a file is read, and a text is read whatever its letters are written in."""

from __future__ import annotations

import sys

import docx
import pytest
from every import every
from words_documents import saved

import resolutionkit as rk
from resolutionkit.document.reading.read_file import read_bytes, read_file
from resolutionkit.document.writing.write_word import document
from resolutionkit.errors import ReadError

DRAFT = "The General Assembly,\n\nRecalling the Charter,\n\n1. Urges all States to act."
PAGE = "<p>The General Assembly,</p><p>Recalling the Charter,</p><ol><li>Urges all States to act.</li></ol>"
CONTENTS = {
    "draft.txt": (DRAFT.encode(), DRAFT),
    "Draft.MD": (DRAFT.encode(), DRAFT),
    "draft.v2.txt": (DRAFT.encode(), DRAFT),
    "draft.html": (PAGE.encode(), ""),
    "draft.HTM": (PAGE.encode(), ""),
    "draft.docx": (document(rk.parse(DRAFT)), ""),
    "draft.xml": (rk.to_akn(rk.parse(DRAFT)).encode(), ""),
    "draft": (rk.to_akn(rk.parse(DRAFT)).encode(), ""),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_the_end_of_a_name_says_what_a_file_is(tmp_path, name):
    content, told = CONTENTS[name]
    (tmp_path / name).write_bytes(content)
    read, text = read_file(tmp_path / name)
    assert [(p.label, p.text) for p in read.paragraphs] == [
        ("PP1", "Recalling the Charter,"),
        ("OP1", "Urges all States to act."),
    ]
    assert text == told


@pytest.mark.parametrize("name", ["draft.txt", "draft.html", "draft.docx"])
def test_a_text_is_of_the_language_that_is_told(tmp_path, name):
    (tmp_path / name).write_bytes(CONTENTS[name][0])
    assert (read_file(tmp_path / name)[0].language, read_file(tmp_path / name, "fr")[0].language) == ("en", "fr")


@pytest.mark.parametrize(
    ("name", "preamble"),
    [
        ("draft.docx", ["Recalling the Charter", "Noting rivers and", "lakes,"]),
        ("draft.txt", ["Recalling the Charter", "Noting rivers and lakes,"]),
    ],
)
def test_behind_a_blank_line_a_sentence_goes_on_in_a_text_and_not_in_word(tmp_path, name, preamble):
    paragraphs = ["The General Assembly,", "Recalling the Charter", "Noting rivers and", "lakes,", "1. Urges all."]
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    (tmp_path / name).write_bytes(saved(made) if name == "draft.docx" else "\n\n".join(paragraphs).encode())
    assert [p.text for p in read_file(tmp_path / name)[0].preamble] == preamble


GERMAN = "Die Generalversammlung,\n\nbetonend, dass „Größe“ zählt,\n\n1. beschließt, zu handeln."


@every([("utf-8", []), ("utf-8-sig", []), ("utf-16", []), ("cp1252", [("encoding", 1, "Windows-1252")])])
def test_a_text_is_read_whatever_its_letters_are_written_in(encoding, assumed):
    read, text = read_bytes(GERMAN.encode(encoding), "draft.txt")
    assert (read.operative[0].text, text.splitlines()[0]) == ("beschließt, zu handeln.", "Die Generalversammlung,")
    assert [(a.kind, a.line, a.detail) for a in read.assumptions] == assumed


def test_what_had_to_be_assumed_of_a_text_stands_behind_how_it_was_written():
    read, _text = read_bytes(GERMAN.replace("zu handeln", "zu\x07 handeln").encode("cp1252"), "draft.txt")
    assert [a.kind for a in read.assumptions] == ["encoding", "control-character"]


@every([
    (b"Urges\nall\n\xff\0", 3, "0xff"),
    (b"\xe9\0", 1, "0xe9"),
    (b"Urges\n\x81 all", 2, "0x81"),  # a byte that stands for nothing
])  # fmt: skip
def test_what_is_no_text_is_said_with_the_line_of_its_first_odd_byte(content, line, found):
    with pytest.raises(ReadError) as caught:
        read_bytes(content, "draft.txt")
    assert (caught.value.place.source, caught.value.place.line) == ("draft.txt", line)
    assert f"byte {found}" in str(caught.value)


def test_without_python_docx_it_is_said_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    (tmp_path / "draft.docx").write_bytes(b"")
    with pytest.raises(ReadError, match=r"resolutionkit\[docx\]"):
        read_file(tmp_path / "draft.docx")
