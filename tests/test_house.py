"""What must not be in git: hosts of package registries, and folders of somebody's own machine.

A host in a file makes the kit depend on where it was made; a path shows whose computer it was.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

REGISTRIES = [
    r"pypi\.(?:org|python)",
    r"python" + r"hosted\.org",
    r"registry\.npm" + r"js",
    r"npm" + r"js\.(?:com|org)",
    r"yarn" + r"pkg\.com",
    r"(?:deb|security|ftp)\.deb" + r"ian\.org",
    r"conda\.anaconda\.org",
    r"crates\.io",
    r"proxy\.golang\.org",
]
# After a letter, a dot or a variable it is part of a longer, relative path.
PATHS = [
    r"(?<![\w.}~$)/-])/(?:home|Users|root|work)/[\w.]",
    r"(?<![\w.}~$)/-])/opt/(?:wheels|pypi)",
    r"(?<!\w)[A-Za-z]:\\+Users\\+\w",
    r"\.lib" + r"rary/",
]
FORBIDDEN = re.compile("|".join(REGISTRIES + PATHS))


def tracked_files() -> list[str]:
    if not shutil.which("git") or not (ROOT / ".git").exists():
        return []
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def faults_in(text: str) -> list[str]:
    found = [(text.count("\n", 0, hit.start()) + 1, hit[0]) for hit in FORBIDDEN.finditer(text)]
    own = {f"{ROOT}/", f"{Path.home()}/"} - {"//"}
    found += [(text.count("\n", 0, text.find(path)) + 1, path) for path in own if path in text]
    return [f"line {line}: {what}" for line, what in sorted(found)]


@pytest.mark.skipif(not tracked_files(), reason="no git here: nothing to look through")
def test_nothing_in_git_names_a_registry_or_a_machine():
    faults = {}
    for name in tracked_files():
        if name != Path(__file__).relative_to(ROOT).as_posix():
            found = faults_in((ROOT / name).read_text(encoding="utf-8", errors="ignore"))
            if found:
                faults[name] = found
    assert not faults


# The names are written in two pieces, so that this file names none of them either.
@pytest.mark.parametrize(
    "text",
    [
        "see https://py" + "pi.org/project/lxml",
        "--extra-index-url https://files.python" + "hosted.org/simple",
        "apt from deb.deb" + "ian.org",
        'File "/ho' + 'me/ada/kit/start.py"',
        "saved as /Us" + "ers/ada/kit",
        r"C:\Users\Ada\kit",
        r"in JSON: C:\\Users\\Ada",
        "(/ro" + "ot/.venv)",
        "/opt/wheels",
    ],
)
def test_what_is_found(text):
    assert faults_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "http://docs.oasis-open.org/legaldocml/ns/akn/3.0",
        "python.org has a newer Python",
        "notebooks/my/writings/brief.md",
        "{folder}/home/x",
        "from PyPI and npm",
        "C:\\kit",
    ],
)
def test_what_is_allowed(text):
    assert not faults_in(text)
