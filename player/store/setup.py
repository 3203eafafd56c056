"""How far the set-up of a screen is: written after every answer, so that a power cut loses none."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

from pydantic import Field

from player.config.screen import Orientation, Role
from player.store.layout import Home
from player.store.records import Record, read_record, write_record

Step = Literal[
    "language",
    "id",
    "gate",
    "role",
    "orientation",
    "touch",
    "width",
    "place",
    "card",
    "sound",
    "source",
    "trust",
    "pack",
    "test",
    "sheet",
]
STEPS: Final[tuple[Step, ...]] = get_args(Step)

Verdict = Literal["good", "bad", "skipped"]
Checked = Literal["", "frames", "touch", "sound", "disk", "clock", "pack"]


class Finding(Record):
    """What came of one check of the self-test.

    Attributes:
        verdict: whether it passed.
        facts: what was measured, by the placeholders of its sentence.
    """

    verdict: Verdict
    facts: Mapping[str, str] = Field(default_factory=dict)


class Answers(Record):
    """What a technician said of a screen so far.

    Attributes:
        lang: of the set-up itself.
        id: of the screen; "": the one proposed.
        number: of the screen among those of its kind at the gate.
        gate: its id; "": nobody has said.
        pack: ``province/gate/channel``; "": the one the home holds.
        orientation: how it hangs; None: as the display was found.
        touch: how the check of the touch panel went; "": it has yet to be made.
        touched: orientation that it was made in.
        width_mm: of the lit picture; 0: nobody has said.
        heard: whether the chime was; "": nobody has said.
        trust: how the root was compared: ``typed``, ``read`` aloud, or ``later``; "": not yet.
        fingerprint: of that root, in digits.
        findings: of the self-test: check -> what came of it.
    """

    lang: Literal["vi", "en"] = "vi"
    id: str = ""
    number: int = 1
    gate: str = ""
    pack: str = ""
    role: Role = "kiosk"
    orientation: Orientation | None = None
    touch: Literal["", "good", "skipped"] = ""
    touched: Orientation | None = None
    width_mm: int = 0
    viewing_distance_mm: int = 600
    mounting_height_mm: int = 950
    overscan_percent: float = 0
    plays_sound: bool = False
    alarm_sounds: bool = False
    volume_percent: int = 60
    heard: Literal["", "yes", "no"] = ""
    source: str = ""
    proxy: str = ""
    reads_sticks: bool = True
    time_zone: str = "Asia/Ho_Chi_Minh"
    trust: Literal["", "typed", "read", "later"] = ""
    fingerprint: str = ""
    findings: Mapping[str, Finding] = Field(default_factory=dict)


class SetupRecord(Record):
    """A set-up that was begun.

    Attributes:
        step: that comes next.
        answers: so far.
        is_done: whether the screen may play without it.
        is_written: whether it wrote the configuration that lies there.
        only_touch: only the touch check is owed: of a screen cloned onto another display.
    """

    step: Step = "language"
    answers: Answers = Answers()
    is_done: bool = False
    is_written: bool = False
    only_touch: bool = False


def read_setup(home: Home) -> SetupRecord | None:
    """Return the set-up that was begun; None: there is none, or it cannot be read."""
    return read_record(home.setup, SetupRecord)


def write_setup(home: Home, record: SetupRecord) -> None:
    """Replace it durably; raises OSError."""
    write_record(home.setup, record)


def owes_setup(home: Home) -> bool:
    """Whether the configuration that lies there is of a set-up that has not ended.

    One that was begun and wrote none is over: somebody copied a configuration here meanwhile.
    """
    record = read_setup(home)
    if record is None or record.is_done:
        return False
    return record.is_written or record.only_touch
