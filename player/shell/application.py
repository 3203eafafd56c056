"""The Qt application of one screen, and the order in which it is built.

1. ``scenegraph.choose`` decides how Qt draws; the environment is set before Qt looks at it.
2. ``QGuiApplication``, Qt's messages into ``logging``, fonts.
3. View models: screen metrics, typefaces, stage, overlay. They exist before any QML and outlive
   it, for QML keeps no reference to a Python object.
4. ``open``: the engine loads ``Main.qml`` with the view models as its initial properties; the
   window opens. If QML cannot be loaded, the built-in page is painted in a plain window instead.
5. ``exec`` runs until ``quit`` or a signal. The engine is destroyed first, then the rest.

::

    application = Application(screen, Setup(state=home.state))
    application.stage.painted.connect(...)
    application.open()
    application.stage.show(scene)
    sys.exit(application.exec())
"""

import logging
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import shiboken6
from PySide6.QtCore import QObject, QSize, Qt, QtMsgType, QUrl, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImageReader, QWindow
from PySide6.QtQml import QQmlApplicationEngine, QQmlError
from PySide6.QtQuick import QQuickWindow  # before any window exists, else it arrives as a QWindow

import player.shell.video_item  # noqa: F401  (registers the type that templates name)
from player import clock, resources
from player.config.screen import PixelSize, Screen
from player.heap import give_pictures_back
from player.shell.alarm_view import AlarmViewModel
from player.shell.builtin_page import BuiltinPage
from player.shell.lookout import Lookout, Progress
from player.shell.lookup.desk_room import desk_room
from player.shell.lookup.desk_view import DeskViewModel
from player.shell.overlay import Overlay
from player.shell.panel.panel_room import panel_room
from player.shell.panel.panel_view import PanelViewModel
from player.shell.placement import Placement
from player.shell.plain_window import PlainWindow
from player.shell.power_view import PowerViewModel
from player.shell.qt_messages import level_of, route_qt_messages
from player.shell.scenegraph import Graphics, choose, environment, probe_in_child
from player.shell.screen_metrics import ScreenMetrics
from player.shell.screensaver import keep_awake
from player.shell.stage_view import FADE_MS, MUTED, StageViewModel
from player.shell.timers import OneShot
from player.shell.type_setter import TypeSetter
from player.shell.typefaces import Typefaces, load_fonts, read_typefaces
from player.shell.unix_signals import QuitSignals
from player.shell.video_player import VideoPlayer
from player.video.client import VideoClient
from player.video.frames import FrameRing
from player.video.geometry import frame_bytes
from player.video.launch import launch_worker

MAIN: Final = "GatePlayer/Stage/Main.qml"
FAILED: Final = 70
STAND_IN_S: Final = 55.0
"""How long the plain window stands before the process ends and is started again."""

