"""Bad input gets a clear error and loses nothing: in Python, in files, and through the command."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import m150
from conftest import small_world
from m150 import cli

Captured = pytest.CaptureFixture[str]

QUESTION = {"id": "v-9", "asked_by": "GM0355", "date": "2026-03-09", "title": "Hondenpoep", "text": "Wat doen jullie eraan?"}


def question(**changes: object) -> m150.Question:
    return m150.Question.from_dict({**QUESTION, **changes})


@pytest.fixture
def unharmed(tmp_path: Path) -> Iterator[Path]:
    """A base on disk that must be the same afterwards, to the last byte of an export, and pass its check."""
    place = tmp_path / "unharmed.m150"
    with m150.KnowledgeBase.create(place) as base:
        small_world(base)
        base.export(tmp_path / "before")
    yield place
    with m150.KnowledgeBase.open(place) as base:
        assert base.revision == 1
        assert base.check() == []
        base.export(tmp_path / "after")
    for file in (tmp_path / "before").iterdir():
        assert file.read_bytes() == (tmp_path / "after" / file.name).read_bytes(), file.name


class TestRecords:
    """What is wrong with a record is said by its field, with what was expected."""

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"asked_by": "GM9999"}, ["question v-9, field asked_by", "GM9999", "does not exist"]),
            ({"topics": ["bodycamz"]}, ["field topics", "bodycamz", "did you mean bodycams?"]),
            ({"date": "2026-02-30"}, ["2026-02-30", "does not exist", "YYYY-MM-DD"]),
            ({"date": "0000-01-01"}, ["0000-01-01", "does not exist"]),
            ({"title": "", "text": ""}, ["question v-9", "title", "text"]),
            ({"text": "x" * 1_000_001}, ["question v-9, field text", "1000001 bytes", "1000000"]),
            ({"text": "een\0twee"}, ["question v-9, field text", "NUL"]),
            ({"id": "v-1"}, ["question v-1", "replace"]),
        ],
        ids=["municipality", "topic", "date", "year 0", "empty", "a megabyte", "NUL", "known id"],
    )
    def test_a_wrong_question(self, unharmed: Path, changes: dict[str, object], said: list[str]) -> None:
        with m150.KnowledgeBase.open(unharmed) as base, pytest.raises(m150.InvalidInput) as caught:
            base.add(question(**changes))
        for words in said:
            assert words in str(caught.value)

    def test_an_answer_to_no_question(self, unharmed: Path) -> None:
        with m150.KnowledgeBase.open(unharmed) as base, pytest.raises(m150.InvalidInput, match=r"field question.*v-1x.*did you mean v-1\?"):
            base.add(m150.Answer(id="a-9", question="v-1x", by="GM0307", date="2026-03-09", text="Ja."))

    def test_text_that_is_no_unicode(self, unharmed: Path) -> None:
        with m150.KnowledgeBase.open(unharmed) as base, pytest.raises(m150.InvalidInput, match="UTF-8|surrogate"):
            base.add(question(text="Wat is \udcff?"))

    def test_a_record_that_is_known_twice_in_one_call(self, unharmed: Path) -> None:
        with m150.KnowledgeBase.open(unharmed) as base, pytest.raises(m150.InvalidInput, match="v-9"):
            base.add([question(), question()])

    def test_a_merged_municipality_becomes_its_successor_and_that_is_said(self, tmp_path: Path) -> None:
        with m150.KnowledgeBase.create(tmp_path / "merged.m150") as base:
            small_world(base)
            base.add(m150.Municipality(id="GM0001", name="Oud", valid_to="2025-12-31", successor="GM0355"))
            (notice,) = base.add(question(asked_by="GM0001"))
            assert "GM0001" in notice and "GM0355" in notice
            base.commit()
            found = base.snapshot().question("v-9")
            assert found is not None and found.question.asked_by == "GM0355"
            reply = base.snapshot().ask("hondenpoep", asked_by="GM0001")
            (merged,) = reply.notices
            assert merged.code == "merged" and merged.text == "Oud is opgegaan in Zeist" and merged.explain("en") == "Oud has merged into Zeist"

    def test_a_word_of_ten_thousand_letters_is_kept_and_harms_nothing(self, tmp_path: Path) -> None:
        word = "hondenpoep" * 1000
        with m150.KnowledgeBase.create(tmp_path / "long.m150") as base:
            small_world(base)
            base.add(question(text=word))
            base.commit()
            assert base.check() == []
            assert base.snapshot().ask(word).answers[0].question.text == word


FILES = {
    "a column is missing": ("questions.csv", b"id,title\nv-9,Hond\n", ["questions.csv:1:", "date"]),
    "a column too many": ("questions.csv", b"id,date,title,datum\nv-9,2026-03-09,Hond,x\n", ["questions.csv:1:15", "datum"]),
    "a cell too many": ("questions.csv", b"id,date,title\nv-9,2026-03-09,Hond,x\n", ["questions.csv:2:", "4", "3"]),
    "a cell too few": ("questions.csv", b"id,date,title\nv-9,2026-03-09\n", ["questions.csv:2:", "2", "3"]),
    "a quote without an end": ("questions.csv", b'id,date,title\nv-9,2026-03-09,"Hond\n', ["questions.csv:2:"]),
    "half a line of JSON": ("questions.jsonl", b'{"id":"v-9","date":"2026-03-09","title":"Hon', ["questions.jsonl:1:"]),
    "a NUL byte": ("questions.csv", b"id,date,title\nv-9,2026-03-09,Ho\0nd\n", ["questions.csv:2:", "NUL"]),
    "half a character": (
        "questions.jsonl",
        '{"id":"v-9","date":"2026-03-09","title":"Café, café, café"}\n'.encode() * 20 + b'{"id":"v-10","title":"\xc3"}\n',
        ["questions.jsonl:21:", "UTF-8"],
    ),
    "a date that does not exist": ("questions.csv", b"id,date,title\nv-9,2026-02-30,Hond\n", ["questions.csv:2:5", "2026-02-30"]),
    "nobody's code": ("questions.csv", b"id,date,title,asked_by\nv-9,2026-03-09,Hond,GM9999\n", ["questions.csv:2:", "GM9999"]),
    "an id that is known": ("questions.csv", b"id,date,title\nv-1,2026-03-09,Hond\n", ["questions.csv:2:1", "v-1"]),
    "an id given twice": ("questions.csv", b"id,date,title\nv-9,2026-03-09,A\nv-9,2026-03-09,B\n", ["questions.csv:3:1", "v-9"]),
    "an answer to no question": (
        "answers.csv", b"id,question,by,date,text\na-9,v-99,GM0307,2026-03-09,Ja\n", ["answers.csv:2:5", "v-99"],
    ),
}  # fmt: skip


class TestFiles:
    """A load says file, line and column, and writes nothing; Python and the command say the same."""

    @pytest.mark.parametrize(("name", "content", "said"), FILES.values(), ids=FILES)
    def test_is_refused_with_its_place(
        self, unharmed: Path, tmp_path: Path, capsys: Captured, name: str, content: bytes, said: list[str]
    ) -> None:
        source = tmp_path / "source"
        source.mkdir()
        (source / name).write_bytes(content)
        with m150.KnowledgeBase.open(unharmed) as base, pytest.raises(m150.InvalidInput) as caught:
            base.load(source)
        code = cli.run(["load", str(unharmed), str(source)])
        out, err = capsys.readouterr()
        assert (code, out) == (2, "")
        for words in said:
            assert words in str(caught.value)
            assert words in err

    def test_a_create_that_cannot_load_makes_nothing(self, tmp_path: Path, capsys: Captured) -> None:
        source = tmp_path / "source"
        source.mkdir()
        (source / "topics.csv").write_text("id,preferred_label\na,\n")
        base = tmp_path / "new.m150"
        assert cli.run(["create", str(base), "--load", str(source)]) == 2
        assert "topics.csv:2:" in capsys.readouterr().err
        assert not base.exists()
        (source / "topics.csv").write_text("id,preferred_label\na,A\n")
        assert cli.run(["create", str(base), "--load", str(source)]) == 0, "the same command again, once it is mended"


class TestAsking:
    @pytest.mark.parametrize(
        ("text", "said"),
        [("", "empty"), (" \t ", "empty"), ("x" * 1_000_001, "1000001"), ("een\0twee", "NUL"), ("\udcff", "UTF-8")],
        ids=["empty", "blank", "a megabyte", "NUL", "no unicode"],
    )
    def test_what_is_no_question_is_refused(self, unharmed: Path, capsys: Captured, text: str, said: str) -> None:
        with m150.KnowledgeBase.open(unharmed) as base, pytest.raises(m150.InvalidInput) as caught:
            base.snapshot().ask(text)
        assert said in str(caught.value)
        assert len(str(caught.value)) < 500
        assert cli.run(["ask", str(unharmed), text]) == 2
        out, err = capsys.readouterr()
        assert out == "" and said in err

    def test_a_question_of_a_megabyte_is_answered(self, unharmed: Path) -> None:
        with m150.KnowledgeBase.open(unharmed) as base:
            assert base.snapshot().ask("bodycam " * 125_000).answers

    def test_bytes_on_the_command_line_that_are_no_text(self, unharmed: Path) -> None:
        command: list[str | bytes] = [sys.executable, "-m", "m150", "ask", os.fspath(unharmed), b"boa \xff"]
        done = subprocess.run(command, capture_output=True, check=False)
        assert done.returncode == 2
        assert b"UTF-8" in done.stderr and b"Traceback" not in done.stderr

    def test_who_asks_about_whom_is_checked(self, unharmed: Path, capsys: Captured) -> None:
        for arguments in (["ask", str(unharmed), "bodycam", "--asked-by", "GM9999"], ["connect", str(unharmed), "GM9999"]):
            assert cli.run(arguments) == 2
            assert "GM9999" in capsys.readouterr().err

    def test_an_agenda_that_cannot_be_filled_says_what_stops_it(self, unharmed: Path, capsys: Captured) -> None:
        agenda = [
            m150.AgendaItem(id="1", title="Bodycams in de praktijk", topics=["bodycams"], speakers_at_least=2, speakers_at_most=2),
            m150.AgendaItem(id="2", title="Hondenpoep"),
        ]
        with m150.KnowledgeBase.open(unharmed) as base:
            programme = base.snapshot().match_speakers(agenda, date="2026-10-10")
        assert [(one.id, one.missing) for one in programme.unfilled] == [("1", 1), ("2", 1)]
        assert all(one.why for one in programme.unfilled)
        assert cli.run(["speakers", str(unharmed), "najaar", "--invited", "s-2", "--min-items", "3", "--max-items", "3"]) == 0
        out = capsys.readouterr().out
        assert "Niet gevuld" in out and "s-2" in out


# In a process of its own: a limit on the size of files stands for a disk without room.
FULL_DISK = """
import resource, sys, m150
base = m150.KnowledgeBase.open(sys.argv[1])
base.add([m150.Question(id=f"n-{i}", date="2026-03-09", title="Hond", text="hond " * 4000) for i in range(50)])
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
try:
    base.commit()
