"""The two programs with the same content: the player on its packs, Chromium on pages of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from programme_slots import Slot, read_programme
from virtual_display import SIZE

from bench.contestant import Contestant
from bench.packs import PLAYER, ROOT, make_carousel, make_screening
from bench.page import Show, Strip, Turn, write_page
from bench.trial import SCREENING_S, SETTLE_S
from player import clock
from player.config.geometry import Metrics, measure
from player.config.load import find_screen, load_screen
from player.config.screen import Screen
from player.main.repertoire import announcer, repertoire
from player.shell.overlay_room import ticker_height
from player.stage.repertoire import Repertoire
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
    performed = _performed(home)
    show = Show(_turns(home, performed), _strip(performed), performed.composer.pack.content.gate)
    address = write_page(work / f"{name}-page", show, ROOT / "assets" / "fonts")
    profile = f"--user-data-dir={work / f'{name}-profile'}"
    chromium = Contestant(
        f"Chromium, {name}", (*CHROMIUM, profile, address), work / f"chromium-{name}.log"
    )
    return Pair(player, chromium, home)


def foot() -> int:
    """Return the height of the strip along the foot that runs, in pixels."""
    return ticker_height(_metrics())


def _screen() -> Screen:
    return load_screen(find_screen(SCREEN), "en")


def _metrics() -> Metrics:
    screen = _screen()
    return measure(screen.display, screen.role, *SIZE)


def _performed(home: Path) -> Repertoire:
    places = Home(home)
    return repertoire(_screen(), open_installed(places.current, places))


def _strip(performed: Repertoire) -> Strip:
    lines = performed.composer.pack.content.ticker
    return Strip(announcer(performed).running(lines, date.min), foot(), _metrics().body_px)


def _turns(home: Path, performed: Repertoire) -> Sequence[Turn]:
    """Return what the player would show from now on; a single scene stands alone."""
    now = clock.now()
    slots = read_programme(PLAYER, choice(home), now, now + LOOP).slots[1:-1]
    turns = [Turn(scene, _seconds(slot)) for slot, scene in _scenes(performed, slots, now)]
    return turns[:1] if all(turn.scene == turns[0].scene for turn in turns) else turns


def _scenes(
    performed: Repertoire, slots: Sequence[Slot], now: datetime
) -> Sequence[tuple[Slot, PosterScene | VideoScene]]:
    composer, found = performed.composer, []
    for slot in slots:
        scene = composer.scene(slot.item, slot.language, now, clock.ClockTrust.TRUSTED)
        if isinstance(scene, PosterScene | VideoScene):
            found.append((slot, scene))
    return found


def _seconds(slot: Slot) -> float:
    return (slot.end - slot.start).total_seconds()
