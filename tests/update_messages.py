"""Bring the catalogues in ``src/resolutionkit/language/locale`` up to date with the messages in the code.

    python tests/update_messages.py            # writes the catalogues, lists what has no translation
    python tests/update_messages.py --check    # writes nothing; exit status 1 where a catalogue is not up to date

Translations that are still used are kept, messages that are gone are dropped, new ones come in empty. Entries are sorted and carry
no line numbers, so that two people who add messages rarely meet.
"""

from __future__ import annotations

import sys
from pathlib import Path

import polib
from babel.messages.extract import extract_from_dir

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "resolutionkit"
SOURCES = [("**.py", "python"), ("**.html", "jinja2")]
KEYWORDS = {"_": None, "ngettext": (1, 2)}


def messages() -> set[tuple[str | None, str, str]]:
    """(context, message, plural or "") for each message in the code."""
    found = set()
    for _file, _line, said, _comments, context in extract_from_dir(str(PACKAGE), SOURCES, keywords=KEYWORDS):
        one, many = said if isinstance(said, tuple) else (said, "")
        found.add((context, one, many))
    return found


def updated(catalogue: polib.POFile, wanted: set[tuple[str | None, str, str]]) -> polib.POFile:
    known = {(entry.msgctxt, entry.msgid, entry.msgid_plural): entry for entry in catalogue}
    fresh = polib.POFile(wrapwidth=0)
    fresh.metadata = catalogue.metadata
    for context, one, many in sorted(wanted, key=lambda m: (m[1], m[0] or "")):
        entry = known.get((context, one, many))
        if entry is None:
            plural = {"msgid_plural": many, "msgstr_plural": {0: "", 1: ""}} if many else {}
            entry = polib.POEntry(msgctxt=context, msgid=one, **plural)
        fresh.append(entry)
    return fresh


def main() -> int:
    wanted, stale = messages(), False
    for path in sorted(PACKAGE.glob("language/locale/*/LC_MESSAGES/resolutionkit.po")):
        before = path.read_text(encoding="utf-8")
        fresh = updated(polib.pofile(str(path), wrapwidth=0), wanted)
        missing = [entry.msgid for entry in fresh.untranslated_entries()]
        after = str(fresh) + "\n"
        stale = stale or before != after
        if "--check" not in sys.argv:
            path.write_text(after, encoding="utf-8")
        print(f"{path.parts[-3]}: {len(fresh)} messages, {len(missing)} without a translation")
        for said in missing:
            print(f"  {said!r}")
    return int(stale and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
