"""What the command line draws: the pack as the gate of that home corrects it just now."""

from datetime import datetime
from pathlib import Path
from typing import Final

import pytest

from player.clock import ClockTrust
from player.config.load import load_screen, role_example
from player.config.screen import Screen
from player.main.corrections import corrected_at, gate_at_home
from player.main.inquiry import open_pack_of, programme
from player.stage.scene import HoursScene
from player.store.gate_orders import GateDay
from player.store.install import install
from player.store.layout import Home
from player.store.records import write_record
from tests.fakes.built_pack import write_built
from tests.fakes.content import content_document, item_document
from tests.fakes.notices import make_notice
from tests.fakes.opening_hours import make_hours
from tests.fakes.programme import local

NINE: Final = local("2026-11-23T09:00")
PAUSE: Final = {"from": "2026-11-23T08:00", "until": "2026-11-23T10:00"}
SPAN: Final = ("2026-11-23T08:30", "2026-11-23T09:30")


@pytest.fixture
def screen(tmp_path: Path) -> Screen:
    """Return a screen whose home holds a pack with a board of hours."""
    item = item_document("hours", duration_s=30, kind="hours")
    del item["issued"]
    document = content_document([item, item_document("words")])
    hours = make_hours([{"windows": ["07:00-17:00"]}])
    said = hours.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    document["gate"] = {**document["gate"], "hours": said}
    home = Home(tmp_path / "home")
    install(write_built(tmp_path / "built", document, ()), home)
    return load_screen(role_example("hall-tv"), "en").model_copy(update={"home": home.folder})


def post(screen: Screen) -> None:
    """Have staff close the road from eight to ten."""
    notice = make_notice(
        "pause", lanes=["road"], closes=True, sent="2026-11-23T08:00", windows=[PAUSE]
    )
    home = Home(screen.home)
    home.state.mkdir(exist_ok=True)
    write_record(home.gate_day, GateDay(notices=(notice,)))


def statuses(screen: Screen, at: datetime) -> set[str]:
    """Return how the lanes stand on the board of hours."""
    pack = open_pack_of(screen)
    says = gate_at_home(Home(screen.home), pack.content)
    performed = corrected_at(screen, pack, says, at, ClockTrust.TRUSTED)
    scene = performed.composer.scene("hours", "vi", at, ClockTrust.TRUSTED)
    assert isinstance(scene, HoursScene)
    return {row.status for row in scene.rows}


def test_board_is_closed_while_the_notice_of_that_home_closes(screen: Screen) -> None:
    assert statuses(screen, NINE) == {"open"}
    post(screen)
    assert statuses(screen, NINE) == {"closed"}
    assert statuses(screen, local("2026-11-23T10:00")) == {"open"}


def test_banner_of_the_picture_is_the_one_on_the_screen(screen: Screen) -> None:
    post(screen)
    says = gate_at_home(Home(screen.home), open_pack_of(screen).content)
    assert [each.id for each in says.board.notices] == ["pause"]


def test_torn_record_leaves_the_pack_as_it_is(screen: Screen) -> None:
    post(screen)
    Home(screen.home).gate_day.write_bytes(b'{"notices": [')
    assert statuses(screen, NINE) == {"open"}


def test_programme_is_the_same_whatever_the_gate_says(screen: Screen) -> None:
    """A correction moves no slot."""
    before = programme(screen, *SPAN, as_json=True)
    post(screen)
    assert programme(screen, *SPAN, as_json=True) == before
