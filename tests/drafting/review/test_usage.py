"""Slips that learners make within paragraphs: names, spellings, phrases, marks, dates, citations, lists."""

from __future__ import annotations

import pytest

from resolutionkit.drafting.review import review
from resolutionkit.drafting.review.usage import entries, openers

FRAMES = {
    ("en", "PP2"): "The General Assembly,\n\nAware of its role,\n\n{},\n\nDecides to remain seized of the matter.",
    (
        "de",
        "PP2",
    ): "Die Generalversammlung,\n\nin Kenntnis des Berichts,\n\n{},\n\n1. ersucht um einen Bericht;\n\n2. beschließt den Plan.",
    (
        "en",
        "OP1",
    ): "The General Assembly,\n\nAware of its role,\n\n1. {};\n\n2. Decides to remain seized of the matter.",
    ("de", "OP1"): "Die Generalversammlung,\n\nin Kenntnis des Berichts,\n\n1. {};\n\n2. beschließt den Plan.",
}


def pointed(text, language="en", label="PP2"):
    """Code and words of each finding, in the order of the text."""
    draft = FRAMES[language, label].format(text)
    return [(f.code, text[slice(*f.span)]) for f in review(draft, language=language) if f.label == label]


# language, place, text, (code, the words it points at)
SLIPS = [
    ("en", "PP2", "Noting the role of the Secretary General", ("UN505", "Secretary General")),
    ("en", "PP2", "Noting the visit of Secretary General Guterres", ("UN505", "Secretary General")),
    ("en", "PP2", "Noting the role of member states", ("UN505", "member states")),
    ("de", "PP2", "unter Hinweis auf das Pariser Abkommen", ("UN505", "Pariser Abkommen")),
    ("de", "PP2", "betonend, wie gemäss dem Plan gehandelt wird", ("UN506", "gemäss")),
    ("en", "PP2", "Noting the role of the UN in peace", ("UN505", "the UN")),
    ("en", "PP2", "Noting the UN Charter", ("UN505", "UN Charter")),
    ("en", "PP2", "Noting the work of the UNGA", ("UN521", "UNGA")),
    ("de", "PP2", "betonend, dass die Mitgliedsstaaten handeln", ("UN505", "Mitgliedsstaaten")),
    ("de", "PP2", "betonend, dass die Charta der Vereinigten Nationen gilt", ("UN505", "Vereinigten Nationen")),
    ("de", "PP2", "betonend, dass die UN-Charta gilt", ("UN505", "UN-Charta")),
    ("en", "PP2", "Noting the head of the Secretariat (Secretary General)", ("UN505", "Secretary General")),
    ("en", "PP2", "Noting the work of the Civil Society in peace", ("UN524", "Civil Society")),
    ("en", "PP2", "Noting the work of the SIDS in peace", ("UN521", "SIDS")),
    ("en", "PP2", "Noting the work of the UNGA (UNGA)", ("UN521", "UNGA"), ("UN522", " (UNGA)")),
    ("en", "PP2", "Noting the NGO’s Charter of 2015", ("UN521", "NGO’s")),
    ("en", "PP2", "Approving about the plan", ("UN110", "Approving")),  # no mending of what has to go
    ("en", "PP2", "Noting the needs of third world countries", ("UN530", "third world countries")),
    ("en", "PP2", "Noting the program of work", ("UN506", "program")),
    ("en", "PP2", "Noting the role of every organisation", ("UN506", "organisation")),
    ("en", "PP2", "Noting that States don’t act", ("UN512", "don’t")),
    ("en", "PP2", "Noting peace & security", ("UN506", "&")),
    ("en", "PP2", "Noting its seventy fifth session", ("UN508", "seventy fifth")),
    ("en", "PP2", "Noting its 75th session", ("UN508", "75th")),
    ("en", "PP2", "Noting its seventy ninth session", ("UN508", "seventy ninth")),
    ("en", "PP2", "Noting that seventy-seven per cent acted", ("UN516", "seventy-seven")),
    ("en", "OP1", "Notes the report of the Secretary-General", ("UN216", "Notes the report of")),
    ("en", "OP1", "Decides to remain ceased of the matter", ("UN506", "ceased of")),
    ("de", "PP2", "betonend, daß die Staaten handeln", ("UN506", "daß")),
    ("en", "PP2", "Emphasizing on the need to act", ("UN112", "Emphasizing on")),
    ("en", "PP2", "Bearing mind the Charter", ("UN112", "Bearing mind")),
    ("en", "PP2", "Deeply concerned of the risk", ("UN112", "concerned of")),
    ("en", "PP2", "Expressing deep concerned at the risk", ("UN112", "Expressing deep concerned")),
    ("en", "PP2", "Recognizing: the need to act", ("UN112", "Recognizing:")),
    ("en", "OP1", "Calls on all States to act", ("UN216", "Calls on")),
    ("en", "OP1", "Requests to the Secretary-General to act", ("UN216", "Requests to")),
    ("en", "OP1", "Urges: all States to act", ("UN216", "Urges:")),
    ("en", "OP1", "Demands for an end to the violence", ("UN216", "Demands for")),
    ("en", "OP1", "Congratulates to the Commission", ("UN216", "Congratulates to")),
    ("en", "OP1", "Reminds to all States their duties", ("UN216", "Reminds to")),
    ("en", "PP2", "Deploring about the loss of life", ("UN112", "Deploring about")),
    ("en", "OP1", "Notes about the delay", ("UN216", "Notes about")),
    ("en", "OP1", "Notes from the report that progress is slow", None),
    ("en", "OP1", "Commends to the attention of all States the guidelines", None),
    ("en", "OP1", "Welcomes over 100 new members", None),
    ("en", "OP1", "Commends with appreciation the work", None),
    ("en", "OP1", "Requests on an urgent basis that the report be finished", None),
    ("en", "OP1", "Recalls from the report that progress is slow", None),
    ("en", "OP1", "Demands of all parties that they cease fire", None),
    ("en", "OP1", "Approves for the period 2020–2021 the plan", None),
    ("en", "OP1", "Congratulates on its election the Bureau", None),
    ("en", "OP1", "Urges upon all States the need to act", None),
    ("en", "OP1", "Urges upon all States to act", ("UN216", "Urges upon")),
    ("en", "OP1", "Appeals all States to act", ("UN216", "Appeals all")),
    ("en", "OP1", "Calls all States to act", ("UN216", "Calls all States")),
    ("en", "OP1", "Urges strongly all States to act", ("UN216", "Urges strongly")),
    ("en", "OP1", "Condemns strongly all acts of terrorism", None),  # as resolution 75/127 does
    ("en", "OP1", "Regrets deeply the loss of life", None),
    ("en", "OP1", "Affirms for its part the readiness to assist", None),
    ("en", "OP1", "Affirms for its own people the right to work", ("UN216", "Affirms for")),
    ("en", "OP1", "Invites to its next session the Director", None),
    ("en", "OP1", "Invites on the same occasion all States to sign", None),
    ("en", "OP1", "Supports against this background the plan", None),
    ("en", "OP1", "Welcomes upon its completion the review", None),
    ("en", "OP1", "Encourages Member States, to act", ("UN234", ",")),
    ("en", "OP1", "Requests the Secretary-General, to the extent of his authority, to act", None),
    ("en", "OP1", "Invites all States, to date, to act", None),
    ("en", "OP1", "Urges all States, to avoid delays, to act", None),
    ("en", "OP1", "Urges all States, to protect people, not to act", None),
    ("en", "OP1", "Urges all States, to protect people, not only to act but also to report", None),
    ("en", "OP1", "Urges all States, to protect people and to act", ("UN234", ",")),
    ("de", "OP1", "ersucht dem Generalsekretär, zu berichten", ("UN235", "dem")),
    ("de", "OP1", "ersucht auch der Generalsekretär, zu berichten", ("UN233", "auch"), ("UN235", "der")),
    ("de", "OP1", "ersucht die dem Generalsekretär unterstehenden Ämter, zu berichten", None),
    ("de", "OP1", "dankt dem Generalsekretär", None),
    ("de", "OP1", "bittet dem Hohen Kommissar, zu berichten", ("UN235", "dem")),
    ("de", "OP1", "bittet der Hohen Kommissarin, zu berichten", None),  # “den” would not mend it
    ("de", "OP1", "bittet dem Hohen Flüchtlingskommissar, zu berichten", ("UN235", "dem")),
    ("de", "OP1", "bittet dem Hohen Kommissariat, zu berichten", None),  # nor this
    ("de", "OP1", "bittet der Präsident, zu berichten", None),
    ("de", "OP1", "bittet dem Ausschuss angehörende Staaten, zu helfen", None),
    ("de", "OP1", "bittet dem Ausschuss und dem Rat angehörende Staaten, zu helfen", None),
    ("de", "OP1", "ersucht dem Menschenrechtsrat gegenüber rechenschaftspflichtige Stellen, zu helfen", None),
    ("de", "OP1", "ersucht dem Menschenrechtsrat, dem Ausschuss und anderen zu helfen", ("UN235", "dem")),
    ("de", "PP2", "betonend das alle Menschen verbindende Streben nach Frieden", None),
    ("de", "PP2", "betonend das der Menschheit gemeinsame Erbe", None),
    ("de", "PP2", "betonend das der Terrorismus eine große Gefahr ist", ("UN533", " das")),
    ("de", "PP2", "betonend das die Staaten enge Verbindungen nach Asien unterhalten", ("UN533", " das")),
    ("de", "PP2", "betonend, dass sie in 2026 tagt", ("UN534", "in")),
    ("de", "PP2", "betonend, dass sie in 2026 und 2027, in 2026 Städten und in 1325 tagt", None),
    ("en", "PP2", "Mindful of it’s duties", ("UN506", "it’s")),
    ("en", "PP2", "Stressing that it’s late", ("UN512", "that it’s")),
    ("en", "PP2", "Noting the recomendations of the Council", ("UN506", "recomendations")),
    ("en", "PP2", "Noting how demobilisation advances", ("UN506", "demobilisation")),
    ("en", "PP2", "Noting that States exercise, revise and promise", None),
    ("en", "PP2", "Noting that States has acted", ("UN527", "that States has")),
    ("en", "PP2", "Noting that the State has acted", None),
    ("en", "PP2", "Noting that the support of all Member States has grown", None),
    ("en", "PP2", "Noting that the support of all States has grown", None),
    ("en", "PP2", "Noting the report, which focuses in particular on youth", None),
    ("en", "PP2", "Noting that women and men are equal as citizens", None),
    ("en", "PP2", "Noting that each dependant is dependant on help", ("UN506", "dependant on")),
    ("en", "PP2", "Noting the way to an international criminal court", None),
    ("en", "PP2", "Recognizing at the same time the need to act", None),
    ("en", "OP1", "Stresses at the same time the need to act", None),
    ("en", "OP1", "Thanks for its help the Commission", ("UN215", "Thanks")),
    ("de", "OP1", "billigt das dem Bericht beigefügte Programm", None),
    ("de", "PP2", "betonend das der Bericht vorliegt", ("UN533", " das")),
    ("en", "OP1", "Also also urges all States to act", ("UN503", "Also also")),
    ("en", "PP2", "Noting that the the report is out", ("UN503", "the the")),
    ("de", "PP2", "betonend, dass der der Bericht vorliegt", None),
    ("de", "PP2", "betonend, wie sehr der Rat den den Staaten dankt", ("UN503", "den den")),
    ("de", "PP2", "betonend, dass und und steht", ("UN503", "und und")),
    ("en", "PP2", "Noting the report , which is out", ("UN504", " ,")),
    ("en", "PP2", "Noting the report,, which is out", ("UN504", ",,")),
    ("en", "PP2", "Noting the report;, which is out", ("UN504", ";,")),
    ("en", "PP2", "Noting the report (of the Office, in full", ("UN507", "(")),
    ("en", "PP2", "Noting the item “Cooperation", ("UN507", "“")),
    ("de", "PP2", "betonend, dass der Punkt „Frieden bleibt", ("UN507", "„")),
    ("en", "PP2", "Noting the report, Welcoming its findings", ("UN113", "Welcoming")),
    ("en", "OP1", "Notes the report; Also urges all States to act", ("UN113", "Also urges")),
    ("en", "PP2", "Recalling its resolution 71/19 of 21 November 2019", ("UN405", "71/19")),
    ("de", "PP2", "unter Hinweis auf ihre Resolution 71/19 vom 21. November 2019", ("UN405", "71/19")),
    ("en", "PP2", "Recalling resolution A/RES/71/19 of 21 November 2016", ("UN406", "resolution A/RES/71/19")),
    ("en", "PP2", "Recalling its Resolution 71/19 of 21 November 2016", ("UN406", "Resolution 71/19")),
    ("en", "PP2", "Recalling its resolution No. 71/19 of 21 November 2016", ("UN406", "resolution No. 71/19")),
    (
        "de",
        "PP2",
        "unter Hinweis auf ihre Resolution Nr. 71/19 vom 21. November 2016",
        ("UN406", "Resolution Nr. 71/19"),
    ),
    ("en", "PP2", "Noting that on 15 Oct. 1996 it began", ("UN404", "15 Oct. 1996")),
    ("en", "PP2", "Noting that on 15 October, 1996 it began", ("UN404", "15 October, 1996")),
    ("en", "PP2", "Noting that on 05 October 1996 it began", ("UN404", "05 October")),
    ("en", "PP2", "Noting that on 31 June 1996 it began", ("UN404", "31 June")),
    ("en", "PP2", "Noting that on 45 June 1996 it began", ("UN404", "45 June")),
    ("en", "PP2", "Noting that on 5 June '96 it began", ("UN404", "5 June '96")),
    ("de", "PP2", "betonend, dass es am 15. Okt. 1996 begann", ("UN404", "15. Okt. 1996")),
    ("de", "PP2", "betonend, dass es am 05. Oktober 1996 begann", ("UN404", "05. Oktober")),
    ("de", "PP2", "betonend, dass es am 31. Juni 1996 begann", ("UN404", "31. Juni")),
    ("en", "PP2", "RECALLING its role", ("UN102", "RECALLING")),
    ("en", "OP1", "URGES all States to act", ("UN202", "URGES")),
    ("en", "PP2", "Stressing it's commitment to peace", ("UN506", "it's")),
    ("en", "OP1", "Notes that 5 camps burned on 12 june 2024", ("UN517", "5"), ("UN506", "june")),
    ("en", "OP1", "Notes the fire of the 12th of june 2024", ("UN506", "june")),
    ("en", "PP2", "Having consider the report", ("UN112", "Having consider")),
    ("en", "OP1", "Calls upon to all States to act", ("UN216", "Calls upon to")),
    ("en", "PP2", "Recalling the resolution 71/19 of 21 November 2016", ("UN407", "the resolution")),
    ("de", "OP1", "begruesst den Bericht", ("UN214", "begruesst")),
    ("en", "OP1", "Encourages to share information", ("UN216", "Encourages to")),
    ("en", "OP1", "Suggests to all States to act", ("UN215", "Suggests to")),
    ("en", "OP1", "Reminds that all States have duties", ("UN216", "Reminds that")),
    ("en", "PP2", "Being deeply concerned about poverty", ("UN112", "Being deeply concerned")),
    ("en", "PP2", "Noting with regrets the withdrawal", ("UN112", "Noting with regrets")),
    ("en", "PP2", "Noting the Human Rights situation", ("UN524", "Human Rights situation")),
    ("de", "PP2", "Kenntnisnehmend von dem Bericht", ("UN101", "Kenntnisnehmend"), ("UN506", "Kenntnisnehmend")),
    ("de", "OP1", "fordert alle Staaten zu handeln", ("UN212", "fordert")),
    ("de", "OP1", "fordert, das alle Staaten handeln", ("UN533", ", das")),
    ("en", "PP2", 'Noting the item entitled "Peace and security', ("UN507", '"')),
    ("en", "OP1", "Urges States to pay 50 million $", ("UN515", "50 million $")),
    ("en", "PP2", "Reaffirming the principals of the Charter", ("UN506", "principals of the Charter")),
    ("en", "PP2", "Noting the laws of the 1990's", ("UN506", "1990's")),
    ("en", "PP2", "Noting the ships of the U.K. at sea", ("UN523", "the U.K.")),
    ("en", "PP2", "Noting with concerned the situation", ("UN112", "Noting with concerned")),
    ("en", "PP2", "Noting womens' participation", ("UN506", "womens'")),
    ("en", "PP2", "Noting the measures that, inter-alia, protect cables", ("UN506", "inter-alia")),
    ("en", "PP2", "Noting the important of dialogue", ("UN527", "the important of")),
    ("en", "PP2", "Acting under Chapter 7 of the UN Charter", ("UN505", "Chapter 7 of the UN Charter")),
    ("en", "OP1", "Requests Secretary-General to act", ("UN506", "Requests Secretary-General")),
    ("en", "OP1", "Suggests the creation of an agency", ("UN215", "Suggests the creation")),
    ("en", "OP1", "Strongly urges all parties involved, to act", ("UN234", ",")),
    ("en", "OP1", "Encourages, to this end, the Secretary-General to act", None),
    ("en", "PP2", "Reaffirming its Resolution 2625 (XXV) of 24 October 1970", ("UN406", "Resolution 2625 (XXV)")),
    ("en", "PP2", "Recalling its resolution 75/10 of 2020 on crime", ("UN401", "75/10 of 2020")),
    ("de", "PP2", "unter Hinweis auf ihre Resolution 75/10 aus dem Jahr 2020", ("UN401", "75/10 aus dem Jahr 2020")),
    ("de", "PP2", "betonend, dass die Zusagen der UNO gelten", ("UN505", "der UNO")),
    ("de", "PP2", "betonend, dass auch die Behinderten zählen", ("UN530", "die Behinderten")),
    ("de", "PP2", "feststellend, dass 5 % der Staaten zahlen", ("UN502", " %")),
    ("de", "PP2", "betonend, das die Zusammenarbeit wichtig ist", ("UN533", ", das")),
    ("de", "PP2", "in Bekräftigung des Übereinkommens, das die Staaten geschlossen haben", None),
    ("de", "OP1", "ruft alle Staaten, ihren Handel nicht zu behindern", ("UN212", "ruft")),
    ("de", "OP1", "ruft in Erinnerung, im Jahr 2020 versprochen zu haben", None),
    ("de", "PP2", "UNTER Hinweis auf ihre Rolle", ("UN102", "UNTER Hinweis")),
    ("de", "OP1", "FORDERT alle Staaten auf, zu handeln", ("UN202", "FORDERT")),
    ("en", "OP1", "The General Assembly urges all States to act", ("UN201", "The")),
    ("de", "OP1", "Die Generalversammlung fordert alle Staaten auf, zu handeln", ("UN201", "Die")),
]


