"""Draws the pictures of docs/meetings.md from the example network: gap_map.svg, bursts.svg, agenda.svg, tables.svg,
regions.svg and working_groups.svg.

    python docs/images/meeting_pictures.py [directory]      default: the folder of this file

Needs an installed m150. The same network gives the same bytes; tests/python/test_pictures.py says when they are not current.
"""

from __future__ import annotations

import math
import sys
import textwrap
from collections import Counter
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


REGION_COLOURS = ("#1a6fb0", "#d08a1d", "#3f9a5b", "#b8443a", "#7a5ea8", "#2a9d9d", "#a3487f", "#8a6d3b")


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


def bursts(plan: m150.MeetingPlan, now: m150.Snapshot, months: int = 21, most: int = 8) -> str:
    """The questions a month, the months of a burst marked: topics with a burst first, then those that play most."""
    today = plan.gaps.today
    last = 12 * today.year + today.month - 1
    asked: Counter[tuple[str, int]] = Counter()
    for question in now.question_facts():
        year, month = str(question["date"]).split("-")[:2]
        asker = question["asked_by"]
        if asker is not None and now.is_member(now.resolve(asker), "M150"):
            asked.update((topic, 12 * int(year) + int(month) - 1) for topic in question["topics"])
    gaps = sorted(plan.gaps.topics, key=lambda gap: not gap.bursts)[:most]
    body = [text(10, 22, "Waarover kwamen plotseling veel vragen: vragen per maand van de leden", size=15, bold=True)]
    body += [box(10, 34, 11, 11, PARTS["gap-burst"][1]), text(25, 44, "plotseling veel"), box(130, 34, 11, 11, "#9db8cd"), text(145, 44, "andere maanden")]
    step, row, left, top = 20, 40, 240, 58
    most_asked = max(asked[gap.topic, last - back] for gap in gaps for back in range(months))
    for number, gap in enumerate(gaps):
        y = top + row * number
        body.append(text(left - 10, y + 26, short(gap.label, 36), anchor="end"))
        body.append(f'<line x1="{left}" y1="{y + 30.5}" x2="{left + step * months}" y2="{y + 30.5}" stroke="#cccccc"/>')
        marked = [(12 * one.from_.year + one.from_.month - 1, 12 * one.to.year + one.to.month - 1) for one in gap.bursts]
        for at in range(months):
            month = last - months + 1 + at
            in_burst = any(first <= month <= end for first, end in marked)
            height = 27 * asked[gap.topic, month] / most_asked
            if height:
                body.append(box(left + step * at + 1, y + 30 - height, step - 2, height, PARTS["gap-burst"][1] if in_burst else "#9db8cd"))
        told = "; ".join(f"{one.questions} vragen " + (f"sinds {one.from_:%m-%Y}" if one.to == today else f"van {one.from_:%m-%Y} t/m {one.to:%m-%Y}") for one in gap.bursts)
        body.append(text(left + step * months + 10, y + 26, told or "geen plotselinge stijging", fill="#555555" if told else "#999999"))
    bottom = top + row * len(gaps)
    for at in range(months):
        month = last - months + 1 + at
        if month % 3 == 0:
            body.append(text(left + step * (at + 0.5), bottom + 10, f"{month % 12 + 1}-{month // 12}", size=10, fill="#555555", anchor="middle"))
    return svg(900, bottom + 22, body)


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


