"""Every error is an m150.Error, also one of Python's own kinds, and says what to do."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import m150


def test_kinds() -> None:
    assert issubclass(m150.InvalidInput, (m150.Error,)) and issubclass(m150.InvalidInput, ValueError)
    assert issubclass(m150.StoreError, m150.Error) and issubclass(m150.StoreError, OSError)
    assert issubclass(m150.InternalError, m150.Error)


def test_a_directory_that_is_no_knowledge_base_is_a_store_error(tmp_path: Path) -> None:
    with pytest.raises(m150.StoreError) as caught:
        m150.KnowledgeBase.open(tmp_path)
    assert str(tmp_path) in str(caught.value)


def test_a_second_writer_is_told_who_holds_it(path: Path) -> None:
    with m150.KnowledgeBase.open(path), pytest.raises(m150.StoreError, match="is being written by"):
        m150.KnowledgeBase.open(path)
    m150.KnowledgeBase.open(path).close()  # after closing it is free


def test_errors_can_be_pickled(now: m150.Snapshot) -> None:
    with pytest.raises(m150.InvalidInput) as caught:
        now.ask("", limit=0)
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)
    assert again.problems == caught.value.problems
    assert again.total == caught.value.total == 2


@pytest.mark.parametrize(
    "text",
    ["", "   ", "x" * 1_000_001, "een\0twee"],
    ids=["empty", "blank", "longer than a megabyte", "NUL"],
)
def test_a_question_that_is_none_is_refused(now: m150.Snapshot, text: str) -> None:
    with pytest.raises(m150.InvalidInput):
        now.ask(text)


def test_a_word_of_ten_thousand_letters_is_no_harm(now: m150.Snapshot) -> None:
    assert now.ask("x" * 10_000 + " bodycam").answers


def test_unknown_names_are_said_together_with_a_guess(now: m150.Snapshot) -> None:
    with pytest.raises(m150.InvalidInput) as caught:
        now.ask("bodycam", topics=["bodycamz"], networks=["M15"], provinces=["Utrech"], from_="2026-02-01", to="2026-01-01")
    assert len(caught.value.problems) == 4
    assert "Utrecht" in str(caught.value)


def test_an_unknown_asker_and_an_unknown_viewer(kb: m150.KnowledgeBase) -> None:
    with pytest.raises(m150.InvalidInput, match="GM9999"):
        kb.snapshot().ask("bodycam", asked_by="GM9999")
    with pytest.raises(m150.InvalidInput, match="GM9999"):
        kb.snapshot(viewer="9999")


def test_wrong_types_are_type_errors(kb: m150.KnowledgeBase) -> None:
    with pytest.raises(TypeError, match="expected a record"):
        kb.add("v-1")  # type: ignore[call-overload, arg-type]
    with pytest.raises(TypeError, match="expected a record"):
        kb.add([m150.Topic(id="t", preferred_label="t"), 5])  # type: ignore[list-item]
    with pytest.raises(TypeError):
        kb.snapshot().ask(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="agenda"):
        kb.snapshot().speaker_fit(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="progress"):
        kb.load(".", progress="yes")  # type: ignore[arg-type]


def test_an_unknown_meeting_gets_a_guess(now: m150.Snapshot) -> None:
    with pytest.raises(m150.InvalidInput, match="najaar"):
        now.speaker_fit("najar")


def test_an_unknown_language_is_refused(now: m150.Snapshot) -> None:
    with pytest.raises(m150.InvalidInput, match="nl or en"):
        now.ask("bodycam").to_dict(lang="fr")
