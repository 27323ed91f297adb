"""The commands that say whom to connect, and how the network hangs together: connect, brokers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from .. import _core
from ..display import WHY
from .app import WHOLE, AsOf, Base, Json, Language, Network, Topics, Viewer, app, code_of, open_snapshot
from .page import Lang, Page, emit, note

CONNECTION_HEADS = ("score", "leert", "van", "over", "waarom")


def _connection_rows(page: Page, now: _core.Snapshot, connections: Iterable[_core.Connection]) -> Iterable[tuple[str, ...]]:
    labels = {topic.id: topic.preferred_label for topic in now.topics()}
    for one in connections:
        topics = ", ".join(labels.get(topic, topic) for topic in one.topics)
        yield f"{one.score:.3f}", one.learner_name, f"{one.guide_name} ({one.guide})", topics, page.why(one.reasons)


def _places(now: _core.Snapshot, given: Sequence[str] | None, option: str) -> dict[str, int]:
    """Zeist=1 -> {"GM0355": 1}"""
    places: dict[str, int] = {}
    for text in given or ():
        name, _, count = text.rpartition("=")
        if not name or not count.strip().isdecimal():
            raise typer.BadParameter(f"{option} is GEMEENTE=AANTAL, zoals Zeist=1; niet {text}")
        places[code_of(now, name)] = int(count)
    return places


def _letters(page: Page, connections: Iterable[_core.Connection], sender: str) -> None:
    for one in connections:
        letter = one.introduction(lang=page.lang.value, sender=sender)
        page.line(f"== {letter.subject}")
        page.line(letter.text)


@app.command(
    epilog="Voorbeelden: m150 connect avh.m150 Zeist --limit 5; m150 connect avh.m150 Zeist --limit 1 --introduction; "
    "m150 connect avh.m150 --network M150 --per-municipality 2; m150 connect avh.m150 --network M150 --guide-network G40 --unconnected-since 2025-01-01"
)
def connect(
    base: Base,
    municipality: Annotated[str | None, typer.Argument(help="Voor wie (code of naam); leeg: een plan voor allen.", metavar="[GEMEENTE]")] = None,
    limit: Annotated[int, typer.Option(**WHOLE, help="Zoveel koppelingen voor een gemeente, 1 tot 1000.")] = 5,
    network: Network = None,
    topic: Topics = None,
    guide_network: Annotated[list[str] | None, typer.Option(help="Vraag ook leden van dit netwerk om wat in --network niemand weet; mag vaker.")] = None,
    knows_from: Annotated[float, typer.Option(help="Vanaf deze deskundigheid (0 tot 1) weet een gemeente het.")] = 0.5,
    unconnected_since: Annotated[str | None, typer.Option(help="Alleen wie sinds deze dag (JJJJ-MM-DD) geen contact of werkgroep deelde.")] = None,
    per_municipality: Annotated[int, typer.Option(**WHOLE, help="In het plan: ten hoogste zoveel gidsen per gemeente.")] = 3,
    per_guide: Annotated[int, typer.Option(**WHOLE, help="In het plan: ten hoogste zoveel vragers per gids.")] = 3,
    per_municipality_of: Annotated[list[str] | None, typer.Option(help="Voor deze gemeente een ander aantal gidsen: GEMEENTE=AANTAL; mag vaker.")] = None,
    per_guide_of: Annotated[list[str] | None, typer.Option(help="Voor deze gids een ander aantal vragers: GEMEENTE=AANTAL; mag vaker.")] = None,
    introduction: Annotated[bool, typer.Option("--introduction", help="Toon voor elke koppeling een brief aan beide.")] = False,
    sender: Annotated[str, typer.Option(help="Wie er onder de brief staat.")] = "AVH",
    viewer: Viewer = None,
    as_of: AsOf = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Met wie verbinden, waarover en waarom: voor een gemeente, of een plan voor het hele netwerk."""
    now = open_snapshot(base, viewer, as_of)
    page = Page(lang)
    if municipality is not None:
        if limit < 1:
            raise typer.BadParameter("--limit is 1 tot 1000")
        found = now.connect(
            code_of(now, municipality),
            limit=limit,
            network=network,
            topics=topic or (),
            guide_networks=guide_network or (),
            knows_from=knows_from,
            unconnected_since=unconnected_since,
        )
        shown, plain = list(found), found.to_dict(lang=lang.value)
        notices: Sequence[_core.Reason] = found.notices
    else:
        if topic:
            raise typer.BadParameter("--topic gaat alleen samen met een gemeente")
        plan = now.connect_all(
            per_municipality=per_municipality,
            per_guide=per_guide,
            per_municipality_of=_places(now, per_municipality_of, "--per-municipality-of"),
            per_guide_of=_places(now, per_guide_of, "--per-guide-of"),
            network=network,
            guide_networks=guide_network or (),
            knows_from=knows_from,
            unconnected_since=unconnected_since,
        )
        shown, plain, notices = list(plan.connections), plan.to_dict(lang=lang.value), plan.notices
    if as_json:
        if introduction:
            plain["introductions"] = [one.introduction(lang=lang.value, sender=sender).to_dict() for one in shown]
        return emit(plain)
    note(notice.explain(lang.value) for notice in notices)
    page.table("Koppelingen", CONNECTION_HEADS, _connection_rows(page, now, shown))
    if municipality is None and plan.unconnected:
        names = {one.id: one.name for one in now.municipalities()}
        short = ((names[one.municipality], str(one.missing), page.say(WHY.get(one.why, one.why))) for one in plan.unconnected)
        page.table("Minder dan gewenst", ("gemeente", "te weinig", "waarom"), short)
    if introduction:
        _letters(page, shown, sender)


