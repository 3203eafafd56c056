"""Blows at every process of a screen: how soon the picture is back, and what ``status`` tells."""

import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bench.framebuffer import Framebuffer, watched_display
from PIL import ImageGrab

from player import clock
from player.health.watch import Fault
from player.main.status_health import health_document
from player.store.layout import Home
from tests.fakes.kiosk_visit import LOOK_S, Visit, kiosk_screen, own_home, visiting, wait_for
from torture.claim import Claim
from torture.clockwork import Clockwork
from torture.matching import is_uniform
from torture.packs import install_cycle
from torture.playing import SCREEN, SIZE
from torture.small_disk import fill, small_disk
from torture.warden import Warden, environment, kept, player_command

BACK_S: Final = 10.0
PATIENCE_S: Final = 60.0
BLACK_S: Final = 75.0
STAYS_S: Final = 20.0
LEAK_S: Final = 90.0
BLOWS: Final = (signal.SIGKILL, signal.SIGSEGV, signal.SIGSTOP)
STEPS: Final = (datetime(1970, 1, 2, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC), None)
DARK: Final = 12

LEAK: Final = """
import sys, threading, time
if "player.main.worker" in sys.orig_argv:
    kept = []
    def leak():
        while len(kept) < 40:
            time.sleep(0.1)
            kept.append(bytearray(b"x" * (10 << 20)))
    threading.Thread(target=leak, daemon=True).start()
"""
"""Run by the interpreter itself as it starts: a worker that takes 100 MB a second, up to 400 MB."""


def claims(folder: Path) -> Iterator[Claim]:
    """Deal one blow after the other.

    Args:
        folder: not there yet.
    """
    folder.mkdir()
    for blow in BLOWS:
        yield _show_struck(folder / blow.name, blow)
    yield from _clock_stepped(folder / "clock")
    yield _struck_on_a_full_disk(folder / "full")
    yield from _agent_struck(folder / "agent")
    yield _worker_leaks(folder / "leak")
    yield from _blackened(folder / "black")


def kept_player(folder: Path, home: Home, display: str, **more: str) -> Warden:
    """Return who keeps a player on ``display``, with a log in ``folder``; it has yet to begin."""
    words = player_command("run", "--screen", SCREEN, "--home", str(home.folder))
    return Warden(words, environment(display, **more), folder / "log")


def health(home: Home) -> dict[str, Any]:
    """Return what ``status`` says of a player's health."""
    return health_document(home, clock.now())


def is_lit(display: Framebuffer) -> Callable[[], bool]:
    """Return the condition that there is a picture on a display."""
    return lambda: not is_uniform(display.sample())


def _show_struck(folder: Path, blow: signal.Signals) -> Claim:
    folder.mkdir()
    home = install_cycle(folder, (3, 3, 3, 3))
    with watched_display(SIZE) as display:
        warden = kept_player(folder, home, display.display)
        with kept(warden):
            warden.until(lambda: warden.told("READY=1") is not None, PATIENCE_S)
            back_s = warden.strike(blow, is_lit(display), PATIENCE_S)
            end = health(home)["last_end"]["how"]
    figure = f"after {back_s:.1f} s; status says: {end}"
    return Claim(f"{blow.name}: the picture is back within {BACK_S:g} s", figure, back_s <= BACK_S)


def _clock_stepped(folder: Path) -> Iterator[Claim]:
    """Kill the player, set the clock, and so on until it is caught in a loop."""
    folder.mkdir()
    home, backs_s = install_cycle(folder, (3, 3, 3, 3)), list[float]()
    clockwork = Clockwork(folder / "time")
    clockwork.show(None)
    with watched_display(SIZE) as display:
        warden = kept_player(folder, home, display.display, **clockwork.environment)
        with kept(warden):
            warden.until(lambda: warden.told("READY=1") is not None, PATIENCE_S)
            for instant in (*STEPS, *STEPS[:2]):
                clockwork.show(instant)
                backs_s.append(warden.strike(signal.SIGKILL, is_lit(display), PATIENCE_S))
            fared = health(home)
    figure = f"slowest {max(backs_s):.1f} s of {len(backs_s)}"
    what = "clock set and player killed: the picture is back"
    yield Claim(what, figure, max(backs_s) <= BACK_S)
    reason = fared["safe_mode_reason"]
    yield Claim("no step of the clock hides a loop of starts", str(reason), reason is not None)


