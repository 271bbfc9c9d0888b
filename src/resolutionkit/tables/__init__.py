"""``data/`` as pandas frames, and who is named where; what the columns mean stands in ``data/README.md``.

Every call returns a fresh copy, so that a learner who changes a table breaks nothing. pandas
is imported only when a frame is asked for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from resolutionkit.document.bundled import load
from resolutionkit.document.model import Resolution, only_resolutions
from resolutionkit.files import rows
from resolutionkit.language import language as kit_language
from resolutionkit.tables.forms import Lexicon

if TYPE_CHECKING:
    import pandas as pd

_WHOLE_NUMBERS = {"opener_counts": ("paragraphs", "resolutions"), "openers_aligned": ("count",)}


def in_words(code: str) -> str:
    """Return how the user's language says a relation, a type or a kind of the tables; what it has no word for stays.

    >>> from resolutionkit.language import talking
    >>> with talking("de"):
    ...     in_words("cooperates with"), in_words("database")
    ('arbeitet zusammen mit', 'Datenbank')
    """
    return words_of("words", "en", kit_language()).get(code, code)


@cache
def words_of(table: str, column: str, language: str) -> dict[str, str]:
    """Return how a language says what stands in a column of a table; nothing for a language that the table does not have."""
    return {row[column]: row[language] for row in rows(table) if language in row}


def _frame(name: str) -> pd.DataFrame:
    import pandas as pd

    frame = pd.DataFrame([dict(row) for row in rows(name)])
    return frame.astype(dict.fromkeys(_WHOLE_NUMBERS.get(name, ()), int))


def glosses() -> pd.DataFrame:
    """Return what each paragraph of 75/10 says in plain words of ours: label, gloss_en, gloss_de.

    >>> len(glosses())
    42
    """
    return _frame("glosses")


def opener_counts(language: str | None = None, part: str | None = None) -> pd.DataFrame:
    """Return how often openers occur in adopted resolutions: language, part, opener, paragraphs, resolutions.

    ``language`` is "en" (the 75th session) or "de" (ten resolutions), ``part`` "preamble" or
    "operative"; None means both. The most frequent come first.

    >>> opener_counts("en", "operative")["opener"][0]
    'Encourages'
    """
    frame = _frame("opener_counts")
    for column, wanted in (("language", language), ("part", part)):
        frame = frame[frame[column] == wanted] if wanted else frame
    return frame.sort_values("paragraphs", ascending=False, kind="stable").reset_index(drop=True)


def opener_count(opener: str, language: str, part: str) -> int:
    """Return in how many paragraphs an opener occurs; 0 where it was not counted.

    >>> opener_count("Urges", "en", "operative")
    350
    """
    counts = {(row["opener"], row["language"], row["part"]): row["paragraphs"] for row in rows("opener_counts")}
    return int(counts.get((opener, language, part), 0))


def aligned_openers() -> pd.DataFrame:
    """Return English and German openers of the same paragraphs, in pairs seen three times or more: part, en, de, count.

    >>> aligned_openers().columns.tolist()
    ['part', 'en', 'de', 'count']
    """
    return _frame("openers_aligned")


def actors() -> pd.DataFrame:
    """Return everyone whom 75/10 names as acting or addressed, each with paragraphs and a quote.

    >>> actors().set_index("id").loc["unodc", "type"]
    'office'
    """
    return _frame("actors")


def systems() -> pd.DataFrame:
    """Return the databases, networks, agreements, programmes and documents that 75/10 names.

    >>> systems().set_index("id").loc["i247", "owner"]
    'interpol'
    """
    return _frame("systems")


def topics() -> pd.DataFrame:
    """Return the crimes, problems and themes of 75/10, with their broader topics.

    >>> topics().set_index("id").loc["money-laundering", "kind"]
    'crime'
    """
    return _frame("topics")


def relations() -> pd.DataFrame:
    """Return who does what with whom, each row with its paragraph, quotes and operative verb.

    ``quote_en`` is our English of ``quote``. Where that does not name both ends, ``quote_2`` and
    ``quote_2_en`` do; the General Assembly, which speaks, needs no quote.

    >>> relations()["said_by"].unique().tolist()
    ['ga']
    """
    return _frame("relations")


def mentions(resolution: Resolution | None = None) -> pd.DataFrame:
    """Return where a resolution names the actors, systems and topics of 75/10.

    The columns are entity, paragraph, start, end, form (the words) and quote_en: our English of the words where
    75/10 uses them, else the English name of the entity; English words stand for themselves. Without an argument
    it is 75/10 itself; other resolutions may be German or English.

    >>> found = mentions()
    >>> found.loc[found["entity"] == "secretary-general", "paragraph"].tolist()
    ['OP15']
    """
    import pandas as pd

    resolution = load() if resolution is None else resolution
    only_resolutions(resolution)
    names = {row["id"]: row["name_en"] for row in _entities()}
    ours = {(row["entity"], row["form"]): row["quote_en"] for row in rows("curated_mentions")}
    found = []
    for m in lexicon().mentions({p.label: p.text for p in resolution.paragraphs}):
        english = m.form if resolution.language == "en" else ours.get((m.entity, m.form), names[m.entity])
        found.append((m.entity, m.label, m.start, m.end, m.form, english))
    return pd.DataFrame(found, columns=["entity", "paragraph", "start", "end", "form", "quote_en"])


@cache
def lexicon() -> Lexicon:
    """Return the words that name the actors, systems and topics of 75/10, in German and English."""
    return Lexicon(_entities())


def _entities() -> list[dict[str, str]]:
    return [*rows("actors"), *rows("systems"), *rows("topics")]
