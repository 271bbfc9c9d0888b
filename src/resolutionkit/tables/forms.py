"""Finds who and what is named where: surface forms in, mentions out, in any text.

The longest form wins, so that *Charta der Vereinten Nationen* is the Charter and not
the United Nations. Some names truly name a second thing, as *INTERPOL-Datenbanken*
names INTERPOL: the column ``contains`` says which, and only those are looked for inside
a name. The rules are explained in ``data/README.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from resolutionkit.errors import Location, TableError
from resolutionkit.language import _

_TOKEN = re.compile(r"\w+|[^\w\s]")
_GERMAN_ENDING = re.compile(r"(?<=\w{4})(?:ern|en|er|em|es|e|n|(?<!s)s)$")
"""Endings of case and number; at least four letters must remain: *Staaten* and *Staat*, but not *Art* and *Ar*."""
_GERMAN, _ENGLISH = 0, 1


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that a text may name, and the words that name it.

    >>> Entity("ga", ("Generalversammlung",), ("General Assembly",)).forms_en
    ('General Assembly',)
    """

    id: str
    forms_de: tuple[str, ...] = ()
    forms_en: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    """Ids of other entities that are named as well where their forms stand inside a form of this one."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a text names an entity; ``text[start:end] == form``.

    >>> Mention("ga", "OP15", 25, 43, "Generalversammlung").label
    'OP15'
    """

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
    with ``|`` between their items. :class:`~resolutionkit.errors.TableError` for a row without
    an id.

    >>> entities_from_rows([{"id": "ga", "forms_de": "Generalversammlung", "forms_en": "General Assembly|GA"}])
    [Entity(id='ga', forms_de=('Generalversammlung',), forms_en=('General Assembly', 'GA'), contains=())]
    """
    return [
        Entity(_id_of(row, number), _items(row, "forms_de"), _items(row, "forms_en"), _items(row, "contains"))
        for number, row in enumerate(rows, start=2)
    ]


def find_mentions(texts: Mapping[str, str], forms: Iterable[Entity]) -> list[Mention]:
    """Return every mention of the entities ``forms`` in ``texts`` (label → text), in the order of the texts.

    At each place the longest form wins; a form that several entities share names them all.
    German endings of case and number may differ from the listed form, and an English word
    may have a plural *s* that the form has not. A form in small letters may begin with a
    capital, as at the start of a sentence. Words match whole: *Staat* is not found in
    *Staatenwelt*; before a hyphen a word must stand exactly as listed.
    :class:`~resolutionkit.errors.TableError` where ``contains`` names an unknown entity.

    >>> un = Entity("un", ("Vereinte Nationen",), ("United Nations",))
    >>> charter = Entity("charter", ("Charta der Vereinten Nationen",))
    >>> text = {"PP1": "geleitet von der Charta der Vereinten Nationen,", "PP2": "die Vereinten Nationen,"}
    >>> [(m.entity, m.label, m.form) for m in find_mentions(text, [un, charter])]
    [('charter', 'PP1', 'Charta der Vereinten Nationen'), ('un', 'PP2', 'Vereinten Nationen')]
    """
    lexicon = _lexicon(tuple(forms))
    return [mention for label, text in texts.items() for mention in lexicon.find(label, text)]


@dataclass(slots=True)
class _Node:
    """One step through the words of the forms: a tree in which forms with the same beginning share a path."""

    steps: dict[str, _Node] = field(default_factory=dict)
    spellings: set[str] = field(default_factory=set)
    """How the listed forms spell the word that led here."""
    entities: tuple[str, ...] = ()
    """Ids of the entities for which a form ends here."""


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    stem: str
    """The word without its German ending."""
    before_hyphen: bool


_Path = tuple[int, _Node, int]
"""The tree of a language, how far a form was followed in it, and the token behind the last word."""


class _Lexicon:
    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self._contains = {entity.id: entity.contains for entity in entities}
        self._trees = (_Node(), _Node())
        self._stems: dict[str, str] = {}
        for entity in entities:
            _check_contains(entity, self._contains)
            for tree, language_forms in ((_GERMAN, entity.forms_de), (_ENGLISH, entity.forms_en)):
                for form in language_forms:
                    self._add(tree, form, entity.id)

    def _add(self, tree: int, form: str, entity: str) -> None:
        node = self._trees[tree]
        for word in _TOKEN.findall(form):
            node = node.steps.setdefault(self._stem(word) if tree == _GERMAN else word, _Node())
            node.spellings.add(word)
        if node is not self._trees[tree] and entity not in node.entities:
            node.entities += (entity,)

    def _stem(self, word: str) -> str:
        stem = self._stems.get(word)
        if stem is None:
            stem = self._stems[word] = _GERMAN_ENDING.sub("", word)
        return stem

    def find(self, label: str, text: str) -> list[Mention]:
        plain = text.replace("\N{NON-BREAKING HYPHEN}", "-")
        tokens = [
            _Token(m.start(), m.end(), m[0], self._stem(m[0]), plain.startswith("-", m.end()))
            for m in _TOKEN.finditer(plain)
        ]
        found: list[Mention] = []
        self._scan(label, text, tokens, range(len(tokens)), None, "", found)
        return found

    def _scan(
        self,
        label: str,
        text: str,
        tokens: list[_Token],
        where: range,
        allowed: frozenset[str] | None,
        inside: str,
        found: list[Mention],
    ) -> None:
        """Add the mentions among the tokens ``where`` to ``found``; only of ``allowed`` entities, where given."""
        at = where.start
        while at < where.stop:
            end, names = self._longest(text, tokens, at, where.stop, allowed)
            if not names:
                at += 1
                continue
            span = (tokens[at].start, tokens[end - 1].end)
            found.extend(Mention(name, label, *span, text[slice(*span)], inside) for name in names)
            within = frozenset(inner for name in names for inner in self._contains[name]).difference(names)
            # Names that contain each other and share a form would go round in circles.
            if within and not (inside and (at, end) == (where.start, where.stop)):
                self._scan(label, text, tokens, range(at, end), within, names[0], found)
            at = end

    def _longest(
        self, text: str, tokens: list[_Token], at: int, last: int, allowed: frozenset[str] | None
    ) -> tuple[int, tuple[str, ...]]:
        """Return the end of the longest form that begins at token ``at``, and the entities that it names."""
        best = at
        names: tuple[str, ...] = ()
        paths = self._starts(tokens[at], at + 1)
        for tree, node, end in paths:  # the list grows while it is read
            here = node.entities if allowed is None else tuple(e for e in node.entities if e in allowed)
            if here and end >= best and _stands_free(text, tokens[at].start, tokens[end - 1].end):
                names = tuple(dict.fromkeys(names + here)) if end == best else here
                best = end
            if end < last and node.steps:
                paths += _steps(tree, node, tokens[end], tokens[end].text, tokens[end].stem, end + 1)
        return best, names

    def _starts(self, token: _Token, end: int) -> list[_Path]:
        paths: list[_Path] = []
        for tree, root in enumerate(self._trees):
            paths += _steps(tree, root, token, token.text, token.stem, end)
            if token.text[0].isupper():  # a form in small letters at the start of a sentence
                small = token.text[0].lower() + token.text[1:]
                paths += _steps(tree, root, token, small, self._stem(small), end)
        return paths


def _steps(tree: int, node: _Node, token: _Token, word: str, stem: str, end: int) -> list[_Path]:
    """Return the ways on from ``node`` with ``word``, as listed or with another ending."""
    step = node.steps.get(stem if tree == _GERMAN else word)
    if token.before_hyphen:
        # "Staats-" in "Staats- und Regierungschefs" is half a compound and no mention of "Staat".
        return [(tree, step, end)] if step is not None and word in step.spellings else []
    paths = [] if step is None else [(tree, step, end)]
    # English adds the s and never drops it: "terrorist" is an adjective, and no mention of "terrorists".
    if tree == _ENGLISH and word[-1] == "s" and word[:-1] in node.steps:
        paths.append((tree, node.steps[word[:-1]], end))
    return paths


def _stands_free(text: str, start: int, end: int) -> bool:
    """Say whether a number is a whole symbol: "51/1", but not in "A/C.51/1" or "51/1/Add.1"."""
    cut_before = text[start].isdigit() and start > 0 and text[start - 1] in "/.-"
    cut_behind = text[end - 1].isdigit() and text[end : end + 1] == "/"
    return not (cut_before or cut_behind)


@lru_cache(maxsize=8)
def _lexicon(entities: tuple[Entity, ...]) -> _Lexicon:
    return _Lexicon(entities)


def _items(row: Mapping[str, str], column: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in (row.get(column) or "").split("|") if item.strip())


def _id_of(row: Mapping[str, str], line: int) -> str:
    name = (row.get("id") or "").strip()
    if not name:
        raise TableError(
            expected=_("A row with an id"),
            found=repr(dict(row)),
            place=Location("", line),
            advice=_("Fill in the column id with a short name that no other row has."),
        )
    return name


def _check_contains(entity: Entity, known: Mapping[str, tuple[str, ...]]) -> None:
    for inner in entity.contains:
        if inner not in known:
            raise TableError(
                expected=_("In the column contains of {id!r}, the id of an actor, a system or a topic").format(
                    id=entity.id
                ),
                found=repr(inner),
                advice=_("Correct the id, or hand over the rows of all tables at once."),
            )
