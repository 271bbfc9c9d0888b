"""What other people get: the wheel, the sdist, and an import that costs little."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ["ipywidgets", "lxml", "matplotlib", "networkx", "numpy", "pandas"]


# --- Wheel and sdist ---


def build(target: str, source: Path, destination: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(destination)]
    process = subprocess.run(command, cwd=source, capture_output=True, encoding="utf-8")
    assert process.returncode == 0, process.stdout + process.stderr
    (made,) = destination.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory):
    return build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


def names_in(archive: Path) -> set[str]:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return set(wheel.namelist())
    with tarfile.open(archive) as sdist:
        return {name.partition("/")[2] for name in sdist.getnames()}


def files_in(folder: str) -> set[str]:
    """The files of a folder that belong to the project, as a user has them."""
    paths = (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix() for path in paths}


def test_the_wheel_carries_the_data(wheel):
    assert {f"resolutionkit/{name}" for name in files_in("data")} <= names_in(wheel)


def test_the_wheel_carries_the_solved_exercises_from_which_courses_are_made(wheel):
    solved = files_in("exercises/solutions") | files_in("exercises/de/solutions")
    assert {f"resolutionkit/classroom/course/{name}" for name in solved if name.endswith(".ipynb")} <= names_in(wheel)


def test_the_wheel_carries_the_package(wheel):
    assert {name.removeprefix("src/") for name in files_in("src")} <= names_in(wheel)


def test_the_wheel_carries_nothing_else(wheel):
    assert {name.partition("/")[0].partition("-")[0] for name in names_in(wheel)} == {"resolutionkit"}


@pytest.mark.parametrize("folder", ["data", "environment", "src", "tests"])
def test_the_sdist_carries_the_folder(sdist, folder):
    assert files_in(folder) <= names_in(sdist)


@pytest.mark.parametrize(
    "name", ["LICENSE", "README.md", "start.py", "requirements.lock", "conftest.py", "pyproject.toml"]
)
def test_the_sdist_carries_the_file(sdist, name):
    assert name in names_in(sdist)


def test_the_sdist_carries_the_notebooks(sdist):
    here = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("notebooks/*.ipynb")}
    assert here
    assert here <= names_in(sdist)


def test_the_sdist_makes_the_same_wheel(sdist, wheel, tmp_path):
    with tarfile.open(sdist) as archive:
        # Python 3.11.2, which Debian 12 has, knows no filter yet.
        archive.extractall(tmp_path / "unpacked", **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    (source,) = (tmp_path / "unpacked").iterdir()
    assert names_in(build("wheel", source, tmp_path / "made")) == names_in(wheel)


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A new environment that holds the wheel, and runs code from a folder that is not ours."""
    folder = tmp_path_factory.mktemp("leere Umgebung")
    has_pip = importlib.util.find_spec("pip") is not None  # uv makes environments without it
    venv.create(folder / "env", with_pip=not has_pip)
    python = folder / "env" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
    pip = [sys.executable, "-m", "pip", "--python", python] if has_pip else [python, "-m", "pip"]
    command = [*pip, "install", "--quiet", "--no-deps", "--no-index", wheel]
    subprocess.run(command, check=True, env=variables)
    # lxml and the others come from the environment of the tests, so that this one needs no network.
    variables |= {"PYTHONPATH": sysconfig.get_path("purelib"), "RESOLUTIONKIT_LANGUAGE": "en"}
    elsewhere = folder / "anderswo"
    elsewhere.mkdir()

    def run(code: str) -> str:
        process = subprocess.run(
            [python, "-c", code], cwd=elsewhere, env=variables, capture_output=True, encoding="utf-8"
        )
        assert process.returncode == 0, process.stderr
        return process.stdout.strip()

    run.folder = folder
    return run


def test_the_installed_package_is_the_one_from_the_wheel(installed):
    place = Path(installed("import resolutionkit; print(resolutionkit.__file__)"))
    assert place.is_relative_to(installed.folder)


def test_the_installed_package_loads_the_resolution(installed):
    code = "import resolutionkit as rk; r = rk.load(); print(ascii((r.symbol, len(r.preamble), len(r.operative))))"
    assert installed(code) == "('A/RES/75/10', 21, 16)"


def test_the_installed_package_knows_its_version(installed):
    code = "import importlib.metadata as m, resolutionkit as rk; print(m.version('resolutionkit') == rk.__version__)"
    assert installed(code) == "True"


# --- The import ---


def loaded_by(code: str) -> set[str]:
    """The heavy packages that are in memory after ``code`` ran in a Python of its own."""
    code = f"{code}\nimport sys\nprint(*(name for name in {HEAVY} if name in sys.modules))"
    variables = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    process = subprocess.run(
        [sys.executable, "-c", code], env=variables, capture_output=True, encoding="utf-8", check=True
    )
    return set(process.stdout.split())


def test_import_resolutionkit_loads_nothing_heavy():
    assert loaded_by("import resolutionkit") == set()


def test_parsing_needs_none_of_the_heavy_packages():
    assert loaded_by("import resolutionkit as rk; rk.parse('The General Assembly,\\n1. Decides to rest.')") == set()


def test_this_test_sees_heavy_packages():
    assert loaded_by("import lxml, networkx") == {"lxml", "networkx"}
