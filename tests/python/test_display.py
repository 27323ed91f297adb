"""What notebooks show: HTML in which nothing from a record is markup, and tables."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest

import m150
from m150 import display

HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)> & \"quoted\" boete"


class Tags(HTMLParser):
    """Collects the tags and checks that they are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def tags(html: str) -> set[str]:
    parser = Tags()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser.seen


@pytest.fixture
def hostile() -> m150.Snapshot:
    kb = m150.KnowledgeBase.in_memory()
    bad = "<b>x</b>"
    kb.add(
        [
            m150.Municipality(id="355", name=HOSTILE, province=HOSTILE),
            m150.Municipality(id="307", name=HOSTILE + "2", province=HOSTILE),
            m150.Network(id=bad, name=HOSTILE, bands=[m150.Band(at_least=0)]),
            m150.Topic(id=bad, preferred_label=HOSTILE),
            m150.Question(id=bad, asked_by="355", date="2026-01-01", title=HOSTILE, text=HOSTILE, topics=[bad], audience="public"),
            m150.Answer(id=bad, question=bad, by="307", date="2026-01-02", text=HOSTILE, audience="public"),
            m150.InventoryResponse(id="i", municipality="355", topic=bad, needs=3, date="2026-01-01"),
            m150.Speaker(id=bad, role=HOSTILE, profile=HOSTILE, topics=[bad]),
        ]
    )
    kb.commit()
    return kb.snapshot()


def test_nothing_from_a_record_is_markup(hostile: m150.Snapshot) -> None:
    item = m150.AgendaItem(id="<i>1</i>", title=HOSTILE, topics=["<b>x</b>"], speakers_at_least=5, speakers_at_most=5)
    reply = hostile.ask(HOSTILE)
    assert reply.answers and reply.municipalities
    connections = hostile.connect("355")
    assert len(connections) == 1
    shown = [
        reply,
        reply.answers[0],
        reply.municipalities[0],
        connections,
        connections[0],
        connections[0].introduction(),
        hostile.connect_all(),
        hostile.speaker_fit([item]),
        hostile.match_speakers([item]),
    ]
    allowed = set("p ul li h4 table thead tbody tr th td details summary span b div mark br".split())
    for thing in shown:
        html = thing._repr_html_()
        assert tags(html) <= allowed, type(thing)
        assert "<script" not in html and "onerror=alert(1)>" not in html
        assert "<b>x</b>" not in html and "<i>" not in html
    assert "&lt;script&gt;" in reply._repr_html_()


def test_a_reply_shows_bars_marks_and_reasons(now: m150.Snapshot) -> None:
    html = now.ask("bodycam in de horeca")._repr_html_()
    assert "<mark>" in html
    assert "<details>" in html and "waarom" in html
    assert "Bestaande antwoorden" in html and "Wie weet het" in html
    assert re.search(r"width:6\.00em", html)  # the best score has the whole bar


def test_what_is_not_there_is_said(now: m150.Snapshot) -> None:
    html = now.ask("xyzzyx")._repr_html_()
    assert "Geen gevonden." in html and "Wie weet het" in html and "Nog niemand." in html
    assert "waarschijnlijk weet nog niemand dit" in html


def test_the_verdict_follows_its_limits(kb: m150.KnowledgeBase) -> None:
    reply = kb.snapshot().ask("bodycam in de horeca")
    for likely, perhaps, verdict, dutch in (
        (0.0, 0.0, "likely", "er is waarschijnlijk al een antwoord"),
        (1.0, 0.0, "perhaps", "misschien is er al een antwoord"),
        (1.0, 1.0, "nobody", "waarschijnlijk weet nog niemand dit"),
    ):
        options = m150.KnowledgeBaseOptions()
        options.verdict = m150.VerdictOptions(likely=likely, perhaps=perhaps, knows=1.0)
        other = kb.snapshot(options=options).ask("bodycam in de horeca")
        assert (other.verdict, other.explain_verdict()) == (verdict, dutch)
        assert f"%: {dutch}" in other._repr_html_()
        assert other.municipalities
        assert ("<h4>Wie weet het</h4>" in other._repr_html_()) == (verdict != "nobody")
        assert ("<h4>Wie er het dichtst bij komt</h4>" in other._repr_html_()) == (verdict == "nobody")
        assert other.to_dict(lang="en")["verdict_text"] == other.explain_verdict("en") != dutch
        assert other.confidence == reply.confidence
    assert m150.VerdictOptions() == m150.VerdictOptions(likely=0.5, perhaps=0.25, knows=0.8)


