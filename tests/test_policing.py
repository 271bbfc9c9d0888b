"""The model of OP13 and OP14 as a lesson uses it: what it shows, what it says, what it cites."""

from __future__ import annotations

import re

import pytest

from resolutionkit import policing
from resolutionkit.document.reading import parse
from resolutionkit.errors import KitError, ReadError, RightsError, UnknownName
from resolutionkit.files import data_file
from resolutionkit.language import set_language


@pytest.fixture
def world():
    with policing.World.synthetic(seed=10) as made:
        yield made


@pytest.fixture
def german():
    set_language("de")
    yield
    set_language("en")


@pytest.fixture(scope="module")
def resolution():
    return parse(data_file("a-res-75-10.de.txt").read_text(encoding="utf-8"))


# ---- one story, from the report to the answer -------------------------------------------------


def test_a_stolen_document_is_found_at_the_border_and_its_owner_hears_of_it(world):
    bureau = world.bureau("Borovia")
    bureau.report_stolen("P1234567")

    result = world.post("Arlandia", "airport").check("P1234567", "Borovia")

    assert [(hit.database, hit.owner, hit.reason) for hit in result.hits] == [
        ("stolen_documents", "Borovia", "reported stolen")
    ]
    message = bureau.inbox()[0]
    assert (message.sender, message.kind, message.urgent, message.log) == ("Arlandia", "hit", True, result.log)
    assert "not proof" in message.text


def test_a_check_of_an_unlisted_document_sends_nothing_and_says_what_that_means(world):
    result = world.post("Arlandia", "airport").check("P7654321", "Borovia")
    assert (result.has_hit, result.messages, world.bureau("Borovia").inbox().cells) == (False, (), ())
    assert "says nothing about the person" in repr(result)


def test_the_same_number_of_another_country_is_another_document(world):
    world.bureau("Borovia").report_stolen("P1234567")
    assert not world.post("Arlandia", "airport").check("P1234567", "Caldoria").has_hit


@pytest.mark.parametrize("kind", ["identity_card", "visa"])
def test_the_same_number_on_another_kind_of_document_is_another_document(world, kind):
    world.bureau("Borovia").report_stolen("P1234567")
    assert not world.post("Arlandia", "airport").check("P1234567", "Borovia", kind=kind).has_hit


def test_one_check_asks_all_three_databases_and_tells_each_owner_once(world):
    world.bureau("Borovia").report_stolen("P1")
    caldoria = world.bureau("Caldoria")
    notice = world.secretariat.publish(caldoria.request_notice("blue", "A document", "Who carries it?"))
    caldoria.link_document(notice, "P1", "Borovia")
    person = caldoria.enter_person("Talvor", "Elva", 1980, "Borovia")
    caldoria.link_document(person, "P1", "Borovia")

    result = world.post("Dravenia", "airport").check("P1", "Borovia")

    assert {hit.database for hit in result.hits} == {"stolen_documents", "notice_documents", "persons_sought"}
    assert len(result.messages) == 2
    assert [message.subject for message in caldoria.inbox() if message.kind == "hit"] == ["Hit: passport P1 (Borovia)"]


def test_a_silent_database_is_named_and_is_not_taken_for_no_hit(world):
    world.bureau("Borovia").report_stolen("P1")
    world.switch_off("stolen_documents")
    result = world.post("Arlandia", "airport").check("P1", "Borovia")
    assert (result.hits, result.silent) == ((), ("stolen_documents",))
    assert result.in_words() == "no hit; no answer: Stolen and lost travel documents"
    world.switch_on("stolen_documents")
    assert world.post("Arlandia", "airport").check("P1", "Borovia").has_hit


# ---- the log ---------------------------------------------------------------------------------


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
    with pytest.raises(ReadError, match="the log is never changed"), world._store.transaction() as step:
        step.execute(sql)
    assert len(world.log()) == 1


def test_names_of_passengers_are_kept_nowhere(world):
    passengers = [policing.Passenger("Xenia Zyx", "P1", "Borovia")]
    world.post("Arlandia", "airport").check_passengers("SYN 1", passengers)
    with world._store.exclusive() as connection:
        assert "Zyx" not in "\n".join(connection.iterdump())


# ---- I-24/7 ----------------------------------------------------------------------------------


def test_a_message_goes_to_its_addressees_and_is_marked_when_read(world):
    sent = world.bureau("Arlandia").send(["Borovia", "Caldoria"], "A question", "Is it yours?", urgent=True)
    borovia = world.bureau("Borovia")
    assert [(m.number, m.urgent, m.read) for m in borovia.inbox(unread=True)] == [(sent.number, True, None)]
    assert borovia.read(sent).text == "Is it yours?"
    assert len(borovia.inbox(unread=True)) == 0
    assert len(world.bureau("Caldoria").inbox(unread=True)) == 1
    assert [m.addressees for m in world.bureau("Arlandia").sent()] == [("Borovia", "Caldoria")]


