"""The stubs are those of the module, types hold under mypy --strict, and everything public says what it is."""

from __future__ import annotations

import importlib.util
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import m150
import m150._core
from conftest import ROOT

STUBS = ROOT / "bindings" / "python" / "m150" / "_core.pyi"


def test_the_stubs_are_current() -> None:
    import pybind11

    wanted = ".".join(pybind11.__version__.split(".")[:2])
    if m150._core.pybind11_version != wanted:
        pytest.skip(f"m150 was built with pybind11 {m150._core.pybind11_version}, the stubs are made with {wanted}")
    spec = importlib.util.spec_from_file_location("make_stubs", ROOT / "bindings" / "python" / "make_stubs.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.stubs() == STUBS.read_text(), "run bindings/python/make_stubs.py"


def test_the_installed_stubs_are_those_of_the_tree() -> None:
    package = Path(m150.__file__).parent
    assert (package / "_core.pyi").read_text() == STUBS.read_text()
    assert (package / "py.typed").exists()


EXAMPLES = [str(path) for folder in ("examples", "examples/tuning") for path in sorted((ROOT / folder).glob("*.py"))]


@pytest.mark.parametrize("what", [["-p", "m150"], EXAMPLES], ids=["package", "examples"])
def test_types_hold(what: list[str], tmp_path: Path) -> None:
    assert what
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", str(ROOT / "pyproject.toml"), "--cache-dir", str(tmp_path), *what]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_mypy_would_notice(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text(
        "import m150\n"
        "kb = m150.KnowledgeBase.in_memory()\n"
        "m150.Question(id='v', date='2026-01-01', titel='x')\n"
        "kb.add('v-1')\n"
        "kb.snapshot().ask('x').answers[0].scores\n"
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(wrong)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert [line.split(":")[1] for line in done.stdout.splitlines() if "error" in line and "wrong.py" in line] == ["3", "4", "5"]


def public() -> list[tuple[str, object]]:
    things: list[tuple[str, object]] = [("m150", m150)]
    for name in m150.__all__:
        thing = getattr(m150, name)
        if not (inspect.isclass(thing) or callable(thing)):
            continue
        things.append((name, thing))
        if inspect.isclass(thing) and thing.__module__ == "m150" and not issubclass(thing, BaseException):
            things += [(f"{name}.{member}", value) for member, value in vars(thing).items() if not member.startswith("_")]
    return things


@pytest.mark.parametrize(("name", "thing"), public(), ids=[name for name, _ in public()])
def test_everything_public_says_what_it_is(name: str, thing: object) -> None:
    function = thing.__func__ if isinstance(thing, staticmethod) else thing
    doc = inspect.getdoc(function) or ""
    prose = [line for line in doc.splitlines() if line and "->" not in line and "Overloaded function" not in line]
    assert prose and len(" ".join(prose)) >= 8, doc


def test_all_is_everything() -> None:
    core = {name for name, thing in vars(m150._core).items() if inspect.isclass(thing)}
    assert core <= set(m150.__all__)
    assert m150.__all__ == sorted(m150.__all__)
