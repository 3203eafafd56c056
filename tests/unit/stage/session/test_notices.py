"""The notices of a gate in a session: the card on the home page, and the page it opens."""

from dataclasses import replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.notices.board import Posted, board_of
from player.pack.notice import Notice
from player.stage.session.page import NoticeCard, Page
from player.stage.session.views import HomeView, NoticesView
from tests.fakes.desk_pages import Desk, desk, named, topic
from tests.fakes.notices import EVENING as EVENING_WINDOW
from tests.fakes.notices import make_notice
from tests.fakes.programme import local

ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")
EVENING: Final = local("2026-11-23T18:30")
"""Within the window of ``make_notice``."""


def told(*notices: Notice, audience: frozenset[str] = frozenset()) -> Desk:
    """Return a desk at whose gate these stand."""
    board = board_of((Posted(each) for each in notices), ZONE)
    writer = desk({"tiles": [named("papers")], "topics": [topic("visa")]}).writer
    return Desk(replace(writer, notices=board, audience=audience))


def card(desk_: Desk, language: str = "en", now: datetime = EVENING) -> NoticeCard | None:
    return desk_.page(HomeView(), language, now=now).notice


def paragraphs(page: Page) -> list[str]:
    return [line.text for line in page.lines if line.kind == "paragraph"]


def test_gravest_stands_on_the_card_and_the_others_are_counted() -> None:
    shown = card(told(make_notice("a", level="important"), make_notice("b"), make_notice("c")))
    assert shown is not None
    assert (shown.headline, shown.others, shown.mark.tone) == ("b en", 2, "prepare")


def test_filler_has_no_card() -> None:
    desk_ = told(make_notice("a", level="filler"))
    assert card(desk_) is None
    assert desk_.page(NoticesView(), now=EVENING).template == "Home"


def test_drill_says_so_and_looks_otherwise() -> None:
    shown = card(told(make_notice("a", status="exercise")))
    assert shown is not None
    assert shown.mark.tone == "drill"
    assert shown.label.startswith("en-alarm_exercise")


def test_card_goes_at_the_end_without_a_touch() -> None:
    desk_ = told(make_notice("a"))
    assert desk_.page(HomeView(), now=EVENING).fresh_until == local("2026-11-23T20:00")
    assert card(desk_, now=local("2026-11-23T20:00")) is None


def test_what_holds_next_is_told_calmly_and_when() -> None:
    before = local("2026-11-23T12:00")
    morning = {"from": "2026-11-23T10:00", "until": "2026-11-23T11:00"}
    desk_ = told(make_notice("a", sent="2026-11-23T09:00", windows=[morning, EVENING_WINDOW]))
    shown = card(desk_, now=before)
    assert shown is not None
    assert shown.mark.tone == "calm"
    page = desk_.page(NoticesView(), now=before)
    assert "18:00–20:00" in paragraphs(page)[0]
    assert page.fresh_until == local("2026-11-23T18:00")


def test_notice_for_other_people_is_not_told() -> None:
    desk_ = told(make_notice("a", audiences=["drivers"]), audience=frozenset({"walkers"}))
    assert card(desk_) is None


def test_clock_nobody_believes_tells_nothing_that_is_dated() -> None:
    page = told(make_notice("a")).page(HomeView(), now=EVENING, trust=ClockTrust.UNTRUSTED)
    assert page.notice is None


def test_page_tells_each_with_what_it_is_what_to_do_and_who_says_so() -> None:
    text = {"vi": {"headline": "h", "description": "one\ntwo", "instruction": "do"}}
    page = told(make_notice("a", text=text), make_notice("b")).page(
        NoticesView(), "vi", now=EVENING
    )
    assert [(line.kind, line.text) for line in page.lines] == [
        ("heading", "h"),
        ("paragraph", "one"),
        ("paragraph", "two"),
        ("paragraph", "do"),
        ("origin", "vi-notice_by Ban quản lý cửa khẩu"),
        ("heading", "b vi"),
        ("origin", "vi-notice_by Ban quản lý cửa khẩu"),
    ]
    assert page.lines[0].note == "vi-notice_urgent"


def test_reader_is_told_why_another_language_is_shown() -> None:
    text = {"vi": {"headline": "h"}}
    page = told(make_notice("a", text=text)).page(NoticesView(), "lo", now=EVENING)
    assert [(line.text, line.language) for line in page.lines[:2]] == [
        ("h", "vi"),
        ("lo-fallback VI", "lo"),
    ]
