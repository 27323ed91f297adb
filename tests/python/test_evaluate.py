"""The instrument gives what ir_measures gives on the same files, and says what it left out."""

from __future__ import annotations

import random
import warnings
from pathlib import Path

import ir_measures
import pytest

import m150
from conftest import ROOT

CORPUS = ROOT / "examples" / "corpus"
NETWORK = ROOT / "examples" / "network"
VAC = ROOT / "examples" / "vac"
FEW = CORPUS / "dev-a.jsonl"
MEASURES = (
    "nDCG nDCG@1 nDCG@10 nDCG@1000 AP AP@5 AP(rel=2) AP(rel=2)@10 RR RR(rel=2) RR@3 RR(rel=2)@10 P@1 P@5 P(rel=2)@5 P@100 "
    "R@5 R(rel=2)@10 R@1000 Success@1 Success(rel=2)@5 Judged Judged@1 Judged@10"
).split()


def write_world(place: Path, seed: int) -> tuple[Path, Path]:
    """Judgements and a run with many ties, scores that differ in the last bits only, documents that nobody judged, queries without
    judgements, queries that the run misses, and grades below 0."""
    chance = random.Random(seed)
    documents = [f"d{i}" for i in range(40)] + ["é", "z'", "A-1", "#0"]
    qrels, run = place / f"{seed}.qrels", place / f"{seed}.run"
    with open(qrels, "w", encoding="utf-8") as out:
        for query in range(30):
            if query % 7 == 3:
                continue  # nobody judged it
            grades = [0, 0, 1, 2, 3, -1] if query % 5 else [0]  # or nothing is relevant
            for document in chance.sample(documents, chance.randint(1, 25)):
                out.write(f"q{query} 0 {document} {chance.choice(grades)}\n")
    with open(run, "w", encoding="utf-8") as out:
        for query in range(30):
            if query % 11 == 4:
                continue  # it is missing
            scores = [1.0, 1.0 + 1e-9, 1.0 + 2e-7, 2.5, -3.0, 1e30, 0.1, 0.1 + 0.2]
            lines = [f"q{query} Q0 {document} {chance.randint(1, 9)} {chance.choice(scores)!r} t\n"
                     for document in chance.sample(documents, chance.randint(1, len(documents)))]  # fmt: skip
            out.writelines(lines)
    return qrels, run


@pytest.mark.parametrize("seed", range(25))
def test_figures_are_those_of_ir_measures(seed: int, tmp_path: Path) -> None:
    qrels, run = write_world(tmp_path, seed)
    with pytest.warns(UserWarning):
        ours = m150.evaluate(qrels, systems=run, measures=MEASURES, per_query=True)
    found = {(row.query, row.measure): row.value for row in ours.itertuples()}
    parsed = [ir_measures.parse_measure(name) for name in MEASURES]
    theirs = {
        (metric.query_id, str(metric.measure)): metric.value
        for metric in ir_measures.iter_calc(parsed, ir_measures.read_trec_qrels(str(qrels)), ir_measures.read_trec_run(str(run)))
    }
    assert found.keys() == theirs.keys()
    for key, value in theirs.items():
        assert found[key] == pytest.approx(value, abs=1e-6), key
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        means = m150.evaluate(qrels, systems=run, measures=MEASURES, resamples=100)
    whole = ir_measures.calc_aggregate(parsed, ir_measures.read_trec_qrels(str(qrels)), ir_measures.read_trec_run(str(run)))
    for row in means.itertuples():
        assert row.mean == pytest.approx(whole[ir_measures.parse_measure(row.measure)], abs=1e-6)


def test_names_are_those_of_ir_measures() -> None:
    assert [str(ir_measures.parse_measure(name)) for name in MEASURES] == MEASURES


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    qrels, run = write_world(tmp_path, 1)
    with pytest.warns(UserWarning) as said:
        frame = m150.evaluate(qrels, systems=run, measures="nDCG@10")
    assert len(said) == len(frame.attrs["remarks"]) == 3
    text = "\n".join(frame.attrs["remarks"])
    assert "4 queries of the run have no judgements and are in no figure, the first q10" in text
    assert "judged queries are not in the run and count as 0" in text
    assert "judged queries have nothing relevant and count as 0" in text
    assert all("test_evaluate" in str(warning.filename) for warning in said)


def test_the_corpus_is_measured_with_its_parts() -> None:
    frame = m150.evaluate(corpus=CORPUS, network=NETWORK, systems=["xapian", "m150"], measures="nDCG@10", resamples=200)
    assert list(frame.columns) == ["system", "part", "measure", "mean", "low", "high", "queries"]
    assert list(frame.part) == ["all", "sentence", "short"] * 2
    assert list(frame.queries) == [336, 168, 168] * 2
    assert ((frame.low < frame["mean"]) & (frame["mean"] < frame.high)).all()
    assert frame.attrs["unit"] == "need"
    by_system = frame[frame.part == "all"].set_index("system")["mean"]
    assert by_system["xapian"] == pytest.approx(0.284, abs=0.002)
    assert by_system["m150"] > by_system["xapian"]


def test_systems_are_compared() -> None:
    frame = m150.compare("xapian", "m150", "vac", vac=VAC, network=NETWORK, measures=["RR@10", "Success@1"])
    assert list(frame.measure) == ["RR@10", "Success@1"]
    assert frame.attrs["unit"] == "query"
    first = frame.iloc[0]
    assert first.difference == pytest.approx(first.b - first.a)
    assert first.low <= first.difference <= first.high
    assert 0 < first.p <= first.holm <= 1
    queries = m150.compare("xapian", "m150", "vac", vac=VAC, network=NETWORK, measures="RR@10", per_query=True)
    assert len(queries) == 179
    assert queries.difference.mean() == pytest.approx(first.difference)
    assert (queries.difference > 0).sum() == first.better


