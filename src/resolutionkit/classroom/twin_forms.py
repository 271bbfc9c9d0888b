"""The test before and after: twin forms A and B, whose items ask for the same step at another paragraph.

What is claimed of them, and what nobody knows yet, stands in ``docs/teaching/tests.md``.
"""

import csv
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from resolutionkit.classroom.answers import Misread
from resolutionkit.classroom.exercise import filled
from resolutionkit.classroom.outcome import Templated
from resolutionkit.classroom.quizzes import Choose, Option, shuffled
from resolutionkit.classroom.record import keep, kept
from resolutionkit.errors import unknown
from resolutionkit.files import as_text, content_of, read_toml, work_path
from resolutionkit.language import Text, _

OCCASIONS = {
    "before": Text("before the lesson", "vor der Stunde"),
    "after": Text("after the lesson", "nach der Stunde"),
    "later": Text("a week later", "eine Woche später"),
}
FORMS = ("A", "B")
FILE = "my-work/tests.json"
BLANK = "-"
"""In place of the letter of an item that was left blank."""
Handed = dict[str, str]
"""What was handed in once: form, plan, answers (a letter an item), day."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of one form: the goal that it checks, the question, and why the right answer is right."""

    goal: str
    question: Choose
    because: Text
    rests: tuple[tuple[Text, Text], ...]
    """Where the key can be looked up, and the words that stand there."""

    @property
    def letter(self) -> str:
        """The letter of the right answer."""
        return next(letter for letter, option in self.question.named.items() if option.right)


@cache
def goals() -> Mapping[str, tuple[Text, tuple[str, ...]]]:
    """Return the goals of the plans: name -> sentence, plans that have it."""
    found = read_toml("goals.toml").items()
    return {name: (Text(goal["en"], goal["de"]), tuple(goal["plans"])) for name, goal in found}


@cache
def items(form: str, plan: str = "") -> tuple[Item, ...]:
    """Return the items of a form, all or those of one plan ("A" to "D")."""
    found = read_toml("twin_forms.toml")
    places = shuffled([n % 4 for n in range(len(found))], form)
    every = [_item(name, entry, form, place) for (name, entry), place in zip(found.items(), places, strict=True)]
    return tuple(item for item in every if not plan or plan in goals()[item.goal][1])


def _item(name: str, entry: dict[str, Any], form: str, place: int) -> Item:
    """One item; its right option stands at a given place, so that in a form each letter is right equally often."""

    def of(language: str, found: Any) -> Any:
        return found[language] if isinstance(found, dict) else found

    def text(said: dict[str, str] | str) -> Text:
        fields = {language: {k: of(language, v) for k, v in entry[form].items()} for language in ("en", "de")}
        return Text(**{language: filled(of(language, said), fields[language]) for language in fields})

    right, because = entry[form].get("right", 1), text(entry["because"])
    said = enumerate(map(text, entry["options"]), 1)
    options = tuple(Option(says=words, why=because, right=n == right) for n, words in said)
    wrong = shuffled([option for option in options if not option.right], f"{name}-{form}")
    shown = (*wrong[:place], options[right - 1], *wrong[place:])
    question = Choose(id=f"{name}-{form}", ask=text(entry["ask"]), options=options, shown=shown)
    rests = tuple((text(one["at"]), text(one["quote"])) for one in entry.get("rests", ()))
    return Item(entry["goal"], question, because, rests)


def letters(answers: object, count: int) -> str:
    """Return a letter an item, "-" for a blank, from answers in any form; :class:`Misread` where some are missing."""
    if not isinstance(answers, str):
        answers = "".join(str(each or BLANK)[:2] for each in answers) if isinstance(answers, Iterable) else str(answers)
    said = answers[:500].casefold().replace("–", BLANK).replace("_", BLANK).replace("?", BLANK)
    if re.search(r"\d", said):
        given = {int(n): letter for n, letter in re.findall(r"(\d{1,2})\W*?([a-d](?![a-z])|-)", said)}
        known = given and set(given) <= set(range(1, count + 1))
        found = "".join(given.get(n, BLANK) for n in range(1, count + 1)) if known else ""
    else:
        found = re.sub(r"[\s,;.)/]", "", said)
    if len(found) != count or not set(found) <= set("abcd" + BLANK):
        wanted = _("A letter (a to d) for each of the {n} items is expected, and - for a blank, such as {example}.")
        raise Misread(wanted.format(n=count, example=("cab-" * count)[:count]))
    return found


