"""A kernel of the tests finds the kit as one that has imported it would: from its own folders, in its own language."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from forked_kernels import use_forked_kernels
from jupyter_client.manager import start_new_kernel


@pytest.fixture(autouse=True)
def forked() -> None:
    if not use_forked_kernels():
        pytest.skip("kernels start as they always do here")


def said(code: str, **variables: str) -> str:
    """What a new kernel prints and shows as HTML."""
    manager, client = start_new_kernel(kernel_name="python3", env={**os.environ, **variables})
    texts: list[str] = []

    def hear(message: dict[str, Any]) -> None:
        content = message["content"]
        texts.append(content.get("text") or content.get("data", {}).get("text/html") or content.get("evalue", ""))

    try:
        client.execute_interactive(code, output_hook=hear, timeout=120)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return "".join(texts)


def test_it_speaks_the_language_of_its_variables_and_shows_tables_as_readers_want_them():
    text = said(
        "import resolutionkit as rk\nrk.set_language\nprint(rk.language.language())\nrk.systems()[['name_en']].head(1)",
        RESOLUTIONKIT_LANGUAGE="de",
    )
    assert text.startswith(("de\n", "\nde"))
    assert "text-align" in text


def test_it_imports_another_kit_where_it_finds_one(tmp_path: Path):
    (tmp_path / "resolutionkit").mkdir()
    (tmp_path / "resolutionkit" / "__init__.py").write_text("name = 'another one'")
    assert "another one" in said("import resolutionkit; print(resolutionkit.name)", PYTHONPATH=str(tmp_path))