@app.command(epilog="Voorbeelden: m150 brokers avh.m150 --network M150; m150 brokers avh.m150 --since 2025-01-01 --svg netwerk.svg --graphml netwerk.graphml")
def brokers(
    base: Base,
    network: Network = None,
    since: Annotated[str | None, typer.Option(help="Alleen banden die er vanaf deze dag waren (JJJJ-MM-DD).")] = None,
    borders: Annotated[bool, typer.Option("--borders", help="Een gedeelde grens is ook een band.")] = False,
    knows_from: Annotated[float, typer.Option(help="Vanaf deze deskundigheid (boven 0 tot 1) weet een gemeente het.")] = 0.5,
    limit: Annotated[int, typer.Option(**WHOLE, help="Toon zoveel gemeenten die tussen anderen liggen.")] = 15,
    svg: Annotated[Path | None, typer.Option(help="Schrijf het netwerk als plaatje naar dit bestand.")] = None,
    graphml: Annotated[Path | None, typer.Option(help="Schrijf het netwerk als GraphML (Gephi, yEd, Cytoscape) naar dit bestand.")] = None,
    viewer: Viewer = None,
    as_of: AsOf = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Wie houdt het netwerk bijeen, wie is nog nooit verbonden, en welk onderwerp rust op één gemeente?"""
    if limit < 0:
        raise typer.BadParameter("--limit is 0 of meer")
    now = open_snapshot(base, viewer, as_of)
    result = now.brokers(network, since=since, borders=borders, knows_from=knows_from)
    if svg is not None:
        svg.write_text(result.to_svg(), encoding="utf-8")
    if graphml is not None:
        graphml.write_text(result.to_graphml(), encoding="utf-8")
    if as_json:
        return emit(result.to_dict(lang=lang.value))
    page = Page(lang)
    names = {one.municipality: one.name for one in result.municipalities}
    middle = [one for one in result.municipalities if one.betweenness > 0][:limit]
    page.table(
        "Wie houdt het netwerk bijeen",
        ("tussen anderen", "gemeente", "banden", "delen zonder haar"),
        ((f"{one.betweenness:.3f}", f"{one.name} ({one.municipality})", str(one.degree), str(one.pieces)) for one in middle),
    )
    page.line(f"{page.say('delen die samenhangen')}: {', '.join(str(len(one)) for one in result.components) or page.say('geen')}")
    alone = ", ".join(names[code] for code in result.unconnected)
    never = page.say("nog nooit verbonden") if result.since is None else f"{page.say('niet verbonden sinds')} {result.since}"
    page.line(f"{never} ({len(result.unconnected)}): {alone or page.say('geen')}")
    page.table(
        "Onderwerpen die op één gemeente rusten",
        ("onderwerp", "gemeente", "kennis", "daarna", "zouden haar missen"),
        (
            (
                one.label,
                f"{one.name} ({one.municipality})",
                f"{one.expertise:.2f}",
                page.say("geen") if one.next is None else f"{names[one.next]} {one.next_expertise:.2f}",
                str(one.would_miss),
            )
            for one in result.topics
        ),
    )