def test_the_queries_that_changed_most_are_told_with_what_came_up() -> None:
    frame = m150.compare("xapian", "m150", corpus=CORPUS, network=NETWORK, measures="nDCG@10", resamples=100, changes=3)
    changes = frame.attrs["changes"]
    assert len(changes) == 3
    sizes = [abs(change["b"] - change["a"]) for change in changes]
    assert sizes == sorted(sizes, reverse=True) and sizes[-1] > 0
    for change in changes:
        assert change["text"] and change["query"]
        assert len(change["top_b"]) == 3
        for shown in change["top_a"] + change["top_b"]:
            assert shown["document"] and shown["title"] and shown["grade"] in (None, 0, 1, 2)
    queries = m150.compare("xapian", "m150", corpus=CORPUS, network=NETWORK, measures="nDCG@10", resamples=100, per_query=True, changes=0)
    assert queries.attrs["changes"] == []
    assert queries.difference.abs().max() == pytest.approx(sizes[0])


def test_nobody_knows_is_measured(tmp_path: Path) -> None:
    frame = m150.nobody_knows(corpus=FEW, network=NETWORK, bins=4)
    assert list(frame.columns) == ["replies", "confidence", "helped"]
    figures = frame.attrs["figures"]
    assert len(frame) == 4 and frame.replies.sum() == figures["replies"]
    assert frame.confidence.is_monotonic_increasing
    assert (frame.helped * frame.replies).sum() == pytest.approx(figures["helped"])
    error = ((frame.confidence - frame.helped).abs() * frame.replies).sum() / figures["replies"]
    assert figures["ece"] == pytest.approx(error)
    assert 0.5 < figures["auroc"] <= 1
    assert frame.attrs["risk"]["coverage"][-1] == 1
    assert frame.attrs["risk"]["risk"][-1] == pytest.approx(1 - figures["helped"] / figures["replies"])
    (tmp_path / "docs.jsonl").write_text('{"id": "d1", "title": "Controle in de horeca"}\n')
    (tmp_path / "queries.jsonl").write_text('{"id": "q1", "text": "horecacontrole"}\n')
    (tmp_path / "qrels.txt").write_text("q1 0 d1 1\n")
    with pytest.raises(m150.InvalidInput, match="no needs"):
        m150.nobody_knows(tmp_path, network=NETWORK)
    with pytest.raises(m150.InvalidInput, match="not libm150"):
        m150.nobody_knows(corpus=FEW, network=NETWORK, system="xapian")
    with pytest.raises(m150.InvalidInput, match="1 to 100"):
        m150.nobody_knows(corpus=FEW, network=NETWORK, bins=0)


def test_each_part_is_turned_off(tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text(
        '{"id": "d1", "title": "Controle in de horeca"}\n{"id": "d2", "title": "Honden los in het park"}\n'
    )
    (tmp_path / "queries.jsonl").write_text('{"id": "q1", "text": "horecacontrole"}\n{"id": "q2", "text": "een hond in de horeca"}\n')
    (tmp_path / "qrels.txt").write_text("q1 0 d1 1\nq2 0 d2 1\n")
    frame = m150.ablate(tmp_path, network=NETWORK, measures=["nDCG@10", "RR@10"], resamples=100)
    assert set(frame.measure) == {"nDCG@10", "RR@10"}
    parts = set(frame.parameter)
    assert {"index.analysis.compounds", "query.part_weight", "ranking.cosine"} <= parts
    assert not any(name.startswith(("knowers.", "verdict.", "confidence.")) for name in parts)
    assert len(frame) == 2 * len(parts)
    assert frame.whole.nunique() <= 2
    assert (frame.change - (frame.without - frame.whole)).abs().max() < 1e-12
    assert ((0 < frame.p) & (frame.p <= frame.holm) & (frame.holm <= 1)).all()


def test_the_same_seed_gives_the_same_table() -> None:
    def table(seed: int) -> list[object]:
        frame = m150.evaluate("slips", corpus=CORPUS, systems="xapian", measures="RR@10", seed=seed, slip_rate=0.5, resamples=100)
        return frame.to_numpy().tolist()

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert table(1) == table(1) != table(2)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"test_set": "corpsu"}, "did you mean corpus"),
        ({"measures": "ndcg@10"}, "did you mean nDCG"),
        ({"systems": ["xapain"]}, "did you mean xapian"),
        ({"slip_rate": 2.0, "test_set": "slips"}, "0 to 1"),
        ({"resamples": 1}, "100 to 1000000"),
        ({"level": 1.0}, "0.5 to 0.999"),
    ],
)
def test_mistakes_are_explained(arguments: dict[str, object], message: str) -> None:
    with pytest.raises(m150.InvalidInput, match=message):
        m150.evaluate(**{"corpus": CORPUS, "network": NETWORK, **arguments})  # type: ignore[arg-type]


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "bad.qrels"
    bad.write_text("q 0 d 1\nq 0 d\n")
    with pytest.raises(m150.InvalidInput, match=r"bad\.qrels:2: has 3 columns; expected four columns"):
        m150.evaluate(bad, systems="xapian")
