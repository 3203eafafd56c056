"""The performance on a real stage: what the programme says is what is painted, whatever fails."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QTimer
from torture.matching import is_uniform

from player.clock import ClockTrust
from player.schedule.programme import Programme
from player.schedule.slot import Slot
from player.stage.compose import Composer
from player.stage.scene import BuiltinScene, PosterScene, Scene, VideoScene
from player.store.layout import blob_path
from player.store.reader import StoredPack
from tests.fakes.built_pack import clip, picture_of, poster, sha256
from tests.fakes.content import Document, content_document, item_document, mourning
from tests.fakes.house import NOON, PROFILE, House, Slots, repertoire, shows, stored


def test_what_the_programme_says_is_painted(
    house: House, tmp_path: Path, picture_bytes: bytes
) -> None:
    items = [poster(id_, picture_bytes) for id_ in ("a", "b", "c")]
    pack = stored(tmp_path / "pack", content_document(items), picture_bytes)
    programme = Programme(pack.content, PROFILE, ClockTrust.TRUSTED)
    house.performance.take(repertoire(pack))
    for _ in range(3):
        slot = programme.slot_at(house.now)
        scene = house.wait_for(shows(slot.item))
        assert isinstance(scene, PosterScene)
        assert scene.words.language == slot.shown_in
        house.now = slot.end.astimezone(UTC)
        house.performance.tick()


def test_festive_page_leaves_the_screen_in_the_second_mourning_begins(
    house: House, tmp_path: Path, picture_bytes: bytes
) -> None:
    begin, end = NOON + timedelta(minutes=30, seconds=7), NOON + timedelta(minutes=50, seconds=1)
    hours = mourning(begin.isoformat(), end.isoformat())
    feast = {**poster("feast", picture_bytes), "tone": "festive"}
    items = [feast, poster("plain", picture_bytes)]
    document = content_document(items, occasions=[hours])
    pack = stored(tmp_path / "pack", document, picture_bytes)
    programme = Programme(pack.content, PROFILE, ClockTrust.TRUSTED)
    slot = next(
        each
        for each in programme.slots(begin - timedelta(minutes=2), begin)
        if each.item == "feast"
    )
    house.now = slot.start.astimezone(UTC)
    house.performance.take(repertoire(pack))
    house.wait_for(shows("feast"))
    for now, item in ((begin, "plain"), (end - timedelta(seconds=1), "plain")):
        house.now = now
        house.performance.tick()
        house.wait_for(shows(item))
    house.now = end
    house.performance.tick()
    house.wait_for(shows(programme.slot_at(end).item))
    assert "feast" in {slot.item for slot in programme.slots(end, end + timedelta(minutes=1))}


def test_programme_tells_how_far_it_is(house: House, tmp_path: Path, picture_bytes: bytes) -> None:
    items = [poster(id_, picture_bytes) for id_ in ("a", "b")]
    pack = stored(tmp_path / "pack", content_document(items), picture_bytes)
    house.performance.take(repertoire(pack))
    assert house.performance.awaits_page
    slot = Programme(pack.content, PROFILE, ClockTrust.TRUSTED).slot_at(house.now)
    house.wait_for(shows(slot.item))
    assert (house.performance.awaits_page, house.performance.overrun_s) == (False, 0)
    house.now = slot.end.astimezone(UTC) + timedelta(seconds=7)
    assert house.performance.overrun_s == 7


@pytest.mark.allow_log("item cannot be shown")
def test_item_with_a_damaged_file_is_replaced_inside_its_slot(
    house: House, tmp_path: Path, picture_bytes: bytes
) -> None:
    other = picture_bytes + b"\0"
    items = [poster("a", picture_bytes), poster("b", other)]
    pack = stored(tmp_path / "pack", content_document(items), picture_bytes, other)
    programme = Programme(pack.content, PROFILE, ClockTrust.TRUSTED)
    due = programme.slot_at(house.now).item
    damaged, whole = (picture_bytes, "b") if due == "a" else (other, "a")
    blob_path(pack.blobs, sha256(damaged)).write_bytes(b"somebody else's words")
    house.performance.take(repertoire(pack))
    house.wait_for(shows(whole))


def test_without_a_pack_the_builtin_page_stands(house: House) -> None:
    house.performance.take(None)
    house.wait_for(lambda scene: isinstance(scene, BuiltinScene))


@pytest.mark.allow_log("clock trust changed")
def test_dated_items_leave_when_the_clock_is_no_longer_believed_and_come_back(
    house: House, tmp_path: Path, picture_bytes: bytes
) -> None:
    dated = {**poster("dated", picture_bytes), "lasting": False, "valid": {"until": "2027-01-01"}}
    document = content_document(
        [poster("undated", picture_bytes), dated],
        [
            {"id": "campaign", "priority": 1, "items": ["dated"]},
            {"id": "always", "default": True, "items": ["undated"]},
        ],
    )
    house.performance.take(repertoire(stored(tmp_path / "pack", document, picture_bytes)))
    house.wait_for(shows("dated"))
    house.now, house.trust = house.now - timedelta(days=20_000), ClockTrust.UNTRUSTED
    house.performance.tick()
    house.wait_for(shows("undated"))
    house.now, house.trust = NOON + timedelta(minutes=1), ClockTrust.TRUSTED
    house.performance.tick()
    house.wait_for(shows("dated"))


@pytest.mark.parametrize(("late_s", "offset_ms"), [(1, 0), (5, 5_000)])
def test_clip_put_on_late_joins_in_the_middle(
    house: House, tmp_path: Path, picture_bytes: bytes, late_s: int, offset_ms: int
) -> None:
    film = b"no film at all"
    document = content_document([clip("film", film, picture_bytes)])
    pack = stored(tmp_path / "pack", document, film, picture_bytes)
    begin = Programme(pack.content, PROFILE, ClockTrust.TRUSTED).slot_at(house.now).start
    house.now = begin.astimezone(UTC) + timedelta(seconds=late_s)
    house.performance.take(repertoire(pack))
    scene = house.wait_for(shows("film"))
    assert isinstance(scene, VideoScene)
    assert scene.offset_ms == offset_ms


@pytest.mark.allow_log("clip cannot be played")
def test_clip_that_keeps_failing_becomes_its_picture(
    house: House, tmp_path: Path, picture_bytes: bytes
) -> None:
    film = b"no film at all"
    others = [poster(id_, picture_bytes) for id_ in ("a", "b")]
    document = content_document([clip("film", film, picture_bytes), *others])
    pack = stored(tmp_path / "pack", document, film, picture_bytes)
    programme = Programme(pack.content, PROFILE, ClockTrust.TRUSTED)
    house.performance.take(repertoire(pack))
    kinds = []
    for _ in range(4):
        while programme.slot_at(house.now).item != "film":
            house.now = programme.slot_at(house.now).end.astimezone(UTC)
        house.performance.tick()
        kinds.append(type(house.wait_for(shows("film"))))
        house.application.clips.failed.emit("it does not open")
        house.now = programme.slot_at(house.now).end.astimezone(UTC)
        house.performance.tick()
        house.wait_for(lambda scene: not shows("film")(scene))
    assert kinds == [VideoScene, VideoScene, VideoScene, PosterScene]


def test_each_slot_is_logged_once_with_its_lateness_when_it_is_seen(
    house: House, tmp_path: Path, picture_bytes: bytes, slots: Slots
) -> None:
    items = [poster(id_, picture_bytes) for id_ in ("a", "b", "c")]
    pack = stored(tmp_path / "pack", content_document(items), picture_bytes)
    programme = Programme(pack.content, PROFILE, ClockTrust.TRUSTED)
    house.performance.take(repertoire(pack))
    expected = []
    for late_ms in (0, 0, 700):
        slot = programme.slot_at(house.now)
        house.wait_for(shows(slot.item))
        expected.append((slot.item, slot.item, late_ms))
        if len(expected) < 3:
            late = timedelta(milliseconds=700 if len(expected) == 2 else 0)
            house.now = slot.end.astimezone(UTC) + late
            house.performance.tick()
            house.performance.tick()
    assert slots.seen == expected


@pytest.mark.allow_log("item cannot be shown")
def test_picture_that_cannot_be_shown_is_barred_from_every_item_that_has_it(
    house: House, tmp_path: Path, picture_bytes: bytes, slots: Slots
) -> None:
    """Two items, one file that is no picture: it is tried three times, not six."""
    bad = b"no picture at all"
    items = [poster("a", bad), poster("b", bad), poster("good", picture_bytes)]
    pack = stored(tmp_path / "pack", content_document(items), bad, picture_bytes)
    programme = Programme(pack.content, PROFILE, ClockTrust.TRUSTED)
    tried: list[object] = []
    house.application.stage.failed.connect(lambda scene, _: tried.append(scene))
    house.performance.take(repertoire(pack))
    seen: list[tuple[str, str, int]] = []
    for _ in range(9):
        slot = programme.slot_at(house.now)
        house.qtbot.waitUntil(lambda: len(slots.seen) > len(seen))
        seen.append(slots.seen[-1])
        house.now = slot.end.astimezone(UTC)
        house.performance.tick()
    assert {item for item, _, _ in seen} == {"good"}
    assert {due for _, due, _ in seen} == {"a", "b", "good"}
    assert len(tried) == 3


@pytest.mark.allow_log("clip cannot be played")
def test_clip_whose_file_is_gone_is_its_picture_in_its_slot(
    house: House, tmp_path: Path, picture_bytes: bytes
) -> None:
    film = b"no film at all"
    document = content_document([clip("film", film, picture_bytes)])
    pack = stored(tmp_path / "pack", document, film, picture_bytes)
    blob_path(pack.blobs, sha256(film)).unlink()
    house.performance.take(repertoire(pack))
    scene = house.wait_for(shows("film"))
    assert isinstance(scene, PosterScene)


@pytest.mark.allow_log("a scene cannot be made", "item cannot be shown")
def test_item_that_breaks_the_composer_is_replaced_in_its_slot(
    house: House, tmp_path: Path, picture_bytes: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = [poster("a", picture_bytes), poster("b", picture_bytes)]
    pack = stored(tmp_path / "pack", content_document(items), picture_bytes)
    due = Programme(pack.content, PROFILE, ClockTrust.TRUSTED).slot_at(house.now).item
    whole = Composer.scene

    def break_down(self: Composer, item: str, *rest: object) -> Scene:
        if item == due:
            raise KeyError(item)
        return whole(self, item, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Composer, "scene", break_down)
    house.performance.take(repertoire(pack))
    house.wait_for(shows("b" if due == "a" else "a"))


@pytest.mark.allow_log("the programme cannot go on")
def test_programme_that_breaks_down_leaves_the_builtin_page_and_comes_back(
    house: House, tmp_path: Path, picture_bytes: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = stored(tmp_path / "pack", content_document([poster("a", picture_bytes)]), picture_bytes)
    house.performance.take(repertoire(pack))
    house.wait_for(shows("a"))

    def break_down(self: Programme, instant: datetime) -> Slot:
        raise OverflowError(self, instant)

    with monkeypatch.context() as broken:
        broken.setattr(Programme, "slot_at", break_down)
        house.performance.tick()
        house.wait_for(lambda scene: isinstance(scene, BuiltinScene))
        house.performance.tick()
    house.performance.tick()
    house.wait_for(shows("a"))


@pytest.mark.allow_log("the programme cannot go on", "clock trust changed")
def test_clock_at_the_end_of_the_calendar_stops_nothing(
    house: House, tmp_path: Path, picture_bytes: bytes
) -> None:
    pack = stored(tmp_path / "pack", content_document([poster("a", picture_bytes)]), picture_bytes)
    house.now, house.trust = datetime.max.replace(tzinfo=UTC), ClockTrust.UNTRUSTED
    house.performance.take(repertoire(pack))
    house.wait_for(lambda _: True)
    house.now, house.trust = NOON, ClockTrust.TRUSTED
    house.performance.tick()
    house.wait_for(shows("a"))


# --- a clock that is wrong ---

WHEN: Final = {
    "1970": datetime(1970, 1, 1, tzinfo=UTC),
    "2099": datetime(2099, 6, 1, tzinfo=UTC),
    "year 1": datetime.min.replace(tzinfo=UTC) + timedelta(days=2),
    "year 9999": datetime.max.replace(tzinfo=UTC) - timedelta(days=2),
}


def dated_pack(folder: Path, raw: bytes) -> StoredPack:
    dated = {**poster("dated", raw), "lasting": False, "valid": {"until": "2027-06-01"}}
    playlists: list[Document] = [
        {"id": "campaign", "priority": 1, "items": ["dated"]},
        {"id": "always", "default": True, "items": ["undated"]},
    ]
    return stored(folder, content_document([poster("undated", raw), dated], playlists), raw)


@pytest.mark.allow_log("clock trust changed")
@pytest.mark.parametrize("wrong", sorted(WHEN))
def test_clock_wrong_at_the_start_shows_undated_items_and_all_is_back_when_it_is_right(
    wrong: str, house: House, tmp_path: Path, picture_bytes: bytes
) -> None:
    house.set_clock(WHEN[wrong])
    house.performance.take(repertoire(dated_pack(tmp_path / "pack", picture_bytes)))
    house.wait_for(shows("undated"))
    assert not is_uniform(house.pixels())
    house.set_clock(NOON)
    house.performance.tick()
    house.wait_for(shows("dated"))


@pytest.mark.allow_log("clock trust changed")
@pytest.mark.parametrize(
    ("by", "item"),
    [
        (timedelta(hours=1), "dated"),
        (-timedelta(hours=1), "dated"),
        (timedelta(days=150), "dated"),
        (timedelta(days=250), "undated"),
        (timedelta(days=365 * 70), "undated"),
        (-timedelta(days=365 * 56), "undated"),
    ],
    ids=["an hour", "an hour back", "months", "past its end", "decades", "decades back"],
)
def test_clock_that_steps_shows_what_is_due_then(
    by: timedelta, item: str, house: House, tmp_path: Path, picture_bytes: bytes
) -> None:
    house.set_clock(NOON)
    house.performance.take(repertoire(dated_pack(tmp_path / "pack", picture_bytes)))
    house.wait_for(shows("dated"))
    house.set_clock(NOON + by)
    house.performance.tick()
    house.wait_for(shows(item))
    assert not is_uniform(house.pixels())
    house.set_clock(NOON)
    house.performance.tick()
    house.wait_for(shows("dated"))


def test_clock_is_looked_at_at_least_once_a_minute(
    house: House, tmp_path: Path, picture_bytes: bytes
) -> None:
    """Slots of an hour; the timer goes by a clock that does not step."""
    long = item_document("a", kind="poster", picture=picture_of(picture_bytes), duration_s=3600)
    house.performance.take(
        repertoire(stored(tmp_path / "p", content_document([long]), picture_bytes))
    )
    house.wait_for(shows("a"))
    waits = [timer.remainingTime() for timer in house.performance.findChildren(QTimer)]
    assert [0 < wait <= 60_000 for wait in waits] == [True]
