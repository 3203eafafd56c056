"""The demo gates on special days: feasts come by themselves; mourning leaves a whole programme."""

from datetime import datetime, timedelta
from typing import Final

import pytest

from player.clock import ClockTrust
from player.pack.content import Content
from player.pack.occasion import Occasion
from player.schedule.profile import ScreenProfile
from player.schedule.programme import Programme
from player.schedule.report import absences
from player.stage.session.views import LibraryView
from tests.fakes.content import mourning
from tests.fakes.desk_pages import GATES, LANGUAGES, actions, demo_desk
from tests.fakes.programme import local

PROFILE: Final = ScreenProfile(LANGUAGES)


def programme(content: Content) -> Programme:
    return Programme(content, PROFILE, ClockTrust.TRUSTED)


def winning(gate: str, rule: str, begin: str) -> list[tuple[datetime, datetime]]:
    """Return when the playlist ``rule`` plays in fifty days, neighbours joined."""
    start = local(begin)
    stretches = programme(demo_desk(gate).pack.content).rules_between(
        start, start + timedelta(days=50)
    )
    found: list[tuple[datetime, datetime]] = []
    for first, last, rules in stretches:
        if rule not in rules:
            continue
        if found and found[-1][1] == first:
            first = found.pop()[0]  # noqa: PLW2901  (goes on)
        found.append((first, last))
    return found


@pytest.mark.parametrize(
    ("gate", "rule", "around", "first", "last"),
    [
        ("huu-nghi", "spring", "2027-01-15", "2027-01-25", "2027-02-21"),
        ("huu-nghi", "spring", "2030-01-15", "2030-01-21", "2030-02-17"),
        ("huu-nghi", "national-day", "2027-08-20", "2027-08-30", "2027-09-04"),
        ("huu-nghi", "heritage-days", "2028-11-01", "2028-11-16", "2028-12-01"),
        ("lao-bao", "lao-national-day", "2029-11-10", "2029-11-20", "2029-12-06"),
        ("lao-bao", "pi-mai", "2027-03-20", "2027-04-05", "2027-04-21"),
    ],
)
def test_feast_comes_and_goes_by_itself(
    gate: str, rule: str, around: str, first: str, last: str
) -> None:
    assert winning(gate, rule, around) == [(local(first), local(last))]


@pytest.mark.parametrize("gate", GATES)
@pytest.mark.parametrize("begin", ["2027-02-06T09:00:07", "2026-11-28T17:00:07"])
def test_mourning_amid_a_feast_leaves_a_whole_programme(gate: str, begin: str) -> None:
    """Tết, and a Saturday evening of heritage days and of the neighbour's national day."""
    start = local(begin)
    end = start + timedelta(hours=3)
    plain = demo_desk(gate).pack.content
    hours = Occasion.model_validate(mourning(start.isoformat(), end.isoformat()))
    sober = plain.model_copy(update={"occasions": (hours,)})
    giving_way = {item.id for item in plain.items if item.gives_way}
    usual = {slot.item for slot in programme(plain).slots(start, end)}
    slots = list(programme(sober).slots(start, end))
    assert usual & giving_way
    assert not {slot.item for slot in slots} & giving_way
    assert len({slot.item for slot in slots}) >= 10
    essential = [item.id for item in plain.items if item.essential]
    longest = absences(slots, LANGUAGES, essential)
    assert max(longest.languages.values()) <= 90
    assert max(longest.items.values()) <= 120


@pytest.mark.parametrize("gate", GATES)
def test_library_keeps_what_is_sober(gate: str, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = demo_desk(gate)
    hours = Occasion.model_validate(mourning("2026-11-23", "2026-11-24"))
    usual = set(actions(desk.page(LibraryView(), "vi")))
    content = desk.pack.content.model_copy(update={"occasions": (hours,)})
    monkeypatch.setattr(desk.pack, "content", content)
    sober = set(actions(desk.page(LibraryView(), "vi")))
    gone = {each.removeprefix("entry:") for each in usual - sober if each.startswith("entry:")}
    assert len(gone) == 3
    assert "entry:handbook" in sober
