"""The resolution that the kit is about, and every other one by its file."""

import os
import re
from functools import cache
from typing import Literal

from resolutionkit.document.model import Paragraph, Resolution
from resolutionkit.document.reading import read_akn
from resolutionkit.document.reading.read_file import read_file
from resolutionkit.errors import MissingFile, ReadError, cut_short
from resolutionkit.files import data_folder, rows
from resolutionkit.language import _, data_language

BUNDLED = {"A/RES/75/10": "a-res-75-10.de.xml"}
"""Symbol -> file in ``data/``. One more resolution in the kit is one more line; how: CONTRIBUTING.md."""
_SYMBOL = re.compile(r"(?:[AES]/(?:HRC/)?RES/)?(?:ES-|S-)?\d{1,4}/\d{1,4}(?: ?[A-Z])?|S/RES/\d+ ?\(\d{4}\)")


def load(source: str | os.PathLike[str] | bytes | None = None) -> Resolution:
    """Load a resolution: the bundled one, or any file: first of all AKN4UN as the United Nations publishes it.

    ``load()`` and ``load("A/RES/75/10")`` give resolution 75/10 in its official German translation. Anything else is
    the path of a file (AKN4UN XML; also a Word document, or a text that ends with .txt or .md), or the content of an
    XML file as bytes; all six official languages and German can be read.

    Raises :class:`MissingFile` where there is no such file (a symbol other than that of the bundled resolution is not
    looked up anywhere) and :class:`ReadError` where the file is no resolution.

    >>> load().symbol, len(load().preamble), len(load().operative)
    ('A/RES/75/10', 21, 16)
    """
    wanted: object = "A/RES/75/10" if source is None else source
    if not isinstance(wanted, str | bytes | os.PathLike):  # rk.load(75/10) is a division
        said = _("A symbol in quotes, or the path of a file")
        raise ReadError(expected=said, found=cut_short(source), advice=_('Write rk.load("75/10").'))
    if isinstance(wanted, str) and (file := BUNDLED.get(wanted) or BUNDLED.get(f"A/RES/{wanted}")):
        return _bundled(file)
    if isinstance(source, str) and _SYMBOL.fullmatch(source) and not os.path.exists(source):
        said = _("The path of an AKN4UN file, or A/RES/75/10")
        advice = _("The kit holds only {held}. Save the machine-readable XML of the other one and load that file.")
        raise MissingFile(expected=said, found=repr(source), advice=advice.format(held=", ".join(BUNDLED)))
    return read_akn.load(wanted) if isinstance(wanted, bytes) else read_file(wanted)[0]


@cache
def _bundled(file: str) -> Resolution:
    return read_akn.load(data_folder() / file)


def source_text() -> str:
    """Return the published text of the bundled resolution, byte for byte as it came.

    >>> source_text().strip().splitlines()[0]
    'Generalversammlung'
    """
    return (data_folder() / "a-res-75-10.de.txt").read_text(encoding="utf-8")


def gloss(label: str, language: Literal["en", "de"] | None = None) -> str:
    """Return what one paragraph of 75/10 says in plain English or plain German; "" for any other label.

    Without ``language`` it is the user's.

    >>> gloss("OP15").split()[0], gloss("OP15", "de").split()[0]
    ('The', 'Die')
    """
    plain = f"gloss_{data_language(language)}"
    return next((row[plain] for row in rows("glosses") if row["label"] == label), "")


def bundled_glosses(*paragraphs: Paragraph) -> dict[str, str]:
    """Return the glosses (label -> plain sentence) of paragraphs that are those of 75/10, word for word.

    A draft has a PP3 as well: where the words are not those of the resolution, a gloss would lie.
    """
    return {p.label: gloss(p.label) for top in paragraphs for p in top.walk() if is_bundled(p)}


def is_bundled(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is one of 75/10, word for word."""
    return any(p.label == paragraph.label and p.text == paragraph.text for p in load().paragraphs)
