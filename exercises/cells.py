"""The cells of an exercise notebook that come from the package: question, answer, check, hint and test."""

from __future__ import annotations

import ast
import textwrap
from typing import Any

import nbformat

from resolutionkit.classroom import Exercise, exercises_of
from resolutionkit.classroom.written_answers import Written
from resolutionkit.language import Text

Cell = Any

STEPS = ("question", "answer", "check", "hint", "test")
"""The cells of one exercise, in order; their ids are "question-1-2" and so on."""
BEGIN, END = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"


def say(*, en: str, de: str) -> str:
    """The wording in the user's language."""
    return str(Text(en, de))


def ours(topic: str) -> list[Cell]:
    """The generated cells of a topic's notebook, in order, without what an author adds to tests."""
    exercises = exercises_of(topic)
    cells = [markdown("how-to", _how_to()), code("setup", _setup(topic), locked=True)]
    for e in exercises:
        cells += _cells_of(e)
    again = f'`rk.reset_progress("{topic}")`'
    title = say(
        en=f"## How far you are\n\nTo begin these exercises anew, with an empty table: {again}.",
        de=f"## Wie weit Sie sind\n\nUm mit leerer Tabelle neu zu beginnen: {again}.",
    )
    return [*cells, markdown("progress-title", title), code("progress", f'rk.progress("{topic}")')]


def _setup(topic: str) -> str:
    """The imports that the topic needs, and the learner's own record, which also lets the kit see each cell that fails."""
    used = "".join(step.code for e in exercises_of(topic) for step in e.hints)
    used += "".join(e.code for e in exercises_of(topic))
    lines = ["import networkx as nx"] * ("nx." in used) + ["import pandas as pd"] * ("pd." in used)
    lines += [""] * bool(lines) + ["import resolutionkit as rk", "", "res = rk.load()", f'rk.progress("{topic}")']
    return "\n".join(lines)


def _how_to() -> str:
    return say(
        en="""\
## How to work

Each exercise has a question, a cell for your answer, and a cell that checks it.

1. Put your answer in place of the three dots `...` and run the cell: **Shift + Enter**.
2. Run the cell below it. It says *right*, or *not yet* and what may have led there. Try as often as you like. Of a text
   it says whether the form is complete; what you say, you judge yourself, and a text of ours stands beside yours.
3. Stuck? The cell with `hint()` helps in steps. Take away the `#` before `rk` and run it; run it again for the next
   step. The last but one is the solution with blanks, the last one the solution.

What you have done is kept in the folder `my-work` beside this notebook, also when you close it. The small line with
points below each exercise is for a teacher's gradebook.

Run the next cell first, and again after each restart. It loads the kit and the resolution, as in the notebooks.
A red box below your answer, such as `NameError`, is no disaster: run the check, and it says in words what is wrong.""",
        de="""\
## So geht es

Jede Aufgabe hat eine Frage, eine Zelle für Ihre Antwort und eine Zelle, die sie prüft.

1. Setzen Sie Ihre Antwort an die Stelle der drei Punkte `...` und führen Sie die Zelle aus: **Umschalt + Eingabe**.
2. Führen Sie die Zelle darunter aus. Sie sagt *richtig*, oder *noch nicht* und woran es liegen kann. Versuchen Sie es,
   so oft Sie wollen. Bei einem Text prüft sie nur die Form; den Inhalt beurteilen Sie selbst, und zum Vergleich steht
   ein Text von uns daneben.
3. Sie kommen nicht weiter? Nehmen Sie in der Zelle mit `hint()` das `#` vor `rk` weg und führen Sie sie aus; jedes Mal
   kommt der nächste Tipp. Der vorletzte ist die Lösung mit Lücken, der letzte die Lösung.

Was Sie getan haben, bleibt im Ordner `my-work` erhalten. Die kleine Zeile mit Punkten unter jeder Aufgabe ist für das
Notenbuch einer Lehrkraft.

Führen Sie zuerst die nächste Zelle aus, und nach jedem Neustart wieder. Sie lädt das Kit und die Resolution. Ein roter
Kasten unter Ihrer Antwort, etwa `NameError`, ist kein Unglück: Führen Sie die Prüfung aus, und sie sagt, was nicht
stimmt.""",
    )


