"""What fuzzing has found is kept; the fuzzers themselves (``tests/fuzz``) need atheris, this does not."""

from __future__ import annotations

import importlib
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import resolutionkit as rk
from resolutionkit.document.reading.read_word import text_of
from resolutionkit.document.writing.write_word import document

FOLDER = Path(__file__).resolve().parents[1] / "fuzz"
NAMES = ("parse", "load", "review", "amendments", "word")
FOUND = sorted((FOLDER / "found").glob("*.bin"))


def fuzzer(name, monkeypatch):
    if name == "word":
        pytest.importorskip("docx")
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module(f"fuzz_{name}")


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_was_found_once_keeps_its_promise(path, monkeypatch):
    fuzzer(path.stem.partition("-")[0], monkeypatch).one_input(path.read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_each_fuzzer_accepts_what_it_begins_with(name, monkeypatch):
    module = fuzzer(name, monkeypatch)
    for seed, _ in zip(module.seeds(), range(5), strict=False):
        module.one_input(seed)
    assert "atheris" not in sys.modules


def test_a_marker_in_the_preamble_is_a_word_in_xml():
    read = rk.parse("5/5. Title\n\niii) Soon;\n\n3. Urges all.")
    assert read.preamble[0].marker == "iii"
    assert rk.load(rk.to_akn(read).encode()).preamble[0].text == "(iii) Soon;"


def damaged(part, content):
    """A Word document of which one part is damaged."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(document(rk.load()))) as whole, zipfile.ZipFile(packed, "w") as file:
        for name in whole.namelist():
            file.writestr(name, content if name == part else whole.read(name))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/numbering.xml", b"<w:numbering"),
        ("word/footnotes.xml", b"<w:footnotes a='"),
        ("word/document.xml", b"<w/>"),
        ("[Content_Types].xml", b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override/></Types>"),
    ],
)  # fmt: skip
def test_a_damaged_word_document_is_refused_in_words(part, content):
    with pytest.raises(rk.KitError, match="Word document"):
        text_of(damaged(part, content))
