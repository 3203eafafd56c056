"""The command line: parses, calls one composition root, turns errors into exit codes.

Exit codes: 0 done, 1 refused or failed (one sentence on standard error), 2 usage,
70 internal error (traceback in the log), 78 bad configuration (one line per problem).
Each process's modules are imported only when its command is called.
"""

import logging
import sys
from pathlib import Path
from typing import Annotated, Final, NoReturn

import typer

from player import __version__
from player.cli import gate_orders as _gate_orders  # noqa: F401  (adds its commands to ``gate``)
from player.cli import notices as _notices  # noqa: F401  (adds its commands to ``pack``)
from player.cli import signing as _signing  # noqa: F401  (adds its commands to ``pack``)
from player.cli.commissioning import commission, configure, owes_commissioning
from player.cli.gate import gate
from player.cli.options import (
    AsJson,
    ConfigFile,
    Demo,
    HomeFolder,
    ScreenName,
    asked_screen,
    environment_lang,
    select_screen,
)
from player.cli.packs import pack
from player.errors import ConfigError, PlayerError
from player.main.logs import set_up_logging

logger = logging.getLogger(__name__)

EXIT_REFUSED: Final = 1
EXIT_USAGE: Final = 2
EXIT_INTERNAL: Final = 70
EXIT_CONFIG: Final = 78

app = typer.Typer(
    name="gate-player",
    help="Signage player and touch kiosk for border gates.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # help and usage in plain text: half the start, nothing read as markup
)
app.add_typer(pack, name="pack")
app.add_typer(gate, name="gate")
app.command()(configure)


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        typer.echo(__version__)
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(EXIT_USAGE)


@app.command()
def run(
    *,
    demo: Demo = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
    windowed: Annotated[bool, typer.Option("--windowed", help="In a window, to develop.")] = False,
) -> None:
    """Play on this screen. One that was never set up begins with that."""
    if demo is None and screen is None and config is None and owes_commissioning(home):
        commission(home, windowed=windowed)
    chosen = select_screen(demo, home, screen, config)
    from player.main.show import show

    raise typer.Exit(show(chosen, windowed=windowed))


@app.command()
def programme(
    *,
    start: Annotated[str, typer.Option("--from", metavar="T", help="ISO 8601, gate time.")],
    end: Annotated[str, typer.Option("--to", metavar="T", help="ISO 8601, gate time.")],
    demo: Demo = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
    as_json: AsJson = False,
) -> None:
    """Say what shows when, why, and how long anything is absent."""
    chosen = asked_screen(demo, home, screen, config)
    from player.main.inquiry import programme as describe

    try:
        said = describe(chosen, start, end, as_json=as_json)
    except ValueError as e:
        raise typer.BadParameter(str(e)) from e
    typer.echo(said)


@app.command()
def snapshot(
    *,
    at: Annotated[str, typer.Option("--at", metavar="T", help="ISO 8601, gate time.")],
    out: Annotated[Path, typer.Option("--out", metavar="F.png", help="Picture to write.")],
    language: Annotated[
        str | None, typer.Option("--language", metavar="TAG", help="In this language.")
    ] = None,
    page: Annotated[
        str,
        typer.Option("--page", metavar="PAGE", help="stage, home, topic:ID, search:QUERY …"),
    ] = "stage",
    notice: Annotated[
        str | None,
        typer.Option("--notice", metavar="TEMPLATE", help="As if this had just been posted."),
    ] = None,
    exercise: Annotated[bool, typer.Option("--exercise", help="The notice is a drill.")] = False,
    mode: Annotated[
        list[str] | None,
        typer.Option("--mode", metavar="MODE", help="large-text, high-contrast or low-reach."),
    ] = None,
    size: Annotated[
        str | None, typer.Option("--size", metavar="WxH", help="Pixels of the picture.")
    ] = None,
    demo: Demo = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
) -> None:
    """Draw what the screen shows at an instant. The player's own code draws it."""
    chosen = asked_screen(demo, home, screen, config)
    from player.main.snapshot import Shot, take_shot

    try:
        take_shot(chosen, Shot(at, out, language, page, size, tuple(mode or ()), notice, exercise))
    except ValueError as e:
        raise typer.BadParameter(str(e)) from e


@app.command()
def search(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="What a traveller types.")],
    *,
    language: Annotated[str, typer.Option("--language", metavar="TAG", help="Asked in this.")],
    demo: Demo = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
    as_json: AsJson = False,
) -> None:
    """Find topics as a traveller at the screen does, the best first."""
    chosen = asked_screen(demo, home, screen, config)
    from player.main.searching import search as find

    typer.echo(find(chosen, query, language, as_json=as_json))


@app.command()
def refresh(
    *,
    once: Annotated[bool, typer.Option("--once", help="One cycle, then end.")] = False,
    source: Annotated[
        str | None, typer.Option("--from", metavar="URL|FOLDER", help="Instead of the configured.")
    ] = None,
    trust: Annotated[
        Path | None,
        typer.Option("--trust", metavar="ROOT.json", help="Believe this root from now on."),
    ] = None,
    demo: Demo = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
    as_json: AsJson = False,
) -> None:
    """Bring new content, signed, from a server, a folder or a stick."""
    from player.main.agent import Order, refresh_once, run_agent
    from player.main.selection import Choice, select_home

    if demo is not None:
        chosen = select_screen(demo, home, screen, config)  # its pack is built first
    else:
        chosen = select_home(Choice(None, home, screen, config), environment_lang())
    order = Order(source, trust, as_json)
    if once:
        raise typer.Exit(refresh_once(chosen, order))
    run_agent(chosen, order)


@app.command()
def status(
    *,
    demo: Demo = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
    as_json: AsJson = False,
) -> None:
    """Say what this screen shows, trusts and suffers."""
    from player.main.selection import Choice, readable, select_home
    from player.main.status import status as describe

    chosen = readable(select_home(Choice(demo, home, screen, config), environment_lang()))
    typer.echo(describe(chosen, as_json=as_json))


@app.command()
def screenshot(
    *,
    out: Annotated[Path, typer.Option("--out", metavar="F.png", help="Picture to write.")],
    demo: Demo = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
) -> None:
    """Write what the player on this screen really shows just now."""
    from player.main.screenshot import screenshot as take
    from player.main.selection import Choice, readable, select_home

    chosen = readable(select_home(Choice(demo, home, screen, config), environment_lang()))
    typer.echo(take(chosen, out))


def main() -> None:
    """Run the command line; never returns."""
    # Also a question is told why its answer is not the one expected.
    if not logging.root.handlers:
        set_up_logging(logging.WARNING)
    try:
        app()
    except ConfigError as e:
        _fail(str(e), EXIT_CONFIG)
    except PlayerError as e:
        _fail(f"gate-player: {e}", EXIT_REFUSED)
    except PermissionError as e:
        # Wherever it comes from, it is a matter of who asked, and of no defect.
        logger.debug("no permission", exc_info=True)
        file = f"{e.filename}: " if e.filename else ""
        remedy = "choose another place, or do it as root, with sudo"
        _fail(f"gate-player: {file}no permission; {remedy}", EXIT_REFUSED)
    except Exception:
        logger.critical("internal error", exc_info=True)
        sys.exit(EXIT_INTERNAL)


def _fail(sentence: str, code: int) -> NoReturn:
    typer.echo(sentence, err=True)
    sys.exit(code)
