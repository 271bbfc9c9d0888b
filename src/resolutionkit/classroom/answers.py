"""Answers: whether there is one, how it is read, when two are the same, and what is still different.

Whatever a learner hands in, :meth:`Task.mark` makes an outcome of it. Each type of answer has the same three verbs:
``read`` brings it to the form in which answers are compared, ``same`` compares two such forms, and ``difference`` says
what separates them. What an exercise itself knows of its wrong answers comes in through ``tell``: it is asked first, and
a plain sentence stands in where it has nothing to say. Lists and the like stand in
:mod:`resolutionkit.classroom.made_answers`.
"""

import math
import numbers
import re
import reprlib
import unicodedata
from collections.abc import Callable, Mapping, Sized
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from resolutionkit import tables
from resolutionkit.classroom.outcome import Outcome
from resolutionkit.document.bundled import load
from resolutionkit.document.grammar.labels import read_label
from resolutionkit.errors import KitError, nearest
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _

MOST_ITEMS = 10_000
"""An answer with more elements is none: comparing stops there, so that a slip cannot freeze a notebook."""
BLANK_WORDS = frozenset(["", "todo", "your answer", "your answer here", "your code here", "ihre antwort"])

_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 60
_SHORT.maxlist = _SHORT.maxtuple = _SHORT.maxset = _SHORT.maxdict = 4

Tell = Callable[..., str]
"""What an exercise says of one part of a wrong answer, ``tell("extra", x="OP7")``; "" where it says nothing."""


class Misread(ValueError):
    """An answer that cannot be read; its text says why, to the learner. ``cause`` goes on record."""

    def __init__(self, said: str, cause: str = "misread") -> None:
        super().__init__(said)
        self.cause = cause


class Task:
    """An exercise or a question of a quiz: an answer of any type comes in, an outcome goes out; marking never raises."""

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
            return Outcome("not attempted", self.unanswered(answer)) if is_blank(answer) else self.compare(answer)
        except Misread as fault:
            misread = fault
        except KitError as fault:
            return Outcome("not yet", str(fault), cause="misread")
        except Exception as fault:  # whatever a learner hands in must not end in a traceback
            misread = Misread(_("This answer could not be read ({name}).").format(name=type(fault).__name__))
        return Outcome("not yet", f"{misread} {Task.unanswered(self, answer)}", cause=misread.cause)


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


class AnswerType:
    """What an exercise needs to know about answers of one type."""

    __slots__ = ()

    example: str = ""
    """An answer as one writes it in Python: ``"PP3"``."""
    wanted: ClassVar[Text]
    """What an answer is, with its ``{example}``."""

    @property
    def expects(self) -> str:
        """What an answer is: "a number such as 7"."""
        return str(self.wanted).format(example=self.example)

    def read(self, answer: object) -> Any:
        """Return the answer in the form in which answers are compared; :class:`Misread` if it is none."""
        raise NotImplementedError

    def same(self, one: Any, other: Any) -> bool:
        """Whether two answers, as :meth:`read` gives them, are the same."""
        return bool(one == other)

    def difference(self, given: Any, right: Any, tell: Tell) -> str:
        """Say what is still different without giving the answer away."""
        return self.strange(given) or tell("extra", x=given)

    def strange(self, given: Any) -> str:
        """Say why this can be no answer at all, whatever was asked ("there is no OP99"); "" where it can."""
        return ""


@dataclass(frozen=True, slots=True)
class Number(AnswerType):
    """A number; ``within`` is how far off it may be, in the number's own unit."""

    wanted = Text(
        "a number such as {example}, without quotation marks", "eine Zahl wie {example}, ohne Anführungszeichen"
    )
    within: float = 0.0
    example: str = "7"

    def read(self, answer: object) -> Any:
        number = only_one(answer)
        if isinstance(number, bool) or not isinstance(number, numbers.Real):
            raise Misread(why_no("number", number))
        return number

    def same(self, one: Any, other: Any) -> bool:
        try:
            return math.isclose(one, other, rel_tol=0, abs_tol=self.within + 1e-9)
        except OverflowError:
            return False

    def difference(self, given: Any, right: Any, tell: Tell) -> str:
        if given != given:
            return _("This is not a number (nan).")
        if given > right:
            return tell("more", x=given) or _("That is too many.")
        return tell("less", x=given) or _("That is too few.")


