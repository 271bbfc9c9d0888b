"""Reading the arguments of the public verbs: countries, numbers, texts; one clear error for anything else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from resolutionkit.errors import ReadError, RightsError
from resolutionkit.language import say
from resolutionkit.policing import records
from resolutionkit.policing.catalogue import COLOURS, choose, pick
from resolutionkit.policing.identifiers import many_lines, one_line, whole_number
from resolutionkit.policing.messages import Message
from resolutionkit.policing.notices import Notice
from resolutionkit.policing.store import Store

_LARGEST = 2**62


def country(store: Store, name: object) -> str:
    """Return the country that ``name`` means, blind to case and outer spaces."""
    known = {name.casefold(): name for name in store.countries}
    return pick(name, known, what=say(en="A country of this world", de="Ein Land dieser Welt"))


def countries(store: Store, names: object) -> list[str]:
    """Return several countries, each once; a single name counts as a list of one."""
    given = [names] if isinstance(names, str) else names
    if not isinstance(given, Iterable):
        raise ReadError(
            expected=say(en="A list of countries", de="Eine Liste von Ländern"),
            found=say(en=f"a value of type {type(names).__name__}", de=f"ein Wert vom Typ {type(names).__name__}"),
            advice=say(en='For example ["Borovia"].', de='Zum Beispiel ["Borovia"].'),
        )
    return list(dict.fromkeys(country(store, name) for name in given))


def bureaux(store: Store, names: object) -> list[str]:
    """Return countries that have a bureau, at least one."""
    chosen = countries(store, names)
    for name in chosen:
        if not store.countries[name]:
            raise no_bureau(name)
    if not chosen:
        raise ReadError(
            expected=say(en="At least one addressee", de="Mindestens ein Empfänger"),
            found=say(en="none", de="keiner"),
            advice=say(en="Name a country.", de="Nennen Sie ein Land."),
        )
    return chosen


def no_bureau(name: str) -> RightsError:
    """Return the error for a country that is no member country and so has no bureau (OP13)."""
    return RightsError(
        expected=say(en="A member country with a national central bureau",
                     de="Ein Mitgliedsland mit nationalem Zentralbüro"),
        found=say(en=f"{name}, a state that is no member country",
                  de=f"{name}, ein Staat, der kein Mitgliedsland ist"),
        advice=say(en="OP13 opens these resources to states that are member countries of INTERPOL too; choose one.",
                   de="OP13 meint Mitgliedstaaten, „die gleichzeitig auch Mitgliedsländer der INTERPOL sind“; wählen "
                      "Sie ein solches Land."),
    )


# What an owner may change in a record; everything else means to withdraw it and enter it anew.
CHANGEABLE: Mapping[str, tuple[str, ...]] = {
    "stolen_documents": ("reason",),
    "persons_sought": ("given_name", "birth_year", "note"),
    "firearms": ("reason",),
}


def changes(wanted: Mapping[str, object], database: str) -> dict[str, object]:
    """Return what is to be changed in a record, each value read as what it should be."""
    read: dict[str, object] = {}
    for name, value in wanted.items():
        if name == "reason" and database in records.REASONS_FOR:
            value = records.reason_for(database, value)
        elif name == "given_name":
            value = one_line(value, say(en="A given name", de="Ein Vorname"), 60)
        elif name == "note":
            value = one_line(value, say(en="A note", de="Eine Bemerkung"))
        elif name == "birth_year":
            value = whole_number(value, say(en="A year of birth", de="Ein Geburtsjahr"), 1900, 2020)
        read[name] = value
    return read


def subject_and_text(subject: object, text: object) -> tuple[str, str]:
    """Return the two parts of a message or notice."""
    return (
        one_line(subject, say(en="A subject", de="Ein Betreff")),
        many_lines(text, say(en="The text of a message or notice", de="Der Text einer Nachricht oder Ausschreibung")),
    )


def make(value: object) -> str:
    """Return the make of a firearm."""
    return one_line(value, say(en="The make of a firearm", de="Die Marke einer Waffe"), 60)


def colour(value: object) -> str:
    """Return a colour of notice."""
    return choose(value, COLOURS, what=say(en="A colour of notice", de="Die Farbe einer Ausschreibung"))


def most(value: object) -> int:
    """Return how many rows to show at most."""
    return whole_number(value, say(en="How many rows at most", de="Wie viele Zeilen höchstens"), 1, 1_000_000)


def number(value: object, kind: type[Message] | type[Notice]) -> int:
    """Return the number of a message or notice."""
    if isinstance(value, kind):
        return value.number
    return whole_number(value, say(en="A message or notice, or its number",
                                   de="Eine Nachricht oder Ausschreibung, oder ihre Nummer"), 1, _LARGEST)
