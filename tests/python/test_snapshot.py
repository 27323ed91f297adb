"""The reader from Python: replies, connections, fits and programmes, each with reasons that add up."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy
import pytest

import m150


def assert_adds_up(score: float, reasons: Sequence[m150.Reason]) -> None:
    assert abs(score - sum(reason.share for reason in reasons)) <= 1e-9
    for reason in reasons:
        if reason.parts:
            assert_adds_up(reason.share, reason.parts)


class TestAsk:
    def test_finds_the_answer_and_who_knows_and_says_why(self, now: m150.Snapshot) -> None:
        reply = now.ask("Dragen jullie een lichaamscamera in de horeca?", asked_by="0355", limit=5)
        best = reply.answers[0]
        assert best.question.id == "v-1"
        assert [answer.id for answer in best.answers] == ["a-1"]
        assert best.question.date == datetime.date(2026, 3, 2)
        assert reply.municipalities[0].municipality == "GM0307"
        assert reply.municipalities[0].name == "Amersfoort"
        assert "GM0355" not in [one.municipality for one in reply.municipalities]  # never to itself
        assert 0 <= reply.confidence <= 1
        assert_adds_up(best.score, best.reasons)
        assert_adds_up(reply.municipalities[0].score, reply.municipalities[0].reasons)
        assert {term.kind for term in reply.understood} <= {"word", "part", "joined", "synonym", "topic", "correction"}
        assert len(reply.understood) == len(reply.understood.terms)

    def test_what_was_made_of_the_question_is_shown(self, now: m150.Snapshot) -> None:
        read = now.ask("Een LOD voor een bodcyam in Zeits?").understood
        assert [(note.kind, note.word, note.meaning) for note in read.notes] == [
            ("correction", "bodcyam", "bodycam"),
            ("suggestion", "Zeits", "Zeist"),
            ("topic", "bodcyam", "Bodycams"),
            ("abbreviation", "LOD", "last onder dwangsom"),
        ]
        assert "Zeits" not in read.ignored and "voor" in read.ignored
        assert read.sentences()[0] == "“bodcyam” gelezen als “bodycam”" == str(read.notes[0]) == read.notes[0].text
        assert read.sentences(lang="en")[1] == "“Zeits”: did you mean Zeist?"
        assert read.to_dict()["notes"][3]["source"] == "table"
        assert read[0].kind == "synonym" or read[0].origin
        assert "gelezen als" in now.ask("bodcyam")._repr_html_()

    def test_reasons_are_sentences_in_two_languages(self, now: m150.Snapshot) -> None:
        reason = now.ask("bodycam horeca").answers[0].reasons[0]
        assert reason.text == str(reason) == reason.explain() == now.explain(reason)
        assert reason.text_en == reason.explain(lang="en") == now.explain(reason, lang="en")
        assert reason.text != reason.text_en
        assert reason.value("no such value") == ""
        assert now.explain_all([reason]).count("\n") >= 1 + len(reason.parts)

    def test_snippet_marks_are_counted_in_characters(self, kb: m150.KnowledgeBase) -> None:
        kb.add(m150.Question(id="v-é", date="2026-01-01", text="Één café: geluidsoverlast én meer"))
        kb.commit()
        snippet = kb.snapshot().ask("geluidsoverlast").answers[0].snippet
        assert [snippet.text[begin:end] for begin, end in snippet.matches] == ["geluidsoverlast"]
        assert snippet.of == kb.snapshot().ask("geluidsoverlast").answers[0].question.id

    def test_can_be_narrowed(self, now: m150.Snapshot) -> None:
        def found(**narrow: object) -> list[str]:
            return [one.question.id for one in now.ask("bodycam vuurwerkvrije zone", **narrow).answers]  # type: ignore[arg-type]

        assert set(found()) == {"v-1", "v-2"}
        assert found(topics=["vuurwerk"]) == ["v-2"]
        assert found(from_="2026-03-04") == ["v-2"]
        assert found(to=datetime.date(2026, 3, 3)) == ["v-1"]
        assert set(found(networks=["M150"], provinces=["Utrecht"])) == {"v-1", "v-2"}

    def test_narrowing_leaves_what_fits_and_nothing_else(self, network_path: Path) -> None:
        """The slow twin: every pair that the words find, looked at one by one."""
        by_words = m150.KnowledgeBaseOptions()
        by_words.ranking.cosine = 0
        by_words.ranking.candidates = 1000
        with m150.KnowledgeBase.open(network_path, read_only=True) as base:
            now = base.snapshot(options=by_words)
        province = {one.id: one.province for one in now.municipalities()}

        def found(**narrow: object) -> dict[str, m150.Question]:
            reply = now.ask("boa handhaving gemeente bodycam vuurwerk parkeren afval", limit=1000, **narrow)  # type: ignore[arg-type]
            return {one.question.id: one.question for one in reply.answers}

        def any_party(question: m150.Question, fits: Callable[[str], bool]) -> bool:
            pair = now.question(question.id)
            assert pair is not None
            return any(who is not None and fits(who) for who in (question.asked_by, *(answer.by for answer in pair.answers)))

        everything = found()
        assert len(everything) > 250
        cases: list[tuple[dict[str, object], Callable[[m150.Question], bool]]] = [
            ({"provinces": ["Utrecht"]}, lambda q: any_party(q, lambda who: province[who] == "Utrecht")),
            ({"networks": ["G40"]}, lambda q: any_party(q, lambda who: now.is_member(who, "G40"))),
            ({"networks": ["M150"], "provinces": ["Gelderland", "Drenthe"]},
             lambda q: any_party(q, lambda who: now.is_member(who, "M150") and province[who] in ("Gelderland", "Drenthe"))),
            ({"topics": ["bodycams", "vuurwerk"]}, lambda q: bool({"bodycams", "vuurwerk"} & set(q.topics))),
            ({"from_": "2024-06-01", "to": "2025-06-01"}, lambda q: "2024-06-01" <= q.date.isoformat() <= "2025-06-01"),
        ]  # fmt: skip
        for narrow, fits in cases:
            expected = {id for id, question in everything.items() if fits(question)}
            assert 10 < len(expected) < len(everything), narrow
            assert set(found(**narrow)) == expected, narrow

    def test_a_question_of_stop_words_gets_a_notice(self, now: m150.Snapshot) -> None:
        reply = now.ask("de het een")
        assert reply.answers == () and reply.notices and reply.confidence == 0

    def test_is_the_same_every_time(self, network: m150.Snapshot) -> None:
        one, two = (json.dumps(network.ask("fatbikes in het centrum").to_dict()) for _ in range(2))
        assert one == two



class TestSimilar:
    def test_a_stored_question_and_one_to_be_posted(self, network: m150.Snapshot) -> None:
        asked = network.ask("Opgevoerde fatbikes in de winkelstraat").answers[0].question
        found = network.similar(asked.id, limit=3)
        assert len(found) == 3 and asked.id not in [one.question.id for one in found]
        for one in found:
            assert_adds_up(one.score, one.reasons)
        typed = network.similar(text=f"{asked.title} {asked.text}", limit=1)
        assert typed[0].question.id == asked.id

    def test_refuses_what_is_no_question(self, network: m150.Snapshot) -> None:
        for bad in ({}, {"question": "geen-vraag"}, {"question": "v", "text": "bodycam"}, {"text": " "}, {"text": "boete", "limit": 0}):
            with pytest.raises(m150.InvalidInput):
                network.similar(**bad)  # type: ignore[arg-type]

class TestViewersAndTime:
    def test_a_viewer_does_not_see_what_is_for_avh(self, kb: m150.KnowledgeBase) -> None:
        zeist, bilt = kb.snapshot(viewer="GM0355"), kb.snapshot(viewer="310")
        assert zeist.viewer == "GM0355"
        assert zeist.question("v-2") is None and zeist.question_count() == 1
        assert [one.question.id for one in zeist.ask("vuurwerkvrije zone").answers] == ["v-1"]  # near in meaning
        assert bilt.question("v-2") is not None  # it asked that itself
        assert zeist.speakers() == []  # for AVH only; De Bilt's is not Zeist's

    def test_as_of_shows_what_was_known_then(self, kb: m150.KnowledgeBase) -> None:
        then = kb.snapshot(as_of="2026-03-03")
        assert then.today == datetime.date(2026, 3, 3)
        pair = then.question("v-1")
        assert pair is not None and pair.answers == ()
        assert then.question("v-2") is None

    def test_a_snapshot_stays_what_it_is(self, kb: m150.KnowledgeBase) -> None:
        before = kb.snapshot()
        kb.remove(m150.Question, "v-2")
        kb.commit()
        assert before.question("v-2") is not None and before.question_count() == 2
        assert kb.snapshot().question_count() == 1
        assert kb.snapshot().revision == before.revision + 1

    def test_expertise_can_be_made_to_fade_faster(self, kb: m150.KnowledgeBase) -> None:
        kb.add(m150.NewsItem(id="n", date="2036-01-01", title="tien jaar later"))
        kb.commit()
        slow = kb.snapshot(options=m150.KnowledgeBaseOptions(expertise=m150.ExpertiseOptions(half_life_days=1500))).ask("bodycam").municipalities
        fast = kb.snapshot(options=m150.KnowledgeBaseOptions(expertise=m150.ExpertiseOptions(half_life_days=180))).ask("bodycam").municipalities
        assert slow[0].score > fast[0].score


class TestListings:
    def test_every_type_has_a_list_and_a_lookup(self, now: m150.Snapshot) -> None:
        for plural, singular in [
            ("municipalities", "municipality"), ("networks", "network"), ("organisations", "organisation"), ("topics", "topic"),
            ("inventory", "inventory_response"), ("news", "news_item"), ("meetings", "meeting"), ("speakers", "speaker"),
            ("contacts", "contact"), ("working_groups", "working_group"), ("vocabulary", "vocabulary_entry"),
            ("outcomes", "outcome"), ("pauses", "pause"),
        ]:  # fmt: skip
            records = getattr(now, plural)()
            assert [record.id for record in records] == sorted(record.id for record in records)
            for record in records:
                assert getattr(now, singular)(record.id) == record
            assert getattr(now, singular)("999" if singular == "municipality" else "unknown") is None

    def test_membership(self, now: m150.Snapshot) -> None:
        assert now.is_member("GM0355", "M150")
        assert not now.is_member("GM0307", "M150")
        assert not now.is_member("GM0355", "unknown")

    def test_facts_of_questions(self, now: m150.Snapshot) -> None:
        assert now.question_facts() == [
            {"id": "v-1", "asked_by": "GM0355", "date": "2026-03-02", "topics": ["bodycams"], "answers": 1, "accepted": True},
            {"id": "v-2", "asked_by": "GM0310", "date": "2026-03-05", "topics": ["vuurwerk"], "answers": 0, "accepted": False},
        ]


class TestSpeakers:
    def test_the_matrix_is_an_array_that_cannot_be_changed(self, now: m150.Snapshot) -> None:
        fit = now.speaker_fit("najaar")
        assert (fit.items, fit.speakers) == (("1", "2"), ("s-1", "s-2"))
        values = fit.values
        assert values.shape == (2, 2) and values.dtype == numpy.float64
        assert values[0, 0] > values[0, 1] and values[1, 1] > values[1, 0]
        with pytest.raises(ValueError, match="read-only"):
            values[0, 0] = 1
        for i in range(2):
            for j in range(2):
                assert fit.value(i, j) == values[i, j]
                assert_adds_up(values[i, j], fit.reasons(i, j))
        assert fit.reasons(-1, -1) == fit.reasons(1, 1)
        with pytest.raises(IndexError):
            fit.reasons(2, 0)
        del fit
        assert values[0, 0] > 0  # keeps what it needs

    def test_the_agenda_may_be_a_meeting_its_id_or_items(self, now: m150.Snapshot) -> None:
        meeting = now.meeting("najaar")
        assert meeting is not None
        fits = [now.speaker_fit(agenda).to_dict() for agenda in (meeting, "najaar", meeting.agenda, list(meeting.agenda))]
        assert all(fit == fits[0] for fit in fits)

    def test_the_programme_fills_every_item(self, now: m150.Snapshot) -> None:
        programme = now.match_speakers("najaar", alternates=1)
        assert programme.complete and programme.unfilled == ()
        assert [[slot.speaker for slot in item.speakers] for item in programme.items] == [["s-1"], ["s-2"]]
        assert programme.items[0].speakers[0].role == "beleidsadviseur"
        assert programme.objective == pytest.approx(programme.upper_bound)
        for item in programme.items:
            for slot in item.speakers:
                assert_adds_up(slot.fit, slot.reasons)

    def test_the_day_of_the_meeting_counts(self, kb: m150.KnowledgeBase) -> None:
        speaker = kb.snapshot().speaker("s-1")
        assert speaker is not None
        kb.replace(speaker.replaced(availability=[m150.Period(from_="2020-01-01", to="2020-12-31")]))
        kb.commit()
        programme = kb.snapshot().match_speakers("najaar")
        assert not programme.complete
        (unfilled,) = programme.unfilled
        assert (unfilled.what, unfilled.id, unfilled.missing, unfilled.why) == ("item", "1", 1, "no-candidates")
        assert kb.snapshot().match_speakers("najaar", date="2020-06-01").complete


def test_everything_is_plain_in_a_dict(network: m150.Snapshot) -> None:
    for result in (
        network.ask("bodycam", limit=2),
        network.connect("GM0355"),
        network.connect_all(per_municipality=1, network="M150"),
        network.match_speakers("2027-landelijk"),
    ):
        dutch, english = result.to_dict(), result.to_dict(lang="en")
        assert json.loads(json.dumps(dutch)) is not None
        assert dutch != english
    fit = network.speaker_fit("2027-landelijk").to_dict()
    assert json.loads(json.dumps(fit)) == fit
