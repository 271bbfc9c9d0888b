"""``resolutionkit handout``, ``course``, ``desk``, ``site`` and ``class``: what a teacher makes, and how a class is doing."""

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from resolutionkit.classroom.class_view import as_csv, as_page, read_class, wrong_answers
from resolutionkit.classroom.course.folder import GUIDES, make_course
from resolutionkit.classroom.desk import make_desk
from resolutionkit.classroom.gain import table
from resolutionkit.classroom.handouts import HANDOUTS, OF_A_PLAN, PLANS, handout
from resolutionkit.classroom.site.build import make_site
from resolutionkit.classroom.site.serve import serve
from resolutionkit.command.report import class_summary
from resolutionkit.errors import Location
from resolutionkit.files import save
from resolutionkit.language import _, language

NAMES = (*HANDOUTS, *OF_A_PLAN)
WINDOWS = os.name == "nt"


def write_handouts(options: argparse.Namespace) -> None:
    """Write the pages and print where they lie; what stood there is kept as ``.bak``."""
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


def write_course(options: argparse.Namespace) -> None:
    """Make a folder for nbgrader and say how to go on."""
    number = len(make_course(options.folder, options.variant))
    said = _("{folder} holds {number} assignments. How to go on: {guide}")
    print(said.format(folder=options.folder, number=number, guide=options.folder / GUIDES[language()]))


def write_desk(options: argparse.Namespace) -> None:
    """Make a learner's folder and say what was done."""
    print(make_desk(options.folder, options.language))


def write_site(options: argparse.Namespace) -> None:
    """Make the site, unless it is there already and is only to be shown."""
    folder, shown = options.folder, options.serve or options.room
    if folder.suffix == ".zip":
        with tempfile.TemporaryDirectory() as work:
            make_site(Path(work) / folder.stem, language=language(), pyodide=options.pyodide)
            shutil.make_archive(str(folder.with_suffix("")), "zip", work)
        print(_("Done. Unzip {file} and open index.html; it says how to go on.").format(file=folder))
        return
    if not (shown and (folder / "serve.py").is_file()):
        make_site(folder, language=language(), pyodide=options.pyodide)
        print(_("Done. Put the folder {folder} on a web server, or look at it here:").format(folder=folder))
    if shown:
        serve(folder, room=options.room)
    else:
        print(f'{"py" if WINDOWS else "python3"} "{folder / "serve.py"}"')


def show_class(options: argparse.Namespace) -> int:
    """Print the table and write what was asked for; return 0, or 2 where something could not be read."""
    learners = read_class(options.folder)
    width = max(len(one.name) for one in learners)
    heads = (_("done"), _("drafts"), _("errors"), _("hints"))
    unread = _("not read")
    print(f"{'':<{width}}  {'  '.join(heads)}")
    for one in learners:
        counts = (one.done, len(one.drafts), one.severe("error"), one.severe("hint"))
        cells = (f"{count:>{len(head)}}" for count, head in zip(counts, heads, strict=True))
        print(f"{one.name:<{width}}  {'  '.join(cells)}", *(f"    {unread}: {said}" for said in one.unread), sep="\n")
    drafts = [(Location(f"{one.name}/{name}"), found) for one in learners for name, found in one.drafts.items()]
    by_rule = class_summary([(place, finding) for place, found in drafts for finding in found], len(drafts))
    wrong = wrong_answers(learners)[:10] or [_("None on record.")]
    print("", _("Wrong answers, the commonest first:"), *wrong, "", by_rule, sep="\n")
    for sentences, rows in table([one.tests for one in learners]):
        print("", *sentences, *(" | ".join([*row[1:], row[0]]) for row in rows), sep="\n")
    if options.csv:
        print(save(options.csv.absolute(), as_csv(learners)))
    if options.html:
        print(save(options.html.absolute(), as_page(learners, by_rule)))
    return 2 if any(one.unread for one in learners) else 0
