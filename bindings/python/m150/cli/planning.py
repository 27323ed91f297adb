"""The commands that plan where people meet: regions."""

from __future__ import annotations

import json
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from .. import _core
from .app import WHOLE, AsOf, Base, Json, Language, Viewer, app, code_of, open_snapshot, progress_line
from .page import Lang, Page, emit, note


class Along(str, Enum):
    """What regions are to follow."""

    province = "province"
    safety_region = "safety_region"


def _saved(file: Path) -> dict[str, Any]:
    try:
        plan = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise typer.BadParameter(f"--stay-near: {file} is niet te lezen als JSON ({error})") from error
    if not isinstance(plan, dict):
        raise typer.BadParameter(f"--stay-near: {file} is geen indeling die met --json bewaard is")
    return plan


@app.command(epilog="Voorbeelden: m150 regions avh.m150 M150 --count 8; m150 regions avh.m150 M150 --along safety_region --json")
def regions(
    base: Base,
    network: Annotated[str, typer.Argument(help="Id van het netwerk.", metavar="NETWERK", show_default=False)],
    count: Annotated[int, typer.Option(**WHOLE, help="In zoveel regio's.")] = 8,
    along: Annotated[Along | None, typer.Option(help="Houd provincies of veiligheidsregio's bijeen.")] = None,
    host: Annotated[list[str] | None, typer.Option(help="Kan gastheer zijn (code of naam); mag vaker; anders ieder lid.")] = None,
    stay_near: Annotated[Path | None, typer.Option(help="Eerdere indeling, bewaard met --json: wijzig zo min mogelijk.")] = None,
    viewer: Viewer = None,
    as_of: AsOf = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """In welke regio's een netwerk bijeenkomt, en bij wie."""
    now = open_snapshot(base, viewer, as_of)
    earlier = None if stay_near is None else _saved(stay_near)
    try:
        plan = now.regions(
            network,
            count,
            along=None if along is None else along.value,
            hosts=[code_of(now, one) for one in host or ()],
            stay_near=earlier,
            progress=progress_line(),
        )
    except TypeError as error:
        raise typer.BadParameter(f"--stay-near: {stay_near} is geen indeling die met --json bewaard is") from error
    if as_json:
        return emit(plan.to_dict(lang=lang.value))
    note([notice.explain(lang.value) for notice in plan.notices])
    page = Page(lang)
    names = {one.id: one.name for one in now.municipalities()}
    for reason in plan.reasons:
        page.line(f"{reason.share:8.1f} km  {reason.explain(lang.value)}")
    page.line(f"{plan.cost:8.1f} km  {page.say('samen')}; {page.say('ten minste')} {plan.lower_bound:.1f}")
    page.table(
        "Regio's",
        ("gastheer", "leden", "gemiddeld km", "verst km", "gemeenten"),
        (
            (
                names[one.host],
                str(len(one.members)),
                f"{one.mean_km:.1f}",
                f"{one.longest_km:.1f}",
                ", ".join(sorted(names[code] for code in one.members)),
            )
            for one in plan.regions
        ),
    )
    if plan.splits:
        kinds = {"province": "provincie", "safety_region": "veiligheidsregio"}
        page.table(
            "Verdeeld over regio's",
            ("soort", "naam", "leden", "regio's", "buiten de grootste"),
            (
                (page.say(kinds[one.kind]), one.name, str(one.members), str(one.regions), ", ".join(sorted(names[code] for code in one.cut_off)))
                for one in plan.splits
            ),
        )
    if earlier is not None:
        _changes(page, names, plan)


def _changes(page: Page, names: dict[str, str], plan: _core.RegionPlan) -> None:
    for head, codes in (("nieuw", plan.joined), ("van regio veranderd", plan.moved)):
        page.line(f"{page.say(head)}: {', '.join(names[code] for code in codes) or page.say('geen')}")
