"""A text too long for its screen is shown page by page: all of it, and nothing of it twice."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

import pytest
from PySide6.QtGui import QFont
from PySide6.QtQuick import QQuickItem, QQuickWindow
from pytestqt.qtbot import QtBot

from player.config.load import load_screen, role_example
from player.shell.application import Application
from player.shell.type_setter import TypeSetter
from player.stage.scene import BulletinScene, Scene, Wording
from tests.fakes.scenes import LANGUAGES, bulletin, gate_page
from tests.shell.conftest import Answers, OpenApplication

Listen = Callable[[Application], Answers]

STRIP: Final = (1152, 288)
LED: Final = load_screen(role_example("led-strip"), "en")


def texts(item: QQuickItem) -> list[str]:
    if not item.isVisible():
        return []
    own = [str(item.property("text"))] if item.inherits("QQuickText") else []
    return own + [text for child in item.childItems() for text in texts(child)]


def seen(application: Application) -> list[str]:
    window = application.window
    assert isinstance(window, QQuickWindow)
    return [text for text in texts(window.contentItem()) if text]


def page_turn(application: Application) -> QQuickItem:
    window = application.window
    assert isinstance(window, QQuickWindow)
    (found,) = (item for item in below(window.contentItem()) if item.objectName() == "page-turn")
    return found


def below(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from below(child)


def show(qtbot: QtBot, application: Application, scene: Scene, elapsed_s: float = 0) -> None:
    with qtbot.waitSignal(application.stage.painted):
        application.stage.show(scene, elapsed_s, lasts_s=300)


def long_bulletin() -> BulletinScene:
    scene = bulletin("vi", None)
    body = " ".join(f"{number}. {scene.words.body}" for number in range(4))
    return replace(scene, words=replace(scene.words, body=body))


def pages_of(application: Application) -> int:
    return max(layer.pages for layer in application.stage.layers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_together_are_the_text(language: str, open_application: OpenApplication) -> None:
    setter = TypeSetter(open_application().typefaces)
    body = bulletin(language, None).words.body * 5
    font = setter.font(language, 30, bold=False)
    pages = setter.pages(body, font, 500, 4)
    assert len(pages) > 2
    assert "".join("".join(pages).split()) == "".join(body.split())


def test_word_wider_than_the_page_is_cut_and_not_lost(open_application: OpenApplication) -> None:
    setter = TypeSetter(open_application().typefaces)
    pages = setter.pages("x" * 400, QFont(), 300, 2)
    assert "".join(pages) == "x" * 400
    assert len(pages) > 1


def test_signs_beyond_sixteen_bits_do_not_shift_the_cuts(open_application: OpenApplication) -> None:
    setter = TypeSetter(open_application().typefaces)
    body = " ".join(["\U00020000 abc"] * 60)
    assert " ".join(setter.pages(body, QFont(), 200, 3)).split() == body.split()


def test_page_ends_with_its_paragraph_where_that_leaves_little_free(
    open_application: OpenApplication,
) -> None:
    setter = TypeSetter(open_application().typefaces)
    text = "a\nb\nc\n" + "d " * 400
    assert setter.pages(text, QFont(), 300, 4)[0] == "a\nb\nc"


def test_every_page_keeps_headline_and_marks_and_all_of_the_text_is_seen(
    qtbot: QtBot, open_application: OpenApplication
) -> None:
    application = open_application(LED, STRIP)
    scene = long_bulletin()
    show(qtbot, application, scene)
    count = pages_of(application)
    assert count > 1
    said = []
    for page in range(count):
        show(qtbot, application, replace(scene, item=f"page-{page}"), page * 300 / count)
        now = seen(application)
        assert scene.words.title in now
        assert set(scene.words.marks) <= set(now)
        assert f"{page + 1} / {count}" in now
        said += now
    shown = "".join("".join(said).split()).replace("\u2060", "")
    assert all(word in shown for word in (*scene.words.body.split(), *scene.words.origin.split()))


def test_pages_turn_by_themselves_within_the_slot(
    qtbot: QtBot, open_application: OpenApplication
) -> None:
    application = open_application(LED, STRIP)
    scene = long_bulletin()
    show(qtbot, application, scene)
    count = pages_of(application)
    # The last page but one, a hundredth of a second before it is turned.
    begun = 300 * (count - 1) / count - 0.2
    show(qtbot, application, replace(scene, item="later"), begun)
    assert f"{count - 1} / {count}" in seen(application)
    qtbot.waitUntil(lambda: f"{count} / {count}" in seen(application))


def test_page_that_goes_while_it_is_turned_stops_turning(
    qtbot: QtBot, open_application: OpenApplication
) -> None:
    application = open_application(LED, STRIP)
    show(qtbot, application, long_bulletin())
    layer = next(each for each in application.stage.layers if each.pages > 1)
    turn = page_turn(application)
    layer.turn_to(1)
    assert turn.property("isTurning")
    layer.set_alone(alone=False)
    layer.setPageCount(1)
    assert not turn.property("isTurning")


def test_gate_page_of_a_strip_speaks_the_slots_language(
    qtbot: QtBot, open_application: OpenApplication
) -> None:
    application = open_application(LED, STRIP)
    for language in LANGUAGES:
        scene = gate_page(language)
        show(qtbot, application, scene)
        assert seen(application) == [scene.words.title, scene.words.body]


def test_words_without_room_for_one_line_are_refused(
    qtbot: QtBot, open_application: OpenApplication, listen: Listen
) -> None:
    application = open_application(LED, STRIP)
    answers = listen(application)
    title = "Không có chỗ cho một dòng nào khác " * 12
    application.stage.show(replace(bulletin("vi", None), words=Wording("vi", title, body="x")))
    qtbot.waitUntil(lambda: answers.reasons != [])
    assert answers.reasons == ["its words fit this screen in no way"]
