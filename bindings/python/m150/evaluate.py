"""How well questions find the answers that are there: m150-bench's instrument, giving pandas tables."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from . import _core
from .frames import _pandas

if TYPE_CHECKING:
    import pandas

_Path = str | os.PathLike[str]


def _names(measures: str | Sequence[str]) -> str:
    return measures if isinstance(measures, str) else " ".join(measures)


def _table(found: dict[str, Any], rows: str, columns: list[str]) -> pandas.DataFrame:
    frame = _pandas().DataFrame(found[rows], columns=columns)
    frame.attrs["unit"] = found["unit"]
    frame.attrs["remarks"] = list(found["remarks"])
    for remark in found["remarks"]:
        warnings.warn(remark, stacklevel=3)
    return frame  # type: ignore[no-any-return]


def evaluate(
    test_set: _Path = "corpus",
    *,
    systems: str | _Path | Sequence[str | _Path] = (),
    measures: str | Sequence[str] = (),
    per_query: bool = False,
    corpus: _Path = "examples/corpus",
    vac: _Path = "examples/vac",
    network: _Path = "examples/network",
    slip_rate: float = 1.0,
    depth: int = 100,
    seed: int = 1,
    resamples: int = 10000,
    level: float = 0.95,
    semantic_space: _Path = "",
) -> pandas.DataFrame:
    """Measures systems on a test set, as `m150-bench quality` does (docs/evaluation.md).

    test_set: corpus, slips, vac, vac-reverse, a directory with docs.jsonl, queries and qrels.txt, or a file of qrels.
    systems: of m150, m150-no-topics, xapian, and paths of TREC run files; default: those that differ on the set.
    measures: under ir_measures' names, "nDCG@10 RR(rel=2)@10" or a list; default: those that suit the set.
    semantic_space: file of `m150-bench learn-space` for the systems that are m150; default: the one inside the library.

    One row for each system, part of the set ("all" first) and measure: mean, low and high (the ends of the bootstrap
    interval at `level`) and the number of queries. With per_query one row for each system, query and measure. attrs["unit"]
    says whether needs or queries were drawn. Queries that are in no figure, or count as 0, are in attrs["remarks"], and
    warned of. Raises InvalidInput for a file or a name that cannot be used.
    """
    chosen = [systems] if isinstance(systems, (str, os.PathLike)) else systems
    found = _core.evaluate_systems(
        [os.fspath(system) for system in chosen],
        test_set=os.fspath(test_set),
        measures=_names(measures),
        corpus=corpus,
        vac=vac,
        network=network,
        slip_rate=slip_rate,
        depth=depth,
        seed=seed,
        resamples=resamples,
        level=level,
        semantic_space=semantic_space,
    )
    if per_query:
        return _table(found, "queries", ["system", "query", "measure", "value"])
    return _table(found, "rows", ["system", "part", "measure", "mean", "low", "high", "queries"])


def compare(
    a: _Path,
    b: _Path,
    test_set: _Path = "corpus",
    *,
    measures: str | Sequence[str] = (),
    per_query: bool = False,
    corpus: _Path = "examples/corpus",
    vac: _Path = "examples/vac",
    network: _Path = "examples/network",
    slip_rate: float = 1.0,
    depth: int = 100,
    seed: int = 1,
    resamples: int = 10000,
    level: float = 0.95,
    semantic_space: _Path = "",
) -> pandas.DataFrame:
    """Compares two systems query by query, as `m150-bench compare` does. Arguments are those of evaluate().

    One row a measure: the means a and b, difference (b less a) with the ends of its interval, the numbers of queries on which
    b is better and worse, p of the paired randomisation test (exact or of a sample), and p after Holm's correction for the
    number of measures. With per_query one row for each query and measure: a, b and difference.
    """
    found = _core.compare_systems(
        os.fspath(a),
        os.fspath(b),
        test_set=os.fspath(test_set),
        measures=_names(measures),
        corpus=corpus,
        vac=vac,
        network=network,
        slip_rate=slip_rate,
        depth=depth,
        seed=seed,
        resamples=resamples,
        level=level,
        semantic_space=semantic_space,
    )
    if per_query:
        return _table(found, "queries", ["query", "measure", "a", "b", "difference"])
    columns = ["measure", "a", "b", "difference", "low", "high", "better", "worse", "p", "exact", "holm"]
    return _table(found, "rows", columns)
