"""Looks for amendments that ``rk.read_amendments`` and ``rk.amend`` cannot bear.

python tests/fuzz/fuzz_amendments.py [SECONDS [FOLDER]]     (needs atheris)
python tests/fuzz/fuzz_amendments.py tests/fuzz/found/amendments-*   (only what was found)
"""

from __future__ import annotations

from collections.abc import Iterator

from fuzzing import fuzz, instrumented

with instrumented():
    import resolutionkit as rk
    from resolutionkit.document import reading as plaintext  # noqa: F401  # watched

    rk.read_amendments("Delete OP1")

DRAFT = rk.parse(
    "The General Assembly,\n\nRecalling its resolution 51/1 of 15 October 1996,\n\nConvinced that it is time to act,\n\n"
    "1. Urges all States:\n\n(a) To act swiftly;\n\n(b) To speak;\n\n2. Decides to consider the matter."
)
LINES = (
    "Sponsors: Delegation A, Delegation B", "Delete OP2", "In OP1 replace “Urges” by “Invites”", "Ziffer 2 streichen",
    "Insert after operative paragraph 1: *Invites* States to report;", "Ziffer 1 erhält folgende Fassung: bittet die Staaten;",
    "Add a new operative paragraph 9: Requests more;", "In PP1 insert “fondly” after “Recalling”", "Delete OP1(b)", "Delegation C: Delete PP2",
    "Nach Buchstabe a einfügen: b) zu reden;", "am Ende der Präambel anfügen: überzeugt,", "- Replace OP1 (a) with “To rest”.",
)  # fmt: skip


def one_input(data: bytes) -> None:
    """Read the lines and put them into a draft: both work, or both say what is wrong."""
    text = data.decode("utf-8", "ignore")
    try:
        amendments = rk.read_amendments(text)
    except rk.KitError as error:
        assert error.place.line is not None, "an error without a place"  # noqa: PT017  # the promise: a KitError with a place
        return
    for amendment in amendments:
        assert str(amendment)
    try:
        amended = rk.amend(DRAFT, amendments)
    except rk.KitError:
        return
    assert amended is not None


def seeds() -> Iterator[bytes]:
    """Each line alone, and all together."""
    yield from (line.encode() for line in LINES)
    yield "\n".join(LINES).encode()


if __name__ == "__main__":
    fuzz("amendments", one_input, seeds)
