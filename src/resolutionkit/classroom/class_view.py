"""The class at a glance: from a folder of desks, files taken home and drafts to a row and a page for each learner."""

from __future__ import annotations

import csv
import io
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from statistics import fmean

from resolutionkit.classroom import TOPICS, all_exercises, exercises_of, record
from resolutionkit.classroom.exercise import Closed, Exercise
from resolutionkit.classroom.gain import table
from resolutionkit.classroom.outcome import html
from resolutionkit.classroom.progress import DONE, Progress, topic_progress, what_next
from resolutionkit.classroom.take_home import FOLDER, files_in
from resolutionkit.classroom.twin_forms import OCCASIONS, Handed, goals, handed, on_paper, scores
from resolutionkit.classroom.written_answers import Written
from resolutionkit.document.model import Finding
from resolutionkit.document.reading.read_file import PAGES, SUFFIXES, read_file
from resolutionkit.document.writing.write_html import whole_page
from resolutionkit.drafting.review import review
from resolutionkit.drafting.review.findings_html import findings_html
from resolutionkit.errors import KitError, Location, ReadError
from resolutionkit.language import DESK_MARK, Text, _, language

DRAFTS = (*SUFFIXES, *PAGES)
ON_PAPER = "tests.csv"
"""What was answered on paper: learner, occasion, form, plan, answers."""
_MADE_BY_THE_KIT = ("exports", "amended-marked.md")
"""Below my-work: copies of a draft in other formats, and one with every change marked."""
_PARTS = {
    "misread": Text("It was no answer of the kind asked for.", "Das war keine Antwort der erfragten Art."),
    "length": Text("The text was too short or too long.", "Der Text war zu kurz oder zu lang."),
    "extra": Text("Something was named that does not belong.", "Etwas wurde genannt, das nicht dazugehört."),
    "foreign": Text("Something was named that does not belong.", "Etwas wurde genannt, das nicht dazugehört."),
    "missing": Text("Something was missing.", "Es fehlte etwas."),
    "absent": Text("Something was missing.", "Es fehlte etwas."),
    "order": Text("The order was another one.", "Die Reihenfolge war eine andere."),
    "empty": Text("Nothing was found.", "Es wurde nichts gefunden."),
    "more": Text("The number was too large.", "Die Zahl war zu groß."),
    "less": Text("The number was too small.", "Die Zahl war zu klein."),
    "wrong": Text("A value was another one.", "Ein Wert war ein anderer."),
}
"""What is said of wrong answers that are no typical mistake."""
_VAGUE = ("other", *_PARTS)


@dataclass(slots=True)
class Learner:
    """What lies in a folder of one learner.

    >>> Learner("Ana", {"1.1": {"status": "right"}}).done
    1
    """

    name: str
    known: dict[str, record.Entry] = field(default_factory=dict)
    """Exercise number, "1.2" or "1.2/7" in variant 7 -> what is on record of it."""
    drafts: dict[str, list[Finding]] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    """File and reason."""
    tests: dict[str, Handed] = field(default_factory=dict)
    """Occasion -> what was handed in."""

    @property
    def variant(self) -> int:
        """The variant of most exercises on record; 0 for the questions that all have."""
        return Counter(map(variant_of, self.known)).most_common(1)[0][0] if self.known else 0

    @property
    def done(self) -> int | str:
        """How many exercises are done; "–" where there is no record."""
        if not self.known:
            return "–"
        return sum(self.known.get(e.key, {}).get("status") in DONE for e in all_exercises(self.variant))

    @property
    def findings(self) -> list[Finding]:
        """Those of all drafts."""
        return [finding for found in self.drafts.values() for finding in found]

    def severe(self, severity: str) -> int:
        """How many findings are errors, or hints."""
        return sum(finding.severity == severity for finding in self.findings)

    def topic_cells(self) -> list[tuple[str, ...]]:
        """The table of topics, as the learner's own progress has it."""
        topics = tuple(topic_progress(name, exercises_of(name, self.variant), self.known) for name in TOPICS)
        return Progress((), "", topics).topic_cells()

    @property
    def next(self) -> str:
        """What to do next."""
        return what_next(all_exercises(self.variant), self.known)

    @property
    def open(self) -> list[tuple[str, str]]:
        """Each exercise that was tried and is not right yet, with what led to most of its wrong answers."""
        tried = ((e, self.known.get(e.key, {})) for e in all_exercises(self.variant))
        return [
            (f"{e.number} {e.title}", told(e, max(causes, key=causes.__getitem__, default="")))
            for e, entry in tried
            if entry.get("status") == "not yet"
            for causes in [entry.get("causes", {})]
        ]

    def goal_cells(self) -> list[tuple[str, ...]]:
        """Each goal that was tested, with how many of its two items were right on each occasion."""
        found = {occasion: scores(row) for occasion, row in self.tests.items() if row["answers"]}
        of_two = _("{some} of {all_}")
        return [
            (
                str(said),
                *(
                    of_two.format(some=round(2 * found[o][goal]), all_=2) if goal in found.get(o, {}) else "–"
                    for o in OCCASIONS
                ),
            )
            for goal, (said, _plans) in goals().items()
            if any(goal in shares for shares in found.values())
        ]

    def right(self, occasion: str) -> str:
        """The share of right answers on one occasion, for the table; "" where there is none."""
        row = self.tests.get(occasion, {})
        return f"{fmean(scores(row).values()):.2f}" if row.get("answers") else ""

    def drafts_html(self) -> list[tuple[str, str]]:
        """Name and findings of each draft."""
        return [(name, findings_html(found)) for name, found in self.drafts.items()]


