"""resolutionkit: United Nations resolutions as data, for learning how they are made.

>>> import resolutionkit as rk
>>> rk.load()["OP13(a)"].text[:51]
'das globale sichere Polizeikommunikationssystem I-2'
"""

import sys

import lazy_loader

__version__ = "0.1.0"

__getattr__, __dir__, __all__ = lazy_loader.attach(  # imported when first used: ``import resolutionkit`` costs nothing
    __name__,
    submod_attrs={
        "classroom": ["exercise", "progress", "reset_progress"],
        "classroom.guesses": ["guesses", "reveal"],
        "classroom.plain_words": ["in_plain_words"],
        "classroom.puzzle": ["opener_gaps", "order_puzzle"],
        "classroom.quizzes": ["quiz"],
        "classroom.take_home": ["bring_back", "take_home"],
        "classroom.twin_forms": ["test"],
        "document.bundled": ["gloss", "load", "source_text"],
        "document.model": ["Paragraph", "Resolution"],
        "document.reading": ["parse"],
        "document.writing": ["to_akn", "to_text"],
        "drafting.negotiation": ["amend", "compare", "open_points", "read_amendments"],
        "drafting.review": ["review", "rule", "rule_table"],
        "errors": ["KitError"],
        "files": ["save"],
        "language": ["set_language"],
        "tables": [
            "actors",
            "aligned_openers",
            "glosses",
            "mentions",
            "opener_count",
            "opener_counts",
            "relations",
            "systems",
            "topics",
        ],
        "widgets.checkup": ["checkup"],
    },
)


def _show_tables_in_readers_words() -> None:
    """In a notebook, show frames and series of pandas so; pandas is not imported for it."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if formatter := getattr(shell, "display_formatter", None):
        for module in ("pandas", "pandas.core.frame", "pandas.core.series"):  # pandas 3, and the one before
            formatter.formatters["text/html"].for_type_by_name(module, "DataFrame", _as_html)
            formatter.formatters["text/html"].for_type_by_name(module, "Series", _as_html)


def _as_html(shown: object) -> str | None:
    from resolutionkit.tables import alignment

    return alignment.left_aligned(shown) if hasattr(shown, "columns") else alignment.series_as_table(shown)


_show_tables_in_readers_words()
