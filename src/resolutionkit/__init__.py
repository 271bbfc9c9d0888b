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
    "checkup": "checkup",
    "actors": "tables",
    "systems": "tables",
    "topics": "tables",
    "relations": "tables",
    "mentions": "tables",
    "save": "files",
    "set_language": "language",
    "KitError": "errors",
    "Resolution": "model",
    "Paragraph": "model",
}
"""Public name -> module. They are imported when first used, so that ``import resolutionkit`` costs nothing."""

__all__ = [*sorted(_HOME), "__version__"]

if TYPE_CHECKING:
    from resolutionkit.akn import to_akn
    from resolutionkit.bundled import load, source_text
    from resolutionkit.checkup import checkup
    from resolutionkit.errors import KitError
    from resolutionkit.files import save
    from resolutionkit.language import set_language
    from resolutionkit.model import Paragraph, Resolution
    from resolutionkit.plaintext import parse, to_text
    from resolutionkit.render import decisions_html
    from resolutionkit.tables import aligned_openers, gloss, glosses, metadata, opener_count, opener_counts


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    _let_notebooks_show()
    return value


def _let_notebooks_show() -> None:
    """Tell the model how a notebook displays it, once the model is there at all."""
    model = sys.modules.get(f"{__name__}.model")
    if model is not None and model.html_of is None:
        model.html_of = lambda thing: importlib.import_module(f"{__name__}.render").html(thing)


def __dir__() -> list[str]:
    return sorted(__all__)