def _cells_of(e: Exercise) -> list[Cell]:
    place = e.number.replace(".", "-")
    rk, by_reader = f'rk.exercise("{e.number}")', e.reader_points
    hint = say(
        en="# Stuck? Take away the # before rk and run this cell; run it again for the next hint.",
        de="# Sie kommen nicht weiter? Das # vor rk wegnehmen und ausführen; noch einmal: der nächste Tipp.",
    )
    return [
        markdown(f"question-{place}", _question(e), locked=True),
        code(f"answer-{place}", _answer(e), solution=True, points=by_reader or None),
        code(f"check-{place}", f"{rk}.check()", locked=True),
        # No space behind the #: one that stays there when the # goes would be an error.
        code(f"hint-{place}", f"{hint}\n#{rk}.hint()"),
        code(f"test-{place}", _test(e), locked=True, points=e.points - by_reader),
    ]


def _question(e: Exercise) -> str:
    about = [*e.about(), _points(e.points)]
    if e.reader_points:
        about[-1] += say(
            en=f", of which {e.reader_points} from somebody who reads it",
            de=f", davon {e.reader_points} von jemandem, der den Text liest",
        )
    line = ", ".join(about)
    by_reading = say(en="*Without pandas:* ", de="*Ohne pandas:* ") + f"{e.by_reading}" if e.by_reading else ""
    return f"## {e.number} {e.title}\n\n*{line[0].upper()}{line[1:]}*\n\n{e.question}\n\n{by_reading}".strip()


def _points(number: int) -> str:
    return say(en=f"{number} point{'s' * (number != 1)}", de=f"{number} Punkt{'e' * (number != 1)}")


def _answer(e: Exercise) -> str:
    """The stub, which stays, and the solution, which goes."""
    dots = say(en="# In place of the three dots: your answer.", de="# Anstelle der drei Punkte: Ihre Antwort.")
    return f"{dots}\n{_stub(e)}\n### BEGIN SOLUTION\n{e.solved}\n### END SOLUTION"


def _stub(e: Exercise) -> str:
    for node in ast.parse(e.solved).body:
        if isinstance(node, ast.FunctionDef) and node.name == e.answer_name:
            return f"def {node.name}({ast.unparse(node.args)}):\n    ..."
    dots = '"""\n...\n"""' if isinstance(e, Written) else "..."
    return f"{e.answer_name} = {dots}"


def _test(e: Exercise) -> str:
    lines = [say(en="# For the gradebook. Leave this cell as it is.", de="# Für das Notenbuch. Bitte nicht ändern.")]
    if e.rubric:
        n = _points(e.reader_points)
        lines += [BEGIN, say(en=f"# For the reader, who gives {n}:", de=f"# Für die Lektüre, die {n} gibt:")]
        for text in e.rubric:
            lines += textwrap.wrap(str(text), 96, initial_indent="# - ", subsequent_indent="#   ")
        lines.append(END)
    # With an import of its own: somebody may have given the name rk to something else.
    return "\n".join([*lines, "import resolutionkit", f'resolutionkit.exercise("{e.number}").score()'])


def markdown(id_: str, source: str, *, locked: bool = False) -> Cell:
    cell = nbformat.v4.new_markdown_cell(source, id=id_)
    if locked:
        cell.metadata["nbgrader"] = _nbgrader(id_, locked=True)
    return cell


def code(id_: str, source: str, *, locked: bool = False, solution: bool = False, points: int | None = None) -> Cell:
    cell = nbformat.v4.new_code_cell(source, id=id_)
    if locked or solution:
        cell.metadata["nbgrader"] = _nbgrader(id_, locked=locked, solution=solution, points=points)
    return cell


def _nbgrader(id_: str, *, locked: bool = False, solution: bool = False, points: int | None = None) -> dict[str, Any]:
    marks: dict[str, Any] = {"grade_id": id_, "locked": locked, "solution": solution, "grade": points is not None}
    if points is not None:
        marks["points"] = points
    return {**marks, "task": False, "schema_version": 3}
