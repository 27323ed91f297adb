"""Working groups: which to start, who could join, which have served, and what becomes of a proposal."""

import json

import pytest

import m150
from conftest import NETWORK


@pytest.fixture(scope="module")
def autumn() -> m150.Snapshot:
    kb = m150.KnowledgeBase.in_memory()
    kb.load(NETWORK)
    return kb.snapshot(as_of="2024-09-30")


def test_groups_are_proposed_where_demand_lasts(autumn: m150.Snapshot) -> None:
    found = autumn.propose_working_groups("M150")
    assert found.proved and found.gap == pytest.approx(0, abs=1e-6) and found.municipalities == 176
    assert len(found.groups) == 4
    in_groups: dict[str, int] = {}
    for group in found.groups:
        assert 5 <= len(group.members) <= 12 and group.regions >= 2
        assert sum(member.knows for member in group.members) >= 2
        assert sum(member.needs for member in group.members) >= 3
        assert group.chair in [member.municipality for member in group.members if member.knows]
        assert sum(count >= 1 for count in group.asked) >= 3
        assert group.score == pytest.approx(sum(reason.share for reason in group.reasons), abs=1e-9)
        for member in group.members:
            in_groups[member.municipality] = in_groups.get(member.municipality, 0) + 1
            assert autumn.is_member(member.municipality, "M150")
    assert max(in_groups.values()) <= 2
    assert found.value == pytest.approx(sum(one.score for one in (*found.groups, *found.joins)))
    why = {one.topic: one.why for one in found.topics}
    assert set(why) == {topic.id for topic in autumn.topics()}
    assert why["gegevensdeling"] == "running" and why["boa"] == "not-asked"
    assert {topic for topic, reason in why.items() if reason == "proposed"} == {topic for one in found.groups for topic in one.topics}
    assert json.loads(json.dumps(found.to_dict())) != json.loads(json.dumps(found.to_dict(lang="en")))
    assert "Te starten" in found._repr_html_() and "m150.WorkingGroupProposals: 4 to start" in repr(found)
    frame = found.to_frame()
    assert len(frame) == sum(len(one.members) for one in (*found.groups, *found.joins))
    assert frame["chair"].sum() == 4


def test_one_percent_changes_few_memberships(autumn: m150.Snapshot) -> None:
    found = autumn.propose_working_groups("M150")
    assert found.agreement(autumn.propose_working_groups("M150", seed=5)) == (1.0, 1.0)  # nothing is drawn without noise
    runs = [found.agreement(autumn.propose_working_groups("M150", noise=0.01, seed=seed)) for seed in range(1, 21)]
    assert sum(memberships for memberships, _ in runs) / len(runs) >= 0.9
    assert sum(rand for _, rand in runs) / len(runs) >= 0.9
    assert found.agreement(autumn.propose_working_groups("M150", noise=0.5))[0] < 0.9
    near = [found.agreement(autumn.propose_working_groups("M150", noise=0.05, seed=seed, stay_near=found)) for seed in range(1, 6)]
    assert sum(memberships for memberships, _ in near) / len(near) >= 0.9


def test_a_limit_gives_what_was_found_and_says_so() -> None:
    with m150.KnowledgeBase.in_memory() as kb:
        kb.load(NETWORK)
        autumn = kb.snapshot(as_of="2024-09-30")
        best = autumn.propose_working_groups("M150")
        found = autumn.propose_working_groups("M150", max_nodes=1)
        assert not found.proved and len(found.groups) == 4 and 0.8 * best.value < found.value <= best.value <= found.upper_bound + 1e-6
        assert [notice.code for notice in found.notices] == ["groups-limited"]
        assert best.proved and "groups-limited" not in {notice.code for notice in best.notices}


