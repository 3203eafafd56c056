"""The real kiosk under hands that mean it harm: it stays, it answers, and it has nothing to say."""

import json
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtGui import QGuiApplication
from torture.hands import Beaten, beat

from player import clock
from player.store.layout import Home
from player.store.reader import linked_pack
from tests.fakes.altered_pack import bring_altered
from tests.fakes.kiosk_visit import Visit, kiosk_screen, own_home, visiting
from tests.fakes.notices import notice_document

STORM_S: Final = 20.0
SOON_S: Final = 0.5
"""Goal: 100 ms. The machine of a test does other things, too."""

ROOM_BYTES: Final = 24 << 20
"""What pages set for the first time, and letters drawn for the first time, may take."""


def urgent(opens_s: float, lasts_s: float) -> dict[str, Any]:
    """Return a notice on air from so many seconds from now on."""
    opens = clock.now() + timedelta(seconds=opens_s)
    window = {"from": opens, "until": opens + timedelta(seconds=lasts_s)}
    return notice_document(
        f"lane-{abs(opens_s):.0f}",
        sent=clock.now().isoformat(),
        windows=[{name: at.isoformat() for name, at in window.items()}],
    )


def say(*notices: dict[str, Any]) -> Any:  # noqa: ANN401  (a change of a document)
    """Return the change that makes a pack say these notices and no other."""
    return lambda content: content.update(notices=list(notices))


def leased(home: Home) -> set[str]:
    """Return the packs that must not be pruned."""
    return set(json.loads(home.lease.read_bytes())["packs"])


@pytest.fixture(scope="module")
def beaten(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Beaten:
    """Let a storm rage while a banner comes and goes."""
    del qapp
    folder = tmp_path_factory.mktemp("hands")
    home = own_home(folder)
    bring_altered(home, folder / "built", say(*(urgent(each, 4) for each in (8, 16, 24))))
    with visiting(kiosk_screen(home), folder / "log") as visit:
        visit.until(lambda seen: "begin:vi" in seen.controls)
        return beat(visit, STORM_S, seed=7)


def test_player_stays_the_only_window_and_shows_no_cursor(beaten: Beaten) -> None:
    assert beaten.gestures > 40
    assert beaten.lost == ()


def test_nothing_of_a_storm_is_worth_a_warning(beaten: Beaten) -> None:
    assert beaten.complaints == []


def test_touch_is_answered_in_a_storm(beaten: Beaten) -> None:
    assert len(beaten.answers_s) > 20
    assert beaten.answer_p99_s < SOON_S


def test_storm_leaves_nothing_in_memory(beaten: Beaten) -> None:
    assert beaten.growth.rise < ROOM_BYTES
    assert beaten.growth.descriptors <= 2


@pytest.fixture
def visited(qapp: QGuiApplication, tmp_path: Path) -> Iterator[tuple[Visit, Home]]:
    """Yield a player whose pack says no notice, before a session."""
    del qapp
    home = own_home(tmp_path)
    bring_altered(home, tmp_path / "quiet", say())
    with visiting(kiosk_screen(home), tmp_path / "log") as visit:
        visit.until(lambda seen: "begin:vi" in seen.controls)
        yield visit, home


def packs_taken(visit: Visit) -> list[int]:
    """Return the sequences of the packs the player has opened, in order."""
    return [line["sequence"] for line in visit.lines() if line["message"] == "pack"]


def test_session_ends_on_the_pack_it_began_with(
    visited: tuple[Visit, Home], tmp_path: Path
) -> None:
    visit, home = visited
    old = linked_pack(home.current)
    visit.touch("begin:vi")
    visit.touch("tile:goods")
    new = bring_altered(home, tmp_path / "news", say(urgent(-1, 3600)))
    visit.until(lambda _: leased(home) == {old, new})
    assert visit.touch("topic:duty-free").page == "Topic"
    assert leased(home) == {old, new}
    visit.touch("home")
    assert visit.touch("back").page == ""
    visit.until(lambda _: leased(home) == {new})
    assert visit.touch("begin:vi").page == "Home"
    assert visit.complaints() == []


def test_pack_deleted_under_a_session_still_answers(visited: tuple[Visit, Home]) -> None:
    visit, home = visited
    visit.touch("begin:vi")
    visit.touch("search")
    shutil.rmtree(home.packs)
    visit.write("visa")
    visit.until(lambda seen: any(each.startswith("topic:") for each in seen.buttons))
    visit.touch("home")
    visit.touch("tile:goods")
    assert visit.touch("topic:duty-free").page == "Topic"
    assert visit.process.poll() is None


def test_stop_ends_a_session_for_the_built_in_page(visited: tuple[Visit, Home]) -> None:
    visit, home = visited
    visit.touch("begin:vi")
    home.orders.mkdir(exist_ok=True)
    fresh = home.orders / "fresh"
    order = {"gate": "lang-son/huu-nghi", "issued": clock.now().isoformat(), "reason": "test"}
    fresh.write_text(json.dumps({"format": "1.0", "stop": True, **order}))
    fresh.replace(home.orders / "stop.json")
    stopped = visit.until(lambda seen: not seen.page and not seen.controls)
    assert (stopped.windows, stopped.is_whole) == (1, True)
    (complaint,) = visit.complaints()
    assert "the built-in page is ordered" in complaint
    (home.orders / "stop.json").unlink()
    visit.until(lambda seen: "begin:vi" in seen.controls)
