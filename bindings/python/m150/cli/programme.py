"""How commands show who speaks where, and what could not be done."""

from __future__ import annotations

from collections.abc import Sequence

from .. import _core
from ..display import WHY
from .page import Lang, Page


def either(page: Page, dutch: str, english: str) -> str:
    return dutch if page.lang is Lang.nl else english


def who_speaks(page: Page, slots: Sequence[_core.Slot]) -> str:
    """Whom to ask: the id that --lock takes, and the role or the name of the municipality."""
    municipality = either(page, "gemeente", "municipality of")
    return "\n".join(f"{slot.fit:.3f} {slot.speaker}, {f'{municipality} {slot.name}' if slot.municipality else slot.role}" for slot in slots)


def what_failed(page: Page, agenda: Sequence[_core.AgendaItem], programme: _core.Programme) -> None:
    """What stands in the way of the programme, and what holding on to speakers costs."""
    titles = {item.id: f"“{item.title}”" for item in agenda}
    what = {
        "item": either(page, "agendapunt", "item"),
        "speaker": either(page, "spreker", "speaker"),
        "lock": either(page, "vast bij", "fixed in"),
        "municipalities": either(page, "sprekers van gemeenten", "speakers of municipalities"),
        "newcomers": either(page, "nieuwe sprekers", "new speakers"),
    }

    def why(one: _core.Unfilled) -> str:
        about = ", ".join([*(titles.get(item, item) for item in one.items), *one.speakers])
        return page.say(WHY.get(one.why, one.why)) + (f": {about}" if about else "")

    if programme.unfilled:
        page.table(
            "Niet gevuld",
            ("agendapunt", "te weinig", "waarom"),
            ((f"{what.get(one.what, one.what)} {titles.get(one.id, one.id)}", str(one.missing), why(one)) for one in programme.unfilled),
        )
    for head, reasons in (("Dit kan niet samen", programme.contradiction), ("Goedkoopste uitweg", programme.relaxation)):
        if reasons:
            page.table(head, ("regel",), ((reason.explain(page.lang.value),) for reason in reasons))
    for lock in programme.locks:
        if lock.kept and lock.price >= 0:  # below 0 only when locks stand in each other's way, which is said above
            costs = either(page, "{} vast bij {} kost {:.3f} van de som van hoe sprekers passen", "{} fixed in {} costs {:.3f} of the sum of how speakers fit")
            page.line(costs.format(lock.speaker, titles.get(lock.item, lock.item), lock.price))
    if programme.worst_item:
        served = either(page, "minst bediend: {} ({:.3f} per gevraagde spreker)", "served worst: {} ({:.3f} for each speaker asked for)")
        page.line(served.format(titles.get(programme.worst_item, programme.worst_item), programme.worst))
