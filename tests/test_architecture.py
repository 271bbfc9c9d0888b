"""The map of the house: docs/architecture.md shows the rooms and arrows that the code has."""

from __future__ import annotations

import re
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parents[1]
MAP = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
BASE = {"language", "errors", "files"}
"""What every room may use is not drawn."""


def arrows_in_the_code() -> set[tuple[str, str]]:
    graph = grimp.build_graph("resolutionkit", cache_dir=None)
    rooms = {module: module.split(".")[1] for module in graph.modules if "." in module}
    pairs = {
        (rooms[module], rooms[used])
        for module in rooms
        for used in graph.find_modules_directly_imported_by(module)
        if used in rooms
    }
    return {(a, b) for a, b in pairs if a != b and a != "__main__" and not BASE & {a, b}}


def test_the_picture_shows_the_arrows_of_the_code():
    drawn = {(a, b) for a, bs in re.findall(r"^ +(\w+) --> ([\w &]+)$", MAP, re.MULTILINE) for b in bs.split(" & ")}
    assert drawn == arrows_in_the_code()


def test_every_file_that_is_named_exists():
    named = re.findall(r"`((?:src|data|tests|docs|notebooks|exercises)/[\w./-]+)`", MAP)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
