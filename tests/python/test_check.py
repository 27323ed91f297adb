"""check(): records, index and graph against each other."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest

import m150


class TestCheck:
    """What is kept twice, made to differ."""

    def test_an_index_of_other_records_is_told_and_asking_says_what_to_do(self, tmp_path: Path) -> None:
        for name in ("mine", "other"):
            with m150.KnowledgeBase.create(tmp_path / name) as kb:
                kb.add(m150.Question(id="both", date="2026-01-01", title=f"Bodycams {name}"))
                kb.add(m150.Question(id=f"only-{name}", date="2026-01-01", title="Honden aan de lijn"))
                kb.commit()
                kb.rebuild_index()  # so that it is on disk
        place = tmp_path / "mine"
        shutil.rmtree(place / "index")
        shutil.copytree(tmp_path / "other" / "index", place / "index")
        for read_only in (True, False):
            with m150.KnowledgeBase.open(place, read_only=read_only) as kb:
                assert {(one.where, one.what) for one in kb.check()} == {
                    ("index, question both", "shows another text than the records"),
                    ("index, question only-mine", "is missing"),
                    ("index", "holds the document only-other of no record"),
                }
                assert all("m150 rebuild" in one.advice for one in kb.check())
                now = kb.snapshot()
                with pytest.raises(m150.StoreError, match="only-other of no record.*m150 rebuild"):
                    now.ask("honden")
                with pytest.raises(m150.StoreError, match="no document only-mine.*m150 rebuild"):
                    now.question("only-mine")
        with m150.KnowledgeBase.open(place) as kb:
            kb.rebuild_index()
            assert kb.check() == []
            assert kb.snapshot().ask("honden").answers[0].question.id == "only-mine"

    def test_what_changed_behind_an_open_base_is_told(self, path: Path) -> None:
        with m150.KnowledgeBase.open(path) as kb:
            assert kb.check() == []
            with contextlib.closing(sqlite3.connect(path / "records.sqlite")) as database:
                database.execute("DELETE FROM inventory WHERE id = 'i-2'")
                database.commit()
            log, memory, graph = kb.check()
            assert (log.where, log.what) == ("inventory response i-2", "is in the log of changes but nowhere else")
            assert (memory.where, memory.what) == ("memory, inventory response i-2", "is held, and no longer in the store")
            assert (graph.where, graph.what) == ("graph", "rests on other evidence than the records give, the first of i-2")
            assert graph.expected == "5 of them, as the records say"
            with contextlib.closing(sqlite3.connect(path / "records.sqlite")) as database:
                database.execute("UPDATE state SET revision = revision + 1")
                database.commit()
            index = kb.check()[1]  # before what memory holds
            assert (index.where, index.what, index.expected) == ("index", "reflects revision 1", "revision 2 of the records")

    def test_labels_relations_and_ties_are_compared_too(self, path: Path) -> None:
        changes = {
            "UPDATE topics SET alternative_labels = '[\"camera\"]' WHERE id = 'bodycams'": "memory, topic bodycams",
            "UPDATE contacts SET date = '2020-01-01'": "graph",
        }
        with m150.KnowledgeBase.open(path) as kb:
            kb.add(m150.Contact(id="c-1", from_="GM0355", to="GM0307", date="2026-01-05", topics=["bodycams"]))
            kb.commit()
            assert kb.check() == []
            for change, where in changes.items():
                with contextlib.closing(sqlite3.connect(path / "records.sqlite")) as database:
                    assert database.execute(change).rowcount == 1
                    database.commit()
                assert where in [problem.where for problem in kb.check()], change

    def test_a_record_that_cannot_be_read_is_a_problem_and_no_end(self, path: Path) -> None:
        with m150.KnowledgeBase.open(path) as kb:
            kb.add(m150.Contact(id="c-1", from_="GM0355", to="GM0307", date="2026-01-05"))
            kb.commit()
            with contextlib.closing(sqlite3.connect(path / "records.sqlite")) as database:
                database.execute("UPDATE contacts SET outcome = 'nonsense'")
                database.commit()
            problems = kb.check()
            assert any("contact c-1, field outcome" in problem.what for problem in problems)
            assert len({str(problem) for problem in problems}) == len(problems)
