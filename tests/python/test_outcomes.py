"""What became of questions: told, counted, learned from; and what nobody knows yet."""

from __future__ import annotations

import datetime
import json
import pathlib

import pytest

import m150

NETWORK = pathlib.Path(__file__).parents[2] / "examples" / "network"


@pytest.fixture(scope="module")
def base() -> m150.KnowledgeBase:
    kb = m150.KnowledgeBase.in_memory()
    kb.load(NETWORK)
    return kb


@pytest.fixture(scope="module")
def now(base: m150.KnowledgeBase) -> m150.Snapshot:
    return base.snapshot()


class TestTelling:
    def test_fills_in_what_the_question_says(self) -> None:
        kb = m150.KnowledgeBase.in_memory()
        kb.load(NETWORK)
        recorded = kb.record_outcome("da-drugspanden-2-q2", "passed-on", date="2026-10-02", municipality="GM0355", helpful=True)
        assert recorded.notices == []
        outcome = recorded.outcome
        question = kb.snapshot().question("da-drugspanden-2-q2").question  # type: ignore[union-attr]
        assert (outcome.asked_by, outcome.asked, outcome.topics) == (question.asked_by, question.date, question.topics)
        kb.commit()
        later = kb.snapshot()
        assert later.outcome(outcome.id) == outcome
        assert later.today == datetime.date(2026, 10, 2)

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ({"kind": "passed-on", "date": "2026-10-02"}, "municipality"),
            ({"kind": "answered", "date": "2026-10-02"}, "answered-by-base"),
            ({"kind": "no-answer", "date": "2026-10-02", "helpful": True}, "nobody helped"),
            ({"kind": "no-answer", "date": "2020-01-01"}, "lies before"),
            ({"kind": "declined", "date": "2026-10-02", "municipality": "GM9999"}, "GM9999"),
            ({"kind": "answered-by-base", "date": "2026-10-02", "pair": "nergens"}, "nergens"),
            ({"kind": "answered-by-base", "date": "2026-10-02", "pair": "da-drugspanden-2-q2"}, "is the question itself"),
        ],
    )
    def test_refuses_what_cannot_be_true(self, arguments: dict[str, object], message: str) -> None:
        kb = m150.KnowledgeBase.in_memory()
        kb.load(NETWORK)
        before = kb.revision
        with pytest.raises(m150.InvalidInput, match=message):
            kb.record_outcome("da-drugspanden-2-q2", **arguments)  # type: ignore[arg-type]
        kb.rollback()
        assert kb.revision == before

    def test_of_a_question_that_is_not_stored(self) -> None:
        kb = m150.KnowledgeBase.in_memory()
        kb.load(NETWORK)
        outcome = kb.record_outcome(None, "no-answer", date="2026-10-02", asked_by="GM0355", topics=["bodycams"]).outcome
        assert outcome.asked == outcome.date
        assert outcome.question is None


    def test_a_changed_verdict_replaces_the_outcome(self) -> None:
        kb = m150.KnowledgeBase.in_memory()
        kb.load(NETWORK)
        told = kb.record_outcome("da-drugspanden-2-q2", "passed-on", date="2026-10-02", municipality="GM0355", helpful=True).outcome
        with pytest.raises(m150.InvalidInput, match=f"contradicts outcome {told.id}"):
            kb.record_outcome("da-drugspanden-2-q2", "contacted", date="2026-10-09", municipality="GM0355", helpful=False)
        with pytest.raises(m150.InvalidInput, match=f"contradicts outcome {told.id}"):
            kb.add(told.replaced(id="u-1", helpful=False))
        kb.replace(told.replaced(helpful=False))
        kb.commit()
        assert kb.check() == []


class TestFigures:
    def test_rows_add_up(self, now: m150.Snapshot) -> None:
        figures = now.outcome_figures("M150", by="year")
        whole = figures.rows[0]
        assert whole["topic"] is None and whole["from"] is None
        parts = ("by_base", "passed_on", "contacted", "waiting", "unanswered")
        for row in figures.rows:
            assert row["cases"] == sum(row[part] for part in parts)
            assert row["told_helpful"] <= row["told"] <= row["cases"]
        assert whole["told_helpful"] < whole["told"]
        years = [row for row in figures.rows if row["topic"] is None and row["from"]]
        assert sum(row["cases"] for row in years) == whole["cases"] > 50
        assert whole["median_days_by_base"] < whole["median_days"]

    def test_table_and_html(self, now: m150.Snapshot) -> None:
        frame = now.outcome_figures().to_frame()
        assert list(frame.columns)[:3] == ["topic", "from", "cases"]
        html = now.outcome_figures()._repr_html_()
        assert "wacht op antwoord" in html
        assert "door de kennisbank" in html and html.count("<tr>") == len(frame) + 1

    def test_bad_period(self, now: m150.Snapshot) -> None:
        with pytest.raises(m150.InvalidInput, match="quarter"):
            now.outcome_figures(by="week")


