"""One day after the other: what goes on where rules change, and where a day ends."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from player.schedule.day import CLOSING_MS
from player.schedule.mix import ESSENTIAL_ABSENCE_MS
from player.schedule.report import absences
from tests.fakes.content import LANGUAGES, Items, item_document, make_content
from tests.fakes.programme import local, make_programme, playlist, shown

_languages = st.integers(1, 5).map(lambda count: LANGUAGES[:count])


def test_languages_go_on_in_turn_where_rules_change_and_days_end() -> None:
    playlists = [
        playlist("a", default=True),
        *(playlist("b", when={"dayparts": [f"{hour:02}:07-{hour:02}:31"]}) for hour in range(24)),
    ]
    items = [item_document("a", duration_s=13), item_document("b", duration_s=17)]
    programme = make_programme(make_content(items, playlists), languages=LANGUAGES)
    found = shown(programme, local("2026-11-23"), hours=48)
    tags = [slot.language for slot in found]
    assert tags == [LANGUAGES[number % 5] for number in range(len(found))]


def test_essential_item_is_never_absent_for_two_minutes_while_rules_change_and_days_end() -> None:
    items: Items = [
        *(item_document(id_, duration_s=10 + number) for number, id_ in enumerate("abcdefghijk")),
        item_document("help", duration_s=12, essential=True),
        item_document("exit", duration_s=14, essential=True),
    ]
    playlists = [
        playlist("day", *"abcdefgh", default=True),
        *(
            playlist(f"h-{hour}", *"ijk", when={"dayparts": [f"{hour:02}:{hour:02}-{hour:02}:47"]})
            for hour in range(24)
        ),
    ]
    programme = make_programme(make_content(items, playlists), languages=LANGUAGES)
    found = shown(programme, local("2026-11-23"), hours=48)
    longest = absences(found, (), ("help", "exit")).items
    assert max(longest.values()) <= ESSENTIAL_ABSENCE_MS / 1000


@settings(max_examples=40)
@given(
    lengths=st.lists(st.integers(8, 40), min_size=1, max_size=12),
    practical=st.lists(st.integers(8, 15), min_size=1, max_size=4),
    parts=st.lists(st.tuples(st.integers(0, 28), st.integers(31, 59)), max_size=3),
    languages=_languages,
)
def test_essential_items_are_never_absent_for_two_minutes(
    lengths: list[int],
    practical: list[int],
    parts: list[tuple[int, int]],
    languages: tuple[str, ...],
) -> None:
    others = [item_document(f"x-{n}", duration_s=each) for n, each in enumerate(lengths)]
    essential = [
        item_document(f"e-{n}", duration_s=each, essential=True) for n, each in enumerate(practical)
    ]
    ids = [item["id"] for item in others]
    playlists = [
        playlist("all", *ids, default=True),
        *(
            playlist(f"p-{n}", ids[n % len(ids)], when={"dayparts": [f"23:{a:02}-00:{b:02}"]})
            for n, (a, b) in enumerate(parts)
        ),
    ]
    content = make_content([*others, *essential], playlists)
    start = local("2026-11-23T22:30")
    found = shown(make_programme(content, languages=languages), start, hours=3)
    longest = absences(found, (), [item["id"] for item in essential]).items
    assert max(longest.values()) <= ESSENTIAL_ABSENCE_MS / 1000


def test_only_the_end_of_a_day_is_brought_to_where_days_begin() -> None:
    items: Items = [item_document(id_, duration_s=11) for id_ in "abc"]
    programme = make_programme(make_content(items), languages=LANGUAGES)
    midnight = local("2026-11-24")
    closing = midnight - timedelta(milliseconds=CLOSING_MS)
    found = shown(programme, local("2026-11-23"))
    before = [slot for slot in found if slot.end < closing]
    after = [slot for slot in found if slot.start >= closing]
    assert {(slot.end - slot.start).total_seconds() for slot in before} == {11}
    assert all(11 < (slot.end - slot.start).total_seconds() < 11.6 for slot in after)
    assert (after[0].start, after[-1].end, after[-1].language) == (closing, midnight, "km")


def test_short_last_segment_is_the_end_of_its_day() -> None:
    late = playlist("b", when={"dayparts": ["23:55-24:00"]})
    content = make_content(["a", "b"], [playlist("a", default=True), late])
    programme = make_programme(content, languages=LANGUAGES)
    found = shown(programme, local("2026-11-23T23:55"), hours=1 / 12)
    assert {slot.item for slot in found} == {"b"}
    assert (found[0].start, found[-1].language) == (local("2026-11-23T23:55"), "km")


def test_restart_in_the_evening_finds_the_day_as_it_was_played() -> None:
    playlists = [
        playlist("a", default=True),
        *(playlist("b", when={"dayparts": [f"{hour:02}:07-{hour:02}:31"]}) for hour in range(24)),
    ]
    content = make_content([item_document("a", duration_s=13), "b"], playlists)
    evening = local("2026-11-23T21:40")
    played = shown(make_programme(content, languages=LANGUAGES), local("2026-11-23"))
    restarted = make_programme(content, languages=LANGUAGES).slot_at(evening)
    assert restarted in played
