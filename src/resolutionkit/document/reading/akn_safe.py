"""Opens XML that anyone may have written: nothing is fetched, expanded or allowed to grow.

It needs the standard library only, so that the kit runs where nothing can be compiled, in a browser's Python too.
"""

from typing import NoReturn
from xml.etree.ElementTree import XML, Element, ParseError
from xml.parsers import expat

from resolutionkit.errors import Location, ReadError
from resolutionkit.files import LARGEST
from resolutionkit.language import _

_DEEPEST = 256  # elements inside each other; those of published resolutions are 16 deep, and each costs a call or two


def parse_bytes(content: bytes, name: str) -> Element:
    """Parse XML, tags without their namespaces; the errors of :func:`resolutionkit.load`."""
    _refuse_what_is_no_xml(content, name)
    if b"<!DOCTYPE" in content or b"\0" in content:  # in UTF-16 every letter of it has a zero beside it
        _refuse_document_type(content, name)
    try:
        root = XML(content)
    except ParseError as fault:
        line, column = fault.position
        _refuse_malformed(content, expat.ErrorString(fault.code), line, column + 1, name)
    except (LookupError, ValueError) as fault:  # an encoding that nobody knows, or of several bytes a letter
        _refuse_malformed(content, str(fault), 1, 1, name)
    level, depth = [root], 0
    while level:
        if depth == _DEEPEST:
            expected = _("XML whose elements are nested to a depth of at most {most}").format(most=_DEEPEST)
            advice = _("No resolution needs so many: take the file as the UN publishes it.")
            _refuse(expected, _("a greater depth"), advice, Location(name, 1, 1))
        for element in level:
            element.tag = element.tag.rpartition("}")[2]
        level, depth = [child for element in level if len(element) for child in element], depth + 1
    return root


def _refuse_what_is_no_xml(content: bytes, name: str) -> None:
    """Say what people have loaded by mistake, and what to do with it."""
    place = Location(name, 1, 1)
    if len(content) > LARGEST:
        advice = _("Resolutions have less than 2 MB: this is some other file.")
        _refuse(_("A file of at most 20 MB"), f"{len(content) / 1e6:,.1f} MB", advice, place)
    page = _("a web page")
    kinds = {b"%pdf": _("a PDF"), b"pk\x03\x04": _("a Word or ZIP file"), b"<!doctype html": page, b"<html": page}
    begins = content.lstrip()[:20].lower()
    for kind in (kind for first, kind in kinds.items() if begins.startswith(first)):
        _refuse(_("The AKN4UN XML of a resolution"), kind, _("Copy its text and use rk.parse(text)."), place)


def _refuse_document_type(content: bytes, name: str) -> None:
    """Stop where a document type is declared, before anything in it is read."""
    parser = expat.ParserCreate()

    def refuse(*declared: object) -> None:
        place = Location(name, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        advice = _("Resolutions need none, and entities could hide anything: take the file as the UN publishes it.")
        _refuse(_("XML without a document type"), "<!DOCTYPE …>", advice, place)

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except ReadError:
        raise
    except (expat.ExpatError, LookupError, ValueError):
        pass  # what is wrong with it is said when it is parsed


def _refuse_malformed(content: bytes, found: str, line: int, column: int, name: str) -> NoReturn:
    if b"<" not in content:
        advice = _("Read it as a text: rk.parse(…), or rk.load(…) of a file that ends with .txt or .md.")
        _refuse(_("The AKN4UN XML of a resolution"), _("a text without markup"), advice, Location(name, 1, 1))
    lines = content.decode("utf-8", "replace").split("\n")
    excerpt = lines[line - 1].rstrip()[:400] if 0 < line <= len(lines) else ""
    advice = _("Fetch the file again; if you changed it, look at the place named above.")
    _refuse(_("Well-formed XML"), found, advice, Location(name, line, column, excerpt))


def _refuse(expected: str, found: str, advice: str, place: Location) -> NoReturn:
    raise ReadError(expected=expected, found=found, advice=advice, place=place) from None
