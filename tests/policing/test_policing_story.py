"""The model of OP13 and OP14 as a lesson uses it: reports, checks, messages, notices, lists of passengers, the log."""

from __future__ import annotations

import re
import sqlite3

import pytest

from resolutionkit import policing
from resolutionkit.errors import KitError, ReadError, RightsError, UnknownName


@pytest.fixture
def world():
    return policing.World.synthetic(seed=10)


def test_a_stolen_document_is_found_at_the_border_and_its_owner_hears_of_it(world):
    bureau = world.bureau("Borovia")
    bureau.report_stolen("P1234567")
    result = world.post("Arlandia", "airport").check("P1234567", "Borovia")
    assert [(hit.database, hit.owner, hit.reason) for hit in result.hits] == [
        ("stolen_documents", "Borovia", "reported stolen")
    ]
    message = bureau.inbox()[0]
    assert (message.sender, message.kind, message.urgent, (message.number,)) == (
        "Arlandia",
        "hit",
        True,
        result.messages,
    )
    assert "not proof" in message.text


def test_a_check_of_an_unlisted_document_sends_nothing_and_says_what_that_means(world):
    result = world.post("Arlandia", "airport").check("P7654321", "Borovia")
    assert (result.has_hit, result.messages, len(world.bureau("Borovia").inbox())) == (False, (), 0)
    assert "says nothing about the person" in repr(result)


@pytest.mark.parametrize("other", [("P1234567", "Caldoria"), ("P1234567", "Borovia", "visa"), ("P1234568", "Borovia")])
def test_another_country_kind_or_number_is_another_document(world, other):
    world.bureau("Borovia").report_stolen("P1234567")
    assert not world.post("Arlandia", "airport").check(*other).has_hit


def test_one_check_asks_all_three_databases_and_tells_each_owner_once(world):
    world.bureau("Borovia").report_stolen("P1")
    caldoria = world.bureau("Caldoria")
    notice = world.secretariat.publish(caldoria.request_notice("blue", "A document", "Who carries it?"))
    caldoria.enter("notice_documents", number="P1", issued_by="Borovia", kind="passport", notice=notice)
    caldoria.enter("persons_sought", **TALVOR, number="P1", issued_by="Borovia", kind="passport")
    result = world.post("Dravenia", "airport").check("P1", "Borovia")
    assert {hit.database for hit in result.hits} == {"stolen_documents", "notice_documents", "persons_sought"}
    assert len(result.messages) == 2
    assert [message.subject for message in caldoria.inbox() if message.kind == "hit"] == ["Hit: passport P1 (Borovia)"]


def test_a_silent_database_is_named_and_is_not_taken_for_no_hit(world):
    world.bureau("Borovia").report_stolen("P1")
    world.switch_off("SLTD")
    result = world.post("Arlandia", "airport").check("P1", "Borovia")
    assert (result.hits, result.silent) == ((), ("stolen_documents",))
    assert result.in_words() == "no hit; no answer: Stolen and Lost Travel Document Database"
    assert [outcome for _, outcome, _ in result.rows()] == ["silent", "no hit", "no hit"]
    world.switch_on("stolen_documents")
    assert world.post("Arlandia", "airport").check("P1", "Borovia").has_hit


def test_a_query_tells_nobody(world):
    world.bureau("Borovia").report_stolen("P1")
    shown = repr(world.bureau("Arlandia").query_document("P1", "Borovia"))
    assert "not proof" in shown
    assert "Message sent" not in shown


# ---- each database that the resolution names

TALVOR = {"family_name": "Özyx", "given_name": "Elva", "birth_year": 1980, "nationality": "Borovia"}
ENTRIES = {
    "stolen_documents": {"number": "P1", "issued_by": "Arlandia", "kind": "visa", "reason": "lost"},
    "persons_sought": TALVOR,
    "foreign_fighters": {"subject": "A route", "information": "A ferry was changed."},
    "firearms": {"serial": "AB-123", "make": "Novarm", "model": "N1", "reason": "smuggled"},
    "ballistic_network": {"pattern": "77", "calibre": "9 mm", "found_at": "harbour"},
    "criminal_analysis": {"subject": "A route", "information": "A ferry was changed."},
}


