"""``resolutionkit course``: a ready folder for a teacher who works with nbgrader."""

from __future__ import annotations

import argparse

from resolutionkit.classroom.course.folder import GUIDES, make_course
from resolutionkit.errors import KitError, Location, ReadError
from resolutionkit.language import _, language


def run(options: argparse.Namespace) -> int:
    """Make the folder and say how to go on; return 0."""
    try:
        made = make_course(options.folder, options.variant)
    except OSError as fault:
        if isinstance(fault, KitError):
            raise
        raise ReadError(
            expected=_("A place that can be written to"),
            found=fault.strerror or type(fault).__name__,
            place=Location(str(options.folder)),
            advice=_("Choose another place, or make room on the disk."),
        ) from None
    guide = options.folder / GUIDES[language()]
    print(
        _("{folder} holds {number} assignments. How to go on: {guide}").format(
            folder=options.folder, number=len(made), guide=guide
        )
    )
    return 0
