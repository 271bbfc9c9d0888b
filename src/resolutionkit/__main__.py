"""The command ``resolutionkit``, or ``python -m resolutionkit``."""

from __future__ import annotations

import sys

from resolutionkit.command.parser import run as main

if __name__ == "__main__":
    sys.exit(main())
