"""Reading the arguments of the public verbs: countries, numbers, texts; one clear error for anything else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from resolutionkit.errors import ReadError, RightsError
from resolutionkit.language import _
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
    return pick(name, known, what=_("A country of this world"))


def countries(store: Store, names: object) -> list[str]:
    """Return several countries, each once; a single name counts as a list of one."""
    given = [names] if isinstance(names, str) else names
    if not isinstance(given, Iterable):
        raise ReadError(
            expected=_("A list of countries"),
            found=_("a value of type {name__}").format(name__=type(names).__name__),
            advice=_('For example ["Borovia"].'),
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
            expected=_("At least one addressee"),
            found=_("none"),
            advice=_("Name a country."),
        )
    return chosen


def no_bureau(name: str) -> RightsError:
    """Return the error for a country that is no member country and so has no bureau (OP13)."""
    return RightsError(
        expected=_("A member country with a national central bureau"),
        found=_("{name}, a state that is no member country").format(name=name),
        advice=_("OP13 opens these resources to states that are member countries of INTERPOL too; choose one."),
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
            value = one_line(value, _("A given name"), 60)
        elif name == "note":
            value = one_line(value, _("A note"))
        elif name == "birth_year":
            value = whole_number(value, _("A year of birth"), 1900, 2020)
        read[name] = value
    return read


def subject_and_text(subject: object, text: object) -> tuple[str, str]:
    """Return the two parts of a message or notice."""
    return (
        one_line(subject, _("A subject")),
        many_lines(text, _("The text of a message or notice")),
    )


def make(value: object) -> str:
    """Return the make of a firearm."""
    return one_line(value, _("The make of a firearm"), 60)


def colour(value: object) -> str:
    """Return a colour of notice."""
    return choose(value, COLOURS, what=_("A colour of notice"))


def most(value: object) -> int:
    """Return how many rows to show at most."""
    return whole_number(value, _("How many rows at most"), 1, 1_000_000)


def number(value: object, kind: type[Message] | type[Notice]) -> int:
    """Return the number of a message or notice."""
    if isinstance(value, kind):
        return value.number
    return whole_number(value, _("A message or notice, or its number"), 1, _LARGEST)
