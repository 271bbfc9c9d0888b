"""A process killed in mid-write: what it had acknowledged is there, and the file is whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import resolutionkit
from resolutionkit.errors import ReadError
from resolutionkit.policing import World

SOURCE = str(Path(resolutionkit.__file__).resolve().parents[1])

# Prints each thing once it was acknowledged; never stops by itself.
WRITER = """
import itertools, sys
from resolutionkit.policing import World
world = World.open(sys.argv[1])
bureau, post = world.bureau("Borovia"), world.post("Arlandia", "airport")
for number in itertools.count():
    bureau.report_stolen(f"N{number}")
    print("entered", number, flush=True)
    result = post.check(f"N{number}", "Borovia")
    print("checked", result.log, result.messages[0], flush=True)
    if number % 7 == 0:
        listed = [{"document_number": f"N{n}", "issuing_country": "Borovia"} for n in range(number)]
        checked = post.check_passengers("SYN 1", listed)
        print("flight", len(checked), flush=True)
"""

# Stops in the middle of a check: the log row is written, the message to the owner not yet.
HALF_A_CHECK = """
import sys, time
from resolutionkit.policing import World, find
def stop(*_, **__):
    print("half", flush=True)
    time.sleep(600)
find.post_message = stop
World.open(sys.argv[1]).post("Arlandia", "airport").check("P1", "Borovia")
"""

# Stops in the middle of a creation: many pages are in the file already, the indexes are not.
HALF_A_WORLD = """
import sys, time
from resolutionkit.policing import World, synthetic
def stop(connection):
    print("half", flush=True)
    time.sleep(600)
synthetic.add_indexes = stop
World.synthetic(seed=1, path=sys.argv[1], documents=60_000)
"""


def start(code: str, path: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": SOURCE}
    return subprocess.Popen([sys.executable, "-c", code, str(path)], env=environment, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("after", [1, 2, 10, 50, 333])
def test_all_that_was_acknowledged_survives_the_kill(tmp_path, after):
    path = tmp_path / "world.db"
    World.synthetic(seed=1, path=path).close()
    writer = start(WRITER, path)
    assert writer.stdout is not None
    lines = [writer.stdout.readline() for _ in range(after)]
    writer.kill()  # SIGKILL: no chance to tidy up
    lines += writer.stdout.read().splitlines(keepends=True)
    writer.wait(timeout=20)
    writer.stdout.close()
    acknowledged = [line.split() for line in lines if line.endswith("\n")]
    assert len(acknowledged) >= after

    with World.open(path) as world:
        assert world.problems() == []
        log = {row.number: row for row in world.log(most=1_000_000)}
        messages = {message.log for message in world.bureau("Borovia").inbox(most=1_000_000)}
        entered = {row[0] for row in world.sql("SELECT number FROM synthetic_documents WHERE number LIKE 'N%'")}
        for what, *numbers in acknowledged:
            if what == "entered":
                assert f"N{numbers[0]}" in entered
            elif what == "checked":
                assert log[int(numbers[0])].outcome == "hit"
                assert int(numbers[0]) in messages
        # A step is whole or absent: a hit in the log and the message on it go together, both ways.
        assert messages == {number for number, row in log.items() if row.outcome == "hit"}
        assert len(entered) == sum(row.action == "enter" for row in log.values())
        # … and work goes on.
        assert world.post("Arlandia").check("N0", "Borovia").has_hit


def kill_half_way(code: str, path: Path) -> None:
    process = start(code, path)
    assert process.stdout is not None
    assert process.stdout.readline() == "half\n"
    process.kill()
    process.wait(timeout=20)
    process.stdout.close()


def test_a_check_killed_half_way_leaves_neither_log_row_nor_message(tmp_path):
    path = tmp_path / "world.db"
    with World.synthetic(seed=1, path=path) as world:
        world.bureau("Borovia").report_stolen("P1")
    kill_half_way(HALF_A_CHECK, path)
    with World.open(path) as world:
        assert world.problems() == []
        assert [row.action for row in world.log()] == ["enter"]
        assert len(world.bureau("Borovia").inbox()) == 0
        assert world.post("Arlandia").check("P1", "Borovia").has_hit


def test_a_creation_killed_half_way_leaves_no_half_world(tmp_path):
    path = tmp_path / "world.db"
    kill_half_way(HALF_A_WORLD, path)
    assert path.stat().st_size > 1_000_000
    with pytest.raises(ReadError):
        World.open(path)
    with World.synthetic(seed=2, path=path) as world:
        assert world.problems() == []
        assert world.sql("SELECT count(*) FROM synthetic_documents").cells == ((200,),)
