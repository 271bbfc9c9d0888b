"""Whatever a path may lead to: other encodings, NULs, folders, devices, pipes, files too large, records that are damaged."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import resolutionkit as rk
from resolutionkit import files
from resolutionkit.__main__ import main
from resolutionkit.classroom import record
from resolutionkit.document.reading.read_word import text_of
from resolutionkit.errors import KitError, ReadError
from resolutionkit.language import set_language
from resolutionkit.widgets.workbench.draft_file import DraftFile

SOURCE = Path(__file__).resolve().parents[2] / "src"
DRAFT = "Die Generalversammlung,\n\nüberzeugt von der Bedeutung der Sache,\n\n1. beschließt, tätig zu werden.\n"
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


READERS = {
    "load": rk.load,
    "word": text_of,
    "draft": lambda path: DraftFile(Path(path).absolute()),
}
each_reader = pytest.mark.parametrize("reads", READERS.values(), ids=READERS)


class Waits(BaseException):
    """Nothing came of it in ten seconds."""


@pytest.fixture
def at_most_ten_seconds():
    """A reader that waits for a pipe, or reads a device for ever, fails instead of stopping the tests."""

    def stop(*_):
        raise Waits

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(10)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@posix
@each_reader
@pytest.mark.usefixtures("at_most_ten_seconds")
def test_a_pipe_into_which_nobody_writes_is_refused_at_once(reads, tmp_path):
    os.mkfifo(tmp_path / "draft.md")
    with pytest.raises(ReadError, match="a device or a pipe") as fault:
        reads(str(tmp_path / "draft.md"))
    assert "What to do" in str(fault.value)


@posix
@pytest.mark.usefixtures("at_most_ten_seconds")
def test_a_device_that_never_ends_is_refused(tmp_path):
    (tmp_path / "draft.md").symlink_to("/dev/zero")
    for reads in READERS.values():
        with pytest.raises(ReadError):
            reads(str(tmp_path / "draft.md"))


@each_reader
def test_a_folder_in_the_place_of_a_file_is_said(reads, tmp_path):
    (tmp_path / "draft.md").mkdir()
    with pytest.raises(ReadError, match="a folder"):
        reads(str(tmp_path / "draft.md"))


@each_reader
def test_a_name_with_a_nul_is_no_traceback(reads):
    with pytest.raises(KitError):
        reads("dra\0ft.md")


@pytest.mark.parametrize("reads", [READERS[name] for name in ("load", "word", "draft")], ids=["load", "word", "draft"])
def test_a_file_that_is_far_too_large_is_refused_before_it_fills_the_memory(reads, tmp_path):
    with (tmp_path / "draft.md").open("wb") as file:
        file.truncate(3_000_000_000)  # sparse: it takes no room
    with pytest.raises(ReadError, match=r"3,000\.0 MB"):
        reads(str(tmp_path / "draft.md"))


def test_only_so_many_bytes_are_read(tmp_path):
    (tmp_path / "a").write_bytes(b"12345")
    assert files.content_of(tmp_path / "a", most=5) == b"12345"
    with pytest.raises(ReadError, match="at most"):
        files.content_of(tmp_path / "a", most=4)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere files have sizes")
def test_a_file_that_tells_no_size_is_read_whole_and_no_further_than_allowed():
    assert Path("/proc/self/status").stat().st_size == 0
    assert b"VmRSS" in files.content_of("/proc/self/status")
    with pytest.raises(ReadError, match="at most"):
        files.content_of("/proc/self/status", most=100)


def test_too_large_is_said_in_german_too(tmp_path):
    (tmp_path / "a").write_bytes(b"0" * 3_000_000)
    set_language("de")
    with pytest.raises(ReadError, match=r"höchstens 2 MB; gefunden: eine von 3,0 MB"):
        files.content_of(tmp_path / "a", most=2_000_000)


@posix
def test_the_command_says_of_a_pipe_that_it_is_one(tmp_path, capsys):
    os.mkfifo(tmp_path / "draft.md")
    assert main(["review", str(tmp_path / "draft.md")]) == 2
    assert "a device or a pipe" in capsys.readouterr().err


@posix
@pytest.mark.parametrize("words", [["review", "-"], ["convert", "-", "out.xml"]], ids=lambda words: words[0])
def test_a_standard_input_without_end_ends_in_a_message(words, tmp_path):
    with open("/dev/zero", "rb") as endless:
        got = run(*words, cwd=tmp_path, stdin=endless)
    assert got.returncode == 2
    assert "at most 20 MB" in got.stderr
    assert "Traceback" not in got.stderr


def run(*words, **how):
    return subprocess.run(
        [sys.executable, "-m", "resolutionkit", *words],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stdout=how.pop("stdout", subprocess.PIPE),
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=60,
        check=False,
        **how,
    )


ENCODINGS = {
    "utf-8": DRAFT.encode(),
    "utf-8 with a mark": DRAFT.encode("utf-8-sig"),
    "utf-16 of Notepad": ("\ufeff" + DRAFT.replace("\n", "\r\n")).encode("utf-16-le"),
    "utf-16, big end first": ("\ufeff" + DRAFT).encode("utf-16-be"),
}


@pytest.mark.parametrize("content", ENCODINGS.values(), ids=ENCODINGS)
def test_what_notepad_saves_is_read(content, tmp_path, capsys):
    (tmp_path / "entwurf.md").write_bytes(content)
    assert main(["convert", str(tmp_path / "entwurf.md"), "-", "--to", "md"]) == 0
    assert "*überzeugt* von der Bedeutung" in capsys.readouterr().out
    assert DraftFile(tmp_path / "entwurf.md").text == DRAFT


def test_a_draft_in_utf_16_stays_as_it_was_in_the_backup(tmp_path):
    (tmp_path / "entwurf.md").write_bytes(ENCODINGS["utf-16 of Notepad"])
    file = DraftFile(tmp_path / "entwurf.md")
    file.save(DRAFT + "\n2. fordert dazu auf.")
    assert (tmp_path / "entwurf.md.bak").read_bytes() == ENCODINGS["utf-16 of Notepad"]
    assert (tmp_path / "entwurf.md").read_text(encoding="utf-8").startswith(DRAFT)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (DRAFT.encode("utf-16-le"), "no plain text"),
        (DRAFT.encode("utf-32"), "no plain text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no plain text"),
    ],
    ids=["utf-16 without a mark", "utf-32", "a picture"],
)
@pytest.mark.parametrize("command", ["review", "convert"])
def test_a_text_in_another_encoding_is_named(content, said, command, tmp_path, capsys):
    (tmp_path / "entwurf.md").write_bytes(content)
    words = [command, str(tmp_path / "entwurf.md"), *(["-", "--to", "md"] if command == "convert" else [])]
    assert main(words) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_text_is_loaded_in_the_encodings_of_windows(encoding, tmp_path):
    (tmp_path / "entwurf.txt").write_text(DRAFT, encoding=encoding)
    res = rk.load(tmp_path / "entwurf.txt")
    assert res.paragraphs == rk.parse(DRAFT).paragraphs
    assert [one.detail for one in res.assumptions if one.kind == "encoding"] == ["Windows-1252"] * (
        encoding == "cp1252"
    )


def test_a_text_that_ends_as_nothing_known_leads_to_parse(tmp_path):
    (tmp_path / "draft").write_text(DRAFT, encoding="utf-8")
    with pytest.raises(ReadError, match=r"a text without markup(?s:.*)rk\.parse\("):
        rk.load(tmp_path / "draft")


@pytest.mark.parametrize("wrong", [75 / 10, 75])
def test_a_symbol_without_quotes_is_told_how_to_write_it(wrong):
    with pytest.raises(ReadError, match=r'rk\.load\("75/10"\)'):
        rk.load(wrong)


@posix
@pytest.mark.parametrize(
    "words", [["review", "draft.md"], ["convert", "draft.md", "-", "--to", "docx"]], ids=lambda w: w[0]
)
def test_without_a_standard_output_there_is_no_traceback(words, tmp_path):
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    code = f"import os, sys; os.close(1); os.execv(sys.executable, [sys.executable, '-m', 'resolutionkit', *{words!r}])"
    got = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stderr=subprocess.PIPE,
    )
    assert (got.returncode, got.stderr) == (0, b"")


# Progress

RIGHT = {"version": 1, "exercises": {"1.1": {"status": "right", "tries": 2}}}


@pytest.fixture
def progress(tmp_path, monkeypatch):
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    (tmp_path / "my-work").mkdir()
    return tmp_path / "my-work" / "progress.json"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_progress_that_an_editor_saved_counts(progress, encoding):
    progress.write_text(json.dumps(RIGHT), encoding=encoding)
    assert record.entries()["1.1"]["tries"] == 2
    assert record.note("1.2", status="right", tries=1) == ""
    assert set(record.entries()) == {"1.1", "1.2"}


@pytest.mark.parametrize("tries", ["1e999", "NaN", "9" * 5000, '"x"', "null", "[]"])
def test_a_number_of_tries_that_is_none_is_damage_and_no_traceback(progress, tries):
    content = f'{{"exercises": {{"1.1": {{"tries": {tries}}}}}}}'
    progress.write_text(content)
    assert record.entries() == {}
    assert record.note("1.2", status="right", tries=1) == ""
    assert progress.with_name("progress.json.broken").read_text() == content


def test_a_second_damaged_record_does_not_take_the_place_of_the_first(progress):
    for content in ("{", "["):
        progress.write_text(content)
        assert record.note("1.1", status="right", tries=1) == ""
    broken = sorted(path.read_text() for path in progress.parent.glob("*.broken*"))
    assert broken == ["[", "{"]


@posix
@pytest.mark.usefixtures("at_most_ten_seconds")
def test_a_pipe_in_the_place_of_the_record_does_not_stop_the_lesson(progress):
    os.mkfifo(progress)
    assert record.entries() == {}
    assert record.note("1.1", status="right", tries=1) == ""
    assert set(record.entries()) == {"1.1"}


# A workbench whose process is killed, and a disk without room

TYPING = """
import asyncio, itertools, sys
from resolutionkit.widgets import workbench
from resolutionkit.widgets.workbench import draft_file as keep
async def type_for_ever():
    bench = workbench(sys.argv[1])
    bench._later.wait = 0.001
    for number in itertools.count():
        bench.page.paper.value = f"{number:06d} " * 3000
        while bench._later.pending:
            await asyncio.sleep(0)
        print(number, "Saved" in bench.page.status.value, flush=True)
