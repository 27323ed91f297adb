"""The command m150. Tables for people, --json for machines on standard output, messages on standard error.

Exit codes: 0 done; 1 the verdict asked for is negative (check found problems); 2 wrong usage or input that cannot be
used; 3 the knowledge base cannot be read or written; 130 interrupted.
"""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from . import __version__, _core, errors
from .display import WHY
from .progress import TextProgress

app = typer.Typer(
    help="Verbindt vragen, antwoorden en gemeenten.",
    epilog='Voorbeeld: m150 create avh.m150 --load examples/network && m150 ask avh.m150 "Mogen boa\'s een bodycam dragen?"',
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Lang(str, Enum):
    """Languages of the reasons."""

    nl = "nl"
    en = "en"


Base = Annotated[Path, typer.Argument(help="Map van de kennisbank.", metavar="KENNISBANK", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="JSON voor machines in plaats van tabellen.")]
Language = Annotated[Lang, typer.Option("--lang", help="Taal van de redenen en de tabellen.")]
Viewer = Annotated[str | None, typer.Option(help="Toon wat deze gemeente mag zien (code of naam); anders alles.")]
AsOf = Annotated[str | None, typer.Option(help="Toon wat op deze dag bekend was (JJJJ-MM-DD).")]
Network = Annotated[str | None, typer.Option(help="Alleen leden van dit netwerk, zoals M150 of G40.")]
Topics = Annotated[list[str] | None, typer.Option("--topic", help="Alleen over dit onderwerp (id); mag vaker.")]

# What is shown to people, by Dutch text.
ENGLISH = {
    "score": "score", "vraag": "question", "gesteld": "asked", "antwoorden": "answers", "waarom": "why", "gemeente": "municipality",
    "leert": "learns", "van": "from", "over": "about", "agendapunt": "agenda item", "sprekers": "speakers", "reserve": "alternates",
    "te weinig": "missing", "soort": "type", "aantal": "number",
    "Bestaande antwoorden": "Existing answers", "Wie weet het": "Who knows", "Programma": "Programme", "Koppelingen": "Connections",
    "Minder dan gewenst": "Fewer than wanted", "Niet gevuld": "Not filled", "Kennisbank": "Knowledge base",
    "er is waarschijnlijk al een antwoord": "there probably is an answer", "waarschijnlijk weet nog niemand dit": "probably nobody knows this yet",
    "zekerheid": "confidence", "niets gevonden": "nothing found", "geen problemen gevonden": "no problems found", "revisie": "revision",
    "peildatum": "date",
    **dict(zip(WHY.values(), ("has no demand", "nobody knows what is needed here", "those who know are full", "nobody fits",
                              "too few speakers that fit", "too few items that fit"), strict=True)),
}  # fmt: skip

# Record types as people call them.
DUTCH_TYPES = {
    "municipalities": "gemeenten", "networks": "netwerken", "organisations": "organisaties", "topics": "onderwerpen", "questions": "vragen",
    "answers": "antwoorden", "inventory": "inventarisatie", "news": "actualiteiten", "meetings": "bijeenkomsten", "speakers": "sprekers",
    "contacts": "contacten", "working_groups": "werkgroepen",
}  # fmt: skip


def _clean(text: str) -> str:
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
        self.console.print(Text(_clean(text)))

    def table(self, title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        table = Table(title=self.say(title), title_justify="left", title_style="bold")
        for head in heads:
            table.add_column(self.say(head), overflow="fold", justify="right" if head in ("score", "aantal") else "left")
        count = 0
        for row in rows:
            table.add_row(*(Text(_clean(cell)) for cell in row))
            count += 1
        if count:
            self.console.print(table)
        else:
            self.line(f"{self.say(title)}: {self.say('niets gevonden')}")

    def counts(self, counts: Mapping[str, int]) -> None:
        named = DUTCH_TYPES if self.lang is Lang.nl else {name: name.replace("_", " ") for name in DUTCH_TYPES}
        self.table("Kennisbank", ("soort", "aantal"), [(named[name], str(count)) for name, count in sorted(counts.items())])

    def why(self, reasons: Sequence[_core.Reason], most: int = 3) -> str:
        strongest = sorted(reasons, key=lambda reason: -abs(reason.share))[:most]
        return "\n".join(f"{reason.share:+.3f} {self._sentence(reason)}" for reason in strongest)

    def _sentence(self, reason: _core.Reason) -> str:
        """The reason, with what contributes most to it."""
        parts = sorted(reason.parts, key=lambda part: -abs(part.share))[:2]
        inner = ", ".join(part.explain(self.lang.value) for part in parts)
        return reason.explain(self.lang.value) + (f": {inner}" if inner else "")


def _emit(value: Any) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def _note(messages: Iterable[str]) -> None:
    for message in messages:
        print(_clean(message), file=sys.stderr)


def _code(now: _core.Snapshot, text: str) -> str:
    """The code of a municipality given by code or by name. InvalidInput for a name that nobody or several have."""
    wanted = text.strip().casefold()
    named = [one for one in now.municipalities() if one.name.casefold() == wanted]
    living = [one for one in named if one.exists_on(now.today)] or named
    if len(living) == 1:
        return living[0].id
    if living:
        codes = ", ".join(one.id for one in living)
        problem = _core.Problem(where="gemeente", what=f"{text} heet er meer dan een", expected="een code", advice=codes)
        raise errors.InvalidInput(str(problem), [problem])
    try:
        return _core.parse_municipality_id(text)
    except errors.InvalidInput as error:
        names = {one.name.casefold(): one for one in now.municipalities()}
        near = [names[name] for name in difflib.get_close_matches(wanted, names, n=3)]
        if not near:
            raise
        guess = " of ".join(f"{one.name} ({one.id})" for one in near)
        problem = _core.Problem(where="gemeente", what=f"'{text}' is niet bekend", expected="een code of een naam", advice=f"bedoelde u {guess}?")
        raise errors.InvalidInput(str(problem), [problem]) from error


class _Given:
    """What is given before the name of the command."""

    config: Path | None = None


def _open(path: Path, *, read_only: bool = False) -> _core.KnowledgeBase:
    return _core.KnowledgeBase.open(path, read_only=read_only, options=_Given.config)


def _snapshot(path: Path, viewer: str | None = None, as_of: str | None = None) -> _core.Snapshot:
    with _open(path, read_only=True) as base:
        if viewer is not None:
            viewer = _code(base.snapshot(as_of=as_of), viewer)
        return base.snapshot(viewer=viewer, as_of=as_of)


def _progress() -> TextProgress | None:
    return TextProgress() if sys.stderr.isatty() else None


def _show_report(report: _core.LoadReport, as_json: bool) -> None:
    if as_json:
        return _emit(report.to_dict())
    _note(report.notices)
    Page(Lang.nl).counts(report.records)


@app.command(epilog="Voorbeeld: m150 create avh.m150 --load examples/network")
def create(
    base: Base,
    load: Annotated[Path | None, typer.Option(help="Map met CSV- en JSONL-bestanden die meteen geladen wordt.")] = None,
    as_json: Json = False,
) -> None:
    """Maak een lege kennisbank, of een met records erin."""
    with _core.KnowledgeBase.create(base, options=_Given.config) as made:
        if load is not None:
            _show_report(made.load(load, progress=_progress()), as_json)
        elif as_json:
            _emit({"directory": str(base)})


@app.command(epilog="Voorbeeld: m150 load avh.m150 inventarisatie-2026/ --replace")
def load(
    base: Base,
    source: Annotated[Path, typer.Argument(help="Map met CSV en JSONL, of een JSON-bestand met VAC's.", metavar="BRON", show_default=False)],
    replace: Annotated[bool, typer.Option("--replace", help="Vervang records waarvan het id al bekend is.")] = False,
    organisation: Annotated[str | None, typer.Option(help="Voor VAC's: id van de organisatie die antwoordt.")] = None,
    date: Annotated[str | None, typer.Option(help="Voor VAC's zonder datum (JJJJ-MM-DD).")] = None,
    as_json: Json = False,
) -> None:
    """Laad records: alles of niets, met alle fouten op een rij."""
    with _open(base) as opened:
        if source.suffix == ".json":
            if organisation is None:
                raise typer.BadParameter("een bestand met VAC's vraagt om --organisation")
            report = opened.load_vac(source, organisation=organisation, date=date, progress=_progress())
        else:
            report = opened.load(source, replace=replace, progress=_progress())
        _show_report(report, as_json)


@app.command(epilog='Voorbeeld: m150 ask avh.m150 "Mogen boa\'s een bodycam dragen?" --asked-by Zeist --limit 3')
def ask(
    base: Base,
    text: Annotated[str, typer.Argument(help="De vraag, in eigen woorden.", metavar="VRAAG", show_default=False)],
    asked_by: Annotated[str | None, typer.Option(help="Wie het vraagt (code of naam).")] = None,
    limit: Annotated[int, typer.Option(help="Zoveel antwoorden en gemeenten, 1 tot 1000.")] = 5,
    topic: Topics = None,
    network: Annotated[list[str] | None, typer.Option(help="Alleen van leden van dit netwerk; mag vaker.")] = None,
    province: Annotated[list[str] | None, typer.Option(help="Alleen uit deze provincie; mag vaker.")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="Vanaf deze dag (JJJJ-MM-DD).")] = None,
    to: Annotated[str | None, typer.Option(help="Tot en met deze dag (JJJJ-MM-DD).")] = None,
    viewer: Viewer = None,
    as_of: AsOf = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Welke antwoorden zijn er al, en welke gemeenten weten het?"""
    if limit < 1:
        raise typer.BadParameter("--limit is 1 tot 1000")
    now = _snapshot(base, viewer, as_of)
    asker = None if asked_by is None else _code(now, asked_by)
    reply = now.ask(
        text, asked_by=asker, limit=limit, topics=topic or (), networks=network or (), provinces=province or (), from_=from_, to=to
    )
    if as_json:
        return _emit(reply.to_dict(lang=lang.value))
    _note(reply.notices)
    page = Page(lang)
    sure = reply.confidence >= _core.nobody_knows_below
    verdict = page.say("er is waarschijnlijk al een antwoord" if sure else "waarschijnlijk weet nog niemand dit")
    page.line(f"{page.say('zekerheid')} {100 * reply.confidence:.0f}%: {verdict}")
    page.table(
        "Bestaande antwoorden",
        ("score", "vraag", "gesteld", "antwoorden", "waarom"),
        (
            (
                f"{found.score:.3f}",
                f"{found.question.title or found.question.id}\n{found.snippet.text}",
                f"{found.question.asked_by or ''} {found.question.date}",
                str(len(found.answers)),
                page.why(found.reasons),
            )
            for found in reply.answers
        ),
    )
    page.table(
        "Wie weet het",
        ("score", "gemeente", "waarom"),
        ((f"{one.score:.3f}", f"{one.name} ({one.municipality})", page.why(one.reasons)) for one in reply.municipalities),
    )


def _connection_rows(page: Page, now: _core.Snapshot, connections: Iterable[_core.Connection]) -> Iterable[tuple[str, ...]]:
    labels = {topic.id: topic.preferred_label for topic in now.topics()}
    for one in connections:
        topics = ", ".join(labels.get(topic, topic) for topic in one.topics)
        yield f"{one.score:.3f}", one.learner_name, f"{one.guide_name} ({one.guide})", topics, page.why(one.reasons)


@app.command(epilog="Voorbeelden: m150 connect avh.m150 Zeist --limit 5; m150 connect avh.m150 --network M150 --per-municipality 2")
def connect(
    base: Base,
    municipality: Annotated[str | None, typer.Argument(help="Voor wie (code of naam); leeg: een plan voor allen.", metavar="[GEMEENTE]")] = None,
    limit: Annotated[int, typer.Option(help="Zoveel koppelingen voor een gemeente, 1 tot 1000.")] = 5,
    network: Network = None,
    topic: Topics = None,
    per_municipality: Annotated[int, typer.Option(help="In het plan: ten hoogste zoveel gidsen per gemeente.")] = 3,
    per_guide: Annotated[int, typer.Option(help="In het plan: ten hoogste zoveel vragers per gids.")] = 3,
    viewer: Viewer = None,
    as_of: AsOf = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Met wie verbinden, waarover en waarom: voor een gemeente, of een plan voor het hele netwerk."""
    now = _snapshot(base, viewer, as_of)
    page = Page(lang)
    heads = ("score", "leert", "van", "over", "waarom")
    if municipality is not None:
        if limit < 1:
            raise typer.BadParameter("--limit is 1 tot 1000")
        found = now.connect(_code(now, municipality), limit=limit, network=network, topics=topic or ())
        if as_json:
            return _emit(found.to_dict(lang=lang.value))
        return page.table("Koppelingen", heads, _connection_rows(page, now, found))
    if topic:
        raise typer.BadParameter("--topic gaat alleen samen met een gemeente")
    plan = now.connect_all(per_municipality=per_municipality, per_guide=per_guide, network=network)
    if as_json:
        return _emit(plan.to_dict(lang=lang.value))
    page.table("Koppelingen", heads, _connection_rows(page, now, plan.connections))
    short = ((one.municipality, str(one.missing), page.say(WHY.get(one.why, one.why))) for one in plan.unconnected)
    if plan.unconnected:
        page.table("Minder dan gewenst", ("gemeente", "te weinig", "waarom"), short)


@app.command(epilog="Voorbeeld: m150 speakers avh.m150 landelijk-2026-10 --max-items 2")
def speakers(
    base: Base,
    meeting: Annotated[str, typer.Argument(help="Id van de bijeenkomst.", metavar="BIJEENKOMST", show_default=False)],
    max_items: Annotated[int, typer.Option(help="Ten hoogste zoveel punten per spreker.")] = 1,
    min_items: Annotated[int, typer.Option(help="Minstens zoveel punten voor wie is uitgenodigd.")] = 0,
    invited: Annotated[list[str] | None, typer.Option(help="Id van een uitgenodigde spreker; mag vaker.")] = None,
    alternates: Annotated[int, typer.Option(help="Reserves per punt.")] = 2,
    viewer: Viewer = None,
    as_of: AsOf = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Het beste programma van sprekers voor de agenda van een bijeenkomst."""
    if alternates < 0:
        raise typer.BadParameter("--alternates is 0 of meer")
    now = _snapshot(base, viewer, as_of)
    programme = now.match_speakers(
        meeting, max_items_per_speaker=max_items, min_items_per_speaker=min_items, invited=invited or (), alternates=alternates
    )
    if as_json:
        return _emit(programme.to_dict(lang=lang.value))
    page = Page(lang)
    found = now.meeting(meeting)
    titles = {item.id: item.title for item in found.agenda} if found is not None else {}

    def people(slots: Sequence[_core.Slot]) -> str:
        return "\n".join(f"{slot.fit:.3f} {slot.speaker}, {slot.role}" for slot in slots)

    page.table(
        "Programma",
        ("agendapunt", "sprekers", "waarom", "reserve"),
        (
            (
                f"{item.item}: {titles.get(item.item, '')}",
                people(item.speakers),
                "\n".join(page.why(slot.reasons) for slot in item.speakers),
                people(item.alternates),
            )
            for item in programme.items
        ),
    )
    if programme.unfilled:
        page.table(
            "Niet gevuld",
            ("agendapunt", "te weinig", "waarom"),
            (
                (one.id, str(one.missing), f"{page.say(WHY.get(one.why, one.why))}: {', '.join([*one.items, *one.speakers])}")
                for one in programme.unfilled
            ),
        )


@app.command(epilog="Voorbeeld: m150 info avh.m150")
def info(base: Base, viewer: Viewer = None, as_of: AsOf = None, as_json: Json = False, lang: Language = Lang.nl) -> None:
    """Wat er in de kennisbank zit."""
    now = _snapshot(base, viewer, as_of)
    facts = now.question_facts()
    counts = {name: len(getattr(now, name)()) for name in _core.record_fields() if name not in ("questions", "answers")}
    counts |= {"questions": len(facts), "answers": sum(int(fact["answers"]) for fact in facts)}
    if as_json:
        return _emit({"revision": now.revision, "today": now.today.isoformat(), "viewer": now.viewer, "records": counts})
    page = Page(lang)
    page.line(f"{page.say('revisie')} {now.revision}, {page.say('peildatum')} {now.today}, m150 {__version__}")
    page.counts(counts)


@app.command(epilog="Voorbeeld: m150 check avh.m150 || echo 'er is iets mis'")
def check(base: Base, as_json: Json = False, lang: Language = Lang.nl) -> None:
    """Vergelijk records, index en graaf met elkaar; code 1 als er iets niet klopt."""
    with _open(base, read_only=True) as opened:
        problems = opened.check()
    if as_json:
        _emit({"problems": [problem.to_dict() for problem in problems]})
    elif problems:
        _note(str(problem) for problem in problems)
    else:
        page = Page(lang)
        page.line(page.say("geen problemen gevonden"))
    if problems:
        raise typer.Exit(1)


@app.command(epilog="Voorbeeld: m150 export avh.m150 kopie/")
def export(
    base: Base,
    directory: Annotated[Path, typer.Argument(help="Nieuwe of lege map.", metavar="MAP", show_default=False)],
) -> None:
    """Schrijf alle records als CSV en JSONL, die load weer leest."""
    with _open(base, read_only=True) as opened:
        opened.export(directory)


@app.command(epilog="Voorbeeld: m150 scrub avh.m150")
def scrub(base: Base) -> None:
    """Laat de woorden van verwijderde records uit alle bestanden verdwijnen."""
    with _open(base) as opened:
        opened.scrub()


@app.command(epilog="Voorbeeld: m150 rebuild avh.m150")
def rebuild(base: Base) -> None:
    """Maak de zoekindex opnieuw van de records."""
    with _open(base) as opened:
        opened.rebuild_index(progress=_progress())


@app.command(epilog="Voorbeeld: m150 configure avh.m150 keuze.json")
def configure(
    base: Base,
    file: Annotated[Path, typer.Argument(help="Configuratiebestand (JSON).", metavar="BESTAND", show_default=False)],
) -> None:
    """Zoek en rangschik voortaan volgens een configuratiebestand."""
    with _core.KnowledgeBase.open(base) as opened:
        opened.configure(file)


@app.command(epilog="Voorbeelden: m150 parameters; m150 parameters avh.m150 --json > keuze.json")
def parameters(
    base: Annotated[Path | None, typer.Argument(help="Map van een kennisbank; leeg: de standaardwaarden.", metavar="[KENNISBANK]")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Als configuratiebestand, in plaats van als tabel.")] = False,
) -> None:
    """Alles wat er te kiezen is aan zoeken en rangschikken, en wat er gekozen is."""
    if base is not None:
        with _open(base, read_only=True) as opened:
            options = opened.options
    else:
        options = _core.KnowledgeBaseOptions() if _Given.config is None else _core.KnowledgeBaseOptions.read(_Given.config)
    if as_json:
        sys.stdout.write(options.to_json())
        return
    Page(Lang.nl).table(
        "Parameters",
        ("parameter", "waarde", "standaard", "betekenis"),
        ((one.name, f"{options.get(one.name)}", f"{one.default}", one.meaning) for one in _core.parameters()),
    )


def _version(wanted: bool) -> None:
    if wanted:
        print(f"m150 {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    config: Annotated[Path | None, typer.Option(help="Configuratiebestand (JSON) waarmee gezocht en gerangschikt wordt.")] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Toon de versie.")] = False,
) -> None:
    _Given.config = config


def run(arguments: Sequence[str]) -> int:
    """Runs the command with these arguments and returns its exit code."""
    try:
        app(list(arguments), prog_name="m150")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0 if done.code is None else 2
    except errors.InvalidInput as error:
        _note(["m150: " + str(problem) for problem in error.problems])
        if error.total > len(error.problems):
            _note([f"m150: en nog {error.total - len(error.problems)} problemen"])
        return 2
    except errors.Error as error:
        _note([f"m150: {error}"])
        return 3
    return 0


def main() -> None:
    """The console script."""
    sys.exit(run(sys.argv[1:]))
