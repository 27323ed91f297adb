"""From what plays in a network to who sits at which table: a meeting planned step by step.

Usage: 06_meeting.py [directory of records]     The twin in C++ is 06_meeting.cpp; both print the same lines.
"""

import sys
from pathlib import Path

import m150


def main(network: Path) -> None:
    kb = m150.KnowledgeBase.in_memory()
    kb.load(network)
    now = kb.snapshot(as_of="2024-09-30")  # before the national meeting of 10 October 2024
    meeting = now.meeting("2024-najaar")
    assert meeting is not None, "the example network has this meeting"

    # What plays: demand against supply, how demand grows, when a topic was last treated.
    gaps = now.gap_map("M150", since="2023-10-01")
    for gap in gaps.topics[:5]:
        print(f"{gap.score:.3f} {gap.topic}: {gap.questions} questions, {gap.would_come} would come, {gap.know} know")

    # What to treat: the agenda that meets most of the demand of those who come, and how much worse others are.
    proposal = now.propose_agenda(meeting, most_topics=6)
    for proposed in proposal.best.items:
        print(f"{proposed.value:.3f} {proposed.item.minutes} min {proposed.item.topics[0]} for {proposed.municipalities}")
    for other in proposal.others:
        print(f"another agenda is worth {other.value:.3f} of {proposal.best.value:.3f}")

    # Who speaks: the item served worst first, with a municipality among them.
    items = [proposed.item for proposed in proposal.best.items]
    programme = now.match_speakers(
        items, date=meeting.date, max_items_per_speaker=2, goal="worst-first", min_municipalities=1, max_per_organisation=2
    )
    print(f"served worst: {programme.worst:.3f}, together {programme.objective:.3f}")
    for place in programme.items:
        print(f"item {place.item}: {', '.join(slot.speaker for slot in place.speakers)}")
    for reason in (*programme.contradiction, *programme.relaxation):
        print(reason.explain("en"))

    # Who sits where: nobody meets twice in three rounds.
    plan = now.seat(meeting, rounds=3, table_size=8, steps=300_000)
    print(f"{plan.people} people, {plan.repeats} meet again, {plan.wishes_met} of {plan.wishes} wishes met")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "network")
