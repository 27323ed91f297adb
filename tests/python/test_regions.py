"""In which regions a network meets, and where."""

import json
from pathlib import Path

import pytest

import m150
from m150 import cli

NETWORK = Path(__file__).resolve().parents[2] / "examples" / "network"


def test_m150_in_eight(network: m150.Snapshot) -> None:
    plan = network.regions("M150")
    assert len(plan.regions) == 8 and plan.members == 176
    assert plan.largest <= 1.15 * plan.smallest
    assert plan.smallest >= plan.at_least and plan.largest <= plan.at_most
    assert 0 <= plan.gap < 0.02 and plan.lower_bound <= plan.cost
    assert plan.cost == pytest.approx(sum(reason.share for reason in plan.reasons))
    placed = [code for region in plan.regions for code in (*region.members, *region.others)]
    assert len(placed) == len(set(placed)) == 342
    assert not plan.unplaced and not plan.assumed and not plan.notices and not plan.moved and not plan.joined
    assert plan.mean_km == pytest.approx(sum(region.mean_km * len(region.members) for region in plan.regions) / 176)
    assert 0 < plan.cut_borders < plan.borders
    frame = plan.to_frame()
    assert len(frame) == 342 and frame["member"].sum() == 176 and set(frame["region"]) == set(range(1, 9))
    assert "gastheer" in plan._repr_html_() and "Verdeeld" in plan._repr_html_()
    assert json.loads(json.dumps(plan.to_dict())) != json.loads(json.dumps(plan.to_dict(lang="en")))
    assert plan.to_dict() == network.regions("M150").to_dict()


def cut_off(plan: m150.RegionPlan, kind: str) -> int:
    return sum(len(split.cut_off) for split in plan.splits if split.kind == kind)


def test_areas_are_kept_together_when_wished(network: m150.Snapshot) -> None:
    free = network.regions("M150")
    for kind in ("province", "safety_region"):
        wished = network.regions("M150", along=kind)
        assert wished.largest <= 1.15 * wished.smallest
        assert cut_off(wished, kind) < cut_off(free, kind)
        assert wished.mean_km >= free.mean_km
        split = next(one for one in wished.splits if one.kind == kind)
        assert split.regions >= 2 and 0 < len(split.cut_off) < split.members
    with pytest.raises(m150.InvalidInput, match="along"):
        network.regions("M150", along="provincie")


def test_a_new_member_moves_few(network: m150.Snapshot) -> None:
    m150_network = network.network("M150")
    assert m150_network is not None
    newcomers = ["GM0310", "GM0453", "GM0664", "GM1676"]
    base = m150.KnowledgeBase.in_memory()
    base.load(NETWORK)
    base.replace(m150_network.replaced(members=[m150.Membership(municipality=code, excluded=True) for code in newcomers]))
    base.commit()
    before = base.snapshot().regions("M150")
    assert before.members == 172
    after = network.regions("M150", stay_near=before)
    assert list(after.joined) == newcomers
    assert len(after.moved) <= 6
    afresh = {code: frozenset(region.members) for region in network.regions("M150").regions for code in region.members}
    assert after.largest <= 1.15 * after.smallest and len(afresh) == 176
    # What was saved will do as well.
    saved = json.loads(json.dumps(before.to_dict()))
    assert network.regions("M150", stay_near=saved).to_dict() == after.to_dict()
    with pytest.raises(m150.InvalidInput, match="stay_near"):
        network.regions("M150", 7, stay_near=before)
    saved["regions"][1]["members"].append(saved["regions"][0]["members"][0])
    with pytest.raises(m150.InvalidInput, match=r"stay_near.regions\[1\].*a second time"):
        network.regions("M150", stay_near=saved)
    for wrong in ({}, {"regions": [{}]}, {"regions": [3]}, "plan"):
        with pytest.raises(TypeError, match="stay_near"):
            network.regions("M150", stay_near=wrong)  # type: ignore[arg-type]


def test_where_to_meet(network: m150.Snapshot) -> None:
    region = network.regions("M150").regions[0]
    ranking = network.host(region)
    assert len(ranking.hosts) == 5 and not ranking.notices
    first = ranking.hosts[0]
    assert first.cost == pytest.approx(sum(reason.share for reason in first.reasons))
    assert [one.cost for one in ranking.hosts] == sorted(one.cost for one in ranking.hosts)
    assert first.municipality in region.members and first.was_host is None
    host = next(one for one in network.host(region, most=100).hosts if one.municipality == region.host)
    assert host.mean_km == pytest.approx(region.mean_km)
    assert network.host(list(region.members)).to_dict() == ranking.to_dict()
    assert list(ranking.to_frame()["municipality"]) == [one.municipality for one in ranking.hosts]
    assert "gastheer" in ranking._repr_html_()
    only = network.host(region, hosts=[region.members[-1]])
    assert [one.municipality for one in only.hosts] == [region.members[-1]]
    with pytest.raises(TypeError, match="region"):
        network.host("GM0355")
    with pytest.raises(m150.InvalidInput, match="hosts"):
        network.host(region, hosts=["GM0363"])
    with pytest.raises(m150.InvalidInput, match="members"):
        network.host([])


def test_what_is_wrong_is_said(network: m150.Snapshot) -> None:
    with pytest.raises(m150.InvalidInput, match="count"):
        network.regions("M150", 0)
    with pytest.raises(m150.InvalidInput, match="176 member"):
        network.regions("M150", 177)
    with pytest.raises(m150.InvalidInput, match="NIETS"):
        network.regions("NIETS")
    with pytest.raises(m150.InvalidInput, match="hosts"):
        network.regions("M150", hosts=["GM0355"])
    with pytest.raises(m150.InvalidInput, match="cancelled"):
        network.regions("M150", progress=lambda stage, done, total: False)
    assert len(network.regions("G4", 4).regions) == 4


def test_the_command(network_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = str(network_path)
    assert cli.run(["regions", base, "M150", "--json"]) == 0
    saved = tmp_path / "plan.json"
    saved.write_text(capsys.readouterr().out)
    assert len(json.loads(saved.read_text())["regions"]) == 8
    assert cli.run(["regions", base, "M150", "--stay-near", str(saved), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "Regions" in said and "changed region: none" in said
    assert cli.run(["regions", base, "M150", "--count", "3", "--along", "province", "--host", "Zeist", "--host", "Assen", "--host", "Oss"]) == 2
    assert "hosts" in capsys.readouterr().err  # Oss has more inhabitants than the band allows
    for text in ("{}", "[]", "no"):
        saved.write_text(text)
        assert cli.run(["regions", base, "M150", "--stay-near", str(saved)]) == 2
        assert "--stay-near" in capsys.readouterr().err