def regions(plan: m150.RegionPlan, now: m150.Snapshot, height: int = 900) -> str:
    """A dot a municipality, where it lies, in the colour of its region; neighbours in one region joined; the hosts named."""
    places = {one.id: (one.latitude, one.longitude) for one in now.municipalities() if one.latitude is not None and one.longitude is not None}
    region_of = {code: number for number, region in enumerate(plan.regions) for code in (*region.members, *region.others)}
    norths, easts = zip(*(places[code] for code in region_of if code in places))
    squeeze = math.cos(math.radians((min(norths) + max(norths)) / 2))  # a degree east is shorter than one north
    scale = (height - 90) / (max(norths) - min(norths))
    width = int((max(easts) - min(easts)) * squeeze * scale) + 60

    def at(code: str) -> tuple[float, float]:
        north, east = places[code]
        return 30 + (east - min(easts)) * squeeze * scale, 60 + (max(norths) - north) * scale

    body = [text(10, 22, f"{plan.members} leden van M150 in {len(plan.regions)} regio's, gemiddeld {plan.mean_km:.0f} km naar de gastheer", size=15, bold=True)]
    lines, dots, names = [], [], []
    drawn = [at(code) for code in region_of if code in places]

    def named(x: float, y: float, name: str) -> list[str]:
        """The name beside its dot, on the side where it covers fewest others; white around it."""
        long = 8.9 * len(name)
        sides = {"start": (x + 13, y + 5), "end": (x - 13, y + 5), "above": (x, y - 14), "below": (x, y + 24)}

        def covered(side: str) -> int:
            left = sides[side][0] - {"start": 0.0, "end": long}.get(side, long / 2)
            top = sides[side][1] - 13
            return sum(left - 4 <= dot_x <= left + long + 4 and top - 3 <= dot_y <= top + 20 for dot_x, dot_y in drawn)

        side = min(sides, key=covered)
        label = text(*sides[side], name, size=15, bold=True, anchor=side if side in ("start", "end") else "middle")
        return [label.replace("<text", '<text stroke="#ffffff" stroke-width="4" stroke-linejoin="round"', 1), label]

    for one in now.municipalities():
        if one.id not in region_of or one.id not in places:
            continue
        (x, y), colour = at(one.id), REGION_COLOURS[region_of[one.id] % len(REGION_COLOURS)]
        for other, look in (*((code, "") for code in one.neighbours), *((code, ' stroke-dasharray="3 4"') for code in one.crossings)):
            if region_of.get(other) == region_of[one.id] and other in places and (one.id < other or look):
                x2, y2 = at(other)
                lines.append(f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-opacity="{0.8 if look else 0.35}"{look}/>')
        member = one.id in plan.regions[region_of[one.id]].members
        look = f'fill="{colour}"' if member else f'fill="#ffffff" stroke="{colour}"'
        dots.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{5 if member else 2.5}" {look}/>')
    for number, region in enumerate(plan.regions):
        x, y = at(region.host)
        colour = REGION_COLOURS[number % len(REGION_COLOURS)]
        dots.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="9" fill="{colour}" stroke="#222222" stroke-width="2.5"/>')
        names += named(x, y, region.name)
        y = 70 + 40 * number
        body += [f'<circle cx="{width + 20}" cy="{y}" r="8" fill="{colour}" stroke="#222222" stroke-width="2"/>', text(width + 36, y - 1, region.name, size=14, bold=True)]
        body.append(text(width + 36, y + 15, f"{len(region.members)} leden, gemiddeld {region.mean_km:.0f} km, verst {region.longest_km:.0f} km", fill="#555555"))
    y = 80 + 40 * len(plan.regions)
    for radius, look, words in (
        (8, 'fill="#999999" stroke="#222222" stroke-width="2"', "gastheer"),
        (5, 'fill="#999999"', "lid van M150"),
        (2.5, 'fill="#ffffff" stroke="#999999"', "andere gemeente"),
    ):
        body += [f'<circle cx="{width + 20}" cy="{y}" r="{radius}" {look}/>', text(width + 36, y + 4, words)]
        y += 24
    for words, look in (("buren in dezelfde regio", ""), ("overtocht over water", ' stroke-dasharray="3 4"')):
        body += [f'<line x1="{width + 10}" y1="{y}" x2="{width + 30}" y2="{y}" stroke="#999999"{look}/>', text(width + 36, y + 4, words)]
        y += 24
    return svg(width + 310, height, [*body, *lines, *dots, *names])


def working_groups(found: m150.WorkingGroupProposals) -> str:
    """A card a group: who knows, who needs, and who takes the chair."""
    width, space = 300, 12
    most = max(max(sum(one.knows for one in group.members), sum(not one.knows for one in group.members)) for group in found.groups)
    height = 112 + 17 * most
    body = [text(10, 22, "Werkgroepen om te starten", size=15, bold=True)]
    for number, group in enumerate(found.groups):
        x = 10 + number * (width + space)
        body += [box(x, 34, width, height, "#eef3ea", round_=8), *(text(x + 12, 56 + 18 * line, words, size=14, bold=True) for line, words in enumerate(textwrap.wrap(group.name, 33)))]
        body.append(text(x + 12, 94, f"{len(group.members)} gemeenten uit {group.regions} regio's, waarde {group.score:.2f}", fill="#555555"))
        for column, (head, knows) in enumerate((("weten het", True), ("hebben het nodig", False))):
            left = x + 12 + column * width / 2
            body.append(text(left, 118, head, bold=True, fill="#1a6fb0"))
            for line, one in enumerate(member for member in group.members if member.knows == knows):
                chair = one.municipality == group.chair
                body.append(text(left, 136 + 17 * line, short(one.name, 20) + (" (vz.)" if chair else ""), bold=chair))
    return svg(10 + len(found.groups) * (width + space), 34 + height + 12, body)


def pictures() -> dict[str, str]:
    """Name of the file to its text."""
    kb = m150.KnowledgeBase.in_memory()
    kb.load(ROOT / "examples" / "network")
    now = kb.snapshot(as_of="2024-09-30")
    plan = now.plan_meeting(
        "2024-najaar",
        gaps={"since": "2023-10-01", "bursts": {"cost": 0.5}},
        agenda={"minutes": 180, "most_topics": 6, "parallel_sessions": 2},
        speakers={"max_items_per_speaker": 2, "municipality_candidates": 3},
        replace_agenda=True,
    )
    return {
        "gap_map.svg": gap_map(plan),
        "bursts.svg": bursts(plan, now),
        "agenda.svg": agenda(plan, now),
        "tables.svg": tables(plan, now),
        "regions.svg": regions(now.regions("M150", count=8), now),
        "working_groups.svg": working_groups(now.propose_working_groups("M150", groups=3)),
    }


def main() -> None:
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for name, picture in pictures().items():
        (place / name).write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