def test_urgent_unread_messages_come_first(world):
    arlandia, borovia = world.bureau("Arlandia"), world.bureau("Borovia")
    arlandia.send("Borovia", "first, urgent", "…", urgent=True)
    arlandia.send("Borovia", "second", "…")
    assert [m.subject for m in borovia.inbox()] == ["first, urgent", "second"]
    borovia.read(borovia.inbox()[0])
    assert [m.subject for m in borovia.inbox()] == ["second", "first, urgent"]


def test_the_time_of_the_first_reading_is_kept(world):
    message = world.bureau("Arlandia").send("Borovia", "A", "B")
    first = world.bureau("Borovia").read(message).read
    world.post("Arlandia").check("P1", "Borovia")
    assert first is not None
    assert world.bureau("Borovia").read(message).read == first


def test_sending_to_oneself_is_not_reading(world):
    world.bureau("Arlandia").send("Arlandia", "A note", "to self")
    assert len(world.bureau("Arlandia").inbox(unread=True)) == 1


def test_nobody_reads_a_message_between_others(world):
    message = world.bureau("Arlandia").send("Borovia", "A question", "Is it yours?")
    with pytest.raises(RightsError):
        world.bureau("Caldoria").read(message)
    assert (world.log()[0].country, world.log()[0].outcome) == ("Caldoria", "refused")


# ---- notices and diffusions ------------------------------------------------------------------


def test_a_notice_reaches_all_members_once_the_general_secretariat_publishes_it(world):
    notice = world.bureau("Arlandia").request_notice("yellow", "A missing person", "Please look.")
    assert [m.subject for m in world.secretariat.inbox()] == ["A missing person"]
    assert len(world.bureau("Borovia").inbox()) == 0
    world.secretariat.publish(notice)
    for country in world.members:
        assert [(m.sender, m.colour) for m in world.bureau(country).inbox()] == [("General Secretariat", "yellow")]


def test_a_notice_is_published_once(world):
    notice = world.secretariat.publish(world.bureau("Arlandia").request_notice("red", "A", "B"))
    with pytest.raises(ReadError):
        world.secretariat.publish(notice)


def test_a_withdrawn_notice_takes_its_documents_along(world):
    arlandia = world.bureau("Arlandia")
    notice = world.secretariat.publish(arlandia.request_notice("blue", "A", "B"))
    arlandia.link_document(notice, "P1", "Borovia")
    assert world.post("Caldoria", "airport").check("P1", "Borovia").has_hit
    assert arlandia.withdraw_notice(notice).state == "withdrawn"
    assert not world.post("Caldoria", "airport").check("P1", "Borovia").has_hit


def test_a_document_cannot_be_linked_to_a_notice_that_waits(world):
    arlandia = world.bureau("Arlandia")
    with pytest.raises(ReadError, match="published"):
        arlandia.link_document(arlandia.request_notice("blue", "A", "B"), "P1", "Borovia")


def test_a_bureau_does_not_see_what_others_have_only_requested(world):
    world.bureau("Arlandia").request_notice("green", "Not yet", "…")
    assert "Not yet" in repr(world.bureau("Arlandia").notices())
    assert "Not yet" not in repr(world.bureau("Borovia").notices())


def test_a_diffusion_reaches_the_chosen_bureaux_only(world):
    world.bureau("Arlandia").send_diffusion(["Borovia"], "A warning", "…", colour="orange")
    assert [(m.kind, m.colour) for m in world.bureau("Borovia").inbox()] == [("diffusion", "orange")]
    assert len(world.bureau("Caldoria").inbox()) == 0


# ---- passenger lists --------------------------------------------------------------------------


def test_a_passenger_list_is_checked_whole_and_a_bad_line_stops_nobody(world):
    world.bureau("Borovia").report_lost("P3")
    passengers = [
        policing.Passenger("A", "P1", "Borovia"),
        {"name": "B", "document_number": "'; DROP TABLE log; --", "issuing_country": "Borovia"},
        {"document_number": "P3", "issuing_country": "borovia", "kind": "Reisepass"},
        {"document_number": "P4", "issuing_country": "Atlantis"},
    ]
    checked = world.post("Arlandia", "airport").check_passengers("SYN 101", passengers)
    assert [(c.line, c.result.has_hit, bool(c.result.problem)) for c in checked] == [
        (1, False, False), (2, False, True), (3, True, False), (4, False, True)
    ]  # fmt: skip
    assert checked.caption == "SYN 101: 4 passengers, 1 with a hit, 2 unreadable"
    assert [row.outcome for row in world.log(4)] == ["unreadable", "hit", "unreadable", "no hit"]


