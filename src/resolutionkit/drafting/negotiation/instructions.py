"""Amendments as delegates write them down, in English or German, read line by line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from resolutionkit.document.grammar.labels import label_at
from resolutionkit.document.reading.assemble import LOWER_ROMANS
from resolutionkit.document.reading.blocks import item_at
from resolutionkit.drafting.negotiation import amendments as make
from resolutionkit.drafting.negotiation.amendments import Amendment
from resolutionkit.errors import Location, ReadError
from resolutionkit.language import _, ngettext

_QUOTES = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‚": "‘’", "‘": "’"}
_SPONSOR = re.compile(
    r"(?:sponsors?|proposed by|submitted by|amendments? (?:proposed|submitted) by|eingebracht von|einbringer|"
    r"antragsteller|(?:änderungs)?anträge? (?:von|der delegation))\s*:?\s+(?P<name>.+?)\s*:?\s*$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[-–•*]\s+|\(?\d{1,2}[.)]\s+)")
_THE_WORDS = r"(?:the |die |das |den |dem |der |zwischen )?(?:words?|phrase|terms?|wörtern?|worten?|wort|begriff)? ?"
_NEW = (
    r"(?:(?:the following|a|an|one|folgende[nrs]?|eine?n?|new|neue[nrs]?|(?:operative|preambular|sub-?)? ?paragraph|"
    r"text|ziffer|absatz|präambelabsatz|buchstaben?|unterabsatz) ?)*"
)
_READING = r"(?:,? ?(?:reading|which reads|that reads|to read|as follows|mit folgendem wortlaut))*"


@dataclass(frozen=True, slots=True)
class _Head:
    """An instruction with its labels and quotations taken out: "in ¶ replace § by §"."""

    form: str
    labels: tuple[str, ...]
    quotes: tuple[str, ...]


_Maker = Callable[[_Head, str], Amendment]


def _insert(head: _Head, where: str) -> Amendment:
    match = re.search(r"after|nach|hinter", head.form)
    new, old = head.quotes if where == "new first" else head.quotes[::-1]
    glue = "" if match and new[:1] in ",;.:" else " "
    return make.replace_words(head.labels[0], old, f"{old}{glue}{new}" if match else f"{new} {old}")


def _new_number(head: _Head, text: str) -> Amendment:
    """ "Insert a new operative paragraph 5": it will be the fifth, so it follows the fourth; OP1 (c) follows OP1 (b)."""
    label = head.labels[0]
    above, marker = re.fullmatch(r"(.*?)(?:\((\w+)\))?", label).groups()  # type: ignore[union-attr]  # all fits
    if marker:
        earlier = _marker_before(marker)
        return make.add(text, after=f"{above}({earlier})") if earlier else make.add(text, before=label)
    part, number = label[:2], int(label[2:])
    return make.add(text, before=f"{part}1") if number <= 1 else make.add(text, after=f"{part}{number - 1}")


def _marker_before(marker: str) -> str:
    """The mark before a sub-paragraph's: "ii" before "iii", "b" before "c", and "" before the first."""
    if marker in LOWER_ROMANS:
        return ("", *LOWER_ROMANS)[LOWER_ROMANS.index(marker)]
    return chr(ord(marker[-1]) - 1) * len(marker) if marker[-1] > "a" else "z" * (len(marker) - 1)


