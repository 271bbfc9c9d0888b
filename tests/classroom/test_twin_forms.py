"""The test before and after: every key is right, the forms are twins, and what is handed in is kept once."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

import resolutionkit as rk
from resolutionkit import networks
from resolutionkit.classroom.answers import Misread
from resolutionkit.classroom.twin_forms import FORMS, Form, goals, handed, items, letters, on_paper, scores
from resolutionkit.document.bundled import load
from resolutionkit.drafting.negotiation import amend, read_amendments, starting_draft
from resolutionkit.drafting.review import review
from resolutionkit.errors import UnknownName
from resolutionkit.files import read_toml, work_path
from resolutionkit.language import Text, talking
from resolutionkit.policing import World
from resolutionkit.tables import opener_counts, relations

RES = load()
RAW = read_toml("twin_forms.toml")
ITEMS = {item.question.id: item for form in FORMS for item in items(form)}
each = pytest.mark.parametrize("name", ITEMS)


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))
    return tmp_path


def key(form, plan=""):
    return "".join(item.letter for item in items(form, plan))


def wrong(form, plan=""):
    return key(form, plan).translate(str.maketrans("abcd", "bcda"))


# --- The items ------------------------------------------------------------------------------------------------------


@each
def test_answered_right_wrong_and_blank(name):
    item = ITEMS[name]
    verdicts = [item.question.check(letter).right for letter in "abcd"]
    assert [letter for letter, right in zip("abcd", verdicts, strict=True) if right] == [item.letter]
    assert item.question.check("").status == "not attempted"


@each
@pytest.mark.parametrize("language", ["en", "de"])
def test_an_item_is_whole_in_both_languages(name, language):
    item = ITEMS[name]
    texts = [item.question.ask, item.because, *(option.says for option in item.question.options)]
    said = [text.into(language) for text in texts]
    assert not [text for text in said if not text or "{" in text]
    assert len(set(said[2:])) == 4
    if language == "de":
        assert not [
            t
            for t, option in zip(said[2:], item.question.options, strict=True)
            if t == option.says.en and not re.fullmatch(r"[PO]P\d+|1 .*", t)
        ]


def test_two_items_check_each_goal_in_each_form():
    for form in FORMS:
        assert Counter(item.goal for item in items(form)) == dict.fromkeys(goals(), 2)


def test_the_forms_are_twins_at_another_place():
    for a, b in zip(items("A"), items("B"), strict=True):
        assert a.goal == b.goal
        assert str(a.question) != str(b.question)
        longest = [max(len(str(o.says)) for o in one.question.options) for one in (a, b)]
        assert max(longest) < 1.5 * min(longest), a.question.id


def test_each_letter_is_right_equally_often():
    for form in FORMS:
        assert Counter(key(form)) == dict.fromkeys("abcd", 5)


def test_the_right_option_is_not_betrayed_by_its_length():
    longest = [max(i.question.options, key=lambda o: len(o.says.en)).right for i in ITEMS.values()]
    assert sum(longest) <= len(ITEMS) / 2


# --- The keys, read again from the data -----------------------------------------------------------------------------


def right(name):
    return next(option.says for option in ITEMS[name].question.options if option.right)


def rest(name):
    return [option.says for option in ITEMS[name].question.options if not option.right]


SPEAKS_OF = {
    "Computerkriminalität": "cybercrime",
    "Kleinwaffen": "illegal trade in small arms",
    "Terrorismus": "terrorism",
    "Zentralbüros": "INTERPOL’s national bureaux",
}


@pytest.mark.parametrize("form", FORMS)
def test_locate_1(form):
    label, n = RAW["locate-1"][form]["label"], RAW["locate-1"][form]["n"]
    about = [said for word, said in SPEAKS_OF.items() if word in RES[label].text]
    assert about == [right(f"locate-1-{form}").en]
    assert str(RES[label].number) == n
    assert about[0] not in [said for word, said in SPEAKS_OF.items() if word in RES[f"PP{n}"].text]


@pytest.mark.parametrize("form", FORMS)
def test_locate_2(form):
    entry = RAW["locate-2"][form]
    starts = [p for p in RES.paragraphs if p.text.startswith(entry["quote"])]
    assert [(p.label, p.text[-1]) for p in starts] == [(entry["label"], ";")]
    assert starts[0] in RES.operative
    assert "operative" in right(f"locate-2-{form}").en
    assert [p for p in RES.preamble if p.text.startswith(entry["reason"]["de"])], "a reason really begins this way"


@pytest.mark.parametrize("form", FORMS)
def test_words_1(form):
    entry = RAW["words-1"][form]
    counts = opener_counts("en", "operative").set_index("opener")["paragraphs"]
    assert (str(counts[entry["x"]]), str(counts[entry["y"]])) == (entry["n"], entry["m"])
    assert counts[entry["x"]] > counts[entry["y"]]
    assert "more often" in right(f"words-1-{form}").en


@pytest.mark.parametrize("form", FORMS)
def test_words_2(form):
    entry = RAW["words-2"][form]
    found = [p.label for p in RES.operative if re.match(rf"{entry['x']}\b", p.text)]
    assert (str(len(found)), len(RES.operative)) == (entry["n"], 16)
    assert right(f"words-2-{form}").en.startswith(entry["n"])


CHARTER = {
    "Charter of the United Nations, Article 10": Text(
        "The General Assembly may discuss any questions or any matters within the scope of the present Charter or relating "
        "to the powers and functions of any organs provided for in the present Charter, and, except as provided in Article "
        "12, may make recommendations to the Members of the United Nations or to the Security Council or to both on any "
        "such questions or matters.",
        "Die Generalversammlung kann alle Fragen und Angelegenheiten erörtern, die in den Rahmen dieser Charta fallen oder "
        "Befugnisse und Aufgaben eines in dieser Charta vorgesehenen Organs betreffen; vorbehaltlich des Artikels 12 kann "
        "sie zu diesen Fragen und Angelegenheiten Empfehlungen an die Mitglieder der Vereinten Nationen oder den "
        "Sicherheitsrat oder an beide richten.",
    ),
    "Charter of the United Nations, Article 18, paragraph 3": Text(
        "Decisions on other questions, including the determination of additional categories of questions to be decided by a "
        "two-thirds majority, shall be made by a majority of the members present and voting.",
        "Beschlüsse über andere Fragen, einschließlich der Bestimmung weiterer Gruppen von Fragen, über die mit "
        "Zweidrittelmehrheit zu beschließen ist, bedürfen der Mehrheit der anwesenden und abstimmenden Mitglieder.",
    ),
}
RESTS = [(name, at, quote) for name, item in ITEMS.items() for at, quote in item.rests if "network" not in at.en]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("name", "at", "quote"), RESTS, ids=[f"{name} {at.en}" for name, at, _quote in RESTS])
def test_the_words_on_which_a_key_rests_stand_where_it_says(name, at, quote, language):
    if at.en in CHARTER:
        text = CHARTER[at.en].into(language)
    elif at.en.startswith("draft "):
        text = starting_draft(language)[at.en.removeprefix("draft ")].text
    else:
        text = RES[at.en].text
    assert quote.into(language) in text


def test_every_key_rests_on_words_or_on_a_table():
    """Those without ``rests`` are computed by a test of their own below."""
    by_a_test = {"locate-1", "locate-2", "words-1", "words-2", "line-1", "line-2"}
    by_a_test |= {"amend-1", "amend-2", "clash-1", "asked-1", "asked-2"}
    assert {name for name, entry in RAW.items() if "rests" not in entry} == by_a_test


@pytest.mark.parametrize("form", FORMS)
def test_recommendation_1_asks_and_does_not_oblige(form):
    entry = RAW["recommendation-1"][form]
    text = RES[entry["label"]].text
    assert "Datenbank" in text
    assert entry["x"]["de"].split()[1] in text
    assert "recommendation" in right(f"recommendation-1-{form}").en


@pytest.mark.parametrize("form", FORMS)
def test_choice_1_something_stands_out_that_equal_looks_would_hide(form):
    """A: one line stands in more paragraphs than every other; B: one actor has more lines."""
    if form == "A":
        lines = networks.co_mentions().edges(data="evidence")
        sizes = {" – ".join(sorted(line[:2])): len(line[2]) for line in lines}
        found = {"UN–INTERPOL 27": "interpol – un"}
    else:
        sizes, found = dict(networks.cooperation().degree()), {"INTERPOL 32": "interpol"}
    said = RAW["choice-1"][form]["found"]
    first, second = sorted(sizes.values(), reverse=True)[:2]
    assert first > second
    assert sizes[found[said]] == first == int(said.split()[-1])
    assert "at a glance" in right(f"choice-1-{form}").en


def test_choice_2_a_looser_rule_finds_more_and_wrong_ones_too():
    """The teaching model takes exact numbers only; with a rule that lets one digit differ, somebody else's passport is a hit."""
    bureau = World.synthetic(seed=10).bureau("Borovia")
    bureau.report_stolen("P1234567")
    assert bureau.query_document("P1234567", "Borovia").has_hit
    assert not bureau.query_document("P1234568", "Borovia").has_hit
    assert {right(f"choice-2-{form}").en for form in FORMS} == {"more hits, and wrong ones among them"}


