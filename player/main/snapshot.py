"""Draws any instant of any screen into a file: ``gate-player snapshot``."""

import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from player import RELEASED, clock
from player.clock import ClockTrust
from player.config.screen import MOST_PIXELS, Screen
from player.errors import PackError, StoreError
from player.main.corrections import corrected_at, gate_at_home
from player.main.desk import open_counter
from player.main.inquiry import parse_instant
from player.main.notice_shot import PosedNotice, pose, take_over, tell
from player.main.repertoire import announcer
from player.main.selection import open_pack_for, picture_size
from player.main.staff_shot import PAGE, TECHNICIAN, staff_touches, take_panel
from player.notices.board import Board
from player.schedule.closed import ClosedProgramme
from player.schedule.programme import Programme
from player.shell.application import Application
from player.shell.clockwork import Clockwork
from player.shell.snapshot import announce, camera, take, take_as_is
from player.stage.repertoire import Repertoire
from player.stage.scene import BuiltinScene, Scene
from player.stage.session.views import Mode
from player.store.layout import Home
from player.store.reader import Opened

FIXED: Final[Mapping[str, tuple[str, ...]]] = {
    "home": (),
    "notices": ("notices",),
    "language": ("languages",),
    "emergency": ("emergency",),
    "help": ("help",),
    "library": ("library",),
    "idle-warning": (),
}
"""Page of a session -> what is touched to get there from home."""

NAMED: Final = ("topic", "tile", "search", "entry")
PAGES: Final = (
    *("stage", "builtin", "closed"),
    *FIXED,
    *(f"{kind}:…" for kind in NAMED),
    *(PAGE, f"{PAGE}:…", TECHNICIAN, f"{TECHNICIAN}:…"),
)
MODES: Final = tuple(mode.value for mode in Mode)
_SIZE = re.compile(r"^(\d{3,5})x(\d{2,5})$")


@dataclass(frozen=True, slots=True)
class Shot:
    """What is to be drawn.

    Attributes:
        at: ISO 8601; gate time if it has no offset.
        out: PNG file to write.
        language: BCP 47; None: the one whose turn it is.
        page: one of ``PAGES``.
        modes: of a session, as ``Mode`` names them.
        notice: id of a template; then it is as if that had just been posted, with sample values.
        is_exercise: whether it is a drill.
        size: ``WIDTHxHEIGHT``; None: as configured, or 1920x1080.
    """

    at: str
    out: Path
    language: str | None = None
    page: str = "stage"
    size: str | None = None
    modes: tuple[str, ...] = ()
    notice: str | None = None
    is_exercise: bool = False


def take_shot(screen: Screen, shot: Shot) -> None:
    """Draw ``shot`` of ``screen`` through the player's own code.

    Raises:
        ValueError: a time, size, page or language that makes no sense.
        PlaybackError: the scene cannot be drawn.
        StoreError: the file cannot be written.
    """
    width, height = _size(screen, shot)
    is_staff = shot.page.partition(":")[0] in {PAGE, TECHNICIAN}
    walk = staff_touches(shot.page) if is_staff else None
    touches = None if is_staff else _touches(shot)
    opened = open_pack_for(screen)
    zone = ZoneInfo(opened.pack.content.gate.time_zone if opened else screen.time_zone)
    instant = parse_instant(shot.at, zone)
    trust = clock.trust(instant, RELEASED)
    gate = _gate_at(screen, opened, shot, instant, trust)
    performed, posed = gate.performed, gate.posed
    scene = _scene(performed, shot, instant, trust)
    with (
        tempfile.TemporaryDirectory(prefix="gate-player-") as state,
        camera(screen, width, height, Path(state)) as application,
    ):
        if posed is not None:
            tell(application, posed, shot.language, instant, trust)
            scene = _told(application, posed, shot, scene, instant)
        elif performed is not None:
            announce(application, announcer(performed), instant, trust, gate.notices)
        if posed is not None and posed.takes_over:
            png = take_over(application, screen, posed, lambda: instant, trust)
        elif is_staff:
            take(application, scene)
            png = take_panel(application, screen, performed, walk, instant)
        elif touches is None or performed is None:
            png = take(application, scene).png
        else:
            visit = _Visit(shot, touches, performed, gate.notices)
            png = _take_session(application, screen, visit, instant)
    _write(shot, png)


@dataclass(frozen=True, slots=True)
class _Gate:
    """A gate at the instant of a picture.

    Attributes:
        performed: on the screen; None: it has no pack.
        notices: that stand.
        posed: the one that has just been posted, alone; None: none has.
    """

    performed: Repertoire | None
    notices: Board
    posed: PosedNotice | None = None


def _gate_at(
    screen: Screen, opened: Opened | None, shot: Shot, instant: datetime, trust: ClockTrust
) -> _Gate:
    """Return the gate as its home and ``shot`` say it is."""
    says = gate_at_home(Home(screen.home), opened.pack.content) if opened else None
    performed = corrected_at(screen, opened.pack, says, instant, trust) if opened and says else None
    notices = says.board if says else Board()
    if shot.notice is None:
        return _Gate(performed, notices)
    posed = pose(screen, performed, shot.notice, instant, is_exercise=shot.is_exercise)
    if opened and says:
        # Boards and topics, too, say what it says.
        performed = corrected_at(screen, opened.pack, says.only(posed.board), instant, trust)
        posed = replace(posed, announcer=announcer(performed), performed=performed)
    return _Gate(performed, posed.board, posed)


