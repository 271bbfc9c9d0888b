"""Where the kit's own data lie, and how to save what somebody wrote without ever losing it."""

import codecs
import contextlib
import csv
import errno
import os
import secrets
import shutil
import stat
import time
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from resolutionkit.errors import KitError, Location, MissingFile, ReadError, cut_short, only
from resolutionkit.language import _, desk_above, number

_HERE = Path(__file__).resolve().parent
LARGEST = 20_000_000
"""Bytes that are read of a file; the largest published resolutions have about one million."""
_LONGEST_NAME = 230  # bytes of the name of a file; most computers take 255, and ".bak" or the like comes behind it
_PATIENCE = 2.0  # seconds to wait for another notebook of the same learner that is writing just now
_STALE = 10.0  # seconds after which a lock is that of a process which is gone


def data_folder() -> Path:
    """Return the folder of the kit's data: beside the code in a wheel, ``data/`` in a checkout."""
    inside = _HERE / "data"
    return inside if inside.is_dir() else _HERE.parents[1] / "data"


def read_toml(name: str) -> dict[str, Any]:
    """Return what a TOML file of the kit's data holds; :class:`ReadError` where it is no TOML.

    It may begin with a BOM, which Notepad writes and TOML forbids.
    """
    try:
        return tomllib.loads((data_folder() / name).read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        said, advice = _("A TOML file in UTF-8"), _("Put that place right, or restore the file from the repository.")
        raise ReadError(expected=said, found=str(fault), place=Location(name), advice=advice) from None


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of one table of ``data/`` as they stand; that they keep the rules of the table is tested.

    >>> rows("glosses")[0]["label"]
    'PP1'
    """
    with (data_folder() / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return tuple(csv.DictReader(lines))


def content_of(path: str | os.PathLike[str], *, expected: str = "", most: int = LARGEST) -> bytes:
    """Return what a file holds, of which nobody knows what it is: at most ``most`` bytes of it are read.

    Raises :class:`MissingFile` where there is none, and :class:`ReadError` for a larger one, a folder, one that may not
    be read, and whatever might never end: a device, or a pipe that waits for somebody to write.
    """
    name = os.fspath(path)
    wanted = expected or _("A file that can be read")
    kind: type[KitError] = ReadError
    advice = _("Check the name, the folder and its permissions.")
    try:
        there = os.stat(name)
        if stat.S_ISREG(there.st_mode):
            with open(name, "rb") as file:  # a read of at most 20 MB takes eight times as long as one of the right size
                content = file.read(min(there.st_size, most) + 1)
                if len(content) > there.st_size:  # it grows, or lies in /proc, where files tell no size
                    content += file.read(most + 1 - len(content))
            if len(content) <= most:
                return content
            wanted = _("A file of at most {most:.0f} MB").format(most=most / 1000000.0)
            size = max(there.st_size, len(content)) / 1e6
            found = _("one of {size} MB").format(size=number(size, 1))
            advice = _("Resolutions have less than 2 MB: this is some other file.")
        elif stat.S_ISDIR(there.st_mode):
            found, advice = _("a folder"), _("Add the name of the file.")
        else:
            found, advice = _("a device or a pipe"), _("Save it as a file first.")
    except FileNotFoundError:
        kind, found = MissingFile, _("no such file")
    except (OSError, ValueError) as fault:  # ValueError: a name with a NUL in it
        found = getattr(fault, "strerror", None) or str(fault)
    raise kind(expected=wanted, found=found, place=Location(str(Path(name))), advice=advice)


def as_text(content: bytes) -> str:
    r"""Return the text that a file holds in UTF-8, or in UTF-16 where it begins with the mark that Notepad writes.

    Raises ``UnicodeDecodeError`` for any other encoding. All ends of lines become plain ones.

    >>> as_text("\ufeffüber\r\n".encode("utf-16-le")), as_text("über\r".encode())
    ('über\n', 'über\n')
    """
    wide = content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) and content[:4] != codecs.BOM_UTF32_LE
    text = content.decode("utf-16" if wide else "utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def save(path: str | os.PathLike[str], content: str | bytes, *, backup: bool = True) -> Path:
    """Write ``content`` to ``path`` in one step and keep what stood there as ``path.bak``.

    Whatever happens in between, the file holds either the old or the new text, whole; it keeps its permissions, and a
    link stays a link. Relative paths begin on the learner's desk, else in the current folder, or in the folder that the
    environment variable ``RESOLUTIONKIT_WORK`` names: tests set it, so that they never touch what a learner wrote.
    ``backup=False`` leaves ``path.bak`` as it is: for what saves itself every few seconds.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = save(folder / "draft.md", "one"); _ = save(folder / "draft.md", "two")
    >>> (folder / "draft.md").read_text(), (folder / "draft.md.bak").read_text()
    ('two', 'one')
    """
    advice = _('Give the name first, then the text: rk.save("my-work/brief.md", text).')
    only(str | bytes, content, expected=_("A text to save"), advice=advice)
    target = work_path(path)
    is_folder = os.path.isdir(target)
    if is_folder or "\0" in target.name or len(os.fsencode(target.name)) > _LONGEST_NAME:
        advice = _("That is a folder: write the name of a file behind it.") if is_folder else advice
        raise ReadError(expected=_("The name of a file"), found=cut_short(str(path)), advice=advice)
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_symlink():
        target = target.resolve()
    new = content.encode("utf-8", "replace") if isinstance(content, str) else content
    if target.exists():
        before = target.read_bytes()
        if before == new:
            return target
        if backup:
            _replace(target.with_name(target.name + ".bak"), before)
    _replace(target, new)
    return target


def work_path(path: str | os.PathLike[str]) -> Path:
    """Return where :func:`save` writes ``path``: on a desk, below the desk and not beside the notebook."""
    only(str | os.PathLike, path, expected=_("The name of a file"), advice=_("Write it in quotation marks."))
    if named := os.environ.get("RESOLUTIONKIT_WORK"):
        return Path(named) / path
    return (desk_above(Path.cwd()) or Path()) / path


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """Two notebooks of one learner may write at the same time: the second waits until the first has written.

    Where there is no folder yet, it makes one. Raises ``BlockingIOError`` when it had to wait too long.
    """
    lock = path.with_name(path.name + ".lock")
    lock.parent.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except FileExistsError:
            with contextlib.suppress(OSError):
                if abs(time.time() - lock.stat().st_mtime) > _STALE:  # a clock set back leaves locks in the future
                    lock.unlink()
                    continue
            if time.monotonic() > until:
                said = _("another notebook is writing to it")
                raise BlockingIOError(errno.EAGAIN, said, str(path)) from None
            time.sleep(0.02)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            lock.unlink()


def saved(path: str | os.PathLike[str]) -> str:
    """Return the text that :func:`save` wrote to ``path``, "" where there is none yet.

    >>> saved("never-written.md")
    ''
    """
    target = work_path(path)
    return target.read_text(encoding="utf-8", errors="replace") if target.is_file() else ""


def _put(temporary: Path, target: Path) -> None:
    """Put one file in the place of another; on Windows a virus scanner or OneDrive may hold either for a moment."""
    for seconds in (0.05, 0.2, 0.5):
        with contextlib.suppress(PermissionError):
            return os.replace(temporary, target)
        time.sleep(seconds)
    os.replace(temporary, target)


def _replace(target: Path, content: bytes) -> None:
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with temporary.open("xb") as file:
            if target.exists():
                shutil.copymode(target, temporary)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _put(temporary, target)
    except BaseException as fault:
        with contextlib.suppress(OSError):
            temporary.unlink()
        if isinstance(fault, OSError) and fault.strerror:  # a full disk does not say which file it had no room for
            raise OSError(fault.errno, fault.strerror, str(target)) from None
        raise
