"""The commands that close the loop: outcome tells what became of a question, figures counts it, gaps says what nobody knows yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Annotated, Any

import typer

from .. import _core, errors
from ..display_meetings import outcome_counts
from .app import WHOLE, AsOf, Base, Json, Language, Network, Topics, Viewer, app, code_of, open_base, open_snapshot
from .page import Lang, Page, emit, note

NOT_STORED = "-"


class Became(str, Enum):
    """What can become of a question, as record_outcome has it."""

    answered_by_base = "answered-by-base"
    passed_on = "passed-on"
    contacted = "contacted"
    declined = "declined"
    no_answer = "no-answer"


class Period(str, Enum):
    """Periods that outcomes are counted by."""

    year = "year"
    quarter = "quarter"
    month = "month"


@app.command(
    epilog="Voorbeelden: m150 outcome avh.m150 da-drugspanden-2-q2 passed-on --municipality Zeist --helpful --date 2026-10-02; "
    "m150 outcome avh.m150 - no-answer --asked-by Zeist --topic bodycams --date 2026-10-02"
)
def outcome(
    base: Base,
    question: Annotated[str, typer.Argument(help="Id van de vraag; - voor een die niet in de kennisbank staat.", metavar="VRAAG", show_default=False)],
    became: Annotated[Became, typer.Argument(help="Wat er van de vraag werd.", metavar="UITKOMST", show_default=False)],
    date: Annotated[str, typer.Option(help="De dag waarop dat bekend was (JJJJ-MM-DD).", show_default=False)],
    municipality: Annotated[str | None, typer.Option(help="Aan wie het gevraagd is (code of naam).")] = None,
    pair: Annotated[str | None, typer.Option(help="Bij answered-by-base: id van de vraag waarvan de antwoorden er al waren.")] = None,
    helpful: Annotated[bool | None, typer.Option("--helpful/--not-helpful", help="Of het hielp; anders heeft niemand dat gezegd.")] = None,
    asked_by: Annotated[str | None, typer.Option(help="Wie het vroeg (code of naam); anders wat er bij de vraag staat.")] = None,
    asked: Annotated[str | None, typer.Option(help="De dag waarop het gevraagd werd (JJJJ-MM-DD); anders wat er bij de vraag staat.")] = None,
    topic: Annotated[list[str] | None, typer.Option(help="Waarover het ging (id), mag vaker; anders wat er bij de vraag staat.")] = None,
    confidence: Annotated[float | None, typer.Option(help="De zekerheid (0 tot 1) die de kennisbank noemde.")] = None,
    id_: Annotated[str | None, typer.Option("--id", help="Id van de uitkomst; anders het eerste dat vrij is.")] = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Leg vast wat er van een vraag geworden is."""
    with open_base(base) as opened:
        now = opened.snapshot()

        def code(name: str | None) -> str | None:
            return None if name is None else code_of(now, name)

        recorded = opened.record_outcome(
            None if question == NOT_STORED else question,
            became.value,
            date=date,
            municipality=code(municipality),
            pair=pair,
            helpful=helpful,
            asked=asked,
            asked_by=code(asked_by),
            topics=topic or (),
            confidence=confidence,
            id=id_,
        )
        opened.commit()
    if as_json:
        return emit({"outcome": recorded.outcome.to_dict(), "notices": recorded.notices})
    note(recorded.notices)
    page = Page(lang)
    page.line(f"{page.say('vastgelegd')}: {recorded.outcome.id}")


FIGURE_HEADS = ("vragen", "door de kennisbank", "doorgezet", "contact", "wacht nog", "geen antwoord", "hielp", "dagen (kennisbank)")


def _figures(page: Page, title: str, rows: Iterable[dict[str, Any]], of: Sequence[str], labels: dict[str, str]) -> None:
    """A table of rows, told apart by the columns `of`: topic, from or both. Days are medians."""

    def days(row: dict[str, Any]) -> str:
        of_all, of_base = ("" if row[name] is None else f"{row[name]:.0f}" for name in ("median_days", "median_days_by_base"))
        return of_all + (f" ({of_base})" if of_base else "")

    def shown(row: dict[str, Any], column: str) -> str:
        return page.say("alle") if row[column] is None else labels.get(row[column], row[column])

    page.table(
        title,
        (*({"topic": "onderwerp", "from": "vanaf"}[column] for column in of), *FIGURE_HEADS),
        (
            (
                *(shown(row, column) for column in of),
                *outcome_counts(row),
                f"{row['told_helpful']}/{row['told']}",
                days(row),
            )
            for row in rows
        ),
    )


