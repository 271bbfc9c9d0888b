"""What a classroom's machines do: line endings of Windows, BOMs, full disks, kills, folders that nobody may write to."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rights import like_anybody, needs_rights

import resolutionkit as rk
from resolutionkit import files
from resolutionkit.classroom import quizzes, record, sheet
from resolutionkit.document.reading.read_word import text_of
from resolutionkit.drafting import negotiation
from resolutionkit.drafting import review as rules
from resolutionkit.errors import MissingFile, ReadError

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
DRAFT = "The General Assembly,\n\nRecalling its resolution 51/1 of 15 October 1996,\n\n1. Urges all States to act;\n\n2. Decides to rest.\n"
DISGUISES = {
    "windows": lambda text: text.replace("\n", "\r\n"),
    "old-mac": lambda text: text.replace("\n", "\r"),
    "bom": lambda text: "\ufeff" + text,
    "bom-and-windows": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
}
disguised = pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)


@disguised
@pytest.mark.parametrize("text", [DRAFT, rk.source_text()], ids=["draft", "75-10"])
def test_line_endings_and_bom_change_no_resolution(disguise, text):
    assert rk.parse(disguise(text)) == rk.parse(text)
    assert rk.review(disguise(text)) == rk.review(text)


@disguised
def test_line_endings_and_bom_change_no_amendment(disguise):
    lines = "Delete OP2\nIn OP1 replace “Urges” by “Invites”\n"
    assert rk.read_amendments(disguise(lines)) == rk.read_amendments(lines)


@disguised
def test_line_endings_and_bom_change_no_line_of_the_command(disguise, tmp_path, monkeypatch, capsys):
    from resolutionkit.command.parser import run as command

    monkeypatch.chdir(tmp_path)
    said = []
    for text in (DRAFT, disguise(DRAFT)):
        Path("draft.md").write_bytes(text.replace("Recalling", "Recalls").encode())
        assert command(["review", "draft.md"]) == 1
        said.append(capsys.readouterr().out)
    assert said[0] == said[1] != ""


def run(*words, cwd=None, **environment):
    """The command line in a process of its own, as a learner's machine would run it."""
    return subprocess.run(
        [sys.executable, "-m", "resolutionkit", *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(SOURCE), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("locale", [{"LANG": "C", "LC_ALL": "POSIX"}, {"LC_ALL": "C"}])
def test_a_plain_locale_loses_no_umlaut(locale, tmp_path):
    (tmp_path / "entwurf.md").write_text(
        "Die Generalversammlung,\n\nüberzeugt.\n\n1. beschließt, tätig zu werden.", "utf-8"
    )
    got = run(
        "review", "entwurf.md", "--language", "de", cwd=tmp_path, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", **locale
    )
    assert got.returncode == 0, got.stderr
    assert "wenn eine Aufzählung folgt" in got.stdout


def test_a_path_with_spaces_and_umlauts(tmp_path):
    folder = tmp_path / "Übungen und mehr" / "Größe 1"
    folder.mkdir(parents=True)
    (folder / "mein Entwurf.md").write_text(DRAFT, encoding="utf-8")
    for words in (
        ("review", "mein Entwurf.md"),
        ("convert", "mein Entwurf.md", "als Datei ä.xml"),
        ("convert", "als Datei ä.xml", "zurück.md"),
        ("handout", "checklist", "--to", "Blätter für alle"),
        ("course", "Kurs für alle"),
    ):
        got = run(*words, cwd=folder)
        assert got.returncode == 0, got.stderr + got.stdout
    assert rk.parse((folder / "zurück.md").read_text(encoding="utf-8")) == rk.parse(DRAFT)
    assert list((folder / "Blätter für alle").glob("*.html"))


def test_a_full_disk_leaves_the_old_draft_and_no_litter(tmp_path, monkeypatch):
    target = files.save(tmp_path / "draft.md", "old")

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        files.save(target, "new")
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["draft.md"]


def test_the_command_says_that_the_disk_is_full(tmp_path, monkeypatch, capsys):
    from resolutionkit.command.parser import run as command

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "draft.md").write_text(DRAFT)
    monkeypatch.setattr(os, "fsync", full)
    assert command(["convert", str(tmp_path / "draft.md"), str(tmp_path / "out.xml")]) == 2
    assert os.strerror(errno.ENOSPC) in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["draft.md"]


FOR_EVER = """
import itertools, sys
from resolutionkit.files import save
for number in itertools.count():
    save(sys.argv[1], f"{number}\\n" * 20_000)
    print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows knows no kill -9")
@pytest.mark.parametrize("after", [1, 5, 23])
def test_a_draft_killed_in_mid_save_is_whole_and_no_older_than_what_was_acknowledged(tmp_path, after):
    target = tmp_path / "draft.md"
    writer = subprocess.Popen(
        [sys.executable, "-c", FOR_EVER, str(target)],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stdout=subprocess.PIPE,
        text=True,
    )
    lines = [writer.stdout.readline() for _ in range(after)]
    time.sleep(0.001 * after)
    writer.kill()
    lines += writer.stdout.read().splitlines(keepends=True)
    writer.wait(timeout=20)
    writer.stdout.close()
    acknowledged = max(int(line) for line in lines if line.endswith("\n"))
    for path, oldest in ((target, acknowledged), (target.with_name("draft.md.bak"), acknowledged - 1)):
        if oldest >= 0:
            held = path.read_text().splitlines()
            assert len(held) == 20_000
            assert len(set(held)) == 1
            assert int(held[0]) >= oldest


@needs_rights
@pytest.mark.parametrize(
    "words",
    [
        ("handout", "checklist", "--to", "{folder}/pages"),
        ("convert", "{draft}", "{folder}/out.xml"),
        ("course", "{folder}/course"),
    ],
    ids=lambda words: words[0],
)
def test_a_folder_that_one_may_not_write_to_is_said(words, tmp_path):
    folder, draft = tmp_path / "closed", tmp_path / "draft.md"
    folder.mkdir()
    folder.chmod(0o555)
    draft.write_text(DRAFT)
    got = subprocess.run(
        like_anybody("-m", "resolutionkit", *(word.format(folder=folder, draft=draft) for word in words)),
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert got.returncode == 2, got.stderr
    assert "Traceback" not in got.stderr
    assert "What to do" in got.stderr
    assert not list(folder.iterdir())


@needs_rights
@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_review_needs_no_right_to_write(tmp_path, locale):
    home, work = tmp_path / "closed home", tmp_path / "Übungen der Größe 1"
    home.mkdir(mode=0o555)
    work.mkdir()
    text = "Die Generalversammlung,\n\nüberzeugt.\n\n1. beschließt, tätig zu sein."
    (work / "mein Entwurf.md").write_text(text, encoding="utf-8")
    work.chmod(0o555)
    plain = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "RESOLUTIONKIT_WORK": ""}
    got = subprocess.run(
        like_anybody("-m", "resolutionkit", "review", "mein Entwurf.md", "--language", "de"),
        cwd=work,
        env={**os.environ, "HOME": str(home), "PYTHONPATH": str(SOURCE), **plain},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (got.returncode, got.stderr) == (0, "")
    assert got.stdout.startswith("mein Entwurf.md:3:10: Hinweis UN103 PP1: Ein Präambelabsatz endet")
    assert [path.name for path in work.iterdir()] == ["mein Entwurf.md"]
    assert not list(home.iterdir())


NOTING = """
import itertools
from resolutionkit.classroom import record
for number in itertools.count(1):
    assert record.note("1.1", status="not yet", tries=1) == ""
    print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows knows no kill -9")
@pytest.mark.parametrize("after", [1, 6, 29])
def test_progress_killed_in_mid_save_keeps_every_try_that_was_acknowledged(tmp_path, monkeypatch, after):
    writer = subprocess.Popen(
        [sys.executable, "-c", NOTING],
        env={**os.environ, "PYTHONPATH": str(SOURCE), "RESOLUTIONKIT_WORK": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    )
    lines = [writer.stdout.readline() for _ in range(after)]
    writer.kill()
    lines += writer.stdout.read().splitlines(keepends=True)
    writer.wait(timeout=20)
    writer.stdout.close()
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    assert record.entries()["1.1"]["tries"] >= max(int(line) for line in lines if line.endswith("\n"))


def test_progress_on_a_full_disk_is_told_and_the_old_record_stays(tmp_path, monkeypatch):
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    assert record.note("1.1", status="right", tries=1) == ""

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        assert os.strerror(errno.ENOSPC) in record.note("1.2", status="right", tries=1)
    assert set(record.entries()) == {"1.1", "1.2"}  # remembered, though not saved
    assert record.note("1.2", status="right", tries=1) == ""


@needs_rights
def test_in_a_home_without_write_permission_an_answer_is_still_marked(tmp_path):
    tmp_path.chmod(0o555)
    environment = {name: value for name, value in os.environ.items() if name != "RESOLUTIONKIT_WORK"}
    check = "print(rk.exercise('1.1').check(21))"
    got = subprocess.run(
        like_anybody("-c", f"import resolutionkit as rk; {check}; rk.set_language('de'); {check}"),
        cwd=tmp_path,
        env={**environment, "HOME": str(tmp_path), "PYTHONPATH": str(SOURCE), "RESOLUTIONKIT_LANGUAGE": "en"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert got.returncode == 0, got.stderr
    english, german = got.stdout.split("✓")[1:]
    assert english.startswith(" Right.")
    assert english.count("Your progress could not be saved") == 1
    assert german.startswith(" Richtig.")
    assert german.count("Ihr Fortschritt ließ sich nicht speichern") == 1
    assert not list(tmp_path.iterdir())


TOML_FILES = {path.relative_to(files.data_folder()).as_posix() for path in files.data_folder().rglob("*.toml")}


@pytest.fixture
def other_data(tmp_path, monkeypatch):
    """A copy of the TOML files, in which a test may spoil one."""
    for name in TOML_FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((files.data_folder() / name).read_bytes())
    monkeypatch.setattr(files, "data_folder", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", sorted(TOML_FILES))
def test_a_data_file_that_notepad_saved_holds_the_same(name, other_data):
    plain = files.read_toml(name)
    saved = DISGUISES["bom-and-windows"]((other_data / name).read_text(encoding="utf-8"))
    (other_data / name).write_bytes(saved.encode())
    assert files.read_toml(name) == plain
    assert plain


@pytest.mark.parametrize(
    "reads",
    [
        lambda: rules.cards.cards.__wrapped__(),
        lambda: sheet.exercises_in.__wrapped__("anatomy", 0, "en"),
        lambda: quizzes.topic_of.__wrapped__("anatomy"),
        lambda: negotiation.roles(),
    ],
    ids=["rules", "exercises", "quizzes", "roles"],
)
def test_every_reader_of_a_data_file_takes_a_bom_and_names_a_broken_one(reads, other_data):
    plain = repr(reads())
    for name in TOML_FILES:
        (other_data / name).write_bytes(b"\xef\xbb\xbf" + (other_data / name).read_bytes())
    assert repr(reads()) == plain
    for broken in (b'title = "no end', b'title = "\xfcber"'):
        for name in TOML_FILES:
            (other_data / name).write_bytes(broken)
        with pytest.raises(ReadError, match=r"\.toml"):
            reads()


def test_what_one_takes_out_of_a_data_file_is_there_for_the_next():
    files.read_toml("commands.toml")["review"]["options"][0].pop("name")
    assert files.read_toml("commands.toml")["review"]["options"][0]["name"] == "drafts"


def test_a_command_line_whose_own_table_is_broken_says_so(other_data, capsys):
    from resolutionkit.command.parser import run as command

    (other_data / "commands.toml").write_bytes(b'title = "no end')
    assert command(["review", "draft.md"]) == 2
    assert "commands.toml" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "kind"), [("missing.docx", MissingFile), ("folder.docx", ReadError)])
def test_a_word_document_that_is_not_there_is_said(tmp_path, name, kind):
    (tmp_path / "folder.docx").mkdir()
    with pytest.raises(kind, match="A Word document") as fault:
        text_of(tmp_path / name)
    assert name in str(fault.value)
