"""Programs that must keep to the rights of files and folders, though CI runs everything as root; for tests."""

from __future__ import annotations

import os
import sys

import pytest

ROOT_CAN_BE_BOUND = sys.platform == "linux"
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

needs_rights = pytest.mark.skipif(
    sys.platform == "win32" or (IS_ROOT and not ROOT_CAN_BE_BOUND),
    reason="Windows sets rights in other ways, and only Linux can bind root to them",
)

_BOUND = """
import ctypes, os, sys
if ctypes.CDLL(None, use_errno=True).prctl(24, 1, 0, 0, 0):  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE: gone in the next program
    sys.exit("root could not be bound to the rights of folders: " + os.strerror(ctypes.get_errno()))
os.execv(sys.argv[1], sys.argv[1:])
"""


def like_anybody(*words: str) -> list[str]:
    """Return the command that runs Python with these words so that even root may write only where the rights say so."""
    return [*([sys.executable, "-c", _BOUND] if IS_ROOT else []), sys.executable, *words]