@pytest.mark.parametrize(("database", "fields"), ENTRIES.items(), ids=ENTRIES)
def test_what_is_entered_is_found_by_each_of_its_fields_in_any_case(world, database, fields):
    record = world.bureau("Arlandia").enter(database, **fields)
    for name, value in fields.items():
        asked = value.upper() if policing.DATABASES[database].fields[name] == "line" else value
        assert record in world.bureau("Borovia").query(database, **{name: asked}).hits


@pytest.mark.parametrize("database", ["fingerprints", "dna_profiles", "face_recognition"])
def test_a_trace_hangs_on_a_person_and_goes_with_it(world, database):
    arlandia, borovia = world.bureau("Arlandia"), world.bureau("Borovia")
    person = arlandia.enter("persons_sought", **TALVOR)
    arlandia.enter(database, person=person)
    assert borovia.query(database, person=person).has_hit
    arlandia.withdraw(person)
    assert not borovia.query(database, person=person).has_hit


def test_the_reference_table_is_kept_by_the_general_secretariat(world):
    make, model, calibre = world.sql("SELECT make, model, calibre FROM firearms_reference")[0]
    (hit, *_) = world.bureau("Arlandia").query("firearms_reference", make=make, model=model).hits
    assert (hit.owner, hit.fields["calibre"]) == ("General Secretariat", calibre)
    with pytest.raises(RightsError, match="General Secretariat"):
        world.bureau("Arlandia").enter("firearms_reference", make=make, model=model, calibre=calibre)


def test_an_analytical_product_puts_together_what_countries_entered_and_goes_to_them(world):
    for country, information in {"Arlandia": "A ferry was changed.", "Borovia": "Two of four."}.items():
        world.bureau(country).enter("criminal_analysis", subject="Ferries", information=information)
    product = world.secretariat.analyse("criminal_analysis", "Ferries")
    assert (product.addressees, product.text) == (
        ("Arlandia", "Borovia"),
        "- Arlandia: A ferry was changed.\n- Borovia: Two of four.",
    )
    assert [m.kind for m in world.bureau("Borovia").inbox()] == ["analysis"]


# ---- the log


def test_the_log_says_who_when_from_where_what_and_what_came_of_it(world):
    world.bureau("Borovia").report_stolen("P1")
    world.post("Arlandia", "airport").check("P1", "Borovia")
    world.post("Arlandia", "airport").check("P2", "Borovia")
    assert [(r.number, r.at, r.country, r.place, r.action, r.what, r.outcome) for r in world.log()] == [
        (3, "2020-11-23 09:00:03", "Arlandia", "Arlandia/airport", "check", "passport P2 (Borovia)", "no hit"),
        (2, "2020-11-23 09:00:02", "Arlandia", "Arlandia/airport", "check", "passport P1 (Borovia)", "hit"),
        (1, "2020-11-23 09:00:01", "Borovia", "bureau", "enter", "passport P1 (Borovia)", "done"),
    ]


def test_a_bureau_sees_the_rows_of_its_own_country_only(world):
    world.bureau("Borovia").report_stolen("P1")
    world.bureau("Caldoria").query_document("P1", "Borovia")
    assert {row.country for row in world.bureau("Caldoria").log()} == {"Caldoria"}


@pytest.mark.parametrize("sql", ["UPDATE log SET what = 'x'", "DELETE FROM log"])
def test_the_log_cannot_be_changed(world, sql):
    world.bureau("Borovia").report_stolen("P1")
    with pytest.raises(sqlite3.Error, match="the log is never changed"), world._store.step() as step:
        step.execute(sql)
    assert len(world.log()) == 1


def test_a_step_that_fails_leaves_nothing_behind(world):
    before = list(world._store.connection.iterdump())
    with pytest.raises(sqlite3.Error), world._store.step() as step:
        step.execute("UPDATE databases SET in_service = 0; SELECT nothing")
    assert list(world._store.connection.iterdump()) == before


def test_names_of_passengers_are_kept_nowhere(world):
    world.post("Arlandia", "airport").check_passengers("SYN 1", [policing.Passenger("Xenia Zyx", "P1", "Borovia")])
    assert "Zyx" not in "\n".join(world._store.connection.iterdump())


# ---- I-24/7, notices, diffusions