def test_hit_1_and_2_follow_from_who_has_entered_what():
    """A database answers by what was entered, whoever holds the document: before, no hit; then a hit for everybody."""
    world = World.synthetic(seed=10)
    post = world.post("Arlandia", "airport")
    assert not post.check("P1234567", "Borovia").has_hit
    world.bureau("Borovia").report_stolen("P1234567")
    assert post.check("P1234567", "Borovia").has_hit
    for form in FORMS:
        assert "No entry that fits" in right(f"hit-1-{form}").en
        assert "people now have to check" in right(f"hit-2-{form}").en


@pytest.mark.parametrize("form", FORMS)
def test_clash_2_names_something_given_for_something_asked(form):
    entry = RAW["clash-2"][form]
    assert entry["label"] != entry["paid"], "what is asked and what is given stand in two paragraphs"
    assert right(f"clash-2-{form}").en == "to pay for what one asks"


@pytest.mark.parametrize(("name", "words"), [("adopt-1", "No delegation objected"), ("adopt-2", "they vote")])
@pytest.mark.parametrize("form", FORMS)
def test_adopt_follows_from_how_the_assembly_decides(form, name, words):
    """Article 18: who votes is counted, and a majority decides. Without a vote nobody is counted; one objection is no veto."""
    assert words in right(f"{name}-{form}").en
    assert any("veto" in said.en or "in favour" in said.en for said in rest(f"{name}-{form}"))


