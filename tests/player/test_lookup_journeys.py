"""The journeys of travellers on the real kiosk: scenarios S1, S2, S10, S11 and S12."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QGuiApplication
from torture.clockwork import Clockwork

from player import clock
from player.config.geometry import measure
from player.config.screen import Display, PixelSize, Screen
from player.shell.lookup.spatial import Box, Direction, next_control
from player.store.layout import Home
from tests.fakes.kiosk import pixels
from tests.fakes.kiosk_sight import Place, Sight
from tests.fakes.kiosk_visit import Visit, kiosk_screen, own_home, visiting, wait_for

ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING: Final = datetime(2026, 11, 27, 6, 50, tzinfo=ZONE)
"""A Friday, ten minutes before the gates open."""

UPRIGHT: Final = Display(
    size=PixelSize(width=1080, height=1920),
    orientation="portrait",
    width_mm=680,
    viewing_distance_mm=600,
    mounting_height_mm=600,
)
"""55 inches."""

FREIGHT: Final = 2
"""The lane of Lào Bảo that opens at 07:00, of three."""

HOME_S: Final = 1.0
OPEN_S: Final = 1.5
"""A faked clock is read once a second."""

ARROWS: Final[Mapping[Direction, str]] = {
    Direction.LEFT: "Left",
    Direction.RIGHT: "Right",
    Direction.UP: "Up",
    Direction.DOWN: "Down",
}
KEY_S: Final = 0.02


@pytest.fixture(scope="module")
def home(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home with the pack of Hữu Nghị."""
    del qapp
    return own_home(tmp_path_factory.mktemp("journeys"))


@pytest.fixture(scope="module")
def kiosk(home: Home) -> Iterator[Visit]:
    """Yield a kiosk that runs all day."""
    with visiting(kiosk_screen(home), home.folder.parent / "log") as visit:
        yield visit
        assert visit.complaints() == []


@pytest.fixture
def visit(kiosk: Visit) -> Visit:
    """Return the kiosk with nobody before it."""
    kiosk.ask("pass", seconds=10_000)
    kiosk.until(lambda seen: not seen.page and "begin:vi" in seen.controls)
    return kiosk


def top(visit: Visit, hit: str) -> Sight:
    """Return the page once ``hit`` is the first thing found.

    Raises:
        AssertionError: it never was.
    """
    return visit.until(lambda seen: seen.buttons[:1] == [f"topic:{hit}"])


def test_lao_trader_before_the_gate_opens(qapp: QGuiApplication, tmp_path: Path) -> None:
    """S1, at Lao Bảo: home in Lao at once, "closed, opens in 10 minutes", and then open."""
    del qapp
    screen = kiosk_screen(own_home(tmp_path, "lao-bao"), "lao-bao")
    clockwork = Clockwork(tmp_path / "time")
    # Not before the pack is there: on a busy machine it takes a minute of the ten.
    clockwork.show(MORNING)
    with visiting(screen, tmp_path / "log", clockwork.environment) as visit:
        visit.until(lambda seen: "begin:lo" in seen.controls)
        at_home = visit.touch("begin:lo")
        assert visit.told["painted_s"] < HOME_S
        assert (at_home.page, at_home.language) == ("Home", "lo")
        status, opens, left = at_home.today[FREIGHT]
        assert (status, "07:00" in opens, "10" in left) == ("closed", True, True)
        clockwork.show(MORNING.replace(minute=59, second=50))
        opens_s = clock.monotonic() + 10
        # Touched again and again until the new time is known; then left alone.
        while left == at_home.today[FREIGHT][2]:
            assert clock.monotonic() < opens_s
            _, _, left = visit.touch("home").today[FREIGHT]
        assert "1" in left
        seen = visit.until(lambda seen: seen.today[FREIGHT][0] == "open")
        assert abs(clock.monotonic() - opens_s) < OPEN_S
        assert (seen.page, seen.language) == ("Home", "lo")
        visit.touch("tile:crossing")
        assert visit.touch("topic:exit-steps").page == "Topic"
        assert visit.complaints() == []


@pytest.mark.parametrize(
    ("typed", "written", "hit"),
    [
        ("doi tien", "doi tien", "money-exchange"),
        ("ddooir tieenf", "đổi tiền", "money-exchange"),
        ("cua khau mo may gio", "cua khau mo may gio", "today"),
    ],
)
def test_vietnamese_is_found_with_and_without_its_marks(
    typed: str, written: str, hit: str, visit: Visit
) -> None:
    """S2."""
    visit.touch("begin:vi")
    visit.touch("search")
    assert visit.write(typed).typed == written
    top(visit, hit)
    assert visit.touch(f"topic:{hit}").page == "Topic"
    assert visit.touch("back").typed == written


def test_nothing_found_leads_on_and_is_a_count(visit: Visit, home: Home) -> None:
    """S2."""
    before = home.misses.read_bytes() if home.misses.exists() else b""
    visit.touch("begin:vi")
    visit.touch("search")
    visit.write("xyzq")
    visit.until(lambda seen: seen.buttons[:1] == ["tile:crossing"])
    assert visit.touch("tile:crossing").page == "Tile"
    after = home.misses.read_bytes()
    assert after != before
    assert b"xyz" not in after


