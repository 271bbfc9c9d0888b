"""Reads a resolution from pasted text or Markdown: what copying did to the text is undone step by step, then it is parted."""

import re
from collections import Counter
from string import ascii_uppercase

from resolutionkit.document.grammar.word_lists import lists
from resolutionkit.document.model import Resolution
from resolutionkit.document.reading.assemble import join_parts
from resolutionkit.document.reading.bare_numbers import bare_numbers
from resolutionkit.document.reading.blocks import to_blocks
from resolutionkit.document.reading.clean import (
    characters,
    front_matter,
    line_numbers,
    names_of_parts,
    quoted_mail,
    tight_italics,
)
from resolutionkit.document.reading.footnote_forms import footnotes, whole_notes
from resolutionkit.document.reading.list_markers import list_markers
from resolutionkit.document.reading.pages import page_furniture
from resolutionkit.document.reading.source import Source, parts_of
from resolutionkit.document.reading.zones import to_resolutions
from resolutionkit.errors import Location, ReadError, location_in, unknown
from resolutionkit.language import _, number

STEPS = (
    characters,
    front_matter,
    quoted_mail,
    line_numbers,
    tight_italics,
    names_of_parts,
    footnotes,
    whole_notes,
    bare_numbers,
    page_furniture,
    list_markers,
)
"""What is done to a :class:`Source`, in this order; the last step to each part of a composite resolution by itself."""

_WHOLE_STEPS = (characters, names_of_parts, footnotes, bare_numbers, list_markers)
"""Those for a text whose paragraphs are known: no page, mail or program has cut it up."""

LONGEST = 400_000  # characters: twice the longest resolution of the 75th session (75/239, 204,000)


def parse(text: str, language: str | None = None, *, whole: bool = False) -> Resolution:
    """Read a resolution from text as people paste it: Markdown, text out of a PDF, an e-mail.

    Footnotes may stand at page feet or at the end, marked by superscripts, ``[^1]`` or digits
    fused to a word; paragraphs may be cut by page breaks or wrapped by hand; italics may be
    ``*…*`` or ``_…_``. Where the text left something open, ``.assumptions`` says what was assumed.

    ``language`` is an ISO 639-1 code; without it English and German are told apart by their words.
    ``whole`` says that blank lines part whole paragraphs, as in the text of a Word document: none is joined to the next.

    Raises :class:`ReadError` for a text that is empty or longer than 400,000 characters.

    >>> r = parse("The General Assembly,\\n\\nRecalling its resolution 51/1,\\n\\n1. Urges all States to act.")
    >>> [(p.label, p.opener) for p in r.paragraphs]
    [('PP1', 'Recalling'), ('OP1', 'Urges')]
    """
    _check(text)
    source = Source.of(text, _code_of(language) or detect_language(text), whole=whole)
    *steps, last = _WHOLE_STEPS if whole else STEPS
    for step in steps:
        source = step(source)
    resolution, *parts = to_resolutions([(to_blocks(part), part) for part in map(last, parts_of(source))])
    return join_parts(resolution, parts, ascii_uppercase) if parts else resolution


def _code_of(language: str | None) -> str:
    said = str(language or "").strip().casefold()
    code = str(lists()["language_names"].get(said, said))
    if len(code) > 3:
        advice = _("Leave it out, and the language is found by the words of the text.")
        raise unknown(language, ("en", "de"), expected=_("A language such as {near}"), advice=advice)
    return code


def _check(text: object) -> None:
    """Raise :class:`ReadError` for what nobody can read."""
    place = Location(line=1, column=1)
    if not isinstance(text, str):
        found = _("a ") + type(text).__name__
    elif len(text) > LONGEST:
        found = _("a text of {length} characters, which is more than {most}")
        found = found.format(length=number(len(text)), most=number(LONGEST))
        place = location_in(text[:LONGEST], LONGEST)
    elif not any(character.isprintable() and not character.isspace() for character in text):
        found = _("an empty text")
    else:
        return
    advice = _("Paste the resolution from its title to its last paragraph, as text or Markdown.")
    raise ReadError(expected=_("The text of a resolution"), found=found, place=place, advice=advice)


_WORDS = {"en": "the and of to", "de": "der und die zu", "fr": "les et des à du le sa", "es": "los y las para del"}
_SCRIPTS = {"ru": re.compile("[а-я]"), "ar": re.compile("[ا-ي]"), "zh": re.compile("[一-龥]")}


def detect_language(text: str) -> str:
    """Tell in which of the languages of UN documents a text is written.

    >>> detect_language("Die Generalversammlung, unter Hinweis auf die Charta und die Ziele")
    'de'
    """
    for language, letter in _SCRIPTS.items():
        if len(letter.findall(text, 0, 800)) > len(text[:800]) // 4:
            return language
    sample = text[:2500]
    said = Counter(sample.lower().split())
    counts = {language: sum(said[word] for word in words.split()) for language, words in _WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    if counts[best] < 2 and re.search(r"[äöüß]|\b(?:der|die|das|fordert|unter|sowie|betont|beschließt)\b", sample):
        return "de"
    return best
