"""The command m150. Tables for people, --json for machines on standard output, messages on standard error.

Exit codes: 0 done; 1 the verdict asked for is negative (check found problems); 2 wrong usage or input that cannot be
used; 3 the knowledge base cannot be read or written; 130 interrupted. What is wrong with input is said in the words of the
library, which are English.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from .. import errors
from . import care, answers, connecting, load, planning, meetings, loop  # isort: skip  # the commands add themselves to app, in the order in which --help shows them
from .app import app
from .page import note

__all__ = ["answers", "app", "care", "connecting", "load", "loop", "main", "meetings", "planning", "run"]


def run(arguments: Sequence[str]) -> int:
    """Runs the command with these arguments and returns its exit code."""
    try:
        app(list(arguments), prog_name="m150")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0 if done.code is None else 2
    except errors.InvalidInput as error:
        note(["m150: " + str(problem) for problem in error.problems])
        if error.total > len(error.problems):
            note([f"m150: en nog {error.total - len(error.problems)} problemen"])
        return 2
    except errors.Error as error:
        note([f"m150: {error}"])
        return 3
    return 0


def main() -> None:
    """The console script."""
    sys.exit(run(sys.argv[1:]))
