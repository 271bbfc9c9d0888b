"""Finds who and what is named where: surface forms in, mentions out, in any text.

The longest form wins, so that *Charta der Vereinten Nationen* is the Charter and not the United Nations. Some names
truly name a second thing, as *INTERPOL-Datenbanken* names INTERPOL: the column ``contains`` says which, and only those
are looked for inside a name. The rules are explained in ``data/README.md``.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"\w+|[^\w\s]")
_ENDINGS = ("ern", "en", "er", "em", "es", "e", "n", "s")
"""German endings of case and number; at least four letters must remain: *Staaten* and *Staat*, but not *Art* and *Ar*."""
_ENDING = re.compile(rf"(?<=\w{{4}})(?:{'|'.join(_ENDINGS)})$(?<!ss)")


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


class Lexicon:
    """The words that name somebody or something: rows of tables such as ``data/actors.csv``.

    Each row has an ``id`` and, with ``|`` between their items, the lists ``forms_de``, ``forms_en`` and ``contains`` (ids).
    At each place the longest form wins; a form that several entities share names them all. German endings of case and
    number may differ from the listed form, and an English word may have a plural *s* that the form has not. A form in
    small letters may begin with a capital, as at the start of a sentence. Words match whole: *Staat* is not found in
    *Staatenwelt*; before a hyphen a word must stand exactly as listed.

    >>> un = {"id": "un", "forms_de": "Vereinte Nationen", "forms_en": "United Nations", "contains": ""}
    >>> charter = {"id": "charter", "forms_de": "Charta der Vereinten Nationen", "forms_en": "", "contains": ""}
    >>> text = {"PP1": "geleitet von der Charta der Vereinten Nationen,", "PP2": "die Vereinten Nationen,"}
    >>> [(m.entity, m.label, m.form) for m in Lexicon([un, charter]).mentions(text)]
    [('charter', 'PP1', 'Charta der Vereinten Nationen'), ('un', 'PP2', 'Vereinten Nationen')]
    """

    def __init__(self, entities: Iterable[Mapping[str, str]]) -> None:
        self._contains: dict[str, set[str]] = {}
        self._forms: defaultdict[str, list[_Form]] = defaultdict(list)
        """By the words with which they may begin, the longest first."""
        read = []
        for row in entities:
            self._contains[row["id"]] = set(filter(None, row["contains"].split("|")))
            for column, inflected in (("forms_de", _german), ("forms_en", _english)):
                listed = [_TOKEN.findall(form) for form in row[column].split("|") if form]
                read += [_Form(row["id"], *_spellings(words, inflected)) for words in listed]
        for form in sorted(read, key=lambda form: -len(form.words)):
            for begin in form.words[0] | form.inflected[0]:
                self._forms[begin].append(form)

    def mentions(self, texts: Mapping[str, str]) -> list[Mention]:
        """Return every mention in ``texts`` (label → text), in their order."""
        return [mention for label, text in texts.items() for mention in self._named_in(label, text)]

    @lru_cache(maxsize=1000)  # noqa: B019  # networks, pictures and exercises ask again and again for the paragraphs of 75/10
    def _named_in(self, label: str, text: str) -> list[Mention]:
        tokens = list(_TOKEN.finditer(text.replace("\N{NON-BREAKING HYPHEN}", "-")))
        named = self._named_among(tokens)
        return [Mention(name, label, start, end, text[start:end], inside) for name, start, end, inside in named]

    def _named_among(
        self, tokens: Sequence[re.Match[str]], allowed: set[str] | None = None, inside: str = ""
    ) -> Iterator[tuple[str, int, int, str]]:
        """Yield entity, place and outer entity of what is named; only ``allowed`` ones where given."""
        at = 0
        while at < len(tokens):
            begin = [form for form in self._forms.get(tokens[at][0], ()) if allowed is None or form.entity in allowed]
            fitting = [form for form in begin if form.stands_in(tokens[at : at + len(form.words)])]
            if not fitting:
                at += 1
                continue
            named = tokens[at : at + len(fitting[0].words)]
            longest = {form.entity for form in fitting if len(form.words) == len(named)}
            names = [name for name in self._contains if name in longest]
            for name in names:
                yield name, named[0].start(), named[-1].end(), inside
            within = set().union(*(self._contains[name] for name in names)) - longest
            # Names that contain each other and share a form would go round in circles.
            if within and not (inside and len(named) == len(tokens)):
                yield from self._named_among(named, within, names[0])
            at += len(named)


@dataclass(frozen=True, slots=True)
class _Form:
    """How each word of a form may stand: as listed and inflected, but not as half a compound ("Staats- und Regierungschefs")."""

    entity: str
    words: tuple[frozenset[str], ...]
    inflected: tuple[frozenset[str], ...]

    def stands_in(self, tokens: Sequence[re.Match[str]]) -> bool:
        fit = (
            token[0] in words or (token[0] in inflected and not token.string.startswith("-", token.end()))
            for token, words, inflected in zip(tokens, self.words, self.inflected, strict=False)
        )
        return len(tokens) == len(self.words) and _stands_free(tokens) and all(fit)


def _spellings(words: list[str], inflected: Callable[[str], list[str]]) -> Iterator[tuple[frozenset[str], ...]]:
    """Yield the words as listed, then with other endings; a form in small letters may begin a sentence."""
    for spelt in ([[word] for word in words], [inflected(word) for word in words]):
        first, *rest = map(frozenset, spelt)
        yield first | {word[0].upper() + word[1:] for word in first}, *rest


def _german(word: str) -> list[str]:
    stem = _ENDING.sub("", word)
    return [stem + ending for ending in ("", *_ENDINGS) if _ENDING.sub("", stem + ending) == stem]


def _english(word: str) -> list[str]:
    return [word + "s"]  # never without: "terrorist" is an adjective, and no mention of "terrorists"


def _stands_free(tokens: Sequence[re.Match[str]]) -> bool:
    """Say whether a number is a whole symbol: "51/1", but not in "A/C.51/1" or "51/1/Add.1"."""
    text, start, end = tokens[0].string, tokens[0].start(), tokens[-1].end()
    cut_before = text[start].isdigit() and start > 0 and text[start - 1] in "/.-"
    cut_behind = text[end - 1].isdigit() and text[end : end + 1] == "/"
    return not (cut_before or cut_behind)