@app.command(epilog="Voorbeelden: m150 figures avh.m150 --network M150 --by year; m150 figures avh.m150 --topic bodycams --since 2025-01-01")
def figures(
    base: Base,
    network: Network = None,
    since: Annotated[str | None, typer.Option(help="Alleen wat vanaf deze dag gevraagd is (JJJJ-MM-DD).")] = None,
    by: Annotated[Period, typer.Option(help="Perioden: jaren, kwartalen of maanden.")] = Period.quarter,
    topic: Topics = None,
    viewer: Viewer = None,
    as_of: AsOf = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Hoe vaak gaf de kennisbank het antwoord, en hoe lang duurde het: per onderwerp en periode."""
    now = open_snapshot(base, viewer, as_of)
    labels = {one.id: one.preferred_label for one in now.topics()}
    unknown = [one for one in topic or () if one not in labels]
    if unknown:
        problems = [_core.Problem(where="--topic", what=f"'{one}' is niet bekend", expected="id van een onderwerp", advice="") for one in unknown]
        raise errors.InvalidInput(str(problems[0]), problems)
    found = now.outcome_figures(network, since=since, by=by.value)
    rows = [row for row in found.rows if not topic or row["topic"] in topic]
    if as_json:
        return emit({"rows": rows, "said": found.said, "said_mean": found.said_mean, "helped_part": found.helped_part})
    page = Page(lang)
    by_topic = "Wat er van vragen werd, per onderwerp"
    if topic:
        return _figures(page, by_topic, rows, ("topic", "from"), labels)
    _figures(page, "Wat er van vragen werd", (row for row in rows if row["topic"] is None), ("from",), labels)
    _figures(page, by_topic, (row for row in rows if row["topic"] and not row["from"]), ("topic",), labels)
    if found.said:
        page.line(
            f"{page.say('zekerheid')} {100 * found.said_mean:.0f}%, {page.say('hielp')} {100 * found.helped_part:.0f}% "
            f"({found.said} {page.say('vragen')})"
        )


@app.command(epilog="Voorbeelden: m150 gaps avh.m150 --network M150; m150 gaps avh.m150 --since 2026-01-01 --most-questions 50 --json")
def gaps(
    base: Base,
    network: Network = None,
    since: Annotated[str | None, typer.Option(help="Vragen vanaf deze dag (JJJJ-MM-DD); anders van het afgelopen jaar.")] = None,
    helped_by_one: Annotated[int, typer.Option(**WHOLE, help="Zoveel gemeenten kan een die het weet los van elkaar helpen.")] = 3,
    most_questions: Annotated[int, typer.Option(**WHOLE, help="Stel ten hoogste zoveel open vragen opnieuw, de nieuwste eerst.")] = 500,
    viewer: Viewer = None,
    as_of: AsOf = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Wat weet nog niemand: onderwerpen en vragen met behoefte en zonder aanbod."""
    now = open_snapshot(base, viewer, as_of)
    found = now.gaps(network, since=since, helped_by_one=helped_by_one, most_questions=most_questions)
    if as_json:
        return emit(found.to_dict())
    page = Page(lang)
    page.table(
        "Onderwerpen met meer behoefte dan kennis",
        ("onderwerp", "niet geholpen", "zouden komen", "weten veel", "waarom"),
        (
            (one.gap.label, str(one.unserved), str(one.gap.would_come), str(one.available), page.why(one.gap.reasons))
            for one in found.topics
        ),
    )
    page.table(
        "Vragen waarop nog niemand het antwoord weet",
        ("vraag", "gesteld", "zekerheid", "waarom", "wie er het dichtst bij komt"),
        (
            (
                f"{one.item.title} ({one.question})",
                one.date.isoformat(),
                f"{100 * one.confidence:.0f}%",
                page.say("niemand antwoordde" if one.told else "geen antwoord te vinden"),
                f"{one.best_name or one.best} ({100 * one.best_confidence:.0f}%)" if one.best else page.say("geen"),
            )
            for one in found.questions
        ),
    )
    page.line(f"{page.say('open vragen opnieuw gesteld')}: {found.asked_again}/{found.open_questions}")
