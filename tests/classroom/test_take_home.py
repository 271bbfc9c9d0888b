"""Own work in one file and back: nothing is lost, nothing lands elsewhere."""

from __future__ import annotations

import base64
import zipfile
from pathlib import Path

import pytest

import resolutionkit as rk
from resolutionkit.errors import MissingFile, ReadError
from resolutionkit.language import talking


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    return tmp_path


def test_there_and_back(desk):
    rk.save("my-work/draft.md", "Über Pässe")
    rk.save("my-work/deep/er.csv", b"\x00\xff")
    assert rk.take_home().files == ("my-work/deep/er.csv", "my-work/draft.md")
    (desk / "my-work" / "draft.md").unlink()
    assert str(rk.bring_back()) == "2 files are back in my-work."
    assert (desk / "my-work" / "draft.md").read_text("utf-8") == "Über Pässe"


def test_what_stands_there_is_kept_beside_it(desk):
    rk.save("my-work/draft.md", "old")
    rk.take_home()
    rk.save("my-work/draft.md", "new")
    rk.bring_back()
    assert (desk / "my-work" / "draft.md").read_text() == "old"
    assert (desk / "my-work" / "draft.md.bak").read_text() == "new"


def test_nothing_yet_says_what_to_do():
    with pytest.raises(ReadError, match="Save a product"):
        rk.take_home()


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(MissingFile):
        rk.bring_back()


@pytest.mark.parametrize(
    "name", ["../evil.txt", "my-work/../../evil.txt", "/evil.txt", "other/x.txt", "my-work\\..\\..\\x"]
)
def test_a_file_that_would_land_elsewhere_is_refused_and_nothing_is_written(desk, name):
    with zipfile.ZipFile(desk / "my-work.zip", "w") as archive:
        archive.writestr("my-work/fine.txt", "x")
        archive.writestr(name, "x")
    with pytest.raises(ReadError, match=r"take_home"):
        rk.bring_back()
    assert not (desk / "my-work").exists()


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive at all"])
def test_what_is_no_archive_is_said(desk, content):
    (desk / "my-work.zip").write_bytes(content)
    with talking("de"), pytest.raises(ReadError, match=r"take_home\(\) erzeugt hat; gefunden: etwas anderes\."):
        rk.bring_back()  # what zipfile says is English in every language


def test_in_a_browser_the_file_can_be_saved_from_the_cell(desk, monkeypatch):
    """Its list of files may not show it."""
    rk.save("my-work/draft.md", "x")
    assert "href" not in rk.take_home()._repr_html_()
    monkeypatch.setattr("sys.platform", "emscripten")
    taken = rk.take_home()
    assert '<a download="my-work.zip" href="data:application/zip;base64,' in taken._repr_html_()
    assert base64.b64decode(taken.link.partition(",")[2]) == taken.path.read_bytes()
