"""What is wrong with a set of amendments: every fault is named, and all of them at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from resolutionkit.errors import ReadError
from resolutionkit.language import say
from resolutionkit.model import Paragraph, Resolution
from resolutionkit.negotiation.amendments import Amendment
from resolutionkit.plaintext.inline import read_inline

PARTS = ("preamble", "operative")


def check(draft: Resolution, amendments: Sequence[Amendment]) -> None:
    """Raise :class:`~resolutionkit.errors.ReadError` that lists all faults of the amendments, if there are any.

    >>> check(Resolution(), [])
    """
    if draft.parts and amendments:
        raise ReadError(
            expected=say(en="A single draft resolution", de="Ein einzelner Resolutionsentwurf"),
            found=say(en=f"one of {len(draft.parts)} parts", de=f"einer aus {len(draft.parts)} Teilen"),
            advice=say(en="Amend a part: rk.amend(draft.parts[0], …).", de="Ändern Sie einen Teil: rk.amend(draft.parts[0], …)."),
        )  # fmt: skip
    paragraphs = {p.label: p for top in draft.preamble + draft.operative for p in top.walk()}
    faults = [f"{n}. {_plain(a)}: {fault}" for n, a in enumerate(amendments, 1) for fault in _own(a, paragraphs)]
    for (m, one), (n, other) in combinations(enumerate(amendments, 1), 2):
        if fault := _between(one, other, paragraphs):
            faults.append(f"{fault}:\n    {m}. {_plain(one)}\n    {n}. {_plain(other)}")
    if faults:
        raise ReadError(
            expected=say(en="A set of amendments that fit the draft and each other", de="Änderungsanträge, die zum Entwurf und zueinander passen"),
            found=say(
                en=f"{len(faults)} problem{'' if len(faults) == 1 else 's'}:\n  " + "\n  ".join(faults),
                de=f"{len(faults)} Problem{'' if len(faults) == 1 else 'e'}:\n  " + "\n  ".join(faults),
            ),
            advice=say(
                en="Labels are those of the draft before any amendment. Put these right; none was applied.",
                de="Die Bezeichnungen sind die des Entwurfs vor allen Änderungen. Berichtigen Sie diese Anträge; angewandt wurde keiner.",
            ),
        )  # fmt: skip


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
        hint = say(en=f"; near: {', '.join(near)}", de=f"; ähnlich: {', '.join(near)}") if near else ""
        yield say(en=f"the draft has no {amendment.label}{hint}", de=f"{amendment.label} gibt es im Entwurf nicht{hint}")
        return
    if amendment.kind in ("add", "replace") and not amendment.text.strip() and amendment.whole is None:
        yield say(en="the new text is missing", de="der neue Text fehlt")
    if amendment.kind == "replace_words":
        if not amendment.old.strip():
            yield say(en="the words to replace are missing", de="die zu ersetzenden Wörter fehlen")
            return
        count = len(words_at(paragraphs[amendment.label], amendment.old))
        if count != 1:
            yield say(
                en=f"the words are there {count} times" if count else "the words are not there",
                de=f"die Wörter stehen dort {count}-mal" if count else "die Wörter stehen dort nicht",
            )
            if count:
                yield say(en="quote more of the sentence", de="zitieren Sie mehr vom Satz")


def _between(one: Amendment, other: Amendment, paragraphs: Mapping[str, Paragraph]) -> str:
    if one.label not in paragraphs or other.label not in paragraphs:
        return ""
    for first, second in ((one, other), (other, one)):
        if first.kind not in ("delete", "replace"):
            continue
        same = first.label == second.label
        if same and (second.kind != "add" or second.position == "into"):
            return say(
                en=f"both want to change {first.label}; delegations have to agree on one",
                de=f"beide wollen {first.label} ändern; die Delegationen müssen sich auf eine Fassung einigen",
            )
        if any(p.label == second.label for item in paragraphs[first.label].items for p in item.walk()):
            gone = first.kind == "delete"
            return say(
                en=f"{second.label} is part of {first.label}, which is to be {'deleted' if gone else 'replaced'}",
                de=f"{second.label} gehört zu {first.label}, der {'gestrichen' if gone else 'ersetzt'} werden soll",
            )
    if one.kind == other.kind == "replace_words" and one.label == other.label:
        paragraph = paragraphs[one.label]
        at, there = words_at(paragraph, one.old), words_at(paragraph, other.old)
        if len(at) == len(there) == 1 and at[0] < there[0] + len(other.old) and there[0] < at[0] + len(one.old):
            return say(en="both want to change the same words", de="beide wollen dieselben Wörter ändern")
    return ""
