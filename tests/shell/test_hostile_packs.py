"""Packs whose media, words or programme are wrong: a page stands, and the log says why.

Each looks at the pixels of the window and at the log (an unexpected line fails the test).
"""

import io
import os
import shutil
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import Final

import pytest
from PIL import Image
from torture import damage
from torture.matching import is_uniform

from player import resources
from player.clock import ClockTrust
from player.schedule.profile import ScreenProfile
from player.schedule.programme import Programme
from player.stage.scene import BulletinScene, GatePageScene, PosterScene
from player.store.layout import Home, blob_path
from player.store.reader import open_best
from tests.fakes.built_pack import poster, put_in, sha256, write_built
from tests.fakes.content import Document, content_document, item_document
from tests.fakes.house import House, Slots, repertoire, shows, stored

VI: Final = ScreenProfile(("vi",))
LINE: Final = "player.shell.performance: item cannot be shown"


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def begin(house: House, programme: Programme, item: str) -> None:
    """Let the clock stand at the beginning of the next slot of ``item``, and look at it."""
    slot = programme.slot_at(house.now)
    while slot.item != item:
        slot = programme.slot_at(slot.end)
    house.now = slot.start.astimezone(UTC)
    house.performance.tick()


PICTURES: Final = {
    **damage.pictures(),
    "tiff": encoded(Image.new("RGB", (64, 36), "red"), "TIFF"),
    "gif": encoded(Image.new("P", (64, 36)), "GIF"),
    "empty": b"",
    "half a PNG": encoded(Image.effect_noise((640, 360), 90), "PNG")[:9000],
}


@pytest.mark.allow_log(LINE)
@pytest.mark.parametrize("kind", sorted(PICTURES))
def test_picture_that_cannot_be_shown_is_replaced_in_its_slot_and_told_once(
    *,
    kind: str,
    house: House,
    slots: Slots,
    tmp_path: Path,
    picture_bytes: bytes,
    caplog: pytest.LogCaptureFixture,
) -> None:
    bad = poster("bad", PICTURES[kind])
    bad["picture"]["file"]["size"] = max(1, len(PICTURES[kind]))
    items = [bad, poster("good", picture_bytes)]
    document = content_document(items, languages=("vi",))
    pack = stored(tmp_path / "pack", document, PICTURES[kind], picture_bytes)
    programme = Programme(pack.content, VI, ClockTrust.TRUSTED)
    house.performance.take(repertoire(pack, VI))
    begin(house, programme, "good")
    house.qtbot.waitUntil(lambda: slots.seen[-1:] == [("good", "good", 0)])
    whole = house.pixels()
    caplog.clear()
    begin(house, programme, "bad")
    house.qtbot.waitUntil(lambda: slots.seen[-1:] == [("good", "bad", 0)], timeout=9000)
    assert house.pixels() == whole
    assert [record.getMessage() for record in caplog.records if record.name != "qt"].count(
        "item cannot be shown"
    ) == 1


