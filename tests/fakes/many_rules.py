"""Large programmes to measure by: ten thousand rules of one gate, and 500 that all play at once."""

import random
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.pack.content import Content
from player.schedule.profile import ScreenProfile
from player.schedule.programme import Programme
from tests.fakes.content import GATE_ZONE, LANGUAGES, Document, item_document, make_content

ITEMS: Final = 200
RULES: Final = 10_000
DAY: Final = datetime(2026, 11, 23, tzinfo=ZoneInfo(GATE_ZONE))
PROFILE: Final = ScreenProfile(LANGUAGES)

_RECURRENCES: Final = (
    "FREQ=MONTHLY;BYDAY=1SA",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
    "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=2",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=DAILY;COUNT=400",
    "FREQ=HOURLY;INTERVAL=3",
)


def realistic_rules(rules: int = RULES) -> Content:
    """Return a pack of 200 items in five languages and ``rules`` playlists.

    Priorities 0 to 9; two in three have dayparts, half have weekdays, a third dates, a tenth a
    recurrence; each shows two to eight items.
    """
    chance = random.Random(20261123)  # noqa: S311  (the same pack each time)
    items = [_item(chance, number) for number in range(ITEMS)]
    playlists = [_playlist(chance, number) for number in range(rules)]
    return make_content(items, playlists)


def equal_rules(rules: int = 500) -> Content:
    """Return a pack whose playlists are all of one priority and hold over most of each day."""
    chance = random.Random(500)  # noqa: S311  (the same pack each time)
    items = [_item(chance, number) for number in range(ITEMS)]
    playlists = [
        {
            "id": f"rule-{number}",
            "weight": chance.randint(1, 5),
            "items": _entries(chance),
            "when": {"dayparts": [f"{_clock(chance, 0, 6)}-{_clock(chance, 18, 23)}"]},
        }
        for number in range(rules)
    ]
    return make_content(items, playlists)


def measure(content: Content) -> Mapping[str, float]:
    """Return seconds: building, the first compile of a day, ``slot_at`` thereafter, a day of slots.

    ``slot_at_p99`` is the 99th percentile of 1000 instants of the compiled day, in any order.
    """
    programme = Programme(content, PROFILE, ClockTrust.TRUSTED)
    chance = random.Random(7)  # noqa: S311  (the same instants each time)
    instants = [DAY + timedelta(seconds=chance.randrange(86_400)) for _ in range(1000)]
    tomorrow = DAY + timedelta(days=1)
    return {
        "build": _seconds(lambda: Programme(content, PROFILE, ClockTrust.TRUSTED)),
        "first_slot_of_day": _seconds(lambda: programme.slot_at(DAY)),
        "day_of_slots": _seconds(lambda: list(programme.slots(DAY, tomorrow))),
        "slot_at_p99": sorted(_seconds(partial(programme.slot_at, at)) for at in instants)[989],
        "next_day_of_slots": _seconds(
            lambda: list(programme.slots(tomorrow, tomorrow + timedelta(days=1)))
        ),
    }


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _item(chance: random.Random, number: int) -> Document:
    return item_document(
        f"item-{number}",
        duration_s={tag: chance.randint(8, 25) for tag in LANGUAGES},
        essential=number < 2,
        must_show=number == 2,
        **({} if number % 4 else {"valid": {"from": "2026-01-01", "until": "2026-12-31"}}),
    )


def _playlist(chance: random.Random, number: int) -> Document:
    when: Document = {}
    if chance.random() < 2 / 3:
        start = chance.randrange(23)
        when["dayparts"] = [f"{_clock(chance, start, start)}-{_clock(chance, start + 1, 23)}"]
    if chance.random() < 1 / 2:
        when["weekdays"] = chance.sample(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 3)
    if chance.random() < 1 / 3:
        month = chance.randint(1, 9)
        when["valid"] = {"from": f"2026-0{month}-01", "until": f"2026-{month + 3:02}-15"}
    if chance.random() < 1 / 10:
        when["recurrence"] = {
            "rule": chance.choice(_RECURRENCES),
            "first": f"2026-01-{chance.randint(1, 28):02}T{_clock(chance, 0, 23)}",
            "lasts_minutes": chance.choice((30, 120, 1440)),
        }
    return {
        "id": f"rule-{number}",
        "priority": chance.randint(0, 9),
        "weight": chance.randint(1, 5),
        "items": _entries(chance),
        "when": when,
    }


def _entries(chance: random.Random) -> list[Document]:
    chosen = chance.sample(range(ITEMS), chance.randint(2, 8))
    return [{"item": f"item-{number}", "weight": chance.choice((1, 1, 1, 2))} for number in chosen]


def _clock(chance: random.Random, first_hour: int, last_hour: int) -> str:
    return f"{chance.randint(first_hour, last_hour):02}:{chance.randrange(0, 60):02}"
