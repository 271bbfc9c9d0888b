"""Amendments as delegates write them down, in English or German, read line by line with the phrases of the data."""

import re
from dataclasses import replace
from typing import Any

from resolutionkit.document.grammar.final_marks import LAST, OPERATIVE, PREAMBULAR
from resolutionkit.document.grammar.openers import opens_paragraph
from resolutionkit.document.reading.line_forms import item_at, number_at
from resolutionkit.drafting.negotiation import amendment_phrases as phrases
from resolutionkit.drafting.negotiation.amendments import WHOLE, Amendment, Position, called
from resolutionkit.drafting.negotiation.instruction_forms import Said, goes_on, readings, unquoted
from resolutionkit.drafting.negotiation.meanings import Instruction, amendments_of
from resolutionkit.errors import Location, ReadError, cut_short
from resolutionkit.language import Text, _, ngettext


def _instruction(said: str) -> Instruction | None:
    """What a line asks for, with a sponsor where it names one."""
    for around in ("bullet", "names_first", "names_before_colon", "names_last", "proposed_in_german"):
        if match := phrases.pattern(around).fullmatch(said):
            parts = match.groupdict("")
            if found := _instruction(parts.get("head", "") + parts["rest"]):
                return replace(found, sponsor=parts["name"].strip()) if "name" in parts else found
    if found := _read(said):
        return found
    if (by := phrases.pattern("proposed").fullmatch(said)) and (found := _read(by["rest"])):
        return replace(found, sponsor=by["name"].strip("*_ "))
    return None


def _read(said: str) -> Instruction | None:
    for line in readings(said):
        for form in phrases.forms(line.form):
            for kind, signs in phrases.matching(form):
                if not (found := _filled(kind, signs, line)):
                    continue
                whole = kind in ("replace", "add_to") and len(line.labels) == 1
                inner = _read(f"{line.labels[0][0]}: {line.text}") if whole else None
                if inner and inner.kind.endswith("_words"):
                    return inner  # "Amend OP4: change “a” to “b”"
                if kind == "split_text" or not goes_on(line.text):
                    return found
    return None


_QUOTED = '“„"»«'  # what may begin a quotation of several paragraphs
_NAMED = {"label": 1, "target": 1, "two": 2}
"""How many paragraphs a field stands for, where it is not any number of them."""
_WITHIN = ("delete_words", "delete_beside_words", "replace_words", "insert_words", "split", "split_at")
"""Kinds that quote the words at their place, and so may name a sentence or the chapeau; others would change the whole."""


def _filled(kind: str, signs: dict[str, str | None], line: Said) -> Instruction | None:
    """A phrase with what stands in its fields; None where it does not fit, as too many labels or a new text of one word do not."""
    given = {phrases.LABEL: iter(line.labels), phrases.QUOTE: iter(line.quotes), phrases.TEXT: iter([line.text])}
    fields: dict[str, Any] = {name: next(given[sign]) for name, sign in signs.items() if sign in given}
    too_many = any(len(fields[name]) != count for name, count in _NAMED.items() if name in fields)
    one_word = kind == "replace" and re.fullmatch(r"\w+", unquoted(fields["text"]))
    fitting = ("replace_words", "delete_words") if line.everywhere else _WITHIN if line.within else (kind,)
    if too_many or one_word or kind not in fitting or fields.get("old") == "":
        return None  # “Change the verb of OP3 to “Urges”” does not say which word goes
    place: Position = "before" if signs.get("place", "") is None else "all" if line.everywhere else "after"
    labels = [label for name in ("label", "target", "labels", "two") for label in fields.pop(name, ())]
    return Instruction(kind, tuple(labels), place=place, **fields)