def test_a_data_frame_is_a_passenger_list_too(world):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(world.passengers(5))
    assert len(world.post("Arlandia", "airport").check_passengers("SYN 101", frame)) == 5


@pytest.mark.parametrize(
    "bad",
    [None, 7, "P1", {"document_number": "P1"}, [1], [{"name": "no document"}],
     [policing.Passenger("A", "P1", "Borovia")] * 2001],
    ids=["nothing", "number", "text", "one dictionary", "list of numbers", "missing fields", "too long"],
)  # fmt: skip
def test_what_is_no_passenger_list_is_refused_whole(world, bad):
    with pytest.raises(ReadError, match="list of passengers"):
        world.post("Arlandia", "airport").check_passengers("SYN 101", bad)
    assert len(world.log()) == 0


# ---- persons and firearms ---------------------------------------------------------------------


def test_a_person_is_found_by_family_name_with_the_traces_that_exist(world):
    arlandia = world.bureau("Arlandia")
    person = arlandia.enter_person("Özyx", "Elva", 1980, "Borovia")
    arlandia.enter_trace(person, "dna_profiles")
    result = world.bureau("Borovia").query_person("özyx")
    assert [(hit.database, hit.owner) for hit in result.hits] == [
        ("persons_sought", "Arlandia"), ("dna_profiles", "Arlandia")
    ]  # fmt: skip


def test_a_withdrawn_person_leaves_neither_documents_nor_traces(world):
    arlandia = world.bureau("Arlandia")
    person = arlandia.enter_person("Özyx", "Elva", 1980, "Borovia")
    arlandia.enter_trace(person, "fingerprints")
    arlandia.link_document(person, "P1", "Borovia")
    arlandia.withdraw(person)
    assert not world.bureau("Borovia").query_person("Özyx").has_hit
    assert not world.post("Borovia", "airport").check("P1", "Borovia").has_hit
    assert world.problems() == []


def test_a_firearm_is_traced_by_serial_and_make(world):
    world.bureau("Arlandia").enter_firearm("AB-123", "Novarm", reason="smuggled")
    assert [hit.reason for hit in world.bureau("Borovia").query_firearm("ab123", "novarm").hits] == [
        "reported smuggled"
    ]


# ---- what it shows ----------------------------------------------------------------------------

SHOWN = {
    "world": lambda w: repr(w),
    "check": lambda w: repr(w.post("Arlandia").check("P1", "Borovia")),
    "check in a notebook": lambda w: w.post("Arlandia").check("P1", "Borovia")._repr_html_(),
    "passengers": lambda w: repr(w.post("Arlandia").check_passengers("SYN 1", w.passengers(3))),
    "log": lambda w: repr(w.log()),
    "posts": lambda w: repr(w.posts()),
    "databases": lambda w: repr(w.databases()),
    "notices": lambda w: repr(w.notices()),
    "inbox": lambda w: repr(w.bureau("Arlandia").inbox()),
    "message": lambda w: repr(w.bureau("Arlandia").send("Borovia", "A", "B")),
    "sql": lambda w: repr(w.sql("SELECT * FROM countries")),
    "notes": lambda w: repr(policing.what_is_modelled()),
}


@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN)
def test_everything_shown_says_that_the_data_are_synthetic(world, show):
    assert "SYNTHETIC" in show(world)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN)
def test_everything_shown_says_so_in_german_too(world, show):
    assert "SYNTHETISCH" in show(world)


@pytest.mark.usefixtures("german")
def test_the_general_secretariat_has_a_german_name(world):
    world.secretariat.publish(world.bureau("Arlandia").request_notice("rot", "A", "B"))
    inbox = world.bureau("Borovia").inbox()
    assert "Generalsekretariat" in repr(inbox)
    assert "Von: Generalsekretariat" in repr(inbox[0])
    assert "Generalsekretariat" in repr(world.log())


@pytest.mark.usefixtures("german")
def test_a_check_speaks_german(world):
    world.bureau("Borovia").report_stolen("P1")
    shown = repr(world.post("Arlandia", "Flughafen").check("P1", "Borovia", "Reisepass"))
    for words in ("Arlandia, Flughafen", "Treffer: Borovia, als gestohlen gemeldet", "kein Beweis"):
        assert words in shown


