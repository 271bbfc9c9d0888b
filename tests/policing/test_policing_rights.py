"""Rights: own data only, withdrawing, hiding, access of posts; each refusal changes nothing and is logged."""

from __future__ import annotations

import pytest

from resolutionkit.errors import KitError, ReadError, RightsError, UnknownName
from resolutionkit.policing import World


@pytest.fixture
def world():
    with World.synthetic(seed=10) as made:
        yield made


def everything_but_the_log(world):
    with world._store.exclusive() as connection:
        return [line for line in connection.iterdump() if 'INTO "log"' not in line]


def own_things(world):
    """Return one of each kind of thing that Arlandia owns."""
    arlandia = world.bureau("Arlandia")
    person = arlandia.enter_person("Talvor", "Elva", 1980, "Borovia")
    return {
        "document": arlandia.report_stolen("P1"),
        "person": person,
        "trace": arlandia.enter_trace(person, "fingerprints"),
        "firearm": arlandia.enter_firearm("A1", "Novarm"),
        "notice": world.secretariat.publish(arlandia.request_notice("red", "A", "B")),
        "post": world.post("Arlandia", "customs"),
    }


FOREIGN = {
    "update a document": lambda other, things: other.update(things["document"], reason="lost"),
    "withdraw a document": lambda other, things: other.withdraw(things["document"]),
    "hide a document": lambda other, things: other.restrict(things["document"], ["Caldoria"]),
    "update a person": lambda other, things: other.update(things["person"], note="changed"),
    "withdraw a person": lambda other, things: other.withdraw(things["person"]),
    "link a document to a person": lambda other, things: other.link_document(things["person"], "P9", "Borovia"),
    "add a trace": lambda other, things: other.enter_trace(things["person"], "dna_profiles"),
    "withdraw a trace": lambda other, things: other.withdraw(things["trace"]),
    "withdraw a firearm": lambda other, things: other.withdraw(things["firearm"]),
    "withdraw a notice": lambda other, things: other.withdraw_notice(things["notice"]),
    "link a document to a notice": lambda other, things: other.link_document(things["notice"], "P9", "Borovia"),
    "connect a post": lambda other, things: other.connect(things["post"]),
    "disconnect a post": lambda other, things: other.disconnect(things["post"]),
}


@pytest.mark.parametrize("attempt", FOREIGN.values(), ids=FOREIGN)
def test_what_belongs_to_another_country_is_not_touched_and_the_attempt_is_logged(world, attempt):
    things = own_things(world)
    before = everything_but_the_log(world)
    with pytest.raises(RightsError) as caught:
        attempt(world.bureau("Borovia"), things)
    assert isinstance(caught.value, PermissionError)
    assert "Arlandia" in str(caught.value)
    assert everything_but_the_log(world) == before
    assert (world.log()[0].country, world.log()[0].outcome) == ("Borovia", "refused")


def test_a_forged_record_does_not_help(world):
    """Ownership is read from the database, not from the object that a learner holds."""
    import dataclasses

    record = world.bureau("Arlandia").report_stolen("P1")
    with pytest.raises(RightsError):
        world.bureau("Borovia").withdraw(dataclasses.replace(record, owner="Borovia"))


def test_the_owner_updates_and_withdraws(world):
    arlandia, post = world.bureau("Arlandia"), world.post("Borovia")
    record = arlandia.update(arlandia.report_stolen("P1"), reason="lost")
    assert [hit.reason for hit in post.check("P1", "Arlandia").hits] == ["reported lost"]
    arlandia.withdraw(record)
    assert not post.check("P1", "Arlandia").has_hit
    with pytest.raises(UnknownName):
        arlandia.update(record, reason="stolen")


def test_reporting_twice_updates_the_one_entry(world):
    arlandia = world.bureau("Arlandia")
    first, second = arlandia.report_stolen("P1"), arlandia.report_lost(" p-1 ")
    assert (first.number, second.reason) == (second.number, "reported lost")
    assert len(world.post("Borovia").check("P1", "Arlandia").hits) == 1


def test_a_number_that_was_withdrawn_is_not_given_to_the_next_record(world):
    arlandia = world.bureau("Arlandia")
    old = arlandia.report_stolen("P1")
    arlandia.withdraw(old)
    assert arlandia.report_stolen("P2").number != old.number


@pytest.mark.parametrize("change", [{"owner": "Borovia"}, {"number": "P2"}, {"reason; DROP TABLE log": 1}])
def test_only_what_may_change_changes(world, change):
    record = world.bureau("Arlandia").report_stolen("P1")
    with pytest.raises(UnknownName):
        world.bureau("Arlandia").update(record, **change)


@pytest.mark.parametrize("make", ["document", "person"])
def test_a_hidden_record_is_seen_by_all_but_the_named_country(world, make):
    arlandia = world.bureau("Arlandia")
    if make == "document":
        record = arlandia.report_stolen("P1")
    else:
        record = arlandia.enter_person("Talvor", "Elva", 1980, "Arlandia")
        arlandia.link_document(record, "P1", "Arlandia")
    arlandia.restrict(record, ["Borovia"])
    seen = {country: world.post(country).check("P1", "Arlandia").has_hit for country in ("Borovia", "Caldoria")}
    assert seen == {"Borovia": False, "Caldoria": True}
    assert world.post("Arlandia").check("P1", "Arlandia").has_hit
    arlandia.restrict(record, [])
    assert world.post("Borovia").check("P1", "Arlandia").has_hit


def test_a_hidden_person_is_hidden_from_questions_by_name_too(world):
    arlandia = world.bureau("Arlandia")
    person = arlandia.enter_person("Zyxen", "Elva", 1980, "Borovia")
    arlandia.enter_trace(person, "fingerprints")
    arlandia.restrict(person, ["Borovia"])
    assert world.bureau("Borovia").query_person("Zyxen").hits == ()
    assert len(world.bureau("Caldoria").query_person("Zyxen").hits) == 2


def test_an_owner_is_not_hidden_from_itself(world):
    with pytest.raises(ReadError):
        world.bureau("Arlandia").restrict(world.bureau("Arlandia").report_stolen("P1"), ["Arlandia"])


def test_a_hidden_record_sends_no_message(world):
    arlandia = world.bureau("Arlandia")
    arlandia.restrict(arlandia.report_stolen("P1"), ["Borovia"])
    world.post("Borovia").check("P1", "Arlandia")
    assert len(arlandia.inbox()) == 0


def test_a_post_asks_only_while_its_bureau_lets_it(world):
    arlandia, post = world.bureau("Arlandia"), world.post("Arlandia", "airport")
    arlandia.disconnect(post)
    with pytest.raises(RightsError, match="not connected"):
        post.check("P1", "Borovia")
    assert (world.log()[0].what, world.log()[0].outcome) == ("passport P1 (Borovia)", "refused")
    with pytest.raises(RightsError, match="not connected"):
        post.check_passengers("SYN 1", [])
    arlandia.connect(post)
    assert not post.check("P1", "Borovia").has_hit


def test_a_state_outside_has_no_bureau_and_no_access(world):
    with pytest.raises(RightsError, match="OP13"):
        world.bureau("Isolmark")
    with pytest.raises(RightsError, match="not connected"):
        world.post("Isolmark", "airport").check("P1", "Borovia")
    with pytest.raises(KitError):
        world.bureau("Arlandia").send("Isolmark", "A", "B")


def test_documents_of_a_state_outside_can_be_asked_about(world):
    assert not world.post("Arlandia").check("P1", "Isolmark").has_hit
