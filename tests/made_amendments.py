"""Amendments for tests, each in a few words: ``add("Invites States;", after="OP4")``."""

from __future__ import annotations

from typing import Any

from resolutionkit.drafting.negotiation import Amendment


def add(text: str, *, sponsor: str = "", **place: Any) -> Amendment:
    ((position, label),) = place.items()
    return Amendment("add", label, text, position, sponsor=sponsor)


def delete(label: str, **more: Any) -> Amendment:
    return Amendment("delete", label, **more)


def replace(label: str, text: str, **more: Any) -> Amendment:
    return Amendment("replace", label, text, **more)


def replace_words(label: str, old: str, new: str, **more: Any) -> Amendment:
    return Amendment("replace_words", label, old=old, new=new, **more)


def move(label: str, *, sponsor: str = "", **place: Any) -> Amendment:
    ((position, target),) = place.items()
    return Amendment("move", label, position=position, target=target, sponsor=sponsor)


def merge(label: str, other: str, **more: Any) -> Amendment:
    return Amendment("merge", label, target=other, **more)


def split(label: str, *, sponsor: str = "", **place: Any) -> Amendment:
    ((position, old),) = place.items()
    return Amendment("split", label, position=position, old=old, sponsor=sponsor)
