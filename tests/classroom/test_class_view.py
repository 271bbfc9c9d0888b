"""``resolutionkit class``: everybody is in the table, whatever was handed in, and nothing leaves the folder."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from made_class import DRAFT, PHOTO, make_class, packed, record_of

from resolutionkit.__main__ import main
from resolutionkit.classroom import all_exercises, exercise, record
from resolutionkit.classroom.class_view import Learner, as_csv, as_page, read_class, told, wrong_answers
from resolutionkit.classroom.take_home import files_in
from resolutionkit.classroom.twin_forms import items
from resolutionkit.errors import ReadError
from resolutionkit.language import talking


@pytest.fixture(scope="module")
def learners(tmp_path_factory):
    return {one.name: one for one in read_class(make_class(tmp_path_factory.mktemp("class")))}


def only(folder, **files):
    """The learners of a folder with these files."""
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_DOT_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_class(folder)


def test_everybody_is_in_the_table(learners):
    names = [f"desk-{n:02}" for n in range(30)] + [f"draft-{n:02}" for n in range(26)] + ["bomb", "empty", "Foto"]
    assert set(learners) == set(names)


def test_a_draft_says_the_same_in_every_format(learners):
    found = {n % 5: [f.code for f in learners[f"draft-{n:02}"].findings] for n in range(26)}
    assert found == {0: ["UN103"], 1: ["UN103"], 2: ["UN103"], 3: ["UN103"], 4: []}, "the one in XML is right"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("Foto", "A Word document (.docx) was expected"), ("empty", "A Word document"), ("bomb", "too large files")],
)
def test_what_cannot_be_read_is_in_the_row_with_the_reason(learners, name, reason):
    assert reason in " ".join(learners[name].unread)


def test_a_desk_shows_what_is_on_record_and_the_draft_but_no_brief(learners):
    one = learners["desk-15"]
    assert (one.done, list(one.drafts), one.unread) == (3, ["draft.md"], [])
    assert [name for name, cause in one.open] == ["2.1 " + str(exercise("2.1").title)]


@pytest.mark.parametrize(
    ("name", "counted"), [("train", 0), ("my-amendments", 0), ("amended-marked", 0), ("amended", 1)]
)
def test_faults_that_the_kit_has_planted_are_nobodys(tmp_path, name, counted):
    """In notebook 06 a broken draft waits to be mended, in 07 a bold one to be amended: both lie in my-work from the first run."""
    path = tmp_path / "ana" / "my-work" / f"{name}.md"
    path.parent.mkdir(parents=True)
    path.write_text(DRAFT, encoding="utf-8")
    (ana,) = read_class(tmp_path)
    assert len(ana.drafts) == counted


def test_causes_are_counted_once_a_learner_and_vague_ones_come_last(learners):
    lines = wrong_answers(list(learners.values()))
    assert [int(line.split()[0]) for line in lines] == [15, 15, 30]
    assert str(exercise("2.1").mistakes[0]) in "".join(lines[:2])
    assert lines[-1].endswith("Another wrong answer.")


def test_links_are_not_followed_out_of_the_folder(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.md").write_text(DRAFT)
    (tmp_path / "outside" / "progress.json").write_text(record_of(5))
    inside = tmp_path / "class"
    (inside / "ben" / "my-work").mkdir(parents=True)
    try:
        (inside / "ana").symlink_to(tmp_path / "outside")
        (inside / "ben" / "my-work" / "progress.json").symlink_to(tmp_path / "outside" / "progress.json")
        (inside / "ben" / "my-work" / "draft.md").symlink_to(tmp_path / "outside" / "secret.md")
    except OSError:
        pytest.skip("no right to make links")
    ana, ben = read_class(inside)
    assert (ana.drafts, ana.known, "a link that leads out" in ana.unread[0]) == ({}, {}, True)
    assert (ben.drafts, ben.known, "not readable" in ben.unread[0]) == ({}, {}, True)


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ({"ana_DOT_zip": packed(**{"my-work__progress.json": record_of(3).encode()})}, {"ana": 3}),
        ({"ana__my-work_DOT_zip": packed(**{"my-work__progress.json": record_of(3).encode()})}, {"ana": 3}),
        ({"ana__progress_DOT_json": record_of(3)}, {"ana": 3}),
        ({"ana__my-work__progress_DOT_json": "no JSON"}, {"ana": "–"}),
        ({"ana_DOT_zip": packed(**{"..__x.md": b""})}, {"ana": "–"}),
    ],
    ids=["zip", "zip in a folder", "my-work alone", "broken record", "strange zip"],
)
def test_how_records_come(tmp_path, files, wanted):
    assert {one.name: one.done for one in only(tmp_path, **files)} == wanted


def test_a_folder_with_a_draft_in_it_is_that_of_its_learner(tmp_path):
    (ana,) = only(tmp_path, ana__entwurf_DOT_md=DRAFT, ana__bild_DOT_docx=PHOTO)
    assert (list(ana.drafts), len(ana.unread)) == (["entwurf.md"], 1)


def test_a_file_of_another_kind_is_a_row_too(tmp_path):
    assert "a file of another kind" in only(tmp_path, ana_DOT_jpg=PHOTO)[0].unread[0]


@pytest.mark.parametrize(
    ("folder", "found"),
    [("empty", "nothing in it"), ("tests without a learner", "nothing in it"), ("none", "no such folder")],
)
def test_a_folder_without_anything_is_refused(tmp_path, folder, found):
    (tmp_path / "empty").mkdir()
    (tmp_path / "tests without a learner").mkdir()
    (tmp_path / "tests without a learner" / "tests.csv").write_text("learner,occasion,form,plan,answers\n")
    with pytest.raises(ReadError, match=found):
        read_class(tmp_path / folder)


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@A1", " =1", "\t=1", "|x", "ana"])
def test_no_cell_of_the_table_is_a_formula(name):
    text = as_csv([Learner(name, unread=[f"{name}: nothing"])])
    (row,) = list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))[1:]
    assert row[0] == (name if name == "ana" else f"'{name}")
    assert row[-1].lstrip()[0] not in "=+-@|\t"


def test_a_spreadsheet_in_german_reads_the_table():
    ana = Learner("Ana", tests={"before": {"form": "A", "plan": "", "answers": "a" * len(items("A", ""))}})
    ana.drafts["draft.md"] = []
    heads, row = [], []
    for spoken in ("en", "de"):
        with talking(spoken):
            table = list(csv.reader(io.StringIO(as_csv([ana]).lstrip("\ufeff")), delimiter=",;"[spoken == "de"]))
        heads.append(table[0])
        row.append(dict(zip(*table, strict=True)))
    assert heads[0][:4] == ["learner", "exercises done", "tries", "hints taken"]
    assert heads[1][:4] == ["Name", "erledigte Aufgaben", "Versuche", "gezeigte Tipps"]
    assert row[0]["right before"].replace(".", ",") == row[1]["vorher richtig"]
    assert "," in row[1]["vorher richtig"]
    assert not set(heads[0]) & set(heads[1])


def test_names_and_drafts_are_escaped_in_the_page_and_on_the_terminal(tmp_path, capsys):
    (tmp_path / "<b>ana\x1b[31m.md").write_text(DRAFT.replace("act;", "<script>act."))
    main(["class", str(tmp_path), "--html", str(tmp_path.parent / "page.html")])
    page = (tmp_path.parent / "page.html").read_text(encoding="utf-8")
    assert "\x1b" not in page + capsys.readouterr().out
    assert "<b>ana" not in page
    assert "<script>" not in page


@pytest.mark.parametrize(
    ("language", "words"), [("en", "This page holds names."), ("de", "Diese Seite enthält Namen.")]
)
def test_the_page_says_what_is_stored_and_has_a_page_for_each_learner(learners, language, words):
    with talking(language):
        page = as_page(list(learners.values()), "")
    assert words in page
    assert len(re.findall('class="learner"', page)) == len(learners)
    assert not re.search(r"https?://", page), "it needs no network"


def test_the_command_prints_and_writes(tmp_path, capsys):
    folder = tmp_path / "class"
    folder.mkdir()
    (folder / "ana.md").write_text(DRAFT, encoding="utf-8")
    assert main(["class", str(folder), "--csv", str(tmp_path / "c.csv"), "--html", str(tmp_path / "c.html")]) == 0
    out = capsys.readouterr().out
    assert re.search(r"^ana +– +1 +1 +0$", out, re.MULTILINE)
    assert "UN103" in out
    assert (tmp_path / "c.csv").read_bytes().startswith(b"\xef\xbb\xbflearner,")
    (folder / "foto.docx").write_bytes(PHOTO)
    assert main(["class", str(folder)]) == 2, "something could not be read"


# --- What led to a wrong answer is put on record --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "answer", "cause"),
    [
        ("1.1", 22, "organ-line"),
        ("1.1", "many", "misread"),
        ("1.1", 900, "more"),
        ("1.2", "OP99", "other"),
        ("1.3", ["PP1"], "extra"),
        ("1.7", "Too short.", "length"),
        ("6.6", "nothing of the kind", "condition-1"),
    ],
)
def test_the_cause_of_a_wrong_answer_is_put_on_record(tmp_path, monkeypatch, number, answer, cause):
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    assert not exercise(number).check(answer).done
    exercise(number).check(answer)
    assert record.entries()[number]["causes"] == {cause: 2}
    assert told(exercise(number), cause)


def test_every_typical_mistake_has_a_name_and_is_told():
    for e in all_exercises():
        for mistake in getattr(e, "mistakes", ()):
            assert told(e, mistake.name) == str(mistake)


def test_an_older_record_without_causes_is_read(tmp_path):
    (tmp_path / "progress.json").write_text(json.dumps({"exercises": {"1.1": {"status": "right", "tries": 2}}}))
    assert record.read(tmp_path / "progress.json")[0]["1.1"]["causes"] == {}


def test_a_zip_that_is_damaged_inside_is_refused(tmp_path):
    content = bytearray(packed(**{"my-work__draft.md": DRAFT.encode() * 9}))
    content[60] ^= 255
    (tmp_path / "ana.zip").write_bytes(content)
    with pytest.raises(ReadError):
        files_in(tmp_path / "ana.zip")


def test_a_desk_by_itself_is_one_learner_even_before_the_first_answer(tmp_path):
    (tmp_path / "Ana" / "my-work").mkdir(parents=True)
    (tmp_path / "Ana" / "desk.json").write_text("{}", encoding="utf-8")
    assert [(one.name, one.done, one.unread) for one in read_class(tmp_path / "Ana")] == [("Ana", "–", [])]
