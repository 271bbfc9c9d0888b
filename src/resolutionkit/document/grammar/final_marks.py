"""The marks with which paragraphs end, which belong to the place of a paragraph and not to its words.

This is the one place that knows the rule: a resolution is one long sentence, so a preambular paragraph ends with a comma,
an operative one with a semicolon and the last one with a full stop. Sub-paragraphs end as paragraphs of their part do, and
what stands above them ends with a colon.
"""

import re

PREAMBULAR, OPERATIVE, LAST, INTRODUCES = ",", ";", ".", ":"
MARKS = (PREAMBULAR, OPERATIVE, LAST, INTRODUCES)

_FOOTNOTE_MARK = r"[⁰¹²³⁴⁵⁶⁷⁸⁹]|\[\^\d+\]"
_REMARK = r"(?<=[,;.:\]] )\[[^\[\]]{1,50}\]"  # what negotiators note behind a paragraph: "…; [agreed]"
_BEHIND = re.compile(rf"(?:{_FOOTNOTE_MARK}|{_REMARK}|[\s\u200b-\u200f*_”“»\"'’)\]])*$")
_BEHIND_IN_READING = re.compile(
    rf"(?:{_FOOTNOTE_MARK}|{_REMARK}|(?<=[,;.:])\]|[\s\u200b-\u200f\u2060\ufeff]|(?<=[,;.:])\d{{1,3}})+$"
)
_FUSED = re.compile(r"(?<=[,;.:])\d{1,3}$")
_WITH_CONJUNCTION = re.compile(r"(?P<mark>[,;.:])(?P<conjunction>\s+(?:and|or|und|oder|sowie))?$")
_WITHIN = 60  # characters: what may stand behind a final mark is no longer


def final_mark(text: str) -> str:
    """Return the mark with which a text ends, behind footnote marks, quotation marks and italics; "" for none.

    >>> final_mark("the Strategy,²"), final_mark("entitled “Veto”;"), final_mark("foreign terrorist")
    (',', ';', '')
    """
    if text[-1:] in MARKS:
        return text[-1]
    if text[-1:].isalpha():
        return ""
    text = text[-_WITHIN:]
    bare = _FUSED.sub("", text[: _BEHIND.search(text).start()])  # type: ignore[union-attr]  # it matches an empty end too
    return bare[-1] if bare[-1:] in MARKS else ""


def final_sign(text: str) -> tuple[int, str]:
    """Return where the last sign of a paragraph stands, and the sign, a mark or not; ``(0, "")`` for an empty text.

    Footnote marks whose footnotes are missing, and invisible signs, do not count.
    """
    end = len(text)
    if text[-1:] not in MARKS:
        start = max(0, end - _WITHIN)
        behind = _BEHIND_IN_READING.search(text[start:])
        end = start + behind.start() if behind else end
    return (end - 1, text[end - 1]) if end else (0, "")


def split_final_mark(text: str) -> tuple[str, str]:
    """Part a paragraph's words from what only its place asks for: ("To act", "; and")."""
    match = _WITH_CONJUNCTION.search(text)
    return (text[: match.start()], match[0]) if match else (text, "")
