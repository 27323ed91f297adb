"""Results as HTML for notebooks, in Dutch. Whatever comes from a record is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from . import _core

_BAR = "display:inline-block;height:0.6em;background:#1a6fb0;vertical-align:middle;margin-right:0.4em"
_CELL = "text-align:left;vertical-align:top"
_MOST_ROWS = 200


def _date(day: object) -> str:
    return escape(str(day))


def _score(score: float, largest: float) -> str:
    share = max(0.0, min(1.0, score / largest)) if largest > 0 else 0.0
    return f'<span style="{_BAR};width:{6 * share:.2f}em"></span>{score:.3f}'


def _reason_items(reasons: Iterable[_core.Reason]) -> str:
    items = []
    for reason in reasons:
        parts = reason.parts
        inner = f"<ul>{_reason_items(parts)}</ul>" if parts else ""
        items.append(f"<li>{reason.share:+.3f} {escape(reason.text)}{inner}</li>")
    return "".join(items)


def _why(reasons: Sequence[_core.Reason]) -> str:
    if not reasons:
        return ""
    return f"<details><summary>waarom</summary><ul>{_reason_items(reasons)}</ul></details>"


def _marked(snippet: _core.Snippet) -> str:
    """The text of a snippet, escaped, with <mark> around what matches."""
    text = snippet.text
    pieces, at = [], 0
    for begin, end in snippet.matches:
        pieces.append(escape(text[at:begin]))
        pieces.append(f"<mark>{escape(text[begin:end])}</mark>")
        at = end
    pieces.append(escape(text[at:]))
    return "".join(pieces)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], empty: str) -> str:
    """Cells are HTML already; heads are text."""
    if not rows:
        return f"<p>{escape(empty)}</p>"
    head = "".join(f'<th style="{_CELL}">{escape(one)}</th>' for one in heads)
    body = "".join(
        "<tr>" + "".join(f'<td style="{_CELL}">{cell}</td>' for cell in row) + "</tr>" for row in rows[:_MOST_ROWS]
    )
    more = f"<p>en nog {len(rows) - _MOST_ROWS} rijen</p>" if len(rows) > _MOST_ROWS else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _largest(scores: Iterable[float]) -> float:
    return max(scores, default=0.0)


def _answer_row(found: _core.FoundAnswer, largest: float) -> list[str]:
    question = found.question
    title = escape(question.title or question.id)
    accepted = " ✓" if any(answer.accepted for answer in found.answers) else ""
    return [
        _score(found.score, largest),
        f"<b>{title}</b>{accepted}<br>{_marked(found.snippet)}",
        f"{escape(question.asked_by or '')}<br>{_date(question.date)}",
        str(len(found.answers)),
        _why(found.reasons),
    ]


_ANSWER_HEADS = ("score", "vraag", "gesteld", "antwoorden", "")


def found_answer(found: _core.FoundAnswer) -> str:
    """An existing question with its answers in full."""
    table = _table(_ANSWER_HEADS, [_answer_row(found, found.score)], "")
    answers = "".join(
        f"<li>{escape(answer.by or answer.by_organisation or '')} ({_date(answer.date)}): {escape(answer.text)}</li>"
        for answer in found.answers
    )
    return f"{table}<ul>{answers}</ul>"


def _knower_row(one: _core.Knower, largest: float) -> list[str]:
    return [_score(one.score, largest), f"{escape(one.name)} ({escape(one.municipality)})", _why(one.reasons)]


_KNOWER_HEADS = ("score", "gemeente", "")


def knower(one: _core.Knower) -> str:
    """A municipality that knows."""
    return _table(_KNOWER_HEADS, [_knower_row(one, one.score)], "")


def reply(result: _core.Reply) -> str:
    """Existing answers, who knows, and how sure that is."""
    notices = "".join(f"<li>{escape(notice.text)}</li>" for notice in result.notices)
    read = understood(result.understood)
    best_answer = _largest(found.score for found in result.answers)
    best_knower = _largest(one.score for one in result.municipalities)
    return "".join(
        [
            f"<p>Zekerheid {100 * result.confidence:.0f}%: {escape(result.explain_verdict())}</p>",
            f"<ul>{notices}</ul>" if notices else "",
            f"<details><summary>zo is de vraag gelezen</summary>{read}</details>" if read else "",
            "<h4>Bestaande antwoorden</h4>",
            _table(_ANSWER_HEADS, [_answer_row(found, best_answer) for found in result.answers], "Geen gevonden."),
            "<h4>Wie weet het</h4>",
            _table(_KNOWER_HEADS, [_knower_row(one, best_knower) for one in result.municipalities], "Nog niemand."),
        ]
    )


def understood(query: _core.Understood) -> str:
    """What was made of a question's words."""
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in query.sentences())
    return f"<ul>{items}</ul>" if items else ""


