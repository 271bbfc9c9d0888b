"""Checks of the words with which paragraphs begin and of the marks with which they end, for several families of rules."""

from collections.abc import Iterator

from resolutionkit.document.grammar.final_marks import INTRODUCES, final_sign
from resolutionkit.document.grammar.verbs import Part, usual
from resolutionkit.document.model import Paragraph
from resolutionkit.document.reading.line_forms import ORGAN_LINE
from resolutionkit.drafting.review.cards import Card, compiled
from resolutionkit.drafting.review.draft import Draft, Found
from resolutionkit.drafting.review.opening import Opening, is_article
from resolutionkit.drafting.review.repeats import Repeated, repeated
from resolutionkit.drafting.review.usage import openers
from resolutionkit.language import _


def wrong_openings(card: Card, draft: Draft) -> Iterator[Found]:
    """Find the openings of the kind that a card is about."""
    for opening in draft.openings:
        kind = "unusual" if opening.kind == "listed" else opening.kind
        if (opening.part, kind) == (card.part, card.opening) and _counts(opening):
            better = opening.better
            # a listed verb with other words behind it than the better one takes another object
            same = " " not in better or better.count(" ") == opening.words.count(" ")
            mends = same if opening.kind == "listed" else kind in ("form", "case", "misspelt")
            facts = {"better": better, "try_this": _try_this(opening, draft.language)}
            yield Found(opening.paragraph, opening.span, (better or None) if mends else None, facts)


def _try_this(opening: Opening, language: str) -> str:
    if better := opening.better:
        sure = opening.kind in ("listed", "form", "case")
        return (_("Write “{better}”.") if sure else _("Did you mean “{better}”?")).format(better=better)
    one, two, three = list(usual(language, opening.part))[:3]
    return _("Usual ones are “{one}”, “{two}” and “{three}”.").format(one=one, two=two, three=three)


def _counts(opening: Opening) -> bool:
    """Of blocks that were joined to the one before, only those with words that begin no line of running text count."""
    if ORGAN_LINE.fullmatch(opening.paragraph.text, opening.span[0]):
        return False  # a second organ line, not "The Assembly urges"
    if not opening.joined or opening.kind in ("case", "form", "misspelt"):
        return True
    return opening.kind == "none" and (opening.words[:1].isupper() or is_article(opening.words))


def wrong_phrases(card: Card, draft: Draft) -> Iterator[Found]:
    """Find openers with a word too many or too few: "Emphasizing on", "Bearing mind", "Urges:"."""
    part: Part = "preamble" if card.part == "preamble" else "operative"
    known = openers(part)
    for paragraph in draft.parts[part]:
        words = paragraph.text.split(" ")
        skip = 1 if words[0].lower() in ("also", "further", "strongly", "deeply", "gravely") else 0
        start = len(words[0]) + 1 if skip else 0
        phrases = (" ".join(words[skip : skip + count]) for count in (4, 3, 2))
        phrase = next((each for each in phrases if each.lower() in known), "")
        better = known.get(phrase.lower(), "")
        no_object = " " not in better and compiled("[A-Za-z-]+ <no_object>").match(paragraph.text, start)
        if len(words) > 1 and words[0].endswith(INTRODUCES):  # "Urges: all States to act"
            yield Found(paragraph, (0, len(words[0])), words[0][:-1])
        elif better and not no_object:
            better = better[0].lower() + better[1:] if skip else better
            better += " Member States to" if compiled("<to_nobody>").match(paragraph.text, start) else ""
            yield Found(paragraph, (start, start + len(phrase)), better)


def should_say_so(this: Repeated, repeat: int, part: Part, language: str) -> Found:
    """A finding at an opener that should say it is repeated."""
    better = repeated(this.verb, repeat, part, language)
    first, *halves = this.paragraph.opener_spans  # those of "fordert … auf" stand apart
    facts = {"found": this.paragraph.opener, "better": better}
    return Found(this.paragraph, first, None if halves else better, facts)


# ---- how paragraphs end

_CLOSED = ("”", "“", "’", '"', "»", "«")


def wrong_end(paragraph: Paragraph, right: str, *others: str) -> Iterator[Found]:
    """Yield a finding where a paragraph ends neither with the right mark, which mends it, nor with one of the others."""
    at, mark = final_sign(paragraph.text)
    if mark and mark not in (right, *others):
        yield unmarked(paragraph, at, right)


def unmarked(paragraph: Paragraph, at: int, right: str) -> Found:
    """A finding at a character that should be the mark ``right``, or should be followed by it."""
    char = paragraph.text[at]
    is_mark = not char.isalnum() and char not in (*_CLOSED, *")]%")
    said = _("“{char}”").format(char=char) if is_mark else _("no mark at all")
    return Found(paragraph, (at, at + 1), right if is_mark else char + right, {"found": said})


def quotes_sentence(text: str) -> bool:
    """Whether it ends with a quotation that brings its own final mark: "reads: “It ends.”", not "the slogan “Peace”"."""
    return text.endswith(_CLOSED) and text[-2:-1] in ".?!;,"
