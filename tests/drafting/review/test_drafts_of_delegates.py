"""Three drafts as Model UN delegates write them, with all that an editor would say to them, and nothing else.

``drafts/NAME.md`` is the draft, ``drafts/NAME.txt`` what is expected: label, code and the words pointed at, one finding a line.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import resolutionkit as rk

DRAFTS = sorted((Path(__file__).parent / "drafts").glob("*.md"))


def told(text: str) -> list[str]:
    """Each finding in a line: label, code, the words it points at, and what mends them."""
    draft = rk.parse(text)
    texts = {p.label: p.text for p in draft.paragraphs} | {"organ": draft.organ, "title": draft.title}
    rows = []
    for f in rk.review(text):
        words = texts.get(f.label, "")[slice(*f.span)]
        rows.append(
            f"{f.label or '-'} {f.code} {words!r}" + (f" → {f.replacement!r}" if f.replacement is not None else "")
        )
    return rows


@pytest.mark.parametrize("path", DRAFTS, ids=[path.stem for path in DRAFTS])
def test_the_slips_of_delegates_are_found_and_nothing_else(path):
    expected = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert told(path.read_text(encoding="utf-8")) == expected


@pytest.mark.parametrize("path", DRAFTS, ids=[path.stem for path in DRAFTS])
def test_each_draft_has_twenty_five_kinds_of_slips(path):
    assert len({row.split()[1] for row in told(path.read_text(encoding="utf-8"))}) >= 22
