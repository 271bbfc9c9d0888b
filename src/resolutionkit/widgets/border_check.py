"""A border check to work at: a stack of travellers, what the databases answer, and what to do then."""

from resolutionkit import policing
from resolutionkit.errors import KitError, only
from resolutionkit.files import read_toml
from resolutionkit.language import Text, _
from resolutionkit.widgets.column import Shown, alert

TRAVELLERS = 8
SILENT_AT = 3  # before this traveller, counted from 0, a database falls silent
# Outcome of a database -> sign and colour: the word stands beside it, so neither has to be seen.
_LOOK = {"hit": ("●", "#D55E00"), "no hit": ("○", "#009E73"), "silent": ("?", "#767676")}


class BorderCheck(Shown):
    """A post, a stack of travellers and what became of each, in ``world`` or in a new one; all data are synthetic.

    >>> check = BorderCheck(); check.scan.click()
    >>> "1 hit" in check.answer.value, "P1234567" in check.traveller.value
    (True, True)
    """

    def __init__(self, world: policing.World | None = None) -> None:
        self.world = policing.World.synthetic(seed=10) if world is None else world
        advice = _("Leave it out, or give policing.World.synthetic(seed=10).")
        only(policing.World, self.world, expected=_("A world"), advice=advice)
        self._here, owner = self.world.members[:2]
        if world is None:
            self.world.bureau(owner).report_stolen("P1234567")
        self._stack = _stack(self.world, owner)
        self._at, self._right = 0, 0
        self._result: policing.CheckResult | None = None
        self._scanned_by_field, self._filling = False, False
        self._texts = read_toml("policing/decisions.toml")
        decisions = {code: Text(**said) for code, said in self._texts["decision"].items()}
        super().__init__(_("The border check"), "border_check", "page", self._here, policing.WORDS, decisions)
        self.country.offer({country: country for country in self.world.countries})
        self.number.observe(lambda change: self._scan_typed(), "value")
        self.scan.on_click(lambda pressed: self._scan_pressed())
        for code, button in self.decisions.items():
            button.on_click(lambda pressed, code=code: self._decide(code))
        self._show_traveller()

    def _show_traveller(self) -> None:
        """Put the next document of the stack on the table, or say that all are done."""
        self._result, self.answer.value = None, ""
        if self._at == len(self._stack):
            self.traveller.value = self.html("all_through", self._at, self._right)
            return
        if self._at == SILENT_AT:
            self.world.switch_off("stolen_documents")
        passenger = self._stack[self._at]
        kind = policing.in_words("document", str(passenger.kind))
        self.traveller.value = self.html("traveller", self._at + 1, len(self._stack), passenger, kind)
        self._filling = True
        self.kind.value, self.country.value = passenger.kind, str(passenger.issuing_country)
        self.number.value = passenger.document_number
        self._filling = False

    def _scan_typed(self) -> None:
        """Enter in the field scans; so does leaving it for the button, whose click is then the same scan."""
        if not self._filling:
            self._check()
            self._scanned_by_field = True

    def _scan_pressed(self) -> None:
        if not self._scanned_by_field:
            self._check()
        self._scanned_by_field = False

    def _check(self) -> None:
        country = self.country.value or self.country.field.value
        try:
            post = self.world.post(self._here, self.place.value)
            result = post.check(self.number.value, country, self.kind.value)
        except KitError as error:
            self._result = None
            self.answer.value = self.html("note", "✗", str(error))
            return
        here = self._stack[self._at : self._at + 1]  # nobody after the last traveller: then every document counts
        own = [f"{policing.in_words('document', str(p.kind))} {p.document_number} ({p.issuing_country})" for p in here]
        self._result = result if result.what in own or not own else None
        owners = dict.fromkeys(hit.owner for hit in result.hits)  # they find in their inbox what the check wrote
        sent = [m for owner in owners for m in self.world.bureau(owner).inbox() if m.number in result.messages]
        self.answer.value = self.html("answer", result, _LOOK, policing.DATABASES, sent)
        self._show_log()

    def _decide(self, code: str) -> None:
        result = self._result
        if result is None:
            self.note.value = alert(_("Scan the document first."))
            return
        advised = "enquire" if result.has_hit else "repeat" if result.silent else "pass"
        sign = "✓" if code == advised else "✗"
        why = self._texts["why"][advised]
        self.note.value = self.html("note", sign, str(Text(**why.get(code) or why["other"])))
        for database in result.silent:  # whoever asks again is answered; the next traveller is too
            self.world.switch_on(database)
        if self._at < len(self._stack) and code != "repeat":
            self._at += 1
            self._right += code == advised
            self._show_traveller()
        self._show_log()

    def _show_log(self) -> None:
        """Show the newest rows of the log in the reader's words."""
        log = self.world.log(5)
        heads, *rows = ([row[i] for i in (1, 3, 4, 6, 7)] for row in (log.columns, *log.cells))  # the rest stands above
        self.log.value = self.html("log", heads, rows)


def _stack(world: policing.World, owner: str) -> list[policing.Passenger]:
    """Travellers of whom some are listed; the first with a known number, one whose database will be silent."""
    first = policing.Passenger("Mirel Talvor", "P1234567", owner)
    stack = [first, *world.passengers(TRAVELLERS - 1, seed=8, listed=0.4)]
    listed = world.sql("SELECT number, issued_by, kind FROM stolen_documents ORDER BY id LIMIT 1")
    stack[SILENT_AT] = policing.Passenger(stack[SILENT_AT].name, *(listed[0] if listed else ("SYN000001", owner)))
    return stack