def test_a_message_goes_to_its_addressees(world):
    world.bureau("Arlandia").send(["Borovia", "Caldoria"], "A question", "Is it yours?")
    assert [m.addressees for m in world.bureau("Caldoria").inbox()] == [("Borovia", "Caldoria")]
    assert len(world.bureau("Dravenia").inbox()) == 0


def test_urgent_messages_come_first(world):
    world.bureau("Arlandia").send("Borovia", "first, urgent", "…", urgent=True)
    world.bureau("Arlandia").send("Borovia", "second", "…")
    world.bureau("Arlandia").send("Borovia", "third", "…")
    assert [m.subject for m in world.bureau("Borovia").inbox()] == ["first, urgent", "third", "second"]


def test_a_notice_reaches_all_members_once_the_general_secretariat_publishes_it(world):
    notice = world.bureau("Arlandia").request_notice("yellow", "A missing person", "Please look.")
    assert len(world.bureau("Borovia").inbox()) == 0
    world.secretariat.publish(notice)
    for country in world.members:
        assert [(m.sender, m.colour) for m in world.bureau(country).inbox()] == [("General Secretariat", "yellow")]
    with pytest.raises(ReadError, match="not published yet"):
        world.secretariat.publish(notice)


def test_a_document_cannot_be_linked_to_a_notice_that_is_not_published(world):
    arlandia = world.bureau("Arlandia")
    notice = arlandia.request_notice("blue", "A", "B")
    with pytest.raises(ReadError, match="published"):
        arlandia.enter("notice_documents", number="P1", issued_by="Borovia", kind="passport", notice=notice)


def test_a_diffusion_reaches_the_selected_bureaux_only(world):
    world.bureau("Arlandia").send_diffusion(["Borovia"], "A warning", "…")
    assert [m.kind for m in world.bureau("Borovia").inbox()] == ["diffusion"]
    assert len(world.bureau("Caldoria").inbox()) == 0


# ---- lists of passengers


def test_a_passenger_list_is_checked_whole(world):
    world.bureau("Borovia").report_stolen("P3")
    passengers = [policing.Passenger("A", "P1", "Borovia"), policing.Passenger("C", "P3", "borovia", "Reisepass")]
    checked = world.post("Arlandia", "airport").check_passengers("SYN 101", passengers)
    assert [result.has_hit for result in checked] == [False, True]
    assert checked.caption == "SYN 101: 2 passengers, 1 with a hit"
    assert [row.outcome for row in world.log(2)] == ["hit", "no hit"]


def test_a_passenger_list_with_a_line_that_cannot_be_read_checks_nobody(world):
    passengers = [policing.Passenger("A", "P1", "Borovia"), policing.Passenger("D", "P4", "Atlantis")]
    with pytest.raises(UnknownName, match=r"(?s)Atlantis.*SYN 101, line 2"):
        world.post("Arlandia", "airport").check_passengers("SYN 101", passengers)
    assert len(world.log()) == 0


@pytest.mark.parametrize("bad", [None, 7, "P1", {"document_number": "P1"}, [1], [{"name": "no document"}]], ids=str)
def test_what_is_no_passenger_list_is_refused_whole(world, bad):
    with pytest.raises(ReadError, match="list of passengers"):
        world.post("Arlandia", "airport").check_passengers("SYN 101", bad)
    assert len(world.log()) == 0


# ---- questions in SQL


def test_a_question_in_sql_is_answered(world):
    assert world.sql("SELECT name FROM countries WHERE member = 0").cells == (("Isolmark",),)


@pytest.mark.parametrize(
    "question",
    [
        "DELETE FROM countries", "DROP TABLE countries", "INSERT INTO databases VALUES ('a', 1)", "PRAGMA writable_schema = ON",
        "UPDATE firearms SET owner = 'Arlandia'", "ATTACH 'x.db' AS x", "SELECT 1; SELECT 2", "SELEC", "SELECT * FROM nowhere",
        "", None, 7, "SELECT ?", "SELECT '\ud800'", "VACUUM INTO 'x.db'", "BEGIN",
    ],
)  # fmt: skip
def test_sql_that_does_more_than_read_is_refused_with_one_error(world, question):
    before = world.sql("SELECT count(*) FROM countries").cells
    with pytest.raises(ReadError):
        world.sql(question)
    assert world.sql("SELECT count(*) FROM countries").cells == before
    assert world.bureau("Arlandia").report_stolen("P1").owner == "Arlandia"


