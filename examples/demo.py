"""Four real questions to the example network of all 342 municipalities, answered in Dutch. `script/demo` runs this.

1. Which answers exist, and who knows?       3. Whom should Zeist be connected with?
2. What nobody knows yet                     4. Which speakers fit the agenda?
"""

import sys
import tempfile
import textwrap
from collections.abc import Iterable
from pathlib import Path

import m150

KNOWN = "Baasjes ruimen de drollen niet op. Hoe pakken jullie dat aan?"
UNKNOWN = "Wie controleert de waterkwaliteit van zwemvijvers?"


def why(reasons: Iterable[m150.Reason], most: int = 3) -> None:
    strongest = sorted((reason for reason in reasons if abs(reason.share) >= 0.005), key=lambda reason: -abs(reason.share))
    for reason in strongest[:most]:
        print(f"         {reason.share:+.2f} {reason.text}")
        for part in sorted(reason.parts, key=lambda part: (part.code == "other", -part.share))[:2]:
            print(f"               {part.share:+.2f} {part.text}")


def ask(now: m150.Snapshot, text: str) -> None:
    reply = now.ask(text, asked_by="GM0355", limit=3)
    print(f"   Zeist vraagt: {text}")
    advice = " Zet de vraag uit in het netwerk." if reply.verdict == "nobody" else ""
    print(f"   Zekerheid {100 * reply.confidence:.0f}%: {reply.explain_verdict()}.{advice}")
    if reply.verdict == "nobody":
        return
    print("   Bestaande antwoorden:")
    for found in reply.answers:
        print(f"   {found.score:.2f} {found.question.title} ({found.question.date}, antwoorden: {len(found.answers)})")
        print(textwrap.fill(found.snippet.text, 100, initial_indent=" " * 8, subsequent_indent=" " * 8))
        why(found.reasons)
    print("   Wie weet het:")
    for knower in reply.municipalities:
        print(f"   {knower.score:.2f} {knower.name}")
        why(knower.reasons)


def connect(now: m150.Snapshot) -> None:
    labels = {topic.id: topic.preferred_label for topic in now.topics()}
    for connection in now.connect("GM0355", limit=5):
        print(f"   {connection.score:.2f} {connection.guide_name}, over {', '.join(labels[topic] for topic in connection.topics)}")
        why(connection.reasons)


def programme(now: m150.Snapshot) -> None:
    meeting = now.meeting("2027-landelijk")
    assert meeting is not None, "the example network has this meeting"
    print(f"   {meeting.title}, {meeting.date}")
    best = now.match_speakers(meeting, max_items_per_speaker=2)
    for item, place in zip(meeting.agenda, best.items, strict=True):
        print(f"   {item.id}. {item.title}")
        for slot in place.speakers:
            print(f"      {slot.fit:.2f} {slot.role} ({slot.speaker})")
            why(slot.reasons, most=1)
        print(f"      reserve: {', '.join(f'{slot.role} ({slot.fit:.2f})' for slot in place.alternates) or 'niemand'}")
    for unfilled in best.unfilled:
        print(f"   niet gevuld: {unfilled.id}, {unfilled.missing} te weinig ({unfilled.why})")
    print(f"   Samen {best.objective:.2f}, en meer dan {best.upper_bound:.2f} kan niet: dit is het beste programma.")


def main(network: Path) -> None:
    with tempfile.TemporaryDirectory() as place, m150.KnowledgeBase.create(Path(place) / "avh.m150") as kb:
        report = kb.load(network)
        now = kb.snapshot()
        print(f"Geladen: {report.records['municipalities']} gemeenten, {report.records['questions']} vragen, ", end="")
        print(f"{report.records['answers']} antwoorden. Wie wat vroeg en antwoordde is verzonnen. Peildatum {now.today}.")
        print("\n1. Een vraag die anders gesteld is dan alles wat er ligt")
        ask(now, KNOWN)
        print("\n2. Een vraag waarop nog niemand het antwoord weet")
        ask(now, UNKNOWN)
        print("\n3. Vijf koppelingen voor Zeist")
        connect(now)
        print("\n4. Een programma van sprekers voor een agenda van zes punten")
        programme(now)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "network")
