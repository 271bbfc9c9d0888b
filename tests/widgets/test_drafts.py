"""Drafts without a widget: kept, looked at, changed, exported."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rights import like_anybody, needs_rights

from resolutionkit import files
from resolutionkit.document.reading import parse
from resolutionkit.document.writing.formats import WRITERS, export
from resolutionkit.drafting.review import review
from resolutionkit.errors import ReadError, UnknownName
from resolutionkit.language import set_language
from resolutionkit.widgets.workbench import draft_file
from resolutionkit.widgets.workbench.draft_file import DraftFile, start_text
from resolutionkit.widgets.workbench.edit import insert_paragraph, replace_passage, wider
from resolutionkit.widgets.workbench.phrasebook import paragraph_from, phrases
from resolutionkit.widgets.workbench.view import html, look, marked

DRAFT = """\
The General Assembly,

Recalling its resolution 75/10 of 23 November 2020,

1. Urges Member States to act;

2. Decides to remain seized of the matter.
"""
LONG = "Recalling " + "a sentence that took an evening to write, " * 20


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The learner's folder, in which relative names begin."""
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    return tmp_path


# Kept


def test_a_name_alone_stands_for_a_file_in_my_work(folder):
    file = DraftFile("first")
    file.save(DRAFT)
    assert (folder / "my-work" / "first.md").read_text() == DRAFT
    assert file.shown == "my-work/first.md"


def test_a_blank_page_makes_no_file(folder):
    assert DraftFile("blank.md").save("").state == "same"
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["draft.docx", "draft.xml", "draft.ipynb", "."])
def test_a_file_of_another_kind_is_not_written_over(folder, name):
    with pytest.raises(ReadError, match=r"\.md or \.txt"):
        DraftFile(name)


def test_a_folder_in_the_place_of_the_file_is_said(folder):
    (folder / "my-work" / "draft.md").mkdir(parents=True)
    with pytest.raises(ReadError, match="another name"):
        DraftFile("draft.md")


def test_the_text_is_there_again_and_one_line_says_so(folder):
    DraftFile("draft.md").save(DRAFT)
    again = DraftFile("draft.md")
    assert again.text == DRAFT
    assert again.words == "Your text of my-work/draft.md is here again."


def test_the_backup_is_the_draft_as_it_was_opened(folder):
    DraftFile("draft.md").save("yesterday")
    today = DraftFile("draft.md")
    for text in ("today", "today and", "today and more"):
        today.save(text)
    assert (folder / "my-work" / "draft.md.bak").read_text() == "yesterday"


def test_two_that_write_the_same_draft_keep_both_texts(folder):
    DraftFile("draft.md").save("one text")
    mine, theirs = DraftFile("draft.md"), DraftFile("draft.md")
    theirs.save("their text")
    saved = mine.save("my text")
    assert saved.state == "moved"
    assert "draft-1.md" in saved.words
    assert mine.path.name == "draft-1.md"
    assert (folder / "my-work" / "draft.md").read_text() == "their text"
    assert mine.path.read_text() == "my text"
    assert mine.save("my text goes on").state == "saved"
    assert theirs.save("their text goes on").state == "saved"


def test_two_that_write_the_same_words_are_no_conflict(folder):
    mine, theirs = DraftFile("draft.md"), DraftFile("draft.md")
    theirs.save("agreed")
    assert mine.save("agreed").state == "saved"
    assert not (folder / "my-work" / "draft-1.md").exists()


def test_a_draft_that_was_deleted_elsewhere_is_written_again(folder):
    file = DraftFile("draft.md")
    file.save(DRAFT)
    file.path.unlink()
    assert file.save(DRAFT).state == "saved"
    assert file.path.read_text() == DRAFT


@pytest.mark.parametrize("left", ["", "Recalling"])
def test_what_is_thrown_away_in_one_go_is_kept(folder, left):
    file = DraftFile("draft.md")
    file.save(LONG)
    assert file.save(left).state == "aside"
    assert (folder / "my-work" / "draft-1.md").read_text() == LONG
    assert file.path.read_text() == left


def test_small_changes_make_no_more_files(folder):
    file = DraftFile("draft.md")
    for end in range(len(LONG), 0, -100):
        assert file.save(LONG[:end]).state in ("saved", "aside")
    names = {p.name for p in file.path.parent.iterdir()}
    assert names <= {"draft.md", "draft.md.bak", "draft-1.md"}


def test_a_start_that_nobody_changed_needs_no_keeping(folder):
    file = DraftFile("draft.md")
    file.save(start_text("75/10"))
    assert file.keep_aside(file.text) is None
    assert file.save("").state == "saved"


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_full_disk_is_said_and_tried_again(folder, monkeypatch, fault):
    file = DraftFile("draft.md")
    file.save("before")

    def fail(*_):
        raise OSError(fault, os.strerror(fault))

    with monkeypatch.context() as broken:
        broken.setattr(files, "_replace", fail)
        saved = file.save("after")
    assert saved.state == "failed"
    assert os.strerror(fault) in saved.words
    assert file.path.read_text() == "before"
    assert file.save("after").state == "saved"
    assert file.path.read_text() == "after"


