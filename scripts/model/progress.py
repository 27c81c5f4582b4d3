"""Says on the terminal what a long step is doing and how far it is; nothing where nobody
watches.
"""

import sys
from types import TracebackType
from typing import TextIO

CLEAR = "\r\x1b[K"


class Progress:
    """One line that is written over and over, and cleared at the end. Quiet where the output isn't
    a terminal.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.shown = self.stream.isatty()

    def say(self, what: str) -> None:
        """Shows what is being done now, in place of what was shown before."""
        if self.shown:
            self.stream.write(f"{CLEAR}{what} ...")
            self.stream.flush()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.shown:
            self.stream.write(CLEAR)
            self.stream.flush()
