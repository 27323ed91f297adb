"""Whom to ask for which question, so that the load is shared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import m150
from m150 import cli

QUESTIONS = [
    ("Mogen onze boa's een bodycam dragen bij horecacontroles?", "GM0355"),
    ("Bodycam op straat: wie heeft een protocol?", None),
    {"text": "Hoe lang bewaar je beelden van een bodycam?", "asked_by": "GM0307", "about": ["bodycams"]},
    "Hondenpoep op de stoep: wat werkt?",
]


def test_a_plan_names_whom_to_ask_and_proves_it(network: m150.Snapshot) -> None:
    plan = network.share_load(QUESTIONS, per_question=2, capacity=2)
    assert [question.text for question in plan.questions] == [QUESTIONS[0][0], QUESTIONS[1][0], QUESTIONS[2]["text"], QUESTIONS[3]]  # type: ignore[index]
    assert [question.asked_by for question in plan.questions] == ["GM0355", None, "GM0307", None]
    for question in plan.questions:
        assert len(question.asked) == len(question.ranked) == 2
        assert question.score == pytest.approx(sum(one.score for one in question.asked))
        assert question.asked_by not in [one.municipality for one in question.asked]
        for one in question.asked:
            assert one.score == pytest.approx(sum(reason.share for reason in one.reasons))
    assert plan.score == pytest.approx(sum(question.score for question in plan.questions))
    assert plan.objective == pytest.approx(plan.score - plan.price * plan.crowding)
    assert plan.objective <= plan.upper_bound == pytest.approx(plan.objective, abs=1e-9)
    assert plan.score <= plan.unfair_score + 1e-9 <= plan.ranked_score + 2e-9
    assert all(load.load <= load.capacity == 2 for load in plan.loads)
    assert sum(load.asked for load in plan.loads) == 8
    assert set(plan.never_asked) == {load.municipality for load in plan.loads if load.load == 0}


def test_fairness_levels_the_load_at_a_price(network: m150.Snapshot) -> None:
    plans = [network.share_load(QUESTIONS, fairness=fairness) for fairness in (0, 0.25, 0.5, 0.75, 1)]
    assert [plan.crowding for plan in plans] == sorted((plan.crowding for plan in plans), reverse=True)
    assert [plan.score for plan in plans] == sorted((plan.score for plan in plans), reverse=True)
    assert plans[-1].gini == min(plan.gini for plan in plans) < plans[0].gini
    assert plans[0].score == pytest.approx(plans[0].unfair_score)
    # Whoever is passed over is named, with the reason.
    notices = [notice for plan in plans for question in plan.questions for notice in question.notices]
    assert {notice.code for notice in notices} <= {"passed-full", "passed-shared"} and notices
    assert all(notice.share == 0 for notice in notices)


def test_what_was_asked_before_counts(network: m150.Snapshot) -> None:
    first = network.share_load(["Bodycams dragen"], per_question=1).questions[0].asked[0].municipality
    again = network.share_load(["Bodycams dragen"], per_question=1, fairness=1, load_so_far={first: 1})
    assert again.questions[0].asked[0].municipality != first
    full = network.share_load(["Bodycams dragen"], per_question=1, fairness=0, capacities={first: 0})
    assert full.questions[0].asked[0].municipality != first
    assert full.questions[0].notices[0].code == "passed-full"
    nobody = network.share_load(["Bodycams dragen"], capacity=0)
    assert not nobody.questions[0].asked and nobody.questions[0].notices[-1].code == "places-full"


def test_a_plan_is_shown_and_written(network: m150.Snapshot) -> None:
    plan = network.share_load(QUESTIONS)
    dutch, english = json.loads(json.dumps(plan.to_dict())), json.loads(json.dumps(plan.to_dict(lang="en")))
    assert dutch != english and dutch["gini"] == plan.gini and len(dutch["questions"]) == 4
    assert dutch["questions"][0]["asked"][0]["municipality"] == plan.questions[0].asked[0].municipality
    assert "Belasting" in plan._repr_html_() and "Hondenpoep" in plan._repr_html_()
    assert "LoadPlan" in repr(plan) and "SharedQuestion" in repr(plan.questions[0]) and "MunicipalityLoad" in repr(plan.loads[0])
    frame = plan.to_frame()
    assert list(frame["question"]) == [number for number, question in enumerate(plan.questions, 1) for _ in question.asked]
    loads = plan.loads_frame()
    assert list(loads["asked"]) == [load.asked for load in plan.loads]
    hostile = network.share_load(["<script>bodycams</script>"])
    assert "<script>" not in hostile._repr_html_()


def test_what_cannot_be_shared_is_refused(network: m150.Snapshot) -> None:
    with pytest.raises(m150.InvalidInput, match="number of questions"):
        network.share_load([])
    with pytest.raises(m150.InvalidInput, match="question 2 of 2"):
        network.share_load(["bodycams", ""])
    with pytest.raises(m150.InvalidInput, match="there is no 'txt'"):
        network.share_load([{"txt": "bodycams"}])
    with pytest.raises(m150.InvalidInput, match="fairness"):
        network.share_load(["bodycams"], fairness=1.5)
    with pytest.raises(m150.InvalidInput, match="since"):
        network.share_load(["bodycams"], since="2099-01-01")
    for wrong in ("bodycams", [1], [("bodycams", 3)], [{"text": None}], [{"text": "x", "about": 3}], 3):
        with pytest.raises(TypeError):
            network.share_load(wrong)  # type: ignore[arg-type]


def test_on_the_command_line(capsys: pytest.CaptureFixture[str], network: m150.Snapshot, network_path: Path, tmp_path: Path) -> None:
    table = tmp_path / "vragen.csv"
    table.write_text('text,asked_by\n"Mogen boa\'s een bodycam dragen?",Zeist\nHondenpoep op de stoep,\n', encoding="utf-8")
    assert cli.run(["share", str(network_path), "--file", str(table), "--per-question", "2"]) == 0
    out = capsys.readouterr().out
    assert "Wie te vragen" in out and "Belasting" in out and "Gini" in out
    assert cli.run(["share", str(network_path), "--file", str(table), "--json"]) == 0
    expected = network.share_load([("Mogen boa's een bodycam dragen?", "GM0355"), "Hondenpoep op de stoep"])
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(expected.to_dict()))
    assert cli.run(["share", str(network_path)]) == 2
    table.write_text("vraag\nx\n", encoding="utf-8")
    assert cli.run(["share", str(network_path), "--file", str(table)]) == 2
    assert "geen kolom text" in capsys.readouterr().err
    assert cli.run(["share", str(network_path), "--file", str(tmp_path / "geen.csv")]) == 2
