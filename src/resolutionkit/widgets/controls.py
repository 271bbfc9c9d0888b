"""What stands on the page of a widget, as its template in ``templates/`` says it: controls, and HTML inside them.

A choice from many works with the keyboard in JupyterLab. Drop-down lists and radio buttons do not: they are worked with
arrows and letters, and while they have the focus JupyterLab takes these for commands of the notebook ("a" inserts a
cell). Text fields are left alone, so :class:`Choice` is one, with suggestions. Buttons are worked with Tab, Enter and
Space only, which stay theirs: a choice from few is a row of them.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import ipywidgets
from markupsafe import Markup, escape

from resolutionkit.document.writing.html_inline import harmless, templates


def html(widget: str, place: str, *values: object) -> str:
    """Return the HTML of one place of a widget: a macro of its template. Whatever is put in is escaped."""
    return str(getattr(_macros(widget), place)(*values))


@cache
def _macros(widget: str) -> Any:
    environment = templates(Path(__file__).with_name("templates"))
    environment.filters["lines"] = lambda words: harmless(words).replace("\n", Markup("<br>"))
    return environment.get_template(f"{widget}.html").module


def laid_out(macro: str, named: dict[str, Any]) -> Any:
    """Return the widget that the HTML of a macro lays out, and put those that have an ``id`` into ``named``.

    An element is a class of ipywidgets or a :class:`Choice`, and its words are what is written on it. An attribute with a
    dot belongs to its layout or style; ``class`` is what the style sheet knows it by. Those that share an ``id`` have a
    ``key`` each, look alike, and are a dictionary.
    """
    return _made(ElementTree.fromstring(macro), named)


def _made(element: ElementTree.Element, named: dict[str, Any]) -> Any:
    given: dict[str, Any] = {}
    for name, value in element.items():
        part, dot, trait = name.partition(".")
        if dot:
            given.setdefault(part, {})[trait] = value
        elif name not in ("id", "key", "class"):
            given[name] = value == "true" if name == "continuous_update" else value
    words, inside = (element.text or "").strip(), list(element)
    if element.tag == "HTML":
        markup = (Markup(ElementTree.tostring(child, encoding="unicode", method="html")) for child in inside)
        given["value"] = str(escape(words) + Markup("").join(markup))  # as Markup it would escape what is put behind it
    elif element.tag.endswith("Box"):
        given["children"] = [_made(child, named) for child in inside]
    elif words:
        given["value" if element.tag == "Label" else "description"] = words
    if element.tag == "ToggleButtons":
        given["options"] = [(option.text, option.get("value")) for option in inside]
    key, same = element.get("key"), element.get("id", "")
    alike = named.setdefault(same, {}) if key else {}
    if alike:  # a notebook stores layout and style of each widget: these share those of the first
        first = next(iter(alike.values()))
        given |= {"layout": first.layout, "style": first.style}
    made: Any = Choice(**given) if element.tag == "Choice" else getattr(ipywidgets, element.tag)(**given)
    if key:
        alike[key] = made
    elif same:
        named[same] = made
    shown = getattr(made, "field", made)
    for css in element.get("class", "").split():
        shown.add_class(css)
    return shown


class Choice:
    """A text field whose suggestions stand for values: ``value`` is the one chosen, "" for none or nonsense.

    >>> choice = Choice("Node"); choice.offer({"United Nations": "un"}); choice.field.value = "United Nations"
    >>> choice.value
    'un'
    """

    def __init__(self, description: str, placeholder: str = "") -> None:
        words = {"description": description, "placeholder": placeholder}
        looks = {"style": {"description_width": "11em"}, "layout": {"width": "36em", "max_width": "100%"}}
        self.field = ipywidgets.Combobox(**words, **looks, continuous_update=False)
        self._values: Mapping[str, str] = {}
        self._offering = False

    @property
    def value(self) -> str:
        """The value behind the words in the field, which may be its own: OP1 for "OP1 · Requests …"."""
        words = self.field.value.strip()
        return self._values.get(words, words if words in self._values.values() else "")

    @value.setter
    def value(self, wanted: str) -> None:
        self.field.value = next((words for words, value in self._values.items() if value == wanted), "")

    def offer(self, values: Mapping[str, str]) -> None:
        """Suggest these; what was chosen stays where it is still among them, and nobody is told where it is not."""
        kept = self.value
        self._values = values
        self.field.options = tuple(values)
        if kept:
            self._offering = True  # whoever offers shows what follows from it, and would show it twice
            self.value = kept
            self._offering = False

    def on_change(self, act: Callable[[], Any]) -> None:
        """Call ``act`` whenever the reader chooses another value."""
        self.field.observe(lambda _: None if self._offering else act(), "value")
