"""A storm of touches: whatever hands do to a panel, at random but the same for the same seed."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickItem, QQuickWindow

from player import clock
from tests.fakes.fingers import Fingers
from tests.fakes.kiosk_sight import touchables

MOST_FINGERS: Final = 10
PROBE_EVERY_S: Final = 0.4
UNANSWERED_S: Final = 5.0
"""A touch without a frame after this is not answered at all."""

Gesture = Iterator[int]
"""Moves fingers, and yields the milliseconds until it goes on."""


class Storm(QObject):
    """Gestures one after another, and now and then a probe: how soon is a touch seen?"""

    over = Signal()

    def __init__(self, window: QQuickWindow, seed: int, lasts_s: float) -> None:
        """Begin.

        Args:
            window: to be touched.
            seed: of the randomness.
            lasts_s: until it is over.
        """
        super().__init__()
        self.answers_s: list[float] = []
        self.gestures = 0
        self._window = window
        self._random = Random(seed)  # noqa: S311  (a storm, no secret)
        self._fingers = Fingers(window)
        self._end_s = clock.monotonic() + lasts_s
        self._probe_s = 0.0
        self._asked_s: float | None = None
        self._gesture: Gesture = iter(())
        self._kinds: tuple[Callable[[], Gesture], ...] = (
            self._tap,
            self._tap,
            self._burst,
            self._chord,
            self._swipe,
            self._long_press,
            self._off,
            self._cancel,
        )
        window.frameSwapped.connect(self._swapped)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    @Slot()
    def _swapped(self) -> None:
        if self._asked_s is not None:
            self.answers_s.append(clock.monotonic() - self._asked_s)
            self._asked_s = None

    @Slot()
    def _go_on(self) -> None:
        wait_ms = next(self._gesture, None)
        while wait_ms is None:
            now_s = clock.monotonic()
            if now_s >= self._end_s:
                self._finish()
                return
            self.gestures += 1
            if now_s >= self._probe_s:
                self._probe_s = now_s + PROBE_EVERY_S
                self._gesture = self._probe()
            else:
                self._gesture = self._random.choice(self._kinds)()
            wait_ms = next(self._gesture, None)
        self._timer.start(wait_ms)

    def _finish(self) -> None:
        self._fingers.lift()
        self._window.frameSwapped.disconnect(self._swapped)
        self.over.emit()

    def _probe(self) -> Gesture:
        """Touch something, and wait for the frame that shows it, and for the one let go."""
        self._fingers.lift()
        yield 30
        place = self._control()
        self._asked_s = clock.monotonic()
        give_up_s = self._asked_s + UNANSWERED_S
        self._fingers.press(0, place)
        while self._asked_s is not None and clock.monotonic() < give_up_s:
            yield 1
        self._give_up()
        yield 20
        self._asked_s = clock.monotonic()
        self._fingers.lift()
        while self._asked_s is not None and clock.monotonic() < give_up_s:
            yield 1
        self._give_up()

    def _give_up(self) -> None:
        if self._asked_s is not None:
            self._asked_s = None
            self.answers_s.append(UNANSWERED_S)

    def _tap(self) -> Gesture:
        self._fingers.press(0, self._aim())
        yield self._random.randrange(5, 60)
        self._fingers.lift()
        yield self._random.randrange(5, 60)

    def _burst(self) -> Gesture:
        """Ten taps a second on one spot."""
        place = self._aim()
        for _ in range(10):
            self._fingers.press(0, place)
            yield 40
            self._fingers.lift()
            yield 60

    def _chord(self) -> Gesture:
        """Up to ten fingers that come, move and go as they like."""
        fingers = range(self._random.randrange(2, MOST_FINGERS + 1))
        for finger in fingers:
            self._fingers.press(finger, self._aim())
            yield self._random.randrange(15)
        for _ in range(8):
            self._fingers.move(self._random.choice(fingers), self._anywhere())
            yield 8
        for finger in self._random.sample(fingers, len(fingers)):
            self._fingers.lift(finger)
            yield self._random.randrange(15)

    def _swipe(self) -> Gesture:
        """From an edge towards the opposite one, as for a menu of the system."""
        place = self._anywhere()
        edge, across = self._random.choice(
            [
                (QPoint(0, place.y()), QPoint(self._window.width(), place.y())),
                (QPoint(self._window.width() - 1, place.y()), QPoint(0, place.y())),
                (QPoint(place.x(), 0), QPoint(place.x(), self._window.height())),
                (QPoint(place.x(), self._window.height() - 1), QPoint(place.x(), 0)),
            ]
        )
        yield from self._drag(edge, across)

    def _off(self) -> Gesture:
        """From a control to a place beyond the window."""
        beyond = self._random.choice([QPoint(-300, 200), QPoint(400, -90), QPoint(9000, 9000)])
        yield from self._drag(self._aim(), beyond)

    def _drag(self, begin: QPoint, end: QPoint) -> Gesture:
        self._fingers.press(0, begin)
        yield 8
        for step in range(1, 11):
            self._fingers.move(0, begin + (end - begin) * (step / 10))
            yield 8
        self._fingers.lift()
        yield 8

    def _long_press(self) -> Gesture:
        self._fingers.press(0, self._aim())
        yield self._random.randrange(600, 1200)
        self._fingers.lift()
        yield 10

    def _cancel(self) -> Gesture:
        """The panel takes its word back while fingers are down."""
        for finger in range(self._random.randrange(1, 5)):
            self._fingers.press(finger, self._aim())
            yield 10
        self._fingers.cancel()
        yield 10

    def _aim(self) -> QPoint:
        """Return a place on a control, three times of four; else any place."""
        return self._control() if self._random.random() < 0.75 else self._anywhere()

    def _control(self) -> QPoint:
        found = list(touchables(self._window.contentItem()))
        return _middle(self._random.choice(found)) if found else self._anywhere()

    def _anywhere(self) -> QPoint:
        room = QRect(0, 0, self._window.width(), self._window.height())
        x, y = self._random.randrange(room.width()), self._random.randrange(room.height())
        return QPoint(x, y)


def _middle(item: QQuickItem) -> QPoint:
    return item.mapToScene(item.boundingRect().center()).toPoint()
