"""Which speakers fit the agenda of the national meeting, and the best programme that can be made of them.

Usage: 04_speakers.py [directory of records]     The twin in C++ is 04_speakers.cpp; both print the same lines.
"""

import sys
from pathlib import Path

import m150


def main(network: Path) -> None:
    kb = m150.KnowledgeBase.in_memory()
    kb.load(network)
    now = kb.snapshot()
    meeting = now.meeting("2027-landelijk")
    assert meeting is not None, "the example network has this meeting"

    # Rows are items, columns speakers; values are comparable across items.
    fit = now.speaker_fit(meeting.agenda)
    for i, item in enumerate(fit.items):
        best = int(fit.values[i].argmax())
        print(f"item {item}: {fit.speakers[best]} fits best, {fit.value(i, best):.3f}")

    programme = now.match_speakers(meeting.agenda, date=meeting.date, max_items_per_speaker=2)
    print("complete" if programme.complete else "incomplete", f"objective {programme.objective:.3f}")
    for place in programme.items:
        print(f"item {place.item}")
        for slot in place.speakers:
            print(f"  {slot.fit:.3f} {slot.speaker} {slot.role}")
        for slot in place.alternates:
            print(f"  alternate {slot.fit:.3f} {slot.speaker}")

    # With twenty speakers wanted for one item not everything can be met, and the programme says what stands in the way.
    crowded = meeting.agenda[0].replaced(speakers_at_least=20, speakers_at_most=20)
    for unfilled in now.match_speakers([crowded]).unfilled:
        print(f"{unfilled.what} {unfilled.id} misses {unfilled.missing}: {unfilled.why}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "network")
