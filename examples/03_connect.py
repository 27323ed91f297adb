"""Whom to connect: five guides for Zeist, and one plan for the whole of M150.

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

    # Nobody guides more than three, so the best guide is not everybody's.
    plan = now.connect_all(per_municipality=3, per_guide=3, network="M150")
    print(f"{len(plan.connections)} connections, objective {plan.objective:.3f}, at most {plan.upper_bound:.3f}")
    for left in plan.unconnected[:5]:
        print(f"  {left.municipality} misses {left.missing}: {left.why}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "network")
