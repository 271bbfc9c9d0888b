"""Drafting mistakes that change words: openers, their forms and repetition, fixed expressions."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from pieces import Piece
from planted import Plant, is_leaf, kind, pick, rewrite

from resolutionkit.document.grammar import verbs


def opener_head(piece: Piece) -> str:
    return next((w for w in piece.opener.split() if w.lower() in verbs.participles() | verbs.finite_verbs()), "")


def reworded(name: str, part: str, new: Callable[[str], str], codes: str) -> None:
    """Register a kind that gives an English opener another form."""

    @kind(name)
    def change(pieces: list[Piece], rng: random.Random, language: str) -> Plant | None:
        if language != "en":
            return None
        i = pick(pieces, rng, lambda i, p: p.kind == part and bool(opener_head(p)) and bool(new(opener_head(p))))
        if i is None:
            return None
        head = opener_head(pieces[i])
        form = new(head)
        form = form.capitalize() if head[0].isupper() else form
        pieces[i].text = pieces[i].text.replace(head, form, 1)
        return Plant(pieces[i], codes)


def base_of(word: str) -> str:
    finite = word if word.lower() in verbs.finite_verbs() else verbs.to_finite(word)
    return verbs.base_of(finite.lower()) if finite else ""


reworded("finite verb in the preamble", "pp", verbs.to_finite, "UN104")
reworded("base form in the preamble", "pp", base_of, "UN104")
reworded("participle in the operative part", "op", verbs.to_participle, "UN207")
reworded("base form in the operative part", "op", base_of, "UN207")


@kind("finite verb in the preamble (de)")
def german_finite(pieces, rng, language):
    if language != "de":
        return None
    i = pick(pieces, rng, lambda i, p: p.kind == "pp" and re.match(r"(?!fest)[a-zäöüß]+end\b", p.text) is not None)
    if i is None:
        return None
    pieces[i].text = re.sub(r"^([a-zäöüß]+?)(?:e?nd)\b", lambda m: m[1] + "t", pieces[i].text)
    return Plant(pieces[i], "UN104|UN101|UN109")


@kind("participle in the operative part (de)")
def german_participle(pieces, rng, language):
    if language != "de":
        return None
    regular = re.compile(r"(?:betont|begrüßt|bekräftigt|verurteilt|verlangt|beschließt)\b")
    i = pick(pieces, rng, lambda i, p: p.kind == "op" and regular.match(p.text) is not None)
    if i is None:
        return None
    pieces[i].text = re.sub(r"^([a-zäöüß]+?)t\b", lambda m: m[1] + "end", pieces[i].text)
    return Plant(pieces[i], "UN207")


def swap_case(text: str) -> str:
    return text[:1].swapcase() + text[1:]


@kind("wrong case, preamble")
def case_preamble(pieces, rng, language):
    i = pick(pieces, rng, lambda i, p: p.kind == "pp" and not p.text.startswith(("Kenntnis", "Bezug")))
    if i is None:
        return None
    pieces[i].text = swap_case(pieces[i].text)
    return Plant(pieces[i], "UN102")


@kind("wrong case, operative part")
def case_operative(pieces, rng, language):
    i = pick(pieces, rng, lambda i, p: p.kind == "op")
    if i is None:
        return None
    pieces[i].text = swap_case(pieces[i].text)
    return Plant(pieces[i], "UN202")


@kind("sub-paragraph in lower case")
def case_item(pieces, rng, language):
    i = pick(pieces, rng, lambda i, p: language == "en" and p.kind == "opi" and p.text[:1].isupper())
    if i is None:
        return None
    pieces[i].text = swap_case(pieces[i].text)
    return Plant(pieces[i], "UN305")


def slip(word: str, rng: random.Random) -> str:
    """One slip of the finger inside a word: a letter lost, doubled, or two swapped."""
    at = rng.randrange(1, len(word) - 2)
    return rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )


def misspelt(name: str, part: str, codes: str) -> None:
    @kind(name)
    def change(pieces: list[Piece], rng: random.Random, language: str) -> Plant | None:
        i = pick(
            pieces,
            rng,
            lambda i, p: p.kind == part and len(p.text.split(" ", 1)[0]) > 6 and p.text.split(" ", 1)[0].isalpha(),
        )
        if i is None:
            return None
        word = pieces[i].text.split(" ", 1)[0]
        while (wrong := slip(word, rng)) == word:
            pass
        pieces[i].text = wrong + pieces[i].text[len(word) :]
        return Plant(pieces[i], codes)


misspelt("misspelt opener, preamble", "pp", "UN109|UN101|UN104|UN102")
misspelt("misspelt opener, operative part", "op", "UN214|UN201|UN207|UN202")


def replaced(name: str, part: str, english: list[str], german: list[str], codes: str) -> None:
    @kind(name)
    def change(pieces: list[Piece], rng: random.Random, language: str) -> Plant | None:
        i = pick(pieces, rng, lambda i, p: p.kind == part and bool(p.opener) and is_leaf(pieces, i))
        if i is None:
            return None
        pieces[i].text = rng.choice(english if language == "en" else german) + pieces[i].text[len(pieces[i].opener) :]
        return Plant(pieces[i], codes)


ENGLISH = [
    "The world needs",
    "States should remember",
    "It is important to see",
    "Peace depends on",
    "Member States need",
    "There is a need for",
]
GERMAN = [
    "die Welt braucht",
    "alle Staaten sollten sehen",
    "es ist wichtig, dass",
    "der Frieden hängt ab von",
    "wir brauchen",
]
replaced("no opener, preamble", "pp", ENGLISH, GERMAN, "UN101")
replaced("no opener, operative part", "op", ENGLISH, GERMAN, "UN201")


@kind("unmarked repeat, preamble")
def unmarked_preamble(pieces, rng, language):
    def marked(i: int, p: Piece) -> bool:
        if p.kind != "pp" or pieces[i - 1].kind != "pp" or not p.opener:
            return False
        if language == "en":
            return p.opener == f"{pieces[i - 1].opener} also"
        return p.opener == f"sowie {pieces[i - 1].opener}"

    i = pick(pieces, rng, marked)
    if i is None:
        return None
    pieces[i].text = pieces[i - 1].opener + pieces[i].text[len(pieces[i].opener) :]
    return Plant(pieces[i], "UN105")


@kind("unmarked repeat, operative part")
def unmarked_operative(pieces, rng, language):
    def marked(i: int, p: Piece) -> bool:
        if language != "en" or p.kind != "op" or pieces[i - 1].kind != "op" or not p.opener.startswith("Also "):
            return False
        verb = p.opener[5:].capitalize()
        to_all = not verb.startswith(
            ("Requests", "Urges", "Calls", "Invites", "Encourages", "Appeals", "Demands", "Strongly")
        )
        return pieces[i - 1].opener == verb and (
            to_all or all("ests the Secretary-General to" in q.text for q in (p, pieces[i - 1]))
        )

    i = pick(pieces, rng, marked)
    if i is None:
        return None
    pieces[i].text = pieces[i].text[5:].capitalize()[:1] + pieces[i].text[6:]
    return Plant(pieces[i], "UN208|UN210")


@kind("also before the participle")
def also_before(pieces, rng, language):
    i = pick(
        pieces, rng, lambda i, p: p.kind == "pp" and re.match(r"[A-Z][a-z]+ing (?:also|further)\b", p.text) is not None
    )
    if i is None:
        return None
    pieces[i].text = re.sub(r"^(\w+) (also|further)", lambda m: f"{m[2].capitalize()} {m[1].lower()}", pieces[i].text)
    return Plant(pieces[i], "UN106")


@kind("also behind the verb")
def also_behind(pieces, rng, language):
    i = pick(pieces, rng, lambda i, p: p.kind == "op" and re.match(r"Also [a-z]+s\b", p.text) is not None)
    if i is None:
        return None
    pieces[i].text = re.sub(r"^Also (\w+)", lambda m: f"{m[1].capitalize()} also", pieces[i].text)
    return Plant(pieces[i], "UN211")


@kind("agenda paragraph not last")
def agenda(pieces, rng, language):
    tops = [i for i, p in enumerate(pieces) if p.kind == "op"]
    if language != "en" or len(tops) < 2 or any(p.kind == "opi" for p in pieces[tops[-2] :]):
        return None
    if "include in the provisional agenda of its" not in pieces[tops[-1]].text:
        return None
    a, b = pieces[tops[-2]], pieces[tops[-1]]
    a.text, b.text = b.text[:-1] + ";", a.text[:-1] + "."
    return Plant(a, "UN213")


rewrite(
    "resolution without its date",
    "UN401",
    r"(?<=its resolution )(?P<n>\d\d/\d+) of \d+ \w+ \d{4}(?=,| and| on)",
    lambda m: m["n"],
    ("pp",),
)
