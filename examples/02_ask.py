"""Asks two questions: one that the network can answer, and one on which nobody knows yet.

Usage: 02_ask.py [directory of records]     The twin in C++ is 02_ask.cpp; both print the same lines.
"""

import sys
from pathlib import Path

import m150

QUESTIONS = [
    "Mogen onze boa's een bodycam dragen bij horecacontroles?",
    "Wie betaalt het onderhoud van de zwembaden na een aardbeving?",
]


def show(now: m150.Snapshot, reply: m150.Reply) -> None:
    print(f"confidence {reply.confidence:.3f}: {reply.explain_verdict('en')}")
    for found in reply.answers:
        print(f"  {found.score:.3f} {found.question.id} {found.question.title} ({len(found.answers)})")
        for reason in found.reasons:
            print(f"    {reason.share:+.3f} {reason.text}")
    for knower in reply.municipalities:
        print(f"  {knower.score:.3f} {knower.municipality} {knower.name}")
        print(now.explain_all(knower.reasons), end="")


def main(network: Path) -> None:
    kb = m150.KnowledgeBase.in_memory()
    kb.load(network)
    now = kb.snapshot()
    for question in QUESTIONS:
        print(question)
        show(now, now.ask(question, asked_by="GM0355", limit=3))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "network")