@pytest.mark.parametrize("slip", SLIPS, ids=[slip[2][:40] for slip in SLIPS])
def test_a_slip_is_told_where_it_stands(slip):
    language, label, text, *expected = slip
    assert pointed(text, language, label) == [each for each in expected if each]


# What looks like such a slip and is none.
RIGHT = [
    ("en", "PP2", 'Noting the item entitled "Peace" and the one entitled "Security"'),
    ("en", "PP2", "Noting that nine out of ten people and one in ten children breathe it"),
    ("de", "PP2", "mit Dank an die Weltgesundheitsorganisation"),
    ("de", "PP2", "bedenkend, dass alle handeln müssen"),
    ("de", "PP2", "ermutigt durch die Fortschritte"),
    ("de", "PP2", "nach Eingang des Berichts"),
    ("de", "PP2", "von dem Wunsch geleitet, zu handeln"),
    ("de", "OP1", "äußert ihre tiefe Besorgnis über die Lage"),
    ("de", "OP1", "verleiht der Hoffnung Ausdruck, dass alle handeln"),
    ("de", "OP1", "wählt Kenia zum Mitglied der Kommission"),
    ("en", "PP2", "Noting the debt of the heavily indebted poor countries"),
    ("en", "PP2", "Noting that 10 members sit there: 5 members from Africa and 5 members from Asia"),
    ("de", "PP2", "es als wesentlich erachtend, zu handeln"),
    ("de", "PP2", "sich der Rolle der Frauen bewusst"),
    ("de", "PP2", "von der Notwendigkeit überzeugt, zu handeln"),
    (
        "en",
        "PP2",
        "Noting that the Convention states that it applies, and that the report states, inter alia, the reasons",
    ),
    (
        "en",
        "PP2",
        "Noting that it has 56 members, 5 experts and 32 observers, of whom 3 experts and 12 observers have come",
    ),
    ("de", "PP2", "mit Genugtuung über die Anstrengungen, die die Staaten unternehmen"),
    ("de", "PP2", "davon überzeugt, dass Bücher verbinden"),
    ("de", "PP2", "in tiefer Besorgnis über den Hunger"),
    ("en", "PP2", "Noting the role of UN-Women and the UN Chronicle"),
    ("en", "PP2", "Noting the work of the SIDS DOCK and the Civil Society Coalition"),
    ("en", "PP2", "Noting the member States of the region and all States"),
    ("en", "PP2", "Noting that that report is out"),
    ("en", "PP2", "Noting meetings from 3 to 6 p.m."),
    ("en", "PP2", "Noting the report (see A/75/1) and “Peace”"),
    ("en", "PP2", "Recalling Human Rights Council resolution 42/22 of 26 September 2019"),
    ("en", "PP2", "Recalling its resolution 71/19 of 30 September 2017"),
    ("en", "PP2", "Recalling, in this regard, its role"),
    ("en", "PP2", "Noting the title “States, Recalling and other tales”"),
    ("en", "PP2", "Noting that on 30 June 1996 and 1 May it began"),
    ("en", "OP1", "Calls for action"),
    ("en", "OP1", "Requests that due regard be had to the report"),
    ("de", "PP2", "betonend, dass Maßnahmen, die die Staaten ergreifen, helfen"),
    ("de", "PP2", "betonend, dass die Sitzung, in der der Rat dies beschloss, zählt"),
    ("de", "PP2", "unter Hinweis auf Buchstabe a) des Berichts"),
    ("de", "PP2", "unter Hinweis auf die Resolution 42/22 des Menschenrechtsrats vom 26. September 2019"),
]