_WITHOUT_TEXT: tuple[tuple[str, _Maker], ...] = (
    (r"(?:delete|strike(?: out)?|remove|streiche|streichen(?: sie)?) ¶", lambda h, t: make.delete(h.labels[0])),
    (
        r"¶:? ?(?:(?:should|is to|to) be )?(?:delete|deleted|streichen|(?:wird|ist zu) (?:gestrichen|streichen))",
        lambda h, t: make.delete(h.labels[0]),
    ),
    (
        rf"(?:in|im) ¶,? (?:replace|substitute) {_THE_WORDS}§ (?:by|with|for) {_THE_WORDS}§",
        lambda h, t: make.replace_words(h.labels[0], *h.quotes),
    ),
    (
        rf"(?:replace|substitute) {_THE_WORDS}§ (?:by|with) {_THE_WORDS}§ in ¶",
        lambda h, t: make.replace_words(h.labels[0], *h.quotes),
    ),
    (
        rf"(?:in|im) ¶,? {_THE_WORDS}§ (?:should |to )?be replaced (?:by|with) {_THE_WORDS}§",
        lambda h, t: make.replace_words(h.labels[0], *h.quotes),
    ),
    (
        rf"(?:in|im) ¶,? (?:(?:werden|wird|sind|ist) )?{_THE_WORDS}§ durch {_THE_WORDS}§ (?:zu )?(?:ersetzen|ersetzt)",
        lambda h, t: make.replace_words(h.labels[0], *h.quotes),
    ),
    (
        rf"ersetze (?:in|im) ¶ {_THE_WORDS}§ durch {_THE_WORDS}§",
        lambda h, t: make.replace_words(h.labels[0], *h.quotes),
    ),
    (
        rf"(?:in|im) ¶,? (?:delete|strike(?: out)?|remove|streiche) {_THE_WORDS}§",
        lambda h, t: make.replace_words(h.labels[0], h.quotes[0], ""),
    ),
    (
        rf"(?:delete|strike(?: out)?|remove) {_THE_WORDS}§ (?:in|from) ¶",
        lambda h, t: make.replace_words(h.labels[0], h.quotes[0], ""),
    ),
    (
        rf"(?:in|im) ¶,? (?:(?:werden|wird|sind|ist) )?{_THE_WORDS}§ (?:zu )?(?:streichen|gestrichen)",
        lambda h, t: make.replace_words(h.labels[0], h.quotes[0], ""),
    ),
    (rf"in ¶,? (?:insert|add) {_THE_WORDS}§ (?:after|before) {_THE_WORDS}§", lambda h, t: _insert(h, "new first")),
    (rf"in ¶,? (?:after|before) {_THE_WORDS}§,? (?:insert|add) {_THE_WORDS}§", lambda h, t: _insert(h, "new last")),
    (rf"(?:insert|add) {_THE_WORDS}§ (?:after|before) {_THE_WORDS}§ in ¶", lambda h, t: _insert(h, "new first")),
    (
        rf"(?:in|im) ¶,? (?:(?:werden|wird|sind|ist) )?(?:nach|hinter|vor) {_THE_WORDS}§ {_THE_WORDS}§ (?:einfügen|eingefügt|einzufügen)",
        lambda h, t: _insert(h, "new last"),
    ),
)
_WITH_TEXT: tuple[tuple[str, _Maker], ...] = (
    (rf"replace ¶ (?:by|with) ?{_NEW}{_READING}", lambda h, t: make.replace(h.labels[0], t)),
    (r"¶ (?:should|shall|to|would) (?:now )?read(?: as follows)?", lambda h, t: make.replace(h.labels[0], t)),
    (
        r"¶ (?:erhält (?:die )?folgende fassung|wird wie folgt (?:neu )?gefasst|lautet(?: nunmehr| neu)? ?(?:wie folgt)?)",
        lambda h, t: make.replace(h.labels[0], t),
    ),
    (rf"¶ (?:wird )?durch {_NEW}(?:ersetzen|ersetzt)", lambda h, t: make.replace(h.labels[0], t)),
    (rf"(?:ersetze )?¶ (?:ersetzen )?durch ?{_NEW}", lambda h, t: make.replace(h.labels[0], t)),
    (rf"(?:add|insert) {_NEW}after ¶,? ?{_NEW}{_READING}", lambda h, t: make.add(t, after=h.labels[0])),
    (rf"(?:add|insert) {_NEW}before ¶,? ?{_NEW}{_READING}", lambda h, t: make.add(t, before=h.labels[0])),
    (rf"after ¶,? (?:add|insert) ?{_NEW}{_READING}", lambda h, t: make.add(t, after=h.labels[0])),
    (rf"before ¶,? (?:add|insert) ?{_NEW}{_READING}", lambda h, t: make.add(t, before=h.labels[0])),
    (
        rf"(?:nach|hinter) ¶ (?:wird )?{_NEW}(?:einfügen|eingefügt|einzufügen){_READING}",
        lambda h, t: make.add(t, after=h.labels[0]),
    ),
    (
        rf"vor ¶ (?:wird )?{_NEW}(?:einfügen|eingefügt|einzufügen){_READING}",
        lambda h, t: make.add(t, before=h.labels[0]),
    ),
    (rf"(?:add|insert) {_NEW}(?:to|at the end of) ¶{_READING}", lambda h, t: make.add(t, into=h.labels[0])),
    (rf"(?:in|an|am ende von) ¶ {_NEW}(?:anfügen|angefügt|hinzufügen)", lambda h, t: make.add(t, into=h.labels[0])),
    (r"(?:add|insert) a new ¶(?:,? ?(?:reading|as follows))*", _new_number),
    (r"(?:eine?n? )?neue[nr]? ¶ (?:einfügen|hinzufügen)", _new_number),
    (rf"(?:add|insert) {_NEW}(?:to|at the end of) the preamble{_READING}", lambda h, t: make.add(t, into="preamble")),
    (rf"(?:add|insert) {_NEW}at the end{_READING}", lambda h, t: make.add(t, into="operative")),
    (rf"am ende der präambel {_NEW}(?:anfügen|einfügen)", lambda h, t: make.add(t, into="preamble")),
    (rf"am ende {_NEW}(?:anfügen|einfügen)", lambda h, t: make.add(t, into="operative")),
)


