"""Whoever asks for help on a public name finds an example that runs (the doctests of ``src`` run them all)."""

from __future__ import annotations

import inspect
from importlib import import_module

from every import every

ROOMS = (
    "",
    ".widgets",
    ".drafting.negotiation",
    ".classroom",
    ".classroom.quizzes",
    ".classroom.handouts",
)
WITHOUT_EXAMPLE = {
    "made by a function that has one": {
        "Exercise", "Progress", "Question", "Choose", "Order", "Match",
    },
}  # fmt: skip
EXCUSED = set().union(*WITHOUT_EXAMPLE.values())


def public() -> dict[str, object]:
    """Room and name -> what it is, for everything that can have a docstring of its own."""
    found = {}
    for room in ROOMS:
        module = import_module(f"resolutionkit{room}")
        for name in getattr(module, "__all__", vars(module)):  # a door without a list offers what it imports
            thing = getattr(module, name)
            if callable(thing) and not name.startswith("_"):
                found[f"{room.lstrip('.')}.{name}".lstrip(".")] = thing
    return found


PUBLIC = public()


def has_example(thing: object) -> bool:
    return ">>> " in (inspect.getdoc(thing) or "")


@every(PUBLIC)
def test_a_public_name_says_what_it_is(name):
    assert (inspect.getdoc(PUBLIC[name]) or "").partition("\n")[0].endswith((".", ":", "?"))


@every([name for name in PUBLIC if name.rpartition(".")[2] not in EXCUSED])
def test_a_public_name_shows_an_example(name):
    assert has_example(PUBLIC[name])


@every(sorted(EXCUSED))
def test_an_excuse_is_still_needed(name):
    assert not all(has_example(thing) for full, thing in PUBLIC.items() if full.rpartition(".")[2] == name)
