"""What the model takes from the resolution, what it simplifies, what it invents, what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass

from resolutionkit.files import read_toml
from resolutionkit.language import Text, _
from resolutionkit.policing.catalogue import in_words
from resolutionkit.policing.tables import Table


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: its paragraph with its words (empty where there is none), and our remark.

    ``basis``, in the user's language: "text": the resolution says so; "simplified": it says so, we made it simpler;
    "invented": ours, for teaching; "beyond": from another public source, which the remark names; "left out".
    """

    feature: str
    basis: str
    paragraph: str
    quote: str
    quote_en: str
    remark: str


def what_is_modelled() -> Table[Feature]:
    """Return for each feature of the model its paragraph and quote, or that it is ours, in the user's language.

    >>> [row.paragraph for row in what_is_modelled() if row.feature.startswith("FIND")]
    ['OP14']
    """
    features = [
        Feature(
            str(Text(**entry["name"])),
            in_words("basis", entry["basis"]),
            entry.get("paragraph", ""),
            entry.get("quote", ""),
            entry.get("quote_en", ""),
            str(Text(**entry.get("remark", {"en": ""}))),
        )
        for entry in read_toml("policing/features.toml")["feature"]
    ]
    heads = [_("feature"), _("basis"), _("paragraph"), _("in English"), _("quote"), _("remark")]
    cells = [(f.feature, f.basis, f.paragraph, f.quote_en, f.quote, f.remark) for f in features]
    return Table(features, heads, cells, caption=_("What the model takes from A/RES/75/10"))
