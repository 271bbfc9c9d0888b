"""What exercises and questions of a quiz have in common: an answer of any type comes in, an outcome goes out."""

from __future__ import annotations

from resolutionkit.classroom.misread import Misread
from resolutionkit.classroom.outcome import Outcome
from resolutionkit.language import _

BLANK_WORDS = frozenset(["", "todo", "your answer", "your answer here", "your code here", "ihre antwort"])


class Task:
    """Something to answer; whatever a learner hands in, marking it never raises."""

    @property
    def name(self) -> str:
        """By which it is called: "1.2" or "anatomy-2"."""
        raise NotImplementedError

    def expects(self) -> str:
        """Say what kind of answer is expected."""
        raise NotImplementedError

    def unanswered(self, answer: object) -> str:
        """Say how to answer, to somebody who has not yet."""
        return _("Expected: {expects}.").format(expects=self.expects())

    def compare(self, answer: object) -> Outcome:
        """Return what an answer is worth; :class:`Misread` for one that is none."""
        raise NotImplementedError

    def mark(self, answer: object) -> Outcome:
        """Return what an answer is worth, without putting it on record."""
        try:
            if is_blank(answer):
                return Outcome(self.name, "not attempted", self.unanswered(answer))
            return self.compare(answer)
        except Misread as fault:
            said = str(fault)
        except Exception as fault:  # whatever a learner hands in must not end in a traceback
            said = _("This answer could not be read ({name}).").format(name=type(fault).__name__)
        said = f"{said} " + _("Expected: {expects}.").format(expects=self.expects())
        return Outcome(self.name, "not yet", said, cause="misread")


def is_blank(answer: object) -> bool:
    """Whether nothing was answered yet: ``...``, ``None``, a text without words, or a list of such things.

    A list without elements is an answer: somebody's condition fitted nothing.
    """
    if answer is None or answer is ...:
        return True
    if isinstance(answer, str):
        return len(answer) < 100 and answer.strip(" .…\n\t_-#").casefold() in BLANK_WORDS
    if isinstance(answer, list | tuple | set | frozenset | dict):
        return 0 < len(answer) < 100 and all(is_blank(element) for element in answer)
    code = getattr(answer, "__code__", None)  # a function whose body is still "..."
    return code is not None and code.co_code == _empty.__code__.co_code and not code.co_names


def _empty(answer: object) -> None: ...
