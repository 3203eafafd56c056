"""Which figures there are, and how the readings behind each are taken."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Final

from bench.clip import RATE
from bench.contestants import Pair, choice, wait_for_long_slot
from bench.figures import Figure, Goal, Readings
from bench.motion import Motion, p99
from bench.packs import PLAYER, ROOT
from bench.trial import (
    SCREENING_S,
    Room,
    Start,
    Usage,
    measure_carousel,
    measure_screening,
    measure_start,
)
from player import clock

STARTS: Final = 9
REPEATS: Final = 5
CHANGES: Final = 10_000
MILLI: Final = 1000
KILO: Final = 1000
MEGA: Final = 1_000_000
PERCENT: Final = 100
DAY: Final = ("--from", "2026-11-23T06:00", "--to", "2026-11-24T06:00", "--json")


def starts(pair: Pair, room: Room) -> Sequence[Figure]:
    """Return how long content takes to come. The first start of each warms caches: not counted."""
    taken = [
        (measure_start(pair.player, room), measure_start(pair.chromium, room))
        for _ in range(STARTS + 1)
    ][1:]

    def figure(key: str, title: str, part: Callable[[Start], float], goal: Goal | None) -> Figure:
        ours = Readings(tuple(part(player) for player, _ in taken))
        theirs = Readings(tuple(part(chromium) for _, chromium in taken))
        return Figure(key, title, "process tree", "s", 2, ours, theirs, goal)

    return [
        figure(
            "start",
            "start to first content complete",
            lambda start: start.complete_s,
            Goal(0.9, of_chromium=True),
        ),
        figure("visible", "start to anything of it seen", lambda start: start.visible_s, None),
    ]


def carousels(pair: Pair, room: Room) -> Sequence[Figure]:
    """Return what half a minute of changing posters costs."""
    taken = [
        (measure_carousel(pair.player, room), measure_carousel(pair.chromium, room))
        for _ in range(REPEATS)
    ]
    memory, cpu = Goal(0.35, of_chromium=True), Goal(0.35, of_chromium=True)
    return _costs("carousel", taken, memory, cpu)


def screenings(pair: Pair, room: Room) -> Sequence[Figure]:
    """Return what a 1080p30 clip costs, and how many of its frames are seen."""
    taken = [
        (
            measure_screening(pair.player, room, lambda: wait_for_long_slot(pair.home, time.sleep)),
            measure_screening(pair.chromium, room, lambda: None),
        )
        for _ in range(REPEATS)
    ]
    memory, cpu = Goal(0.6, of_chromium=True), Goal(0.9, of_chromium=True)
    ours, theirs = _columns(taken, _presented)
    goal = Goal(99.5, at_least=True)
    return [
        *_costs("1080p30 clip", taken, memory, cpu),
        Figure("frames", "1080p30 clip: frames seen", "process tree", "%", 1, ours, theirs, goal),
    ]


def programme(home: Path) -> Sequence[Figure]:
    """Return how long the programme takes to answer."""
    command = [sys.executable, "-m", "bench.programme_calls", str(REPEATS)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    taken = [json.loads(line) for line in done.stdout.splitlines()]

    def call(key: str, title: str, unit: str, goal: Goal | None) -> Figure:
        scale, digits = (MILLI, 2) if unit == "ms" else (1, 2)
        values = tuple(each[key] * scale for each in taken)
        return Figure(key, title, "function call", unit, digits, Readings(values), None, goal)

    return [
        call("slot_at_p99", "10,000 rules: what shows now, p99", "ms", Goal(1.0)),
        call("first_slot_of_day", "10,000 rules: the first answer of a day", "s", None),
        call("day_of_slots", "10,000 rules: a whole day", "s", Goal(0.5)),
        _inquiry(home),
    ]


def refreshing() -> Sequence[Figure]:
    """Return what a refresh takes, beside writing the same bytes."""
    command = [sys.executable, "-m", "bench.refresh_calls", str(REPEATS)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    taken = [json.loads(line) for line in done.stdout.splitlines()]

    def call(key: str, title: str, unit: str, goal: float | None = None) -> Figure:
        scale = {"ms": MILLI, "kB": 1 / KILO}.get(unit, 1)
        values = Readings(tuple(each[key] * scale for each in taken))
        limit = None if goal is None else Goal(goal)
        return Figure(key, f"refresh: {title}", "function call", unit, 2, values, None, limit)

    def ratio(key: str, title: str, goal: float | None) -> Figure:
        values = Readings(tuple(each[key] / each[f"{key}_yardstick"] for each in taken))
        limit = None if goal is None else Goal(goal)
        return Figure(f"{key}_ratio", title, "function call", "x", 2, values, None, limit)

    beside = "beside copy, sha256 and fsync of the same bytes"
    return [
        call("look_requests", "a look without news, requests", "requests", 2),
        call("look_bytes", "a look without news, bodies", "kB", 1),
        call("look_cpu", "a look without news, processor", "ms", 20),
        call("cycle_requests", "a whole cycle without news, requests", "requests", 2),
        call("cycle_bytes", "a whole cycle without news, bodies", "kB", 1),
        call("cycle_cpu", "a whole cycle without news, 10,000 files, processor", "ms", 20),
        call("first_load", "first load of 10,000 files", "s"),
        ratio("first_load", f"refresh: first load of 10,000 files {beside}", 1.3),
        call("one_file", "one of 10,000 files changed", "s"),
        call("one_file_bytes", "one of 10,000 files changed, beyond the file itself", "kB", 50),
        ratio("large", f"refresh: 200 MB in 20 files {beside}", 1.3),
    ]


def searching() -> Sequence[Figure]:
    """Return what a keystroke in the lookup takes, and the index it needs."""
    command = [sys.executable, "-m", "bench.search_calls", str(REPEATS)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    taken = [json.loads(line) for line in done.stdout.splitlines()]

    def call(key: str, title: str, unit: str, scale: float, goal: float | None = None) -> Figure:
        values = Readings(tuple(each[key] * scale for each in taken))
        limit = None if goal is None else Goal(goal)
        name = f"search {key}"
        return Figure(name, title, "function call", unit, 2, values, None, limit)

    many = "100,000 topics in five languages"
    return [
        call("p50", f"search per keystroke, {many}, p50", "ms", 1),
        call("p99", f"search per keystroke, {many}, p99", "ms", 1, 10),
        call("build", f"search per keystroke, {many}: building the index", "s", 1),
        call("size", f"search per keystroke, {many}: size of the index", "MB", 1 / MEGA),
    ]


def touching() -> Sequence[Figure]:
    """Return how soon a kiosk shows what a finger or a key asks for."""
    command = [sys.executable, "-m", "bench.touch_calls", str(REPEATS)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    taken = [json.loads(line) for line in done.stdout.splitlines()]

    def call(key: str, title: str, goal: float | None = None) -> Figure:
        values = Readings(tuple(each[key] for each in taken))
        limit = None if goal is None else Goal(goal)
        return Figure(f"touch {key}", title, "function call", "ms", 0, values, None, limit)

    return [
        call("page_p50", "touch to painted page, p50"),
        call("page_p99", "touch to painted page, p99", 100),
        call("key_p50", "key to list on screen, p50"),
        call("key_p99", "key to list on screen, p99", 100),
    ]


def growth(home: Path) -> Sequence[Figure]:
    """Return what ten thousand changes of scene leave behind; ``home`` has several items."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    with tempfile.TemporaryDirectory(prefix="gate-player-bench-") as state:
        command = [sys.executable, "-m", "bench.growth", str(home), state, str(CHANGES)]
        done = subprocess.run(
            command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, env=environment
        )
    found = json.loads(done.stdout)

    def figure(
        key: str, title: str, unit: str, values: Sequence[float], goal: Goal | None
    ) -> Figure:
        whole = f"{CHANGES:,} changes of scene: {title}"
        return Figure(key, whole, "process", unit, 0, Readings(tuple(values)), None, goal)

    bounds = [found[name] / KILO for name in ("least", "fitted", "most")]
    none = Goal(0.0)
    return [
        figure("rise", "memory, rise of a line", "kB", bounds, None),
        figure("growth", "memory, rise the line is sure of", "kB", [max(0.0, bounds[0])], none),
        figure("descriptors", "descriptors", "more", [found["descriptors"]], none),
        figure("objects", "items and objects", "more", [found["objects"]], none),
    ]


