"""Texts of several groups side by side: on what they agree already, and one list of what is still open."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import NamedTuple

from resolutionkit.document.model import Paragraph, Resolution, only_resolutions
from resolutionkit.document.reading import parse
from resolutionkit.drafting.negotiation.comparison import compare, every_paragraph, without_final_mark
from resolutionkit.errors import ReadError
from resolutionkit.files import as_text, content_of
from resolutionkit.language import _


class OpenPoint(NamedTuple):
    """A place of the draft, or "new": each wording, "" for none, and the groups that have it."""

    label: str
    wordings: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, repr=False)
class OpenPoints:
    """What :func:`open_points` returns; a notebook shows it large enough for the plenary.

    >>> OpenPoints(("OP1",), (), ()).kept
    ('OP1',)
    """

    kept: tuple[str, ...]
    """Labels of what all groups left as it was."""
    alike: tuple[OpenPoint, ...]
    """What all groups changed in the same way."""
    points: tuple[OpenPoint, ...]
    """What is open."""

    def __str__(self) -> str:
        nothing = _("(nothing)")
        lines = [_("Left as it was by all: {labels}").format(labels=", ".join(self.kept) or "–")]
        lines += [_("The same in all groups:")] * bool(self.alike)
        lines += [f"   {label}: {words or nothing}" for label, wordings in self.alike for words in wordings]
        lines += [_("Open:")] * bool(self.points)
        for number, (label, wordings) in enumerate(self.points, 1):
            lines.append(f"{number}. {label}")
            lines += [f"   {', '.join(groups)}: {words or nothing}" for words, groups in wordings.items()]
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return f'<div style="white-space:pre-wrap;font-size:1.4em;line-height:1.4;max-width:46em">{escape(str(self))}</div>'


def open_points(draft: Resolution, texts: Mapping[str, Resolution] | str | os.PathLike[str]) -> OpenPoints:
    """Compare what several groups have made of one draft: group -> text, or a folder with a file (.md, .txt) for each group.

    Raises :class:`~resolutionkit.errors.ReadError` for a folder without texts, or a text in another language than the draft.

    >>> draft = Resolution(operative=(Paragraph("OP1", 1, text="Urges States to act;"), Paragraph("OP2", 2, text="Decides to meet.")))
    >>> other = Resolution(operative=(Paragraph("OP1", 1, text="Urges all States to act;"), draft.operative[1]))
    >>> print(open_points(draft, {"A": draft, "B": other}))
    Left as it was by all: OP2
    Open:
    1. OP1
       A: Urges States to act
       B: Urges all States to act
    """
    only_resolutions(draft)
    groups = texts if isinstance(texts, Mapping) else _from_folder(Path(texts), draft.language)
    here = {p.label: _words(p) for p in every_paragraph(draft)}
    found: dict[str, dict[str, tuple[str, ...]]] = {label: {} for label in here}
    new: dict[str, tuple[str, ...]] = {}
    for name, text in groups.items():
        for pair in compare(draft, text).pairs:
            words, place = _words(pair.after), found[pair.before.label] if pair.before else new
            place[words] = (*place.get(words, ()), name)
    kept = tuple(label for label, words in here.items() if set(found[label]) == {words})
    places = [OpenPoint(label, wordings) for label, wordings in found.items() if label not in kept]
    for words, names in new.items():
        others = tuple(name for name in groups if name not in names)
        places.append(OpenPoint(_("new"), {words: names} | ({"": others} if others else {})))
    alike = tuple(point for point in places if len(point.wordings) == 1)
    return OpenPoints(kept, alike, tuple(point for point in places if point not in alike))


def _words(paragraph: Paragraph | None) -> str:
    return without_final_mark(paragraph.text) if paragraph else ""


def _from_folder(folder: Path, language: str) -> dict[str, Resolution]:
    found = sorted(path for path in folder.glob("*") if path.suffix in (".md", ".txt"))
    files = [path for path in found if path.stem.endswith("-text")] or found  # beside those lie the amendments
    if not files:
        said = _("A folder with a text of each group (.md or .txt)")
        advice = _("Put the files of the groups into it, named as the groups are called.")
        raise ReadError(expected=said, found=str(folder), advice=advice)
    return {path.stem.removesuffix("-text"): parse(as_text(content_of(path)), language) for path in files}
