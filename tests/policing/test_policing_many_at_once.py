"""Two writers at once, in threads and in processes: nothing lost, nothing double, no error."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import resolutionkit
from resolutionkit.errors import KitError, ReadError
from resolutionkit.policing import SaveError, World, faults

SOURCE = str(Path(resolutionkit.__file__).resolve().parents[1])

WRITER = """
import sys
from resolutionkit.policing import World
path, country, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with World.open(path) as world:
    bureau, post = world.bureau(country), world.post(country, "airport")
    for number in range(count):
        bureau.report_stolen(f"N{number}")
        assert post.check(f"N{number}", country).has_hit
"""
MAKER = "import sys; from resolutionkit.policing import World; World.synthetic(seed=1, path=sys.argv[1]).close()"


def start(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": SOURCE},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_processes_write_to_one_file_without_loss(tmp_path):
    path, countries, count = tmp_path / "world.db", ("Arlandia", "Borovia", "Caldoria"), 60
    World.synthetic(seed=1, path=path).close()
    writers = [start(WRITER, path, country, count) for country in countries]
    for writer in writers:
        _, errors = writer.communicate(timeout=60)
        assert writer.returncode == 0, errors
    with World.open(path) as world:
        assert world.problems() == []
        for country in countries:
            rows = world.bureau(country).log(most=1000)
            assert sorted(row.action for row in rows) == ["check"] * count + ["enter"] * count
        numbers = [row.number for row in world.log(most=1000)]
        assert numbers == list(range(2 * count * len(countries), 0, -1))


def test_threads_share_one_world_without_loss():
    failures: list[BaseException] = []

    def work(world: World, country: str) -> None:
        try:
            bureau, post = world.bureau(country), world.post(country, "airport")
            for number in range(40):
                bureau.report_stolen(f"N{number}")
                assert post.check(f"N{number}", country).has_hit
                assert bureau.inbox(most=1)[0].sender == country
        except BaseException as failure:
            failures.append(failure)

    with World.synthetic(seed=1) as world:
        threads = [threading.Thread(target=work, args=(world, c)) for c in ("Arlandia", "Borovia", "Caldoria")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        assert len(world.log(most=1000)) == 3 * 80
        assert world.problems() == []


def test_several_who_make_the_same_file_get_the_same_world(tmp_path):
    path = tmp_path / "world.db"
    makers = [start(MAKER, path) for _ in range(4)]
    for maker in makers:
        _, errors = maker.communicate(timeout=60)
        assert maker.returncode == 0, errors
    with World.open(path) as world:
        assert world.problems() == []
        assert world.sql("SELECT count(*) FROM synthetic_documents").cells == ((200,),)


def test_who_waits_too_long_for_another_writer_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setattr("resolutionkit.policing.store.BUSY_SECONDS", 0.1)
    path = tmp_path / "world.db"
    with World.synthetic(seed=1, path=path) as one, World.open(path) as other, one._store.transaction():
        with pytest.raises(SaveError) as caught:
            other.bureau("Arlandia").report_stolen("P1")
        assert "others have been writing" in str(caught.value)
    assert isinstance(caught.value, OSError)
    assert faults.BUSY_SECONDS > 1


def test_a_reader_does_not_wait_for_a_writer(tmp_path):
    path = tmp_path / "world.db"
    with World.synthetic(seed=1, path=path) as one, World.open(path) as other, one._store.transaction() as step:
        step.execute("UPDATE countries SET member = member")
        assert other.log().cells == ()
        assert other.sql("SELECT count(*) FROM countries").cells == ((24,),)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_process_is_told_to_open_the_file_itself(tmp_path):
    with World.synthetic(seed=1, path=tmp_path / "world.db") as world:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                world.log()
            except ReadError as error:
                code = 0 if "another process" in str(error) else 2
            finally:
                os._exit(code)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert world.bureau("Arlandia").report_stolen("P1").owner == "Arlandia"


def test_a_step_that_fails_in_the_middle_leaves_nothing(monkeypatch):
    with World.synthetic(seed=1) as world:
        world.bureau("Borovia").report_stolen("P1")
        monkeypatch.setattr("resolutionkit.policing.find.post_message", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            world.post("Arlandia").check("P1", "Borovia")
        assert [row.action for row in world.log()] == ["enter"]


def test_an_interrupted_cell_does_not_block_the_next(monkeypatch):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with World.synthetic(seed=1) as world:
        with monkeypatch.context() as patch:
            patch.setattr("resolutionkit.policing.find.documents_seen", interrupted)
            with pytest.raises(KeyboardInterrupt):
                world.post("Arlandia").check("P1", "Borovia")
        assert not world.post("Arlandia").check("P1", "Borovia").has_hit


def test_a_closed_world_says_so():
    world = World.synthetic(seed=1)
    world.close()
    world.close()
    with pytest.raises(KitError, match=r"World\.open"):
        world.log()
