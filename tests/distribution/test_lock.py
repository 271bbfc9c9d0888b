"""requirements.lock: one version of each package for everybody, with hashes, from no particular place."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NEEDED = [Requirement(line) for line in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]]
LOCKS = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("requirements.lock", "tests/oldest.lock")}
EVERYWHERE = [
    {"python_version": version, "python_full_version": version + ".5", "sys_platform": platform, "os_name": system}
    for version in ("3.11", "3.12", "3.13", "3.14", "3.15")
    for platform, system in (("linux", "posix"), ("darwin", "posix"), ("win32", "nt"))
]


def entries(lock: str) -> list[tuple[str, str, str]]:
    """Name, version and marker of each line."""
    found = re.findall(r"^([\w.-]+)==(\S+)(?: ; (.+?))? \\$", lock, re.MULTILINE)
    return [(canonicalize_name(name), version, marker) for name, version, marker in found]


@pytest.fixture(params=LOCKS)
def lock(request) -> str:
    return LOCKS[request.param]


@pytest.mark.parametrize("place", EVERYWHERE, ids=lambda place: f"{place['python_version']}-{place['sys_platform']}")
def test_everybody_gets_exactly_one_version_of_what_the_project_needs(lock, place):
    versions: dict[str, list[str]] = {}
    for name, version, marker in entries(lock):
        if not marker or Marker(marker).evaluate(place):
            versions.setdefault(name, []).append(version)
    assert not [name for name, fitting in versions.items() if len(fitting) > 1]
    for needed in NEEDED:
        (version,) = versions[canonicalize_name(needed.name)]
        assert needed.specifier.contains(version)


def test_each_entry_has_a_hash(lock):
    blocks = re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert not [block.split()[0] for block in blocks if "--hash=sha256:" not in block]
    assert len(blocks) == len(entries(lock))


@pytest.mark.parametrize("sign", ["://", "--index", "--extra-index", "--find-links", "file:", " @ ", "-e "])
def test_no_entry_names_a_place(lock, sign):
    assert sign not in lock
