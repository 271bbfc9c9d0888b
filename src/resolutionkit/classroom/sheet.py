"""The sheet of a topic: texts from ``data/exercises/*.toml``, joined to what is right and what goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Literal

from resolutionkit.classroom.answers import Kind
from resolutionkit.classroom.exercise import LEVELS, Closed, Mistake
from resolutionkit.classroom.written_answers import Condition, Drafting, Essay, Holds
from resolutionkit.errors import Location, TableError
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _

_COPY = Text("Copy this into the answer cell:", "Übernehmen Sie dies in die Antwortzelle:")
_SAY_IT = Text(
    "One way to do it. Copy it into the answer cell, or better, find words of your own:",
    "So ginge es. Übernehmen Sie dies in die Antwortzelle, oder besser: Finden Sie eigene Worte:",
)


class Sheet:
    """The texts of one topic; makes its exercises and refuses to make one whose texts are not complete.

    >>> Sheet("anatomy").file
    'exercises/anatomy.toml'
    """

    def __init__(self, topic: str) -> None:
        self.file = f"exercises/{topic}.toml"

    @cached_property
    def entries(self) -> dict[str, dict[str, Any]]:
        """Exercise number -> its table in the file."""
        return read_toml(self.file)

    def closed(
        self, number: str, kind: Kind, *, right: Callable[[], Any], mistakes: Mapping[str, Callable[[], Any]]
    ) -> Closed:
        """Make an exercise with one right answer; ``mistakes`` are typical wrong ones, by their name in the file."""
        says = self._named(number, "mistakes", mistakes)
        known = tuple(Mistake(answer, says[name]) for name, answer in mistakes.items())
        return Closed(**self._common(number, _COPY), kind=kind, right=right, mistakes=known)

    def drafting(
        self,
        number: str,
        *,
        conditions: Mapping[str, Holds],
        mistakes: Mapping[str, str],
        frame: str = "{draft}",
        language: str | None = "en",
        allowed: frozenset[str] = frozenset(),
    ) -> Drafting:
        """Make a drafting exercise; ``mistakes`` are typical drafts that fail the condition of the same name.

        A mistake whose name is the code of a rule ("UN103") is found by the review, and needs no text.
        """
        says = self._named(number, "conditions", conditions)
        return Drafting(
            **self._common(number, _SAY_IT),
            conditions=tuple(Condition(holds, says[name]) for name, holds in conditions.items()),
            mistakes=self._typical(number, mistakes, says),
            frame=frame,
            language=language,
            allowed=allowed,
        )

    def essay(
        self, number: str, *, words: tuple[int, int], conditions: Mapping[str, Holds], mistakes: Mapping[str, str]
    ) -> Essay:
        """Make an exercise that is answered in sentences of the learner's own."""
        says = self._named(number, "conditions", conditions)
        return Essay(
            **self._common(number, _SAY_IT),
            words=words,
            conditions=tuple(Condition(holds, says[name]) for name, holds in conditions.items()),
            mistakes=self._typical(number, mistakes, says),
        )

    def _typical(self, number: str, mistakes: Mapping[str, str], says: Mapping[str, Text]) -> tuple[Mistake, ...]:
        found = []
        for name, draft in mistakes.items():
            if name not in says and not name.startswith("UN"):
                raise self._fault(number, _("a condition {name!r}").format(name=name))
            found.append(Mistake(lambda draft=draft: draft, says.get(name) or Text(name, name)))  # type: ignore[misc]
        return tuple(found)

    def _common(self, number: str, last: Text) -> dict[str, Any]:
        entry = self._entry(number)
        level = entry.get("level")
        if level not in LEVELS:
            raise self._fault(number, f"level = {' | '.join(LEVELS)}")
        code = str(entry.get("code", "")).strip("\n")
        if not code.strip() or len(entry.get("hints", ())) < 2:
            raise self._fault(number, _("code and two hints"))
        return {
            "number": number,
            "level": level,
            "minutes": int(entry["minutes"]),
            "points": int(entry["points"]),
            "core": bool(entry["core"]),
            "title": self._text(number, entry.get("title")),
            "question": self._text(number, entry.get("question")),
            "because": self._text(number, entry.get("because")),
            "hints": (*(self._text(number, hint) for hint in entry["hints"]), last),
            "rubric": tuple(self._text(number, line) for line in entry.get("rubric", ())),
            "code": code,
        }

    def _entry(self, number: str) -> dict[str, Any]:
        if number not in self.entries:
            raise self._fault(number, f'["{number}"]')
        return self.entries[number]

    def _named(
        self, number: str, part: Literal["mistakes", "conditions"], wanted: Mapping[str, object]
    ) -> dict[str, Text]:
        texts = self._entry(number).get(part, {})
        if set(texts) != set(wanted):
            raise self._fault(number, f"{part}: {', '.join(sorted(set(texts) ^ set(wanted)))}")
        return {name: self._text(number, text) for name, text in texts.items()}

    def _text(self, number: str, found: object) -> Text:
        if isinstance(found, dict) and all(
            isinstance(found.get(key), str) and found[key].strip() for key in ("en", "de")
        ):
            return Text(found["en"], found["de"])
        raise self._fault(
            number,
            _("every text in English and German (en, de)"),
        )

    def _fault(self, number: str, expected: str) -> TableError:
        return TableError(
            expected=_("In exercise {number}: {expected}").format(number=number, expected=expected),
            found=_("something else, or nothing"),
            place=Location(self.file),
            advice=_("Compare the file with the module of the same name in resolutionkit/exercises/topics."),
        )
