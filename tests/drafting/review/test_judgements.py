"""What a rule calls wrong and what it lets pass, where the two lie next to each other."""

from __future__ import annotations

import pytest

import resolutionkit as rk
from resolutionkit.document.grammar.verbs import german_participles, usual, words
from resolutionkit.document.model import Footnote, Paragraph, Resolution
from resolutionkit.drafting.review import review, rule
from resolutionkit.drafting.review.draft import Draft
from resolutionkit.drafting.review.opening import opening_of
from resolutionkit.drafting.review.rules.wording import ordinal
from resolutionkit.errors import UnknownName
from resolutionkit.language import set_language

PREAMBLE = "The General Assembly,\n\nRecalling it,\n\n"
ENDING = "Decides to remain seized of the matter."
KOPF, ENDE = "Die Generalversammlung,\n\nunter Hinweis auf die Charta,\n\n", "beschließt den Plan."
TABLE = "\n\n| State | Rate |\n| --- | --- |\n| Kenya | 0.02 |"
CLOSED = "\n\n30th plenary meeting\n23 November 2020\n\n"


def told(text: str, code: str) -> list[str]:
    """Where a rule finds something: label, and the characters."""
    res = rk.parse(text)
    texts = {p.label: p.text for p in res.paragraphs} | {"organ": res.organ, "": ""}
    return [f"{f.label} {texts[f.label][slice(*f.span)]}".lstrip() for f in review(res) if f.code == code]


def drafted(*operative: str) -> str:
    return PREAMBLE + "\n\n".join(f"{n}. {text}" for n, text in enumerate([*operative, ENDING], start=1))


def verfasst(*operative: str) -> str:
    return KOPF + "\n\n".join(f"{n}. {text}" for n, text in enumerate([*operative, ENDE], start=1))