PICTURE_LIMIT_MB: Final = 192
"""The largest picture a pack may hold takes 59 MB decoded (3840 x 3840, 4 bytes)."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Setup:
    """How this run differs from another on the same screen.

    Attributes:
        state: folder the player writes; remembers how the machine draws.
        windowed: an ordinary window, for development.
        exact_size: width and height of the window where no display decides them; pixels.
        fade_ms: duration of a change; 0 in pictures made for comparison.
        plays_clips: False where a clip is its first picture.
        layouts: folder of the QML modules.
    """

    state: Path
    windowed: bool = False
    exact_size: tuple[int, int] | None = None
    fade_ms: int = FADE_MS
    plays_clips: bool = True
    layouts: Path = field(default_factory=resources.layouts)


class Application(QObject):
    """Everything of Qt that lives as long as the player.

    Attributes:
        main: the window's file, below the layouts.
    """

    main = MAIN

    renewed = Signal()
    """Another window stands in the place of the one before."""

    def __init__(self, screen: Screen, setup: Setup) -> None:
        """Build all but the window."""
        self._application, self.graphics = _make_qt(setup)
        super().__init__()
        self._setup = setup
        self._engine: QQmlApplicationEngine | None = None
        self._window: QWindow | None = None
        self._code = 0
        self._is_over = False
        self.lookout: Lookout | None = None
        fonts = resources.assets() / "fonts"
        for file in load_fonts(fonts):
            logger.error("a bundled font cannot be loaded", extra={"file": str(file)})
        typefaces = _typefaces(fonts)
        self._application.setFont(typefaces.font("", 16, bold=False))
        BuiltinPage.typefaces = typefaces
        self.typefaces = typefaces
        size = self._first_size(screen)
        self.metrics = ScreenMetrics(screen, size.width(), size.height())
        self._type_setter = TypeSetter(typefaces)
        self.clips = VideoPlayer(_video_client(self.metrics), clock.monotonic)
        self.stage = StageViewModel(
            self.metrics,
            self._type_setter,
            self.clips if setup.plays_clips else None,
            volume=MUTED if screen.sound.volume is None else screen.sound.volume,
            fade_ms=setup.fade_ms,
            monotonic=clock.monotonic,
        )
        self.overlay = Overlay(self.metrics, setup.fade_ms)
        is_touched = screen.is_touched
        room = desk_room(screen.display, self.metrics.metrics, frozenset(), is_touched=is_touched)
        self.desk = DeskViewModel(room, is_touched=is_touched)
        self.alarm = AlarmViewModel(setup.fade_ms)
        self.power = PowerViewModel()
        self.panel = PanelViewModel(panel_room(screen.display, self.metrics.metrics))
        self._placement = Placement(self._application)
        self._signals = QuitSignals(self.quit)

    @property
    def properties(self) -> dict[str, object]:
        """What the window is opened with, by the names of its required properties."""
        return {
            "stage": self.stage,
            "overlay": self.overlay,
            "desk": self.desk,
            "alarm": self.alarm,
            "power": self.power,
            "panel": self.panel,
        }

    @property
    def type_setter(self) -> TypeSetter:
        """Fonts and widths of words, for QML."""
        return self._type_setter

    @property
    def window(self) -> QWindow | None:
        """The window, once ``open``."""
        return self._window

    @property
    def platform(self) -> str:
        """Qt's name of what it draws on, such as ``xcb``."""
        return self._application.platformName()

    def open(self) -> bool:
        """Load QML and open the window.

        Returns:
            False when QML could not be loaded: the built-in page stands in a plain window and
            ``exec`` will return ``FAILED``.
        """
        self._engine = QQmlApplicationEngine()
        self._engine.setOutputWarningsToStandardError(False)
        self._engine.warnings.connect(self._log_warnings)
        self._engine.addImportPath(str(self._setup.layouts))
        self._engine.setInitialProperties(self.properties)
        self._engine.load(QUrl.fromLocalFile(str(self._setup.layouts / self.main)))
        roots = self._engine.rootObjects()
        root = roots[0] if roots else None
        if isinstance(root, QQuickWindow):
            self._show(root)
            return True
        logger.critical("the stage cannot be loaded; the built-in page stands in")
        self._code = FAILED
        OneShot(self, STAND_IN_S, self.quit)
        self._show(PlainWindow(self.typefaces, self.alarm, self.metrics))
        return False

    def renew(self) -> None:
        """Make window and view anew, of the same view models; the page on stage is set again."""
        engine, self._engine = self._engine, None
        self._forget_window()
        if engine is not None:
            shiboken6.delete(engine)
        self.open()
        self.stage.refit()
        self.renewed.emit()

    def watch(self, progress: Progress) -> None:
        """Have the window and what plays in it watched; a plain window ends by itself."""
        if isinstance(self._window, QQuickWindow):
            self.lookout = Lookout(self._window, progress, clock.monotonic, self._is_unplugged)

    def exec(self, leave: Callable[[int], None] = lambda _: None) -> int:
        """Run until asked to end, then take everything down.

        Args:
            leave: told the exit code before that.

        Returns:
            The exit code: 0, or ``FAILED`` when QML could not be loaded.
        """
        # Qt forgets an exit that is asked for before its loop runs.
        code = (0 if self._is_over else self._application.exec()) or self._code
        leave(code)
        self.close()
        return code

    @Slot()
    def quit(self, code: int | None = None) -> None:
        """End ``exec`` soon, or at once when it has not begun.

        Args:
            code: that ``exec`` is to return; None: as things stand.
        """
        self._is_over = True
        self._code = self._code if code is None else code
        self._application.exit(self._code)

    def close(self) -> None:
        """Destroy the engine and its window first, then the rest; safe to call twice."""
        engine, self._engine = self._engine, None
        self._forget_window()
        if engine is not None:
            shiboken6.delete(engine)
        self.stage.close()
        self.clips.close()
        self._signals.close()

    def _first_size(self, screen: Screen) -> QSize:
        if self._setup.exact_size is not None:
            return QSize(*self._setup.exact_size)
        found = self._application.primaryScreen().size()
        wanted = screen.display.size
        if not isinstance(wanted, PixelSize):
            return found
        if self._setup.windowed:
            asked = QSize(wanted.width, wanted.height)
            return asked.scaled(asked.boundedTo(found), Qt.AspectRatioMode.KeepAspectRatio)
        if (wanted.width, wanted.height) not in {found.toTuple(), found.transposed().toTuple()}:
            logger.info(
                "the display has another size than configured",
                extra={"found": found.toTuple(), "configured": (wanted.width, wanted.height)},
            )
        return found

    def _show(self, window: QWindow) -> None:
        self._window = window
        window.widthChanged.connect(self._resized)
        window.heightChanged.connect(self._resized)
        if self._setup.windowed:
            window.resize(*self.metrics.window)
            window.show()
            return
        self._application.setOverrideCursor(Qt.CursorShape.BlankCursor)
        self._placement.cover(window)
        if self.platform == "xcb":
            keep_awake()

    def _forget_window(self) -> None:
        self._placement.leave()
        self._window = self.lookout = None

    def _is_unplugged(self) -> bool:
        # A display that sleeps because it is told to may look like one that is away.
        return not self._placement.has_display and not self.power.is_dark

    @Slot()
    def _resized(self) -> None:
        if self._window is not None:
            self.metrics.resize(self._window.width(), self._window.height())

    @Slot(list)
    def _log_warnings(self, warnings: list[QQmlError]) -> None:
        for warning in warnings:
            text = warning.toString()
            logger.log(level_of(QtMsgType.QtWarningMsg, text), text)


