"""What a class gained from one test to the next: for each goal, with an interval, and nothing where the group is too small."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, mean

from resolutionkit.classroom.twin_forms import BLANK, OCCASIONS, Handed, goals, scores
from resolutionkit.language import _, ngettext, number

FEWEST = 10
"""Learners who did both tests; of fewer nothing is said."""
FULL = 0.85
"""A share from which on little can be gained."""


@dataclass(frozen=True, slots=True)
class Gain:
    """Shares of right answers, from 0 to 1, before and after, and between which differences the true gain lies."""

    what: str
    before: float
    after: float
    low: float
    high: float

    @property
    def verdict(self) -> str:
        if self.low <= 0 <= self.high:
            return _("cannot be told from chance")
        return _("more right afterwards") if self.low > 0 else _("fewer right afterwards")

    def cells(self) -> tuple[str, ...]:
        """The row of a table, in percent."""
        all_five = (self.before, self.after, self.after - self.before, self.low, self.high)
        *shares, low, high = (number(100 * share) for share in all_five)
        return (self.what, *shares, _("{low} to {high}").format(low=low, high=high), self.verdict)


def interval(differences: Sequence[float], items: int, miss: float = 0.05) -> tuple[float, float]:
    """Return between which values a mean difference lies, but for a chance of ``miss``.

    It is Student's interval for pairs. Where everybody gains the same, that would be a point, which no class of thirty
    can prove: so the spread is that of the class and of two more who gain and lose by one over the root of the
    number of items. tests/classroom/test_gain.py measures how often it holds the true value.
    """
    n, centre = len(differences), mean(differences)
    spread = sum((d - centre) ** 2 for d in differences) + 2 / items
    z = NormalDist().inv_cdf(1 - miss / 2)
    v = n - 1
    t = z + (z**3 + z) / (4 * v) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * v**2)  # Student's quantile, expanded
    wide = t * sqrt(spread / (n + 1) / n)
    return max(-1, centre - wide), min(1, centre + wide)


def gains(tests: Sequence[dict[str, Handed]], second: str = "after") -> tuple[list[Gain], list[str]]:
    """Return the gain of each goal and of all together since "before", and what has to be said of them.

    ``tests`` holds what each learner handed in. All intervals of the goals together miss with a chance of 5 in 100.
    """
    both = [(one["before"], one[second]) for one in tests if {"before", second} <= one.keys()]
    did = _("{n} did the test {first} and {second}.")
    said = [did.format(n=len(both), first=OCCASIONS["before"], second=OCCASIONS[second])]
    if len(both) < FEWEST:
        too_few = _("Fewer than {n} are too few to tell a gain from chance: nothing is said.")
        return [], [*said, too_few.format(n=FEWEST)]
    pairs = [(scores(before), scores(after)) for before, after in both]
    by_goal = {goal: [(b[goal], a[goal]) for b, a in pairs if goal in b and goal in a] for goal in goals()}
    shared = {goal: shares for goal, shares in by_goal.items() if len(shares) >= FEWEST}
    rows = [_gain(goals()[goal][0].into(), shares, 2, 0.05 / len(shared)) for goal, shares in shared.items()]
    common = [(b, a, b.keys() & a.keys()) for b, a in pairs]
    whole = [(mean(b[g] for g in in_both), mean(a[g] for g in in_both)) for b, a, in_both in common if in_both]
    rows.append(_gain(_("All goals together"), whole, 2 * len(shared)))
    return rows, [*said, *_warnings(both, rows)]


def _warnings(both: Sequence[tuple[Handed, Handed]], rows: Sequence[Gain]) -> Iterator[str]:
    """What may look like a gain and is none, and where a gain could not show."""
    began = [before["form"] for before, _after in both]
    if min(began.count("A"), began.count("B")) < len(both) / 4:
        yield _(
            "Most began with the same form: a difference between the forms would look like a gain. Give A and B to half each."
        )
    if same := sum(before["form"] == after["form"] for before, after in both):
        yield _("{n} answered the same form twice: they may remember it.").format(n=same)
    blank = [[row["answers"].count(BLANK) / len(row["answers"]) for row in pair] for pair in both]
    if mean(first - second for first, second in blank) > 0.1:
        yield _("More was left blank the first time: guessing alone gets a quarter right, and that is in the gain.")
    yield _("Of four options, guessing alone gets 25 % right: around that, a goal was not known.")
    if full := sum(row.before > FULL for row in rows[:-1]):
        yield ngettext(
            "{n} goal was nearly reached before: there little could be gained.",
            "{n} goals were nearly reached before: there little could be gained.",
            full,
        )


def _gain(what: str, pairs: Sequence[tuple[float, float]], items: int, miss: float = 0.05) -> Gain:
    low, high = interval([after - before for before, after in pairs], items, miss)
    return Gain(what, mean(before for before, _after in pairs), mean(after for _before, after in pairs), low, high)


def table(tests: Sequence[dict[str, Handed]]) -> list[tuple[list[str], list[tuple[str, ...]]]]:
    """Return what is said, and the rows of a table, of the second test and of the one a week later, where there are any."""
    found = []
    for second in ("after", "later"):
        if any(second in one for one in tests):
            rows, said = gains(tests, second)
            shares = (_("before, %"), f"{OCCASIONS[second]}, %")
            heads = (_("goal"), *shares, _("gain"), _("which lies between"), _("says"))
            found.append((said, [heads, *(row.cells() for row in rows)] if rows else []))
    return found
