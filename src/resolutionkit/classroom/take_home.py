"""Own work in one file: to take home from a browser or a school computer, and to bring back."""

import base64
import io
import sys
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from resolutionkit.classroom.outcome import Templated
from resolutionkit.errors import Location, ReadError
from resolutionkit.files import content_of, save, work_path
from resolutionkit.language import _, ngettext

FOLDER = "my-work"
_MOST = 1000  # files; more are no learner's work
_LARGEST = 50_000_000  # bytes of all files together, unpacked


@dataclass(frozen=True, slots=True, repr=False)
class Taken(Templated):
    """The file that was written or read, and the files in it."""

    template = "taken"
    path: Path
    files: tuple[str, ...]
    said: str
    link: str = ""
    """Where the file itself stands as text: a browser may show no list of files that holds it."""

    def __str__(self) -> str:
        return self.said


def take_home(file: str = "my-work.zip") -> Taken:
    """Put everything in ``my-work`` (drafts, products, record, guesses) into one file beside it.

    In JupyterLab the file stands in the list on the left: right-click it and choose *Download*. Raises
    :class:`~resolutionkit.errors.ReadError` where there is nothing yet.

    >>> _path = save("my-work/brief.md", "A brief.")
    >>> "my-work/brief.md" in take_home().files
    True
    """
    folder = work_path(FOLDER)
    there = [path for path in folder.rglob("*") if path.is_file() and not path.name.endswith((".lock", ".zip"))]
    names = sorted(path.relative_to(folder.parent).as_posix() for path in there)
    if not names:
        found, place, advice = _("nothing yet"), Location(str(folder)), _("Save a product of a notebook first.")
        raise ReadError(expected=_("Work of yours in the folder my-work"), found=found, place=place, advice=advice)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.write(folder.parent / name, name)
    path = save(file, packed.getvalue())
    link = f"data:application/zip;base64,{base64.b64encode(packed.getvalue()).decode()}"
    said = ngettext("{n} file is in {file}.", "{n} files are in {file}.", len(names))
    said += " " + _("In the list of files on the left, right-click it and choose Download.")
    return Taken(path, tuple(names), said.format(file=path.name), link if sys.platform == "emscripten" else "")


def bring_back(file: str = "my-work.zip") -> Taken:
    """Put the files of :func:`take_home` back into ``my-work``; what stands there otherwise is kept as ``.bak``.

    Raises :class:`~resolutionkit.errors.MissingFile` and :class:`~resolutionkit.errors.ReadError`; then nothing is changed.

    >>> _path = save("my-work/brief.md", "A brief.")
    >>> _taken = take_home()
    >>> "my-work/brief.md" in bring_back().files
    True
    """
    path = work_path(file)
    contents = files_in(path)
    for name, content in contents.items():
        save(name, content)
    n = len(contents)
    said = ngettext("{n} file is back in my-work.", "{n} files are back in my-work.", n)
    return Taken(path, tuple(contents), said)


def files_in(path: Path) -> dict[str, bytes]:
    """Return what a file of :func:`take_home` holds, name -> content, all names below ``my-work``.

    Raises :class:`~resolutionkit.errors.ReadError` for any other file, and for one that unfolds to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content_of(path, most=_LARGEST))) as archive:
            inside = [entry for entry in archive.infolist() if not entry.is_dir()]
            strange = [entry.filename for entry in inside if not _is_ours(entry.filename)]
            too_much = len(inside) > _MOST or sum(entry.file_size for entry in inside) > _LARGEST
            if not strange and not too_much:
                return {entry.filename: archive.read(entry) for entry in inside}
            found = _("too many or too large files") if too_much else ", ".join(strange[:3])
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError):
        found = _("something else")  # they say why in English alone
    place, advice = Location(str(path)), _("Put that file beside the folder my-work, and give its name.")
    raise ReadError(expected=_("A file that rk.take_home() has made"), found=found, place=place, advice=advice)


def _is_ours(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return parts[:1] == (FOLDER,) and ".." not in parts
