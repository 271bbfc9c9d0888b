"""``resolutionkit handout``: pages to print for a class."""

from __future__ import annotations

import argparse
from pathlib import Path

from resolutionkit.classroom.handouts import HANDOUTS, OF_A_PLAN, PLANS, handout
from resolutionkit.files import save
from resolutionkit.language import _

NAMES = (*HANDOUTS, *OF_A_PLAN)


def run(options: argparse.Namespace) -> int:
    """Write the pages, print where they lie, return 0; what stood there is kept as ``.bak``."""
    pages: dict[str, str] = {}  # all names are known before one is written
    for name in options.names or NAMES:
        if name in OF_A_PLAN:
            letters = [options.plan] if options.plan else PLANS
            pages |= {f"{name}-{letter.lower()}": handout(name, letter) for letter in letters}
        else:
            pages[name] = handout(name, options.plan or "", cut=options.cut, form=options.form)
    folder = Path(options.to).absolute()
    for name, page in pages.items():
        print(save(folder / f"{name}.html", page))
    print(_("Open them in a browser and print."))
    return 0
