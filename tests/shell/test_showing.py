"""A topic that staff order, on a real window: touched and untouched, what it gives way to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from player.clock import ClockTrust
from player.config.screen import Display, PixelSize, Screen
from player.shell.clockwork import Clockwork
from player.shell.gate_keeper import GateKeeper
from player.shell.lookup.showing import Showing, ShowingMeans
from player.stage.session.untouched import LEAST_SHEET_S
from player.stage.session.views import TopicView
from player.store.gate_orders import ShowOrder
from player.store.layout import Home
from player.store.shift_log import read
from tests.fakes.kiosk import GATE, LANDSCAPE, MORNING, ZONE, Kiosk, demo_content, demo_repertoire
from tests.fakes.page_audit import visible_texts
from tests.shell.conftest import OpenApplication

HALL = Screen(
    id="hall",
    gate=GATE,
    role="hall-tv",
    display=Display(
        size=PixelSize(width=1920, height=1080), width_mm=1210, viewing_distance_mm=4000
    ),
)


@dataclass
class Shown:
    """A screen with a keeper, whose clocks stand until a test moves them."""

    kiosk: Kiosk
    home: Home
    keeper: GateKeeper = field(init=False)
    showing: Showing = field(init=False)
    claims: list[bool] = field(default_factory=list)
    orders: int = 0

    def __post_init__(self) -> None:
        kiosk = self.kiosk
        time = Clockwork(lambda: kiosk.now, lambda _: kiosk.trust, lambda: kiosk.seconds)
        self.keeper = GateKeeper(self.home, ZONE, time, dict)
        self.keeper.take(demo_content(GATE))
        view = kiosk.application.desk
        self.showing = Showing(ShowingMeans(self.keeper, kiosk.desk, view, time))
        self.showing.claimed.connect(self.claims.append)
        kiosk.counter.librarian.opened.connect(self.showing.renew)
        topics = frozenset(demo_repertoire().read_lookup().topic_by_id)  # type: ignore[union-attr]
        self.keeper.know_topics(topics)

    def order(self, topic: str, language: str = "vi", minutes: int = 10) -> None:
        """Have the officer order a topic; "": its end."""
        self.orders += 1
        order = ShowOrder(
            id=f"order-{self.orders}",
            at=self.kiosk.now,
            by="Nguyễn Văn An",
            role="duty-officer",
            topic=topic,
            language=language,
            minutes=minutes,
        )
        assert self.keeper.give(order) is None

    def wait(self, minutes: float) -> None:
        """Let time pass."""
        self.kiosk.now += timedelta(minutes=minutes)
        self.kiosk.wait(minutes * 60)
        self.keeper.look()
        QCoreApplication.processEvents()

    @property
    def seen(self) -> tuple[str, str]:
        """The topic that is seen and its language; empty: none is."""
        session = self.kiosk.desk.session
        if session is None or not isinstance(session.view, TopicView):
            return "", ""
        return session.view.topic, session.language


def home_in(folder: Path) -> Home:
    """Return the home of a screen that has played before."""
    home = Home(folder / "home")
    home.state.mkdir(parents=True, exist_ok=True)
    return home


def order_before_a_power_cut(folder: Path, minutes: int) -> None:
    """Have a player that is gone by now order a topic, in the morning."""
    time = Clockwork(lambda: MORNING, lambda _: ClockTrust.TRUSTED, lambda: 0.0)
    keeper = GateKeeper(home_in(folder), ZONE, time, dict)
    keeper.take(demo_content(GATE))
    keeper.know_topics(frozenset({"fees"}))
    who = {"id": "before", "at": MORNING, "by": "Nguyễn Văn An", "role": "staff"}
    order = {**who, "topic": "fees", "language": "zh", "minutes": minutes}
    assert keeper.give(ShowOrder.model_validate(order)) is None


OpenShown = Callable[..., Shown]


@pytest.fixture
def open_shown(open_application: OpenApplication, tmp_path: Path) -> OpenShown:
    """Return a function that opens a screen of the demo gate, on one home."""

    def start(screen: Screen = LANDSCAPE, now: datetime = MORNING) -> Shown:
        size = screen.display.size
        assert not isinstance(size, str)
        kiosk = Kiosk(open_application(screen, (size.width, size.height)), screen, now)
        shown = Shown(kiosk, home_in(tmp_path))
        shown.kiosk.desk.take(demo_repertoire())
        QCoreApplication.processEvents()
        return shown

    return start


both = pytest.mark.parametrize("screen", [LANDSCAPE, HALL], ids=["touched", "untouched"])


@both
def test_ordered_topic_stands_until_its_time_is_over(open_shown: OpenShown, screen: Screen) -> None:
    shown = open_shown(screen)
    shown.order("fees", "zh", minutes=30)
    assert shown.seen == ("fees", "zh")
    shown.wait(29.9)
    assert (shown.seen, shown.kiosk.asked) == (("fees", "zh"), "")
    shown.wait(0.2)
    assert (shown.kiosk.desk.session, shown.claims) == (None, [True, False])


@both
def test_another_order_takes_its_place_and_undo_ends_it(
    open_shown: OpenShown, screen: Screen
) -> None:
    shown = open_shown(screen)
    shown.order("fees", "zh")
    shown.order("entry-steps", "lo")
    assert shown.seen == ("entry-steps", "lo")
    shown.order("")
    assert (shown.kiosk.desk.session, shown.claims) == (None, [True, False])


def test_travellers_session_ends_for_it(open_shown: OpenShown) -> None:
    shown = open_shown()
    shown.kiosk.touch("begin:en")
    shown.order("fees", "zh")
    assert shown.seen == ("fees", "zh")


def test_whoever_stands_there_goes_on_touching(open_shown: OpenShown) -> None:
    shown = open_shown()
    shown.order("fees", "zh")
    shown.kiosk.touch("help")
    assert shown.kiosk.page == "Help"
    shown.wait(5)
    assert (shown.kiosk.page, shown.kiosk.asked) == ("Help", "")


def test_leaving_ends_the_order_in_the_officers_name(open_shown: OpenShown) -> None:
    shown = open_shown()
    shown.order("fees", "zh")
    shown.kiosk.touch("home")
    shown.kiosk.touch("back")
    QCoreApplication.processEvents()
    assert (shown.kiosk.desk.session, shown.keeper.day.show) == (None, None)
    last = [*read(shown.home)][-1]
    assert (last.deed, last.by, last.role) == ("show-end", "Nguyễn Văn An", "duty-officer")


@both
def test_what_is_above_it_has_the_screen_and_it_comes_back(
    open_shown: OpenShown, screen: Screen
) -> None:
    shown = open_shown(screen)
    shown.order("fees", "zh", minutes=10)
    shown.kiosk.desk.bar(is_barred=True)
    QCoreApplication.processEvents()
    assert (shown.kiosk.desk.session, shown.claims) == (None, [True])
    shown.wait(6)
    shown.kiosk.desk.bar(is_barred=False)
    shown.showing.look()
    assert shown.seen == ("fees", "zh")
    shown.wait(4.1)
    assert shown.kiosk.desk.session is None


def test_whoever_touches_the_dark_is_not_sent_away_by_it(open_shown: OpenShown) -> None:
    shown = open_shown()
    shown.order("fees", "zh")
    shown.showing.darken(is_dark=True)
    shown.kiosk.touch("begin:en")
    shown.showing.darken(is_dark=False)
    assert shown.kiosk.page == "Home"
    shown.kiosk.touch("back")
    QCoreApplication.processEvents()
    assert shown.seen == ("fees", "zh")


@both
def test_restarted_player_shows_it_again_for_what_is_left(
    open_shown: OpenShown, tmp_path: Path, screen: Screen
) -> None:
    order_before_a_power_cut(tmp_path, minutes=10)
    shown = open_shown(screen, MORNING + timedelta(minutes=4))
    assert shown.seen == ("fees", "zh")
    shown.wait(5.9)
    assert shown.seen == ("fees", "zh")
    shown.wait(0.2)
    assert shown.kiosk.desk.session is None


def test_restarted_player_shows_nothing_that_is_over(open_shown: OpenShown, tmp_path: Path) -> None:
    order_before_a_power_cut(tmp_path, minutes=10)
    shown = open_shown(HALL, MORNING + timedelta(minutes=10))
    assert (shown.kiosk.desk.session, shown.claims) == (None, [])


def test_topic_that_a_new_pack_has_not_is_not_shown(open_shown: OpenShown) -> None:
    shown = open_shown(HALL)
    shown.order("fees", "zh")
    shown.kiosk.desk.withdraw(frozenset({"fees"}))
    shown.showing.look()
    assert (shown.kiosk.desk.session, shown.claims) == (None, [True, False])


def test_stopped_screen_shows_no_topic(open_shown: OpenShown) -> None:
    shown = open_shown(HALL)
    shown.order("fees", "zh")
    shown.kiosk.desk.take(None)
    shown.showing.look()
    assert (shown.kiosk.desk.session, shown.claims) == (None, [True, False])


def test_nothing_on_an_untouched_screen_asks_to_be_touched(open_shown: OpenShown) -> None:
    shown = open_shown(HALL)
    assert shown.kiosk.application.desk.invitation_px == 0
    for topic in sorted(demo_repertoire().read_lookup().topic_by_id):  # type: ignore[union-attr]
        shown.order(topic, "en")
        assert shown.kiosk.controls() == {}


def test_sheets_of_an_untouched_screen_turn_by_themselves(
    open_shown: OpenShown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("player.shell.lookup.showing.SECOND_MS", 1)
    shown = open_shown(HALL)
    shown.order("entry-steps", "vi")
    seen: list[int] = []

    def note() -> None:
        session = shown.kiosk.desk.session
        if session is not None and (not seen or seen[-1] != session.stop.sheet):
            seen.append(session.stop.sheet)

    shown.kiosk.application.desk.turned.connect(note)
    qtbot.waitUntil(lambda: seen[:4] == [1, 2, 0, 1] or seen[:4] == [0, 1, 2, 0], timeout=3000)
    texts = [text.property("text") for text in visible_texts(shown.kiosk.window.contentItem())]
    assert any("/3" in text for text in texts)
    assert LEAST_SHEET_S == 8
