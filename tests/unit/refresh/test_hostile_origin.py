"""Mirrors that lag, poison, or answer with something else: the old content plays on."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from player.errors import (
    FetchError,
    FetchHttpError,
    PackError,
    PackFormatError,
)
from player.main.status import status_document
from player.refresh.cycle import Activated, Failed
from player.refresh.folder_origin import FolderOrigin
from tests.fakes.built_pack import poster
from tests.fakes.content import content_document
from tests.fakes.signed_repository import GATE, PACK, webp
from tests.unit.refresh.conftest import RefreshedScreen

pytestmark = pytest.mark.allow_log("player.refresh.*")


def test_mirror_without_the_new_snapshot_keeps_the_old_and_comes_again(
    screen: RefreshedScreen,
) -> None:
    screen.refresh()
    screen.repository.publish(2)
    metadata = screen.repository.tree.metadata
    late = metadata / f"{screen.repository.tree.version('snapshot')}.snapshot.json"
    aside = late.rename(late.with_suffix(".late"))
    assert isinstance(screen.refused(), FetchHttpError)
    aside.rename(late)
    assert screen.refresh().outcome == Activated(PACK, 2)


def test_missing_blob_keeps_the_old_and_comes_again(screen: RefreshedScreen) -> None:
    screen.refresh()
    built = screen.repository.publish(2)
    blobs = [path for path in screen.repository.tree.blobs.rglob("*") if path.is_file()]
    new = max(blobs, key=lambda path: path.stat().st_mtime_ns)
    raw = new.read_bytes()
    new.unlink()
    assert isinstance(screen.refused(), FetchError)
    new.write_bytes(raw)
    assert screen.refresh().outcome == Activated(PACK, 2)
    assert built.exists()


def test_poisoned_blob_never_gets_its_name(screen: RefreshedScreen) -> None:
    screen.refresh()
    screen.repository.publish(2)
    for path in screen.repository.tree.blobs.rglob("*"):
        if path.is_file() and b"picture 2" in path.read_bytes():
            path.write_bytes(path.read_bytes().replace(b"picture 2", b"abuse !!!"))
    assert isinstance(screen.refused(), FetchError)
    assert not any(
        b"abuse" in path.read_bytes() for path in screen.home.blobs.rglob("*") if path.is_file()
    )


def test_signed_file_of_another_kind_is_refused(screen: RefreshedScreen) -> None:
    """Two people signed it, and it still is no picture."""
    screen.refresh()
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    document = content_document([poster("welcome", svg)])
    screen.repository.publish(2, document, (svg,))
    assert isinstance(screen.refused(), PackFormatError)


def test_pack_for_a_newer_player_is_refused(
    screen: RefreshedScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.refresh()
    screen.repository.publish(2)
    monkeypatch.setattr("player.refresh.cycle.__version__", "0.0.9")
    assert "needs a player" in str(screen.refused())


def test_unknown_pack_is_named(screen: RefreshedScreen) -> None:
    agent = screen.agent()
    agent._setting = type(agent._setting)(
        screen.home, "huu-nghi", f"{GATE}/attic", screen.repository.root
    )
    told = agent.cycle(screen.origin, lambda _here, _total: None)
    assert isinstance(told.outcome, Failed)
    assert "attic" in str(told.outcome.error)


def test_only_pack_of_a_gate_needs_no_name(screen: RefreshedScreen) -> None:
    agent = screen.agent()
    agent._setting = type(agent._setting)(screen.home, "huu-nghi", "", screen.repository.root)
    assert agent.cycle(screen.origin, lambda _h, _t: None).outcome == Activated(PACK, 1)


@pytest.mark.parametrize(
    "page",
    [
        b"<!doctype html><title>Wi-Fi login</title>",
        b"",
        b"[" * 100_000,
        b'{"signed": ' + b"9" * 100_000 + b"}",
        b'{"signed": NaN}',
        b"\xff\xfe\x00",
    ],
    ids=["portal", "empty", "nested", "digits", "nan", "not-utf8"],
)
def test_captive_portal_and_garbage_are_refused(screen: RefreshedScreen, page: bytes) -> None:
    screen.refresh()
    (screen.repository.tree.metadata / "timestamp.json").write_bytes(page[:16_000])
    assert isinstance(screen.refused(), PackError)


def test_endless_timestamp_is_refused(screen: RefreshedScreen) -> None:
    screen.refresh()
    (screen.repository.tree.metadata / "timestamp.json").write_bytes(b" " * 5_000_000)
    assert isinstance(screen.refused(), FetchError)


def test_missing_anchor_says_how_to_mend_it(screen: RefreshedScreen) -> None:
    agent = screen.agent()
    agent._setting = type(agent._setting)(screen.home, "huu-nghi", PACK, Path("/no/root.json"))
    told = agent.cycle(screen.origin, lambda _here, _total: None)
    assert isinstance(told.outcome, Failed)
    assert "--trust" in str(told.outcome.error)


def test_status_says_why(screen: RefreshedScreen) -> None:
    screen.refresh()
    screen.repository.publish(2)
    screen.repository.resign("lang-son.huu-nghi", lambda _: None, ["editor-1"])
    reason = str(screen.refused())
    document: Any = status_document(screen.home, screen.now())
    assert document["refresh"]["error"] == reason
    assert reason in document["faults"]
    assert document["pack"]["sequence"] == 1


def test_weeks_without_network_change_nothing(screen: RefreshedScreen, tmp_path: Path) -> None:
    screen.refresh()
    screen.offset = screen.repository.now + timedelta(days=40)
    for _ in range(3):
        assert isinstance(screen.refused(FolderOrigin(tmp_path / "gone")), FetchHttpError)
    assert {"refresh", "stale", "expired"} <= screen.report.faults.keys()


# --- patches of manifests ---


def large(screen: RefreshedScreen, sequence: int, changed: int) -> None:
    """Publish a pack of two hundred files, one of which is new each time."""
    blobs = [webp(f"file {n}") for n in range(200)]
    blobs[changed] = webp(f"changed {sequence}")
    document = content_document([poster("welcome", blobs[0])])
    screen.repository.publish(sequence, document, blobs)


def patches(screen: RefreshedScreen) -> list[Path]:
    return sorted(screen.repository.tree.targets.rglob("*.from-*"))


def test_change_of_one_file_costs_no_second_manifest(screen: RefreshedScreen) -> None:
    large(screen, 2, 1)
    screen.refresh()
    manifest = (screen.home.current / "pack.json").stat().st_size
    large(screen, 3, 1)
    told = screen.refresh()
    assert told.outcome == Activated(PACK, 3)
    assert told.bytes < manifest / 2


@pytest.mark.parametrize("spoil", ["gone", "garbage", "another", "bomb"])
def test_patch_that_does_not_help_is_done_without(screen: RefreshedScreen, spoil: str) -> None:
    large(screen, 2, 1)
    screen.refresh()
    large(screen, 3, 1)
    for patch in patches(screen):
        match spoil:
            case "gone":
                patch.unlink()
            case "garbage":
                patch.write_bytes(b"\xff{{{")
            case "another":
                patch.write_bytes(b'["{}"]')
            case _:
                patch.write_bytes(b"[" + b"[0,9000]," * 900 + b"[0,1]]")
    assert screen.refresh().outcome == Activated(PACK, 3)