_CONNECTION_HEADS = ("score", "leert", "van", "over", "")


def _connection_row(one: _core.Connection, largest: float) -> list[str]:
    return [
        _score(one.score, largest),
        f"{escape(one.learner_name)} ({escape(one.learner)})",
        f"{escape(one.guide_name)} ({escape(one.guide)})",
        escape(", ".join(one.topics)),
        _why(one.reasons),
    ]


def connection(one: _core.Connection) -> str:
    """Two municipalities to connect."""
    return _table(_CONNECTION_HEADS, [_connection_row(one, one.score)], "")


def connections(result: _core.Connections) -> str:
    """The best connections for one municipality."""
    rows = list(result)
    largest = _largest(one.score for one in rows)
    return _table(_CONNECTION_HEADS, [_connection_row(one, largest) for one in rows], "Geen koppeling met nut gevonden.")


#: Why somebody is short of guides, or a place is not filled.
WHY = {
    "no-demand": "heeft geen vraag",
    "nobody-knows": "niemand weet wat hier nodig is",
    "guides-full": "wie het weet is al vol",
    "no-candidates": "niemand past",
    "too-few-speakers": "te weinig sprekers die passen",
    "too-few-items": "te weinig punten die passen",
    "rules-contradict": "regels spreken elkaar tegen",
    "limit": "het zoeken is afgebroken",
}


def gap_map(result: _core.GapMap) -> str:
    """What plays, topic by topic."""
    largest = _largest(gap.score for gap in result.topics)
    rows = [
        [
            escape(gap.label),
            _score(gap.score, largest) + _why(gap.reasons),
            f"{gap.demand:.2f}",
            f"{gap.supply:.2f}",
            f"{gap.questions} ({gap.questions_before})",
            escape(gap.last_treated.isoformat() if gap.last_treated else "nooit"),
            str(gap.would_come),
            str(gap.know),
        ]
        for gap in result.topics
    ]
    heads = ("onderwerp", "score", "behoefte", "kennis", "vragen (ervoor)", "laatst behandeld", "zouden komen", "weten veel")
    return _table(heads, rows, "Geen onderwerpen.")


def agenda_proposal(result: _core.AgendaProposal) -> str:
    """The best agenda, and the further ones."""
    parts = []
    for number, agenda in enumerate((result.best, *result.others)):
        name = "Beste agenda" if number == 0 else f"Andere agenda {number}"
        rows = [
            [
                escape(item.item.title),
                f"{item.item.minutes} min" + (" (tegelijk)" if item.parallel else ""),
                f"{item.value:.2f}" + _why(item.reasons),
                str(item.municipalities),
            ]
            for item in agenda.items
        ]
        bound = f"{agenda.value:.2f}, ten hoogste {agenda.upper_bound:.2f}"
        parts.append(f"<h4>{name} ({bound})</h4>" + _table(("onderwerp", "duur", "waarde", "gemeenten"), rows, "Leeg."))
    notices = "".join(f"<li>{escape(notice.text)}</li>" for notice in result.notices)
    return "".join(parts) + (f"<ul>{notices}</ul>" if notices else "")


def seating_plan(result: _core.SeatingPlan) -> str:
    """The tables, round by round."""
    counts = (
        f"<p>{result.people} mensen; {result.repeats} keer opnieuw bij elkaar (minder dan {result.repeats_bound} kan niet); "
        f"{result.wishes_met} van {result.wishes} wensen vervuld</p>"
    )
    parts = [counts]
    for number, tables in enumerate(result.rounds, 1):
        rows = [
            [str(table), escape(one.topic or ""), escape(", ".join(f"{code} {person}" for code, person in one.people))]
            for table, one in enumerate(tables, 1)
        ]
        parts.append(f"<h4>Ronde {number}</h4>" + _table(("tafel", "onderwerp", "wie"), rows, "Geen tafels."))
    return "".join(parts)


#: Why no new working group is on a topic.
WHY_NO_GROUP = {
    "running": "er loopt een groep",
    "closing": "de lopende groep kan worden afgerond",
    "not-asked": "niemand vroeg ernaar",
    "not-lasting": "de vraag houdt niet aan",
    "nobody-knows": "niemand weet het",
    "few-knowers": "te weinig die het weten",
    "few-needers": "te weinig die het nodig hebben",
    "few-members": "te weinig gemeenten",
    "few-regions": "te weinig regio's",
    "no-room": "wie erin kan, zit al in genoeg groepen",
    "outweighed": "andere groepen zijn meer waard",
}


