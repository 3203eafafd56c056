"""Builds the power room of a screen, and has it and the programme hear of each other."""

from collections.abc import Callable
from datetime import datetime

from player import clock
from player.clock import ClockTrust
from player.config.screen import Screen
from player.shell.application import Application
from player.shell.display_sleep import display_sleep
from player.shell.panel_switch import PanelSwitch
from player.shell.performance import Performance
from player.shell.power_room import Panel, PowerRoom
from player.stage.repertoire import Repertoire
from player.stage.rungs import Rung


def open_power(
    application: Application,
    screen: Screen,
    performance: Performance,
    trust: Callable[[datetime], ClockTrust],
    *,
    windowed: bool,
) -> PowerRoom:
    """Return what darkens ``screen`` and lights it.

    Args:
        application: draws.
        screen: its rule.
        performance: rests while there is no picture.
        trust: whether an instant can be the true time.
        windowed: in development; then no machine is switched.
    """
    rule = screen.power
    panel = Panel(
        application.power,
        display_sleep(application.platform, is_wanted=rule.dpms and not windowed),
        PanelSwitch((), ()) if windowed else PanelSwitch(rule.on_command, rule.off_command),
    )
    room = PowerRoom(screen, panel, clock.now, trust)

    def take(repertoire: Repertoire | None) -> None:
        room.take(repertoire.correction.gate if repertoire else None)

    def darken(is_dark: bool) -> None:  # noqa: FBT001  (a signal's)
        if is_dark:
            performance.claim(Rung.BLANK)
        else:
            performance.release(Rung.BLANK)

    performance.taken.connect(take)
    room.closed.connect(performance.close_gate)
    room.darkened.connect(darken)
    return room
