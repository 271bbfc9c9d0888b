"""Writes a resolution as AKN4UN XML, valid against the OASIS schema of Akoma Ntoso 3.0."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import pairwise, takewhile
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from resolutionkit.document.grammar.dates import date_in
from resolutionkit.document.model import Footnote, Heading, Paragraph, Reference, Resolution, Span, Table
from resolutionkit.document.reading.read_akn import LANGUAGES
from resolutionkit.document.writing.html_inline import templates
from resolutionkit.document.writing.write_text import number_of

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_CODES = {two: three for three, two in reversed(LANGUAGES.items())}
_NO_DATE = "0001-01-01"
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""


def to_akn(resolution: Resolution) -> str:
    """Write a resolution as AKN4UN XML, which :func:`resolutionkit.load` reads.

    Paragraphs are nested with their sub-paragraphs, footnotes stand as ``authorialNote`` at
    their marks, cited documents are ``ref``, openers are in italics; a resolution in parts is a
    ``documentCollection``. It carries neither what the reader assumed nor where a table stands
    in an annex, whose paragraphs are all plain there.

    >>> to_akn(Resolution(title="Test", operative=(Paragraph("OP1", text="Decides to rest."),)))[:38]
    "<?xml version='1.0' encoding='UTF-8'?>"
    """
    root = _Writer(resolution).root
    written = tostring(root, encoding="unicode").replace(" />", "/>")  # no text or attribute can hold a bare ">"
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{FORBIDDEN.sub('', written)}\n"


class _Writer:
    """Builds the tree of one resolution."""

    def __init__(self, resolution: Resolution) -> None:
        self.res = resolution
        self.counts: Counter[str] = Counter()
        """How often each id was given."""
        self.references: dict[tuple[str, int | None], list[Reference]] = {}
        for reference in resolution.references:
            self.references.setdefault((reference.label, reference.footnote), []).append(reference)
        self.root = Element("akomaNtoso", xmlns=_NAMESPACE)
        if resolution.parts:
            self._collection()
        else:
            self._statement(self.root)

    def _statement(self, parent: Element) -> None:
        statement = _add(parent, "statement", name="resolution")
        self._meta(statement)
        self._cover(statement)
        self._preface(statement)
        self._preamble(statement)
        self._body(statement)
        self._conclusions(statement)
        self._attachments(statement)

    def _collection(self) -> None:
        """A resolution in parts, each of which is a statement of its own."""
        whole = self.res
        collection = _add(self.root, "documentCollection", name="resolution")
        self._meta(collection)
        self._cover(collection)
        self._preface(collection)
        body = _add(_nl(collection), "collectionBody")
        self._conclusions(collection)
        self._attachments(collection)
        own = replace(Resolution(), organ=whole.organ, preamble=whole.preamble, operative=whole.operative)
        components = _add(_nl(self.root), "components")
        for part in (*([own] if own.preamble or own.operative else []), *whole.parts):
            name = self._id("comp")
            reference = _add(_add(body, "component", eId=f"{name}_def"), "documentRef", eId=f"{name}_ref", href=name)
            reference.set("showAs", part.symbol or "–")
            self.res = replace(part, language=part.language or whole.language)
            self._statement(_add(_nl(components), "component", eId=name))

    def _meta(self, statement: Element) -> None:
        res = self.res
        known = res.adopted or res.published
        number = number_of(res.symbol).replace("/", "-").replace(" ", "") or "draft"
        meta = fromstring(
            templates()
            .get_template("meta.xml")
            .render(
                organ=FORBIDDEN.sub("", res.organ) or "–",
                language=_CODES.get(res.language, "und"),
                adopted=known.isoformat() if known else _NO_DATE,
                published=res.published.isoformat() if res.published else _NO_DATE,
                number=FORBIDDEN.sub("", number),
            )
        )
        _nl(statement).append(meta)
        if unplaced := _unplaced(res):
            notes = _add(_nl(meta), "notes", source="#resolutionkit")
            for note in unplaced:
                element = _add(notes, "note", marker=str(note.number), eId=self._id("note"))
                self._inline(_add(element, "p"), note.text, italics=note.italics)

    def _cover(self, statement: Element) -> None:
        if not self.res.cover:
            return
        cover = _add(_nl(statement), "coverPage", eId="coverPage_1")
        for line in self.res.cover:
            self._cover_line(_add(_nl(cover), "p"), line)

    def _cover_line(self, p: Element, line: str) -> None:
        """Write a line of the cover page, saying what it is as the UN's own files do."""
        res = self.res
        day = date_in(line)
        drafts = [d for d in res.drafts if d in line]
        if drafts and line.startswith("["):
            begin, end = line.index(drafts[0]), line.rindex(drafts[-1]) + len(drafts[-1])
            proponent = _add(p, "docProponent", refersTo="#proponent")
            proponent.text = line[:begin]
            _add(proponent, "inline", name="originating document").text = line[begin:end]
            proponent[-1].tail = line[end:]
        elif day and day == res.published and line[:1].isdigit():
            _add(p, "docDate", date=day.isoformat(), refersTo="#dateOfIssuance").text = line
        elif day and day == res.adopted:
            _add(p, "docTitle", refersTo="#adoption").text = line
        elif res.agenda_item and line.endswith(res.agenda_item):
            _add(p, "inline", name="agenda item", title=res.agenda_item).text = line
        elif line == res.symbol:
            _add(p, "docNumber", refersTo="#symbol").text = line
        elif line.endswith((" session", " Tagung", "tagung")) and res.session:
            _add(p, "session", value=str(res.session), refersTo="#generalAssembly").text = line
        elif line.startswith(("Distr.", "Verteilung")):
            _add(p, "docStatus", refersTo="#generalDistribution").text = line
        else:
            p.text = line

    def _preface(self, statement: Element) -> None:
        preface = _add(_nl(statement), "preface", eId="preface_1")
        p = _add(_nl(preface), "p")
        number = number_of(self.res.symbol) or self.res.symbol
        if statement is not self.root[0]:  # of a part: the number is that of the whole
            number = number.rpartition(" ")[2]
        if number:
            _add(p, "docNumber").text = f"{number}."
            p[-1].tail = " "
        title = _add(p, "docTitle")
        self._inline(title, self.res.title, notes=self._front("title"))

    def _front(self, label: str) -> tuple[Footnote, ...]:
        return tuple(n for n in self.res.footnotes if n.label == label)

    def _preamble(self, statement: Element) -> None:
        preamble = _add(_nl(statement), "preamble", eId="preamble_1")
        if self.res.organ:
            p = _add(_add(_nl(preamble), "formula", name="enactingFormula", eId="formula_1"), "p")
            self._inline(p, self.res.organ, ((0, len(self.res.organ)),), notes=self._front("organ"))
            if self.res.organ_comma:
                _append_text(p, ",")
        for paragraph in self.res.preamble:
            self._between(preamble, paragraph.above)
            self._container(preamble, paragraph.opener or paragraph.label, paragraph)
            self._between(preamble, paragraph.below)
        if not len(preamble):
            _add(_add(preamble, "container", name="preamble", eId=self._id("container")), "p")

    def _container(self, parent: Element, name: str, paragraph: Paragraph) -> None:
        """Write a preambular paragraph with its sub-paragraphs."""
        container = _add(_nl(parent), "container", name=name, eId=self._id("container"))
        self._paragraph_text(container, paragraph)
        if paragraph.marker is not None:
            container[0].text = f"{self._marker(paragraph)} {container[0].text or ''}"
        if paragraph.items:
            self._block_list(container, paragraph.items)

    def _block_list(self, parent: Element, items: Sequence[Paragraph]) -> None:
        block_list = _add(parent, "blockList", eId=self._id("list"))
        for item in items:
            element = _add(block_list, "item", eId=self._id("item"))
            if item.marker is not None:
                _add(element, "num").text = self._marker(item)
            for thing in (*item.above, *item.below):
                _add(element, "p").text = _words(thing)
            self._paragraph_text(element, item)
            if item.items:
                self._block_list(element, item.items)

    def _body(self, statement: Element) -> None:
        body = _add(_nl(statement), "mainBody")
        for paragraph in self.res.operative:
            self._operative(body, paragraph)
        if not len(body):
            _add(_add(_add(body, "paragraph", eId=self._id("para")), "content"), "p")

    def _between(self, body: Element, things: Sequence[Heading | Table]) -> None:
        for thing in things:
            if isinstance(thing, Heading):
                self._heading(body, thing.text, thing.level)
            else:
                self._table(body, thing)

    def _heading(self, body: Element, text: str, level: int = 1) -> None:
        block = _add(_nl(body), "block", name="heading", eId=self._id("block"), **{"class": f"level{level}"})
        block.text = text

    def _operative(self, body: Element, paragraph: Paragraph) -> None:
        self._between(body, paragraph.above)
        if ".PP" in paragraph.label or paragraph.label.startswith("PP"):
            self._container(body, "preamble", paragraph)
        else:
            name = self._id("para_n") if paragraph.number is None else self._unique(f"para_{paragraph.number}")
            element = _add(_nl(body), "paragraph", eId=name)
            if paragraph.number is not None:
                _add(element, "num").text = f"{paragraph.number}."
            elif paragraph.marker is not None:
                _add(element, "num").text = self._marker(paragraph)
            nested = [*takewhile(_nests, paragraph.items)]
            self._listed(element, paragraph, nested)
            for item in paragraph.items[len(nested) :]:
                self._operative(body, item)
        self._between(body, paragraph.below)

    def _listed(self, element: Element, paragraph: Paragraph, items: Sequence[Paragraph]) -> None:
        """Write the text of a paragraph and its sub-paragraphs as a list below it."""
        if not items:
            self._paragraph_text(_add(element, "content"), paragraph)
            return
        listed = _add(element, "list", eId=f"{element.get('eId')}__list_1")
        self._paragraph_text(_add(listed, "intro"), paragraph)
        for item in items:
            slug = re.sub(r"[\W_]", "-", item.marker or "")
            point = _add(_nl(listed), "point", eId=self._unique(f"{listed.get('eId')}__point_{slug}"))
            _add(point, "num").text = self._marker(item)
            self._listed(point, item, item.items)

    def _marker(self, item: Paragraph) -> str:
        return f"{item.marker})" if self.res.language == "de" else f"({item.marker})"

    def _table(self, body: Element, table: Table) -> None:
        container = _add(_nl(body), "container", name="table", eId=self._id("container"))
        element = _add(container, "table", eId=self._id("table"))
        for row in table.rows:
            tr = _add(element, "tr")
            for cell in row:
                _add(_add(tr, "td"), "p").text = cell

    def _conclusions(self, statement: Element) -> None:
        if not self.res.closing:
            return
        p = _add(_add(_nl(statement), "conclusions", eId="conclusions"), "p")
        for i, line in enumerate(self.res.closing):
            if i:
                _add(p, "eol")
            day = date_in(line)
            if line == self.res.meeting:
                number = re.search(r"\d+", line)
                _add(p, "inline", name="adoptionMeeting", title=number[0] if number else line).text = line
            elif day:
                _add(p, "docDate", date=day.isoformat(), refersTo="#adoptionDate").text = line
            else:
                _append_text(p, line)

    def _attachments(self, statement: Element) -> None:
        if not self.res.annexes:
            return
        attachments = _add(_nl(statement), "attachments")
        for annex in self.res.annexes:
            doc = _add(_add(attachments, "attachment", eId=self._id("att")), "doc", name="annex")
            doc.append(self._copied(statement[0]))
            body = _add(doc, "mainBody")
            self._heading(body, annex.heading)
            for paragraph in annex.paragraphs:
                self._operative(body, paragraph)

    def _copied(self, meta: Element) -> Element:
        copied = deepcopy(meta)
        for notes in copied.findall("notes"):
            copied.remove(notes)
        for named in copied.iter():
            if "eId" in named.attrib:
                named.set("eId", self._id(named.attrib["eId"]))
        return copied

    def _paragraph_text(self, parent: Element, paragraph: Paragraph) -> None:
        cited = self.references.get((paragraph.label, None), ())
        self._inline(
            _add(parent, "p"), paragraph.text, paragraph.opener_spans, paragraph.italics, paragraph.footnotes, cited
        )

    def _inline(
        self,
        parent: Element,
        text: str,
        openers: Sequence[Span] = (),
        italics: Sequence[Span] = (),
        notes: Sequence[Footnote] = (),
        cited: Sequence[Reference] = (),
    ) -> None:
        """Write text with italics, references and footnotes; where spans overlap, italics win over references."""
        at_notes = [len(text) if note.position is None else min(note.position, len(text)) for note in notes]
        looks: list[_Look] = [(a, b, "italic opener", "") for a, b in openers]
        looks += [(a, b, "italic", "") for a, b in italics]
        looks += _links(cited, looks, at_notes)
        points = sorted({0, len(text), *(end for look in looks for end in look[:2]), *at_notes})
        for start, end in pairwise([*points, len(text)]):
            for note, at in zip(notes, at_notes, strict=True):
                if at == start:
                    self._note(parent, note)
            covering = [look for look in looks if look[0] <= start and end <= look[1]]
            if text[start:end]:
                _write_piece(parent, text[start:end], covering)

    def _note(self, parent: Element, note: Footnote) -> None:
        element = _add(
            parent, "authorialNote", marker=str(note.number), placement="bottom", eId=self._id("authorialNote")
        )
        cited = self.references.get((note.label, note.number), ())
        self._inline(_add(element, "p"), note.text, italics=note.italics, cited=cited)

    def _id(self, stem: str) -> str:
        self.counts[stem] += 1
        return f"{stem}_{self.counts[stem]}"

    def _unique(self, name: str) -> str:
        self.counts[name] += 1
        return name if self.counts[name] == 1 else f"{name}__{self.counts[name]}"


