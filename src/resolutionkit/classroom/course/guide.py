"""What the course folder says to its teacher: six steps from handing out to giving back."""

from __future__ import annotations

import os
from pathlib import Path
from string import Template

from resolutionkit.classroom.course.assignments import Assignment

_EN = Template("""\
# A course with the teaching kit on resolution 75/10

This folder is for you, not for learners: `source/` holds the solved notebooks, with notes for teachers. Every topic is
an assignment of its own.

| assignment | what | exercises | minutes | points: by tests | by you |
|---|---|---|---|---|---|
$table

Two kinds of points: a test gives those for answers that a program can mark, and for the form of a draft. You give those
for what has to be read. The last cell of such an exercise tells you what to look at (learners do not see it).

The kit helps everybody to a solution in steps, so these points say who has practised. They are no examination.

## Before the first time

Open a terminal in this folder and switch on the environment of the kit:

    $activate

Type all commands below in this terminal: nbgrader finds its own tools only there. `01_anatomy` stands for the assignment that you are at.

## The six steps

1. **Make what learners get:** `nbgrader generate_assignment 01_anatomy`. It is then in `release/01_anatomy/`: without
   solutions, notes and hidden tests. Hand out the notebook there as you hand out other files.
2. **Collect.** Put the notebook of each learner into a folder of the learner's name:
   `submitted/ana/01_anatomy/01_anatomy.ipynb`. Or put all of them, renamed to `ana-01_anatomy.ipynb` and so on, into
   `downloaded/01_anatomy/archive/` and let nbgrader sort them: `nbgrader zip_collect 01_anatomy`.
   Names are best short, without spaces.
3. **Mark:** `nbgrader autograde 01_anatomy`. Every notebook is run again from top to bottom, a few seconds each. A cell
   that runs longer than $timeout seconds is cut, and its exercise has no points.
   `--student ana` takes one learner alone, `--force` marks again what was marked.
4. **Read** what only a person can judge, and give your points and comments in Formgrader (see below). Answers that were
   left blank have 0 points already.
5. **Give back:** `nbgrader generate_feedback 01_anatomy` makes a page for each learner in `feedback/`. It shows neither
   hidden tests nor what you are told there.
6. **Take the points with you:** `nbgrader export` writes `grades.csv`, for a spreadsheet.

Full names come into the tables when you fill in `learners.csv` and type `nbgrader db student import learners.csv`.

## Formgrader

Formgrader shows answers one after another in the browser, with a field for points and one for a comment. It is switched
off, so that learners who use this environment see no menu for teachers. To switch it on, once:

    jupyter labextension enable @jupyter/nbgrader
    jupyter server extension enable --sys-prefix nbgrader.server_extensions.formgrader

Then, in this folder: `jupyter lab`, and in its menu **Nbgrader → Formgrader**. The same two lines with `disable` in
place of `enable` switch it off again. Learners on computers of their own notice none of this. A yellow note about an
*exchange directory* does not concern you: it is for servers on which learners and teachers share a disk.

## Good to know

- Nothing here is written over by `resolutionkit course`: for a new course, make a new folder.
- You may change notebooks in `source/` before they are handed out. Leave the tests' marks (their metadata) as they are.
- Feedback reads better when learners ran their notebook before they handed it in, but points do not depend on it.
- `nbgrader_config.py` holds the settings. Everything about nbgrader: https://nbgrader.readthedocs.io
""")

