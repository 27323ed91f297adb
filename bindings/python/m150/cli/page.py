"""What people get to see: tables in Dutch or English, and messages; JSON for machines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from .. import _core
from ..display import WHY, WHY_NO_GROUP


class Lang(str, Enum):
    """Languages of the reasons."""

    nl = "nl"
    en = "en"


# What is shown to people, by Dutch text.
ENGLISH = {
    "score": "score", "vraag": "question", "gesteld": "asked", "beantwoord": "answered", "geen": "none", "waarom": "why", "gemeente": "municipality",
    "leert": "learns", "van": "from", "over": "about", "agendapunt": "agenda item", "sprekers": "speakers", "reserve": "alternates",
    "te weinig": "missing", "soort": "type", "aantal": "number",
    "Vragen die hierop lijken": "Questions like this one", "Bestaande antwoorden": "Existing answers", "Wie weet het": "Who knows", "Wie er het dichtst bij komt": "Who comes nearest", "Programma": "Programme", "Koppelingen": "Connections",
    "Minder dan gewenst": "Fewer than wanted", "Niet gevuld": "Not filled", "Kennisbank": "Knowledge base",
    "zekerheid": "confidence", "niets gevonden": "nothing found", "geen problemen gevonden": "no problems found", "revisie": "revision",
    "peildatum": "date", "waarde": "value", "standaard": "default", "betekenis": "meaning",
    "Wie houdt het netwerk bijeen": "Who holds the network together", "tussen anderen": "between others", "banden": "ties", "delen zonder haar": "pieces without it",
    "delen die samenhangen": "connected parts", "nog nooit verbonden": "never connected", "niet verbonden sinds": "not connected since", "Onderwerpen die op één gemeente rusten": "Topics that rest on one municipality",
    "onderwerp": "topic", "kennis": "knowledge", "daarna": "next", "zouden haar missen": "would miss it",
    **dict(zip(WHY.values(), ("has no demand", "nobody knows what is needed here", "those who know are full", "those who know asked not to be approached for now",
                              "those who know were in contact already", "another guide on the same adds nothing", "needs count for nothing", "nobody fits",
                              "too few speakers that fit", "too few items that fit", "rules contradict each other", "the search was cut short"), strict=True)),
    "Wat speelt er": "What plays", "vragen (ervoor)": "questions (before)", "laatst behandeld": "last treated", "nooit": "never",
    "zouden komen": "would come", "weten veel": "know much", "plotseling veel vragen": "bursts of questions",
    "Agenda": "Agenda", "duur": "length", "Tafels, ronde": "Tables, round", "tafel": "table", "wie": "who",
    "Wat er veranderde": "What changed", "er is niets veranderd": "nothing changed", "tegelijk": "at once",
    "Bijeenkomst verwerkt": "Meeting taken in", "gemeenten op de lijst": "municipalities on the list", "waarvan aanwezig": "of which attended",
    "beoordeelde praatjes": "talks rated", "contacten": "contacts", "vragen": "questions", "was er al": "was there already",
    "Wie te vragen": "Whom to ask", "Belasting": "Load", "let op": "note", "gevraagd": "asked", "eerder": "before", "ongedeeld": "unshared",
    "samen": "together", "niet gevraagd": "not asked",
    "ten minste": "at least", "Regio's": "Regions", "gastheer": "host", "leden": "members", "gemiddeld km": "mean km",
    "verst km": "longest km", "gemeenten": "municipalities", "Verdeeld over regio's": "Divided over regions", "naam": "name", "regio's": "regions",
    "buiten de grootste": "outside the largest", "nieuw": "new", "van regio veranderd": "changed region",
    **dict(zip(WHY_NO_GROUP.values(), ("a group runs", "the running group can be closed", "nobody asked for it", "there was a group; nobody asked for it since", "demand does not last",
                                       "nobody knows it", "too few who know", "too few who need it", "too few municipalities", "too few regions",
                                       "those who could be in it are in enough groups", "other groups are worth more", "the time to search was up"), strict=True)),
    "Te starten werkgroepen": "Working groups to start", "Nieuwe leden": "New members", "Af te ronden werkgroepen": "Working groups to close",
    "Andere onderwerpen": "Other topics", "werkgroep": "working group", "waarom niet": "why not",
    "weet het": "knows", "weet het, en wil meer weten": "knows, and wants to know more", "heeft het nodig": "needs it",
    "andere redenen": "other reasons", "provincie": "province", "veiligheidsregio": "veiligheidsregio", "voorzitter": "chair",
    "vastgelegd": "recorded", "Wat er van vragen werd": "What became of questions", "Wat er van vragen werd, per onderwerp": "What became of questions, by topic",
    "alle": "all", "vanaf": "from", "door de kennisbank": "by the base", "doorgezet": "passed on", "contact": "contact", "wacht nog": "waiting",
    "geen antwoord": "no answer", "hielp": "helped", "dagen (kennisbank)": "days (base)",
    "Onderwerpen met meer behoefte dan kennis": "Topics with more demand than knowledge", "niet geholpen": "not helped", "zouden komen": "would come",
    "weten veel": "know much", "Vragen waarop nog niemand het antwoord weet": "Questions that nobody knows the answer to yet",
    "wie er het dichtst bij komt": "who comes nearest", "niemand antwoordde": "nobody answered", "geen antwoord te vinden": "no answer to be found",
    "open vragen opnieuw gesteld": "open questions put again",
    "Dit kan niet samen": "These cannot all hold", "Goedkoopste uitweg": "Cheapest way out", "regel": "rule",
}  # fmt: skip

# Record types as people call them.
DUTCH_TYPES = {
    "municipalities": "gemeenten", "networks": "netwerken", "organisations": "organisaties", "topics": "onderwerpen", "vocabulary": "woordenlijst", "questions": "vragen",
    "answers": "antwoorden", "inventory": "inventarisatie", "news": "actualiteiten", "meetings": "bijeenkomsten", "speakers": "sprekers",
    "contacts": "contacten", "working_groups": "werkgroepen", "outcomes": "afgelopen vragen", "pauses": "pauzes",
}  # fmt: skip


def clean(text: str) -> str:
    """Without characters that would steer the terminal."""
    return "".join(c if c == "\n" or (c.isprintable() or c.isspace()) and c not in "\r\v\f\x85" else "�" for c in text)


class Page:
    """What one command shows, in one language."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)

    def say(self, dutch: str) -> str:
        return dutch if self.lang is Lang.nl else ENGLISH.get(dutch, dutch)

    def line(self, text: str = "") -> None:
        self.console.print(Text(clean(text)))

    def table(self, title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        table = Table(title=self.say(title), title_justify="left", title_style="bold")
        for head in heads:
            table.add_column(self.say(head), overflow="fold", justify="right" if head in ("score", "aantal") else "left")
        count = 0
        for row in rows:
            table.add_row(*(Text(clean(cell)) for cell in row))
            count += 1
        if count:
            self.console.print(table)
        else:
            self.line(f"{self.say(title)}: {self.say('niets gevonden')}")

    def counts(self, counts: Mapping[str, int]) -> None:
        named = DUTCH_TYPES if self.lang is Lang.nl else {name: name.replace("_", " ") for name in DUTCH_TYPES}
        self.table("Kennisbank", ("soort", "aantal"), [(named[name], str(count)) for name, count in sorted(counts.items())])

    def why(self, reasons: Sequence[_core.Reason], most: int = 3) -> str:
        strongest = sorted(reasons, key=lambda reason: -abs(reason.share))
        lines = [f"{reason.share:+.3f} {self._sentence(reason)}" for reason in strongest[:most]]
        if len(strongest) > most:
            rest = sum(reason.share for reason in strongest[most:])
            lines.append(f"{rest:+.3f} {self.say('andere redenen')} ({len(strongest) - most})")
        return "\n".join(lines)

    def _sentence(self, reason: _core.Reason) -> str:
        """The reason, with what contributes most to it."""
        parts = sorted(reason.parts, key=lambda part: (part.code == "other", -abs(part.share)))[:2]
        inner = ", ".join(part.explain(self.lang.value) for part in parts)
        return reason.explain(self.lang.value) + (f": {inner}" if inner else "")


def emit(value: Any) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def note(messages: Iterable[str]) -> None:
    for message in messages:
        print(clean(message), file=sys.stderr)
