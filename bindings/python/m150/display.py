"""Results as HTML for notebooks, in Dutch. Whatever comes from a record is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from . import _core
from .drawing import brokers_svg

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
    name = f"{escape(one.name)} ({escape(one.municipality)})"
    return [_score(one.score, largest), name, f"{100 * one.confidence:.0f}%", _why(one.reasons)]


_KNOWER_HEADS = ("score", "gemeente", "weet het", "")


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


def _bullets(notices: Sequence[_core.Reason]) -> str:
    return f"<ul>{''.join(f'<li>{escape(notice.text)}</li>' for notice in notices)}</ul>" if notices else ""


def load_plan(result: _core.LoadPlan) -> str:
    """Whom to ask for which question, and how the load falls."""
    largest = _largest(one.score for question in result.questions for one in question.asked)
    rows = [
        [
            escape(question.text),
            escape(question.asked_by or ""),
            "".join(f"<div>{_score(one.score, largest)} {escape(one.name)}{_why(one.reasons)}</div>" for one in question.asked),
            _bullets(question.notices),
        ]
        for question in result.questions
    ]
    loads = sorted(result.loads, key=lambda load: (-load.load, load.municipality))
    counts = [[escape(load.name), str(load.load), str(load.before), str(load.ranked), str(load.capacity)] for load in loads]
    head = (
        f"<p>Samen {result.score:.2f}; ongedeeld {result.ranked_score:.2f}. Ongelijkheid (Gini) {result.gini:.2f}; "
        f"ongedeeld {result.gini_ranked:.2f}. {len(result.never_asked)} van de {len(result.loads)} die het weten worden niet gevraagd.</p>"
    )
    return "".join(
        [
            head,
            _bullets(result.notices),
            _table(("vraag", "van", "wie te vragen", "let op"), rows, "Geen vragen."),
            "<h4>Belasting</h4>",
            _table(("gemeente", "keer gevraagd", "waarvan eerder", "ongedeeld", "ten hoogste"), counts, "Niemand weet ervan."),
        ]
    )


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


def _notices(notices: Sequence[_core.Reason]) -> str:
    items = "".join(f"<li>{escape(notice.text)}</li>" for notice in notices)
    return f"<ul>{items}</ul>" if items else ""


def connections(result: _core.Connections) -> str:
    """The best connections for one municipality."""
    rows = list(result)
    largest = _largest(one.score for one in rows)
    table = _table(_CONNECTION_HEADS, [_connection_row(one, largest) for one in rows], "Geen koppeling met nut gevonden.")
    return table + _notices(result.notices)


def introduction(letter: _core.Introduction) -> str:
    """The letter, with its subject above it."""
    lines = "<br>".join(escape(line) for line in letter.text.rstrip().split("\n"))
    return f"<h4>{escape(letter.subject)}</h4><p>{lines}</p>"


#: Why somebody is short of guides, or a place is not filled.
WHY = {
    "no-demand": "heeft geen vraag",
    "nobody-knows": "niemand weet wat hier nodig is",
    "guides-full": "wie het weet is al vol",
    "paused": "wie het weet vroeg nu niet benaderd te worden",
    "already-connected": "met wie het weet was er al contact",
    "repeats": "nog een gids over hetzelfde voegt niets toe",
    "no-weight": "de behoefte telt niet mee",
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


def gaps(result: _core.Gaps) -> str:
    """What nobody knows yet."""
    topics = [
        [escape(one.gap.label), str(one.gap.would_come), str(one.available), str(one.unserved), _why(one.gap.reasons)]
        for one in result.topics
    ]  # fmt: skip
    questions = [
        [escape(one.item.title), escape(one.date.isoformat()), f"{100 * one.confidence:.0f}%", _nearest(one)]
        for one in result.questions
    ]  # fmt: skip
    return "".join(
        [
            "<h4>Onderwerpen met meer behoefte dan kennis</h4>",
            _table(("onderwerp", "zouden komen", "weten veel", "niet geholpen", ""), topics, "Geen."),
            "<h4>Vragen waarop nog niemand het antwoord weet</h4>",
            f"<p>{result.asked_again} van {result.open_questions} open vragen opnieuw gesteld.</p>",
            _table(("vraag", "gesteld op", "zekerheid van een antwoord", "wie er het dichtst bij komt"), questions, "Geen."),
        ]
    )


def _nearest(one: _core.QuestionWithoutAnswer) -> str:
    return f"{escape(one.best)} ({100 * one.best_confidence:.0f}%)" if one.best else "niemand"


def outcome_figures(result: _core.OutcomeFigures) -> str:
    """How often the base answered, and how long that took."""
    rows = [
        [
            escape(row["topic"] or "alle"),
            escape(row["from"] or "alle"),
            str(row["cases"]),
            f"{row['by_base']} ({100 * row['part_by_base']:.0f}%)",
            str(row["passed_on"]),
            str(row["contacted"]),
            str(row["unanswered"]),
            f"{row['told_helpful']} van {row['told']}",
            "" if row["median_days"] is None else f"{row['median_days']:.0f}",
        ]
        for row in result.rows
    ]
    heads = ("onderwerp", "vanaf", "vragen", "door de kennisbank", "doorgezet", "contact", "onbeantwoord", "hielp", "dagen (mediaan)")
    return _table(heads, rows, "Nog niets vastgelegd.")


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
            _notices(result.notices),
            _table(_CONNECTION_HEADS, [_connection_row(one, largest) for one in result.connections], "Geen koppelingen."),
            "<h4>Minder dan gewenst</h4>" if short else "",
            _table(("gemeente", "te weinig", "waarom"), short, "") if short else "",
        ]
    )


_MOST_BROKERS = 15


def brokers(result: _core.Brokers) -> str:
    """The network as a picture, and who holds it together, who is alone, and what rests on one municipality."""
    names = {one.municipality: one.name for one in result.municipalities}
    first = [one for one in result.municipalities if one.betweenness > 0][:_MOST_BROKERS]
    largest = _largest(one.betweenness for one in first)
    middle = [
        [
            _score(one.betweenness, largest),
            f"{escape(one.name)} ({escape(one.municipality)})",
            str(one.degree),
            f"valt uiteen in {one.pieces}" if one.pieces > 1 else "blijft heel",
        ]
        for one in first
    ]
    lone = [
        [
            escape(one.label),
            f"{escape(one.name)} ({escape(one.municipality)}) {one.expertise:.2f}" + _why(one.reasons),
            f"{escape(names[one.next])} {one.next_expertise:.2f}" if one.next is not None else "niemand",
            str(one.would_miss),
        ]
        for one in result.topics
    ]
    parts = ", ".join(str(len(one)) for one in result.components) or "geen"
    alone = ", ".join(escape(names[code]) for code in result.unconnected[:_MOST_ROWS])
    more = f" en nog {len(result.unconnected) - _MOST_ROWS}" if len(result.unconnected) > _MOST_ROWS else ""
    return "".join(
        [
            brokers_svg(result),
            f"<p>{len(result.municipalities)} gemeenten, {len(result.ties)} banden; delen die samenhangen: {parts}</p>",
            "<h4>Wie houdt het netwerk bijeen</h4>",
            _table(("tussen anderen", "gemeente", "banden", "zonder haar"), middle, "Niemand ligt tussen anderen."),
            f"<h4>Nog nooit verbonden ({len(result.unconnected)})</h4>",
            f"<p>{alone}{more}</p>" if alone else "<p>Niemand.</p>",
            f"<h4>Onderwerpen die op één gemeente rusten ({len(result.topics)} van {result.known_topics})</h4>",
            _table(("onderwerp", "rust op", "daarna", "zouden haar missen"), lone, "Geen."),
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
