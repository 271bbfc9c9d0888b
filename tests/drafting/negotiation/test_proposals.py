"""The amendments that lead from a draft to a changed one: in the words of a delegation, and doing what was done."""

from __future__ import annotations

import random

import pytest
from made_amendments import add, delete, move, replace, replace_words

import resolutionkit as rk
from resolutionkit.drafting.negotiation import Amendment, amend, starting_draft
from resolutionkit.drafting.negotiation.proposals import proposals

BASE = starting_draft("en")
LIST = "Requests the Secretary-General:\n(a) To report;\n(b) To listen;"
TITLE = "“Police cooperation across borders”"


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ([], []),
        ([delete("OP4")], ["delete OP4"]),
        ([replace_words("OP2", "without delay", "soon")], ["in OP2 replace “without delay” by “soon”"]),
        ([replace_words("OP2", "without delay", "")], ["in OP2 delete “without delay”"]),
        ([add("Notes its work;", after="OP5")], ["add after OP5: *Notes* its work;"]),
        ([add("Noting its work,", before="PP1")], ["add before PP1: *Noting* its work,"]),
        ([replace("OP5", "Notes its work;")], ["replace OP5 by: *Notes* its work;"]),
        (
            [add(LIST, after="OP7")],
            ["add after OP7: *Requests* the Secretary-General:\n(a) To report;\n(b) To listen."],
        ),
        ([move("OP2", after="OP5")], ["move OP2 after OP5"]),
        ([replace_words("OP7", TITLE, "“Police”")], ["replace OP7 by: " + "*Decides* to include in the provisional"]),
    ],
)
def test_each_change_is_one_sentence(done, said):
    found = [amendment.in_full() for amendment in proposals(BASE, amend(BASE, done).draft)]
    assert [sentence[: len(wanted)] for sentence, wanted in zip(found, said, strict=True)] == said


def random_amendments(chance: random.Random, draft: rk.Resolution) -> list[Amendment]:
    labels = [p.label for p in (*draft.preamble, *draft.operative)]
    made = []
    for label in chance.sample(labels, chance.randint(1, 4)):
        words = chance.choice(draft[label].text.split()[1:-1])
        other = chance.choice([name for name in labels if name != label and name[:2] == label[:2]])
        new = chance.choice(["Notes the work of INTERPOL;", LIST])
        makes = [
            lambda label=label: delete(label),
            lambda label=label, new=new: replace(label, new),
            lambda label=label, new=new: add(new, after=label),
            lambda label=label, words=words: replace_words(label, words, chance.choice(["", "two words"])),
            lambda label=label, other=other: move(label, after=other),
        ]
        made.append(chance.choice(makes)())
    return made


@pytest.mark.parametrize("seed", range(40))
def test_applied_they_make_the_changed_text(seed):
    draft = starting_draft("en" if seed % 2 else "de")
    try:
        changed = amend(draft, random_amendments(random.Random(seed), draft)).draft
    except rk.KitError:
        pytest.skip("these contradict each other")
    again = amend(draft, proposals(draft, changed)).draft
    assert [(p.label, p.text) for p in again.paragraphs] == [(p.label, p.text) for p in changed.paragraphs]