class _Reader:
    def __init__(self, folder: Path, found: dict[str, Learner]) -> None:
        self._root, self._found = folder.resolve(), found

    def read(self, path: Path, name: str) -> None:
        """Read one entry of the folder of a class; whatever is wrong with it becomes a part of the learner's row."""
        learner = self._learner(name)
        try:
            if not path.resolve().is_relative_to(self._root):
                raise _refused(path, _("a link that leads out of the folder"))
            if path.is_dir():
                self._folder(path, learner)
            elif path.suffix.lower() == ".zip":
                with tempfile.TemporaryDirectory() as place:
                    for inside, content in files_in(path).items():
                        (target := Path(place) / inside).parent.mkdir(parents=True, exist_ok=True)
                        target.write_bytes(content)
                    _Reader(Path(place), self._found)._folder(Path(place), learner)
            elif path.suffix.lower() in DRAFTS:
                resolution, text = read_file(path)
                learner.drafts[_printable(path.name)] = review(resolution, source=text)
            else:
                raise _refused(path, _("a file of another kind"))
        except (KitError, OSError, RuntimeError) as fault:
            learner.unread.append(f"{_printable(path.name)}: {str(fault).splitlines()[0]}")

    def _learner(self, name: str) -> Learner:
        name = _printable(name)
        return self._found.setdefault(name.casefold(), Learner(name))

    def _folder(self, folder: Path, learner: Learner) -> None:
        """Read a desk, a folder my-work, or a folder with drafts."""
        work = folder if _records(folder) else folder / FOLDER
        inside = [path for path in sorted(folder.iterdir()) if not path.name.startswith((".", "~$"))]
        if not inside:
            raise _refused(folder, _("an empty folder"))
        for path in _records(work):
            kind, _dash, owner = path.stem.partition("-")
            one = self._learner(owner) if owner else learner  # several learners of one computer
            readable = self._is_inside(path)
            if kind == "tests":
                one.tests |= handed(path) if readable else {}
            elif readable:
                known, readable = record.read(path)
                one.known |= known
            one.unread += [] if readable else [_("{file}: not readable").format(file=path.name)]
        for path in inside if work != folder else ():
            if path.is_file() and path.suffix.lower() in (*DRAFTS, ".zip"):
                self.read(path, learner.name)
        for path in sorted(work.rglob("*")):
            if not set(path.relative_to(work).parts) & set(_MADE_BY_THE_KIT):
                self._product(path, learner)

    def _product(self, path: Path, learner: Learner) -> None:
        """Read a file below my-work; of those that are no drafts (a brief, a line) nothing is said."""
        if path.suffix.lower() not in DRAFTS or not path.is_file() or not self._is_inside(path):
            return
        try:
            resolution, text = read_file(path)
            if resolution.organ:
                learner.drafts[_printable(path.name)] = review(resolution, source=text)
        except KitError as fault:
            if path.suffix.lower() == ".docx":
                learner.unread.append(f"{_printable(path.name)}: {str(fault).splitlines()[0]}")

    def _is_inside(self, path: Path) -> bool:
        return path.resolve().is_relative_to(self._root)


def read_class(folder: Path) -> list[Learner]:
    """Return the learners of whom something lies in a folder, by name; nothing outside of it is read.

    A desk, a folder my-work, a file of :func:`resolutionkit.take_home` or a draft belongs to the learner whose name it
    has. Raises :class:`~resolutionkit.errors.ReadError` where there is no such folder, or nothing in it.

    >>> folder = Path(tempfile.mkdtemp())
    >>> _written = (folder / "ana.md").write_text("The General Assembly,\\n\\nRecalling its resolution 75/10,\\n\\nRests.")
    >>> [(learner.name, list(learner.drafts)) for learner in read_class(folder)]
    [('ana', ['ana.md'])]
    """
    found: dict[str, Learner] = {}
    of_one = _records(folder) or _records(folder / FOLDER) or (folder / DESK_MARK).is_file()
    inside = [folder] if of_one else _entries(folder)
    for path in inside:
        if path.name.casefold() == ON_PAPER:
            for name, occasion, row in on_paper(path):
                learner = found.setdefault(_printable(name).casefold(), Learner(_printable(name)))
                if isinstance(row, str):
                    learner.unread.append(row)
                else:
                    learner.tests[occasion] = row
        else:
            _Reader(folder, found).read(path, path.name if path.is_dir() else path.stem)
    if len(found) > 1 and inside == [folder]:  # the folder that several learners share is none of them
        found = {key: one for key, one in found.items() if one != Learner(one.name)}
    return sorted(found.values(), key=lambda one: one.name.casefold())


