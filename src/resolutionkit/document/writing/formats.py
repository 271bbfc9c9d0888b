"""The formats in which a draft leaves the kit."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from resolutionkit.document.model import Resolution
from resolutionkit.document.reading import parse
from resolutionkit.document.reading.read_akn import load
from resolutionkit.document.reading.read_file import require_docx
from resolutionkit.document.writing import to_text
from resolutionkit.document.writing.write_akn import to_akn
from resolutionkit.document.writing.write_html import page_html
from resolutionkit.files import save
from resolutionkit.language import _


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
    """
    return save(draft.parent / "exports" / f"{draft.stem}{_SUFFIX[wanted]}", WRITERS[wanted](resolution))


def below_here(file: Path) -> str:
    """Return the path of a file from the folder in which the kernel runs, mostly the notebook's; "" for one elsewhere."""
    here = Path.cwd()
    return file.relative_to(here).as_posix() if file.is_relative_to(here) else ""


def not_carried(resolution: Resolution, wanted: str, written: str | bytes) -> str:
    """Return in a sentence where a form, read again, would say something else than the resolution; "" where nowhere."""
    if wanted == "html":
        return ""  # nobody reads it again, and it shows everything
    if isinstance(written, bytes):
        from resolutionkit.document.reading.read_word import text_of

        again = parse(text_of(written), resolution.language, whole=True)
    else:
        again = load(written.encode()) if wanted == "akn" else parse(written, resolution.language)
    held = Counter((p.label, p.text, p.above, p.below) for p in again.paragraphs)
    differ = Counter((p.label, p.text, p.above, p.below) for p in resolution.paragraphs) - held
    labels = ", ".join(dict.fromkeys(label for label, *_rest in differ))
    return _("Read again, this form would differ at: {labels}.").format(labels=labels) if labels else ""
