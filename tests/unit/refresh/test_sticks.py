"""An offline edition on a stick: the same trust, the same memory, and nothing but plain files."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from player.errors import FetchError
from player.publish.repository.edition import make_edition
from player.refresh.cycle import Activated
from player.refresh.folder_origin import FolderOrigin
from player.refresh.sticks import sticks
from tests.fakes.signed_repository import PACK
from tests.unit.refresh.conftest import RefreshedScreen

pytestmark = pytest.mark.allow_log("player.(refresh|store).*")


def edition(screen: RefreshedScreen, mounts: Path) -> Path:
    """Return a stick with an edition of what is public."""
    stick = mounts / "user" / "USB"
    make_edition(screen.repository.office, stick, ())
    return stick


def test_stick_is_noticed_and_imported(screen: RefreshedScreen, tmp_path: Path) -> None:
    edition(screen, tmp_path / "media")
    (found,) = sticks(tmp_path / "media")
    assert screen.refresh(FolderOrigin(found.folder)).outcome == Activated(PACK, 1)


def test_stick_lasts_a_month_and_the_network_goes_on_after_it(
    screen: RefreshedScreen, tmp_path: Path
) -> None:
    stick = edition(screen, tmp_path / "media")
    screen.offset = screen.repository.now + timedelta(days=6)
    screen.repository.resign("snapshot", lambda _: None, ["snapshot"])
    assert screen.refresh(FolderOrigin(stick / "gate-player")).outcome == Activated(PACK, 1)
    screen.offset = None
    screen.repository.publish(2)
    assert screen.refresh().outcome == Activated(PACK, 2)


def test_older_stick_is_refused(screen: RefreshedScreen, tmp_path: Path) -> None:
    stick = edition(screen, tmp_path / "media")
    screen.repository.publish(2)
    screen.refresh()
    screen.refused(FolderOrigin(stick / "gate-player"))
    assert screen.sequence == 2


def test_edition_that_was_cut_short_is_none(screen: RefreshedScreen, tmp_path: Path) -> None:
    stick = edition(screen, tmp_path / "media")
    (stick / "gate-player" / "metadata" / "timestamp.json").unlink()
    assert sticks(tmp_path / "media") == ()


def test_links_pipes_and_devices_on_a_stick_are_refused(
    screen: RefreshedScreen, tmp_path: Path
) -> None:
    stick = edition(screen, tmp_path / "media")
    folder = stick / "gate-player"
    timestamp = folder / "metadata" / "timestamp.json"
    timestamp.unlink()
    timestamp.symlink_to("/etc/hostname")
    assert sticks(tmp_path / "media") == ()
    assert isinstance(screen.refused(FolderOrigin(folder)), FetchError)
    timestamp.unlink()
    os.mkfifo(timestamp)
    assert isinstance(screen.refused(FolderOrigin(folder)), FetchError)


def test_stick_behind_a_link_is_not_looked_at(screen: RefreshedScreen, tmp_path: Path) -> None:
    stick = edition(screen, tmp_path / "elsewhere")
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "USB").symlink_to(stick)
    assert sticks(tmp_path / "media") == ()
