"""Amendments as delegates write them down, in English or German, read line by line with the phrases of the data."""

from __future__ import annotations

import re

from resolutionkit.document.grammar.openers import opens_paragraph
from resolutionkit.document.reading.line_forms import item_at
from resolutionkit.drafting.negotiation import amendment_phrases as phrases
from resolutionkit.drafting.negotiation.amendments import WHOLE, Amendment, called
from resolutionkit.drafting.negotiation.meanings import Fields, amendments_of
from resolutionkit.drafting.negotiation.said import Said, goes_on, readings, unquoted
from resolutionkit.errors import Location, ReadError
from resolutionkit.language import Text, _, ngettext


def _instruction(said: str) -> Fields | None:
    """What a line asks for, with a sponsor where it names one."""
    for around in ("bullet", "names_first", "names_before_colon", "names_last", "proposed_in_german"):
        if match := phrases.pattern(around).fullmatch(said):
            parts = match.groupdict("")
            if found := _instruction(parts.get("head", "") + parts["rest"]):
                return found | {"sponsor": parts["name"].strip()} if "name" in parts else found
    if found := _read(said):
        return found
    if (by := phrases.pattern("proposed").fullmatch(said)) and (found := _read(by["rest"])):
        return found | {"sponsor": by["name"].strip("*_ ")}
    return None


def _read(said: str) -> Fields | None:
    for line in readings(said):
        for form in phrases.forms(line.form):
            for kind, signs in phrases.matching(form):
                if not (fields := _fields(kind, signs, line)):
                    continue
                whole = kind in ("replace", "add_to") and len(line.labels) == 1
                inner = _read(f"{line.labels[0][0]}: {line.text}") if whole else None
                if inner and inner["kind"].endswith("_words"):
                    return inner  # "Amend OP4: change “a” to “b”"
                if kind == "split_text" or not goes_on(line.text):
                    return fields
    return None


def _fields(kind: str, signs: dict[str, str | None], line: Said) -> Fields:
    """What stands in the fields of a phrase; {} where it does not fit, as too many labels or a new text of one word do not."""
    if line.everywhere and kind not in ("replace_words", "delete_words"):
        return {}
    fields: Fields = {"kind": kind, "place": "all" if line.everywhere else "after"}
    labels, quotes = iter(line.labels), iter(line.quotes)
    for name, sign in signs.items():
        if sign is None:
            fields["place"] = "before"
        elif sign == phrases.LABEL:
            found = next(labels)
            several = name == "labels" or (name == "label" and kind.endswith("_words"))
            if not several and len(found) != (2 if name == "two" else 1):
                return {}
            if name == "two":  # the second of them is not there where a paragraph was named before them
                fields |= zip(("target",) if "label" in fields else ("label", "target"), found, strict=False)
            else:
                fields[name] = found if several else found[0]
        elif name != "place":
            fields[name] = line.text if sign == phrases.TEXT else next(quotes)
    one_word = kind == "replace" and re.fullmatch(r"\w+", unquoted(fields["text"]))
    return {} if one_word else fields  # “Change the verb of OP3 to “Urges”” does not say which word goes


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
        raise ReadError(expected=_("A text with one amendment a line"), found=repr(given)[:60], advice=advice)
    lines = (" ".join(line.replace("\u00a0", " ").split()) for line in text.removeprefix("\ufeff").splitlines())
    found, unread = _lines_read([phrases.pattern("reason").sub("", line) for line in lines])
    made = [(fields, amendments_of(fields)) for fields in found]
    unread += [(fields["line"], fields["said"]) for fields, amendments in made if not amendments]
    if unread:
        raise _not_understood(sorted(unread))
    return [amendment for _fields, amendments in made for amendment in amendments]


