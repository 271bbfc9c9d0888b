"""Wheels made from what is installed here, so that a site is built without network.

Only pure Python counts in a browser: compiled parts are left out, and packages that have them (psygnal, MarkupSafe) run
without.
"""

import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from importlib.resources import files
from pathlib import Path

import resolutionkit
from resolutionkit.files import data_folder

CONTENTS = tomllib.loads((files("resolutionkit.classroom.site") / "contents.toml").read_text(encoding="utf-8"))
"""Lists of what a site is made of."""
_COMPILED = (".so", ".pyd", ".dylib", ".c", ".pyc")
_LEFT_OUT = ("networkx/tests", "/tests/", "jupyter/nbextensions", "jupyter/labextensions")


def write_wheels(folder: Path) -> list[str]:
    """Write the kit and what it needs beside Pyodide as wheels into ``folder`` and return their file names."""
    folder.mkdir(parents=True, exist_ok=True)
    version = resolutionkit.__version__
    kit = _write(folder, "resolutionkit", version, _kit_files())
    with zipfile.ZipFile(folder / kit, "a") as wheel:
        for name, text in CONTENTS["dist-info"].items():
            wheel.writestr(f"resolutionkit-{version}.dist-info/{name}", text.format(version=version))
    packages = [distribution(name) for name in CONTENTS["wheels"]]
    return [kit, *(_write(folder, each.metadata["Name"], each.version, _files(each)) for each in packages)]


def _write(folder: Path, package: str, version: str, contents: Iterator[tuple[Path, str]]) -> str:
    """Write a wheel from files and their names in it; return its own name."""
    name = f"{package.replace('-', '_')}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as wheel:
        for source, inside in contents:
            wheel.write(source, inside)
    return name


def _files(package: Distribution) -> Iterator[tuple[Path, str]]:
    for file in package.files or ():
        inside, source = file.as_posix(), Path(str(file.locate()))
        left_out = inside.startswith("..") or inside.endswith(_COMPILED) or any(part in inside for part in _LEFT_OUT)
        if source.is_file() and not left_out:
            yield source, inside


def _kit_files() -> Iterator[tuple[Path, str]]:
    """The package and its data; neither solutions nor notebooks, which lie in the site themselves."""
    package = Path(resolutionkit.__file__).parent
    left_out = {"__pycache__", "solutions", "notebooks", "exercises", "data"}
    for path in sorted(package.rglob("*")):
        if path.is_file() and not left_out & set(path.relative_to(package).parts):
            yield path, path.relative_to(package.parent).as_posix()
    for path in sorted(data_folder().rglob("*")):
        if path.is_file():
            yield path, f"resolutionkit/data/{path.relative_to(data_folder()).as_posix()}"
