"""The gate's day on the real player, with a finger on its window: scenarios S3, S4, S5 and S9."""

import signal
import uuid
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from player import clock
from player.pack.notice import Notice
from player.stage.gate.cancels import cancel_of
from player.stage.interleave import NOTICE
from player.store import inbox
from player.store.gate_orders import AnyOrder, GateDay, HoldOrder, LanguageOrder, PostOrder
from player.store.layout import Home
from player.store.records import read_record
from player.store.shift_log import read
from tests.fakes.gate_orders import GRAVE, local_notice
from tests.fakes.kiosk_sight import Sight
from tests.fakes.kiosk_visit import Visit, own_home, visiting
from tests.fakes.officers_hand import NAME, Officer, staffed_screen

S3_S, S9_S = 3.0, 2.0
"""What the scenarios allow until it is on screen; asked of the player, not of a busy machine."""


@pytest.fixture(scope="module")
def home(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home with the pack of Hữu Nghị."""
    del qapp
    return own_home(tmp_path_factory.mktemp("gate"))


@pytest.fixture(scope="module")
def visit(home: Home) -> Iterator[Visit]:
    """Yield a kiosk that runs all day."""
    with visiting(staffed_screen(home), home.folder.parent / "log") as visit:
        visit.until(lambda seen: "begin:vi" in seen.controls)
        yield visit
        assert visit.complaints() == []


@pytest.fixture
def officer(visit: Visit, home: Home) -> Iterator[Officer]:
    """Yield an officer before the screen; nothing is in force when the next one comes."""
    officer = Officer(visit)
    yield officer
    if visit.look().panel:
        officer.leave()
    ordered(visit, home, LanguageOrder(**who(f"as-it-was-{uuid.uuid4().hex}")))
    for notice in standing(home):
        ordered(visit, home, PostOrder(**who(f"end-{notice.id}"), notice=end_of(notice)))


def end_of(notice: Notice) -> Notice:
    """Return what takes ``notice`` back."""
    return cancel_of(notice, f"end-{notice.id}", clock.now(), "Lan")


def day(home: Home) -> GateDay:
    """Return what is in force."""
    return read_record(home.gate_day, GateDay) or GateDay()


def standing(home: Home) -> list[Notice]:
    """Return the notices that staff posted and nothing ended."""
    notices = day(home).notices
    ended = {reference for each in notices for reference in each.references}
    return [each for each in notices if each.message != "cancel" and each.id not in ended]


def who(id_: str, ago: timedelta = timedelta()) -> dict[str, object]:
    """Return what an order says that was given so long ago."""
    return {"id": id_, "at": clock.now() - ago, "by": "Lan", "role": "staff"}


def ordered(visit: Visit, home: Home, order: AnyOrder) -> None:
    """Give an order as the command line does, and wait until it is taken."""
    path = inbox.give(home, order)
    visit.until(lambda _: not path.exists())


def test_tour_group_reads_its_language_first(officer: Officer, visit: Visit, home: Home) -> None:
    """S3: two touches after the PIN; in the language ordered as soon as the panel is left."""
    officer.enter()
    officer.touch("language", "language:zh")
    assert officer.touches == 2
    officer.leave()
    left_s = clock.monotonic()
    visit.until(lambda seen: seen.stage[1] == "zh")
    assert clock.monotonic() - left_s < S3_S
    said = next(deed for deed in reversed(read(home)) if deed.deed == "language")
    assert (said.by, said.what.split()[0]) == (NAME, "zh")


def _invited_first(seen: Sight) -> str:
    invited = [name for name in seen.controls if name.startswith("begin:")]
    return min(invited, key=lambda name: seen.controls[name][0], default="")


def test_session_keeps_its_language_and_the_order_ends_by_itself(visit: Visit, home: Home) -> None:
    """S3."""
    # The order that ended a moment ago has the languages set anew that invite to touch.
    visit.until(lambda seen: _invited_first(seen) == "begin:vi")
    visit.touch("begin:km")
    almost_over = timedelta(minutes=30) - timedelta(seconds=4)
    ordered(visit, home, LanguageOrder(**who("zh", almost_over), languages=("zh",), minutes=30))
    seen = visit.look()
    assert (seen.page, seen.language) == ("Home", "km")
    assert day(home).language is not None
    visit.until(lambda _: day(home).language is None)
    assert (visit.look().page, visit.look().language) == ("Home", "km")
    visit.ask("pass", seconds=10_000)


def test_lane_is_paused_in_five_languages_and_taken_back(
    officer: Officer, visit: Visit, home: Home
) -> None:
    """S4: within eight touches after the PIN; banner at once and a page of its own."""
    officer.enter()
    officer.touch("notice", "template:lane-paused", "edit:lane:~hall", "edit:windows:now60")
    officer.touch("pad:window/windows/1")
    officer.dial("23302350")
    officer.touch("preview", "post")
    assert officer.touches <= 8
    (notice,) = standing(home)
    assert set(notice.text) >= {"vi", "en", "zh", "lo", "km"}
    assert "giờ Bắc Kinh" in notice.text["vi"].description
    officer.leave()
    visit.until(lambda seen: seen.banner != "" and seen.stage[0] == f"{NOTICE}{notice.id}")
    officer.enter()
    officer.touch(f"cancel:{notice.id}")
    assert standing(home) == []
    officer.leave()
    visit.until(lambda seen: seen.banner == "")


def test_revision_takes_the_place_of_the_notice(officer: Officer, home: Home) -> None:
    """S5: never both; the log tells both."""
    officer.enter()
    officer.touch("notice", "template:long-queue", "preview", "post")
    (first,) = standing(home)
    officer.touch(f"revise:{first.id}", "edit:minutes:+5", "preview", "post")
    (second,) = standing(home)
    assert (second.message, second.references) == ("update", [first.id])
    assert second.values != first.values
    deeds = [deed.deed for deed in read(home)][-2:]
    assert deeds == ["post", "update"]


def test_evacuation_drill_then_in_earnest_then_all_clear(
    officer: Officer, visit: Visit, home: Home
) -> None:
    """S9: PIN and two touches; all languages; a session is over; cancelled likewise."""
    visit.touch("begin:lo")
    officer.enter()
    officer.touch("emergency", "drill:evacuate")
    assert officer.touches == 2
    seen = visit.until(lambda seen: seen.alarm != "", S9_S + 8)
    assert (seen.page, seen.panel) == ("", "")
    assert all(word in seen.alarm for word in ("DIỄN TẬP", "EXERCISE", "演习"))
    officer.enter()
    officer.touch("emergency", "alarm:evacuate")
    seen = visit.until(lambda seen: seen.alarm != "" and "DIỄN TẬP" not in seen.alarm)
    for notice in standing(home):
        if not visit.look().panel:
            officer.enter()
        officer.touch("emergency", f"cancel:{notice.id}")
    seen = visit.until(lambda seen: "Đã hết nguy hiểm" in seen.alarm)
    assert "All clear" in seen.alarm
    assert [deed.deed for deed in read(home) if deed.deed in {"post", "cancel"}][-4:] == [
        "post",
        "post",
        "cancel",
        "cancel",
    ]


def test_traveller_cannot_touch_through_an_emergency(visit: Visit, home: Home) -> None:
    fire = local_notice("fire", **GRAVE, sign="fire")
    ordered(visit, home, PostOrder(**who("fire"), notice=fire))
    visit.until(lambda seen: seen.alarm != "")
    seen = visit.ask("touch", x=600, y=500)
    assert (seen.page, seen.controls, seen.alarm != "") == ("", {}, True)
    ordered(visit, home, PostOrder(**who("end"), notice=end_of(fire)))
    visit.until(lambda seen: "Đã hết nguy hiểm" in seen.alarm)


def test_order_outlives_a_power_cut_at_any_moment(qapp: QGuiApplication, tmp_path: Path) -> None:
    """Killed before it is taken, and once it is written: in force, and shown, after the start."""
    del qapp
    home = own_home(tmp_path)
    screen = staffed_screen(home)
    with visiting(screen, tmp_path / "log") as visit:
        visit.until(lambda seen: seen.stage[0] != "")
        inbox.give(home, PostOrder(**who("one"), notice=local_notice("one")))
        visit.process.send_signal(signal.SIGKILL)
        visit.process.wait()
    with visiting(screen, tmp_path / "log") as visit:
        visit.until(lambda seen: seen.banner == "one vi")
        two = local_notice("two", message="update", references=["one"])
        inbox.give(home, PostOrder(**who("two"), notice=two))
        while not any(each.id == "two" for each in day(home).notices):
            assert visit.process.poll() is None
        visit.process.send_signal(signal.SIGKILL)
        visit.process.wait()
    held = HoldOrder(**who("held"), item="emergency", language="en", minutes=10)
    long_ago = HoldOrder(**who("old", timedelta(hours=1)), item="welcome", minutes=10)
    for order in (held, long_ago):
        inbox.give(home, order)
    with visiting(screen, tmp_path / "log") as visit:
        visit.until(lambda seen: seen.banner == "two vi")
        visit.until(lambda seen: list(seen.stage) == ["emergency", "en"])
        assert [deed.why for deed in read(home) if deed.deed == "refused"] == ["over"]
