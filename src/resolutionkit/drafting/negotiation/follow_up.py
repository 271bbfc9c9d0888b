"""What nobody but a person can decide after amendments: cited numbers, footnotes that went, lists of one, joined sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from resolutionkit.document.model import Resolution
from resolutionkit.drafting.negotiation.amendment_phrases import listed, pattern
from resolutionkit.drafting.negotiation.amendments import Amendment
from resolutionkit.language import _


def to_look_at(
    before: Resolution, after: Resolution, labels: Mapping[str, str], amendments: Sequence[Amendment]
) -> Iterator[str]:
    """Yield what to look at; ``labels`` leads from each old label to the new one of the same paragraph."""
    cited = f"cited_{after.language}"
    form = pattern(cited) if cited in listed()["patterns"] else None
    for paragraph in after.paragraphs:
        for match in form.finditer(paragraph.text) if form else ():
            for number in re.findall(r"\d+", match[0]):
                now = labels.get(f"OP{number}")
                if now != f"OP{number}":
                    became = _("is now {now}").format(now=now) if now else _("is gone")
                    yield _("{label} cites “{match}”; what was OP{number} {became}.").format(
                        label=paragraph.label, match=match[0], number=number, became=became
                    )
    kept = {note.text for note in after.footnotes}
    for note in before.footnotes:
        if note.text not in kept:
            yield _("Footnote {number} went with its paragraph: {text}").format(number=note.number, text=note.text)
    were = {p.text for p in before.paragraphs if len(p.items) == 1}
    for p in after.paragraphs:
        if len(p.items) == 1 and p.text not in were:
            yield _("{label} has a single sub-paragraph now; a list has two or more.").format(label=p.label)
    for a in amendments:
        if a.kind == "merge" and a.label in labels:
            said = _("What was {label} and {target} was joined by “and”: read {now} once more.")
            yield said.format(label=a.label, target=a.target, now=labels[a.label])