except m150.StoreError as error:
    print(error)
else:
    sys.exit("committed")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert base.snapshot().question("v-1") is not None and base.snapshot().question("n-0") is None
base.rollback()
"""


class TestPlaces:
    """Python raises StoreError, the command ends with 3; both name the place."""

    def both(self, capsys: Captured, place: Path, *said: str, read_only: bool = False) -> None:
        with pytest.raises(m150.StoreError) as caught:
            m150.KnowledgeBase.open(place, read_only=read_only)
        code = cli.run(["info", str(place)] if read_only else ["rebuild", str(place)])
        out, err = capsys.readouterr()
        assert (code, out) == (3, "")
        for words in (str(place), *said):
            assert words in str(caught.value)
            assert words in err

    def test_nothing_there(self, capsys: Captured, tmp_path: Path) -> None:
        self.both(capsys, tmp_path / "nowhere", "no such directory", "check the path")
        self.both(capsys, tmp_path / "nowhere", read_only=True)

    def test_a_directory_that_is_no_knowledge_base(self, capsys: Captured, tmp_path: Path) -> None:
        (tmp_path / "notes.txt").write_text("hallo")
        self.both(capsys, tmp_path)
        self.both(capsys, tmp_path, read_only=True)
        with pytest.raises(m150.StoreError, match="notes.txt|not empty|holds"):
            m150.KnowledgeBase.create(tmp_path)
        assert (tmp_path / "notes.txt").read_text() == "hallo"

    def test_a_file_that_is_no_database(self, capsys: Captured, path: Path) -> None:
        (path / "records.sqlite").write_bytes(b"no database at all, but long enough to look at " * 100)
        self.both(capsys, path, "records.sqlite")

    def test_a_newer_schema(self, capsys: Captured, path: Path) -> None:
        database = sqlite3.connect(path / "records.sqlite")
        database.execute("PRAGMA user_version = 1000")
        database.close()
        before = (path / "records.sqlite").read_bytes()
        self.both(capsys, path, "newer")
        assert (path / "records.sqlite").read_bytes() == before

    def test_a_second_writer_is_told_which_process_has_it(self, capsys: Captured, unharmed: Path) -> None:
        script = "import sys, m150; base = m150.KnowledgeBase.open(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
        command = [sys.executable, "-c", script, str(unharmed)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
            assert other.stdout is not None and other.stdin is not None
            assert other.stdout.readline() == "open\n"
            self.both(capsys, unharmed, f"process {other.pid}")
            assert m150.KnowledgeBase.open(unharmed, read_only=True).snapshot().question("v-1") is not None
            other.stdin.close()

    def test_one_that_is_read_only_cannot_be_written(self, unharmed: Path) -> None:
        with m150.KnowledgeBase.open(unharmed, read_only=True) as base, pytest.raises(m150.InvalidInput, match="without read_only"):
            base.add(question())

    def test_a_full_disk_while_committing_leaves_the_last_commit(self, unharmed: Path) -> None:
        done = subprocess.run([sys.executable, "-c", FULL_DISK, str(unharmed)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert str(unharmed) in done.stdout

    def test_a_command_that_fails_gives_machines_no_half_json(self, capsys: Captured, unharmed: Path) -> None:
        assert cli.run(["ask", str(unharmed), "", "--json"]) == 2
        assert capsys.readouterr().out == ""
        assert cli.run(["ask", str(unharmed), "bodycam", "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["answers"]