_DE = Template("""\
# Ein Kurs mit dem Lehrmaterial zu Resolution 75/10

Dieser Ordner ist für Sie, nicht für Lernende: `source/` enthält die gelösten Notebooks mit Hinweisen für Lehrkräfte.
Jedes Thema ist eine eigene Aufgabenserie (bei nbgrader: *assignment*).

| Serie | Inhalt | Aufgaben | Minuten | Punkte: durch Tests | durch Sie |
|---|---|---|---|---|---|
$table

Es gibt zweierlei Punkte: Tests geben sie für Antworten, die ein Programm bewerten kann, und für die Form eines Entwurfs.
Sie geben die Punkte für das, was man lesen muss. Worauf zu achten ist, steht in der letzten Zelle der Aufgabe (Lernende
sehen es nicht).

Das Kit hilft allen schrittweise bis zur Lösung. Die Punkte zeigen also, wer geübt hat. Eine Prüfung sind sie nicht.

## Vor dem ersten Mal

Öffnen Sie ein Terminal in diesem Ordner und schalten Sie die Umgebung des Kits ein:

    $activate

Geben Sie alle Befehle unten in diesem Terminal ein: Nur dort findet nbgrader seine Werkzeuge.
`01_anatomy` steht für die Serie, bei der Sie gerade sind.

## Die sechs Schritte

1. **Erzeugen, was Lernende bekommen:** `nbgrader generate_assignment 01_anatomy`. Es liegt dann in
   `release/01_anatomy/`: ohne Lösungen, Hinweise und verborgene Tests. Verteilen Sie das Notebook wie andere Dateien.
2. **Einsammeln.** Legen Sie jedes Notebook in einen Ordner mit dem Namen der Person:
   `submitted/ana/01_anatomy/01_anatomy.ipynb`. Oder legen Sie alle, umbenannt in `ana-01_anatomy.ipynb` und so fort,
   nach `downloaded/01_anatomy/archive/`, und lassen Sie nbgrader sortieren: `nbgrader zip_collect 01_anatomy`.
   Am besten sind kurze Namen ohne Leerzeichen.
3. **Bewerten:** `nbgrader autograde 01_anatomy`. Jedes Notebook wird noch einmal von oben bis unten ausgeführt, je
   einige Sekunden lang. Eine Zelle, die länger als $timeout Sekunden läuft, wird abgebrochen; ihre Aufgabe hat dann
   keine Punkte. `--student ana` nimmt nur eine Person, `--force` bewertet noch einmal, was schon bewertet war.
4. **Lesen**, was nur Menschen beurteilen können. Punkte und Kommentare geben Sie im Formgrader (siehe unten). Leere
   Antworten haben schon 0 Punkte.
5. **Zurückgeben:** `nbgrader generate_feedback 01_anatomy` macht für jede Person eine Seite in `feedback/`. Sie zeigt
   weder verborgene Tests noch das, was dort für Sie steht.
6. **Punkte mitnehmen:** `nbgrader export` schreibt `grades.csv` für eine Tabellenkalkulation.

Volle Namen kommen in die Tabellen, wenn Sie `learners.csv` ausfüllen und `nbgrader db student import learners.csv`
eingeben.

## Formgrader

Der Formgrader zeigt im Browser eine Antwort nach der anderen, mit einem Feld für Punkte und einem für Kommentare. Er ist
ausgeschaltet, damit Lernende, die diese Umgebung benutzen, kein Menü für Lehrkräfte sehen. Einmal einschalten:

    jupyter labextension enable @jupyter/nbgrader
    jupyter server extension enable --sys-prefix nbgrader.server_extensions.formgrader

Danach, in diesem Ordner: `jupyter lab`, und dort im Menü **Nbgrader → Formgrader**. Dieselben zwei Zeilen mit `disable`
anstelle von `enable` schalten ihn wieder aus. Lernende an eigenen Rechnern merken davon nichts. Ein gelber Hinweis auf
ein *exchange directory* betrifft Sie nicht: Er gilt für Server, auf denen sich Lernende und Lehrkräfte ein Laufwerk teilen.

## Gut zu wissen

- `resolutionkit course` überschreibt hier nichts: Für einen neuen Kurs legen Sie einen neuen Ordner an.
- Notebooks in `source/` dürfen Sie ändern, bevor sie verteilt sind. Lassen Sie die Angaben der Testzellen (ihre
  Metadaten), wie sie sind.
- Rückmeldungen lesen sich besser, wenn Lernende ihr Notebook vor der Abgabe ausgeführt haben; die Punkte hängen nicht
  davon ab.
- `nbgrader_config.py` enthält die Einstellungen. Alles über nbgrader (englisch): https://nbgrader.readthedocs.io
""")

TIMEOUT = 20
"""Seconds for one cell; the slowest of our own takes two, so what runs longer is an endless loop."""


def guide(assignments: tuple[Assignment, ...], environment: Path, language: str) -> str:
    """Return the guide in one language; ``environment`` is the one in which nbgrader is installed.

    >>> guide((), Path("env"), "en").splitlines()[0]
    '# A course with the teaching kit on resolution 75/10'
    """
    rows = [
        f"| `{a.name}` | {a.title} | {a.exercises} | {a.minutes} | {a.points[0]} | {a.points[1]} |" for a in assignments
    ]
    template = _DE if language == "de" else _EN
    return template.substitute(table="\n".join(rows), activate=_activate(environment), timeout=TIMEOUT)


def _activate(environment: Path) -> str:
    if os.name == "nt":
        return f'& "{environment / "Scripts" / "Activate.ps1"}"'
    return f'source "{environment / "bin" / "activate"}"'
