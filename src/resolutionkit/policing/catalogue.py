"""The fixed lists of the model: databases, kinds of document and post, colours of notices.

Each database stands with the paragraph of A/RES/75/10 that names it. Kinds of document
and the colours are not in the resolution; where they come from is said beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import TypeVar

from resolutionkit.errors import ReadError, UnknownName
from resolutionkit.language import Text, _

GENERAL_SECRETARIAT = "General Secretariat"

T = TypeVar("T", bound="Term")


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a fixed list: a ``name`` for code and SQL, and its wording in English and German."""

    name: str
    en: str
    de: str

    def in_words(self, in_language: str | None = None) -> str:
        """Return the wording in the user's language.

        >>> POST_KINDS["customs"].in_words(), POST_KINDS["customs"].in_words("de")
        ('customs post', 'Zollstelle')
        """
        return Text(self.en, self.de).into(in_language)


@dataclass(frozen=True, slots=True)
class Database(Term):
    """A database of the model, and where the resolution names it.

    ``paragraphs`` are the labels; ``quote`` stands to the letter in the first of them.
    ``asked_by_find`` is our simplification: the resolution does not say which databases FIND asks.
    """

    paragraphs: tuple[str, ...]
    quote: str
    asked_by_find: bool = False


@dataclass(frozen=True, slots=True)
class Colour(Term):
    """A colour of notice and its purpose in our words.

    Not in the resolution. Source: INTERPOL's public web page "About Notices", which lists
    these seven among its types of notice (and others, which are not modelled).
    """

    purpose_en: str
    purpose_de: str

    def purpose(self) -> str:
        """Return what notices of this colour are for, in the user's language.

        >>> COLOURS["black"].purpose()
        'to seek information on unidentified bodies'
        """
        return str(Text(self.purpose_en, self.purpose_de))


def _by_name(*terms: T) -> Mapping[str, T]:
    return MappingProxyType({term.name: term for term in terms})


DATABASES: Mapping[str, Database] = _by_name(
    Database(
        "stolen_documents",
        "Stolen and lost travel documents",
        "Gestohlene und verlorene Reisedokumente",
        ("OP2", "OP6", "OP7"),
        "Datenbank für gestohlene und verlorene Reisedokumente",
        asked_by_find=True,
    ),
    Database(
        "notice_documents",
        "Travel documents associated with notices",
        "Ausschreibungen zugeordnete Reisedokumente",
        ("OP6",),
        "Datenbank zur Erfassung von Ausschreibungen zugeordneter Reisedokumenten",
        asked_by_find=True,
    ),
    Database(
        "persons_sought",
        "Persons sought (nominal data)",
        "Personenfahndung",
        ("OP2", "OP6", "OP7"),
        "Datenbank für die Personenfahndung",
        asked_by_find=True,
    ),
    Database("fingerprints", "Fingerprints", "Fingerabdrücke", ("OP2",), "Fingerabdruckdatenbank"),
    Database("dna_profiles", "DNA profiles", "DNA-Profile", ("OP2",), "DNA-Profil-Datenbank"),
    Database("face_recognition", "Face recognition", "Gesichtserkennung", ("OP2",), "Gesichtserkennungssystem"),
    Database(
        "firearms",
        "Tracing of illicit firearms",
        "Rückverfolgung illegaler Waffen",
        ("OP9",),
        "INTERPOL-Datenbank zur Aufspürung und Rückverfolgung illegaler Waffen",
    ),
)

# OP14: "Grenzübergängen, Flughäfen, Zoll- und Einwanderungsstellen".
POST_KINDS: Mapping[str, Term] = _by_name(
    Term("airport", "airport", "Flughafen"),
    Term("border_crossing", "border crossing", "Grenzübergang"),
    Term("customs", "customs post", "Zollstelle"),
    Term("immigration", "immigration post", "Einwanderungsstelle"),
)

# The resolution says "Reisedokumente"; INTERPOL's public page on the database of stolen and
# lost travel documents names passports, identity documents and visas.
DOCUMENT_KINDS: Mapping[str, Term] = _by_name(
    Term("passport", "passport", "Reisepass"),
    Term("identity_card", "identity card", "Personalausweis"),
    Term("visa", "visa", "Visum"),
)

REASONS: Mapping[str, Term] = _by_name(
    Term("stolen", "reported stolen", "als gestohlen gemeldet"),
    Term("lost", "reported lost", "als verloren gemeldet"),
    Term("notice", "associated with a notice", "einer Ausschreibung zugeordnet"),
    Term("person", "known document of a person sought", "bekanntes Dokument einer gesuchten Person"),
    Term("smuggled", "reported smuggled", "als geschmuggelt gemeldet"),
)

