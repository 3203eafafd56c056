"""A screen and the repository it follows, each on its own disk, with one clock."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from player.refresh.agent import Agent, Setting, Told, no_progress
from player.refresh.cycle import Failed
from player.refresh.folder_origin import FolderOrigin
from player.refresh.http_origin import HttpOrigin
from player.refresh.origin import Origin
from player.store.indexing import Indexing
from player.store.layout import Home
from player.store.reader import linked_pack, open_installed
from player.store.report import AgentReport, read_report
from tests.fakes.bounds import DEADLINE_S
from tests.fakes.loopback_origin import LoopbackOrigin
from tests.fakes.signed_repository import PACK, SignedRepository


@dataclass
class RefreshedScreen:
    """A screen that refreshes when a test says so."""

    repository: SignedRepository
    home: Home
    offset: datetime | None = None
    ticks: list[float] = field(default_factory=lambda: [0.0])
    indexing: Indexing = field(default_factory=Indexing)

    def now(self) -> datetime:
        """Return what the screen's clock shows."""
        return self.offset or self.repository.now

    def agent(self, origin: Origin | None = None) -> Agent:
        """Return an agent as after a restart."""
        setting = Setting(self.home, "huu-nghi", PACK, self.repository.root, indexing=self.indexing)
        return Agent(
            setting,
            origin or self.origin,
            self.now,
            lambda: self.ticks[0],
            lambda: 0.5,
        )

    @property
    def origin(self) -> FolderOrigin:
        """The repository's folder."""
        return FolderOrigin(self.repository.tree.folder)

    def refresh(self, origin: Origin | None = None) -> Told:
        """Run one cycle."""
        agent = self.agent(origin)
        return agent.cycle(origin or self.origin, no_progress)

    def refused(self, origin: Origin | None = None) -> Exception:
        """Run one cycle that must be refused and leave everything as it was; return why."""
        before = linked_pack(self.home.current)
        told = self.refresh(origin)
        assert isinstance(told.outcome, Failed), told
        assert linked_pack(self.home.current) == before
        assert self.report.refresh.error == str(told.outcome.error)
        if before is not None:
            assert open_installed(self.home.current, self.home).sha256 == before
        return told.outcome.error

    @property
    def sequence(self) -> int:
        """The sequence of the current pack."""
        return open_installed(self.home.current, self.home).manifest.sequence

    @property
    def report(self) -> AgentReport:
        """What the agent reported last."""
        return read_report(self.home)


@pytest.fixture
def server() -> Iterator[LoopbackOrigin]:
    """Give a web server on the loopback."""
    with LoopbackOrigin.serving() as serving:
        yield serving


@pytest.fixture
def origin(server: LoopbackOrigin) -> HttpOrigin:
    """Give a client of that server, with a short deadline."""
    return HttpOrigin(server.url, deadline_s=DEADLINE_S)


@pytest.fixture
def repository(tmp_path: Path) -> SignedRepository:
    """Return a repository that offers sequence 1."""
    made = SignedRepository(tmp_path / "centre")
    made.publish(1)
    return made


@pytest.fixture
def screen(repository: SignedRepository, tmp_path: Path) -> RefreshedScreen:
    """Return a screen that has nothing yet."""
    return RefreshedScreen(repository, Home(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _library_is_quiet() -> Iterator[None]:
    """As in the agent: python-tuf tells of every signature it does not need."""
    logger = logging.getLogger("tuf")
    before = logger.level
    logger.setLevel(logging.WARNING)
    yield
    logger.setLevel(before)
