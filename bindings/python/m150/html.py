"""Pieces of HTML that results are shown with. Whatever comes from a record is escaped."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from html import escape

from . import _core

_BAR = "display:inline-block;height:0.6em;background:#1a6fb0;vertical-align:middle;margin-right:0.4em"
_CELL = "text-align:left;vertical-align:top"
MOST_ROWS = 200

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


def day_text(day: object) -> str:
    return escape(str(day))


def bursts_text(gap: _core.TopicGap, today: datetime.date, *, until: str = "t/m", since: str = "sinds") -> str:
    """The months in which questions came in a burst, and how many: "2023-11 t/m 2024-01: 12; sinds 2024-08: 5"."""

    def months(burst: _core.QuestionBurst) -> str:
        first, last = f"{burst.from_:%Y-%m}", f"{burst.to:%Y-%m}"
        if burst.to == today:
            return f"{since} {first}"
        return first if first == last else f"{first} {until} {last}"

    return "; ".join(f"{months(burst)}: {burst.questions}" for burst in gap.bursts)


def score_bar(score: float, largest: float) -> str:
    share = max(0.0, min(1.0, score / largest)) if largest > 0 else 0.0
    return f'<span style="{_BAR};width:{6 * share:.2f}em"></span>{score:.3f}'


def _reason_items(reasons: Iterable[_core.Reason]) -> str:
    items = []
    for reason in reasons:
        parts = reason.parts
        inner = f"<ul>{_reason_items(parts)}</ul>" if parts else ""
        items.append(f"<li>{reason.share:+.3f} {escape(reason.text)}{inner}</li>")
    return "".join(items)


def why(reasons: Sequence[_core.Reason]) -> str:
    if not reasons:
        return ""
    return f"<details><summary>waarom</summary><ul>{_reason_items(reasons)}</ul></details>"


def marked(snippet: _core.Snippet) -> str:
    """The text of a snippet, escaped, with <mark> around what matches."""
    text = snippet.text
    pieces, at = [], 0
    for begin, end in snippet.matches:
        pieces.append(escape(text[at:begin]))
        pieces.append(f"<mark>{escape(text[begin:end])}</mark>")
        at = end
    pieces.append(escape(text[at:]))
    return "".join(pieces)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], empty: str) -> str:
    """Cells are HTML already; heads are text."""
    if not rows:
        return f"<p>{escape(empty)}</p>"
    head = "".join(f'<th style="{_CELL}">{escape(one)}</th>' for one in heads)
    body = "".join(
        "<tr>" + "".join(f'<td style="{_CELL}">{cell}</td>' for cell in row) + "</tr>" for row in rows[:MOST_ROWS]
    )
    more = f"<p>en nog {len(rows) - MOST_ROWS} rijen</p>" if len(rows) > MOST_ROWS else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def largest_of(scores: Iterable[float]) -> float:
    return max(scores, default=0.0)


def bullets(notices: Sequence[_core.Reason]) -> str:
    return f"<ul>{''.join(f'<li>{escape(notice.text)}</li>' for notice in notices)}</ul>" if notices else ""
