"""What users see in places that no other test had reached."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath
from types import SimpleNamespace

import pandas
import pytest
from nbformat import NotebookNode

import resolutionkit as rk
from resolutionkit.classroom import Progress
from resolutionkit.classroom.course import folder
from resolutionkit.classroom.outcome import Help, Score
from resolutionkit.document.reading.source_map import SourceMap
from resolutionkit.draw.timeline import citation_table, citation_timeline, timeline_in_words
from resolutionkit.language import set_language
from resolutionkit.networks import LONGEST_QUOTE, window
from resolutionkit.widgets import checkup as set_up


def draft(*paragraphs):
    return rk.parse("The General Assembly,\n\n" + "\n\n".join(paragraphs))


@pytest.mark.parametrize(
    ("thing", "english", "german"),
    [
        (Score(1, 1), "1 of 1 point<", "1 von 1 Punkt<"),
        (Score(2, 3), "2 of 3 points<", "2 von 3 Punkten<"),
        (Help("A hint.", "a < b", "x < 1"), "A hint.", "A hint."),
        (
            Progress(
                [replace(rk.exercise("1.1"), title="a < b")], {"1.1": {"status": "right", "tries": 2, "hints": 0}}
            ),
            "1 of 1 exercises are done.",
            "1 von 1 Aufgaben sind erledigt.",
        ),
    ],
    ids=lambda thing: type(thing).__name__,
)
def test_what_an_exercise_answers_is_shown_in_both_languages_and_escaped(thing, english, german):
    assert english in thing._repr_html_()
    set_language("de")
    assert german in thing._repr_html_()
    assert "a < b" not in thing._repr_html_()


def test_hints_and_solutions_are_headed_in_both_languages(tmp_path, monkeypatch):
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    e = rk.exercise("1.2")
    assert (e.hint(1).head, e.solution().head) == (f"Hint 1 of {len(e.hints) + 2}.", "Solution of 1.2:")
    set_language("de")
    assert (e.hint(1).head, e.solution().head) == (f"Tipp 1 von {len(e.hints) + 2}.", "Lösung zu 1.2:")


# Mutants that had survived: a change in these lines of the kit was noticed by no test.


def test_a_sub_paragraph_with_a_marker_is_no_forgotten_paragraph():
    read = draft("1. Urges States:", "(a) Requests it;", "(b) To act;", "3. Decides to rest.")
    assert [(f.code, f.label) for f in rk.review(read) if f.code == "UN205"] == [("UN205", "OP3")]


def test_a_quote_too_long_to_show_keeps_as_much_as_fits_before_its_end():
    text = " ".join(f"word{n}" for n in range(300))
    shown = window(text, (0, 5), (len(text) - 7, len(text)))
    assert 0.8 * LONGEST_QUOTE < len(shown) <= LONGEST_QUOTE
    assert shown in text


# Findings and their places


@pytest.mark.parametrize(
    ("source", "label", "words"),
    [
        ("The General Assembly,\n\n1. *Urges* all\nStates to act — now.", "OP1", "—"),
        ("The General Assembly,\n\n1. *Urges* all “States” to act.", "OP1", "”"),
        ("The General Assembly,\n\n1. Urges all.\n\nAnnex\n\nThe first thing is rest.", "annex/1", "thing"),
    ],
)
def test_a_passage_is_found_in_the_source(source, label, words):
    read = rk.parse(source)
    paragraphs = [*read.paragraphs, *(p for annex in read.annexes for p in annex.paragraphs)]
    text = next(p.text for p in paragraphs if p.label == label)
    at = text.index(words)
    start, end = SourceMap(source, read).span(label, (at, at + len(words)))
    assert source[start:end] == words


def test_a_paragraph_that_the_source_does_not_hold_has_no_place():
    source = "The General Assembly,\n\n1. Urges all."
    assert SourceMap(source, rk.parse(source)).span("OP9", (0, 1)) is None
    assert SourceMap("something else", rk.parse(source)).span("OP1", (0, 1)) is None


# Numbers of operative paragraphs


@pytest.mark.parametrize(
    ("paragraphs", "labels"),
    [
        (["Urges all;", "Asks all;", "Decides to rest."], ["OP1"]),
        (["1. Urges all;", "3. Asks all;", "4. Decides to rest."], ["OP3"]),
        (["1. Urges all;", "2. Asks all;", "3. Decides to rest."], []),
    ],
)
def test_numbers_out_of_order_are_found_where_they_begin_to_be(paragraphs, labels):
    assert [f.label for f in rk.review(draft(*paragraphs)) if f.code == "UN205"] == labels


def test_a_number_that_was_swallowed_by_the_line_above_is_found_there():
    found = [
        f
        for f in rk.review("The General Assembly,\n\n1. Urges all;\n2. Asks all;\n\n7. Decides to rest.")
        if f.code == "UN205"
    ]
    assert found


# What a resolution cites, on a line of time


def test_documents_of_every_kind_stand_on_the_line_of_time_once():
    read = draft(
        "Recalling its resolution 60/288 and Economic and Social Council resolution 2019/21 of 23 July 2019,",
        "Recalling also resolution 60/288 of 8 September 2006 and document A/CONF.192/15,",
        "1. Urges States to follow resolution 60/288.",
    )
    table = citation_table(read).set_index("symbol")
    assert table.loc["A/RES/60/288", ["year", "dated", "cited_in"]].tolist() == [2006, True, "PP1, PP2, OP1"]
    assert table.loc["E/RES/2019/21", "kind"] == "Economic and Social Council"
    assert pandas.isna(table.loc["A/CONF.192/15", "year"])
    said = timeline_in_words(citation_table(read))
    assert "No year in the symbol: A/CONF.192/15 (PP2)" in said
    assert len(citation_timeline(citation_table(read)).axes) == 1


def test_a_draft_that_cites_nothing_has_an_empty_line_of_time():
    nothing = citation_table(draft("1. Urges all."))
    assert timeline_in_words(nothing) == "No dated document is cited."
    assert len(citation_timeline(nothing).axes) == 1


# Is the set-up well?


def test_what_is_missing_is_said_with_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(set_up, "_NEEDED", ("no-such-package",))
    monkeypatch.setattr("jupyter_core.paths.jupyter_path", lambda *below: [str(tmp_path)])
    monkeypatch.setattr(set_up, "load", lambda: rk.load(tmp_path / "gone.xml"))
    looked = set_up.checkup()
    assert not looked.well
    for said in (
        "✗ no-such-package: not installed here",
        "python3 start.py",
        "JupyterLab's half is missing",
        "need attention",
    ):
        assert said in repr(looked)
    assert sum(not check.well for check in looked.checks) == 3


# A course


def test_feedback_keeps_the_message_of_a_failed_test_and_no_line_of_it():
    pytest.importorskip("nbgrader")
    from resolutionkit.classroom.course.submissions import ShortTracebacks

    def cell(grade):
        shown = {"output_type": "error", "ename": "AssertionError", "evalue": "", "traceback": ["assert answer == 21"]}
        return NotebookNode(
            cell_type="code", metadata=NotebookNode(nbgrader=NotebookNode(grade=grade, solution=False, schema_version=3)),
            outputs=[NotebookNode(output_type="stream"), NotebookNode(shown)],
        )  # fmt: skip

    test, other = (ShortTracebacks().preprocess_cell(cell(grade), {}, 0)[0] for grade in (True, False))
    assert test.outputs[1].traceback == ["AssertionError"]
    assert other.outputs[1].traceback == ["assert answer == 21"]


def test_a_course_takes_out_what_learners_do_not_get():
    pytest.importorskip("nbgrader")
    from traitlets.config import Config

    from resolutionkit.classroom.course.settings import configure

    c = Config()
    configure(c)
    names = [step.__name__ for step in c.GenerateAssignment.preprocessors]
    assert {"ClearSolutions", "ClearHiddenTests", "ClearOutput"} <= set(names)
    assert "ClearHiddenTests" in [step.__name__ for step in c.GenerateFeedback.preprocessors]
    assert c.TagRemovePreprocessor.remove_cell_tags == {"teacher"}
    found = re.fullmatch(c.FileNameCollectorPlugin.named_regexp, "downloaded/ana maria-01_anatomy")
    assert (found["student_id"], found["file_id"]) == ("ana maria", "01_anatomy")


def test_on_windows_the_guide_needs_no_script_that_powershell_forbids(monkeypatch):
    monkeypatch.setattr(folder, "os", SimpleNamespace(name="nt"))
    assert '$env:PATH = "env/Scripts;$env:PATH"' in folder.guide((), PurePosixPath("env"), "en")
