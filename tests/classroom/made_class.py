"""A made-up class: 30 desks and 30 drafts, as they come back from learners."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import resolutionkit as rk
from resolutionkit.classroom import TOPICS, exercise, exercises_of
from resolutionkit.document.writing.write_akn import to_akn
from resolutionkit.document.writing.write_html import page_html
from resolutionkit.document.writing.write_word import document

DRAFT = """# Pässe

The General Assembly,

*Recalling* its resolution 75/10 of 23 November 2020,

*Alarmed* by the use of stolen passports.

1. *Urges* all Member States to act;

2. *Decides* to meet.
"""
PHOTO = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(2000)


def packed(**files: bytes) -> bytes:
    """A file of rk.take_home()."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return written.getvalue()


def bomb(name: str) -> bytes:
    return packed(**{name: bytes(60_000_000)})


def record_of(number: int) -> str:
    """What learner ``number`` has done: the first exercises right, one that is not yet."""
    numbers = [e.number for topic in TOPICS for e in exercises_of(topic)]
    done = {n: {"status": "right", "tries": 1, "hints": 0, "solution": False} for n in numbers[: number % 12]}
    mistake = exercise("2.1").mistakes[number % 2].name
    done["2.1"] = {"status": "not yet", "tries": 3, "hints": 1, "solution": False, "causes": {mistake: 2, "other": 1}}
    return json.dumps({"version": 1, "exercises": done})


def make_class(folder: Path) -> Path:
    """Fill a folder with 30 learners' desks, and the drafts of 30 others."""
    for number in range(30):
        work = folder / f"desk-{number:02}" / "my-work"
        work.mkdir(parents=True)
        (work.parent / "desk.json").write_text("{}")
        (work / "progress.json").write_text(record_of(number))
        (work / "brief.md").write_text("1. Bring the minister an umbrella.")
        if number % 3 == 0:
            (work / "draft.md").write_text(DRAFT, encoding="utf-8")
    read = rk.parse(DRAFT)
    forms = {
        "docx": document(read),
        "md": DRAFT.encode(),
        "txt": DRAFT.encode("cp1252"),
        "html": page_html(read).encode(),
        "xml": to_akn(rk.parse(DRAFT.replace("passports.", "passports,"))).encode(),
    }
    for number in range(26):
        suffix = list(forms)[number % len(forms)]
        (folder / f"draft-{number:02}.{suffix}").write_bytes(forms[suffix])
    for name, content in {
        "empty.docx": b"",
        "Foto.docx": PHOTO,
        "bomb.docx": bomb("word__document.xml"),
        "bomb.zip": bomb("my-work__draft.md"),
    }.items():
        (folder / name).write_bytes(content)
    return folder
