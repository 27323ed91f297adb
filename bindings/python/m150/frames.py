"""Results and records as pandas tables. pandas is imported at the first call and is not needed for anything else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from . import _core

if TYPE_CHECKING:
    import pandas

DATES = ("date", "valid_from", "valid_to", "from", "to")
CONTACT_DATES = ("date",)  # its from and to are municipalities


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
    return _table(rows, fields[plural], CONTACT_DATES if plural == "contacts" else DATES)


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
        {"municipality": one.municipality, "name": one.name, "score": one.score, "why": _why(one.reasons)}
        for one in reply.municipalities
    ]
    return _table(rows, ["municipality", "name", "score", "why"])


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


def seating_plan(result: _core.SeatingPlan) -> pandas.DataFrame:
    """One row per seat."""
    rows = [
        {"round": number, "table": place, "topic": table.topic, "municipality": code, "number": person}
        for number, tables in enumerate(result.rounds, 1)
        for place, table in enumerate(tables, 1)
        for code, person in table.people
    ]
    return _table(rows, ["round", "table", "topic", "municipality", "number"])


def working_group_proposals(result: _core.WorkingGroupProposals) -> pandas.DataFrame:
    """One row per member of a new group, and per new member of a running one."""
    new = [(one.name, True, one.topics[0], one.chair, one.members) for one in result.groups]
    joined = [(one.group, False, None, None, one.members) for one in result.joins]
    rows = [
        {
            "group": group,
            "new": is_new,
            "topic": topic,
            "municipality": member.municipality,
            "name": member.name,
            "chair": member.municipality == chair,
            "knows": member.knows,
            "needs": member.needs,
            "expertise": member.expertise,
            "demand": member.demand,
        }
        for group, is_new, topic, chair, members in [*new, *joined]
        for member in members
    ]
    return _table(rows, ["group", "new", "topic", "municipality", "name", "chair", "knows", "needs", "expertise", "demand"])
