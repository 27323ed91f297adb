"""A knowledge base's own semantic space: taken into use, kept, and refused in words."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

import m150
from conftest import ROOT
from m150 import cli

# The space inside the library, as the file that it was made of.
SPACE = ROOT / "libm150" / "search" / "data" / "space_nl.bin"


@pytest.fixture
def space(tmp_path: Path) -> Path:
    return Path(shutil.copy(SPACE, tmp_path / "a-space.bin"))


@pytest.fixture
def damaged(space: Path) -> Path:
    content = bytearray(space.read_bytes())
    content[len(content) // 2] ^= 1
    space.write_bytes(content)
    return space


def test_it_is_kept_and_told(path: Path, space: Path) -> None:
    with m150.KnowledgeBase.open(path) as base:
        assert not base.space.own and base.space.problem is None
        built_in = base.space
        assert base.use_space(space) is None
    with m150.KnowledgeBase.open(path, read_only=True) as base:
        own = base.space
        assert own.own and (own.words, own.dimension, own.hash) == (built_in.words, built_in.dimension, built_in.hash)
        assert own.description == built_in.description and "analysis" in own.description
        assert repr(own) == f"<m150.SpaceInfo of its own, {own.words} words>"
        assert json.loads(json.dumps(own.to_dict()))["problem"] is None
        assert base.check() == []
        with pytest.raises(m150.InvalidInput, match="reading only"):
            base.use_space(None)
    with m150.KnowledgeBase.open(path) as base:
        base.use_space(None)
        assert not base.space.own and not (path / "space.bin").exists()


def test_in_memory_it_is_held(kb: m150.KnowledgeBase, space: Path) -> None:
    before = kb.snapshot().ask("bodycam").to_dict()
    kb.use_space(str(space))
    space.unlink()
    assert kb.space.own and kb.snapshot().ask("bodycam").to_dict() == before


def test_what_cannot_be_used_changes_nothing(path: Path, damaged: Path) -> None:
    with m150.KnowledgeBase.open(path) as base:
        with pytest.raises(m150.InvalidInput, match="changed or damaged"):
            base.use_space(damaged)
        with pytest.raises(m150.StoreError):
            base.use_space(path / "nowhere.bin")
        with pytest.raises(TypeError):
            base.use_space(7)  # type: ignore[arg-type]
        assert not base.space.own and not (path / "space.bin").exists()
    with pytest.raises(m150.InvalidInput, match="closed"):
        base.use_space(damaged)


def test_opening_warns_of_one_that_is_passed_over(path: Path, damaged: Path) -> None:
    shutil.copy(damaged, path / "space.bin")
    with pytest.warns(UserWarning, match="changed or damaged") as caught, m150.KnowledgeBase.open(path) as base:
        assert caught[0].filename == __file__
        problem = base.space.problem
        assert problem is not None and "space.bin" in problem.where and base.check() == [problem]
        assert base.snapshot().ask("bodycam").answers
        base.use_space(None)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        m150.KnowledgeBase.open(path).close()
        shutil.copy(damaged, path / "space.bin")
        with pytest.raises(UserWarning):
            m150.KnowledgeBase.open(path)
        warnings.simplefilter("ignore")
        m150.KnowledgeBase.open(path).close()  # the one that was not handed out holds no lock


def test_the_command(capsys: pytest.CaptureFixture[str], path: Path, space: Path) -> None:
    def run(*arguments: object) -> tuple[int, str, str]:
        code = cli.run([str(argument) for argument in ("space", path, *arguments)])
        return (code, *capsys.readouterr())

    code, out, err = run(space)
    assert (code, err) == (0, "") and "ja" in out and "analysis" in out
    assert json.loads(run("--json")[1])["own"] is True
    assert json.loads(run("--remove", "--json")[1])["own"] is False
    assert run(space, "--remove")[0] == 2
    content = bytearray(space.read_bytes())
    content[len(content) // 2] ^= 1
    (path / "space.bin").write_bytes(content)
    code, out, err = run()
    assert code == 0 and "changed or damaged" in err and "Warning" not in err and "nee" in out
    assert run(path / "space.bin")[0] == 2
    done = subprocess.run([sys.executable, "-m", "m150", "ask", str(path), "bodycam", "--json"], capture_output=True, text=True, check=True)
    assert "changed or damaged" in done.stderr and json.loads(done.stdout)["answers"]


def test_a_measurement_can_be_made_with_it(space: Path) -> None:
    def measured(**more: Path) -> float:
        table = m150.evaluate(
            "corpus", systems="m150", measures="nDCG@10", resamples=100, corpus=ROOT / "examples/corpus/dev-a.jsonl", network=ROOT / "examples/network", **more
        )
        return float(table["mean"][0])

    assert measured() == measured(semantic_space=space)
    with pytest.raises(m150.InvalidInput, match="no semantic space"):
        measured(semantic_space=ROOT / "README.md")
