"""One test for a table of many small cases: thousands of tests of their own would take a minute to be collected and told."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from resolutionkit.language import language, set_language


def every(cases: Collection[Any], name: Callable[[Any], object] = str) -> Callable[[Callable[..., None]], Any]:
    """Make one test of a check that holds for each case; it says of every case that fails how it does.

    A case that is a tuple is handed over as so many arguments. Each begins in the language in which the test did.

    >>> @every([2, 4, 5])
    ... def test_numbers_are_even(number):
    ...     assert number % 2 == 0, "an odd number"
    >>> test_numbers_are_even()
    Traceback (most recent call last):
    AssertionError: 1 of 3 fail:
    5: AssertionError: an odd number
    """

    def one_test(check: Callable[..., None]) -> Callable[[], None]:
        def test() -> None:
            failed = []
            spoken = language()
            for case in cases:
                try:
                    check(*case) if isinstance(case, tuple) else check(case)
                except Exception as fault:
                    failed.append(f"{name(case)}: {type(fault).__name__}: {fault}")
                set_language(spoken)
            if failed or not cases:
                raise AssertionError("\n".join([f"{len(failed)} of {len(cases)} fail:", *failed]))

        test.__name__, test.__doc__ = check.__name__, check.__doc__
        return test

    return one_test
