"""The formats in which a draft leaves the kit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from resolutionkit.document.model import Resolution
from resolutionkit.document.reading.read_file import require_docx
from resolutionkit.document.writing import to_text
from resolutionkit.document.writing.html_page import page_html
from resolutionkit.document.writing.write_akn import to_akn
from resolutionkit.files import save


def _to_word(resolution: Resolution) -> bytes:
    require_docx()
    from resolutionkit.document.writing.write_word import document

    return document(resolution)


WRITERS: Mapping[str, Callable[[Resolution], str | bytes]] = {
    "text": to_text,
    "md": to_text,
    "akn": to_akn,
    "html": page_html,
    "docx": _to_word,
}
_SUFFIX = {"text": ".txt", "md": ".md", "akn": ".xml", "html": ".html", "docx": ".docx"}


def export(resolution: Resolution, draft: Path, wanted: str) -> Path:
    """Write a draft in another format into the folder ``exports`` beside it, and return the new file.

    ``wanted`` is a name of :data:`WRITERS`. Raises :class:`ReadError` where python-docx is missing, ``OSError``
    where the file cannot be written.

    >>> import tempfile
    >>> file = export(Resolution(title="Test"), Path(tempfile.mkdtemp()) / "draft.md", "html")
    >>> file.name, file.parent.name
    ('draft.html', 'exports')
    """
    return save(draft.parent / "exports" / f"{draft.stem}{_SUFFIX[wanted]}", WRITERS[wanted](resolution))


def below_here(file: Path) -> str:
    """Return the path of a file from the folder in which the kernel runs, mostly the notebook's; "" for one elsewhere.

    >>> below_here(Path("my-work/draft.md").absolute()), below_here(Path("/elsewhere/draft.md"))
    ('my-work/draft.md', '')
    """
    try:
        return file.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return ""
