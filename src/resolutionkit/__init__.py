"""resolutionkit: United Nations resolutions as data, for learning how they are made.

>>> import resolutionkit as rk
>>> rk.load()["OP13(a)"].text[:51]
'das globale sichere Polizeikommunikationssystem I-2'
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_HOME = {
    "load": "bundled",
    "source_text": "bundled",
    "parse": "plaintext",
    "to_text": "plaintext",
    "to_akn": "akn",
    "glosses": "tables",
    "gloss": "tables",
    "opener_counts": "tables",
    "opener_count": "tables",
    "aligned_openers": "tables",
    "metadata": "tables",
    "decisions_html": "render",
    "checkup": "set_up",
    "actors": "tables",
    "systems": "tables",
    "topics": "tables",
    "relations": "tables",
    "mentions": "tables",
    "save": "files",
    "compare": "negotiation",
    "amend": "negotiation",
    "read_amendments": "negotiation",
    "review": "rules",
    "rule": "rules",
    "rule_table": "rules",
    "exercise": "exercises",
    "progress": "exercises",
    "reset_progress": "exercises",
    "quiz": "quizzes",
    "set_language": "language",
    "KitError": "errors",
    "Resolution": "model",
    "Paragraph": "model",
}
"""Public name -> module. They are imported when first used, so that ``import resolutionkit`` costs nothing."""

__all__ = [*sorted(_HOME), "__version__"]

if TYPE_CHECKING:
    from resolutionkit.akn import to_akn as to_akn
    from resolutionkit.bundled import load as load
    from resolutionkit.bundled import source_text as source_text
    from resolutionkit.errors import KitError as KitError
    from resolutionkit.exercises import exercise as exercise
    from resolutionkit.exercises import progress as progress
    from resolutionkit.exercises import reset_progress as reset_progress
    from resolutionkit.files import save as save
    from resolutionkit.language import set_language as set_language
    from resolutionkit.model import Paragraph as Paragraph
    from resolutionkit.model import Resolution as Resolution
    from resolutionkit.negotiation import amend as amend
    from resolutionkit.negotiation import compare as compare
    from resolutionkit.negotiation import read_amendments as read_amendments
    from resolutionkit.plaintext import parse as parse
    from resolutionkit.plaintext import to_text as to_text
    from resolutionkit.quizzes import quiz as quiz
    from resolutionkit.render import decisions_html as decisions_html
    from resolutionkit.rules import review as review
    from resolutionkit.rules import rule as rule
    from resolutionkit.rules import rule_table as rule_table
    from resolutionkit.set_up import checkup as checkup
    from resolutionkit.tables import actors as actors
    from resolutionkit.tables import aligned_openers as aligned_openers
    from resolutionkit.tables import gloss as gloss
    from resolutionkit.tables import glosses as glosses
    from resolutionkit.tables import mentions as mentions
    from resolutionkit.tables import metadata as metadata
    from resolutionkit.tables import opener_count as opener_count
    from resolutionkit.tables import opener_counts as opener_counts
    from resolutionkit.tables import relations as relations
    from resolutionkit.tables import systems as systems
    from resolutionkit.tables import topics as topics


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    _let_notebooks_show()
    return value


def _let_notebooks_show() -> None:
    """Tell the model how a notebook displays it, once the model is there at all."""
    model: Any = sys.modules.get(f"{__name__}.model")
    if model is not None and model.html_of is None:
        model.html_of = lambda thing: importlib.import_module(f"{__name__}.render").html(thing)


def __dir__() -> list[str]:
    return sorted(__all__)
