"""Rules on the parts of a resolution: organ line, closing lines."""

import re
from collections.abc import Iterator

from resolutionkit.document.grammar.dates import date_in
from resolutionkit.document.grammar.final_marks import PREAMBULAR
from resolutionkit.document.grammar.openers import opens_paragraph, opens_preamble
from resolutionkit.document.model import Heading
from resolutionkit.document.reading.line_forms import CLOSING, NAME_OF_PART, ORGAN_LINE, number_at
from resolutionkit.drafting.review.draft import Draft, Found
from resolutionkit.language import _


def parts_in_order(draft: Draft) -> Iterator[Found]:
    res = draft.resolution
    if not draft.all or (res.preamble and not res.operative):
        yield Found(draft.end, (0, 0), facts={"what": _("there is no operative paragraph")})
    for item in (item for top in draft.body for item in top.items if item.marker is None):
        if item.text.endswith(PREAMBULAR) and opens_preamble(item.text, draft.language):
            words = item.text[:40]
            what = _("“{words}…” stands in the operative part").format(words=words)
            yield Found(item, (0, len(words)), facts={"what": what})
    for line in res.closing:
        if len(line) > 25 and not CLOSING.match(line) and (number_at(line) or opens_paragraph(line, draft.language)):
            what = _("“{line}…” stands after the closing lines").format(line=line[:40])
            yield Found(draft.end, (0, 0), facts={"what": what})


def organ_line(draft: Draft) -> Iterator[Found]:
    if not draft.resolution.organ and draft.all:
        yield Found(draft.organ, (0, 0), facts={"what": _("there is none")})
    blocks = [(paragraph, 0) for paragraph in draft.resolution.preamble]
    for paragraph, at in (*blocks, *draft.joints):
        match = ORGAN_LINE.fullmatch(paragraph.text, at)
        if match and match["comma"]:
            yield Found(paragraph, match.span(), facts={"what": _("there is a second one")})


def organ_comma(draft: Draft) -> Iterator[Found]:
    res = draft.resolution
    if res.organ and draft.preamble and not res.organ_comma:
        other = draft.source.partition(res.organ)[2][:1] in (":", ";", ".")  # a comma cannot just be put in
        yield Found(draft.organ, (len(res.organ) - 1, len(res.organ)), None if other else f"{res.organ[-1]},")


def organ_without_comma(draft: Draft) -> Iterator[Found]:
    res = draft.resolution
    if res.organ and res.organ_comma and res.operative and not draft.preamble:
        yield Found(draft.organ, (len(res.organ) - 1, len(res.organ)))


def no_names_of_parts(draft: Draft) -> Iterator[Found]:
    for paragraph in draft.tops:
        for heading in paragraph.above:
            if isinstance(heading, Heading) and NAME_OF_PART.fullmatch(heading.text):
                yield Found(paragraph, (0, 1), facts={"found": heading.text})


_ADOPTED = re.compile(r"(?i:adopted|verabschiedet)\b")


def one_date_of_adoption(draft: Draft) -> Iterator[Found]:
    res = draft.resolution
    cover = next((d for line in res.cover if _ADOPTED.search(line) and (d := date_in(line))), None)
    closing = next((d for line in res.closing if (d := date_in(line))), None)
    if cover and closing and cover != closing:
        yield Found(draft.end, (0, 0), facts={"cover": cover.isoformat(), "closing": closing.isoformat()})


def closing_lines(draft: Draft) -> Iterator[Found]:
    res = draft.resolution
    if res.meeting in res.closing and not any(date_in(line) for line in res.closing):
        yield Found(draft.end, (0, 0), facts={"meeting": res.meeting})
