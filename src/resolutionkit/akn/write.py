"""Writes a resolution as AKN4UN XML, valid against the OASIS schema of Akoma Ntoso 3.0."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from resolutionkit.akn.flow import Element
from resolutionkit.akn.read import EXACT, LANGUAGES, load
from resolutionkit.exact import write_exact
from resolutionkit.model import Footnote, Heading, Paragraph, Reference, Resolution, Span, Table
from resolutionkit.plaintext.write import number_of

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
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


class _Writer:
    """Builds the tree of one resolution."""

    def __init__(self, resolution: Resolution, *, exact: bool = False) -> None:
        self.res = resolution
        self.references = _by_place(resolution)
        self.counts: dict[str, int] = {}
        self.root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # None is the default namespace
        statement = _add(self.root, "statement", name="resolution")
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
        meta = _add(_nl(statement), "meta")
        identification = _add(_nl(meta), "identification", source="#resolutionkit")
        levels = (
            ("FRBRWork", work, "!main/", adopted, "adoption"),
            ("FRBRExpression", f"{work}{language}@", "/!main/", published, "publication"),
            ("FRBRManifestation", f"{work}{language}@", "/!main.xml", published, "markup"),
        )
        for name, uri, tail, when, what in levels:
            level = _add(_nl(identification), name)
            _add(level, "FRBRthis", value=uri + tail)
            _add(level, "FRBRuri", value=uri)
            _add(level, "FRBRdate", date=when, name=what)
            _add(level, "FRBRauthor", href="#ga" if name != "FRBRManifestation" else "#resolutionkit")
            if name == "FRBRWork":
                _add(level, "FRBRcountry", value="un")
            elif name == "FRBRExpression":
                _add(level, "FRBRlanguage", language=language)
        references = _add(_nl(meta), "references", source="#resolutionkit")
        _add(references, "TLCOrganization", eId="ga", href="/akn/ontology/organization/un/ga", showAs=res.organ or "–")
        _add(
            references,
            "TLCOrganization",
            eId="resolutionkit",
            href="/akn/ontology/organization/resolutionkit",
            showAs="resolutionkit",
        )
        if exact:
            proprietary = _add(_nl(meta), "proprietary", source="#resolutionkit")
            etree.SubElement(proprietary, f"{{{EXACT}}}record", nsmap={"rk": EXACT}).text = write_exact(res)

    def _cover(self, statement: Element) -> None:
        if not self.res.cover:
            return
        cover = _add(_nl(statement), "coverPage", eId="coverPage_1")
        for line in self.res.cover:
            _add(_nl(cover), "p").text = line

    def _preface(self, statement: Element) -> None:
        preface = _add(_nl(statement), "preface", eId="preface_1")
        p = _add(_nl(preface), "p")
        number = number_of(self.res.symbol)
        if number:
            _add(p, "docNumber").text = f"{number}."
            p[-1].tail = " "
        title = _add(p, "docTitle")
        self._inline(title, self.res.title, (), (), self._front("title"), ())

    def _front(self, label: str) -> tuple[Footnote, ...]:
        return tuple(n for n in self.res.footnotes if n.label == label)

    def _preamble(self, statement: Element) -> None:
        preamble = _add(_nl(statement), "preamble", eId="preamble_1")
        if self.res.organ:
            p = _add(_add(_nl(preamble), "formula", name="enactingFormula", eId="formula_1"), "p")
            self._inline(p, self.res.organ, ((0, len(self.res.organ)),), (), self._front("organ"), ())
            if self.res.organ_comma:
                _append_text(p, ",")
        for paragraph in self.res.preamble:
            container = _add(
                _nl(preamble), "container", name=paragraph.opener or paragraph.label, eId=self._id("container")
            )
            self._paragraph_text(container, paragraph)
            if paragraph.marker is not None:
                container[0].text = f"{self._marker(paragraph)} {container[0].text or ''}"
            if paragraph.items:
                self._block_list(container, paragraph.items)
        if not len(preamble):
            _add(_add(preamble, "container", name="preamble", eId=self._id("container")), "p")

    def _block_list(self, parent: Element, items: Sequence[Paragraph]) -> None:
        block_list = _add(parent, "blockList", eId=self._id("list"))
        for item in items:
            element = _add(block_list, "item", eId=self._id("item"))
            _add(element, "num").text = self._marker(item)
            self._paragraph_text(element, item)
            if item.items:
                self._block_list(element, item.items)

    def _body(self, statement: Element) -> None:
        body = _add(_nl(statement), "mainBody")
        for paragraph in self.res.operative:
            self._operative(body, paragraph)
        for part in self.res.parts:
            self._heading(body, number_of(part.symbol).rsplit(" ", 1)[-1])
            self._heading(body, part.organ)
            for paragraph in part.preamble + part.operative:
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
            self._paragraph_text(_add(_nl(body), "container", name="preamble", eId=self._id("container")), paragraph)
            return
        element = _add(
            _nl(body),
            "paragraph",
            eId=f"para_{paragraph.number}" if paragraph.number is not None else self._id("para_n"),
        )
        if element.get("eId") in self.counts:
            element.set("eId", self._id(element.get("eId") + "_"))
        self.counts[element.get("eId")] = 1
        if paragraph.number is not None:
            _add(element, "num").text = f"{paragraph.number}."
        elif paragraph.marker is not None:  # a draft that begins with "(a)"
            _add(element, "num").text = self._marker(paragraph)
        items = [item for item in paragraph.items if item.marker is not None]
        if items:
            listed = _add(element, "list", eId=f"{element.get('eId')}__list_1")
            self._paragraph_text(_add(listed, "intro"), paragraph)
            for item in items:
                self._point(_nl(listed), item)
        else:
            self._paragraph_text(_add(element, "content"), paragraph)
        for item in paragraph.items:
            if item.marker is None:
                self._operative(body, item)
        self._between(body, paragraph.below)

    def _point(self, parent: Element, item: Paragraph) -> None:
        element = _add(parent, "point", eId=f"{parent.get('eId')}__point_{self._slug(item.marker or '')}")
        if element.get("eId") in self.counts:
            element.set("eId", self._id(element.get("eId") + "_"))
        self.counts[element.get("eId")] = 1
        _add(element, "num").text = self._marker(item)
        if item.items:
            listed = _add(element, "list", eId=f"{element.get('eId')}__list_1")
            self._paragraph_text(_add(listed, "intro"), item)
            for below in item.items:
                self._point(listed, below)
        else:
            self._paragraph_text(_add(element, "content"), item)

    def _marker(self, item: Paragraph) -> str:
        return f"{item.marker})" if self.res.language == "de" else f"({item.marker})"

    @staticmethod
    def _slug(marker: str) -> str:
        return "".join(c if c.isalnum() else "-" for c in marker)

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
            _append_text(p, line)

    def _attachments(self, statement: Element) -> None:
        if not self.res.annexes:
            return
        attachments = _add(_nl(statement), "attachments")
        for annex in self.res.annexes:
            doc = _add(_add(attachments, "attachment", eId=self._id("att")), "doc", name="annex")
            meta = self.root[0][0]
            copied = etree.fromstring(etree.tostring(meta))
            for proprietary in copied.findall(f"{{{NAMESPACE}}}proprietary"):
                copied.remove(proprietary)
            for named in copied.iter():
                if named.get("eId"):
                    named.set("eId", self._id(named.get("eId") or ""))
            doc.append(copied)
            body = _add(doc, "mainBody")
            self._heading(body, annex.heading)
            for paragraph in annex.paragraphs:
                element = _add(body, "paragraph", eId=self._id("annex_para"))
                self._paragraph_text(_add(element, "content"), paragraph)

    def _paragraph_text(self, parent: Element, paragraph: Paragraph) -> None:
        cited = self.references.get((paragraph.label, None), ())
        self._inline(
            _add(parent, "p"), paragraph.text, paragraph.opener_spans, paragraph.italics, paragraph.footnotes, cited
        )

    def _inline(
        self,
        parent: Element,
        text: str,
        openers: Sequence[Span],
        italics: Sequence[Span],
        notes: Sequence[Footnote],
        cited: Sequence[Reference],
    ) -> None:
        """Write text with italics, references and footnotes; where spans overlap, italics win over references."""
        spans: list[tuple[int, int, str, Reference | None]] = [(a, b, "opener", None) for a, b in openers]
        spans += [(a, b, "italic", None) for a, b in italics]
        taken = [(a, b) for a, b, _, _ in spans]
        at_notes = [n.position or 0 for n in notes]
        for reference in cited:
            a, b = reference.span
            clear = all(b <= c or a >= d for c, d in taken) and not any(a < at < b for at in at_notes)
            if clear:
                spans.append((a, b, "ref", reference))
        points = sorted({0, len(text), *(x for s in spans for x in s[:2]), *at_notes})
        for i, point in enumerate(points):
            for note in notes:
                if (note.position or 0) == point:
                    self._note(parent, note)
            end = points[i + 1] if i + 1 < len(points) else len(text)
            if point >= end:
                continue
            piece = text[point:end]
            covering = [s for s in spans if s[0] <= point and end <= s[1]]
            if not covering:
                _append_text(parent, piece)
            elif covering[0][2] == "ref":
                symbol = covering[0][3].symbol if covering[0][3] else ""
                _add(parent, "ref", href=f"/akn/un/{symbol.replace(' ', '')}").text = piece
            else:
                names = {s[2] for s in covering}
                _add(parent, "span", **{"class": "italic opener" if "opener" in names else "italic"}).text = piece

    def _note(self, parent: Element, note: Footnote) -> None:
        element = _add(
            parent, "authorialNote", marker=str(note.number), placement="bottom", eId=self._id("authorialNote")
        )
        cited = self.references.get((note.label, note.number), ())
        self._inline(_add(element, "p"), note.text, (), note.italics, (), cited)

    def _id(self, stem: str) -> str:
        self.counts[stem] = self.counts.get(stem, 0) + 1
        return f"{stem}_{self.counts[stem]}"


def _by_place(resolution: Resolution) -> dict[tuple[str, int | None], list[Reference]]:
    places: dict[tuple[str, int | None], list[Reference]] = {}
    for reference in resolution.references:
        places.setdefault((reference.label, reference.footnote), []).append(reference)
    return places


def _add(parent: Element, name: str, /, **attributes: str) -> Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)


def _nl(parent: Element) -> Element:
    """Begin a new line in the XML, where white space means nothing."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + "\n"
    else:
        parent.text = (parent.text or "") + "\n"
    return parent


def _append_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