def _inquiry(home: Path) -> Figure:
    """Return how long ``gate-player programme`` takes to tell a day of the carousel."""
    taken = []
    for _ in range(REPEATS + 1):
        begin_s = clock.monotonic()
        command = [str(PLAYER), "programme", *choice(home), *DAY]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(clock.monotonic() - begin_s)
    title = "`gate-player programme`, a day of the carousel"
    return Figure("inquiry", title, "process", "s", 2, Readings(tuple(taken[1:])))


def _costs(
    name: str, taken: Sequence[tuple[Usage, Usage]], memory: Goal, cpu: Goal
) -> Sequence[Figure]:
    def figure(
        key: str, title: str, unit: str, part: Callable[[Usage], float], goal: Goal | None
    ) -> Figure:
        ours, theirs = _columns(taken, part)
        digits = 1 if unit == "% of a core" else 0
        whole = f"{name}: {title}"
        return Figure(f"{name} {key}", whole, "process tree", unit, digits, ours, theirs, goal)

    return [
        figure("memory", "memory (PSS)", "MB", lambda usage: usage.seen.pss_bytes / MEGA, memory),
        figure("cpu", "processor", "% of a core", lambda usage: usage.cores * PERCENT, cpu),
        figure(
            "server",
            "processor of the X server meanwhile",
            "% of a core",
            lambda usage: usage.server_cores * PERCENT,
            None,
        ),
        figure(
            "strangers",
            "processor of all other programs meanwhile",
            "% of a core",
            lambda usage: usage.strangers * PERCENT,
            None,
        ),
        figure("processes", "processes", "", lambda usage: usage.processes, None),
        *_tickers(name, taken),
    ]


