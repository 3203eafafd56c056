"""A pack keeper on a real stage, whose store, clocks and rehearsals are a test's."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from pytestqt.qtbot import QtBot

from player.clock import ClockTrust
from player.shell.application import Application
from player.shell.pack_keeper import House, PackKeeper
from player.shell.performance import Performance
from player.store.durable import replace_link
from player.store.layout import Home
from tests.fakes.built_pack import poster, put_in, write_built
from tests.fakes.content import content_document, item_document
from tests.fakes.house import NOON, repertoire

STOP_ORDER: Final = (
    '{"format":"1.0","gate":"lang-son/huu-nghi","stop":%s,"issued":"2026-11-26T00:00:00Z"}'
)


@dataclass
class FakeRehearsal:
    """Says what a test says."""

    asked: list[str] = field(default_factory=list)
    done: Callable[[bool], None] | None = None

    def start(self, pack: str, done: Callable[[bool], None]) -> None:
        """Note what is asked."""
        self.asked.append(pack)
        self.done = done


@dataclass
class Kept:
    """A keeper on a real stage, with clocks that a test moves."""

    home: Home
    keeper: PackKeeper
    performance: Performance
    rehearsal: FakeRehearsal
    on_stage: list[str | None]
    seconds: list[float]
    now: list[datetime]
    folder: Path
    urgent: list[bool]
    qtbot: QtBot = field(repr=False)

    def bring(self, sequence: int, *, good: bool = False) -> str:
        """Make another pack current, as the agent does; return its name."""
        picture = (self.folder / "picture.png").read_bytes()
        document = content_document(
            [poster("welcome", picture), item_document(f"words-{sequence}", duration_s=60)]
        )
        built = write_built(self.folder / f"b{sequence}", document, (picture,), sequence=sequence)
        link = self.folder / "aside"
        name = put_in(self.home, built, link).name
        replace_link(self.home.current, self.home.packs / name)
        if good:
            replace_link(self.home.last_good, self.home.packs / name)
        return name

    def wait_s(self, seconds: float) -> None:
        """Let so much time pass, and look."""
        self.seconds[0] += seconds
        self.now[0] += timedelta(seconds=seconds)
        self.performance.tick()
        self.keeper.look()


def keep(application: Application, tmp_path: Path, picture_bytes: bytes, qtbot: QtBot) -> Kept:
    """Return a keeper that has not begun; the store is empty."""
    (tmp_path / "picture.png").write_bytes(picture_bytes)
    home = Home(tmp_path / "home")
    home.store.mkdir(parents=True)
    now = [NOON]
    seconds = [0.0]
    performance = Performance(
        application.stage,
        application.clips,
        lambda: now[0],
        lambda _: ClockTrust.TRUSTED,
    )
    on_stage: list[str | None] = []
    performance.taken.connect(lambda taken: on_stage.append(taken.pack if taken else None))
    rehearsal, urgent = FakeRehearsal(), [False]
    house = House(
        home=home,
        factory=tmp_path / "factory",
        performance=performance,
        prepare=repertoire,
        is_urgent=lambda _: urgent[0],
        rehearsal=rehearsal,
        monotonic=lambda: seconds[0],
        now=lambda: now[0],
    )
    keeper = PackKeeper(house, lambda _: None)
    return Kept(
        home, keeper, performance, rehearsal, on_stage, seconds, now, tmp_path, urgent, qtbot
    )