# code, what it shows, draft, label and characters of each finding
CASES = [
    ("UN001", "the organ and nothing else", "The General Assembly,", [""]),
    ("UN001", "a reason among the operative paragraphs", drafted("Urges all;\n\nRecalling further the work that so many States do,", "Asks all;"),
     ["OP1/2 Recalling further the work that so many "]),
    ("UN001", "words that go on and end with a comma", drafted("Urges all;\n\nThe States that do so much every day,", "Asks all;"), []),
    ("UN001", "a date in another form behind the closing lines", drafted("Urges all;") + CLOSED + "23 Nov 2020", []),
    ("UN002", "the organ is what a sentence is about", PREAMBLE + "The General Assembly, which meets each year,\n\n" + ENDING, []),
    ("UN002", "a second line of the organ", PREAMBLE + "The General Assembly,\n\n1. Urges all;\n\n2. Decides to rest.",
     ["PP2 The General Assembly,"]),
    ("UN003", "no comma behind the organ", drafted("Urges all;").replace("Assembly,", "Assembly"), ["organ y"]),
    ("UN004", "a comma, and no preamble", "The General Assembly,\n\n1. Urges all;\n\n2. Decides to rest.", ["organ y"]),
    ("UN205", "a number that is missing further down", PREAMBLE + f"1. Notes it;\n\n2. Urges all\n\nAsks all;\n\n4. {ENDING}", ["OP2/2 Asks"]),
    ("UN207", "a declaration with its own title and an unnumbered beginning",
     "The General Assembly\n\nAdopts the following declaration:\n\nDeclaration on soils\n\nWe, the peoples,\n\n1. Reaffirm it;\n\n2. Act.", []),
    ("UN513", "nor who speaks there",
     "The General Assembly\n\nAdopts the following declaration:\n\nDeclaration on soils\n\nWe, the peoples,\n\n1. Reaffirm it;\n\n2. Act.", []),
    ("UN501", "the Council, which says so of its own", drafted("Notes this resolution;").replace("General Assembly", "Security Council"), []),
    ("UN302", "a note with a star, as drafts of groups have it", drafted("Urges all;") + "\n\n* On behalf of the Group of 77.", []),
    ("UN201", "a declaration of one sentence", "The General Assembly\n\nAdopts the following declaration:\n\n1. We are one.", []),
    ("UN103", "the preamble of a declaration is judged", "The General Assembly,\n\nRecalling it.\n\nResolves that:\n\n1. It shall be;\n\n2. It ends.",
     ["PP1 ."]),
    ("UN105", "also, then further", PREAMBLE + "Recalling also x,\n\nRecalling further y,\n\n" + ENDING, []),
    ("UN105", "also twice", PREAMBLE + "Recalling also x,\n\nRecalling also y,\n\n" + ENDING, ["PP3 Recalling also"]),
    ("UN105", "further twice", PREAMBLE + "Recalling further x,\n\nRecalling further y,\n\n" + ENDING, []),
    ("UN203", "a quotation without a mark of its own", drafted("Decides to say “Peace first”"), ["OP1 ”"]),
    ("UN203", "a quotation with one", drafted("Decides to say: “Peace first.”"), []),
    ("UN203", "a section ends like the whole", PREAMBLE + "I\n\n1. Urges all.\n\nII\n\n1. Asks all;\n\n2. Decides to rest.", []),
    ("UN203", "no declaration begins where a number ends with a colon", PREAMBLE + "Urges all;\n\n1. Adopts it:\n\n2. We act.", ["OP1 :"]),
    ("UN204", "the last quotation brings its mark", PREAMBLE + "1. Urges all;\n\n2. Decides to say: “Peace first.”", []),
    ("UN204", "a colon, and no annex", PREAMBLE + "1. Urges all;\n\n2. Adopts these rules:", ["OP2 :"]),
    ("UN204", "a colon before an annex", PREAMBLE + "1. Urges all;\n\n2. Adopts these rules:\n\nAnnex\n\nRule one.", []),
    ("UN204", "the last sub-paragraph of the only paragraph", PREAMBLE + "Urges all:\n\n(a) To act;\n\n(b) To rest;", ["OP1(b) ;"]),
    ("UN302", "a list that was joined, its colon being lost", drafted("Urges all States\n\n(a) To act;\n\n(b) To rest;"), ["OP1 s"]),
    ("UN302", "a list that begins behind a page, its colon being lost", drafted("Urges all States of\n\n(a) To act; (b) To rest;"), ["OP1 f"]),
    ("UN118", "a semicolon, and another paragraph that a page had cut",
     PREAMBLE.replace("it,", "the acts of foreign\n\nStates, all of them; and the rest,\n\nNoting x; and y,") + ENDING, ["PP2 ;"]),
    ("UN210", "the same verb twice, to others than the Secretary-General", drafted("Requests all States to act;", "Requests all States to report;"),
     []),
    ("UN405", "the day before a session", PREAMBLE.replace("it,", "its resolution 75/10 of 31 August 2020,") + ENDING, ["PP1 75/10"]),
    ("UN405", "at the very beginning of a paragraph, of an organ that counts its own sessions",
     PREAMBLE + "Committee resolution 75/10 of 1 October 2021,\n\n" + ENDING, []),
    ("UN405", "there, of the Assembly", PREAMBLE + "Assembly resolution 75/10 of 1 October 2021,\n\n" + ENDING, ["PP2 75/10"]),
    ("UN601", "a note 0 comes first", PREAMBLE.replace("it,", "x,[^0] and y,[^1]") + ENDING + "\n\n[^0]: A/1.\n\n[^1]: A/2.", []),
    ("UN601", "a mark whose note is missing", PREAMBLE.replace("it,", "x,[^1] and y,[^2]") + ENDING + "\n\n[^1]: A/1.", ["PP1 [^2]"]),
    ("UN601", "a raised mark without any note", PREAMBLE.replace("it,", "it,¹") + ENDING, ["PP1 ¹"]),
    ("UN601", "a figure left of a mark",
     PREAMBLE.replace("it,", "the Plan,1 and the Charter,2 and the Rules of 2030,3") + ENDING + "\n\n1 A/1.\n2 A/2.", ["PP1 3"]),
    ("UN601", "a note without a mark", PREAMBLE.replace("it,", "x,[^1]") + ENDING + "\n\n[^1]: A/1.\n\n[^2]: A/2.", [""]),
    ("UN601", "the number of a document, its final mark being lost", drafted("Notes the report in A/79/7/Add.1"), []),
    ("UN601", "figures that are no marks",
     PREAMBLE.replace("it,", "10 m², resolution GC.18/Res.9 of 7 May 2010, $2,500, the 1,5 and article 1.5,") + ENDING, []),
    ("UN601", "notes two and one", PREAMBLE.replace("it,", "x,[^2] and y,[^1]") + ENDING + "\n\n[^1]: A/1.\n\n[^2]: A/2.", ["PP1 ,"]),
    ("UN205", "in a section a number that is missing",
     PREAMBLE + f"I\n\n1. Urges all;\n\nAsks all;\n\n3. Notes it.\n\nII\n\n1. Asks all;\n\n2. {ENDING}", ["I.OP1+ Asks"]),
    ("UN405", "the first day of a session", PREAMBLE.replace("it,", "its resolution 75/10 of 1 September 2020,") + ENDING, []),
    ("UN405", "the last day of a session", PREAMBLE.replace("it,", "its resolution 75/10 of 30 September 2021,") + ENDING, []),
    ("UN405", "the day after a session", PREAMBLE.replace("it,", "its resolution 75/10 of 1 October 2021,") + ENDING, ["PP1 75/10"]),
    ("UN401", "of a list the first alone is told, and what stands far behind it",
     PREAMBLE.replace("it,", "its resolutions 51/1 and 52/2 and the whole of the Strategy, its resolution 53/3,") + ENDING, ["PP1 51/1", "PP1 53/3"]),
    ("UN401", "a note further up dates no resolution", PREAMBLE.replace("it,", "the Strategy¹ and its resolution 51/1,")
     + "1. Urges all;\n\n2. Ends.\n\n¹ Resolution 60/288.", ["PP1 51/1"]),
    ("UN401", "a note within sixty characters does", PREAMBLE.replace("it,", f"its resolution 51/1 {'x' * 59}¹ and y,")
     + "1. Urges all;\n\n2. Ends.\n\n¹ Resolution 60/288.", []),
    ("UN401", "a note behind more characters does not", PREAMBLE.replace("it,", f"its resolution 51/1 {'x' * 60}¹ and y,")
     + "1. Urges all;\n\n2. Ends.\n\n¹ Resolution 60/288.", ["PP1 51/1"]),
    ("UN401", "a date behind two letters", PREAMBLE.replace("it,", "its resolution 71/314 BB of 19 July 2017,") + ENDING, []),
    ("UN401", "a date behind the organ that adopted it",
     PREAMBLE.replace("it,", "its resolution 66/281, adopted by the General Assembly on 28 June 2012,") + ENDING, []),
    ("UN401", "a letter in one of two", PREAMBLE.replace("it,", "its resolutions 55/180 A of 19 December 2000 and 61/250 C of 29 June 2007,")
     + ENDING, []),
    ("UN401", "eine Resolution, die am Tag ihrer Verabschiedung zitiert wird",
     "Die Generalversammlung,\n\nunter Hinweis auf ihre am 28. Juni 2012 verabschiedete Resolution 66/281,\n\nbeschließt, zu ruhen.", []),
    ("UN409", "an early resolution behind others",
     PREAMBLE.replace("it,", "its resolutions 2252 (ES-V) of 4 July 1967 and 2341 B of 19 December 1967,") + ENDING, ["PP1 2341 B"]),
    ("UN409", "a later one behind others", PREAMBLE.replace("it,", "its resolutions 31/2 of 4 May 1977 and 32/4 of 5 May 1978,") + ENDING, []),
    ("UN111", "five words that all belong to the verb", drafted("Condemns in the strongest possible terms all acts of piracy;"), []),
    ("UN111", "an opener with adjectives", drafted("Expresses its deep and lasting gratitude to all who gave;"), []),
    ("UN201", "a clause of time before the verb", drafted("Until the court is established, requests States to work with its registry;"), []),
    ("UN201", "a clause of grounds before it", drafted("In the light of these findings, invites the Commission to go on;"), []),
    ("UN201", "a treaty that is awaited", drafted("Pending its entry into force, also calls upon States to apply it;"), []),
    ("UN201", "a clause, and no verb", drafted("Until the court is established, States work with its registry;"), ["OP1 Until"]),
    ("UN209", "further, and somebody else", drafted("Encourages all States to act;", "Further encourages the Secretary-General to act;"),
     ["OP2 Further encourages"]),
    ("UN209", "the same the other way round",
     drafted("Encourages the Secretary-General to act;", "Further encourages all States to act;"), ["OP2 Further encourages"]),
    ("UN209", "further, and the same", drafted("Encourages all States to act;", "Further encourages all States to report;"), []),
    ("UN209", "all of them, and them", drafted("Encourages all States to act;", "Also encourages States to report;"), []),
    ("UN210", "the Secretary-General twice", drafted(*["Requests the Secretary-General to report;"] * 2), ["OP2 Requests"]),
    ("UN210", "another verb twice", drafted(*["Encourages the Secretary-General to report;"] * 2), []),
    ("UN210", "somebody else twice", drafted(*["Requests the United Nations to report;"] * 2), []),
    ("UN213", "the agenda in the last paragraph but one",
     drafted("Urges all;", "Decides to include in the provisional agenda of its eightieth session the item;"),
     ["OP2 include in the provisional agenda of its"]),
    ("UN001", "twenty-five characters behind the closing lines", drafted("Urges all;") + CLOSED + "3. Requests a new report.", []),
    ("UN001", "a dozen", drafted("Urges all;") + CLOSED + "3. Asks all.", []),
    ("UN001", "twenty-six", drafted("Urges all;") + CLOSED + "3. Requests a good report.", [""]),
    ("UN111", "six words in italics", drafted("*Expresses its deep and lasting gratitude* to all;"), []),
    ("UN111", "seven words", drafted("*Expresses its deep and very lasting gratitude* to all;"),
     ["OP1 Expresses its deep and very lasting gratitude"]),
    ("UN201", "a declaration of several sentences", "The General Assembly\n\nAdopts the following declaration:\n\n1. We are one.\n\n2. We act.", []),
    ("UN205", "a second row of numbers", PREAMBLE + f"1. Urges all;\n\n2. Asks all;\n\n1. Notes it;\n\n2. {ENDING}", []),
    ("UN205", "a row of one number is no section", PREAMBLE + f"1. Urges all;\n\n1. Asks all;\n\n2. {ENDING}", ["II.OP1 Asks"]),
    ("UN208", "of a verb in two halves the first is pointed at",
     "Die Generalversammlung,\n\nunter Hinweis auf ihn,\n\n1. erkennt die Lage an;\n\n2. erkennt die Arbeit an;\n\n3. beschließt den Plan.",
     ["OP2 erkennt"]),
    ("UN310", "of two items, nobody knows which is unlike the other", drafted("Urges all:\n\n(a) To act;\n\n(b) A speech;"), []),
    ("UN310", "of three", drafted("Urges all:\n\n(a) To act;\n\n(b) A speech;\n\n(c) To rest;"), ["OP1(b) A"]),
    ("UN103", "a colon before a table", "The General Assembly,\n\nNoting these rates:" + TABLE + "\n\nAware of it,\n\nNoting these:" + TABLE
     + "\n\nDecides to rest.", []),
    ("UN103", "a semicolon before one", "The General Assembly,\n\nNoting these rates;" + TABLE + "\n\nAware of it,\n\n" + ENDING, ["PP1 ;"]),
    ("UN203", "a mark before a table", drafted("Adopts these rates." + TABLE, "Urges all."), ["OP2 ."]),
    ("UN204", "the last mark before a table", PREAMBLE + "1. Urges all;\n\n2. Adopts these rates:" + TABLE, []),
    ("UN303", "a mark in a list that stands before a table", drafted("Urges all:\n\n(a) To act:\n\n(b) To rest:" + TABLE), []),
    ("UN303", "three whole sentences",
     drafted("Adopts these rules:\n\n(a) The Committee meets.\n\n(b) It elects a Chair.\n\n(c) It votes."), []),
    ("UN303", "two sentences, and a semicolon",
     drafted("Adopts these rules:\n\n(a) The Committee meets.\n\n(b) It elects a Chair.\n\n(c) It votes;"), ["OP1(a) .", "OP1(b) ."]),
    ("UN303", "full stops in a list of two", drafted("Urges all:\n\n(a) To act.\n\n(b) To rest."), ["OP1(a) .", "OP1(b) ."]),
    ("UN303", "a list of whole sentences that ends the resolution in another way",
     PREAMBLE + "Adopts these rules:\n\n(a) The Committee meets.\n\n(b) It elects a Chair.\n\n(c) It votes", []),
    ("UN303", "an item that was joined to the one before",
     drafted("Urges all States:\n\n(a) To protect the lives of\n\n(c) To report;"), ["OP1(a) f"]),
    ("UN307", "one that was joined so in the preamble",
     PREAMBLE.replace("it,", "the need:\n\n(a) To protect the lives of\n\n(c) To report,") + ENDING, ["PP1(a) f"]),
    ("UN303", "that is no affair of the operative part",
     PREAMBLE.replace("it,", "the need:\n\n(a) To protect the lives of\n\n(c) To report,") + ENDING, []),
    ("UN307", "that of the operative part is none of the preamble", drafted("Urges all States:\n\n(a) To protect the\n\n(c) To report;"), []),
    ("UN303", "the words before a list are no item", drafted("Urges all States of\n\n(a) To act; (b) To rest;"), []),
    ("UN303", "a table stands below it", drafted("Decides on this scale:\n\n(a) The first group:\n\n| Kenya | 0.1 |\n\n(b) No others;"), []),
    ("UN307", "an item with a list below it, and one that ends with a conjunction",
     PREAMBLE.replace("it,", "the need:\n\n(a) To prevent crime:\n\n(i) By land,\n\n(ii) By sea, and\n\n(b) To report,") + ENDING, []),
    ("UN305", "an item that begins with a quotation", drafted("Decides on these words:\n\n(a) “peace” in the title;\n\n(b) “all” in it;"), []),
    ("UN305", "a name with a small letter first", drafted("Urges all:\n\n(a) eLearning to be offered;\n\n(b) To rest;"), []),
    ("UN306", "the first of two words in italics", drafted("Urges all:\n\n(a) *To assist* States that *have acceded*;\n\n(b) To rest;"),
     ["OP1(a) To assist"]),
    ("UN306", "a title further behind", drafted("Urges all:\n\n(a) To read *The Charter*;\n\n(b) To rest;"), []),
    ("UN310", "a first word before a comma", drafted("Urges all:\n\n(a) To act;\n\n(b) Reports, statistics and forms;\n\n(c) To rest;"),
     ["OP1(b) Reports"]),
    ("UN311", "three against two",
     drafted("Urges all to act by:\n\n(a) Creating a map;\n\n(b) Training young divers;\n\n(c) Using it;\n\n(d) To sail;\n\n(e) To rest;"),
     ["OP1(d) To", "OP1(e) To"]),
    ("UN311", "one that stands behind “To” in the alphabet", drafted("Urges all:\n\n(a) To act;\n\n(b) Training young divers;\n\n(c) To rest;"),
     ["OP1(b) Training"]),
    ("UN311", "of two and two those that come first are right",
     drafted("Urges all:\n\n(a) Creating a map;\n\n(b) To act;\n\n(c) Using it;\n\n(d) To rest;"), ["OP1(b) To", "OP1(d) To"]),
    ("UN303", "one item, a whole sentence", drafted("Adopts these rules:\n\n(a) The Committee meets."), ["OP1(a) ."]),
    ("UN303", "behind an item that has a list of its own",
     drafted("Urges all:\n\n(a) To act:\n\n(i) By land;\n\n(ii) By sea;\n\n(b) To speak,\n\n(c) To rest;"), ["OP1(b) ,"]),
    ("UN308", "a fourth level",
     drafted("Urges all:\n\n(a) To act:\n\n(i) By land:\n\n(1) By rail:\n\n(A) At night;\n\n(B) By day;\n\n(2) By road;"),
     []),
    ("UN310", "a single item", drafted("Urges all:\n\n(a) A speech;"), []),
    ("UN203", "a number within a sentence that another paragraph has", drafted("Adopts rules 1 and 2. These apply;", "Urges all;"), []),
    ("UN203", "the mark before a number that was taken for text",
     PREAMBLE + f"1. Urges all States to act 2. Requests a report;\n\n3. {ENDING}", ["OP1 t"]),
    ("UN203", "a full stop, and no number", PREAMBLE + f"Urges all.\n\n{ENDING}", ["OP1 ."]),
    ("UN204", "the last sentence of a declaration", "The General Assembly\n\nAdopts the following declaration:\n\n1. We are one.\n\n2. We act", []),
    ("UN204", "the last item of one",
     "The General Assembly\n\nAdopts the following declaration:\n\n1. We are one.\n\n2. We act:\n\n(a) By land.\n\n(b) By sea", []),
    ("UN205", "no numbers", PREAMBLE + f"Urges all;\n\n{ENDING}", ["OP1 Urges"]),
    ("UN205", "no numbers before the third", PREAMBLE + f"Urges all;\n\nNotes it;\n\n3. {ENDING}", ["OP0 Urges", "OP1 Notes"]),
    ("UN205", "a sentence that was joined, with the number of a rule",
     PREAMBLE + f"1. Urges all States to adopt the\n\n5. It applies to all;\n\n2. {ENDING}", []),
    ("UN205", "1 bis of a negotiating text", PREAMBLE + f"1. Urges all;\n\n1 bis. Notes it;\n\n2. {ENDING}", []),
    ("UN205", "a number that was left out", PREAMBLE + f"1. Urges all;\n\n2. Notes it;\n\n4. {ENDING}", ["OP4 Decides"]),
    ("UN205", "in a second row of numbers one that is wrong",
     PREAMBLE + f"1. Urges all;\n\n2. Notes it;\n\n1. Calls for peace;\n\n4. {ENDING}", ["II.OP4 Decides"]),
    ("UN205", "a paragraph without a number that others do not count",
     PREAMBLE + f"1. Urges all;\n\nCalls for peace;\n\n2. {ENDING}", ["OP1+ Calls", "OP2 Decides"]),
    ("UN205", "two paragraphs that the count knows",
     PREAMBLE + f"1. Urges all\n\nCalls for peace\n\nNotes it;\n\n4. {ENDING}", ["OP1/2 Calls", "OP1/3 Notes"]),
    ("UN205", "words that go on are no paragraph", PREAMBLE + f"1. Urges all;\n\nThe States and their peoples;\n\n3. {ENDING}", ["OP3 Decides"]),
    ("UN209", "once again, and somebody else",
     drafted("Encourages all States to act;", "Once again encourages the Secretary-General to act;"), []),
    ("UN210", "the Secretary-General, urged twice", drafted(*["Urges the Secretary-General to report;"] * 2), []),
    ("UN210", "the Board twice", drafted(*["Requests the Board to report;"] * 2), []),
    ("UN210", "the Secretary-General, then the Board",
     drafted("Requests the Secretary-General to report;", "Requests the Board to report;"), []),
    ("UN210", "the Secretary-General, then the United Nations",
     drafted("Requests the Secretary-General to report;", "Requests the United Nations to report;"), []),
    ("UN210", "already with also", drafted("Requests the Secretary-General to act;", "Also requests the Secretary-General to report;"), []),
    ("UN210", "behind also", drafted("Also requests the Secretary-General to act;", "Requests the Secretary-General to report;"), []),
    ("UN212", "von „lädt ein“ fehlt „ein“", verfasst("begrüßt es;", "lädt alle Staaten, zu handeln;"), ["OP2 lädt"]),
    ("UN212", "„lädt ein“", verfasst("begrüßt es;", "lädt alle Staaten ein, zu handeln;"), []),
    ("UN212", "von „hebt hervor“ fehlt „hervor“", verfasst("begrüßt es;", "hebt die Arbeit des Ausschusses;"), ["OP2 hebt"]),
    ("UN212", "„hebt hervor“", verfasst("begrüßt es;", "hebt die Arbeit hervor;"), []),
    ("UN212", "von „regt an“ fehlt „an“, hinter dem Verb steht „ferner“", verfasst("begrüßt es;", "regt ferner Gespräche;"), ["OP2 regt ferner"]),
    ("UN105", "again and again", PREAMBLE + "Recalling once again x,\n\nRecalling once again y,\n\n" + ENDING, []),
    ("UN108", "a comma within the first half of a verb", verfasst("begrüßt es;", "*fordert,* alle Staaten *auf,* zu handeln;"), ["OP2 ,"]),
    ("UN113", "a participle in an operative paragraph", drafted("Notes the report, Welcoming what it says;"), []),
    ("UN113", "a finite verb in a preambular one", PREAMBLE + "Noting the report; Requests another,\n\n" + ENDING, []),
    ("UN114", "also in the first paragraph", drafted("Also requests the Secretary-General to act;"), ["OP1 Also requests"]),
    ("UN114", "once again needs no first", drafted("Once again requests the Secretary-General to act;"), []),
    ("UN115", "one verb with other words behind it", drafted("Takes note with appreciation of the report;", "Also takes note of the letter;"), []),
    ("UN115", "behind a verb that comes later in the alphabet", drafted("Urges all;", "Also notes the report;"), ["OP2 Also notes"]),
    ("UN115", "behind one that comes earlier", drafted("Notes the report;", "Also urges all;"), ["OP2 Also urges"]),
    ("UN115", "the same verb with an adverb", drafted("Condemns the attack;", "Also strongly condemns the other;"), []),
    ("UN116", "further twice", PREAMBLE + "Recalling also x,\n\nRecalling further y,\n\nRecalling further z,\n\n" + ENDING,
     ["PP4 Recalling further"]),
    ("UN116", "further behind once again", "The General Assembly,\n\nRecalling once again x,\n\nRecalling further y,\n\n" + ENDING, []),
    ("UN116", "further behind another verb", drafted("Urges all;", "Further notes the report;"), []),
    ("UN116", "and behind one that comes earlier in the alphabet", drafted("Notes the report;", "Further urges all;"), []),
    ("UN117", "a capital within an opener", PREAMBLE + "Expressing its Deep concern,\n\n" + ENDING, ["PP2 Deep"]),
    ("UN117", "a capital behind one", PREAMBLE + "Noting the Charter,\n\n" + ENDING, []),
    ("UN117", "two capitals at the beginning are another rule's affair", PREAMBLE + "DEeply Concerned about crime,\n\n" + ENDING, []),
    ("UN119", "before an infinitive, which is the object", drafted("Decides, to act;"), ["OP1 ,"]),
    ("UN119", "before an insertion with “to”", drafted("Decides, to this end, to act;"), []),
    ("UN312", "“1.” is right in an agenda", drafted("Approves this agenda:\n\n1. Officers.\n\n2. Reports.\n\n3. Other matters."), []),
    ("UN308", "a list of figures in an agenda", drafted("Approves this agenda:\n\n1. Officers.\n\n2. Reports.\n\n3. Other matters."), []),
    ("UN312", "“a.” is right on the third level",
     drafted("Decides:\n\n(a) To act:\n\n(i) Here, where:\n\na. It is;\n\nb. It was;\n\n(ii) There;\n\n(b) To rest;"), []),
    ("UN521", "the delegation that wants it, in brackets", drafted("Urges all States to act; [EU]"), []),
    ("UN521", "beyond its bracket", drafted("Urges all States [in] NATO to act; [EU, UK]"), ["OP1 NATO"]),
    ("UN203", "a remark behind the mark", drafted("Urges all States to act; [agreed ad ref]"), []),
    ("UN203", "a remark, and no mark", drafted("Urges all States to act [agreed ad ref]"), ["OP1 ]"]),
    ("UN103", "remarks of two delegations behind the comma", drafted("Urges all;").replace("it,", "it, [US: delete] [EU]"), []),
    ("UN008", "the organ as newspapers call it", drafted("Urges all;").replace("The General", "The UN General"), ["organ The UN General Assembly"]),
    ("UN008", "der Rat, wie Zeitungen ihn nennen",
     verfasst("fordert alle auf, zu handeln;").replace("Die Generalversammlung", "Der UN-Sicherheitsrat"), ["organ Der UN-Sicherheitsrat"]),
    ("UN119", "the comma within the italics", PREAMBLE + "*Noting,* that crime grows,\n\n" + ENDING, ["PP2 ,"]),
    ("UN508", "a number soon behind a month", PREAMBLE.replace("it,", "that in May the 3rd vote was held,") + ENDING, ["PP1 3rd"]),
    ("UN508", "0th is no number", PREAMBLE.replace("it,", "its 0th and 05th session,") + ENDING, []),
    ("UN507", "letters with one bracket, of which there are more", KOPF.replace("Charta", "Buchstaben a) und b) der Charta (Kapitel I)") + ENDE, []),
    ("UN403", "resolutions of the Council, of which one is at the beginning",
     "The General Assembly,\n\nSecurity Council resolution 1373 and Council resolutions 1540 and 242,\n\n" + ENDING,
     ["PP1 1373", "PP1 1540", "PP1 242"]),
    ("UN401", "a note right behind it", PREAMBLE.replace("it,", "its resolution 51/1¹ and y,")
     + "1. Urges all;\n\n2. Ends.\n\n¹ Resolution 60/288.", []),
    ("UN401", "“its” within thirty-six characters behind the Council's name",
     PREAMBLE.replace("it,", f"Human Rights Council reports and its {'x' * 24} resolution 51/1,") + ENDING, ["PP1 51/1"]),
    ("UN401", "“its” further up", PREAMBLE.replace("it,", f"Human Rights Council reports and its {'x' * 25} resolution 51/1,") + ENDING, []),
    ("UN409", "the Security Council within sixty characters",
     PREAMBLE.replace("it,", f"that the Security Council {'x' * 24} in its resolution 242 of 22 November 1967,") + ENDING, []),
    ("UN409", "the Security Council further up",
     PREAMBLE.replace("it,", f"that the Security Council {'x' * 25} in its resolution 242 of 22 November 1967,") + ENDING, ["PP1 242"]),
    ("UN402", "a day that its month does not have is told as a date", PREAMBLE.replace(
        "it,", "its resolution 51/1 of 31 June 1996,\n\nNoting resolution 51/1 of 31 June 1996,") + ENDING, []),
    ("UN404", "the article of a day", PREAMBLE.replace("it,", "that it began on the 15th of October 1996,") + ENDING,
     ["PP1 the 15th of October 1996"]),
    ("UN404", "a day without one", PREAMBLE.replace("it,", "the Agreement of 15th of October 1996,") + ENDING, ["PP1 15th of October 1996"]),
    ("UN111", "seven words that all belong to the verb",
     drafted("Condemns piracy;", "Also condemns in the strongest possible terms all acts of piracy;"), []),
    ("UN111", "the same behind a clause",
     drafted("Condemns piracy;", "In the light of these findings, also condemns in the strongest possible terms all acts of piracy;"), []),
    ("UN111", "seven words in italics, the last with a comma", drafted("*Expresses its deep and very lasting gratitude,* to all;"), []),
    ("UN114", "also that stands in the wrong place", "The General Assembly,\n\nAlso noting the letter,\n\n" + ENDING, []),
    ("UN114", "also behind a verb of the operative part", drafted("Welcomes also the letter;"), []),
    ("UN114", "also before a verb in the wrong form", drafted("Also request the Secretary-General to act;"), []),
    ("UN401", "a citation in another paragraph, which stands further behind there",
     PREAMBLE.replace("it,", "its resolution 51/1 of 15 October 1996,\n\nNoting resolution 53/3,") + ENDING, ["PP2 53/3"]),
    ("UN401", "the date of a whole list", PREAMBLE.replace("it,", "its resolutions 51/1 and 52/2 of 4 November 1997,") + ENDING, []),
    ("UN401", "a range", PREAMBLE.replace("it,", "its resolutions 71/1 to 71/4,") + ENDING, []),
    ("UN409", "a date, and not whose resolution it is", PREAMBLE.replace("it,", "resolution 1514 of 14 December 1960,") + ENDING, ["PP1 1514"]),
    ("UN409", "whose resolution it is, and no date", PREAMBLE.replace("it,", "its resolution 1514,") + ENDING, ["PP1 1514"]),
    ("UN409", "neither", PREAMBLE.replace("it,", "resolution 1514,") + ENDING, []),
    ("UN401", "a list goes on within eleven characters", PREAMBLE.replace("it,", "its resolutions 51/1, and also 52/2,") + ENDING, ["PP1 51/1"]),
    ("UN401", "not within twelve", PREAMBLE.replace("it,", "its resolutions 51/1, and also, 52/2,") + ENDING, ["PP1 51/1", "PP1 52/2"]),
    ("UN401", "a resolution of the Human Rights Council", PREAMBLE.replace("it,", "Human Rights Council resolution 42/22,") + ENDING, []),
    ("UN401", "one of the Assembly behind the Council's name",
     PREAMBLE.replace("it,", "the reform of the Human Rights Council and its resolution 51/1,") + ENDING, ["PP1 51/1"]),
    ("UN402", "a date that is said again", PREAMBLE.replace(
        "it,", "its resolution 51/1 of 15 October 1996,\n\nNoting resolution 51/1 of 15 October 1996,")
     + ENDING, ["PP2 51/1 of 15 October 1996"]),
    ("UN402", "in a list it may stay", PREAMBLE.replace(
        "it,", "its resolution 51/1 of 15 October 1996,\n\nNoting resolutions 51/1 of 15 October 1996 and 52/2 of 4 November 1997,") + ENDING, []),
    ("UN404", "days that a month does not have",
     PREAMBLE.replace("it,", "31 April, 31 June, 31 September, 31 November, 32 August, 30 February and 31 February,") + ENDING,
     [f"PP1 {day}" for day in ("31 April", "31 June", "31 September", "31 November", "32 August", "30 February", "31 February")]),
    ("UN404", "days that it has", PREAMBLE.replace(
        "it,", "31 January, 31 March, 31 May, 31 July, 31 August, 31 October, 31 December, 30 April, 29 February and 1 May,") + ENDING, []),
    ("UN405", "a session before the thirty-first", PREAMBLE.replace("it,", "its resolution 30/2 of 4 May 1990,") + ENDING, []),
    ("UN405", "the thirty-first", PREAMBLE.replace("it,", "its resolution 31/2 of 4 May 1990,") + ENDING, ["PP1 31/2"]),
    ("UN403", "resolutions of a specialized agency have no year", PREAMBLE.replace(
        "it,", "International Telecommunication Union resolution 186, Telecommunication resolution 187 and Council resolution 242,") + ENDING,
     ["PP1 242"]),
    ("UN405", "another organ within sixty characters", PREAMBLE.replace("it,", f"resolution 61/1 of 4 May 1990 {'x' * 35} Committee,") + ENDING, []),
    ("UN405", "further behind", PREAMBLE.replace("it,", f"resolution 61/1 of 4 May 1990 {'x' * 36} Committee,") + ENDING, ["PP1 61/1"]),
    ("UN409", "a resolution of the Security Council",
     PREAMBLE.replace("it,", "that the Security Council, in its resolution 242 of 22 November 1967, spoke,") + ENDING, []),
    ("UN409", "the last number of the thirtieth session", PREAMBLE.replace("it,", "its resolution 3541 of 17 December 1975,") + ENDING, ["PP1 3541"]),
    ("UN409", "one more", PREAMBLE.replace("it,", "its resolution 3542 of 17 December 1975,") + ENDING, []),
    ("UN508", "a day behind the longest month", PREAMBLE.replace("it,", "that on September 3rd it began,") + ENDING, []),
    ("UN508", "a number behind a month and another word", PREAMBLE.replace("it,", "that in September the 3rd vote was held,") + ENDING, ["PP1 3rd"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "found"), [(c, *row) for c, _, *row in CASES], ids=[f"{row[0]}: {row[1]}" for row in CASES]
)
def test_a_rule_finds_what_is_wrong_and_nothing_else(code, text, found):
    assert told(text, code) == found


@pytest.mark.parametrize("start", ["die Lage ist schlimm,", "Hunde sind schlimm,"], ids=["an article", "a capital"])
def test_a_german_sentence_behind_a_comma_is_told_though_the_reader_joined_it(start):
    text = f"Die Generalversammlung,\n\nunter Hinweis auf die Charta,\n\n{start}\n\n1. betont dies;\n\n2. beschließt, zu ruhen."
    assert told(text, "UN101") == [f"PP1 {start.split()[0]}"]


def test_a_small_letter_that_begins_no_sentence_is_not_told():
    text = "Die Generalversammlung,\n\nunter Hinweis auf die Charta,\n\nihren Sinn und mehr,\n\n1. betont dies;\n\n2. beschließt, zu ruhen."
    assert told(text, "UN101") == []


def test_a_number_that_the_preamble_swallowed_is_expected_to_be_the_first():
    text = "The General Assembly,\n\nRecalling the acts of\n\n5. Requests the Secretary-General to report;\n\n1. Decides to rest."
    assert [f.message for f in review(text) if f.code == "UN205"] == ["Number 1 was expected here; found: 5."]


@pytest.mark.parametrize(("cover", "codes"), [(22, ["UN006"]), (23, []), (24, ["UN006"])])
def test_cover_and_closing_lines_name_the_same_day(cover, codes):
    text = f"Resolution adopted by the General Assembly on {cover} November 2020\n\n75/10. Peace\n\n{drafted('Urges all;')}"
    assert [f.code for f in review(f"{text}\n\n30th plenary meeting\n23 November 2020") if f.code == "UN006"] == codes


def test_words_that_stand_twice_were_joined_once():
    res = rk.parse(
        PREAMBLE + f"1. Urges foreign\n\nStates:\n\n(a) To help foreign States:\n\n(b) To rest;\n\n2. {ENDING}"
    )
    assert [(p.label, at) for p, at in Draft(res).joints] == [("OP1", 14)]


def test_usual_openers_are_those_of_one_language():
    assert "unter Hinweis" in usual("de", "preamble")
    assert "unter Hinweis" not in usual("en", "preamble")


BEHIND = (
    drafted("Urges all;")
    + "\n\n30th plenary meeting\n23 November 2020\n\n3. Requests the Secretary-General to report on it."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The General Assembly,", "UN001"),
        (BEHIND, "UN001"),
        ("Recalling it,\n\n1. Urges all;\n\n2. Decides to rest.", "UN002"),
        (
            f"Resolution adopted by the General Assembly on 22 November 2020\n\n75/10. Peace\n\n{drafted('Urges all;')}"
            "\n\n30th plenary meeting\n23 November 2020",
            "UN006",
        ),
        (drafted("Urges all;") + "\n\n30th plenary meeting", "UN007"),
    ],
    ids=[
        "no operative part",
        "a paragraph behind the end",
        "no organ",
        "two dates of adoption",
        "a meeting without a date",
    ],
)
def test_a_finding_that_stands_nowhere_points_at_no_character(text, code):
    assert [f.span for f in review(text) if f.code == code] == [(0, 0)]


