"""Rights: own data only, withdrawing, hiding, no access from outside; a refusal changes nothing."""

from __future__ import annotations

import dataclasses

import pytest

from resolutionkit.errors import ReadError, RightsError, UnknownName
from resolutionkit.policing import World

PASSPORT = {"number": "P9", "issued_by": "Borovia", "kind": "passport"}
PERSON = {"family_name": "Zyxen", "given_name": "Elva", "birth_year": 1980, "nationality": "Borovia"}


@pytest.fixture
def world():
    return World.synthetic(seed=10)


def own_things(world):
    """One of each kind of thing that Arlandia owns."""
    arlandia = world.bureau("Arlandia")
    person = arlandia.enter("persons_sought", **PERSON)
    return {
        "document": arlandia.report_stolen("P1"),
        "person": person,
        "trace": arlandia.enter("fingerprints", person=person),
        "firearm": arlandia.enter("firearms", serial="A1", make="Novarm", model="N1", reason="lost"),
        "notice": world.secretariat.publish(arlandia.request_notice("red", "A", "B")),
    }


FOREIGN = {
    "update a document": lambda other, things: other.update(things["document"], reason="lost"),
    "withdraw a document": lambda other, things: other.withdraw(things["document"]),
    "hide a document": lambda other, things: other.restrict(things["document"], ["Caldoria"]),
    "withdraw a person": lambda other, things: other.withdraw(things["person"]),
    "add a trace": lambda other, things: other.enter("dna_profiles", person=things["person"]),
    "withdraw a trace": lambda other, things: other.withdraw(things["trace"]),
    "withdraw a firearm": lambda other, things: other.withdraw(things["firearm"]),
    "link a document to a notice": lambda other, things: other.enter("notice_documents", **PASSPORT, notice=things["notice"]),
    "report its document": lambda other, _: other.enter("stolen_documents", **PASSPORT | {"issued_by": "Arlandia"}, reason="lost"),
}  # fmt: skip


@pytest.mark.parametrize("attempt", FOREIGN.values(), ids=FOREIGN)
def test_what_belongs_to_another_country_is_not_touched(world, attempt):
    things = own_things(world)
    before = list(world._store.connection.iterdump())
    with pytest.raises(RightsError, match="Arlandia"):
        attempt(world.bureau("Borovia"), things)
    assert list(world._store.connection.iterdump()) == before


def test_a_forged_record_does_not_help(world):
    """Ownership is read from the database, not from the object that a learner holds."""
    record = world.bureau("Arlandia").report_stolen("P1")
    with pytest.raises(RightsError):
        world.bureau("Borovia").withdraw(dataclasses.replace(record, owner="Borovia"))


@pytest.mark.parametrize("table", ["countries", "stolen_documents AS t --"])
def test_a_forged_record_reaches_no_other_table(world, table):
    """The name of a database stands in the SQL: only one that the model has gets there."""
    record = world.bureau("Arlandia").report_stolen("P1")
    with pytest.raises(ReadError, match="A record"):
        world.bureau("Arlandia").withdraw(dataclasses.replace(record, database=table))


def test_the_owner_updates_and_withdraws(world):
    arlandia, post = world.bureau("Arlandia"), world.post("Borovia")
    record = arlandia.update(arlandia.report_stolen("P1"), reason="lost")
    assert [hit.reason for hit in post.check("P1", "Arlandia").hits] == ["reported lost"]
    arlandia.withdraw(record)
    assert not post.check("P1", "Arlandia").has_hit
    with pytest.raises(UnknownName):
        arlandia.update(record, reason="stolen")


def test_an_update_makes_no_document_of_another_country(world):
    record = world.bureau("Arlandia").report_stolen("P1")
    with pytest.raises(RightsError, match="Borovia"):
        world.bureau("Arlandia").update(record, issued_by="Borovia")
    assert world.post("Caldoria").check("P1", "Arlandia").has_hit


