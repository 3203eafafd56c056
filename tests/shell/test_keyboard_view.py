"""The keyboard for QML: its keys page by page, and a query nobody else is told of."""

import logging
from typing import Final

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from player import resources
from player.lookup.keyboard.layout import read_layouts
from player.main.repertoire import read_phrases
from player.shell.keyboard_view import KeyboardViewModel, KeyPlace

LAYOUTS: Final = read_layouts(resources.assets() / "keyboards")
PHRASES: Final = read_phrases(resources.assets() / "strings")
LANGUAGES: Final = ("vi", "zh", "en", "lo", "km", "th")


def keyboard(language: str, columns: int = 13, lines: int = 0) -> KeyboardViewModel:
    made = KeyboardViewModel(LAYOUTS, PHRASES, language)
    made.fit(columns, lines)
    return made


def places(view: KeyboardViewModel) -> list[KeyPlace]:
    rows = (row for row in view._rows.rows if isinstance(row, KeyPlace))
    return [row for row in rows if row.span > 0]


def by_id(view: KeyboardViewModel) -> dict[str, KeyPlace]:
    return {place.keyId: place for place in places(view)}


def press(view: KeyboardViewModel, *key_ids: str) -> None:
    for key_id in key_ids:
        view.press(key_id)


def text_of(view: KeyboardViewModel) -> str:
    return view._state.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["letters", "shift", "symbols"])
def test_keys_stand_beside_one_another_within_the_board(language: str, page: str) -> None:
    view = keyboard(language)
    press(view, *([page] if page != "letters" else []))
    taken: set[tuple[float, int]] = set()
    for place in places(view):
        assert 0 <= place.fromLeft <= view._board.columns - place.span
        assert 0 <= place.line < view._board.lines
        cells = {(place.fromLeft + at, place.line) for at in range(place.span)}
        assert not cells & taken
        taken |= cells
    assert {place.line for place in places(view)} == set(range(view._board.lines))


@pytest.mark.parametrize("language", LANGUAGES)
def test_key_shows_a_label_or_an_icon_and_has_a_name(language: str) -> None:
    view = keyboard(language)
    for page in ("letters", "shift", "symbols"):
        view.press(page)
        for place in places(view):
            assert bool(place.label) != bool(place.icon)
            assert place.name
    named = {place.kind: place.name for place in places(view) if place.kind != "text"}
    tag = "en" if language == "th" else language
    assert named["backspace"] == PHRASES.say(tag, "key_backspace")


def test_keys_keep_their_rows_of_the_model_on_every_page() -> None:
    view = keyboard("km")
    first: list[list[str]] = []
    for key_id in ("letters", "more", "shift", "symbols"):
        view.press(key_id)
        rows = [row for row in view._rows.rows if isinstance(row, KeyPlace)]
        first.append([row.keyId for row in rows[:6]])
        assert {row.kind for row in rows[6:]} == {"text"}
    kept = ["space", "clear", "backspace"]
    assert first == [
        ["symbols", *kept, "shift", "more"],
        ["symbols", *kept, "shift", "more"],
        ["symbols", *kept, "shift", ""],
        ["letters", *kept, "", ""],
    ]


def test_shift_holds_for_one_letter() -> None:
    view = keyboard("vi")
    view.press("shift")
    assert by_id(view)["shift"].isLatched
    assert "D" in by_id(view)
    view.press("D")
    assert not by_id(view)["shift"].isLatched
    assert "d" in by_id(view)


def test_more_keys_goes_round() -> None:
    view = keyboard("km")
    view.press("more")
    assert "ឯ" in by_id(view)
    assert min(place.line for place in places(view)) == 2
    view.press("more")
    assert "ក" in by_id(view)


def test_narrow_keyboard_has_more_sheets() -> None:
    view = keyboard("lo", columns=8, lines=4)
    assert (view._board.columns, view._board.lines) == (8, 4)
    seen = set(by_id(view))
    view.press("more")
    assert {"ຢ", "ຝ"} <= seen | set(by_id(view))
    view.fit(13, 9)
    assert (view._board.columns, view._board.lines) == (13, 5)
    assert {"ຢ", "ຝ"} <= set(by_id(view))


def test_typing_is_told(qtbot: QtBot) -> None:
    view = keyboard("vi")
    with qtbot.waitSignals([view.typed, view.textChanged, view.queryChanged]):
        view.press("d")
    with (
        qtbot.waitSignals([view.typed, view.textChanged]),
        qtbot.assertNotEmitted(view.queryChanged),
    ):
        view.press("space")
    with qtbot.waitSignal(view.typed), qtbot.assertNotEmitted(view.textChanged):
        view.press("symbols")
    assert text_of(view) == "d "


def test_key_of_another_keyboard_is_not_there(qtbot: QtBot) -> None:
    view = keyboard("vi")
    with qtbot.assertNotEmitted(view.typed), qtbot.assertNotEmitted(view.textChanged):
        press(view, "ກ", "", "text", "nobody")


def test_finger_slower_than_the_page_still_types() -> None:
    """A key that went down on a page which another finger left meanwhile."""
    view = keyboard("vi")
    press(view, "symbols", "d")
    assert text_of(view) == "d"


def test_language_changes_the_keys_and_keeps_the_query(qtbot: QtBot) -> None:
    view = keyboard("vi")
    press(view, "h", "o", "o", "j", "symbols")
    with qtbot.waitSignal(view.languageChanged), qtbot.assertNotEmitted(view.textChanged):
        view.speak("zh")
    assert text_of(view) == "hộ"
    assert (view._language, view._layout.tag) == ("zh", "en")
    assert by_id(view)["space"].name == PHRASES.say("zh", "key_space")
    press(view, "s")
    assert text_of(view) == "hộs"
    with qtbot.assertNotEmitted(view.languageChanged):
        view.speak("zh")


def test_nothing_is_left_of_what_was_typed(qtbot: QtBot) -> None:
    view = keyboard("vi")
    press(view, "h", "o", "o", "j", "shift")
    with qtbot.waitSignals([view.textChanged, view.queryChanged]):
        view.forget()
    assert "hộ" not in repr(view._state)
    assert "h" in by_id(view)
    press(view, "j")
    assert text_of(view) == "j"


def test_pasted_text_is_cut() -> None:
    view = keyboard("en")
    view.enter("visa\n" * 200_000)
    assert len(text_of(view)) == 80


def test_same_room_is_not_set_again(qtbot: QtBot) -> None:
    view = keyboard("vi")
    with qtbot.assertNotEmitted(view.boardChanged):
        view.fit(13, 0)
        view.fit(13, 7)


def test_another_page_keeps_the_delegates(qtbot: QtBot) -> None:
    view = keyboard("lo")
    with qtbot.assertNotEmitted(view._rows.modelReset):
        press(view, "shift", "shift", "symbols", "letters")
        view.speak("km")


def test_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    view = keyboard("km")
    qtmodeltester.check(view._rows)  # type: ignore[no-untyped-call] # pytest-qt has none here
    press(view, "more", "shift", "symbols", "letters")


def test_typed_text_is_never_logged(caplog: pytest.LogCaptureFixture) -> None:
    marker = "b1234567"
    with caplog.at_level(logging.DEBUG):
        view = keyboard("vi")
        press(view, *marker, "space", "backspace", "nobody")
        view.enter(f"{marker}\x00")
        view.speak("lo")
        view.forget()
    assert marker[1:] not in caplog.text