def test_sections_of_one_paragraph_need_no_number_however_many_there_are():
    sections = [Paragraph(f"{section}.OP1", text="Urges all;") for section in ("IX", "X")]
    numbered = [Paragraph(f"VIII.OP{n}", n, text="Urges all;") for n in (1, 2)]
    draft = Resolution(
        organ="The General Assembly", preamble=(Paragraph("PP1", text="Recalling,"),), operative=(*numbered, *sections)
    )
    assert [f for f in review(draft) if f.code == "UN205"] == []


def test_words_that_were_joined_are_judged_for_themselves_whatever_stands_in_italics_before():
    joined = opening_of(Paragraph("PP1", text="Noting x, States act", opener_spans=((0, 6),)), 10, "preamble", "en")
    assert (joined.words, joined.kind, joined.joined) == ("States", "none", True)


@pytest.mark.parametrize("text", ["herunterspielend, dass", "unwiderlegend, dass", "labend, was ist"])
def test_a_german_participle_that_nobody_has_used_is_right(text):
    opening = opening_of(Paragraph("PP1", text=text), 0, "preamble", "de")
    assert (opening.kind, opening.words, opening.better) == ("right", text.split(",")[0], "")


def test_short_words_within_german_openers_are_no_participles():
    assert german_participles().isdisjoint({"auf", "der", "die", "im", "mit", "sich", "und", "von"})


