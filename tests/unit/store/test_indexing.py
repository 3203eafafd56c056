"""When the search index of a pack is made, and that nothing depends on it."""

from pathlib import Path

import pytest

from player.errors import StoreError
from player.store.durable import UNFINISHED, place_file
from player.store.indexing import Indexing
from player.store.install import install
from player.store.layout import Home
from player.store.reader import StoredPack, open_best, open_installed
from tests.fakes.built_pack import write_built


class FakeBuilder:
    """Writes the name of the pack; refuses when told to."""

    def __init__(self, home: Home, refusal: Exception | None = None) -> None:
        self.home = home
        self.refusal = refusal
        self.built: list[str] = []

    def is_current(self, path: Path) -> bool:
        """Whether there is something."""
        return path.exists()

    def build(self, pack: StoredPack, path: Path) -> None:
        """Write it, or do as told."""
        self.built.append(pack.sha256)
        if self.refusal is not None:
            raise self.refusal
        assert not self.home.current.exists()  # show must never meet a pack that waits for it
        path.write_text(pack.sha256)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    return write_built(tmp_path / "built")


def test_index_is_there_before_the_pack_is_current(home: Home, built: Path) -> None:
    pack = install(built, home, Indexing(FakeBuilder(home)))
    assert home.index(pack.sha256).read_text() == pack.sha256
    assert open_installed(home.current, home).sha256 == pack.sha256


def test_index_that_is_there_is_not_made_again(home: Home, built: Path) -> None:
    builder = FakeBuilder(home)
    pack = install(built, home, Indexing(builder))
    Indexing(builder).bring(home, pack.sha256)
    assert builder.built == [pack.sha256]


@pytest.mark.allow_log(r"player\.store\.indexing: no search index$")
@pytest.mark.parametrize("refusal", [StoreError("disk"), OSError("disk")])
def test_pack_whose_index_cannot_be_made_is_installed_all_the_same(
    home: Home, built: Path, refusal: Exception
) -> None:
    builder = FakeBuilder(home, refusal)
    indexing = Indexing(builder)
    pack = install(built, home, indexing)
    indexing.bring(home, pack.sha256)
    assert open_best(home, home.folder / "no-factory") is not None
    assert builder.built == [pack.sha256]  # once, and not at every look


@pytest.mark.allow_log(r"player\.store\.indexing: no search index$")
def test_pack_that_cannot_be_opened_has_none(home: Home) -> None:
    builder = FakeBuilder(home)
    Indexing(builder).bring(home, "0" * 64)
    assert builder.built == []


def test_without_a_builder_there_is_no_index(home: Home, built: Path) -> None:
    pack = install(built, home, Indexing())
    assert not home.index(pack.sha256).exists()


def test_file_that_others_wrote_is_put_in_place_for_every_reader(tmp_path: Path) -> None:
    written = tmp_path / f"{UNFINISHED}a"
    written.write_text("new")
    written.chmod(0o600)
    (tmp_path / "a").write_text("old")
    place_file(written, tmp_path / "a")
    assert (tmp_path / "a").read_text() == "new"
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644
    assert not written.exists()
