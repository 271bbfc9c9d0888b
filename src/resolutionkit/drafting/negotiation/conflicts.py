"""What is wrong with a set of amendments: every conflict is named, and all of them at once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from resolutionkit.document.model import Paragraph, Resolution, only_resolutions
from resolutionkit.document.reading.markdown import read_inline
from resolutionkit.drafting.negotiation.amendments import LAST, PARTS, WHOLE, Amendment, called
from resolutionkit.errors import ReadError, nearest
from resolutionkit.language import _, ngettext

_TYPED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "‑": "-", "\u00a0": " "})
"""Signs that a keyboard lacks: who quotes a text types others."""


def check(draft: Resolution, amendments: Sequence[tuple[int, Amendment]]) -> None:
    """Raise :class:`~resolutionkit.errors.ReadError` that lists all conflicts of numbered amendments with a draft and each other."""
    only_resolutions(draft)
    if draft.parts and amendments:
        found = _("one of {number} parts").format(number=len(draft.parts))
        advice = _("Amend a part: rk.amend(draft.parts[0], …).")
        raise ReadError(expected=_("A single draft resolution"), found=found, advice=advice)
    paragraphs = {p.label: p for top in draft.preamble + draft.operative for p in top.walk()}
    alone = [(n, a, _with_draft(a, paragraphs)) for n, a in amendments]
    conflicts = [f"{n}. {_plain(a)}: {conflict}" for n, a, conflict in alone if conflict]
    fitting = [(n, a) for n, a, conflict in alone if not conflict]
    for (m, one), (n, other) in combinations(fitting, 2):
        if conflict := _between(one, other, paragraphs):
            conflicts.append(f"{conflict}:\n    {m}. {_plain(one)}\n    {n}. {_plain(other)}")
    if conflicts:
        found = "\n  ".join([ngettext("{n} problem:", "{n} problems:", len(conflicts)), *conflicts])
        expected = _("A set of amendments that fit the draft and each other")
        advice = _("Put this right and apply the amendments again; none was applied.")
        raise ReadError(expected=expected, found=found, advice=advice)


def _plain(amendment: Amendment) -> str:
    """Return the amendment on one line, as a reader sees it: without the stars of Markdown."""
    text = read_inline(amendment.text, ()).text
    return " ".join(str(replace(amendment, text=text)).split())


def words_at(paragraph: Paragraph, old: str) -> list[int]:
    """Return where some words stand in a paragraph's text, as whole words where they begin and end with letters."""
    old = old.translate(_TYPED)
    begin, end = (r"(?<![^\W_])" if old[:1].isalnum() else "", r"(?![^\W_])" if old[-1:].isalnum() else "")
    found = re.finditer(f"{begin}(?={re.escape(old)}{end})", paragraph.text.translate(_TYPED)) if old else ()
    return [match.start() for match in found]


def _with_draft(a: Amendment, paragraphs: Mapping[str, Paragraph]) -> str:
    """What in one amendment does not fit the draft, or ""."""
    if a.position == "all" and a.label in (WHOLE, *PARTS):
        return _("“{old}” stands nowhere in {label}").format(old=a.old, label=called(a.label))
    if not a.label or (a.kind in ("move", "merge") and not a.target):
        return _("it does not say which paragraph")
    for label, may_be_part in ((a.label, a.kind == "add"), (a.target, a.kind == "move")):
        if label in LAST:
            return _("{label} is missing: that part of the draft is empty").format(label=called(label))
        if label and label not in paragraphs and not (may_be_part and label in PARTS):
            near = ", ".join(nearest(label, paragraphs, likeness=0.3))
            hint = _("; near: {near}").format(near=near) if near else ""
            said = _("the draft has no {label}{hint} (labels are those before any amendment)")
            return said.format(label=label, hint=hint)
    paragraph, target = (paragraphs.get(label, Paragraph("")) for label in (a.label, a.target))
    if a.kind in ("add", "replace") and not a.text.strip():
        return _("the new text is missing")
    if a.kind in ("replace_words", "split") and (a.old or a.kind == "split" or not a.new.strip()):
        return _words(a, paragraph)
    if a.kind in ("move", "merge") and ("PP" in a.label) != ("PP" in a.target or a.target == PARTS[0]):
        said = _(
            "preambular paragraphs give reasons (“Recalling …,”), operative ones say what is to be done (“Urges …;”), so "
            "{label} cannot stand there as it is. Write two amendments, “{delete}” and “{add}”, with an opener of that part"
        )
        add = Amendment("add", a.target, "…", "after" if a.target in paragraphs else "into")
        return said.format(label=a.label, delete=Amendment("delete", a.label), add=add)
    if a.kind == "move" and target in paragraph.walk():
        return _("a paragraph cannot be moved into itself")
    if a.kind == "merge" and (target in paragraph.walk() or paragraph in target.walk()):
        return _("these are not two paragraphs")
    if a.kind == "merge" and paragraph.items:
        said = _("{label} has sub-paragraphs; write out what it is to be: “Merge {label} and {target} to read: …”")
        return said.format(label=a.label, target=a.target)
    if a.position == "to" and a.label not in PARTS and not paragraph.items:
        return _(
            "{label} has no sub-paragraphs. Shall the words stand at its end? Write: Add “{words}” at the end of {label}. "
            "Or shall it get a list? Write: Add a sub-paragraph to {label}: {words}"
        ).format(label=a.label, words=" ".join(read_inline(a.text, ()).text.split()))
    return ""


