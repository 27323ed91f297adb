"""Draws the pictures of docs/meetings.md from the example network: gap_map.svg, agenda.svg and tables.svg.

    python docs/images/meeting_pictures.py [directory]      default: the folder of this file

Needs an installed m150. The same network gives the same bytes; tests/python/test_pictures.py says when they are not current.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

import m150

ROOT = Path(__file__).resolve().parents[2]
PARTS = {
    "gap-needs": ("behoefte", "#1a6fb0"),
    "gap-growth": ("groei", "#3f9a5b"),
    "gap-open": ("onbeantwoord", "#d08a1d"),
    "gap-burst": ("plotseling veel", "#b8443a"),
    "gap-untreated": ("lang niet of nooit behandeld", "#7a5ea8"),
    "gap-never-treated": ("lang niet of nooit behandeld", "#7a5ea8"),
    "gap-scarce": ("weinig kennis", "#5d6b78"),
    "gap-news": ("nieuws", "#a3487f"),
    "other": ("overig", "#b9bfc4"),
}


def svg(width: int, height: int, body: list[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">'
    return "\n".join([head, f'<rect width="{width}" height="{height}" fill="#ffffff"/>', *body, "</svg>", ""])


def text(x: float, y: float, words: str, *, size: int = 12, bold: bool = False, fill: str = "#222222", anchor: str = "start") -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}"{weight} fill="{fill}" text-anchor="{anchor}">{escape(words)}</text>'


def box(x: float, y: float, width: float, height: float, fill: str, *, round_: int = 0) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{fill}" rx="{round_}"/>'


def short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def gap_map(plan: m150.MeetingPlan, most: int = 15) -> str:
    """A bar a topic, in the parts that its score is the sum of."""
    gaps = plan.gaps.topics[:most]
    largest = max(gap.score for gap in gaps)
    body = [text(10, 22, f"Wat speelt er: {plan.gaps.since} tot en met {plan.gaps.today}", size=15, bold=True)]
    named = dict.fromkeys(PARTS.values())
    x = 10.0
    for name, colour in named:
        body += [box(x, 34, 11, 11, colour), text(x + 15, 44, name)]
        x += 30 + 7.0 * len(name)
    for row, gap in enumerate(gaps):
        y = 62 + 22 * row
        body.append(text(230, y + 12, short(gap.label, 36), anchor="end"))
        at = 238.0
        for reason in gap.reasons:
            width = 400 * reason.share / largest
            body.append(box(at, y, width, 16, PARTS[reason.code][1]))
            at += width
        body.append(text(at + 6, y + 12, f"{gap.score:.2f}  ({gap.would_come} zouden komen, {gap.know} {'weet' if gap.know == 1 else 'weten'} veel)", fill="#555555"))
    return svg(940, 72 + 22 * len(gaps), body)


def agenda(plan: m150.MeetingPlan, now: m150.Snapshot) -> str:
    """The items one after the other, those at the same time beside each other, with who speaks."""
    assert plan.programme is not None
    asked = {one.id: f"gemeente {one.name}" for one in now.municipalities()}
    spoken = {item.item: item.speakers for item in plan.programme.items}
    body = [text(10, 22, f"Agenda, {plan.meeting.date}", size=15, bold=True)]
    y, per_minute = 36.0, 1.0
    together = [item for item in plan.agenda if item.id not in plan.parallel]
    apart = [item for item in plan.agenda if item.id in plan.parallel]

    def card(item: m150.AgendaItem, x: float, width: float) -> None:
        height = max(38.0, per_minute * item.minutes)
        letters = int(width / 6.6)
        body.extend([box(x, y, width, height - 4, "#e4eef6", round_=4), text(x + 8, y + 15, short(item.title, letters), bold=True)])
        names = ", ".join(slot.role or asked.get(slot.speaker, slot.speaker) for slot in spoken[item.id]) or "nog niemand"
        body.append(text(x + 8, y + 31, short(f"{item.minutes} min; {names}", letters), fill="#555555"))

    for item in together:
        card(item, 10, 620)
        y += max(38.0, per_minute * item.minutes)
    for at, item in enumerate(apart):
        width = 624 / len(apart)
        card(item, 10 + at * width, width - 4)
    y += max([0.0, *(max(38.0, per_minute * item.minutes) for item in apart)])
    return svg(640, int(y) + 10, body)


def tables(plan: m150.MeetingPlan, now: m150.Snapshot, columns: int = 5) -> str:
    """The first round: who sits where; whoever knows the topic in bold."""
    assert plan.seating is not None
    labels = {topic.id: topic.preferred_label for topic in now.topics()}
    names = {one.id: one.name for one in now.municipalities()}
    seating = plan.seating
    most = max(len(table.people) for table in seating.rounds[0])
    width, height = 222, 40 + 15 * most
    rows = -(-len(seating.rounds[0]) // columns)
    head = f"Ronde 1 van {len(seating.rounds)}: {seating.people} mensen, {seating.wishes_met} van {seating.wishes} wensen vervuld"
    body = [text(10, 22, head, size=15, bold=True)]
    for number, table in enumerate(seating.rounds[0]):
        x, y = 10 + (number % columns) * width, 34 + (number // columns) * height
        body += [box(x, y, width - 8, height - 8, "#f3f0e8", round_=8), text(x + 8, y + 16, f"{number + 1}", bold=True, fill="#1a6fb0")]
        body.append(text(x + 30, y + 16, short(labels.get(table.topic or "", "vrij onderwerp"), 22), bold=True))
        for place, (code, person) in enumerate(table.people):
            who = names[code] + (f" ({person})" if person > 1 else "")
            body.append(text(x + 12, y + 33 + 15 * place, short(who, 26), bold=code in table.knowers))
    return svg(20 + columns * width, 34 + rows * height + 6, body)


def pictures() -> dict[str, str]:
    """Name of the file to its text."""
    kb = m150.KnowledgeBase.in_memory()
    kb.load(ROOT / "examples" / "network")
    now = kb.snapshot(as_of="2024-09-30")
    plan = now.plan_meeting(
        "2024-najaar",
        gaps={"since": "2023-10-01"},
        agenda={"minutes": 180, "most_topics": 6, "parallel_sessions": 2},
        speakers={"max_items_per_speaker": 2, "municipality_candidates": 3},
        replace_agenda=True,
    )
    return {"gap_map.svg": gap_map(plan), "agenda.svg": agenda(plan, now), "tables.svg": tables(plan, now)}


def main() -> None:
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for name, picture in pictures().items():
        (place / name).write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
