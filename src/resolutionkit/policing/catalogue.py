"""The fixed lists of the model: its databases, its features, and what its codes mean in words; all are data in ``data/policing/``."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from resolutionkit.errors import ReadError, UnknownName, nearest
from resolutionkit.files import data_file, read_toml
from resolutionkit.language import Text, _
from resolutionkit.policing.tables import Table

GENERAL_SECRETARIAT = "General Secretariat"
WORDS: Mapping[str, Mapping[str, Text]] = {
    group: {code: Text(**text) for code, text in texts.items()}
    for group, texts in read_toml("policing/words.toml").items()
}
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
    same: Sequence[str]
    short: str
    asked_by: str
    entered_by: str

    def reasons(self) -> list[str]:
        """Return the reasons for which something is entered here: "stolen", "lost"; none where the database asks for none."""
        return self.fields.get("reason", "").removeprefix("reason:").replace(",", " ").split()


def _databases() -> Mapping[str, Database]:
    with data_file("systems.csv").open(encoding="utf-8", newline="") as lines:
        systems = {row["id"]: row for row in csv.DictReader(lines)}
    found = {}
    for name, entry in read_toml("policing/databases.toml").items():
        row = systems[entry.pop("system")]
        entry |= {key: row[key] for key in ("abbreviation", "quote", "quote_en")}
        title, paragraphs = Text(row["name_en"], row["name_de"]), tuple(row["paragraphs"].split("|"))
        found[name] = Database(name=name, title=title, paragraphs=paragraphs, **entry)
    return found


DATABASES: Mapping[str, Database] = _databases()
DOCUMENT_DATABASES = tuple(name for name, base in DATABASES.items() if base.asked_by == "bureaux and posts")
"""Those in which travel documents can be looked up, at the border too."""


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
    words = {wording: code for code, text in known.items() for wording in (code, text.en, text.de)}
    return pick(value, words, what=what)


def choose_database(value: object) -> Database:
    """Return the database of this name, title or abbreviation."""
    words = {
        word: name
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
        raise wrong_type(value, what, _("Give its name as text."))
    wanted = value.strip().casefold()
    for word, meant in words.items():
        if word.casefold() == wanted:
            return meant
    near = [words[word] for word in nearest(value, words, likeness=0.6)]
    choice = ", ".join(dict.fromkeys(near or sorted(set(words.values()))))
    found = repr(value if len(value) <= 60 else value[:57] + "…")
    raise UnknownName(expected=what, found=found, advice=_("Try: {choice}.").format(choice=choice))


def wrong_type(value: object, expected: str, advice: str) -> ReadError:
    """Return the error for a value of another type than what was expected."""
    found = _("a value of type {name__}").format(name__=type(value).__name__)
    return ReadError(expected=expected, found=found, advice=advice)


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of the model: its paragraph with its words (empty where there is none), and our remark.

    ``basis``, in the user's language: "text": the resolution says so; "simplified": it says so, we made it simpler;
    "invented": ours, for teaching; "beyond": from another public source, which the remark names; "left out".
    """

    feature: str
    basis: str
    paragraph: str
    quote: str
    quote_en: str
    remark: str


def what_is_modelled() -> Table[Feature]:
    """Return for each feature of the model its paragraph and quote, or that it is ours, in the user's language.

    >>> [row.paragraph for row in what_is_modelled() if row.feature.startswith("FIND")]
    ['OP14']
    """
    features = []
    for entry in read_toml("policing/features.toml")["feature"]:
        name, remark = (str(Text(**entry.get(key, {"en": ""}))) for key in ("name", "remark"))
        cited = {key: entry.get(key, "") for key in ("paragraph", "quote", "quote_en")}
        features.append(Feature(name, in_words("basis", entry["basis"]), **cited, remark=remark))
    heads = [_("feature"), _("basis"), _("paragraph"), _("in English"), _("quote"), _("remark")]
    cells = [(f.feature, f.basis, f.paragraph, f.quote_en, f.quote, f.remark) for f in features]
    return Table(features, heads, cells, caption=_("What the model takes from A/RES/75/10"))
