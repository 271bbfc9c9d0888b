"""The bank of quizzes against the resolution and the data, and what any answer to a question leads to."""

from __future__ import annotations

import re

import networkx as nx
import pytest
from every import every

import resolutionkit as rk
from resolutionkit import networks, policing, tables, widgets
from resolutionkit.classroom import quizzes
from resolutionkit.classroom.quizzes import Choose, Match, Order, quiz
from resolutionkit.drafting import negotiation
from resolutionkit.files import read_toml

QUESTIONS = [question for topic in quizzes.TOPICS for question in quiz(topic)]
BANK = {name: entry for topic in quizzes.TOPICS for name, entry in read_toml(f"quizzes/{topic}.toml").items()}
RES = rk.load()


each_question = every(QUESTIONS, lambda question: question.id)
each_question_in_both_languages = every(
    [(question, language) for question in QUESTIONS for language in ("en", "de")],
    lambda case: f"{case[0].id} in {case[1]}",
)


def right_answer(question):
    """The right answer as a learner would write it."""
    if isinstance(question, Choose):
        return ", ".join(letter for letter, o in question.named.items() if o.right)
    if isinstance(question, Order):
        return " ".join({o: letter for letter, o in question.named.items()}[o] for o in question.options)
    letter = {words: letter for letter, words in question.partners.items()}
    return ", ".join(f"{n}{letter[str(o.to)]}" for n, o in question.named.items())


# The bank against the text


def evidence_of(question):
    """(paragraph, quote) of the question and of each option, as the file has them."""
    entry = BANK[question.id]
    own = [(entry["paragraph"], entry["quote"])] if "quote" in entry else []
    return own + [(option["paragraph"], option["quote"]["de"]) for option in entry["options"] if "quote" in option]


def texts_of(question):
    found = [question.ask]
    for o in question.options:
        found += [text for text in (o.says, o.why, o.hint, o.to) if text]
    return found


@each_question
def test_every_quote_stands_in_its_paragraph(question):
    for paragraph, quote in evidence_of(question):
        assert quote in RES[paragraph].text


@each_question
def test_every_question_rests_on_a_quote_or_on_the_data(question):
    assert evidence_of(question) or "fact" in BANK[question.id]


@each_question
def test_every_label_that_is_named_exists(question):
    for text in texts_of(question):
        for label in re.findall(r"\b(?:PP|OP)\d+(?:\([a-z]\))?", text.en + text.de):
            assert RES[label]


@each_question
def test_both_languages_name_the_same_numbers(question):
    for text in texts_of(question):
        en, de = (re.sub(r"(?<=\d)[.,](?=\d{3})", "", words) for words in (text.en, text.de))  # 2,937 and 2.937
        en, de = re.sub(r"\b7\dth", "", en), re.sub(r"\b7\d\.", "", de)  # „fünfundsiebzigste“ may be spelt out
        assert sorted(re.findall(r"\d+", en)) == sorted(re.findall(r"\d+", de)), text


@each_question
def test_german_uses_german_quotation_marks(question):
    for text in texts_of(question):
        assert '"' not in text.de
        if "„" in text.de:
            assert text.de.count("„") == text.de.count("“")


@each_question
def test_parts_put_together_are_the_text(question):
    if isinstance(question, Match) and question.parts:
        german = " ".join(o.says.de for o in question.options)
        english = " ".join(re.sub(r" \([^)]*\)", "", o.says.en) for o in question.options)
        if "quote" in BANK[question.id]:  # else a text of ours, in either language
            assert german == english == BANK[question.id]["quote"]


def test_the_bank_is_whole():
    assert {topic: len(quiz(topic)) for topic in quizzes.TOPICS} == dict.fromkeys(quizzes.TOPICS, 6) | {"start": 3}
    kinds = {(type(q), getattr(q, "several", False), getattr(q, "parts", False)) for q in QUESTIONS}
    assert len(kinds) == 5


def test_the_right_letter_is_not_always_the_same():
    places = [right_answer(q) for q in QUESTIONS if isinstance(q, Choose) and not q.several]
    assert set(places) == {"a", "b", "c", "d"}
    assert max(places.count(letter) for letter in "abcd") <= len(places) / 2


# What the bank says about the data


