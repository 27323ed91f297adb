"""The commands around a meeting: plan before it, after-meeting when it is over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from .. import _core, errors
from ..html import bursts_text
from .app import WHOLE, AsOf, Base, Json, Language, Viewer, app, code_of, open_base, open_snapshot, progress_line, topic_of
from .page import Lang, Page, emit, note
from .programme import either, what_failed, who_speaks


def _pair(text: str, option: str) -> tuple[str, str]:
    one, mark, other = text.partition("=")
    if not mark or not one or not other:
        raise typer.BadParameter(f"{option} is van de vorm A=B, en niet '{text}'")
    return one.strip(), other.strip()


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) <= WHOLE["max"]


def _numbers(text: str, option: str) -> tuple[int, int]:
    one, _, other = text.partition(":")
    if not _is_number(one) or not _is_number(other):
        raise typer.BadParameter(f"{option} is van de vorm RONDE:TAFEL=GEMEENTE of RONDE:TAFEL=GEMEENTE/PERSOON, en niet '{text}'")
    return int(one), int(other)


Editable = _core.MeetingPlan | _core.EditedPlan


Apply = Callable[[_core.Snapshot, Editable, str], Editable]


def _speaker(now: _core.Snapshot, text: str) -> str:
    """The id of a speaker, which a municipality can be too, by code or by name."""
    if now.speaker(text) is not None:
        return text
    try:
        return code_of(now, text)
    except errors.InvalidInput:
        return text  # the library says what is wrong with it


def _item(plan: Editable, text: str) -> str:
    """The id of an item of the plan, given by id or by title."""
    made = plan.plan if isinstance(plan, _core.EditedPlan) else plan
    named = [item.id for item in made.agenda if item.title.casefold() == text.casefold()]
    return text if any(item.id == text for item in made.agenda) or len(named) != 1 else named[0]


def _held(now: _core.Snapshot, plan: Editable, text: str) -> Editable:
    item, mark, speaker = (part.strip() for part in text.partition("="))
    return plan.lock(item=_item(plan, item), speaker=_speaker(now, speaker)) if mark else plan.lock(topic=topic_of(now, text))


def _barred(now: _core.Snapshot, plan: Editable, text: str) -> Editable:
    item, mark, speaker = (part.strip() for part in text.partition("="))
    return plan.forbid(item=_item(plan, item), speaker=_speaker(now, speaker)) if mark else plan.forbid(topic=topic_of(now, text))


def _person(now: _core.Snapshot, text: str) -> tuple[str, int]:
    name, _, number = text.partition("/")
    if number and not _is_number(number):
        raise typer.BadParameter(f"'{number}' is geen nummer van een persoon")
    return code_of(now, name), int(number or 1)


def _seated(now: _core.Snapshot, plan: Editable, text: str) -> Editable:
    where, who = _pair(text, "--seat")
    round_, table = _numbers(where, "--seat")
    municipality, number = _person(now, who)
    return plan.lock(municipality=municipality, number=number, round=round_, table=table)


def _swapped(now: _core.Snapshot, plan: Editable, text: str) -> Editable:
    leaves, comes = _pair(text, "--swap")
    return plan.swap(topics=(topic_of(now, leaves), topic_of(now, comes)))


def _parted(now: _core.Snapshot, plan: Editable, text: str) -> Editable:
    one, other = _pair(text, "--apart")
    return plan.forbid(apart=(code_of(now, one), code_of(now, other)))


def _released(now: _core.Snapshot, plan: Editable, text: str) -> Editable:
    """TOPIC, ITEM=SPEAKER, ROUND:TABLE=MUNICIPALITY/PERSON (whatever the table) or MUNICIPALITY=MUNICIPALITY."""
    if "=" not in text:
        return plan.release(topic=topic_of(now, text))
    one, other = _pair(text, "--release")
    if ":" in one and one.replace(":", "").isdigit():
        round_, _ = _numbers(one, "--release")
        municipality, number = _person(now, other)
        return plan.release(municipality=municipality, number=number, round=round_)
    made = plan.plan if isinstance(plan, _core.EditedPlan) else plan
    held = [*plan.edits["speakers"], *plan.edits["no_speakers"]]
    if {"item": one, "speaker": other} in held or any(item.id == one for item in made.agenda):
        return plan.release(item=one, speaker=other)
    return plan.release(apart=(code_of(now, one), code_of(now, other)))


Edit = tuple[str, tuple[Any, ...]]


def _decided(plan: Editable) -> set[Edit]:
    return {(kind, tuple(_flat(one))) for kind, held in plan.edits.items() for one in held}


def _flat(value: Any) -> list[Any]:
    if isinstance(value, Mapping):
        return [part for key in sorted(value) for part in (key, *_flat(value[key]))]
    return [value]


def _edited(now: _core.Snapshot, plan: _core.MeetingPlan, options: Sequence[tuple[str, Sequence[str] | None, Apply]]) -> Editable:
    """The plan with what every option decides. Options of one command that say the opposite are refused."""
    edited: Editable = plan
    decided: dict[Edit, str] = {}
    for option, texts, apply in options:
        for text in texts or ():
            before = _decided(edited)
            edited = apply(now, edited, text)
            after = _decided(edited)
            for edit in before - after:
                if edit in decided:
                    raise typer.BadParameter(f"{decided[edit]} en {option} {text} spreken elkaar tegen")
            decided.update(dict.fromkeys(after - before, f"{option} {text}"))
    return edited


def _not_kept(page: Page, plan: _core.MeetingPlan) -> list[str]:
    """The locks that the plan could not keep, one sentence each."""
    titles = {item.id: item.title for item in plan.agenda}
    locks = plan.programme.locks if plan.programme is not None else ()
    says = either(page, "niet gelukt: {} staat niet bij {}; onder de agenda staat waarom", "not done: {} is not in {}; below the agenda it says why")
    return [says.format(lock.speaker, f"{lock.item}: {titles.get(lock.item, '')}") for lock in locks if not lock.kept]


def _resting(page: Page, plan: _core.MeetingPlan, labels: Mapping[str, str]) -> None:
    for topic in plan.proposal.resting if plan.proposal is not None else ():
        name = labels.get(topic.topic, topic.topic)
        if topic.returns:
            says = either(page, "terug na {} ({}): {}, vragen sindsdien: {}", "back after {} ({}): {}, questions since: {}")
        else:
            says = either(page, "rust na {} ({}): {}, vragen sindsdien: {}", "rests after {} ({}): {}, questions since: {}")
        page.line(says.format(topic.meeting, topic.date, name, topic.questions))


def _gaps(page: Page, gaps: _core.GapMap, most: int = 8) -> None:
    words = {"until": either(page, "t/m", "to"), "since": either(page, "sinds", "since")}
    page.table(
        "Wat speelt er",
        ("onderwerp", "score", "vragen (ervoor)", "zouden komen", "weten veel", "laatst behandeld", "plotseling veel vragen"),
        (
            (
                gap.label,
                f"{gap.score:.2f}",
                f"{gap.questions} ({gap.questions_before})",
                str(gap.would_come),
                str(gap.know),
                gap.last_treated.isoformat() if gap.last_treated else page.say("nooit"),
                bursts_text(gap, gaps.today, **words),
            )
            for gap in gaps.topics[:most]
        ),
    )


def _show(page: Page, now: _core.Snapshot, plan: _core.MeetingPlan) -> None:
    page.line(f"{plan.meeting.title}, {plan.meeting.date}")
    _gaps(page, plan.gaps)
    spoken = {item.item: item for item in plan.programme.items} if plan.programme is not None else {}
    page.table(
        "Agenda",
        ("agendapunt", "duur", "sprekers", "reserve"),
        (
            (
                f"{item.id}: {item.title}",
                f"{item.minutes} min" + (f" ({page.say('tegelijk')})" if item.id in plan.parallel else ""),
                who_speaks(page, spoken[item.id].speakers) if item.id in spoken else "",
                who_speaks(page, spoken[item.id].alternates) if item.id in spoken else "",
            )
            for item in plan.agenda
        ),
    )
    if plan.programme is not None:
        what_failed(page, plan.agenda, plan.programme)
    labels = {topic.id: topic.preferred_label for topic in now.topics()}
    _resting(page, plan, labels)
    if plan.seating is None:
        return
    names = {one.id: one.name for one in now.municipalities()}
    for number, tables in enumerate(plan.seating.rounds, 1):
        page.table(
            f"{page.say('Tafels, ronde')} {number}",
            ("tafel", "onderwerp", "wie"),
            (
                (
                    str(at),
                    labels.get(table.topic or "", table.topic or ""),
                    ", ".join(f"{names.get(code, code)} {person}" for code, person in table.people),
                )
                for at, table in enumerate(tables, 1)
            ),
        )


@app.command(
    epilog="Voorbeelden: m150 plan avh.m150 2027-landelijk --replace-agenda --save plan.json; "
    "m150 plan avh.m150 --again plan.json --lock bodycams --forbid honden --save plan.json"
)
def plan(
    base: Base,
    meeting: Annotated[str | None, typer.Argument(help="Id van de bijeenkomst.", metavar="[BIJEENKOMST]", show_default=False)] = None,
    again: Annotated[Path | None, typer.Option(help="Een bewaard plan dat opnieuw gemaakt wordt, met zo weinig mogelijk veranderd.")] = None,
    save: Annotated[Path | None, typer.Option(help="Bewaar het plan in dit bestand.")] = None,
    minutes: Annotated[int | None, typer.Option(**WHOLE, help="Minuten voor het gezamenlijke programma.")] = None,
    most_topics: Annotated[int | None, typer.Option(**WHOLE, help="Ten hoogste zoveel onderwerpen.")] = None,
    parallel: Annotated[int | None, typer.Option(**WHOLE, help="Zoveel sessies tegelijk, naast het gezamenlijke programma.")] = None,
    max_items: Annotated[int | None, typer.Option(**WHOLE, help="Ten hoogste zoveel punten per spreker.")] = None,
    candidates: Annotated[int | None, typer.Option(**WHOLE, help="Vraag ook zoveel gemeenten die het weten, per punt.")] = None,
    since: Annotated[str | None, typer.Option(help="Eerste dag van de periode waarover geteld wordt wat er speelt (JJJJ-MM-DD).")] = None,
    burst_cost: Annotated[float | None, typer.Option(help="Wat een plotselinge toename kost: lager vindt er meer.")] = None,
    rounds: Annotated[int | None, typer.Option(**WHOLE, help="Rondes aan tafel.")] = None,
    table_size: Annotated[int | None, typer.Option(**WHOLE, help="Ten hoogste zoveel mensen aan een tafel.")] = None,
    replace_agenda: Annotated[bool, typer.Option("--replace-agenda", help="Stel een agenda voor, ook als de bijeenkomst er een heeft.")] = False,
    lock: Annotated[list[str] | None, typer.Option(help="Bij --again: zet een onderwerp vast, of PUNT=SPREKER; mag vaker.")] = None,
    forbid: Annotated[list[str] | None, typer.Option(help="Bij --again: sluit een onderwerp uit, of PUNT=SPREKER; mag vaker.")] = None,
    swap: Annotated[list[str] | None, typer.Option(help="Bij --again: WEG=ERBIJ, ruil een onderwerp; mag vaker.")] = None,
    seat: Annotated[list[str] | None, typer.Option(help="Bij --again: zet iemand vast, RONDE:TAFEL=GEMEENTE/PERSOON; mag vaker.")] = None,
    apart: Annotated[list[str] | None, typer.Option(help="Bij --again: GEMEENTE=GEMEENTE, niet aan dezelfde tafel; mag vaker.")] = None,
    release: Annotated[list[str] | None, typer.Option(help="Bij --again: neem terug wat over een onderwerp, PUNT=SPREKER, RONDE:TAFEL=GEMEENTE/PERSOON of GEMEENTE=GEMEENTE besloten was; mag vaker.")] = None,
    viewer: Viewer = None,
    as_of: AsOf = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Plan een bijeenkomst als geheel: wat speelt er, wat behandelen, wie spreekt, wie zit waar."""
    if (meeting is None) == (again is None):
        raise typer.BadParameter("geef een bijeenkomst of --again, en niet allebei")
    if meeting is not None and any((lock, forbid, swap, seat, apart, release)):
        raise typer.BadParameter("vastzetten, uitsluiten, ruilen en terugnemen gaat bij een plan: --again")
    now = open_snapshot(base, viewer, as_of)
    given: dict[str, dict[str, Any]] = {
        "gaps": {"since": since, "bursts": None if burst_cost is None else {"cost": burst_cost}},
        "agenda": {"minutes": minutes, "most_topics": most_topics, "parallel_sessions": parallel},
        "speakers": {"max_items_per_speaker": max_items, "municipality_candidates": candidates},
        "seating": {"rounds": rounds, "table_size": table_size},
    }
    options = {step: {name: value for name, value in of.items() if value is not None} for step, of in given.items()}
    earlier = None if again is None else _core.MeetingPlan.load(again, now)
    if earlier is None:
        assert meeting is not None
        made = now.plan_meeting(meeting, **options, replace_agenda=replace_agenda or None, progress=progress_line())
    else:
        edits = (  # what is taken back first, so that what is decided anew stands
            ("--release", release, _released),
            ("--lock", lock, _held),
            ("--forbid", forbid, _barred),
            ("--swap", swap, _swapped),
            ("--seat", seat, _seated),
            ("--apart", apart, _parted),
        )
        edited = _edited(now, earlier, edits)
        made = now.plan_meeting(edited, **options, replace_agenda=replace_agenda or None, progress=progress_line())
    if save is not None:
        made.save(save)
    if as_json:
        return emit(made.to_dict(lang=lang.value))
    note(notice.explain(lang.value) for notice in made.notices)
    page = Page(lang)
    if earlier is not None:
        changes = made.diff(earlier).sentences(lang.value)
        not_kept = _not_kept(page, made)
        if changes or not not_kept:
            page.line(f"{page.say('Wat er veranderde')}:" if changes else page.say("er is niets veranderd"))
        for sentence in [*changes, *not_kept]:
            page.line(f"- {sentence}")
    _show(page, now, made)


