"""What m150 raises. Nothing else leaves the library, MemoryError, TypeError and a missing pandas (ImportError) excepted."""

from __future__ import annotations

from collections.abc import Sequence

from ._core import Problem


class Error(Exception):
    """Base of everything that m150 raises."""


class InvalidInput(Error, ValueError):
    """What the caller gave cannot be used; nothing was changed. Holds everything that was found wrong."""

    #: Everything that is wrong, at most 100 of them for a load.
    problems: tuple[Problem, ...]
    #: How many problems there are; more than len(problems) when not all are listed.
    total: int

    def __init__(self, message: str, problems: Sequence[Problem] = (), total: int | None = None) -> None:
        super().__init__(message)
        self.problems = tuple(problems) or (Problem(what=message),)
        self.total = len(self.problems) if total is None else total


class StoreError(Error, OSError):
    """The knowledge base on disk cannot be read or written: locked, full disk, newer schema, damaged, no such place."""


class InternalError(Error):
    """A promise of the library was broken: a defect to report."""
