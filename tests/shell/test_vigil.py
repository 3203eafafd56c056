"""The vigil: what it sees goes up the ladder, and what it does comes of it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from player.health.ladder import LADDER, Remedy
from player.health.limits import SHOW_BYTES, Weight
from player.health.pulse import Pulse
from player.health.starts import begin
from player.health.watch import Fault
from player.shell.vigil import WEIGH_EVERY, Vigil, Watched
from player.store.layout import Home
from player.store.recovery import RecoveryBook, read_recovery
from tests.fakes.moments import at

REMEDY = r"player.shell.vigil: (remedy|safe mode)"
LATE = frozenset({Fault.PAGE_LATE})


@dataclass
class Scene:
    """A vigil over nothing, whose world is a test's."""

    folder: Path
    now_s: float = 100.0
    faults: frozenset[Fault] = frozenset()
    pulse: Pulse = field(default_factory=Pulse)
    held: int = 0
    is_quiet: bool = True
    is_covered: bool = False
    done: list[object] = field(default_factory=list)
    beats: int = 0
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.book = RecoveryBook(Home(self.folder))
        self.book.keep(begin(self.book.recovery, at(self.now_s)), at(self.now_s), at_once=True)
        watched = Watched(
            faults=lambda: self.faults,
            pulse=lambda: self.pulse,
            moment=lambda: at(self.now_s),
            weight=lambda: Weight(self.held, 99_999),
            is_quiet=lambda: self.is_quiet,
            is_covered=lambda: self.is_covered,
            remedies={remedy: self._does(remedy) for remedy in LADDER if remedy is not Remedy.SAFE},
            begin_again=lambda: self.done.append("again"),
        )
        self.vigil = Vigil(self.book, watched, self, self)
        self.vigil.rested.connect(lambda rests: self.done.append(("rests", rests)))
        self.vigil.trusted.connect(lambda trusts: self.done.append(("trusts", trusts)))

    def _does(self, remedy: Remedy) -> Callable[[], None]:
        return lambda: self.done.append(remedy)

    def begin(self) -> None:
        """Beat."""

    def tick(self) -> None:
        """Hear that all is well."""
        self.beats += 1

    def ready(self) -> None:
        """Hear that the work has begun."""
        if "ready" not in self.done:
            self.done.append("ready")

    def say(self, sentence: str) -> None:
        """Hear how it fares."""
        self.said.append(sentence)

    def last(self, seconds: int) -> None:
        """Let seconds pass."""
        for _ in range(seconds):
            self.now_s += 1
            self.vigil.look()


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    """Return one."""
    return Scene(tmp_path)


def test_player_that_is_well_is_left_alone_and_said_to_live(scene: Scene) -> None:
    scene.last(60)
    assert (scene.done, scene.beats, set(scene.said)) == ([], 60, {"playing"})


def test_work_has_begun_when_an_emergency_is_seen_in_place_of_a_page(scene: Scene) -> None:
    scene.is_covered = True
    scene.last(5)
    assert scene.done == []
    scene.pulse = Pulse(has_drawn=True)
    scene.last(1)
    assert scene.done == ["ready"]


def test_page_of_the_programme_is_waited_for(scene: Scene) -> None:
    scene.pulse = Pulse(has_drawn=True)
    scene.last(5)
    assert scene.done == []


def test_display_that_is_away_is_not_waited_for(scene: Scene) -> None:
    scene.faults = frozenset({Fault.DISPLAY_AWAY})
    scene.last(1)
    assert scene.done == ["ready"]


@pytest.mark.allow_log(REMEDY)
def test_fault_that_lasts_goes_up_the_ladder_to_the_built_in_page_and_back(scene: Scene) -> None:
    scene.faults = LATE
    scene.last(200)
    assert scene.done == [*LADDER[:-1], ("rests", True)]
    assert scene.said[0] == "playing, but the page that is due does not come on"
    assert scene.said[-1].startswith("safe mode for ")
    scene.faults = frozenset()
    scene.last(600)
    assert scene.done[-2:] == [("trusts", False), ("rests", False)]
    scene.last(601)
    assert scene.done[-1] == ("trusts", True)


@pytest.mark.allow_log(REMEDY)
def test_remedy_is_on_the_disk_before_it_is_done(scene: Scene) -> None:
    noted: list[tuple[str, ...]] = []
    home = Home(scene.folder)
    note = {Remedy.SCENE: lambda: noted.append(read_recovery(home).climb.taken)}
    scene.vigil._watched = replace(scene.vigil._watched, remedies=note)
    scene.faults = LATE
    scene.last(1)
    assert noted == [("SCENE",)]


@pytest.mark.parametrize("pulse", [Pulse(frame_s=6), Pulse(stuck_s=91)])
def test_player_without_frames_or_progress_is_not_said_to_live(scene: Scene, pulse: Pulse) -> None:
    scene.pulse = pulse
    scene.last(3)
    assert scene.beats == 0


@pytest.mark.allow_log("player.shell.vigil: too much memory is held")
def test_too_much_memory_is_answered_at_a_quiet_moment(scene: Scene) -> None:
    scene.held, scene.is_quiet = SHOW_BYTES + 1, False
    scene.last(2 * WEIGH_EVERY)
    assert scene.done == []
    scene.is_quiet = True
    scene.last(1)
    assert scene.done == ["again"]
