"""Looks for Word documents that ``resolutionkit.word.text_of`` cannot bear.

    python tests/fuzz/fuzz_word.py [SECONDS [FOLDER]]      (needs atheris)
    python tests/fuzz/fuzz_word.py tests/fuzz/found/word-*     (only what was found)

An input that begins with "PK" is a document. Any other is a row of choices: which part of a
document is bent, and how.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO

from fuzzing import Choices, bent, fuzz, instrumented

with instrumented():
    import resolutionkit as rk
    from resolutionkit.document.reading import read_word as read  # noqa: F401  # watched

from resolutionkit.document.reading.read_word import text_of
from resolutionkit.document.writing.write_word import document


def one_input(data: bytes) -> None:
    """Take the text out of the document; it is text, or a KitError says what it is not."""
    content = data if data.startswith(b"PK") else _bent_document(Choices(data))
    try:
        text = text_of(content)
    except rk.KitError:
        return
    assert isinstance(text, str)


def _bent_document(choices: Choices) -> bytes:
    parts = dict(_parts())
    for _ in range(1 + choices.below(3)):
        name = choices.of(sorted(parts))
        what = choices.below(10)
        if what == 0:
            del parts[name]
        elif what == 1:
            parts[name] = parts[name][: choices.below(len(parts[name]))]
        elif name.endswith((".xml", ".rels")):
            try:
                parts[name] = bent(parts[name], choices)
            except (ValueError, SyntaxError):
                continue
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return packed.getvalue()


@cache
def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(document(rk.load()))) as file:
        return {name: file.read(name) for name in file.namelist()}


def seeds() -> Iterator[bytes]:
    """A whole document, and rows of choices."""
    yield document(rk.parse("The General Assembly,\n\nRecalling its resolution 51/1,\n\n1. *Urges* States (a) to act;"))
    yield from (bytes([0, part, kind, edit, 9, 9, 9]) for part in range(14) for kind in range(3) for edit in range(8))


if __name__ == "__main__":
    fuzz("word", one_input, seeds)
