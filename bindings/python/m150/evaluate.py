"""How well questions find the answers that are there: m150-bench's instrument, giving pandas tables."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Sequence
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
    language: str | None = None,
    slip_rate: float = 1.0,
    depth: int = 100,
    seed: int = 1,
    resamples: int = 10000,
    level: float = 0.95,
    semantic_space: _Path = "",
    embedder: Callable[[list[str]], Any] | None = None,
) -> pandas.DataFrame:
    """Measures systems on a test set, as `m150-bench quality` does (docs/evaluation.md).

    test_set: corpus, slips, vac, vac-reverse, a directory with docs.jsonl, queries and qrels.txt, or a file of qrels.
    systems: of m150, m150-no-topics, xapian, and paths of TREC run files; default: those that differ on the set.
    measures: under ir_measures' names, "nDCG@10 RR(rel=2)@10" or a list; default: those that suit the set.
    language: of the set's texts, nl or en; default: as each configuration says, Dutch for xapian.
    semantic_space: file of `m150-bench learn-space` for the systems that are m150; default: the one inside the library.
    embedder: a function from a list of texts to an array with a row for each, which places documents and queries for these systems
    (docs/embeddings.md); it may be called from another thread.

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
        language=language,
        slip_rate=slip_rate,
        depth=depth,
        seed=seed,
        resamples=resamples,
        level=level,
        semantic_space=semantic_space,
        embedder=embedder,
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
    language: str | None = None,
    slip_rate: float = 1.0,
    depth: int = 100,
    seed: int = 1,
    resamples: int = 10000,
    level: float = 0.95,
    semantic_space: _Path = "",
    changes: int = 5,
    embedder: Callable[[list[str]], Any] | None = None,
) -> pandas.DataFrame:
    """Compares two systems query by query, as `m150-bench compare` does. Arguments are those of evaluate().

    One row a measure: the means a and b, difference (b less a) with the ends of its interval, the numbers of queries on which
    b is better and worse, p of the paired randomisation test (exact or of a sample), and p after Holm's correction for the
    number of measures. With per_query one row for each query and measure: a, b and difference.

    attrs["changes"] has the queries that changed most on the first measure, at most `changes`, largest first: dicts of query, text,
    a, b, top_a and top_b, the first three documents of each system as dicts of document, title and grade (None: not judged).
    """
    found = _core.compare_systems(
        os.fspath(a),
        os.fspath(b),
        test_set=os.fspath(test_set),
        measures=_names(measures),
        corpus=corpus,
        vac=vac,
        network=network,
        language=language,
        slip_rate=slip_rate,
        depth=depth,
        seed=seed,
        resamples=resamples,
        level=level,
        semantic_space=semantic_space,
        changes=changes,
        embedder=embedder,
    )
    if per_query:
        frame = _table(found, "queries", ["query", "measure", "a", "b", "difference"])
    else:
        columns = ["measure", "a", "b", "difference", "low", "high", "better", "worse", "p", "exact", "holm"]
        frame = _table(found, "rows", columns)
    frame.attrs["changes"] = [
        {"query": query, "text": text, "a": of_a, "b": of_b, "top_a": _shown(top_a), "top_b": _shown(top_b)}
        for query, text, of_a, of_b, top_a, top_b in found["changes"]
    ]
    return frame


def _shown(top: list[tuple[str, str, int | None]]) -> list[dict[str, Any]]:
    return [{"document": document, "title": title, "grade": grade} for document, title, grade in top]


def nobody_knows(
    test_set: _Path = "corpus",
    *,
    system: str | _Path = "m150",
    bins: int = 10,
    corpus: _Path = "examples/corpus",
    network: _Path = "examples/network",
    language: str | None = None,
    semantic_space: _Path = "",
) -> pandas.DataFrame:
    """Does the confidence know when nobody knows? As `m150-bench quality --nobody-knows`: each query is put to all documents, and to
    all but those of its own need.

    system: m150, m150-no-topics, either with parameters (m150:index.b=0.7), or a configuration file.

    One row for each of `bins` (1 to 100) bins of equal mass, least confident first: replies, the mean confidence, and the part that
    helped. attrs["figures"] has replies, helped, auroc, auroc_top_score, ece, brier, brier_constant and area_under_risk;
    attrs["risk"] the columns coverage, risk and threshold as lists. docs/evaluation.md says what they mean. Raises InvalidInput for a set
    without needs.
    """
    found = _core.nobody_knows_of(
        os.fspath(system), test_set=os.fspath(test_set), corpus=corpus, network=network, language=language, semantic_space=semantic_space,
        bins=bins
    )
    frame = _pandas().DataFrame(found["bins"], columns=["replies", "confidence", "helped"])
    frame.attrs["figures"] = found["figures"]
    frame.attrs["risk"] = dict(zip(("coverage", "risk", "threshold"), map(list, zip(*found["risk"], strict=True)), strict=True))
    return frame  # type: ignore[no-any-return]


def ablate(
    test_set: _Path = "corpus",
    *,
    system: str | _Path = "m150",
    measures: str | Sequence[str] = (),
    corpus: _Path = "examples/corpus",
    vac: _Path = "examples/vac",
    network: _Path = "examples/network",
    language: str | None = None,
    slip_rate: float = 1.0,
    depth: int = 100,
    seed: int = 1,
    resamples: int = 10000,
    level: float = 0.95,
    semantic_space: _Path = "",
) -> pandas.DataFrame:
    """What each part of a system is worth, turned off by itself: as `m150-bench quality --ablate`. Arguments are those of evaluate().

    One row for each parameter that can be off and each measure: parameter, the value that turns it off, its meaning, measure, the
    means with everything on and with the part off, change (off less on) with the ends of its interval, the numbers of queries that
    got better and worse, p of the paired randomisation test, and p after Holm's correction over the parts.
    """
    found = _core.ablate_system(
        os.fspath(system),
        test_set=os.fspath(test_set),
        measures=_names(measures),
        corpus=corpus,
        vac=vac,
        network=network,
        language=language,
        slip_rate=slip_rate,
        depth=depth,
        seed=seed,
        resamples=resamples,
        level=level,
        semantic_space=semantic_space,
    )
    columns = ["parameter", "off", "meaning", "measure", "whole", "without", "change", "low", "high", "better", "worse", "p", "holm"]
    return _table(found, "rows", columns)
