"""Results as HTML for notebooks, in Dutch: answers, who knows, connections. The rest is in display_meetings.py."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from . import _core
from .display_meetings import (
    WHY_NO_GROUP,
    agenda_proposal,
    gap_map,
    gaps,
    host_ranking,
    outcome_figures,
    programme,
    region_plan,
    seating_plan,
    speaker_fit,
    working_group_proposals,
)
from .display_plan import meeting_plan, plan_diff
from .drawing import brokers_svg
from .html import MOST_ROWS, WHY, bullets, day_text, largest_of, marked, score_bar, table, why

__all__ = [
    "WHY",
    "WHY_NO_GROUP",
    "agenda_proposal",
    "brokers",
    "connection",
    "connections",
    "found_answer",
    "gap_map",
    "gaps",
    "host_ranking",
    "introduction",
    "knower",
    "knowers_title",
    "load_plan",
    "meeting_plan",
    "outcome_figures",
    "plan",
    "plan_diff",
    "programme",
    "region_plan",
    "reply",
    "seating_plan",
    "speaker_fit",
    "understood",
    "working_group_proposals",
]


def _answer_row(found: _core.FoundAnswer, largest: float) -> list[str]:
    question = found.question
    title = escape(question.title or question.id)
    accepted = " ✓" if any(answer.accepted for answer in found.answers) else ""
    return [
        score_bar(found.score, largest),
        f"<b>{title}</b>{accepted}<br>{marked(found.snippet)}",
        f"{escape(question.asked_by or '')}<br>{day_text(question.date)}",
        str(len(found.answers)),
        why(found.reasons),
    ]


_ANSWER_HEADS = ("score", "vraag", "gesteld", "antwoorden", "")


def found_answer(found: _core.FoundAnswer) -> str:
    """An existing question with its answers in full."""
    shown = table(_ANSWER_HEADS, [_answer_row(found, found.score)], "")
    answers = "".join(
        f"<li>{escape(answer.by or answer.by_organisation or '')} ({day_text(answer.date)}): {escape(answer.text)}</li>"
        for answer in found.answers
    )
    return f"{shown}<ul>{answers}</ul>"


def _knower_row(one: _core.Knower, largest: float) -> list[str]:
    name = f"{escape(one.name)} ({escape(one.municipality)})"
    return [score_bar(one.score, largest), name, f"{100 * one.confidence:.0f}%", why(one.reasons)]


_KNOWER_HEADS = ("score", "gemeente", "weet het, als de vraag in het vakgebied valt", "")


def knower(one: _core.Knower) -> str:
    """A municipality that knows."""
    return table(_KNOWER_HEADS, [_knower_row(one, one.score)], "")


def knowers_title(result: _core.Reply) -> str:
    """The head of the municipalities of a reply: that they know it is not said of a question that nobody knows."""
    return "Wie er het dichtst bij komt" if result.verdict == "nobody" and result.municipalities else "Wie weet het"


def reply(result: _core.Reply) -> str:
    """Existing answers, who knows, and how sure that is."""
    notices = "".join(f"<li>{escape(notice.text)}</li>" for notice in result.notices)
    read = understood(result.understood)
    best_answer = largest_of(found.score for found in result.answers)
    best_knower = largest_of(one.score for one in result.municipalities)
    return "".join(
        [
            f"<p>Zekerheid {100 * result.confidence:.0f}%: {escape(result.explain_verdict())}</p>",
            f"<ul>{notices}</ul>" if notices else "",
            f"<details><summary>zo is de vraag gelezen</summary>{read}</details>" if read else "",
            "<h4>Bestaande antwoorden</h4>",
            table(_ANSWER_HEADS, [_answer_row(found, best_answer) for found in result.answers], "Geen gevonden."),
            f"<h4>{knowers_title(result)}</h4>",
            table(_KNOWER_HEADS, [_knower_row(one, best_knower) for one in result.municipalities], "Nog niemand."),
        ]
    )


def understood(query: _core.Understood) -> str:
    """What was made of a question's words."""
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in query.sentences())
    return f"<ul>{items}</ul>" if items else ""


def load_plan(result: _core.LoadPlan) -> str:
    """Whom to ask for which question, and how the load falls."""
    largest = largest_of(one.score for question in result.questions for one in question.asked)
    rows = [
        [
            escape(question.text),
            escape(question.asked_by or ""),
            "".join(f"<div>{score_bar(one.score, largest)} {escape(one.name)}{why(one.reasons)}</div>" for one in question.asked),
            bullets(question.notices),
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
            bullets(result.notices),
            table(("vraag", "van", "wie te vragen", "let op"), rows, "Geen vragen."),
            "<h4>Belasting</h4>",
            table(("gemeente", "keer gevraagd", "waarvan eerder", "ongedeeld", "ten hoogste"), counts, "Niemand weet ervan."),
        ]
    )


