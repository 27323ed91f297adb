"""Makes a knowledge base of the example network, closes it, opens it again and checks it.

Usage: 01_load.py [directory of records]     The twin in C++ is 01_load.cpp; both print the same lines.
"""

import sys
import tempfile
from pathlib import Path

import m150


def main(network: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "avh.m150"
        with m150.KnowledgeBase.create(path) as kb:
            report = kb.load(network)
            for kind, count in report.records.items():
                print(f"{count:6d} {kind}")
            # One question and its answer, together or not at all.
            with kb.transaction():
                kb.add(
                    m150.Question(
                        id="v-1",
                        asked_by="GM0355",
                        date="2026-10-02",
                        title="Bodycams bij horecacontroles",
                        text="Dragen jullie boa's een bodycam als zij de horeca controleren?",
                        topics=["bodycams"],
                    )
                )
                kb.add(m150.Answer(id="a-1", question="v-1", by="GM0307", date="2026-10-04", text="Ja, zichtbaar en aan.", accepted=True))
            print("revision", kb.revision)

        # What was committed is there; reading takes no lock.
        with m150.KnowledgeBase.open(path, read_only=True) as kb:
            now = kb.snapshot()
            print("questions", now.question_count(), "on", now.today)
            print("problems", len(kb.check()))

        # Nothing is taken that is wrong, and everything that is wrong is said.
        with m150.KnowledgeBase.open(path) as kb:
            try:
                kb.add(m150.Answer(id="a-2", question="v-9", by="GM0307", date="2026-10-05", text="Ja."))
            except m150.InvalidInput as error:
                print("refused", error.total)
            print("revision", kb.revision)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "network")
