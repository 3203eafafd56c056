"""The order to take a whole screen: plain values, whoever gives it.

Who may give it, for how long it holds and when it ends is decided elsewhere (``notices``, gate
staff); here it is only said what the pages need to know.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from player.stage.alarm.signs import Sign


class AlarmKind(StrEnum):
    """What people must do, or that it is over."""

    EVACUATE = "evacuate"
    FIRE = "fire"
    SHELTER = "shelter"
    DANGER = "danger"
    ALL_CLEAR = "all-clear"


class AlarmStatus(StrEnum):
    """Whether it is meant (CAP 1.2, ``status``); the others must never look like ``ACTUAL``."""

    ACTUAL = "actual"
    EXERCISE = "exercise"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class AlarmText:
    """What is said in one language.

    Attributes:
        headline: three to six words.
        instructions: what to do, a sentence each; none: the headline says it.
    """

    headline: str
    instructions: tuple[str, ...] = ()


LEVELS: Final = range(1, 6)
"""Levels of disaster risk."""


@dataclass(frozen=True, slots=True)
class AlarmCall:
    """An order to take the screen.

    Attributes:
        kind: decides signs and colour.
        status: meant, or exercise or test, which look different and say so.
        since_ms: when it was given, milliseconds since the epoch; pages and chime count from it,
            so that screens side by side turn together.
        texts: language -> what is said; none at all: the player's own sentences for this kind.
        issuers: language -> who says so; none: not said.
        sign: instead of that of ``kind``: where to gather, or where first aid is given.
        level: of disaster risk, 1 to 5 (Decision 18/2021/QĐ-TTg, article 4); None: not said.
        sounds: whether a chime is asked for; the screen's configuration must allow it, too.
        is_timed: whether the time of ``since_ms`` is shown; False while nobody believes the clock.
    """

    kind: AlarmKind
    status: AlarmStatus
    since_ms: int
    texts: Mapping[str, AlarmText] = field(default_factory=dict)
    issuers: Mapping[str, str] = field(default_factory=dict)
    sign: Sign | None = None
    level: int | None = None
    sounds: bool = False
    is_timed: bool = True

    def __post_init__(self) -> None:
        """Refuse a level that does not exist.

        Raises:
            ValueError: ``level`` is not 1 to 5.
        """
        if self.level is not None and self.level not in LEVELS:
            raise ValueError(f"level {self.level} is not one of {LEVELS}")
