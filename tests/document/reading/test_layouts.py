"""Drafts as delegates lay them out: whatever heads, gaps, numbers and marks they have, the paragraphs are the same."""

import itertools
import re

import pytest

import resolutionkit as rk

ENGLISH = [
    "Deeply concerned about the spread of small arms in the Sahel,",
    "Guided by the Charter of the United Nations,",
    "Having considered the report of the Secretary-General,",
    "Alarmed that more than 10,000 people were killed in 2022, most of them civilians who had fled from their homes,",
    ["Calls upon all Member States to:", "Strengthen border controls;", "Share information on arms trafficking;"],
    ["Urges the Secretary-General to appoint a special envoy;"],
    ["Requests the Office of the United Nations:", "To train border officials;", "To report on its work;"],
    ["Decides to remain seized of the matter."],
]
GERMAN = [
    "tief besorgt über die Verbreitung von Kleinwaffen im Sahel,",
    "geleitet von der Charta der Vereinten Nationen,",
    "nach Behandlung des Berichts des Generalsekretärs,",
    "in der Erkenntnis, dass 2022 mehr als 10.000 Menschen getötet wurden, von denen die meisten aus ihren Dörfern geflohen waren,",
    ["fordert alle Mitgliedstaaten auf,", "die Grenzkontrollen zu verstärken;", "Informationen auszutauschen;"],
    ["ersucht den Generalsekretär, einen Sondergesandten zu ernennen;"],
    ["bittet das Büro der Vereinten Nationen,", "Grenzbedienstete auszubilden;", "über seine Arbeit zu berichten;"],
    ["beschließt, mit der Angelegenheit befasst zu bleiben."],
]
HEADS = {
    "en": [
        ["The General Assembly,"],
        ["Committee: First Committee", "Topic: Small Arms", "Sponsors: Mali, Niger", "", "The General Assembly,"],
        ["Topic: Small Arms in the Sahel", "Sponsors: Mali, Niger"],
        ["Draft Resolution 1.1", "Committee: WHO", "", "The World Health Organization,"],
        ["**Sponsors:** Mali, Niger", "", "*The General Assembly,*"],
    ],
    "de": [
        ["Die Generalversammlung,"],
        ["Gremium: Erster Ausschuss", "Thema: Kleinwaffen", "Einbringer: Mali", "", "Die Generalversammlung,"],
        ["Resolutionsentwurf 1.1", "Gremium: WHO", "", "Die Weltgesundheitsorganisation,"],
    ],
}
PREAMBULAR = [
    "",
    "- ",
    "• ",
    "* ",
    "\t",
    "PP{n} ",
    "PP{n}: ",
    "{n}. ",
    "({n}) ",
    "{n}) ",
    "{A}. ",
    "({a}) ",
    "{a}) ",
    "{a}. ",
    "{I}. ",
    "({i}) ",
]
NUMBERS = [
    "{}) ",
    "({}) ",
    "OP{} ",
    "OP{}: ",
    "{} - ",
    "{}.- ",
    "**{}.** ",
    "{}.\t",
    "{}: ",
    "§ {} ",
    "{}\\. ",
    "{} . ",
    "(OP{}) ",
    "[OP {}] ",
    "{}.",
]
WORDS = {
    "en": ["Clause {}: ", "Article {}: ", "Operative Clause {}: "],
    "de": ["Ziffer {}: ", "Artikel {}: ", "Absatz {}: "],
}
ITEMS = [
    "({a}) ",
    "{a}) ",
    "{a}. ",
    "- ",
    "• ",
    "– ",
    "{n}{a}. ",
    "{n}.{a} ",
    "{n}({a}) ",
    "\t{a}) ",
    "   {a}. ",
    "({a})",
    "{a}\\. ",
    "{a}\\) ",
]
LABELS = ["PP1", "PP2", "PP3", "PP4", "OP1", "OP1(a)", "OP1(b)", "OP2", "OP3", "OP3(a)", "OP3(b)", "OP4"]


