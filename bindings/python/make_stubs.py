"""Writes m150/_core.pyi, the type stubs of the compiled module, from its signatures and docstrings.

    python make_stubs.py [directory]      default: the package beside this file

Needs pybind11-stubgen and an m150 that is built with the pybind11 of tests/python/requirements.txt: other versions write
some signatures in another way. tests/python/test_typing.py says when the stubs are not current.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

# m150 shows its classes as m150.X; the stubs describe where they are made.
_RUN = """
import m150, m150._core, sys
for thing in vars(m150._core).values():
    if isinstance(thing, type):
        thing.__module__ = "m150._core"
import pybind11_stubgen
sys.argv = ["pybind11-stubgen", "m150._core", "--exit-code", "-o", sys.argv[1]]
pybind11_stubgen.main()
"""


# What pybind11 writes, and what mypy --strict and readers want instead.
_BETTER = (
    (r"def __eq__\(self, \w+: \w+\)", "def __eq__(self, other: object)"),
    (r"\*\*kwargs\)", "**changes: typing.Any)"),
    (r"typing\.SupportsInt \| typing\.SupportsIndex", "int"),
    (r"typing\.SupportsFloat \| typing\.SupportsIndex", "float"),
    (r"os\.PathLike \| str \| bytes", "os.PathLike[str] | str"),
    (r"memo: dict\)", "memo: dict[int, typing.Any])"),
    (r"arg0: tuple\)", "arg0: tuple[typing.Any, ...])"),
    (r"__hash__: typing\.ClassVar\[None\] = None", "__hash__: typing.ClassVar[None] = None  # type: ignore[assignment]"),
)


def stubs() -> str:
    """The text of the stubs. RuntimeError when a signature cannot be read."""
    with tempfile.TemporaryDirectory() as place:
        done = subprocess.run([sys.executable, "-P", "-c", _RUN, place], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        text = next(Path(place).rglob("_core.pyi")).read_text()
    lines = [line.rstrip() for line in text.splitlines() if "pybind11_version: str" not in line]
    text = "\n".join(lines).strip()
    for pattern, better in _BETTER:
        text = re.sub(pattern, better, text)
    return "# Made by make_stubs.py; do not edit.\n" + text + "\npybind11_version: str\n"


def main() -> None:
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "m150"
    (place / "_core.pyi").write_text(stubs())


if __name__ == "__main__":
    main()
