"""The drafting workbench without a browser: what typing and pressing lead to."""

from __future__ import annotations

import asyncio
import logging
import re
import sys
import zipfile
from importlib.resources import files

import pytest

import resolutionkit
from resolutionkit.document.writing import to_text
from resolutionkit.drafting.negotiation import starting_draft
from resolutionkit.errors import ReadError
from resolutionkit.language import language, set_language
from resolutionkit.widgets import workbench
from resolutionkit.widgets.debounce import Later
from resolutionkit.widgets.workbench import bench as at_work
from resolutionkit.widgets.workbench import view
from resolutionkit.widgets.workbench.findings_list import MOST
from resolutionkit.widgets.workbench.view import look

DRAFT = """\
The General Assembly,

Recalling its resolution 75/10 of 23 November 2020.

1. Urges Member States to act;

2. Decides to remain seized of the matter.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The learner's folder; copies are written into it."""
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def no_callback_fails(caplog):
    """ipywidgets logs what goes wrong after a click, and goes on."""
    yield
    assert [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING] == []


@pytest.fixture
def bench():
    return workbench("draft.md", start=DRAFT)


def test_typing_is_answered_and_saved(bench, folder):
    bench.page.paper.value = DRAFT.replace("2020.", "2020,")
    assert bench.findings == []
    assert "Nothing to remark" in bench.page.count.value
    assert "2020,</span></p>" in bench.page.preview.value
    assert "Saved in my-work/draft.md" in bench.page.status.value
    assert (folder / "my-work" / "draft.md").read_text() == bench.text


def test_the_same_file_gives_the_text_back(bench):
    again = workbench("draft.md", start="template-en")
    assert again.text == DRAFT
    assert "is here again" in again.page.status.value


def test_a_finding_is_chosen_marked_and_mended(bench):
    bench.page.list.children[0].children[0].click()
    assert "rk-here" in bench.page.back.value
    assert bench.page.passage.value == "23 November 2020."
    assert "rk-chosen" in bench.page.list.children[0].children[0]._dom_classes
    bench.page.passage.value = "23 November 2020,"
    assert bench.text == DRAFT.replace("2020.", "2020,")
    assert "Settled" in bench.page.here.value
    bench.page.close.click()
    assert bench.page.panel.layout.display == "none"
    assert "rk-here" not in bench.page.back.value


def row(bench, number=0):
    return bench.page.list.children[number].children


def test_one_click_writes_what_should_stand_there(bench):
    _finding, mend = row(bench)
    assert (mend.description, mend.layout.display) == ("Write “,”", "")
    mend.click()
    assert bench.text == DRAFT.replace("2020.", "2020,")
    assert bench.findings == []
    assert bench.path.read_text() == bench.text


def test_a_button_says_the_whole_word_of_which_it_replaces_the_end(folder):
    row = workbench("organ.md", start=DRAFT.replace("Assembly,", "Assembly")).page.list.children[0]
    assert row.children[1].description == "Write “Assembly,”"


def test_each_click_mends_the_finding_of_its_row_and_nothing_else(bench):
    bench.text = DRAFT.replace("2020.", "2020,").replace("Urges", "Urge").replace("act;", "act,")
    while bench.findings:
        before = len(bench.findings)
        row(bench)[1].click()
        assert len(bench.findings) == before - 1
    assert bench.text == DRAFT.replace("2020.", "2020,")


def test_a_finding_that_no_single_edit_mends_has_no_button_for_it(bench):
    bench.text = "The General Assembly,\n\nRecalling its resolution 75/10 of 23 November 2020,"
    number = [f.replacement for f in bench.findings].index(None)
    assert row(bench, number)[1].layout.display == "none"


def test_what_was_typed_meanwhile_is_not_mended_twice(folder):
    async def click_and_type() -> str:
        bench = workbench("draft.md", start=DRAFT)
        row(bench)[1].click()
        bench.page.paper.value = DRAFT.replace("2020.", "2020,")  # before the click has settled
        await asyncio.sleep(0.4)
        return bench.text

    assert asyncio.run(click_and_type()) == DRAFT.replace("2020.", "2020,")


def test_words_with_markup_between_them_are_not_replaced_blindly():
    text = DRAFT.replace("2020.", "2020,").replace("Urges", "*Ur*ge")
    view_of = look(text)
    assert all(each.mend is None for each in view_of.findings if each.span and "*" in text[slice(*each.span)])


