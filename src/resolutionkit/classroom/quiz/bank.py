"""The bank: ``data/quizzes/*.toml`` -> questions. A file that breaks a rule of its own is refused with its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from resolutionkit.classroom.quiz.question import Evidence, Option, Question
from resolutionkit.classroom.quiz.question_types import Choose, Match, Order
from resolutionkit.errors import Location, TableError
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _

KINDS = ("one", "several", "order", "match", "parts")

_MAY_STAND = {
    "question": {"kind", "ask", "options", "paragraph", "quote", "fact"},
    "option": {"en", "de", "why", "right", "paragraph", "quote"},
    "thing": {"en", "de", "why", "hint", "to", "paragraph", "quote"},
}


@dataclass(frozen=True, slots=True)
class Quiz:
    """The questions of one topic, in order.

    >>> from resolutionkit.classroom.quiz import quiz
    >>> len(quiz("anatomy")) >= 5
    True
    """

    topic: str
    title: Text
    questions: tuple[Question, ...]

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions)

    def __len__(self) -> int:
        return len(self.questions)

    def __str__(self) -> str:
        return "\n\n".join([str(self.title), *map(str, self.questions)])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return "".join(question._repr_html_() for question in self.questions)


@cache
def topic_of(topic: str) -> Quiz:
    """Return the quiz of one topic from its file."""
    name = f"quizzes/{topic}.toml"
    return read(topic, read_toml(name), name)


def read(topic: str, found: Mapping[str, Any], file: str) -> Quiz:
    """Make a quiz of what a file holds; :class:`TableError` where something is missing or too much."""
    title = _text(found.get("title"), f"{file}: title")
    questions: list[Question] = []
    for name, entry in found.items():
        if name != "title":
            if name != f"{topic}-{len(questions) + 1}":
                raise _fault(file, f"[{topic}-{len(questions) + 1}]", f"[{name}]")
            questions.append(_question(name, entry, f"{file}: {name}"))
    return Quiz(topic, title, tuple(questions))


def _question(name: str, entry: Mapping[str, Any], where: str) -> Question:
    _only(entry, "question", where)
    kind, raw = entry.get("kind"), entry.get("options", [])
    if kind not in KINDS:
        raise _fault(where, f"kind = {' | '.join(KINDS)}", repr(kind))
    if not 2 <= len(raw) <= 9:
        raise _fault(where, _("2 to 9 options"), str(len(raw)))
    options = tuple(_option(option, kind, f"{where}, options {n}") for n, option in enumerate(raw, 1))
    common: dict[str, Any] = {
        "id": name,
        "ask": _text(entry.get("ask"), f"{where}, ask"),
        "options": options,
        "evidence": _evidence(entry, where),
        "fact": entry.get("fact", ""),
    }
    if kind in ("one", "several"):
        right = sum(option.right for option in options)
        if right != 1 if kind == "one" else right < 2:
            raise _fault(where, _("right = true as {kind!r} needs it").format(kind=kind), str(right))
        return Choose(**common, several=kind == "several")
    return Order(**common) if kind == "order" else Match(**common, parts=kind == "parts")


def _option(raw: Mapping[str, Any], kind: str, where: str) -> Option:
    choose = kind in ("one", "several")
    _only(raw, "option" if choose else "thing", where)
    if kind == "order" and "to" in raw:
        raise _fault(where, _("nothing to match with"), "to")
    return Option(
        says=_text(raw, where),
        why=_text(raw.get("why"), f"{where}, why"),
        right=raw.get("right", False) is True,
        hint=None if choose else _text(raw.get("hint"), f"{where}, hint"),
        to=_text(raw.get("to"), f"{where}, to") if kind in ("match", "parts") else None,
        evidence=_evidence(raw, where),
    )


def _text(found: Any, where: str) -> Text:
    texts = [found.get(key) if isinstance(found, Mapping) else None for key in ("en", "de")]
    if all(isinstance(text, str) and text.strip() for text in texts):
        return Text(*map(str, texts))
    raise _fault(
        where,
        _("a text in English and German (en, de)"),
        repr(found),
    )


def _evidence(entry: Mapping[str, Any], where: str) -> Evidence | None:
    if ("paragraph" in entry) != ("quote" in entry):
        raise _fault(where, _("paragraph and quote together"), ", ".join(entry))
    return Evidence(str(entry["paragraph"]), str(entry["quote"])) if "quote" in entry else None


def _only(entry: Mapping[str, Any], what: str, where: str) -> None:
    if not isinstance(entry, Mapping):
        raise _fault(where, _("a table"), repr(entry))
    extra = sorted(set(entry) - _MAY_STAND[what])
    if extra:
        raise _fault(where, ", ".join(sorted(_MAY_STAND[what])), ", ".join(extra))


def _fault(where: str, expected: str, found: str) -> TableError:
    return TableError(
        expected=expected,
        found=found,
        place=Location(where),
        advice=_("data/README.md says what stands in a quiz."),
    )