@dataclass(frozen=True, slots=True)
class Words(AnswerType):
    """A short text; capitals, white space, forms of Unicode and the kind of quotation marks do not matter."""

    wanted = Text("a text in quotation marks, such as {example}", "ein Text in Anführungszeichen, etwa {example}")
    example: str = '"Urges"'

    def read(self, answer: object) -> Any:
        answer = only_one(answer)
        if not isinstance(answer, str):
            raise Misread(why_no("word", answer))
        return plain_text(answer[:MOST_ITEMS]).strip("\"'“”„‚‘’*_ ").casefold()


@dataclass(frozen=True, slots=True)
class Name(Words):
    """An actor, a system or a topic: by its id, its name in English or German, or its abbreviation."""

    example: str = '"women"'

    def read(self, answer: object) -> Any:
        word = Words.read(self, answer)
        return _ids().get(word, word[:60])

    def strange(self, given: Any) -> str:
        known = set(_ids().values())
        if given in known:
            return ""
        near = nearest(given, known, most=1)
        said = _("No actor, system or topic is called “{name}”.").format(name=given)
        return said + (_(" Did you mean “{near}”?").format(near=near[0]) if near else "")


@cache
def _ids() -> Mapping[str, str]:
    """Name -> id, both as answers are compared."""
    found: dict[str, str] = {}
    for row in (row for table in ("actors", "systems", "topics") for row in tables.rows(table)):
        for column in ("id", "name_en", "name_de", "abbreviation"):
            if row.get(column):
                found.setdefault(Words().read(row[column]), row["id"])
    return found


@dataclass(frozen=True, slots=True)
class Quote(Words):
    """Words of the resolution; a longer or shorter piece of the same place is as good."""

    example: str = '"die …"'

    def same(self, one: Any, other: Any) -> bool:
        if one == other:
            return True
        return len(one.split()) > 3 and _stands(one) and (one in other or other in one)

    def difference(self, given: Any, right: Any, tell: Tell) -> str:
        if given.endswith("...") or "…" in given:
            return _("The quote is cut off (…): a table shows only its beginning. Copy it whole.")
        if not _stands(given):
            return _("These words do not stand in 75/10. A quote repeats the German text letter by letter.")
        if len(given.split()) <= 3:
            return _("That is too short to prove anything: quote at least four words in a row.")
        return _("The words stand in 75/10, but at another place.")


def _stands(words: str) -> bool:
    """Whether these words stand in a paragraph of 75/10."""
    return any(words in Words().read(p.text) for p in load().paragraphs)


@dataclass(frozen=True, slots=True)
class Label(AnswerType):
    """The label of one paragraph of 75/10, in any way in which one may write it: "OP13(a)", "op 13 (a)"."""

    wanted = Text("the label of one paragraph, such as {example}", "die Bezeichnung eines Absatzes, etwa {example}")
    example: str = '"PP3"'

    def read(self, answer: object) -> Any:
        answer = only_one(answer)
        label = getattr(answer, "label", answer)  # the paragraph itself is as good as its label
        if isinstance(label, str):
            label = plain_text(label[:60]).strip(" \"'“”„‚‘’*_.,:;")
            if found := read_label(label):
                return found
        raise Misread(no_label(label))

    def difference(self, given: Any, right: Any, tell: Tell) -> str:
        if said := AnswerType.difference(self, given, right, tell):
            return said
        if given[:2] != right[:2]:
            return _("Look in the other part of the resolution: PP is the preamble, OP the operative part.")
        return _("The part is right, but it is a different paragraph.")

    def strange(self, given: Any) -> str:
        return unknown_label(given)


# --- What was handed in, in words ----------------------------------------------------------------------------------


def shown(value: object) -> str:
    """Return a value as a short piece of text, whatever it is: huge, broken or with a representation that fails."""
    if hasattr(value, "item") and getattr(value, "size", 0) == 1:  # numpy's own numbers
        value = value.item()
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10**30:
        digits = int(value.bit_length() * 0.30103) + 1
        return _("a number with about {digits} digits").format(digits=digits)
    try:
        text = _SHORT.repr(value)
    except Exception:  # a learner's class may do anything in its __repr__
        return kind_of(value)
    return " ".join(text.split())


