"""A set-up under way, and what comes of it; values."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal

from player.config.fingerprint import DIGITS
from player.stage.panel.clock_digits import CLOCK_DIGITS
from player.stage.setup.facts import Facts
from player.stage.setup.touch_check import Landing
from player.store.setup import STEPS, Answers, SetupRecord, Step

Effect = Literal["chime", "silence", "clock", "write", "believe", "test", "export", "finish"]
"""What the shell carries out after a touch: plays the chime or stops it, asks for the clock to be
set, writes the configuration, believes the root that was compared, measures for the self-test,
exports the sheet, ends."""

Field = Literal[
    "",
    "id",
    "gate",
    "pack",
    "width",
    "distance",
    "height",
    "source",
    "proxy",
    "zone",
    "clock",
    "digits",
]
DIALLED: Final[Mapping[Field, int]] = {
    "width": 5,
    "distance": 5,
    "height": 5,
    "clock": CLOCK_DIGITS,
    "digits": DIGITS,
}
"""Fields that are typed on the pad of digits -> the most digits; the others on the keyboard."""

TEST_S: Final = 60
"""How long the self-test measures."""


@dataclass(frozen=True, slots=True)
class SetupSession:
    """Where a set-up is.

    Attributes:
        record: what is kept of it.
        field: that is being typed; "": none.
        typed: so far.
        landings: of the touch check.
        reach: half the size of a target of it, as shares of the picture.
        card: face of the test card that is seen, by its number.
        sheet, sheets: which is seen, of how many the page has.
        message: key of what became of the last touch; "": nothing to be said.
        values: of its placeholders, by name.
        is_refused: whether it was refused.
        left_s: seconds that the self-test still runs; None: it does not.
        clock: what time it is, as was typed; None: nothing was.
    """

    record: SetupRecord
    field: Field = ""
    typed: str = ""
    landings: tuple[Landing, ...] = ()
    reach: tuple[float, float] = (0.04, 0.07)
    card: int = 0
    sheet: int = 0
    sheets: int = 1
    message: str = ""
    values: tuple[tuple[str, str], ...] = ()
    is_refused: bool = False
    left_s: int | None = None
    clock: datetime | None = None

    @property
    def step(self) -> Step:
        """Which is seen."""
        return self.record.step

    @property
    def answers(self) -> Answers:
        """So far."""
        return self.record.answers

    def answered(self, **changes: object) -> "SetupSession":
        """Return it with other answers."""
        answers = self.answers.model_copy(update=changes)
        return replace(self, record=self.record.model_copy(update={"answers": answers}))

    def written(self) -> "SetupSession":
        """Return it once the configuration is of this set-up."""
        return replace(self, record=self.record.model_copy(update={"is_written": True}))

    def at(self, step: Step) -> "SetupSession":
        """Return it at another step, with nothing typed and nothing said."""
        return SetupSession(
            self.record.model_copy(update={"step": step}),
            landings=self.landings if step == self.step else (),
            reach=self.reach,
        )

    def said(self, message: str, *, is_refused: bool = False, **values: str) -> "SetupSession":
        """Return it saying something."""
        return replace(self, message=message, values=tuple(values.items()), is_refused=is_refused)

    def refused(self, message: str, **values: str) -> "SetupSession":
        """Return it saying why something was not taken."""
        return self.said(message, is_refused=True, **values)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of a touch."""

    session: SetupSession
    effects: tuple[Effect, ...] = ()


def begin(record: SetupRecord | None, facts: Facts) -> SetupSession:
    """Return the set-up at the step it was left at; None: from its beginning."""
    if record is not None:
        return SetupSession(record)
    first = facts.gates[0] if facts.gates else None
    answers = Answers(gate=first.id, pack=first.pack) if first else Answers()
    return SetupSession(SetupRecord(answers=answers))


def number_of(step: Step) -> int:
    """Return which step it is, from 1."""
    return STEPS.index(step) + 1
