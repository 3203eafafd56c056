"""What follows from the answers of a set-up: proposals, the picture's shape, what is still owed."""

import re
from typing import Final

from player.config.screen import DENSITY, FARTHEST, TOUCHED, Orientation, Role
from player.stage.setup.facts import Facts
from player.stage.setup.touch_check import is_good_for
from player.store.setup import STEPS, Answers, Step

ASSUMED_MM_PER_PX: Final = 0.21
"""Of a display that does not tell its size: a 19-inch screen of 1920 pixels. Smaller than most at
gates, so that a touch target drawn by it is rather too large than too small."""

NEAREST_MM: Final = 300
HIGHEST_MM: Final = 20_000
"""Of viewing distance and mounting height, as the configuration has them."""

BAR_MM: Final = 100
SHORT_BAR_MM: Final = 50
BAR_SHARE: Final = 0.8
"""Of the picture's width, that the bar may take."""

SHORT_NAMES: Final[dict[Role, str]] = {
    "hall-tv": "hall",
    "kiosk": "kiosk",
    "led-strip": "led",
    "counter": "counter",
    "mobile": "mobile",
}

DISTANCES: Final[dict[Role, tuple[int, int]]] = {
    "hall-tv": (4000, 2100),
    "kiosk": (600, 950),
    "led-strip": (15_000, 3000),
    "counter": (700, 1100),
    "mobile": (3000, 1200),
}
"""Role -> viewing distance and mounting height proposed, mm: those of its example."""

_ID: Final = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
_GATE: Final = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
LONGEST: Final = 64


def proposed_id(answers: Answers) -> str:
    """Return the id that gate, role and number ask for, such as ``huu-nghi-kiosk-01``."""
    gate = answers.gate or "gate"
    kind = SHORT_NAMES[answers.role]
    return f"{gate[: LONGEST - len(kind) - 4]}-{kind}-{answers.number:02}"


def id_of(answers: Answers) -> str:
    """Return the id that the screen will have."""
    return answers.id or proposed_id(answers)


def is_id(text: str) -> bool:
    """Whether a screen may be called that."""
    return _ID.fullmatch(text) is not None


def is_gate(text: str) -> bool:
    """Whether a gate may be called that."""
    return len(text) <= LONGEST and _GATE.fullmatch(text) is not None


def orientation_of(answers: Answers, facts: Facts) -> Orientation:
    """Return how the panel hangs: as was said, else as the display lies."""
    if answers.orientation is not None:
        return answers.orientation
    width, height = facts.size
    return "portrait" if height > width else "landscape"


def picture_size(answers: Answers, facts: Facts) -> tuple[int, int]:
    """Return width and height of the picture as people see it, pixels."""
    long, short = max(facts.size), min(facts.size)
    is_upright = orientation_of(answers, facts).startswith("portrait")
    return (short, long) if is_upright else (long, short)


def width_mm(answers: Answers, facts: Facts) -> int:
    """Return the true width of the picture: as said, else as the display tells, else assumed."""
    if answers.width_mm:
        return answers.width_mm
    if facts.width_mm:
        return facts.width_mm
    return max(50, round(picture_size(answers, facts)[0] * ASSUMED_MM_PER_PX))


def bounded_width(width: int, answers: Answers, facts: Facts) -> int:
    """Return the width nearest to ``width`` that such a picture can have, mm."""
    pixels = picture_size(answers, facts)[0]
    least, most = pixels / DENSITY[1], pixels / DENSITY[0]
    return round(min(max(width, 50, least), 30_000, most))


def farthest_mm(answers: Answers, facts: Facts) -> int:
    """Return from how far the screen can be read at most."""
    return min(60_000, width_mm(answers, facts) * FARTHEST)


def bar(answers: Answers, facts: Facts) -> tuple[int, int]:
    """Return how long the bar to be measured is: mm, and pixels by the width said."""
    pixels, width = picture_size(answers, facts)[0], width_mm(answers, facts)
    length = BAR_MM if BAR_SHARE * width >= BAR_MM else SHORT_BAR_MM
    return length, round(length * pixels / width)


def is_touched(answers: Answers) -> bool:
    """Whether travellers will touch the screen."""
    return answers.role in TOUCHED


def missing(step: Step, answers: Answers, facts: Facts) -> str:
    """Return the key of what ``step`` still needs before the next may come; "": nothing."""
    match step:
        case "gate":
            return "" if answers.gate else "need_gate"
        case "touch":
            verdict = "" if answers.touch == "skipped" and is_touched(answers) else answers.touch
            orientation = orientation_of(answers, facts)
            return "" if is_good_for(orientation, answers.touched, verdict) else "need_touch"
        case "place":
            is_near = answers.viewing_distance_mm <= farthest_mm(answers, facts)
            return "" if is_near else "need_nearer"
        case "trust":
            return "" if is_trust_settled(answers, facts) else "need_trust"
        case "test":
            return "" if answers.findings else "need_test"
        case _:
            return ""


def is_trust_settled(answers: Answers, facts: Facts) -> bool:
    """Whether the root that is there now was compared, or is to be compared later."""
    if answers.trust == "later":
        return True
    root = facts.root
    return bool(answers.trust) and root is not None and answers.fingerprint == root.digits


def owed(answers: Answers, facts: Facts) -> Step | None:
    """Return the first step that still needs something; None: none does."""
    return next((step for step in STEPS if missing(step, answers, facts)), None)
