"""Texts such as people might paste, made by hypothesis out of the pieces of resolutions."""

from __future__ import annotations

from hypothesis import strategies as st

import resolutionkit as rk
from resolutionkit.errors import KitError

PIECES = [
    "The General Assembly,", "Die Generalversammlung,", "Recalling its resolution 51/1 of 15 October 1996,", "unter Hinweis auf x,",
    "1. Urges all States", "2. *fordert* alle *auf*, zu handeln;", "(a) To act;", "a) zu handeln,", "(i) Soon:", "the Strategy,² and",
    "² Resolution 60/288.", "[^3]: See A/60/88.", "x[^3]", "1 See resolution 70/1.", "States,1 and", "## Heading", "I", "Annex", "75/10. Title",
    "30th plenary meeting", "23 November 2020", "[without reference (A/75/L.20)]", "*", "_", "**", "\\", "\\*", "[a](b)", "<https://x.org>",
    "Zusammen-", "arbeit", "and", "\t", "km²", "¹²", "| a | b |", "%% resolution", "# T", "entitled:", "(A/60/88)", "–", "“q”", "\u200e", "",
]  # fmt: skip
drafts = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=14).flatmap(
    lambda pieces: st.lists(
        st.sampled_from(["\n\n", "\n", " ", "\n\n"]), min_size=len(pieces), max_size=len(pieces)
    ).map(lambda joints: "".join(p + j for p, j in zip(pieces, joints, strict=True)))
)
texts = drafts | st.text(max_size=300)


def read(text: str):
    try:
        return rk.parse(text)
    except KitError as error:
        assert error.place.line is not None  # noqa: PT017  # the property is: one KitError with a place
        assert error.place.column is not None  # noqa: PT017
        return None
