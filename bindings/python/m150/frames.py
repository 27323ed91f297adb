"""Results and records as pandas tables. pandas is imported at the first call and is not needed for anything else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from . import _core

if TYPE_CHECKING:
    import pandas

DATES = ("date", "valid_from", "valid_to", "from", "to")
CONTACT_DATES = ("date",)  # its from and to are municipalities
OUTCOME_DATES = ("asked", "date")


def _pandas() -> Any:
    try:
        import pandas
    except ImportError as error:
        raise ImportError("tables need pandas, which is not installed: pip install 'm150[frames]'") from error
    return pandas


def _why(reasons: Iterable[_core.Reason]) -> str:
    return "; ".join(f"{reason.text} ({reason.share:+.3f})" for reason in reasons)


def _table(rows: list[dict[str, Any]], columns: list[str], dates: tuple[str, ...] = DATES) -> pandas.DataFrame:
    pd = _pandas()
    frame = pd.DataFrame(rows, columns=columns)
    for column in dates:
        if column in columns:
            frame[column] = pd.to_datetime(frame[column])
    return frame  # type: ignore[no-any-return]


def records(now: _core.Snapshot, plural: str) -> pandas.DataFrame:
    """The visible records of a type; column names as in the files. ValueError for an unknown name."""
    if plural == "questions":
        return _table(now.question_facts(), ["id", "asked_by", "date", "topics", "answers", "accepted"])
    fields = _core.record_fields()
    if plural not in fields or plural == "answers":
        names = ", ".join(name for name in fields if name != "answers")
        raise ValueError(f"there is no table {plural!r}; expected one of {names}")
    rows = [record.to_dict() for record in getattr(now, plural)()]
    special = {"contacts": CONTACT_DATES, "outcomes": OUTCOME_DATES}
    return _table(rows, fields[plural], special.get(plural, DATES))


def answers(reply: _core.Reply) -> pandas.DataFrame:
    """One row per existing question with its answers, best first."""
    rows = [
        {
            "question": found.question.id,
            "title": found.question.title,
            "date": found.question.date,
            "asked_by": found.question.asked_by,
            "answers": len(found.answers),
            "accepted": any(answer.accepted for answer in found.answers),
            "score": found.score,
            "why": _why(found.reasons),
        }
        for found in reply.answers
    ]
    return _table(rows, ["question", "title", "date", "asked_by", "answers", "accepted", "score", "why"])


def knowers(reply: _core.Reply) -> pandas.DataFrame:
    """One row per municipality that knows, best first."""
    rows = [
        {"municipality": one.municipality, "name": one.name, "score": one.score, "confidence": one.confidence, "why": _why(one.reasons)}
        for one in reply.municipalities
    ]
    return _table(rows, ["municipality", "name", "score", "confidence", "why"])


def load_plan(result: _core.LoadPlan) -> pandas.DataFrame:
    """One row per question and municipality asked."""
    rows = [
        {
            "question": number,
            "text": question.text,
            "asked_by": question.asked_by,
            "municipality": one.municipality,
            "name": one.name,
            "score": one.score,
            "why": _why(one.reasons),
        }
        for number, question in enumerate(result.questions, 1)
        for one in question.asked
    ]
    return _table(rows, ["question", "text", "asked_by", "municipality", "name", "score", "why"])


def loads(result: _core.LoadPlan) -> pandas.DataFrame:
    """One row per municipality that could be asked."""
    columns = ["municipality", "name", "before", "asked", "capacity", "knows", "ranked"]
    return _table([{name: getattr(load, name) for name in columns} for load in result.loads], columns)


def connections(result: _core.Connections | _core.ConnectionPlan) -> pandas.DataFrame:
    """One row per connection."""
    all_of = result.connections if isinstance(result, _core.ConnectionPlan) else result
    rows = [
        {
            "learner": one.learner,
            "learner_name": one.learner_name,
            "guide": one.guide,
            "guide_name": one.guide_name,
            "topics": list(one.topics),
            "score": one.score,
            "why": _why(one.reasons),
        }
        for one in all_of
    ]
    return _table(rows, ["learner", "learner_name", "guide", "guide_name", "topics", "score", "why"])


def brokers(result: _core.Brokers) -> pandas.DataFrame:
    """One row per municipality, largest betweenness first."""
    columns = ["municipality", "name", "betweenness", "degree", "component", "pieces"]
    frame = _table([{name: getattr(one, name) for name in columns} for one in result.municipalities], columns)
    frame["component"] = frame["component"].astype("Int64")
    return frame


def lone_topics(result: _core.Brokers) -> pandas.DataFrame:
    """One row per topic that rests on one municipality, most missed first."""
    columns = ["topic", "label", "municipality", "name", "expertise", "next", "next_expertise", "lost", "share", "would_miss"]
    rows = [{**{name: getattr(one, name) for name in columns}, "why": _why(one.reasons)} for one in result.topics]
    return _table(rows, [*columns, "why"])


def network_ties(result: _core.Brokers) -> pandas.DataFrame:
    """One row per tie."""
    columns = ["a", "b", "contacts", "working_groups", "border", "last"]
    return _table([{name: getattr(one, name) for name in columns} for one in result.ties], columns, ("last",))


def speaker_fit(fit: _core.SpeakerFit) -> pandas.DataFrame:
    """Items as index, speakers as columns."""
    frame = _pandas().DataFrame(fit.values.copy(), index=list(fit.items), columns=list(fit.speakers))
    return frame.rename_axis(index="item", columns="speaker")  # type: ignore[no-any-return]


def programme(result: _core.Programme) -> pandas.DataFrame:
    """One row per speaker and alternate, in the order of the agenda."""
    rows = [
        {"item": item.item, "place": place, "speaker": slot.speaker, "role": slot.role, "fit": slot.fit, "why": _why(slot.reasons)}
        for item in result.items
        for place, slots in (("speaker", item.speakers), ("alternate", item.alternates))
        for slot in slots
    ]
    return _table(rows, ["item", "place", "speaker", "role", "fit", "why"])


def gap_map(result: _core.GapMap) -> pandas.DataFrame:
    """One row per topic, by descending score."""
    numbers = ("score", "demand", "supply", "questions", "questions_before", "open_questions", "last_treated", "would_come", "know")
    rows = [{"topic": gap.topic, "label": gap.label, **{name: getattr(gap, name) for name in numbers}} for gap in result.topics]
    return _table(rows, ["topic", "label", *numbers])


def gaps(result: _core.Gaps) -> pandas.DataFrame:
    """One row per topic, then one per question."""
    columns = ["kind", "id", "title", "date", "unserved", "available", "confidence", "told", "best", "best_name", "best_confidence"]
    rows = [{"kind": "topic", "id": one.gap.topic, "title": one.item.title, "unserved": one.unserved, "available": one.available} for one in result.topics]
    rows += [
        {
            "kind": "question", "id": one.question, "title": one.item.title, "date": one.date, "confidence": one.confidence,
            "told": one.told, "best": one.best, "best_name": one.best_name, "best_confidence": one.best_confidence,
        }
        for one in result.questions
    ]  # fmt: skip
    return _table(rows, columns)


def outcome_figures(result: _core.OutcomeFigures) -> pandas.DataFrame:
    """One row per topic and period; topic and from are empty where all of them are counted."""
    columns = ["topic", "from", "cases", "by_base", "passed_on", "contacted", "waiting", "unanswered", "declined", "told", "told_helpful"]
    return _table(result.rows, [*columns, "part_by_base", "median_days", "median_days_by_base"])


def agenda_proposal(result: _core.AgendaProposal) -> pandas.DataFrame:
    """One row per item; agenda 0 is the best."""
    rows = [
        {
            "agenda": number,
            "item": item.item.id,
            "topic": item.item.topics[0],
            "title": item.item.title,
            "minutes": item.item.minutes,
            "parallel": item.parallel,
            "value": item.value,
            "municipalities": item.municipalities,
            "why": _why(item.reasons),
        }
        for number, agenda in enumerate((result.best, *result.others))
        for item in agenda.items
    ]
    return _table(rows, ["agenda", "item", "topic", "title", "minutes", "parallel", "value", "municipalities", "why"])


def meeting_plan(result: _core.MeetingPlan) -> pandas.DataFrame:
    """One row per item and speaker; an item without speakers has one row."""
    spoken = {item.item: item.speakers for item in result.programme.items} if result.programme is not None else {}
    rows = [
        {
            "item": item.id,
            "title": item.title,
            "minutes": item.minutes,
            "parallel": item.id in result.parallel,
            "speaker": None if slot is None else slot.speaker,
            "role": None if slot is None else slot.role,
            "fit": None if slot is None else slot.fit,
        }
        for item in result.agenda
        for slot in (spoken.get(item.id) or (None,))
    ]
    return _table(rows, ["item", "title", "minutes", "parallel", "speaker", "role", "fit"])


def seating_plan(result: _core.SeatingPlan) -> pandas.DataFrame:
    """One row per seat."""
    rows = [
        {"round": number, "table": place, "topic": table.topic, "municipality": code, "number": person}
        for number, tables in enumerate(result.rounds, 1)
        for place, table in enumerate(tables, 1)
        for code, person in table.people
    ]
    return _table(rows, ["round", "table", "topic", "municipality", "number"])


def region_plan(result: _core.RegionPlan) -> pandas.DataFrame:
    """One row per municipality, region by region, members first."""
    rows = [
        {"region": number, "host": region.host, "municipality": code, "member": member}
        for number, region in enumerate(result.regions, 1)
        for member, codes in ((True, region.members), (False, region.others))
        for code in codes
    ]
    return _table(rows, ["region", "host", "municipality", "member"])


def host_ranking(result: _core.HostRanking) -> pandas.DataFrame:
    """One row per host, best first."""
    names = ("municipality", "name", "cost", "mean_km", "longest_km", "furthest", "was_host")
    rows = [{**{name: getattr(one, name) for name in names}, "why": _why(one.reasons)} for one in result.hosts]
    return _table(rows, [*names, "why"], ("was_host",))


def working_group_proposals(result: _core.WorkingGroupProposals) -> pandas.DataFrame:
    """One row per member of a new group, and per new member of a running one."""
    new = [(one.name, True, [*one.topics], one.chair, one.members) for one in result.groups]
    joined = [(one.group, False, list[str](), None, one.members) for one in result.joins]
    rows = [
        {
            "group": group,
            "new": is_new,
            "topics": topics,
            "municipality": member.municipality,
            "name": member.name,
            "chair": member.municipality == chair,
            "knows": member.knows,
            "needs": member.needs,
            "expertise": member.expertise,
            "demand": member.demand,
        }
        for group, is_new, topics, chair, members in [*new, *joined]
        for member in members
    ]
    return _table(rows, ["group", "new", "topics", "municipality", "name", "chair", "knows", "needs", "expertise", "demand"])