class TestLearning:
    def test_recalibrate_gives_options_to_configure(self) -> None:
        kb = m150.KnowledgeBase.in_memory()
        kb.load(NETWORK)
        seen: list[str] = []
        learned = kb.recalibrate(progress=lambda stage, done, total: seen.append(stage))
        assert seen and learned.knowers is not None and learned.answers is not None
        assert learned.answers.outcomes > 100
        assert not learned.answers.better and not learned.knowers.better  # outcomes that were drawn without a look at the confidence
        for name in ("constant", "similarity", "knows_constant", "knows_evidence"):
            assert getattr(learned.options.confidence, name) == getattr(kb.options.confidence, name)
        before = kb.snapshot().ask("Mag een boa een bodycam dragen?")
        kb.configure(learned.options)
        after = kb.snapshot().ask("Mag een boa een bodycam dragen?")
        assert [k.municipality for k in before.municipalities] == [k.municipality for k in after.municipalities]
        assert before.confidence == after.confidence

    def test_recalibrate_can_be_stopped(self, base: m150.KnowledgeBase) -> None:
        with pytest.raises(m150.InvalidInput, match="cancelled"):
            base.recalibrate(progress=lambda stage, done, total: False)

    def test_fit_knowers(self, base: m150.KnowledgeBase) -> None:
        fitted = base.fit_knowers(windows=1, most=50)
        assert fitted.questions > 5
        assert fitted.loss <= fitted.loss_of_none
        assert fitted.tried == []

    def test_fit_knowers_chooses_among_values(self, base: m150.KnowledgeBase) -> None:
        fitted = base.fit_knowers(windows=1, most=50, choose=[("knowers.prior_answers", [1, 30]), ("expertise.half_life_days", [30.0])], passes=1)
        assert [one[:2] for one in fitted.tried] == [("knowers.prior_answers", 1.0), ("knowers.prior_answers", 30.0), ("expertise.half_life_days", 30.0)]
        assert fitted.options.knowers.prior_answers == min(fitted.tried[:2], key=lambda one: one[2])[1]
        assert fitted.options.expertise.half_life_days == 30.0
        with pytest.raises(m150.InvalidInput, match="would need another index"):
            base.fit_knowers(choose=[("index.title_weight", [1.0])])


class TestKnowing:
    def test_a_municipality_knows_as_often_as_it_is_said(self, base: m150.KnowledgeBase) -> None:
        """Against the planted truth of a network that the confidence was not fitted to: each question is put the day before it
        was asked, and those named are compared with who has level 2 or 3 on its topic."""
        truth = json.loads((NETWORK / "truth.json").read_text())["expertise"]
        today = base.snapshot()
        claims: list[tuple[float, bool]] = []
        for fact in today.question_facts():
            if fact["date"] < "2024-01-01" or len(claims) > 1500:
                continue
            then = base.snapshot(as_of=datetime.date.fromisoformat(fact["date"]) - datetime.timedelta(days=1))
            question = today.question(fact["id"]).question  # type: ignore[union-attr]
            for knower in then.who_knows(question.title + "\n" + question.text, asked_by=question.asked_by):
                claims.append((knower.confidence, truth.get(knower.municipality, {}).get(question.topics[0], 0) >= 2))
        claims.sort()
        bins = [claims[i * len(claims) // 10 : (i + 1) * len(claims) // 10] for i in range(10)]
        error = sum(abs(sum(p for p, _ in bin) - sum(knows for _, knows in bin)) for bin in bins) / len(claims)
        assert error <= 0.05

    def test_when_nobody_answered_but_somebody_knows(self, base: m150.KnowledgeBase) -> None:
        options = base.options
        options.verdict = m150.VerdictOptions(likely=1.0, perhaps=1.0, knows=0.5)
        reply = base.snapshot(options=options).ask("Mag een boa een bodycam dragen?")
        assert reply.verdict == "somebody"
        assert "een gemeente die het weet" in reply.explain_verdict()


class TestGaps:
    def test_stored_question_is_put_again(self, now: m150.Snapshot) -> None:
        fact = now.question_facts()[0]
        reply = now.ask(question=fact["id"])
        assert all(found.question.id != fact["id"] for found in reply.answers)
        assert fact["asked_by"] not in [knower.municipality for knower in reply.municipalities]
        with pytest.raises(m150.InvalidInput, match="beside a question"):
            now.ask("tekst", question=fact["id"])
        with pytest.raises(m150.InvalidInput, match="nergens"):
            now.ask(question="nergens")
        with pytest.raises(m150.InvalidInput, match="text"):
            now.ask()

    def test_who_comes_nearest_has_a_name(self) -> None:
        kb = m150.KnowledgeBase.in_memory()
        kb.load(NETWORK)
        before = kb.snapshot()
        told = {outcome.question for outcome in before.outcomes()}
        open_now = [
            fact for fact in before.question_facts()
            if not fact["answers"] and fact["id"] not in told and fact["asked_by"] and fact["date"] > "2026-01-01"
        ]  # fmt: skip
        assert open_now
        kb.record_outcome(open_now[0]["id"], "no-answer", date=before.today)
        kb.commit()
        gaps = kb.snapshot().gaps()
        one = next(one for one in gaps.questions if one.question == open_now[0]["id"])
        assert one.told and one.best_name == before.municipality(one.best).name
        html = gaps._repr_html_()
        assert one.best_name in html and one.best not in html
        kb.record_outcome(one.question, "passed-on", date=before.today + datetime.timedelta(days=1), municipality=one.best, helpful=True)
        kb.commit()
        assert one.question not in [other.question for other in kb.snapshot().gaps().questions]

    def test_items_can_go_on_an_agenda(self, now: m150.Snapshot) -> None:
        gaps = now.gaps("M150", helped_by_one=2)
        assert gaps.topics and gaps.asked_again == gaps.open_questions
        agenda = [one.item for one in gaps.topics[:3]]
        programme = now.match_speakers(agenda, network="M150", municipality_candidates=3)
        assert len(programme.items) == len(agenda)
        frame = gaps.to_frame()
        assert list(frame["kind"]).count("topic") == len(gaps.topics)
        assert "Onderwerpen met meer behoefte" in gaps._repr_html_()
        assert len(gaps.to_dict()["topics"]) == len(gaps.topics)