def test_every_word_that_opens_alone_in_german_is_known_when_it_has_a_slip():
    alone = {word for word in words()["de"]["preamble"]["alone"] if " " not in word}
    assert alone <= german_participles()


def test_a_comma_is_not_just_put_in_where_another_mark_stands():
    (finding,) = [f for f in rk.review(drafted("Urges all;").replace("Assembly,", "Assembly:")) if f.code == "UN003"]
    assert finding.replacement is None


def test_a_code_that_no_rule_has_is_answered_with_three_that_there_are():
    with pytest.raises(UnknownName, match="UN001, UN002, UN003"):
        rule("???")


@pytest.mark.parametrize(
    ("cited", "better"),
    [
        ("3400 of 15 December 1975", "3400 (XXX)"),  # the last session whose number is Roman
        ("3400 of 31 August 1976", "3400 (XXX)"),
        ("3400 of 1 September 1976", None),
        ("40 of 1 September 1946", "40 (I)"),
        ("40 of 31 August 1946", None),
        ("40 of 31 August 1945", None),
        ("40 of 3 May 1944", None),
        ("51/1 of July 31st, 1996", "31 July 1996"),
        ("51/1 of July 0, 1996", None),
        ("51/1 of 31 June 1996", None),  # whoever wrote it knows which day was meant
        ("51/1 of 5 June '96", None),
        ("51/1 of 5 June '01", None),
        ("51/1 of 05 June 1996", "5 June"),
        ("51/1 of 15.10.1996", "15 October 1996"),
        ("51/1 of 3. 4. 1996", "3 April 1996"),
        ("51/1 of 15/10/1996", "15 October 1996"),
        ("51/1 of 13/12/1996", "13 December 1996"),
        ("51/1 of 10/13/1996", "13 October 1996"),
        ("51/1 of 12/12/1996", "12 December 1996"),
        ("51/1 of 10/12/1996", None),  # in October or in December?
        ("51/1 of 12/10/1996", None),
        ("51/1 of 12/13/1996", "13 December 1996"),
        ("51/1 of 13/13/1996", None),
        ("51/1 of 31.6.1996", None),
        ("51/1 of 1996-10-05", "5 October 1996"),
        ("51/1 of 15 Sept. 1996", "15 September 1996"),
        ("51/1 of 29th of February", "29 February"),
        ("51/1 of 30 February 1996", None),
        ("51/1 of 15 June 99", None),
    ],
)
def test_what_would_be_right_is_said_where_it_is_certain(cited, better):
    draft = PREAMBLE.replace("it,", f"its resolution {cited},") + ENDING
    assert [f.replacement for f in review(draft) if f.code in ("UN404", "UN409")] == [better]