def _words(a: Amendment, paragraph: Paragraph) -> str:
    """What is wrong with the words that an amendment quotes, or ""."""
    if not a.old.strip():
        return _("the words to replace are missing")
    text, places = paragraph.text, words_at(paragraph, a.old)
    if len(places) > 1 and a.position != "all":
        return _("the words are there {count} times; quote more of the sentence").format(count=len(places))
    if not places:
        shown = text if len(text) <= 120 else text[:120].rsplit(" ", 1)[0] + " …"
        return _("the words are not there; {label} says: “{text}”").format(label=a.label, text=shown)
    if a.position == "rest":
        said = _("{label} has sub-paragraphs: delete those that are to go, and quote the words that are to go")
        return said.format(label=a.label) if paragraph.items else _("nothing stands behind these words")
    sign = a.new.removeprefix(a.old)
    if sign in (",", ";", ":", ".") and a.new != sign and text.startswith(a.new, places[0]):
        return _("“{sign}” stands there already").format(sign=sign)
    cut = places[0] + len(a.old) * (a.position == "after")
    if a.kind == "split" and not all(any(map(str.isalnum, half)) for half in (text[:cut], text[cut:])):
        return _("one of the two paragraphs would have no words")
    return ""


def _between(one: Amendment, other: Amendment, paragraphs: Mapping[str, Paragraph]) -> str:
    """What two amendments want that cannot both be had, or ""."""
    for first, second in ((one, other), (other, one)):
        if first.kind in ("add", "replace_words") or (first.kind == "move" and second.kind != "move"):
            continue
        beside = second.kind == "add" and second.position in ("after", "before")
        elsewhere = second.kind == "move" and first.kind in ("replace", "split")
        goes_anyway = first.kind == "delete" and second.kind == "replace_words" and second.position == "all"
        into = {second.target} if first.kind == "delete" and second.position == "into" else set()
        both = set() if beside or elsewhere or goes_anyway else _changed(first) & (_changed(second) | into)
        if first.kind == second.kind == "merge" and first.label == second.label:  # "Merge OP1, OP2 and OP3"
            both -= {first.label}
        if both:
            return _("both want to change {label}; delegations have to agree on one").format(label=min(both))
        if first.kind in ("delete", "replace"):
            inner = [p.label for item in paragraphs[first.label].items for p in item.walk()]
            for part in (second.label, second.target):
                if part in inner:
                    gone = _("{part} is part of {whole}, which is to be deleted")
                    said = gone if first.kind == "delete" else _("{part} is part of {whole}, which is to be replaced")
                    return said.format(part=part, whole=first.label)
    if one.kind == other.kind == "replace_words" and one.label == other.label:
        at, there = (words_at(paragraphs[a.label], a.old) for a in (one, other))
        if any(i < j + len(other.old) and j < i + len(one.old) for i in at for j in there):
            return _("both want to change the same words")
    return ""


def _changed(a: Amendment) -> set[str]:
    """The paragraphs whose words, or place, an amendment changes."""
    return {a.label, a.target} if a.kind == "merge" else {a.label}
