"""The gate duty: emergencies, languages, holds and notices come on, and go, when they are to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from player.main.alarm import alarm_keeper
from player.shell.alarm_keeper import AlarmKeeper
from player.shell.application import Application
from player.shell.gate_duty import LONGEST_MS, DutyMeans, GateDuty
from player.shell.herald import Herald
from player.shell.performance import Performance
from player.stage.alarm.call import AlarmKind, AlarmStatus
from player.stage.gate.cancels import cancel_of
from player.stage.notice_pages import NoticePages
from player.stage.repertoire import Repertoire
from player.stage.rungs import Rung
from player.store.gate_orders import HoldOrder, LanguageOrder, PostOrder
from player.store.layout import Home
from player.store.reader import StoredPack
from tests.fakes.content import content_document, item_document
from tests.fakes.gate_orders import GRAVE, NOON, ZONE, after, post, who
from tests.fakes.gatehouse import Gatehouse
from tests.fakes.house import repertoire, stored
from tests.fakes.scenes import HALL

pytestmark = pytest.mark.allow_log(r"player\.shell\.alarm_keeper: emergency page")


@dataclass
class Watch:
    """A duty on a real stage, whose clocks stand until a test moves them."""

    house: Gatehouse
    duty: GateDuty
    alarm: AlarmKeeper
    performance: Performance
    herald: Herald
    told: list[str] = field(default_factory=list)
    spoken: list[tuple[str, ...]] = field(default_factory=list)

    def called(self) -> tuple[AlarmKind, AlarmStatus] | None:
        """What the emergency page calls out."""
        call = self.alarm.call
        return None if call is None else (call.kind, call.status)

    def take(self, taken: Repertoire | None) -> None:
        """Take a pack, as all of a player do."""
        self.performance.take(taken)
        self.house.keeper.take(taken.composer.pack.content if taken else None)
        self.duty.take(taken)

    def wait(self, **span: float) -> None:
        """Let time pass, and everybody look."""
        self.house.wait(**span)
        self.duty.tick()
        self.performance.tick()

    def wakes_in_ms(self) -> int:
        """Return when the duty looks at the clock again."""
        return self.duty._timer.interval()

    def on_stage(self) -> str | None:
        """Return what the programme has on."""
        return self.performance._state.showing


@pytest.fixture
def watch(open_application: Callable[..., Application], tmp_path: Path, qtbot: QtBot) -> Watch:
    del qtbot
    house = Gatehouse(Home(tmp_path / "home"))
    keeper = house.begin()
    application = open_application()
    alarm = alarm_keeper(application, HALL, house.time.now)
    performance = Performance(
        application.stage, application.clips, house.time.now, house.time.trust
    )
    herald = Herald(
        application.stage,
        application.overlay,
        application.typefaces,
        house.time.now,
        house.time.trust,
    )
    duty = GateDuty(DutyMeans(keeper, performance, herald, alarm, house.time), frozenset())
    found = Watch(house, duty, alarm, performance, herald)
    duty.claimed.connect(lambda rung: found.told.append(f"+{rung.name}"))
    duty.released.connect(lambda rung: found.told.append(f"-{rung.name}"))
    duty.spoke.connect(found.spoken.append)
    duty.tick()
    return found


@pytest.fixture
def pack(tmp_path: Path) -> StoredPack:
    items = [item_document(each, duration_s=20) for each in ("map", "welcome")]
    return stored(tmp_path / "pack", content_document(items))


def fire(id_: str = "fire", minutes: float = 0, **fields: object) -> PostOrder:
    """Return the order to evacuate."""
    return post(id_, minutes, **{**GRAVE, "sign": "evacuate", **fields})


def cancel(of: PostOrder, minutes: float) -> PostOrder:
    """Return the order that takes a notice back."""
    notice = cancel_of(of.notice, f"cancel-{of.notice.id}", after(minutes), "Lan")
    return PostOrder.model_validate({**who(f"c-{of.notice.id}", minutes), "notice": notice})


EVACUATE = (AlarmKind.EVACUATE, AlarmStatus.ACTUAL)
ALL_CLEAR = (AlarmKind.ALL_CLEAR, AlarmStatus.ACTUAL)


def test_emergency_stands_at_once_and_its_all_clear_for_a_minute(watch: Watch) -> None:
    order = fire()
    watch.house.keeper.give(order)
    assert (watch.called(), watch.told) == (EVACUATE, ["+EMERGENCY"])
    watch.wait(minutes=5)
    watch.house.keeper.give(cancel(order, 5))
    assert (watch.called(), watch.told) == (ALL_CLEAR, ["+EMERGENCY"])
    assert watch.wakes_in_ms() <= LONGEST_MS
    watch.wait(seconds=59)
    assert watch.called() == ALL_CLEAR
    assert watch.wakes_in_ms() <= 1005
    watch.wait(seconds=1)
    assert (watch.called(), watch.told) == (None, ["+EMERGENCY", "-EMERGENCY"])


def test_emergency_that_expires_goes_without_an_all_clear(watch: Watch) -> None:
    watch.house.keeper.give(fire())
    watch.wait(hours=3, minutes=59, seconds=59)
    assert watch.called() == EVACUATE
    assert watch.wakes_in_ms() <= 1005
    watch.wait(seconds=1)
    assert (watch.called(), watch.told) == (None, ["+EMERGENCY", "-EMERGENCY"])


def test_drill_gives_way_to_what_is_meant_and_comes_back_after_it(watch: Watch) -> None:
    watch.house.keeper.give(fire("drill", status="exercise"))
    drill = (AlarmKind.EVACUATE, AlarmStatus.EXERCISE)
    assert watch.called() == drill
    real = fire("real")
    watch.house.keeper.give(real)
    assert watch.called() == EVACUATE
    watch.house.keeper.give(cancel(real, 0))
    assert watch.called() == ALL_CLEAR
    watch.wait(minutes=1)
    assert watch.called() == drill
    assert watch.told == ["+EMERGENCY"]


def test_emergency_is_back_after_a_power_cut_with_the_time_it_began(watch: Watch) -> None:
    watch.house.keeper.give(fire())
    watch.house.end()
    watch.house.now = after(10)
    keeper = watch.house.begin()
    means = watch.duty._means
    again = GateDuty(
        DutyMeans(keeper, means.performance, means.herald, means.alarm, means.time), frozenset()
    )
    watch.alarm.clear()
    again.tick()
    call = watch.alarm.call
    assert call is not None
    assert call.since_ms == NOON.timestamp() * 1000


def test_languages_are_told_once_and_taken_back_once(watch: Watch, pack: StoredPack) -> None:
    watch.take(repertoire(pack))
    order = LanguageOrder(**who("s"), languages=("zh", "vi"), minutes=30)
    watch.house.keeper.give(order)
    watch.wait(minutes=29)
    assert watch.spoken == [("zh", "vi")]
    watch.wait(minutes=1)
    assert watch.spoken == [("zh", "vi"), ()]


def test_held_item_stands_for_its_minutes(watch: Watch, pack: StoredPack) -> None:
    watch.take(repertoire(pack))
    for item in ("map", "welcome"):
        watch.house.keeper.give(HoldOrder(**who(f"h-{item}"), item=item, language="vi", minutes=10))
        assert watch.on_stage() == item
    assert watch.told == ["+HOLD"]
    watch.wait(minutes=9, seconds=59)
    assert watch.on_stage() == "welcome"
    assert watch.wakes_in_ms() <= 1005
    watch.wait(seconds=1)
    assert watch.told == ["+HOLD", "-HOLD"]


def test_hold_ends_with_the_pack_that_had_its_item(
    watch: Watch, pack: StoredPack, tmp_path: Path
) -> None:
    watch.take(repertoire(pack))
    watch.house.keeper.give(HoldOrder(**who("h"), item="map", language="vi", minutes=10))
    other = stored(tmp_path / "other", content_document(["welcome"]))
    watch.take(repertoire(other))
    assert watch.told == ["+HOLD", "-HOLD"]
    watch.take(None)
    watch.take(repertoire(pack))
    assert watch.told == ["+HOLD", "-HOLD", "+HOLD"]


def test_hold_waits_below_an_emergency_and_goes_on_with_the_time_it_has_left(
    watch: Watch, pack: StoredPack
) -> None:
    watch.take(repertoire(pack))
    watch.house.keeper.give(HoldOrder(**who("h"), item="map", language="vi", minutes=10))
    order = fire()
    watch.house.keeper.give(order)
    assert watch.performance._state.rests
    watch.house.keeper.give(cancel(order, 0))
    watch.wait(minutes=2)
    assert (watch.called(), watch.on_stage()) == (None, "map")
    watch.wait(minutes=8)
    assert watch.told == ["+HOLD", "+EMERGENCY", "-EMERGENCY", "-HOLD"]


def test_urgent_notice_has_its_page_at_once_and_none_when_it_is_taken_back(
    watch: Watch, pack: StoredPack
) -> None:
    watch.take(repertoire(pack))
    order = post("lane")
    watch.house.keeper.give(order)
    assert watch.on_stage() == "notice/lane"
    watch.house.keeper.give(cancel(order, 0))
    assert watch.on_stage() in {"map", "welcome"}


def test_claim_is_told_once_however_often_it_is_made(watch: Watch) -> None:
    for is_wanted in (True, True, False, False):
        watch.duty.claim(Rung.PANEL, is_wanted=is_wanted)
    assert watch.told == ["+PANEL", "-PANEL"]


@pytest.mark.allow_log("a part of the gate duty fails")
@pytest.mark.parametrize("part", ["herald", "pages", "languages"])
def test_whatever_fails_an_emergency_stands_and_goes_in_time(
    watch: Watch,
    pack: StoredPack,
    part: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(*_: object) -> None:
        raise LookupError

    watch.take(repertoire(pack))
    match part:
        case "herald":
            monkeypatch.setattr(watch.herald, "post", fail)
        case "pages":
            monkeypatch.setattr(NoticePages, "on_air", fail)
        case _:
            monkeypatch.setattr(watch.duty, "_speak", fail)
            fail.__name__ = "_speak"
    order = fire()
    watch.house.keeper.give(order)
    watch.house.keeper.give(cancel(order, 0))
    watch.wait(seconds=59)
    assert watch.called() == ALL_CLEAR
    assert watch.wakes_in_ms() <= 1005
    watch.wait(seconds=1)
    assert watch.called() is None
    said = [each.getMessage() for each in caplog.records]
    assert said.count("a part of the gate duty fails") == 1


@pytest.mark.allow_log("a part of the gate duty fails")
def test_emergency_whose_page_failed_is_tried_again_and_has_the_screen_meanwhile(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LookupError

    with monkeypatch.context() as broken:
        broken.setattr(watch.alarm, "raise_", fail)
        watch.house.keeper.give(fire())
        assert watch.told == ["+EMERGENCY"]
        assert 0 < watch.wakes_in_ms() <= LONGEST_MS
    watch.duty.tick()
    assert (watch.called(), watch.told) == (EVACUATE, ["+EMERGENCY"])


def test_what_is_around_the_stage_is_of_now_while_the_programme_rests(
    watch: Watch, pack: StoredPack
) -> None:
    watch.take(repertoire(pack))
    watch.duty.claim(Rung.PANEL, is_wanted=True)
    watch.wait(minutes=3)
    slots = watch.performance.around()
    assert slots[0].start <= watch.house.now < slots[0].end
    assert slots[-1].end == slots[0].start
    assert slots[1].start == slots[0].end
    watch.house.around = dict(slots)
    order = HoldOrder(**who("skip", 3), item="@stage", steps=1)
    assert watch.house.keeper.give(order) is None
    assert watch.house.deeds() == [f"skip {slots[1].item}"]
    assert ZONE.utcoffset(slots[0].start.replace(tzinfo=None)) == timedelta(hours=7)
