"""Carries the set-up of a screen out: what is touched, kept, measured and written.

The rules are ``player.stage.setup``; what it works with is handed in as ``Workshop``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickWindow

from player.config.screen import Display, Screen
from player.shell.keyboard_view import KeyboardViewModel
from player.shell.lookup.touch_watch import ERASED, TouchWatch
from player.shell.panel.panel_room import panel_room
from player.shell.screen_metrics import ScreenMetrics
from player.shell.setup.frame_meter import FrameMeter
from player.shell.setup.setup_view import SetupViewModel
from player.stage.phrases import Phrases
from player.stage.setup import answers as told
from player.stage.setup.facts import Facts
from player.stage.setup.pages import frame_of, page_of
from player.stage.setup.rules import act, landed, typed
from player.stage.setup.session import DIALLED, TEST_S, Effect, Outcome, SetupSession, begin
from player.stage.setup.writing import Writing
from player.store.setup import Answers, Finding, SetupRecord

SECOND_MS = 1_000
FINGER_SHARE = 0.75
"""Half the size of a target of the touch check, in touch targets."""

Refusal = tuple[str, Mapping[str, str]]
"""Key of a sentence, and its values."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a set-up works with; each deed returns why it was refused, None: it was not.

    Attributes:
        look: facts about this screen, as far as these answers go, in a window of these pixels.
        keep: takes the record, so that a power cut loses nothing.
        write: the configuration.
        believe: the root that was compared.
        set_clock: asks for the machine's clock to be set to what time it is.
        export: the acceptance sheet to a stick; the refusal may say where it was written.
        finish: keeps the acceptance sheet, and the record as done.
        chime: plays it, at this volume.
        silence: stops it.
        judge: ends the self-test: seconds, frames, longest gap -> findings.
        monotonic: seconds of a clock that never steps.
    """

    look: Callable[[Answers, tuple[int, int]], Facts]
    keep: Callable[[SetupRecord], Refusal | None]
    write: Callable[[Answers, Facts], Refusal | None]
    believe: Callable[[Answers, Facts], Refusal | None]
    set_clock: Callable[[datetime], Refusal | None]
    export: Callable[[Answers, Facts], Refusal | None]
    finish: Callable[[SetupRecord, Facts], Refusal | None]
    chime: Callable[[int], None]
    silence: Callable[[], None]
    judge: Callable[[Answers, float, int, float], Mapping[str, Finding]]
    monotonic: Callable[[], float]


class SetupDesk(QObject):
    """The set-up on one window, from its first step or where it was left."""

    finished = Signal()

    def __init__(
        self,
        view: SetupViewModel,
        metrics: ScreenMetrics,
        keyboard: KeyboardViewModel,
        phrases: Phrases,
        workshop: Workshop,
    ) -> None:
        """Wait for ``start``.

        Args:
            view: draws.
            metrics: lengths of the screen; they follow the answers.
            keyboard: that words are typed on.
            phrases: of the set-up, Vietnamese and English.
            workshop: what it works with.
        """
        super().__init__(view)
        self._view = view
        self._metrics = metrics
        self._keyboard = keyboard
        self._phrases = phrases
        self._workshop = workshop
        self._session = SetupSession(SetupRecord())
        self._facts = Facts(metrics.window)
        self._window: QQuickWindow | None = None
        self._meter: FrameMeter | None = None
        self._is_over = False
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        keyboard.textChanged.connect(self._typed)
        view.put_down(keyboard)
        view.acted.connect(self.act)
        view.landed.connect(self._landed)
        view.measured.connect(self._measured)
        metrics.changed.connect(self._resize)

    @property
    def session(self) -> SetupSession:
        """Where it is."""
        return self._session

    def start(self, record: SetupRecord | None, window: QQuickWindow | None) -> None:
        """Show the step that comes next.

        Args:
            record: of a set-up that was begun; None: from the beginning.
            window: whose frames are counted; None: none are.
        """
        self._window = window
        self._facts = self._look(record.answers if record else Answers())
        self._session = begin(record, self._facts)
        self._follow()
        self._show()
        self._view.show(shown=True)
        self._timer.start()

    def attend(self, watch: TouchWatch) -> None:
        """Hear the keyboard that a technician plugged in: many a display cannot be touched."""
        watch.escaped.connect(lambda: self.act("back"))
        watch.began.connect(lambda: self.act("done" if self._session.field else "next"))
        watch.wrote.connect(self._write)

    def close(self) -> None:
        """End, whatever was left open."""
        self._timer.stop()
        if self._meter is not None:
            self._meter.end()
            self._meter = None
        self._keyboard.forget()

    @Slot(str)
    def act(self, name: str) -> None:
        """Do what the control of that name does."""
        if self._is_over:
            return
        self._facts = self._look(self._session.answers)
        before = self._session
        self._take(before, act(before, name, self._facts))
        if self._session.field != before.field:
            self._keyboard.forget()
            if self._session.field and self._session.field not in DIALLED:
                self._keyboard.enter(self._session.typed)
        self._show()

    @Slot()
    def tick(self) -> None:
        """Look at the clocks, the store and the agent's report."""
        if self._meter is not None:
            left = max(0, round(TEST_S - self._meter.seconds))
            self._session = replace(self._session, left_s=left)
            if left == 0:
                self._judge(self._meter)
        self._facts = self._look(self._session.answers)
        self._show()

    def say(self, key: str, **values: str) -> None:
        """Say on the page that something was refused."""
        self._session = self._session.refused(key, **values)
        self._show()

    def _take(self, before: SetupSession, outcome: Outcome) -> None:
        """Carry an outcome out; what is refused leaves the set-up at the step it was at."""
        after = outcome.session
        for effect in outcome.effects:
            refusal = self._carry_out(effect, after)
            if refusal is not None:
                key, values = refusal
                is_told = effect == "export" and key == "sheet_written"
                after = before.said(key, is_refused=not is_told, **values)
                break
        self._session = after
        if after.record != before.record and not self._is_over:
            refusal = self._workshop.keep(after.record)
            if refusal is not None:
                self._session = after.refused(refusal[0], **refusal[1])
        if after.left_s is None and self._meter is not None:
            self._meter.end()
            self._meter = None
        self._follow()

    def _carry_out(self, effect: Effect, after: SetupSession) -> Refusal | None:
        workshop, answers, facts = self._workshop, after.answers, self._facts
        deeds: Mapping[Effect, Callable[[], Refusal | None]] = {
            "write": partial(workshop.write, answers, facts),
            "believe": partial(workshop.believe, answers, facts),
            "export": partial(workshop.export, answers, facts),
            "clock": partial(self._set_clock, after.clock),
            "chime": partial(workshop.chime, answers.volume_percent),
            "silence": workshop.silence,
            "test": partial(self._begin_test, answers),
            "finish": partial(self._finish, after.record),
        }
        return deeds[effect]()

    def _set_clock(self, at: datetime | None) -> Refusal | None:
        return None if at is None else self._workshop.set_clock(at)

    def _finish(self, record: SetupRecord) -> Refusal | None:
        # Anew: what was answered since may have changed the configuration; a touch check does not.
        refusal = None
        if not record.only_touch:
            refusal = self._workshop.write(record.answers, self._facts)
        if refusal is None:
            facts = self._look(record.answers)
            done = record.model_copy(update={"is_done": True, "only_touch": False})
            refusal = self._workshop.finish(done, facts)
        if refusal is None:
            self._is_over = True
            self.close()
            self.finished.emit()
        return refusal

    def _begin_test(self, answers: Answers) -> None:
        if self._window is not None:
            self._meter = FrameMeter(self._window, self._workshop.monotonic)
        if answers.plays_sound or answers.alarm_sounds:
            self._workshop.chime(answers.volume_percent)

    def _judge(self, meter: FrameMeter) -> None:
        self._meter = None
        meter.end()
        answers = self._session.answers
        found = self._workshop.judge(answers, meter.seconds, meter.frames, meter.gap_s)
        before = self._session
        self._take(before, Outcome(replace(before.answered(findings=found), left_s=None)))

    def _follow(self) -> None:
        """Have the picture hang, and be as large, as the answers say."""
        answers, facts = self._session.answers, self._facts
        self._metrics.hang(draft_screen(answers, facts))
        metrics = self._metrics.metrics
        finger = FINGER_SHARE * self._view.room.touch
        reach = (finger / metrics.width, finger / metrics.height)
        self._session = replace(self._session, reach=reach)

    def _look(self, answers: Answers) -> Facts:
        return self._workshop.look(answers, self._metrics.window)

    def _show(self) -> None:
        session = self._session
        writing = Writing(self._phrases, session.answers.lang)
        self._view.speak(writing.tag)
        self._view.frame(frame_of(writing, session, self._facts))
        page = page_of(writing, session, self._facts, self._metrics.degrees)
        self._view.fold(page, session.sheet)

    @Slot(float, float)
    def _landed(self, across: float, down: float) -> None:
        self._take(self._session, landed(self._session, (across, down), self._facts))
        self._show()

    @Slot(str)
    def _write(self, letter: str) -> None:
        field, is_erased = self._session.field, letter == ERASED
        if field in DIALLED:
            self.act("erase" if is_erased else f"digit:{letter}")
        elif field and is_erased:
            self._keyboard.press("backspace")
        elif field:
            self._keyboard.enter(letter)
        elif is_erased:
            self.act("back")

    @Slot()
    def _typed(self) -> None:
        if self._session.field and self._session.field not in DIALLED:
            self._session = typed(self._session, self._keyboard.wanted)
            self._show()

    @Slot(int)
    def _measured(self, sheets: int) -> None:
        if sheets == self._session.sheets:
            return
        sheet = min(self._session.sheet, sheets - 1)
        self._session = replace(self._session, sheets=sheets, sheet=sheet)
        writing = Writing(self._phrases, self._session.answers.lang)
        self._view.frame(frame_of(writing, self._session, self._facts))
        self._view.fold(self._view.page, sheet)

    @Slot()
    def _resize(self) -> None:
        display = draft_screen(self._session.answers, self._facts).display
        self._view.set_room(panel_room(display, self._metrics.metrics))


def draft_screen(answers: Answers, facts: Facts) -> Screen:
    """Return a screen that hangs, and is as large, as was said so far; set for a finger."""
    width = told.bounded_width(told.width_mm(answers, facts), answers, facts)
    display = Display(
        orientation=told.orientation_of(answers, facts),
        overscan_percent=answers.overscan_percent,
        width_mm=width,
        viewing_distance_mm=600,
        mounting_height_mm=answers.mounting_height_mm,
    )
    return Screen(id="setup", gate="setup", role="kiosk", display=display)
