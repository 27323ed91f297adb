"""What a snapshot says of meetings: the gap map, an agenda, speakers under rules."""

import json

import pytest

import m150


def test_a_gap_map_names_what_plays(network: m150.Snapshot) -> None:
    gaps = network.gap_map("M150", since="2025-09-01")
    assert gaps.members == 176 and len(gaps.topics) == len(network.topics())
    first = gaps.topics[0]
    assert first.score == pytest.approx(sum(reason.share for reason in first.reasons))
    assert first.would_come >= len(first.comers) and first.comers[0][1] >= first.comers[-1][1] >= 0.25
    assert [gap.score for gap in gaps.topics] == sorted((gap.score for gap in gaps.topics), reverse=True)
    assert json.loads(json.dumps(gaps.to_dict())) != json.loads(json.dumps(gaps.to_dict(lang="en")))
    assert "onderwerp" in gaps._repr_html_()
    frame = gaps.to_frame()
    assert list(frame["topic"]) == [gap.topic for gap in gaps.topics]
    quiet = network.gap_map("M150", weights=m150.GapWeights(news=0, growth=0))
    assert all(reason.code not in ("gap-news", "gap-growth") for gap in quiet.topics for reason in gap.reasons)


def test_an_agenda_is_proposed_with_others_beside_it(network: m150.Snapshot) -> None:
    proposal = network.propose_agenda("2027-landelijk", most_topics=8, parallel_sessions=2)
    best = proposal.best
    assert best.proved and best.gap == pytest.approx(0, abs=1e-6)
    assert 1 <= len(best.items) <= 8
    assert sum(item.item.minutes for item in best.items if not item.parallel) <= 180
    assert len(proposal.others) == 2
    assert best.value >= proposal.others[0].value >= proposal.others[1].value
    topics = [{item.item.topics[0] for item in agenda.items} for agenda in (best, *proposal.others)]
    assert len(topics[0] - topics[1]) >= 2 and len(topics[0] - topics[2]) >= 2 and len(topics[1] - topics[2]) >= 2
    assert json.loads(json.dumps(proposal.to_dict())) is not None
    assert "Beste agenda" in proposal._repr_html_()
    assert set(proposal.to_frame()["agenda"]) == {0, 1, 2}
    for item in best.items:
        assert item.value == pytest.approx(sum(reason.share for reason in item.reasons))
    # The items are an agenda that speakers can be found for.
    programme = network.match_speakers([item.item for item in best.items], max_items_per_speaker=2)
    assert len(programme.items) == len(best.items)
    with pytest.raises(m150.InvalidInput, match="must"):
        network.propose_agenda("2027-landelijk", must=["bodycams"], never=["bodycams"])
    with pytest.raises(m150.InvalidInput, match="no meeting"):
        network.propose_agenda("geen")
    with pytest.raises(TypeError):
        network.propose_agenda([])


def test_speakers_under_rules(network: m150.Snapshot) -> None:
    free = network.match_speakers("2027-landelijk", max_items_per_speaker=2)
    fair = network.match_speakers(
        "2027-landelijk", max_items_per_speaker=2, goal="worst-first", max_per_organisation=1, min_municipalities=2, min_newcomers=1
    )
    assert free.proved and fair.proved and fair.worst_bound >= fair.worst > 0
    assert fair.worst_item in [item.item for item in fair.items]
    slot = free.items[0].speakers[0]
    forced = network.match_speakers("2027-landelijk", max_items_per_speaker=2, locks=[("2", slot.speaker)], forbidden=[("1", slot.speaker)])
    (lock,) = forced.locks
    assert lock.kept and lock.price > 0 and (lock.item, lock.speaker) == ("2", slot.speaker)
    assert json.loads(json.dumps(forced.to_dict()))["locks"][0]["price"] == pytest.approx(lock.price)


def test_what_contradicts_is_said(network: m150.Snapshot) -> None:
    speaker = network.speakers()[0].id
    programme = network.match_speakers("2027-landelijk", locks=[("1", speaker)], forbidden=[("1", speaker)])
    assert not programme.complete and not programme.locks[0].kept
    assert [reason.code for reason in programme.contradiction] == ["rule-lock", "rule-forbidden"]
    assert programme.relaxation[0].text.startswith("laat ")
    assert "Dit kan niet samen" in programme._repr_html_()
    cheap = network.match_speakers(
        "2027-landelijk", locks=[("1", speaker)], forbidden=[("1", speaker)], prices=m150.RulePrices(forbidden=1)
    )
    assert [reason.code for reason in cheap.relaxation] == ["relax-forbidden"]


def test_the_search_tells_how_far_it_is_and_can_be_cancelled(network: m150.Snapshot) -> None:
    stages: list[str] = []

    def tell(stage: str, done: int, total: int) -> None:
        stages.append(stage)

    network.match_speakers("2027-landelijk", min_newcomers=1, progress=tell)
    assert set(stages) == {"search"}
    with pytest.raises(m150.InvalidInput, match="cancelled"):
        network.match_speakers("2027-landelijk", min_newcomers=1, progress=lambda stage, done, total: False)

    def fail(stage: str, done: int, total: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        network.propose_agenda("2027-landelijk", progress=fail)
    with pytest.raises(m150.InvalidInput, match="goal"):
        network.match_speakers("2027-landelijk", goal="best")


def test_people_are_seated_and_stay_when_few_come_or_go(network: m150.Snapshot) -> None:
    meeting = network.meeting("2024-najaar")
    assert meeting is not None
    plan = network.seat(meeting, rounds=3, table_size=8, steps=300_000)
    assert plan.people == sum(registration.people for registration in meeting.registrations)
    assert plan.repeats == plan.repeats_bound == 0
    assert plan.wishes_met <= plan.wishes_bound <= plan.wishes
    for tables in plan.rounds:
        seated = [person for table in tables for person in table.people]
        assert len(seated) == len(set(seated)) == plan.people
    assert len(plan.to_frame()) == 3 * plan.people
    assert json.loads(json.dumps(plan.to_dict()))["people"] == plan.people
    assert "Ronde 3" in plan._repr_html_()
    late = meeting.replaced(registrations=meeting.registrations[2:])
    after = network.seat(late, stay_near=plan, steps=300_000)
    assert after.people < plan.people and after.moves <= 10
    assert [notice.code for notice in plan.notices] == ["meeting-past"]
    with pytest.raises(m150.InvalidInput, match="table_size"):
        network.seat(meeting, table_size=1)
    with pytest.raises(m150.InvalidInput, match="nobody is registered"):
        network.seat(meeting.replaced(registrations=[]))


def test_an_online_meeting_has_no_host_and_nobody_travels(kb: m150.KnowledgeBase) -> None:
    now = kb.snapshot()
    for code, north, east in (("GM0355", 52.09, 5.23), ("GM0307", 52.15, 5.38)):  # Zeist and Amersfoort, 12 km
        place = now.municipality(code)
        assert place is not None
        kb.replace(place.replaced(latitude=north, longitude=east))
    kb.commit()
    now = kb.snapshot()
    meeting = now.meeting("najaar")
    assert meeting is not None
    physical = meeting.replaced(host="GM0355")

    def first(meeting: m150.Meeting) -> list[str]:
        return [slot.speaker for slot in now.match_speakers(meeting, max_travel_km=5.0).items[0].speakers]

    assert first(physical) == []
    assert first(physical.replaced(online=True)) == ["s-1"]
    assert first(physical.replaced(host=None)) == ["s-1"]
