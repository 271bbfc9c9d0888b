"""Wheels made from what is installed here, so that a site is built without network.

Only pure Python counts in a browser: compiled parts are left out, and packages that have them (psygnal, MarkupSafe) run
without.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import resolutionkit
from resolutionkit.files import data_folder

OTHERS = (
    *("anywidget", "comm", "ipywidgets", "jinja2", "jupyterlab_widgets", "lazy-loader"),
    *("markupsafe", "networkx", "polib", "psygnal", "typing-extensions"),
)
"""What the kit and its widgets import in a browser and Pyodide does not bring."""
_COMPILED = (".so", ".pyd", ".dylib", ".c", ".pyc")
_LEFT_OUT = ("networkx/tests", "/tests/", "jupyter/nbextensions", "jupyter/labextensions")


def write_wheels(folder: Path) -> list[str]:
    """Write the kit and :data:`OTHERS` as wheels into ``folder`` and return their file names."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_kit(folder), *(_installed(distribution(name), folder) for name in OTHERS)]


def _installed(package: Distribution, folder: Path) -> str:
    name = f"{package.metadata['Name'].replace('-', '_')}-{package.version}-py3-none-any.whl"
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as wheel:
        for file in package.files or ():
            inside = file.as_posix()
            if inside.startswith("..") or inside.endswith(_COMPILED) or any(part in inside for part in _LEFT_OUT):
                continue
            if (source := Path(str(file.locate()))).is_file():
                wheel.write(source, inside)
    return name


def _kit(folder: Path) -> str:
    """The package and its data; neither solutions nor notebooks, which lie in the site themselves."""
    version = resolutionkit.__version__
    info = f"resolutionkit-{version}.dist-info"
    name = f"resolutionkit-{version}-py3-none-any.whl"
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as wheel:
        for source, inside in _kit_files():
            wheel.write(source, inside)
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: resolutionkit\nVersion: {version}\n")
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: resolutionkit\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")
    return name


def _kit_files() -> Iterator[tuple[Path, str]]:
    package = Path(resolutionkit.__file__).parent
    for root, inside in ((package, "resolutionkit"), (data_folder(), "resolutionkit/data")):
        for path in sorted(root.rglob("*")):
            relative = path.relative_to(root)
            hidden = {"__pycache__", "solutions", "notebooks", "exercises"} & set(relative.parts[:-1])
            data_twice = root == package and relative.parts[0] == "data"
            if path.is_file() and not data_twice and (not hidden or root != package):
                yield path, f"{inside}/{relative.as_posix()}"
