"""``resolutionkit class``: a whole class at a glance, on the terminal, for a spreadsheet and to print."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from resolutionkit.classroom.class_view import Learner, as_csv, as_page, read_class, wrong_answers
from resolutionkit.classroom.gain import table
from resolutionkit.command.report import Located, class_summary
from resolutionkit.files import save
from resolutionkit.language import _


def run(options: argparse.Namespace) -> int:
    """Print the table and write what was asked for; return 0, or 2 where something could not be read."""
    learners = read_class(options.folder)
    by_rule = _by_rule(learners)
    wrong = wrong_answers(learners)[:10] or [_("None on record.")]
    print(_table(learners), _("Wrong answers, the commonest first:"), *wrong, "", by_rule, sep="\n")
    for said, rows in table([one.tests for one in learners]):
        print("", *said, *(" | ".join([*row[1:], row[0]]) for row in rows), sep="\n")
    if options.csv:
        print(save(options.csv.absolute(), as_csv(learners)))
    if options.html:
        print(save(options.html.absolute(), as_page(learners, by_rule)))
    return 2 if any(one.unread for one in learners) else 0


def _by_rule(learners: Sequence[Learner]) -> str:
    drafts = [(f"{one.name}/{name}", found) for one in learners for name, found in one.drafts.items()]
    return class_summary(
        [Located(name, None, None, finding) for name, found in drafts for finding in found], len(drafts)
    )


def _table(learners: Sequence[Learner]) -> str:
    """A line a learner; below it what could not be read."""
    width = max(len(one.name) for one in learners)
    heads = (_("done"), _("drafts"), _("errors"), _("hints"))
    unread = _("not read")
    lines = [f"{'':<{width}}  {'  '.join(heads)}"]
    for one in learners:
        counts = (one.done, len(one.drafts), one.severe("error"), one.severe("hint"))
        cells = (f"{count:>{len(head)}}" for count, head in zip(counts, heads, strict=True))
        lines.append(f"{one.name:<{width}}  {'  '.join(cells)}")
        lines += [f"    {unread}: {said}" for said in one.unread]
    return "\n".join([*lines, ""])
