"""The fixed lists of the model: its databases, and what its codes mean in words; both are data in ``data/policing/``."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

from resolutionkit.errors import ReadError, UnknownName
from resolutionkit.files import data_file, read_toml
from resolutionkit.language import Text, _

GENERAL_SECRETARIAT = "General Secretariat"
WORDS: Mapping[str, Mapping[str, Text]] = MappingProxyType(
    {
        group: MappingProxyType({code: Text(**text) for code, text in texts.items()})
        for group, texts in read_toml("policing/words.toml").items()
    }
)
"""Group ("post", "document", "colour" …) -> code -> its wording."""


@dataclass(frozen=True, slots=True)
class Database:
    """A database that the resolution names, as a row of data.

    ``paragraphs``, ``quote`` and ``quote_en`` (our English) say where the resolution names it, ``fields`` what an
    entry holds, ``asked_by`` and ``entered_by`` who may do what. Fields and rights are our simplification.
    """

    name: str
    title: Text
    abbreviation: str
    paragraphs: tuple[str, ...]
    quote: str
    quote_en: str
    fields: Mapping[str, str]
    same: tuple[str, ...]
    short: str
    asked_by: str
    entered_by: str

    @property
    def lists_documents(self) -> bool:
        """Whether travel documents can be looked up here, at the border too.

        >>> [name for name, base in DATABASES.items() if base.lists_documents]
        ['stolen_documents', 'notice_documents', 'persons_sought']
        """
        return self.asked_by == "bureaux and posts"

    def reasons(self) -> list[str]:
        """Return the reasons for which something is entered here; none where the database asks for none.

        >>> DATABASES["firearms"].reasons()
        ['stolen', 'lost', 'smuggled']
        """
        return self.fields.get("reason", "").removeprefix("reason:").replace(",", " ").split()


def _databases() -> Mapping[str, Database]:
    with data_file("systems.csv").open(encoding="utf-8", newline="") as lines:
        systems = {row["id"]: row for row in csv.DictReader(lines)}
    found = {}
    for name, entry in read_toml("policing/databases.toml").items():
        row = systems[entry.pop("system")]
        found[name] = Database(
            name=name,
            title=Text(row["name_en"], row["name_de"]),
            abbreviation=row["abbreviation"],
            paragraphs=tuple(row["paragraphs"].split("|")),
            quote=row["quote"],
            quote_en=row.get("quote_en", ""),
            same=tuple(entry.pop("same")),
            **entry,
        )
    return MappingProxyType(found)


DATABASES: Mapping[str, Database] = _databases()


def in_words(group: str, code: str) -> str:
    """Return what a code means, in the user's language; a code without a wording stands for itself.

    >>> in_words("post", "customs"), in_words("place", "Arlandia")
    ('customs post', 'Arlandia')
    """
    return str(WORDS[group].get(code, code))


def place_in_words(place: str) -> str:
    """Say where something was done: at the bureau, at the General Secretariat or at a post ("Arlandia/airport")."""
    country, slash, kind = place.partition("/")
    return f"{country}, {in_words('post', kind)}" if slash else in_words("place", place)


def choose(value: object, group: str, *, what: str, only: Iterable[str] | None = None) -> str:
    """Return the code in a group of ``WORDS`` that ``value`` means: the code itself or its wording in any language."""
    known = {code: WORDS[group][code] for code in only or WORDS[group]}
    words = {wording.casefold(): code for code, text in known.items() for wording in (code, text.en, text.de)}
    return pick(value, words, what=what)


def choose_database(value: object) -> Database:
    """Return the database of this name, title or abbreviation."""
    words = {
        word.casefold(): name
        for name, base in DATABASES.items()
        for word in (name, base.title.en, base.title.de, base.abbreviation)
        if word
    }
    return DATABASES[pick(value, words, what=_("A database"))]


def pick(value: object, words: Mapping[str, str], *, what: str) -> str:
    """Return ``words[value]``, blind to case and outer spaces; ``what`` was expected, in the user's language.

    Raises :class:`ReadError` for anything but text, :class:`UnknownName` for an unknown word; it names the nearest.
    """
    if not isinstance(value, str):
        found = _("a value of type {name__}").format(name__=type(value).__name__)
        raise ReadError(expected=what, found=found, advice=_("Give its name as text."))
    wanted = value.strip().casefold()
    if wanted in words:
        return words[wanted]
    near = [words[word] for word in get_close_matches(wanted[:60], words, n=3, cutoff=0.6)]
    choice = ", ".join(dict.fromkeys(near or sorted(set(words.values()))))
    found = repr(value if len(value) <= 60 else value[:57] + "…")
    raise UnknownName(expected=what, found=found, advice=_("Try: {choice}.").format(choice=choice))
