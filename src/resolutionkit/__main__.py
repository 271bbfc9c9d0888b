"""The command ``resolutionkit``, or ``python -m resolutionkit``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from resolutionkit.command.parser import run


def main(words: Sequence[str] | None = None) -> int:
    """Run the command with its words (those of the command line unless given) and return its exit status.

    0: nothing wrong; 1: a draft has errors; 2: something could not be read, or a word of the command is wrong.
    """
    return run(sys.argv[1:] if words is None else words)


if __name__ == "__main__":
    sys.exit(main())
