"""A meeting planned as a whole, edited, planned again and kept; and what it brought, from lists."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import m150
from m150 import cli

FAST = {"rounds": 2, "table_size": 8, "steps": 60_000}


@pytest.fixture(scope="module")
def plan(network: m150.Snapshot) -> m150.MeetingPlan:
    return network.plan_meeting(
        "2027-landelijk",
        agenda={"minutes": 120, "most_topics": 5},
        speakers={"max_items_per_speaker": 2},
        seating=FAST,
        replace_agenda=True,
    )


def test_one_call_runs_the_chain(network: m150.Snapshot, plan: m150.MeetingPlan) -> None:
    assert plan.gaps.members == 176 and not plan.agenda_kept
    assert plan.proposal is not None and plan.programme is not None and plan.seating is not None
    assert 1 <= len(plan.agenda) <= 5 and sum(item.minutes for item in plan.agenda) <= 120
    assert [item.id for item in plan.agenda] == [item.topics[0] for item in plan.agenda]
    assert [item.item for item in plan.programme.items] == [item.id for item in plan.agenda]
    assert len(plan.seating.rounds) == 2
    assert plan.meeting.agenda == plan.agenda and plan.meeting.id == "2027-landelijk"
    assert json.loads(json.dumps(plan.to_dict()))["agenda"][0]["id"] == plan.agenda[0].id
    html = plan._repr_html_()
    assert "Landelijke bijeenkomst" in html and "Ronde 2" in html
    frame = plan.to_frame()
    assert list(frame.columns) == ["item", "title", "minutes", "parallel", "speaker", "role", "fit"]
    assert set(frame["item"]) == {item.id for item in plan.agenda}
    own = network.plan_meeting("2027-landelijk", seating=FAST)
    assert own.agenda_kept and own.proposal is None and "plan-agenda-kept" in [notice.code for notice in own.notices]


def test_a_plan_is_kept_byte_for_byte(network: m150.Snapshot, plan: m150.MeetingPlan, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    plan.save(file)
    back = m150.MeetingPlan.load(file, network)
    assert back == plan and back.to_json() == plan.to_json() == file.read_text(encoding="utf-8")
    assert not back.diff(plan)
    nameless = m150.MeetingPlan.load(file)
    assert nameless == plan and nameless.gaps.topics[0].reasons[0].text
    file.write_text(file.read_text(encoding="utf-8").replace('"version":1', '"version":9'), encoding="utf-8")
    with pytest.raises(m150.InvalidInput, match="version 9"):
        m150.MeetingPlan.load(file)
    with pytest.raises(m150.InvalidInput, match="cannot be read"):
        m150.MeetingPlan.load(tmp_path / "geen.json")
    with pytest.raises(m150.StoreError):
        plan.save(tmp_path / "geen" / "plan.json")


def test_edits_hold_and_the_rest_stays(network: m150.Snapshot, plan: m150.MeetingPlan) -> None:
    leaves = plan.agenda[-1].id
    comes = next(topic.id for topic in network.topics() if topic.id not in {item.id for item in plan.agenda})
    edited = plan.swap(topics=(leaves, comes))
    assert edited.edits["topics"] == [comes] and edited.plan == plan and plan.edits["topics"] == []
    again = network.plan_meeting(edited)
    assert {item.id for item in again.agenda} >= ({item.id for item in plan.agenda} - {leaves}) | {comes}
    changes = again.diff(plan)
    assert changes and changes.items_removed == 1 and changes.seats_changed == 0
    assert any(sentence.startswith("Erbij op de agenda") for sentence in changes.sentences())
    assert any(sentence.startswith("Added to the agenda") for sentence in changes.sentences("en"))
    assert "<li>" in changes._repr_html_() and json.dumps(changes.to_dict())
    # Planned again without a change it is the same plan.
    assert not network.plan_meeting(plan).diff(plan)
    assert "niets veranderd" in plan.diff(plan)._repr_html_()


def test_speakers_and_seats_are_held(network: m150.Snapshot, plan: m150.MeetingPlan) -> None:
    assert plan.programme is not None and plan.seating is not None
    item = plan.programme.items[0]
    gone = item.speakers[0].speaker
    again = network.plan_meeting(plan.forbid(item=item.item, speaker=gone))
    assert again.programme is not None
    assert gone not in [slot.speaker for slot in again.programme.items[0].speakers]
    (one, first), (other, second) = plan.seating.rounds[0][0].people[0], plan.seating.rounds[0][1].people[0]
    moved = network.plan_meeting(plan.swap(seats=((one, first), (other, second)), round=1).forbid(apart=(one, other)))
    assert moved.seating is not None
    assert (one, first) in moved.seating.rounds[0][1].people and (other, second) in moved.seating.rounds[0][0].people
    held = network.plan_meeting(plan.lock(municipality=one, number=first, round=2, table=3))
    assert held.seating is not None and (one, first) in held.seating.rounds[1][2].people


def test_late_registrations_move_few(network: m150.Snapshot, plan: m150.MeetingPlan) -> None:
    meeting = network.meeting("2027-landelijk")
    assert meeting is not None
    late = network.plan_meeting(plan.with_meeting(meeting.replaced(registrations=meeting.registrations[1:])))
    changes = late.diff(plan)
    assert changes.people_removed == sum(one.people for one in meeting.registrations[:1])
    assert changes.seats_changed <= 8 and changes.items_added == changes.items_removed == 0
    nobody = network.plan_meeting(meeting.replaced(registrations=[]), seating=FAST)
    assert nobody.seating is None and "plan-no-seating" in [notice.code for notice in nobody.notices]


def test_an_agenda_changed_by_hand_is_refused(network: m150.Snapshot, plan: m150.MeetingPlan, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    saved = json.loads(plan.to_json())
    saved["plan"]["agenda"][0]["title"] = "Mooier"
    file.write_text(json.dumps(saved), encoding="utf-8")
    with pytest.raises(m150.InvalidInput, match=r"plan.json:1:\d+: agenda\[0\].title: is 'Mooier'.*changed by hand.*lock, forbid or swap topics"):
        m150.MeetingPlan.load(file)
    meeting = plan.meeting
    with pytest.raises(m150.InvalidInput, match="has another agenda than the plan"):
        plan.with_meeting(meeting.replaced(agenda=[meeting.agenda[0].replaced(minutes=5)]))
    # That of the plan, none, and the one that was replaced are no change.
    recorded = network.meeting("2027-landelijk")
    assert recorded is not None and recorded.agenda
    for same in (meeting, meeting.replaced(agenda=[]), recorded):
        assert not network.plan_meeting(plan.with_meeting(same)).diff(plan)


def test_why_what_plays_is_not_on_the_agenda(network: m150.Snapshot, plan: m150.MeetingPlan) -> None:
    treated = {item.id for item in plan.agenda}
    without = {notice.value("topic"): notice for notice in plan.notices if notice.code.startswith("agenda-without")}
    assert set(without) == {gap.topic for gap in plan.gaps.topics[: len(plan.agenda)]} - treated
    off = network.plan_meeting(plan.forbid(topic=plan.gaps.topics[0].topic))
    said = [notice for notice in off.notices if notice.code == "agenda-without-never"]
    assert [notice.value("topic") for notice in said] == [plan.gaps.topics[0].topic]
    assert "is uitgesloten" in said[0].text and "was ruled out" in said[0].explain("en")


def test_bad_plans_are_refused(network: m150.Snapshot, plan: m150.MeetingPlan) -> None:
    for options, words in (
        ({"agenda": {"minuten": 3}}, "minutes"),
        ({"seating": {"table_size": 1}}, "table_size"),
        ({"speakers": {"goal": "best"}}, "goal"),
        ({"gaps": {"network": "geen"}}, "geen"),
    ):
        with pytest.raises(m150.InvalidInput, match=words):
            network.plan_meeting("2027-landelijk", **options)  # type: ignore[arg-type]
    with pytest.raises(m150.InvalidInput, match="no meeting"):
        network.plan_meeting("geen")
    with pytest.raises(TypeError):
        network.plan_meeting([])  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        network.plan_meeting("2027-landelijk", agenda={"minutes": "lang"})
    for edit in (
        lambda: plan.lock(),
        lambda: plan.lock(topic="bodycams", item="1", speaker="spreker-01"),
        lambda: plan.lock(item="geen", speaker="spreker-01"),
        lambda: plan.forbid(),
        lambda: plan.swap(),
        lambda: plan.lock(municipality="GM0355", round=99, table=1),
    ):
        with pytest.raises(m150.InvalidInput):
            edit()
    with pytest.raises(m150.InvalidInput, match="cancelled"):
        network.plan_meeting("2027-landelijk", progress=lambda stage, done, total: stage != "tables")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = cli.run([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_the_command_plans_keeps_and_plans_again(capsys: pytest.CaptureFixture[str], network_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    settings = ("--rounds", 1, "--max-items", 2)
    code, out, err = run(capsys, "plan", network_path, "2027-regio-oost", "--replace-agenda", "--minutes", 60, *settings, "--save", file)
    assert code == 0, err
    assert "Agenda" in out and "Tafels, ronde 1" in out
    topic = m150.MeetingPlan.load(file).agenda[0].id
    code, out, err = run(capsys, "plan", network_path, "--again", file, "--forbid", topic)
    assert code == 0 and "Van de agenda af" in out, err
    code, out, err = run(capsys, "plan", network_path, "--again", file, "--lang", "en")
    assert code == 0 and "nothing changed" in out, err
    code, out, _ = run(capsys, "plan", network_path, "--again", file, "--json")
    assert code == 0 and json.loads(out)["agenda"][0]["id"] == topic
    assert run(capsys, "plan", network_path)[0] == 2
    assert run(capsys, "plan", network_path, "2027-regio-oost", "--lock", "bodycams")[0] == 2
    assert run(capsys, "plan", network_path, "--again", file, "--seat", "1=Zeist")[0] == 2
    assert run(capsys, "plan", network_path, "--again", tmp_path / "geen.json")[0] == 2


def lists(place: Path) -> dict[str, Path]:
    texts = {
        "registrations": "Naam;Gemeente;Aantal;Wensen;E-mail;Aanwezig\nJansen;gemeente Zeist;2;Bodycams;j@zeist.nl;ja\n",
        "ratings": "spreker;agendapunt;cijfer\ns-1;1;8,5\n",
        "contacts": "van;naar;onderwerp;uitkomst\nZeist;Amersfoort;bodycams;geholpen\n",
        "questions": "gemeente;vraag;onderwerp\nDe Bilt;Hoe lang bewaren jullie beelden?;lichaamscamera\n",
    }
    for name, text in texts.items():
        (place / f"{name}.csv").write_text(text, encoding="utf-8")
    return {name: place / f"{name}.csv" for name in texts}


def test_what_a_meeting_brought_is_taken_once(kb: m150.KnowledgeBase, tmp_path: Path) -> None:
    files = lists(tmp_path)
    report = kb.import_meeting("najaar", highest_rating=10, **files)
    assert (report.registrations, report.attended, report.ratings, report.contacts, report.questions) == (1, 1, 1, 1, 1)
    assert report.notices == ("registrations.csv: left out, and kept nowhere: Naam, E-mail",)
    assert report.to_dict()["records"] == {"contacts": 1, "meetings": 1, "questions": 1, "speakers": 1}
    now = kb.snapshot()
    meeting = now.meeting("najaar")
    assert meeting is not None
    assert meeting.registrations == (m150.Registration(municipality="GM0355", people=2, wishes=["bodycams"], attended=True),)
    speaker = now.speaker("s-1")
    assert speaker is not None and speaker.talks[0].rating == pytest.approx(1 + 7.5 * 4 / 9)
    again = kb.import_meeting("najaar", highest_rating=10, **files)
    assert again.records == {} and again.passed_over == 4
    files["registrations"].write_text("gemeente\nZiest\n", encoding="utf-8")
    with pytest.raises(m150.InvalidInput, match=r"registrations.csv:2:1.*did you mean Zeist \(GM0355\)"):
        kb.import_meeting("najaar", highest_rating=10, **files)
    with pytest.raises(m150.InvalidInput, match="did you mean 'najaar'"):
        kb.import_meeting("najaer", highest_rating=10, **files)


def test_what_was_decided_is_taken_back_on_the_command_line(
    capsys: pytest.CaptureFixture[str], network: m150.Snapshot, network_path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "plan.json"
    code, _, err = run(capsys, "plan", network_path, "2027-regio-oost", "--replace-agenda", "--minutes", 60, "--rounds", 1, "--save", file)
    assert code == 0, err
    plan = m150.MeetingPlan.load(file)
    assert plan.programme is not None and plan.seating is not None
    topic, item = plan.agenda[-1].id, plan.programme.items[0]
    speaker = item.speakers[0].speaker
    (one, number), (other, _) = plan.seating.rounds[0][0].people[0], plan.seating.rounds[0][1].people[0]
    names = plan.seating.names
    decided = ("--lock", topic, "--lock", f"{item.item}={speaker}", "--seat", f"1:2={names[one]}/{number}", "--apart", f"{names[one]}={names[other]}")
    code, _, err = run(capsys, "plan", network_path, "--again", file, *decided, "--save", file)
    assert code == 0, err
    edits = m150.MeetingPlan.load(file).edits
    assert edits["topics"] == [topic] and len(edits["speakers"]) == len(edits["seats"]) == len(edits["apart"]) == 1
    taken = (topic, f"{item.item}={speaker}", f"1:1={one}/{number}", f"{other}={names[one]}")
    for count, text in enumerate(taken, 1):
        code, _, err = run(capsys, "plan", network_path, "--again", file, "--release", text, "--save", file)
        assert code == 0, err
        assert sum(len(held) for held in m150.MeetingPlan.load(file).edits.values()) == 4 - count
        code, _, err = run(capsys, "plan", network_path, "--again", file, "--release", text)
        assert code == 2 and "nothing was decided by hand" in err
    assert run(capsys, "plan", network_path, "--again", file, "--release", f"{topic}=niemand")[0] == 2
    assert run(capsys, "plan", network_path, "2027-regio-oost", "--release", topic)[0] == 2
    # What is decided anew in the same breath stands.
    code, _, err = run(capsys, "plan", network_path, "--again", file, "--lock", topic, "--save", file)
    code, _, err = run(capsys, "plan", network_path, "--again", file, "--forbid", topic, "--release", topic, "--save", file)
    assert code == 0 and m150.MeetingPlan.load(file).edits["no_topics"] == [topic], err


def test_the_command_shows_what_plays_and_where_questions_came_in_a_burst(capsys: pytest.CaptureFixture[str], path: Path) -> None:
    with m150.KnowledgeBase.open(path) as base:
        for month in range(1, 13):  # one question a month on fireworks, and a burst on bodycams in the last two
            for number in range(6 if month > 10 else 1):
                topic = "bodycams" if number else "vuurwerk"
                base.add(m150.Question(id=f"b-{month}-{number}", asked_by="GM0310", date=f"2027-{month:02}-01", title="Vraag", topics=[topic]))
        base.commit()
    options = ("--replace-agenda", "--as-of", "2027-12-01")
    code, out, err = run(capsys, "plan", path, "najaar", *options)
    shown = " ".join(out.split())
    assert code == 0 and "Wat speelt er" in shown and "plotseling" in shown and "sinds 2027-11: 10" in shown, err
    code, out, err = run(capsys, "plan", path, "najaar", *options, "--lang", "en")
    shown = " ".join(out.split())
    assert code == 0 and "What plays" in shown and "bursts of" in shown and "since 2027-11: 10" in shown, err


def test_after_a_planned_meeting_its_ratings_find_the_items_and_the_municipalities_that_spoke(
    capsys: pytest.CaptureFixture[str], path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "plan.json"
    with m150.KnowledgeBase.open(path) as base:
        base.add(m150.InventoryResponse(id="i-3", municipality="GM0310", topic="vuurwerk", offers=3, date="2026-02-01"))
        base.commit()
        speakers = {"municipality_candidates": 2, "forbidden": [{"item": "vuurwerk", "speaker": "s-2"}]}
        plan = base.snapshot().plan_meeting("najaar", speakers=speakers, replace_agenda=True)
        plan.save(file)
        assert plan.programme is not None
        asked = [(item.item, slot.speaker, slot.name) for item in plan.programme.items for slot in item.speakers if slot.municipality]
        assert asked == [("vuurwerk", "GM0310", "De Bilt")]
        ratings = tmp_path / "cijfers.csv"
        ratings.write_text("spreker;agendapunt;cijfer\nGM0310;vuurwerk;9\n", encoding="utf-8")
        with pytest.raises(m150.InvalidInput, match="is not on the agenda of the meeting.*give the meeting the agenda of its plan first"):
            base.import_meeting("najaar", ratings=ratings, highest_rating=10)
    code, out, err = run(capsys, "after-meeting", path, "najaar", "--plan", file, "--ratings", ratings, "--highest-rating", 10)
    assert code == 0 and "beoordeelde praatjes" in out, err
    with m150.KnowledgeBase.open(path, read_only=True) as base:
        now = base.snapshot()
        meeting, speaker = now.meeting("najaar"), now.speaker("GM0310")
        assert meeting is not None and meeting.agenda == plan.agenda
        assert speaker is not None and speaker.municipality == "GM0310" and speaker.role == "gemeente De Bilt"
        assert [(talk.meeting, talk.topics) for talk in speaker.talks] == [("najaar", ("vuurwerk",))]
    code, _, err = run(capsys, "after-meeting", path, "geen", "--plan", file, "--ratings", ratings)
    assert code == 2 and "en niet van 'geen'" in err


def test_the_command_takes_the_lists(capsys: pytest.CaptureFixture[str], path: Path, tmp_path: Path) -> None:
    place = tmp_path / "lists"
    place.mkdir()
    options = [part for name, file in lists(place).items() for part in (f"--{name}", file)]
    code, out, err = run(capsys, "after-meeting", path, "najaar", "--highest-rating", 10, *options)
    assert code == 0 and "gemeenten op de lijst" in out
    assert "left out, and kept nowhere: Naam, E-mail" in err
    code, out, _ = run(capsys, "after-meeting", path, "najaar", "--highest-rating", 10, *options, "--json")
    assert code == 0 and json.loads(out)["passed_over"] == 4
    assert run(capsys, "after-meeting", path, "najaar")[0] == 2


def test_what_a_plan_could_not_do_is_shown(capsys: pytest.CaptureFixture[str], network_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    code, out, err = run(capsys, "plan", network_path, "2024-najaar", "--max-items", 2, "--save", file)
    assert (code, "reserve" in out, "minst bediend: " in out) == (0, True, True), err
    code, out, err = run(capsys, "plan", network_path, "--again", file, "--lock", "1=spreker-01")  # is not there that day
    assert code == 0, err
    assert "niet gelukt: spreker-01 staat niet bij 1" in out
    assert "er is niets veranderd" not in out
    for head in ("Niet gevuld", "Dit kan niet samen", "Goedkoopste uitweg"):
        assert head in out
    programme = m150.MeetingPlan.load(file).programme
    assert programme is not None
    kept = programme.items[1].speakers[0].speaker
    plan_title = m150.MeetingPlan.load(file).agenda[1].title
    code, out, err = run(capsys, "plan", network_path, "--again", file, "--lock", f"2={kept}")
    assert (code, f"{kept} vast bij “{plan_title}” kost" in out) == (0, True), err


def test_options_of_one_command_that_say_the_opposite_are_refused(capsys: pytest.CaptureFixture[str], network_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    assert run(capsys, "plan", network_path, "2027-regio-oost", "--replace-agenda", "--minutes", 60, "--rounds", 1, "--candidates", 2, "--burst-cost", 0.5, "--save", file)[0] == 0
    saved = json.loads(file.read_text(encoding="utf-8"))["plan"]
    assert saved["options"]["speakers"]["municipality_candidates"] == 2
    assert saved["options"]["gaps"]["bursts"]["cost"] == 0.5
    topic = saved["agenda"][0]["id"]
    who = saved["seating"]["rounds"][0][0]["people"][0]["municipality"]
    for options, said in (
        (["--lock", topic, "--forbid", topic], f"--lock {topic} en --forbid {topic}"),
        (["--lock", topic, "--swap", f"{topic}=bodycams"], f"--lock {topic} en --swap"),
        (["--seat", f"1:1={who}/1", "--seat", f"1:2={who}"], f"--seat 1:1={who}/1 en --seat 1:2={who}"),
    ):
        code, _, err = run(capsys, "plan", network_path, "--again", file, *options)
        assert code == 2 and said in " ".join(err.replace("\u2502", "").split())
    # What was decided in an earlier command gives way, and the same said twice is no contradiction.
    assert run(capsys, "plan", network_path, "--again", file, "--lock", topic, "--lock", topic, "--save", file)[0] == 0
    assert run(capsys, "plan", network_path, "--again", file, "--forbid", topic)[0] == 0
    for option in (["--table-size", -1], ["--rounds", 10**30], ["--seat", f"{10**30}:1={who}"], ["--seat", f"1:1={who}/{10**30}"]):
        assert run(capsys, "plan", network_path, "--again", file, *option)[0] == 2
    code, _, err = run(capsys, "plan", network_path, "--again", file, "--save", tmp_path / "geen" / "plan.json")
    assert code == 3 and "No such file or directory" in err


def test_what_does_not_count_is_said(network: m150.Snapshot) -> None:
    plan = network.plan_meeting("2027-regio-oost", replace_agenda=True, agenda={"minutes": 60}, seating={"rounds": 1})
    first = plan.meeting.registrations[0]
    strange = plan.meeting.replaced(registrations=[*plan.meeting.registrations, first.replaced(people=1, wishes=["nope"])])
    said = [notice.explain("nl") for notice in network.plan_meeting(plan.with_meeting(strange)).notices]
    assert sum("staat meer dan eens op de lijst" in one for one in said) == 1
    assert sum("De wens “nope” is geen bekend onderwerp" in one for one in said) == 1
    elsewhere = next(one.id for one in network.municipalities() if one.id not in {each.municipality for each in plan.meeting.registrations})
    apart = network.plan_meeting(plan.forbid(apart=(first.municipality, elsewhere)))
    assert any("uit elkaar houden doet niets" in notice.explain("nl") for notice in apart.notices)
    for wrong in (lambda: plan.lock(topic="nope"), lambda: plan.forbid(topic="nope"), lambda: plan.lock(item=plan.agenda[0].id, speaker="nope"), lambda: plan.forbid(apart=("GM9999", elsewhere))):
        with pytest.raises(m150.InvalidInput, match="is unknown"):
            wrong()


def test_a_speaker_or_a_seat_changed_in_the_file_is_refused(network: m150.Snapshot, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    network.plan_meeting("2027-regio-oost", seating={"rounds": 1}).save(file)
    saved = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(saved, indent=2, sort_keys=True), encoding="utf-8")
    assert m150.MeetingPlan.load(file, network).seating is not None, "laid out anew it is the same plan"
    for part, change in (
        ("programme", lambda plan: plan["programme"]["items"].pop()),
        ("seating", lambda plan: plan["seating"]["rounds"][0][0].update(topic="nope")),
        ("gaps", lambda plan: plan["gaps"].update(members=plan["gaps"]["members"] + 1)),
    ):
        changed = json.loads(json.dumps(saved))
        change(changed["plan"])
        file.write_text(json.dumps(changed), encoding="utf-8")
        with pytest.raises(m150.InvalidInput, match=f"{part}: is not what was planned: it was changed by hand"):
            m150.MeetingPlan.load(file, network)
