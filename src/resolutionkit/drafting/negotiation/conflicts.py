"""What is wrong with a set of amendments: every fault is named, and all of them at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from resolutionkit.document.model import Paragraph, Resolution
from resolutionkit.document.reading.markdown import read_inline
from resolutionkit.drafting.negotiation.amendments import Amendment
from resolutionkit.errors import ReadError
from resolutionkit.language import _, ngettext

PARTS = ("preamble", "operative")


def check(draft: Resolution, amendments: Sequence[Amendment]) -> None:
    """Raise :class:`~resolutionkit.errors.ReadError` that lists all faults of the amendments, if there are any.

    >>> check(Resolution(), [])
    """
    if draft.parts and amendments:
        raise ReadError(
            expected=_("A single draft resolution"),
            found=_("one of {number} parts").format(number=len(draft.parts)),
            advice=_("Amend a part: rk.amend(draft.parts[0], …)."),
        )
    paragraphs = {p.label: p for top in draft.preamble + draft.operative for p in top.walk()}
    faults = [f"{n}. {_plain(a)}: {fault}" for n, a in enumerate(amendments, 1) for fault in _own(a, paragraphs)]
    for (m, one), (n, other) in combinations(enumerate(amendments, 1), 2):
        if fault := _between(one, other, paragraphs):
            faults.append(f"{fault}:\n    {m}. {_plain(one)}\n    {n}. {_plain(other)}")
    if faults:
        raise ReadError(
            expected=_("A set of amendments that fit the draft and each other"),
            found=ngettext("{n} problem:", "{n} problems:", len(faults)).format(n=len(faults))
            + "".join(f"\n  {fault}" for fault in faults),
            advice=_("Labels are those of the draft before any amendment. Put these right; none was applied."),
        )


def _plain(amendment: Amendment) -> str:
    """Return the amendment on one line, as a reader sees it: without the stars of Markdown."""
    text = read_inline(amendment.text, ()).text
    return " ".join(str(replace(amendment, text=text)).split())


def words_at(paragraph: Paragraph, old: str) -> list[int]:
    """Return where some words stand in a paragraph's text, as whole words where they begin and end with letters.

    >>> words_at(Paragraph("OP1", text="States and other States"), "State"), words_at(Paragraph("OP1", text="a, b"), ",")
    ([], [1])
    """
    found, start = [], paragraph.text.find(old)
    while start >= 0 and old:
        end = start + len(old)
        inside = (old[0].isalnum() and paragraph.text[start - 1 : start].isalnum() and start > 0) or (
            old[-1].isalnum() and paragraph.text[end : end + 1].isalnum()
        )
        if not inside:
            found.append(start)
        start = paragraph.text.find(old, start + 1)
    return found


def _own(amendment: Amendment, paragraphs: Mapping[str, Paragraph]) -> Iterator[str]:
    if amendment.label not in paragraphs and not (amendment.position == "into" and amendment.label in PARTS):
        near = difflib.get_close_matches(amendment.label, list(paragraphs), n=3, cutoff=0.3)
        hint = _("; near: {near}").format(near=", ".join(near)) if near else ""
        yield _("the draft has no {label}{hint}").format(label=amendment.label, hint=hint)
        return
    if amendment.kind in ("add", "replace") and not amendment.text.strip() and amendment.whole is None:
        yield _("the new text is missing")
    if amendment.kind == "replace_words":
        if not amendment.old.strip():
            yield _("the words to replace are missing")
            return
        count = len(words_at(paragraphs[amendment.label], amendment.old))
        if count != 1:
            yield _("the words are there {count} times").format(count=count) if count else _("the words are not there")
            if count:
                yield _("quote more of the sentence")


def _between(one: Amendment, other: Amendment, paragraphs: Mapping[str, Paragraph]) -> str:
    if one.label not in paragraphs or other.label not in paragraphs:
        return ""
    for first, second in ((one, other), (other, one)):
        if first.kind not in ("delete", "replace"):
            continue
        same = first.label == second.label
        if same and (second.kind != "add" or second.position == "into"):
            return _("both want to change {label}; delegations have to agree on one").format(label=first.label)
        if any(p.label == second.label for item in paragraphs[first.label].items for p in item.walk()):
            gone = first.kind == "delete"
            return (
                _("{part} is part of {whole}, which is to be deleted")
                if gone
                else _("{part} is part of {whole}, which is to be replaced")
            ).format(part=second.label, whole=first.label)
    if one.kind == other.kind == "replace_words" and one.label == other.label:
        paragraph = paragraphs[one.label]
        at, there = words_at(paragraph, one.old), words_at(paragraph, other.old)
        if len(at) == len(there) == 1 and at[0] < there[0] + len(other.old) and there[0] < at[0] + len(one.old):
            return _("both want to change the same words")
    return ""
