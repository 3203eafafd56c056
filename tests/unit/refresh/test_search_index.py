"""A cycle makes the index to search a new pack with, and never fails for it."""

from pathlib import Path

import pytest

from player.errors import StoreError
from player.refresh.cycle import Activated, AlreadyCurrent
from player.store.indexing import Indexing
from player.store.reader import StoredPack, linked_pack
from tests.fakes.signed_repository import PACK
from tests.unit.refresh.conftest import RefreshedScreen


class FakeBuilder:
    """Writes which pack was current when it was asked."""

    def __init__(self, screen: RefreshedScreen) -> None:
        self.screen = screen
        self.refuses = False

    def is_current(self, path: Path) -> bool:
        """Whether there is something."""
        return path.exists()

    def build(self, _: StoredPack, path: Path) -> None:
        """Write it, or refuse."""
        if self.refuses:
            raise StoreError("the disk is full")
        path.write_text(str(linked_pack(self.screen.home.current)))


@pytest.fixture
def builder(screen: RefreshedScreen) -> FakeBuilder:
    made = FakeBuilder(screen)
    screen.indexing = Indexing(made)
    return made


def index_of_current(screen: RefreshedScreen) -> Path:
    return screen.home.index(linked_pack(screen.home.current) or "")


@pytest.mark.usefixtures("builder")
def test_new_pack_has_its_index_before_it_is_current(screen: RefreshedScreen) -> None:
    assert screen.refresh().outcome == Activated(PACK, 1)
    assert index_of_current(screen).read_text() == "None"


def test_pack_that_came_without_an_index_gets_one(
    screen: RefreshedScreen, builder: FakeBuilder
) -> None:
    screen.indexing = Indexing()
    screen.refresh()
    screen.indexing = Indexing(builder)
    assert screen.refresh().outcome == AlreadyCurrent(PACK, 1)
    assert index_of_current(screen).read_text() == linked_pack(screen.home.current)


@pytest.mark.allow_log(r"player\.store\.indexing: no search index$")
def test_cycle_does_not_fail_for_an_index(screen: RefreshedScreen, builder: FakeBuilder) -> None:
    builder.refuses = True
    assert screen.refresh().outcome == Activated(PACK, 1)
    assert screen.refresh().outcome == AlreadyCurrent(PACK, 1)
    assert not index_of_current(screen).exists()