REPLACED = [
    ("UN205", PREAMBLE + f"1. Urges all States to\n\n5. Requests a report from all;\n\n2. {ENDING}", ["2"]),
    ("UN211", drafted("Urges all;", "Takes note also of the report;"), ["Also takes note"]),
    ("UN211", drafted("Urges all;", "Welcomes further the report;"), ["Further welcomes"]),
    ("UN303", drafted("Urges all States:\n\n(a) To protect the lives of\n\n(c) To report;"), ["f;"]),
    ("UN307", PREAMBLE.replace("it,", "the need:\n\n(a) To protect the lives of\n\n(c) To report,") + ENDING, ["f,"]),
    ("UN116", PREAMBLE + "Recalling further y,\n\nRecalling further z,\n\n" + ENDING, ["Recalling also", "Recalling"]),
    ("UN404", KOPF.replace("Charta", "Sitzung vom 15. Mrz 1996") + ENDE, [None]),
]


@pytest.mark.parametrize(("code", "text", "better"), REPLACED)
def test_what_stands_there_afterwards(code, text, better):
    assert [f.replacement for f in review(text) if f.code == code] == better


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Noting the report (A/75/1) and the letter (A/75/2,", 42),
        ("Noting the report “Peace” and the letter “War,", 41),
    ],
)
def test_the_last_of_several_brackets_or_quotation_marks_is_the_open_one(text, at):
    assert [f.span for f in review(f"The General Assembly,\n\n{text}\n\n{ENDING}") if f.code == "UN507"] == [
        (at, at + 1)
    ]