def working_group_proposals(result: _core.WorkingGroupProposals) -> str:
    """Working groups to start, to join and to close."""
    largest = _largest(one.score for one in result.groups)

    def names(members: Sequence[_core.GroupMember], chair: str | None = None) -> str:
        parts = []
        for member in members:
            name = escape(member.name) + (" (voorzitter)" if member.municipality == chair else "")
            parts.append(f"<b>{name}</b>" if member.knows else name)
        return ", ".join(parts)

    groups = [
        [_score(one.score, largest) + _why(one.reasons), escape(one.name), names(one.members, one.chair), str(one.regions)]
        for one in result.groups
    ]
    joins = [[escape(one.group), names(one.members), _why(one.reasons)] for one in result.joins]
    closings = [[escape(one.group), "<br>".join(escape(reason.text) for reason in one.reasons)] for one in result.closings]
    rest = [[escape(one.topic), str(one.periods), WHY_NO_GROUP[one.why]] for one in result.topics if one.why != "proposed"]
    notices = "".join(f"<li>{escape(notice.text)}</li>" for notice in result.notices)
    return "".join(
        [
            f"<p>Samen {result.value:.2f} (ten hoogste {result.upper_bound:.2f}); wie het weet staat vet</p>",
            "<h4>Te starten</h4>",
            _table(("waarde", "werkgroep", "gemeenten", "regio's"), groups, "Geen."),
            "<h4>Nieuwe leden</h4>" + _table(("werkgroep", "gemeenten", ""), joins, "") if joins else "",
            "<h4>Af te ronden</h4>" + _table(("werkgroep", "waarom"), closings, "") if closings else "",
            "<details><summary>andere onderwerpen</summary>",
            _table(("onderwerp", "perioden", "waarom niet"), rest, "Geen."),
            "</details>",
            f"<ul>{notices}</ul>" if notices else "",
        ]
    )


#: What a programme could not do.
WHAT = {
    "item": "agendapunt",
    "speaker": "spreker",
    "lock": "vaste plaats bij",
    "municipalities": "sprekers van gemeenten",
    "newcomers": "nieuwe sprekers",
}


def plan(result: _core.ConnectionPlan) -> str:
    """The plan for the whole network."""
    largest = _largest(one.score for one in result.connections)
    short = [
        [escape(one.municipality), str(one.missing), escape(WHY.get(one.why, one.why))] for one in result.unconnected
    ]
    return "".join(
        [
            f"<p>{len(result.connections)} koppelingen, samen {result.objective:.3f} (ten hoogste {result.upper_bound:.3f})</p>",
            _table(_CONNECTION_HEADS, [_connection_row(one, largest) for one in result.connections], "Geen koppelingen."),
            "<h4>Minder dan gewenst</h4>" if short else "",
            _table(("gemeente", "te weinig", "waarom"), short, "") if short else "",
        ]
    )


def speaker_fit(fit: _core.SpeakerFit) -> str:
    """The matrix of items and speakers."""
    rows = [
        [escape(item), *(_score(fit.value(i, j), 1.0) for j in range(len(fit.speakers)))]
        for i, item in enumerate(fit.items)
    ]
    return _table(("agendapunt", *fit.speakers), rows, "Geen agendapunten.")


def _slots(slots: Sequence[_core.Slot]) -> str:
    return "".join(
        f"<div>{_score(slot.fit, 1.0)} {escape(slot.speaker)}, {escape(slot.role)}{_why(slot.reasons)}</div>" for slot in slots
    )


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
        f"<li>{WHAT.get(one.what, one.what)} {escape(one.id)}: {one.missing} te weinig, "
        f"{escape(WHY.get(one.why, one.why))} ({escape(', '.join([*one.items, *one.speakers]))})</li>"
        for one in result.unfilled
    )
    ways = "".join(
        f"<h4>{head}</h4><ul>{''.join(f'<li>{escape(reason.text)}</li>' for reason in reasons)}</ul>"
        for head, reasons in (("Dit kan niet samen", result.contradiction), ("Goedkoopste uitweg", result.relaxation))
        if reasons
    )
    table = _table(("agendapunt", "sprekers", "reserve"), rows, "Geen agendapunten.")
    return table + (f"<ul>{unfilled}</ul>" if unfilled else "") + ways