def draft(language, head, gaps, preambular="", number="{}. ", item="({a}) "):
    """The lines of a draft; ``gaps`` says whether blank lines stand nowhere, between the parts or everywhere."""
    lines = [*head, *[""][: gaps > 0]]
    counted = zip((1, 2, 3, 4), "abcd", "ABCD", ("i", "ii", "iii", "iv"), ("I", "II", "III", "IV"), strict=True)
    texts = ENGLISH if language == "en" else GERMAN
    for (n, a, capital, i, roman), text in zip(counted, texts[:4], strict=True):
        lines += [preambular.format(n=n, a=a, A=capital, i=i, I=roman) + text, *[""][: gaps > 1]]
    for n, (chapeau, *items) in enumerate(texts[4:], start=1):
        lines += [number.format(n) + chapeau, *[""][: gaps > 1]]
        for a, text in zip("ab", items, strict=False):
            lines += [item.format(a=a, n=n) + text, *[""][: gaps > 1]]
    return "\n".join(lines)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("gaps", [0, 1, 2], ids=["no blank lines", "between the parts", "everywhere"])
def test_layout_changes_no_paragraph(language, gaps):
    choices = [
        *({"preambular": preambular} for preambular in PREAMBULAR),
        *({"number": number} for number in NUMBERS + WORDS[language]),
        *({"item": item} for item in ITEMS),
    ]
    wrong = []
    for head, choice in itertools.product(HEADS[language], choices):
        res = rk.parse(draft(language, head, gaps, **choice))
        openers = [bool(p.opener) for p in (*res.preamble, *res.operative)]
        if [p.label for p in res.paragraphs] != LABELS or not all(openers):
            wrong.append((head[0], choice, [p.label for p in res.paragraphs]))
    assert not wrong


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("gaps", [0, 1, 2], ids=["no blank lines", "between the parts", "everywhere"])
def test_openers_in_capitals_open_paragraphs(language, gaps):
    usual = rk.parse(draft(language, HEADS[language][0], gaps))
    text = draft(language, HEADS[language][0], gaps)
    for words in {words for paragraph in usual.paragraphs for words in paragraph.opener_parts}:
        text = re.sub(rf"\b{re.escape(words)}\b", words.upper(), text)
    loud = rk.parse(text)
    openers = {p.label: tuple(words.upper() for words in p.opener_parts) for p in usual.paragraphs}
    assert {p.label: p.opener_parts for p in loud.paragraphs} == openers


NO_BLANK_LINES = {
    "as long as the widest of them": (
        ["Bearing in mind how many they are,", "Guided by the Charter,", "Alarmed by it,", "Noting it,"],
        ["Bearing in mind how many they are,", "Guided by the Charter,", "Alarmed by it,", "Noting it,"],
    ),
    "with the wrong mark, or the wrong first letter": (
        ["Bearing in mind how many they are,", "guided by the Charter;", "Alarmed by it,", "Noting it,"],
        ["Bearing in mind how many they are,", "guided by the Charter;", "Alarmed by it,", "Noting it,"],
    ),
    "one that is cut": (
        ["Bearing in mind how many they", "are, Guided and otherwise,", "Alarmed by it,", "Noting it,", "Noting all,"],
        ["Bearing in mind how many they are, Guided and otherwise,", "Alarmed by it,", "Noting it,", "Noting all,"],
    ),
    "an opener in italics below a full line": (
        ["Bearing in mind the needs of all who are poor,", "*Noting* those from the islands who", "live abroad,"],
        ["Bearing in mind the needs of all who are poor,", "Noting those from the islands who live abroad,"],
    ),
    "a paragraph over several lines": (
        [
            "Bearing in mind the needs of all who are poor,",
            "Welcoming among them those from the islands who",
            "live abroad,",
        ],
        ["Bearing in mind the needs of all who are poor, Welcoming among them those from the islands who live abroad,"],
    ),
}


@pytest.mark.parametrize(("lines", "preamble"), NO_BLANK_LINES.values(), ids=NO_BLANK_LINES)
def test_lines_that_nearly_all_end_as_paragraphs_do_are_paragraphs(lines, preamble):
    blank = "\n\n"
    rest = ["1. Urges all States to act;", "2. Requests a report;", "3. Invites all to come;", "4. Decides to rest."]
    res = rk.parse(blank.join(["The General Assembly,", "\n".join(lines), *rest]))
    assert [p.text for p in res.preamble] == preamble