@dataclass(frozen=True, slots=True, repr=False)
class Form(Templated):
    """A form to answer on one occasion; it shows its items, and ``hand_in("cab-…")`` keeps the answers."""

    template = "form"
    occasion: str
    form: str
    plan: str = ""

    @property
    def items(self) -> tuple[Item, ...]:
        return items(self.form, self.plan)

    def hand_in(self, answers: object) -> str:
        """Keep the answers in ``my-work`` and say so; what was handed in first stays.

        Which ones are right is not said: the same items may come back. Raises nothing a learner could cause.
        """
        known = handed(work_path(FILE))
        if self.occasion in known and known[self.occasion]["answers"]:
            return _("You have handed this in on {day}; that stays.").format(day=known[self.occasion]["day"])
        try:
            given = letters(answers, len(self.items))
        except Misread as fault:
            return str(fault)
        if not keep(FILE, self.occasion, _row(self.form, self.plan, given, str(date.today()))):
            return _("Your answers could not be saved: write them down on paper.")
        n = len(given) - given.count(BLANK)
        return _("Handed in: {n} of {all} answered.").format(n=n, all=len(given))

    @property
    def head(self) -> str:
        return _("Form {form}, {occasion}").format(form=self.form, occasion=OCCASIONS[self.occasion])

    @property
    def how(self) -> str:
        return _(
            "Choose one answer each; leave open what you do not know. You may look into resolution 75/10, and nowhere else. "
            "This is no examination: it shows what the lesson taught."
        )

    @property
    def example(self) -> str:
        """The line that hands the answers in."""
        return f'rk.test("{self.occasion}").hand_in("")'

    def __str__(self) -> str:
        lines = [self.head, self.how]
        for number, item in enumerate(self.items, 1):
            lines += ["", f"{number}. {item.question.ask}", *(f"   {n}) {said}" for n, said in item.question.rows())]
        hand_in = _("Hand in a letter for each, and - for what you leave open:")
        return "\n".join([*lines, "", f"{hand_in} {self.example}"])


def test(occasion: str, *, form: str = "", plan: str = "") -> Form:  # noqa: PT028  # of learners, not of pytest
    """Return the form for an occasion: "before" a lesson, "after" it, or a week "later".

    Who begins with which form is drawn by lot; "after" is the other one, "later" the first again. ``form`` names one,
    ``plan`` ("A" to "D") takes the items of one plan alone. Raises :class:`UnknownName` for any other occasion.

    >>> test("before", form="A", plan="C").items[0].question.id
    'amend-1-A'
    """
    if form not in ("", *FORMS):
        advice = _("Leave it out, and a form is drawn by lot.")
        raise unknown(form, FORMS, expected=_("A form such as {near}"), advice=advice)
    if str(occasion) not in OCCASIONS:
        advice = _("There are three: before, after, later.")
        raise unknown(occasion, OCCASIONS, expected=_("An occasion such as {near}"), advice=advice)
    known = handed(work_path(FILE))
    began = known.get("before", {})
    first = began.get("form") or random.choice(FORMS)
    drawn = FORMS[1 - FORMS.index(first)] if occasion == "after" else first
    row = known.get(occasion) or _row(drawn, began.get("plan", ""))
    if not row["answers"]:
        row |= {"form": form or row["form"], "plan": plan or row["plan"]}
        keep(FILE, occasion, row)
    return Form(occasion, row["form"], row["plan"])


def _row(form: str, plan: str, answers: str = "", day: str = "") -> Handed:
    return {"form": form, "plan": plan, "answers": answers, "day": day}


def handed(path: Path) -> dict[str, Handed]:
    """Return what a file holds: occasion -> what was handed in; what is no such thing is left out."""
    found = kept(path.absolute())
    try:
        rows = {name: _row(*(str(found[name][key]) for key in ("form", "plan", "answers", "day"))) for name in found}
    except (KeyError, TypeError):  # somebody has edited it
        return {}
    return {name: row for name, row in rows.items() if name in OCCASIONS and _fits(row)}


def _fits(row: Handed) -> bool:
    known = row["form"] in FORMS and row["plan"] in ("", *"ABCD")
    return known and len(row["answers"]) in (0, len(items(row["form"], row["plan"])))


def scores(row: Handed) -> dict[str, float]:
    """Return the share of right answers for each goal."""
    found: dict[str, list[bool]] = {}
    for item, letter in zip(items(row["form"], row["plan"]), row["answers"], strict=True):
        found.setdefault(item.goal, []).append(letter == item.letter)
    return {goal: sum(right) / len(right) for goal, right in found.items()}


def on_paper(path: Path) -> Iterator[tuple[str, str, Handed | str]]:
    """Yield (learner, occasion, what was handed in, or why it cannot be read) for each line of a table of paper tests.

    Its columns: learner, occasion, form, plan (may be empty), answers.
    """
    content = content_of(path)
    try:
        text = as_text(content)
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    head = text.partition("\n")[0]
    for number, line in enumerate(csv.DictReader(text.splitlines(), delimiter=";" if ";" in head else ","), 2):
        columns = ("learner", "occasion", "form", "plan", "answers")
        learner, occasion, form, plan, answers = (str(line.get(name) or "").strip() for name in columns)
        row, place = _row(form.upper(), plan.upper()), f"{path.name}:{number}"
        try:
            if occasion not in OCCASIONS or not _fits(row):
                raise Misread(_("occasion: before, after, later; form: A, B; plan: A to D or nothing"))
            given = letters(answers, len(items(row["form"], row["plan"])))
            yield learner or place, occasion, row | {"answers": given}
        except Misread as fault:
            yield learner or place, occasion, f"{place}: {fault}"
