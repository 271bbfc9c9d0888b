"""A disk that is really full: a small one of our own where Linux lets us have it, else a limit that the system sets."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
OLD = "The General Assembly,\n\n1. Urges all States to act;\n\n2. Decides to rest.\n"
NEW = OLD.replace("rest", "go on without rest") * 20
FILLER = ".filler"


def fill(kind: str) -> None:
    """From now on nothing can be written."""
    if kind == "limit":
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (10, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
        return
    filler = os.open(FILLER, os.O_CREAT | os.O_WRONLY)
    for size in (4096, 1):
        with contextlib.suppress(OSError):
            while True:
                os.write(filler, b"x" * size)
    os.close(filler)


def make_room(kind: str) -> None:
    """There is room again."""
    if kind == "limit":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    else:
        os.unlink(FILLER)


def names() -> set[str]:
    return {path.as_posix() for path in Path().rglob("*") if path.is_file()} - {FILLER}


def a_draft(kind: str) -> None:
    from resolutionkit.widgets.workbench.draft_file import DraftFile

    DraftFile("draft.md").save(OLD)
    file = DraftFile("draft.md")
    fill(kind)
    saved = file.save(NEW)
    assert saved.state == "failed", saved
    assert "copy it elsewhere" in saved.words
    assert names() == {"my-work/draft.md"}
    make_room(kind)
    assert file.path.read_text() == OLD
    assert file.save(NEW).state == "saved"
    assert (file.path.read_text(), Path("my-work/draft.md.bak").read_text()) == (NEW, OLD)


def progress(kind: str) -> None:
    import resolutionkit as rk
    from resolutionkit.classroom import record

    assert rk.exercise("1.1").check(21).right
    fill(kind)
    outcome = rk.exercise("1.2").check(16)
    assert "Your progress could not be saved" in outcome.text, outcome.text
    assert set(record.entries()) == {"1.1", "1.2"}  # remembered, though not saved
    make_room(kind)
    rk.exercise("1.2").check(16)
    assert set(record.entries()) == {"1.1", "1.2"}


def a_command(*words: str):
    def act(kind: str) -> None:
        from resolutionkit.__main__ import main

        Path("draft.md").write_text(OLD)
        Path("out.html").write_text(OLD)
        fill(kind)
        said = io.StringIO()
        with contextlib.redirect_stderr(said):
            assert main(words) == 2
        assert "What to do" in said.getvalue()
        assert "make room on the disk" in said.getvalue()
        assert words[-1] in said.getvalue(), said.getvalue()  # which file, or where
        assert names() == {"draft.md", "out.html"}
        assert Path("out.html").read_text() == OLD

    return act


CASES = {
    "draft": a_draft,
    "progress": progress,
    "convert": a_command("convert", "draft.md", "out.xml"),
    "convert over a file": a_command("convert", "draft.md", "--force", "out.html"),
    "convert to Word": a_command("convert", "draft.md", "out.docx"),
    "handout": a_command("handout", "checklist", "--to", "pages"),
    "course": a_command("course", "my course"),
}


def small_disk() -> list[str]:
    """How to run a program that may mount a disk which nobody else sees; [] where that is not allowed."""
    prefix = ["unshare", "--map-root-user", "--mount"]
    if sys.platform != "linux" or not shutil.which("unshare") or not shutil.which("mount"):
        return []
    tried = subprocess.run([*prefix, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False)
    return prefix if tried.returncode == 0 else []


@pytest.mark.skipif(os.name == "nt", reason="Windows knows neither such limits nor such disks")
@pytest.mark.parametrize("kind", ["disk", "limit"])
def test_without_room_the_old_content_stays_and_the_message_helps(kind, tmp_path):
    needs = {"convert to Word": "docx", "course": "nbgrader"}
    cases = [case for case in CASES if case not in needs or importlib.util.find_spec(needs[case])]
    prefix = small_disk() if kind == "disk" else []
    if kind == "disk" and not prefix:
        pytest.skip("no disk of one's own may be mounted here")
    mount = 'mount -t tmpfs -o size=4m none "$0" && ' if prefix else ""
    command = [*prefix, "sh", "-c", f'{mount}cd "$0" && exec "$@"', tmp_path, sys.executable, __file__, kind, *cases]
    variables = {
        **os.environ,
        "PYTHONPATH": str(HERE.parents[1] / "src"),
        "RESOLUTIONKIT_WORK": "",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    got = subprocess.run(command, env=variables, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert got.stdout.splitlines() == cases, got.stderr
    assert "Traceback" not in got.stderr


def main(kind: str, cases: list[str]) -> None:
    """Go through the cases, each in a process of its own and in an empty folder; say which went well."""
    import resolutionkit as rk

    for name in (
        "__main__",
        "widgets.workbench.draft_file",
        "document.writing",
        "classroom.handouts",
        "classroom.course",
    ):
        importlib.import_module(f"resolutionkit.{name}")  # what several cases need
    rk.review(OLD), rk.exercise("1.1")
    for case in cases:
        if not os.fork():
            CASES[case](kind)
            print(case, flush=True)
            os._exit(0)
        os.wait()
        for path in Path().iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
