"""What a gate says otherwise is read at once by whoever reads, without losing the place."""

from dataclasses import replace
from datetime import datetime
from typing import Final

import pytest

from player.clock import ClockTrust
from player.stage.corrections import Corrections
from player.stage.repertoire import Repertoire, Reworded
from player.stage.session.rules import Session
from player.store.gate_orders import LocalFact
from tests.fakes.kiosk import LANDSCAPE, MORNING, Kiosk, demo_content, demo_repertoire
from tests.fakes.notices import make_notice
from tests.shell.conftest import OpenApplication

NUMBER: Final = "0205 386 1234"


@pytest.fixture
def kiosk(open_application: OpenApplication) -> Kiosk:
    kiosk = Kiosk(open_application(LANDSCAPE, (1920, 1080)), LANDSCAPE)
    kiosk.desk.take(demo_repertoire())
    kiosk.touch("begin:en")
    return kiosk


def corrected(corrections: Corrections, at: datetime = MORNING, *languages: str) -> Repertoire:
    """Return the demo gate as it is corrected."""
    whole = demo_repertoire(languages=languages) if languages else demo_repertoire()
    correction = corrections.on(demo_content("huu-nghi"), at, ClockTrust.TRUSTED)
    pack = Reworded(whole.composer.pack, correction.shown)
    composer = replace(whole.composer, pack=pack, stated=correction.stated)
    return replace(whole, composer=composer, corrected=correction)


def saying() -> Corrections:
    return Corrections(said={"duty-phone": LocalFact(value=NUMBER, at=MORNING, by="Lan")})


def place(kiosk: Kiosk) -> Session:
    """Return the session but for how long its page takes to read."""
    session = kiosk.desk.session
    assert session is not None
    return replace(session, patience_s=0)


def words(kiosk: Kiosk) -> str:
    """Return everything the page says."""
    page = kiosk.application.desk.page
    lines = (*page.lines, *page.today)
    cells = (cell for line in lines for cell in (line.text, line.note, *line.cells))
    return " ".join((page.title, *cells, *(button.text for button in page.buttons)))


def test_number_is_another_before_the_eyes_of_whoever_reads_it(kiosk: Kiosk) -> None:
    kiosk.desk.act("emergency")
    assert NUMBER not in words(kiosk)
    before = place(kiosk)
    kiosk.desk.take(corrected(saying()))
    assert NUMBER in words(kiosk)
    assert place(kiosk) == before
    kiosk.desk.take(demo_repertoire())
    assert NUMBER not in words(kiosk)


def test_reader_keeps_the_language_when_staff_order_another(kiosk: Kiosk) -> None:
    """S3: what is corrected meanwhile is read, in the language of the reader."""
    kiosk.desk.act("emergency")
    kiosk.desk.take(corrected(saying(), MORNING, "zh"))
    assert NUMBER in words(kiosk)
    assert kiosk.desk.session is not None
    assert kiosk.desk.session.language == "en"
    kiosk.desk.act("languages")
    assert "language:km" in kiosk.controls()


def test_next_session_reads_it_too(kiosk: Kiosk) -> None:
    kiosk.desk.take(corrected(saying()))
    kiosk.desk.act("leave")
    kiosk.touch("begin:en")
    kiosk.desk.act("emergency")
    assert NUMBER in words(kiosk)


def test_lane_that_a_notice_closes_is_closed_on_the_page_that_is_read(kiosk: Kiosk) -> None:
    hours = demo_content("huu-nghi").gate.hours
    assert hours is not None
    lane = hours.lanes[0].id
    kiosk.now = MORNING.replace(hour=9)
    kiosk.desk.tick()
    before = words(kiosk)
    window = {"from": "2026-11-27T08:00", "until": "2026-11-27T10:00"}
    notice = make_notice(
        "pause", lanes=[lane], closes=True, sent="2026-11-27T08:00", windows=[window]
    )
    kiosk.desk.take(corrected(Corrections((notice,)), kiosk.now))
    assert words(kiosk) != before
    kiosk.desk.take(demo_repertoire())
    assert words(kiosk) == before