@pytest.mark.parametrize(("language", "label", "text"), RIGHT, ids=[right[2][:40] for right in RIGHT])
def test_what_is_right_is_left_alone(language, label, text):
    assert pointed(text, language, label) == []


LISTS = [
    ("(i) To act;|(ii) To speak;|(iii) To rest;", [("UN308", "OP1(i)")]),
    ("(1) To act;|(2) To speak;|(3) To rest;", [("UN308", "OP1(1)")]),
    ("(A) To act;|(B) To speak;|(C) To rest;", [("UN308", "OP1(A)")]),
    ("(a) To act:|(i) Now;|(ii) Then;|(b) To speak;", []),
    ("(a) To act:|(i) Now:|(1) By road;|(2) By rail;|(ii) Then;|(b) To speak;", []),
    ("(a) To act:|(A) Now;|(B) Then;|(b) To speak;", [("UN308", "OP1(a)(A)")]),
    ("(a) To act;", [("UN309", "OP1(a)")]),
    ("(a) To act;|(b) Speaking;|(c) To rest;", [("UN311", "OP1(b)")]),
    ("(a) To act;|(b) Speaking;", [("UN311", "OP1(b)")]),
    ("(a) To act;|(b) A speech;|(c) To rest;", [("UN310", "OP1(b)")]),
    ("(a) To act;|(b) A speech;|(c) A vote;|(d) To rest;", []),  # which half is the slip, nobody can say
    ("(a) To meet from 10 a.m. to 1 p.m.|(b) To speak;", [("UN303", "OP1(a)")]),
    ("(a) To meet. This is to be soon.|(b) To speak;", []),
]


