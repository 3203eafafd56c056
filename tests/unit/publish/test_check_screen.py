"""A pack against one screen: what it cannot show is told, and which texts take pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import pytest

from player.publish.check_screen import Fitting, Obstacle, check_screen
from player.publish.codes import Code
from player.publish.draft import Draft
from player.publish.finding import Finding
from player.publish.progress import ignore_progress
from player.publish.sheet import Wanted
from player.schedule.slot import DEFAULT_GATE_PAGE
from tests.fakes.pack_folder import TODAY, PackFolder, assert_told

WELCOME: Final = "slides/welcome.toml"
OWN: Final = frozenset(code for code in Code if code.name.startswith("SCREEN_"))


@dataclass(slots=True)
class FakeScreen:
    """A screen on which everything fits but what a test says.

    Attributes:
        fittings: (item's id, language) -> how it stands.
        asked: what was set.
    """

    fittings: Mapping[Wanted, Fitting]
    languages: Sequence[str] = ()
    name: str = "hn-led-01"
    asked: list[Wanted] = field(default_factory=list)

    def fit(self, draft: Draft, day: date, wanted: Sequence[Wanted]) -> Iterator[Fitting]:
        """Yield what the test said."""
        assert day == TODAY
        for key, language in wanted:
            self.asked.append((draft.ids.get(key, key), language))
            yield self.fittings.get(self.asked[-1], Fitting())


def found(folder: PackFolder, screen: FakeScreen) -> list[Finding]:
    """Return what is wrong on ``screen`` only."""
    report = check_screen(folder.check(), screen, TODAY, folder.tools, ignore_progress)
    assert_told(report.findings)
    return [finding for finding in report.findings if finding.code in OWN]


def test_every_item_and_the_gate_page_are_set_in_the_screens_languages(folder: PackFolder) -> None:
    screen = FakeScreen({}, languages=("lo", "vi"))
    assert found(folder, screen) == []
    items = {item for item, _ in screen.asked}
    assert {"welcome", DEFAULT_GATE_PAGE} <= items
    assert len(screen.asked) == 2 * len(items)
    assert {language for _, language in screen.asked} == {"lo", "vi"}


def test_screen_without_languages_of_its_own_speaks_the_packs(folder: PackFolder) -> None:
    screen = FakeScreen({})
    found(folder, screen)
    assert {language for _, language in screen.asked} == {
        language["tag"] for language in folder.pack["languages"]
    }


def test_text_of_two_pages_is_a_warning_that_says_how_long_each_stays(folder: PackFolder) -> None:
    folder.slide("welcome")["min_duration_s"] = 20
    (finding,) = found(folder, FakeScreen({("welcome", "vi"): Fitting(2)}))
    told = (finding.code, finding.file, finding.field, finding.language)
    assert told == (Code.SCREEN_PAGED, WELCOME, "text.vi", "vi")
    assert finding.values == {"screen": "hn-led-01", "pages": "2", "seconds": "10"}


def test_pages_the_slot_has_no_time_for_are_told_with_the_time_they_need(
    folder: PackFolder,
) -> None:
    (finding,) = found(folder, FakeScreen({("welcome", "vi"): Fitting(9)}))
    assert (finding.code, finding.values["least"]) == (Code.SCREEN_PAGES_LOST, "27")


@pytest.mark.parametrize(
    ("obstacle", "code"),
    [
        (Obstacle.NO_ROOM, Code.SCREEN_NO_ROOM),
        (Obstacle.OTHER, Code.SCREEN_UNDRAWN),
    ],
)
def test_item_the_screen_cannot_show_is_told(
    folder: PackFolder, obstacle: Obstacle, code: Code
) -> None:
    (finding,) = found(folder, FakeScreen({("welcome", "en"): Fitting(obstacle=obstacle)}))
    assert (finding.code, finding.file) == (code, WELCOME)


def test_only_a_page_that_cannot_be_drawn_stops_the_build(folder: PackFolder) -> None:
    """A pack is for many screens: what one of them pages or skips may be meant."""
    for obstacle in Obstacle:
        screen = FakeScreen({("welcome", "en"): Fitting(5, obstacle)})
        report = check_screen(folder.check(), screen, TODAY, folder.tools, ignore_progress)
        assert report.is_fit is (obstacle is not Obstacle.OTHER)


def test_gate_page_that_does_not_fit_is_told_of_the_pack(folder: PackFolder) -> None:
    screen = FakeScreen({(DEFAULT_GATE_PAGE, "vi"): Fitting(obstacle=Obstacle.NO_ROOM)})
    (finding,) = found(folder, screen)
    assert (finding.code, finding.file) == (Code.SCREEN_NO_ROOM, "pack.toml")
