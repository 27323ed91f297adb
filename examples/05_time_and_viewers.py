"""The same question seen by AVH and by a municipality, today and two years ago; and a snapshot that stays what it is.

Usage: 05_time_and_viewers.py [directory of records]     The twin in C++ is 05_time_and_viewers.cpp; both print the
same lines.
"""

import sys
from pathlib import Path

import m150

QUESTION = "Wat doen jullie tegen fatbikes in het centrum?"


def show(now: m150.Snapshot) -> None:
    reply = now.ask(QUESTION, limit=3)
    print(f"{now.viewer or 'AVH'} on {now.today}: {now.question_count()} questions, {len(now.contacts())} contacts, confidence {reply.confidence:.3f}")
    for found in reply.answers:
        print(f"  {found.score:.3f} {found.question.id} of {found.question.date}")


def main(network: Path) -> None:
    kb = m150.KnowledgeBase.in_memory()
    kb.load(network)
    show(kb.snapshot())
    # What is for AVH or for others only is neither counted nor found, nor in any reason.
    show(kb.snapshot(viewer="GM0355"))
    show(kb.snapshot(as_of="2024-10-01"))
    show(kb.snapshot(viewer="GM0355", as_of="2024-10-01"))

    before = kb.snapshot()
    kb.add(m150.Question(id="v-1", asked_by="GM0355", date="2026-10-02", title="Fatbikes in het centrum", topics=["verkeer"]))
    kb.commit()
    print("before", before.question_count(), "after", kb.snapshot().question_count())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "network")