def test_no_verdict_on_a_person_is_ever_spoken(world):
    world.bureau("Borovia").report_stolen("P1")
    shown = repr(world.post("Arlandia").check("P1", "Borovia")).lower()
    assert "a hit is a reason to ask, not proof" in shown
    assert not any(word in shown for word in ("criminal", "suspect", "arrest", "guilty", "terrorist"))


def test_what_people_typed_is_escaped_in_a_notebook(world):
    world.bureau("Arlandia").send("Borovia", "<script>alert(1)</script>", "…")
    shown = world.bureau("Borovia").inbox()._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_a_long_cell_is_wrapped_and_not_cut():
    shown = repr(policing.what_is_modelled())
    assert all(word in shown for note in policing.MODEL_NOTES for word in note.remark_en.split())


def test_a_table_becomes_a_data_frame(world):
    pytest.importorskip("pandas")
    world.bureau("Borovia").report_stolen("P1")
    frame = world.log().to_frame()
    assert list(frame["outcome"]) == ["done"]


# ---- questions in SQL --------------------------------------------------------------------------


def test_a_question_in_sql_is_answered(world):
    assert world.sql("SELECT name FROM countries WHERE member = ?", (0,)).cells == (("Isolmark",),)


@pytest.mark.parametrize(
    "question",
    [
        "DELETE FROM countries", "DROP TABLE countries", "INSERT INTO about VALUES ('a', 'b')",
        "UPDATE synthetic_documents SET owner = 'Arlandia'", "PRAGMA writable_schema = ON", "ATTACH 'x.db' AS x",
        "SELECT 1; SELECT 2", "SELEC", "SELECT * FROM nowhere", "", "   ", None, 7, "SELECT ?", "SELECT '\ud800'",
        "SELECT load_extension('x')", "SELECT zeroblob(100000000)", "VACUUM INTO 'x.db'", "BEGIN",
    ],
)  # fmt: skip
def test_sql_that_does_more_than_read_is_refused_with_one_error(world, question):
    before = world.sql("SELECT count(*) FROM countries").cells
    with pytest.raises(ReadError):
        world.sql(question)
    assert world.sql("SELECT count(*) FROM countries").cells == before
    assert world.bureau("Arlandia").report_stolen("P1").owner == "Arlandia"


def test_the_border_check_uses_the_index_and_never_scans(world):
    plan = world.sql(
        "EXPLAIN QUERY PLAN SELECT * FROM synthetic_documents WHERE number = 'A' AND issued_by = 'B' AND kind = 'C'"
    )
    assert "SEARCH synthetic_documents USING INDEX documents_by_number" in plan[0][3]


def test_the_schema_can_be_read_in_class_and_run_as_it_stands():
    import sqlite3

    connection = sqlite3.connect(":memory:")
    connection.executescript(policing.schema())
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'").fetchone()[0] > 10
    connection.close()


# ---- what it cites -----------------------------------------------------------------------------


@pytest.mark.parametrize("note", [n for n in policing.MODEL_NOTES if n.quote], ids=lambda n: n.feature_en)
def test_each_quote_of_the_notes_stands_in_its_paragraph(resolution, note):
    assert note.quote in resolution[note.paragraph].text


@pytest.mark.parametrize("database", policing.DATABASES.values(), ids=lambda d: d.name)
def test_each_database_is_named_in_each_of_its_paragraphs(resolution, database):
    assert [label for label in database.paragraphs if database.quote not in resolution[label].text] == []


@pytest.mark.parametrize("note", policing.MODEL_NOTES, ids=lambda n: n.feature_en)
def test_a_note_cites_a_paragraph_or_says_that_it_is_ours(note):
    if note.basis in ("text", "simplified", "left out"):
        assert note.paragraph
        assert note.quote
    else:
        assert not note.paragraph
        assert note.remark_en
    if note.basis == "beyond":
        assert "public page" in note.remark_en
    assert bool(note.remark_en) == bool(note.remark_de)


def test_all_of_op13_and_op14_is_in_the_notes():
    cited = {note.paragraph for note in policing.MODEL_NOTES}
    assert {"OP13", *(f"OP13({letter})" for letter in "abcde"), "OP14", "PP6", "PP9"} <= cited


# ---- names that do not exist -------------------------------------------------------------------

