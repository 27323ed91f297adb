"""The one configuration: as a value, as a file, in a directory and on the command line."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path

import pytest

import m150
from conftest import small_world
from m150 import cli


@pytest.fixture
def chosen() -> m150.KnowledgeBaseOptions:
    options = m150.KnowledgeBaseOptions(ranking=m150.RankingOptions(accepted_bonus=0.5))
    options.index.k1 = 2
    options.set("index.analysis.compounds", False)
    return options


class TestValue:
    def test_names_are_paths_of_attributes(self) -> None:
        options = m150.KnowledgeBaseOptions()
        for parameter in m150.parameters():
            here: object = options
            for part in parameter.name.removeprefix("expertise.weights.").split("."):
                here = getattr(here, part, None)
            if not parameter.name.startswith("expertise.weights."):
                assert here == parameter.default == options.get(parameter.name), parameter.name
            assert parameter.meaning and parameter.name in repr(parameter)

    def test_structs_inside_are_changed_in_place(self, chosen: m150.KnowledgeBaseOptions) -> None:
        assert chosen.get("index.k1") == 2 and chosen.ranking.accepted_bonus == 0.5
        assert chosen.index.analysis.compounds is False
        assert chosen != m150.KnowledgeBaseOptions()
        chosen.index.analysis.language = "en"
        assert chosen.get("index.analysis.language") == "en"
        with pytest.raises(m150.InvalidInput, match='"nl" or "en"'):
            chosen.index.analysis.language = "fr"

    def test_copies_are_apart(self, chosen: m150.KnowledgeBaseOptions) -> None:
        for other in (copy.copy(chosen), copy.deepcopy(chosen), pickle.loads(pickle.dumps(chosen))):
            assert other == chosen
            other.index.k1 = 3
            assert other != chosen

    def test_what_does_not_fit_is_refused(self, chosen: m150.KnowledgeBaseOptions) -> None:
        with pytest.raises(m150.InvalidInput, match=r"did you mean index\.title_weight\?"):
            chosen.set("index.title_wieght", 2)
        with pytest.raises(m150.InvalidInput, match="a whole number from 1 to 1000"):
            chosen.set("knowers.voting_hits", 0)
        with pytest.raises(m150.InvalidInput):
            chosen.set("knowers.voting_hits", True)
        chosen.index.b = 2
        chosen.expertise.half_life_days = 0
        with pytest.raises(m150.InvalidInput) as error:
            chosen.check()
        assert [problem.where for problem in error.value.problems] == ["parameter index.b", "parameter expertise.half_life_days"]
        with pytest.raises(m150.InvalidInput):
            m150.KnowledgeBase.in_memory(options=chosen)


class TestFile:
    def test_is_read_as_it_was_written(self, chosen: m150.KnowledgeBaseOptions, tmp_path: Path) -> None:
        chosen.write(tmp_path / "a.json")
        assert m150.KnowledgeBaseOptions.read(tmp_path / "a.json") == chosen
        text = (tmp_path / "a.json").read_text()
        assert text == chosen.to_json() and m150.KnowledgeBaseOptions.from_json(text) == chosen
        assert set(json.loads(text)["parameters"]) == {parameter.name for parameter in m150.parameters()}

    def test_says_where_it_is_wrong(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_text('{"version": 1,\n "parameters": {"index.q1": 1,\n "index.b": "x"}}')
        with pytest.raises(m150.InvalidInput) as error:
            m150.KnowledgeBase.in_memory(options=tmp_path / "a.json")
        assert [problem.where.rpartition("a.json")[2] for problem in error.value.problems] == [":2:17", ":3:2"]
        with pytest.raises(m150.InvalidInput, match="of version 2"):
            m150.KnowledgeBaseOptions.from_json('{"version": 2}')
        with pytest.raises(m150.InvalidInput, match="cannot be read"):
            m150.KnowledgeBase.in_memory(options=tmp_path / "b.json")
        with pytest.raises(TypeError, match="KnowledgeBaseOptions or a path, got int"):
            m150.KnowledgeBase.in_memory(options=3)  # type: ignore[arg-type]


class TestKnowledgeBase:
    def test_a_directory_remembers_what_was_chosen(self, chosen: m150.KnowledgeBaseOptions, tmp_path: Path) -> None:
        with m150.KnowledgeBase.create(tmp_path / "a", options=chosen) as kb:
            small_world(kb)
            expected = kb.snapshot().ask("bodycam").answers[0].score
        with m150.KnowledgeBase.open(tmp_path / "a") as kb:
            assert kb.options == chosen == kb.snapshot().options
            assert kb.snapshot().ask("bodycam").answers[0].score == expected
            kb.configure(None)
            assert kb.options == m150.KnowledgeBaseOptions()
        with m150.KnowledgeBase.open(tmp_path / "a", options=chosen) as kb:
            assert kb.options == chosen
        assert m150.KnowledgeBase.open(tmp_path / "a", read_only=True).options == m150.KnowledgeBaseOptions()

    def test_a_snapshot_tries_other_options(self, kb: m150.KnowledgeBase) -> None:
        options = m150.KnowledgeBaseOptions()
        options.ranking.accepted_bonus = 1
        usual = kb.snapshot().ask("bodycam").answers[0].score
        assert kb.snapshot(options=options).ask("bodycam").answers[0].score > usual
        assert kb.snapshot().ask("bodycam").answers[0].score == usual
        options.index.title_weight = 5
        with pytest.raises(m150.InvalidInput, match="another index"):
            kb.snapshot(options=options)


class TestCommand:
    def test_takes_a_file_keeps_it_and_shows_it(
        self, chosen: m150.KnowledgeBaseOptions, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file, base = tmp_path / "chosen.json", tmp_path / "avh.m150"
        chosen.write(file)
        assert cli.run(["--config", str(file), "create", str(base)]) == 0
        assert m150.KnowledgeBase.open(base).options == chosen
        assert cli.run(["parameters", str(base), "--json"]) == 0
        assert capsys.readouterr().out == chosen.to_json()
        m150.KnowledgeBaseOptions().write(file)
        assert cli.run(["--config", str(file), "parameters", str(base), "--json"]) == 0
        assert capsys.readouterr().out == m150.KnowledgeBaseOptions().to_json()
        assert cli.run(["parameters", str(base), "--json"]) == 0
        assert capsys.readouterr().out == chosen.to_json()
        assert cli.run(["configure", str(base), str(file)]) == 0
        assert m150.KnowledgeBase.open(base).options == m150.KnowledgeBaseOptions()
        assert cli.run(["parameters"]) == 0
        assert "index.title_weight" in capsys.readouterr().out

    def test_refuses_a_file_that_is_none(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "bad.json").write_text('{"version": 1, "parameters": {"index.b": 7}}')
        assert cli.run(["--config", str(tmp_path / "bad.json"), "create", str(tmp_path / "a")]) == 2
        assert "a number from 0 to 1" in capsys.readouterr().err
        assert not (tmp_path / "a").exists()