def _tickers(name: str, taken: Sequence[tuple[Usage, Usage]]) -> Sequence[Figure]:
    def figure(
        key: str, title: str, unit: str, part: Callable[[Motion], float], goal: Goal | None
    ) -> Figure:
        ours, theirs = _columns(taken, lambda usage: part(usage.seen.ticker))
        whole = f"{name}: {title}"
        return Figure(f"{name} {key}", whole, "process tree", unit, 1, ours, theirs, goal)

    return [
        figure(
            "ticker",
            "ticker, from picture to picture, p99",
            "ms",
            lambda ticker: p99(ticker.intervals_s) * MILLI,
            Goal(20.0),
        ),
        figure(
            "ticker median",
            "ticker, from picture to picture, median",
            "ms",
            lambda ticker: median(ticker.intervals_s) * MILLI,
            None,
        ),
        figure(
            "meter",
            "ticker, from reading to reading, p99",
            "ms",
            lambda ticker: p99(ticker.readings_s) * MILLI,
            None,
        ),
        figure(
            "untold",
            "ticker, intervals the meter cannot tell",
            "%",
            lambda ticker: ticker.untold_share * PERCENT,
            None,
        ),
    ]


def _columns(
    taken: Sequence[tuple[Usage, Usage]], part: Callable[[Usage], float]
) -> tuple[Readings, Readings]:
    players, chromiums = zip(*taken, strict=True)
    return Readings(tuple(map(part, players))), Readings(tuple(map(part, chromiums)))


def _presented(usage: Usage) -> float:
    return usage.seen.changes / (RATE * SCREENING_S) * PERCENT
