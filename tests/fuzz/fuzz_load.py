"""Looks for AKN4UN files that ``rk.load`` cannot bear.

    python tests/fuzz/fuzz_load.py [SECONDS [FOLDER]]      (needs atheris; RESOLUTIONKIT_CORPUS adds seeds)
    python tests/fuzz/fuzz_load.py tests/fuzz/found/load-*     (only what was found)

An input that begins with "<" is a file. Any other is a row of choices: which official file, and
how its tree is bent; bytes that are changed at random are hardly ever XML.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from fuzzing import Choices, bent, bundled, fuzz, instrumented, official
from resolution_words import lost

with instrumented():
    import resolutionkit as rk
    from resolutionkit.document import model  # noqa: F401  # watched


def one_input(data: bytes) -> None:
    """Load the file; what was loaded can be written as text and as XML."""
    if not data.startswith(b"<"):
        choices = Choices(data)
        data = bent(choices.of(_files()), choices)
    try:
        read = rk.load(data)
    except rk.KitError as error:
        assert error.place.line is not None, "an error without a place"  # noqa: PT017  # the promise: a KitError with a place
        return
    assert not lost(read, rk.load(rk.to_akn(read).encode())), "words are lost in to_akn"
    rk.to_text(read)
    assert len({p.label for p in read.paragraphs}) == len(read.paragraphs), "two paragraphs with one label"


@cache
def _files() -> list[bytes]:
    """The bundled resolution first, so that what was found without a corpus stays the same input."""
    return [path.read_bytes() for path in (*bundled(".xml"), *official(".xml", most=12))]


def seeds() -> Iterator[bytes]:
    """Small files as they are, and rows of choices."""
    yield from (path.read_bytes() for path in (*bundled(".xml"), *official(".xml", most=20)))
    yield from (
        bytes([file, kind, place, place, 7]) for file in range(12) for kind in range(8) for place in (3, 40, 90)
    )


if __name__ == "__main__":
    fuzz("load", one_input, seeds)
