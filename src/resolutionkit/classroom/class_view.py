"""The class at a glance: from a folder of desks, files taken home and drafts to a row and a page for each learner."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean

from resolutionkit.classroom import Progress, all_exercises, record
from resolutionkit.classroom.exercise import Exercise
from resolutionkit.classroom.gain import table
from resolutionkit.classroom.outcome import from_template
from resolutionkit.classroom.take_home import FOLDER, files_in
from resolutionkit.classroom.twin_forms import OCCASIONS, Handed, goals, handed, on_paper, scores
from resolutionkit.document.model import Finding
from resolutionkit.document.reading.read_file import PAGES, SUFFIXES, read_file
from resolutionkit.document.writing.write_html import whole_page
from resolutionkit.drafting.review import review
from resolutionkit.drafting.templates import findings_html
from resolutionkit.errors import KitError, Location, ReadError
from resolutionkit.files import read_toml, save
from resolutionkit.language import DESK_MARK, Text, _, language, number

DRAFTS = (*SUFFIXES, *PAGES)
ON_PAPER = "tests.csv"
"""What was answered on paper: learner, occasion, form, plan, answers."""
_MADE_BY_THE_KIT = ("exports", "amended-marked.md", "train.md", "my-amendments.md")
"""Below my-work: copies of a draft, one with every change marked, and two that begin with a text of ours and its faults."""
_VAGUE: Mapping[str, Text] = {name: Text(**said) for name, said in read_toml("causes.toml").items()}
"""Causes of wrong answers that say little: name -> sentence."""


@dataclass(slots=True)
class Learner:
    """What lies in a folder of one learner."""

    name: str
    known: dict[str, record.Entry] = field(default_factory=dict)
    """Exercise number, "1.2" or "1.2/7" in variant 7 -> what is on record of it."""
    drafts: dict[str, list[Finding]] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    """File and reason."""
    tests: dict[str, Handed] = field(default_factory=dict)
    """Occasion -> what was handed in, with answers."""

    @property
    def progress(self) -> Progress:
        """How far the learner has come: in the variant of most exercises on record, or in the usual ones."""
        variants = Counter(map(variant_of, self.known)).most_common(1)
        return Progress(all_exercises(variants[0][0] if variants else 0), self.known)

    @property
    def done(self) -> int | str:
        """How many exercises are done; "–" where there is no record."""
        return self.progress.done if self.known else "–"

    @property
    def open(self) -> list[tuple[str, str]]:
        """Each exercise that was tried and is not right yet, with what led to most of its wrong answers."""
        tried = [(e, self.known.get(e.key, {})) for e in self.progress.exercises]
        causes = [(e, entry.get("causes", {})) for e, entry in tried if entry.get("status") == "not yet"]
        return [(f"{e.number} {e.title}", told(e, max(found, key=found.get, default=""))) for e, found in causes]

    @property
    def findings(self) -> list[Finding]:
        return [finding for found in self.drafts.values() for finding in found]

    def severe(self, severity: str) -> int:
        """How many findings are errors, or hints."""
        return sum(finding.severity == severity for finding in self.findings)

    @property
    def shares(self) -> dict[str, dict[str, float]]:
        """Of each test that was handed in: the share of right answers for each goal."""
        return {when: scores(self.tests[when]) for when in OCCASIONS if when in self.tests}

    def goal_cells(self) -> list[tuple[str, ...]]:
        """A head, and each goal that was tested with how many of its items were right on each occasion; [] without a test."""
        shares, of_two = self.shares, _("{some} of {all_}")
        rows = []
        for goal, (said, _plans) in goals().items():
            cells = [of_two.format(some=round(2 * s[goal]), all_=2) if goal in s else "–" for s in shares.values()]
            if set(cells) - {"–"}:
                rows.append((str(said), *cells))
        return [(_("goal"), *(str(OCCASIONS[when]) for when in shares)), *rows] if rows else []

    def read(self, path: Path, root: Path) -> None:
        """Read one entry of the folder of a class; whatever is wrong with it becomes a part of the learner's row."""
        try:
            if not path.resolve().is_relative_to(root):
                raise _refused(path, _("a link that leads out of the folder"))
            if path.is_dir():
                self._read_folder(path, root)
            elif path.suffix.lower() == ".zip":
                with tempfile.TemporaryDirectory() as place:
                    for inside, content in files_in(path).items():
                        save(Path(place) / inside, content)
                    self._read_folder(Path(place), Path(place).resolve())
            elif path.suffix.lower() in DRAFTS:
                self._read_draft(path)
            else:
                raise _refused(path, _("a file of another kind"))
        except (KitError, OSError, RuntimeError) as fault:
            self._not_read(path, fault)

    def _read_folder(self, folder: Path, root: Path) -> None:
        """Read a desk, a folder my-work, or a folder with drafts."""
        work = folder if _records(folder) else folder / FOLDER
        inside = _seen_in(folder)
        if not inside:
            raise _refused(folder, _("an empty folder"))
        for path in _records(work):
            readable = path.resolve().is_relative_to(root)
            if readable and path.stem == "tests":
                self.tests |= {when: row for when, row in handed(path).items() if row["answers"]}
            elif readable:
                known, readable = record.read(path)
                self.known |= known
            self.unread += [] if readable else [_("{file}: not readable").format(file=path.name)]
        for path in inside if work != folder else ():
            if path.is_file() and path.suffix.lower() in (*DRAFTS, ".zip"):
                self.read(path, root)
        for path in sorted(work.rglob("*")):
            made_by_the_kit = set(path.relative_to(work).parts) & set(_MADE_BY_THE_KIT)
            is_draft = path.is_file() and path.suffix.lower() in DRAFTS and path.resolve().is_relative_to(root)
            try:
                if is_draft and not made_by_the_kit:
                    self._read_draft(path, only_with_organ=True)
            except KitError as fault:  # of other products that are no drafts (a brief, a line) nothing is said
                if path.suffix.lower() == ".docx":
                    self._not_read(path, fault)

    def _read_draft(self, path: Path, *, only_with_organ: bool = False) -> None:
        resolution, text = read_file(path)
        if resolution.organ or not only_with_organ:
            self.drafts[_printable(path.name)] = review(resolution, source=text)

    def _not_read(self, path: Path, fault: Exception) -> None:
        self.unread.append(f"{_printable(path.name)}: {str(fault).splitlines()[0]}")


