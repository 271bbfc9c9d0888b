# ruff: noqa: E501 - a table is easier to read with one row a line
"""Slips of learners and Model UN delegates that can be planted into an English adopted resolution.

Each is a substitution at one place: where it may stand (kinds of pieces, "" for any), what is looked for, what stands there then, and the
codes that may report it. Importing this module adds them to ``KINDS``.
"""

from __future__ import annotations

import random
import re

from pieces import Piece
from planted import Plant, kind, pick

STATES = r"(?:all )?(?:Member )?States"
SLIPS: list[tuple[str, str, str, str, str]] = [
    # name, pieces, what stands there, what is planted, codes
    ("Requests that the Secretary-General", "op", r"^(?:\d+\. )?(Also r|Further r|R)equests the Secretary-General to ", r"\1equests that the Secretary-General ", "UN218"),
    ("Encourages that", "op", rf"^(Also e|E|I)(ncourages|nvites) ({STATES}) to ", r"\1\2 that \3 ", "UN217"),
    ("Urges States must", "op", rf"^(Also u|U)rges ({STATES}) to ", r"\1rges \2 must ", "UN217"),
    ("Calls on", "op", r"^(Also c|Further c|C)alls upon ", r"\1alls on ", "UN216"),
    ("Calls for States to", "op", rf"^(Also c|Further c|C)alls upon ({STATES}) to ", r"\1alls for \2 to ", "UN221"),
    ("Urges all nations", "op", rf"^((?:Also u|U)rges|(?:Also e|E)ncourages|(?:Also i|I)nvites) {STATES} to ", r"\1 all nations to ", "UN222"),
    ("small governments", "op", r"^(\w+|\w+ \w+) Governments ", r"\1 governments ", "UN224"),
    ("Requests Member States", "op", rf"^(Also u|U)rges ({STATES}) to ", lambda m: ("Also requests " if " " in m[1] else "Requests ") + m[2] + " to ", "UN225"),
    ("Strongly recommends", "op", r"^(Also r|R)ecommends ", r"Strongly recommends ", "UN220"),
    ("capital inside the opener", "pp", r"^(Deeply|Taking|Bearing|Expressing|Having|Gravely|Noting with) ([a-z])", lambda m: f"{m[1]} {m[2].upper()}", "UN117"),
    ("comma behind the opener", "pp", r"^(Recalling|Noting|Recognizing|Reaffirming|Emphasizing|Stressing|Convinced) (that|the|its|all) ", r"\1, \2 ", "UN119"),
    ("two sentences", "pp op", r"([a-z]{4,}), (?=[a-z]+ing |which |and [a-z]+)", r"\1. It is so. This matters, ", "UN509"),
    ("stops in the middle", "op", r"(?<=[a-z])([;.])$", r", in order to\1", "UN510"),
    ("resolution without its", "pp", r"^(Recalling(?: also| further)?) its resolution (\d+/\d+ of)", r"\1 resolution \2", "UN407"),
    ("Takes note the", "pp op", r"^(Also t|T|Further t)(akes|aking) note of the ", r"\1\2 note the ", "UN112|UN216"),
    ("Oxford comma", "", r"\b([a-z-]+, [a-z-]+) and ([a-z-]+[,;])", r"\1, and \2", "UN511"),
    ("contraction", "", r"\b(do|does|is|are|has) not\b", r"\1n’t", "UN512"),
    ("our", "", r" the international community\b(?!’)", r" us", "UN513"),
    ("etc.", "pp op", r"([a-z]{4,}),(?= [a-z])", r"\1, etc.,", "UN514"),
    ("dollars by sign", "", r"\b(\d[\d,.]*(?: million| billion)?) (?:United States )?dollars", r"$\1", "UN515"),
    ("per cent in words", "", r"\b(?:50|20|30|40|60|70|80|90|10) per cent", "fifty per cent", "UN516"),
    ("session in figures", "", r"\bseventy-(?:fifth|sixth|seventh) session", "76th session", "UN508"),
    ("symbol of a resolution", "pp", r"\bits resolution (\d+/\d+) of", r"resolution A/RES/\1 of", "UN406"),
    ("number without Roman figures", "pp", r"\b(\d{3,4}(?: [A-Z])?) \((?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI|XVII|XVIII|XIX|XX|XXI|XXII|XXIII|XXIV|XXV|XXVI|XXVII|XXVIII|XXIX|XXX)\) of", r"\1 of", "UN409|UN403"),
    ("small article of the Charter", "", r"\bArticle (\d+) of the Charter of", r"article \1 of the Charter of", "UN410"),
    ("clause", "", r"(?<=[a-z] )paragraphs? (\d+) of", r"clause \1 of", "UN411"),
    ("this Committee", "op", r"\b[Tt]he General Assembly\b(?! resolution)", "this Committee", "UN519"),
    ("acronym", "", r"\bthe (?:World Health Organization|United Nations Office on Drugs and Crime|United Nations Environment Programme|International Maritime Organization)\b", "WHO", "UN521"),
    ("acronym in brackets", "", r"\b(World Health Organization|United Nations Environment Programme|International Maritime Organization|United Nations Children’s Fund)\b", r"\1 (WHO)", "UN522"),
    ("Russia", "", r"\bthe Russian Federation\b", "Russia", "UN523"),
    ("small states", "", r"\b([Aa]ll|[Oo]ther|coastal|neighbouring) States\b", r"\1 states", "UN525|UN505"),
    ("International Community", "", r"\binternational community\b", "International Community", "UN524"),
    ("capacity building", "", r"\bcapacity-building\b", "capacity building", "UN506"),
    ("in accordance to", "", r"\bin accordance with\b", "in accordance to", "UN527"),
    ("inter alia", "", r", inter alia, ", " inter alia ", "UN528"),
    ("mankind", "", r"\bhumankind\b|\bhumanity\b", "mankind", "UN529"),
    ("disabled people", "", r"\bpersons with disabilities\b", "disabled people", "UN530"),
    ("agenda without session", "op", r" in the provisional agenda of its [a-z-]+ session", " in the agenda of next year", "UN228"),
    ("report without session", "op", r"^(?:Also r|R)equests the Secretary-General to (?:submit|report|present)\b.*$", "Requests the Secretary-General to report on the implementation of the present resolution;", "UN230|UN210"),
    ("first also", "pp1", r"^(Recalling|Reaffirming|Noting|Recognizing) ", r"\1 further ", "UN114"),
    ("unusual word", "op", r"^(?:Also r|R)equests ", "Instructs ", "UN215"),
]  # fmt: skip


def planting(name: str, kinds: str, wanted: str, put: object, codes: str) -> None:
    pattern = re.compile(wanted)

    @kind(name)
    def change(pieces: list[Piece], rng: random.Random, language: str) -> Plant | None:
        if language != "en":
            return None
        first = next((i for i, p in enumerate(pieces) if p.kind == "pp"), -1)
        allowed = ("pp", "op", "ppi", "opi") if not kinds else kinds.replace("pp1", "pp").split()

        def fits(i: int, piece: Piece) -> bool:
            if piece.kind not in allowed or (kinds == "pp1" and i != first):
                return False
            match = pattern.search(piece.text)
            return match is not None and piece.text.count("“", 0, match.start()) <= piece.text.count(
                "”", 0, match.start()
            )

        i = pick(pieces, rng, fits)
        if i is None:
            return None
        pieces[i].text = pattern.sub(put, pieces[i].text, count=1)  # type: ignore[call-overload]
        return Plant(pieces[i], codes)


for slip in SLIPS:
    planting(*slip)