@pytest.mark.parametrize("item", ["line-1", "line-2"])
@pytest.mark.parametrize("form", FORMS)
def test_lines_stand_in_the_table_and_in_their_paragraph_alone(item, form):
    entry = RAW[item][form]
    label = entry.get("label") or entry["p"]
    assert [p.label for p in RES.paragraphs if entry["quote"] in p.text] == [label]
    rows = relations().query("paragraph == @label and quote == @entry['quote']")
    assert set(rows["quote_en"]) == {entry["english"]}
    if item == "line-1":
        assert "cooperates with" in set(rows["relation"])
        assert "cooperation" in right(f"{item}-{form}").en
    else:
        assert right(f"{item}-{form}").en == label
        assert all(said.en in {p.label for p in RES.paragraphs} for said in rest(f"{item}-{form}"))


@pytest.mark.parametrize("form", FORMS)
def test_amend_1(form):
    entry = RAW["amend-1"][form]
    draft = starting_draft("en")
    words = " ".join(draft[entry["label"]].text.split()[1:4])
    both = read_amendments(
        f"1. Delete {entry['gone']}.\n2. In {right(f'amend-1-{form}').en} replace “{words}” by “XYZ”."
    )
    assert [p.label for p in amend(draft, both).draft.operative if "XYZ" in p.text] == [entry["less"]]
    assert len(draft.operative) == 7


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("form", FORMS)
def test_amend_2(form, language):
    """The right form alone leaves a draft in which the review finds nothing."""
    after = int(RAW["amend-2"][form]["label"][2:])
    lines = [p.text for p in starting_draft(language).preamble]

    def found(new):
        tops = [*lines[:after], new, *lines[after:]]
        organ, *acts = {
            "en": ("The General Assembly,", "1. Urges all States to act;", "2. Decides to meet."),
            "de": (
                "Die Generalversammlung,",
                "1. ersucht den Generalsekretär, zu berichten;",
                "2. beschließt, zusammenzutreten.",
            ),
        }[language]
        return {f.code for f in review(rk.parse("\n\n".join([organ, *tops, *acts]), language))}

    assert not found(right(f"amend-2-{form}").into(language))
    assert all(found(said.into(language)) for said in rest(f"amend-2-{form}"))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("form", FORMS)
def test_clash_1(form, language):
    said = [RAW["clash-1"][form][part][language] for part in ("one", "two", "three")]

    def fit(*numbers):
        try:
            amend(starting_draft(language), read_amendments("\n".join(f"{n}. {said[n - 1]}" for n in numbers)))
        except rk.KitError:
            return False
        return True

    assert all(fit(n) for n in (1, 2, 3))
    assert [pair for pair in ((1, 2), (1, 3), (2, 3)) if not fit(*pair)] == [(1, 3)]
    assert right(f"clash-1-{form}").en == "1 and 3"


@pytest.mark.parametrize("form", FORMS)
def test_asked_1(form):
    entry = RAW["asked-1"][form]
    assert RES[entry["label"]].text.startswith(entry["quote"])
    wanted = {"A": "Generalsekretär", "B": "System der Vereinten Nationen und die INTERPOL"}[form]
    assert wanted in entry["quote"]
    assert wanted in right(f"asked-1-{form}").de


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("form", FORMS)
def test_asked_2_is_a_paragraph_of_the_draft(form, language):
    entry = RAW["asked-2"][form]
    assert entry["text"][language] in [p.text for p in starting_draft(language).operative]
    assert entry["when"][language] in entry["text"][language]
    assert entry["when"][language] in right(f"asked-2-{form}").into(language)


