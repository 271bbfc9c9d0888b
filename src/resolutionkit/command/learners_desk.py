"""``resolutionkit desk``: a learner's folder with lessons, exercises and a place for own work."""

from __future__ import annotations

import argparse

from resolutionkit.classroom.desk import make_desk


def run(options: argparse.Namespace) -> int:
    """Make the desk and say what was done; return 0."""
    print(make_desk(options.folder, options.language))
    return 0