def read_amendments(text: str) -> list[Amendment]:
    """Read amendments, one a line, in English or German; a line with a sponsor counts for those below it.

    A new text may go on over several lines. Understood are, for instance, and in the ways that ``data/amendments.toml`` lists::

        Amendment proposed by Delegation A:
        Strike operative clause 5
        In OP4 replace “shall” by “should”
        Insert after operative paragraph 7: *Invites* States to report;
        Ziffer 9 erhält folgende Fassung: bittet die Staaten …;
        OP6: ~~every month~~ → every year

    Raises :class:`~resolutionkit.errors.ReadError` that names every line it does not understand, why, and what to write.

    >>> [str(a) for a in read_amendments("Sponsors: Delegation A, Delegation B\\nZiffer 5 streichen")]
    ['Delegation A, Delegation B: delete OP5']
    """
    given: object = text
    if not isinstance(given, str):
        advice = _("Write them as a text in quotation marks.")
        raise ReadError(expected=_("A text with one amendment a line"), found=cut_short(given), advice=advice)
    lines = (" ".join(line.replace("\u00a0", " ").split()) for line in text.removeprefix("\ufeff").splitlines())
    found, unread = _lines_read([phrases.pattern("reason").sub("", line) for line in lines])
    made = [amendments_of(asked) for asked in found]
    unread += [(asked.line, asked.said) for asked, amendments in zip(found, made, strict=True) if not amendments]
    if unread:
        raise _not_understood(sorted(unread))
    return [amendment for amendments in made for amendment in amendments]


def _lines_read(lines: list[str]) -> tuple[list[Instruction], list[tuple[int, str]]]:
    """What the lines ask for, and the lines that ask for nothing that is understood, with their numbers."""
    found: list[Instruction] = []
    unread: list[tuple[int, str]] = []
    sponsor, about = "", ""
    is_open, blank = False, False  # whether a new text may go on, and whether a line without words stands before
    for number, said in enumerate(lines, start=1):
        bare = said.strip("*_#=- ")
        if not bare:
            blank = True
            continue
        was_open, after_blank = is_open, blank
        is_open = blank = False
        if was_open and _is_heading(found[-1], said):
            about, was_open = found.pop().labels[0], False
        if name := phrases.pattern("sponsor").match(bare):
            signs_only = bare.casefold().startswith(("signat", "unterz"))  # that it is debated, not that it is adopted
            sponsor = sponsor if sponsor and signs_only else name["name"].strip("*_ ")
        elif phrases.pattern("heading").fullmatch(bare.rstrip(":.")):
            continue
        elif label := _alone(bare):
            about = label
        elif read := _instructions(said, about if not was_open or said[0] in "-–•*" else ""):
            found += [replace(each, sponsor=each.sponsor or sponsor, line=number, said=said) for each in read]
            is_open = read[-1].text is not None and said.endswith(read[-1].text or ":")
        elif next(phrases.forms("x " + bare.casefold().rstrip("."))) == "x":  # "Renumber accordingly" asks for nothing
            continue
        elif was_open and _begins_another(found[-1], said):
            found.append(replace(found[-1], text=said, line=number, said=said))
            is_open = True
        elif was_open and (not after_blank or not found[-1].text or item_at(said.lstrip(_QUOTED))):
            item = said.lstrip(_QUOTED) if item_at(said.lstrip(_QUOTED)) else said  # each is quoted: “(a) …; “(b) …”
            found[-1] = replace(found[-1], text=f"{found[-1].text}\n{item}".strip())
            is_open = True
        elif (name := phrases.pattern("sponsor_alone").fullmatch(bare)) and not opens_paragraph(bare, "en"):
            sponsor, about = name["name"], ""
        else:
            unread.append((number, said))
    return found, unread


def _begins_another(opened: Instruction, said: str) -> bool:
    """Whether a second new paragraph stands below the head of the first: "Insert after OP3:", and two lines that say what is to be done."""
    number = number_at(said)
    words = said[number.end() if number else 0 :].lstrip("*_")
    ended = (opened.text or "").endswith((PREAMBULAR, OPERATIVE, LAST))
    is_new = opened.kind.startswith("add") and opened.kind not in ("add_item", "add_to", "add_end")
    return is_new and ended and any(opens_paragraph(words, language) for language in ("en", "de"))


