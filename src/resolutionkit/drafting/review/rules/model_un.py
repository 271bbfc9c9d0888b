"""Rules on what stands around the drafts of Model UN."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolutionkit.drafting.review.draft import Draft
from resolutionkit.drafting.review.engine import Found, checks

_SIGNATORIES = re.compile(r"(?i)\bsignator(?:y|ies):?.{0,40}")


@checks("UN701")
def no_signatories(draft: Draft) -> Iterator[Found]:
    if match := _SIGNATORIES.match(draft.resolution.title):
        yield Found("title", match.span())
    for line in (*draft.resolution.cover, *draft.resolution.closing):
        if match := _SIGNATORIES.match(line.lstrip("*_ ")):
            yield Found("start", (0, 0), facts={"found": match[0]})
