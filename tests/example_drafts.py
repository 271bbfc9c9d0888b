"""The examples of rule cards as whole drafts, for the tests of several folders."""

from __future__ import annotations

from resolutionkit.drafting.review import Card

_FRAMES = {
    ("en", "preamble"): "The General Assembly,\n\n{}\n\nDecides to remain seized of the matter.",
    ("en", "operative"): "The General Assembly,\n\nRecalling its resolution 51/1 of 15 October 1996,\n\n{}",
    ("de", "preamble"): "Die Generalversammlung,\n\n{}\n\n1. ersucht den Generalsekretär, darüber zu berichten;\n\n"
    "2. beschließt, mit der Angelegenheit befasst zu bleiben.",
    (
        "de",
        "operative",
    ): "Die Generalversammlung,\n\nunter Hinweis auf ihre Resolution 51/1 vom 15. Oktober 1996,\n\n{}",
}


def example_draft(card: Card, example: str, language: str) -> str:
    """Return an example of a card as a whole draft, which ``review`` can judge."""
    frame = _FRAMES.get((language, card.part), "{}")
    return frame.replace("{}", example.strip())
