"""Official files beside the project, for tests only; their folder is in RESOLUTIONKIT_CORPUS."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("RESOLUTIONKIT_CORPUS", "does-not-exist"))
needs_corpus = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="official files: set RESOLUTIONKIT_CORPUS to a folder of AKN4UN files to run this"
)


def official_files(*parts: str) -> list[Path]:
    """All XML files of the corpus, or of some of its folders; empty where there is no corpus."""
    folders = [FOLDER / part for part in parts] if parts else [FOLDER]
    return sorted(path for folder in folders for path in folder.rglob("*.xml"))
