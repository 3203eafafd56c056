"""The herald on a real stage: clocks, banner and ticker by a clock that a test moves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from player.clock import ClockTrust
from player.pack.content import Content
from player.shell.application import Application
from player.shell.herald import LONGEST_MS, Herald
from player.shell.stage_view import StageViewModel
from player.stage.announce import Announcer
from player.stage.notice_words import NoticeWords
from player.stage.phrases import Phrases
from player.stage.scene import PictureRef, Scene
from tests.fakes.content import Document
from tests.fakes.notices import content_with, line_document, notice_document
from tests.fakes.programme import local
from tests.fakes.scenes import bulletin, video

OPENS, CLOSES = local("2026-11-23T18:00"), local("2026-11-23T20:00")
A_MINUTE = timedelta(minutes=1)


@dataclass
class Gate:
    """An application with a herald whose clock stands until a test moves it."""

    application: Application
    now: datetime
    trust: ClockTrust = ClockTrust.TRUSTED
    herald: Herald | None = None

    def announce(self, content: Content, languages: tuple[str, ...] = ("vi", "en")) -> None:
        """Announce for a pack."""
        app = self.application
        self.herald = Herald(
            app.stage, app.overlay, app.typefaces, lambda: self.now, lambda _: self.trust
        )
        words = NoticeWords(content, Phrases({}), lambda _, day: f"{day}")
        self.herald.take(Announcer(words, languages))

    def at(self, now: datetime) -> str | None:
        """Move the clock and return the headline that is up; None: the banner is down."""
        assert self.herald is not None
        self.now = now
        self.herald.tick()
        banner = self.application.overlay.banner
        return banner._cards[banner._front].face.page.headline if banner.is_up else None

    def wakes_in_ms(self) -> int:
        """Return when the herald looks at the clock again."""
        assert self.herald is not None
        assert self.herald._timer is not None
        return self.herald._timer._timer.interval()

    def clocks(self) -> list[str]:
        """Return the clocks of both layers."""
        layers = self.application.stage.layers
        return [
            str(text) for layer in layers for text in (layer._clocks.own, layer._clocks.neighbour)
        ]


@pytest.fixture
def gate(open_application: Callable[..., Application]) -> Gate:
    return Gate(open_application(), OPENS - A_MINUTE)


def beijing(document: Document) -> Document:
    """Return the gate's facts with a neighbour an hour ahead."""
    neighbour = {**document["neighbour"], "time_zone": "Asia/Shanghai"}
    return {**document, "neighbour": neighbour}


def feet(stage: StageViewModel) -> set[int]:
    """Return what the page seen alone leaves free at its foot."""
    return {layer._foot for layer in stage.layers if layer._alone}


def test_banner_comes_up_in_its_window_and_goes_at_its_end(gate: Gate) -> None:
    gate.announce(content_with([notice_document("n")]))
    assert gate.at(OPENS - timedelta(milliseconds=1)) is None
    assert gate.wakes_in_ms() < 10
    assert gate.at(OPENS) == "n vi"
    assert gate.at(CLOSES - timedelta(seconds=1)) is not None
    assert gate.wakes_in_ms() <= 1010
    assert gate.at(CLOSES) is None


def test_languages_take_turns_vietnamese_first(gate: Gate) -> None:
    gate.announce(content_with([notice_document("n")]), ("en", "vi", "km"))
    seen = [gate.at(OPENS + timedelta(seconds=12 * turn)) for turn in range(4)]
    assert seen == ["n vi", "n en", "n km", "n vi"]
    assert gate.wakes_in_ms() <= 12_010


def test_screen_that_starts_late_shows_what_its_neighbour_shows(gate: Gate) -> None:
    gate.announce(content_with([notice_document("n")]))
    seen = gate.at(OPENS + timedelta(seconds=1000))
    gate.herald = None
    gate.announce(content_with([notice_document("n")]))
    assert gate.at(OPENS + timedelta(seconds=1000)) == seen