asyncio.run(type_for_ever())
"""


@posix
@pytest.mark.parametrize("after", [1, 5])
def test_a_workbench_killed_while_it_saves_gives_back_one_whole_text(tmp_path, after):
    from resolutionkit.widgets import workbench

    draft = tmp_path / "draft.md"
    before = "as it was when the workbench was opened " * 100
    draft.write_text(before)
    writer = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(draft)],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stdout=subprocess.PIPE,
        text=True,
    )
    lines = [writer.stdout.readline() for _ in range(after)]
    time.sleep(0.003 * after)
    writer.kill()
    lines += writer.stdout.read().splitlines(keepends=True)
    writer.wait(timeout=20)
    writer.stdout.close()
    acknowledged = max(int(line.split()[0]) for line in lines if line.endswith("True\n"))
    again = workbench(draft)
    words = again.text.split()
    assert (len(words), len(set(words))) == (3000, 1)
    assert int(words[0]) >= acknowledged
    assert (tmp_path / "draft.md.bak").read_text() == before
    lock = tmp_path / "draft.md.lock"
    if lock.exists():
        os.utime(lock, (0, 0))  # as if ten seconds had passed
    again.text += "and on"
    assert draft.read_text() == again.text


def test_a_save_that_failed_is_tried_again_without_another_key(tmp_path, monkeypatch):
    from resolutionkit.widgets import workbench
    from resolutionkit.widgets.workbench import bench as at_work

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async def type_once_on_a_full_disk() -> tuple[str, str]:
        bench = workbench(tmp_path / "draft.md")
        bench._later.wait = 0.01
        with monkeypatch.context() as patched:
            patched.setattr(files, "_replace", full)
            bench.page.paper.value = DRAFT
            await asyncio.sleep(0.3)
            failed = bench.page.status.value
        for _ in range(100):
            await asyncio.sleep(0.05)
            if (tmp_path / "draft.md").exists():
                break
        return failed, bench.page.status.value

    monkeypatch.setattr(at_work, "_PAUSE", 0.4)
    failed, then = asyncio.run(type_once_on_a_full_disk())
    assert os.strerror(errno.ENOSPC) in failed
    assert "Saved in" in then
    assert (tmp_path / "draft.md").read_text(encoding="utf-8") == DRAFT


@posix
@pytest.mark.parametrize(("umask", "mode"), [(0o002, 0o664), (0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_gets_the_permissions_that_the_user_gives(umask, mode, tmp_path):
    before = os.umask(umask)
    try:
        assert files.save(tmp_path / "draft.md", DRAFT).stat().st_mode & 0o777 == mode
    finally:
        os.umask(before)


@posix
@pytest.mark.parametrize("mode", [0o640, 0o664, 0o600])
def test_a_file_keeps_its_permissions(mode, tmp_path):
    (tmp_path / "draft.md").write_text("before")
    (tmp_path / "draft.md").chmod(mode)
    files.save(tmp_path / "draft.md", DRAFT)
    assert (tmp_path / "draft.md").stat().st_mode & 0o777 == mode


@posix
def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "draft.md").write_text("before")
    (tmp_path / "draft.md").symlink_to(tmp_path / "there" / "draft.md")
    files.save(tmp_path / "draft.md", DRAFT)
    assert (tmp_path / "draft.md").is_symlink()
    assert (tmp_path / "there" / "draft.md").read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize("age", [-400 * 24 * 3600, -60, 60], ids=["a year ahead", "a minute ahead", "a minute old"])
def test_a_lock_that_nobody_holds_stops_nobody(age, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_PATIENCE", 0.05)
    lock = tmp_path / "draft.md.lock"
    lock.touch()
    os.utime(lock, (time.time() - age, time.time() - age))
    with files.alone(tmp_path / "draft.md"):
        pass


def test_somebody_else_who_writes_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_PATIENCE", 0.05)
    file = DraftFile(tmp_path / "draft.md")
    (tmp_path / "draft.md.lock").touch()
    saved = file.save(DRAFT)
    assert saved.state == "failed"
    assert "another notebook is writing to it" in saved.words


def test_a_text_that_is_too_long_is_told_how_long_it_may_be():
    with pytest.raises(ReadError, match=r"a text of 400,001 characters, which is more than 400,000"):
        rk.parse("x" * 400_001)
    set_language("de")
    with pytest.raises(ReadError, match=r"ein Text von 400\.001 Zeichen, also mehr als 400\.000"):
        rk.parse("x" * 400_001)