def test_a_kernel_that_lives_says_so_again_and_again(folder, monkeypatch):
    monkeypatch.setattr(at_work, "_BEAT", 0.02)

    async def live() -> set[tuple[str, ...]]:
        bench = workbench("draft.md")
        seen = set()
        for _ in range(20):
            await asyncio.sleep(0.01)
            seen.add(bench.page.cut._dom_classes)
        bench.widget.close()
        await asyncio.sleep(0.05)
        last = bench.page.cut._dom_classes
        await asyncio.sleep(0.1)
        assert bench.page.cut._dom_classes == last  # nobody looks at it any more
        return seen

    assert asyncio.run(live()) == {("rk-cut", "rk-beat-a"), ("rk-cut", "rk-beat-b")}


def test_the_page_waits_for_less_than_five_seconds_before_it_says_that_nothing_is_saved():
    look_of_page = (files("resolutionkit.widgets") / "templates" / "workbench.css").read_text(encoding="utf-8")
    waits = [float(wait) for wait in re.findall(r"animation:rk-silent-\w 0s ([\d.]+)s forwards", look_of_page)]
    assert len(waits) == 2
    assert all(2 * at_work._BEAT < wait < 5 for wait in waits)


def test_a_chosen_finding_follows_its_paragraph(bench):
    bench.page.list.children[0].children[0].click()
    bench.page.paper.value = "Written above.\n\n" + DRAFT
    assert bench.text[slice(*bench.findings_list.here)] == "23 November 2020."
    assert "PP1" in bench.page.here.value


def test_what_is_typed_meanwhile_is_not_lost_when_a_passage_changes(folder):
    async def type_and_mend() -> str:
        bench = workbench("draft.md", start=DRAFT)
        bench.page.list.children[0].children[0].click()
        bench.page.paper.value = DRAFT.replace("act;", "act together;")
        bench.page.passage.value = "23 November 2020,"  # before the moment has passed
        await asyncio.sleep(0.4)
        return bench.text

    assert asyncio.run(type_and_mend()) == DRAFT.replace("act;", "act together;").replace("2020.", "2020,")


def test_keys_that_arrive_after_the_click_are_part_of_the_text(folder):
    async def click_and_type() -> str:
        bench = workbench("draft.md", start=DRAFT)
        bench.page.opener.field.value = "Noting"
        bench.page.insert.click()
        bench.page.paper.value = DRAFT.replace("act;", "act together;")  # ipywidgets had held this back
        bench.page.rest.value = "that"
        await asyncio.sleep(0.4)
        return bench.text

    text = asyncio.run(click_and_type())
    assert "*Noting* that," in text
    assert "act together;" in text


def test_the_chosen_finding_stays_chosen_where_the_language_is_said(bench):
    bench.page.list.children[0].children[0].click()
    bench.page.tongue.value = "en"
    assert "rk-chosen" in bench.page.list.children[0].children[0]._dom_classes


def test_a_passage_that_is_gone_cannot_be_changed(bench):
    bench.page.list.children[0].children[0].click()
    bench.page.paper.value = "The General Assembly,"
    assert bench.findings_list.here is None
    bench.page.passage.value = "something else"
    assert bench.text == "The General Assembly,"


def test_the_text_is_saved_even_where_the_review_breaks_down(bench, monkeypatch):
    def break_down(*_):
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(view, "look", break_down)
    with pytest.raises(RuntimeError):
        bench.page.paper.value = "Recalling more"
    assert bench.path.read_text() == "Recalling more"


def test_next_goes_from_finding_to_finding_and_round(bench):
    bench.text = DRAFT.replace("act;", "act,")
    seen = []
    bench.page.list.children[0].children[0].click()
    for _ in range(3):
        seen.append(bench.findings_list.chosen.finding.label)
        bench.page.next.click()
    assert seen == ["PP1", "OP1", "PP1"]


def test_a_finding_about_the_whole_draft_offers_no_passage(bench):
    bench.text = "The General Assembly,\n\nRecalling its resolution 75/10 of 23 November 2020,"
    whole = [f.label for f in bench.findings].index("")
    bench.page.list.children[whole].children[0].click()
    assert bench.page.passage.layout.display == "none"
    assert "whole draft" in bench.page.here.value


