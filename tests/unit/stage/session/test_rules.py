"""The rules of a touch session: every action, and the trail that Back follows."""

from dataclasses import replace
from typing import Final

import pytest

from player.stage.session.rules import (
    LONGEST_HEARD_S,
    LONGEST_TRAIL,
    MOST_ZOOM,
    Session,
    Stop,
    act,
    begin,
    fell_silent,
    first_sheet,
    shown,
)
from player.stage.session.views import (
    Action,
    Back,
    Be,
    EmergencyView,
    EntryView,
    HelpView,
    HomeView,
    LanguageView,
    Leave,
    LibraryView,
    Listen,
    Mode,
    Open,
    SearchView,
    Speak,
    TileView,
    Toggle,
    TopicView,
    Turn,
    View,
    Zoom,
)

VISA: Final = TopicView("visa")
VIEWS: Final[tuple[View, ...]] = (
    TileView("papers"),
    VISA,
    SearchView(),
    EmergencyView(),
    HelpView(),
    LibraryView(),
    LibraryView("lo"),
    EntryView("handbook"),
    EntryView("handbook", "lo"),
)
"""Every kind of page but home and the languages."""


def at_home() -> Session:
    return begin("vi", 0, is_chosen=True)


def after(session: Session, *actions: Action) -> Session:
    """Return the session after ``actions``, one a second; it is not over."""
    for action in actions:
        went_on = act(session, action, session.touched_s + 1)
        assert went_on is not None
        session = went_on
    return session


def views(session: Session) -> tuple[View, ...]:
    return tuple(stop.view for stop in session.trail)


# --- beginning and leaving ---


@pytest.mark.parametrize(("is_chosen", "view"), [(True, HomeView()), (False, LanguageView())])
def test_session_begins_at_home_or_asks_for_a_language(is_chosen: bool, view: View) -> None:
    assert views(begin("lo", 5, is_chosen=is_chosen)) == (view,)


@pytest.mark.parametrize("view", [*VIEWS, HomeView(), LanguageView()])
def test_session_can_be_left_from_every_page(view: View) -> None:
    assert act(after(at_home(), Open(view)), Leave(), 9) is None


# --- going about ---


@pytest.mark.parametrize("view", VIEWS)
def test_back_returns_to_the_page_before(view: View) -> None:
    assert views(after(at_home(), Open(view), Back())) == (HomeView(),)


@pytest.mark.parametrize("view", VIEWS)
def test_home_begins_the_trail_anew(view: View) -> None:
    assert views(after(at_home(), Open(view), Open(HomeView()))) == (HomeView(),)


@pytest.mark.parametrize("view", [*VIEWS, HomeView(), LanguageView()])
def test_page_never_follows_itself(view: View) -> None:
    once = after(at_home(), Open(view))
    assert views(after(once, Open(view))) == views(once)


@pytest.mark.parametrize("is_chosen", [True, False])
def test_back_from_the_first_page_ends_the_session(is_chosen: bool) -> None:
    assert act(begin("vi", 0, is_chosen=is_chosen), Back(), 1) is None


@pytest.mark.parametrize("view", VIEWS)
def test_back_leads_home_where_the_trail_before_was_forgotten(view: View) -> None:
    assert views(after(replace(at_home(), trail=(Stop(view),)), Back())) == (HomeView(),)


def test_trail_is_bounded_and_its_end_is_kept() -> None:
    topics = [Open(TopicView(f"topic-{number}")) for number in range(2 * LONGEST_TRAIL)]
    session = after(at_home(), *topics)
    assert views(session) == tuple(each.view for each in topics[-LONGEST_TRAIL:])


def test_another_topic_starts_on_its_first_sheet() -> None:
    session = after(shown(after(at_home(), Open(VISA)), 3, 0), Turn(1), Open(TopicView("fees")))
    assert (session.stop.sheet, session.sheets) == (0, 0)


def test_back_returns_to_the_sheet_that_was_left() -> None:
    session = after(shown(after(at_home(), Open(VISA)), 3, 0), Turn(1), Open(HelpView()), Back())
    assert session.stop == Stop(VISA, sheet=1)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (LibraryView(), LibraryView("lo")),
        (LibraryView("lo"), LibraryView("vi")),
        (EntryView("handbook"), EntryView("handbook", "lo")),
        (EntryView("handbook", "lo"), EntryView("handbook", "zh")),
    ],
)
def test_another_language_of_a_shelf_or_entry_takes_its_place(first: View, second: View) -> None:
    session = after(at_home(), Open(HelpView()), Open(first), Open(second))
    assert views(session) == (HomeView(), HelpView(), second)


def test_entry_stands_on_its_shelf() -> None:
    session = after(at_home(), Open(LibraryView("lo")), Open(EntryView("handbook", "lo")))
    assert views(after(session, Back())) == (HomeView(), LibraryView("lo"))


# --- languages ---


@pytest.mark.parametrize("view", [*VIEWS, HomeView()])
def test_another_language_keeps_page_sheet_traveller_and_modes(view: View) -> None:
    session = after(at_home(), Open(view), Be("driver"), Toggle(Mode.LARGE_TEXT))
    session = after(shown(session, 4, 0), Turn(1), Turn(1))
    spoken = after(session, Open(LanguageView()), Speak("km"))
    assert (spoken.language, spoken.trail, spoken.traveller, spoken.modes) == (
        *("km", session.trail),
        *("driver", frozenset({Mode.LARGE_TEXT})),
    )


