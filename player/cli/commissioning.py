"""``gate-player configure``, and the set-up that the first start of the player begins with."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

import typer

from player.cli.options import ConfigFile, HomeFolder, LangOption, ScreenName, environment_lang
from player.errors import ConfigError

if TYPE_CHECKING:
    from player.config.screen import Orientation, Screen

DEFAULT_HOME: Final = Path("/var/lib/gate-player")


class Hung(StrEnum):
    """How a panel hangs."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"
    LANDSCAPE_FLIPPED = "landscape-flipped"
    PORTRAIT_FLIPPED = "portrait-flipped"


def configure(
    *,
    check: Annotated[bool, typer.Option("--check", help="Only check the configuration.")] = False,
    on_screen: Annotated[
        bool, typer.Option("--on-screen", help="By touch, on the screen itself.")
    ] = False,
    source: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="As a copy of this screen.")
    ] = None,
    new_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Of this screen, with --from.")
    ] = None,
    ids: Annotated[
        Path | None,
        typer.Option("--ids", metavar="FILE.csv", help="Which id has which machine: id,mac."),
    ] = None,
    orientation: Annotated[
        Hung | None,
        typer.Option("--orientation", metavar="HOW", help="How it hangs: landscape, portrait …"),
    ] = None,
    trust: Annotated[
        Path | None,
        typer.Option(
            "--trust", metavar="ROOT.json", help="Root file to believe; alone: say its fingerprint."
        ),
    ] = None,
    fingerprint: Annotated[
        str | None,
        typer.Option("--fingerprint", metavar="TEXT", help="Of that root, words or digits."),
    ] = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
    windowed: Annotated[bool, typer.Option("--windowed", help="In a window, to develop.")] = False,
    lang: LangOption,
) -> None:
    """Set this screen up, or check how it is. At a terminal, on itself, or as another's copy."""
    if check:
        _check(screen, config, lang)
        return
    from player.main import selection
    from player.main.repertoire import read_phrases

    target = config or selection.SYSTEM_CONFIG
    place = (home or DEFAULT_HOME).absolute()
    if on_screen:
        from player.main.setup import set_up

        raise typer.Exit(set_up(target, place, windowed=windowed))
    from player import resources
    from player.main.configure import interview
    from player.main.copying import Copy, clone, id_for_machine, say_fingerprint
    from player.main.setup_machine import SetupMachine
    from player.stage.setup.writing import Writing

    writing = Writing(read_phrases(resources.assets() / "setup"), lang.value)
    machine = SetupMachine(target)
    if source is not None:
        if (new_id is None) == (ids is None):
            raise typer.BadParameter("--from: say --id ID or --ids FILE.csv, one of them")
        name = new_id if ids is None else id_for_machine(ids, machine, writing)
        hung: Orientation | None = orientation.value if orientation else None
        copy = Copy(source, name or "", hung, trust, fingerprint or "")
        typer.echo(clone(machine, copy, writing))
        return
    if trust is not None:
        typer.echo(say_fingerprint(trust, writing))
        return
    try:
        typer.echo(interview(machine, place, writing, _ask, _tell))
    except (typer.Abort, EOFError, KeyboardInterrupt):
        typer.echo(writing.say("cli_ended"), err=True)
        raise typer.Exit(1) from None


def owes_commissioning(home: Path | None) -> bool:
    """Whether this machine's screen was never set up, or not to the end."""
    from player.main import selection
    from player.store.layout import Home
    from player.store.setup import owes_setup

    config = selection.SYSTEM_CONFIG
    if not config.exists():
        return True
    return owes_setup(Home(home.absolute() if home else _home_of(config)))


def commission(home: Path | None, *, windowed: bool) -> None:
    """Set the screen up on itself, then start the player in this process's place.

    Raises:
        typer.Exit: it was ended before it was done.
    """
    from player.main import selection
    from player.main.setup import set_up

    config = selection.SYSTEM_CONFIG
    place = home.absolute() if home else _home_of(config)
    code = set_up(config, place, windowed=windowed)
    if code != 0:
        raise typer.Exit(code)
    _begin_again()


def _begin_again() -> NoReturn:
    # A process of its own kind: Qt was told how to draw for the set-up, and is told once only.
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  (our own interpreter and arguments)


def _home_of(config: Path) -> Path:
    """Return the home of the screen that is configured there; the usual one if none is."""
    from player.config.load import load_screen

    try:
        return load_screen(config, environment_lang()).home
    except ConfigError:
        return DEFAULT_HOME


def _check(screen: str | None, config: Path | None, lang: str) -> None:
    from player.main.selection import Choice, select

    chosen: Screen = select(Choice(screen=screen, config=config), lang)
    typer.echo(f"{chosen.id}: {chosen.role}, {chosen.gate}")


def _ask(question: str, proposed: str) -> str:
    answer: str = typer.prompt(question, default=proposed, show_default=bool(proposed))
    return answer


def _tell(sentence: str) -> None:
    if sentence:
        typer.echo(sentence)
