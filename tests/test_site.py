"""The site: what it is built from, and how it is shown; tests/browser looks at one that is built."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pytest

from resolutionkit.classroom.site.build import _copy_pyodide, make_site, write_pages
from resolutionkit.classroom.site.serve import server_for
from resolutionkit.command.parser import run
from resolutionkit.errors import ReadError


@pytest.mark.parametrize("name", ["notes.md", "pyodide.tar.bz2"])
def test_a_file_that_is_no_pyodide_is_said_to_be_none(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"BZh9: no archive")
    with pytest.raises(ReadError, match=f"no Pyodide(?s:.*){name}"):
        _copy_pyodide(tmp_path / name, tmp_path / "copy")


def test_pages_to_read_lead_to_each_other(tmp_path):
    write_pages(tmp_path, "de")
    for folder in ("read", "read/en"):
        page = (tmp_path / folder / "06_drafting.html").read_text(encoding="utf-8")
        assert '<a href="02_words.html">' in page


def test_a_folder_with_files_is_left_alone(tmp_path):
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(ReadError, match="another name"):
        make_site(tmp_path)
    assert (tmp_path / "index.html").read_text() == "mine"


# --- Shown from this computer, where there is no other server ---


@pytest.fixture
def small_site(tmp_path):
    for name in ("index.html", "a.js", "b.wasm", "c.json", "serve.py"):
        (tmp_path / name).write_text("x")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "kind"),
    [("", "text/html"), ("a.js", "text/javascript"), ("b.wasm", "application/wasm"), ("c.json", "application/json")],
)
def test_files_are_called_what_browsers_want_whatever_windows_thinks(small_site, monkeypatch, name, kind):
    monkeypatch.setattr("mimetypes.guess_type", lambda *_: ("text/plain", None))
    with server_for(small_site) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with urlopen(f"http://127.0.0.1:{server.server_address[1]}/{name}") as answer:
            assert answer.headers["Content-Type"].startswith(kind)
        server.shutdown()


@pytest.mark.parametrize(("room", "host"), [(False, "127.0.0.1"), (True, "0.0.0.0")])
def test_it_listens_to_others_only_where_it_is_asked_to(small_site, room, host):
    with server_for(small_site, room=room) as server:
        assert server.server_address[0] == host


def test_a_port_that_is_taken_is_left_alone(small_site):
    with server_for(small_site) as first, server_for(small_site) as second:
        assert first.server_address[1] != second.server_address[1]


@pytest.mark.parametrize("words", [["--serve"], ["--room"]])
def test_the_command_shows_a_site_that_is_there_and_names_its_address(small_site, monkeypatch, capsys, words):
    def stop(self: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("socketserver.BaseServer.serve_forever", stop)
    monkeypatch.setattr("webbrowser.open", lambda address: None)
    assert run(["site", str(small_site), *words]) == 0
    said = capsys.readouterr().out
    assert "On this computer · Auf diesem Rechner:  http://127.0.0.1:" in said
    assert ("For the others" in said) is (words == ["--room"])


@pytest.mark.parametrize(("system", "command"), [("nt", 'py "'), ("posix", 'python3 "')])
def test_what_it_says_can_be_typed_where_the_folder_has_a_space(tmp_path, monkeypatch, capsys, system, command):
    monkeypatch.setattr("resolutionkit.command.for_teachers.make_site", lambda *_, **__: None)
    monkeypatch.setattr("resolutionkit.command.for_teachers.WINDOWS", system == "nt")
    assert run(["site", str(tmp_path / "my site")]) == 0
    assert capsys.readouterr().out.endswith(f'\n{command}{tmp_path / "my site" / "serve.py"}"\n')


def test_a_site_carries_its_own_server(small_site):
    """Without the kit: a copy of serve.py in an empty folder, on this Python alone, where a console shows ASCII only."""
    copy = small_site / "serve.py"
    copy.write_text((files("resolutionkit.classroom.site") / "serve.py").read_text(encoding="utf-8"), encoding="utf-8")
    command = [sys.executable, "-P", "-S", "-u", str(copy)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, encoding="ascii", env={"PYTHONIOENCODING": "ascii"}
    ) as shown:
        address = shown.stdout.readline().split()[-1]
        with urlopen(address) as answer:
            assert answer.read() == b"x"
        shown.terminate()
