"""Rules on the parts of a resolution: organ line, title, closing lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolutionkit.document.grammar.dates import date_in
from resolutionkit.document.grammar.openers import opens_paragraph
from resolutionkit.document.reading.lines import CLOSING, ORGAN_LINE, number_at
from resolutionkit.drafting.review.draft import Draft
from resolutionkit.drafting.review.engine import Found, checks
from resolutionkit.language import _


@checks("UN001")
def parts_in_order(draft: Draft) -> Iterator[Found]:
    res = draft.resolution
    if not draft.all or (res.preamble and not res.operative):
        what = _("there is no operative paragraph")
        yield Found("end", (0, 0), facts={"what": what})
    for paragraph in draft.strays:
        words = paragraph.text[:40]
        what = _("“{words}…” stands in the operative part").format(words=words)
        yield Found(paragraph, (0, len(words)), facts={"what": what})
    for line in res.closing:
        if len(line) > 25 and not CLOSING.match(line) and (number_at(line) or opens_paragraph(line, draft.language)):
            what = _("“{line}…” stands after the closing lines").format(line=line[:40])
            yield Found("end", (0, 0), facts={"what": what})


@checks("UN002")
def one_organ_line(draft: Draft) -> Iterator[Found]:
    if not draft.resolution.organ and draft.all:
        yield Found("organ", (0, 0), facts={"what": _("there is none")})
    blocks = [(paragraph, 0) for paragraph in draft.resolution.preamble]
    for paragraph, at in (*blocks, *draft.joints):
        match = ORGAN_LINE.match(paragraph.text, at)
        if match and match["comma"] and match.end() == len(paragraph.text):
            yield Found(paragraph, match.span(), facts={"what": _("there is a second one")})


@checks("UN003")
def organ_comma(draft: Draft) -> Iterator[Found]:
    res = draft.resolution
    if res.organ and draft.preamble and not res.organ_comma:
        other = draft.source.partition(res.organ)[2][:1] in (":", ";", ".")  # a comma cannot just be put in
        yield Found("organ", (len(res.organ) - 1, len(res.organ)), None if other else f"{res.organ[-1]},")


@checks("UN004")
def organ_without_comma(draft: Draft) -> Iterator[Found]:
    res = draft.resolution
    if res.organ and res.organ_comma and res.operative and not draft.preamble:
        yield Found("organ", (len(res.organ) - 1, len(res.organ)))


_SPEAKER = {"en": "The General Assembly", "de": "Die Generalversammlung"}
_OF_THE_ASSEMBLY = re.compile(
    r"(?i)\b(?:(?:first|second|third|fourth|fifth|sixth|main) committee|(?:erster?|zweiter?|dritter?|vierter?|fünfter?|sechster?) ausschuss"
    r"|hauptausschuss)\b|\b(?-i:DISEC|ECOFIN|SOCHUM|SPECPOL|UNGA|GA)\b"
    r"|\b(?:general assembly of the united|generalversammlung der vereinten) nation"
)
_NO_ARTICLE = re.compile(r"(?i)(?:general assembly|security council|generalversammlung|sicherheitsrat)")


@checks("UN008")
def organ_by_its_name(draft: Draft) -> Iterator[Found]:
    organ = draft.resolution.organ
    better = ""
    if _OF_THE_ASSEMBLY.search(organ):
        better = _SPEAKER[draft.language]
    elif _NO_ARTICLE.fullmatch(organ):
        article = "The" if draft.language == "en" else "Der" if organ.casefold().endswith("rat") else "Die"
        better = f"{article} {organ.title()}"
    if better:
        yield Found("organ", (0, len(organ)), better)


@checks("UN005")
def title_without_stop(draft: Draft) -> Iterator[Found]:
    title = draft.resolution.title
    if title.endswith("."):
        yield Found("title", (len(title) - 1, len(title)), "")


_ADOPTED = re.compile(r"(?i:adopted|verabschiedet)\b")


@checks("UN006")
def one_date_of_adoption(draft: Draft) -> Iterator[Found]:
    res = draft.resolution
    cover = next((d for line in res.cover if _ADOPTED.search(line) and (d := date_in(line))), None)
    closing = next((d for line in res.closing if (d := date_in(line))), None)
    if cover and closing and cover != closing:
        yield Found("end", (0, 0), facts={"cover": cover.isoformat(), "closing": closing.isoformat()})


@checks("UN007")
def closing_lines(draft: Draft) -> Iterator[Found]:
    res = draft.resolution
    if res.meeting in res.closing and not any(date_in(line) for line in res.closing):
        yield Found("end", (0, 0), facts={"meeting": res.meeting})
