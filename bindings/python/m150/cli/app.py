"""The command itself, the options that its parts share, and what they read a knowledge base with."""

from __future__ import annotations

import difflib
import sys
import warnings
from pathlib import Path
from typing import Annotated, Any

import typer

from .. import __version__, _core, errors
from ..progress import TextProgress
from .page import Lang, note

app = typer.Typer(
    help="Verbindt vragen, antwoorden en gemeenten.",
    epilog='Voorbeeld: m150 create avh.m150 --load examples/network && m150 ask avh.m150 "Mogen boa\'s een bodycam dragen?"',
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


Base = Annotated[Path, typer.Argument(help="Map van de kennisbank.", metavar="KENNISBANK", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="JSON voor machines in plaats van tabellen.")]
Language = Annotated[Lang, typer.Option("--lang", help="Taal van de redenen en de tabellen.")]
Viewer = Annotated[str | None, typer.Option(help="Toon wat deze gemeente mag zien (code of naam); anders alles.")]
AsOf = Annotated[str | None, typer.Option(help="Toon wat op deze dag bekend was (JJJJ-MM-DD).")]
Network = Annotated[str | None, typer.Option(help="Alleen leden van dit netwerk, zoals M150 of G40.")]
# Of every whole number that is asked for; what else it has to be, the library says.
WHOLE: dict[str, Any] = {"min": 0, "max": 1_000_000_000}
Topics = Annotated[list[str] | None, typer.Option("--topic", help="Alleen over dit onderwerp (id); mag vaker.")]


def _refused(where: str, what: str, advice: str) -> errors.InvalidInput:
    problem = _core.Problem(where=where, what=what, expected="", advice=advice)
    return errors.InvalidInput(str(problem), [problem])


def code_of(now: _core.Snapshot, text: str) -> str:
    """The code of a municipality given by code or by name. InvalidInput for a name that nobody or several have."""
    wanted = text.strip().casefold()
    every = now.municipalities()
    named = [one for one in every if one.name.casefold() == wanted] or [one for one in every if one.name.casefold().partition(" (")[0] == wanted]
    living = [one for one in named if one.exists_on(now.today)] or named
    if len(living) == 1:
        return living[0].id
    if living:
        raise _refused("gemeente", f"{text} heet er meer dan een", "geef " + " of ".join(f"{one.name} ({one.id})" for one in living))
    try:
        return _core.parse_municipality_id(text)
    except errors.InvalidInput as error:
        names = {one.name.casefold(): one for one in every}
        near = [names[name] for name in difflib.get_close_matches(wanted, names, n=3)]
        if not near and any(sign.isdigit() for sign in text):
            raise
        guess = " of ".join(f"{one.name} ({one.id})" for one in near)
        raise _refused("gemeente", f"'{text}' is niet bekend als code of naam", f"bedoelde u {guess}?" if near else "") from error


def topic_of(now: _core.Snapshot, text: str) -> str:
    """The id of a topic given by id or by a label. InvalidInput for what is neither."""
    wanted = text.strip().casefold()
    named: dict[str, str] = {}
    for one in now.topics():
        for label in (one.id, one.preferred_label, *one.alternative_labels):
            named.setdefault(label.casefold(), one.id)
    if wanted in named:
        return named[wanted]
    near = difflib.get_close_matches(wanted, named, n=1)
    advice = f"bedoelde u '{named[near[0]]}'?" if near else ""
    raise _refused("onderwerp", f"'{text}' is niet bekend als id of naam", advice)


class Given:
    """What is given before the name of the command."""

    config: Path | None = None


def open_base(path: Path, *, read_only: bool = False) -> _core.KnowledgeBase:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        base = _core.KnowledgeBase.open(path, read_only=read_only, options=Given.config)
    note(str(one.message) for one in caught)
    return base


def open_snapshot(path: Path, viewer: str | None = None, as_of: str | None = None) -> _core.Snapshot:
    with open_base(path, read_only=True) as base:
        if viewer is None:
            return base.snapshot(as_of=as_of)
        code = code_of(base.snapshot(as_of=as_of), viewer)
        now = base.snapshot(viewer=code, as_of=as_of)
        if now.viewer != code:
            note([f"{code} bestaat niet meer: getoond is wat {now.viewer} mag zien"])
        return now


def progress_line() -> TextProgress | None:
    return TextProgress() if sys.stderr.isatty() else None


def _version(wanted: bool) -> None:
    if wanted:
        print(f"m150 {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    config: Annotated[Path | None, typer.Option(help="Configuratiebestand (JSON) waarmee gezocht en gerangschikt wordt.")] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Toon de versie.")] = False,
) -> None:
    Given.config = config
