"""Decides what a hyphen at the end of a line is: of a word that the line cut, or of a compound that stands there with it.

Two kinds of text exist. Word processors that divide words do so on one line in ten; where they do not, as in the
English documents of the UN, each hyphen at a line's end belongs to a compound: "counter-/terrorism".
"""

import re
from collections.abc import Callable, Sequence, Set

from resolutionkit.document.grammar.word_lists import patterns

_SUSPENDED, _FUNCTION_WORD, _ADJECTIVE, _STARTS_WITH_HYPHEN = patterns(
    "hyphens", "suspended function_word adjective half_word"
)
_ALWAYS, _PREFIX, _WITH_PREFIX, _SOLID_START, _SOLID_END, _FIRST_HALF, _SECOND_HALF = patterns(
    "hyphens", "always_kept prefix with_prefix solid_start solid_end first_half second_half"
)
_FEWEST_LINES = 40
_LONGEST_SUFFIX = 5  # letters; what follows a word and is longer is no ending, as "ment" and "ness" are
_CUT = re.compile(r"([^\W\d_]+)-\n\s*([a-zäöüß]+)")
_RARE = 0.03  # of all lines: so few end in a hyphen where no program divides words


class Vocabulary(frozenset[str]):
    """The words of a text, and whether its lines divide words at all."""

    divides: bool = True


def vocabulary(lines: Sequence[str]) -> Vocabulary:
    """Collect the words of a text, halves of divided words left out."""
    text = "\n".join(lines)
    words = Vocabulary(re.findall(r"\w[\w-]*", re.sub(r"-\n\s*[\w-]+", " ", text)))
    filled = sum(len(line) > 30 for line in lines)
    cut = [(m[1], m[2]) for m in _CUT.finditer(text) if not _SUSPENDED.match(m[2])]
    few = filled >= _FEWEST_LINES and len(cut) <= _RARE * filled
    words.divides = _are_german(words) or not (few and all(_can_be_words(*halves, words) for halves in cut))
    return words


def _are_german(words: Set[str]) -> bool:
    return "der" in words and "und" in words


def _can_be_words(head: str, tail: str, words: Vocabulary) -> bool:
    """Whether two halves can be words of their own: "pro-" and "cess" cannot."""
    known = tail in words or (head in words and len(tail) > _LONGEST_SUFFIX)
    return head + tail not in words and (known or _is_compound(head, tail, words))


def joint(before: str, after: str, words: Callable[[], Set[str]]) -> tuple[str, str]:
    """Say how to join two pieces of a cut paragraph: the first piece's end, and what stands between.

    ``words`` gives the words of the document, which may hold the cut word whole, or the compound.

    >>> joint("die Zusammen-", "arbeit", set), joint("Polizei-", "und Zollbehörden", set), joint("the", "UN", set)
    (('die Zusammen', ''), ('Polizei-', ' '), ('the', ' '))
    """
    first, second, last, before_last = after[:1], after[1:2], before[-1:], before[-2:-1]
    if (first in (",", ";", ":", ".", ")") and second in (" ", "")) or (first == "." and second.isdigit()):
        return before, ""  # the first is what stands behind a footnote mark; the second "CP.21"
    if _STARTS_WITH_HYPHEN.search(before[-9:]) or (last == "–" and before_last.isdigit() and first.isdigit()):
        return before, ""
    if last != "-":
        return before, " "
    if (before_last.isalnum() and first.isdigit()) or (before_last.isdigit() and first.isupper()):
        return before, ""  # "COVID-19", "2020-2030", "COVID-19-Impfstoffe"
    if not before_last.isalpha() or not first.isalpha() or _SUSPENDED.match(after):
        return before, " "
    piece = re.search(r"[\w/’'-]+-$", before[-60:])
    tail = re.match(r"\w+(?:-\w+)*", after)
    if piece is None or tail is None:
        return before, ""
    head = piece[0][:-1]
    keeps = first.isupper() or _is_compound(head, tail[0], words())
    if first.isupper() and before_last.isupper():  # not "COVID-Krankheit": capitals alone may be one word cut in two
        keeps = head + tail[0].partition("-")[0] not in words()
    return (before if keeps else before[:-1]), ""


def go_on(pieces: list[str], text: str, words: Callable[[], Set[str]]) -> tuple[str, str]:
    """Add a text to the pieces of a cut paragraph; say what stands between it and the last one, and the words on both sides."""
    end, between = joint(pieces[-1], text, words)
    sides = f"{pieces[-1][-60:].rsplit(' ', 1)[-1]} | {text[:60].split(' ', 1)[0]}"
    pieces[-1:] = [end, between, text]
    return between, sides


_MARKED = re.compile("([\\w/’'-]*\\w)[\ufffe\x02]\n?(\\w+(?:-\\w+)*)")
"""What browsers put where they join a word that their page cut: "Natio\ufffenen"."""


def mend_divided(text: str) -> str:
    """Undo the sign that browsers leave of a hyphen when somebody copies from a page that divides words.

    >>> mend_divided("of all Natio\\ufffenal self\\ufffedetermination")
    'of all National self-determination'
    """
    words = vocabulary(_MARKED.sub(r"\1-\n\2", text).split("\n"))
    return _MARKED.sub(lambda cut: "".join(joint(f"{cut[1]}-", cut[2], lambda: words)) + cut[2], text)


def _is_compound(head: str, tail: str, words: Set[str]) -> bool:
    """Whether a hyphen stands between two halves wherever the line ends."""
    whole = head + tail
    if "/" in head or _FUNCTION_WORD.search(head):
        return True
    if whole in words or whole.lower() in words:
        return False
    if f"{head}-{tail}" in words or not getattr(words, "divides", True):
        return True
    last = head.rsplit("-", 1)[-1].lower()
    if (_ADJECTIVE.fullmatch(head) and _ADJECTIVE.fullmatch(tail)) or _ALWAYS.match(f"{last}-{tail}"):
        return True
    if _are_german(words):  # German joins its words without a hyphen
        return False
    if _PREFIX.fullmatch(head):
        sure = head.lower() in ("pre", "post", "counter", "anti") and len(tail) > 3 and tail in words
        return sure or _WITH_PREFIX.match(f"{head}-{tail}") is not None
    solid = _SOLID_START.fullmatch(last) is not None
    ending = _SOLID_END.fullmatch(tail) is not None
    if (_SECOND_HALF.match(tail) and not solid) or (_FIRST_HALF.match(f"{last}-{tail}") and not ending):
        return True
    both_known = (last in words or last.capitalize() in words) and tail in words
    return len(last) > 3 < len(tail) and both_known and not solid and not ending
