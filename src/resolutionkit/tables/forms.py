"""Finds who and what is named where: surface forms in, mentions out, in any text.

The longest form wins, so that *Charta der Vereinten Nationen* is the Charter and not
the United Nations. Some names truly name a second thing, as *INTERPOL-Datenbanken*
names INTERPOL: the column ``contains`` says which, and only those are looked for inside
a name. The rules are explained in ``data/README.md``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"\w+|[^\w\s]")
_GERMAN_ENDING = re.compile(r"(?<=\w{4})(?:ern|en|er|em|es|e|n|(?<!s)s)$")
"""Endings of case and number; at least four letters must remain: *Staaten* and *Staat*, but not *Art* and *Ar*."""
_ENGLISH_ENDING = re.compile(r"s$")


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that a text may name, and the words that name it."""

    id: str
    forms_de: tuple[str, ...] = ()
    forms_en: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    """Ids of other entities that are named as well where their forms stand inside a form of this one."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a text names an entity; ``text[start:end] == form``."""

    entity: str
    label: str
    start: int
    end: int
    form: str
    inside: str = ""
    """Id of the entity whose longer name contains this one, or "" for a name that stands by itself."""


def entities_from_rows(rows: Iterable[Mapping[str, str]]) -> list[Entity]:
    """Return the entities of table rows as ``data/actors.csv``, ``systems.csv`` and ``topics.csv`` have them.

    Each row needs ``id`` and may have ``forms_de``, ``forms_en`` and ``contains``, lists
    with ``|`` between their items: "General Assembly|GA".
    """
    lists = ("forms_de", "forms_en", "contains")
    return [Entity(row["id"], *(tuple(filter(None, row.get(name, "").split("|"))) for name in lists)) for row in rows]


def find_mentions(texts: Mapping[str, str], forms: Iterable[Entity]) -> list[Mention]:
    """Return every mention of the entities ``forms`` in ``texts`` (label → text), in the order of the texts.

    At each place the longest form wins; a form that several entities share names them all.
    German endings of case and number may differ from the listed form, and an English word
    may have a plural *s* that the form has not. A form in small letters may begin with a
    capital, as at the start of a sentence. Words match whole: *Staat* is not found in
    *Staatenwelt*; before a hyphen a word must stand exactly as listed.

    >>> un = Entity("un", ("Vereinte Nationen",), ("United Nations",))
    >>> charter = Entity("charter", ("Charta der Vereinten Nationen",))
    >>> text = {"PP1": "geleitet von der Charta der Vereinten Nationen,", "PP2": "die Vereinten Nationen,"}
    >>> [(m.entity, m.label, m.form) for m in find_mentions(text, [un, charter])]
    [('charter', 'PP1', 'Charta der Vereinten Nationen'), ('un', 'PP2', 'Vereinten Nationen')]
    """
    lexicon = _lexicon(tuple(forms))
    return [mention for label, text in texts.items() for mention in _found(lexicon, label, text)]


@lru_cache(maxsize=1000)
def _found(lexicon: _Lexicon, label: str, text: str) -> tuple[Mention, ...]:
    """What a paragraph names; networks, pictures and exercises ask again and again for those of 75/10."""
    tokens = list(_TOKEN.finditer(text.replace("\N{NON-BREAKING HYPHEN}", "-")))
    named = lexicon.named_among(tokens)
    return tuple(Mention(name, label, start, end, text[start:end], inside) for name, start, end, inside in named)


@dataclass(frozen=True, slots=True)
class _Form:
    words: tuple[str, ...]
    ending: re.Pattern[str]
    entity: str

    def fits(self, tokens: Sequence[re.Match[str]]) -> bool:
        return (
            len(tokens) == len(self.words)
            and _stands_free(tokens)
            and all(
                any(self._is(word, said, token) for said in _spellings(token[0], first=at == 0))
                for at, (word, token) in enumerate(zip(self.words, tokens, strict=True))
            )
        )

    def _is(self, word: str, said: str, token: re.Match[str]) -> bool:
        if said == word:
            return True
        if token.string.startswith("-", token.end()):
            return False  # "Staats-" in "Staats- und Regierungschefs" is half a compound and no mention of "Staat"
        if self.ending is _ENGLISH_ENDING:
            return said == word + "s"  # never without: "terrorist" is an adjective, and no mention of "terrorists"
        return _stem(said, self.ending) == _stem(word, self.ending)


class _Lexicon:
    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self._contains = {entity.id: frozenset(entity.contains) for entity in entities}
        self._forms: defaultdict[str, list[_Form]] = defaultdict(list)
        """By the stem of their first word."""
        self._beginning_with: dict[str, list[_Form]] = {}
        """By words as they stood in texts."""
        for entity in entities:
            for ending, listed in ((_GERMAN_ENDING, entity.forms_de), (_ENGLISH_ENDING, entity.forms_en)):
                for form in listed:
                    words = tuple(_TOKEN.findall(form))
                    self._forms[_stem(words[0], ending)].append(_Form(words, ending, entity.id))

    def named_among(
        self, tokens: Sequence[re.Match[str]], allowed: frozenset[str] | None = None, inside: str = ""
    ) -> Iterator[tuple[str, int, int, str]]:
        """Yield entity, place and outer entity of what is named; only ``allowed`` ones where given."""
        at = 0
        while at < len(tokens):
            begin = [form for form in self._forms_of(tokens[at][0]) if allowed is None or form.entity in allowed]
            fitting = [form for form in begin if form.fits(tokens[at : at + len(form.words)])]
            if not fitting:
                at += 1
                continue
            length = max(len(form.words) for form in fitting)
            longest = {form.entity for form in fitting if len(form.words) == length}
            names = [name for name in self._contains if name in longest]
            named = tokens[at : at + length]
            for name in names:
                yield name, named[0].start(), named[-1].end(), inside
            within = frozenset().union(*(self._contains[name] for name in names)) - longest
            # Names that contain each other and share a form would go round in circles.
            if within and not (inside and length == len(tokens)):
                yield from self.named_among(named, within, names[0])
            at += length

    def _forms_of(self, word: str) -> list[_Form]:
        """The forms that may begin with a word."""
        if word not in self._beginning_with:
            endings = (_GERMAN_ENDING, _ENGLISH_ENDING)
            stems = {_stem(said, ending) for said in _spellings(word, first=True) for ending in endings}
            self._beginning_with[word] = [form for stem in stems for form in self._forms.get(stem, ())]
        return self._beginning_with[word]


def _spellings(word: str, *, first: bool) -> tuple[str, ...]:
    """A word as it stands, and in small letters where it may begin a sentence."""
    return (word, word[0].lower() + word[1:]) if first and word[0].isupper() else (word,)


@lru_cache(maxsize=10_000)
def _stem(word: str, ending: re.Pattern[str]) -> str:
    return ending.sub("", word)


def _stands_free(tokens: Sequence[re.Match[str]]) -> bool:
    """Say whether a number is a whole symbol: "51/1", but not in "A/C.51/1" or "51/1/Add.1"."""
    text, start, end = tokens[0].string, tokens[0].start(), tokens[-1].end()
    cut_before = text[start].isdigit() and start > 0 and text[start - 1] in "/.-"
    cut_behind = text[end - 1].isdigit() and text[end : end + 1] == "/"
    return not (cut_before or cut_behind)


_lexicon = lru_cache(maxsize=8)(_Lexicon)
