"""Whom to connect, the letter that does it, and how the network hangs together, from Python and on the command line."""

from __future__ import annotations

import json
import math
from pathlib import Path
from xml.etree import ElementTree

import pytest

import m150
from m150 import cli
from test_display import HOSTILE

Captured = pytest.CaptureFixture[str]


def assert_adds_up(score: float, reasons: tuple[m150.Reason, ...]) -> None:
    assert math.isclose(score, sum(reason.share for reason in reasons), abs_tol=1e-9)
    for reason in reasons:
        if reason.parts:
            assert_adds_up(reason.share, reason.parts)


class TestConnect:
    def test_zeist_learns_from_amersfoort(self, now: m150.Snapshot) -> None:
        found = now.connect("0355", limit=3)
        assert len(found) == 1
        assert (found[0].learner, found[0].guide, found[0].topics) == ("GM0355", "GM0307", ("bodycams",))
        assert (found[-1].learner_name, found[0].guide_name) == ("Zeist", "Amersfoort")
        assert [one.guide for one in found] == ["GM0307"]
        assert found.notices == () and found.to_dict()["notices"] == []
        assert_adds_up(found[0].score, found[0].reasons)
        with pytest.raises(IndexError):
            found[1]

    def test_weights_count(self, now: m150.Snapshot) -> None:
        once = now.connect("0355", weights=m150.ConnectWeights(alike=0, near=0))[0].score
        twice = now.connect("0355", weights=m150.ConnectWeights(need=2, alike=0, near=0))[0].score
        assert twice == pytest.approx(2 * once)
        for name in ("need", "mutual", "alike", "near", "known", "repeat"):
            for bad in (-1.0, math.inf, math.nan):
                with pytest.raises(m150.InvalidInput, match=name):
                    now.connect("0355", weights=m150.ConnectWeights(**{name: bad}))
        with pytest.raises(TypeError):
            m150.ConnectWeights(need=None)  # type: ignore[arg-type]

    def test_why_there_are_none_is_said(self, now: m150.Snapshot) -> None:
        found = now.connect("GM0307")
        assert len(found) == 0
        assert [notice.explain("en") for notice in found.notices] == ["Amersfoort needs nothing, as far as is known"]
        assert "Amersfoort heeft nergens behoefte aan" in found._repr_html_()

    def test_guides_from_elsewhere_are_asked_for_what_nobody_inside_knows(self, now: m150.Snapshot) -> None:
        assert len(now.connect("GM0355", network="M150")) == 0
        with pytest.raises(m150.InvalidInput, match="guide_networks"):
            now.connect("GM0355", guide_networks=["M150"])
        with pytest.raises(m150.InvalidInput, match="M151"):
            now.connect("GM0355", network="M150", guide_networks=["M151"])

    def test_guides_of_the_g40_in_the_plan_of_the_m150(self, network: m150.Snapshot) -> None:
        inside = network.connect_all(network="M150")
        plan = network.connect_all(network="M150", guide_networks=["G40"], knows_from=0.8)
        asked = [one for one in plan.connections if not network.is_member(one.guide, "M150")]
        assert asked and plan.objective > inside.objective
        assert all(network.is_member(one.learner, "M150") for one in plan.connections)
        for one in asked:
            across = next(reason for reason in one.reasons if reason.code == "across")
            assert {dict(part.values)["topic"] for part in across.parts} == set(one.topics)

    def test_who_met_already_can_be_left_out(self, network: m150.Snapshot) -> None:
        since = "2024-01-01"
        met = {frozenset((one.from_, one.to)) for one in network.contacts() if one.date.isoformat() >= since}
        plan = network.connect_all(unconnected_since=since)
        assert not met & {frozenset((one.learner, one.guide)) for one in plan.connections}
        assert met & {frozenset((one.learner, one.guide)) for one in network.connect_all(weights=m150.ConnectWeights(known=0)).connections}


class TestPlan:
    def test_nobody_gets_more_than_its_share(self, network: m150.Snapshot) -> None:
        plan = network.connect_all(per_municipality=2, per_guide=1, network="M150")
        guides = [one.guide for one in plan.connections]
        assert len(guides) == len(set(guides)) > 50
        assert plan.objective == pytest.approx(sum(one.score for one in plan.connections))
        assert plan.proved and 0 <= plan.gap <= 1e-9 and plan.objective <= plan.upper_bound
        assert {left.why for left in plan.unconnected} <= {"no-demand", "nobody-knows", "guides-full", "repeats"}
        for one in plan.connections:
            assert_adds_up(one.score, one.reasons)

    def test_capacities_of_their_own(self, network: m150.Snapshot) -> None:
        plan = network.connect_all(network="M150", per_municipality=1, per_guide_of={"GM0310": 0, "0342": 1}, per_municipality_of={"GM0355": 4})
        guides = [one.guide for one in plan.connections]
        assert guides.count("GM0310") == 0 and guides.count("GM0342") <= 1
        assert [one.learner for one in plan.connections].count("GM0355") == 4
        for bad in ({"GM0355": -1}, {"GM0355": 101}, {"GM0307": 1}, {"GM9999": 1}):
            with pytest.raises(m150.InvalidInput, match=next(iter(bad))):
                network.connect_all(network="M150", per_guide_of=bad)

    def test_no_places_is_a_plan_that_says_so(self, now: m150.Snapshot) -> None:
        plan = now.connect_all(per_guide=0)
        assert plan.connections == () and plan.proved
        assert [notice.code for notice in plan.notices] == ["no-guide-places"]
        assert "alle plaatsen van gidsen zijn 0" in plan._repr_html_()

    def test_more_of_the_same_counts_less(self, network: m150.Snapshot) -> None:
        def leading(repeat: float) -> float:
            plan = network.connect_all(weights=m150.ConnectWeights(repeat=repeat))
            return len({(one.learner, one.topics[0]) for one in plan.connections}) / len(plan.connections)

        assert leading(0) < leading(m150.ConnectWeights().repeat)


