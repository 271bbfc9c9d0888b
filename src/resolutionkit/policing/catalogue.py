"""The fixed lists of the model, all from ``data/policing/``: its countries, databases and features, and what its codes mean in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resolutionkit.files import read_toml, rows
from resolutionkit.language import Text, _
from resolutionkit.policing.tables import Table

GENERAL_SECRETARIAT = "General Secretariat"
MADE_OF = read_toml("policing/synthetic.toml")
MEMBERS: tuple[str, ...] = tuple(MADE_OF["members"])
OUTSIDE: str = MADE_OF["outside"]
WORDS: Mapping[str, Mapping[str, Text]] = {
    group: {code: Text(**text) for code, text in texts.items()}
    for group, texts in read_toml("policing/words.toml").items()
}
"""Group ("post", "document", "colour" …) -> code -> its wording."""


@dataclass(frozen=True, slots=True)
class Database:
    """A database that the resolution names, as a row of data.

    ``paragraphs``, ``quote`` and ``quote_en`` (our English) say where the resolution names it; ``fields`` and rights are our
    simplification, explained in ``data/policing/databases.toml``.
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
    optional: Sequence[str] = ()
    reasons: Sequence[str] = ()

    def in_short(self, fields: Mapping[str, object]) -> str:
        """Return how an entry with these fields is named in a line, in the user's language."""
        kind = in_words("document", str(fields.get("kind", "")))
        return self.short.format(**{**fields, "kind": kind}).replace("persons_sought", _("person"))


def _databases() -> Mapping[str, Database]:
    systems = {row["id"]: row for row in rows("systems")}
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
    return Table(features, heads, cells, _("What the model takes from A/RES/75/10"))
