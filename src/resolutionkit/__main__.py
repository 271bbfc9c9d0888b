"""The command ``resolutionkit``, or ``python -m resolutionkit``."""

import sys

from resolutionkit.command.parser import run as main

if __name__ == "__main__":
    sys.exit(main())