def _entries(folder: Path) -> list[Path]:
    inside = sorted(folder.iterdir()) if folder.is_dir() else []
    entries = [path for path in inside if not path.name.startswith((".", "~$"))]
    if entries:
        return entries
    raise ReadError(
        expected=_("A folder with desks, files taken home or drafts of a class"),
        found=_("nothing in it") if folder.is_dir() else _("no such folder"),
        place=Location(str(folder)),
        advice=_("Put what your learners handed in into one folder, each under the learner's name."),
    )


def _refused(path: Path, found: str) -> ReadError:
    said = _("A desk, a file taken home or a draft")
    return ReadError(expected=said, found=found, place=Location(path.name), advice=_("Look at it yourself."))


def _records(folder: Path) -> list[Path]:
    return sorted(
        path
        for kind in ("progress", "tests")
        for path in (*folder.glob(f"{kind}.json"), *folder.glob(f"{kind}-*.json"))
    )


def _printable(name: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def variant_of(key: str) -> int:
    """Return the variant of an exercise on record.

    >>> variant_of("1.2"), variant_of("1.2/7")
    (0, 7)
    """
    return int(key.partition("/")[2] or 0)


def told(e: Exercise, cause: str) -> str:
    """Return in words what a record names as the cause of a wrong answer.

    >>> from resolutionkit.classroom import exercise
    >>> told(exercise("1.2"), "first-item")
    'That is the first sub-paragraph; the second one is asked for.'
    """
    if isinstance(e, Closed):
        known = {mistake.name: str(mistake.says) for mistake in e.mistakes}
    elif isinstance(e, Written):
        known = {f"condition-{n}": str(condition.says) for n, condition in enumerate(e.conditions, 1)}
    if cause.startswith("UN"):
        return _("The review found an error: {code}.").format(code=cause[:5])
    return known.get(cause) or str(_PARTS.get(cause, "")) or _("Another wrong answer.")


def wrong_answers(learners: Sequence[Learner]) -> list[str]:
    """Return the commonest causes of wrong answers: of how many learners, exercise, cause in words."""
    times = Counter(
        (number, cause) for one in learners for number, entry in one.known.items() for cause in entry.get("causes", {})
    )
    known = {e.key: e for variant in {variant_of(number) for number, _cause in times} for e in all_exercises(variant)}
    return [
        f"{count:>4}  {number} {known[number].title}: {told(known[number], cause)}"
        for (number, cause), count in sorted(times.items(), key=lambda item: (item[0][1] in _VAGUE, -item[1]))
        if number in known
    ]


HEADS = (
    "learner",
    "exercises done",
    "tries",
    "hints taken",
    "drafts",
    "errors",
    "hints",
    "rules",
    "right before",
    "right after",
    "right later",
    "not read",
)
"""The columns of the table for a spreadsheet; programs read them, so they are the same in each language."""


def as_csv(learners: Iterable[Learner]) -> str:
    """Return the table for a spreadsheet; what could be read as a formula there is made a text.

    >>> as_csv([Learner("=1+1")]).splitlines()[1].split(",")[0]
    "'=1+1"
    """
    written = io.StringIO()
    out = csv.writer(written, lineterminator="\r\n")
    out.writerow(HEADS)
    for one in learners:
        tries, hints = (sum(entry.get(name, 0) for entry in one.known.values()) for name in ("tries", "hints"))
        rules = " ".join(sorted({finding.code for finding in one.findings}))
        row = [
            one.name,
            one.done,
            tries,
            hints,
            len(one.drafts),
            one.severe("error"),
            one.severe("hint"),
            rules,
            *map(one.right, OCCASIONS),
        ]
        out.writerow(map(no_formula, [*row, "; ".join(one.unread)]))
    return "\ufeff" + written.getvalue()


def no_formula(cell: object) -> object:
    """Return a cell of a table, with a mark before what a spreadsheet would take for a formula.

    >>> no_formula("=1+1"), no_formula(-1)
    ("'=1+1", -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip()[:1] in tuple("=+-@|%") and cell.strip() else cell


def as_page(learners: Sequence[Learner], by_rule: str) -> str:
    """Return one page for the teacher and a page for each learner, to print; ``by_rule`` is the table of findings."""
    title = _("The class at a glance")
    style = (files("resolutionkit.classroom.handouts") / "handouts.css").read_text(encoding="utf-8")
    inside = html(
        "class",
        title=title,
        learners=learners,
        wrong=wrong_answers(learners),
        by_rule=by_rule,
        gains=table([one.tests for one in learners]),
    )
    return whole_page(
        title,
        inside,
        language=language(),
        style=style + ".learner{break-before:page}pre{white-space:pre-wrap;font:inherit}",
    )
