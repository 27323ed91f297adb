"""The commands that ask something of a knowledge base: ask, similar, speakers, groups, info."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from .. import __version__, _core
from ..display import WHY_NO_GROUP, knowers_title
from .app import WHOLE, AsOf, Base, Json, Language, Network, Topics, Viewer, app, code_of, open_snapshot
from .page import Lang, Page, emit, note
from .programme import what_failed, who_speaks


ANSWER_HEADS = ("score", "vraag", "gesteld", "beantwoord", "waarom")


def _answer_rows(page: Page, now: _core.Snapshot, found: Iterable[_core.FoundAnswer]) -> Iterable[tuple[str, ...]]:
    names = {one.id: one.name for one in now.municipalities()} | {one.id: one.name for one in now.organisations()}

    def who(party: str | None) -> str:
        return "" if party is None else names.get(party, party) + " "

    for one in found:
        yield (
            f"{one.score:.3f}",
            f"{one.question.title or one.question.id}\n{one.snippet.text}",
            f"{who(one.question.asked_by)}{one.question.date}",
            "\n".join(f"{who(answer.by or answer.by_organisation)}{answer.date}" for answer in one.answers) or page.say("geen"),
            page.why(one.reasons),
        )


@app.command(epilog='Voorbeeld: m150 ask avh.m150 "Mogen boa\'s een bodycam dragen?" --asked-by Zeist --limit 3')
def ask(
    base: Base,
    text: Annotated[str, typer.Argument(help="De vraag, in eigen woorden.", metavar="VRAAG", show_default=False)],
    asked_by: Annotated[str | None, typer.Option(help="Wie het vraagt (code of naam).")] = None,
    limit: Annotated[int, typer.Option(**WHOLE, help="Zoveel antwoorden en gemeenten, 1 tot 1000.")] = 5,
    topic: Topics = None,
    network: Annotated[list[str] | None, typer.Option(help="Alleen van leden van dit netwerk; mag vaker.")] = None,
    province: Annotated[list[str] | None, typer.Option(help="Alleen uit deze provincie; mag vaker.")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="Vanaf deze dag (JJJJ-MM-DD).")] = None,
    to: Annotated[str | None, typer.Option(help="Tot en met deze dag (JJJJ-MM-DD).")] = None,
    viewer: Viewer = None,
    as_of: AsOf = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Welke antwoorden zijn er al, en welke gemeenten weten het?"""
    if limit < 1:
        raise typer.BadParameter("--limit is 1 tot 1000")
    now = open_snapshot(base, viewer, as_of)
    asker = None if asked_by is None else code_of(now, asked_by)
    reply = now.ask(
        text, asked_by=asker, limit=limit, topics=topic or (), networks=network or (), provinces=province or (), from_=from_, to=to
    )
    if as_json:
        return emit(reply.to_dict(lang=lang.value))
    note([notice.explain(lang.value) for notice in reply.notices])
    page = Page(lang)
    for read in reply.understood.notes:
        page.line(read.explain(lang.value))
    page.line(f"{page.say('zekerheid')} {100 * reply.confidence:.0f}%: {reply.explain_verdict(lang.value)}")
    page.table("Bestaande antwoorden", ANSWER_HEADS, _answer_rows(page, now, reply.answers))
    page.table(
        knowers_title(reply),
        ("score", "gemeente", "weet het", "waarom"),
        (
            (f"{one.score:.3f}", f"{one.name} ({one.municipality})", f"{100 * one.confidence:.0f}%", page.why(one.reasons))
            for one in reply.municipalities
        ),
    )