def test_long_tables_are_cut_and_said(network: m150.Snapshot) -> None:
    html = network.connect_all()._repr_html_()
    assert html.count("<tr>") < 1000
    assert re.search(r"en nog \d+ rijen", html)
    tags(html)


def test_tables_and_regions_are_shown_by_name(network: m150.Snapshot) -> None:
    code = re.compile(r"GM\d{4}")
    seating = network.seat("2027-regio-oost", 1, 6)
    table = next(one for one in seating.rounds[0] if one.knowers)
    html = seating._repr_html_()
    assert not code.search(html) and table.label in html
    assert f"<b>{seating.names[table.knowers[0]]}" in html
    tags(html)
    regions = network.regions("M150", 8)
    assert regions.names[regions.regions[0].host] == regions.regions[0].name
    assert not code.search(regions._repr_html_()) and regions.splits[0].cut_off
    assert regions.names[regions.splits[0].cut_off[0]] in regions._repr_html_()


def test_bursts_are_shown(network: m150.Snapshot) -> None:
    gaps = network.gap_map("M150", since="2020-01-01", burst_cost=0.2)
    html = gaps._repr_html_()
    bursts = [(gap, burst) for gap in gaps.topics for burst in gap.bursts]
    assert bursts and "plotseling veel vragen" in html
    for gap, burst in bursts:
        first, last = f"{burst.from_:%Y-%m}", f"{burst.to:%Y-%m}"
        months = f"sinds {first}" if burst.to == gaps.today else first if first == last else f"{first} t/m {last}"
        assert f"{months}: {burst.questions}" in html


def test_every_reason_why_has_words() -> None:
    connecting = {"no-demand", "nobody-knows", "guides-full", "paused", "already-connected", "repeats", "no-weight"}
    programmes = {"no-candidates", "too-few-speakers", "too-few-items", "rules-contradict", "limit"}
    assert set(display.WHY) == connecting | programmes


class TestFrames:
    def test_a_reply(self, now: m150.Snapshot) -> None:
        frame = now.ask("bodycam").to_frame()
        assert list(frame.columns) == ["question", "title", "date", "asked_by", "answers", "accepted", "score", "why"]
        assert frame.loc[0, "question"] == "v-1" and frame.loc[0, "accepted"]
        assert frame["date"].dtype.kind == "M"
        knowers = now.ask("bodycam").knowers_frame()
        assert knowers.loc[0, "name"] == "Amersfoort"

    def test_an_empty_reply_keeps_its_columns(self, now: m150.Snapshot) -> None:
        frame = now.ask("xyzzyx").to_frame()
        assert len(frame) == 0 and "score" in frame.columns

    def test_connections(self, network: m150.Snapshot) -> None:
        assert list(network.connect("GM0355", limit=2).to_frame()["learner"]) == ["GM0355", "GM0355"]
        plan = network.connect_all(per_municipality=1, network="M150")
        assert len(plan.to_frame()) == len(plan.connections)

    def test_speakers(self, now: m150.Snapshot) -> None:
        frame = now.speaker_fit("najaar").to_frame()
        assert frame.shape == (2, 2)
        assert frame.loc["1", "s-1"] > frame.loc["1", "s-2"]
        programme = now.match_speakers("najaar").to_frame()
        assert set(programme["place"]) <= {"speaker", "alternate"}

    def test_records(self, network: m150.Snapshot) -> None:
        for plural in m150.record_fields():
            if plural == "answers":
                continue
            frame = network.frame(plural)
            assert len(frame) > 0, plural
        municipalities = network.frame("municipalities").set_index("id")
        assert municipalities.loc["GM0355", "name"] == "Zeist"
        assert len(network.frame("questions")) == network.question_count()
        with pytest.raises(ValueError, match="municipalities"):
            network.frame("gemeenten")

    def test_without_pandas_the_error_says_what_to_install(self) -> None:
        code = (
            "import sys; sys.modules['pandas'] = None\n"
            "import m150\n"
            "kb = m150.KnowledgeBase.in_memory()\n"
            "try: kb.snapshot().frame('topics')\n"
            "except ImportError as error: print(error)\n"
        )
        said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        assert "pip install 'm150[frames]'" in said
