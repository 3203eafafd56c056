"""``gate-player screenshot``: what the player really shows, as it says itself."""

import time
from pathlib import Path
from typing import Final

from player.config.screen import Screen
from player.errors import StoreError
from player.store.durable import write_file
from player.store.layout import Home
from player.store.picture import Taken, answer_to, ask, withdraw
from player.store.running import running_player

ANSWER_S: Final = 5.0
LOOK_S: Final = 0.05


def screenshot(screen: Screen, out: Path) -> str:
    """Write what the player of ``screen`` shows to ``out``; return a sentence about it.

    Raises:
        StoreError: no player runs, it does not answer, or a disk refused.
    """
    home = Home(screen.home)
    if running_player(home) is None:
        raise StoreError(
            f"{home.folder}: no player runs on this home, so there is nothing to see; start it and "
            "ask again, or draw what it would show with gate-player snapshot"
        )
    taken = _asked(home)
    if taken.problem:
        raise StoreError(f"{home.folder}: {taken.problem}")
    try:
        write_file(out.absolute(), home.picture.read_bytes())
    except OSError as e:
        raise StoreError(f"{e.filename or out}: {e.strerror or e}") from e
    width, height = taken.size
    said = f"{out}: {width}x{height}, taken at {taken.at.astimezone():%Y-%m-%d %H:%M:%S}"
    if taken.is_coarse:
        said += "; a traveller uses the screen, so nothing in it can be read: ask again later"
    return said


def _asked(home: Home) -> Taken:
    try:
        question = ask(home)
        for _ in range(round(ANSWER_S / LOOK_S)):
            taken = answer_to(home, question)
            if taken is not None:
                return taken
            time.sleep(LOOK_S)
        withdraw(home, question)
    except OSError as e:
        raise StoreError(f"{e.filename or home.inbox}: {e.strerror or e}") from e
    raise StoreError(
        f"{home.folder}: the player did not answer within {ANSWER_S:.0f} s; it hangs, or its disk "
        "is full: see gate-player status"
    )
