"""Draws the curves of risk and coverage of docs/quality.md: risk_coverage.svg.

    m150-bench quality corpus --systems m150 --nobody-knows --json | python docs/images/risk_coverage.py [directory]
                                                                                     default: the folder of this file

Reads the figures of the first system that has any from standard input; needs nothing but Python. The same figures give the same bytes;
tests/bench/commands_test.py says when the picture is not current.
"""

from __future__ import annotations

import json
import sys
from html import escape
from pathlib import Path
from typing import Any

LEFT, TOP, WIDTH, HEIGHT = 70, 44, 560, 300
MOST = 0.8  # risk at the top
BLUE, ORANGE, GREY = "#1a6fb0", "#d08a1d", "#5d6b78"


def text(x: float, y: float, words: str, *, size: int = 12, bold: bool = False, fill: str = "#222222", anchor: str = "start") -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}"{weight} fill="{fill}" text-anchor="{anchor}">{escape(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, colour: str, *, dashes: str = "", width: float = 1) -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-width="{width}"{dashed}/>'


def place(coverage: float, risk: float) -> tuple[float, float]:
    return LEFT + WIDTH * coverage, TOP + HEIGHT * (1 - min(risk, MOST) / MOST)


def curve(points: dict[str, list[float]], colour: str) -> str:
    places = [place(*point) for point in zip(points["coverage"], points["risk"], strict=True)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'


def axes() -> list[str]:
    body = []
    for tenth in range(0, 11, 2):
        x, _ = place(tenth / 10, 0)
        body += [line(x, TOP, x, TOP + HEIGHT, "#e3e6e8"), text(x, TOP + HEIGHT + 18, f"{10 * tenth} %", anchor="middle")]
    for tenth in range(0, 9, 2):
        _, y = place(0, tenth / 10)
        body += [line(LEFT, y, LEFT + WIDTH, y, "#e3e6e8"), text(LEFT - 8, y + 4, f".{tenth}" if tenth else "0", anchor="end")]
    middle = TOP + HEIGHT / 2
    body.append(text(LEFT + WIDTH / 2, TOP + HEIGHT + 38, "coverage: part of the replies that is given, the surest first", anchor="middle"))
    body.append(f'<g transform="rotate(-90 22 {middle:.1f})">{text(22, middle, "risk: part of these that does not help", anchor="middle")}</g>')
    return body


def picture(figures: dict[str, Any]) -> str:
    """Of `nobody_knows` of a system, as m150-bench writes it."""
    everything = 1 - figures["helped"] / figures["replies"]
    _, base = place(0, everything)
    body = [
        text(LEFT, 24, f"Risk and coverage of {figures['replies']} replies", size=15, bold=True),
        *axes(),
        line(LEFT, base, LEFT + WIDTH, base, GREY, dashes="6 4", width=1.5),
        curve(figures["curve_top_score"], ORANGE),
        curve(figures["curve"], BLUE),
    ]
    keys = (
        (BLUE, f"by the confidence: AUROC {figures['auroc']:.3f}"),
        (ORANGE, f"by the score of the first document: AUROC {figures['auroc_top_score']:.3f}"),
        (GREY, f"whatever is answered, chosen by chance: {everything:.3f}"),
    )
    for row, (colour, words) in enumerate(keys):
        y = TOP + HEIGHT - 58 + 20 * row
        body += [line(LEFT + 200, y - 4, LEFT + 224, y - 4, colour, dashes="6 4" if colour == GREY else "", width=2), text(LEFT + 232, y, words)]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 20} {TOP + HEIGHT + 52}" font-family="sans-serif" font-size="12">'
    white = f'<rect width="{LEFT + WIDTH + 20}" height="{TOP + HEIGHT + 52}" fill="#ffffff"/>'
    return "\n".join([head, white, *body, "</svg>", ""])


def pictures(report: dict[str, Any]) -> dict[str, str]:
    """Name of the file to its text."""
    return {"risk_coverage.svg": picture(next(system["nobody_knows"] for system in report["systems"] if "nobody_knows" in system))}


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for name, drawn in pictures(json.load(sys.stdin)).items():
        (folder / name).write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
