"""What is said of each bad example of the cards: the words pointed at, what mends them, and what fills the card's sentences.

``examples.txt`` holds it, two lines an example. After a change that is meant, write it anew and read the difference:

    PYTHONPATH=tests python tests/drafting/review/test_examples.py
"""

from __future__ import annotations

import re
from pathlib import Path

from every import every
from example_drafts import example_draft

import resolutionkit as rk
from resolutionkit.document.model import Finding
from resolutionkit.drafting.review.cards import Card, cards

FILE = Path(__file__).parent / "examples.txt"


def head(card: Card, language: str, text: str) -> str:
    """An example in one line."""
    return f"{card.code} {language} {text.strip()}".replace("\n\n", " | ").replace("\n", " / ")


def said(card: Card, language: str, text: str) -> str:
    """The place, the words pointed at, what mends them, and the facts in message and advice that are neither."""
    draft = example_draft(card, text, language)
    res = rk.parse(draft, language)
    texts = {p.label: p.text for p in res.paragraphs} | {"organ": res.organ, "title": res.title}
    line = []
    for finding in rk.review(draft, language=language):
        if finding.code != card.code:  # test_cards.py says so
            continue
        words = texts.get(finding.label, "")[slice(*finding.span)]
        mended = "" if finding.replacement is None else f" → {finding.replacement!r}"
        others = facts(card, finding, language).items()
        told = [f"; {name}: {fact}" for name, fact in others if fact not in (words, finding.replacement)]
        line.append(f"{finding.label or '-'} {words!r}{mended}{''.join(told)}")
    return " | ".join(line) or "nothing is found"


def facts(card: Card, finding: Finding, language: str) -> dict[str, str]:
    """What stands in message and advice where the card has names in braces."""
    found: dict[str, str] = {}
    advice = finding.advice.removesuffix(f" {card.evidence(language)}")
    for template, text in ((str(card.message), finding.message), (str(card.advice), advice)):
        names = re.split(r"\{(\w+)\}", template)[1::2]
        parts = [re.escape(part) for part in re.split(r"\{\w+\}", template)]
        match = re.fullmatch("(.*)".join(parts), text, re.DOTALL)
        assert match, (card.code, template, text)
        found |= dict(zip(names, match.groups(), strict=True))
    return found


EXPECTED = dict(block.split("\n") for block in FILE.read_text(encoding="utf-8").strip().split("\n\n"))
ROWS = [
    (card, language, text) for card in cards().values() for language in card.severity for text in card.bad[language]
]
EXAMPLES = {head(*row): row for row in ROWS}


@every([name for name in EXPECTED if name in EXAMPLES])
def test_an_example_is_told_what_stands_in_the_file(name):
    assert said(*EXAMPLES[name]) == EXPECTED[name]


def test_the_file_knows_nearly_all_examples_and_no_more():
    assert set(EXPECTED) <= set(EXAMPLES), "an example has gone or was changed: write the file anew"
    assert len(EXPECTED) > 0.95 * len(EXAMPLES), "new cards: write the file anew"


if __name__ == "__main__":
    FILE.write_text("\n\n".join(f"{name}\n{said(*row)}" for name, row in EXAMPLES.items()) + "\n", encoding="utf-8")
