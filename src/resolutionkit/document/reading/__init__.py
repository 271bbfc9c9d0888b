"""How a resolution is read: pasted text and Markdown, AKN4UN, Word."""

from resolutionkit.document.reading.read_text import detect_language, parse
