"""What the kit does from a command line: ``resolutionkit review draft.md``."""
