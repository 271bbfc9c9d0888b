"""Files and folders as they come: missing, foreign, damaged, read-only, full."""

from __future__ import annotations

import os
import sqlite3
import sys

import pytest

from resolutionkit.errors import KitError, MissingFile, ReadError
from resolutionkit.language import set_language
from resolutionkit.policing import SaveError, World


def foreign_database(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE mine (a)")
        connection.execute("INSERT INTO mine VALUES (42)")
    connection.close()


def of_another_version(path):
    World.synthetic(seed=1, path=path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


def without_a_table(path):
    World.synthetic(seed=1, path=path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE about")
    connection.close()


WRONG = {
    "text": lambda path: path.write_text("a world? " * 2000),
    "empty": lambda path: path.write_bytes(b""),
    "cut short": lambda path: path.write_bytes(b"SQLite format 3\x00" + b"\x10\x00\x01\x01"),
    "foreign": foreign_database,
    "another version": of_another_version,
    "a table is missing": without_a_table,
}


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("make", WRONG.values(), ids=WRONG)
def test_a_file_that_holds_no_world_is_refused_and_left_as_it_is(tmp_path, make, language):
    path = tmp_path / "world.db"
    make(path)
    before = path.read_bytes()
    set_language(language)
    try:
        with pytest.raises(ReadError) as caught:
            World.open(path)
        said = str(caught.value)
    finally:
        set_language("en")
    assert "world.db" in said
    assert ("What to do" if language == "en" else "Was tun") in said
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "make", [foreign_database, of_another_version, WRONG["text"]], ids=["foreign", "another version", "text"]
)
def test_a_foreign_file_is_never_written_over(tmp_path, make):
    path = tmp_path / "world.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(ReadError):
        World.synthetic(seed=1, path=path)
    assert path.read_bytes() == before


def test_a_missing_file_is_not_made_by_opening_it(tmp_path):
    with pytest.raises(MissingFile):
        World.open(tmp_path / "world.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["", "nowhere/world.db", "a\0b", 7, b"\xff", ["world.db"]], ids=repr)
def test_a_path_that_leads_nowhere_is_refused(tmp_path, monkeypatch, path):
    monkeypatch.chdir(tmp_path)
    for use in (World.open, lambda given: World.synthetic(seed=1, path=given)):
        with pytest.raises(KitError):
            use(path)


def test_a_path_is_a_file_even_when_it_looks_like_memory(tmp_path, monkeypatch):
    if sys.platform == "win32":
        pytest.skip("a colon is no part of a file name there")
    monkeypatch.chdir(tmp_path)
    World.synthetic(seed=1, path=":memory:").close()
    assert (tmp_path / ":memory:").exists()


def test_a_cell_may_run_twice_and_goes_on_where_it_was(tmp_path):
    path = tmp_path / "world.db"
    with World.synthetic(seed=1, path=path) as world:
        world.bureau("Arlandia").report_stolen("P1")
    with World.synthetic(seed=1, path=path) as world:
        assert world.post("Borovia").check("P1", "Arlandia").has_hit


@pytest.mark.parametrize("other", [{"seed": 2}, {"seed": 1, "documents": 5}], ids=str)
def test_another_world_does_not_take_the_place_of_the_first(tmp_path, other):
    path = tmp_path / "world.db"
    World.synthetic(seed=1, path=path).close()
    with pytest.raises(ReadError, match="seed=1"):
        World.synthetic(path=path, **other)


def test_an_open_world_is_in_wal_mode_and_does_not_wait_for_the_disk_on_a_check(tmp_path):
    with World.synthetic(seed=1, path=tmp_path / "world.db") as world, world._store.exclusive() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (1,)  # NORMAL


def test_what_a_bureau_enters_waits_for_the_disk(tmp_path):
    with World.synthetic(seed=1, path=tmp_path / "world.db") as world:
        with world._store.transaction(durable=True) as step:
            assert step.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
        with world._store.transaction() as step:
            assert step.execute("PRAGMA synchronous").fetchone() == (1,)


def test_a_full_disk_is_named_and_nothing_before_it_is_lost(tmp_path):
    path = tmp_path / "world.db"
    with World.synthetic(seed=1, path=path) as world:
        world.bureau("Arlandia").report_stolen("P1")
        with world._store.exclusive() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")

        def send_for_ever():
            while True:
                world.bureau("Arlandia").send("Borovia", "A", "B" * 5000)

        with pytest.raises(SaveError, match="full") as caught:
            send_for_ever()
        assert isinstance(caught.value, OSError)
        with world._store.exclusive() as connection:
            connection.execute("PRAGMA max_page_count = 100000")
        sent = len(world.bureau("Arlandia").sent(most=1000))
        logged = sum(row.action == "send message" for row in world.log(most=1000))
        assert sent == logged
        assert world.problems() == []
        assert world.post("Borovia").check("P1", "Arlandia").has_hit


def in_a_child(work, prepare) -> str:
    """Run ``work`` in a forked process after ``prepare``; return what it says."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            prepare()
            said = work()
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        os.write(writing, said.encode()[:4000])
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        return pipe.read().decode()


def give_up_privileges():
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)


def allow_only_small_files():
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_creation_without_room_gives_its_room_back(tmp_path):
    path = tmp_path / "world.db"
    said = in_a_child(lambda: repr(World.synthetic(seed=1, path=path, documents=60_000)), allow_only_small_files)
    assert said.startswith("SaveError")
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) == 0
    with World.synthetic(seed=1, path=path) as world:
        assert world.problems() == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("protected", ["folder", "file"])
def test_without_the_right_to_write_a_world_is_not_opened(tmp_path, protected):
    own = [folder for folder in (tmp_path, *tmp_path.parents) if "pytest-" in str(folder)]
    for folder in own:
        folder.chmod(0o755)  # so that the child may at least look
    path = tmp_path / "world.db"
    World.synthetic(seed=1, path=path).close()
    path.chmod(0o444)
    tmp_path.chmod(0o555 if protected == "folder" else 0o777)
    try:
        said = in_a_child(lambda: repr(World.open(path)), give_up_privileges)
        new = path.with_name("new.db")
        made = in_a_child(lambda: repr(World.synthetic(seed=1, path=new)), give_up_privileges)
    finally:
        tmp_path.chmod(0o755)
    assert said.startswith("RightsError")
    assert "What to do" in said
    if protected == "folder":
        assert made.startswith("RightsError")


def test_damage_in_the_middle_of_a_file_is_found(tmp_path):
    path = tmp_path / "world.db"
    World.synthetic(seed=1, path=path, documents=5000).close()
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8192] = b"\xa5" * 8192
    path.write_bytes(content)
    try:
        with World.open(path) as world:
            assert world.problems() != []
    except ReadError:
        pass


def test_a_world_on_an_odd_path_works(tmp_path):
    folder = tmp_path / "Übung #1 ? 100% 'quoted'".replace("?", "" if sys.platform == "win32" else "?")
    folder.mkdir()
    with World.synthetic(seed=1, path=folder / "wörld.db") as world:
        world.bureau("Arlandia").report_stolen("P1")
    with World.open(str(folder / "wörld.db")) as world:
        assert world.post("Borovia").check("P1", "Arlandia").has_hit


def test_real_time_is_the_computers(tmp_path):
    from datetime import UTC, datetime

    with World.synthetic(seed=1, path=tmp_path / "world.db", real_time=True) as world:
        assert world.post("Borovia").check("P1", "Arlandia").at[:4] == str(datetime.now(UTC).year)
    with World.open(tmp_path / "world.db") as world:
        assert world.post("Borovia").check("P1", "Arlandia").at[:4] == str(datetime.now(UTC).year)
