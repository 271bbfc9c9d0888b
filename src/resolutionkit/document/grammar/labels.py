"""Labels as people say them: "OP 13 (a)", "operative clause 3", "the third preambular paragraph", "Ziffer 13 Buchstabe a"."""

import re

from resolutionkit.document.grammar.word_lists import filled, lists, patterns

_ORDINALS = {
    word: number
    for language in ("english", "german")
    for number, word in enumerate(lists()["labels"][f"{language}_ordinals"].split(), start=1)
}
_FORMS = tuple(re.compile(filled("labels", form), re.IGNORECASE) for form in lists()["labels"]["forms"])
(_COMPACT,) = patterns("labels", "compact")
_LONGEST = 80  # characters: a label with more of them is a sentence


def label_at(text: str, start: int = 0) -> tuple[str, int] | None:
    """Return the label that stands at ``start`` and where it ends, or None.

    >>> label_at("OP 13 (a): delete"), label_at("Ziffer 13 Buchstabe a"), label_at("third preambular paragraph")[0]
    (('OP13(a)', 9), ('OP13(a)', 21), 'PP3')
    >>> label_at("sub-clause (b) of operative clause 4")[0], label_at("operativer Absatz 2: streichen")[0]
    ('OP4(b)', 'OP2')
    """
    for form in _FORMS:
        if match := form.match(text, start):
            return _label_of(match.groupdict()), match.end()
    return None


def _label_of(found: dict[str, str | None]) -> str:
    said = (found.get("part") or "").casefold()
    preambular = said.startswith(("pp", "pre", "per", "prä")) or "der präambel" in said or found.get("preamble")
    ordinal = (found.get("ordinal") or "").casefold()
    number = _ORDINALS[ordinal] if ordinal else int(found["number"] or 0)
    items = [found.get("items"), found.get("first"), found.get("letter")]
    markers = [marker for item in items for marker in re.findall(r"[a-z]+", (item or "").casefold())]
    bis = (found.get("bis") or "").casefold()
    return f"{'PP' if preambular else 'OP'}{number}{bis}" + "".join(f"({marker})" for marker in markers)


def read_label(said: str) -> str:
    """Return the kit's label for what somebody wrote, or "" where it is none.

    >>> read_label("op13a"), read_label("pp 3"), read_label("Ziffer 5"), read_label("ii.op1"), read_label("six")
    ('OP13(a)', 'PP3', 'OP5', 'II.OP1', '')
    """
    said = " ".join(said[: _LONGEST + 1].split())
    if len(said) > _LONGEST:
        return ""
    found = label_at(said)
    if found and found[1] == len(said):
        return found[0]
    compact = _COMPACT.fullmatch(said.lower())
    return (compact["section"] or "").upper() + _label_of(compact.groupdict()) if compact else ""


def is_between(label: str) -> bool:
    """Say whether a label is that of a paragraph between two numbers, as negotiating texts have them: "OP1bis"."""
    return re.search(r"OP\d+(?:bis|ter|quater|quinquies|alt)$", label) is not None
