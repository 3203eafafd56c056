"""A corrected pack: what it says of a lane is what the banner says, and nothing else is touched."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.clock import ClockTrust
from player.notices.air import Sky, banners
from player.notices.board import Board
from player.pack.content import Content
from player.pack.notice import Notice
from player.publish.built_content import encode
from player.schedule.hours import OpeningHours, Status
from player.stage.corrections import Correction, Corrections, as_packed, board_at, corrections_of
from player.stage.scene import HoursScene
from player.store.gate_orders import GateDay, LocalFact
from tests.fakes.composing import composer
from tests.fakes.content import Document, content_document, item_document
from tests.fakes.notices import make_notice
from tests.fakes.opening_hours import make_hours
from tests.fakes.programme import local

ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")
TRUSTED: Final = ClockTrust.TRUSTED
TITLE: Final = {"vi": "Giờ hôm nay"}
PAUSES: Final = [
    {"from": "2026-11-23T09:00", "until": "2026-11-23T10:00"},
    {"from": "2026-11-23T15:30", "until": "2026-11-23T16:00"},
]
INSTANTS: Final = st.integers(0, 48 * 60).map(
    lambda minutes: local("2026-11-22T12:00") + timedelta(minutes=minutes)
)


def pack(**changes: object) -> Content:
    """Return a pack of a gate whose road is open from 7 to 17."""
    content = Content.model_validate({**content_document(), **changes})
    hours = make_hours([{"windows": ["07:00-17:00"]}])
    return content.model_copy(update={"gate": content.gate.model_copy(update={"hours": hours})})


def pause(id_: str = "pause", **fields: object) -> Notice:
    """Return what S4 posts: the road pauses twice."""
    closes = {"lanes": ["road"], "closes": True, "sent": "2026-11-23T06:00", "windows": PAUSES}
    return make_notice(id_, **{**closes, **fields})


def cancel(at: str) -> Notice:
    ends: Document = {"message": "cancel", "references": ["pause"], "text": {}, "closes": False}
    return pause("stop", **{**ends, "sent": at})


def is_open(found: Correction, now: datetime) -> bool:
    assert found.shown.gate.hours is not None
    rules = OpeningHours(found.shown.gate.hours, ZONE)
    return rules.standing("road", "passenger", now, TRUSTED).status is Status.OPEN


def has_banner(board: Board, now: datetime) -> bool:
    return bool(banners(board, Sky(ZONE, now, TRUSTED)).shown)


@given(now=INSTANTS)
def test_board_agrees_with_the_banner_at_every_minute(now: datetime) -> None:
    """S4: closed while the banner stands, and by its own hours else."""
    day = GateDay(notices=(pause(),))
    found = corrections_of((), day, ZONE).on(pack(), now, TRUSTED)
    board = board_at((), day, ZONE)
    assert is_open(found, now) is (is_open(as_packed(pack()), now) and not has_banner(board, now))


def test_cancelled_pause_is_gone_from_the_board() -> None:
    now = local("2026-11-23T09:20")
    day = GateDay(notices=(pause(), cancel("2026-11-23T09:10")))
    found = corrections_of((), day, ZONE).on(pack(), now, TRUSTED)
    assert is_open(found, now)
    assert found.shown.gate == pack().gate


@pytest.mark.parametrize("status", ["exercise", "test"])
def test_drill_closes_nothing(status: str) -> None:
    now = local("2026-11-23T09:20")
    content = pack()
    found = Corrections((pause(status=status),)).on(content, now, TRUSTED)
    assert found.shown is content


@given(now=INSTANTS, trust=st.sampled_from(ClockTrust))
def test_nothing_said_and_nothing_posted_leaves_every_byte(
    now: datetime, trust: ClockTrust
) -> None:
    content = pack()
    before = encode(content.model_dump(mode="json", by_alias=True))
    quiet = make_notice("queue", sent="2026-11-23T06:00", windows=PAUSES)
    for corrections in (Corrections(), Corrections((quiet,))):
        found = corrections.on(content, now, trust)
        assert found.shown is content
        assert (found.gate, found.stated, found.until) == (content.gate, {}, None)
    assert encode(content.model_dump(mode="json", by_alias=True)) == before


def test_clock_nobody_believes_closes_nothing() -> None:
    now = local("2026-11-23T09:20")
    content = pack()
    assert Corrections((pause(),)).on(content, now, ClockTrust.UNTRUSTED).shown is content


def test_closure_is_worked_out_anew_at_midnight_and_shows_the_same_until_then() -> None:
    morning, evening = (local(f"2026-11-23T{hour}:00") for hour in ("08", "20"))
    found = [Corrections((pause(),)).on(pack(), now, TRUSTED) for now in (morning, evening)]
    assert found[0].until == local("2026-11-24T00:00")
    assert found[0] == found[1]


OPENING: Final[Document] = {
    "openings": [{"id": "road", "title": TITLE, "lanes": ["road"], "within": "05:00-23:00"}]
}


def said(value: str) -> dict[str, LocalFact]:
    return {"road": LocalFact(value=value, at=local("2026-11-23T08:15"), by="Lan")}


def test_pause_holds_within_the_hours_that_staff_said() -> None:
    content = pack(local_facts=OPENING)
    closed = pause(windows=[{"from": "2026-11-23T18:00", "until": "2026-11-23T19:00"}])
    corrections = Corrections((closed,), said("07:00-20:00"))
    instants = [local(f"2026-11-23T{hour}:30") for hour in (17, 18, 19, 20)]
    found = [is_open(corrections.on(content, now, TRUSTED), now) for now in instants]
    assert found == [True, False, True, False]


def test_picture_goes_by_hours_that_staff_said_and_by_no_notice() -> None:
    content, now = pack(local_facts=OPENING), local("2026-11-23T09:20")
    assert Corrections((pause(),)).on(content, now, TRUSTED).gate == content.gate
    found = Corrections((pause(),), said("07:00-20:00")).on(content, now, TRUSTED)
    assert found.gate.hours is not None
    assert len(found.gate.hours.exceptions) == 1


@pytest.mark.parametrize(("clock", "status"), [("08:59", "open"), ("09:30", "closed")])
def test_page_of_hours_says_what_the_corrected_pack_says(clock: str, status: str) -> None:
    item = item_document("hours", kind="hours")
    del item["issued"]
    now = local(f"2026-11-23T{clock}")
    found = Corrections((pause(),)).on(pack(), now, TRUSTED)
    scene = composer(item, gate=found.shown.gate).scene("hours", "vi", now, TRUSTED)
    assert isinstance(scene, HoursScene)
    assert {row.status for row in scene.rows if row.status in {"open", "closed"}} == {status}
