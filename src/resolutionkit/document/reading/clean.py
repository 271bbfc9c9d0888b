"""The first steps of reading: odd characters, tags, the quoting of e-mails, printed line numbers, italics with blanks inside."""

import html
import re
import unicodedata
from itertools import pairwise

from resolutionkit.document.reading.hyphens import mend_divided
from resolutionkit.document.reading.line_forms import ANNEX, NAME_OF_PART
from resolutionkit.document.reading.source import Source

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
"""Letters that print has joined, and what they stand for."""
TAG = re.compile(r"</?(i|em|u|ins|b|strong)>", re.IGNORECASE)
"""Tags that editors on web pages leave: each is written as Markdown."""
_TAGS = {"i": "*", "em": "*", "u": "*", "ins": "*", "b": "**", "strong": "**"}
_CUT_ACCENT = re.compile("[A-Za-z\u00c0-\u024f][\u0300-\u036f]+")
"""A letter and the accents that stand behind it; nothing else is composed, since that would change letters for good."""
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_HYPHEN_OF_A_BROWSER = re.compile("[\u2010\u00ad]\u00ad?\n")  # what browsers print where they divide a word
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphen, zero-width space, word joiner, byte order mark
_BLANK = re.compile("[\t\x85\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")  # neither a blank nor a line's end
_ODD = re.compile(
    f"[&\\\\{_ILLEGAL.pattern[1:-1]}{_BLANK.pattern[1:-1]}{''.join(LIGATURES)}\u2010\u00ad\u200b\u2060\ufeff\u0300-\u036f]"
)
_PLAIN = bytes({*range(32, 127), *b"\n"} - {*b"&\\"})  # never odd, and nearly all of a text
_ENTITY = re.compile(r"(?<!\\)&(?:[a-z]{2,8}|#\d{2,5});", re.IGNORECASE)  # a sign, in the source of a web page
_NEEDLESS = re.compile(r"(?<!\\)\\(?=[-.,;:!?()+=~>])")  # before a sign that is no markup: "1\."
_LATIN = ("en", "de", "fr", "es")


def characters(source: Source) -> Source:
    """Take out what no reader sees, and write divided words, ligatures, cut accents and tags of web pages as plain text.

    >>> characters(Source.of("<em>of\\ufb01cially</em> zusam\\u00admen", "en")).lines
    ['*officially* zusammen']
    """
    text = pasted = "\n".join(source.lines)
    beyond_plain = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")
    if _ODD.search(beyond_plain):
        text = _without_odd_characters(text, source)
    text = TAG.sub(lambda tag: _TAGS[tag[1].lower()], text)
    return source if text == pasted else source.with_lines(text.split("\n"))


def _without_odd_characters(text: str, source: Source) -> str:
    if "\ufffe" in text or "\x02" in text:
        text = mend_divided(text)
    if illegal := _ILLEGAL.search(text):
        source.assume("control-character", text.count("\n", 0, illegal.start()), repr(illegal[0]))
        text = _ILLEGAL.sub("", text)
    if source.language in _LATIN:
        for ligature, letters in LIGATURES.items():
            text = text.replace(ligature, letters)
        text = _INVISIBLE.sub("", _HYPHEN_OF_A_BROWSER.sub("-\n", text))
        if source.language != "en":
            text = _CUT_ACCENT.sub(lambda cut: unicodedata.normalize("NFC", cut[0]), text)
    return _BLANK.sub(" ", _ENTITY.sub(lambda entity: html.unescape(entity[0]), _NEEDLESS.sub("", text)))


_LONGEST_NAME = 40


def names_of_parts(source: Source) -> Source:
    """Make headings of the names of the parts, which papers of Model UN print and resolutions do not.

    >>> names_of_parts(Source.of("**Operative Clauses:**", "en")).lines
    ['## Operative Clauses']
    """
    lines = list(source.lines)
    for i, line in enumerate(lines):
        if 0 < len(line) < _LONGEST_NAME and (match := NAME_OF_PART.fullmatch(line.strip())):
            lines[i] = f"## {match['name']}"
        elif line[:1] == "A" and ANNEX.fullmatch(line):
            break  # an annex may have a preamble of its own
    return source.with_lines(lines)


_LONGEST_FRONT = 60  # lines of a front matter


