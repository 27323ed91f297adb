"""A knowledge base of English documents, through the same pipeline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import m150

NEEDS = Path("examples/english/needs.jsonl")


def fill(kb: m150.KnowledgeBase) -> list[dict[str, object]]:
    """Each question of the set with its answer, public, answered by one organisation."""
    needs = [json.loads(line) for line in NEEDS.read_text(encoding="utf-8").splitlines()]
    kb.add(m150.Organisation(id="partner", name="Partner"))
    for need in needs:
        for place, question in enumerate(need["questions"]):
            key = f"{need['id']}-q{place + 1}"
            kb.add(m150.Question(id=key, date="2026-01-01", title=question["title"], text=question["text"], audience="public"))
            kb.add(
                m150.Answer(
                    id=f"{key}-a", question=key, by_organisation="partner", date="2026-01-02", text=need["answers"][place], audience="public"
                )
            )
    kb.commit()
    return needs


@pytest.fixture(scope="module")
def now() -> m150.Snapshot:
    kb = m150.KnowledgeBase.in_memory(language="en")
    fill(kb)
    return kb.snapshot()


def test_the_language_is_kept_in_the_directory(tmp_path: Path) -> None:
    with m150.KnowledgeBase.create(tmp_path / "partners.m150", language="en") as kb:
        assert kb.options.index.analysis.language == "en"
    with m150.KnowledgeBase.open(tmp_path / "partners.m150") as kb:
        assert kb.options.index.analysis.language == "en"
    with pytest.raises(m150.InvalidInput, match="fr"):
        m150.KnowledgeBase.create(tmp_path / "other.m150", language="fr")
    assert not (tmp_path / "other.m150").exists()


def test_a_question_is_read_as_in_dutch(now: m150.Snapshot) -> None:
    reply = now.ask("Can the council officers issue an FPN for rubish on the sidewalk?", limit=5)
    notes = {(note.kind, note.word, note.meaning) for note in reply.understood.notes}
    assert ("correction", "rubish", "rubbish") in notes
    assert any(kind == "abbreviation" and meaning == "fixed penalty notice" for kind, _, meaning in notes)
    assert any(kind == "synonym" and word == "sidewalk" for kind, word, _ in notes)
    assert reply.answers and reply.answers[0].reasons[0].code == "words"
    assert sum(reason.share for reason in reply.answers[0].reasons) == pytest.approx(reply.answers[0].score)


def test_what_is_said_to_people_is_in_either_language(now: m150.Snapshot) -> None:
    reply = now.ask("of the and", limit=5)
    assert [notice.code for notice in reply.notices] == ["nothing-to-search-for"]
    assert reply.notices[0].explain("en").startswith("The question holds only words")
    assert reply.notices[0].text.startswith("De vraag bevat alleen woorden")


def test_there_is_no_meaning_until_the_base_learns_its_own(now: m150.Snapshot) -> None:
    assert now.ask("rubbish next to the bin").answers[0].reasons
    assert all(reason.code != "meaning" for found in now.ask("rubbish next to the bin").answers for reason in found.reasons)


def test_the_instrument_measures_in_english() -> None:
    pytest.importorskip("pandas")
    figures = m150.evaluate(
        "corpus", corpus="examples/english", network="examples/english", language="en", measures="nDCG@10", resamples=100
    )
    means = {row.system: row.mean for row in figures.itertuples() if row.part == "all"}
    assert means["m150-no-topics"] > means["xapian"] > 0.2
