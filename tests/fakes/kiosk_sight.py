"""What can be seen and touched on the window of a kiosk at an instant, as plain values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

from player.shell.application import Application
from player.shell.keyboard_view import KeyboardViewModel
from player.shell.lookup.desk import Desk

Place = tuple[float, float, float, float]
"""Left, upper edge, width, height, pixels."""


@dataclass(frozen=True, slots=True)
class Sight:
    """An instant.

    Attributes:
        page: name of the page of the session, "": there is no session.
        language: of the session, "" likewise.
        title: of the page.
        asked: the question that stands over it, "": none.
        typed: on the keyboard.
        buttons: actions of what the page offers, all its sheets.
        today: how the lanes stand, status and words.
        sheets: how many the page has.
        controls: action -> place, of all that can be touched.
        focus: action of what has the keypad's focus.
        lines: kinds of the lines of the answer.
        marks: labels that must be seen.
        windows: how many top-level windows are visible.
        is_whole: whether the window covers its display.
        frames: how many have been swapped.
        stage: item on stage, and the language of its words.
        banner: headline of the notice that is up, "": none.
        alarm: words of the emergency page, "|" between them, "": none stands.
        panel: title of the page of the staff panel, "": it is closed.
    """

    page: str = ""
    language: str = ""
    title: str = ""
    asked: str = ""
    typed: str = ""
    buttons: Sequence[str] = ()
    today: Sequence[Sequence[str]] = ()
    sheets: int = 1
    controls: Mapping[str, Place] = field(default_factory=dict)
    focus: str = ""
    lines: Sequence[str] = ()
    marks: Sequence[str] = ()
    windows: int = 0
    is_whole: bool = False
    frames: int = 0
    stage: Sequence[str] = ()
    banner: str = ""
    alarm: str = ""
    panel: str = ""


def touchables(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yield what a finger can reach at and below ``item``; what is modal hides its neighbours."""
    if not item.isVisible() or not item.isEnabled() or item.opacity() == 0:
        return
    if item.property("action"):
        yield item
    modal = [each for each in item.childItems() if each.isVisible() and each.property("isModal")]
    for child in modal or item.childItems():
        yield from touchables(child)


def place_of(item: QQuickItem) -> Place:
    """Return where ``item`` is in the window."""
    place = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    return place.x(), place.y(), place.width(), place.height()


def sight(application: Application, desk: Desk | None, frames: int) -> Sight:
    """Return what is seen now."""
    window = application.window
    windows = [each for each in QGuiApplication.topLevelWindows() if each.isVisible()]
    if not isinstance(window, QQuickWindow):
        return Sight(windows=len(windows), frames=frames)
    session, page = desk.session if desk else None, application.desk.page
    keyboard: object = application.desk.keyboard
    focused = window.activeFocusItem()
    return Sight(
        page=type(session.view).__name__.removesuffix("View") if session else "",
        language=session.language if session else "",
        title=page.title,
        asked=application.desk.question,
        typed=str(keyboard.text) if isinstance(keyboard, KeyboardViewModel) else "",
        buttons=[button.action for button in page.buttons],
        today=[[line.status, *line.cells] for line in page.today],
        sheets=session.sheets if session else 1,
        controls={str(i.property("action")): place_of(i) for i in touchables(window.contentItem())},
        focus=str(focused.property("action") or "") if focused is not None else "",
        lines=[line.kind for line in page.lines],
        marks=list(page.marks),
        windows=len(windows),
        is_whole=window.geometry() == window.screen().geometry() and window.isVisible(),
        frames=frames,
        stage=_stage(application),
        banner=_banner(application),
        alarm="|".join(each.text for each in application.alarm.plan.words)
        if application.alarm.is_up
        else "",
        panel=application.panel.page.title if application.panel.is_shown else "",
    )


def _stage(application: Application) -> Sequence[str]:
    scene = application.stage.scene
    words = getattr(scene, "words", None)
    return [str(getattr(scene, "item", "")), words.language if words else ""]


def _banner(application: Application) -> str:
    banner = application.overlay.banner
    return banner._cards[banner._front].face.page.headline if banner.is_up else ""
