"""The command m150: tables for people, JSON for machines, messages on standard error, exit codes."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import m150
from conftest import NETWORK
from m150 import cli
from m150.cli import answers, page

Captured = pytest.CaptureFixture[str]


def run(capsys: Captured, *arguments: object) -> tuple[int, str, str]:
    code = cli.run([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def plain(capsys: Captured, *arguments: object) -> Any:
    code, out, err = run(capsys, *arguments, "--json")
    assert code == 0, err
    return json.loads(out)


def test_from_an_empty_directory_to_an_answer(capsys: Captured, tmp_path: Path) -> None:
    base = tmp_path / "avh.m150"
    code, out, err = run(capsys, "create", base, "--load", NETWORK)
    assert (code, err) == (0, "")
    assert "gemeenten" in out and "356" in out
    code, out, _ = run(capsys, "ask", base, "Mogen onze boa's een bodycam dragen bij horecacontroles?", "--asked-by", "Zeist", "--limit", 3)
    assert code == 0
    assert "Bestaande antwoorden" in out and "Wie weet het" in out and "zekerheid" in out
    assert run(capsys, "check", base) == (0, "geen problemen gevonden\n", "")
    assert run(capsys, "export", base, tmp_path / "out") == (0, "", "")
    said = plain(capsys, "export", base, tmp_path / "again")
    assert said["directory"] == str(tmp_path / "again")
    assert said["files"] == sorted(file.name for file in (tmp_path / "out").iterdir()) and "questions.jsonl" in said["files"]
    other = tmp_path / "other.m150"
    assert run(capsys, "create", other)[0] == 0
    assert plain(capsys, "load", other, tmp_path / "out")["records"]["questions"] == 395
    assert run(capsys, "scrub", other)[0] == run(capsys, "rebuild", other)[0] == 0
    assert plain(capsys, "check", other) == {"problems": []}


def test_who_comes_nearest_is_not_said_to_know(capsys: Captured, network_path: Path, network: m150.Snapshot) -> None:
    text = "Wat kost een hypotheek?"
    reply = network.ask(text, limit=3)
    assert reply.verdict == "nobody" and len(reply.municipalities) == 3
    _, out, _ = run(capsys, "ask", network_path, text, "--limit", 3)
    assert "waarschijnlijk weet nog niemand dit" in out
    assert "Wie er het dichtst bij komt" in out and "Wie weet het" not in out
    assert all(f"{100 * one.confidence:.0f}%" in out.partition("Wie er het dichtst bij komt")[2] for one in reply.municipalities)
    _, out, _ = run(capsys, "ask", network_path, text, "--limit", 3, "--lang", "en")
    assert "Who comes nearest" in out and "Who knows" not in out


class TestMachines:
    def test_ask(self, capsys: Captured, network_path: Path) -> None:
        reply = plain(capsys, "ask", network_path, "bodycam", "--limit", 2)
        assert len(reply["answers"]) == 2 and 0 <= reply["confidence"] <= 1
        assert {"question", "answers", "score", "reasons", "snippet"} <= set(reply["answers"][0])
        english = plain(capsys, "ask", network_path, "bodycam", "--limit", 2, "--lang", "en")
        assert english["answers"][0]["score"] == reply["answers"][0]["score"]
        assert english["answers"][0]["reasons"][0]["text"] != reply["answers"][0]["reasons"][0]["text"]

    def test_similar(self, capsys: Captured, network_path: Path, network: m150.Snapshot) -> None:
        asked = network.ask("fatbikes").answers[0].question.id
        expected = [one.to_dict() for one in network.similar(asked, limit=2)]
        assert plain(capsys, "similar", network_path, asked, "--limit", 2) == json.loads(json.dumps(expected))
        code, out, _ = run(capsys, "similar", network_path, "--text", "Opgevoerde fatbikes in het centrum", "--limit", 2)
        assert code == 0 and "Vragen die hierop lijken" in out
        assert run(capsys, "similar", network_path)[0] == 2

    def test_says_what_python_says(self, capsys: Captured, network_path: Path, network: m150.Snapshot) -> None:
        assert plain(capsys, "ask", network_path, "fatbikes", "--limit", 5) == json.loads(json.dumps(network.ask("fatbikes", limit=5).to_dict()))
        assert plain(capsys, "connect", network_path, "Zeist") == json.loads(json.dumps(network.connect("GM0355").to_dict()))
        plan = network.connect_all(per_municipality=1, per_guide=2, network="M150")
        assert plain(capsys, "connect", network_path, "--network", "M150", "--per-municipality", 1, "--per-guide", 2) == json.loads(
            json.dumps(plan.to_dict())
        )
        programme = network.match_speakers("2027-landelijk", max_items_per_speaker=2)
        assert plain(capsys, "speakers", network_path, "2027-landelijk", "--max-items", 2) == json.loads(json.dumps(programme.to_dict()))
        groups = network.propose_working_groups("M150", groups=2)
        assert plain(capsys, "groups", network_path, "--network", "M150", "--most", 2, "--seconds", 60) == json.loads(json.dumps(groups.to_dict()))

    def test_info_counts_what_the_viewer_sees(self, capsys: Captured, network_path: Path) -> None:
        everything = plain(capsys, "info", network_path)
        assert everything["records"]["questions"] == 395 and everything["viewer"] is None
        seen = plain(capsys, "info", network_path, "--viewer", "zeist")
        assert seen["viewer"] == "GM0355" and seen["records"]["questions"] < 395
        then = plain(capsys, "info", network_path, "--as-of", "2024-10-01")
        assert then["today"] == "2024-10-01" and then["records"]["questions"] < 200


class TestPeople:
    def test_tables_are_dutch_unless_english_is_asked_for(self, capsys: Captured, network_path: Path) -> None:
        for command, dutch, english in [
            (("connect", network_path, "Zeist"), "leert", "learns"),
            (("connect", network_path, "--network", "G40"), "Koppelingen", "Connections"),
            (("speakers", network_path, "2027-landelijk"), "sprekers", "alternates"),
            (("groups", network_path, "--network", "M150"), "Te starten werkgroepen", "Working groups to start"),
            (("info", network_path), "peildatum", "Knowledge base"),
            (("check", network_path), "geen problemen gevonden", "no problems found"),
            (("figures", network_path), "Wat er van vragen werd", "What became of questions"),
            (("gaps", network_path, "--most-questions", 5), "meer behoefte dan kennis", "more demand than knowledge"),
        ]:
            assert dutch in run(capsys, *command)[1]
            assert english in run(capsys, *command, "--lang", "en")[1]

    def test_who_asked_and_who_answered_are_named(self, capsys: Captured, network_path: Path) -> None:
        for command in (("ask", network_path, "Opgevoerde fatbikes in de winkelstraat"), ("similar", network_path, "db-verkeer-3-q1")):
            out = run(capsys, *command)[1]
            assert "gesteld" in out and "beantwoord" in out and "GM" not in out.partition("Wie weet het")[0]
        out = run(capsys, "ask", network_path, "Opgevoerde fatbikes in de winkelstraat", "--limit", 1)[1]
        assert "Barneveld" in out and "Zwolle" in out and "2025-02-14" in out

    def test_who_gets_fewer_is_named(self, capsys: Captured, network_path: Path, network: m150.Snapshot) -> None:
        out = run(capsys, "connect", network_path)[1].partition("Minder dan gewenst")[2]
        first = network.municipality(network.connect_all().unconnected[0].municipality)
        assert first is not None and first.name in out and "GM" not in out

    def test_what_was_loaded_is_counted_in_either_language(self, capsys: Captured, tmp_path: Path) -> None:
        (tmp_path / "topics.csv").write_text("id,preferred_label\na,A\n")
        assert "onderwerpen" in run(capsys, "create", tmp_path / "nl.m150", "--load", tmp_path)[1]
        assert "topics" in run(capsys, "create", tmp_path / "en.m150", "--lang", "en")[1] + run(
            capsys, "load", tmp_path / "en.m150", tmp_path, "--lang", "en"
        )[1]

    def test_a_record_cannot_steer_the_terminal(self, capsys: Captured, tmp_path: Path) -> None:
        base = tmp_path / "x.m150"
        with m150.KnowledgeBase.create(base) as kb:
            kb.add(m150.Question(id="v", date="2026-01-01", title="[red]kleur\x1b[2J boete", audience="public"))
            kb.commit()
        code, out, _ = run(capsys, "ask", base, "boete")
        assert code == 0
        assert "\x1b" not in out and "[red]kleur" in out

    def test_an_unfilled_item_is_said(self, capsys: Captured, tmp_path: Path) -> None:
        base = tmp_path / "x.m150"
        with m150.KnowledgeBase.create(base) as kb:
            kb.add(m150.Network(id="M150", name="M150"))
            kb.add(m150.Meeting(id="m", title="t", network="M150", date="2026-01-01", agenda=[m150.AgendaItem(id="1", title="boete")]))
            kb.commit()
        code, out, _ = run(capsys, "speakers", base, "m")
        assert code == 0 and "Niet gevuld" in out and "niemand past" in out


    def test_every_record_type_has_a_dutch_name(self) -> None:
        assert set(page.DUTCH_TYPES) == set(m150.record_fields())

    def test_who_merged_is_said(self, capsys: Captured, network_path: Path) -> None:
        code, out, err = run(capsys, "info", network_path, "--viewer", "GM0501", "--json")
        assert code == 0 and json.loads(out)["viewer"] == "GM1992"
        assert "GM0501" in err and "GM1992" in err
        assert run(capsys, "info", network_path, "--viewer", "GM0355")[2] == ""
        assert run(capsys, "connect", network_path, "Brielle")[2] == "Brielle is opgegaan in Voorne aan Zee\n"

    def test_a_name_almost_right_gets_a_guess(self, capsys: Captured, network_path: Path) -> None:
        code, out, err = run(capsys, "connect", network_path, "Zeisd")
        assert (code, out) == (2, "") and "Zeist (GM0355)" in err


class TestTheLoop:
    """What became of questions: told, counted, and what nobody knows yet."""

    def test_an_outcome_is_told_and_committed(self, capsys: Captured, path: Path) -> None:
        said = plain(
            capsys, "outcome", path, "v-2", "passed-on", "--municipality", "zeist", "--helpful", "--date", "2026-03-20",
            "--confidence", 0.25, "--id", "u-1",
        )  # fmt: skip
        assert said["notices"] == []
        with m150.KnowledgeBase.open(path, read_only=True) as kb:
            told = kb.snapshot().outcome("u-1")
        assert told is not None and said["outcome"] == told.to_dict()
        assert (told.question, told.kind, told.municipality, told.helpful, told.confidence) == ("v-2", "passed-on", "GM0355", True, 0.25)
        assert (told.asked_by, told.topics) == ("GM0310", ("vuurwerk",)), "as the question says"
        code, out, err = run(capsys, "outcome", path, "v-1", "answered-by-base", "--pair", "v-2", "--not-helpful", "--date", "2026-03-21")
        assert (code, out, err) == (0, "vastgelegd: outcome-2\n", "")
        assert run(capsys, "outcome", path, "v-1", "contacted", "--municipality", "GM0307", "--date", "2026-03-22", "--lang", "en")[1] == "recorded: outcome-3\n"
        said = plain(
            capsys, "outcome", path, "-", "no-answer", "--asked-by", "De Bilt", "--asked", "2026-03-01", "--topic", "bodycams", "--topic", "vuurwerk",
            "--date", "2026-03-23",
        )["outcome"]  # fmt: skip
        assert (said["question"], said["asked_by"], said["asked"], said["topics"]) == (None, "GM0310", "2026-03-01", ["bodycams", "vuurwerk"])
        assert plain(capsys, "info", path)["records"]["outcomes"] == 4

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("v-2", "answered", "--date", "2026-03-20"), "answered-by-base"),
            (("v-2", "no-answer"), "--date"),
            (("v-2", "no-answer", "--date", "20 maart"), "20 maart"),
            (("v-2", "passed-on", "--date", "2026-03-20"), "municipality"),
            (("v-2", "passed-on", "--date", "2026-03-20", "--municipality", "Zeisd"), "Zeist (GM0355)"),
            (("v-2", "no-answer", "--date", "2026-03-20", "--helpful"), "nobody helped"),
            (("v-2", "no-answer", "--date", "2020-03-20"), "lies before"),
            (("v-9", "no-answer", "--date", "2026-03-20"), "v-9"),
            (("v-2", "no-answer", "--date", "2026-03-20", "--topic", "bodycamz"), "bodycamz"),
            (("v-2", "no-answer", "--date", "2026-03-20", "--confidence", "2"), "confidence"),
            (("v-1", "answered-by-base", "--date", "2026-03-20", "--pair", "v-1"), "is the question itself"),
        ],
    )
    def test_an_outcome_that_cannot_be_is_refused_whole(self, capsys: Captured, path: Path, arguments: tuple[str, ...], message: str) -> None:
        code, out, err = run(capsys, "outcome", path, *arguments)
        assert (code, out) == (2, "") and message in err
        assert plain(capsys, "info", path)["records"]["outcomes"] == 0

    def test_who_merged_is_said(self, capsys: Captured, tmp_path: Path, network_path: Path) -> None:
        base = tmp_path / "avh.m150"
        shutil.copytree(network_path, base)
        code, _, err = run(capsys, "outcome", base, "-", "passed-on", "--municipality", "GM0501", "--date", "2026-10-02")
        assert code == 0 and "GM0501" in err and "GM1992" in err

    def test_figures_say_what_python_says(self, capsys: Captured, network_path: Path, network: m150.Snapshot) -> None:
        figures = network.outcome_figures("M150", by="year")
        assert plain(capsys, "figures", network_path, "--network", "M150", "--by", "year") == {
            "rows": figures.rows, "said": figures.said, "said_mean": figures.said_mean, "helped_part": figures.helped_part,
        }  # fmt: skip
        one = plain(capsys, "figures", network_path, "--topic", "bodycams", "--since", "2025-01-01")
        assert one["rows"] == [row for row in network.outcome_figures(since="2025-01-01").rows if row["topic"] == "bodycams"] != []
        then = plain(capsys, "figures", network_path, "--as-of", "2025-06-30")
        assert then["rows"][0]["cases"] < network.outcome_figures().rows[0]["cases"]

    def test_figures_for_people(self, capsys: Captured, network_path: Path, network: m150.Snapshot) -> None:
        code, out, err = run(capsys, "figures", network_path, "--network", "M150")
        whole = network.outcome_figures("M150").rows[0]
        assert (code, err) == (0, "")
        assert f"{whole['by_base']} ({100 * whole['part_by_base']:.0f}%)" in out
        assert "Wat er van vragen werd, per onderwerp" in out and "Bodycams" in out
        out = run(capsys, "figures", network_path, "--topic", "bodycams", "--lang", "en")[1]
        assert "What became of questions, by topic" in out and "Fatbikes" not in out
        for arguments, message in [
            (("--topic", "bodycamz"), "bodycamz"), (("--by", "week"), "quarter"), (("--network", "M15"), "M15"), (("--since", "2099-01-01"), "after today"),
        ]:  # fmt: skip
            code, out, err = run(capsys, "figures", network_path, *arguments)
            assert (code, out) == (2, "") and message in err

    def test_gaps_say_what_python_says(self, capsys: Captured, network_path: Path, network: m150.Snapshot) -> None:
        gaps = network.gaps("M150", helped_by_one=2, most_questions=20)
        arguments = ("gaps", network_path, "--network", "M150", "--helped-by-one", 2, "--most-questions", 20)
        assert plain(capsys, *arguments) == json.loads(json.dumps(gaps.to_dict()))
        code, out, err = run(capsys, *arguments)
        assert (code, err) == (0, "") and gaps.topics[0].gap.label.split()[0] in out
        assert f"open vragen opnieuw gesteld: {gaps.asked_again}/{gaps.open_questions}" in out
        out = run(capsys, *arguments, "--lang", "en", "--as-of", "2024-09-30")[1]
        assert "Questions that nobody knows the answer to yet" in out
        for arguments, message in [(("--helped-by-one", "0"), "helped_by_one"), (("--network", "M15"), "M15"), (("--since", "gisteren"), "gisteren")]:
            code, out, err = run(capsys, "gaps", network_path, *arguments)
            assert (code, out) == (2, "") and message in err

    def test_a_told_gap_is_named_and_closed(self, capsys: Captured, path: Path) -> None:
        run(capsys, "outcome", path, "v-2", "no-answer", "--date", "2026-03-20")
        out = run(capsys, "gaps", path)[1]
        assert "v-2" in out and "niemand" in out and "antwoordde" in out
        run(capsys, "outcome", path, "v-2", "contacted", "--municipality", "Zeist", "--helpful", "--date", "2026-03-28")
        assert plain(capsys, "gaps", path)["questions"] == []


class TestExitCodes:
    def test_usage_is_2(self, capsys: Captured, network_path: Path) -> None:
        for arguments in (
            ["no-such-command"],
            ["ask"],
            ["ask", network_path, "x", "--lang", "fr"],
            ["ask", network_path, "x", "--limit", "0"],
            ["connect", network_path, "--topic", "bodycams"],
            ["load", network_path, "x.json"],
        ):
            code, out, err = run(capsys, *arguments)
            assert (code, out) == (2, ""), arguments
            assert err

    def test_bad_input_is_2_and_says_all_of_it_on_stderr(self, capsys: Captured, network_path: Path) -> None:
        code, out, err = run(capsys, "ask", network_path, " ", "--topic", "bodycamz", "--province", "Utrech")
        assert (code, out) == (2, "")
        assert err.count("m150: ") == 3 and "Utrecht" in err
        assert run(capsys, "connect", network_path, "Nergenshuizen")[0] == 2
        assert run(capsys, "info", network_path, "--as-of", "2026-02-30")[0] == 2

    def test_a_load_with_errors_lists_file_line_and_column(self, capsys: Captured, tmp_path: Path) -> None:
        (tmp_path / "topics.csv").write_text("id,preferred_label\na,\n")
        code, _, err = run(capsys, "create", tmp_path / "x.m150", "--load", tmp_path)
        assert code == 2 and "topics.csv:2:" in err

    def test_the_store_is_3(self, capsys: Captured, tmp_path: Path, path: Path) -> None:
        code, out, err = run(capsys, "info", tmp_path / "nowhere")
        assert (code, out) == (3, "") and "nowhere" in err
        with m150.KnowledgeBase.open(path):
            code, _, err = run(capsys, "scrub", path)
            assert code == 3 and "is being written by" in err

    def test_an_interrupt_is_130(self, capsys: Captured, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def press(*_: object) -> m150.Snapshot:
            raise KeyboardInterrupt

        monkeypatch.setattr(answers, "open_snapshot", press)
        assert run(capsys, "info", path)[0] == 130

    def test_a_damaged_base_fails_its_check_with_1(self, capsys: Captured, path: Path) -> None:
        (file,) = path.glob("*.sqlite")
        with contextlib.closing(sqlite3.connect(file)) as database:
            database.execute("DELETE FROM answers WHERE id = 'a-1'")
            database.commit()
        code, out, err = run(capsys, "check", path)
        assert (code, out) == (1, "") and "a-1" in err
        code, out, _ = run(capsys, "check", path, "--json")
        assert code == 1 and json.loads(out)["problems"]


def examples(text: str | None) -> list[str]:
    """Those of an epilog: "Voorbeelden: m150 ...; m150 ..."."""
    assert text is not None
    kind, _, rest = text.partition(": ")
    assert kind in ("Voorbeeld", "Voorbeelden")
    return rest.split("; ")


COMMANDS = {command.name or command.callback.__name__: command for command in cli.app.registered_commands if command.callback is not None}


def test_help_has_an_example_for_every_command(capsys: Captured) -> None:
    code, out, _ = run(capsys, "--help")
    assert code == 0 and "Voorbeeld" in out
    assert set(COMMANDS) == {
        "create", "load", "ask", "similar", "connect", "brokers", "speakers", "share", "groups", "info", "regions", "check", "export", "scrub", "rebuild", "configure", "parameters", "space",
        "plan", "after-meeting", "outcome", "figures", "gaps",
    }  # fmt: skip
    for name, command in COMMANDS.items():
        assert name in out
        code, text, _ = run(capsys, name, "--help")
        assert code == 0 and f"m150 {name}" in text and "Voorbeeld" in text
        assert all(example.startswith(f"m150 {name} ") or example == f"m150 {name}" for example in examples(command.epilog))


def test_every_example_in_the_help_does_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(NETWORK.parent)
    (tmp_path / "inventarisatie-2026").mkdir()
    shutil.copy(NETWORK / "inventory.csv", tmp_path / "inventarisatie-2026")
    shutil.copy(NETWORK.parents[1] / "libm150/search/data/space_nl.bin", tmp_path / "space.bin")
    (tmp_path / "aanmeldingen.csv").write_text("gemeente;aantal;aanwezig\nZeist;2;ja\n", encoding="utf-8")
    (tmp_path / "cijfers.csv").write_text("spreker;agendapunt;cijfer\nspreker-02;1;8,5\n", encoding="utf-8")
    programs = Path(sys.executable).parent

    def shell(line: str) -> str:
        path = f"{programs}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(line, shell=True, cwd=tmp_path, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{line}: {done.stderr}"
        assert "er is iets mis" not in done.stdout
        return done.stdout

    first = examples(cli.app.info.epilog)
    assert len(first) == 1 and "Wie weet het" in shell(first[0])
    shutil.rmtree(tmp_path / "avh.m150")
    shown = {name: [shell(example) for example in examples(COMMANDS[name].epilog)] for name in ["create", "parameters"]}
    shown |= {name: [shell(example) for example in examples(command.epilog)] for name, command in COMMANDS.items() if name not in shown}
    assert "Koppelingen" in shown["connect"][0] and "Koppelingen" in shown["connect"][1]
    assert "Scholieren" in shown["similar"][0] and "niets gevonden" not in "".join(shown["similar"] + shown["speakers"] + shown["ask"])


def test_it_runs_as_a_program(path: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "m150", "info", str(path), "--json"], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["records"]["questions"] == 2
    version = subprocess.run([sys.executable, "-m", "m150", "--version"], capture_output=True, text=True, check=True).stdout
    assert version.strip() == f"m150 {m150.__version__}"
