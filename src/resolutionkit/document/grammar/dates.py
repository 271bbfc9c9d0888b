"""Dates written out, in the languages of the United Nations."""

import re
from datetime import date

from resolutionkit.document.grammar.word_lists import lists

MONTHS = {name: number for number, names in enumerate(lists()["dates"]["months"], start=1) for name in names.split()}
"""The name of a month, as dates have it, and its number."""
MONTH = re.compile(rf"(?:{'|'.join(name for name in MONTHS if name[0].isupper())})\b")
"""The name of a month in English or German: the number before it is a day."""
DATE = re.compile(rf"(?P<day>\d{{1,2}})(?:\.|er|\ de)?\ (?P<month>{'|'.join(MONTHS)})(?:\ de)?\ (?P<year>\d{{4}})")


def month_names(language: str) -> list[str]:
    """Return the twelve months in English ("en") or German ("de").

    >>> month_names("en")[2], month_names("de")[2]
    ('March', 'März')
    """
    both = ([name for name in names.split() if name[0].isupper()] for names in lists()["dates"]["months"])
    return [names[-1] if language == "de" else names[0] for names in both]


def date_in(text: str) -> date | None:
    """Return the first date written out in ``text``, in English, German, French, Spanish or Russian.

    >>> date_in("Resolution der Generalversammlung, verabschiedet am 23. November 2020")
    datetime.date(2020, 11, 23)
    """
    match = DATE.search(text)
    return date_of(match) if match else None


def date_of(match: re.Match[str]) -> date | None:
    """Return the date that :data:`DATE` has matched; None for one that does not exist."""
    try:
        return date(int(match["year"]), MONTHS[match["month"]], int(match["day"]))
    except ValueError:  # 31 June, as only a draft can have it
        return None
