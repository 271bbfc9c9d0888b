"""Looks for texts that ``rk.parse`` cannot bear, or reads differently the second time.

python tests/fuzz/fuzz_parse.py [SECONDS [FOLDER]]     (needs atheris; RESOLUTIONKIT_CORPUS adds seeds)
python tests/fuzz/fuzz_parse.py tests/fuzz/found/parse-*   (only what was found)
"""

from __future__ import annotations

from collections.abc import Iterator

from fuzzing import bundled, fuzz, instrumented, official

with instrumented():
    import resolutionkit as rk
    from resolutionkit.document import exact, model  # noqa: F401  # watched


def one_input(data: bytes) -> None:
    """Read the text; what was read can be written as text and as XML and comes back the same."""
    text = data.decode("utf-8", "ignore")
    try:
        read = rk.parse(text)
    except rk.KitError as error:
        assert error.line is not None, "an error without a place"  # noqa: PT017  # the promise: a KitError with a place
        return
    assert rk.parse(rk.to_text(read)) == read, "not the same after to_text"
    assert rk.load(rk.to_akn(read).encode()) == read, "not the same after to_akn"


def seeds() -> Iterator[bytes]:
    """The texts of the kit, and official resolutions as text."""
    yield from (path.read_bytes() for path in bundled(".txt", ".md"))
    yield from (rk.to_text(rk.load(path)).encode() for path in official(".xml"))


if __name__ == "__main__":
    fuzz("parse", one_input, seeds)
