"""Word files with tracked changes: who accepts all of them has the newer text, who rejects all of them the older one."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

import resolutionkit as rk
from resolutionkit.document.writing.write_word import document
from resolutionkit.drafting.negotiation import amend, read_amendments, starting_draft

docx = pytest.importorskip("docx")
from resolutionkit.drafting.negotiation.tracked_word import tracked  # noqa: E402  # it needs python-docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def lines(content: bytes, gone: str = "") -> list[str]:
    """The paragraphs of a Word file; without those marks whose kind is ``gone`` ("ins": all changes are rejected)."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))
    found = []
    for paragraph in root.iter(f"{W}p"):
        if gone and paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None:
            continue
        words = [
            t for t in paragraph.iter(f"{W}t", f"{W}delText") if not any(a.tag == W + gone for a in t.iterancestors())
        ]
        found.append("".join(t.text or "" for t in words))
    return [line for line in found if line]


AMENDMENTS = {
    "words": "In OP2 replace “without delay” by “as soon as possible”",
    "a paragraph goes": "Delete OP4",
    "a paragraph comes": "Insert after OP5: *Notes* the work of INTERPOL;",
    "another paragraph": "Replace OP3 by: *Invites* Member States to meet;",
    "a paragraph moves": "Move OP2 after OP5",
    "the one behind it goes": "Move OP2 after OP5\nDelete OP3",
    "the first moves": "Move OP1 after OP3",
    "the first goes": "Delete PP1",
    "sub-paragraphs come": "Replace OP3 by: *Invites* Member States:\n(a) To meet;\n(b) To talk;",
    "all at once": "Delete OP4\nMove OP2 after OP5\nIn OP3 replace “fingerprints” by “DNA profiles”",
}


@pytest.mark.parametrize("said", AMENDMENTS.values(), ids=AMENDMENTS)
def test_accepted_it_is_the_newer_text_and_rejected_the_older_one(said):
    older = starting_draft("en")
    newer = amend(older, read_amendments(said)).draft
    content = tracked(older, newer)
    assert lines(content, "del") == lines(document(newer))
    assert lines(content, "ins") == lines(document(older))


def test_footnotes_and_openers_stay():
    res = rk.load()
    newer = amend(
        res, read_amendments("Delete OP4\nIn OP15 replace “siebenundsiebzigsten” by “achtundsiebzigsten”")
    ).draft
    content = tracked(res, newer)
    assert lines(content, "del") == lines(document(newer))
    assert lines(content, "ins")[:60] == lines(document(res))[:60]
    for part in ("word/footnotes.xml",):
        assert zipfile.ZipFile(io.BytesIO(content)).read(part) == zipfile.ZipFile(io.BytesIO(document(newer))).read(
            part
        )
    shown = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    assert shown.count("<w:i/>") >= 37


def test_nothing_is_marked_where_nothing_changed():
    draft = starting_draft("en")
    shown = zipfile.ZipFile(io.BytesIO(tracked(draft, draft))).read("word/document.xml").decode()
    assert "w:ins" not in shown
    assert "w:del" not in shown