SECTIONS = [
    # label, number and text of each operative paragraph: what is told
    ([("I.PP1", None, "Noting x,"), ("I.OP1", None, "Urges all;"), ("II.PP1", None, "Noting y,"), ("II.OP1", None, "Urges all.")], []),
    ([("I.PP1", None, "Noting x,"), ("I.OP1", 1, "Urges all;"), ("II.PP1", None, "Noting y,"), ("II.OP1", 1, "Urges all.")], []),
    ([("I.PP1", None, "Noting x;"), ("I.OP1", 1, "Urges all.")], []),
    ([("I.PP1", None, "Noting x."), ("I.OP1", 1, "Urges all.")], ["UN103 I.PP1"]),
    ([("I.OP1", 1, "Urges all;"), ("I.OP2", 2, "Notes it."), ("II.OP1", None, "Calls for peace."), ("III.OP1", 1, "Asks all;"),
      ("III.OP2", 2, "Urges all.")], []),
    ([("OP1", 1, "Urges all.")], ["UN206 OP1"]),
    ([("OP1", None, "Urges all.")], []),
    ([("OP0", None, "Urges all;"), ("OP1", None, "Adopts these rules:"), ("OP3", 3, "Urges all.")], ["UN205 OP0", "UN205 OP1"]),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "found"), SECTIONS)
