"""Whether a screen shows a picture: hours, hands, what is needed, and the clock, in every pair."""

from datetime import datetime, timedelta
from itertools import product
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.clock import ClockTrust
from player.config.screen import Power, WhenClosed
from player.stage.power import LONGEST_BLANK, NEEDED, NOBODY, WANTED, Calls, Lamp, Picture, lamp
from player.stage.rungs import Rung
from player.store.gate_orders import BlankSpell
from tests.fakes.content import GATE_ZONE, Document
from tests.fakes.opening_hours import make_hours
from tests.fakes.programme import local

ZONE: Final = ZoneInfo(GATE_ZONE)
TRUSTED, UNTRUSTED = ClockTrust.TRUSTED, ClockTrust.UNTRUSTED
DAY: Final[Document] = {"windows": ["07:00-17:00"]}
ALWAYS: Final[Document] = {"windows": ["00:00-24:00"]}
OPEN, SHUT = "2026-11-23T12:00", "2026-11-23T22:00"
DARK, WOKEN = True, False
PICTURES: Final[dict[WhenClosed, Picture]] = {
    "play": Picture.ON,
    "blank": Picture.OFF,
    "closed-page": Picture.CLOSED_PAGE,
}


def screen(closed: WhenClosed = "blank", *openings: Document) -> Lamp:
    rule = Power(closed=closed, before_opening_min=15, after_closing_min=30)
    return lamp(rule, make_hours(openings or (DAY,)), ZONE)


def spell(since: str, *, is_blank: bool, minutes: int = 0) -> BlankSpell:
    start = local(since)
    until = start + timedelta(minutes=minutes) if minutes else None
    return BlankSpell(since=start, until=until, by="Lan", is_blank=is_blank)


def seen(
    at: str,
    ordered: BlankSpell | None = None,
    calls: Calls = NOBODY,
    trust: ClockTrust = TRUSTED,
    of: Lamp | None = None,
) -> str:
    """Say what is seen, why, and until when by the gate's clock."""
    found = (of or screen()).light(ordered, calls, local(at), trust)
    until = found.until.astimezone(ZONE).strftime(" %d %H:%M") if found.until else ""
    return f"{found.picture.value}, {found.why}{until}"


# --- by the hours ---


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23T06:44", "off, hours 23 06:45"),
        ("2026-11-23T06:45", "on, hours 23 17:30"),
        ("2026-11-23T17:29", "on, hours 23 17:30"),
        ("2026-11-23T17:30", "off, hours 24 06:45"),
        ("2026-11-24T00:00", "off, hours 24 06:45"),
    ],
)
def test_picture_goes_after_closing_and_is_back_before_opening(at: str, expected: str) -> None:
    assert seen(at) == expected


@pytest.mark.parametrize("closed", PICTURES)
def test_configuration_says_what_a_closed_gate_shows(closed: WhenClosed) -> None:
    of = screen(closed)
    assert of.light(None, NOBODY, local(SHUT), TRUSTED).picture is PICTURES[closed]
    assert of.light(None, NOBODY, local(OPEN), TRUSTED).picture is Picture.ON


@pytest.mark.parametrize("hour", range(24))
def test_gate_open_day_and_night_is_never_dark(hour: int) -> None:
    assert seen(f"2026-11-23T{hour:02}:00", of=screen("blank", ALWAYS)) == "on, hours"


def test_gate_whose_hours_nobody_has_said_is_never_dark() -> None:
    unknown = lamp(Power(closed="blank"), None, ZONE)
    assert seen(SHUT, of=unknown) == "on, hours"


# --- by hand ---


@pytest.mark.parametrize(
    ("ordered", "at", "expected"),
    [
        # Darkened while open: until it next opens, with nothing in between.
        (spell(OPEN, is_blank=DARK), OPEN, "off, by hand 24 06:45"),
        (spell(OPEN, is_blank=DARK), "2026-11-23T17:30", "off, by hand 24 06:45"),
        (spell(OPEN, is_blank=DARK), "2026-11-24T06:45", "on, hours 24 17:30"),
        # Lit while closed: until it next closes.
        (spell(SHUT, is_blank=WOKEN), SHUT, "on, by hand 24 17:30"),
        (spell(SHUT, is_blank=WOKEN), "2026-11-24T17:30", "off, hours 25 06:45"),
        # So many minutes.
        (spell(OPEN, is_blank=DARK, minutes=20), "2026-11-23T12:19", "off, by hand 23 12:20"),
        (spell(OPEN, is_blank=DARK, minutes=20), "2026-11-23T12:20", "on, hours 23 17:30"),
        (spell(SHUT, is_blank=WOKEN, minutes=20), "2026-11-23T22:20", "off, hours 24 06:45"),
        (
            spell("2026-11-23T23:50", is_blank=WOKEN, minutes=20),
            "2026-11-24T00:05",
            "on, by hand 24 00:10",
        ),
        # Before it was ordered, by a clock that was set back, it is not in force.
        (spell(OPEN, is_blank=DARK), "2026-11-23T11:00", "on, hours 23 17:30"),
    ],
)
def test_hands_beat_hours(ordered: BlankSpell, at: str, expected: str) -> None:
    assert seen(at, ordered) == expected


