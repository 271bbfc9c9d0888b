"""The file in which a draft is kept while it is written, so that nothing a learner wrote is lost; and what a new one begins with.

A draft saves itself every few seconds, so one backup of the last save would be worth little. Instead
``draft.md.bak`` holds the draft as it was when it was opened, and whatever is thrown away in one go
(or was written elsewhere in the meantime) stays in a file of its own: ``draft-1.md``, ``draft-2.md`` …
"""

import os
import re
from itertools import count
from pathlib import Path
from typing import NamedTuple

from resolutionkit.document.bundled import load
from resolutionkit.document.writing import to_text
from resolutionkit.errors import MissingFile, ReadError, unknown
from resolutionkit.files import alone, as_text, content_of, data_folder, save, work_path
from resolutionkit.language import _

START_NAMES = ("blank", "template-en", "template-de", "75/10")
"""Names for :func:`start_text`."""

_FOLDER = "my-work"
_SUFFIXES = (".md", ".txt")
_MOST = 2_000_000  # bytes of a file that is opened as a draft: what is longer would only freeze the browser
_MUCH = 200
"""Characters that one save may take away, if they are a third of the draft as well, before the kit keeps what was there."""


class Saved(NamedTuple):
    """What became of one save."""

    state: str
    """"saved", "same" (nothing to do), "aside" (what stood there is kept in another file), "moved" (this draft
    goes on in another file, since its own was changed elsewhere), "failed"."""
    words: str
    """What the learner should know; "" for what he expects."""


class DraftFile:
    """A draft and its file, read when it is opened.

    ``name`` stands for a file in ``my-work``; a path with a folder is taken as it is. Raises :class:`ReadError` for a
    name that is no text file, since the draft would be saved into it.

    >>> import tempfile
    >>> file = DraftFile(tempfile.mkdtemp() + "/draft.md"); file.save("Recalling its resolution").state
    'saved'
    >>> DraftFile(file.path).text
    'Recalling its resolution'
    """

    def __init__(self, name: str | os.PathLike[str]) -> None:
        self.path = _path(name)
        self.text = ""
        self.words = ""
        """What the learner should know about what was read; "" for a new draft."""
        self._seen: bytes | None = None
        self._backed = False
        self._aside = ""
        self._read()

    @property
    def shown(self) -> str:
        """The path as a learner knows it: from the folder of the notebook where it lies below."""
        return self.as_shown(self.path)

    def as_shown(self, path: Path) -> str:
        """Any path in that way."""
        desk = work_path("").absolute()
        return path.relative_to(desk).as_posix() if path.is_relative_to(desk) else str(path)

    def save(self, text: str) -> Saved:
        """Put a text into the file. Never raises for a full disk or a folder that may not be written: see ``state``."""
        if text == self.text and (self._seen is None or self.path.exists()):
            return Saved("same", "")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with alone(self.path):
                saved = self._save(_sound(text).encode("utf-8"))
        except OSError as fault:
            said = _(
                "Not saved ({reason}). Your text stays here, and it is tried again. To be safe, copy it elsewhere."
            )
            return Saved("failed", said.format(reason=fault.strerror or type(fault).__name__))
        self.text = text
        return saved

    def keep_aside(self, text: str) -> Path | None:
        """Keep a text that is about to be replaced in a file of its own; None where nobody wrote it, or it is kept already.

        Raises ``OSError`` where that is not possible.
        """
        if text == self._aside or any(text.strip() == start_text(name).strip() for name in START_NAMES):
            return None
        target = _free(self.path)
        save(target, _sound(text).encode("utf-8"))
        self._aside = text
        return target

    def _save(self, content: bytes) -> Saved:
        there = self.path.read_bytes() if self.path.exists() else None
        state, words = "saved", ""
        before = len(there or b"")
        much_is_gone = before - len(content) > max(_MUCH, before / 3)
        if there is not None and there not in (self._seen, content):
            theirs, self.path = self.path, _free(self.path)
            self._backed = True
            said = _(
                "{name} was changed elsewhere in the meantime. Nothing is lost: that text stays there, yours "
                "goes on in {name_2}."
            )
            state, words = "moved", said.format(name=theirs.name, name_2=self.path.name)
        elif there and much_is_gone and (kept := self.keep_aside(there.decode("utf-8", "replace"))):
            said = _("You took out a good deal; the text before that is kept as {name}.")
            state, words = "aside", said.format(name=kept.name)
        save(self.path, content, backup=not self._backed)
        self._backed, self._seen = True, content
        return Saved(state, words)

    def _read(self) -> None:
        try:
            self._seen = content_of(self.path, most=_MOST)
        except MissingFile:
            return
        except ReadError as fault:
            expected = _("A draft of at most {most:.0f} MB in {shown}").format(most=_MOST / 1e6, shown=self.shown)
            advice = _("Choose another name for your draft.")
            raise ReadError(expected=expected, found=fault.found, advice=advice) from None
        self.words = _("Your text of {shown} is here again.").format(shown=self.shown)
        try:
            self.text = as_text(self._seen)
        except UnicodeDecodeError:
            self.text = re.sub("\r\n?", "\n", self._seen.decode("cp1252", "replace"))
            said = _("{shown} was no UTF-8, so it was read as Windows-1252; the file as it was stays in {name}.bak.")
            self.words = said.format(shown=self.shown, name=self.path.name)
        if not self.text.strip():
            self.words = ""


def _path(name: str | os.PathLike[str]) -> Path:
    work_path(name)  # it refuses what is no name
    wanted = Path(name)
    if wanted.suffix.lower() not in _SUFFIXES:
        if wanted.suffix or not wanted.name:
            expected = _("The name of a draft that ends in .md or .txt")
            advice = _("Call it “my-draft.md”; the workbench can export it as Word, HTML or XML.")
            raise ReadError(expected=expected, found=repr(str(name)), advice=advice)
        wanted = wanted.with_suffix(".md")
    if wanted.parent == Path():
        wanted = _FOLDER / wanted
    return work_path(wanted).absolute()


def _free(path: Path) -> Path:
    stem = re.sub(r"-\d{1,4}$", "", path.stem)
    names = (path.with_name(f"{stem}-{number}{path.suffix}") for number in count(1))
    return next(free for free in names if not free.exists())


def _sound(text: str) -> str:
    """A browser may send halves of a character, which no file can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def start_text(name: str) -> str:
    """Return what a draft begins with; words of one's own are given back as they are.

    Raises :class:`UnknownName` for a single word that names none.
    """
    if name in ("", "blank"):
        return ""
    if name == "75/10":
        return to_text(load())
    if name in START_NAMES:
        return (data_folder() / f"templates/general-assembly.{name[-2:]}.md").read_text(encoding="utf-8")
    if len(name.split()) < 2:
        expected = _("A text of your own, or the name of a start such as {near}")
        raise unknown(name, START_NAMES, expected=expected, advice=_('For example start="template-en".'))
    return name
