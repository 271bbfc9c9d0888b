"""The counts in the cards are those that ``data/count_rules.py`` makes of the corpus."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from corpus import FOLDER, needs_corpus, official_files
from every import every

from resolutionkit.drafting.review.cards import Kept, cards
from resolutionkit.files import data_folder

spec = importlib.util.spec_from_file_location("count_rules", data_folder() / "count_rules.py")
count_rules = importlib.util.module_from_spec(spec)
spec.loader.exec_module(count_rules)

COUNTED = [card for card in cards().values() if card.kept]


@every(COUNTED, lambda card: card.code)
def test_a_count_says_what_it_counts(card):
    for language in card.kept:
        by_card = card.rival.get(language) or card.pattern.get(language) or card.name in count_rules.usage.tables()
        assert by_card or card.counted.en in count_rules.UNITS
    assert card.counted.en != "places"
    assert card.counted.de


def test_counts_are_written_into_the_card_they_belong_to():
    text = '# head\n\n[UN103]\nkept = { en = [1, 2] }\npart = "preamble"\n\n[UN104]\npart = "preamble"\n'
    written = count_rules.written(text, {"UN103": {"en": Kept(5, 6), "de": Kept(7, 7)}})
    assert "kept = { en = [5, 6], de = [7, 7] }" in written.split("[UN104]")[0]
    assert "kept" not in written.split("[UN104]")[1]


@needs_corpus
@pytest.mark.parametrize(("language", "files"), [("en", 339), ("de", 10)])
def test_the_cards_hold_what_the_script_counts(language, files):
    if len(official_files(language)) != files:
        pytest.skip("another corpus than that of the cards")
    drafts = list(count_rules.adopted(Path(FOLDER), language))
    counts = count_rules.counts(drafts, language, set())
    assert counts == {code: card.kept[language] for code, card in cards().items() if language in card.kept}