def test_a_phrase_becomes_a_paragraph(bench):
    page = bench.page
    page.part.value = "operative"
    page.opener.value = next(name for name in page.opener.field.options if name.startswith("Requests · "))
    assert "of the 75th session" in page.about.value
    page.rest.value = "the Secretary-General to report"
    page.insert.click()
    assert bench.text.endswith("matter;\n\n3. *Requests* the Secretary-General to report.\n")
    assert bench.text[slice(*bench.findings_list.here)] == "3. *Requests* the Secretary-General to report."


def test_phrases_are_in_the_language_of_the_draft(bench):
    assert any(name.startswith("Recalling") for name in bench.page.opener.field.options)
    bench.page.starts["template-de"].click()
    assert any(name.startswith("unter Hinweis") for name in bench.page.opener.field.options)
    bench.page.tongue.value = "en"
    assert any(name.startswith("Recalling") for name in bench.page.opener.field.options)


def test_a_set_phrase_goes_to_the_end_of_the_rest_and_the_field_is_free_again(bench):
    bench.page.part.value = "operative"
    bench.page.rest.value = "all States to act"
    bench.page.phrase.field.value = "in accordance with · im Einklang mit"
    assert bench.page.rest.value == "all States to act in accordance with"
    assert bench.page.phrase.field.value == ""


def test_no_opener_is_said(bench):
    bench.page.insert.click()
    assert "Choose an opener first" in bench.page.about.value
    assert bench.text == DRAFT


@pytest.mark.parametrize("name", ["blank", "template-en", "template-de", "75/10"])
def test_a_new_start_keeps_the_earlier_text(bench, folder, name):
    bench.page.starts[name].click()
    assert (folder / "my-work" / "draft-1.md").read_text() == DRAFT
    assert "kept as draft-1.md" in bench.page.status.value
    assert bench.text != DRAFT


def test_two_workbenches_on_one_file_keep_both_texts(folder):
    mine, theirs = workbench("draft.md"), workbench("draft.md")
    theirs.text = "their text"
    mine.text = "my text"
    assert "changed elsewhere" in mine.page.status.value
    assert {p.name: p.read_text() for p in (folder / "my-work").glob("*.md")} == {
        "draft.md": "their text",
        "draft-1.md": "my text",
    }
    assert mine.path.name == "draft-1.md"


def test_a_disk_that_is_full_is_said_and_the_text_stays(bench, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("resolutionkit.files._replace", full)
    bench.page.paper.value = "Recalling more"
    assert "Not saved (No space left on device)" in bench.page.status.value
    bench.page.starts["blank"].click()
    assert bench.text == "Recalling more"
    assert "Nothing was changed" in bench.page.status.value
    bench.page.exports["text"].click()
    assert "No copy was saved" in said_of_copy(bench)
    monkeypatch.undo()


def said_of_copy(bench) -> str:
    return bench.page.exported.outputs[0]["data"]["text/html"]


@pytest.mark.parametrize(
    ("wanted", "suffix"), [("text", "txt"), ("md", "md"), ("akn", "xml"), ("html", "html"), ("docx", "docx")]
)
def test_copies_are_written_and_linked(bench, folder, wanted, suffix):
    if wanted == "docx":
        pytest.importorskip("docx")
    bench.page.exports[wanted].click()
    assert (folder / "my-work" / "exports" / f"draft.{suffix}").stat().st_size > 100
    assert f'href="my-work/exports/draft.{suffix}"' in said_of_copy(bench)


def test_word_without_python_docx_is_answered_kindly(bench, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delattr(resolutionkit, "word", raising=False)
    monkeypatch.delitem(sys.modules, "resolutionkit.word", raising=False)
    bench.page.exports["docx"].click()
    assert "pip install" in said_of_copy(bench)


def test_a_blank_page_has_no_copy(folder):
    empty = workbench("empty.md")
    empty.page.exports["html"].click()
    assert "nothing to save a copy of" in said_of_copy(empty)
    assert not (folder / "my-work").exists()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "\x00\x0b\x1b[31m",
        "half \ud83d",
        "x" * 450_000,
        "1. \n" * 3000,
        "*" * 500,
        "[^1]: ",
    ],
)
def test_whatever_is_pasted_is_taken(bench, text):
    bench.page.paper.value = text
    assert bench.text == text
    shown = " ".join(w.value for w in (bench.page.back, bench.page.count, bench.page.preview, bench.page.here))
    assert "<script" not in shown
    assert "Saved" in bench.page.status.value


