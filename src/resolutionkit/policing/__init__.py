"""A teaching model of the systems in OP13 and OP14 of A/RES/75/10, on SQLite, with SYNTHETIC data.

>>> from resolutionkit import policing
>>> world = policing.World.synthetic(seed=10)
>>> _ = world.bureau("Borovia").report_stolen("P1234567")
>>> world.post("Arlandia", "airport").check("P1234567", "Borovia").in_words()
'1 hit: Stolen and lost travel documents'

``what_is_modelled()`` says for each feature which paragraph it models, and where the model
simplifies or invents. Nothing here is how INTERPOL's real systems work inside.
"""

from __future__ import annotations

from resolutionkit.policing.bureaux import Bureau
from resolutionkit.policing.catalogue import COLOURS, DATABASES, DOCUMENT_KINDS, POST_KINDS
from resolutionkit.policing.faults import SaveError
from resolutionkit.policing.mailboxes import Secretariat
from resolutionkit.policing.messages import Message
from resolutionkit.policing.notices import Notice
from resolutionkit.policing.posts import Post
from resolutionkit.policing.results import CheckResult, Passenger, PassengerCheck, Record
from resolutionkit.policing.schema import schema
from resolutionkit.policing.what_is_modelled import MODEL_NOTES, ModelNote, what_is_modelled
from resolutionkit.policing.world import World

__all__ = [
    "COLOURS",
    "DATABASES",
    "DOCUMENT_KINDS",
    "MODEL_NOTES",
    "POST_KINDS",
    "Bureau",
    "CheckResult",
    "Message",
    "ModelNote",
    "Notice",
    "Passenger",
    "PassengerCheck",
    "Post",
    "Record",
    "SaveError",
    "Secretariat",
    "World",
    "schema",
    "what_is_modelled",
]
