"""Takes out what belongs to the pages of a printed resolution and not to its text: headers, page numbers, rules."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, takewhile

from resolutionkit.document.grammar.final_marks import MARKS, final_mark
from resolutionkit.document.grammar.word_lists import patterns
from resolutionkit.document.reading.line_forms import ANNEX, NOTE_BODY, ORGAN_LINE, RULE, TITLE, abbreviates
from resolutionkit.document.reading.markdown import SUPERSCRIPTS
from resolutionkit.document.reading.source import Source, filled_before

_FURNITURE, _BESIDE_TITLE = patterns("pages", "furniture beside_title")
_PAGE_OF = re.compile(r"(?<![\w/])(\d{1,3}) ?/ ?(\d{1,3})(?![\w/])")
_LONGEST = 130  # characters: no line at the head or foot of a page is longer
_NEAR = 12  # lines: heads and feet of two pages take up no more
_TRIALS = 12  # places at which a row of page numbers may begin; a text full of numbers has thousands
_NARROW = 0.6  # of the width of a page: a line as short as that has room for the next word
_MARK_ALONE = re.compile(rf"(?:\d{{1,3}}[.)]|\(\d{{1,3}}\)|\(?[a-z]{{1,4}}\)|[{SUPERSCRIPTS}]{{1,3}})")
_LINES_OF_A_TITLE = 6
_AROUND_TITLE = "*_# \t" + SUPERSCRIPTS


def page_furniture(source: Source) -> Source:
    """Take out the lines that stand at the head and foot of pages; those above the organ line are the cover, and stay.

    >>> page_furniture(Source.of("75/10. Policing\\nThe General Assembly,\\nUrges all\\n1/2\\nA/RES/75/10\\nStates.", "en")).lines
    ['75/10. Policing', 'The General Assembly,', 'Urges all', 'States.']
    """
    organ_at = next((i for i, line in enumerate(source.lines) if ORGAN_LINE.match(line.lstrip("*_ "))), -1)
    short = [i for i in range(organ_at + 1, len(source.lines)) if 0 < len(source.lines[i]) < _LONGEST]
    found = _furniture(source.lines, short, organ_at)
    lines = ["" if i in found else line for i, line in enumerate(source.lines)]
    _put_marks_in_place(lines, short)
    below = source.lines[organ_at + 1 :]
    if found and sum(not line.strip() for line in below) <= len(below) // 20:
        # No blank lines part the paragraphs of this text: then none may come in where a line goes out, but below a footnote.
        kept = [i for i in range(len(lines)) if i not in found or (i - 1 not in found and _below_note(lines, i))]
        return source.with_lines([lines[i] for i in kept], [source.numbers[i] for i in kept])
    return source.with_lines(lines)


def _furniture(lines: list[str], short: list[int], organ_at: int) -> set[int]:
    head = _tight(" ".join(lines[: max(organ_at, 0)]))
    found = {i for i in short if _is_furniture(lines[i].strip()) or _is_cut_head(lines[i].strip(), head)}
    found |= _page_numbers(lines, short) | _running_heads(lines, short, organ_at)
    found |= set(_repeated_titles(lines, organ_at))
    if found:
        beside = {_beside(lines, i, step, found) for i in found for step in (1, -1)}
        repeated = Counter(_tight(lines[at]) for at in beside if organ_at < at < len(lines))
        for step in (1, -1):
            for i in sorted(found):
                at = i + step
                while organ_at < at < len(lines) and at not in found and _belongs_there(lines[at], repeated):
                    found.add(at)
                    at += step
    return found


def _is_furniture(line: str) -> bool:
    """Whether a line is a page number, a job number, a rule or a symbol; "27/21" is no page but a resolution."""
    if _FURNITURE.fullmatch(line):
        return all(int(page[1]) <= int(page[2]) for page in _PAGE_OF.finditer(line))
    return RULE.fullmatch(line) is not None


def _is_cut_head(line: str, head: str) -> bool:
    """Whether a line is a symbol beside a piece of the title, as the heads of pages have it where they are short of room."""
    words = _bare(line) if "/" in line and line[0] != "[" else line
    return words != line and len(words) > 8 and " " in words and words[-1] not in ",.;:”" and _tight(words) in head


def _page_numbers(lines: list[str], short: list[int]) -> set[int]:
    """Lines with nothing but a number, each a little more than the last and a page away from it."""
    alone = [(i, int(lines[i])) for i in short if lines[i].strip().isdecimal()]
    ends = max((i for i in short if lines[i].strip()), default=0)
    row: list[tuple[int, int]] = []
    for first in [k for k, (_, number) in enumerate(alone) if number in (1, 2)][:_TRIALS]:
        tried = [alone[first]]
        for i, number in alone[first + 1 :]:
            further = number - tried[-1][1]
            if 0 < further < 4 and ((further == 1 and i == ends) or i - tried[-1][0] > _NEAR * further):
                tried.append((i, number))
        row = max(row, tried, key=len)
    return {i for i, _number in row} if len(row) > 1 or (row and row[0][0] == ends) else set()


def _beside(lines: list[str], i: int, step: int, found: set[int]) -> int:
    """The next line that is not empty, above or below a line at the head or foot of a page."""
    at = i + step
    while 0 <= at < len(lines) and abs(at - i) < _NEAR and (not lines[at].strip() or at in found):
        at += step
    return at


def _belongs_there(line: str, repeated: Counter[str]) -> bool:
    """Whether a line is empty, a page number, or beside these again and again, as running heads are; no sentence ends with it."""
    words = _tight(line)
    return (
        not words
        or (words.isdecimal() and len(words) < 4)
        or (repeated[words] > 1 and len(words) > 5 and words[0].isalpha() and words[-1] not in ",;:.")
    )


def _running_heads(lines: list[str], short: list[int], organ_at: int) -> set[int]:
    """Lines that come again a page later word for word, and break into a sentence at least once.

    Headings stand between sentences; a line of a sentence is as wide as the page, unless it is its last.
    """
    places: dict[str, list[int]] = {}
    for i in short:
        line = lines[i].strip()
        if len(line) > 6 and line[0].isupper() and line[-1] not in ",;:.-" and not ORGAN_LINE.fullmatch(line):
            places.setdefault(line, []).append(i)
    cover = {line.strip() for line in lines[:organ_at]} if organ_at > 0 else set()
    again = {line: at for line, at in places.items() if len(at) > 1 or line in cover}
    lengths = sorted(len(lines[i].strip()) for i in short) if again else [0]
    width = _NARROW * lengths[len(lengths) * 9 // 10]

    def breaks_in(i: int) -> bool:
        above = filled_before(lines, i, most=5)
        return len(above) > width and above[-1] not in ",;:.”“»\"'" and any(map(str.strip, lines[i + 1 : i + 6]))

    return {
        i
        for line, at in again.items()
        if len(line) < width and all(b - a > _NEAR for a, b in pairwise(at))
        if (line in cover and len(at) > 1) or any(map(breaks_in, at))
        for i in at
    }


def _repeated_titles(lines: list[str], organ_at: int) -> Iterator[int]:
    """Lines that repeat the title word for word; behind "Annex" such words are a title of their own."""
    titles = _titles_above(lines[: max(organ_at, 0)])
    longest = max(map(len, titles), default=-_LONGEST) + _LONGEST
    begins = {*titles.values()}
    for i in range(organ_at + 1, len(lines)):
        bare = _bare(lines[i]) if len(lines[i]) < longest else ""
        words, run, whole = _tight(bare) if bare[:1] in begins else "", [i], []
        while words and len(run) <= _LINES_OF_A_TITLE and any(t.startswith(words) for t in titles):
            if words in titles and lines[run[-1]]:
                whole = [*run]
            run.append(run[-1] + 1)
            words += _tight(_bare(lines[run[-1]])) if run[-1] < len(lines) else "."
        if whole and _may_be_head(lines, i, whole[-1]):
            yield from whole


def _titles_above(lines: list[str]) -> dict[str, str]:
    """What may be the title among the lines above the organ line, each with its first letter: a sentence may have the same words."""
    above = [line for line in map(_bare, lines) if line]
    titles = {" ".join(above[i:]) for i in range(-min(3, len(above)), 0)}
    for at in range(len(above) - 1, -1, -1):
        if match := TITLE.match(above[at]):
            titles = {" ".join([match["title"], *above[at + 1 : end]]) for end in range(at + 1, len(above) + 1)}
            break
    return {
        _tight(title): title[0] for title in titles if len(title) > 3 and title[0] != "[" and title[-1] not in MARKS
    }


def _may_be_head(lines: list[str], i: int, last: int) -> bool:
    """Whether some lines may be the head of a page: marked as a heading they are, unless they break into a sentence."""
    beside = [line.strip() for line in (lines[i - 1], *lines[last + 1 : last + 2])]
    if not final_mark(beside[0]) and all(line and not _is_furniture(line) for line in beside):
        return "/" in lines[i]  # else the sentence may need these words
    above = _bare(filled_before(lines, i))
    below = next((lines[j].strip() for j in range(i + 1, min(i + 4, len(lines))) if lines[j].strip()), "")
    heading = lines[i][0] == "#" and final_mark(above) and not below[:1].islower()
    return not heading and not ANNEX.fullmatch(above)


def _bare(line: str) -> str:
    """A line without what marks it as a heading, and without the symbol and page number beside the title."""
    line = line.strip(_AROUND_TITLE)
    return _BESIDE_TITLE.sub("", line).strip() if "/" in line else line


def _tight(text: str) -> str:
    """A text as it is compared with others, whatever its blanks and capitals."""
    return "".join(text.lower().split())


def _below_note(lines: list[str], i: int) -> bool:
    """Whether a line stands below a footnote."""
    return any(map(NOTE_BODY.match, takewhile(bool, map(str.strip, reversed(lines[max(i - _NEAR, 0) : i])))))


def _put_marks_in_place(lines: list[str], short: list[int]) -> None:
    """Put a number or mark that stands alone on its line in front of the words below."""
    for i in [i for i in short if _MARK_ALONE.fullmatch(lines[i].strip())]:
        # as in "see para. | 24." and "annex | 5."
        goes_on = abbreviates(lines[i - 1]) or (not final_mark(lines[i - 1]) and _below_note(lines, i))
        below = next((j for j in (i + 1, i + 2) if j < len(lines) and lines[j].strip()), None)
        if below is not None and not (goes_on or _MARK_ALONE.fullmatch(lines[below].strip())):
            lines[i], lines[below] = "", f"{lines[i].strip()} {lines[below].strip()}"
