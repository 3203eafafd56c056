"""Never black: the real player, recorded at 30 frames a second, while it changes and is harmed."""

import os
import shutil
import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

import pytest
from PySide6.QtGui import QGuiApplication
from torture import damage
from torture.matching import FILM, LEVELS, Page
from torture.packs import Shelf, install_cycle, shaded
from torture.playing import Play, Verdict, draw_pages, judge, playing, programme_of
from torture.recording import Frame

from player.schedule.programme import Programme
from player.schedule.slot import Slot
from player.store.layout import Home, blob_path
from tests.fakes.built_pack import sha256

CLIPS: Final = ("clip-1", "clip-2")
STOPPING: Final = ("stalls", "short", "damaged-tail")
"""Films that move for a second and then no more."""

ITEMS: Final = ("picture-1", "picture-2", *CLIPS)
ON_STAGE: Final = timedelta(seconds=1)
"""Until then a page stands alone: half a second of fade, and as much for a busy machine."""

POSTER_WITHIN: Final = timedelta(seconds=2)
SEEN_TO_THE_END: Final = timedelta(seconds=2.5)
MOVED: Final = timedelta(seconds=2.4)
"""From the beginning of its slot: the fade, the opening, a second of film, a busy machine."""

FIRST_GREEN: Final = FILM[1]
BROKEN: Final = ("empty", "no-index", "png", "web-page", "playlist", "sound-only")
TOO_LARGE: Final = ("eight-k", "eight-k-inside")
TOO_LONG_S: Final = 60
LAP_S: Final = 36


@dataclass(frozen=True, slots=True)
class Played:
    """A run of the player, over."""

    verdict: Verdict
    frames: list[Frame]
    programme: Programme
    pages: Mapping[str, Page]
    warnings: Mapping[tuple[str, str], int]
    lives: bool
    missed: list[str]

    def slots(self) -> list[Slot]:
        """Return the slots of which enough was recorded to see their page come."""
        first, last = self.frames[0].at, self.frames[-1].at
        begun = [slot.start for slot in self.programme.slots(first, last)][1:]
        return [self.programme.slot_at(at) for at in begun if at + ON_STAGE <= last]

    def touched(self) -> list[Slot]:
        """Return the slots of which anything was recorded."""
        return list(self.programme.slots(self.frames[0].at, self.frames[-1].at))

    def greens(self, slot: Slot) -> list[tuple[datetime, int]]:
        """Return how green the film was at each instant of a slot."""
        page = self.pages[slot.item]
        inside = [frame for frame in self.frames if slot.start <= frame.at < slot.end]
        return [(frame.at, page.green(frame.pixels)) for frame in inside]


def over(play: Play, home: Home, pages: Mapping[str, Page], stand_ins: Mapping[str, str]) -> Played:
    """Judge what has been played."""
    frames, programme = play.recording.frames, programme_of(home)
    verdict = judge(frames, programme, pages, stand_ins)
    lives = play.process.poll() is None
    missed = play.missed(frames, programme, stand_ins)
    return Played(verdict, frames, programme, pages, play.warnings(), lives, missed)