def test_notice_leaves_when_the_clock_is_not_believed_and_comes_back(gate: Gate) -> None:
    gate.announce(content_with([notice_document("n")], [line_document("l")]))
    assert gate.at(OPENS) == "n vi"
    gate.trust = ClockTrust.UNTRUSTED
    assert gate.at(OPENS) is None
    assert gate.clocks() == ["", "", "", ""]
    assert gate.application.overlay.ticker.running_height > 0
    gate.trust = ClockTrust.TRUSTED
    assert gate.at(OPENS) == "n vi"


def test_clocks_turn_on_the_minute_and_follow_a_step(gate: Gate) -> None:
    plain = content_with()
    facts = beijing(plain.gate.model_dump(mode="json"))
    gate.announce(content_with(gate=facts))
    assert gate.clocks() == ["17:59", "18:59"] * 2
    assert gate.wakes_in_ms() <= LONGEST_MS + 5
    gate.at(OPENS - timedelta(milliseconds=200))
    assert gate.wakes_in_ms() == 205
    gate.at(OPENS)
    assert gate.clocks() == ["18:00", "19:00"] * 2
    gate.at(OPENS - timedelta(hours=3))
    assert gate.clocks() == ["15:00", "16:00"] * 2


def test_without_a_pack_nothing_is_said(gate: Gate) -> None:
    gate.announce(content_with([notice_document("n")], [line_document("l")]))
    assert gate.at(OPENS) == "n vi"
    assert gate.herald is not None
    gate.herald.take(None)
    overlay = gate.application.overlay
    assert (overlay.banner.is_up, overlay.foot, gate.clocks()) == (False, 0, [""] * 4)


def test_page_seen_is_set_again_in_the_room_the_banner_leaves(gate: Gate, qtbot: QtBot) -> None:
    stage, painted = gate.application.stage, list[Scene]()
    stage.painted.connect(painted.append)
    gate.announce(content_with([notice_document("n")]))
    stage.show(bulletin("vi", None))
    qtbot.waitUntil(lambda: len(painted) == 1)
    gate.at(OPENS)
    foot = gate.application.overlay.foot
    assert foot > 0
    qtbot.waitUntil(lambda: foot in feet(stage))
    gate.at(CLOSES)
    qtbot.waitUntil(lambda: 0 in feet(stage))
    assert len(painted) == 1  # nobody asked for these


def test_clip_is_not_begun_anew_by_a_banner(gate: Gate, qtbot: QtBot, picture: PictureRef) -> None:
    stage, painted = gate.application.stage, list[Scene]()
    stage.painted.connect(painted.append)
    gate.announce(content_with([notice_document("n")]))
    stage.show(video("vi", picture))
    qtbot.waitUntil(lambda: len(painted) == 1)
    gate.at(OPENS)
    assert stage._coming is None
    stage.show(bulletin("vi", None))
    qtbot.waitUntil(lambda: len(painted) == 2)
    foot = gate.application.overlay.foot
    assert foot in feet(stage)


def test_resized_window_sets_the_notice_anew(gate: Gate) -> None:
    gate.announce(content_with([notice_document("n")]))
    gate.at(OPENS)
    before = gate.application.overlay.banner.room
    gate.application.metrics.resize(960, 540)
    after = gate.application.overlay.banner.room
    assert after.height > before.height
    assert gate.at(OPENS) == "n vi"


@pytest.mark.parametrize("year", [1, 1969, 1970, 2099, 2999, 9998])
def test_clock_of_any_year_is_borne(gate: Gate, year: int) -> None:
    gate.announce(content_with([notice_document("n")], [line_document("l")]))
    gate.trust = ClockTrust.UNTRUSTED
    assert gate.at(OPENS.replace(year=year)) is None
    assert 0 <= gate.wakes_in_ms() <= LONGEST_MS + 5
    gate.trust = ClockTrust.TRUSTED
    assert gate.at(OPENS) == "n vi"


def test_clock_is_looked_at_again_whatever_went_wrong(gate: Gate) -> None:
    gate.announce(content_with([notice_document("n")]))

    def fail(_: datetime) -> ClockTrust:
        raise LookupError

    assert gate.herald is not None
    gate.herald._trust = fail
    with pytest.raises(LookupError):
        gate.at(OPENS)
    assert gate.wakes_in_ms() == LONGEST_MS
