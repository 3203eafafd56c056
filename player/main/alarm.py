"""What takes the screen in an emergency, put together for show and for pictures."""

from collections.abc import Callable
from datetime import datetime

from player import clock, resources
from player.config.screen import Screen
from player.main.repertoire import read_phrases
from player.shell.alarm_keeper import AlarmKeeper, AlarmMeans
from player.shell.application import Application
from player.stage.alarm.words import with_builtin


def alarm_keeper(
    application: Application, screen: Screen, now: Callable[[], datetime] = clock.now
) -> AlarmKeeper:
    """Return the keeper of ``screen``.

    Args:
        application: draws it.
        screen: where it hangs, and how.
        now: the wall clock; another for pictures.
    """
    means = AlarmMeans(
        view=application.alarm,
        lengths=application.metrics,
        faces=application.typefaces,
        clips=application.clips,
        chime=resources.assets() / "sounds" / "chime.m4a",
        phrases=with_builtin(read_phrases(resources.assets() / "strings")),
        now=now,
    )
    return AlarmKeeper(screen, means)
