"""Searches from Python: the same as on the command line, as tables; and Optuna in their place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import m150
from conftest import ROOT

SPACE = {"index.b": {"low": 0.3, "high": 0.9}, "query.part_weight": [0.25, 0.5]}
NETWORK = ROOT / "examples" / "network"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first needs of the corpus."""
    few = tmp_path_factory.mktemp("corpus") / "few.jsonl"
    lines = (ROOT / "examples" / "corpus" / "dev-a.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    few.write_text("".join(lines[:16]), encoding="utf-8")
    return few


@pytest.fixture(scope="module")
def on(few: Path) -> m150.TestObjective:
    return m150.objective(corpus=few, network=NETWORK, measures="nDCG@10 RR(rel=2)@10", depth=10)


def test_an_objective_says_what_evaluate_says(on: m150.TestObjective, few: Path, tmp_path: Path) -> None:
    options = m150.KnowledgeBaseOptions()
    options.index.b = 0.9
    options.index.title_weight = 3
    values = on.values(options)
    assert list(values) == list(on.queries) and len(on.queries) == len(on.needs)
    assert on(options) == pytest.approx(sum(values.values()) / len(values))
    assert list(on.means(options)) == sorted(on.measures) and on.means(options)["nDCG@10"] == on(options)
    assert on(options) != on(m150.KnowledgeBaseOptions())
    options.write(tmp_path / "other.json")
    frame = m150.evaluate("corpus", systems=tmp_path / "other.json", corpus=few, network=NETWORK, measures=on.measures, depth=10,
                          per_query=True)  # fmt: skip
    theirs = {row.query: row.value for row in frame.itertuples() if row.measure == "nDCG@10"}
    assert theirs == values
    with pytest.raises(m150.InvalidInput, match="from 0 to 1"):
        options.index.b = 2
        on(options)
    with pytest.raises(m150.InvalidInput, match=r"did you mean nDCG\?"):
        m150.objective(measures="nDCGG@10", corpus=few, network=NETWORK)


def test_some_are_asked_in_a_world_without_the_others(on: m150.TestObjective) -> None:
    options = m150.KnowledgeBaseOptions()
    needs = sorted(set(on.needs))
    some = [query for query, need in zip(on.queries, on.needs, strict=True) if need in needs[:4]]
    apart, together = on.values(options, asked=some), on.values(options)
    assert list(apart) == sorted(some)
    assert sum(apart.values()) > sum(together[query] for query in some)  # fewer documents stand in the way
    assert on.values(options, asked=list(on.queries)) == together
    assert on(options, asked=some) == pytest.approx(sum(apart.values()) / len(apart))
    with pytest.raises(m150.InvalidInput, match="did you mean"):
        on(options, asked=[some[0] + "x"])
    with pytest.raises(m150.InvalidInput, match="names no query"):
        on(options, asked=[])


def test_several_sets_are_joined(few: Path) -> None:
    both = m150.objective(["corpus", "slips"], measures="nDCG@10", corpus=few, network=NETWORK, depth=10)
    assert len(both.queries) == 2 * len({query.split("/", 1)[1] for query in both.queries})
    found = m150.tune(both, {"index.b": [0.3]}, strategy="grid", folds=2)
    assert len(found.queries) == len(both.queries)
    with pytest.raises(m150.InvalidInput, match="two test sets named corpus"):
        m150.objective(["corpus", "corpus"], corpus=few, network=NETWORK)


@pytest.mark.parametrize("strategy", ["grid", "random", "coordinate", "linear"])
def test_a_search_gives_tables_and_a_configuration(on: m150.TestObjective, strategy: str, tmp_path: Path) -> None:
    space = None if strategy == "linear" else SPACE
    found = m150.tune(on, space, strategy=strategy, trials=10, passes=1, folds=3)
    searched = set(found.parameters)
    assert searched == set(SPACE) if space else searched >= {"ranking.words", "ranking.topics"}
    assert len(found.folds) == 3 and list(found.queries.columns) == ["query", "start", "unseen"]
    assert found.unseen == pytest.approx(found.queries["unseen"].mean()) and found.start == pytest.approx(found.queries["start"].mean())
    assert {"trial", "fold", "queries", "nDCG@10", "RR(rel=2)@10", *searched} <= set(found.trials.columns)
    assert set(found.trials["fold"]) == {0, 1, 2, 3}
    assert found.seen == pytest.approx(found.trials.query("fold == 0")["nDCG@10"].max(), abs=0.02)
    assert found.seen == pytest.approx(on(found.options))
    found.options.write(tmp_path / "winner.json")
    kb = m150.KnowledgeBase.in_memory(options=tmp_path / "winner.json")
    kb.load(NETWORK)
    assert kb.snapshot().ask("Mogen onze boa's een bodycam dragen?").answers


def test_goes_on_from_its_file_and_can_be_stopped(on: m150.TestObjective, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    def stop(done: int, most: int, best: float) -> bool:
        assert 0 <= best <= 1
        seen.append((done, most))
        return done < 3

    with pytest.raises(m150.InvalidInput, match="cancelled"):
        m150.tune(on, SPACE, trials=8, folds=3, log=tmp_path / "log", threads=1, progress=stop)
    assert seen == [(1, 36), (2, 36), (3, 36)]
    again = m150.tune(on, SPACE, trials=8, folds=3, log=tmp_path / "log")
    anew = m150.tune(on, SPACE, trials=8, folds=3, threads=1)
    assert again.queries.equals(anew.queries) and again.parameters == anew.parameters and again.seen == anew.seen
    assert len((tmp_path / "log").read_text().splitlines()) == len(again.trials)

    def broken(done: int, most: int, best: float) -> None:
        raise KeyError(done)

    with pytest.raises(KeyError):
        m150.tune(on, SPACE, trials=8, folds=3, progress=broken)


def test_what_hangs_together_can_be_said(on: m150.TestObjective) -> None:
    days = [f"2026-01-{10 + i % 5}" for i in range(len(on.queries))]
    found = m150.tune(on, {"index.b": [0.3]}, labels=days, by_time=True, folds=4)
    assert len(found.folds) == 3
    none = m150.tune(on, {"index.b": [0.3]}, folds=0)
    assert none.unseen is None and none.folds.empty
    quick = m150.tune(on, SPACE, strategy="grid", one_world=True)
    assert set(quick.trials["fold"]) == {0}


def test_the_confidence_is_fitted(on: m150.TestObjective) -> None:
    found = m150.fit_confidence(on, folds=4)
    assert list(found.figures["what"]) == ["start", "unseen", "seen"]
    assert found.figures["auroc"].between(0.5, 1).all() and (found.figures["replies"] == 2 * len(on.queries)).all()
    assert found.coefficients.shape == (len(found.coefficients), 7)
    for row in found.coefficients.itertuples():
        assert found.options.get(row.parameter) == row.fitted
    with pytest.raises(m150.InvalidInput, match="one for each"):
        m150.fit_confidence(on, labels=["a"])


def test_mistakes_are_refused(on: m150.TestObjective) -> None:
    for changes, message in (
        ({"space": {"index.bb": [1]}}, r"did you mean index\.b\?"),
        ({"space": None}, "is missing"),
        ({"strategy": "linear"}, "is of no use to linear"),
        ({"strategy": "greedy"}, "grid, random, coordinate"),
        ({"rule": "worst"}, "best, one-deviation"),
        ({"trials": 0}, "1 to 100000"),
        ({"labels": ["a"]}, "one for each"),
    ):
        with pytest.raises(m150.InvalidInput, match=message):
            m150.tune(on, **{"space": {"index.b": [0.3]}, **changes})  # type: ignore[arg-type]


def test_optuna_drives_it() -> None:
    pytest.importorskip("optuna")
    command = [sys.executable, str(ROOT / "examples" / "tuning" / "with_optuna.py"), "3"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert "on the others" in done.stdout.splitlines()[-1]