@app.command(epilog="Voorbeelden: m150 similar avh.m150 db-verkeer-3-q1; m150 similar avh.m150 --text 'Opgevoerde fatbikes in het centrum'")
def similar(
    base: Base,
    question: Annotated[str | None, typer.Argument(help="Id van een vraag die er is.", metavar="[VRAAG]", show_default=False)] = None,
    text: Annotated[str | None, typer.Option(help="Of: titel en tekst van een vraag die nog niet gesteld is.")] = None,
    limit: Annotated[int, typer.Option(**WHOLE, help="Zoveel vragen, 1 tot 1000.")] = 5,
    viewer: Viewer = None,
    as_of: AsOf = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Welke vragen lijken hierop? Om dubbele vragen te zien voor ze gesteld worden."""
    if limit < 1:
        raise typer.BadParameter("--limit is 1 tot 1000")
    now = open_snapshot(base, viewer, as_of)
    found = now.similar(question, text=text, limit=limit)
    if as_json:
        return emit([one.to_dict(lang=lang.value) for one in found])
    page = Page(lang)
    page.table("Vragen die hierop lijken", ANSWER_HEADS, _answer_rows(page, now, found))


@app.command(epilog="Voorbeeld: m150 speakers avh.m150 2027-landelijk --max-items 2")
def speakers(
    base: Base,
    meeting: Annotated[str, typer.Argument(help="Id van de bijeenkomst.", metavar="BIJEENKOMST", show_default=False)],
    max_items: Annotated[int, typer.Option(**WHOLE, help="Ten hoogste zoveel punten per spreker.")] = 1,
    min_items: Annotated[int, typer.Option(**WHOLE, help="Minstens zoveel punten voor wie is uitgenodigd.")] = 0,
    invited: Annotated[list[str] | None, typer.Option(help="Id van een uitgenodigde spreker; mag vaker.")] = None,
    alternates: Annotated[int, typer.Option(**WHOLE, help="Reserves per punt.")] = 2,
    candidates: Annotated[int, typer.Option(**WHOLE, help="Vraag ook zoveel gemeenten die het weten, per punt.")] = 0,
    viewer: Viewer = None,
    as_of: AsOf = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Het beste programma van sprekers voor de agenda van een bijeenkomst."""
    now = open_snapshot(base, viewer, as_of)
    programme = now.match_speakers(
        meeting,
        max_items_per_speaker=max_items,
        min_items_per_speaker=min_items,
        invited=invited or (),
        alternates=alternates,
        municipality_candidates=candidates,
    )
    if as_json:
        return emit(programme.to_dict(lang=lang.value))
    note(notice.explain(lang.value) for notice in programme.notices)
    page = Page(lang)
    found = now.meeting(meeting)
    agenda = found.agenda if found is not None else ()
    titles = {item.id: item.title for item in agenda}
    page.table(
        "Programma",
        ("agendapunt", "sprekers", "waarom", "reserve"),
        (
            (
                f"{item.item}: {titles.get(item.item, '')}",
                who_speaks(page, item.speakers),
                "\n".join(page.why(slot.reasons) for slot in item.speakers),
                who_speaks(page, item.alternates),
            )
            for item in programme.items
        ),
    )
    what_failed(page, agenda, programme)


@app.command(epilog="Voorbeeld: m150 groups avh.m150 --network M150 --most 3")
def groups(
    base: Base,
    network: Network = None,
    most: Annotated[int, typer.Option(**WHOLE, help="Ten hoogste zoveel nieuwe werkgroepen.")] = 4,
    topic: Topics = None,
    per_municipality: Annotated[int, typer.Option(**WHOLE, help="Ten hoogste zoveel werkgroepen per gemeente.")] = 2,
    physical: Annotated[bool, typer.Option("--physical", help="Ze komen bij elkaar, dus reisafstand telt.")] = False,
    seconds: Annotated[float, typer.Option(min=0, help="Zoek ten hoogste zo lang, en geef het beste tot dan; 0: tot het bewezen is.")] = 0,
    viewer: Viewer = None,
    as_of: AsOf = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Welke werkgroepen starten, wie kan aansluiten, en welke zijn afgerond?"""
    now = open_snapshot(base, viewer, as_of)
    found = now.propose_working_groups(network, topics=topic or (), groups=most, per_municipality=per_municipality, physical=physical, max_seconds=seconds)
    if as_json:
        return emit(found.to_dict(lang=lang.value))
    note(notice.explain(lang.value) for notice in found.notices)
    page = Page(lang)

    def people(members: Sequence[_core.GroupMember], chair: str | None = None) -> str:
        lines = []
        for member in members:
            part = page.say(("weet het, en wil meer weten" if member.demand > 0 else "weet het") if member.knows else "heeft het nodig")
            lines.append(f"{member.name}: {part}" + (f", {page.say('voorzitter')}" if member.municipality == chair else ""))
        return "\n".join(lines)

    page.table(
        "Te starten werkgroepen",
        ("score", "werkgroep", "gemeenten", "waarom"),
        ((f"{one.score:.3f}", one.name, people(one.members, one.chair), page.why(one.reasons)) for one in found.groups),
    )
    if found.joins:
        page.table(
            "Nieuwe leden",
            ("werkgroep", "gemeenten", "waarom"),
            ((one.group, people(one.members), page.why(one.reasons)) for one in found.joins),
        )
    if found.closings:
        reasons = ((one.group, "\n".join(reason.explain(lang.value) for reason in one.reasons)) for one in found.closings)
        page.table("Af te ronden werkgroepen", ("werkgroep", "waarom"), reasons)
    labels = {one.id: one.preferred_label for one in now.topics()}
    rest = ((labels[one.topic], page.say(WHY_NO_GROUP[one.why])) for one in found.topics if one.why != "proposed")
    page.table("Andere onderwerpen", ("onderwerp", "waarom niet"), rest)


@app.command(epilog="Voorbeeld: m150 info avh.m150")
def info(base: Base, viewer: Viewer = None, as_of: AsOf = None, as_json: Json = False, lang: Language = Lang.nl) -> None:
    """Wat er in de kennisbank zit."""
    now = open_snapshot(base, viewer, as_of)
    facts = now.question_facts()
    counts = {name: len(getattr(now, name)()) for name in _core.record_fields() if name not in ("questions", "answers")}
    counts |= {"questions": len(facts), "answers": sum(int(fact["answers"]) for fact in facts)}
    if as_json:
        return emit({"revision": now.revision, "today": now.today.isoformat(), "viewer": now.viewer, "records": counts})
    page = Page(lang)
    page.line(f"{page.say('revisie')} {now.revision}, {page.say('peildatum')} {now.today}, m150 {__version__}")
    page.counts(counts)
