"""Nothing grows while scenes change: programme, director, composer and stage together."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from torture.flat import WINDOW, Runner, fit

from tests.fakes.built_pack import clip, picture_of, poster
from tests.fakes.content import content_document, item_document
from tests.fakes.house import repertoire, stored
from tests.shell.conftest import OpenApplication

CHANGES: Final = 400
SLOT_S: Final = 60


def test_hundreds_of_changes_leave_no_memory_no_descriptor_and_no_object(
    open_application: OpenApplication,
    tmp_path: Path,
    picture_bytes: bytes,
    record_property: Callable[[str, object], None],
) -> None:
    film = b"stands still"
    items = [
        poster("poster", picture_bytes),
        clip("clip", film, picture_bytes),
        item_document("bulletin", picture=picture_of(picture_bytes), duration_s=SLOT_S),
        item_document("words", duration_s=SLOT_S),
    ]
    pack = stored(tmp_path / "pack", content_document(items), film, picture_bytes)
    runner = Runner(open_application(size=WINDOW), repertoire(pack))
    growth = fit(runner.run(CHANGES))
    if growth.is_seen:
        # A cache that fills late, or pages that are freed late, grow once; a leak grows again.
        growth = fit(runner.run(CHANGES))
    record_property("growth", str(growth))
    assert not growth.is_seen, growth