def _lines_read(lines: list[str]) -> tuple[list[Fields], list[tuple[int, str]]]:
    """What the lines ask for, and the lines that ask for nothing that is understood, with their numbers."""
    found: list[Fields] = []
    unread: list[tuple[int, str]] = []
    sponsor, about, open_text, blank = "", "", False, False
    for number, said in enumerate(lines, start=1):
        bare = said.strip("*_#=- ")
        if not bare:
            blank = True
            continue
        if open_text and _is_heading(found[-1], said):
            about, open_text = found.pop()["label"], False
        if name := phrases.pattern("sponsor").match(bare):
            signs_only = bare.casefold().startswith(("signat", "unterz"))  # that it is debated, not that it is adopted
            sponsor = sponsor if sponsor and signs_only else name["name"].strip("*_ ")
            open_text = False
        elif phrases.pattern("heading").fullmatch(bare.rstrip(":.")):
            open_text = False
        elif label := _alone(bare):
            about, open_text = label, False
        elif read := _instructions(said, about if not open_text or said[0] in "-–•*" else ""):
            found += [{"sponsor": sponsor} | each | {"line": number, "said": said} for each in read]
            text = read[-1].get("text")
            open_text = text is not None and said.endswith(text or ":")
        elif next(phrases.forms("x " + bare.casefold().rstrip("."))) == "x":  # "Renumber accordingly" asks for nothing
            open_text = False
        elif open_text and (not blank or not found[-1]["text"] or item_at(said)):
            found[-1]["text"] = f"{found[-1]['text']}\n{said}".strip()
        elif (name := phrases.pattern("sponsor_alone").fullmatch(bare)) and not opens_paragraph(bare, "en"):
            sponsor, about, open_text = name["name"], "", False
        else:
            unread.append((number, said))
            open_text = False
        blank = False
    return found, unread


def _instructions(said: str, about: str) -> list[Fields]:
    """What a line asks for: one thing, or several about the same paragraph; ``about`` is named in a line of its own above."""
    read = _instruction(said)
    only_words = read and read["kind"] == "add_operative" and unquoted(read["text"]) != read["text"]
    if read and not (about and (only_words or read.get("label") == (WHOLE,))):
        return [read]
    read = _instruction(f"{about}: {said}") if about else None
    if read and (read["kind"] != "add_at" or ("(" in read["label"] and "(" not in about)):
        return [read]
    for parts in (re.split(r";\s+|,?\s+(?:and|und)\s+", said, maxsplit=n) for n in (1, 2)):
        first = _instruction(parts[0])
        label = next((label for line in readings(parts[0]) for label in line.labels), None) if first else None
        alone = any(map(_alone, parts))  # “Swap OP1, OP2 and OP3” says nothing of OP3
        if first and label and len(parts) > 1 and not alone:
            others = [_instruction(part) or _instruction(f"{label[0]}: {part}") for part in parts[1:]]
            if all(others):
                return [first, *({"sponsor": first.get("sponsor", "")} | other for other in others if other)]
    return []


def _is_heading(opened: Fields, said: str) -> bool:
    """Whether "Amend OP2 as follows:" names only what the next line is about, which is an instruction itself."""
    if opened["kind"] != "replace" or opened["text"]:
        return False
    read = _instruction(f"{opened['label']}: {said}") or {}
    about = read.get("labels") or read.get("label", "")
    return str(about if isinstance(about, str) else about[0]).startswith(opened["label"])


def _alone(said: str) -> str:
    """A line that names a paragraph and nothing else is about what follows."""
    line = next(readings(said.rstrip(":.")))
    return said.rstrip(":.") if line.labels and next(phrases.forms(line.form)).strip(":") == phrases.LABEL else ""


# --- what is said to a line that is not understood


def _not_understood(unread: list[tuple[int, str]]) -> ReadError:
    """The error for some lines, each with its number: it says of each what is missing and how to write it."""
    told = []
    for number, said in unread:
        reason, instead = _why(said)
        shown = said if len(said) <= 100 else said[:100].rsplit(" ", 1)[0] + " …"
        told.append(f"\n  {number}: {shown}\n     {reason} " + _("Write: {instead}").format(instead=instead))
    lines = ngettext("{n} line that could not be understood:", "{n} lines that could not be understood:", len(unread))
    return ReadError(
        expected=_("A list of amendments, one a line,"),
        found=lines.format(n=len(unread)) + "".join(told),
        place=Location(line=unread[0][0]),
        advice=_("Word these lines in one of the ways shown below them."),
    )


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
    elif wants in ("replace", "delete"):
        one_of_two = wants == "replace" and len(line.quotes) == 1
        reason = "one_quotation" if one_of_two else "order" if line.quotes else "no_quotation"
    ways = wants or ("text" if with_text and label else "unknown")
    return _in_words(reason, "why", label), _in_words(ways, "ways", label or "OP5")


def _in_words(refusal: str, what: str, label: str) -> str:
    """What the data say, about one paragraph and its neighbours."""
    number = int("".join(c for c in label.partition("(")[0] if c.isdigit()) or 1)
    part = "PP" if label.startswith("PP") else "OP"
    near = {"label": called(label), "before": f"{part}{max(number - 1, 1)}", "after": f"{part}{number + 1}"}
    return str(Text(**phrases.listed()["refusals"][refusal][what])).format(**near)
