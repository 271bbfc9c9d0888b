"""What the model takes from the resolution, what it simplifies, what it invents, what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from resolutionkit.language import Text, _
from resolutionkit.policing.tables import Table, banner

Basis = Literal["text", "simplified", "invented", "beyond", "left out"]


@dataclass(frozen=True, slots=True)
class ModelNote:
    """One feature: its paragraph and exact German quote (both empty where there is none), and our remark.

    ``basis``: "text": the resolution says so; "simplified": it says so, we made it simpler; "invented": ours,
    for teaching; "beyond": from another public source, which the remark names; "left out".
    """

    feature_en: str
    feature_de: str
    basis: Basis
    paragraph: str
    quote: str
    remark_en: str
    remark_de: str


_BASIS = {
    "text": ("in the resolution", "in der Resolution"),
    "simplified": ("our simplification", "unsere Vereinfachung"),
    "invented": ("our invention", "unsere Erfindung"),
    "beyond": ("beyond the resolution", "über die Resolution hinaus"),
    "left out": ("not modelled", "nicht modelliert"),
}

MODEL_NOTES: tuple[ModelNote, ...] = (
    ModelNote(
        "Member countries with a national central bureau",
        "Mitgliedsländer mit nationalem Zentralbüro",
        "text",
        "PP9",
        "der in jedem Mitgliedsland vorhandenen nationalen Zentralbüros der INTERPOL",
        "One bureau a country; police forces behind it are not modelled.",
        "Ein Büro je Land; die Polizeikräfte dahinter sind nicht modelliert.",
    ),
    ModelNote(
        "A state that is no member country has no access",
        "Ein Staat, der kein Mitgliedsland ist, hat keinen Zugang",
        "text",
        "OP13",
        "Mitgliedstaaten, die gleichzeitig auch Mitgliedsländer der INTERPOL sind",
        "Isolmark is such a state; its documents can still be asked about.",
        "Isolmark ist ein solcher Staat; nach seinen Dokumenten kann dennoch gefragt werden.",
    ),
    ModelNote(
        "Bureaux as the way in",
        "Zentralbüros als Zugang",
        "text",
        "OP13",
        "über ihre nationalen Zentralbüros leicht zugänglich sind",
        "",
        "",
    ),
    ModelNote(
        "I-24/7: messages from bureau to bureau",
        "I-24/7: Nachrichten von Büro zu Büro",
        "simplified",
        "OP13(a)",
        "das globale sichere Polizeikommunikationssystem I-24/7 der INTERPOL",
        "Plain messages with addressees; no encryption, no real network.",
        "Einfache Nachrichten mit Empfängern; keine Verschlüsselung, kein wirkliches Netz.",
    ),
    ModelNote(
        "The urgent flag",
        "Die Kennzeichnung „dringend“",
        "text",
        "OP13(a)",
        "sensible und dringliche polizeiliche Informationen",
        "That urgent messages come first in the inbox is ours.",
        "Dass dringende Nachrichten im Posteingang oben stehen, haben wir so festgelegt.",
    ),
    ModelNote(
        "Entering, updating, querying",
        "Eingeben, aktualisieren, abfragen",
        "text",
        "OP13(b)",
        "indem sie nach Bedarf Daten eingeben, aktualisieren oder abfragen",
        "",
        "",
    ),
    ModelNote(
        "All members may query",
        "Alle Mitglieder dürfen abfragen",
        "text",
        "OP13(b)",
        "durch den uneingeschränkten Zugang zu diesen Datenbanken",
        "The same sentence asks for full respect for sovereignty; see the next two rows.",
        "Derselbe Satz verlangt volle Achtung der Souveränität; siehe die nächsten zwei Zeilen.",
    ),
    ModelNote(
        "A country changes and withdraws only its own data",
        "Ein Land ändert nur eigene Daten und zieht nur eigene zurück",
        "simplified",
        "OP13(b)",
        "unter voller Achtung der nationalen Souveränität",
        "Our reading of sovereignty; the paragraph also points to INTERPOL's rules, which we do not model.",
        "Unsere Lesart der Souveränität; der Absatz nennt auch die Regeln der INTERPOL, die wir nicht modellieren.",
    ),
    ModelNote(
        "An owner may hide a record from chosen countries",
        "Ein Land kann Einträge vor anderen verbergen",
        "simplified",
        "OP13(b)",
        "der nationalen operativen Prioritäten",
        "Our reading of national priorities.",
        "Unsere Lesart der nationalen Prioritäten.",
    ),
    ModelNote(
        "Each query and change is logged, refusals too",
        "Jede Abfrage und Änderung wird protokolliert, auch abgewiesene",
        "invented",
        "",
        "",
        "The resolution does not speak of logs. A log lets the class ask who asked.",
        "Die Resolution spricht nicht von Protokollen. Mit einem Protokoll kann die Klasse fragen, wer gefragt hat.",
    ),
    ModelNote(
        "National law and neutrality",
        "Innerstaatliches Recht und Neutralität",
        "left out",
        "PP6",
        "unter voller Achtung der Souveränität der Mitgliedstaaten",
        "The model checks no law and no ground for an entry: a question for the class.",
        "Das Modell prüft weder Rechtsgrundlage noch Anlass eines Eintrags: eine Frage für die Klasse.",
    ),
    ModelNote(
        "Stolen and lost travel documents",
        "Gestohlene und verlorene Reisedokumente",
        "text",
        "OP2",
        "die Datenbank für gestohlene und verlorene Reisedokumente",
        "Also in OP6 and OP7.",
        "Auch in OP6 und OP7.",
    ),
    ModelNote(
        "Only the issuing country enters a document there",
        "Nur das ausstellende Land gibt dort Dokumente ein",
        "beyond",
        "",
        "",
        "Source: INTERPOL's public page “Stolen and Lost Travel Documents database”.",
        "Quelle: die öffentliche INTERPOL-Seite „Stolen and Lost Travel Documents database“.",
    ),
    ModelNote(
        "Travel documents associated with notices",
        "Ausschreibungen zugeordnete Reisedokumente",
        "text",
        "OP6",
        "die Datenbank zur Erfassung von Ausschreibungen zugeordneter Reisedokumenten",
        "",
        "",
    ),
    ModelNote(
        "Persons sought (nominal data)",
        "Personenfahndung",
        "simplified",
        "OP7",
        "der Datenbank für die Personenfahndung",
        "Name, year of birth, nationality and known documents; invented persons only.",
        "Name, Geburtsjahr, Staatsangehörigkeit und bekannte Dokumente; nur erfundene Personen.",
    ),
    ModelNote(
        "Fingerprints, DNA profiles, face recognition",
        "Fingerabdrücke, DNA-Profile, Gesichtserkennung",
        "simplified",
        "OP2",
        "die Fingerabdruckdatenbank, die DNA-Profil-Datenbank und das Gesichtserkennungssystem",
        "Only the fact that a country keeps such a trace; no biometric data anywhere.",
        "Nur die Tatsache, dass ein Land eine solche Spur hat; nirgends biometrische Daten.",
    ),
    ModelNote(
        "Firearms tracing",
        "Rückverfolgung von Waffen",
        "simplified",
        "OP9",
        "der INTERPOL-Datenbank zur Aufspürung und Rückverfolgung illegaler Waffen",
        "Serial number and make; the ballistic network and the reference table are left out.",
        "Seriennummer und Marke; Ballistik-Netz und Referenztafel fehlen.",
    ),
    ModelNote(
        "Notices and diffusions",
        "Ausschreibungen und Durchgaben",
        "text",
        "OP13(c)",
        "die Veröffentlichung von INTERPOL-Ausschreibungen und -Durchgaben",
        "To warn, to ask for help and to give it.",
        "Um zu warnen, um Hilfe zu bitten und Hilfe zu leisten.",
    ),
    ModelNote(
        "Notices go to all members through the General Secretariat, diffusions to bureaux of one's choice",
        "Ausschreibungen gehen über das Generalsekretariat an alle, Durchgaben an Büros eigener Wahl",
        "beyond",
        "",
        "",
        "Source for notices: INTERPOL's public page “About Notices”. Its examination of requests is not modelled.",
        "Quelle für Ausschreibungen: die öffentliche INTERPOL-Seite „About Notices“. Die Prüfung der Anträge fehlt.",
    ),
    ModelNote(
        "Colours of notices",
        "Farben der Ausschreibungen",
        "beyond",
        "",
        "",
        "Seven colours from INTERPOL's public page “About Notices”; the resolution names none.",
        "Sieben Farben von der öffentlichen INTERPOL-Seite „About Notices“; die Resolution nennt keine.",
    ),
    ModelNote(
        "Criminal analysis",
        "Kriminalistische Analysen",
        "left out",
        "OP13(d)",
        "kriminalistische Analysen, namentlich INTERPOL-Analyseprodukte",
        "",
        "",
    ),
    ModelNote(
        "Support and training",
        "Unterstützung und Ausbildung",
        "left out",
        "OP13(e)",
        "Ausbildungs- und Kapazitätsaufbauprogramme und -initiativen",
        "",
        "",
    ),
    ModelNote(
        "The database on child sexual exploitation",
        "Die Datenbank zur sexuellen Ausbeutung von Kindern",
        "left out",
        "OP6",
        "die Internationale Datenbank betreffend die sexuelle Ausbeutung von Kindern",
        "Left out on purpose.",
        "Bewusst weggelassen.",
    ),
    ModelNote(
        "Access extended from the bureau to posts",
        "Zugang, vom Büro auf Grenzstellen ausgeweitet",
        "text",
        "OP14",
        "auf ihre sonstigen nationalen Strafverfolgungsbehörden an strategisch wichtigen Orten",
        "bureau.connect(post); without it a post is refused.",
        "bureau.connect(post); ohne Anschluss wird eine Stelle abgewiesen.",
    ),
    ModelNote(
        "Four kinds of post",
        "Vier Arten von Stellen",
        "text",
        "OP14",
        "Grenzübergängen, Flughäfen, Zoll- und Einwanderungsstellen",
        "",
        "",
    ),
    ModelNote(
        "FIND: the border check",
        "FIND: die Grenzkontrolle",
        "simplified",
        "OP14",
        "der fest installierten und vernetzten INTERPOL-Datenbank (FIND) an Grenzübergangsstellen",
        "That it asks three databases for one document in one step is ours; the text does not say which.",
        "Dass drei Datenbanken in einem Schritt gefragt werden, ist unsere Annahme; der Text nennt sie nicht.",
    ),
    ModelNote(
        "Everyone is checked",
        "Alle werden überprüft",
        "simplified",
        "OP14",
        "durch die systematische und automatische Überprüfung aller Ein- und Ausreisenden",
        "The model checks documents, one by one or as a list.",
        "Das Modell prüft Dokumente, einzeln oder als Liste.",
    ),
    ModelNote(
        "A hit sends the owner a message and is no verdict",
        "Ein Treffer benachrichtigt das eingebende Land und ist kein Urteil",
        "invented",
        "",
        "",
        "A hit is a reason to ask, not proof: a document may be found again, or be somebody else's.",
        "Ein Treffer ist ein Anlass nachzufragen, kein Beweis: Dokumente werden wiedergefunden oder verwechselt.",
    ),
    ModelNote(
        "A database can fall silent",
        "Eine Datenbank kann ausfallen",
        "invented",
        "",
        "",
        "So that the class can tell “no hit” from “no answer”.",
        "Damit die Klasse „kein Treffer“ von „keine Antwort“ unterscheidet.",
    ),
    ModelNote(
        "Passenger lists checked ahead of arrival",
        "Passagierlisten, vor der Ankunft geprüft",
        "simplified",
        "OP14",
        "durch vorausschauende Kontrollen anhand von vorab übermittelten Passagierdaten und Passagierdatensätzen",
        "One kind of list for both; names of passengers are not kept.",
        "Eine Art Liste für beides; Namen von Passagieren werden nicht gespeichert.",
    ),
    ModelNote(
        "All countries, persons, documents and times",
        "Alle Länder, Personen, Dokumente und Zeiten",
        "invented",
        "",
        "",
        "SYNTHETIC, from a seed; one second of model time passes with each row of the log.",
        "SYNTHETISCH, aus einem Startwert; mit jeder Zeile des Protokolls vergeht eine Sekunde Modellzeit.",
    ),
)


def what_is_modelled() -> Table[ModelNote]:
    """Return for each feature of the model its paragraph and quote, or that it is ours, in the user's language.

    >>> notes = what_is_modelled()
    >>> [note.paragraph for note in notes if note.feature_en.startswith("FIND")]
    ['OP14']
    """
    return Table(
        MODEL_NOTES,
        [
            _("feature"),
            _("basis"),
            _("paragraph"),
            _("quote"),
            _("remark"),
        ],
        [
            (
                str(Text(note.feature_en, note.feature_de)),
                str(Text(*_BASIS[note.basis])),
                note.paragraph,
                note.quote,
                str(Text(note.remark_en, note.remark_de)),
            )
            for note in MODEL_NOTES
        ],
        caption=_("What the model takes from A/RES/75/10"),
        foot=banner(),
    )
