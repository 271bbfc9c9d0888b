"""review(): what it finds, where, in which order; and that nothing whatever makes it fail."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from contextlib import suppress
from dataclasses import replace

import pytest
from corpus import needs_corpus, official_files
from hypothesis import given, settings
from hypothesis import strategies as st

import resolutionkit as rk
from resolutionkit.drafting.review import review
from resolutionkit.errors import KitError, ReadError
from resolutionkit.language import set_language

HEAD = "The General Assembly,\n\n"
PREAMBLE = HEAD + "Recalling its resolution 51/1 of 15 October 1996,\n\n"
END = "\n\nDecides to remain seized of the matter."
KOPF = "Die Generalversammlung,\n\n"
SCHLUSS = "\n\n1. ersucht den Generalsekretär, darüber zu berichten;\n\n2. beschließt, mit der Angelegenheit befasst zu bleiben."


def found(draft, language=None):
    return [(f.code, f.label) for f in review(draft, language=language)]


def words(draft, code):
    """The characters that the first finding with this code points at."""
    res = rk.parse(draft)
    finding = next(f for f in review(res) if f.code == code)
    text = {"title": res.title, "organ": res.organ}.get(finding.label) or res[finding.label].text
    return text[slice(*finding.span)]


# ---- openers: what is suggested

SUGGESTED = [
    # paragraph, code, what a learner reads
    ("Recalls its resolution 51/1 of 15 October 1996,", "UN104", "Recalling"),
    ("Further recalls its resolution 51/1 of 15 October 1996,", "UN104", "Recalling further"),
    ("Calls upon all States,", "UN104", "Calling upon"),
    ("Takes note of the report,", "UN104", "Taking note"),
    ("Has considered the report,", "UN104", "Having"),
    ("Recall its resolution 51/1 of 15 October 1996,", "UN104", "Recalling"),
    ("Recaling its resolution 51/1 of 15 October 1996,", "UN109", "Did you mean “Recalling”?"),
    ("Reafirming its resolution 51/1 of 15 October 1996,", "UN109", "“Reaffirming”"),
    ("Deply concerned about crime,", "UN109", "“Deeply”"),
    ("recalling its resolution 51/1 of 15 October 1996,", "UN102", "“Recalling”"),
    ("deeply concerned about crime,", "UN102", "“Deeply concerned”"),
]


@pytest.mark.parametrize(("paragraph", "code", "says"), SUGGESTED, ids=[s[0][:30] for s in SUGGESTED])
def test_preambular_openers_are_mended(paragraph, code, says):
    (finding,) = review(HEAD + paragraph + END)
    assert finding.code == code
    assert says in finding.message + finding.advice


OPERATIVE = [
    ("Recalling its resolution 71/19 of 21 November 2016", "UN207", "Recalls"),
    ("Requesting further the Secretary-General to report", "UN207", "Further requests"),
    ("Taking note of the report", "UN207", "Takes note"),
    ("Noting with concern the report", "UN207", "Notes with concern"),
    ("Urge all States to cooperate", "UN207", "Urges"),
    ("Conscious of all States", "UN207", "Usual ones are “Encourages”"),
    ("Also request the Secretary-General to report", "UN207", "Also requests"),
    ("Encourges all States to cooperate", "UN214", "Did you mean “Encourages”?"),
    ("States should cooperate", "UN201", "Usual ones are “Encourages”"),
    ("We urge all States to cooperate", "UN201", "Did you mean “Urges”?"),
    ("urges all States to cooperate", "UN202", "“Urges”"),
]


@pytest.mark.parametrize(("paragraph", "code", "says"), OPERATIVE, ids=[s[0][:30] for s in OPERATIVE])
def test_operative_openers_are_mended(paragraph, code, says):
    (finding,) = review(f"{PREAMBLE}1. {paragraph};\n\n2. Decides to remain seized of the matter.")
    assert (finding.code, finding.label) == (code, "OP1")
    assert says in finding.message + finding.advice


GERMAN = [
    ("betont, dass dies wichtig ist,", "UN104", "betonend"),
    ("begrüßt den Bericht,", "UN104", "begrüßend"),
    ("Unter Hinweis auf ihre Resolution 51/1 vom 15. Oktober 1996,", "UN102", "„unter Hinweis“"),
    ("unter Hinwies auf ihre Resolution 51/1 vom 15. Oktober 1996,", "UN109", "„unter Hinweis“"),
    ("Betonend, dass dies wichtig ist,", "UN102", "„betonend“"),
    ("Die Folgen der Aggression beklagend,", "UN102", "„die“"),
    ("betonen, dass dies wichtig ist,", "UN109", "„betonend“"),
    ("Kentnis nehmend von dem Bericht,", "UN109", "„Kenntnis nehmend“"),
    ("in der Überzeugnug, dass dies wichtig ist,", "UN109", "„in der Überzeugung“"),
]


@pytest.mark.parametrize(("paragraph", "code", "says"), GERMAN, ids=[s[0][:30] for s in GERMAN])
def test_german_openers_are_mended(paragraph, code, says):
    set_language("de")
    try:
        (finding,) = review(KOPF + paragraph + SCHLUSS)
    finally:
        set_language("en")
    assert (finding.code, finding.severity) == (code, "hint")
    assert says in finding.message + finding.advice


RIGHT = [
    HEAD + "Deeply concerned about crime,\n\nHaving considered the report,\n\nBearing in mind the Charter," + END,
    HEAD + "Recalling its resolution 51/1 of 15 October 1996,\n\nAware of the risks,\n\nDetermined to act," + END,
    # a long opener that is one expression, and two verbs in one
    HEAD + "Welcoming and further encouraging the work of the Commission," + END,
    # quotations bring their own punctuation
    f"{PREAMBLE}1. Endorses the slogan “Peace first”;\n\n2. Decides to remain seized of the matter.",
    # "further" is an adjective here
    f"{PREAMBLE}1. Encourages further cooperation;\n\n2. Decides to remain seized of the matter.",
    # a new addressee repeats the verb unmarked
    f"{PREAMBLE}1. Urges all States to act;\n\n2. Urges the Commission to report.",
    KOPF
    + "Kenntnis nehmend von dem Bericht,\n\nzutiefst besorgt über die Lage,\n\nin der Überzeugung, dass dies wichtig ist,"
    + SCHLUSS,
    # German may put the participle last
    KOPF + "die Folgen der Aggression beklagend," + SCHLUSS,
]


@pytest.mark.parametrize("draft", RIGHT, ids=range(len(RIGHT)))
def test_right_drafts_raise_nothing(draft):
    assert review(draft) == []


# ---- forms that adopted resolutions have, and that must raise no error

EXCEPTIONS = {
    "sections that start again": f"{PREAMBLE}## I\n\n1. Urges all States to act;\n\n2. Notes the report;\n\n## II\n\n"
    "1. Requests a report;\n\n2. Decides to remain seized of the matter.",
    "declaration": "The General Assembly\n\nAdopts the following declaration:\n\n1. We, the peoples, are determined.\n\n2. Peace is near.",
    "resolves that": "The General Assembly\n\nResolves that, for 2021:\n\n1. The Fund shall be established;\n\n2. Should it fail, it ends.",
    "single paragraph": f"{PREAMBLE}Decides to remain seized of the matter.",
    "sub-paragraphs in full sentences": f"{PREAMBLE}1. Adopts these rules:\n\n(a) Rule one. It is short.\n\n(b) Rule two. It is long.\n\n"
    "2. Decides to remain seized of the matter.",
    "sub-sub-paragraphs": f"{PREAMBLE}1. Urges all States:\n\n(a) To act:\n\n(i) Soon;\n\n(ii) Well;\n\n(b) To speak;\n\n2. Decides to rest.",
    "Security Council with year": f"{PREAMBLE}1. Recalls Security Council resolutions 1373 (2001), 1540 (2004) and 2322 (2016);"
    "\n\n2. Decides to rest.",
    "universal declaration": f"{PREAMBLE}1. Recalls resolution 217 A (III) of 10 December 1948;\n\n2. Decides to rest.",
    "words that introduce an annex": f"{PREAMBLE}1. Urges all;\n\n2. Adopts the following rules:\n\nAnnex\n\nRules; not punctuated",
    "annex": f"{PREAMBLE}Adopts the rules annexed to the present resolution.\n\nAnnex\n\nRules; not, like a resolution, punctuated",
}


@pytest.mark.parametrize("draft", EXCEPTIONS.values(), ids=EXCEPTIONS)
def test_what_adopted_resolutions_do_is_no_error(draft):
    assert [f for f in review(draft) if f.severity == "error"] == []


# ---- places

SPANS = [
    (HEAD + "Recalling the report." + END, "UN103", "."),
    (HEAD + "Recalls the report," + END, "UN104", "Recalls"),
    (HEAD + "Recalling the events of October 15, 1996," + END, "UN404", "October 15, 1996"),
    (HEAD + "Noting that 50 percent have reported," + END, "UN502", "percent"),
    (HEAD + "Recalling Security Council resolution 1373," + END, "UN403", "1373"),
    ("75/10. A title.\n\n" + PREAMBLE + "Decides to rest.", "UN005", "."),
    (f"{PREAMBLE}1. Welcomes the report;\n\n2. Welcomes also the other report.", "UN211", "Welcomes also"),
    (f"{PREAMBLE}1. Urges all States:\n\n(a) To act; and\n\n(b) To speak.", "UN206", "Urges"),
    (f"{PREAMBLE}1. Urges all States:\n\n(a) To act; and\n\n(b) To speak;\n\n2. Decides to rest.", "UN304", " and"),
]


@pytest.mark.parametrize(("draft", "code", "pointed"), SPANS, ids=[s[1] for s in SPANS])
def test_spans_point_at_the_characters_concerned(draft, code, pointed):
    assert words(draft, code) == pointed


def test_findings_come_in_the_order_of_the_document():
    draft = "75/1. A title.\n\nThe General Assembly\n\nRecalls the report,\n\n2. urge all States.\n\n3. Decides to rest"
    res = rk.parse(draft)
    places = ["title", "organ", *(p.label for p in res.paragraphs)]
    labels = [f.label for f in review(res)]
    assert labels == sorted(labels, key=places.index)
    assert {"title", "organ", "PP1", "OP2", "OP3"} <= set(labels)


def test_a_hint_says_how_common_the_exception_is():
    (finding,) = review(HEAD + "Noting the first report,\n\nNoting the second report," + END)
    assert "992 of 998" in finding.advice


def test_an_error_needs_no_count():
    (finding,) = review(HEAD + "Noting the report." + END)
    assert finding.severity == "error"
    assert "Adopted resolutions" not in finding.advice


@pytest.mark.parametrize(
    ("cited", "english", "german"),
    [
        ("75/10", "“resolution 75/10 of 23 November 2020”", "„resolution 75/10 of 23 November 2020“"),
        ("71/19", "“resolution 71/19 of 21 November 2016”", "„resolution 71/19 of 21 November 2016“"),
        ("70/1", "(A/RES/70/1, at docs.un.org); its session began in September 2015.", "begann im September 2015."),
        ("217 A (III)", "(A/RES/217(III), at docs.un.org).", "(A/RES/217(III), zu finden unter docs.un.org)."),
        ("S-32/1", "(A/RES/S-32/1, at docs.un.org).", "(A/RES/S-32/1, zu finden unter docs.un.org)."),
        ("99/1", "(A/RES/99/1, at docs.un.org).", "(A/RES/99/1, zu finden unter docs.un.org)."),
        ("20/1", "(A/RES/20/1, at docs.un.org).", "(A/RES/20/1, zu finden unter docs.un.org)."),
    ],
)
def test_a_missing_date_is_named_where_it_is_known_and_nowhere_else(cited, english, german):
    draft = HEAD + f"Recalling its resolution {cited}," + END
    for language, says in (("en", english), ("de", german)):
        set_language(language)
        advice = next(f.advice for f in review(draft) if f.code == "UN401")
        assert says in advice
        assert "51/1" not in advice


def test_a_missing_date_is_named_as_the_draft_would_write_it():
    draft = "Die Generalversammlung,\n\nunter Hinweis auf ihre Resolution 73/11,\n\n1. beschließt, zu handeln."
    assert "“Resolution 73/11 vom 26. November 2018”" in next(f.advice for f in review(draft) if f.code == "UN401")


def test_messages_follow_the_language_of_the_kit():
    set_language("de")
    try:
        (finding,) = review(HEAD + "Recalling the report." + END)
    finally:
        set_language("en")
    assert "endet mit einem Komma" in finding.message


def test_a_family_of_rules_that_was_imported_before_hides_no_other():
    code = (
        "import resolutionkit.drafting.review.rules.preamble, resolutionkit as rk\n"
        "print([f.code for f in rk.review('The General Assembly,\\n\\nNoting the report.\\n\\nDecides to rest.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['UN103']"


# ---- numbers and marks that are missing, wrong, or swallowed by the text before them

ENDING = "Decides to remain seized of the matter."
COUNTED = [
    # operative part, label, what was found, what was expected
    (["1. Urges all;", "Asks all;", f"3. {ENDING}"], "OP2", "no number", 2),
    (["1. Urges all", "Asks all;", f"3. {ENDING}"], "OP1/2", "no number", 2),
    (["1. Urges all:", "(a) To act;", "(b) To rest.", "Asks all;", f"3. {ENDING}"], "OP1/2", "no number", 2),
    (["Urges all;", "2. Asks all;", f"3. {ENDING}"], "OP0", "no number", 1),
    (["Urges all;", ENDING], "OP1", "no number", 1),
    (["1. Urges all States to", "5. Requests the Secretary-General to report;", f"2. {ENDING}"], "OP1", "5", 2),
    (["1. Urges all States:", "(a) To act", "3. Requests a report from all;", f"2. {ENDING}"], "OP1(a)", "3", 2),
]


@pytest.mark.parametrize(
    ("operative", "label", "number", "expected"), COUNTED, ids=[" | ".join(c[0])[:40] for c in COUNTED]
)
def test_a_number_that_is_wrong_is_named_with_the_one_expected(operative, label, number, expected):
    told = [f.message for f in review(PREAMBLE + "\n\n".join(operative)) if (f.code, f.label) == ("UN205", label)]
    assert told == [f"Number {expected} was expected here; found: {number}."]


@pytest.mark.parametrize(("number", "codes"), [("2. Requests a report;", {"UN203"}), ("2. October;", {"UN404"})])
def test_a_number_within_a_sentence_is_a_lost_mark_unless_it_is_a_date(number, codes):
    draft = f"{PREAMBLE}1. Urges all States to act by {number}\n\n3. {ENDING}"
    assert {f.code for f in review(draft) if f.label == "OP1"} == codes


@pytest.mark.parametrize(("marks", "expected"), [("A C", "B"), ("a c", "b"), ("i iii", "ii"), ("1 3", "2")])
def test_marks_go_on_in_the_style_in_which_they_began(marks, expected):
    first, second = marks.split()
    draft = f"{PREAMBLE}1. Urges all States:\n\n({first}) To act;\n\n({second}) To rest;\n\n2. {ENDING}"
    (told,) = [f.message for f in review(draft) if f.code == "UN301"]
    assert f"({expected}) was expected here; found: ({second})" in told


def test_a_paragraph_behind_the_closing_lines_is_out_of_place():
    draft = f"{PREAMBLE}1. Urges all;\n\n2. {ENDING}\n\n30th plenary meeting\n23 November 2020\n\n3. Requests the Secretary-General to report on it."
    assert [f.code for f in review(draft)] == ["UN001"]


# ---- what is no draft


@pytest.mark.parametrize("nothing", ["", " \n\n", "\ufeff"])
def test_an_empty_text_gives_one_finding(nothing):
    assert found(nothing) == [("UN001", "")]


def test_what_is_no_text_is_one_error():
    with pytest.raises(ReadError):
        review(None)  # type: ignore[arg-type]


def test_other_languages_have_no_rules():
    assert (
        review("L’Assemblée générale,\n\nRappelant les résolutions et les décisions des organes.", language="fr") == []
    )


def test_composite_resolutions_are_reviewed_part_by_part():
    part = rk.parse(PREAMBLE + "Decides to rest")
    assert found(rk.Resolution(organ="The General Assembly", parts=(part, part))) == [("UN204", "OP1")] * 2


def test_a_part_may_leave_the_organ_line_to_the_first():
    part = rk.parse(PREAMBLE + "Decides to rest.")
    without = replace(part, organ="")
    assert found(rk.Resolution(organ="The General Assembly", parts=(part, without))) == []
    assert found(rk.Resolution(parts=(part, without))) == [("UN002", "organ")]


# ---- what stands directly before the words of a pattern may excuse them

EXCUSED = [
    # text of a paragraph, code, what is told
    ("Noting that Mr. Annan spoke", "UN509", []),
    ("Noting that Mr. Annan spoke. He was right", "UN509", ["."]),
    ("Noting the state of wharves, buoys, and piers", "UN511", [", "]),
    ("Noting the state of Atlantic wharves, buoys, and piers", "UN511", [", "]),
    ("Noting the state of Atlantic, buoys, and piers", "UN511", []),
    (f"Noting the state of A{'b' * 52}, buoys, and piers", "UN511", []),  # sixty characters are looked at
    (f"Noting the state of A{'b' * 53}, buoys, and piers", "UN511", [", "]),
]


@pytest.mark.parametrize(("text", "code", "told"), EXCUSED, ids=[row[0][:60] for row in EXCUSED])
def test_words_before_a_slip_may_excuse_it(text, code, told):
    res = rk.parse(f"{HEAD}{text},{END}")
    assert [res[f.label].text[slice(*f.span)] for f in review(res) if f.code == code] == told


def test_an_abbreviation_may_be_the_first_word():
    assert (
        found(f"{PREAMBLE}1. Appoints:\n\n(a) Mr. Annan of Ghana;\n\n(b) Ms. Silva of Brazil;\n\n2. Decides to rest.")
        == []
    )


# ---- 75/10 itself


def test_75_10_has_no_error_in_text_or_xml():
    assert [f for f in review(rk.load()) if f.severity == "error"] == []


def test_75_10_has_the_two_hints_that_its_own_slips_give():
    assert [(f.code, f.label, f.replacement) for f in review(rk.load())] == [
        ("UN105", "PP15", "sowie in Anerkennung"),
        ("UN505", "OP14", "INTERPOL"),
    ]
    assert [f for f in review(rk.source_text()) if f.severity == "error"] == []


# ---- properties

PIECES = [
    "The General Assembly,", "The General Assembly", "Die Generalversammlung,",
    "Recalling its resolution 51/1 of October 15, 1996.", "unter Hinweis auf x;", "1. Urge all States",
    "3. *fordert,* alle *auf*, zu handeln;", "(a) To act, and", "c) zu handeln", "(i) Soon:", "the Strategy²,",
    "² Resolution 60/288.", "¹ Note.", "x¹ y² z¹,", "75/10. Title.", "30th plenary meeting", "23 November 2020",
    "Annex", "recalling", "Recaling", "Also noting", "{better}", "50%", "this resolution", "resolution 1373", "# T",
    "legt nahe", "die Staaten sollen.", "Welcomes", "Welcomes also", "“Quoted.”", ":", ";", "", "²", "%s {} {0}",
]  # fmt: skip
drafts = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=14).flatmap(
    lambda pieces: st.lists(
        st.sampled_from(["\n\n", "\n", " ", "\n\n"]), min_size=len(pieces), max_size=len(pieces)
    ).map(lambda joints: "".join(p + j for p, j in zip(pieces, joints, strict=True)))
)


@given(drafts | st.text(max_size=300), st.sampled_from([None, "en", "de"]))
@settings(max_examples=400, deadline=None)
def test_review_never_fails_and_points_into_the_text(text, language):
    try:
        res = rk.parse(text, language)
    except KitError:  # an empty text: one finding
        assert len(review(text, language=language)) <= 1
        return
    texts = {p.label: p.text for p in res.paragraphs} | {"": "", "title": res.title, "organ": res.organ}
    for finding in review(text, language=language):
        start, end = finding.span
        assert finding.label in texts
        assert 0 <= start <= end <= len(texts[finding.label])
        assert finding.message
        assert finding.advice


@given(drafts)
@settings(max_examples=100, deadline=None)
def test_reviewing_twice_gives_the_same(text):
    with suppress(KitError):
        assert review(text) == review(text)


# ---- the corpus


@needs_corpus
@pytest.mark.parametrize("language", ["en", "de"])
def test_adopted_resolutions_raise_few_findings(language):
    resolutions = [rk.load(path) for path in official_files(language)]
    paragraphs = sum(len(res.paragraphs) for res in resolutions)
    found = [(f.severity, res.symbol, f.code, f.label) for res in resolutions for f in review(res)]
    errors = [each for each in found if each[0] == "error"]
    assert len(errors) <= paragraphs / 2000, errors
    assert len(found) - len(errors) <= len(resolutions) / 2


HALVES = [
    ("fordert die Parteien, humanitäre Hilfe zuzulassen", ["UN212"]),
    ("fordert die Parteien nachdrücklich auf, humanitäre Hilfe zuzulassen", []),
    ("fordert alle Staaten auf, zu handeln", []),
    ("fordert die Einstellung der Kämpfe, um Hilfe zu ermöglichen", []),
    ("fordert ein Ende der Gewalt, die zu beklagen ist", []),
    ("legt den Staaten, zu handeln", ["UN212"]),
]


@pytest.mark.parametrize(("paragraph", "codes"), HALVES)
def test_german_verbs_have_both_halves(paragraph, codes):
    draft = f"{KOPF}unter Hinweis auf die Charta,\n\n1. {paragraph};\n\n2. beschließt, mit der Angelegenheit befasst zu bleiben."
    assert [f.code for f in review(draft)] == codes


# ---- drafts as students write them: every mistake at its place, and nothing else

STUDENTS = {
    "a sentence, a slip and a colon at the organ line": (
        """
        The General Assembly:

        Recalling its resolution 51/1 of 15 October 1996,

        It is important to fight crime together,

        Mindfull of the needs of developing countries,

        1. Urges all States to act;

        2. Hopes that the situation improves.
        """,
        [("UN003", "organ"), ("UN101", "PP2"), ("UN109", "PP3"), ("UN215", "OP2")],
    ),
    "no blank lines, no mark before a number": (
        """
        The General Assembly,
        Recalling its resolution 60/1 of 16 September 2005,
        The situation of refugees is getting worse every day,
        Noting the Global Compact on Refugees
        1. Endorses the Global Compact on Refugees;
        2. Endorsing the Global Compact for Migration;
        3. Requests the High Commissioner to report
        4. Decides to stay seized of the matter.
        """,
        [("UN101", "PP2"), ("UN103", "PP3"), ("UN207", "OP2"), ("UN203", "OP3"), ("UN527", "OP4")],
    ),
    "one number twice": (
        """
        The General Assembly,

        Recalling its resolution 51/1 of 15 October 1996,

        1. Urges all States to act;

        2. Endorses the report;

        2. Requests the Secretary-General to report;

        4. Decides to rest.
        """,
        [("UN205", "OP2~2"), ("UN230", "OP2~2")],
    ),
    "dashes for sub-paragraphs, without marks": (
        """
        Die Generalversammlung,

        unter Hinweis auf die Charta der Vereinten Nationen,

        feststelend, dass Journalisten bedroht werden,

        Die Lage ist schlimm,

        Mit Dank Kenntnis nehmend von dem Bericht des Generalsekretärs,

        1. fordert die Staaten auf:
        - Straftaten zu verfolgen
        - Journalisten zu schützen;

        2. beschließt, mit der Angelegenheit befasst zu bleiben.
        """,
        [("UN109", "PP2"), ("UN101", "PP3"), ("UN102", "PP4"), ("UN303", "OP1(a)")],
    ),
}


@pytest.mark.parametrize(("draft", "expected"), STUDENTS.values(), ids=STUDENTS)
def test_mistakes_of_students(draft, expected):
    assert found(textwrap.dedent(draft).strip()) == expected


def test_a_page_that_ends_behind_a_comma_begins_no_paragraph():
    draft = HEAD + "Recalling the Strategy¹ of Nairobi,\n\n¹ Resolution 60/288.\n\nKenya, and the other States," + END
    assert [p.text for p in rk.parse(draft).preamble] == [
        "Recalling the Strategy of Nairobi, Kenya, and the other States,"
    ]


@pytest.mark.parametrize("marker", ["a.", "a)", "A."])
def test_markers_without_brackets_are_seen_in_the_text_that_was_read(marker):
    second = {"a": "b", "A": "B"}[marker[0]] + marker[1]
    text = f"{PREAMBLE}1. Urges all States:\n\n{marker} To act;\n\n{second} To rest;\n\n2. {ENDING}"
    res = rk.parse(text)
    assert "UN312" in {f.code for f in review(res, source=text)}
    assert "UN312" not in {f.code for f in review(res)}


def test_numbers_before_what_is_no_preambular_paragraph_are_no_fault_of_the_program():
    above = "1. Recalling it,\n2. Noting it,\n\nThe General Assembly,\n\n1. Urges all;\n\n2. Decides to rest."
    assert "UN122" not in {f.code for f in review(above)}
