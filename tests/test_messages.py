"""What the kit says to a user: the catalogues fit the code, and no translation loses a field."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import polib
import pytest
from update_messages import PACKAGE, messages, updated

import resolutionkit.language
from resolutionkit.language import Text, language, languages, ngettext, number, set_language

CATALOGUES = sorted(PACKAGE.glob("language/locale/*/LC_MESSAGES/resolutionkit.po"))


@pytest.fixture(params=CATALOGUES, ids=lambda path: path.parts[-3])
def catalogue(request: pytest.FixtureRequest) -> Path:
    return request.param


def fields(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}


def test_the_catalogue_holds_the_messages_of_the_code_and_no_others(catalogue):
    known = polib.pofile(str(catalogue))
    assert str(updated(known, messages())) + "\n" == catalogue.read_text(encoding="utf-8"), (
        "run: python tests/update_messages.py"
    )


def test_everything_is_translated_into_german():
    german = polib.pofile(str(PACKAGE / "language/locale/de/LC_MESSAGES/resolutionkit.po"))
    assert [entry.msgid for entry in german.untranslated_entries()] == []


def test_a_translation_names_the_fields_of_its_message_and_no_others(catalogue):
    wrong = [
        (entry.msgid, said)
        for entry in polib.pofile(str(catalogue)).translated_entries()
        for said in entry.msgstr_plural.values() or [entry.msgstr]
        if fields(said) != fields(entry.msgid_plural or entry.msgid)
    ]
    assert wrong == []


def test_no_message_hides_in_an_f_string():
    """Where the tool that collects messages does not see it before Python 3.12."""
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in PACKAGE.rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("_", "ngettext")
    ]
    assert hidden == []


def test_numbers_and_plurals_follow_the_language():
    assert (number(1234.5, 1), ngettext("{n} hint", "{n} hints", 1)) == ("1,234.5", "1 hint")
    set_language("de")
    assert (number(1234.5, 1), ngettext("{n} hint", "{n} hints", 2)) == ("1.234,5", "2 Hinweise")


def test_what_is_not_translated_is_said_in_english():
    set_language("de")
    assert str(Text("Only English yet.")) == "Only English yet."


@pytest.mark.parametrize(
    ("said", "code"),
    [("fr", "fr"), ("fr_FR.UTF-8", "fr"), ("German_Germany", "de"), ("C.UTF-8", "en"), ("it_IT", "en")],
)
def test_a_computer_is_answered_in_its_language_where_there_is_a_catalogue(tmp_path, monkeypatch, said, code):
    for name in ("de", "fr"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(resolutionkit.language, "LOCALE", tmp_path)
    monkeypatch.setenv("RESOLUTIONKIT_LANGUAGE", said)
    assert resolutionkit.language._first_language() == code


def test_a_language_without_a_catalogue_is_refused_and_changes_nothing():
    with pytest.raises(ValueError, match='"de", "en"'):
        set_language("xx")
    assert language() == "en"
    assert "xx" not in languages()


def test_what_was_expected_goes_on_behind_its_colon_in_german():
    """ "Erwartet: eine Liste", since no sentence begins there; nouns keep their capitals."""
    german = {e.msgid: e.msgstr for e in polib.pofile(str(PACKAGE / "language/locale/de/LC_MESSAGES/resolutionkit.po"))}
    expected = [
        german[message.args[0].value]
        for path in PACKAGE.rglob("*.py")
        for said in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(said, ast.keyword) and said.arg == "expected"
        for message in ast.walk(said.value)
        if isinstance(message, ast.Call) and getattr(message.func, "id", "") == "_"
    ]
    assert len(expected) > 30
    assert [said for said in expected if said.startswith(("Ein", "Der ", "Die ", "Das "))] == []