def test_hands_beat_hours_whatever_a_closed_gate_shows() -> None:
    for closed in PICTURES:
        of = screen(closed)
        lit = of.light(spell(SHUT, is_blank=WOKEN), NOBODY, local(SHUT), TRUSTED)
        dark = of.light(spell(SHUT, is_blank=DARK), NOBODY, local(SHUT), TRUSTED)
        assert (lit.picture, dark.picture) == (Picture.ON, Picture.OFF)


def test_screen_darkened_by_hand_at_a_gate_that_never_opens_anew_is_lit_in_the_end() -> None:
    of, ordered = screen("blank", ALWAYS), spell(OPEN, is_blank=DARK)
    over = local(OPEN) + LONGEST_BLANK
    assert of.light(ordered, NOBODY, over - timedelta(seconds=1), TRUSTED).picture is Picture.OFF
    assert of.light(ordered, NOBODY, over, TRUSTED).picture is Picture.ON


# --- what wakes it ---


@pytest.mark.parametrize("rung", Rung)
def test_what_lights_a_screen_that_is_dark_by_the_hours(rung: Rung) -> None:
    woken = seen(SHUT, calls=Calls(frozenset({rung})))
    wanted = "on, needed" if rung in WANTED else "off, hours"
    assert woken == f"{wanted} 24 06:45"


@pytest.mark.parametrize("rung", Rung)
def test_what_lights_a_screen_that_is_dark_by_hand(rung: Rung) -> None:
    woken = seen(OPEN, spell(OPEN, is_blank=DARK), Calls(frozenset({rung})))
    wanted = "on, needed" if rung in NEEDED else "off, by hand"
    assert woken == f"{wanted} 24 06:45"


def test_urgent_notice_lights_a_screen_that_is_dark_by_the_hours() -> None:
    assert seen(SHUT, calls=Calls(urgent_since=local(OPEN))).startswith("on, needed")


@pytest.mark.parametrize(
    ("came", "picture"),
    [("2026-11-23T11:59", "off"), (OPEN, "off"), ("2026-11-23T12:01", "on")],
)
def test_urgent_notice_lights_a_screen_darkened_before_it_came(came: str, picture: str) -> None:
    calls = Calls(urgent_since=local(came))
    assert seen("2026-11-23T12:30", spell(OPEN, is_blank=DARK), calls).startswith(picture)


@pytest.mark.parametrize("rung", Rung)
def test_page_of_a_closed_gate_stays_for_banners_and_lies_below_every_other_claim(
    rung: Rung,
) -> None:
    calls = Calls(frozenset({rung}), local(OPEN))
    assert seen(SHUT, calls=calls, of=screen("closed-page")).startswith("closed-page, hours")


# --- laws ---

_orders = st.none() | st.builds(
    spell,
    st.sampled_from([OPEN, SHUT, "2026-11-23T17:29", "2026-11-24T03:00"]),
    is_blank=st.booleans(),
    minutes=st.sampled_from([0, 20, 24 * 60]),
)
_calls = st.builds(
    Calls,
    st.frozensets(st.sampled_from(Rung)),
    st.none() | st.sampled_from([local("2026-11-23T13:00"), local("2026-11-01T00:00")]),
)
_moments = st.integers(0, 3 * 24 * 60).map(
    lambda minutes: local("2026-11-23T00:00") + timedelta(minutes=minutes)
)
_rules = st.sampled_from(
    [screen(closed, hours) for closed, hours in product(PICTURES, (DAY, ALWAYS))]
)


@given(of=_rules, ordered=_orders, calls=_calls, now=_moments)
def test_clock_nobody_believes_never_darkens(
    of: Lamp, ordered: BlankSpell | None, calls: Calls, now: datetime
) -> None:
    assert of.light(ordered, calls, now, UNTRUSTED).picture is Picture.ON


@given(of=_rules, ordered=_orders, calls=_calls, now=_moments, rung=st.sampled_from(sorted(NEEDED)))
def test_what_somebody_needs_is_never_in_the_dark(
    of: Lamp, ordered: BlankSpell | None, calls: Calls, now: datetime, rung: Rung
) -> None:
    calls = Calls(calls.rungs | {rung}, calls.urgent_since)
    assert of.light(ordered, calls, now, TRUSTED).picture is not Picture.OFF


@given(of=_rules, ordered=_orders, calls=_calls, now=_moments)
def test_nothing_changes_before_the_instant_that_is_named(
    of: Lamp, ordered: BlankSpell | None, calls: Calls, now: datetime
) -> None:
    found = of.light(ordered, calls, now, TRUSTED)
    coming = ordered is not None and now < ordered.since
    if found.until is None or coming:
        return
    assert found.until > now
    middle = now + (found.until - now) / 2
    for later in (middle, found.until - timedelta(seconds=1)):
        assert of.light(ordered, calls, max(now, later), TRUSTED) == found