def _optional_file(what: str) -> Any:
    return typer.Option(help=f"CSV met {what}.")


@app.command(
    "after-meeting",
    epilog="Voorbeeld: m150 after-meeting avh.m150 2024-najaar --registrations aanmeldingen.csv --ratings cijfers.csv --highest-rating 10",
)
def after_meeting(
    base: Base,
    meeting: Annotated[str, typer.Argument(help="Id van de bijeenkomst.", metavar="BIJEENKOMST", show_default=False)],
    registrations: Annotated[Path | None, _optional_file("aanmeldingen: gemeente, aantal, wensen, aanwezig")] = None,
    ratings: Annotated[Path | None, _optional_file("cijfers: spreker, agendapunt, cijfer, aantal")] = None,
    contacts: Annotated[Path | None, _optional_file("contacten: van, naar, onderwerp, uitkomst")] = None,
    questions: Annotated[Path | None, _optional_file("vragen: gemeente, vraag, onderwerp, titel")] = None,
    plan: Annotated[Path | None, typer.Option(help="Het bewaarde plan van de bijeenkomst: de agenda daarvan wordt die van de bijeenkomst, zodat cijfers bij haar agendapunten horen.")] = None,
    attended: Annotated[bool, typer.Option("--attended", help="De lijst is van wie er was, tenzij een rij anders zegt.")] = False,
    highest_rating: Annotated[int, typer.Option(**WHOLE, help="Cijfers zijn 1 tot dit: 5, of 10 voor schoolcijfers.")] = 5,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Neem op wat een bijeenkomst opleverde: alles of niets; namen en contactgegevens blijven eruit."""
    if not any((registrations, ratings, contacts, questions)):
        raise typer.BadParameter("geef ten minste een van --registrations, --ratings, --contacts en --questions")
    planned = None if plan is None else _core.MeetingPlan.load(plan).meeting
    if planned is not None and planned.id != meeting:
        raise typer.BadParameter(f"--plan is van de bijeenkomst '{planned.id}', en niet van '{meeting}'")
    with open_base(base) as opened:
        recorded = opened.snapshot().meeting(meeting)
        with opened.transaction():  # all or nothing, the agenda too
            if planned is not None and recorded is not None and recorded.agenda != planned.agenda:
                opened.replace(recorded.replaced(agenda=planned.agenda))
            report = opened.import_meeting(
                meeting,
                registrations=registrations,
                ratings=ratings,
                contacts=contacts,
                questions=questions,
                attended=attended or None,
                highest_rating=highest_rating,
            )
    if as_json:
        return emit(report.to_dict())
    note(report.notices)
    page = Page(lang)
    rows = [
        ("gemeenten op de lijst", report.registrations),
        ("waarvan aanwezig", report.attended),
        ("beoordeelde praatjes", report.ratings),
        ("contacten", report.contacts),
        ("vragen", report.questions),
        ("was er al", report.passed_over),
    ]
    page.table("Bijeenkomst verwerkt", ("soort", "aantal"), ((page.say(name), str(count)) for name, count in rows))
