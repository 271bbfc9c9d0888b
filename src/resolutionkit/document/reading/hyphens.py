"""Decides what a hyphen at the end of a line is: of a word that the line cut, or of a compound that stands there with it.

Two kinds of text exist. Word processors that divide words do so on one line in ten; where they do not, as in the
English documents of the UN, each hyphen at a line's end belongs to a compound: "counter-/terrorism".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set

_SUSPENDED = re.compile(r"(?:und|oder|bzw\.|sowie|and|or|to|bis)\b(?!-)")
_PREFIX = re.compile(r"(?:pre|co|inter|post|counter|multi|sub|re|anti|under|over|in|ex|un|de)", re.IGNORECASE)
"""Syllables that begin whole words as well: "prejudice", "pre-existing"."""
_PREFIXED = re.compile(
    r"re-e|co-(?:chair|sponsor|facilitat|financ|conven|host|fund|author)|in-(?:depth|house|kind|country|person|mission|orbit)\b|inter-agency|sub-item|multi-(?:stake|donor|partner|year|annual)"
)
_SECOND_HALF = re.compile(
    r"(?:based|related|oriented|driven|specific|responsive|sensitive|led|making|building|looking|term|wide|raising|receiving|saving|ended"
    r"|mentioned|needed|needs|onset|determination|style|income|sharing|general|item|level|free|intensive|centred|focused|efficient|borne"
    r"|prone|owned|affected|dependent|generating|threatening|reaching|ranging|friendly|neutral|inclusive|funded|elect|emission|scale|sized"
    r"|bound|finding|gathering|setting|contributing|laundering|up|out"
    r"|size-fits-all|(?:to|of|in|and|by|for)-\w+|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b"
)
"""What stands behind the hyphen of English compounds; no English word is divided before these."""
_ALWAYS = re.compile(
    r"non-|health-care|real-time|full-time|life-(?:saving|threat)|time-bound|(?:hu)?man-made|land-(?:use|based)"
    r"|so-called|know-how|win-win|grass-roots|public-private|stand-alone|front-line|good-neighbour|highest-ever",
    re.IGNORECASE,
)
_FUNCTION_WORD = re.compile(r"\w-(?:to|of|the|as|by|for)$")
"""Of compounds such as "up-to-date", "state-of-the-art"."""
_FIRST_HALF = re.compile(
    r"(?:self|well|long|high|low|mid|short|full|half|all|vice|decision|policy|capacity|zero|cost|risk|gender|cross(?!-ing)"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|one|two|three|four(?!-teen)|five)-",
    re.IGNORECASE,
)
_SOLID_FIRST = re.compile(
    r"(?:peace|policy|afore|after|any|back|child|down|else|every|fellow|fore|hand|head|here|high|home|house|land|life|main|man|mean"
    r"|means|more|net|news|noon|other|out|over|some|stake|their|there|through|time|under|upon|ware|way|what|when|where"
    r"|which|with|within|without|work|world)"
)
"""English words that begin longer ones: "under-/standing", "with-/out", "stake-/holders"."""
_SOLID_SECOND = re.compile(
    r"(?:able|ability|age|ages|comings?|falls?|light\w*|making|care|ion|ions|ity|ful|ance|ate|ates|ation|dates?|fore|form\w*|ground|hold\w*|land\w*|less|line|lines|man|mate|men|mile\w*|place\w*"
    r"|port\w*|press\w*|rate|rates|right|rights|self|selves|ship|ships|side|some|stand|sure|tent|tents|time|times|tion|tore|tribute\w*"
    r"|ward|wards|ways?|wise|work\w*|spread|table|sent|vent\w*|serve\w*|ring|ting|ding|king|ling|ming|ning|ping|sing|ving)\b"
)
_ADJECTIVE = re.compile(r"\w+isch(?:e[mnrs]?)?\b")
"""German adjectives that join as equals keep their hyphen: "israelisch-palästinensisch"."""

_STARTS_WITH_HYPHEN = re.compile(r"(?:(?:und|oder|sowie|bzw\.)|,) -$")
"""Half a word that begins with its hyphen: "Vorsorge und -/bekämpfung"."""
_CLINGS = tuple(",;:.)")
_FEWEST_LINES = 40
_LONGEST_SUFFIX = 5
"""Letters; what follows a word and is longer is no ending, as "ment" and "ness" are."""
_CUT = re.compile(r"([^\W\d_]+)-\n\s*([a-zäöüß]+)")
_RARE = 0.03
"""Of all lines: so few end in a hyphen where no program divides words."""


class Vocabulary(frozenset[str]):
    """The words of a text, and whether its lines divide words at all.

    >>> Vocabulary(["the", "co-chair"]).divides
    True
    """

    divides: bool = True


def vocabulary(lines: Sequence[str]) -> Vocabulary:
    """Collect the words of a text, halves of divided words left out.

    >>> words = vocabulary(["the counter-", "measures and the co-chair"])
    >>> "co-chair" in words, "measures" in words
    (True, False)
    """
    whole = re.sub(r"-\n\s*[\w-]+", " ", "\n".join(lines))
    words = Vocabulary(re.findall(r"\w[\w-]*", whole))
    filled = sum(len(line) > 30 for line in lines)
    cut = [(m[1], m[2]) for m in _CUT.finditer("\n".join(lines)) if not _SUSPENDED.match(m[2])]
    few = filled >= _FEWEST_LINES and len(cut) <= _RARE * filled
    words.divides = _are_german(words) or not (few and all(_whole(*halves, words) for halves in cut))
    return words


def _are_german(words: Set[str]) -> bool:
    return "der" in words and "und" in words


def _whole(head: str, tail: str, words: Vocabulary) -> bool:
    """Whether two halves can be words: "pro-" and "cess" cannot."""
    return head + tail not in words and (
        tail in words or (head in words and len(tail) > _LONGEST_SUFFIX) or _is_compound(head, tail, words)
    )


def joint(before: str, after: str, words: Callable[[], Set[str]]) -> tuple[str, str]:
    """Say how to join two pieces of a cut paragraph: the first piece's end, and what stands between.

    ``words`` gives the words of the document, which may hold the cut word whole, or the compound.

    >>> joint("die Zusammen-", "arbeit", set), joint("Polizei-", "und Zollbehörden", set), joint("the", "UN", set)
    (('die Zusammen', ''), ('Polizei-', ' '), ('the', ' '))
    """
    if (after[:1] in _CLINGS and after[1:2] in (" ", "")) or (
        after[:1] == "." and after[1:2].isdigit()
    ):  # a footnote mark; "CP.21"
        return before, ""
    if _STARTS_WITH_HYPHEN.search(before[-9:]) or (
        before[-1:] == "–" and before[-2:-1].isdigit() and after[:1].isdigit()
    ):
        return before, ""
    if before[-1:] == "-" and before[-2:-1].isalnum() and after[:1].isdigit():  # "COVID-19", "2020-2030"
        return before, ""
    if before[-1:] == "-" and before[-2:-1].isdigit() and after[:1].isupper():  # "COVID-19-Impfstoffe"
        return before, ""
    if not (before.endswith("-") and before[-2:-1].isalpha()) or not after[:1].isalpha() or _SUSPENDED.match(after):
        return before, " "
    piece = re.search(r"[\w/’'-]+-$", before[-60:])
    tail = re.match(r"\w+(?:-\w+)*", after)
    if piece is None or tail is None:
        return before, ""
    if after[:1].isupper():  # "COVID-Krankheit"; capitals alone may be one word cut in two
        keeps = not (before[-2].isupper() and piece[0][:-1] + tail[0].partition("-")[0] in words())
    else:
        keeps = _is_compound(piece[0][:-1], tail[0], words())
    return (before if keeps else before[:-1]), ""


_MARKED = re.compile("([\\w/’'-]*\\w)[\ufffe\x02]\n?(\\w+(?:-\\w+)*)")
"""What browsers put where they join a word that their page cut: "Natio\ufffenen"."""


def mend_divided(text: str) -> str:
    """Undo the sign that browsers leave of a hyphen when somebody copies from a page that divides words.

    >>> mend_divided("of all Natio\\ufffenal self\\ufffedetermination")
    'of all National self-determination'
    """
    words = vocabulary(_MARKED.sub(r"\1-\n\2", text).split("\n"))

    def whole(match: re.Match[str]) -> str:
        end, between = joint(f"{match[1]}-", match[2], lambda: words)
        return f"{end}{between}{match[2]}"

    return _MARKED.sub(whole, text)


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
        return sure or _PREFIXED.match(f"{head}-{tail}".lower()) is not None
    solid = _SOLID_FIRST.fullmatch(last) is not None
    if (_SECOND_HALF.match(tail) and not solid) or (
        _FIRST_HALF.match(f"{last}-{tail}") and not _SOLID_SECOND.fullmatch(tail)
    ):
        return True
    return (
        len(last) > 3 < len(tail)
        and (last in words or last.capitalize() in words)
        and tail in words
        and not solid
        and not _SOLID_SECOND.fullmatch(tail)
    )