def test_a_trace_of_somebody_withdrawn_is_refused(world):
    arlandia = world.bureau("Arlandia")
    person, other = (arlandia.enter("persons_sought", **PERSON | {"given_name": name}) for name in ("Elva", "Boro"))
    trace = arlandia.enter("fingerprints", person=other)
    arlandia.withdraw(person)
    with pytest.raises(UnknownName, match="withdrawn"):
        arlandia.enter("dna_profiles", person=person)
    with pytest.raises(UnknownName, match="withdrawn"):
        arlandia.update(trace, person=person)


def test_reporting_twice_updates_the_one_entry(world):
    arlandia = world.bureau("Arlandia")
    first = arlandia.report_stolen("P1")
    second = arlandia.enter("stolen_documents", number=" p-1 ", issued_by="Arlandia", kind="passport", reason="lost")
    assert (first.number, second.reason) == (second.number, "reported lost")
    assert len(world.post("Borovia").check("P1", "Arlandia").hits) == 1
    assert [row.action for row in world.log(2)] == ["check", "update"]


def test_what_is_withdrawn_is_hidden_from_nobody(world):
    arlandia = world.bureau("Arlandia")
    record = arlandia.report_stolen("AB1")
    arlandia.restrict(record, ["Borovia", "Caldoria"])
    assert len(world.sql("SELECT * FROM restrictions")) == 2
    arlandia.withdraw(record)
    assert not world.sql("SELECT * FROM restrictions")


def test_a_number_that_was_withdrawn_is_not_given_to_the_next_record(world):
    arlandia = world.bureau("Arlandia")
    old = arlandia.report_stolen("P1")
    arlandia.withdraw(old)
    assert arlandia.report_stolen("P2").number != old.number


@pytest.mark.parametrize("change", [{"owner": "Borovia"}, {"id": 1}, {"reason = 'lost'; --": 1}])
def test_only_fields_change(world, change):
    record = world.bureau("Arlandia").report_stolen("P1")
    with pytest.raises(UnknownName):
        world.bureau("Arlandia").update(record, **change)


@pytest.mark.parametrize("make", ["document", "person"])
def test_a_hidden_record_is_seen_by_all_but_the_named_country(world, make):
    arlandia = world.bureau("Arlandia")
    passport = {"number": "P1", "issued_by": "Arlandia", "kind": "passport"}
    record = (
        arlandia.report_stolen("P1") if make == "document" else arlandia.enter("persons_sought", **PERSON, **passport)
    )
    arlandia.restrict(record, ["Borovia"])
    seen = {name: world.post(name).check("P1", "Arlandia").has_hit for name in ("Arlandia", "Borovia", "Caldoria")}
    assert seen == {"Arlandia": True, "Borovia": False, "Caldoria": True}
    arlandia.restrict(record, [])
    assert world.post("Borovia").check("P1", "Arlandia").has_hit


def test_a_hidden_person_is_hidden_from_questions_by_name_too(world):
    arlandia = world.bureau("Arlandia")
    arlandia.restrict(arlandia.enter("persons_sought", **PERSON), ["Borovia"])
    assert not world.bureau("Borovia").query("persons_sought", family_name="Zyxen").has_hit
    assert world.bureau("Caldoria").query("persons_sought", family_name="Zyxen").has_hit


def test_an_owner_is_not_hidden_from_itself(world):
    with pytest.raises(ReadError):
        world.bureau("Arlandia").restrict(world.bureau("Arlandia").report_stolen("P1"), ["Arlandia"])


def test_a_hidden_record_sends_no_message(world):
    arlandia = world.bureau("Arlandia")
    arlandia.restrict(arlandia.report_stolen("P1"), ["Borovia"])
    world.post("Borovia").check("P1", "Arlandia")
    assert len(arlandia.inbox()) == 0


@pytest.mark.parametrize(
    "attempt",
    [
        lambda w: w.bureau("Isolmark"),
        lambda w: w.post("Isolmark", "airport"),
        lambda w: w.bureau("Arlandia").send("Isolmark", "A", "B"),
    ],
)
def test_a_state_outside_has_no_bureau_and_no_access(world, attempt):
    with pytest.raises(RightsError, match="OP13"):
        attempt(world)


def test_documents_of_a_state_outside_can_be_looked_up(world):
    assert not world.post("Arlandia").check("P1", "Isolmark").has_hit
