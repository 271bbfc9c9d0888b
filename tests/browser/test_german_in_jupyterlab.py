"""The German edition in JupyterLab: a kernel learns the language from the desk, and the kit speaks German wherever it speaks.

That every German lesson does is seen in its stored outputs (tests/test_german_edition.py), which each run of nbval compares.
"""

from __future__ import annotations

from german_edition import ENGLISH, said


def said_by(tab, notebook: str) -> dict[str, str]:
    """What the cells of a notebook put out when all are run, by the cell."""
    tab.open(notebook)
    tab.run_all()
    cells = tab.cells()
    assert [o for cell in cells for o in cell.get("outputs", ()) if o["output_type"] == "error"] == []
    return said(cells)


def test_the_first_notebook_speaks_german(tab):
    texts = said_by(tab, "de/notebooks/00_start.ipynb")
    everything = "\n".join(texts.values())
    assert "Erwartet: " in everything
    assert "Was tun: " in everything
    assert "Alles in Ordnung." in everything
    assert [name for name, text in texts.items() if ENGLISH.search(text)] == []
    assert "Führen Sie diese Zelle aus" in everything


def test_the_first_exercises_speak_german(tab):
    texts = said_by(tab, "de/exercises/01_anatomy_exercises.ipynb")
    checks = {name: text for name, text in texts.items() if name.startswith(("check-", "hint-", "progress"))}
    assert len([name for name in checks if name.startswith("check-")]) == 7
    assert [name for name, text in checks.items() if ENGLISH.search(text)] == []
    wrong = {n: text for n, text in checks.items() if n.startswith("check-") and "Noch nicht bearbeitet." not in text}
    assert wrong == {}
