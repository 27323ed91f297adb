"""The command share: the questions of a period, spread over those who know."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from .. import _core, errors
from .app import WHOLE, AsOf, Base, Json, Language, Viewer, app, code_of, open_snapshot
from .page import Lang, Page, emit


def _read(now: _core.Snapshot, file: Path) -> Iterator[tuple[str, str | None]]:
    """The questions of a table with a column text and, if it has one, asked_by (codes or names)."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            table = csv.DictReader(lines)
            if "text" not in (table.fieldnames or ()):
                problem = _core.Problem(where=f"{file}:1", what="er is geen kolom text", expected="kolommen text en asked_by", advice="")
                raise errors.InvalidInput(str(problem), [problem])
            for row in table:
                asker = (row.get("asked_by") or "").strip()
                yield row["text"] or "", code_of(now, asker) if asker else None
    except OSError as error:
        problem = _core.Problem(where=str(file), what=error.strerror or "kan niet gelezen worden", expected="een CSV-bestand", advice="")
        raise errors.InvalidInput(str(problem), [problem]) from error
    except UnicodeDecodeError as error:
        problem = _core.Problem(where=str(file), what="is geen UTF-8", expected="een CSV-bestand in UTF-8", advice="")
        raise errors.InvalidInput(str(problem), [problem]) from error


@app.command(epilog='Voorbeeld: m150 share avh.m150 "Mogen boa\'s een bodycam dragen?" "Hoe handhaaf je een vuurwerkverbod?" --per-question 2')
def share(
    base: Base,
    text: Annotated[list[str] | None, typer.Argument(help="Vragen, elk in eigen woorden.", metavar="[VRAAG]...", show_default=False)] = None,
    file: Annotated[Path | None, typer.Option(help="CSV met de kolommen text en asked_by (code of naam).")] = None,
    per_question: Annotated[int, typer.Option(**WHOLE, help="Zoveel gemeenten per vraag, 1 tot 100.")] = 3,
    capacity: Annotated[int, typer.Option(**WHOLE, help="Ten hoogste zo vaak een gemeente in de periode.")] = 3,
    since: Annotated[str | None, typer.Option(help="Eerste dag van de periode: wat sindsdien is doorgezet telt mee (JJJJ-MM-DD).")] = None,
    fairness: Annotated[float, typer.Option(help="0: de beste; 1: zo gelijk mogelijk.")] = 0.5,
    least: Annotated[float, typer.Option(help="Wie minder dan dit deel van de beste scoort, wordt niet gevraagd.")] = 0.0,
    viewer: Viewer = None,
    as_of: AsOf = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Wie vraag je wat, zodat niet steeds dezelfde gemeente gevraagd wordt?"""
    now = open_snapshot(base, viewer, as_of)
    questions: list[tuple[str, str | None]] = [(one, None) for one in text or ()]
    if file is not None:
        questions.extend(_read(now, file))
    if not questions:
        raise typer.BadParameter("geef een vraag, of --file")
    plan = now.share_load(
        questions, per_question=per_question, capacity=capacity, since=since, fairness=fairness, least=least
    )
    if as_json:
        return emit(plan.to_dict(lang=lang.value))
    page = Page(lang)
    for notice in plan.notices:
        page.line(notice.explain(lang.value))
    names = {one.id: one.name for one in now.municipalities()}
    page.table(
        "Wie te vragen",
        ("vraag", "gesteld", "gemeente", "waarom", "let op"),
        (
            (
                question.text,
                names.get(question.asked_by or "", ""),
                "\n".join(f"{one.score:.3f} {one.name} ({one.municipality})" for one in question.asked),
                "\n".join(page.why(one.reasons, most=1) for one in question.asked),
                "\n".join(notice.explain(lang.value) for notice in question.notices),
            )
            for question in plan.questions
        ),
    )
    page.table(
        "Belasting",
        ("gemeente", "gevraagd", "eerder", "ongedeeld"),
        (
            (load.name, str(load.asked), str(load.before), str(load.ranked))
            for load in sorted(plan.loads, key=lambda load: (-load.load, load.municipality))
            if load.load or load.ranked
        ),
    )
    page.line(
        f"{page.say('samen')} {plan.score:.2f} ({page.say('ongedeeld')} {plan.ranked_score:.2f}), "
        f"Gini {plan.gini:.2f} ({page.say('ongedeeld')} {plan.gini_ranked:.2f}), "
        f"{page.say('niet gevraagd')} {len(plan.never_asked)}/{len(plan.loads)}"
    )
