"""A draft while it is being amended: nodes that come, go and are numbered again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from resolutionkit.document.grammar.openers import find_opener
from resolutionkit.document.model import Paragraph
from resolutionkit.document.reading.assemble import Block, build_operative, build_preamble, split_opener
from resolutionkit.document.reading.blocks import item_at, number_at
from resolutionkit.document.reading.markdown import read_inline

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")


@dataclass(slots=True, eq=False)
class Node:
    """A paragraph without its sub-paragraphs, which are nodes of their own.

    >>> grown(Paragraph("OP1", 1, text="Decides.")).was
    'OP1'
    """

    paragraph: Paragraph
    items: list[Node] = field(default_factory=list)
    was: str = ""
    """Its label in the draft, or "" for a new one."""
    source: int = 0
    """0 for the draft, n for the nth amendment: whose footnote numbers these are."""
    first_marker: str = ""
    """Of its list of sub-paragraphs, as the draft had it."""
    changed: bool = False
    """Whether sub-paragraphs came or went."""

    def walk(self) -> Iterator[Node]:
        """Yield this node, then everything below it.

        >>> len(list(grown(Paragraph("OP1", items=(Paragraph("OP1(a)", marker="a"),))).walk()))
        2
        """
        yield self
        for item in self.items:
            yield from item.walk()


def grown(paragraph: Paragraph, source: int = 0, *, new: bool = False) -> Node:
    """Return the node of a paragraph, its sub-paragraphs below it.

    >>> grown(Paragraph("OP1"), 2, new=True).was
    ''
    """
    markers = [item.marker for item in paragraph.items if item.marker]
    return Node(
        replace(paragraph, items=()),
        [grown(item, source, new=new) for item in paragraph.items],
        "" if new else paragraph.label,
        source,
        markers[0] if markers else "",
    )


def frozen(node: Node) -> Paragraph:
    """Return the paragraph of a node, its sub-paragraphs included.

    >>> frozen(grown(Paragraph("OP1", text="Decides."))).text
    'Decides.'
    """
    return replace(node.paragraph, items=tuple(frozen(item) for item in node.items))


def written(text: str, part: str, language: str) -> Paragraph:
    """Return the paragraph that somebody wrote; ``part`` is "preamble", "operative" or "item".

    A number or marker in front is taken off; lines that begin with "(a)" become sub-paragraphs.

    >>> [p.text for p in written("5. Decides:\\n(a) to meet;\\n(b) to act.", "operative", "en").walk()]
    ['Decides:', 'to meet;', 'to act.']
    """
    lines: list[str] = []
    for line in (" ".join(line.split()) for line in text.splitlines()):
        if line and (not lines or item_at(line)):
            lines.append(line)
        elif line:
            lines[-1] += " " + line
    blocks = [_block(line, "paragraph" if i == 0 else "item", part, language) for i, line in enumerate(lines)]
    if part == "preamble":
        blocks[0].kind = "text"
        return build_preamble(blocks, lambda *_: None, language)[0]
    return build_operative(blocks, lambda *_: None, language)[0]


def _block(line: str, kind: str, part: str, language: str) -> Block:
    match = item_at(line) if kind == "item" or part == "item" else number_at(line)
    inline = read_inline(line[match.end() :] if match else line, ())
    if kind == "item":
        return Block("item", inline.text, marker=match["marker"] if match else "a", italics=inline.italics)
    block = Block("paragraph", inline.text, 1, italics=inline.italics, opener=())
    if part != "item":
        block.opener, block.italics = split_opener(inline.text, inline.italics, language)
        if not block.opener:
            block.opener = find_opener(inline.text, "preamble" if part == "preamble" else "operative", language)
    return block


def number_preamble(nodes: Sequence[Node]) -> None:
    """Label the preambular paragraphs PP1, PP2 …

    >>> number_preamble(nodes := [grown(Paragraph("PP7"))]); nodes[0].paragraph.label
    'PP1'
    """
    for count, node in enumerate(nodes, start=1):
        _name(node, f"PP{count}", None)


def number_operative(nodes: Sequence[Node], before: Sequence[Paragraph]) -> None:
    """Number the operative paragraphs in each section; a single one has no number.

    >>> number_operative(nodes := [grown(Paragraph("OP7", 7)), grown(Paragraph("OP9", 9))], [Paragraph("OP1", 1)])
    >>> [node.paragraph.number for node in nodes]
    [1, 2]
    """
    single = len(nodes) == 1 and len(before) > 1
    unnumbered = not any(p.number is not None for p in before)
    starts = _starts(before)
    counts: Counter[str] = Counter()
    for node in nodes:
        section = section_of(node.paragraph.label)
        role = node.paragraph.label[len(section) :]
        if is_preambular(role):
            counts[section + "PP"] += 1
            _name(node, f"{section}PP{counts[section + 'PP']}", None)
        elif role == "OP0" or (role.endswith("+") and node.paragraph.number is None):
            _name(node, "OP0" if role == "OP0" else f"{section}OP{counts[section] + starts.get(section, 1) - 1}+", None)
        else:
            number = starts.get(section, 1) + counts[section]
            counts[section] += 1
            kept_without = node.paragraph.number is None and not unnumbered
            alone = single or (len(nodes) == 1 and unnumbered)
            _name(node, f"{section}OP{number}", None if alone or kept_without else number)


def _starts(before: Sequence[Paragraph]) -> dict[str, int]:
    """With which number each section begins, or would begin had its first paragraphs not lost theirs."""
    starts: dict[str, int] = {}
    counts: Counter[str] = Counter()
    for p in before:
        section = section_of(p.label)
        if p.number is not None:
            starts.setdefault(section, p.number - counts[section])
        counts[section] += re.fullmatch(r"OP[1-9]\d*", p.label[len(section) :]) is not None
    return starts


def number_items(node: Node, depth: int = 0) -> None:
    """Give the sub-paragraphs of a node, at every depth, their marks and labels.

    >>> node = grown(Paragraph("OP1", items=(Paragraph("OP1(a)", marker="a"), Paragraph("OP1(c)", marker="c"))))
    >>> node.changed = True; number_items(node); node.items[1].paragraph.label
    'OP1(b)'
    """
    first = node.first_marker or ("a" if depth == 0 else "i")
    place, taken, again = 0, Counter[str](), 1
    for index, item in enumerate(node.items):
        marker = item.paragraph.marker
        if marker is None:
            again += 1
            if _starts_again(node.items[index + 1 :], first):
                place = 0
            _name(item, f"{node.paragraph.label}/{again}", item.paragraph.number)
            continue
        if node.changed:
            marker = marker_at(first, place)
            place += 1
        taken[marker] += 1
        twice = f"~{taken[marker]}" if taken[marker] > 1 else ""
        item.paragraph = replace(item.paragraph, marker=marker)
        _name(item, f"{node.paragraph.label}({marker}){twice}", item.paragraph.number)
    for item in node.items:
        number_items(item, depth + 1)


def marker_at(first: str, place: int) -> str:
    """Return the mark of the nth sub-paragraph, from 0, in a list that begins with ``first``.

    >>> [marker_at("a", 1), marker_at("a", 26), marker_at("i", 3), marker_at("A", 2), marker_at("1", 9)]
    ['b', 'aa', 'iv', 'C', '10']
    """
    if first.isdigit():
        return str(place + 1)
    if first.casefold() == "i":
        roman = _TENS[(place + 1) // 10 % 10] + ("", *_ROMANS[:9])[(place + 1) % 10]
        return roman if first.islower() else roman.upper()
    letter = chr(ord("a") + place % 26) * (1 + place // 26)
    return letter if first.islower() else letter.upper()


def _starts_again(items: Sequence[Node], first: str) -> bool:
    following = next((item.paragraph.marker for item in items if item.was), None)
    return following == first


def section_of(label: str) -> str:
    """Return the section in which a label lies, as labels write it, or "".

    >>> section_of("II.OP3"), section_of("OP3")
    ('II.', '')
    """
    return label[: label.index(".") + 1] if re.match(r"[IVXA-Z\d]+\.", label) else ""


def is_preambular(label: str) -> bool:
    """Say whether a label is that of a preambular paragraph, one that begins a section included.

    >>> is_preambular("PP1"), is_preambular("II.PP1"), is_preambular("II.OP1")
    (True, True, False)
    """
    return label[len(section_of(label)) :].startswith("PP")


def _name(node: Node, label: str, number: int | None) -> None:
    node.paragraph = replace(node.paragraph, label=label, number=number)
