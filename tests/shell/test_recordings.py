"""Recordings in the performance: begun once, by a page that stands alone, and only where heard."""

from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from player.clock import ClockTrust
from player.schedule.programme import Programme
from player.shell.stage_view import Phase
from player.stage.repertoire import Repertoire
from player.stage.scene import AudioScene
from player.store.reader import StoredPack
from tests.fakes.built_pack import picture_of, poster, sha256
from tests.fakes.content import Document, content_document, recording
from tests.fakes.house import PROFILE, House, repertoire, shows, stored

SPEECH = b"no recording at all"


def bell(lengths_ms: dict[str, int], picture: bytes) -> Document:
    """Return an item with recordings, all of them the same file."""
    item = recording("bell", lengths_ms)
    for audio in item["audio"].values():
        audio["file"] |= {"sha256": sha256(SPEECH), "size": len(SPEECH)}
    return {**item, "picture": picture_of(picture)}


@pytest.fixture
def listens(house: House, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return what the worker is told to play, or to stop."""
    said: list[object] = []
    clips = house.application.clips
    monkeypatch.setattr(clips, "listen", lambda path, *how: said.append((path.name, *how)))
    monkeypatch.setattr(clips, "stop", lambda: said.append("stop"))
    monkeypatch.setattr(clips, "prepare", lambda: None)
    return said


def audible(pack: StoredPack) -> Repertoire:
    """Return ``pack`` for a screen that plays sound."""
    made = repertoire(pack)
    return replace(made, composer=replace(made.composer, volume=40))


def test_recording_is_heard_while_its_page_stands_and_a_refit_does_not_begin_it_again(
    house: House, tmp_path: Path, picture_bytes: bytes, listens: list[object]
) -> None:
    others = [poster(id_, picture_bytes) for id_ in ("a", "b")]
    items = [bell({"vi": 21_000, "en": 20_000}, picture_bytes), *others]
    pack = stored(tmp_path / "pack", content_document(items), picture_bytes, SPEECH)
    programme = Programme(pack.content, PROFILE, ClockTrust.TRUSTED)
    while programme.slot_at(house.now).item != "bell":
        house.now = programme.slot_at(house.now).end.astimezone(UTC)
    house.now = programme.slot_at(house.now).start.astimezone(UTC)
    house.performance.take(audible(pack))
    house.wait_for(shows("bell"))
    heard: list[object] = [(sha256(SPEECH), 40, 0)]
    assert listens == heard
    house.application.stage.refit()
    house.qtbot.waitUntil(lambda: house.application.stage._phase is Phase.REST)
    assert listens == heard
    house.now = programme.slot_at(house.now).end.astimezone(UTC)
    house.performance.tick()
    house.wait_for(lambda scene: not shows("bell")(scene))
    assert listens == [*heard, "stop"]


def test_muted_screen_asks_the_worker_for_nothing(
    house: House, tmp_path: Path, picture_bytes: bytes, listens: list[object]
) -> None:
    document = content_document([bell({"vi": 21_000, "en": 20_000}, picture_bytes)])
    house.performance.take(repertoire(stored(tmp_path / "p", document, picture_bytes, SPEECH)))
    scene = house.wait_for(shows("bell"))
    assert isinstance(scene, AudioScene)
    assert (scene.sound, listens) == (None, [])


@pytest.mark.allow_log("clip cannot be played")
def test_recording_that_keeps_failing_is_shown_without_sound(
    house: House, tmp_path: Path, picture_bytes: bytes, listens: list[object]
) -> None:
    del listens
    others = [poster(id_, picture_bytes) for id_ in ("a", "b")]
    items = [bell({"vi": 21_000, "en": 20_000}, picture_bytes), *others]
    pack = stored(tmp_path / "pack", content_document(items), picture_bytes, SPEECH)
    programme = Programme(pack.content, PROFILE, ClockTrust.TRUSTED)
    house.performance.take(audible(pack))
    heard, marked = [], []
    for _ in range(4):
        while programme.slot_at(house.now).item != "bell":
            house.now = programme.slot_at(house.now).end.astimezone(UTC)
        house.performance.tick()
        scene = house.wait_for(shows("bell"))
        assert isinstance(scene, AudioScene)
        heard.append(scene.sound is not None)
        house.application.clips.failed.emit("it does not open")
        marked.append([layer._is_heard for layer in house.application.stage.layers])
        house.now = programme.slot_at(house.now).end.astimezone(UTC)
        house.performance.tick()
        house.wait_for(lambda scene: not shows("bell")(scene))
    assert heard == [True, True, True, False]
    assert all(False in each for each in marked[:3])
    assert marked[3] == [True, True]
