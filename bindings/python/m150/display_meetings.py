"""Results as HTML for notebooks, in Dutch: what plays, agendas, speakers, tables, and what became of questions."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from . import _core
from .html import WHY, bullets, bursts_text, day_text, largest_of, score_bar, table, why


def gap_map(result: _core.GapMap) -> str:
    """What plays, topic by topic."""
    largest = largest_of(gap.score for gap in result.topics)
    rows = [
        [
            escape(gap.label),
            score_bar(gap.score, largest) + why(gap.reasons),
            f"{gap.demand:.2f}",
            f"{gap.supply:.2f}",
            f"{gap.questions} ({gap.questions_before})",
            escape(gap.last_treated.isoformat() if gap.last_treated else "nooit"),
            str(gap.would_come),
            str(gap.know),
            escape(bursts_text(gap, result.today)),
        ]
        for gap in result.topics
    ]
    heads = ("onderwerp", "score", "behoefte", "kennis", "vragen (ervoor)", "laatst behandeld", "zouden komen", "weten veel", "plotseling veel vragen")
    return table(heads, rows, "Geen onderwerpen.")


def gaps(result: _core.Gaps) -> str:
    """What nobody knows yet."""
    topics = [
        [escape(one.gap.label), str(one.gap.would_come), str(one.available), str(one.unserved), why(one.gap.reasons)]
        for one in result.topics
    ]  # fmt: skip
    questions = [
        [escape(one.item.title), escape(one.date.isoformat()), f"{100 * one.confidence:.0f}%", _nearest(one)]
        for one in result.questions
    ]  # fmt: skip
    return "".join(
        [
            "<h4>Onderwerpen met meer behoefte dan kennis</h4>",
            table(("onderwerp", "zouden komen", "weten veel", "niet geholpen", ""), topics, "Geen."),
            "<h4>Vragen waarop nog niemand het antwoord weet</h4>",
            f"<p>{result.asked_again} van {result.open_questions} open vragen opnieuw gesteld.</p>",
            table(("vraag", "gesteld op", "zekerheid van een antwoord", "wie er het dichtst bij komt"), questions, "Geen."),
        ]
    )


def _nearest(one: _core.QuestionWithoutAnswer) -> str:
    return f"{escape(one.best_name or one.best)} ({100 * one.best_confidence:.0f}%)" if one.best else "niemand"


def outcome_counts(row: dict[str, Any]) -> tuple[str, ...]:
    """Of a row of OutcomeFigures: asked, answered by the base, passed on, contacted, waiting, without an answer."""
    by_base = f"{row['by_base']} ({100 * row['part_by_base']:.0f}%)"
    return (str(row["cases"]), by_base, *(str(row[name]) for name in ("passed_on", "contacted", "waiting", "unanswered")))


def outcome_figures(result: _core.OutcomeFigures) -> str:
    """How often the base answered, and how long that took."""
    rows = [
        [
            escape(row["topic"] or "alle"),
            escape(row["from"] or "alle"),
            *outcome_counts(row),
            f"{row['told_helpful']} van {row['told']}",
            "" if row["median_days"] is None else f"{row['median_days']:.0f}",
        ]
        for row in result.rows
    ]
    heads = ("onderwerp", "vanaf", "vragen", "door de kennisbank", "doorgezet", "contact", "wacht op antwoord", "onbeantwoord", "hielp", "dagen (mediaan)")
    return table(heads, rows, "Nog niets vastgelegd.")


def agenda_proposal(result: _core.AgendaProposal) -> str:
    """The best agenda, and the further ones."""
    parts = []
    for number, agenda in enumerate((result.best, *result.others)):
        name = "Beste agenda" if number == 0 else f"Andere agenda {number}"
        rows = [
            [
                escape(item.item.title),
                f"{item.item.minutes} min" + (" (tegelijk)" if item.parallel else ""),
                f"{item.value:.2f}" + why(item.reasons),
                str(item.municipalities),
            ]
            for item in agenda.items
        ]
        bound = f"{agenda.value:.2f}, ten hoogste {agenda.upper_bound:.2f}"
        parts.append(f"<h4>{name} ({bound})</h4>" + table(("onderwerp", "duur", "waarde", "gemeenten"), rows, "Leeg."))
    notices = "".join(f"<li>{escape(notice.text)}</li>" for notice in result.notices)
    return "".join(parts) + (f"<ul>{notices}</ul>" if notices else "")


def seating_plan(result: _core.SeatingPlan) -> str:
    """The tables, round by round; whoever knows the topic of the table in bold."""
    names = result.names

    def seated(one: _core.MeetingTable) -> str:
        parts = []
        for code, person in one.people:
            name = escape(names[code] + (f" ({person})" if person > 1 else ""))
            parts.append(f"<b>{name}</b>" if code in one.knowers else name)
        return ", ".join(parts)

    # A plan that was kept before bounds on wishes were has 0 for it.
    at_most = f" (meer dan {result.wishes_bound} kan niet)" if result.wishes_bound >= result.wishes_met else ""
    counts = (
        f"<p>{result.people} mensen; {result.repeats} keer opnieuw bij elkaar (minder dan {result.repeats_bound} kan niet); "
        f"{result.wishes_met} van {result.wishes} wensen vervuld{at_most}</p>"
    )
    parts = [counts]
    for number, tables in enumerate(result.rounds, 1):
        rows = [
            [str(place), escape(one.label), seated(one)]
            for place, one in enumerate(tables, 1)
        ]
        parts.append(f"<h4>Ronde {number}</h4>" + table(("tafel", "onderwerp", "wie"), rows, "Geen tafels."))
    return "".join(parts)


#: What a programme could not do.
WHAT = {
    "item": "agendapunt",
    "speaker": "spreker",
    "lock": "vaste plaats bij",
    "municipalities": "sprekers van gemeenten",
    "newcomers": "nieuwe sprekers",
}


def speaker_fit(fit: _core.SpeakerFit) -> str:
    """The matrix of items and speakers."""
    rows = [
        [escape(item), *(score_bar(fit.value(i, j), 1.0) for j in range(len(fit.speakers)))]
        for i, item in enumerate(fit.items)
    ]
    return table(("agendapunt", *fit.speakers), rows, "Geen agendapunten.")


def _who(slot: _core.Slot) -> str:
    name = f"gemeente {slot.name}" if slot.municipality else slot.name
    return name if name == slot.speaker else f"{name} ({slot.speaker})"


def _slots(slots: Sequence[_core.Slot]) -> str:
    return "".join(f"<div>{score_bar(slot.fit, 1.0)} {escape(_who(slot))}{why(slot.reasons)}</div>" for slot in slots)


def programme(result: _core.Programme) -> str:
    """Who speaks on what, and what could not be filled."""
    rows = [
        [
            escape(item.item) + (f" <b>({item.missing} te weinig)</b>" if item.missing else ""),
            _slots(item.speakers),
            _slots(item.alternates),
        ]
        for item in result.items
    ]
    unfilled = "".join(
        f"<li>{WHAT.get(one.what, one.what)} {escape(one.id)}: "
        f"{'niet gelukt' if one.what == 'lock' else f'{one.missing} te weinig'}, "
        f"{escape(WHY.get(one.why, one.why))} ({escape(', '.join([*one.items, *one.speakers]))})</li>"
        for one in result.unfilled
    )
    ways = "".join(
        f"<h4>{head}</h4><ul>{''.join(f'<li>{escape(reason.text)}</li>' for reason in reasons)}</ul>"
        for head, reasons in (("Dit kan niet samen", result.contradiction), ("Goedkoopste uitweg", result.relaxation))
        if reasons
    )
    shown = table(("agendapunt", "sprekers", "reserve"), rows, "Geen agendapunten.")
    return shown + (f"<ul>{unfilled}</ul>" if unfilled else "") + ways


def region_plan(result: _core.RegionPlan) -> str:
    """The regions, and what was divided."""
    names = result.names
    sizes = f"{result.smallest} tot {result.largest} leden" if result.smallest < result.largest else f"{result.largest} leden"
    head = f"<p>{result.members} leden in {len(result.regions)} regio's van {sizes}; gemiddeld {result.mean_km:.1f} km naar de gastheer</p>"
    bound = f"<p>Kosten {result.cost:.0f} km (ten minste {result.lower_bound:.0f}){why(result.reasons)}</p>"
    rows = [
        [
            str(number),
            escape(region.name),
            str(len(region.members)),
            f"{region.mean_km:.1f} km",
            f"{region.longest_km:.1f} km",
            escape(", ".join(sorted(names[code] for code in region.members))),
        ]
        for number, region in enumerate(result.regions, 1)
    ]
    shown = table(("regio", "gastheer", "leden", "gemiddeld", "verst", "wie"), rows, "Geen regio's.")
    kinds = {"province": "provincie", "safety_region": "veiligheidsregio"}
    splits = [
        [kinds.get(one.kind, one.kind), escape(one.name), str(one.members), str(one.regions), escape(", ".join(sorted(names[code] for code in one.cut_off)))]
        for one in result.splits
    ]
    divided = "<h4>Verdeeld over regio's</h4>" + table(("soort", "naam", "leden", "regio's", "buiten de grootste"), splits, "") if splits else ""
    notices = "".join(f"<li>{escape(notice.text)}</li>" for notice in result.notices)
    return head + bound + shown + divided + (f"<ul>{notices}</ul>" if notices else "")


def host_ranking(result: _core.HostRanking) -> str:
    """Where to meet, best first."""
    rows = [
        [
            f"{escape(one.name)} ({escape(one.municipality)})",
            f"{one.cost:.1f}" + why(one.reasons),
            f"{one.mean_km:.1f} km",
            f"{one.longest_km:.1f} km",
            day_text(one.was_host) if one.was_host else "",
        ]
        for one in result.hosts
    ]
    notices = "".join(f"<li>{escape(notice.text)}</li>" for notice in result.notices)
    shown = table(("gastheer", "kosten", "gemiddeld", "verst", "was gastheer"), rows, "Niemand.")
    return shown + (f"<ul>{notices}</ul>" if notices else "")


#: Why no new working group is on a topic.
WHY_NO_GROUP = {
    "running": "er loopt een groep",
    "closing": "de lopende groep kan worden afgerond",
    "not-asked": "niemand vroeg ernaar",
    "served": "er was een groep; sindsdien vroeg niemand ernaar",
    "not-lasting": "de vraag houdt niet aan",
    "nobody-knows": "niemand weet het",
    "few-knowers": "te weinig die het weten",
    "few-needers": "te weinig die het nodig hebben",
    "few-members": "te weinig gemeenten",
    "few-regions": "te weinig regio's",
    "no-room": "wie erin kan, zit al in genoeg groepen",
    "outweighed": "andere groepen zijn meer waard",
    "limited": "de rekentijd was op",
}


def working_group_proposals(result: _core.WorkingGroupProposals) -> str:
    """Working groups to start, to join and to close."""
    largest = largest_of(one.score for one in result.groups)

    def names(members: Sequence[_core.GroupMember], chair: str | None = None) -> str:
        parts = []
        for member in members:
            name = escape(member.name) + (" (voorzitter)" if member.municipality == chair else "")
            parts.append(f"<b>{name}</b>" if member.knows else name)
        return ", ".join(parts)

    groups = [
        [score_bar(one.score, largest) + why(one.reasons), escape(one.name), names(one.members, one.chair), str(one.regions)]
        for one in result.groups
    ]
    joins = [[escape(one.group), names(one.members), why(one.reasons)] for one in result.joins]
    closings = [[escape(one.group), "<br>".join(escape(reason.text) for reason in one.reasons)] for one in result.closings]
    rest = [[escape(one.topic), str(one.periods), WHY_NO_GROUP[one.why]] for one in result.topics if one.why != "proposed"]
    notices = "".join(f"<li>{escape(notice.text)}</li>" for notice in result.notices)
    return "".join(
        [
            f"<p>Samen {result.value:.2f} (ten hoogste {result.upper_bound:.2f}); wie het weet staat vet</p>",
            "<h4>Te starten</h4>",
            table(("waarde", "werkgroep", "gemeenten", "regio's"), groups, "Geen."),
            "<h4>Nieuwe leden</h4>" + table(("werkgroep", "gemeenten", ""), joins, "") if joins else "",
            "<h4>Af te ronden</h4>" + table(("werkgroep", "waarom"), closings, "") if closings else "",
            "<details><summary>andere onderwerpen</summary>",
            table(("onderwerp", "perioden", "waarom niet"), rest, "Geen."),
            "</details>",
            f"<ul>{notices}</ul>" if notices else "",
        ]
    )