def plain_text(text: str) -> str:
    """Return a text in the form in which texts are compared: one form of Unicode, single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\u00ad", "").split())


def only_one(value: object) -> object:
    """Return what a list, set, array or column holds if that is one thing; anything else as it is."""
    items = getattr(value, "tolist", None)
    if callable(items) and getattr(value, "size", 0) == 1:  # pandas and numpy
        value = items()
    if isinstance(value, list | tuple | set | frozenset) and len(value) == 1:
        return only_one(next(iter(value)))
    return value


def kind_of(value: object) -> str:
    """Return what a value is, in words for somebody who has hardly programmed."""
    name = "function" if callable(value) and not isinstance(value, type) else type(value).__name__
    if name.startswith(("int", "uint")):  # numpy has eight of them
        name = "int"
    known = read_toml("misread.toml")["kinds"].get(name)
    return str(Text(**known)) if known else _("an object of the type {name}").format(name=name)


def why_no(wanted: str, answer: object) -> str:
    """Say why an answer is no "number", "word", "list" or "dictionary", with the sentence of ``data/misread.toml``."""
    text = answer if isinstance(answer, str) else None
    kinds = {  # what it is, the narrowest name first
        "number in quotation marks": text and re.fullmatch(r"\s*(-?\d+(?:[.,]\d+)?)\s*", text),
        "text": text is not None,
        "function": callable(answer) and not isinstance(answer, type),
        "comparison": isinstance(answer, bool),
        "number": isinstance(answer, int | float),
        "dictionary": isinstance(answer, Mapping),
        "table": hasattr(answer, "columns"),
        "numbers": isinstance(answer, list | tuple) and all(isinstance(element, int | float) for element in answer),
        "list": isinstance(answer, list | tuple | set | frozenset),
        "several": isinstance(answer, Sized) and text is None,
        "other": True,
    }
    found = read_toml("misread.toml")
    known = found["any"] | found[wanted]
    what = next(kind for kind, holds in kinds.items() if holds and kind in known)
    number = re.sub(r"\s", "", text or "")
    return str(Text(**known[what])).format(kind=kind_of(answer), number=number, answer=answer)


def no_label(answer: object) -> str:
    """Say why this is no label."""
    said = answer if isinstance(answer, str) else shown(answer)
    if re.fullmatch(r"\d{1,2}\s*\.?\s*\(?[a-z]?\)?", said.strip(), re.IGNORECASE):
        return _("“{said}” lacks its part: write PP or OP before the number.").format(said=said.strip())
    if not isinstance(answer, str):
        return why_no("label", answer)
    if re.search(r"\b(?:PP|OP)\s?\d", said, re.IGNORECASE):
        return _("In “{said}” there is more than one label. Give the label alone, such as “PP3”.").format(said=said)
    return _("“{said}” is no label. A label is PP or OP with a number, such as “PP3” or “OP13(a)”.").format(said=said)


def unknown_label(label: str) -> str:
    """Say that 75/10 has no such paragraph, and where its parts end; "" where it has."""
    res = load()
    if label in {p.label for p in res.paragraphs}:
        return ""
    if "(" in label:
        inside = next((p.items for p in res.operative if p.label == label.partition("(")[0]), ())
        last = _("There is no {label}: the last sub-paragraph is {last}.")
        said = last if inside else _("There is no {label}: that paragraph has no sub-paragraphs.")
    elif label.startswith("PP"):
        inside, said = res.preamble, _("There is no {label}: the preamble ends with {last}.")
    else:
        inside, said = res.operative, _("There is no {label}: the operative part ends with {last}.")
    return said.format(label=label, last=inside[-1].label if inside else "")


def brief(item: object) -> str:
    """Return an answer's own words, but not a novel of them."""
    if isinstance(item, tuple):
        return " – ".join(map(brief, item))
    return item if isinstance(item, str) and len(item) <= 60 else shown(item)
