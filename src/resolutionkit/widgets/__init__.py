"""What can be clicked: ipywidgets on top of everything else, with no logic of their own."""

from __future__ import annotations

from resolutionkit.widgets.border_check import BorderCheck, border_check
from resolutionkit.widgets.explorer import Explorer, explorer
from resolutionkit.widgets.guess import GuessBox, guess
from resolutionkit.widgets.hello import hello
from resolutionkit.widgets.paragraphs import ParagraphBrowser, paragraph_browser
from resolutionkit.widgets.quiz import QuizBox, quiz
from resolutionkit.widgets.think import ThinkBox, think
from resolutionkit.widgets.workbench import Workbench, workbench

__all__ = [
    "BorderCheck",
    "Explorer",
    "GuessBox",
    "ParagraphBrowser",
    "QuizBox",
    "ThinkBox",
    "Workbench",
    "border_check",
    "explorer",
    "guess",
    "hello",
    "paragraph_browser",
    "quiz",
    "think",
    "workbench",
]
