"""``gate-player gate language … evacuate``: orders to the player of this machine."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from player.cli.gate import gate
from player.cli.options import (
    AsJson,
    ConfigFile,
    Demo,
    HomeFolder,
    LangOption,
    ScreenName,
    select_screen,
)

if TYPE_CHECKING:
    from player.main.gate_orders import Counter

By = Annotated[
    str, typer.Option("--by", metavar="NAME", help="Who orders it [default: the user's name].")
]
Minutes = Annotated[
    int, typer.Option("--minutes", metavar="N", min=1, max=24 * 60, help="For how long.")
]
Exercise = Annotated[
    bool, typer.Option("--exercise", help="Says in all languages that it is a drill.")
]
End = Annotated[bool, typer.Option("--end", help="End what is in force.")]


Meant = tuple[str | None, Path | None, str | None, Path | None]
"""Demo, home, screen and configuration, as they were given."""


class Danger(StrEnum):
    """What people must do."""

    EVACUATE = "evacuate"
    FIRE = "fire"
    SHELTER = "shelter"


@gate.command("language")
def gate_language(
    tags: Annotated[
        list[str] | None, typer.Argument(metavar="TAG", help="In this order, and no others.")
    ] = None,
    *,
    minutes: Minutes = 30,
    end: End = False,
    by: By = "",
    demo: Demo = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
    lang: LangOption,
) -> None:
    """Show these languages for a while; touch sessions keep theirs."""
    if bool(tags) is end:
        raise typer.BadParameter("name languages, or say --end")
    from player.main.gate_orders import speak

    speak(_counter((demo, home, screen, config), lang, by), tuple(tags or ()), minutes)


@gate.command("hold")
def gate_hold(
    item: Annotated[
        str | None, typer.Argument(metavar="ITEM", help="Id of an item; none: what is on stage.")
    ] = None,
    *,
    skip: Annotated[bool, typer.Option("--skip", help="Go on to what comes next.")] = False,
    back: Annotated[bool, typer.Option("--back", help="Go back to what was before.")] = False,
    language: Annotated[str, typer.Option("--language", metavar="TAG", help="In this.")] = "",
    minutes: Minutes = 10,
    end: End = False,
    by: By = "",
    demo: Demo = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
    lang: LangOption,
) -> None:
    """Keep an item on stage for a while, skip one, or go back."""
    if sum((skip, back, end, item is not None)) > 1:
        raise typer.BadParameter("say one of ITEM, --skip, --back and --end")
    from player.main.gate_orders import hold, let_go

    counter = _counter((demo, home, screen, config), lang, by)
    if end:
        let_go(counter)
    else:
        hold(counter, item, language, minutes, steps=int(skip) - int(back))


@gate.command("show")
def gate_show(
    topic: Annotated[str | None, typer.Argument(metavar="TOPIC", help="Id of a topic.")] = None,
    *,
    language: Annotated[str, typer.Option("--language", metavar="TAG", help="In this.")] = "vi",
    minutes: Minutes = 10,
    end: End = False,
    by: By = "",
    demo: Demo = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
    lang: LangOption,
) -> None:
    """Show a topic of the lookup to whoever stands before the screen."""
    if (topic is not None) is end:
        raise typer.BadParameter("name a topic, or say --end")
    from player.main.gate_orders import show_topic

    show_topic(_counter((demo, home, screen, config), lang, by), topic or "", language, minutes)


@gate.command("blank")
def gate_blank(
    *,
    minutes: Annotated[
        int, typer.Option("--minutes", metavar="N", min=0, max=24 * 60, help="0: until opening.")
    ] = 0,
    wake: Annotated[bool, typer.Option("--wake", help="Turn the picture on instead.")] = False,
    by: By = "",
    demo: Demo = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
    lang: LangOption,
) -> None:
    """Turn the picture off until the gate opens, or on."""
    from player.main.gate_orders import blank

    blank(_counter((demo, home, screen, config), lang, by), minutes, is_blank=not wake)


@gate.command("notice")
def gate_notice(
    template: Annotated[
        str | None, typer.Argument(metavar="TEMPLATE", help="Id of a template; none: lists them.")
    ] = None,
    *,
    values: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="What is typed in; repeatable."),
    ] = None,
    replaces: Annotated[
        str, typer.Option("--replaces", metavar="ID", help="A notice that this one revises.")
    ] = "",
    exercise: Exercise = False,
    by: By = "",
    demo: Demo = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
    lang: LangOption,
) -> None:
    """Post a notice made of a template, in all languages."""
    if demo is not None:
        select_screen(demo, home, screen, config)  # its pack, which knows lanes, is built first
    from player.main.posting import list_templates, post

    counter = _reader((demo, home, screen, config), lang, by)
    if template is None:
        list_templates(counter)
    else:
        post(counter, template, values or (), replaces, is_exercise=exercise)


@gate.command("evacuate")
def gate_evacuate(
    danger: Annotated[
        Danger, typer.Argument(metavar="DANGER", help="evacuate, fire or shelter.")
    ] = Danger.EVACUATE,
    *,
    exercise: Exercise = False,
    by: By = "",
    demo: Demo = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
    lang: LangOption,
) -> None:
    """Take the whole screen: evacuate, fire or shelter. End it with gate cancel."""
    from player.main.posting import post

    counter = _counter((demo, home, screen, config), lang, by)
    post(counter, danger.value, (), "", is_exercise=exercise)


@gate.command("cancel")
def gate_cancel(
    notice: Annotated[
        str | None, typer.Argument(metavar="ID", help="Of a notice; none: every emergency.")
    ] = None,
    *,
    by: By = "",
    demo: Demo = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
    lang: LangOption,
) -> None:
    """Take a notice back; an emergency ends with an all-clear."""
    from player.main.gate_orders import cancel

    cancel(_reader((demo, home, screen, config), lang, by), notice)


@gate.command("log")
def gate_log(
    *,
    demo: Demo = None,
    home: HomeFolder = None,
    screen: ScreenName = None,
    config: ConfigFile = None,
    as_json: AsJson = False,
    lang: LangOption,
) -> None:
    """Say what gate staff ordered of this screen, when and who. In JSON also what is in force."""
    from player.main.gate_orders import tell_log

    tell_log(_reader((demo, home, screen, config), lang, ""), as_json=as_json)


def _counter(meant: Meant, lang: str, by: str) -> "Counter":
    from player.main.gate_orders import Counter
    from player.main.selection import Choice

    return Counter.of(Choice(*meant), lang, by)


def _reader(meant: Meant, lang: str, by: str) -> "Counter":
    """Return the same for who must read first what is there."""
    from player.main.selection import readable

    counter = _counter(meant, lang, by)
    readable(counter.screen)
    return counter
