"""The commands that make, fill and look after a knowledge base: create, load, check, export, scrub, rebuild."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from .. import _core
from .app import Base, Given, Json, Language, app, open_base, progress_line
from .page import Lang, Page, emit, note


def _show_report(report: _core.LoadReport, as_json: bool, lang: Lang) -> None:
    if as_json:
        return emit(report.to_dict())
    note(report.notices)
    Page(lang).counts(report.records)


@app.command(epilog="Voorbeelden: m150 create avh.m150 --load examples/network; m150 create partners.m150 --language en")
def create(
    base: Base,
    load: Annotated[Path | None, typer.Option(help="Map met CSV- en JSONL-bestanden die meteen geladen wordt.")] = None,
    language: Annotated[Lang | None, typer.Option(help="Taal van de teksten die erin komen; anders die van --config, of nl.")] = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Maak een lege kennisbank, of een met records erin: als het laden niet lukt, is er niets gemaakt."""
    was_there = base.exists()
    made = _core.KnowledgeBase.create(base, options=Given.config, language=None if language is None else language.value)
    try:
        with made:
            if load is not None:
                _show_report(made.load(load, progress=progress_line()), as_json, lang)
            elif as_json:
                emit({"directory": str(base)})
    except BaseException:
        for entry in list(base.iterdir()):
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        if not was_there:
            base.rmdir()
        raise


@app.command(epilog="Voorbeeld: m150 load avh.m150 inventarisatie-2026/ --replace")
def load(
    base: Base,
    source: Annotated[Path, typer.Argument(help="Map met CSV en JSONL, of een JSON-bestand met VAC's.", metavar="BRON", show_default=False)],
    replace: Annotated[bool, typer.Option("--replace", help="Vervang records waarvan het id al bekend is.")] = False,
    organisation: Annotated[str | None, typer.Option(help="Voor VAC's: id van de organisatie die antwoordt.")] = None,
    date: Annotated[str | None, typer.Option(help="Voor VAC's zonder datum (JJJJ-MM-DD).")] = None,
    as_json: Json = False,
    lang: Language = Lang.nl,
) -> None:
    """Laad records: alles of niets, met alle fouten op een rij."""
    with open_base(base) as opened:
        if source.suffix == ".json":
            if organisation is None:
                raise typer.BadParameter("een bestand met VAC's vraagt om --organisation")
            report = opened.load_vac(source, organisation=organisation, date=date, progress=progress_line())
        else:
            report = opened.load(source, replace=replace, progress=progress_line())
        _show_report(report, as_json, lang)


@app.command(epilog="Voorbeeld: m150 check avh.m150 || echo 'er is iets mis'")
def check(base: Base, as_json: Json = False, lang: Language = Lang.nl) -> None:
    """Vergelijk records, index en graaf met elkaar; code 1 als er iets niet klopt."""
    with open_base(base, read_only=True) as opened:
        problems = opened.check()
    if as_json:
        emit({"problems": [problem.to_dict() for problem in problems]})
    elif problems:
        note(str(problem) for problem in problems)
    else:
        page = Page(lang)
        page.line(page.say("geen problemen gevonden"))
    if problems:
        raise typer.Exit(1)


@app.command(epilog="Voorbeeld: m150 export avh.m150 kopie/")
def export(
    base: Base,
    directory: Annotated[Path, typer.Argument(help="Nieuwe of lege map.", metavar="MAP", show_default=False)],
    as_json: Json = False,
) -> None:
    """Schrijf alle records als CSV en JSONL, die load weer leest."""
    with open_base(base, read_only=True) as opened:
        opened.export(directory)
    if as_json:
        emit({"directory": str(directory), "files": sorted(file.name for file in directory.iterdir())})


@app.command(epilog="Voorbeeld: m150 scrub avh.m150")
def scrub(base: Base) -> None:
    """Laat de woorden van verwijderde records uit alle bestanden verdwijnen."""
    with open_base(base) as opened:
        opened.scrub()


@app.command(epilog="Voorbeeld: m150 rebuild avh.m150")
def rebuild(base: Base) -> None:
    """Maak de zoekindex opnieuw van de records."""
    with open_base(base) as opened:
        opened.rebuild_index(progress=progress_line())


@app.command(epilog="Voorbeeld: m150 configure avh.m150 keuze.json")
def configure(
    base: Base,
    file: Annotated[Path, typer.Argument(help="Configuratiebestand (JSON).", metavar="BESTAND", show_default=False)],
) -> None:
    """Zoek en rangschik voortaan volgens een configuratiebestand."""
    with _core.KnowledgeBase.open(base) as opened:
        opened.configure(file)


@app.command(epilog="Voorbeelden: m150 space avh.m150; m150 space avh.m150 space.bin; m150 space avh.m150 --remove")
def space(
    base: Base,
    file: Annotated[Path | None, typer.Argument(help="Bestand van m150-bench learn-space.", metavar="[BESTAND]", show_default=False)] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Gebruik weer de ruimte die in de bibliotheek zit.")] = False,
    as_json: Json = False,
) -> None:
    """Toon de semantische ruimte (wat woorden betekenen), of kies een andere; de index wordt dan opnieuw gemaakt."""
    if remove and file is not None:
        raise typer.BadParameter("een bestand en --remove gaan niet samen")
    change = remove or file is not None
    with open_base(base, read_only=not change) as opened:
        if change:
            opened.use_space(file)
            note(str(problem) for problem in [opened.space.problem] if problem is not None)
        used = opened.space
    if as_json:
        return emit(used.to_dict())
    rows = [("eigen", "ja" if used.own else "nee"), ("woorden", f"{used.words}"), ("dimensies", f"{used.dimension}"), ("kenmerk", used.hash)]
    Page(Lang.nl).table("Semantische ruimte", ("wat", "waarde"), rows + sorted(used.description.items()))


@app.command(epilog="Voorbeelden: m150 parameters; m150 parameters avh.m150 --json > keuze.json")
def parameters(
    base: Annotated[Path | None, typer.Argument(help="Map van een kennisbank; leeg: de standaardwaarden.", metavar="[KENNISBANK]")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Als configuratiebestand, in plaats van als tabel.")] = False,
    lang: Language = Lang.nl,
) -> None:
    """Alles wat er te kiezen is aan zoeken en rangschikken, en wat er gekozen is."""
    if base is not None:
        with open_base(base, read_only=True) as opened:
            options = opened.options
    else:
        options = _core.KnowledgeBaseOptions() if Given.config is None else _core.KnowledgeBaseOptions.read(Given.config)
    if as_json:
        sys.stdout.write(options.to_json())
        return
    Page(lang).table(
        "Parameters",
        ("parameter", "waarde", "standaard", "betekenis"),
        ((one.name, f"{options.get(one.name)}", f"{one.default}", one.meaning) for one in _core.parameters()),
    )
