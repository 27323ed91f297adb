"""Meeting plans as HTML for notebooks, in Dutch."""

from __future__ import annotations

from html import escape

from . import _core
from .display_meetings import _slots, agenda_proposal, gap_map, programme, seating_plan
from .html import bullets, day_text, table


def meeting_plan(result: _core.MeetingPlan) -> str:
    """A meeting as a whole: the agenda with who speaks; the steps can be opened."""
    meeting = result.meeting
    spoken = {item.item: item for item in result.programme.items} if result.programme is not None else {}
    rows = [
        [
            escape(item.title) + (" (tegelijk)" if item.id in result.parallel else ""),
            f"{item.minutes} min",
            _slots(spoken[item.id].speakers) + _missing(spoken[item.id]) if item.id in spoken else "",
        ]
        for item in result.agenda
    ]
    steps = [
        ("Wat speelt er", gap_map(result.gaps)),
        ("Voorstel voor de agenda", agenda_proposal(result.proposal) if result.proposal is not None else ""),
        ("Sprekers", programme(result.programme) if result.programme is not None else ""),
        ("Tafels", seating_plan(result.seating) if result.seating is not None else ""),
    ]
    opened = "".join(f"<details><summary>{name}</summary>{html}</details>" for name, html in steps if html)
    locks = result.programme.locks if result.programme is not None else ()
    lost = "".join(f"<li>{escape(lock.speaker)} kon niet vast bij {escape(lock.item)}; zie Sprekers</li>" for lock in locks if not lock.kept)
    head = f"<h3>{escape(meeting.title)}, {day_text(meeting.date)}</h3>"
    return head + bullets(result.notices) + (f"<ul>{lost}</ul>" if lost else "") + table(("agendapunt", "duur", "sprekers"), rows, "De agenda is leeg.") + opened


def _missing(item: _core.ProgrammeItem) -> str:
    count = item.missing
    return f"<div><b>nog {count} {'spreker' if count == 1 else 'sprekers'} te weinig</b>; zie Sprekers</div>" if count else ""


def plan_diff(result: _core.PlanDiff) -> str:
    """What one plan changed of another."""
    return bullets(result.changes) or "<p>Er is niets veranderd.</p>"