# --- Answering ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("cab-", "cab-"),
        ("C A B –", "cab-"),
        ("c, a, b, ?", "cab-"),
        ("1c 2a 3b", "cab-"),
        ("1) c; 3: b", "c-b-"),
        (["c", None, "b", ""], "c-b-"),
        ("1c2a3b4d", "cabd"),
    ],
)
def test_answers_are_read_as_people_write_them(given, read):
    assert letters(given, 4) == read


@pytest.mark.parametrize("given", ["", "abc", "abcde", "abce", "1a 5b", 7, [], "x" * 900])
def test_other_answers_are_refused(given):
    with pytest.raises(Misread, match="4 items"):
        letters(given, 4)


def test_after_is_the_other_form_and_later_the_first_again():
    before = rk.test("before")
    assert rk.test("before").form == before.form, "it is drawn once"
    assert {before.form, rk.test("after").form} == set(FORMS)
    assert rk.test("later").form == before.form


def test_both_forms_are_drawn(monkeypatch, tmp_path):
    drawn = set()
    for n in range(40):
        monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path / str(n)))
        drawn.add(rk.test("before").form)
    assert drawn == set(FORMS)


def test_what_is_handed_in_first_stays():
    form = rk.test("before", form="A", plan="C")
    assert "6 of 6" in form.hand_in("abcdab")
    assert "that stays" in rk.test("before").hand_in("dddddd")
    assert handed(work_path("my-work/tests.json"))["before"]["answers"] == "abcdab"


def test_it_never_says_what_is_right():
    form = Form("before", "A", "C")
    assert form.hand_in(key("A", "C")).replace("6", "5") == Form("later", "A", "C").hand_in(wrong("A", "C")).replace(
        "6", "5"
    )


def test_a_slip_is_no_traceback():
    assert "A letter (a to d)" in rk.test("after", plan="A").hand_in(None)


def test_another_occasion_is_named():
    with pytest.raises(UnknownName, match="before"):
        rk.test("befor")


def test_a_folder_that_is_closed_is_said(monkeypatch):
    def closed(*args, **more):
        raise OSError(13, "Permission denied")

    monkeypatch.setattr("resolutionkit.classroom.record.save", closed)
    assert "on paper" in rk.test("before", form="A", plan="C").hand_in("abcdab")


def test_scores_of_right_wrong_and_blank():
    for form in FORMS:
        row = {"form": form, "plan": "", "day": ""}
        assert set(scores(row | {"answers": key(form)}).values()) == {1}
        assert set(scores(row | {"answers": wrong(form)}).values()) == {0}
        assert set(scores(row | {"answers": "-" * 20}).values()) == {0}


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"before": 7}', '{"before": {"form": "C", "plan": "", "answers": "a", "day": ""}}', "\0"],
)
def test_a_file_that_somebody_has_edited_is_no_error(tmp_path, content):
    (tmp_path / "tests.json").write_text(content)
    assert handed(tmp_path / "tests.json") == {}


def test_the_paper_table_as_spreadsheets_save_it(tmp_path):
    lines = ["learner;occasion;form;plan;answers", "Jörg;before;a;C;abcdab", "Ana;after;B;;abc", "Ben;x;B;;abc"]
    (tmp_path / "tests.csv").write_bytes("\r\n".join(lines).encode("cp1252"))
    first, *others = on_paper(tmp_path / "tests.csv")
    assert first == ("Jörg", "before", {"form": "A", "plan": "C", "answers": "abcdab", "day": ""})
    assert [(name, re.match(r"tests\.csv:\d", str(said))[0]) for name, _when, said in others] == [
        ("Ana", "tests.csv:3"),
        ("Ben", "tests.csv:4"),
    ]


def test_the_notebook_shows_the_form_in_the_language_of_the_learner():
    with talking("de"):
        assert "vor der Stunde" in rk.test("before")._repr_html_()
        assert "Was folgt daraus?" in str(rk.test("before"))


def test_the_widget_hands_in_what_was_clicked():
    from resolutionkit import widgets

    box = widgets.test("before", form="A", plan="C")
    for panel in box.panels[:5]:
        panel.options["a"].click()
    box.hand.click()
    assert "1 is open still" in box.said.value
    box.hand.click()
    assert handed(work_path("my-work/tests.json"))["before"]["answers"] == "aaaaa-"
    assert box.hand.disabled


def test_the_file_holds_nothing_but_what_was_handed_in():
    rk.test("before", form="A", plan="C").hand_in("abcdab")
    kept = json.loads(work_path("my-work/tests.json").read_text())
    assert set(kept["before"]) == {"form", "plan", "answers", "day"}
