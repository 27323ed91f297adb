"""The writer from Python: all or nothing, closed, forked, interrupted, from many threads."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import m150
from conftest import NETWORK


def topic(name: str) -> m150.Topic:
    return m150.Topic(id=name, preferred_label=name)


def ids(kb: m150.KnowledgeBase) -> list[str]:
    return [one.id for one in kb.snapshot().topics()]


class TestTransactions:
    def test_a_block_commits_at_its_end(self, kb: m150.KnowledgeBase) -> None:
        before = kb.revision
        with kb.transaction():
            kb.add(topic("a"))
            kb.add(topic("b"))
            assert kb.in_transaction
            assert "a" not in ids(kb)
        assert kb.revision == before + 1
        assert {"a", "b"} <= set(ids(kb))

    def test_a_block_that_raises_leaves_nothing(self, kb: m150.KnowledgeBase) -> None:
        with pytest.raises(RuntimeError), kb.transaction():
            kb.add(topic("a"))
            raise RuntimeError
        assert not kb.in_transaction
        assert "a" not in ids(kb)

    def test_a_load_in_a_block_that_raises_leaves_nothing(self, tmp_path: Path) -> None:
        with m150.KnowledgeBase.create(tmp_path / "x.m150") as kb:
            with pytest.raises(RuntimeError), kb.transaction():
                kb.load(NETWORK)
                raise RuntimeError
            assert kb.revision == 0
            assert kb.snapshot().question_count() == 0

    def test_blocks_do_not_nest(self, kb: m150.KnowledgeBase) -> None:
        with kb.transaction(), pytest.raises(m150.InvalidInput, match="open already"), kb.transaction():
            pass
        assert not kb.in_transaction

    def test_rollback(self, kb: m150.KnowledgeBase) -> None:
        kb.add(topic("a"))
        kb.rollback()
        assert kb.commit() == kb.revision
        assert "a" not in ids(kb)


class TestWriting:
    def test_of_several_records_all_or_none_are_added(self, kb: m150.KnowledgeBase) -> None:
        with pytest.raises(m150.InvalidInput) as caught:
            kb.add([topic("a"), topic("bodycams"), topic("b"), topic("vuurwerk")])
        assert caught.value.total == 2  # both that are known already
        assert not kb.in_transaction
        assert kb.add(topic("a")) == []  # was not left behind

    def test_what_was_open_before_stays_when_several_are_refused(self, kb: m150.KnowledgeBase) -> None:
        kb.add(topic("a"))
        with pytest.raises(m150.InvalidInput):
            kb.add([topic("b"), topic("bodycams")])
        kb.commit()
        assert "a" in ids(kb) and "b" not in ids(kb)

    def test_records_may_come_from_a_generator(self, kb: m150.KnowledgeBase) -> None:
        kb.add(topic(name) for name in "xyz")
        kb.commit()
        assert {"x", "y", "z"} <= set(ids(kb))

    def test_replace_and_remove(self, kb: m150.KnowledgeBase) -> None:
        answer = kb.snapshot().question("v-1").answers[0]  # type: ignore[union-attr]
        kb.replace(answer.replaced(text="Nee."))
        kb.commit()
        assert kb.snapshot().question("v-1").answers[0].text == "Nee."  # type: ignore[union-attr]
        with pytest.raises(m150.InvalidInput):
            kb.remove(m150.Question, "v-1")  # its answer refers to it
        kb.remove(answer)
        kb.remove(m150.Question, "v-1")
        kb.commit()
        assert kb.snapshot().question("v-1") is None
        with pytest.raises(m150.InvalidInput):
            kb.replace(answer)

    def test_a_merged_municipality_is_resolved_and_said(self, kb: m150.KnowledgeBase) -> None:
        kb.add(m150.Municipality(id="GM0001", name="Oud", valid_to="2022-12-31", successor="GM0355"))
        notices = kb.add(m150.Question(id="v-9", asked_by="GM0001", date="2026-01-01", title="t"))
        kb.commit()
        assert len(notices) == 1 and "GM0355" in notices[0]
        assert kb.snapshot().question("v-9").question.asked_by == "GM0355"  # type: ignore[union-attr]
        assert kb.snapshot().resolve("1") == "GM0355"


class TestFiles:
    def test_the_example_network_is_as_export_writes_it(self, tmp_path: Path) -> None:
        kb = m150.KnowledgeBase.in_memory()
        kb.load("examples/network")
        kb.export(tmp_path / "out")
        written = {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()}
        kept = {file.name: file.read_bytes() for file in Path("examples/network").iterdir() if not file.name.startswith(("README", "truth"))}
        assert written.keys() == kept.keys()
        assert [name for name in kept if written[name] != kept[name]] == []

    def test_what_is_exported_loads_and_exports_to_the_same_bytes(self, kb: m150.KnowledgeBase, tmp_path: Path) -> None:
        kb.export(tmp_path / "one")
        other = m150.KnowledgeBase.in_memory()
        report = other.load(tmp_path / "one")
        assert report.records["topics"] == 2 and report.notices == ()
        other.export(tmp_path / "two")
        names = sorted(file.name for file in (tmp_path / "one").iterdir())
        assert names == sorted(file.name for file in (tmp_path / "two").iterdir())
        for name in names:
            assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()

    def test_errors_carry_file_line_and_column_and_nothing_is_loaded(self, tmp_path: Path) -> None:
        (tmp_path / "topics.csv").write_text("id,preferred_label,related\na,A,\nb,B,nergens\n")
        (tmp_path / "news.jsonl").write_text('{"id":"n","date":"2026-13-01","title":"t"}\n{"id":\n')
        kb = m150.KnowledgeBase.in_memory()
        with pytest.raises(m150.InvalidInput) as caught:
            kb.load(tmp_path)
        wheres = [problem.where for problem in caught.value.problems]
        assert any(where.startswith("topics.csv:3") for where in wheres), wheres
        assert any(where.startswith("news.jsonl:1") for where in wheres), wheres
        assert any(where.startswith("news.jsonl:2") for where in wheres), wheres
        assert kb.revision == 0 and kb.snapshot().topics() == []

    def test_vacs(self, kb: m150.KnowledgeBase, tmp_path: Path) -> None:
        file = tmp_path / "vacs.json"
        file.write_text('[{"id": "7", "vraag": "Mag ik barbecueën in het park?", "antwoord": "Nee.", "trefwoorden": ["Barbecue"]}]')
        report = kb.load_vac(file, organisation="VNG", date="2026-01-05", topics={"barbecue": "vuurwerk"})
        assert report.records == {"answers": 1, "questions": 1}
        pair = kb.snapshot().question("vac-7")
        assert pair is not None and pair.question.topics == ("vuurwerk",)
        assert kb.snapshot().ask("barbecue in het park").answers[0].question.id == "vac-7"

    def test_progress_is_told_and_may_cancel(self, tmp_path: Path) -> None:
        with m150.KnowledgeBase.create(tmp_path / "x.m150") as kb:
            told: list[tuple[str, int, int]] = []
            with pytest.raises(m150.InvalidInput, match="cancelled"):
                kb.load(NETWORK, progress=lambda stage, done, total: told.append((stage, done, total)) or len(told) < 3)
            assert len(told) == 3
            assert kb.revision == 0 and kb.check() == []
            kb.load(NETWORK, progress=lambda stage, done, total: None)
            assert kb.revision == 1

    def test_an_exception_in_progress_comes_out_and_nothing_is_loaded(self, tmp_path: Path) -> None:
        def broken(stage: str, done: int, total: int) -> None:
            raise KeyError(stage)

        with m150.KnowledgeBase.create(tmp_path / "x.m150") as kb:
            with pytest.raises(KeyError):
                kb.load(NETWORK, progress=broken)
            assert kb.revision == 0

    def test_progress_cannot_write_meanwhile(self, tmp_path: Path) -> None:
        with m150.KnowledgeBase.create(tmp_path / "x.m150") as kb:
            with pytest.raises(m150.InvalidInput, match="progress function"):
                kb.load(NETWORK, progress=lambda *_: bool(kb.commit()))
            assert kb.revision == 0

    def test_progress_cannot_write_either_while_another_thread_loads(self, tmp_path: Path) -> None:
        """Two loads at once: the guard is the thread's own, not that of the last who came."""
        with m150.KnowledgeBase.create(tmp_path / "x.m150") as kb:
            second = threading.Thread(target=lambda: kb.load(NETWORK, replace=True))
            refused = []
            told = []

            def progress(stage: str, done: int, total: int) -> None:
                told.append(stage)
                if not second.ident:
                    second.start()
                    time.sleep(0.05)
                try:
                    kb.commit()
                except m150.InvalidInput:
                    refused.append(stage)

            kb.load(NETWORK, progress=progress)
            second.join()
            assert refused == told != []
            assert kb.check() == []

    def test_progress_as_text_goes_to_stderr(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        kb = m150.KnowledgeBase.in_memory()
        kb.load(NETWORK, progress=True)
        out, err = capfd.readouterr()
        assert out == "" and err

    def test_ctrl_c_stops_a_load_and_loses_nothing(self, path: Path) -> None:
        with m150.KnowledgeBase.open(path) as kb:
            revision = kb.revision
            raised = []

            def press(stage: str, done: int, total: int) -> None:
                if not raised:
                    raised.append(stage)
                    os.kill(os.getpid(), signal.SIGINT)
                time.sleep(0.001)

            with pytest.raises(KeyboardInterrupt):
                kb.load(NETWORK, replace=True, progress=press)
            assert kb.revision == revision
            assert kb.check() == []


class TestLife:
    def test_closed(self, path: Path) -> None:
        kb = m150.KnowledgeBase.open(path)
        now = kb.snapshot()
        kb.close()
        kb.close()
        assert kb.closed and "closed" in repr(kb)
        for call in (kb.commit, kb.snapshot, kb.check, lambda: kb.revision, lambda: kb.add(topic("a"))):
            with pytest.raises(m150.InvalidInput, match="is closed"):
                call()
        assert now.ask("bodycam").answers  # snapshots stay

    def test_what_was_not_committed_is_gone_after_closing(self, path: Path) -> None:
        with m150.KnowledgeBase.open(path) as kb:
            kb.add(topic("a"))
        with m150.KnowledgeBase.open(path) as kb:
            assert "a" not in ids(kb)

    def test_read_only(self, path: Path) -> None:
        with m150.KnowledgeBase.open(path) as writer, m150.KnowledgeBase.open(path, read_only=True) as reader:
            assert reader.read_only and not writer.read_only
            with pytest.raises(m150.InvalidInput, match="reading only"):
                reader.add(topic("a"))
            writer.add(topic("a"))
            writer.commit()
            assert "a" in ids(reader)  # sees what was committed since
            assert reader.directory == path

    def test_a_forked_child_is_told_to_open_its_own(self, path: Path) -> None:
        with m150.KnowledgeBase.open(path) as kb:
            now = kb.snapshot()
            code = in_child(lambda: forked(kb, now, path))
            assert code == 0
            kb.add(topic("a"))  # the parent goes on
            kb.commit()
            assert kb.check() == []
        with m150.KnowledgeBase.open(path) as kb:
            assert "a" in ids(kb)

    def test_close_waits_for_what_others_do(self, tmp_path: Path) -> None:
        kb = m150.KnowledgeBase.create(tmp_path / "x.m150")
        loading = threading.Event()
        reports: list[m150.LoadReport] = []

        def progress(stage: str, done: int, total: int) -> None:
            loading.set()
            time.sleep(0.001)

        thread = threading.Thread(target=lambda: reports.append(kb.load(NETWORK, progress=progress)))
        thread.start()
        loading.wait()
        kb.close()
        thread.join()
        assert reports and kb.closed
        with m150.KnowledgeBase.open(tmp_path / "x.m150") as again:
            assert again.revision == 1


def in_child(work: Callable[[], int]) -> int:
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            code = work()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def forked(kb: m150.KnowledgeBase, now: m150.Snapshot, path: Path) -> int:
    try:
        kb.commit()
        return 2
    except m150.StoreError as error:
        if "forked child" not in str(error):
            return 3
    if not now.ask("bodycam").answers:
        return 4
    kb.close()  # does nothing to the parent
    with m150.KnowledgeBase.open(path, read_only=True) as own:
        return 0 if own.snapshot().question_count() == 2 else 5


class TestThreads:
    def test_questions_are_answered_side_by_side(self, network: m150.Snapshot) -> None:
        """Another thread's Python goes on while one asks: the interpreter lock is released."""
        network.ask("bodycam")
        alone = asked = 0
        stop = threading.Event()

        def count() -> None:
            nonlocal alone
            while not stop.is_set():
                alone += 1
                time.sleep(0)

        ticker = threading.Thread(target=count)
        ticker.start()
        text = "vuurwerk overlast handhaving bodycam horeca " * 4000
        before = alone
        for _ in range(5):
            network.ask(text, limit=1000)
            asked += 1
        during = alone - before
        stop.set()
        ticker.join()
        assert asked == 5
        assert during > 50

    def test_many_threads_get_the_same_replies(self, network: m150.Snapshot) -> None:
        questions = ["bodycam in de horeca", "vuurwerkvrije zone", "fatbikes in het centrum", "afval naast containers"] * 4
        expected = [network.ask(text).to_dict() for text in questions]
        got: list[object] = [None] * len(questions)

        def ask(place: int) -> None:
            got[place] = network.ask(questions[place]).to_dict()

        threads = [threading.Thread(target=ask, args=(place,)) for place in range(len(questions))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert got == expected
