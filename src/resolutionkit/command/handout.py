"""``resolutionkit handout``: pages to print for a class."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from resolutionkit.classroom.handouts import HANDOUTS, OF_A_PLAN, PLANS, handout
from resolutionkit.classroom.twin_forms import FORMS
from resolutionkit.files import save
from resolutionkit.language import _


def describe(commands: Any) -> None:
    """Tell the parser of the command line what this command takes."""
    parser = commands.add_parser(
        "handout",
        help=_("write pages to print for a class"),
        description=_("Writes HTML pages that need no network and print to A4: ")
        + ", ".join([*HANDOUTS, *OF_A_PLAN])
        + ".",
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=_("all unless given"))
    parser.add_argument("--plan", choices=PLANS, type=str.upper, help=_("pages of one plan only; default: of all"))
    parser.add_argument("--cut", action="store_true", help=_("one role card on each page"))
    parser.add_argument(
        "--to",
        default="handouts",
        metavar=_("FOLDER"),
        help=_("default: handouts"),
    )
    parser.add_argument("--form", choices=FORMS, default="", help=_("of the test; both unless given"))
    parser.add_argument("--language", choices=("en", "de"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the pages, print where they lie, return 0; what stood there is kept as ``.bak``."""
    pages: dict[str, str] = {}  # all names are known before one is written
    for name in options.names or [*HANDOUTS, *OF_A_PLAN]:
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
