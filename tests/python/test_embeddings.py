"""Vectors from outside the library: matrices of every kind, functions that raise, and what is refused."""

from __future__ import annotations

import gc
import json
import os
import signal
import threading
import weakref
from pathlib import Path
from typing import Any

import numpy
import numpy.typing
import pytest

import m150
from conftest import ROOT

ANIMALS = ("hond", "teckel", "poes")
BUILDINGS = ("kerk", "moskee", "tempel")


def subjects(texts: list[str]) -> numpy.typing.NDArray[numpy.float64]:
    """Two directions, by what a text is about."""
    return numpy.array([[sum(word in text for word in group) for group in (ANIMALS, BUILDINGS)] for text in texts], dtype=float)


@pytest.fixture
def base() -> Any:
    options = m150.KnowledgeBaseOptions()
    options.set("ranking.cosine", 0)  # what a model from outside says is then all there is beside words
    with m150.KnowledgeBase.in_memory(options=options) as made:
        made.add([m150.Question(id=f"v-{n}", date="2026-01-01", title=title, audience="public")
                  for n, title in enumerate(("Een teckel", "Een moskee", "Iets anders"), 1)])  # fmt: skip
        made.commit()
        yield made


def found(base: m150.KnowledgeBase, text: str, **more: Any) -> list[str]:
    return [one.question.id for one in base.snapshot().ask(text, **more).answers]


def test_a_function_places_documents_and_questions(base: m150.KnowledgeBase) -> None:
    assert base.embeddings is None and found(base, "poes") == []
    base.embed_with("subjects-1", subjects)
    info = base.embeddings
    assert info is not None and (info.model, info.dimension, info.documents, info.missing) == ("subjects-1", 2, 2, 1)
    assert repr(info) == "<m150.EmbeddingsInfo subjects-1, 2 documents, 1 missing>" and json.dumps(info.to_dict())
    assert found(base, "poes") == ["v-1"] and found(base, "tempel") == ["v-2"]
    reasons = base.snapshot().ask("poes").answers[0].reasons
    assert "embedding" in {reason.code for reason in reasons}
    assert any("subjects-1" in reason.text for reason in reasons)
    base.add(m150.Question(id="v-4", date="2026-01-01", title="De hond", audience="public"))
    base.commit()
    assert set(found(base, "poes")) == {"v-1", "v-4"}
    base.embed_with("subjects-1", None)
    assert found(base, "poes") == [] and set(found(base, "poes", embedding=[1, 0])) == {"v-1", "v-4"}
    base.drop_embeddings()
    assert base.embeddings is None


@pytest.mark.parametrize(
    "matrix",
    [
        [[1, 0], [0, 1]],
        numpy.array([[1, 0], [0, 1]], dtype=numpy.int8),
        numpy.eye(2, dtype=numpy.float16),
        numpy.eye(2, dtype=numpy.float64),
        numpy.asfortranarray([[3.0, 1e-9], [0.0, 1e6]]),
        numpy.arange(16.0).reshape(4, 4)[:2, ::-1][:, 2:] * 0 + numpy.eye(2),
        numpy.eye(4)[::2, ::2],
        numpy.eye(2)[::-1][::-1],
    ],
    ids=["list", "int8", "float16", "float64", "fortran", "reversed", "slices", "twice"],
)
def test_matrices_of_every_kind(base: m150.KnowledgeBase, matrix: Any) -> None:
    base.set_embeddings("eye", ["v-1", "v-2"], matrix)
    assert found(base, "poes", embedding=numpy.array([1.0, 0.1])) == ["v-1"]
    assert found(base, "poes", embedding=numpy.float32([0, 5])) == ["v-2"]
    now = base.snapshot()
    assert [one.question.id for one in now.similar("v-1")] == []
    assert [one.question.id for one in now.similar(text="poes", embedding=[1, 0])] == ["v-1"]
    assert now.who_knows("poes", embedding=[1, 0]) == []


@pytest.mark.parametrize(
    ("ids", "matrix", "message"),
    [
        (["v-1"], [1, 0], "has the shape 2"),
        (["v-1"], 3.0, "has the shape a single number"),
        (["v-1"], numpy.zeros((1, 1, 2)), "has the shape 1 x 1 x 2"),
        (["v-1", "v-2"], [[1, 0]], "are 2 numbers"),
        (["v-1"], [["a", "b"]], "no array of real numbers"),
        (["v-1"], [[1 + 2j, 0]], "no array of real numbers"),
        (["v-1"], [[1, 0], [1]], "no array of real numbers"),
        (["v-1"], None, "no array of real numbers"),
        (["v-1"], numpy.zeros((1, 0)), "1 to 4096"),
        (["v-1"], numpy.zeros((1, 4097)), "1 to 4096"),
        (["v-1"], [[1, float("nan")]], "not finite"),
        (["v-1"], [[1, numpy.float32("inf")]], "not finite"),
        (["v-11"], [[1, 0]], "did you mean v-1"),
        (["v-1", "v-1"], [[1, 0], [1, 0]], "comes twice"),
    ],
)
def test_what_cannot_be_used_is_said(base: m150.KnowledgeBase, ids: list[str], matrix: Any, message: str) -> None:
    with pytest.raises(m150.InvalidInput, match=message):
        base.set_embeddings("eye", ids, matrix)
    assert base.embeddings is None and base.revision == 1


@pytest.mark.filterwarnings("ignore:overflow")
def test_numbers_that_do_not_fit_are_refused(base: m150.KnowledgeBase) -> None:
    with pytest.raises(m150.InvalidInput, match="not finite|32 bits"):
        base.set_embeddings("eye", ["v-1"], [[1, 1e300]])


