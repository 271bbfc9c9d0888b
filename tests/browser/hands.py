"""Two ways to operate a widget: with the mouse, and with the keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest

ALL = ".jp-OutputArea-output"
TALL = {"width": 1280, "height": 12_000}
"""A page on which JupyterLab, which draws only what can be seen, draws all cells."""


class Mouse:
    """Points and clicks; letters come from the keyboard, as always."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def press(self, button: str) -> None:
        self.page.locator(f"{ALL} button", has_text=button).first.click()

    def write(self, field: str, text: str) -> None:
        self.page.locator(ALL).get_by_label(field).click(click_count=3)
        self.page.keyboard.type(text)
        self.page.locator(ALL).first.click(position={"x": 2, "y": 2})  # beside everything: the field loses the focus


class Keyboard:
    """Tab, Enter and letters; where the focus gets lost, nothing can be reached any more."""

    def __init__(self, page: Any) -> None:
        self.page = page
        page.locator(f"{ALL} button, {ALL} input").first.focus()

    def press(self, button: str) -> None:
        self._go_to(button)
        self.page.keyboard.press("Enter")
        assert self._here() == button, f"the focus leaves {button!r} when it is pressed"

    def write(self, field: str, text: str) -> None:
        self._go_to(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Tab")

    def _here(self) -> str | None:
        """What stands on the control that has the focus, or beside it; None outside the output."""
        return self.page.evaluate(
            """inside => {
                const here = document.activeElement;
                if (!here.closest(inside)) return null;
                return (here.labels?.[0]?.innerText || here.innerText || '').trim();
            }""",
            ALL,
        )

    def _go_to(self, wanted: str) -> None:
        for key in ("Tab", "Shift+Tab"):
            for _ in range(40):
                if self._here() == wanted:
                    return
                if self._here() is None:
                    break
                self.page.keyboard.press(key)
            if self._here() is None:  # one step beyond the widget: turn back
                self.page.keyboard.press("Shift+Tab" if key == "Tab" else "Tab")
        pytest.fail(f"the keyboard does not reach {wanted!r}")
