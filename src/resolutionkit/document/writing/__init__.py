"""How a resolution is written: text, Markdown, AKN4UN, Word, HTML."""

from resolutionkit.document.writing.write_akn import to_akn
from resolutionkit.document.writing.write_text import to_text
