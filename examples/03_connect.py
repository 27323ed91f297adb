"""Whom to connect: five guides for Zeist with a letter to the first, a plan for the whole of M150, and who holds it together.

Usage: 03_connect.py [directory of records]     The twin in C++ is 03_connect.cpp; both print the same lines.
"""

import sys
from pathlib import Path

import m150


def main(network: Path) -> None:
    kb = m150.KnowledgeBase.in_memory()
    kb.load(network)
    now = kb.snapshot()

    for connection in now.connect("GM0355", limit=5):
        print(f"{connection.score:.3f} {connection.learner_name} learns from {connection.guide_name}: {', '.join(connection.topics)}")
        for reason in connection.reasons:
            print(f"  {reason.share:+.3f} {reason.text}")

    # The letter goes to both, so it names only what both may see.
    letter = now.connect("GM0355", limit=1)[0].introduction()
    print(f"{letter.subject}\n{letter.text}", end="")

    # Nobody guides more than three, so the best guide is not everybody's.
    plan = now.connect_all(per_municipality=3, per_guide=3, network="M150")
    print(f"{len(plan.connections)} connections, objective {plan.objective:.3f}, at most {plan.upper_bound:.3f}")
    for left in plan.unconnected[:5]:
        print(f"  {left.municipality} misses {left.missing}: {left.why}")

    # What nobody in M150 knows well, a member of G40 is asked for.
    plan = now.connect_all(network="M150", guide_networks=["G40"], knows_from=0.8, unconnected_since="2025-01-01")
    print(f"{len(plan.connections)} new connections, {sum(not now.is_member(one.guide, 'M150') for one in plan.connections)} with a guide from outside")

    held = now.brokers("M150", knows_from=0.8)
    for broker in held.municipalities[:3]:
        print(f"{broker.name} lies between others: {broker.betweenness:.3f}, {broker.degree} ties")
    print(f"{len(held.unconnected)} were never connected; {len(held.topics)} of {held.known_topics} topics rest on one")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "network")
