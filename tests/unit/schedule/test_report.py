"""Who waits how long for what."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from player.schedule.report import absences
from player.schedule.slot import Slot

START = datetime(2026, 11, 23, 6, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def make_slots(told: str) -> list[Slot]:
    """Return slots of ten seconds, each told as ``item-language`` or ``item-language/shown``."""
    slots = []
    for number, each in enumerate(told.split()):
        item, _, languages = each.partition("-")
        language, _, shown_in = languages.partition("/")
        begin = START + timedelta(seconds=10 * number)
        end = begin + timedelta(seconds=10)
        slots.append(Slot(begin, end, item, language, shown_in or language, "test"))
    return slots


@pytest.mark.parametrize(
    ("told", "languages", "items"),
    [
        ("", {"vi": 0, "en": 0}, {"a": 0, "b": 0}),
        ("a-vi", {"vi": 0, "en": 10}, {"a": 0, "b": 10}),
        ("a-vi b-en a-vi", {"vi": 10, "en": 10}, {"a": 10, "b": 10}),
        # From the beginning, between, and to the end.
        ("c-zh c-zh a-vi b-en", {"vi": 20, "en": 30}, {"a": 20, "b": 30}),
        ("a-vi c-zh c-zh c-zh a-en", {"vi": 40, "en": 40}, {"a": 30, "b": 50}),
        ("a-vi b-en c-zh c-zh", {"vi": 30, "en": 20}, {"a": 30, "b": 20}),
    ],
)
def test_longest_absence_counts_from_the_beginning_to_the_end(
    told: str, languages: dict[str, float], items: dict[str, float]
) -> None:
    found = absences(make_slots(told), ("vi", "en"), ("a", "b"))
    assert (found.languages, found.items) == (languages, items)


def test_time_of_a_language_is_the_time_its_own_text_shows() -> None:
    found = absences(make_slots("a-vi a-lo/vi a-en"), ("vi", "lo", "en"), ("a",))
    assert found.shown_languages == {"en": 10, "vi": 20}
    assert found.languages["lo"] == 10


def test_absence_over_a_change_of_clocks_is_true_time() -> None:
    zone = ZoneInfo("Europe/Paris")
    before = datetime(2026, 10, 25, 1, 30, tzinfo=zone)
    after = datetime(2026, 10, 25, 3, tzinfo=zone)
    slots = [
        Slot(before, datetime(2026, 10, 25, 2, tzinfo=zone), "a", "vi", "vi", "test"),
        Slot(datetime(2026, 10, 25, 2, tzinfo=zone), after, "b", "en", "en", "test"),
    ]
    assert absences(slots, (), ("a", "b")).items == {"a": 2 * 3600, "b": 1800}