@needs_rights
def test_a_folder_that_may_only_be_read(folder):
    folder.chmod(0o500)
    saving = "from resolutionkit.widgets.workbench.draft_file import DraftFile; print(DraftFile('draft.md').save('1. Urges all.'))"
    source = {**os.environ, "PYTHONPATH": str(Path(draft_file.__file__).parents[3])}
    got = subprocess.run(like_anybody("-c", saving), env=source, capture_output=True, encoding="utf-8")
    folder.chmod(0o700)
    assert "state='failed'" in got.stdout, got.stderr
    assert os.strerror(errno.EACCES) in got.stdout
    assert not list(folder.iterdir())


def _save_for_ever(path: str) -> None:
    file = DraftFile(path)
    for number in range(100_000):
        file.save(f"{number % 10}" * 200_000)


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
@pytest.mark.parametrize("wait", [0.1, 0.17, 0.29])
def test_a_kernel_killed_while_it_saves_leaves_one_whole_text(tmp_path, wait):
    path = tmp_path / "draft.md"
    writer = multiprocessing.get_context("spawn").Process(target=_save_for_ever, args=(str(path),))
    writer.start()
    while not path.exists():
        writer.join(0.02)
        assert writer.is_alive()
    writer.join(wait)
    assert writer.pid
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    text = path.read_text()
    assert (len(text), len(set(text))) == (200_000, 1)
    again = DraftFile(path)
    again.text = ""  # as if typed anew: the lock of the dead must not stop it for ever
    os.utime(path.with_name("draft.md.lock"), (0, 0)) if path.with_name("draft.md.lock").exists() else None
    assert again.save(text + "x").state == "saved"


def test_a_draft_in_another_encoding_is_read_and_the_file_kept(folder):
    (folder / "old.md").write_bytes("für die Länder".encode("cp1252"))
    file = DraftFile(folder / "old.md")
    assert file.text == "für die Länder"
    assert "Windows-1252" in file.words
    file.save("für alle Länder")
    assert (folder / "old.md.bak").read_bytes() == "für die Länder".encode("cp1252")


@pytest.mark.parametrize("text", ["half \ud83d a character", "\x00\x0b\x1f", "a\u2028b", "😀 emoji", "\ufeffmark"])
def test_any_character_can_be_kept(folder, text):
    file = DraftFile("draft.md")
    assert file.save(text).state == "saved"
    assert DraftFile("draft.md").text == text.replace("\ud83d", "\ufffd").removeprefix("\ufeff")


def test_lines_of_windows_become_plain_ones(folder):
    (folder / "win.md").write_bytes(b"one\r\n\r\ntwo\r\n")
    assert DraftFile(folder / "win.md").text == "one\n\ntwo\n"


# Looked at


def said_of(view) -> str:
    return html("count", view, 40).removeprefix('<p role="status">').removesuffix("</p>")


def test_a_blank_page_has_no_faults():
    view = look(" \n\t")
    assert view.findings == ()
    assert said_of(view) == "An empty page."


def test_a_remark_points_at_its_characters():
    text = DRAFT.replace("2020,", "2020.")
    (placed,) = look(text).findings
    assert text[slice(*placed.span)] == "."
    assert (placed.finding.code, placed.where) == ("UN103", "PP1 · line 3")


def test_what_concerns_the_whole_draft_says_so():
    placed = next(
        r for r in look("The General Assembly,\n\nRecalling its resolution 75/10,").findings if not r.finding.label
    )
    assert placed.span is None
    assert placed.where == "whole draft"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (DRAFT, "✓ Nothing to remark."),
        (DRAFT.replace("2020,", "2020."), "1 error"),
        (DRAFT.replace("2020,", "2020.").replace("act;", "act,"), "2 errors"),
        ("L’Assemblée générale,\n\nRappelant les résolutions et les décisions,", "There are rules for English and German drafts only."),
    ],
)  # fmt: skip
def test_what_was_found_is_said_in_words(text, words):
    assert said_of(look(text)) == words


def test_what_is_too_long_is_said_and_does_not_raise():
    assert "400" in look("word " * 100_000).trouble


def test_what_word_leaves_in_pasted_text_parts_lines():
    text = "The General Assembly,\x0bRecalling its resolution\xa075/10 of 23 November 2020.\x0b\x0b"
    text += "1.\tUrges “Member States” to act;\n\n2.\tDecides to rest."
    view = look(text)
    assert [p.label for p in view.resolution.paragraphs] == ["PP1", "OP1", "OP2"]
    assert [text[slice(*r.span)] for r in view.findings if r.finding.code == "UN103"] == ["."]


