"""Handouts for a class: pages of HTML that need no network and print to A4, in black and white too.

75/10 itself stands on sheets of A4, each with its own footnotes: browsers number printed pages, but know no footnotes. So
the text is laid out here, by a careful guess of how many lines a paragraph takes.

>>> "<h1>Role cards</h1>" in handout("roles")
True
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from math import ceil

from resolutionkit import tables
from resolutionkit.classroom.outcome import from_template
from resolutionkit.classroom.plans import PLANS, as_html
from resolutionkit.classroom.plans import plan as plan_of
from resolutionkit.classroom.twin_forms import FORMS, Form
from resolutionkit.document.bundled import gloss, load
from resolutionkit.document.model import Paragraph, Resolution
from resolutionkit.document.writing.html_inline import stylesheet
from resolutionkit.document.writing.write_html import paragraph_html, resolution_html, whole_page
from resolutionkit.drafting.negotiation import roles, starting_draft
from resolutionkit.drafting.review import rule
from resolutionkit.errors import unknown
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _, data_language, language, number

__all__ = ["HANDOUTS", "OF_A_PLAN", "PLANS", "handout"]

HANDOUTS: Mapping[str, Text] = {name: Text(**title) for name, title in read_toml("handouts.toml").items()}
"""Name -> title."""
OF_A_PLAN = ("plan", "slides", "worksheet", "ticket")
"""Those that each plan has."""
_LINES, _CHARACTERS = 55, 82  # on a sheet, and in a line; fewer than fit, since fonts differ
_HEAD = 6  # lines above the first paragraph
_FEWEST = 8  # paragraphs: an opener that is rarer is no phrase to learn
_UMLAUTS = str.maketrans("äöü", "aou")


def handout(name: str, plan: str = "", *, cut: bool = False, form: str = "") -> str:
    """Return one handout as a whole HTML page; its content is the template of its name in ``templates/sheets``.

    ``plan`` is the letter for those that each plan has (A unless given) and for the test (all items unless given);
    ``cut`` puts one role card on each page, ``form`` takes one form of the test, "A" or "B".

    Raises :class:`~resolutionkit.errors.UnknownName` for a name that there is not.

    >>> handout("glosses").startswith("<!DOCTYPE html>")
    True
    """
    if name in OF_A_PLAN:
        return _of_a_plan(name, plan or "A")
    if name not in HANDOUTS:
        known = [*HANDOUTS, *OF_A_PLAN]
        advice = _("These there are: {names}.").format(names=", ".join(known))
        raise unknown(name, known, expected=_("A handout such as {near}"), advice=advice)
    text = load()
    about = {"text": text, "sheets": _sheets, "resolution_html": resolution_html, "paragraph_html": paragraph_html}
    about |= {"gloss": gloss, "language": data_language(), "starting_draft": starting_draft, "roles": roles}
    about |= {"rule": rule, "rows": tables.rows, "openers": _openers, "set_phrases": _set, "in_order": _sorted}
    inside = from_template(f"sheets/{name}", forms=[Form("before", each, plan) for each in form or FORMS], **about)
    if name == "resolution":
        style = stylesheet() + from_template("sheets/resolution_sheets.css")
        return whole_page(f"{text.symbol}: {text.title}", inside, language=text.language, style=style)
    page = printed(str(HANDOUTS[name]), inside)
    return page.replace("<main>", '<main class="single">') if cut and name == "roles" else page


def _of_a_plan(name: str, letter: str) -> str:
    """Slides are a page of their own: arrows turn them, T starts the clock of a step."""
    plan = plan_of(letter)
    inside = from_template(f"sheets/{name}", plan=plan, as_html=as_html, language=language())
    if name == "slides":
        return inside + "\n"
    title = {"worksheet": _("Worksheet {plan}"), "ticket": _("Exit ticket {plan}")}.get(name, plan.title)
    return printed(title.format(plan=letter), inside)


def printed(title: str, inside: str) -> str:
    """Return a page to print, with a heading, a foot and numbers."""
    foot = _("On A/RES/75/10 · resolutionkit, no document of the United Nations")
    foot = f'@page{{@bottom-left{{content:"{foot}"}}@bottom-right{{content:"{title} · " counter(page) " / " counter(pages)}}}}'
    style = from_template("sheets/handouts.css") + foot
    return whole_page(title, f"<h1>{title}</h1>{inside}", language=language(), style=style)


# --- What stands on them ------------------------------------------------------------------------------------------


def _sheets(text: Resolution) -> Iterator[Resolution]:
    """Cut a resolution into parts that fit a sheet each; the first has the title, the last one the closing lines."""
    parts: list[list[Paragraph]] = [[]]
    room: float = _LINES - _HEAD
    for paragraph in (*text.preamble, *text.operative):
        needed = sum(_lines(p.text) + sum(_lines(note.text) for note in p.footnotes) for p in paragraph.walk())
        if needed > room:
            parts.append([])
            room = _LINES
        parts[-1].append(paragraph)
        room -= needed
    for part in parts:
        head = text if part is parts[0] else replace(text, symbol="", title="", organ="", cover=())
        closing = text.closing if part is parts[-1] else ()
        footnotes = tuple(note for p in part for inner in p.walk() for note in inner.footnotes)
        preamble, operative = (tuple(p for p in part if p in whole) for whole in (text.preamble, text.operative))
        yield replace(head, closing=closing, footnotes=footnotes, preamble=preamble, operative=operative)


def _lines(text: str) -> float:
    return ceil(len(text) / _CHARACTERS) + 0.6


def _openers(part: str) -> Iterator[tuple[str, str, int]]:
    """English, German and count of each usual opener."""
    counts = tables.opener_counts("en", part).query("paragraphs >= @_FEWEST").set_index("opener")["paragraphs"]
    met = tables.aligned_openers().query("part == @part").sort_values("count", ascending=False)
    found = [(str(row.en), str(row.de)) for row in met.itertuples()]
    found += [(en, de) for en, de, _count in _set("opener", part)]
    found += [(en, "") for en in counts.index if en not in dict(found)]
    return ((en, de, int(counts[en])) for en, de in found if en in counts.index)


def _set(kind: str, part: str = "") -> Iterator[tuple[str, str, int]]:
    """English, German and count of each set phrase of a kind; a star stands behind German of ours."""
    for row in tables.rows("set_phrases"):
        if row["kind"] == kind and part in ("", row["part"]):
            yield row["en"], row["de"] + "*" * (row["german_from"] == "ours"), int(row["paragraphs"])


def _sorted(found: Iterable[tuple[str, str, int]]) -> list[tuple[str, str, str]]:
    """A phrase, its counterparts in the other language, and in how many paragraphs it stands, by the alphabet.

    Whoever writes in German looks a phrase up by its German, and what has none is left out there.
    """
    joined: dict[str, list[tuple[str, int]]] = {}
    for en, de, count in found:
        first, second = (de, en) if language() == "de" else (en, de)
        if first:
            joined.setdefault(first, []).append((second, count))
    return [
        (first, ", ".join(dict.fromkeys(words for words, _count in others)), number(max(n for _words, n in others)))
        for first, others in sorted(joined.items(), key=lambda item: item[0].casefold().translate(_UMLAUTS))
    ]