COLOURS: Mapping[str, Colour] = _by_name(
    Colour(
        "red",
        "red",
        "rot",
        "to locate wanted persons and ask for their arrest",
        "gesuchte Personen auffinden und um ihre Festnahme ersuchen",
    ),
    Colour(
        "yellow",
        "yellow",
        "gelb",
        "to help find missing persons or identify those who cannot identify themselves",
        "Vermisste finden oder Personen identifizieren, die sich nicht selbst ausweisen können",
    ),
    Colour(
        "blue",
        "blue",
        "blau",
        "to collect information on a person in relation to a crime",
        "Informationen über eine Person im Zusammenhang mit einer Straftat sammeln",
    ),
    Colour(
        "black",
        "black",
        "schwarz",
        "to seek information on unidentified bodies",
        "Informationen über nicht identifizierte Leichen erbitten",
    ),
    Colour(
        "green",
        "green",
        "grün",
        "to warn of a person's criminal activities",
        "vor den kriminellen Aktivitäten einer Person warnen",
    ),
    Colour(
        "orange",
        "orange",
        "orange",
        "to warn of a serious and imminent threat to public safety",
        "vor einer ernsten und unmittelbaren Gefahr für die öffentliche Sicherheit warnen",
    ),
    Colour(
        "purple",
        "purple",
        "violett",
        "to seek or give information on methods, objects and hiding places of criminals",
        "Informationen über Vorgehensweisen, Gegenstände und Verstecke von Straftätern erbitten oder geben",
    ),
)


_PERSON = Term("person", "person", "Person")
_FIRST_WORDS = {
    **DOCUMENT_KINDS,
    "person": _PERSON,
    "message": Term("message", "message", "Nachricht"),
    "notice": Term("notice", "notice", "Ausschreibung"),
}
_SECRETARIAT = Term(GENERAL_SECRETARIAT, "General Secretariat", "Generalsekretariat")
_BUREAU = Term("bureau", "national central bureau", "nationales Zentralbüro")


def what_in_words(what: str) -> str:
    """Say in the user's language what the log and the records keep in short: "identity_card SYN1 (Borovia)".

    >>> what_in_words("identity_card SYN1 (Borovia)")
    'identity card SYN1 (Borovia)'
    """
    first, space, rest = what.partition(" ")
    return _FIRST_WORDS[first].in_words() + space + rest if first in _FIRST_WORDS else place_in_words(what)


def place_in_words(place: str) -> str:
    """Say in the user's language where something was done: "bureau", or the name of a post.

    >>> place_in_words("Arlandia/border_crossing")
    'Arlandia, border crossing'
    """
    country, slash, kind = place.partition("/")
    if slash and kind in POST_KINDS:
        return f"{country}, {POST_KINDS[kind].in_words()}"
    return _BUREAU.in_words() if place == _BUREAU.name else party_in_words(place)


def party_in_words(name: str) -> str:
    """Say who it is: a country, whose name is the same in all languages, or the General Secretariat.

    >>> party_in_words("Arlandia"), party_in_words("General Secretariat")
    ('Arlandia', 'General Secretariat')
    """
    return _SECRETARIAT.in_words() if name == GENERAL_SECRETARIAT else name


def choose(value: object, known: Mapping[str, Term], *, what: str) -> str:
    """Return the name of the entry of ``known`` that ``value`` means: its name or its wording, en or de.

    Raises :class:`ReadError` for anything but text, :class:`UnknownName` for an unknown word;
    ``what`` says what was expected, in the user's language.

    >>> choose("Flughafen", POST_KINDS, what="A kind of post"), choose("identity card", DOCUMENT_KINDS, what="")
    ('airport', 'identity_card')
    """
    words = {term.name: term.name for term in known.values()}
    words |= {word.casefold(): term.name for term in known.values() for word in (term.en, term.de)}
    return pick(value, words, what=what, shown=sorted(known))


def pick(value: object, words: Mapping[str, str], *, what: str, shown: list[str] | None = None) -> str:
    """Return ``words[value]``, blind to case and outer spaces; the error names the nearest words.

    >>> pick(" BOROVIA ", {"borovia": "Borovia"}, what="A country")
    'Borovia'
    """
    if not isinstance(value, str):
        raise ReadError(
            expected=what,
            found=_("a value of type {name__}").format(name__=type(value).__name__),
            advice=_("Give its name as text."),
        )
    wanted = value.strip().casefold()
    if wanted in words:
        return words[wanted]
    near = [words[word] for word in get_close_matches(wanted[:60], words, n=3, cutoff=0.6)]
    choice = ", ".join(dict.fromkeys(near or shown or sorted(set(words.values()))))
    found = repr(value if len(value) <= 60 else value[:57] + "…")
    raise UnknownName(expected=what, found=found, advice=_("Try: {choice}.").format(choice=choice))
