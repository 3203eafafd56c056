"""The two programs with the same content: the player on its packs, Chromium on pages of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from programme_slots import Slot, read_programme

from bench.contestant import Contestant
from bench.packs import PLAYER, ROOT, make_carousel, make_screening
from bench.page import Turn, write_page
from bench.trial import SCREENING_S, SETTLE_S
from player import clock
from player.config.load import find_screen, load_screen
from player.main.repertoire import repertoire
from player.stage.scene import PosterScene, VideoScene
from player.store.layout import Home
from player.store.reader import open_installed

SCREEN: Final = "hall-tv"
LOOP: Final = timedelta(minutes=4)
SLACK_S: Final = 2.0

CHROMIUM: Final = (
    "chromium",
    "--kiosk",
    # Without a window manager kiosk mode does not fill the display by itself.
    "--window-position=0,0",
    "--window-size=1920,1080",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)


@dataclass(frozen=True, slots=True)
class Pair:
    """The player and Chromium with the same content; ``home`` is the player's."""

    player: Contestant
    chromium: Contestant
    home: Path


def carousel(work: Path) -> Pair:
    """Return both with the same posters.

    Args:
        work: folder for packs, pages, profiles and logs.
    """
    return _pair("carousel", make_carousel(work), work)


def screening(work: Path) -> Pair:
    """Return both with the same clip.

    Args:
        work: folder for packs, pages, profiles and logs.
    """
    return _pair("screening", make_screening(work), work)


def choice(home: Path) -> tuple[str, ...]:
    """Return the arguments that name the pack and the screen."""
    return ("--home", str(home), "--screen", SCREEN)


def wait_for_long_slot(home: Path, sleep: Callable[[float], None]) -> None:
    """Wait for the clip's next beginning, unless it goes on long enough to be measured.

    Args:
        home: of the player whose programme holds the clip alone.
        sleep: takes seconds.
    """
    now = clock.now()
    slot = read_programme(PLAYER, choice(home), now, now + timedelta(minutes=1)).slots[0]
    left_s = (slot.end - clock.now()).total_seconds()
    if left_s < SETTLE_S + SCREENING_S + SLACK_S:
        sleep(max(0.0, left_s))


def _pair(name: str, home: Path, work: Path) -> Pair:
    player = Contestant(
        f"the player, {name}", (str(PLAYER), "run", *choice(home)), work / f"player-{name}.log"
    )
    address = write_page(work / f"{name}-page", _turns(home), ROOT / "assets" / "fonts")
    profile = f"--user-data-dir={work / f'{name}-profile'}"
    chromium = Contestant(
        f"Chromium, {name}", (*CHROMIUM, profile, address), work / f"chromium-{name}.log"
    )
    return Pair(player, chromium, home)


def _turns(home: Path) -> Sequence[Turn]:
    """Return what the player would show from now on; a single scene stands alone."""
    now = clock.now()
    slots = read_programme(PLAYER, choice(home), now, now + LOOP).slots[1:-1]
    turns = [Turn(scene, _seconds(slot)) for slot, scene in _scenes(home, slots, now)]
    return turns[:1] if all(turn.scene == turns[0].scene for turn in turns) else turns


def _scenes(
    home: Path, slots: Sequence[Slot], now: datetime
) -> Sequence[tuple[Slot, PosterScene | VideoScene]]:
    places = Home(home)
    pack = open_installed(places.current, places)
    screen = load_screen(find_screen(SCREEN), "en")
    composer = repertoire(screen, pack).composer
    found = []
    for slot in slots:
        scene = composer.scene(slot.item, slot.language, now.date(), clock.ClockTrust.TRUSTED)
        if isinstance(scene, PosterScene | VideoScene):
            found.append((slot, scene))
    return found


def _seconds(slot: Slot) -> float:
    return (slot.end - slot.start).total_seconds()