def test_abandoned_session_is_asked_extended_and_forgotten(visit: Visit) -> None:
    """S10."""
    visit.touch("begin:en")
    visit.touch("search")
    visit.write("passport zz")
    for _ in range(10):
        asked = visit.ask("pass", seconds=61)
        assert asked.asked == "Are you still there?"
        assert list(asked.controls) == ["stay"]
        left, upper, width, height = asked.controls["stay"]
        assert min(width, height) >= 81  # 20 mm
        assert (left >= 0, upper >= 0) == (True, True)
        assert visit.touch("stay").asked == ""
    assert visit.look().typed == "passport zz"
    visit.ask("pass", seconds=61)
    assert visit.ask("pass", seconds=20).page == "Search"
    over = visit.ask("pass", seconds=9.5)
    assert (over.page, over.typed, over.title, over.buttons, over.asked) == ("", "", "", [], "")
    assert "begin:vi" in over.controls
    fresh = visit.touch("begin:vi")
    assert (fresh.page, fresh.language) == ("Home", "vi")
    assert visit.touch("search").typed == ""
    visit.touch("back")
    assert visit.touch("back").page == ""  # nothing of the trail before


def test_language_is_changed_in_the_middle_of_a_page(visit: Visit) -> None:
    """S11."""
    visit.touch("begin:vi")
    visit.touch("tile:goods")
    first = visit.touch("topic:duty-free")
    if first.sheets > 1:
        visit.touch("next")
    titles = {first.title}
    for tag in ("km", "en", "zh"):
        visit.touch("languages")
        seen = visit.touch(f"language:{tag}")
        assert (seen.page, seen.language) == ("Topic", tag)
        assert [kind for kind in seen.lines if kind not in {"mark", "note"}] != []
        titles.add(seen.title)
    assert len(titles) == 4
    back = visit.touch("back")
    assert (back.page, back.language) == ("Tile", "zh")


def above_floor(place: Place, screen: Screen) -> tuple[float, float]:
    """Return how high above the floor a control begins and ends, mm."""
    width, height = pixels(screen)
    mm_per_px = measure(screen.display, screen.role, width, height).mm_per_px
    _, upper, _, tall = place
    lower_mm = (height - upper - tall) * mm_per_px + screen.display.mounting_height_mm
    return lower_mm, lower_mm + tall * mm_per_px


def way(seen: Sight, goal: str) -> list[Direction]:
    """Return the arrows that lead from the control in focus to ``goal``."""
    names = list(seen.controls)
    boxes = [Box(*place) for place in seen.controls.values()]
    begin = names.index(seen.focus) if seen.focus in names else None
    ways: dict[int | None, list[Direction]] = {begin: []}
    waiting = [begin]
    while waiting:
        at = waiting.pop(0)
        for direction in Direction:
            led = next_control(boxes, at, direction)
            if led is not None and led not in ways:
                ways[led] = [*ways[at], direction]
                waiting.append(led)
    return ways[names.index(goal)]


def press(visit: Visit, goal: str) -> None:
    """Go to a control by arrows and press it, with nothing but the keypad."""
    seen = visit.until(lambda seen: goal in seen.controls)
    for direction in way(seen, goal):
        before = visit.look().focus
        visit.keypad.key(ARROWS[direction])
        visit.until(lambda seen, before=before: seen.focus != before)  # type: ignore[misc]
    assert visit.look().focus == goal
    visit.keypad.key("Return")
    wait_for(visit.process, KEY_S)


def test_keypad_alone_leads_from_attract_to_an_answer_and_back(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    """S12, on an upright 55-inch screen: nobody touches it."""
    del qapp
    screen = kiosk_screen(own_home(tmp_path)).model_copy(update={"display": UPRIGHT})
    with visiting(screen, tmp_path / "log") as visit:
        visit.until(lambda seen: "begin:vi" in seen.controls)
        visit.keypad.key("Return")
        visit.until(lambda seen: seen.page == "Language")
        press(visit, "language:vi")
        visit.until(lambda seen: seen.page == "Home")
        press(visit, "mode:low-reach")
        press(visit, "search")
        visit.until(lambda seen: seen.page == "Search")
        for letter in "visa":
            press(visit, f"key:{letter}")
        found = visit.until(
            lambda seen: seen.typed == "visa" and "topic:passport-visa" in seen.controls
        )
        for action, place in found.controls.items():
            lower_mm, upper_mm = above_floor(place, screen)
            assert lower_mm >= 799, action
            assert upper_mm <= 1101, action
        press(visit, "topic:passport-visa")
        visit.until(lambda seen: seen.page == "Topic")
        visit.keypad.key("Escape")
        visit.until(lambda seen: seen.page == "Search")
        press(visit, "home")
        visit.until(lambda seen: seen.page == "Home")
        visit.keypad.key("BackSpace")
        visit.until(lambda seen: not seen.page)
        assert visit.complaints() == []