def right_words(name):
    return [o.says.en for o in quiz(name).options if o.right]


def numbers_in(text):
    return [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", text)]


FRAMES = {
    "en": "The General Assembly,\n\n{}\n\n1. Requests the Secretary-General to act;\n\n2. Decides to remain seized of the matter.",
    "de": "Die Generalversammlung,\n\n{}\n\n1. ersucht den Generalsekretär, tätig zu werden;\n\n2. beschließt, mit der "
    "Angelegenheit befasst zu bleiben.",
}
"""Language -> a short draft around a preamble."""


def only_the_right_ones_keep_the_rules(name, frames):
    for language, frame in frames.items():
        drafts = [FRAMES[language].format(frame.format(getattr(o.says, language))) for o in quiz(name).options]
        assert [rk.review(draft, language=language) == [] for draft in drafts] == [
            bool(o.right) for o in quiz(name).options
        ]


def preambular_mark():
    assert {p.text[-1] for p in RES.preamble} == {","}
    assert [p.label for p in RES.operative if p.text.endswith(":")] == ["OP13"]
    assert [p.label for p in RES.paragraphs if p.text.endswith(".")] == ["OP16"]


def parts_of_the_symbol():
    assert "/".join(o.says.en for o in quiz("anatomy-4").options) == RES.symbol
    assert str(RES.session) == quiz("anatomy-4").options[2].says.en


def a_label_without_quotation_marks():
    with pytest.raises(NameError, match="name 'OP3' is not defined"):
        eval("OP3")


def the_preamble():
    assert len(RES.preamble) == 21
    assert all(p.number is None for p in RES.preamble)
    assert not any("Generalsekretär," in p.text for p in RES.preamble)


def the_commonest_verb():
    said = {o.says.en: numbers_in(o.why.en)[0] for o in quiz("words-4").options}
    assert said == {verb: rk.opener_count(verb, "en", "operative") for verb in said}
    assert [max(said, key=said.get)] == right_words("words-4")


def what_can_be_counted():
    assert "paragraphs" in rk.opener_counts(language="en").columns
    assert {"en", "de"} <= set(rk.aligned_openers().columns)


def parts_of_the_general_secretariat():
    parts = {row["id"] for row in tables.rows("actors") if row["part_of"] == "general-secretariat"}
    assert {"interpol-headquarters", "regional-bureaux", "osr-au"} <= parts
    assert not parts & {"ncb", "dpo"}


def women_and_interpol():
    assert set(networks.co_mentions().edges["women", "interpol"]["labels"]) == {"PP16", "OP4", "OP6"}


def names_inside_names():
    assert RES["PP10"].text.count("Vereinten Nationen") == 3
    assert "un" not in {
        m for m, p in zip(rk.mentions()["entity"], rk.mentions()["paragraph"], strict=True) if p == "PP10"
    }


def who_belongs_to_whom():
    above = {row["id"]: row["part_of"] for row in tables.rows("actors")}
    chain = ["interpol", "general-secretariat", "regional-bureaux"]
    assert [above[low] for low in chain[1:]] == chain[:-1]


def four_measures():
    line = nx.path_graph(3)
    assert nx.degree_centrality(line)[1] == 2 / 2  # joined to two of two others
    assert nx.betweenness_centrality(line, normalized=False)[1] == 1  # on the one way between the other two
    assert nx.closeness_centrality(line)[0] == 2 / (1 + 2)  # distances 1 and 2
    tie = networks.co_mentions().edges["un", "interpol"]
    assert tie["weight"] == len(tie["labels"])


def five_in_a_row():
    row = nx.path_graph(list("PQRST"))
    between = nx.betweenness_centrality(row, normalized=False)
    assert (between["P"], between["Q"], between["R"]) == (0, 3, 4)
    assert right_words("networks-2") == [max(between, key=between.get)]
    assert row.degree("Q") == row.degree("R") == row.degree("S")


def interpol_in_the_middle():
    together = networks.co_mentions()
    said = next(o for o in quiz("networks-3").options if "more actors" in o.says.en)
    assert numbers_in(said.why.en) == [together.degree("interpol"), len(together) - 1]
    assert max(dict(together.degree()).items(), key=lambda pair: pair[1])[0] == "interpol"


def the_star():
    calls = networks.calls_on()
    assert max(dict(calls.degree()).items(), key=lambda pair: pair[1])[0] == "member-states"
    assert "member-states" not in set(rk.relations().query("relation == 'calls on'")["target"])


def weights():
    first = []
    for chosen in ({}, {"Requests": 0.5, "Encourages": 0.5, "Calls upon": 2, "Emphasizes": 2}):
        strength = dict(networks.reweighted(networks.calls_on(), chosen).in_degree(weight="weight"))
        first.append(sorted(strength, key=strength.get, reverse=True)[:2])
    assert first[0] == first[1][::-1]


def from_sentence_to_figure():
    rows = rk.relations()
    assert {"source", "relation", "target", "paragraph", "quote"} <= set(rows.columns)
    assert nx.from_pandas_edgelist(rows, "source", "target").number_of_edges() > 0


def databases_of_op6():
    at = {row["id"]: row["paragraphs"].split("|") for row in tables.rows("systems")}
    assert all("OP6" in at[name] for name in ("icse", "sltd", "nominal"))
    assert not any("OP6" in at[name] for name in ("fingerprints", "iarms"))
    assert at["sltd"] == at["nominal"] == ["OP2", "OP6", "OP7"]


def a_checked_passport():
    world = policing.World.synthetic(seed=10)
    world.bureau("Borovia").report_stolen("P1234567")
    before = len(world.bureau("Borovia").inbox())
    return world, before, world.post("Arlandia", "airport").check("P1234567", "Borovia")


def a_hit():
    assert "A hit is a reason to ask, not proof" in str(a_checked_passport()[2])


def the_way_of_a_hit():
    world, before, result = a_checked_passport()
    assert before == 0
    assert [hit.owner for hit in result.hits] == ["Borovia"]
    assert len(world.bureau("Borovia").inbox()) == 1


def abbreviations():
    text = " ".join(p.text for p in RES.paragraphs)
    assert [o.says.en for o in quiz("systems-4").options if re.search(rf"\b{o.says.en}\b", text)] == ["FIND"]
    systems = rk.systems()
    assert set(systems.loc[systems["abbreviation_in_text"] == "yes", "abbreviation"]) == {"I-24/7", "FIND"}


def human_rights():
    offered = [o.says.en for o in quiz("systems-6").options]
    assert [label for label in offered if "Menschenrechte" in RES[label].text] == right_words("systems-6")


def a_preambular_paragraph():
    only_the_right_ones_keep_the_rules("drafting-1", {"en": "{}", "de": "{}"})


def marks():
    ends = [p.text[-1] for p in RES.operative]
    assert {p.text[-1] for p in RES.preamble} == {","}
    assert (ends.count(";"), ends.count(":"), ends[-1]) == (14, 1, ".")


def operative_openers():
    for option in quiz("drafting-3").options:
        count = rk.opener_count(option.says.en, "en", "operative")
        assert (count > 0) is option.right
        assert numbers_in(option.why.en)[:1] == ([count] if option.right else [])


def a_short_draft():
    for language in ("en", "de"):
        pieces = [getattr(o.says, language) for o in quiz("drafting-4").options]
        assert rk.review("\n\n".join(pieces), language=language) == []


def first_mention():
    only_the_right_ones_keep_the_rules("drafting-5", {"en": "Recalling {},", "de": "unter Hinweis auf {},"})
    kept = rk.rule("UN401").kept
    right = next(o for o in quiz("drafting-5").options if o.right)
    assert numbers_in(right.why.en)[:2] == [*kept["en"]]
    assert f"an {kept['de'].kept} von {kept['de'].of} Stellen" in right.why.de


def repetition():
    english = "Recalling its resolution 75/10 of 23 November 2020,\n\n{} its resolution 77/20 of 21 November 2022,"
    german = "unter Hinweis auf ihre Resolution 75/10 vom 23. November 2020,\n\n{} ihre Resolution 77/20 vom 21. November 2022,"
    only_the_right_ones_keep_the_rules("drafting-6", {"en": english, "de": german})


def four_amendments():
    for language in ("en", "de"):
        written = [getattr(o.says, language) for o in quiz("negotiation-1").options]
        kinds = [rk.read_amendments(words)[0].kind for words in written]
        assert kinds == ["delete", "add", "replace", "replace_words"]


def renumbering():
    changed = rk.amend(RES, [negotiation.Amendment("delete", "OP5")]).draft
    assert changed["OP5"].text == RES["OP6"].text
    assert len(changed.operative) == 15


def dates_of_resolutions():
    dated = {r.symbol.removeprefix("A/RES/"): r.date for r in RES.references if r.date} | {"75/10": RES.adopted}
    dates = [dated[re.search(r"\d+/\d+", o.says.en)[0]] for o in quiz("negotiation-4").options]
    assert dates == sorted(dates)
    assert all(str(date.day) in o.why.en and str(date.year) in o.why.en
               for date, o in zip(dates, quiz("negotiation-4").options, strict=True))  # fmt: skip


def strength_of_verbs():
    said = next(o for o in quiz("negotiation-5").options if "twice" in o.says.en)
    often = [rk.opener_count(verb, "en", "operative") for verb in ("Encourages", "Urges")]
    assert numbers_in(said.why.en) == often
    assert 1.9 < often[0] / often[1] < 2.1


def parts_of_an_amendment():
    for language, old, new in (("en", "encourages", "urges"), ("de", "ermutigt", "bittet")):
        (read,) = rk.read_amendments(" ".join(getattr(o.says, language) for o in quiz("negotiation-6").options))
        assert (read.label, read.old, read.new) == ("OP9", old, new)


FACTS = {
    f.__name__.replace("_", " "): f
    for f in (
        preambular_mark, parts_of_the_symbol, the_preamble, the_commonest_verb, what_can_be_counted,
        parts_of_the_general_secretariat, women_and_interpol, names_inside_names, who_belongs_to_whom, four_measures,
        five_in_a_row, interpol_in_the_middle, the_star, weights, from_sentence_to_figure, databases_of_op6, a_hit,
        the_way_of_a_hit, abbreviations, human_rights, a_preambular_paragraph, marks, operative_openers, a_short_draft,
        first_mention, repetition, four_amendments, renumbering, dates_of_resolutions, strength_of_verbs,
        parts_of_an_amendment, a_label_without_quotation_marks,
    )
}  # fmt: skip


@pytest.mark.parametrize("fact", FACTS)
def test_the_data_say_so_too(fact):
    FACTS[fact]()


def test_every_fact_that_a_question_rests_on_is_compared():
    assert {entry["fact"].casefold() for entry in BANK.values() if "fact" in entry} == {
        fact.casefold() for fact in FACTS
    }


# Three questions from before


@pytest.fixture
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("RESOLUTIONKIT_WORK", str(tmp_path))


def asked(topic):
    return [question.id for question in quizzes.earlier(topic)]


@pytest.mark.parametrize("topic", quizzes.TOPICS[1:])
def test_they_are_about_the_notebooks_before(topic, own_folder):
    before = quizzes.TOPICS[: quizzes.TOPICS.index(topic)]
    assert len(asked(topic)) == 3
    assert {name.partition("-")[0] for name in asked(topic)} <= set(before)


def answered(name, *tries):
    """Press the buttons of each try, and Check."""
    panel = widgets.quiz(name).panels[0]
    for numbers in tries:
        for number in numbers:
            list(panel.options.values())[number].click()
        panel.check.click()


def right_buttons(question):
    return [number for number, option in enumerate(question.shown) if option.right]


def test_what_was_missed_comes_back_until_it_is_known_at_once(own_folder):
    missed = quiz("anatomy-1")
    assert missed.id not in asked("actors")
    answered(missed.id, [0], right_buttons(missed))  # that it was right in the end does not count
    assert missed.id in asked("actors")
    answered(missed.id, right_buttons(missed))
    assert missed.id not in asked("actors")


def test_what_was_known_makes_room_for_what_was_never_asked(own_folder):
    first = asked("words")
    for name in first:
        answered(name, right_buttons(quiz(name)))
    assert not set(first) & set(asked("words"))


# Answers


@each_question_in_both_languages
def test_the_right_answer_is_right(question, language):
    rk.set_language(language)
    verdict = question.check(right_answer(question))
    assert verdict.right, verdict
    assert len(verdict.lines) == len(question.options)  # each option is explained


@each_question_in_both_languages
def test_each_wrong_option_says_why(question, language):
    rk.set_language(language)
    wrong = [(letter, o) for letter, o in question.named.items() if isinstance(question, Choose) and not o.right]
    for letter, option in wrong:
        verdict = question.check(letter)
        assert verdict.status == "not yet"
        assert str(option.why) in str(verdict)


@each_question
def test_what_is_shown_first_is_never_right(question):
    if isinstance(question, Order):
        assert not question.check("".join(question.named)).right
    if isinstance(question, Match):
        pairs = zip(question.named, question.partners)  # noqa: B905  # two things may share one
        assert not question.check(" ".join(map("".join, pairs))).right


def test_the_order_is_the_same_on_each_run():
    assert str(quiz("anatomy-1")).split("\n")[1:5] == [
        "  a) a semicolon",
        "  b) a comma",
        "  c) a full stop",
        "  d) a colon",
    ]


class Broken:
    def __iter__(self):
        raise RuntimeError("broken")

    def __repr__(self):
        raise RuntimeError("broken")


def endless():
    while True:
        yield "a"


STRANGE = {
    "a number": 7, "a huge number": 10**10_000, "nan": float("nan"), "true": True, "bytes": b"a", "a letter too many": "z",
    "a long text": "a" * 10**6, "nonsense": "<script>alert(1)</script>", "a set of numbers": {1, 2}, "a list of numbers": [1, 2],
    "a nested list": [["a"], ["b"]], "a broken object": Broken(), "a broken element": [Broken()], "endless": endless(),
    "a dictionary": {"x": "y"}, "pairs to nothing": {1: 5, 2: object()}, "a function": len, "a class": int,
    "a surrogate": "\ud800", "zero bytes": "\x00", "a number out of range": "99a", "a digit of another script": "²a",
}  # fmt: skip


@each_question
def test_no_answer_ends_in_a_traceback(question):
    for name, answer in STRANGE.items():
        verdict = question.check(answer)
        assert verdict.status in ("not yet", "not attempted"), name
        assert "<script>" not in verdict._repr_html_(), name


@each_question_in_both_languages
def test_nothing_answered_is_not_attempted(question, language):
    rk.set_language(language)
    for answer in (..., None, "", "  ", "…", [], {}, ()):
        verdict = question.check(answer)
        assert verdict.status == "not attempted", answer
        assert str(verdict).endswith(f"{question.expects()}."), answer


@pytest.mark.parametrize(
    ("name", "answer", "said"),
    [
        ("anatomy-1", "b", "✓ Right."),
        ("anatomy-1", " B) ", "✓ Right."),
        ("anatomy-1", ["b"], "✓ Right."),
        ("anatomy-1", "A comma.", "✓ Right."),
        ("anatomy-1", "ein Komma", "none of"),  # in the other language of the user it is not on offer
        ("anatomy-1", "a, b", "Only one option is right"),
        ("anatomy-1", "e", "'e' is none of a, b, c, d"),
        ("anatomy-6", "a", "Right ones found: 1 of 2."),
        ("anatomy-6", "d and a", "✓ Right."),
        ("anatomy-6", "a, b, d", "Right ones found: 2 of 2."),
        ("anatomy-6", "abcd", "✗ c)"),
        ("anatomy-3", "d c", "So far it is right; 3 missing."),
        ("anatomy-3", "d, e, c, b, a", "The first one that is out of place is number 2."),
        ("anatomy-3", "d d c b a", "Named twice: d."),
        ("anatomy-3", "d c e b a", "✓ Right."),
        ("anatomy-4", "1d", "Pairs that are right: 1 of 4. Still open: 3."),
        ("anatomy-4", {1: "d", 2: "a", 3: "b", 4: "c"}, "Pairs that are right: 2 of 4."),
        ("anatomy-4", {"1": "D", "2": "a", "3": "c", "4": "b"}, "✓ Right."),
        ("anatomy-4", [(1, "d"), (2, "a"), (3, "c"), (4, "b")], "✓ Right."),
        ("anatomy-4", ["1d", "2a", "3c", "4b"], "✓ Right."),
        ("anatomy-4", "1: d; 2 = a; 3-c; 4 b", "✓ Right."),
        ("anatomy-4", "7a", "'7' is none of 1, 2, 3, 4"),
        ("anatomy-4", "d, a, c, b", "No pair was found."),
        ("anatomy-4", {1: "d", 2: None, 3: ""}, "Still open: 3."),
        ("anatomy-4", {1: None, 2: ""}, "1a, 2b"),
    ],
)  # fmt: skip
def test_answers(name, answer, said):
    assert said in str(quiz(name).check(answer))


def test_a_wrong_pair_does_not_give_the_right_one_away():
    verdict = quiz("anatomy-4").check("1a, 2b, 3d, 4c")
    assert not any(str(o.why) in str(verdict) for o in quiz("anatomy-4").options)


@each_question_in_both_languages
def test_a_question_shows_itself_in_words(question, language):
    rk.set_language(language)
    shown = str(question)
    assert str(question.ask) in shown
    assert all(str(o.says) in shown for o in question.options)
    assert f'rk.quiz("{question.id}").check(' in shown
    assert str(question.ask)[:20].replace("'", "&#x27;") in question._repr_html_()


@pytest.mark.parametrize(
    ("name", "near"), [("anatomie", "anatomy"), ("anatomy-99", "anatomy-"), ("", "anatomy"), ("words 9", "words-")]
)
def test_an_unknown_name_names_the_nearest(name, near):
    with pytest.raises(rk.KitError, match=near):
        quiz(name)


@pytest.mark.parametrize("name", ["anatomy 2", "Anatomy-2", "anatomy_2"])
def test_a_name_may_be_written_otherwise(name):
    assert quiz(name).id == "anatomy-2"


# The same to click


def press(box, words):
    """Press the button of the open question whose words are these, whatever sign stands before them."""
    panel = box.panels[box.at]
    buttons = [*panel.options.values(), panel.check, box.back, box.forth]
    buttons += [panel.up, panel.down] if isinstance(panel.question, Order) else []
    next(b for b in buttons if re.fullmatch(rf"\W*{re.escape(words)}\W*", b.description)).click()


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_widget_marks_as_the_words_do(language):
    rk.set_language(language)
    box = widgets.quiz("anatomy-1")
    press(box, str(quiz("anatomy-1").options[0].says))
    press(box, {"en": "Check", "de": "Prüfen"}[language])
    assert box.panels[0].right
    assert str(quiz("anatomy-1").options[0].why) in box.panels[0].feedback.value


def test_a_button_says_whether_it_is_chosen():
    box = widgets.quiz("anatomy-6")
    words = "It has 21 paragraphs."
    for sign in "☑☐":
        press(box, words)
        assert f"{sign} {words}" in [b.description for b in box.panels[0].options.values()]


def test_a_piece_is_taken_and_moved():
    box = widgets.quiz("words-3")
    before = [*box.panels[0].given]
    press(box, "Move up")  # nothing is taken yet
    assert box.panels[0].given == before
    press(box, "1. unter Hinweis (Recalling)")
    press(box, "Move down")
    press(box, "Move down")
    press(box, "Move down")  # at the end it stays
    assert box.panels[0].given == [*before[1:], before[0]]


def test_a_pair_may_be_mended():
    box = widgets.quiz("anatomy-4")
    for partner in ("the organ", "the session"):
        press(box, partner)
    assert box.panels[0].given == {"1": "d", "2": "c"}
    press(box, "2 RES → the session")
    press(box, "the kind of document")
    assert box.panels[0].given == {"1": "d", "2": "a"}


def test_nothing_is_built_anew_while_one_answers():
    box = widgets.quiz("anatomy")
    before = [*box.widget.children, *box.panels[0].widget.children, *box.panels[0].options.values()]
    press(box, "a comma")
    press(box, "Check")
    press(box, "Next")
    press(box, "Back")
    assert [*box.widget.children, *box.panels[0].widget.children, *box.panels[0].options.values()] == before
    assert box.panels[0].right


def test_a_notebook_shows_the_widget_and_keeps_the_words():
    bundle = str(widgets.quiz("anatomy")._repr_mimebundle_())
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert "With which mark does every preambular paragraph of 75/10 end?" in bundle