def _struck_on_a_full_disk(folder: Path) -> Claim:
    """Kill a player whose home and log have no room for one byte more."""
    folder.mkdir()
    claim = f"killed on a full disk: the picture is back within {BACK_S:g} s"
    try:
        with small_disk(folder), watched_display(SIZE) as display:
            fill(folder)
            warden = kept_player(folder, Home(folder / "home"), display.display)
            with kept(warden):
                warden.until(lambda: warden.told("READY=1") is not None, PATIENCE_S)
                back_s = warden.strike(signal.SIGKILL, is_lit(display), PATIENCE_S)
    except (OSError, subprocess.CalledProcessError) as e:
        return Claim(claim, f"not measured, no disk can be mounted: {e}", holds=False)
    return Claim(claim, f"after {back_s:.1f} s", back_s <= BACK_S)


def _agent_struck(folder: Path) -> Iterator[Claim]:
    """Kill and stop the agent beside a player that goes on."""
    folder.mkdir()
    home = install_cycle(folder, (3, 3, 3, 3))
    words = player_command("refresh", "--home", str(home.folder), "--screen", SCREEN)
    with watched_display(SIZE) as display, ExitStack() as both:
        show = both.enter_context(kept(kept_player(folder, home, display.display)))
        where = environment(display.display)
        agent = both.enter_context(kept(Warden(words, where, folder / "agent.log")))
        for each in (show, agent):
            each.until(lambda each=each: each.told("READY=1") is not None, PATIENCE_S)  # type: ignore[misc]
        for blow in (signal.SIGKILL, signal.SIGSTOP):
            back_s = agent.strike(blow, lambda: True, PATIENCE_S)
            is_told = health(home)["memory"]["agent"] is not None
            figure = f"after {back_s:.1f} s, the player began {show.starts} times"
            holds = back_s <= BACK_S and show.starts == 1 and is_told
            yield Claim(f"{blow.name}: the agent is back, the picture unmoved", figure, holds)


def _worker_leaks(folder: Path) -> Claim:
    """Play clips with a worker that leaks; it is to be replaced and no clip lost."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(LEAK)
    home = install_cycle(folder, (3, 3, 3, 3))
    log = folder / "log"

    def renewed() -> int:
        return log.read_text("utf-8").count("video worker renewed")

    with watched_display(SIZE) as display:
        warden = kept_player(folder, home, display.display, PYTHONPATH=str(folder))
        with kept(warden):
            took_s = warden.until(lambda: log.exists() and renewed() > 0, LEAK_S)
    text = log.read_text("utf-8")
    lost = text.count("clip cannot be played") + text.count("video worker gone")
    figure = f"after {took_s:.0f} s, {lost} clips lost"
    return Claim("a worker that leaks is replaced between two clips", figure, not lost)


def _blackened(folder: Path) -> Iterator[Claim]:
    """Turn the window black behind the player's back."""
    folder.mkdir()
    home = own_home(folder)
    with visiting(kiosk_screen(home), folder / "log") as visit:
        visit.until(lambda seen: bool(seen.controls))
        visit.ask("blacken")
        _watch(visit, is_black=True)
        begin_s = clock.monotonic()
        _watch(visit, is_black=False)
        lasted_s = clock.monotonic() - begin_s
        # What comes next must be seen, too: the page made anew, and another.
        wait_for(visit.process, STAYS_S)
        is_back = visit.process.poll() is None and not _is_black(visit.display)
        remedies = [line["what"] for line in visit.lines() if line["message"] == "remedy"]
        figure = f"black for {lasted_s:.0f} s; {', '.join(remedies)}"
        yield Claim("a black window is seen and mended", figure, is_back)
        told = [each["fault"] for each in health(home)["faults"]]
        yield Claim("status tells of it", "; ".join(told), Fault.BLACK.value in told)


def _watch(visit: Visit, *, is_black: bool) -> None:
    """Wait until the display is black, or is not."""
    until_s = clock.monotonic() + BLACK_S
    while _is_black(visit.display) is not is_black and clock.monotonic() < until_s:
        wait_for(visit.process, LOOK_S)


def _is_black(display: str) -> bool:
    found = ImageGrab.grab(xdisplay=display).convert("L").getextrema()
    return max(int(value) for value in found if not isinstance(value, tuple)) <= DARK
