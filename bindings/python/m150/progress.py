"""A line of text that says how far long work is."""

from __future__ import annotations

import sys
from typing import TextIO


class TextProgress:
    """A progress function for load(progress=...) and rebuild_index(progress=...).

    On a terminal one line is written over and over; elsewhere each stage is a line of its own.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        """stream: where to write; None: standard error."""
        self._stream = sys.stderr if stream is None else stream
        self._line = self._stream.isatty()
        self._stage = ""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Shows `done` of `total` units of `stage`; a total of 0 is not known."""
        share = f"{100 * done // total:3d}%" if total else f"{done}"
        if self._line:
            ready = total and done >= total
            self._stream.write(f"\r\x1b[K{stage} {share}" + ("\n" if ready else ""))
        elif stage != self._stage:
            self._stream.write(f"{stage}\n")
        self._stage = stage
        self._stream.flush()