@pytest.mark.allow_log(LINE)
@pytest.mark.parametrize("harm", ["missing", "a folder", "a bit flipped", "a pipe"])
def test_file_harmed_after_it_was_shown_is_noticed_at_its_next_turn(
    harm: str, house: House, slots: Slots, tmp_path: Path, picture_bytes: bytes
) -> None:
    other = picture_bytes + b"\0"
    document = content_document([poster("a", picture_bytes), poster("b", other)], languages=("vi",))
    pack = stored(tmp_path / "pack", document, picture_bytes, other)
    programme = Programme(pack.content, VI, ClockTrust.TRUSTED)
    house.performance.take(repertoire(pack, VI))
    begin(house, programme, "a")
    house.wait_for(shows("a"))
    begin(house, programme, "b")
    house.wait_for(shows("b"))
    whole = house.pixels()
    blob = blob_path(pack.blobs, sha256(picture_bytes))
    if harm == "a bit flipped":
        raw = bytearray(picture_bytes)
        raw[len(raw) // 2] ^= 1
        blob.write_bytes(raw)
    else:
        blob.unlink()
    if harm == "a folder":
        blob.mkdir()
    if harm == "a pipe":
        os.mkfifo(blob)
    begin(house, programme, "a")
    house.qtbot.waitUntil(lambda: slots.seen[-1:] == [("b", "a", 0)])
    assert house.pixels() == whole


LAWFUL: Final = {
    "CMYK JPEG": encoded(Image.new("CMYK", (640, 360), (0, 255, 255, 0)), "JPEG"),
    "16-bit PNG": encoded(Image.new("I;16", (640, 360), 0xC000), "PNG"),
    "progressive JPEG": encoded(Image.new("RGB", (640, 360), "red"), "JPEG", progressive=True),
    "palette PNG": encoded(Image.new("P", (640, 360), 3), "PNG"),
    "one pixel": encoded(Image.new("RGB", (1, 1), "red"), "PNG"),
    "very wide": encoded(Image.new("RGB", (3840, 1), "red"), "PNG"),
}


@pytest.mark.parametrize("kind", sorted(LAWFUL))
def test_unusual_picture_is_drawn(kind: str, house: House, tmp_path: Path) -> None:
    raw = LAWFUL[kind]
    document = content_document([poster("odd", raw)], languages=("vi",))
    house.performance.take(repertoire(stored(tmp_path / "pack", document, raw), VI))
    scene = house.wait_for(shows("odd"))
    assert isinstance(scene, PosterScene)
    assert not is_uniform(house.pixels())


def expired(raw: bytes) -> Document:
    return {**poster("old", raw), "lasting": False, "valid": {"until": "2026-01-31"}}


PROGRAMMES: Final[dict[str, Callable[[bytes], Document]]] = {
    "no playlist": lambda raw: content_document([poster("a", raw)], []),
    "everything expired": lambda raw: content_document([expired(raw)]),
    "no item at all": lambda _: content_document([], []),
    "for another audience": lambda raw: content_document(
        [poster("a", raw)], [{"id": "all", "audience": ["drivers"], "items": ["a"]}]
    ),
}


@pytest.mark.parametrize("kind", sorted(PROGRAMMES))
def test_where_nothing_is_scheduled_the_default_gate_page_stands(
    kind: str, house: House, tmp_path: Path, picture_bytes: bytes
) -> None:
    pack = stored(tmp_path / "pack", PROGRAMMES[kind](picture_bytes), picture_bytes)
    house.performance.take(repertoire(pack))
    house.wait_for(lambda scene: isinstance(scene, GatePageScene))
    assert not is_uniform(house.pixels())


def test_item_without_any_language_of_the_screen_is_shown_in_one_it_has(
    house: House, tmp_path: Path
) -> None:
    item = item_document("a", duration_s={"km": 9})
    document = content_document([item], languages=("vi", "en", "km"))
    house.performance.take(repertoire(stored(tmp_path / "pack", document)))
    scene = house.wait_for(shows("a"))
    assert isinstance(scene, BulletinScene)
    assert scene.words.language == "km"
    assert not is_uniform(house.pixels())


def bulletin(title: str, body: str) -> Document:
    item = item_document("a", duration_s={"vi": 9})
    item["text"]["vi"] |= {"title": title, "body": body}
    return content_document([item], languages=("vi",))


WORDS: Final = {
    "overrides": ("\u202eCửa khẩu\u202c", "\u2067Giấy tờ\n\u202dcần có", "Cửa khẩu"),
    "controls": ("Cửa\0 khẩu\x1b", "Giấy tờ\u2028cần có\ufeff", "Cửa khẩu"),
    "a tower of marks": (
        "Cửa khẩu" + "\u0301" * 100_000,
        "Giấy tờ\ncần có",
        "Cửa khẩu" + "\u0301" * 4,
    ),
}


@pytest.mark.parametrize("kind", sorted(WORDS))
def test_hostile_words_are_set_as_the_publisher_would_have_had_them(
    kind: str, house: House, tmp_path: Path
) -> None:
    title, body, clean = WORDS[kind]
    seen = []
    for number, document in enumerate((bulletin(title, body), bulletin(clean, "Giấy tờ\ncần có"))):
        pack = stored(tmp_path / str(number), document)
        house.performance.take(repertoire(pack, VI))
        house.wait_for(shows("a"))
        seen.append(house.pixels())
    assert seen[0] == seen[1]


REFUSED: Final = {
    "1 MB text": bulletin("a", "a" * 1_000_000),
    "half a sign": bulletin("a", "a\ud800"),
    "empty playlist": content_document(["a"], [{"id": "all", "default": True, "items": []}]),
}


@pytest.mark.allow_log("player.store.reader: pack cannot be shown")
@pytest.mark.parametrize("kind", sorted(REFUSED))
def test_pack_that_is_refused_gives_way_to_the_factory_pack(
    kind: str, house: House, tmp_path: Path
) -> None:
    built = write_built(tmp_path / "built", REFUSED[kind], ())
    home = Home(tmp_path / "home")
    put_in(home, built, home.current)
    opened = open_best(home, resources.factory_pack())
    assert opened is not None
    house.performance.take(repertoire(opened.pack))
    house.wait_for(lambda _: True)
    assert opened.rung == "factory"
    assert not is_uniform(house.pixels())


@pytest.mark.allow_log(LINE)
def test_whole_pack_deleted_under_the_player_ends_on_the_default_gate_page(
    house: House, tmp_path: Path, picture_bytes: bytes
) -> None:
    """Its words are in memory; only what needs a file is lost."""
    items = [poster(id_, picture_bytes) for id_ in ("a", "b")]
    pack = stored(tmp_path / "pack", content_document(items), picture_bytes)
    programme = Programme(pack.content, VI, ClockTrust.TRUSTED)
    house.performance.take(repertoire(pack))
    house.wait_for(lambda scene: isinstance(scene, PosterScene))
    shutil.rmtree(tmp_path / "pack")
    for _ in range(4):
        house.now = programme.slot_at(house.now).end.astimezone(UTC)
        house.performance.tick()
        house.wait_for(lambda scene: isinstance(scene, GatePageScene))
        assert not is_uniform(house.pixels())
