"""What stands around every page of a session, in words."""

from dataclasses import replace
from typing import Final

import pytest

from player.shell.lookup.frame import Frame, frame_of
from player.stage.session.rules import Session, begin, shown
from player.stage.session.views import Mode
from tests.fakes.desk_pages import LANGUAGES, REAL, demo_desk, desk

COMPOSER: Final = desk({}).writer.lines.composer


def at_home(language: str = "lo") -> Session:
    return begin(language, 0, is_chosen=True)


def frame(session: Session, at_s: float = 0) -> Frame:
    return frame_of(COMPOSER, session, at_s)


@pytest.mark.parametrize(("at_s", "asks"), [(0, False), (59.9, False), (60, True), (89.9, True)])
def test_traveller_is_asked_after_a_minute(at_s: float, asks: bool) -> None:
    """S10."""
    expected = ("lo-still_there", "lo-goes_in", "lo-continue") if asks else ()
    assert tuple(word.split(" ")[0] for word in frame(at_home(), at_s).asks) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_question_counts_the_seconds_in_every_language(language: str) -> None:
    composer = demo_desk("huu-nghi").writer.lines.composer
    told = [frame_of(composer, at_home(language), at_s).asks[1] for at_s in (60, 61, 89.5)]
    assert told == [REAL.say(language, "goes_in", seconds=left) for left in ("30", "29", "1")]


@pytest.mark.parametrize(("sheets", "is_told", "has_more"), [(0, 0, 0), (1, 0, 0), (2, 1, 1)])
def test_sheets_are_counted_where_there_are_several(
    sheets: int, is_told: bool, has_more: bool
) -> None:
    seen = frame(shown(at_home(), sheets, 0))
    assert (seen.sheet != "", seen.has_more) == (is_told, has_more)


def test_last_sheet_has_none_after_it() -> None:
    session = shown(at_home(), 2, 0)
    stop = replace(session.stop, sheet=1)
    assert not frame(replace(session, trail=(stop,))).has_more


def test_frame_is_in_the_language_of_the_session() -> None:
    seen = frame(at_home("km"))
    words = (*(button.text for button in (*seen.navigation, *seen.modes)), *seen.search)
    assert all(word.startswith("km-") for word in (*words, seen.before, seen.following))


def test_contrast_is_a_mode() -> None:
    session = replace(at_home(), modes=frozenset({Mode.HIGH_CONTRAST}))
    assert [frame(each).is_contrast for each in (at_home(), session)] == [False, True]