def _nests(item: Paragraph) -> bool:
    """Whether a list can hold a sub-paragraph; headings, tables and text without a letter stand between lists."""
    return item.marker is not None and not item.above and not item.below and all(map(_nests, item.items))


def _words(thing: Heading | Table) -> str:
    return thing.text if isinstance(thing, Heading) else " / ".join(" | ".join(row) for row in thing.rows)


def _unplaced(resolution: Resolution) -> list[Footnote]:
    """Footnotes whose marks stand nowhere in the text."""
    texts = [*resolution.paragraphs, *(p for annex in resolution.annexes for p in annex.paragraphs)]
    placed = {note for top in texts for paragraph in top.walk() for note in paragraph.footnotes}
    front = ("title", "organ") if resolution.organ else ("title",)
    return [note for note in resolution.footnotes if note not in placed and note.label not in front]


_Look = tuple[int, int, str, str]
"""What some words are: (start, end, class of their span, or the address of what they cite)."""


def _links(cited: Sequence[Reference], looks: Sequence[_Look], at_notes: Sequence[int]) -> list[_Look]:
    """References that nothing else overlaps."""
    links = []
    for reference in cited:
        start, end = reference.span
        clear = all(end <= a or start >= b for a, b, _, _ in looks)
        if clear and not any(start < at < end for at in at_notes):
            links.append((start, end, "", f"/akn/un/{reference.symbol.replace(' ', '')}"))
    return links


def _write_piece(parent: Element, piece: str, looks: Sequence[_Look]) -> None:
    if not looks:
        _append_text(parent, piece)
    elif address := looks[0][3]:
        _add(parent, "ref", href=address).text = piece
    else:
        css = max((look[2] for look in looks), key=len)  # an opener is in italics as well
        _add(parent, "span", **{"class": css}).text = piece


def _add(parent: Element, name: str, /, **attributes: str) -> Element:
    return SubElement(parent, name, attributes)


def _nl(parent: Element) -> Element:
    """Begin a new line in the XML, where white space means nothing."""
    _append_text(parent, "\n")
    return parent


def _append_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
