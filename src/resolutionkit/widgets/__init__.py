"""What can be clicked: ipywidgets on top of everything else, with no logic of their own."""

from resolutionkit.widgets.border_check import border_check
from resolutionkit.widgets.checkup import hello
from resolutionkit.widgets.living_network import living_network
from resolutionkit.widgets.negotiating_table import NegotiatingTable, negotiating_table
from resolutionkit.widgets.paragraphs import paragraph_browser
from resolutionkit.widgets.quiz import FormBox, QuizBox, quiz, test
from resolutionkit.widgets.replies import guess, think
from resolutionkit.widgets.workbench import Workbench, workbench
