"""What several tests use: a small world in memory, and the example network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import m150

ROOT = Path(__file__).resolve().parents[2]
NETWORK = ROOT / "examples" / "network"


def small_world(kb: m150.KnowledgeBase) -> None:
    """Three municipalities, two topics, a network, questions for several audiences, speakers and a meeting."""
    kb.add(
        [
            m150.Municipality(id="GM0355", name="Zeist", province="Utrecht", inhabitants={2023: 65000}),
            m150.Municipality(id="GM0307", name="Amersfoort", province="Utrecht", inhabitants={2023: 160000}),
            m150.Municipality(id="GM0310", name="De Bilt", province="Utrecht", inhabitants={2023: 43000}),
            m150.Network(id="M150", name="Middelgrote gemeenten", bands=[m150.Band(at_least=25000, at_most=75000)]),
            m150.Organisation(id="VNG", name="Vereniging van Nederlandse Gemeenten"),
            m150.Topic(id="bodycams", preferred_label="Bodycams", alternative_labels=["lichaamscamera"]),
            m150.Topic(id="vuurwerk", preferred_label="Vuurwerk"),
            m150.Question(
                id="v-1", asked_by="GM0355", date="2026-03-02", title="Bodycams bij horecacontroles",
                text="Mogen boa's een bodycam dragen in de horeca?", topics=["bodycams"], audience="public",
            ),
            m150.Answer(
                id="a-1", question="v-1", by="GM0307", date="2026-03-04",
                text="Ja, als de bodycam zichtbaar gedragen wordt.", accepted=True, audience="public",
            ),
            m150.Question(
                id="v-2", asked_by="GM0310", date="2026-03-05", title="Vuurwerkvrije zone",
                text="Hoe handhaven jullie een vuurwerkvrije zone?", topics=["vuurwerk"], audience="avh",
            ),
            m150.InventoryResponse(
                id="i-1", municipality="GM0355", topic="bodycams", needs=3, date="2026-02-01", audience="public"
            ),
            m150.InventoryResponse(
                id="i-2", municipality="GM0307", topic="bodycams", offers=3, date="2026-02-01", audience="public"
            ),
            m150.Speaker(id="s-1", role="beleidsadviseur", municipality="GM0307", profile="Bodycams en beelden", topics=["bodycams"]),
            m150.Speaker(id="s-2", role="teamleider", organisation="VNG", profile="Vuurwerk en jaarwisseling", topics=["vuurwerk"]),
            m150.Meeting(
                id="najaar", title="Landelijke bijeenkomst", network="M150", date="2026-10-10",
                agenda=[
                    m150.AgendaItem(id="1", title="Bodycams in de praktijk", topics=["bodycams"]),
                    m150.AgendaItem(id="2", title="Vuurwerk zonder ongelukken", topics=["vuurwerk"]),
                ],
            ),
        ]
    )  # fmt: skip
    kb.commit()


@pytest.fixture
def kb() -> Iterator[m150.KnowledgeBase]:
    with m150.KnowledgeBase.in_memory() as base:
        small_world(base)
        yield base


@pytest.fixture
def now(kb: m150.KnowledgeBase) -> m150.Snapshot:
    return kb.snapshot()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A knowledge base on disk, closed."""
    place = tmp_path / "small.m150"
    with m150.KnowledgeBase.create(place) as base:
        small_world(base)
    return place


@pytest.fixture(scope="session")
def network() -> m150.Snapshot:
    base = m150.KnowledgeBase.in_memory()
    base.load(NETWORK)
    return base.snapshot()


@pytest.fixture(scope="session")
def network_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("network") / "avh.m150"
    with m150.KnowledgeBase.create(place) as base:
        base.load(NETWORK)
    return place