def _told(
    application: Application, posed: PosedNotice, shot: Shot, scene: Scene, instant: datetime
) -> Scene:
    """Return what is on stage while ``posed`` is told: its page, where one is wanted and seen."""
    is_page = shot.page == "stage" and not posed.takes_over
    if not is_page or application.overlay.hides_page:
        return scene
    return posed.scene(shot.language, instant)


def _write(shot: Shot, png: bytes) -> None:
    try:
        shot.out.write_bytes(png)
    except OSError as e:
        raise StoreError(f"{shot.out}: {e.strerror or e}") from e


def _touches(shot: Shot) -> tuple[str, ...] | None:
    """Return what is touched from home to the page wanted; None: no session is wanted."""
    kind, _, name = shot.page.partition(":")
    unknown = [mode for mode in shot.modes if mode not in MODES]
    if unknown:
        raise ValueError(f"--mode {unknown[0]}: choose from {', '.join(MODES)}")
    modes = tuple(f"mode:{mode}" for mode in shot.modes)
    if shot.page in FIXED:
        return (*modes, *FIXED[shot.page])
    if kind == "search":
        return (*modes, "search")
    if kind in NAMED and name:
        return (*modes, shot.page)
    if shot.page in PAGES:
        return None
    raise ValueError(f"--page {shot.page}: choose from {', '.join(PAGES)}")


@dataclass(frozen=True, slots=True)
class _Visit:
    """A session to be drawn.

    Attributes:
        shot: what is wanted.
        touches: how to get there.
        performed: what answers.
        notices: that stand.
    """

    shot: Shot
    touches: tuple[str, ...]
    performed: Repertoire
    notices: Board


def _take_session(
    application: Application, screen: Screen, visit: _Visit, instant: datetime
) -> bytes:
    """Touch what leads to the page, as a traveller would, and draw it."""
    performed, shot = visit.performed, visit.shot
    elapsed_s = [0.0]
    trust = clock.trust(instant, RELEASED)
    clockwork = Clockwork(lambda: instant, lambda _: trust, lambda: elapsed_s[0])
    counter = open_counter(application, screen, clockwork, is_threaded=False)
    desk = counter.desk
    desk.take(performed)
    desk.post(visit.notices)
    languages = performed.composer.languages
    desk.begin(shot.language or languages[0])
    if desk.session is None:
        raise PackError("this pack answers nothing: it has no topics")
    if shot.language is not None and desk.session.language != shot.language:
        raise ValueError(f"--language {shot.language}: choose from {', '.join(languages)}")
    kind, _, name = shot.page.partition(":")
    _check_named(performed, kind, name)
    for touch in visit.touches:
        desk.act(touch)
    if kind == "search":
        counter.keyboard.enter(name)
    if shot.page == "idle-warning":
        elapsed_s[0] = desk.session.asks_at_s + 1
        desk.tick()
    return take_as_is(application)


def _check_named(performed: Repertoire, kind: str, name: str) -> None:
    """Refuse a topic, tile or entry the pack does not have."""
    lookup = performed.read_lookup()
    if lookup is None or kind == "search":
        return
    known = {
        "topic": [topic.id for topic in lookup.topics],
        "tile": [tile.id for tile in lookup.tiles],
        "entry": [entry.id for entry in lookup.library],
    }.get(kind)
    if known is not None and name.split("/", maxsplit=1)[0] not in known:
        raise ValueError(f"--page {kind}:{name}: choose from {', '.join(known)}")


def _scene(performed: Repertoire | None, shot: Shot, instant: datetime, trust: ClockTrust) -> Scene:
    if performed is None or shot.page == "builtin":
        return BuiltinScene()
    content = performed.composer.pack.content
    known = content.language_by_tag
    if shot.language is not None and shot.language not in known:
        raise ValueError(f"--language {shot.language}: choose from {', '.join(known)}")
    zone, languages = ZoneInfo(content.gate.time_zone), performed.composer.languages
    programme = (
        ClosedProgramme(zone, languages)
        if shot.page == "closed"
        else Programme(content, performed.profile, trust)
    )
    slot = programme.slot_at(instant)
    return performed.composer.scene(slot.item, shot.language or slot.language, instant, trust)


def _size(screen: Screen, shot: Shot) -> tuple[int, int]:
    if shot.size is not None:
        found = _SIZE.match(shot.size)
        if found is None:
            raise ValueError(f"--size {shot.size}: say it like 1920x1080")
        width, height = int(found[1]), int(found[2])
        if max(width, height) > MOST_PIXELS:
            raise ValueError(f"--size {shot.size}: at most {MOST_PIXELS} pixels wide and high")
        return width, height
    return picture_size(screen)
