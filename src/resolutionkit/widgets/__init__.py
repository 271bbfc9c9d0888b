"""What can be clicked: ipywidgets on top of everything else, with no logic of their own. Learners type the names in small letters."""

from resolutionkit.widgets.border_check import BorderCheck as border_check
from resolutionkit.widgets.checkup import hello
from resolutionkit.widgets.living_network import LivingNetwork as living_network
from resolutionkit.widgets.negotiating_table import NegotiatingTable as negotiating_table
from resolutionkit.widgets.paragraphs import ParagraphBrowser as paragraph_browser
from resolutionkit.widgets.quiz import quiz, test
from resolutionkit.widgets.replies import GuessBox as guess
from resolutionkit.widgets.replies import ThinkBox as think
from resolutionkit.widgets.workbench import Workbench as workbench