def front_matter(source: Source) -> Source:
    """Write the YAML front matter of a Markdown file as a page would say it: lines such as "tags: water", and the title.

    >>> front_matter(Source.of("---\\ntitle: Clean rivers\\ntags:\\n- water\\n---\\nRecalling", "en")).lines
    ['', '', '', 'tags: water', '# Clean rivers', 'Recalling']
    """
    bare = [line.strip() for line in source.lines[:_LONGEST_FRONT]]
    start = next((i for i, line in enumerate(bare) if line), 0)
    end = next((i for i in range(start + 1, len(bare)) if bare[i] in ("---", "...")), 0)
    if not end or bare[start] != "---" or not re.match(r"[\w-]+:", bare[start + 1]):
        return source
    # The entries of a list stand below its key.
    told = re.sub(r"\n-\s*", ", ", "\n".join(bare[start + 1 : end])).replace(":, ", ": ").split("\n")
    if title := next((key for key in told if re.match(r"(?i)tit(?:le|el):", key)), ""):
        told.remove(title)
        told.append("# " + title.partition(":")[2].strip("\"' "))
    return source.with_lines([*[""] * (end + 1 - len(told)), *told, *source.lines[end + 1 :]])


_QUOTE = re.compile(r"^\s*(?:>[ \t]?)+")
_LEAD = re.compile(r".{0,120}(?:wrote|schrieb\b.*):\s*")  # the line above a quoted e-mail: "On Monday, Ms. A. wrote:"


def quoted_mail(source: Source) -> Source:
    """Take the quoting marks of an e-mail from its lines, where most lines have one.

    >>> quoted_mail(Source.of("> Urges all States\\n> to act.", "en")).lines
    ['Urges all States', 'to act.']
    """
    quoted = source.beginning(">".__eq__)
    if not quoted or 2 * len(quoted) <= len(source.beginning(bool)):
        return source
    return source.with_lines(["" if _LEAD.fullmatch(line) else _QUOTE.sub("", line, count=1) for line in source.lines])


_LINE_NUMBER = re.compile(r"[ \t]*(\d{1,4})(?:[ \t]+|$)")
_FEWEST_NUMBERS = 8
_NEARLY_ALL = 0.9


def line_numbers(source: Source) -> Source:
    """Take the line numbers of a printed draft away: nearly every line begins with the number after the one before."""
    lines = list(source.lines)
    matches = {i: match for i in source.beginning(str.isdecimal) if (match := _LINE_NUMBER.match(lines[i]))}
    numbers = [int(match[1]) for match in matches.values()]
    counted = sum(b == a + 1 for a, b in pairwise(numbers))
    fewest = max(_FEWEST_NUMBERS, _NEARLY_ALL * len(source.beginning(bool)))
    if len(lines) <= _FEWEST_NUMBERS or len(numbers) < fewest or counted < _NEARLY_ALL * len(numbers) - 1:
        return source
    for i, match in matches.items():
        lines[i] = lines[i][match.end() :]
    return source.with_lines(lines)


_BEFORE_ITALICS = frozenset("*_(0123456789")
_FIRST_ITALICS = re.compile(
    r"""
    (?P<before> \ * (?:\*\*|__)? (?:\d{1,3}[.)]{1,2}|\(\d{1,3}\))? (?:\*\*|__)? \ * )
    (?: (?P<line>_{1,3}) (?P<lined>[^_\s](?:[^_]{0,100}[^_\s])?) (?P=line)(?!\w)
      | (?P<stars>\*{1,3}) \ * (?P<starred>[^*\s][^*]{0,100}) (?P=stars)(?:(?!\w)|(?<=\s\*)|(?<=\s\*\*)) )
    """,
    re.VERBOSE,
)


def tight_italics(source: Source) -> Source:
    """Write italics at the start of a line with stars, and no blank inside, as in "*Recalling *its".

    >>> tight_italics(Source.of("_Recalling_ its\\n*Noting *that", "en")).lines
    ['*Recalling* its', '*Noting* that']
    """
    lines = list(source.lines)
    for i in source.beginning(_BEFORE_ITALICS.__contains__):
        if match := _FIRST_ITALICS.match(lines[i]):
            stars, words = "*" * len(match["line"] or match["stars"]), match["lined"] or match["starred"]
            rest = lines[i][match.end() :]
            blank = " " if words[-1] == " " and rest[:1] not in (",", ";", ":", ".", " ", "") else ""
            lines[i] = f"{match['before']}{stars}{words.strip()}{stars}{blank}{rest}"
    return source.with_lines(lines)
