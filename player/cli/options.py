"""What several commands share: the options by which a screen, a home and a language are meant."""

import os
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from player.config.screen import Screen


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


def _known_demo(demo: str | None) -> str | None:
    """Return ``demo``, which must be the id of a demo gate that is here."""
    if demo is None:
        return None
    from player.main.demo import demo_gates

    known = demo_gates()
    if not known:
        raise typer.BadParameter(
            "this installation carries no demo packs; play them from a checkout: packaging/run.sh"
        )
    if demo not in known:
        raise typer.BadParameter(f"{demo} is no demo gate; choose from {', '.join(known)}")
    return demo


Demo = Annotated[
    str | None,
    typer.Option("--demo", metavar="GATE", help="A demo gate.", callback=_known_demo),
]
# Not judged as they are parsed: what may not be read is told by who reads it, with what to do.
HomeFolder = Annotated[
    Path | None,
    typer.Option(
        "--home", metavar="DIR", help="Folder of packs and state.", file_okay=False, readable=False
    ),
]
ScreenName = Annotated[
    str | None, typer.Option("--screen", metavar="ROLE|FILE", help="A role's example, or a file.")
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Configuration [default: /etc/gate-player/screen.toml].",
        readable=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
OnDay = Annotated[
    datetime | None,
    typer.Option("--on", metavar="DATE", formats=["%Y-%m-%d"], help="As if today were this day."),
]
LangOption = Annotated[
    Lang,
    typer.Option(
        "--lang",
        default_factory=environment_lang,
        show_default="the environment's",
        help="Language of messages.",
    ),
]


def select_screen(
    demo: str | None, home: Path | None, screen: str | None, config: Path | None
) -> "Screen":
    """Return the screen that a command is about; a demo's pack is built if need be.

    Raises:
        ConfigError: the configuration cannot be used.
    """
    from player.main.demo import prepare_demo
    from player.main.selection import Choice, select

    if demo is not None and home is None:
        prepare_demo(demo)
    return select(Choice(demo, home, screen, config), environment_lang())


def asked_screen(
    demo: str | None, home: Path | None, screen: str | None, config: Path | None
) -> "Screen":
    """Return the screen that a question is about; a demo's pack is built if need be.

    Raises:
        ConfigError: the configuration cannot be used.
        StoreError: this user may not read what the answer is made of.
    """
    from player.main.selection import readable

    return readable(select_screen(demo, home, screen, config))