def read_amendments(text: str) -> list[Amendment]:
    """Read amendments, one a line, in English or German; a line with a sponsor counts for those below it.

    A new text may go on over several lines. Understood are, for instance::

        Amendment proposed by Delegation A:
        Delete OP5
        In OP4 replace “shall” by “should”
        Insert after operative paragraph 7: *Invites* States to report;
        Ziffer 9 erhält folgende Fassung: bittet die Staaten …;

    Raises :class:`~resolutionkit.errors.ReadError` that names every line it does not understand.

    >>> [str(a) for a in read_amendments("Sponsors: Delegation A, Delegation B\\nZiffer 5 streichen")]
    ['Delegation A, Delegation B: delete OP5']
    """
    found: list[Amendment] = []
    unread: list[tuple[int, str]] = []
    sponsor, open_text, blank = "", False, False
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        said = " ".join(line.replace("\u00a0", " ").split())
        if not said:
            blank = True
            continue
        if name := _SPONSOR.match(said.strip("*_# ")):
            sponsor, open_text = name["name"].strip("*_ "), False
        elif read := _instruction(said):
            amendment, open_text = read
            found.append(replace(amendment, sponsor=amendment.sponsor or sponsor))
        elif open_text and (not blank or not found[-1].text or item_at(said)):
            found[-1] = replace(found[-1], text=f"{found[-1].text}\n{said}".strip())
        else:
            unread.append((number, said))
            open_text = False
        blank = False
    if unread:
        raise _not_understood(unread)
    return [replace(a, text=_unquoted(a.text)) for a in found]


def _instruction(said: str) -> tuple[Amendment, bool] | None:
    """Return the amendment that a line makes, and whether the lines below may go on with its text."""
    for start in (0, bullet.end() if (bullet := _BULLET.match(said)) else 0):
        if read := _read(said[start:]):
            return read
    name, colon, rest = said.partition(":")
    if colon and len(name) < 60 and (read := _read(rest.strip())):
        return replace(read[0], sponsor=name.strip("*_ ")), read[1]
    return None


def _read(said: str) -> tuple[Amendment, bool] | None:
    for at in _colons(said):
        if made := _made(_head(said[:at]), _WITH_TEXT, said[at + 1 :].strip()):
            return made, True
    whole = _head(said.rstrip(" .;"))
    if made := _made(whole, _WITHOUT_TEXT, ""):
        return made, False
    return None


def _made(head: _Head, forms: tuple[tuple[str, _Maker], ...], text: str) -> Amendment | None:
    for form, maker in forms:
        if re.fullmatch(form, head.form):
            return maker(head, text)
    return None


def _colons(said: str) -> list[int]:
    places, closing = [], ""
    for at, character in enumerate(said):
        if closing:
            closing = "" if character in closing else closing
        elif character in _QUOTES:
            closing = _QUOTES[character]
        elif character == ":":
            places.append(at)
    return places


def _head(said: str) -> _Head:
    form: list[str] = []
    labels: list[str] = []
    quotes: list[str] = []
    at = 0
    while at < len(said):
        if said[at] in _QUOTES and (end := _closing(said, at)) > 0:
            quotes.append(said[at + 1 : end])
            form.append("§")
            at = end + 1
        elif (at == 0 or not said[at - 1].isalnum()) and (label := label_at(said, at)):
            labels.append(label[0])
            form.append("¶")
            at = label[1]
        else:
            form.append(said[at])
            at += 1
    plain = " ".join("".join(form).replace("*", "").casefold().split())
    return _Head(plain.removesuffix(",").strip(), tuple(labels), tuple(quotes))


def _closing(said: str, start: int) -> int:
    return next((i for i in range(start + 1, len(said)) if said[i] in _QUOTES[said[start]]), -1)


def _unquoted(text: str) -> str:
    """A new paragraph may come in quotation marks; they are not part of it."""
    bare = text.strip()
    if bare[:1] in _QUOTES and _closing(bare, 0) == len(bare.rstrip(".;,")) - 1:
        return bare[1 : _closing(bare, 0)] + bare[_closing(bare, 0) + 1 :]
    return bare


def _not_understood(unread: list[tuple[int, str]]) -> ReadError:
    shown = "\n  ".join(f"{number}: {said[:80]}" for number, said in unread)
    return ReadError(
        expected=_("Amendments, one a line"),
        found=ngettext(
            "{n} line that could not be understood:", "{n} lines that could not be understood:", len(unread)
        ).format(n=len(unread))
        + f"\n  {shown}",
        place=Location(line=unread[0][0]),
        advice=_(
            "Write for instance: Delete OP5 · In OP4 replace “shall” by “should” · Replace OP7 by: … · "
            "Insert after OP4: …"
        ),
    )