def test_many_findings_are_listed_in_part(bench):
    bench.text = "The General Assembly,\n\n" + "\n\n".join(f"{n}. Urging x {n}," for n in range(1, 100))
    assert len(bench.findings) > MOST
    assert len(bench.page.list.children) == MOST
    assert f"The first {MOST} are listed" in bench.page.count.value


def test_a_name_that_is_no_text_file_is_refused():
    with pytest.raises(ReadError, match=r"\.md or \.txt"):
        workbench("draft.docx")


def test_it_has_a_language_of_its_own(folder):
    german = workbench("deutsch.md", language="de", start="template-de")
    assert "Nichts anzumerken" in german.page.count.value
    german.page.paper.value = german.text.rstrip().removesuffix(".")
    assert "Fehler" in german.page.list.children[0].children[0].description
    assert language() == "en"


def test_where_a_rule_comes_from_is_said_in_the_language_of_the_workbench(folder):
    german = workbench(
        "deutsch.md", language="de", start="Die Generalversammlung,\n\n1. *beschließt* am 21.11.2016 zu handeln."
    )
    german.page.list.children[0].children[0].click()
    assert "Auszählung der 338 englischen Resolutionen" in german.page.here.value


def test_every_control_is_named_in_both_languages():
    seen = []
    for wanted in ("en", "de"):
        set_language(wanted)
        page = workbench(f"{wanted}.md").page
        controls = [*page.starts.values(), *page.exports.values(), page.paper, page.passage, page.next, page.close]
        controls += [
            page.tongue,
            page.part,
            page.opener.field,
            page.rest,
            page.phrase.field,
            page.place.field,
            page.insert,
        ]
        amending = workbench(f"{wanted}-base.md", base=starting_draft("en"))
        controls += [amending.page.exports["tracked"], *amending.page.deeds.values()]
        controls += [amending.page.words, amending.page.target.field]
        assert all(control.description for control in controls)
        seen.append([control.description for control in controls])
    alike = {en for en, de in zip(*seen, strict=True) if en == de}
    assert alike == {"Text", "Markdown", "AKN4UN", "HTML", "Word"}


def test_a_notebook_shows_it(bench):
    shown = bench._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in shown
    assert "run this cell" in shown["text/plain"]


def test_typing_is_waited_for_and_nothing_is_lost_meanwhile(folder):
    async def type_quickly() -> list[str]:
        bench = workbench("typed.md")
        seen = []
        for end in range(1, 30):
            bench.page.paper.value = DRAFT[: 3 * end]
            seen.append(bench.page.preview.value)
            await asyncio.sleep(0)
        assert len(set(seen)) == 1  # no review at each key
        again = workbench("typed.md")  # the cell is run again before the moment has passed
        assert again.text == bench.text == DRAFT[:87]
        await asyncio.sleep(0.4)
        return [bench.page.preview.value, seen[0]]

    after, before = asyncio.run(type_quickly())
    assert after != before


def test_who_never_pauses_is_answered_too():
    async def type_on() -> int:
        calls: list[int] = []
        later = Later(lambda: calls.append(1), wait=0.05, longest=0.2)
        for _ in range(60):
            later.soon()
            await asyncio.sleep(0.01)
        return len(calls)

    assert asyncio.run(type_on()) >= 2


def test_what_takes_long_waits_for_a_pause_and_is_saved_meanwhile():
    async def type_on() -> list[str]:
        did: list[str] = []
        later = Later(lambda: did.append("looked"), lambda: did.append("saved"), wait=0.05, longest=0.2)
        later._cost = 0.03
        for _ in range(60):
            later.soon()
            await asyncio.sleep(0.01)
        typed = list(did)
        await asyncio.sleep(0.4)
        assert did[-1] == "looked"
        return typed

    typed = asyncio.run(type_on())
    assert len(typed) >= 2
    assert set(typed) == {"saved"}


def test_what_takes_long_is_done_less_often():
    async def delays() -> tuple[float, float]:
        later = Later(lambda: None, wait=0.05, longest=9)
        later.now()
        later.soon()
        quick = later._timer.when() - asyncio.get_running_loop().time()
        later._cost = 1.0
        later.soon()
        return quick, later._timer.when() - asyncio.get_running_loop().time()

    quick, slow = asyncio.run(delays())
    assert quick < 0.1 < 3 < slow


def test_a_new_start_on_an_empty_page_keeps_no_empty_file(folder):
    bench = workbench("draft.md", start="blank")
    bench.page.starts["template-en"].click()
    assert bench.text
    assert not (folder / "my-work" / "draft-1.md").exists()