def read_class(folder: Path) -> list[Learner]:
    """Return the learners of whom something lies in a folder, by name; nothing outside of it is read.

    A desk, a folder my-work, a file of :func:`resolutionkit.take_home` or a draft belongs to the learner whose name it
    has. Raises :class:`~resolutionkit.errors.ReadError` where there is no such folder, or nothing in it.
    """
    found: dict[str, Learner] = {}

    def learner(name: str) -> Learner:
        name = _printable(name)
        return found.setdefault(name.casefold(), Learner(name))

    of_one = _records(folder) or _records(folder / FOLDER) or (folder / DESK_MARK).is_file()
    for path in [folder] if of_one else _seen_in(folder):
        if path.name.casefold() != ON_PAPER:
            learner(path.name if path.is_dir() else path.stem).read(path, folder.resolve())
            continue
        for name, occasion, row in on_paper(path):
            if isinstance(row, str):
                learner(name).unread.append(row)
            else:
                learner(name).tests[occasion] = row
    if not found:
        said = _("A folder with desks, files taken home or drafts of a class")
        missing = _("nothing in it") if folder.is_dir() else _("no such folder")
        advice = _("Put what your learners handed in into one folder, each under the learner's name.")
        raise ReadError(expected=said, found=missing, place=Location(str(folder)), advice=advice)
    return sorted(found.values(), key=lambda one: one.name.casefold())


def _seen_in(folder: Path) -> list[Path]:
    inside = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in inside if not path.name.startswith((".", "~$"))]


def _refused(path: Path, found: str) -> ReadError:
    said = _("A desk, a file taken home or a draft")
    return ReadError(expected=said, found=found, place=Location(path.name), advice=_("Look at it yourself."))


def _records(folder: Path) -> list[Path]:
    return [path for name in ("progress.json", "tests.json") if (path := folder / name).exists()]


def _printable(name: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def variant_of(key: str) -> int:
    """Return the variant of an exercise on record: 7 of "1.2/7"."""
    return int(key.partition("/")[2] or 0)


def told(e: Exercise, cause: str) -> str:
    """Return in words what a record names as the cause of a wrong answer."""
    if cause.startswith("UN"):
        return _("The review found an error: {code}.").format(code=cause[:5])
    known = {mistake.name: mistake for mistake in getattr(e, "mistakes", ())}
    known |= {f"condition-{n}": condition for n, condition in enumerate(getattr(e, "conditions", ()), 1)}
    return str(known.get(cause) or _VAGUE.get(cause, _VAGUE["other"]))


def wrong_answers(learners: Sequence[Learner]) -> list[str]:
    """Return the commonest causes of wrong answers: of how many learners, exercise, cause in words."""
    entries = [found for one in learners for found in one.known.items()]
    times = Counter((number, cause) for number, entry in entries for cause in entry.get("causes", {}))
    known = {e.key: e for variant in {variant_of(number) for number, _cause in times} for e in all_exercises(variant)}
    return [
        f"{count:>4}  {number} {known[number].title}: {told(known[number], cause)}"
        for (number, cause), count in sorted(times.items(), key=lambda item: (item[0][1] in _VAGUE, -item[1]))
        if number in known
    ]


def as_csv(learners: Iterable[Learner]) -> str:
    """Return the table for a spreadsheet; what could be read as a formula there is made a text."""
    import pandas as pd  # late: only who asks for this table waits for it

    rows = []
    for one in learners:
        means = {when: number(fmean(shares.values()), 2) for when, shares in one.shares.items()}
        row = {
            _("learner"): one.name,
            _("exercises done"): one.done,
            _("tries"): sum(entry.get("tries", 0) for entry in one.known.values()),
            _("hints taken"): sum(entry.get("hints", 0) for entry in one.known.values()),
            _("drafts"): len(one.drafts),
            _("errors"): one.severe("error"),
            _("hints"): one.severe("hint"),
            _("rules"): " ".join(sorted({finding.code for finding in one.findings})),
            _("right before"): means.get("before", ""),
            _("right after"): means.get("after", ""),
            _("right later"): means.get("later", ""),
            _("not read"): "; ".join(one.unread),
        }
        rows.append({head: no_formula(cell) for head, cell in row.items()})
    separator = ";" if language() == "de" else ","  # as a spreadsheet in German wants it, where 0,5 is a number
    return "\ufeff" + str(pd.DataFrame(rows).to_csv(index=False, sep=separator, lineterminator="\r\n"))


def no_formula(cell: object) -> object:
    """Return a cell of a table, with a mark before what a spreadsheet would take for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip()[:1] in tuple("=+-@|%") and cell.strip() else cell


def as_page(learners: Sequence[Learner], by_rule: str) -> str:
    """Return one page for the teacher and a page for each learner, to print; ``by_rule`` is the table of findings."""
    about = {"learners": learners, "wrong": wrong_answers(learners), "gains": table([one.tests for one in learners])}
    inside = from_template("class", by_rule=by_rule, findings=findings_html, **about)
    style = from_template("sheets/handouts.css")
    return whole_page(_("The class at a glance"), inside, language=language(), style=style)
