"""The examples run; those in C++ and in Python print the same lines; so does the notebook run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("[0-9]*.py"))


def program(name: str) -> Path | None:
    """The C++ twin: in $M150_EXAMPLES, or in one of the usual build directories."""
    places = [os.environ["M150_EXAMPLES"]] if "M150_EXAMPLES" in os.environ else sorted((ROOT / "build").glob("*/examples"))
    built = [Path(place) / name for place in places if (Path(place) / name).exists()]
    return max(built, key=lambda path: path.stat().st_mtime, default=None)


def output(*command: object) -> list[str]:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_every_example_has_its_twin() -> None:
    assert EXAMPLES == sorted(path.stem for path in (ROOT / "examples").glob("[0-9]*.cpp"))
    assert len(EXAMPLES) == 6


@pytest.mark.parametrize("name", EXAMPLES)
def test_twins_print_the_same(name: str) -> None:
    lines = output(sys.executable, ROOT / "examples" / f"{name}.py")
    assert len(lines) >= 5
    twin = program(name)
    if twin is None:
        pytest.skip("the C++ examples are not built here")
    assert output(twin) == lines


def test_the_demo_shows_all_four(tmp_path: Path) -> None:
    text = "\n".join(output(sys.executable, ROOT / "examples" / "demo.py"))
    for head in ("1.", "2.", "3.", "4."):
        assert f"\n{head} " in text
    assert "weet nog niemand" in text and "Zeist" in text


def test_the_first_question_is_worded_unlike_what_it_finds(network: m150.Snapshot) -> None:
    """Said otherwise: no word of it, nor another form of one, is in the title of the pair that comes first."""
    sys.path.insert(0, str(ROOT / "examples"))
    try:
        from demo import KNOWN  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    best = network.ask(KNOWN, asked_by="GM0355").answers[0].question

    def words(text: str) -> set[str]:
        return {word.term for word in network.ask(text).understood if word.kind in ("word", "part")}

    assert not words(KNOWN) & words(best.title)


def test_the_notebook_runs(tmp_path: Path) -> None:
    import nbformat
    from nbclient import NotebookClient

    path = ROOT / "examples" / "notebooks" / "tour.ipynb"
    notebook = nbformat.read(path, as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells), "kept without outputs"
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}).execute()
    shown = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    html = [output["data"]["text/html"] for output in shown if "text/html" in output.get("data", {})]
    assert len(html) >= 5
