"""A teaching model of the systems in OP13 and OP14 of A/RES/75/10, on SQLite in memory, with SYNTHETIC data.

>>> from resolutionkit import policing
>>> world = policing.World.synthetic(seed=10)
>>> _ = world.bureau("Borovia").report_stolen("P1234567")
>>> world.post("Arlandia", "airport").check("P1234567", "Borovia").in_words()
'1 hit: Stolen and Lost Travel Document Database'

``what_is_modelled()`` says for each feature which paragraph it models, and where the model
simplifies or invents. Nothing here is how INTERPOL's real systems work inside.
"""

from resolutionkit.policing.catalogue import DATABASES, WORDS, in_words, what_is_modelled
from resolutionkit.policing.results import CheckResult, Passenger, Record
from resolutionkit.policing.store import schema
from resolutionkit.policing.world import World