def test_back_after_another_language_leads_to_the_page_before() -> None:
    session = after(at_home(), Open(TileView("papers")), Open(VISA))
    for tag in ("km", "en", "zh"):
        session = after(session, Open(LanguageView()), Speak(tag))
    assert views(after(session, Back())) == (HomeView(), TileView("papers"))


def test_language_that_was_chosen_is_not_asked_for_again_by_back() -> None:
    session = after(begin("vi", 0, is_chosen=False), Open(HelpView()), Open(LanguageView()))
    session = after(session, Speak("lo"))
    assert LanguageView() not in views(session)
    assert views(after(session, Back())) == (HomeView(),)


def test_first_language_chosen_leads_home() -> None:
    assert views(after(begin("vi", 0, is_chosen=False), Speak("lo"))) == (HomeView(),)


def test_languages_that_are_left_without_choosing_change_nothing() -> None:
    session = after(at_home(), Open(VISA))
    assert after(session, Open(LanguageView()), Back()).trail == session.trail


def test_another_language_stops_what_is_heard() -> None:
    session = after(at_home(), Open(EntryView("bell")), Listen(), Open(LanguageView()), Speak("lo"))
    assert not session.is_heard


# --- one page ---


@pytest.mark.parametrize(
    ("turns", "sheet"), [((1,), 1), ((1, 1), 2), ((1, 1, 1, 1), 2), ((-1,), 0), ((1, -1, -1), 0)]
)
def test_sheets_are_turned_between_the_first_and_the_last(
    turns: tuple[int, ...], sheet: int
) -> None:
    session = shown(after(at_home(), Open(VISA)), 3, 0)
    assert after(session, *map(Turn, turns)).stop.sheet == sheet


@pytest.mark.parametrize(
    ("steps", "zoom"), [((1,), 1), ((1,) * 9, MOST_ZOOM), ((-1,), 0), ((1, 1, -1), 1)]
)
def test_page_is_enlarged_between_whole_and_largest(steps: tuple[int, ...], zoom: int) -> None:
    assert after(at_home(), *map(Zoom, steps)).stop.zoom == zoom


def test_page_that_needs_fewer_sheets_now_shows_its_last() -> None:
    session = after(shown(after(at_home(), Open(VISA)), 5, 0), Turn(1), Turn(1), Turn(1))
    assert (shown(session, 2, 0).stop.sheet, shown(session, 2, 0).sheets) == (1, 2)


@pytest.mark.parametrize("action", [Back(), Speak("lo")])
def test_sheet_that_was_left_is_kept_until_the_page_is_set_anew(action: Action) -> None:
    """S11: the screen shows a page before it has measured it."""
    session = after(shown(after(at_home(), Open(VISA)), 5, 0), Turn(1), Turn(1))
    session = shown(after(session, Open(LanguageView())), 1, 0)
    session = shown(after(session, action), 0, 0)
    assert session.stop == Stop(VISA, sheet=2)
    assert [shown(session, sheets, 0).stop.sheet for sheets in (4, 2, 1)] == [2, 1, 0]


@pytest.mark.parametrize(("turn", "sheet"), [(1, 0), (-1, 0)])
def test_page_that_is_not_set_yet_is_not_turned_on(turn: int, sheet: int) -> None:
    assert after(at_home(), Open(VISA), Turn(turn)).stop.sheet == sheet


def test_another_kind_of_traveller_begins_with_the_first_sheet() -> None:
    session = after(shown(after(at_home(), Open(VISA)), 3, 0), Turn(1), Be("driver"))
    assert (session.traveller, session.stop.sheet) == ("driver", 0)


def test_first_sheet_leaves_everything_else() -> None:
    session = after(shown(after(at_home(), Open(SearchView())), 3, 0), Turn(1))
    assert first_sheet(session) == replace(session, trail=(*session.trail[:-1], Stop(SearchView())))


@pytest.mark.parametrize("mode", list(Mode))
def test_mode_is_switched_on_and_off_and_stays_from_page_to_page(mode: Mode) -> None:
    session = after(at_home(), Toggle(mode), Open(VISA))
    assert (session.modes, after(session, Toggle(mode)).modes) == (frozenset({mode}), frozenset())


def test_recording_is_started_and_stopped_by_the_same_control() -> None:
    session = after(at_home(), Listen())
    assert (session.is_heard, after(session, Listen()).is_heard) == (True, False)


@pytest.mark.parametrize("action", [Back(), Open(HelpView()), Open(HomeView())])
def test_going_on_stops_what_is_heard(action: Action) -> None:
    assert not after(at_home(), Open(EntryView("bell")), Listen(), action).is_heard


# --- listening and watching ---


def test_nobody_is_asked_who_listens() -> None:
    listening = act(at_home(), Listen(), 10)
    assert listening is not None
    assert listening.asks_at_s == 10 + LONGEST_HEARD_S


def test_patience_begins_anew_when_it_falls_silent() -> None:
    listening = act(at_home(), Listen(), 10)
    assert listening is not None
    silent = fell_silent(listening, 200)
    assert (silent.is_heard, silent.asks_at_s) == (False, 260)