UNKNOWN = [
    (lambda w: w.bureau("Borowia"), "Borovia"),
    (lambda w: w.post("Arlandia", "airfield"), "airport"),
    (lambda w: w.post("Arlandia").check("P1", "Bolivia"), "Borovia"),
    (lambda w: w.post("Arlandia").check("P1", "Borovia", "pasport"), "passport"),
    (lambda w: w.bureau("Arlandia").send("Boravia", "A", "B"), "Borovia"),
    (lambda w: w.bureau("Arlandia").request_notice("pink", "A", "B"), "red"),
    (lambda w: w.bureau("Arlandia").enter_firearm("A1", "Novarm", "broken"), "smuggled"),
    (lambda w: w.switch_off("firearm"), "firearms"),
    (lambda w: w.bureau("Arlandia").read(999), "inbox"),
    (lambda w: w.secretariat.publish(999), "notices"),
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
        lambda w, x: w.bureau("Arlandia").connect(x),
        lambda w, x: w.bureau("Arlandia").send(x, x, "B"),
        lambda w, x: w.bureau("Arlandia").send("Borovia", x, "B"),
        lambda w, x: w.bureau("Arlandia").query_person(x),
        lambda w, x: w.bureau("Arlandia").enter_person("A", "B", x if not isinstance(x, int) else 3000, "Borovia"),
        lambda w, x: w.bureau("Arlandia").link_document(x, "P1", "Borovia"),
    ],
)
def test_a_value_of_the_wrong_type_is_answered_with_one_kit_error(world, use, wrong):
    with pytest.raises(KitError):
        use(world, wrong)


# ---- what else is refused, and what answers say beside their hits


REFUSED = {
    "a message to nobody": (lambda w: w.bureau("Arlandia").send([], "A", "B"), ReadError, "At least one addressee"),
    "a subject without end": (lambda w: w.bureau("Arlandia").send("Borovia", "A" * 5000, "B"), ReadError, "5,000 characters"),
    "a trace of a document": (
        lambda w: w.bureau("Arlandia").enter_trace(w.bureau("Arlandia").report_stolen("P1"), "fingerprints"),
        ReadError,
        "A person sought",
    ),
    "a post that a teacher took out of the file": (lambda w: _closed(w).post("Arlandia", "customs"), UnknownName, "world.posts()"),
    "a world of another process": (lambda w: _elsewhere(w.log), ReadError, "another process"),
    "a file that may only be read": (lambda w: _only_read(w, w.bureau("Arlandia").report_stolen), RightsError, "no right"),
}  # fmt: skip


def _closed(world):
    with world._store.exclusive() as connection:
        connection.execute("DELETE FROM posts WHERE kind = 'customs'")
    return world


def _elsewhere(act):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("os.getpid", lambda: -1)
        act()


def _only_read(world, act):
    with world._store.exclusive() as connection:
        connection.execute("PRAGMA query_only = ON")
    act("P1")


@pytest.mark.parametrize(("act", "kind", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_refused_in_words(world, act, kind, said):
    with pytest.raises(kind, match=re.escape(said)):
        act(world)


def test_a_query_that_tells_nobody_says_no_more_than_that_a_hit_is_no_verdict(world):
    world.bureau("Borovia").report_stolen("P1")
    shown = repr(world.bureau("Arlandia").query_document("P1", "Borovia"))
    assert "not proof" in shown
    assert "Message sent" not in shown


def test_traces_are_told_of_the_databases_that_answer(world):
    caldoria = world.bureau("Caldoria")
    person = caldoria.enter_person("Talvor", "Elva", 1980, "Borovia")
    for database in ("fingerprints", "dna_profiles"):
        caldoria.enter_trace(person, database)
    world.switch_off("dna_profiles")
    found = world.bureau("Arlandia").query_person("Talvor")
    assert [hit.database for hit in found.hits] == ["persons_sought", "fingerprints"]
    assert found.silent == ("dna_profiles",)


def test_a_line_that_could_not_be_read_says_so_below_its_own_table_too(world):
    (checked,) = world.post("Arlandia", "airport").check_passengers("SYN 1", [policing.Passenger("A", "", "Borovia")])
    assert "could not be read" in repr(checked.result)


def test_a_creation_that_fails_in_memory_is_told_as_it_is(monkeypatch):
    monkeypatch.setattr("resolutionkit.policing.synthetic.fill", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        policing.World.synthetic(seed=1)


def test_a_post_says_whether_it_is_connected_and_what_it_is(world):
    post = world.post("Arlandia", "airport")
    world.bureau("Arlandia").disconnect(post)
    assert not post.connected
    world.bureau("Arlandia").connect(post)
    assert post.connected
    assert post.in_words().startswith("Arlandia")


def test_two_tables_with_the_same_cells_are_the_same(world):
    assert world.databases() == world.databases()
    assert world.databases() != world.posts()
    assert "CREATE TABLE" in world.schema()
