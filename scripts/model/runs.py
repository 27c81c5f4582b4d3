"""How a verb runs: alone where it writes, and in plain words where the machine stops it.

The folder of the project is locked, not a file in it: nothing is left behind, and a run that dies
lets go of it.
"""

import errno
import inspect
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import ParamSpec

from scripts.model.problems import Problem, tell

Given = ParamSpec("Given")
Main = Callable[Given, int]
BUSY = "Another run is at work in this folder. Wait until it ends, then run this again."
STOPPED = "Stopped. What was there before is as it was."
INTERRUPTED = 130
CURES = {
    errno.ENOSPC: "Make room on the disk, then run this again",
    errno.EDQUOT: "Make room on the disk, then run this again",
    errno.EFBIG: "Allow larger files, then run this again",
    errno.EROFS: "Copy the project to a place that can be written, then run this again",
    errno.EACCES: "Allow reading and writing there, then run this again",
    errno.EPERM: "Allow reading and writing there, then run this again",
    errno.ENOENT: "Put it there, then run this again",
}


class Busy(Exception):
    """Another run holds the folder."""


def plainly(main: Main[Given]) -> Main[Given]:
    """A verb that tells in one line what the system did not let it do, and ends when it is
    interrupted.
    """

    @wraps(main)
    def run(*given: Given.args, **named: Given.kwargs) -> int:
        try:
            return main(*given, **named)
        except OSError as error:
            tell([problem(error)], "What was there before is as it was.")
            return 1
        except KeyboardInterrupt:
            print(STOPPED, file=sys.stderr)
            return INTERRUPTED

    return run


def alone(main: Main[Given]) -> Main[Given]:
    """A verb that writes: of two that start at once in one folder one runs, and the other says
    so.
    """
    signature = inspect.signature(main)

    @wraps(main)
    def run(*given: Given.args, **named: Given.kwargs) -> int:
        bound = signature.bind(*given, **named)
        bound.apply_defaults()
        try:
            with held(bound.arguments["root"]):
                return main(*given, **named)
        except Busy:
            print(BUSY, file=sys.stderr)
            return 1

    return plainly(run)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """The folder, for this run only: Busy if another has it. Where the system has no such locks,
    nothing is held.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Busy from None
    else:
        yield
    finally:
        os.close(handle)


def problem(error: OSError) -> Problem:
    """What the system refused, as a problem with file and cure."""
    file = os.fspath(error.filename) if error.filename is not None else "the disk"
    what = (error.strerror or type(error).__name__).lower()
    cure = CURES.get(error.errno or 0, "Mend that, then run this again")
    return Problem(str(file), "the system", f"refused: {what}", cure)
