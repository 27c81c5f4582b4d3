"""Ties a process to the one that started it: when that one dies, however it dies, this one ends
too. Linux only.

Needs only Python's standard library, for it's used before the libraries are there.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

SET_PARENT_DEATH_SIGNAL = 1


CONTROL = ctypes.CDLL(None).prctl if sys.platform.startswith("linux") else None


def tie() -> None:
    """Ties this process to the one that started it: what the workers of a pool run first."""
    if CONTROL is not None:
        CONTROL(SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)


def to_parent() -> Callable[[], None] | None:
    """What a new process runs first, to be tied to the process that calls this. Nothing where the
    system has no such ties.
    """
    parent = os.getpid()

    def tied() -> None:
        tie()
        if os.getppid() != parent:  # it died before the tie
            os.kill(os.getpid(), signal.SIGKILL)

    return tied if CONTROL is not None else None
