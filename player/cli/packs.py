"""``gate-player pack new|check|build|preview``: what an editor does before anything is signed."""

from pathlib import Path
from typing import Annotated

import typer

from player.cli.options import AsJson, LangOption, OnDay, ScreenName

pack = typer.Typer(
    help="The content team's side. Make, check, preview, build, sign and publish packs.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@pack.command("new")
def pack_new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder to make.")],
    lang: LangOption,
) -> None:
    """Start a pack from a small commented example."""
    from player.main.tools import pack_new as new

    raise typer.Exit(new(folder, lang))


@pack.command("check")
def pack_check(
    source: Annotated[Path, typer.Argument(metavar="SRC", help="The pack's source folder.")],
    lang: LangOption,
    *,
    screen: ScreenName = None,
    on: OnDay = None,
    as_json: AsJson = False,
) -> None:
    """Say what is wrong with a pack's source, and its remedy. A screen's limits count if named."""
    from player.main.selection import Choice, select
    from player.main.tools import pack_check as check

    chosen = select(Choice(screen=screen), lang) if screen is not None else None
    today = on.date() if on else None
    raise typer.Exit(check(source, lang, screen=chosen, as_json=as_json, today=today))


@pack.command("build")
def pack_build(
    source: Annotated[Path, typer.Argument(metavar="SRC", help="The pack's source folder.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the built pack.")],
    lang: LangOption,
    *,
    on: OnDay = None,
) -> None:
    """Check a pack's source and build it."""
    from player.main.tools import pack_build as build

    raise typer.Exit(build(source, out, lang, today=on.date() if on else None))


@pack.command("preview")
def pack_preview(
    source: Annotated[Path, typer.Argument(metavar="SRC", help="The pack's source folder.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the sheet.")],
    lang: LangOption,
    *,
    on: OnDay = None,
) -> None:
    """Draw every item in every language. What is wrong stands beside it."""
    from player.main.tools import pack_preview as preview

    raise typer.Exit(preview(source, out, lang, today=on.date() if on else None))
