"""Writes a resolution as AKN4UN XML, valid against the OASIS schema of Akoma Ntoso 3.0."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from resolutionkit.document.exact import write_exact
from resolutionkit.document.grammar.dates import date_in
from resolutionkit.document.model import Footnote, Heading, Paragraph, Resolution, Table
from resolutionkit.document.reading.akn_text import Element
from resolutionkit.document.reading.read_akn import EXACT, LANGUAGES, load
from resolutionkit.document.writing.akn_spans import NAMESPACE, InlineWriter, add, append_text, nl
from resolutionkit.document.writing.write_text import number_of

_CODES = {two: three for three, two in reversed(LANGUAGES.items())}


def to_akn(resolution: Resolution) -> str:
    """Write a resolution as AKN4UN XML.

    Paragraphs are nested with their sub-paragraphs, footnotes stand as ``authorialNote`` at
    their marks, cited documents are ``ref``, openers are in italics. ``load`` gives back an
    equal resolution; what the XML alone would not say (a heading in an odd place, say) is
    kept beside it, in the ``proprietary`` part of ``meta``.

    >>> to_akn(Resolution(title="Test", operative=(Paragraph("OP1", text="Decides to rest."),)))[:38]
    "<?xml version='1.0' encoding='UTF-8'?>"
    """
    xml = _serialise(_Writer(resolution).root)
    if load(xml) != resolution:
        xml = _serialise(_Writer(resolution, exact=True).root)
    return xml.decode("utf-8")


def _serialise(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False) + b"\n"


class _Writer(InlineWriter):
    """Builds the tree of one resolution."""

    def __init__(self, resolution: Resolution, *, exact: bool = False) -> None:
        self.res = resolution
        super().__init__(resolution)
        self.root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # None is the default namespace
        statement = add(self.root, "statement", name="resolution")
        self._meta(statement, exact)
        self._cover(statement)
        self._preface(statement)
        self._preamble(statement)
        self._body(statement)
        self._conclusions(statement)
        self._attachments(statement)

    def _meta(self, statement: Element, exact: bool) -> None:
        res = self.res
        language = _CODES.get(res.language, "und")
        known = res.adopted or res.published
        adopted = known.isoformat() if known else "0001-01-01"
        published = res.published.isoformat() if res.published else "0001-01-01"
        work = f"/akn/un/statement/deliberation/unga/{adopted}/{number_of(res.symbol).replace('/', '-').replace(' ', '') or 'draft'}/"
        meta = add(nl(statement), "meta")
        identification = add(nl(meta), "identification", source="#resolutionkit")
        levels = (
            ("FRBRWork", work, "!main/", adopted, "adoption"),
            ("FRBRExpression", f"{work}{language}@", "/!main/", published, "publication"),
            ("FRBRManifestation", f"{work}{language}@", "/!main.xml", published, "markup"),
        )
        for name, uri, tail, when, what in levels:
            level = add(nl(identification), name)
            add(level, "FRBRthis", value=uri + tail)
            add(level, "FRBRuri", value=uri)
            add(level, "FRBRdate", date=when, name=what)
            add(level, "FRBRauthor", href="#ga" if name != "FRBRManifestation" else "#resolutionkit")
            if name == "FRBRWork":
                add(level, "FRBRcountry", value="un")
            elif name == "FRBRExpression":
                add(level, "FRBRlanguage", language=language)
        references = add(nl(meta), "references", source="#resolutionkit")
        add(references, "TLCOrganization", eId="ga", href="/akn/ontology/organization/un/ga", showAs=res.organ or "–")
        add(
            references,
            "TLCOrganization",
            eId="resolutionkit",
            href="/akn/ontology/organization/resolutionkit",
            showAs="resolutionkit",
        )
        if exact:
            proprietary = add(nl(meta), "proprietary", source="#resolutionkit")
            etree.SubElement(proprietary, f"{{{EXACT}}}record", nsmap={"rk": EXACT}).text = write_exact(res)

    def _cover(self, statement: Element) -> None:
        if not self.res.cover:
            return
        cover = add(nl(statement), "coverPage", eId="coverPage_1")
        for line in self.res.cover:
            self._cover_line(add(nl(cover), "p"), line)

    def _cover_line(self, p: Element, line: str) -> None:
        """Write a line of the cover page, saying what it is as the UN's own files do."""
        res = self.res
        day = date_in(line)
        drafts = [d for d in res.drafts if d in line]
        if drafts and line.startswith("["):
            begin, end = line.index(drafts[0]), line.rindex(drafts[-1]) + len(drafts[-1])
            proponent = add(p, "docProponent", refersTo="#proponent")
            proponent.text = line[:begin]
            add(proponent, "inline", name="originating document").text = line[begin:end]
            proponent[-1].tail = line[end:]
        elif day and day == res.published and line[:1].isdigit():
            add(p, "docDate", date=day.isoformat(), refersTo="#dateOfIssuance").text = line
        elif day and day == res.adopted:
            add(p, "docTitle", refersTo="#adoption").text = line
        elif res.agenda_item and line.endswith(res.agenda_item):
            add(p, "inline", name="agenda item", title=res.agenda_item).text = line
        elif line == res.symbol:
            add(p, "docNumber", refersTo="#symbol").text = line
        elif line.endswith((" session", " Tagung", "tagung")) and res.session:
            add(p, "session", value=str(res.session), refersTo="#generalAssembly").text = line
        elif line.startswith(("Distr.", "Verteilung")):
            add(p, "docStatus", refersTo="#generalDistribution").text = line
        else:
            p.text = line

    def _preface(self, statement: Element) -> None:
        preface = add(nl(statement), "preface", eId="preface_1")
        p = add(nl(preface), "p")
        number = number_of(self.res.symbol)
        if number:
            add(p, "docNumber").text = f"{number}."
            p[-1].tail = " "
        title = add(p, "docTitle")
        self._inline(title, self.res.title, (), (), self._front("title"), ())

    def _front(self, label: str) -> tuple[Footnote, ...]:
        return tuple(n for n in self.res.footnotes if n.label == label)

    def _preamble(self, statement: Element) -> None:
        preamble = add(nl(statement), "preamble", eId="preamble_1")
        if self.res.organ:
            p = add(add(nl(preamble), "formula", name="enactingFormula", eId="formula_1"), "p")
            self._inline(p, self.res.organ, ((0, len(self.res.organ)),), (), self._front("organ"), ())
            if self.res.organ_comma:
                append_text(p, ",")
        for paragraph in self.res.preamble:
            container = add(
                nl(preamble), "container", name=paragraph.opener or paragraph.label, eId=self._id("container")
            )
            self._paragraph_text(container, paragraph)
            if paragraph.marker is not None:
                container[0].text = f"{self._marker(paragraph)} {container[0].text or ''}"
            if paragraph.items:
                self._block_list(container, paragraph.items)
        if not len(preamble):
            add(add(preamble, "container", name="preamble", eId=self._id("container")), "p")

    def _block_list(self, parent: Element, items: Sequence[Paragraph]) -> None:
        block_list = add(parent, "blockList", eId=self._id("list"))
        for item in items:
            element = add(block_list, "item", eId=self._id("item"))
            add(element, "num").text = self._marker(item)
            self._paragraph_text(element, item)
            if item.items:
                self._block_list(element, item.items)

    def _body(self, statement: Element) -> None:
        body = add(nl(statement), "mainBody")
        for paragraph in self.res.operative:
            self._operative(body, paragraph)
        for part in self.res.parts:
            self._heading(body, number_of(part.symbol).rsplit(" ", 1)[-1])
            self._heading(body, part.organ)
            for paragraph in part.preamble + part.operative:
                self._operative(body, paragraph)
        if not len(body):
            add(add(add(body, "paragraph", eId=self._id("para")), "content"), "p")

    def _between(self, body: Element, things: Sequence[Heading | Table]) -> None:
        for thing in things:
            if isinstance(thing, Heading):
                self._heading(body, thing.text, thing.level)
            else:
                self._table(body, thing)

    def _heading(self, body: Element, text: str, level: int = 1) -> None:
        block = add(nl(body), "block", name="heading", eId=self._id("block"), **{"class": f"level{level}"})
        block.text = text

    def _operative(self, body: Element, paragraph: Paragraph) -> None:
        self._between(body, paragraph.above)
        if ".PP" in paragraph.label or paragraph.label.startswith("PP"):
            self._paragraph_text(add(nl(body), "container", name="preamble", eId=self._id("container")), paragraph)
            return
        element = add(
            nl(body),
            "paragraph",
            eId=f"para_{paragraph.number}" if paragraph.number is not None else self._id("para_n"),
        )
        if element.get("eId") in self.counts:
            element.set("eId", self._id(element.get("eId") + "_"))
        self.counts[element.get("eId")] = 1
        if paragraph.number is not None:
            add(element, "num").text = f"{paragraph.number}."
        elif paragraph.marker is not None:  # a draft that begins with "(a)"
            add(element, "num").text = self._marker(paragraph)
        items = [item for item in paragraph.items if item.marker is not None]
        if items:
            listed = add(element, "list", eId=f"{element.get('eId')}__list_1")
            self._paragraph_text(add(listed, "intro"), paragraph)
            for item in items:
                self._point(nl(listed), item)
        else:
            self._paragraph_text(add(element, "content"), paragraph)
        for item in paragraph.items:
            if item.marker is None:
                self._operative(body, item)
        self._between(body, paragraph.below)

    def _point(self, parent: Element, item: Paragraph) -> None:
        element = add(parent, "point", eId=f"{parent.get('eId')}__point_{self._slug(item.marker or '')}")
        if element.get("eId") in self.counts:
            element.set("eId", self._id(element.get("eId") + "_"))
        self.counts[element.get("eId")] = 1
        add(element, "num").text = self._marker(item)
        if item.items:
            listed = add(element, "list", eId=f"{element.get('eId')}__list_1")
            self._paragraph_text(add(listed, "intro"), item)
            for below in item.items:
                self._point(listed, below)
        else:
            self._paragraph_text(add(element, "content"), item)

    def _marker(self, item: Paragraph) -> str:
        return f"{item.marker})" if self.res.language == "de" else f"({item.marker})"

    @staticmethod
    def _slug(marker: str) -> str:
        return "".join(c if c.isalnum() else "-" for c in marker)

    def _table(self, body: Element, table: Table) -> None:
        container = add(nl(body), "container", name="table", eId=self._id("container"))
        element = add(container, "table", eId=self._id("table"))
        for row in table.rows:
            tr = add(element, "tr")
            for cell in row:
                add(add(tr, "td"), "p").text = cell

    def _conclusions(self, statement: Element) -> None:
        if not self.res.closing:
            return
        p = add(add(nl(statement), "conclusions", eId="conclusions"), "p")
        for i, line in enumerate(self.res.closing):
            if i:
                add(p, "eol")
            day = date_in(line)
            if line == self.res.meeting:
                number = re.search(r"\d+", line)
                add(p, "inline", name="adoptionMeeting", title=number[0] if number else line).text = line
            elif day:
                add(p, "docDate", date=day.isoformat(), refersTo="#adoptionDate").text = line
            else:
                append_text(p, line)

    def _attachments(self, statement: Element) -> None:
        if not self.res.annexes:
            return
        attachments = add(nl(statement), "attachments")
        for annex in self.res.annexes:
            doc = add(add(attachments, "attachment", eId=self._id("att")), "doc", name="annex")
            meta = self.root[0][0]
            copied = etree.fromstring(etree.tostring(meta))
            for proprietary in copied.findall(f"{{{NAMESPACE}}}proprietary"):
                copied.remove(proprietary)
            for named in copied.iter():
                if named.get("eId"):
                    named.set("eId", self._id(named.get("eId") or ""))
            doc.append(copied)
            body = add(doc, "mainBody")
            self._heading(body, annex.heading)
            for paragraph in annex.paragraphs:
                element = add(body, "paragraph", eId=self._id("annex_para"))
                self._paragraph_text(add(element, "content"), paragraph)

    def _paragraph_text(self, parent: Element, paragraph: Paragraph) -> None:
        cited = self.references.get((paragraph.label, None), ())
        self._inline(
            add(parent, "p"), paragraph.text, paragraph.opener_spans, paragraph.italics, paragraph.footnotes, cited
        )