@pytest.mark.parametrize(("items", "expected"), LISTS, ids=[items[0] for items in LISTS])
def test_lists(items, expected):
    body = "\n\n".join(["1. Urges all States:", *items.split("|"), "2. Decides to remain seized of the matter."])
    assert [(f.code, f.label) for f in review(f"The General Assembly,\n\nAware of its role,\n\n{body}")] == expected


@pytest.mark.parametrize(
    ("language", "stray"), [("en", "Recalling the report of the Committee,"), ("de", "unter Hinweis auf den Bericht,")]
)
def test_a_preambular_paragraph_among_the_operative_ones_is_out_of_place(language, stray):
    one, two = {"en": ("Urges all to act", "Decides to rest"), "de": ("fordert den Frieden", "beschließt den Plan")}[
        language
    ]
    text = (
        FRAMES[language, "OP1"]
        .format(f"{one};\n\n{stray}\n\n2. {two}")
        .replace("\n\n2. Decides to remain", "\n\n3. Decides to remain")
    )
    found = review(text.replace("2. beschließt den Plan.", "3. beschließt den Plan."), language=language)
    assert ("UN001", "OP1/2") in [(f.code, f.label) for f in found]


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_longest_entry_is_looked_for_first(language):
    lengths = [len(entry.wrong) for entry in entries(language)]
    assert lengths == sorted(lengths, reverse=True)


def test_a_z_in_place_of_an_s_is_english():
    assert "organisation" in {entry.wrong for entry in entries("en")}
    assert "organisation" not in {entry.wrong for entry in entries("de")}


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_entry_of_the_tables_advises_what_it_blames(language):
    for entry in entries(language):
        others = [
            other for other in entries(language) if entry.wrong != entry.better
        ]  # what is right stands there as well
        assert not any(other.pattern.search(entry.better) for other in others), entry.better


def test_openers_stand_under_the_words_in_lower_case():
    for part in ("preamble", "operative"):
        assert all(words == words.lower() and better[0].isupper() for words, better in openers(part).items())