@pytest.fixture(scope="module")
def pages(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """Return the pages of the cycle."""
    del qapp
    return draw_pages(install_cycle(tmp_path_factory.mktemp("pages"), (9, 9, 9, 9)), ITEMS)


@pytest.fixture(scope="module")
def changes(pages: dict[str, Page], tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Play every kind of change between pictures and clips."""
    folder = tmp_path_factory.mktemp("changes")
    home = install_cycle(folder, (2, 2, 3, 3))
    with playing(home, folder / "log") as play:
        play.watch(12)
        return over(play, home, pages, {})


def test_every_frame_of_every_change_is_one_of_its_two_pages(changes: Played) -> None:
    assert changes.verdict.frames > 300
    assert (changes.verdict.uniform, changes.verdict.neither) == ([], [])
    assert changes.warnings == {}
    assert {slot.item for slot in changes.slots()} == set(ITEMS)


def test_no_slot_is_missed(changes: Played) -> None:
    assert changes.missed == []


def test_every_page_is_on_in_time(changes: Played) -> None:
    late = {slot: changes.verdict.late.get(slot) for slot in changes.slots()}
    assert [slot for slot, by in late.items() if by is None or by > ON_STAGE] == []


def test_clips_move_to_the_end_of_their_slots(changes: Played) -> None:
    for slot in changes.slots():
        if slot.item in CLIPS and slot.end < changes.frames[-1].at:
            greens = [green for at, green in changes.greens(slot) if at > slot.start + ON_STAGE]
            assert len(set(greens)) > 20


@dataclass
class Mishaps:
    """One after the other: the worker killed, the worker stopped, the pack spoilt."""

    play: Play
    home: Home
    programme: Programme
    pages: Mapping[str, Page]
    hits: dict[str, datetime] = field(default_factory=dict)
    spoilt: Slot | None = None

    def befall(self, frame: Frame) -> bool:
        """Do the next harm when its time has come; return whether all is done and seen."""
        slot = self.programme.slot_at(frame.at)
        if self.spoilt is not None:
            missing = self.programme.slot_at(self.spoilt.end)
            return frame.at > missing.end + ON_STAGE
        if slot.item in CLIPS and slot.item not in self.hits and self._moves(slot, frame):
            (pid,) = self.play.workers()
            os.kill(pid, signal.SIGSTOP if self.hits else signal.SIGKILL)
            self.hits[slot.item] = frame.at
        elif len(self.hits) == len(CLIPS) and slot.item == "picture-1":
            self._spoil(slot)
        return False

    def _moves(self, slot: Slot, frame: Frame) -> bool:
        is_early = slot.start + ON_STAGE < frame.at < slot.end - SEEN_TO_THE_END
        return is_early and self.pages[slot.item].green(frame.pixels) > FIRST_GREEN + 2 * LEVELS

    def _spoil(self, slot: Slot) -> None:
        self.spoilt = slot
        shutil.rmtree(self.home.packs)
        blob = blob_path(self.home.blobs, sha256(shaded(1)))
        blob.unlink()
        blob.mkdir()  # root reads any file, but nobody reads a folder


@dataclass(frozen=True, slots=True)
class Harmed:
    """A run with mishaps: what was played before and after the pack was spoilt."""

    before: Played
    after: Verdict
    hits: Mapping[str, datetime]


@pytest.fixture(scope="module")
def harmed(pages: dict[str, Page], tmp_path_factory: pytest.TempPathFactory) -> Harmed:
    """Play while the worker is killed, then stopped, then the pack on the disk is spoilt."""
    folder = tmp_path_factory.mktemp("harmed")
    home = install_cycle(folder, (1, 1, 5, 5))
    programme = programme_of(home)
    with playing(home, folder / "log") as play:
        mishaps = Mishaps(play, home, programme, pages)
        play.watch(TOO_LONG_S, mishaps.befall)
        assert mishaps.spoilt is not None
        end, frames = mishaps.spoilt.end, play.recording.frames
        late = [frame for frame in frames if frame.at >= end]
        early = [frame for frame in frames if frame.at < end]
        before = Played(
            judge(early, programme, pages),
            early,
            programme,
            pages,
            play.warnings(),
            play.process.poll() is None,
            play.missed(early, programme),
        )
        after = judge(late, programme, pages, {"picture-2": "picture-1"})
        return Harmed(before, after, mishaps.hits)


def test_worker_killed_or_stopped_in_mid_clip_leaves_the_clips_picture(harmed: Harmed) -> None:
    played = harmed.before
    assert played.lives
    assert (played.verdict.uniform, played.verdict.neither) == ([], [])
    for item, hit in harmed.hits.items():
        greens = played.greens(played.programme.slot_at(hit))
        assert max(abs(green - FIRST_GREEN) for at, green in greens if at < hit) > LEVELS
        later = [abs(green - FIRST_GREEN) for at, green in greens if at > hit + POSTER_WITHIN]
        assert max(later) <= LEVELS, item


def test_slots_after_a_mishap_come_on_time(harmed: Harmed) -> None:
    assert harmed.before.missed == []
    late = {slot: harmed.before.verdict.late.get(slot) for slot in harmed.before.slots()}
    assert [slot for slot, by in late.items() if by is None or by > ON_STAGE] == []


def test_each_mishap_is_logged_once(harmed: Harmed) -> None:
    assert harmed.before.warnings == {
        ("clip cannot be played", "clip-1"): 1,
        ("clip cannot be played", "clip-2"): 1,
        ("item cannot be shown", "picture-2"): 1,
    }


def test_pack_deleted_under_a_running_player_goes_on(harmed: Harmed) -> None:
    assert harmed.after.frames > 30
    assert (harmed.after.uniform, harmed.after.neither) == ([], [])


@pytest.fixture(scope="module")
def damaged(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Play a round of media that cannot be shown."""
    del qapp
    folder = tmp_path_factory.mktemp("damaged")
    shelf, pictures = Shelf(), damage.pictures()
    clips = damage.clips(folder)
    shelf.poster("whole", shaded(0), 1)
    for name, raw in clips.items():
        shelf.clip(name, raw, 2)
    for name, raw in damage.films(folder).items():
        shelf.clip(name, raw, 5)
    for name, raw in pictures.items():
        shelf.poster(name, raw, 1)
    home = shelf.install(folder)
    pages = draw_pages(home, ("whole", *clips, *STOPPING))
    with playing(home, folder / "log") as play:
        play.watch(2)
        # Begun with a page that cannot be shown, the built-in page stands in: not judged here.
        play.recording.frames.clear()
        play.watch(LAP_S)
        return over(play, home, pages, dict.fromkeys(pictures, "whole"))


def test_media_that_cannot_be_shown_are_replaced_in_their_slots(damaged: Played) -> None:
    assert damaged.lives
    assert (damaged.verdict.uniform, damaged.verdict.neither) == ([], [])
    assert damaged.missed == []
    late = {slot: damaged.verdict.late.get(slot) for slot in damaged.slots()}
    assert [slot for slot, by in late.items() if by is None or by > ON_STAGE] == []


def test_film_that_stops_moving_gives_way_to_its_picture(damaged: Played) -> None:
    for slot in damaged.slots():
        if slot.item in STOPPING and slot.end <= damaged.frames[-1].at:
            greens = damaged.greens(slot)
            assert max(green for _, green in greens) > FIRST_GREEN + LEVELS, slot.item
            last = [green for at, green in greens if at > slot.start + MOVED + POSTER_WITHIN]
            assert len(last) > 10
            assert max(abs(green - FIRST_GREEN) for green in last) <= LEVELS, slot.item


def test_damaged_media_are_logged_once_for_each_showing(damaged: Played) -> None:
    for clip in (*BROKEN, *TOO_LARGE, *STOPPING):
        # The recording begins and ends inside a slot; one more may have been on before it.
        shown = sum(slot.item == clip for slot in damaged.touched())
        assert 1 <= damaged.warnings["clip cannot be played", clip] <= shown + 1
    assert {message for message, _ in damaged.warnings} == {
        "clip cannot be played",
        "item cannot be shown",
    }