class TestIntroduction:
    def test_the_letter_can_be_sent(self, now: m150.Snapshot) -> None:
        letter = now.connect("GM0355")[0].introduction()
        assert letter.subject == "Kennismaking: Zeist en Amersfoort over bodycams"
        assert letter.topics == ("bodycams",) and letter.withheld == letter.given_back == () and letter.question is None
        assert str(letter) == letter.text and letter.text.endswith("Met vriendelijke groet,\nAVH\n")
        assert "- Bodycams: Amersfoort beantwoordde op 4 maart 2026 de vraag “Bodycams bij horecacontroles”." in letter.text
        assert letter.to_dict()["subject"] == letter.subject
        english = now.connect("GM0355")[0].introduction(lang="en", sender="Team M150")
        assert english.text.startswith("Dear colleagues of Zeist and Amersfoort,") and english.text.endswith("Team M150\n")
        for bad in ("", " ", "x" * 201):
            with pytest.raises(m150.InvalidInput, match="sender"):
                now.connect("GM0355")[0].introduction(sender=bad)
        with pytest.raises(m150.InvalidInput):
            now.connect("GM0355")[0].introduction(lang="fr")

    def test_an_open_question_begins_it(self, kb: m150.KnowledgeBase) -> None:
        kb.add(m150.Question(id="v-3", asked_by="GM0355", date="2026-04-01", title="En in de zorg?", topics=["bodycams"], audience="public"))
        kb.add(m150.Question(id="v-4", asked_by="GM0355", date="2026-04-02", title="Geheim", topics=["bodycams"], audience="avh"))
        kb.commit()
        letter = kb.snapshot().connect("GM0355")[0].introduction()
        assert letter.question == "v-3"
        assert "Zeist stelde op 1 april 2026 de vraag “En in de zorg?”, en daar is nog geen antwoord op." in letter.text
        assert "Geheim" not in letter.text

    def test_all_of_a_plan_read_as_letters(self, network: m150.Snapshot) -> None:
        letters = [one.introduction() for one in network.connect_all(network="M150", per_municipality=1).connections]
        assert len(letters) > 100
        for letter in letters:
            assert letter.text.startswith("Beste collega's van ") and "{" not in letter.text and "\n\n\n" not in letter.text
        assert sum(bool(letter.topics) for letter in letters) > 0.9 * len(letters)
        assert any(letter.question for letter in letters) and any(letter.given_back for letter in letters)


