"""What is made quickly is the same as what is made in the ordinary way."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

import resolutionkit as rk
from resolutionkit.document.frozen import maker_of
from resolutionkit.document.model import Footnote, Paragraph, Resolution

NOTE = Footnote(1, "Resolution 60/288.", "OP1", 7)
EXAMPLES = [
    (Footnote, {"number": 2, "text": "See A/60/88.", "italics": ((0, 3),)}),
    (
        Paragraph,
        {"label": "OP1", "number": 1, "text": "Decides to rest.", "opener_spans": ((0, 7),), "footnotes": (NOTE,)},
    ),
    (Resolution, {"symbol": "A/RES/75/10", "operative": (Paragraph("OP1", text="Decides to rest."),)}),
]


@pytest.fixture(params=EXAMPLES, ids=lambda example: example[0].__name__)
def pair(request):
    """The same thing made in both ways: (ordinary, quick)."""
    kind, values = request.param
    return kind(**values), maker_of(kind)(**values)


def test_nothing_tells_the_two_apart(pair):
    ordinary, quick = pair
    assert type(quick) is type(ordinary)
    assert quick == ordinary
    assert hash(quick) == hash(ordinary)
    assert repr(quick) == repr(ordinary)
    assert pickle.dumps(quick) == pickle.dumps(ordinary)


def test_it_can_be_copied_stored_and_varied(pair):
    _, quick = pair
    for again in (copy.copy(quick), copy.deepcopy(quick), pickle.loads(pickle.dumps(quick)), replace(quick)):
        assert type(again) is type(quick)
        assert again == quick


def test_it_is_frozen(pair):
    _, quick = pair
    for field in fields(quick):
        with pytest.raises(FrozenInstanceError):
            setattr(quick, field.name, None)
        with pytest.raises(FrozenInstanceError):
            delattr(quick, field.name)
    assert not hasattr(quick, "__dict__")


def test_fields_may_stand_in_order_and_have_their_defaults():
    assert maker_of(Paragraph)("OP2", 2) == Paragraph("OP2", 2)


def test_a_field_that_is_missing_is_said():
    with pytest.raises(TypeError, match="label"):
        maker_of(Paragraph)()


def test_the_readers_leave_nothing_unfrozen():
    for res in (rk.load(), rk.parse(rk.source_text())):
        with pytest.raises(FrozenInstanceError):
            res.title = "x"
        for thing in (*res.paragraphs, *res.footnotes):
            with pytest.raises(FrozenInstanceError):
                thing.text = "x"
