"""What a user types first, call by call. (The README's own blocks are run by script/test docs.)"""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import m150
from conftest import ROOT

TYPED = '''
import m150
kb = m150.KnowledgeBase.create("avh.m150")
kb.load("examples/network")
kb.add(m150.Question(id="v-1", asked_by="GM0355", date="2026-03-02", title="Bodycams bij horecacontroles", text="...", topics=["bodycams"]))
kb.add(m150.Answer(id="a-1", question="v-1", by="GM0307", date="2026-03-04", text="...", accepted=True))
kb.commit()
with kb.transaction():
    kb.add(m150.Topic(id="nieuw", preferred_label="Nieuw"))
now = kb.snapshot()
reply = now.ask("Mogen onze boa's een bodycam dragen bij horecacontroles?", asked_by="GM0355", limit=10)
reply.answers[0]
reply.municipalities[0]
reply.confidence
now.connect("GM0355", limit=5)
now.connect_all(per_municipality=3)
agenda = now.meetings()[-2].agenda
fit = now.speaker_fit(agenda)
now.match_speakers(agenda, max_items_per_speaker=2)
zeist = kb.snapshot(viewer="GM0355")
then = kb.snapshot(as_of="2025-10-01")
m150.KnowledgeBase.open("avh.m150", read_only=True)
m150.KnowledgeBase.in_memory()
'''


def test_what_a_user_types(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    names: dict[str, object] = {}
    exec(compile(TYPED, "typed", "exec"), names)
    reply, fit, kb = names["reply"], names["fit"], names["kb"]
    assert isinstance(reply, m150.Reply) and isinstance(fit, m150.SpeakerFit) and isinstance(kb, m150.KnowledgeBase)
    assert reply.answers[0].question.id == "v-1"
    assert any(one.municipality == "GM0307" for one in reply.municipalities)
    now, zeist, then = names["now"], names["zeist"], names["then"]
    assert isinstance(now, m150.Snapshot) and isinstance(zeist, m150.Snapshot) and isinstance(then, m150.Snapshot)
    assert now.topic("nieuw") is not None
    assert now.viewer is None and zeist.viewer == "GM0355"
    assert 0 < zeist.question_count() < now.question_count() and zeist.question("v-1") is not None
    assert then.today == datetime.date(2025, 10, 1) and now.today > then.today
    assert 0 < then.question_count() < now.question_count() and then.question("v-1") is None
    kb.close()
