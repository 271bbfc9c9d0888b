"""What is wrong with a set of amendments: every conflict is named, and all of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from resolutionkit.document.model import Paragraph, Resolution
from resolutionkit.document.reading.markdown import read_inline
from resolutionkit.drafting.negotiation.amendments import PARTS, Amendment
from resolutionkit.errors import ReadError, nearest
from resolutionkit.language import _, ngettext

_TYPED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "‑": "-", "\u00a0": " "})
"""Signs that a keyboard lacks: who quotes a text types others."""


def check(draft: Resolution, amendments: Sequence[Amendment]) -> None:
    """Raise :class:`~resolutionkit.errors.ReadError` that lists all conflicts of amendments with a draft and each other.

    >>> check(Resolution(), [])
    """
    if draft.parts and amendments:
        raise ReadError(
            expected=_("A single draft resolution"),
            found=_("one of {number} parts").format(number=len(draft.parts)),
            advice=_("Amend a part: rk.amend(draft.parts[0], …)."),
        )
    paragraphs = {p.label: p for top in draft.preamble + draft.operative for p in top.walk()}
    alone = [(n, a, list(_with_draft(a, paragraphs))) for n, a in enumerate(amendments, 1)]
    conflicts = [f"{n}. {_plain(a)}: {conflict}" for n, a, found in alone for conflict in found]
    fitting = [(n, a) for n, a, found in alone if not found]
    for (m, one), (n, other) in combinations(fitting, 2):
        if conflict := _between(one, other, paragraphs):
            conflicts.append(f"{conflict}:\n    {m}. {_plain(one)}\n    {n}. {_plain(other)}")
    if conflicts:
        raise ReadError(
            expected=_("A set of amendments that fit the draft and each other"),
            found=ngettext("{n} problem:", "{n} problems:", len(conflicts)).format(n=len(conflicts))
            + "".join(f"\n  {conflict}" for conflict in conflicts),
            advice=_("Put this right and apply the amendments again; none was applied."),
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
    text, old = paragraph.text.translate(_TYPED), old.translate(_TYPED)
    found, start = [], text.find(old)
    while start >= 0 and old:
        end = start + len(old)
        inside = (old[0].isalnum() and text[start - 1 : start].isalnum() and start > 0) or (
            old[-1].isalnum() and text[end : end + 1].isalnum()
        )
        if not inside:
            found.append(start)
        start = text.find(old, start + 1)
    return found


def _with_draft(a: Amendment, paragraphs: Mapping[str, Paragraph]) -> Iterator[str]:
    """What in one amendment does not fit the draft."""
    places = {"add": a.label, "move": a.target}
    for label in (
        label for label in (a.label, a.target) if label and not (label in PARTS and label == places.get(a.kind))
    ):
        if label not in paragraphs:
            near = ", ".join(nearest(label, paragraphs, likeness=0.3))
            hint = _("; near: {near}").format(near=near) if near else ""
            said = _("the draft has no {label}{hint} (labels are those before any amendment)")
            yield said.format(label=label, hint=hint)
            return
    paragraph = paragraphs.get(a.label)
    if a.kind in ("add", "replace") and not a.text.strip():
        yield _("the new text is missing")
    elif a.kind in ("replace_words", "split") and paragraph:
        yield from _words(a, paragraph)
    elif a.kind in ("move", "merge") and paragraph and a.target in {p.label for p in paragraph.walk()}:
        yield _("a paragraph cannot be moved into itself") if a.kind == "move" else _("these are not two paragraphs")
    elif a.kind == "merge" and a.label in {p.label for p in paragraphs[a.target].walk()}:
        yield _("these are not two paragraphs")
    elif a.kind == "merge" and paragraph and paragraph.items:
        said = _("{label} has sub-paragraphs; write out what it is to be: “Merge {label} and {target} to read: …”")
        yield said.format(label=a.label, target=a.target)
    elif a.position == "to" and paragraph and not paragraph.items:
        yield _(
            "{label} has no sub-paragraphs. Shall the words stand at its end? Write: Add “{words}” at the end of {label}. "
            "Or shall it get a list? Write: Add a sub-paragraph to {label}: {words}"
        ).format(label=a.label, words=" ".join(read_inline(a.text, ()).text.split()))


def _words(a: Amendment, paragraph: Paragraph) -> Iterator[str]:
    if not a.old and a.new.strip():
        return
    if not a.old.strip():
        yield _("the words to replace are missing")
        return
    places = words_at(paragraph, a.old)
    count = len(places)
    if a.kind == "split" and count == 1:
        cut = places[0] + len(a.old) * (a.position == "after")
        if not all(any(map(str.isalnum, half)) for half in (paragraph.text[:cut], paragraph.text[cut:])):
            yield _("one of the two paragraphs would have no words")
    elif count > 1:
        yield _("the words are there {count} times; quote more of the sentence").format(count=count)
    elif not count:
        text = paragraph.text if len(paragraph.text) <= 120 else paragraph.text[:120].rsplit(" ", 1)[0] + " …"
        yield _("the words are not there; {label} says: “{text}”").format(label=a.label, text=text)


def _between(one: Amendment, other: Amendment, paragraphs: Mapping[str, Paragraph]) -> str:
    for first, second in ((one, other), (other, one)):
        if first.kind in ("add", "replace_words"):
            continue
        goes = {first.label, first.target} if first.kind == "merge" else {first.label}
        if first.kind == "move":
            if second.kind == "move" and first.label == second.label:
                return _("both want to change {label}; delegations have to agree on one").format(label=first.label)
            continue
        changed = {second.label, second.target} if second.kind == "merge" else {second.label}
        if (second.kind == "add" and second.position in ("after", "before")) or (
            second.kind == "move" and first.kind not in ("delete", "merge")
        ):
            changed = set()
        for label in sorted(goes & changed - {""}):
            return _("both want to change {label}; delegations have to agree on one").format(label=label)
        if first.kind in ("delete", "replace"):
            inner = {p.label for item in paragraphs[first.label].items for p in item.walk()}
            if second.label in inner or second.target in inner:
                part = second.label if second.label in inner else second.target
                gone = _("{part} is part of {whole}, which is to be deleted")
                said = gone if first.kind == "delete" else _("{part} is part of {whole}, which is to be replaced")
                return said.format(part=part, whole=first.label)
    if one.kind == other.kind == "replace_words" and one.label == other.label and one.old and other.old:
        at, there = (words_at(paragraphs[a.label], a.old)[0] for a in (one, other))
        if at < there + len(other.old) and there < at + len(one.old):
            return _("both want to change the same words")
    return ""
