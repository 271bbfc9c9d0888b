"""What a group negotiates with: a starting draft, and role cards that say what each delegation wants."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from resolutionkit.document.model import Resolution
from resolutionkit.document.reading import parse
from resolutionkit.drafting.negotiation.amendments import Amendment
from resolutionkit.drafting.negotiation.instructions import read_amendments
from resolutionkit.drafting.templates import filled
from resolutionkit.errors import UnknownName, cut_short
from resolutionkit.files import data_folder, read_toml
from resolutionkit.language import _, data_language

FEWEST, MOST = 3, 5
"""Delegations at one table."""


class Phrase(NamedTuple):
    """Words of 75/10 on which the Assembly has agreed before."""

    label: str
    words: str
    """In the language of the card."""
    german: str
    """As they stand in the German text, to the letter."""

    def __str__(self) -> str:
        return _("“{words}” ({label})").format(words=self.words, label=self.label)


@dataclass(frozen=True, slots=True)
class Role:
    """The card of one delegation; a notebook shows it as a card. We made it up: it describes an interest, no real State.

    A group shares one screen, so the red line is folded away there, and words alone leave it out (``red_line`` has it).

    >>> roles()[0].name
    'Facilitator'
    """

    id: str
    name: str
    """Short, for tables and pictures."""
    title: str
    interest: str
    red_line: str
    """What it cannot accept: as long as this stands in the text, it objects."""
    phrases: tuple[Phrase, ...]
    """What it can offer."""
    amendments: tuple[Amendment, ...]
    """What it proposes at the beginning, with its name as sponsor."""

    def __str__(self) -> str:
        says = _says()
        lines = [f"{self.name}: {self.title}", f"{says['wants']}: {self.interest}", says["offers"]]
        lines += [f"  {phrase}" for phrase in self.phrases]
        return "\n".join([*lines, says["proposes"], *(f"  {each.in_full()}" for each in self.amendments)])

    __repr__ = __str__

    def inside_html(self, heading: str = "h4") -> str:
        """Return what stands on the card as HTML, without a frame; ``heading`` is the tag of its title.

        >>> roles()[0].inside_html("h2").startswith("<h2>Facilitator: ")
        True
        """
        return filled("negotiation/role_card.html", role=self, says=_says(), heading=heading, on_screen=False)

    def _repr_html_(self) -> str:
        return filled("negotiation/role_card.html", role=self, says=_says(), heading="h4", on_screen=True)


def _says() -> dict[str, str]:
    """The headings on a card."""
    said = {"wants": _("What you want"), "offers": _("What you can offer, in words of 75/10:")}
    said |= {"line": _("Your red line"), "secret": _("open it while nobody else looks, and close it again")}
    return said | {"proposes": _("What you propose at the beginning:")}


def roles(count: int = MOST, language: str = "") -> tuple[Role, ...]:
    """Return the cards for a group of 3 to 5, in the user's language or in ``language``.

    Amendments are written for :func:`starting_draft` in the same language.

    Raises :class:`~resolutionkit.errors.UnknownName` for a group of another size.

    >>> [role.name for role in roles(3)]
    ['Facilitator', 'Fast sharing', 'Own data']
    """
    if count not in range(FEWEST, MOST + 1):
        expected = _("A group of {fewest} to {most}").format(fewest=FEWEST, most=MOST)
        advice = _("Make several groups, or let two people play one delegation.")
        raise UnknownName(expected=expected, found=cut_short(count), advice=advice)
    wanted = data_language(language)
    made = []
    for id, entry in [*read_toml("roles.toml").items()][:count]:
        said = {key: entry[key][wanted] for key in ("name", "title", "interest", "red_line")}
        phrases = tuple(Phrase(p["paragraph"], p[wanted], p["de"]) for p in entry["phrases"])
        proposed = (replace(a, sponsor=said["name"]) for a in read_amendments(entry["amendments"][wanted]))
        made.append(Role(id, **said, phrases=phrases, amendments=tuple(proposed)))
    return tuple(made)


def starting_draft(language: str = "") -> Resolution:
    """Return the draft on which the role cards propose amendments. It is ours, and no document of the United Nations.

    >>> len(starting_draft("en").operative)
    7
    """
    wanted = data_language(language)
    return parse((data_folder() / f"draft-police-cooperation.{wanted}.md").read_text(encoding="utf-8"), wanted)