def test_numbers_and_marks_in_sections(paragraphs, found):
    operative = tuple(Paragraph(label, number, text=text) for label, number, text in paragraphs)
    draft = Resolution(organ="The General Assembly", preamble=(Paragraph("PP1", text="Aware,"),), operative=operative)
    told = [f"{f.code} {f.label}" for f in review(draft) if f.code in ("UN103", "UN205", "UN206")]
    assert told == found


def test_an_organ_has_its_name_in_the_language_of_the_draft():
    draft = "GENERAL ASSEMBLY,\n\nunter Hinweis auf ihn,\n\n1. begrüßt den Bericht;\n\n2. beschließt den Plan."
    assert [f.replacement for f in review(draft, language="de") if f.code == "UN008"] == ["Die Generalversammlung"]


@pytest.mark.parametrize(
    ("session", "began"), [(30, None), (31, 1976), (75, 2020), (81, 2026), (82, None)], ids=lambda value: str(value)
)
def test_of_a_date_that_the_kit_does_not_know_the_year_of_the_session_is_told(session, began):
    draft = PREAMBLE.replace("it,", f"its resolution {session}/999,") + ENDING
    (advice,) = [f.advice for f in review(draft) if f.code == "UN401"]
    assert ("its session began" in advice) == bool(began)
    assert began is None or f"September {began}" in advice


def test_what_stands_behind_the_closing_lines_is_quoted_with_its_first_forty_characters():
    line = "3. Requests the Secretary-General to write a report on all of this;"
    (finding,) = [f for f in review(drafted("Urges all;") + CLOSED + line) if f.code == "UN001"]
    assert f"“{line[:40]}…”" in finding.message


