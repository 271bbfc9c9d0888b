"""From ``data/exercises/*.toml`` to exercises. Tests check the form of the files, so nothing does when they are read.

What ``variant`` says there gives other questions of the same kind, for the class next door. A row of ``rows`` is drawn;
its ``words`` take the place of others in everything that the exercise says and runs, so that question, hints, solution and
what is said of wrong answers go together. ``data/README.md`` has the form.
"""

import dataclasses
import random
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from resolutionkit.classroom.answers import AnswerType, Label, Name, Number, Quote, Words
from resolutionkit.classroom.exercise import Closed, Exercise, Mistake, Reason, Step
from resolutionkit.classroom.made_answers import Function, Graph, Pairs, Several
from resolutionkit.classroom.written_answers import Condition, Essay, Written
from resolutionkit.files import read_toml
from resolutionkit.language import Text

_ABOUT_ROWS = ("rows", "words", "leave_out", "mistakes")
"""What stands in a table ``variant`` and does not take the place of what the exercise has."""
_NOT_SAID = ("level", "needs")  # keys whose values are names of the kit and no words of the exercise
PARTS = ("extra", "missing", "order", "empty", "more", "less", "wrong", "foreign", "absent")
"""Of a wrong answer: see ``data/README.md``."""

_TYPES: dict[str, AnswerType] = {"number": Number(), "number to two decimals": Number(within=0.006, example="0.25")}
_TYPES |= {"word": Words(), "label": Label(), "name": Name(), "quote": Quote(), "graph": Graph()}


@cache
def exercises_in(topic: str, variant: int, language: str) -> tuple[Exercise, ...]:
    """Return the exercises of a topic, as its file has them; in German, drafts are German ones.

    ``variant`` is the number from which other questions of the same kind are drawn.
    """
    otherwise = read_toml("exercises_in_german.toml") if language == "de" else {}
    entries = {n: entry | otherwise.get(n, {}) for n, entry in read_toml(f"exercises/{topic}.toml").items()}
    return tuple(exercise(n, varied(n, entry, variant) | {"variant": variant}) for n, entry in entries.items())


def varied(number: str, entry: Mapping[str, Any], seed: int) -> dict[str, Any]:
    """Return the table of an exercise as variant ``seed`` has it; 0 is the exercise itself."""
    table = entry.get("variant")
    made = {key: value for key, value in entry.items() if key != "variant"}
    if not seed or not isinstance(table, Mapping):  # a word in its place: the data allow no other question
        return made
    row = drawn(number, table["rows"], seed)
    for own in (table, row):
        mistakes = made["mistakes"] | own.get("mistakes", {})
        made |= {key: value for key, value in own.items() if key not in _ABOUT_ROWS}
        made["mistakes"] = {name: one for name, one in mistakes.items() if name not in own.get("leave_out", ())}
    said = {key: value for key, value in made.items() if key not in _NOT_SAID}
    return made | _with(row.get("words", {}), said)  # type: ignore[no-any-return]


def drawn(number: str, rows: list[dict[str, Any]], seed: int) -> dict[str, Any]:
    """Return the row of an exercise that a seed draws, the same on every computer and with every Python."""
    chance = random.Random(f"{seed} {number}").random()  # the only method whose numbers Python promises to keep
    return rows[int(chance * len(rows))]


def _with(words: Mapping[str, str], found: Any) -> Any:
    """Everything that is said and run, with other words, all replaced at once: two can also change places."""
    if isinstance(found, str) and words:
        longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        return re.sub(longest_first, lambda place: words[place[0]], found)
    if isinstance(found, Mapping):
        return {key: _with(words, value) for key, value in found.items()}
    return [_with(words, value) for value in found] if isinstance(found, list) else found


def exercise(number: str, entry: dict[str, Any]) -> Exercise:
    """Make an exercise of its table in the file."""

    def said(made: type[Any], of: dict[str, Any], **more: Any) -> Any:
        return made(**{"en": ""} | of, **more)  # what only the German edition has stands there in German alone

    texts = {key: said(Text, of) for key, of in entry.items() if isinstance(of, dict) and set(of) <= {"en", "de"}}
    common = entry | texts | {"number": number, "code": entry["code"].strip("\n")}
    common["hints"] = tuple(said(Step, hint) for hint in entry["hints"])
    common["rubric"] = tuple(said(Text, line) for line in entry.get("rubric", ()))
    if "answer" not in entry:
        common["conditions"] = tuple(said(Condition, one) for one in entry["conditions"])
        return Essay(**common) if "words" in entry else Written(**common)
    kind = answer_type(common.pop("answer"), common.pop("example", ""), common.pop("cases", ()))
    common["mistakes"] = tuple(said(Mistake, one, name=name) for name, one in entry["mistakes"].items())
    reasons = {part: tuple(said(Reason, one) for one in common.pop(part, ())) for part in PARTS}
    return Closed(**common, kind=kind, reasons=reasons)


def answer_type(said: str, example: str = "", cases: Any = ()) -> AnswerType:
    """Return the type of answer that a few words name.

    >>> answer_type("ordered list of labels").ordered, answer_type("number for each label").example
    (True, '{"PP3": 7}')
    """
    kind: Any
    if said.startswith("function that gives a "):
        return Function(tuple(map(tuple, cases)), answer_type(said.removeprefix("function that gives a ")))
    if " for each " in said:
        of, names = map(answer_type, said.split(" for each "))
        kind = Pairs(of, names, f"{{{names.example}: {of.example}}}")
    elif " of " in said:
        listed, things = said.split(" of ")
        of = _TYPES[things.removesuffix("s")]
        kind = Several(of, listed.startswith("ordered"), f"[{of.example}]")
    else:
        kind = _TYPES[said]
    return dataclasses.replace(kind, example=example) if example else kind  # type: ignore[no-any-return]
