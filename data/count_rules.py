"""Counts in adopted resolutions how often each drafting rule is kept, and writes it into the cards of ``data/rules``.

    RESOLUTIONKIT_CORPUS=FOLDER python data/count_rules.py [--check] [CODE...]

FOLDER holds AKN4UN files as the United Nations publish them, English ones in ``en`` and German ones in ``de``. What is counted is what
the card says in ``counted``: matches of its ``pattern`` and its ``rival`` together, the places of its table in ``data/usage.toml``
together with what should stand there, or a unit of ``UNITS`` below. ``kept`` is that number without those in which :func:`review` finds
something. With ``--check`` nothing is written, and the exit status is 1 where a card says something else.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import resolutionkit as rk
from resolutionkit.document.grammar.citations import citations_in
from resolutionkit.document.grammar.dates import date_in
from resolutionkit.document.grammar.verbs import Part
from resolutionkit.document.model import Paragraph
from resolutionkit.drafting.review import usage
from resolutionkit.drafting.review.cards import Card, Kept, cards, compiled
from resolutionkit.drafting.review.draft import Draft
from resolutionkit.drafting.review.engine import all_checks
from resolutionkit.drafting.review.repeats import addressee, addresses, speaks_to_somebody_new
from resolutionkit.errors import KitError

RULES = Path(__file__).parent / "rules"
Unit = Callable[[Draft], int]


def tops(draft: Draft) -> list[Paragraph]:
    return [*draft.preamble, *draft.operative]


def lists(draft: Draft) -> list[Paragraph]:
    return [p for top in tops(draft) for p in top.walk() if p.items and all(item.marker for item in p.items)]


def items(draft: Draft, part: str = "P") -> list[Paragraph]:
    return [item for p in lists(draft) if part in p.label for item in p.items]


def repeating(draft: Draft, *repeats: int, parts: tuple[Part, ...] = ("preamble", "operative")) -> int:
    return sum(opener.repeat in repeats for part in parts for opener in draft.repeated[part])


def same_verb(draft: Draft, wanted: Callable[..., bool]) -> int:
    return sum(wanted(before, this) for before, this in draft.neighbours("operative"))


def places(pattern: str, where: str = "text") -> Unit:
    return lambda draft: sum(1 for _ in draft.find(compiled(pattern), where))


def first_mentions(draft: Draft) -> int:
    return sum(first for _paragraph, _citation, first in draft.citations)


def by_secretary(before, this) -> bool:  # type: ignore[no-untyped-def]
    return this.verb == "requests" and addressee(this) == addressee(before) == "the secretary-general"


WITH_TWO_FORMS = re.compile(r"To [a-z]|[A-Z][a-z]+ing\b")
ORDINAL = r"(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:ieth|y-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))\b"
MONTHS = r"\d{1,2}\.? (?:Jan|Feb|M[aä]r|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])\w* \d{4}"
UNITS: dict[str, Unit] = {
    "resolutions": lambda d: 1,
    "resolutions with a preamble": lambda d: bool(d.resolution.organ and d.preamble),
    "resolutions without a preamble": lambda d: bool(d.resolution.organ and d.resolution.operative and not d.preamble),
    "titles": lambda d: bool(d.resolution.title),
    "resolutions with a date on the cover and in the closing lines": lambda d: (
        any("dopted" in line or "abschiedet" in line for line in d.resolution.cover) and any(map(date_in, d.resolution.closing))
    ),
    "resolutions that name a meeting in the closing lines": lambda d: bool(d.resolution.meeting),
    "preambular paragraphs": lambda d: len(d.preamble),
    "preambular paragraphs without sub-paragraphs": lambda d: sum(not p.items for p in d.preamble),
    "neighbouring preambular paragraphs with the same verb": lambda d: sum(1 for _ in d.neighbours("preamble")),
    "preambular paragraphs with “also” or “further” in the opener": lambda d: repeating(d, 1, 2, parts=("preamble",)),
    "paragraphs with an opener": lambda d: sum(bool(p.opener) for p in tops(d)),
    "paragraphs with an opener of two words or more": lambda d: sum(" " in p.opener for p in tops(d)),
    "paragraphs": lambda d: len(d.all),
    "paragraphs with “also” or “further” in the opener": lambda d: repeating(d, 1, 2),
    "paragraphs with “further” in the opener": lambda d: repeating(d, 2),
    "operative paragraphs": lambda d: len(d.operative),
    "quotations": lambda d: d.whole.count("„"),
    "operative paragraphs before the last, without sub-paragraphs": lambda d: sum(not p.items for p in d.operative[:-1]),
    "resolutions with numbered paragraphs": lambda d: any(p.number is not None for p in d.body),
    "resolutions with one operative paragraph": lambda d: len(d.body) == 1,
    "operative paragraphs that repeat a verb which speaks to nobody": lambda d: same_verb(d, lambda b, t: not addresses(t)),
    "operative paragraphs that repeat a verb for somebody else": lambda d: same_verb(
        d, lambda b, t: addresses(t) and speaks_to_somebody_new(b, t)
    ),
    "requests to the Secretary-General directly behind another": lambda d: same_verb(d, by_secretary),
    "operative paragraphs with “also” or “further” in the opener": lambda d: repeating(d, 1, 2, parts=("operative",)),
    "paragraphs that put an item on a provisional agenda": lambda d: sum(
        "include in the provisional agenda of its" in p.text for p in d.operative
    ),
    "lists": lambda d: len(lists(d)),
    "lists of three or more, all but one of which begin with “To”": lambda d: sum(
        len(p.items) > 2 and sum(i.text.startswith("To ") for i in p.items) >= len(p.items) - 1 for p in lists(d)
    ),
    "lists with a sub-paragraph that begins with “To” or with a word in -ing": lambda d: sum(
        any(WITH_TWO_FORMS.match(i.text) for i in p.items) for p in lists(d)
    ),
    "sub-paragraphs": lambda d: len(items(d)),
    "operative sub-paragraphs": lambda d: len(items(d, "OP")),
    "preambular sub-paragraphs": lambda d: len(items(d, "PP")),
    "first mentions of a resolution": first_mentions,
    "later mentions of a resolution": lambda d: len(d.citations) - first_mentions(d),
    "citations of Security Council resolutions": lambda d: sum(
        c.symbol.startswith("S/RES") for p in d.all for c in citations_in(p.text)
    ),
    "dates": places(MONTHS),
    "dated citations of resolutions by session": lambda d: sum(
        c.date is not None and bool(re.match(r"A/RES/\d{2}/", c.symbol)) for _p, c, _first in d.citations
    ),
    "citations of resolutions": lambda d: sum(c.kind == "resolution" for p in d.all for c in citations_in(p.text)),
    "citations of Assembly resolutions of the first thirty sessions": lambda d: sum(
        bool(re.match(r"A/RES/\d+\([IVXL]+\)", c.symbol)) for _p, c, _first in d.citations
    ),
    "references to an article of the Charter or of a treaty": places(
        r"[Aa]rticles? \d[\d ,()]*(?:(?:and|to) \d+ ?)?of the (?:Charter|(?:[A-Z][\w’-]+ (?:(?:and|on|of|for|the|to|in|against) )*)*"
        r"(?:Convention|Covenant|Treaty|Protocol|Agreement)\b)"
    ),
    "ordinal numbers from twenty to ninety-nine": places(ORDINAL),
    "sums of money": places(r"\d[\d,.]*(?: (?:thousand|million|billion|trillion))? (?:United States )?(?:dollars|euros)\b|\$|€|USD"),
    "numbers before per cent, million or billion": places(r"\d[\d,.]* (?:per cent|million|billion)\b"),
    "numbers from two to nine before a noun that can be counted": places(
        r"(?:two|three|four|five|six|seven|eight|nine|(?<!\d)[2-9]) (?:[a-z-]+ )?<counted>\b"
    ),
    "numbers from ten on before a noun that can be counted": places(r"\d\d+ (?:[a-z-]+ )?<counted>\b"),
    "resolutions with footnotes": lambda d: any(p.footnotes for p in d.all),
    "footnote marks beside a comma or a semicolon": lambda d: sum(
        p.text[max(0, (n.position or 0) - 1) : (n.position or 0) + 1].strip()[-1:] in ",;" or p.text[(n.position or 1) - 1] in ",;"
        for p in d.all for n in p.footnotes
    ),
}  # fmt: skip
"""What a card may count that has neither a rival pattern nor a table of words; the names are those of ``counted`` in English."""


def adopted(folder: Path, language: str) -> Iterator[Draft]:
    """The resolutions of a corpus in one language, composite ones part by part."""
    for path in sorted((folder / language).rglob("*.xml")):
        try:
            resolution = rk.load(path)
        except KitError:  # the corpus has a file that is broken
            continue
        if resolution.language == language:
            yield from (Draft(part) for part in resolution.parts or [resolution])


def unit_of(card: Card, language: str) -> Unit | None:
    """What is counted for a card; None where nothing is."""
    if card.name in usage.tables():
        better = {e.better for e in usage.entries(language) if e.table == card.name} | {
            e.better.removeprefix("the ") for e in usage.entries(language) if e.table == card.name
        }
        words = sorted(better - {"and"}, key=len, reverse=True)  # what should stand for "&" stands everywhere
        return places(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
    if rival := card.rival.get(language):
        return lambda draft: sum(1 for _ in draft.find(compiled(rival), card.where))
    return UNITS.get(card.counted.en)


def broken(card: Card, draft: Draft) -> int:
    """In how many of what is counted the rule is broken: a resolution, a paragraph or a list counts once."""
    found = [each.place.label for each in all_checks()[card.code](draft)]
    counted = card.counted.en
    if counted.startswith(("resolutions", "titles")):
        return bool(found)
    if "list" in counted:
        return len({label.rpartition("(")[0] for label in found})
    return len(set(found)) if "paragraph" in counted.split(" with ")[0] else len(found)


def believed(card: Card, drafts: list[Draft]) -> Kept:
    """For a card that is looked for in no draft: how many resolutions do what it says."""
    ((pattern, _better),) = card.patterns("en")
    return Kept(sum(any(True for _ in draft.find(pattern, card.where)) for draft in drafts), len(drafts))


def counts(drafts: list[Draft], language: str, codes: set[str]) -> dict[str, Kept]:
    kept: dict[str, Kept] = {}
    for code, card in cards().items():
        if codes and code not in codes:
            continue
        if not card.severity and card.pattern and language == "en":
            kept[code] = believed(card, drafts)
        elif language in card.severity and (unit := unit_of(card, language)):
            wrong = sum(broken(card, draft) for draft in drafts)
            right = sum(unit(draft) for draft in drafts)
            by_places = bool(card.rival.get(language)) or card.name in usage.tables() or card.counted.en in ADDED
            kept[code] = Kept(right, right + wrong) if by_places else Kept(right - wrong, right)
    return kept


ADDED = {
    "ordinal numbers from twenty to ninety-nine",
    "numbers before per cent, million or billion",
    "numbers from ten on before a noun that can be counted",
    "citations of Assembly resolutions of the first thirty sessions",
    "citations of Security Council resolutions",
}
"""Units that hold the right forms alone, so that the wrong ones come on top."""


def main() -> int:
    arguments = [a for a in sys.argv[1:] if a != "--check"]
    folder = Path(os.environ.get("RESOLUTIONKIT_CORPUS", "does-not-exist"))
    if not folder.is_dir():
        print("Set RESOLUTIONKIT_CORPUS to a folder of AKN4UN files.")
        return 2
    new: dict[str, dict[str, Kept]] = {}
    for language in ("en", "de"):
        drafts = list(adopted(folder, language))
        print(f"{language}: {len(drafts)} resolutions and parts of resolutions")
        for code, kept in counts(drafts, language, set(arguments)).items():
            new.setdefault(code, {})[language] = kept
    differing = [code for code, kept in new.items() if dict(cards()[code].kept) != kept]
    for code in differing:
        print(code, cards()[code].kept, "→", new[code])
    if "--check" in sys.argv:
        return 1 if differing else 0
    for path in RULES.glob("*.toml"):
        path.write_text(written(path.read_text(encoding="utf-8"), new), encoding="utf-8")
    return 0


def written(text: str, new: dict[str, dict[str, Kept]]) -> str:
    """The text of a file of cards with other counts in it."""
    blocks = re.split(r"(?m)^(?=\[UN)", text)
    for i, block in enumerate(blocks):
        if (code := block[1:6]) in new:
            shown = ", ".join(f"{language} = [{kept.kept}, {kept.of}]" for language, kept in new[code].items())
            block = re.sub(r"(?m)^kept = .*\n", "", block)
            blocks[i] = re.sub(r"(?m)^(?=part = )", f"kept = {{ {shown} }}\n", block, count=1)
    return "".join(blocks)


if __name__ == "__main__":
    sys.exit(main())
