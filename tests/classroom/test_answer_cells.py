"""A check says that there is no new answer, and why, instead of judging an old one: in a real IPython."""

from __future__ import annotations

import atexit

import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

import resolutionkit as rk
from resolutionkit.classroom import answer_cell


class Notebook:
    """Cells that are run one after the other, as a learner runs them."""

    def __init__(self, shell):
        self.shell = shell
        self.run("import resolutionkit as rk\nres = rk.load()\nrk.progress('anatomy')")

    def run(self, *cells, cell_id=None):
        for cell in cells:
            result = self.shell.run_cell(cell, store_history=True, cell_id=cell_id)
        return result.result


@pytest.fixture
def notebook(monkeypatch, tmp_path):
    import sys

    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    monkeypatch.setattr(answer_cell, "_of_answers", {})
    monkeypatch.setattr(answer_cell, "_last", [])
    # A shell sets sys.ps1 for ever, and the kit would think that it is in a terminal.
    monkeypatch.setattr("sys.ps1", "", raising=False)
    InteractiveShell.clear_instance()
    before = sys.modules["__main__"]
    shell = InteractiveShell.instance(config=Config(HistoryManager={"enabled": False}))  # no thread that writes a file
    shell.showtraceback = lambda *args, **kwargs: None
    shell.showsyntaxerror = lambda *args, **kwargs: None
    sys.modules["__main__"] = shell.user_module
    yield Notebook(shell)
    sys.modules["__main__"] = before
    InteractiveShell.clear_instance()
    # At the end of all tests each shell would look through all that they have left in memory: a minute and more.
    atexit.unregister(shell.atexit_operations)


SLIPS = {
    "a label without quotation marks": ("answer_1_1 = OP13(b)", 'needs quotation marks: "OP13(b)"'),
    "a label without quotation marks, with a blank": ("answer_1_1 = OP 13(b)", "needs quotation marks"),
    "a word without quotation marks": ("answer_1_1 = Encourages", "needs quotation marks"),
    "a sentence without quotation marks": ("answer_1_1 = In it the Assembly requests", "needs quotation marks"),
    "typographic quotation marks": ("answer_1_1 = “OP13”", "typographic"),
    "one quotation mark": ('answer_1_1 = "OP13', "A quotation mark is missing"),
    "a bracket too few": ("answer_1_1 = len(res.preamble", "bracket"),
    "a bracket too many": ("answer_1_1 = len(res.preamble))", "bracket"),
    "nothing behind the =": ("answer_1_1 =", "Nothing stands behind"),
    "nothing but a remark behind the =": ("answer_1_1 = # mine", "Nothing stands behind"),
    "= in a dictionary": ('answer_1_1 = {";" = 14}', "colon"),
    "a comma too few": ('answer_1_1 = ["PP1" "PP2", PP3 PP4]', "comma"),
    "a colon too few": ("def answer_1_1(x)\n    return 1", "colon"),
    "no indentation": ("def answer_1_1(x):\nreturn 1", "four blanks"),
    "a name that is misspelled": ("answer_1_1 = len(rez.preamble)", "Did you mean res?"),
    "the set-up was not run": ("del res\nanswer_1_1 = len(res.preamble)", "run the first cell with code"),
    "another answer is missing": ("answer_1_1 = answer_4_1", "answer_4_1, which is not there yet"),
    "a blank that is left": ("answer_1_1 = len(____)", "still a blank"),
    "a column that there is not": ("answer_1_1 = rk.relations()['relations']", "no relations to look up"),
    "an attribute that there is not": ("answer_1_1 = len(res.preambel)", "misspelled"),
    "a place that there is not": ("answer_1_1 = res.preamble[99]", "counting begins with 0"),
    "an error of the kit": ("answer_1_1 = res['OP99']", "OP99"),
    "things that do not fit": ("answer_1_1 = len(21)", "do not fit"),
    "a number alone": ("21", "Write the name before it: answer_1_1 = 21"),
    "a dictionary alone": ('{";": 14}', "answer_1_1 = {"),
    "a label alone": ("OP13(b)", 'needs quotation marks: "OP13(b)"'),
}


@pytest.mark.parametrize(("cell", "said"), SLIPS.values(), ids=SLIPS)
def test_a_slip_has_its_own_sentence_and_the_old_answer_is_not_judged(notebook, cell, said):
    notebook.run("answer_1_1 = 21", cell)
    outcome = notebook.run('rk.exercise("1.1").check()')
    assert (outcome.status, said in outcome.text) == ("not checked", True), outcome


@pytest.mark.parametrize("check", ['rk.exercise("1.1").check()', 'rk.exercise("1.1").check(answer_1_1)'])
def test_what_failed_is_forgotten_when_it_was_put_right(notebook, check):
    notebook.run("answer_1_1 = 22", "answer_1_1 = OP13")
    assert notebook.run(check).status == "not checked"
    notebook.run("answer_1_1 = 21")
    assert notebook.run(check).right


def test_a_failed_answer_is_no_try_and_gives_no_points(notebook):
    notebook.run("answer_1_1 = 21", "answer_1_1 = OP13", 'rk.exercise("1.1").check()')
    assert repr(notebook.run('rk.exercise("1.1").score()')) == "0"
    assert rk.progress("anatomy").rows[0][2:4] == ("not attempted", 0)


def test_an_answer_that_was_never_run_is_said(notebook):
    assert "There is no answer_1_1 yet" in notebook.run('rk.exercise("1.1").check()').text


def test_the_answer_s_own_cell_is_known_by_its_id(notebook):
    notebook.run("answer_1_1 = 21", cell_id="answer-1-1")
    notebook.run("len(res.preamble)", cell_id="answer-1-1")
    notebook.run("7", cell_id="another")
    outcome = notebook.run('rk.exercise("1.1").check()')
    assert (outcome.status, "answer_1_1 = len(res.preamble)" in outcome.text) == ("not checked", True)


def test_what_is_looked_at_in_between_does_no_harm(notebook):
    notebook.run(
        "answer_1_1 = 21", "res.title", "len(res.operative)", "n = 5", "rk.load()", 'rk.exercise("1.1").hint()'
    )
    assert notebook.run('rk.exercise("1.1").check()').right


def test_printing_the_answer_is_told(notebook):
    notebook.run("answer_1_1 = print(21)")
    assert "print" in notebook.run('rk.exercise("1.1").check()').text


def test_outside_of_a_notebook_an_answer_is_taken_as_it_is():
    assert rk.exercise("1.1").check(21).right
    assert rk.exercise("1.1").check().status == "not checked"
