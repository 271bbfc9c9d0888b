"""What is said of the gain of a class: the truth where there are enough learners, and nothing where there are not."""

from __future__ import annotations

import random
from math import exp, log
from statistics import fmean

import pytest

from resolutionkit.classroom.class_view import Learner, as_csv, as_page, read_class
from resolutionkit.classroom.gain import gains, interval
from resolutionkit.classroom.twin_forms import FORMS, goals, items
from resolutionkit.language import talking


def answers(form, knows, dice):
    """A learner's letters: right with the chance that ``knows`` names for the goal of the item."""
    said = ""
    for item in items(form):
        right = item.letter
        said += right if dice.random() < knows(item.goal) else dice.choice("abcd".replace(right, "-"))
    return said


def made_up(count, before, after, *, seed=1, first="AB"):
    dice = random.Random(seed)
    return [
        {
            when: {"form": form, "plan": "", "answers": answers(form, knows, dice), "day": ""}
            for when, form, knows in (
                ("before", first[n % 2], before),
                ("after", FORMS[1 - FORMS.index(first[n % 2])], after),
            )
        }
        for n in range(count)
    ]


def taught(goal):
    return 0.95 if goal in ("locate", "adopt") else 0.3


def nothing_known(goal):
    return 0.3


def test_of_five_learners_nothing_is_said():
    rows, said = gains(made_up(5, nothing_known, taught))
    assert rows == []
    assert "5 did the test" in said[0]
    assert "nothing is said" in said[1]


@pytest.mark.parametrize("count", [15, 30])
def test_what_was_taught_is_seen_and_nothing_else(count):
    rows, _said = gains(made_up(count, nothing_known, taught))
    verdicts = {row.what: row.verdict for row in rows[:-1]}
    seen = {str(goals()[goal][0]) for goal in ("locate", "adopt")}
    assert {what for what, verdict in verdicts.items() if verdict == "more right afterwards"} == seen
    assert set(verdicts.values()) <= {"more right afterwards", "cannot be told from chance"}


def test_of_a_class_that_learned_nothing_no_gain_is_claimed():
    claims = [
        [
            row.what
            for row in gains(made_up(30, nothing_known, nothing_known, seed=seed))[0][:-1]
            if "chance" not in row.verdict
        ]
        for seed in range(100)
    ]
    assert sum(map(bool, claims)) <= 8, "all goals of a table together: 5 of 100"


def test_what_was_forgotten_is_said():
    rows, _said = gains(made_up(30, taught, nothing_known))
    assert "fewer right afterwards" in {row.verdict for row in rows}


def test_the_same_form_for_all_is_said():
    assert "same form" in " ".join(gains(made_up(12, nothing_known, taught, first="AA"))[1])
    assert "same form" not in " ".join(gains(made_up(12, nothing_known, taught))[1])


def test_what_blanks_and_guesses_and_a_full_start_do_is_said():
    class_ = made_up(12, nothing_known, taught)
    said = " ".join(gains(class_)[1])
    assert "25 %" in said
    assert "blank" not in said
    for one in class_:
        one["before"]["answers"] = "-" * 20
    assert "left blank the first time" in " ".join(gains(class_)[1])
    assert "goals were nearly reached before" in " ".join(gains(made_up(12, lambda goal: 0.97, taught))[1])
    assert "nearly reached" not in said


@pytest.mark.parametrize("count", [10, 15, 30])
def test_of_a_class_that_guesses_all_goals_together_miss_five_times_in_a_hundred(count):
    """At the floor: everybody guesses, before and after, so each gain is none."""
    runs = [gains(made_up(count, lambda goal: 0.25, lambda goal: 0.25, seed=seed))[0] for seed in range(150)]
    claims = [[row for row in rows[:-1] if row.low > 0 or row.high < 0] for rows in runs]
    assert sum(map(bool, claims)) <= 14
    assert sum(rows[-1].low > 0 or rows[-1].high < 0 for rows in runs) <= 14


def test_who_did_one_test_alone_does_not_count():
    class_ = made_up(12, nothing_known, taught)
    del class_[0]["after"], class_[1]["before"], class_[2]["before"]
    assert gains(class_)[0] == []


@pytest.mark.parametrize("count", [10, 15, 30])
@pytest.mark.parametrize("number", [2, 20])
@pytest.mark.parametrize(("before", "after"), [(0.5, 0.5), (0.3, 0.7), (0.8, 0.95), (0.95, 0.99), (0.5, 0.95)])
def test_the_interval_holds_the_true_gain(count, number, before, after):
    """Learners differ: each has a strength of his or her own, which moves both chances."""

    def chance(share, strength):
        return 1 / (1 + exp(-(log(share / (1 - share)) + strength)))

    dice, held, runs = random.Random(7), 0, 800
    strengths = [dice.gauss(0, 1) for _ in range(20_000)]
    true = fmean(chance(after, s) - chance(before, s) for s in strengths)
    for _ in range(runs):
        differences = []
        for s in dice.sample(strengths, count):
            was, now = (sum(dice.random() < chance(share, s) for _ in range(number)) for share in (before, after))
            differences.append((now - was) / number)
        low, high = interval(differences, number)
        held += low <= true <= high
    assert held / runs >= 0.94


def test_the_whole_way_from_the_folder_to_the_page(tmp_path):
    lines = ["learner,occasion,form,plan,answers"]
    for n, one in enumerate(made_up(15, nothing_known, taught)):
        lines += [f"learner {n},{when},{row['form']},,{row['answers']}" for when, row in one.items()]
    (tmp_path / "tests.csv").write_text("\n".join([*lines, "learner 3,later,A,,abc"]), encoding="utf-8")
    learners = read_class(tmp_path)
    assert len(learners) == 15
    assert "tests.csv:32" in next(one for one in learners if one.name == "learner 3").unread[0]
    with talking("de"):
        page = as_page(learners, "")
    assert "danach mehr richtig" in page
    assert page.count("Test vorher und nachher: wie viel richtig war") == 15
    shares = [row.split(",")[8] for row in as_csv(learners).splitlines()[1:]]
    assert all(0 <= float(share) <= 1 for share in shares)


def test_a_learner_without_a_test_has_no_share():
    assert Learner("Ana").shares == {}
    assert as_csv([Learner("Ana")]).splitlines()[1].split(",")[8:11] == ["", "", ""]
