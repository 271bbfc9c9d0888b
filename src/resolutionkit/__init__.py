"""resolutionkit: United Nations resolutions as data, for learning how they are made."""

__version__ = "0.1.0"
from resolutionkit.akn import load
from resolutionkit.plaintext import parse