class TestBrokers:
    def test_tables(self, network: m150.Snapshot) -> None:
        result = network.brokers("M150", since="2024-01-01")
        frame = result.to_frame()
        assert len(frame) == len(result.municipalities) == sum(network.is_member(one.id, "M150") for one in network.municipalities())
        assert list(frame["betweenness"]) == sorted(frame["betweenness"], reverse=True)
        assert frame["betweenness"].iloc[0] > 0
        assert sorted(frame[frame["degree"] == 0]["municipality"]) == list(result.unconnected)
        assert frame["component"].isna().sum() == len(result.unconnected)
        assert len(result.ties_frame()) == len(result.ties)
        topics = result.topics_frame()
        assert len(topics) == len(result.topics) <= result.known_topics
        for lone in result.topics:
            assert_adds_up(lone.expertise, lone.reasons)
            assert lone.next_expertise < 0.5 <= lone.expertise
        assert json.loads(json.dumps(result.to_dict()))["components"] == [list(part) for part in result.components]

    def test_the_picture_and_the_graph(self, network: m150.Snapshot) -> None:
        result = network.brokers()
        svg = ElementTree.fromstring(result.to_svg())
        assert len(svg.findall(".//{http://www.w3.org/2000/svg}circle")) == len(result.municipalities)
        assert len(svg.findall(".//{http://www.w3.org/2000/svg}line")) == len(result.ties)
        assert result.to_svg() in result._repr_html_()
        graph = ElementTree.fromstring(result.to_graphml())
        space = "{http://graphml.graphdrawing.org/xmlns}"
        assert {node.get("id") for node in graph.iter(space + "node")} == {one.municipality for one in result.municipalities}
        assert len(list(graph.iter(space + "edge"))) == len(result.ties)
        keys = {key.get("id") for key in graph.iter(space + "key")}
        assert {data.get("key") for data in graph.iter(space + "data")} <= keys
        with pytest.raises(m150.InvalidInput, match="width"):
            result.to_svg(width=10)

    def test_names_are_no_markup(self) -> None:
        kb = m150.KnowledgeBase.in_memory()
        kb.add([m150.Municipality(id=str(code), name=f"{HOSTILE}{code}", province="x") for code in (355, 307, 310)])
        kb.add(m150.Topic(id="t", preferred_label=HOSTILE))
        kb.add([m150.Contact(id=f"c{to}", from_="355", to=str(to), date="2026-01-01") for to in (307, 310)])
        kb.add(m150.InventoryResponse(id="i", municipality="355", topic="t", offers=3, date="2026-01-01"))
        kb.commit()
        result = kb.snapshot().brokers()
        assert result.municipalities[0].betweenness == 1 and result.municipalities[0].location is None
        for text in (result.to_svg(), result._repr_html_()):
            assert "<script" not in text and "<img" not in text and "&lt;script&gt;" in text
        names = [node.text for node in ElementTree.fromstring(result.to_graphml()).iter() if (node.text or "").startswith("<script>")]
        assert len(names) == 3

    def test_what_makes_no_sense_is_refused(self, network: m150.Snapshot) -> None:
        for bad in ({"network": "M151"}, {"since": "2100-01-01"}, {"knows_from": 0}, {"knows_from": math.nan}):
            with pytest.raises(m150.InvalidInput, match=next(iter(bad))):
                network.brokers(**bad)  # type: ignore[arg-type]


class TestCommands:
    def run(self, capsys: Captured, *arguments: object) -> tuple[int, str, str]:
        code = cli.run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    def test_letters(self, capsys: Captured, network_path: Path, network: m150.Snapshot) -> None:
        code, out, _ = self.run(capsys, "connect", network_path, "Zeist", "--limit", 2, "--introduction", "--sender", "Team M150")
        letters = [one.introduction(sender="Team M150") for one in network.connect("GM0355", limit=2)]
        assert code == 0
        assert all(f"== {letter.subject}" in out for letter in letters) and out.count("Team M150") == 2
        code, out, _ = self.run(capsys, "connect", network_path, "Zeist", "--limit", 2, "--introduction", "--json", "--lang", "en")
        assert code == 0 and json.loads(out)["introductions"][0]["text"].startswith("Dear colleagues of Zeist and ")

    def test_capacities(self, capsys: Captured, network_path: Path) -> None:
        code, out, _ = self.run(
            capsys, "connect", network_path, "--network", "M150", "--per-guide-of", "Soest=0", "--per-municipality-of", "zeist=2",
            "--per-municipality", 1, "--guide-network", "G40", "--unconnected-since", "2024-01-01", "--json",
        )  # fmt: skip
        assert code == 0
        plan = json.loads(out)
        assert plan["proved"] and "GM0342" not in {one["guide"] for one in plan["connections"]}
        assert self.run(capsys, "connect", network_path, "--per-guide-of", "Soest")[0] == 2
        assert self.run(capsys, "connect", network_path, "--per-guide-of", "Soest=-1")[0] == 2
        assert self.run(capsys, "connect", network_path, "--guide-network", "G40")[0] == 2

    def test_brokers(self, capsys: Captured, network_path: Path, network: m150.Snapshot, tmp_path: Path) -> None:
        svg, graphml = tmp_path / "n.svg", tmp_path / "n.graphml"
        code, out, _ = self.run(capsys, "brokers", network_path, "--network", "M150", "--svg", svg, "--graphml", graphml)
        assert code == 0 and "Wie houdt het netwerk bijeen" in out and "nog nooit verbonden" in out
        assert svg.read_text() == network.brokers("M150").to_svg() and graphml.read_text() == network.brokers("M150").to_graphml()
        code, out, _ = self.run(capsys, "brokers", network_path, "--json", "--since", "2025-01-01")
        assert json.loads(out) == json.loads(json.dumps(network.brokers(since="2025-01-01").to_dict()))
        assert network.brokers().since is None and str(network.brokers(since="2025-01-01").since) == "2025-01-01"
        out = self.run(capsys, "brokers", network_path, "--since", "2025-01-01")[1]
        assert "niet verbonden sinds 2025-01-01 (" in out and "nooit" not in out
        assert "not connected since 2025-01-01 (" in self.run(capsys, "brokers", network_path, "--since", "2025-01-01", "--lang", "en")[1]
        html = network.brokers(since="2025-01-01")._repr_html_()
        assert "Niet verbonden sinds 2025-01-01" in html and "nooit" not in html
        assert "Nog nooit verbonden" in network.brokers()._repr_html_()
        assert "Who holds the network together" in self.run(capsys, "brokers", network_path, "--lang", "en")[1]
