"""The command line: parses, calls one composition root, turns errors into exit codes.

Exit codes: 0 done, 1 refused or failed (one sentence on standard error), 2 usage,
70 internal error (traceback in the log), 78 bad configuration (one line per problem).
Each process's modules are imported only when its command is called.
"""

import logging
import os
import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

import typer

from player import __version__
from player.errors import ConfigError, PlayerError
from player.main.logs import set_up_logging

if TYPE_CHECKING:
    from player.config.screen import Screen

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
pack = typer.Typer(
    help="The content team's side: make, check, preview and build packs.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(pack, name="pack")


class Lang(StrEnum):
    """Languages of messages."""

    VI = "vi"
    EN = "en"


def environment_lang() -> Lang:
    """Return the language of messages that the environment asks for."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return Lang.VI if value.startswith("vi") else Lang.EN
    return Lang.EN


Demo = Annotated[str | None, typer.Option("--demo", metavar="GATE", help="A demo gate.")]
HomeFolder = Annotated[
    Path | None, typer.Option("--home", metavar="DIR", help="Folder of packs and state.")
]
ScreenName = Annotated[
    str | None, typer.Option("--screen", metavar="ROLE|FILE", help="A role's example, or a file.")
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="Configuration [default: /etc/gate-player/screen.toml]."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
OnDay = Annotated[
    datetime | None,
    typer.Option("--on", metavar="DATE", formats=["%Y-%m-%d"], help="As if today were this day."),
]
LangOption = Annotated[
    Lang, typer.Option("--lang", default_factory=environment_lang, help="Language of messages.")
]


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
    """Play on this screen."""
    chosen = _select(demo, home, screen, config)
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
    chosen = _select(demo, home, screen, config)
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
        str, typer.Option("--page", metavar="PAGE", help="stage or builtin.")
    ] = "stage",
    size: Annotated[
        str | None, typer.Option("--size", metavar="WxH", help="Pixels of the picture.")
    ] = None,
    demo: Demo = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
) -> None:
    """Draw what the screen shows at an instant, through the player's own code."""
    chosen = _select(demo, home, screen, config)
    from player.main.snapshot import Shot, take_shot

    try:
        take_shot(chosen, Shot(at, out, language, page, size))
    except ValueError as e:
        raise typer.BadParameter(str(e)) from e


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

    chosen = select_home(Choice(demo, home, screen, config), environment_lang())
    order = Order(source, trust, as_json)
    raise typer.Exit(refresh_once(chosen, order) if once else run_agent(chosen, order))


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
    from player.main.selection import Choice, select_home
    from player.main.status import status as describe

    chosen = select_home(Choice(demo, home, screen, config), environment_lang())
    typer.echo(describe(chosen, as_json=as_json))


@app.command()
def configure(
    *,
    check: Annotated[bool, typer.Option("--check", help="Only check the configuration.")] = False,
    screen: ScreenName = None,
    config: ConfigFile = None,
    lang: LangOption,
) -> None:
    """Check the configuration of this screen."""
    if not check:
        raise typer.BadParameter("say --check")
    from player.main.selection import Choice, select

    chosen = select(Choice(screen=screen, config=config), lang)
    typer.echo(f"{chosen.id}: {chosen.role}, {chosen.gate}")


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
    """Say everything that is wrong with a pack's source, or with it on a screen, and its remedy."""
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
    """Draw every item in every language, with all that is wrong beside it."""
    from player.main.tools import pack_preview as preview

    raise typer.Exit(preview(source, out, lang, today=on.date() if on else None))


def _select(
    demo: str | None, home: Path | None, screen: str | None, config: Path | None
) -> "Screen":
    from player.main.demo import demo_gates, prepare_demo
    from player.main.selection import Choice, select

    if demo is not None:
        if demo not in demo_gates():
            raise typer.BadParameter(f"--demo {demo}: choose from {', '.join(demo_gates())}")
        if home is None:
            prepare_demo(demo)
    return select(Choice(demo, home, screen, config), environment_lang())


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
    except Exception:
        logger.critical("internal error", exc_info=True)
        sys.exit(EXIT_INTERNAL)


def _fail(sentence: str, code: int) -> NoReturn:
    typer.echo(sentence, err=True)
    sys.exit(code)