@pytest.mark.parametrize(
    ("items", "first"),
    [
        ("To act|Creating a map|To rest", "To"),
        ("Creating a map|To act|Using it", "Creating"),
        ("To act|Using it", "To"),
    ],
)
def test_the_form_that_others_have_is_named(items, first):
    marked = "\n\n".join(f"({letter}) {item};" for letter, item in zip("abc", items.split("|"), strict=False))
    (finding,) = [f for f in review(drafted(f"Urges all:\n\n{marked}")) if f.code == "UN311"]
    assert f"“{first}”" in finding.message + finding.advice


@pytest.mark.parametrize(
    ("asking", "verb"), [("Demanding", "Demands"), ("Also requesting", "Requests"), ("Deciding", "Decides")]
)
def test_the_verb_that_would_ask_is_named(asking, verb):
    draft = PREAMBLE.replace("Recalling it,", f"{asking} that States act,") + ENDING
    assert [f"“{verb}”" in f.advice for f in review(draft) if f.code == "UN120"] == [True]


DECLARATIONS = [
    # number and text of each operative paragraph, how many of them are judged
    ([(None, "Adopts this declaration:"), (1, "We are one."), (2, "We act.")], 1),
    ([(None, "Adopts this declaration;"), (1, "We are one."), (2, "We act:")], 3),
    ([(1, "Adopts this declaration:"), (2, "We are one."), (3, "We act.")], 3),
    ([(None, "Adopts this declaration:"), (None, "We are one."), (1, "We act.")], 3),
    ([(None, "Adopts this declaration:"), (1, "We are one.")], 1),
    ([(None, "Adopts this declaration:")], 1),
]


@pytest.mark.parametrize(("paragraphs", "judged"), DECLARATIONS)
def test_the_sentences_of_a_declaration_are_not_judged(paragraphs, judged):
    operative = [Paragraph(f"OP{i}", number, text=text) for i, (number, text) in enumerate(paragraphs)]
    draft = Draft(Resolution(organ="The General Assembly", operative=tuple(operative)))
    assert draft.operative == operative[:judged]


def test_the_last_item_of_a_declaration_is_not_judged():
    items = (Paragraph("OP2(a)", text="By land.", marker="a"), Paragraph("OP2(b)", text="By sea", marker="b"))
    adopts, we_are = Paragraph("OP0", text="Adopts this declaration:"), Paragraph("OP1", 1, text="We are one.")
    draft = Resolution(operative=(adopts, we_are, Paragraph("OP2", 2, text="We act:", items=items)))
    assert [f for f in review(draft) if f.code == "UN204"] == []


@pytest.mark.parametrize(
    ("markers", "message"),
    [
        ("v ii iii", "(i) was expected here; found: (v)"),
        ("iv v ii", "(i) was expected here; found: (iv)"),
        ("b a i", "(a) was expected here; found: (b)"),
        ("h i j", "(a) was expected here; found: (h)"),
        ("a i c", "(b) was expected here; found: (i)"),
        ("b c d i", "(a) was expected here; found: (b)"),
        ("i ii a", "(iii) was expected here; found: (a)"),
        ("1 2 c", "(3) was expected here; found: (c)"),
        ("A B c", "(C) was expected here; found: (c)"),
    ],
)
def test_a_list_is_roman_if_its_first_markers_are(markers, message):
    items = tuple(Paragraph(f"OP1({m})", text="To act;", marker=m) for m in markers.split())
    operative = (Paragraph("OP1", 1, text="Urges all:", items=items), Paragraph("OP2", 2, text=ENDING))
    draft = Resolution(organ="The General Assembly", preamble=(Paragraph("PP1", text="Aware,"),), operative=operative)
    assert [message in f.message for f in review(draft) if f.code == "UN301"] == [True]


def test_titles_of_documents_are_quoted_in_german_alone():
    sources = {}
    for language in ("en", "de"):
        set_language(language)
        sources[language] = rule("UN103").source_in_words()
    set_language("en")
    assert "„" not in sources["en"]
    assert sources["de"].startswith("„United Nations Editorial Manual")


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "first"),
        (19, "nineteenth"),
        (20, "twentieth"),
        (21, "twenty-first"),
        (80, "eightieth"),
        (99, "ninety-ninth"),
    ],
)
def test_ordinal_numbers_in_words(number, word):
    assert ordinal(number) == word


def test_of_verbs_that_open_three_paragraphs_the_place_of_also_is_known():
    verbs = {
        times: {opener.lower() for opener, n in usual("en", "operative").items() if n == times} for times in (2, 3)
    }
    rare, known = (min(verb for verb in verbs[times] if " " not in verb) for times in (2, 3))
    assert told(drafted("Urges all;", f"{known.capitalize()} also the report;"), "UN211") == [
        f"OP2 {known.capitalize()} also"
    ]
    assert told(drafted("Urges all;", f"{rare.capitalize()} also the report;"), "UN211") == []


def test_a_year_keeps_the_capital_of_its_sentence() -> None:
    draft = "Die Generalversammlung,\n\nbetonend, dass sie in 2026 tagt. In 2026 tagt sie,\n\n1. beschließt, zu tagen."
    assert [f.replacement for f in review(draft, language="de") if f.code == "UN534"] == ["im Jahr", "Im Jahr"]


MARKS_OF_NOTES = [
    # language, code, text of the second paragraph, number and place of its footnotes (the first paragraph has note 3), what is told
    ("en", "UN601", "Noting the Agreement,", [(2, 21)], [(20, 21)]),
    ("en", "UN601", "Noting the Agreement,", [(2, 1)], [(0, 1)]),
    ("en", "UN601", "Noting the Agreement,", [(2, 0)], [(0, 1)]),
    ("en", "UN601", "", [(2, 0)], [(0, 0)]),
    ("en", "UN601", "Noting the Agreement,", [(5, 21), (4, 6)], []),  # in the text the mark of note 4 comes first
    ("en", "UN601", "Noting the Agreement,", [(2, None)], []),
    ("en", "UN602", "Noting the Agreement,", [(4, 20)], [(20, 21)]),
    ("en", "UN602", "Noting the Agreement,", [(4, 21)], []),
    ("de", "UN602", "feststellend, dass es gilt,", [(4, 27)], [(26, 27)]),
    ("de", "UN602", "feststellend, dass es gilt,", [(4, 0)], []),
]


@pytest.mark.parametrize(("language", "code", "text", "notes", "spans"), MARKS_OF_NOTES)
def test_a_footnote_is_told_at_the_character_before_its_mark(language, code, text, notes, spans):
    footnotes = tuple(Footnote(number, "A/1.", "PP2", at) for number, at in notes)
    first = Paragraph("PP1", text="Recalling it,", footnotes=(Footnote(3, "A/2.", "PP1", 13),))
    second = Paragraph("PP2", text=text, footnotes=footnotes)
    draft = Resolution(organ="The General Assembly", preamble=(first, second), language=language)
    assert [f.span for f in review(draft) if (f.code, f.label) == (code, "PP2")] == spans