def test_a_proposal_becomes_a_record_and_a_group_that_served_becomes_evidence() -> None:
    with m150.KnowledgeBase.in_memory() as kb:
        kb.load(NETWORK)
        first = kb.snapshot(as_of="2024-09-30").propose_working_groups("M150", groups=1, topics=["woonoverlast", "bestuursrechtelijke-handhaving"]).groups[0]
        assert len(first.topics) == 2
        record = first.record("wg-1", from_="2024-11-01", name="Werkgroep van de proef")
        assert isinstance(record, m150.WorkingGroup) and record.topics == first.topics and record.chair == first.chair
        assert record.name == "Werkgroep van de proef" and first.record("wg-2", from_="2024-11-01").name == first.name
        kb.add(record)
        kb.commit()
        then = kb.snapshot(as_of="2024-11-30").propose_working_groups("M150", topics=record.topics)
        assert [(one.why, one.group) for one in then.topics] == [("running", "wg-1")] * 2
        assert not then.groups
        for join in then.joins:
            running = kb.snapshot(as_of="2024-11-30").working_group(join.group)
            assert running is not None and set(join.record().members) > set(running.members)

        quiet = record.replaced(milestones=[m150.Milestone(date="2024-12-01", text="modelprotocol")])
        kb.replace(quiet)
        kb.add(m150.NewsItem(id="later", date="2029-06-01", title="Veel later"))
        kb.commit()
        now = kb.snapshot()
        (closing,) = [one for one in now.propose_working_groups("M150").closings if one.group == "wg-1"]
        assert {reason.code for reason in closing.reasons} == {"closing-faded", "closing-served"}
        assert "modelprotocol" in " ".join(reason.explain("en") for reason in closing.reasons)
        closed = closing.record(delivered="Een modelprotocol", to="2025-06-01")
        assert str(closed.to) == "2025-06-01" and closed.delivered == "Een modelprotocol"
        kb.replace(closed)
        kb.commit()
        assert "wg-1" not in [one.group for one in kb.snapshot().propose_working_groups("M150").closings]
        with pytest.raises(m150.InvalidInput, match="to"):
            closing.record(delivered="", to="2024-10-01")


def test_bad_input_is_said(autumn: m150.Snapshot) -> None:
    for arguments, said in [
        ({"network": "geen"}, "geen"),
        ({"topics": ["geen"]}, "geen"),
        ({"at_least": 13}, "at_least"),
        ({"knowers": 8, "needers": 5}, "knowers"),
        ({"least_regions": 13}, "least_regions"),
        ({"lasting": 7}, "lasting"),
        ({"regions": "gebied"}, "safety_region"),
        ({"weights": m150.WorkingGroupWeights(seat=-1)}, "seat"),
        ({"noise": 1.5}, "noise"),
    ]:
        with pytest.raises(m150.InvalidInput, match=said):
            autumn.propose_working_groups(**arguments)  # type: ignore[arg-type]
    with pytest.raises(m150.InvalidInput, match="cancelled"):
        autumn.propose_working_groups(progress=lambda stage, done, total: False)


def test_what_cannot_be_done_is_said_and_is_no_error(autumn: m150.Snapshot) -> None:
    many = autumn.propose_working_groups("M150", groups=50, knowers=5, knows=0.6, per_municipality=1)
    assert len(many.groups) < 50
    assert "fewer-groups" in [notice.code for notice in many.notices]
    nobody = autumn.propose_working_groups("M150", knows=1.0)
    assert not nobody.groups and {one.why for one in nobody.topics} <= {"nobody-knows", "not-asked", "not-lasting", "running"}
    with m150.KnowledgeBase.in_memory() as kb:
        kb.add([m150.Municipality(id="GM0355", name="Zeist"), m150.Topic(id="boa", preferred_label="Boa")])
        kb.commit()
        empty = kb.snapshot().propose_working_groups()
        assert empty.value == 0 and [one.why for one in empty.topics] == ["not-asked"]
        assert [notice.code for notice in empty.notices] == ["no-lasting-demand", "fewer-groups"]
        assert "Geen." in empty._repr_html_()
