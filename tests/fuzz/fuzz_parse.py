"""Looks for texts that ``rk.parse`` cannot bear, or reads differently the second time.

python tests/fuzz/fuzz_parse.py [SECONDS [FOLDER]]     (needs atheris; RESOLUTIONKIT_CORPUS adds seeds)
python tests/fuzz/fuzz_parse.py tests/fuzz/found/parse-*   (only what was found)
"""

from __future__ import annotations

from collections.abc import Iterator

from fuzzing import bundled, fuzz, instrumented, official
from resolution_words import lost

with instrumented():
    import resolutionkit as rk
    from resolutionkit.document import model  # noqa: F401  # watched


def one_input(data: bytes) -> None:
    """Read the text; what was read can be written as text and as XML, and no word is lost."""
    text = data.decode("utf-8", "ignore")
    try:
        read = rk.parse(text)
    except rk.KitError as error:
        assert error.place.line is not None, "an error without a place"  # noqa: PT017  # the promise: a KitError with a place
        return
    assert not lost(read, rk.parse(rk.to_text(read))), "words are lost in to_text"
    assert not lost(read, rk.load(rk.to_akn(read).encode())), "words are lost in to_akn"


def seeds() -> Iterator[bytes]:
    """The texts of the kit, and official resolutions as text."""
    yield from (path.read_bytes() for path in bundled(".txt", ".md"))
    yield from (rk.to_text(rk.load(path)).encode() for path in official(".xml"))


if __name__ == "__main__":
    fuzz("parse", one_input, seeds)