def _video_client(metrics: ScreenMetrics) -> VideoClient:
    # Room for a frame as large as the window, also once the display stands upright or lies down;
    # memory is taken when a frame is written.
    width, height = metrics.window
    room = max(frame_bytes(width, height), frame_bytes(height, width))
    ring = FrameRing.create(room)
    return VideoClient(ring, launch_worker, clock.monotonic)


def _typefaces(folder: Path) -> Typefaces:
    """Return the faces per language; without their table whatever the machine has."""
    try:
        return read_typefaces(folder)
    except (OSError, ValueError) as e:
        logger.error("the table of fonts cannot be read", extra={"reason": str(e)})  # noqa: TRY400  (foreseen; a traceback says nothing)
        return Typefaces((), {})


def _make_qt(setup: Setup) -> tuple[QGuiApplication, Graphics | None]:
    QImageReader.setAllocationLimit(PICTURE_LIMIT_MB)
    give_pictures_back()
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        # A test's own: it has settled the environment and listens to Qt's messages itself.
        return running, None
    graphics = choose(setup.state, probe_in_child)
    environment(graphics, os.environ, windowed=setup.windowed)
    logger.info("graphics", extra={"backend": graphics.backend, "why": graphics.why})
    route_qt_messages()
    application = QGuiApplication([sys.argv[0]])
    application.setApplicationName("gate-player")
    application.setQuitOnLastWindowClosed(setup.windowed)
    return application, graphics