class Letters(HTMLParser):
    """What a browser shows of some HTML, and the tags in it."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text, self.tags = "", []
        self.feed(markup)
        self.close()

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=60),
    st.tuples(st.integers(0, 70), st.integers(0, 70)),
)
def test_marks_change_no_letter(text, here):
    shown = Letters(marked(look(text), here, "<i></i>"))
    assert shown.text == text
    assert set(shown.tags) <= {"mark", "i"}


@pytest.mark.parametrize("harmful", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</div><b>"])
def test_markup_in_a_draft_is_text(harmful):
    assert Letters(marked(look(DRAFT.replace("act", harmful)), (0, 30))).tags == ["mark"]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["en", "de", None]))
def test_no_text_makes_it_raise(text, language):
    view = look(text, language)
    assert all(0 <= a <= b <= len(text) for a, b in (r.span for r in view.findings if r.span))


# Changed


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("1. Urges all.", "preamble", "*Noting* z,\n\n1. Urges all."),
        ("# Title", "preamble", "# Title\n\n*Noting* z,\n"),
        ("Urges all.", "operative", "1. Urges all;\n\n2. *Noting* z."),
        ("", "operative", "1. *Noting* z.\n"),
    ],
    ids=["above the operative part", "below the title", "the second of all", "the first of all"],
)
def test_a_new_paragraph_finds_its_place_in_what_is_hardly_a_draft(text, part, expected):
    resolution = parse(text) if text else None
    assert insert_paragraph(text, resolution, "*Noting* z", part)[0] == expected


def test_a_number_that_does_not_fit_is_left_as_it_is():
    text = "The General Assembly,\n\n1. Urges all;\n\n2. Asks all;\n\n| 3. Rests.\n\n4. Decides to rest."
    changed = insert_paragraph(text, parse(text), "*Noting* z", "operative", "OP1")[0]
    assert "2. *Noting* z;\n\n3. Asks all;" in changed
    assert "| 3. Rests." in changed


def test_an_empty_file_is_opened_without_a_word(folder):
    (folder / "my-work").mkdir()
    (folder / "my-work" / "draft.md").write_text("\n\n")
    assert DraftFile("draft.md").words == ""


def test_each_text_that_is_put_aside_has_a_file_of_its_own(folder):
    file = DraftFile("draft.md")
    file.save(DRAFT)
    assert [file.keep_aside(f"text {n}").name for n in (1, 2)] == ["draft-1.md", "draft-2.md"]


@pytest.mark.parametrize(("language", "said"), [("en", "of the 75th session"), ("de", "a small sample")])
def test_how_often_an_opener_was_counted_is_told_with_where(language, said):
    assert said in html("about", phrases(language, "preamble")[0], language)


@pytest.mark.parametrize(
    ("text", "passage", "wide"),
    [
        ("in accordance with the Charter.", ".", "with the Charter."),
        ("*Recalls* its resolution", "Recalls", "*Recalls* its resolution"),
        ("Hi.\n\nNext", "Hi", "Hi."),
        ("a", "a", "a"),
    ],
)
def test_a_passage_is_offered_in_whole_words(text, passage, wide):
    start = text.index(passage)
    assert text[slice(*wider(text, (start, start + len(passage))))] == wide


@given(st.text(max_size=50), st.integers(0, 60), st.integers(0, 60))
def test_a_passage_stays_within_its_text(text, start, length):
    a, b = wider(text, (min(start, len(text)), min(start + length, len(text))))
    assert 0 <= a <= b <= len(text)


@given(st.text(max_size=50), st.text(max_size=10), st.integers(0, 50), st.integers(0, 50))
def test_replacing_touches_nothing_else(text, new, start, end):
    changed, (a, b) = replace_passage(text, (start, end), new)
    assert changed[a:b] == new
    assert text.startswith(changed[:a])
    assert text.endswith(changed[b:])


@pytest.mark.parametrize(
    ("part", "after", "labels", "changes"),
    [
        ("preamble", "", ["PP1", "PP2", "OP1", "OP2"], ["*Noting* z,"]),
        ("operative", "", ["PP1", "OP1", "OP2", "OP3"], ["of the matter;", "3. *Noting* z."]),
        ("operative", "OP1", ["PP1", "OP1", "OP2", "OP3"], ["2. *Noting* z;", "3. Decides to remain seized of the matter."]),
        ("operative", "OP99", ["PP1", "OP1", "OP2", "OP3"], ["3. *Noting* z."]),
    ],
)  # fmt: skip
def test_a_new_paragraph_finds_its_place(part, after, labels, changes):
    text, here = insert_paragraph(DRAFT, parse(DRAFT), "*Noting* z", part, after)
    assert [p.label for p in parse(text).paragraphs] == labels
    assert all(change in text for change in changes)
    assert "*Noting* z" in text[slice(*here)]


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("", "preamble", "*Noting* z,\n"),
        ("", "operative", "1. *Noting* z.\n"),
        ("The General Assembly,", "preamble", "The General Assembly,\n\n*Noting* z,"),
        ("1. Urges x.", "preamble", "*Noting* z,\n\n1. Urges x."),
        (
            "The General Assembly,\n\nRecalling x,\n\nDecides to act.",
            "operative",
            "The General Assembly,\n\nRecalling x,\n\n1. Decides to act;\n\n2. *Noting* z.",
        ),
    ],
)
def test_a_new_paragraph_in_a_draft_that_has_little(text, part, expected):
    assert insert_paragraph(text, look(text).resolution, "*Noting* z", part)[0] == expected


@pytest.mark.parametrize(("language", "organ"), [("en", "The General Assembly"), ("de", "Die Generalversammlung")])
@pytest.mark.parametrize("part", ["preamble", "operative"])
def test_every_phrase_becomes_a_paragraph_of_its_part(language, organ, part):
    template = start_text(f"template-{language}")
    for phrase in phrases(language, part):
        paragraph = paragraph_from(phrase.opener, "die Staaten, alles zu tun" if language == "de" else "all States")
        text, _ = insert_paragraph(template, parse(template), paragraph, part)
        read = parse(text)
        assert (len(read.preamble), len(read.operative)) == ((4, 4) if part == "preamble" else (3, 5)), phrase.opener


def test_a_paragraph_in_75_10_moves_the_numbers_after_it():
    text = start_text("75/10")
    changed, _ = insert_paragraph(text, parse(text), "*bekräftigt* die Charta", "operative", "OP13")
    read = parse(changed)
    assert [p.number for p in read.operative] == list(range(1, 18))
    assert read["OP14"].text == "bekräftigt die Charta;"
    assert [p.text for p in read.operative if p.number != 14] == [p.text for p in parse(text).operative]


# Begun, chosen, exported


@pytest.mark.parametrize("name", ["template-en", "template-de"])
def test_the_templates_are_without_fault(name):
    assert review(start_text(name)) == []
    assert parse(start_text(name)).language == name[-2:]


def test_75_10_as_a_start_is_the_resolution(folder):
    from resolutionkit.document.bundled import load

    assert [p.text for p in parse(start_text("75/10")).paragraphs] == [p.text for p in load().paragraphs]


def test_an_unknown_start_is_named():
    with pytest.raises(UnknownName, match="template-en"):
        start_text("tempalte")


def test_phrases_have_counts_and_pairs():
    found = {phrase.opener: phrase for phrase in phrases("en", "preamble")}
    assert found["Recalling"].paragraphs == 785
    assert found["Recalling"].pairs[0][0] == "unter Hinweis"
    assert "unter Hinweis" in {phrase.opener for phrase in phrases("de", "preamble")}


@pytest.mark.parametrize(
    ("opener", "rest", "expected"),
    [
        ("Recalling", " its  resolution; ", "*Recalling* its resolution"),
        ("Recalling", "", "*Recalling* […]"),
        ("Decides", ", therefore, to act", "*Decides*, therefore, to act"),
        ("fordert … auf", "alle Staaten, zu handeln.", "*fordert* alle Staaten *auf*, zu handeln"),
        ("fordert … auf", "alle Staaten", "*fordert* alle Staaten *auf*"),
        ("…begrüßend", "die Fortschritte", "die Fortschritte *begrüßend*"),
    ],
)
def test_an_opener_and_the_rest_make_a_paragraph(opener, rest, expected):
    assert paragraph_from(opener, rest) == expected


@pytest.mark.parametrize("wanted", sorted(WRITERS))
def test_a_copy_lies_beside_the_draft_and_can_be_written_again(tmp_path, wanted):
    if wanted == "docx":
        pytest.importorskip("docx")
    resolution = parse(DRAFT)
    file = export(resolution, tmp_path / "draft.md", wanted)
    assert file.parent == tmp_path / "exports"
    assert file.stat().st_size > 100
    assert export(resolution, tmp_path / "draft.md", wanted) == file


def test_what_the_room_says_exists_in_both_languages(folder):
    said = []
    for language in ("en", "de"):
        set_language(language)
        DraftFile("draft.md").save(LONG)
        view = look(DRAFT.replace("2020,", "2020."))
        file = DraftFile("draft.md")
        said.append([file.words, file.save("").words, said_of(view), view.findings[0].where, said_of(look(""))])
        for path in Path(folder / "my-work").iterdir():
            path.unlink()
    assert all(en and de and en != de for en, de in zip(*said, strict=True))