_CONNECTION_HEADS = ("score", "leert", "van", "over", "")


def _connection_row(one: _core.Connection, largest: float) -> list[str]:
    return [
        score_bar(one.score, largest),
        f"{escape(one.learner_name)} ({escape(one.learner)})",
        f"{escape(one.guide_name)} ({escape(one.guide)})",
        escape(", ".join(one.topics)),
        why(one.reasons),
    ]


def connection(one: _core.Connection) -> str:
    """Two municipalities to connect."""
    return table(_CONNECTION_HEADS, [_connection_row(one, one.score)], "")


def connections(result: _core.Connections) -> str:
    """The best connections for one municipality."""
    rows = list(result)
    largest = largest_of(one.score for one in rows)
    shown = table(_CONNECTION_HEADS, [_connection_row(one, largest) for one in rows], "Geen koppeling met nut gevonden.")
    return shown + bullets(result.notices)


def introduction(letter: _core.Introduction) -> str:
    """The letter, with its subject above it."""
    lines = "<br>".join(escape(line) for line in letter.text.rstrip().split("\n"))
    return f"<h4>{escape(letter.subject)}</h4><p>{lines}</p>"


def plan(result: _core.ConnectionPlan) -> str:
    """The plan for the whole network."""
    largest = largest_of(one.score for one in result.connections)
    short = [
        [escape(one.municipality), str(one.missing), escape(WHY.get(one.why, one.why))] for one in result.unconnected
    ]
    return "".join(
        [
            f"<p>{len(result.connections)} koppelingen, samen {result.objective:.3f} (ten hoogste {result.upper_bound:.3f})</p>",
            bullets(result.notices),
            table(_CONNECTION_HEADS, [_connection_row(one, largest) for one in result.connections], "Geen koppelingen."),
            "<h4>Minder dan gewenst</h4>" if short else "",
            table(("gemeente", "te weinig", "waarom"), short, "") if short else "",
        ]
    )


_MOST_BROKERS = 15


def brokers(result: _core.Brokers) -> str:
    """The network as a picture, and who holds it together, who is alone, and what rests on one municipality."""
    names = {one.municipality: one.name for one in result.municipalities}
    first = [one for one in result.municipalities if one.betweenness > 0][:_MOST_BROKERS]
    largest = largest_of(one.betweenness for one in first)
    middle = [
        [
            score_bar(one.betweenness, largest),
            f"{escape(one.name)} ({escape(one.municipality)})",
            str(one.degree),
            f"valt uiteen in {one.pieces}" if one.pieces > 1 else "blijft heel",
        ]
        for one in first
    ]
    lone = [
        [
            escape(one.label),
            f"{escape(one.name)} ({escape(one.municipality)}) {one.expertise:.2f}" + why(one.reasons),
            f"{escape(names[one.next])} {one.next_expertise:.2f}" if one.next is not None else "niemand",
            str(one.would_miss),
        ]
        for one in result.topics
    ]
    parts = ", ".join(str(len(one)) for one in result.components) or "geen"
    alone = ", ".join(escape(names[code]) for code in result.unconnected[:MOST_ROWS])
    never = "Nog nooit verbonden" if result.since is None else f"Niet verbonden sinds {day_text(result.since)}"
    more = f" en nog {len(result.unconnected) - MOST_ROWS}" if len(result.unconnected) > MOST_ROWS else ""
    return "".join(
        [
            brokers_svg(result),
            f"<p>{len(result.municipalities)} gemeenten, {len(result.ties)} banden; delen die samenhangen: {parts}</p>",
            "<h4>Wie houdt het netwerk bijeen</h4>",
            table(("tussen anderen", "gemeente", "banden", "zonder haar"), middle, "Niemand ligt tussen anderen."),
            f"<h4>{never} ({len(result.unconnected)})</h4>",
            f"<p>{alone}{more}</p>" if alone else "<p>Niemand.</p>",
            f"<h4>Onderwerpen die op één gemeente rusten ({len(result.topics)} van {result.known_topics})</h4>",
            table(("onderwerp", "rust op", "daarna", "zouden haar missen"), lone, "Geen."),
        ]
    )
