"""The command line, as it is called: exit status, output for people and programs, nothing written over."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import resolutionkit as rk
from resolutionkit.__main__ import main
from resolutionkit.command.parser import _parser
from resolutionkit.command.report import as_github
from resolutionkit.document.model import Finding
from resolutionkit.errors import Location

ROOT = Path(__file__).parents[2]

GOOD = "# Test\n\nThe General Assembly,\n\n*Recalling* its resolution 75/10,\n\n*Decides* to meet.\n"
BAD = """# Test

The General Assembly,

*Recalling* its resolution 75/10 of
23 November 2020.

1. *Urges* all States to act;

3. *Decides* to meet.
"""


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.md"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_findings_have_file_line_column_and_code(draft, capsys):
    assert main(["review", str(draft)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{draft}:6:17: error UN103 PP1: ")
    assert any(line.startswith(f"{draft}:10:") for line in lines)


@pytest.mark.parametrize(
    ("text", "status"), [(GOOD, 0), (BAD, 1), ("", 2)], ids=["without errors", "with errors", "empty"]
)
def test_exit_status(tmp_path, text, status):
    (tmp_path / "draft.md").write_text(text, encoding="utf-8")
    assert main(["review", str(tmp_path / "draft.md")]) == status


def test_a_missing_file_does_not_stop_the_others(draft, capsys):
    assert main(["review", "no-such.md", str(draft)]) == 2
    out, err = capsys.readouterr()
    assert "UN103" in out
    assert "no-such.md" in err


def test_a_text_in_windows_1252_is_read(tmp_path, capsys):
    (tmp_path / "old.txt").write_bytes("Die Generalversammlung,\n\nbekräftigend,".encode("cp1252"))
    assert main(["convert", str(tmp_path / "old.txt"), "-", "--to", "md"]) == 0
    assert "*bekräftigend*" in capsys.readouterr().out


def test_json_is_for_programs(draft, capsys):
    main(["review", "--format", "json", str(draft)])
    rows = json.loads(capsys.readouterr().out)
    named = {"file", "line", "column", "code", "severity", "label", "span", "message", "advice", "replacement"}
    assert set(rows[0]) == named


def test_github_shows_findings_beside_the_lines(draft, capsys):
    main(["review", "--format", "github", str(draft)])
    assert capsys.readouterr().out.startswith("::error file=")


def test_what_github_would_take_for_a_command_is_escaped(capsys):
    as_github([(Location("a.md", 3, 9), Finding("UN103", "hint", "PP1", (0, 1), "100 %", ""))])
    assert capsys.readouterr().out == "::notice file=a.md,line=3,col=9,title=UN103 PP1::100 %25\n"


def test_a_class_without_a_finding_is_said_to_be_so(tmp_path, capsys):
    for name in ("ana.md", "ben.md"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    assert main(["review", "--summary", "--errors-only", str(tmp_path)]) == 0
    assert "2 drafts, nothing to remark." in capsys.readouterr().out


def test_errors_only_leaves_out_hints(draft, capsys):
    main(["review", "--format", "json", "--errors-only", str(draft)])
    assert {row["severity"] for row in json.loads(capsys.readouterr().out)} == {"error"}


def test_a_folder_gives_a_line_a_draft_and_what_is_broken_most(tmp_path, capsys):
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(BAD if number else GOOD, encoding="utf-8")
    assert main(["review", "--table", "--summary", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert len([line for line in out.splitlines() if line.endswith(".md")]) == 3
    assert "   2  UN103  error, 2×, such as: A preambular paragraph ends with a comma; this one ends with “.”." in out


def test_german_messages_and_help(draft, capsys):
    main(["review", "--language", "de", str(draft)])
    assert "Fehler UN103" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["review", "--language", "de", "--help"])
    assert "eine Redaktion" in " ".join(capsys.readouterr().out.split())


def test_the_standard_input(draft, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))
    assert main(["review", "-"]) == 1
    assert "standard input:6:17" in capsys.readouterr().out


def test_it_runs_as_a_program(draft):
    done = subprocess.run([sys.executable, "-m", "resolutionkit", "review", draft], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("name", ["out.md", "out.txt", "out.xml", "out.html", "out.docx"])
def test_every_format_is_written_and_all_but_pages_read_again(tmp_path, name):
    source = tmp_path / "res.xml"
    source.write_text(rk.to_akn(rk.load()), encoding="utf-8")
    assert main(["convert", str(source), str(tmp_path / name)]) == 0
    if name.endswith(".html"):
        assert "<!DOCTYPE html>" in (tmp_path / name).read_text(encoding="utf-8")
        return
    assert main(["convert", str(tmp_path / name), str(tmp_path / "again.xml")]) == 0
    again = rk.load(tmp_path / "again.xml")
    assert [(p.label, p.text, p.opener_spans) for p in again.paragraphs] == [
        (p.label, p.text, p.opener_spans) for p in rk.load().paragraphs
    ]


def test_nothing_is_written_over_unless_asked(draft, tmp_path, capsys):
    target = tmp_path / "out.md"
    target.write_text("mine", encoding="utf-8")
    assert main(["convert", str(draft), str(target)]) == 2
    assert target.read_text(encoding="utf-8") == "mine"
    assert "--force" in capsys.readouterr().err
    assert main(["convert", "--force", str(draft), str(target)]) == 0
    assert Path(f"{target}.bak").read_text(encoding="utf-8") == "mine"


def test_an_unknown_format_is_named(draft, capsys):
    assert main(["convert", str(draft), "out.pdf"]) == 2
    assert ".docx" in capsys.readouterr().err


def test_a_command_in_a_notebook_is_understood_and_fits_the_folder_in_which_a_terminal_begins():
    cells = [
        "".join(cell["source"])
        for notebook in sorted((ROOT / "notebooks").glob("*.ipynb"))
        for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "markdown"
    ]
    commands = re.findall(r"`resolutionkit ([^`]+)`", "\n".join(cells))
    assert commands
    for command in (command for command in commands if " " in command):
        for draft in _parser().parse_args(command.split()).drafts:
            assert draft.startswith("notebooks/my-work/"), (
                "notebooks save in their own folder, terminals begin above it"
            )


TEXTS = [("md", "# Test"), ("akn", "<akomaNtoso"), ("html", "<!DOCTYPE html>")]


@pytest.mark.parametrize(("form", "begins"), TEXTS)
def test_a_converted_draft_goes_to_the_standard_output_where_a_dash_asks_for_it(tmp_path, capsys, form, begins):
    (tmp_path / "draft.md").write_text(GOOD, encoding="utf-8")
    assert main(["convert", "--to", form, str(tmp_path / "draft.md"), "-"]) == 0
    assert begins in capsys.readouterr().out


def test_a_word_document_goes_to_the_standard_output_as_it_is(tmp_path, capsysbinary):
    (tmp_path / "draft.md").write_text(GOOD, encoding="utf-8")
    assert main(["convert", "--to", "docx", str(tmp_path / "draft.md"), "-"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"PK\x03\x04")


@pytest.mark.parametrize("form", ["text", "json"])
def test_short_leaves_out_the_advice(draft, capsys, form):
    assert main(["review", "--short", "--format", form, str(draft)]) == 1
    out = capsys.readouterr().out
    assert "UN103" in out
    assert "advice" not in out
    assert "End it with a comma" not in out


def test_a_folder_without_a_draft_is_said(tmp_path, capsys):
    assert main(["review", str(tmp_path)]) == 2
    assert "There was no draft to read." in capsys.readouterr().err


def test_findings_of_a_file_that_is_no_text_have_no_line(tmp_path, capsys):
    path = tmp_path / "draft.xml"
    path.write_text(rk.to_akn(rk.parse(BAD)), encoding="utf-8")
    assert main(["review", str(path)]) == 1
    assert f"{path}: error UN103 PP1: " in capsys.readouterr().out


def test_what_a_form_does_not_carry_is_said_when_it_is_written(tmp_path, capsys):
    part = rk.parse(GOOD)
    source, whole = tmp_path / "whole.xml", replace(part, parts=(part,), preamble=(), operative=())
    source.write_text(rk.to_akn(whole), encoding="utf-8")
    assert main(["convert", str(source), str(tmp_path / "again.xml")]) == 0
    assert capsys.readouterr().err == ""
    assert main(["convert", str(source), str(tmp_path / "text.md")]) == 0
    assert "Read again, this form would differ at: A.PP1" in capsys.readouterr().err
