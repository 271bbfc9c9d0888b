"""The synthetic data: the same from the same seed everywhere, marked as synthetic, consistent with the rules."""

from __future__ import annotations

import hashlib

import pytest

from resolutionkit.errors import ReadError
from resolutionkit.policing import World


def fingerprint(seed: int, documents: int) -> str:
    with World.synthetic(seed=seed, documents=documents) as world, world._store.exclusive() as connection:
        dump = "\n".join(line for line in connection.iterdump() if line.startswith("INSERT"))
    return hashlib.sha256(dump.encode()).hexdigest()[:16]


def test_the_same_seed_makes_the_same_world():
    assert fingerprint(7, 500) == fingerprint(7, 500)


def test_another_seed_makes_another_world():
    assert fingerprint(7, 500) != fingerprint(8, 500)


def test_the_world_of_seed_10_is_the_one_that_lessons_were_written_for():
    """Fixed figures: they change only when the generator does, on purpose, and then lessons change too."""
    with World.synthetic(seed=10) as world:
        columns = "number, issued_by, kind, database, owner, reason, source, entered"
        rows = world.sql(f"SELECT {columns} FROM synthetic_documents ORDER BY id").cells
    digest = hashlib.sha256("\n".join("|".join(map(str, row)) for row in rows).encode()).hexdigest()
    assert digest[:16] == "1236759a06a8d30b"


@pytest.fixture(scope="module")
def world():
    with World.synthetic(seed=3, documents=20_000) as made:
        yield made


RULES = {
    "each number carries the mark": "SELECT number FROM synthetic_documents WHERE number NOT LIKE 'SYN______'",
    "each serial carries the mark": "SELECT serial FROM synthetic_firearms WHERE serial NOT LIKE 'SYN______'",
    "each person carries the mark": "SELECT id FROM synthetic_persons WHERE note NOT LIKE '%SYNTHETIC%'",
    "only members own records": "SELECT d.id FROM synthetic_documents AS d JOIN countries AS c ON c.name = d.owner"
    " WHERE NOT c.member",
    "stolen documents belong to who issued them": "SELECT id FROM synthetic_documents"
    " WHERE database = 'stolen_documents' AND owner <> issued_by",
    "documents of a notice belong to who asked for it": "SELECT d.id FROM synthetic_documents AS d"
    " LEFT JOIN notices AS n ON n.id = d.source WHERE d.database = 'notice_documents'"
    " AND n.requested_by IS NOT d.owner",
    "documents of a person belong to who seeks the person": "SELECT d.id FROM synthetic_documents AS d"
    " LEFT JOIN synthetic_persons AS p ON p.id = d.source WHERE d.database = 'persons_sought'"
    " AND p.owner IS NOT d.owner",
    "traces belong to who seeks the person": "SELECT t.id FROM synthetic_traces AS t"
    " JOIN synthetic_persons AS p ON p.id = t.person WHERE t.owner <> p.owner",
}


@pytest.mark.parametrize("exceptions", RULES.values(), ids=RULES)
def test_the_data_keep_the_rules_of_the_model(world, exceptions):
    assert world.sql(exceptions).cells == ()


def test_as_many_documents_are_made_as_asked_for(world):
    assert world.sql("SELECT count(*) FROM synthetic_documents").cells == ((20_000,),)


def test_all_three_databases_have_documents(world):
    assert len(world.sql("SELECT DISTINCT database FROM synthetic_documents")) == 3


def test_the_file_says_what_it_is(world):
    assert "SYNTHETIC" in world.sql("SELECT value FROM about WHERE key = 'data'")[0][0]


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_passenger_list_holds_the_wanted_share_of_listed_documents(world, share):
    checked = world.post("Arlandia").check_passengers("SYN 1", world.passengers(100, listed=share))
    assert sum(check.result.has_hit for check in checked) == 100 * share


@pytest.mark.parametrize(
    "wrong",
    [{"seed": -1}, {"seed": "ten"}, {"seed": True}, {"documents": -1}, {"documents": 10**9}, {"documents": 1.5}],
    ids=str,
)
def test_a_wrong_size_or_seed_is_refused(wrong):
    with pytest.raises(ReadError):
        World.synthetic(**wrong)


@pytest.mark.parametrize(
    "wrong", [{"count": -1}, {"count": 2001}, {"count": 1, "seed": "x"}, {"count": 1, "listed": "all"},
              {"count": 1, "listed": 2}, {"count": 1, "listed": float("nan")}], ids=str,
)  # fmt: skip
def test_a_wrong_passenger_list_is_not_made(world, wrong):
    with pytest.raises(ReadError):
        world.passengers(**wrong)


def test_a_world_without_documents_works():
    with World.synthetic(seed=1, documents=0) as world:
        assert len(world.passengers(3)) == 3
        assert not world.post("Arlandia").check("P1", "Borovia").has_hit
