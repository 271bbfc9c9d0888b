"""The border-check desk: scan a document, see which databases answered and what was sent."""

from __future__ import annotations

from html import escape
from typing import Any

from resolutionkit import policing
from resolutionkit.errors import KitError
from resolutionkit.language import _, language
from resolutionkit.widgets.column import column
from resolutionkit.widgets.controls import Choice


class BorderDesk:
    """A post, a document and what became of it; all data are synthetic.

    >>> desk = BorderDesk(); desk.number.value = "P1234567"; desk.scan.click()
    >>> "hit" in desk.answer.value
    True
    """

    def __init__(self, world: policing.World | None = None) -> None:
        import ipywidgets as widgets

        self.world = world or policing.World.synthetic(seed=10)
        members = [country for country in self.world.members if self.world.bureau(country)]
        self._here, owner = members[0], members[1]
        if world is None:
            self.world.bureau(owner).report_stolen("P1234567")
        wide = {"description_width": "11em"}
        kinds = [(getattr(term, language()), kind) for kind, term in policing.POST_KINDS.items()]
        self.place = widgets.ToggleButtons(
            options=kinds,
            description=_("Post in {here}").format(here=self._here),
            style={**wide, "button_width": "auto"},  # German words are longer
        )
        self.country = Choice(_("Issued by"), {c: c for c in self.world.countries})
        self.country.value = owner
        self.number = widgets.Text(
            value="P1234567",
            continuous_update=False,  # whoever types fast and scans at once scans what he typed
            description=_("Document number"),
            style=wide,
        )
        self.scan = widgets.Button(
            description=_("Scan"),
            button_style="primary",
            tooltip=_("Ask the databases"),
        )
        self.scan.on_click(lambda _: self._check())
        self.answer = widgets.HTML(
            _("Synthetic data: no real country, person or document. Scan P1234567, then change the number.")
        )
        self.log = widgets.HTML()
        self.widget = column(
            [self.place, self.country.field, self.number, self.scan, self.answer, self.log],
            _("The border-check desk"),
        )

    def _check(self) -> None:
        try:
            result = self.world.post(self._here, self.place.value).check(
                self.number.value, self.country.value or self.country.field.value
            )
        except KitError as error:
            self.answer.value = f"<p><strong>✗</strong> {escape(str(error)).replace(chr(10), '<br>')}</p>"
            return
        self.answer.value = "".join(
            f"<pre style='white-space:pre-wrap;word-break:normal'>{escape(str(said))}</pre>"
            for said in (result, *self._sent(result))
        )
        self.log.value = self._newest()

    def _newest(self) -> str:
        """The newest rows of the log in the reader's words; the model keeps them in its own."""
        log = self.world.log(5)
        shown = [1, 3, 4, 6, 7]  # time, place, action, what, outcome: the rest stands in the answer above
        heads = "".join(f"<th scope='col' style='text-align:start'>{escape(log.columns[i])}</th>" for i in shown)
        cell = "<td style='text-align:start;padding-inline-end:.9em'>{}</td>".format
        rows = "".join(f"<tr>{''.join(cell(escape(str(row[i]))) for i in shown)}</tr>" for row in log.cells)
        title = _("The last entries of the log")
        return f"<p>{title}</p><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"

    def _sent(self, result: policing.CheckResult) -> list[policing.Message]:
        """The messages that the check wrote, as the bureaux that own the data find them."""
        owners = dict.fromkeys(hit.owner for hit in result.hits)
        return [m for owner in owners for m in self.world.bureau(owner).inbox() if m.number in result.messages]

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return self.widget._repr_mimebundle_(**kwargs)


def border_desk(world: policing.World | None = None) -> BorderDesk:
    """Show the border-check desk, of ``world`` or of a new synthetic one.

    >>> "Synthetic" in border_desk().answer.value
    True
    """
    return BorderDesk(world)