def test_the_schema_can_be_run_as_it_stands():
    connection = sqlite3.connect(":memory:")
    connection.create_collation("any_case", lambda one, other: 0)
    connection.executescript(policing.schema())
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {*policing.DATABASES, "log", "messages", "restrictions"} <= tables


# ---- what does not fit

UNKNOWN = [
    (lambda w: w.bureau("Borowia"), "Borovia"),
    (lambda w: w.post("Arlandia", "airfield"), "airport"),
    (lambda w: w.post("Arlandia").check("P1", "Bolivia"), "Borovia"),
    (lambda w: w.post("Arlandia").check("P1", "Borovia", "pasport"), "passport"),
    (lambda w: w.bureau("Arlandia").send("Boravia", "A", "B"), "Borovia"),
    (lambda w: w.bureau("Arlandia").request_notice("pink", "A", "B"), "red"),
    (lambda w: w.bureau("Arlandia").enter("firearms", **ENTRIES["firearms"] | {"reason": "broken"}), "smuggled"),
    (lambda w: w.bureau("Arlandia").query("firearms", number="A1"), "serial"),
    (lambda w: w.switch_off("firearm"), "firearms"),
    (lambda w: w.bureau("x" * 10_000), "Arlandia"),
]


@pytest.mark.parametrize(("use", "hint"), UNKNOWN, ids=[hint + str(i) for i, (_, hint) in enumerate(UNKNOWN)])
def test_an_unknown_name_is_answered_with_what_there_is(world, use, hint):
    with pytest.raises(UnknownName) as caught:
        use(world)
    assert hint in caught.value.advice
    assert len(str(caught.value)) < 600


@pytest.mark.parametrize("wrong", [None, 7, b"Arlandia", ["Arlandia"], 1.5, object()], ids=lambda w: type(w).__name__)
@pytest.mark.parametrize(
    "use",
    [
        lambda w, x: w.bureau(x),
        lambda w, x: w.post(x, "airport"),
        lambda w, x: w.post("Arlandia", x),
        lambda w, x: w.post("Arlandia").check(x, "Borovia"),
        lambda w, x: w.post("Arlandia").check("P1", x),
        lambda w, x: w.post("Arlandia").check("P1", "Borovia", x),
        lambda w, x: w.bureau("Arlandia").report_stolen(x),
        lambda w, x: w.bureau("Arlandia").withdraw(x),
        lambda w, x: w.bureau("Arlandia").send(x, x, "B"),
        lambda w, x: w.bureau("Arlandia").send("Borovia", x, "B"),
        lambda w, x: w.bureau("Arlandia").enter(x),
        lambda w, x: w.bureau("Arlandia").enter("fingerprints", person=x),
        lambda w, x: w.bureau("Arlandia").query("persons_sought", family_name=x),
        lambda w, x: w.secretariat.publish(x),
        lambda w, x: w.secretariat.analyse("criminal_analysis", x),
    ],
)
def test_a_value_of_the_wrong_type_is_answered_with_one_kit_error(world, use, wrong):
    with pytest.raises(KitError):
        use(world, wrong)


REFUSED = {
    "a message to nobody": (lambda w: w.bureau("Arlandia").send([], "A", "B"), "At least one addressee"),
    "a subject without end": (lambda w: w.bureau("Arlandia").send("Borovia", "A" * 5000, "B"), "5,000 characters"),
    "a trace of a document": (
        lambda w: w.bureau("Arlandia").enter("fingerprints", person=w.bureau("Borovia").report_stolen("P1")),
        "A person sought",
    ),
    "half a firearm": (lambda w: w.bureau("Arlandia").enter("firearms", serial="A1"), "nothing for make, model, reason"),
    "a query for nothing": (lambda w: w.bureau("Arlandia").query("firearms"), "The fields of"),
    "an analysis of passports": (lambda w: w.secretariat.analyse("stolen_documents", "A"), "A database for criminal analysis"),
    "an analysis of nothing": (lambda w: w.secretariat.analyse("criminal_analysis", "The moon"), "A subject on which"),
}  # fmt: skip


@pytest.mark.parametrize(("act", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_refused_in_words(world, act, said):
    with pytest.raises(ReadError, match=re.escape(said)):
        act(world)