def _instructions(said: str, about: str) -> list[Instruction]:
    """What a line asks for: one thing, or several about the same paragraph; ``about`` is named in a line of its own above."""
    read = _instruction(said)
    only_words = read and read.kind == "add_operative" and unquoted(read.text or "") != read.text
    if read and not (about and (only_words or read.labels == (WHOLE,))):
        return [read]
    read = _instruction(f"{about}: {said}") if about else None
    if read and (read.kind != "add_at" or ("(" in read.labels[0] and "(" not in about)):
        return [read]
    for most in (1, 2):
        parts = re.split(r";\s+|,?\s+(?:and|und)\s+", said, maxsplit=most)
        if len(parts) == 1 or any(map(_alone, parts)):  # “Swap OP1, OP2 and OP3” says nothing of OP3
            continue
        first = _instruction(parts[0])
        label = first.labels[0] if first and first.labels else ""
        others = [_instruction(part) or _instruction(f"{label}: {part}") for part in parts[1:] if label]
        if first and others and all(others):
            return [first, *(replace(each, sponsor=each.sponsor or first.sponsor) for each in others if each)]
    return []


def _is_heading(opened: Instruction, said: str) -> bool:
    """Whether "Amend OP2 as follows:" names only what the next line is about, which is an instruction itself."""
    if opened.kind != "replace" or opened.text:
        return False
    read = _instruction(f"{opened.labels[0]}: {said}")
    return bool(read and read.labels and read.labels[0].startswith(opened.labels[0]))


def _alone(said: str) -> str:
    """A line that names a paragraph and nothing else is about what follows: "1. In operative paragraph 2:"."""
    numbered = phrases.pattern("bullet").fullmatch(said)
    bare = (numbered["rest"] if numbered else said).rstrip(":.")
    forms = (next(phrases.forms(line.form)) for line in readings(bare) if not line.text)
    return bare.removeprefix("In ") if any(form in (phrases.LABEL, f"in {phrases.LABEL}") for form in forms) else ""


# --- what is said to a line that is not understood


def _not_understood(unread: list[tuple[int, str]]) -> ReadError:
    """The error for some lines, each with its number: it says of each what is missing and how to write it."""
    told = []
    for number, said in unread:
        reason, instead = _why(said)
        shown = said if len(said) <= 100 else said[:100].rsplit(" ", 1)[0] + " …"
        told.append(f"\n  {number}: {shown}\n     {reason} " + _("Write: {instead}").format(instead=instead))
    lines = ngettext("{n} line that could not be understood:", "{n} lines that could not be understood:", len(unread))
    found = lines + "".join(told)
    place = Location(line=unread[0][0])
    advice = _("Word these lines in one of the ways shown below them.")
    return ReadError(expected=_("A list of amendments, one a line,"), found=found, place=place, advice=advice)


def _why(said: str) -> tuple[str, str]:
    """The reason, and forms that would be understood, about the same paragraph where the line names one."""
    *others, whole = readings(said)
    with_text = next((line for line in others if line.labels), None)
    line = with_text or whole
    wants = phrases.says(next(phrases.forms(line.form)))
    if with_text and not wants:  # “OP5: strike everything”: what is wanted is said first
        wants = phrases.says(" ".join(next(phrases.forms(whole.form)).split()[:2]))
    label = next((labels[0] for labels in (*line.labels, *whole.labels) if labels != (WHOLE,)), "")
    reason = wants or ("text" if line.form.endswith(phrases.TEXT) else "unknown")
    if not label:
        reason = "without_label"
    elif wants in ("delete", "") and phrases.pattern("stays").search(whole.form):
        reason = "stays"
    elif wants in ("replace", "delete", "add") and not line.quotes:
        reason = f"unquoted_{wants}" if len(line.labels) < 2 or wants != "replace" else "elsewhere"
    elif wants in ("replace", "delete"):
        reason = "one_quotation" if wants == "replace" and len(line.quotes) == 1 else "order"
    ways = wants or ("text" if with_text and label else "unknown")
    return _in_words(reason, "why", label), _in_words(ways, "ways", label or "OP5")


def _in_words(refusal: str, what: str, label: str) -> str:
    """What the data say, about one paragraph and its neighbours."""
    number = int("".join(c for c in label.partition("(")[0] if c.isdigit()) or 1)
    part = "PP" if label.startswith("PP") else "OP"
    near = {"label": called(label), "before": f"{part}{max(number - 1, 1)}", "after": f"{part}{number + 1}"}
    return str(Text(**phrases.listed()["refusals"][refusal][what])).format(**near)