def test_another_model_or_size_is_refused(base: m150.KnowledgeBase) -> None:
    base.set_embeddings("eye", ["v-1"], [[1, 0]])
    for model, matrix in (("eye", [[1, 0, 0]]), ("other", [[1, 0]])):
        with pytest.raises(m150.InvalidInput, match="drop the embeddings"):
            base.set_embeddings(model, ["v-1"], matrix)
    with pytest.raises(m150.InvalidInput, match="drop the embeddings"):
        base.embed_with("other", subjects)
    now = base.snapshot()
    for embedding, message in (([1, 0, 0], "has 3 components"), ([1, float("inf")], "not finite"), ([], "is empty"), ([[1, 0]], "shape 1 x 2")):
        with pytest.raises(m150.InvalidInput, match=message):
            now.ask("poes", embedding=embedding)
    with pytest.raises(m150.InvalidInput, match="no document has one"):
        m150.KnowledgeBase.in_memory().snapshot().ask("poes", embedding=[1])


def test_what_a_function_raises_is_passed_on_and_changes_nothing(base: m150.KnowledgeBase) -> None:
    class Broken(Exception):
        pass

    def raising(texts: list[str]) -> Any:
        if texts != ["m150"]:
            raise Broken(texts[0])
        return [[1.0, 0.0]]

    with pytest.raises(Broken):
        base.embed_with("subjects-1", raising)
    assert base.embeddings is None and base.revision == 1
    for wrong, message in (
        (lambda texts: [[1.0, 0.0]], "gave an array of 1 x 2"),
        (lambda texts: [[1.0] * (len(texts) + 1)] * len(texts), "gave an array of"),
        (lambda texts: [[float("nan"), 0.0]] * len(texts), "not finite"),
        (lambda texts: "no array", "what the embedder gave"),
    ):
        with pytest.raises(m150.InvalidInput, match=message):
            base.embed_with("subjects-1", wrong, dimension=2)
        assert base.embeddings is None
    with pytest.raises(TypeError):
        base.embed_with("subjects-1", 7)
    base.embed_with("subjects-1", subjects)
    with pytest.raises(Broken):
        base.embed_with("subjects-1", raising)  # v-3 was placed nowhere, and is placed again
    assert found(base, "poes") == ["v-1"]


def test_a_function_may_not_write_to_what_it_works_for(base: m150.KnowledgeBase) -> None:
    def meddling(texts: list[str]) -> Any:
        base.add(m150.Question(id="v-9", date="2026-01-01", title="x"))
        return subjects(texts)

    with pytest.raises(m150.InvalidInput, match="embedder of its own work"):
        base.embed_with("subjects-1", meddling, dimension=2)
    assert base.embeddings is None and not base.snapshot().question("v-9")


def test_an_interrupt_stops_it(base: m150.KnowledgeBase) -> None:
    def interrupted(texts: list[str]) -> Any:
        os.kill(os.getpid(), signal.SIGINT)
        return subjects(texts)

    with pytest.raises(KeyboardInterrupt):
        base.embed_with("subjects-1", interrupted, dimension=2, batch=1)
    assert base.embeddings is None
    with pytest.raises(m150.InvalidInput, match="cancelled"):
        base.embed_with("subjects-1", subjects, progress=lambda stage, done, total: False)
    seen: list[tuple[str, int, int]] = []
    base.embed_with("subjects-1", subjects, batch=1, progress=lambda *what: seen.append(what))
    assert seen[-1] == ("embed", 3, 3)


def test_threads_ask_at_once(base: m150.KnowledgeBase) -> None:
    base.embed_with("subjects-1", subjects)
    now = base.snapshot()
    expected = now.ask("poes").to_dict()
    replies: list[Any] = []

    def ask() -> None:
        for _ in range(20):
            replies.append(now.ask("poes").to_dict())

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(replies) == 80 and all(reply == expected for reply in replies)


def test_a_snapshot_keeps_its_function_after_closing_and_lets_it_go(base: m150.KnowledgeBase) -> None:
    class Model:
        def __call__(self, texts: list[str]) -> Any:
            return subjects(texts)

    model = Model()
    alive = weakref.ref(model)
    base.embed_with("subjects-1", model)
    now = base.snapshot()
    base.close()
    del model
    assert [one.question.id for one in now.ask("poes").answers] == ["v-1"]
    for use in (lambda: base.set_embeddings("eye", ["v-1"], [[1, 0]]), lambda: base.embed_with("eye", subjects), lambda: base.embeddings, base.drop_embeddings):
        with pytest.raises(m150.InvalidInput, match="closed"):
            use()
    del now
    gc.collect()
    assert alive() is None


def test_they_are_kept(path: Path) -> None:
    with m150.KnowledgeBase.open(path) as opened:
        opened.set_embeddings("eye", ["v-1", "v-2"], numpy.eye(2))
    with m150.KnowledgeBase.open(path, read_only=True) as opened:
        assert opened.embeddings is not None and opened.embeddings.documents == 2
        assert "v-1" in found(opened, "tempel", embedding=[1, 0])
        with pytest.raises(m150.InvalidInput, match="reading only"):
            opened.set_embeddings("eye", ["v-1"], [[1, 0]])
        opened.embed_with("eye", lambda texts: [[1.0, 0.0]] * len(texts))
        assert "v-1" in found(opened, "tempel")


def test_a_model_can_be_measured() -> None:
    def measured(**more: Any) -> float:
        table = m150.evaluate(
            "corpus", systems="m150", measures="nDCG@10", resamples=100, corpus=ROOT / "examples/corpus/dev-a.jsonl", network=ROOT / "examples/network", **more
        )
        return float(table["mean"][0])

    letters = "abcdefghijklmnopqrstuvwxyz"
    with_letters = measured(embedder=lambda texts: [[float(text.count(letter)) for letter in letters] for text in texts])
    assert with_letters != measured()
