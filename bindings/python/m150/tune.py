"""Choosing parameters by judged questions, measured on questions that had no say: m150-bench tune, giving pandas tables."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import _core
from .evaluate import _names
from .frames import _pandas

if TYPE_CHECKING:
    import pandas

_Path = str | os.PathLike[str]


def objective(
    test_set: _Path | Sequence[_Path] = "corpus",
    *,
    measures: str | Sequence[str] = (),
    corpus: _Path = "examples/corpus",
    vac: _Path = "examples/vac",
    network: _Path = "examples/network",
    topics: bool = True,
    language: str | None = None,
    slip_rate: float = 1.0,
    seed: int = 1,
    depth: int = 100,
    semantic_space: _Path = "",
) -> _core.TestObjective:
    """Test sets that can be asked under any configuration, for a search of one's own (examples/tuning/with_optuna.py).

    test_set: one, or several to be joined. topics: documents are on their topics. The other arguments are those of evaluate(); the
    first measure is the one to choose by. Call it with a KnowledgeBaseOptions for the mean over all queries, or those that are
    asked=; .values() gives each query. Queries without judgements are left out, and warned of. Raises InvalidInput for a file or
    a name that cannot be used.
    """
    several = [test_set] if isinstance(test_set, (str, os.PathLike)) else test_set
    made = _core.TestObjective(
        test_sets=[os.fspath(one) for one in several],
        measures=_names(measures),
        corpus=corpus,
        vac=vac,
        network=network,
        topics=topics,
        language=language,
        slip_rate=slip_rate,
        seed=seed,
        depth=depth,
        semantic_space=semantic_space,
        program=_core.__file__,
    )
    for remark in made.remarks:
        warnings.warn(remark, stacklevel=2)
    return made


@dataclass(frozen=True)
class Tuned:
    """What a search found."""

    options: _core.KnowledgeBaseOptions
    """The winner, chosen by all queries: options.write(file) makes a configuration file of it."""
    parameters: dict[str, Any]
    """What was searched, and chosen."""
    seen: float
    """Mean of the winner on the queries that chose it, which flatters."""
    unseen: float | None
    """Mean over queries that were each measured by what was chosen without them: what the search is worth. None without folds."""
    start: float | None
    """Mean of the start over the same queries."""
    folds: pandas.DataFrame
    """A row for each fold: queries, unseen, start, seen, and what was chosen without it."""
    trials: pandas.DataFrame
    """A row for each configuration and fold (0: all queries) that it was tried for: queries, measures, seconds, parameters."""
    queries: pandas.DataFrame
    """A row for each query that was measured: start and unseen."""


def tune(
    on: _core.TestObjective | _Path = "corpus",
    space: Mapping[str, Any] | _Path | None = None,
    *,
    strategy: str = "random",
    trials: int = 50,
    passes: int = 4,
    rule: str = "best",
    start: _core.KnowledgeBaseOptions | None = None,
    seed: int = 1,
    labels: Sequence[str] | None = None,
    by_time: bool = False,
    folds: int = 5,
    inner: int = 4,
    one_world: bool = False,
    threads: int = 2,
    log: _Path | None = None,
    progress: Callable[[int, int, float], bool | None] | None = None,
) -> Tuned:
    """Searches for the configuration that does best, as `m150-bench tune` does (docs/tuning.md).

    on: from objective(), or what it takes. space: parameter to a list of values or {"low": ..., "high": ..., "points": ..., "log": ...},
    or the path of such a JSON file. strategy: grid, random or coordinate; or linear, which takes no space and fits the ratios of the
    ranking's weights. rule: best or one-deviation. start: what is not searched stays so. labels: of each of on.queries; those with the
    same label stay in one fold (default: the needs). by_time: labels are days, and the past chooses. folds: to measure on, 0 for none;
    inner: parts of the queries that choose. one_world: those that choose see the documents of the measured fold, too. log: file of
    trials, from which a search that was stopped goes on. progress: called with done, most and the best mean so far; False stops.

    Raises InvalidInput for what cannot be used, with the nearest name for an unknown parameter. The GIL is released.
    """
    made = on if isinstance(on, _core.TestObjective) else objective(on)
    if space is None:
        text = ""
    elif isinstance(space, Mapping):
        text = json.dumps(dict(space))
    else:
        text = Path(space).read_text(encoding="utf-8")
    found = made._tune(
        space=text,
        start=_core.KnowledgeBaseOptions() if start is None else start,
        strategy=strategy,
        trials=trials,
        passes=passes,
        rule=rule,
        seed=seed,
        labels=list(made.needs if labels is None else labels),
        forward=by_time,
        folds=folds,
        inner=inner,
        one_world=one_world,
        threads=threads,
        log="" if log is None else log,
        progress=progress,
    )
    frame = _pandas().DataFrame
    return Tuned(
        options=found["options"],
        parameters=found["parameters"],
        seen=found["seen"],
        unseen=found["unseen"],
        start=found["start"],
        folds=frame(found["folds"]),
        trials=frame(found["trials"]),
        queries=frame(found["queries"], columns=["query", "start", "unseen"]),
    )


@dataclass(frozen=True)
class FittedConfidence:
    """What a fit of the confidence found."""

    options: _core.KnowledgeBaseOptions
    """The start with the coefficients fitted to all replies."""
    figures: pandas.DataFrame
    """AUROC, expected calibration error and Brier score of the replies: under the start; unseen, each reply by coefficients that
    were fitted without its fold; seen, by those fitted to all, which flatters."""
    coefficients: pandas.DataFrame
    """A row for each parameter: start, fitted, and what was fitted without each fold."""


def fit_confidence(
    on: _core.TestObjective | _Path = "corpus",
    *,
    start: _core.KnowledgeBaseOptions | None = None,
    labels: Sequence[str] | None = None,
    folds: int = 5,
    seed: int = 1,
    l2: float = 1e-4,
) -> FittedConfidence:
    """Fits how sure a reply says it is, as `m150-bench tune --fit confidence` does (docs/tuning.md).

    on: of one test set with needs. Other arguments are those of tune(); l2: ridge on features in standard deviations, above 0.
    """
    made = on if isinstance(on, _core.TestObjective) else objective(on)
    found = made._fit_confidence(
        start=_core.KnowledgeBaseOptions() if start is None else start,
        labels=list(made.needs if labels is None else labels),
        folds=folds,
        seed=seed,
        l2=l2,
    )
    frame = _pandas().DataFrame
    names = ["parameter", "start", "fitted", *(f"without {fold + 1}" for fold in range(folds))]
    return FittedConfidence(
        options=found["options"],
        figures=frame(found["figures"], columns=["what", "auroc", "ece", "brier", "replies"]),
        coefficients=frame(found["coefficients"], columns=names),
    )