def test_a_passage_in_a_long_line_is_shown_with_the_words_around_it(bench):
    words = " ".join(f"word{n}" for n in range(40))
    bench.page.paper.value = DRAFT.replace("Member States to act", f"{words} that 50 percent of all {words}")
    number = [finding.code for finding in bench.findings].index("UN502")
    bench.page.list.children[number].children[0].click()
    shown = bench.page.here.value
    assert re.search(r">… word\d+ [^<]*<mark>word39 that 50 percent</mark> of all word0 [^<]* word\d+ …</p>", shown)
    assert shown.count("word39") == 1


@pytest.fixture
def amending(folder):
    return workbench("amended.md", base=starting_draft("en")).amending


def test_a_base_text_is_what_one_amends(amending):
    assert amending.bench.text == to_text(starting_draft("en"))
    assert "10 kept" in amending.bench.page.preview.value
    assert [row.description.split(" · ")[0] for row in amending.page.paragraphs.children[:4]] == [
        "PP1",
        "PP2",
        "PP3",
        "OP1",
    ]
    assert amending.page.paragraphs.children[3].description.startswith("OP1 · Requests all Member States")


@pytest.mark.parametrize(
    ("deed", "label", "words", "behind", "counted"),
    [
        ("delete", "OP4", "", "", "9 kept, 0 moved, 0 changed, 0 new, 1 dropped"),
        ("replace", "OP5", "Welcomes the courses of INTERPOL;", "", "9 kept, 0 moved, 0 changed, 1 new, 1 dropped"),
        ("insert", "OP5", "Notes the work of INTERPOL;", "", "10 kept, 0 moved, 0 changed, 1 new, 0 dropped"),
        ("move", "OP2", "", "OP5", "9 kept, 1 moved, 0 changed, 0 new, 0 dropped"),
    ],
)
def test_a_button_amends_the_paragraph_and_another_takes_it_back(amending, deed, label, words, behind, counted):
    before = amending.bench.text
    row = next(row for row in amending.page.paragraphs.children if row.description.startswith(f"{label} · "))
    row.click()
    assert amending.page.words.value == amending.base[label].text
    amending.page.words.value = words or amending.page.words.value
    if behind:
        amending.page.target.value = behind
    amending.page.deeds[deed].click()
    assert counted in amending.bench.page.preview.value
    assert "Done." in amending.page.note.value
    assert [label in str(amendment) for amendment in amending.bench.amendments] == [True]
    amending.page.deeds["back"].click()
    assert amending.bench.text == before


@pytest.mark.parametrize("deed", ["delete", "replace", "insert", "move"])
def test_without_a_paragraph_it_says_what_is_missing(amending, deed):
    before = amending.bench.text
    amending.page.deeds[deed].click()
    assert amending.page.note.value.count("What to do") == 1
    assert amending.bench.text == before


def test_a_paragraph_is_moved_behind_the_label_that_is_typed(amending):
    next(row for row in amending.page.paragraphs.children if row.description.startswith("OP5 · ")).click()
    amending.page.target.field.value = "OP1"
    amending.page.deeds["move"].click()
    assert "1 moved" in amending.bench.page.preview.value


def test_what_was_said_of_an_amendment_goes_with_it(amending):
    next(row for row in amending.page.paragraphs.children if row.description.startswith("OP4 · ")).click()
    amending.page.deeds["delete"].click()
    amending.page.deeds["delete"].click()
    assert "What to do" in amending.page.note.value
    amending.page.deeds["back"].click()
    assert amending.page.note.value == ""


def test_words_typed_into_the_draft_count_as_changes_too(amending):
    amending.bench.text = amending.bench.text.replace("all Member States", "Member States")
    assert "1 changed" in amending.bench.page.preview.value


def test_changes_go_to_word_as_tracked_ones(amending, folder):
    pytest.importorskip("docx")
    next(row for row in amending.page.paragraphs.children if row.description.startswith("OP4 · ")).click()
    amending.page.deeds["delete"].click()
    amending.bench.page.exports["tracked"].click()
    written = zipfile.ZipFile(folder / "my-work" / "exports" / "amended-changes.docx").read("word/document.xml")
    assert b"<w:del " in written


def test_without_a_base_text_there_is_nothing_to_amend(bench):
    assert bench.amending is None
    assert bench.amendments == []
    assert "tracked" not in bench.page.exports
    assert not hasattr(bench.page, "deeds")
