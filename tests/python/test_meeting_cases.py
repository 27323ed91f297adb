"""Cases around meetings that people run into: pauses, mergers, regional meetings, plans made again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import m150
from m150 import cli


def said(notices: tuple[m150.Reason, ...]) -> list[str]:
    return [notice.explain("nl") for notice in notices]


def small() -> m150.KnowledgeBase:
    base = m150.KnowledgeBase.in_memory()
    base.add([m150.Municipality(id=f"GM030{number}", name=f"Plaats {number}") for number in range(1, 8)])
    base.add([m150.Topic(id=one, preferred_label=one.capitalize()) for one in ("bodycams", "honden", "vuurwerk")])
    base.add(m150.Network(id="NET", name="Netwerk", members=[m150.Membership(municipality=f"GM030{number}") for number in range(1, 8)]))
    base.add(m150.NewsItem(id="n", date="2026-06-01", title="Nieuws"))
    return base


def test_who_asked_to_be_left_alone_is_not_asked_for_having_spoken_before() -> None:
    base = small()
    base.add(m150.Speaker(id="GM0301", role="gemeente Plaats 1", municipality="GM0301", topics=["bodycams"]))
    base.add(m150.Speaker(id="s-1", role="boa", municipality="GM0302", topics=["bodycams"]))
    base.commit()
    agenda = [m150.AgendaItem(id="1", title="Bodycams", topics=["bodycams"], speakers_at_most=2)]
    free = base.snapshot().match_speakers(agenda, alternates=5)
    assert {slot.speaker for slot in free.items[0].speakers} == {"GM0301", "s-1"}
    base.add(m150.Pause(id="p", municipality="GM0301", from_="2026-01-01", to="2026-12-31"))
    base.commit()
    now = base.snapshot()
    found = now.match_speakers(agenda, alternates=5)
    assert [slot.speaker for slot in (*found.items[0].speakers, *found.items[0].alternates)] == ["s-1"]
    locked = now.match_speakers(agenda, locks=[("1", "GM0301")])
    assert "GM0301" in [slot.speaker for slot in locked.items[0].speakers]
    assert said(locked.notices) == ["Plaats 1 vroeg niet voorgesteld te worden, en staat toch vast bij “Bodycams”"]


def test_a_topic_rests_for_those_who_had_it() -> None:
    base = small()
    west = ["GM0301", "GM0302"]
    agenda = [m150.AgendaItem(id="1", title="Bodycams", topics=["bodycams"])]
    base.add(m150.Meeting(id="west", title="West", kind="regional", network="NET", date="2026-05-01", agenda=agenda, registrations=[m150.Registration(municipality=one) for one in west]))
    base.commit()
    now = base.snapshot()

    def resting(kind: str, codes: list[str]) -> list[str]:
        comes = [m150.Registration(municipality=one, wishes=["bodycams"]) for one in codes]
        meeting = m150.Meeting(id="x", title="X", kind=kind, network="NET", date="2026-07-01", registrations=comes)
        return [one.topic for one in now.propose_agenda(meeting).resting]

    assert resting("regional", ["GM0304", "GM0305", "GM0301"]) == []
    assert resting("regional", ["GM0304", "GM0301"]) == ["bodycams"]
    assert resting("national", ["GM0303", "GM0304", "GM0305"]) == []
    assert resting("national", []) == []
    found = now.meeting("west")
    assert found is not None
    base.replace(found.replaced(kind="national"))
    base.commit()
    now = base.snapshot()
    assert resting("regional", ["GM0304", "GM0305", "GM0306"]) == ["bodycams"]
    meeting = m150.Meeting(
        id="y", title="Y", kind="regional", network="NET", date="2026-07-01", registrations=[m150.Registration(municipality=one, wishes=["bodycams", "honden"]) for one in west]
    )
    assert any("“Bodycams” rust, want het was op 2026-05-01 aan de beurt" in one and "2" in one for one in said(now.plan_meeting(meeting).notices))


def test_the_code_of_before_a_merger_means_the_municipality_of_today(network: m150.Snapshot) -> None:
    for options in ({"locks": [("1", "GM0501")]}, {"forbidden": [("1", "GM0501")]}):
        today = {name: [("1", "GM1992")] for name in options}
        found = network.match_speakers("2027-landelijk", municipality_candidates=3, **options)
        assert "Brielle is opgegaan in Voorne aan Zee" in said(found.notices)
        assert found.to_dict()["items"] == network.match_speakers("2027-landelijk", municipality_candidates=3, **today).to_dict()["items"]
        assert not found.contradiction


def test_a_municipality_that_says_no_is_replaced_by_the_next(network: m150.Snapshot) -> None:
    item = [m150.AgendaItem(id="1", title="Wet Bibob", topics=["bibob"])]

    def asked(count: int, refused: list[str]) -> list[str]:
        found = network.match_speakers(item, municipality_candidates=count, alternates=20, forbidden=[("1", one) for one in refused])
        return [slot.speaker for slot in (*found.items[0].speakers, *found.items[0].alternates) if slot.municipality]

    ranked = asked(6, [])
    assert len(ranked) == 6 and asked(2, []) == ranked[:2]
    assert asked(2, ranked[:2]) == ranked[2:4]


def test_a_lock_costs_the_same_when_it_is_planned_again(network: m150.Snapshot) -> None:
    options = {"agenda": {"minutes": 60}, "seating": {"rounds": 1, "steps": 1000}, "speakers": {"municipality_candidates": 2}}
    plan = network.plan_meeting("2027-regio-oost", replace_agenda=True, **options)
    assert plan.programme is not None
    item = plan.programme.items[0]
    locked = network.plan_meeting(plan.lock(item=item.item, speaker=item.alternates[0].speaker))
    again = network.plan_meeting(locked)
    assert locked.programme is not None and again.programme is not None
    price = locked.programme.locks[0].price
    assert price > 0 and again.programme.locks[0].price == pytest.approx(price)


def test_items_at_the_same_time_lapse_with_the_item(network: m150.Snapshot) -> None:
    options = {"agenda": {"minutes": 60}, "seating": {"rounds": 1, "steps": 1000}}
    plan = network.plan_meeting("2027-regio-oost", replace_agenda=True, **options)
    both = [item.id for item in plan.agenda][:2]
    together = network.plan_meeting("2027-regio-oost", replace_agenda=True, **options, speakers={"parallel": [both]})
    without = network.plan_meeting(together.forbid(topic=both[0]))
    assert any("was tegelijk met andere punten gepland" in one for one in said(without.notices))


def test_that_staying_near_costs_is_said(network: m150.Snapshot) -> None:
    options = {"agenda": {"minutes": 60}, "seating": {"rounds": 1, "steps": 1000}}
    plan = network.plan_meeting("2027-regio-oost", replace_agenda=True, **options)
    assert not any("Er is gehouden aan" in one for one in said(plan.notices))
    absent = next(topic.id for topic in network.topics() if topic.id not in {item.id for item in plan.agenda})
    late = plan.meeting.replaced(registrations=[one.replaced(wishes=[absent]) for one in plan.meeting.registrations])
    again = network.plan_meeting(plan.with_meeting(late))
    assert again.proposal is not None and again.proposal.others[0].value > again.proposal.best.value
    assert any("Er is gehouden aan wat op de agenda stond" in one for one in said(again.notices))
    # A length that is asked for holds, also of what stays.
    shorter = network.plan_meeting(plan, agenda={"lengths": [25]})
    assert {item.minutes for item in shorter.agenda} == {25}


def test_the_words_of_what_is_wrong(network: m150.Snapshot) -> None:
    plan = network.plan_meeting("2027-regio-oost", replace_agenda=True, agenda={"minutes": 60}, seating={"rounds": 1, "steps": 1000})
    on, other = plan.agenda[0].id, plan.agenda[1].id
    with pytest.raises(m150.InvalidInput, match="is on the agenda already"):
        plan.swap(topics=(on, other))
    with pytest.raises(m150.InvalidInput, match="is a municipality, and none is asked to speak.*municipality_candidates"):
        network.match_speakers("2027-landelijk", locks=[("1", "GM0355")])
    many = [m150.AgendaItem(id="1", title="Bodycams", topics=["bodycams"], speakers_at_least=2_000_000_000, speakers_at_most=2_000_000_000)]
    with pytest.raises(m150.InvalidInput, match="the speakers of item '1' cross"):
        network.match_speakers(many, min_municipalities=1)
    meeting = plan.meeting.replaced(registrations=[plan.meeting.registrations[0].replaced(people=1_000_000)])
    for call in (network.plan_meeting, network.propose_agenda):
        with pytest.raises(m150.InvalidInput, match="is 1000000; expected a number from 1 to 1000"):
            call(meeting)
    with pytest.raises(m150.InvalidInput, match="propose_agenda, must: 'nope'"):
        network.propose_agenda("2027-landelijk", must=["nope"])


def test_the_command_takes_names_and_shows_what_the_plan_shows(capsys: pytest.CaptureFixture[str], network_path: Path, tmp_path: Path) -> None:
    def run(*arguments: object) -> tuple[int, str, str]:
        code = cli.run([str(one) for one in arguments])
        return code, *capsys.readouterr()

    file = tmp_path / "plan.json"
    made = run("plan", network_path, "2027-regio-oost", "--replace-agenda", "--minutes", 60, "--rounds", 1, "--candidates", 2, "--save", file)
    assert made[0] == 0, made
    title = m150.MeetingPlan.load(file).agenda[0].title
    code, out, err = run("plan", network_path, "--again", file, "--lock", title, "--lock", f"{title}=Zeist", "--save", file)
    assert code == 0, err
    edits = m150.MeetingPlan.load(file).edits
    assert edits["topics"] == [m150.MeetingPlan.load(file).agenda[0].id] and edits["speakers"][0]["speaker"] == "GM0355"
    code, _, err = run("plan", network_path, "--again", file, "--lock", "bodycamz")
    assert code == 2 and "'bodycamz' is niet bekend" in err and "bedoelde u 'bodycams'?" in err
    assert run("plan", network_path, "--again", file, "--lock", "")[0] == 2
    code, out, err = run("speakers", network_path, "2024-voorjaar", "--candidates", 3)
    assert code == 0 and "ligt vóór de peildatum" in err and "gemeente" in out and "minst bediend" in out


def stored(base: m150.KnowledgeBase, place: Path, kind: str) -> list[str]:
    """The ids of a type, which a snapshot does not list."""
    target = place / f"export-{len(list(place.iterdir()))}"
    base.export(target)
    file = next(target.glob(f"{kind}.*"), None)
    if file is None:
        return []
    lines = file.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["id"] for line in lines] if file.suffix == ".jsonl" else [line.split(",")[0] for line in lines[1:]]


def put(now: m150.Snapshot, id: str) -> m150.Question:
    pair = now.question(id)
    assert pair is not None
    return pair.question


def test_a_list_that_is_read_again_undoes_nothing(tmp_path: Path) -> None:
    base = small()
    base.add(m150.Meeting(id="mei", title="Mei", network="NET", date="2026-05-01"))
    base.commit()

    def read(name: str, **lists: str) -> m150.MeetingImport:
        files = {}
        for key, text in lists.items():
            files[key] = tmp_path / f"{name}-{key}.csv"
            files[key].write_text(text, encoding="utf-8", newline="")
        report = base.import_meeting("mei", **files)
        base.commit()
        return report

    lists = {"questions": "gemeente;vraag\nPlaats 1;Mag een boa fouilleren?\n", "contacts": "van;naar;uitkomst\nPlaats 1;Plaats 2;onbekend\n"}
    read("een", **lists)
    now = base.snapshot()
    question = put(now, stored(base, tmp_path, "questions")[0])
    contact = now.contact(stored(base, tmp_path, "contacts")[0])
    assert contact is not None
    base.replace(question.replaced(topics=["bodycams"], title="Fouilleren", audience="avh"))
    base.replace(contact.replaced(outcome="helpful"))
    base.commit()
    for name in ("een", "twee"):  # the name of the file says nothing
        report = read(name, **lists)
        assert report.passed_over == 2
        assert any("the question is there already, and no more as the list has it: left as it is" in one for one in report.notices)
    now = base.snapshot()
    question, contact = put(now, question.id), now.contact(contact.id)
    assert contact is not None
    assert (question.title, str(question.audience), list(question.topics), str(contact.outcome)) == ("Fouilleren", "avh", ["bodycams"], "helpful")
    # What has become known since the list was first read is taken.
    other = {"contacts": "van;naar;uitkomst\nPlaats 3;Plaats 4;\n"}
    read("drie", **other)
    read("drie", contacts=other["contacts"].replace("4;", "4;geholpen"))
    found = [base.snapshot().contact(one) for one in stored(base, tmp_path, "contacts")]
    assert [one is not None and str(one.outcome) for one in found] == ["helpful", "helpful"]

    read("vier", registrations="gemeente;aantal\nPlaats 1;3\nPlaats 2;2\n")
    read("vijf", registrations="gemeente;aantal;aanwezig\nPlaats 1;;ja\nPlaats 2;;nee\n")
    meeting = base.snapshot().meeting("mei")
    assert meeting is not None and {one.municipality: (one.people, one.attended) for one in meeting.registrations} == {"GM0301": (3, True), "GM0302": (2, False)}
    with pytest.raises(m150.InvalidInput, match="end in a carriage return alone"):
        read("zes", registrations="gemeente;aantal\rPlaats 1;5\r")


def test_contact_data_in_a_question_is_left_out(tmp_path: Path) -> None:
    base = small()
    base.add(m150.Meeting(id="mei", title="Mei", network="NET", date="2026-05-01"))
    base.commit()
    file = tmp_path / "jan-jansen.csv"
    rows = [
        ("Bel 06-12345678 of mail jan.de-boer@zeist.nl.", "Bel [weggelaten] of mail [weggelaten]."),
        ("Bereikbaar op +31 (0)30 123 45 67?", "Bereikbaar op [weggelaten]?"),
        ("Artikel 5:20 Awb, 1200 boa's op 01-05-2026, 50.000 euro", "Artikel 5:20 Awb, 1200 boa's op 01-05-2026, 50.000 euro"),
        ("Wie is @boa op X, en wat is 0900?", "Wie is @boa op X, en wat is 0900?"),
    ]
    file.write_text("gemeente;vraag;titel\n" + "".join(f'Plaats 1;"{text}";"{text}"\n' for text, _ in rows), encoding="utf-8")
    report = base.import_meeting("mei", questions=file)
    base.commit()
    questions = [put(base.snapshot(), one) for one in stored(base, tmp_path, "questions")]
    assert {(one.text, one.title) for one in questions} == {(kept, kept) for _, kept in rows}
    assert len([one for one in report.notices if "was left out" in one]) == 4
    assert all(one.provenance.startswith("bijeenkomst mei: vragen") for one in questions)


def test_regions_near_others_keep_to_the_spread(network_path: Path, tmp_path: Path) -> None:
    base = m150.KnowledgeBase.in_memory()
    base.load("examples/network")
    before = base.snapshot(as_of="2024-09-30").regions("M150", 8)
    network = base.snapshot().network("M150")
    assert network is not None
    base.replace(network.replaced(members=[m150.Membership(municipality=code, excluded=True) for code in before.regions[0].members]))
    base.commit()
    after = base.snapshot(as_of="2024-09-30").regions("M150", 8, stay_near=before)
    assert after.largest <= max(after.smallest + 1, 1.15 * after.smallest) or after.notices
    moves = next(reason for reason in after.reasons if reason.code == "region-moves")
    assert f"{len(after.moved)} leden veranderen van regio, en " in moves.explain("nl")
