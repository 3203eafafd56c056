"""What the agent tells of itself: written after each cycle, read by show and ``status``."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

from pydantic import Field

from player import RELEASED
from player.store.layout import Home
from player.store.records import Record, read_record, write_record

ClockState = Literal["trusted", "behind", "suspect"]


class TrustReport(Record):
    """What vouched for content at the latest good cycle.

    Attributes:
        root: version of the root role.
        is_trial: its keys are throwaway ones, for a trial.
        timestamp_issued: when the timestamp was signed.
        floor: an instant known to have passed.
        expires: when the first of the roles expires.
    """

    root: int | None = None
    is_trial: bool = False
    timestamp_issued: datetime | None = None
    floor: datetime | None = None
    expires: datetime | None = None


class RefreshReport(Record):
    """How refreshing goes; ``error`` is the latest one's sentence, empty after a success."""

    last_success: datetime | None = None
    last_attempt: datetime | None = None
    error: str = ""
    source: str = ""


class ClockReport(Record):
    """The machine's clock; ``offset_s``: how far it is ahead of the server's, None: unknown."""

    state: ClockState = "trusted"
    offset_s: float | None = None


class StickReport(Record):
    """What came of the latest stick, in words."""

    at: datetime
    outcome: str
    reason: str


class HeldPack(Record):
    """The pack that was found whole and current: so that a look at it need not read all of it.

    Attributes:
        digest, content: sha256 of its manifest and of its content.
        pack: ``province/gate/channel``.
    """

    digest: str
    content: str
    pack: str
    sequence: int


class AgentReport(Record):
    """Everything the agent tells.

    Attributes:
        held: the pack it brought last.
        notices: what is wrong with the notices that are signed, one sentence each; not all of
            very many, for a record has a limit.
        faults: what is wrong now: code -> one sentence.
    """

    trust: TrustReport = TrustReport()
    refresh: RefreshReport = RefreshReport()
    clock: ClockReport = ClockReport()
    stick: StickReport | None = None
    held: HeldPack | None = None
    notices: Sequence[str] = ()
    faults: Mapping[str, str] = Field(default_factory=dict)


def floor_of(report: AgentReport) -> datetime:
    """Return an instant known to have passed: the release, or a later signed time."""
    return max(RELEASED, report.trust.floor or RELEASED)


def read_report(home: Home) -> AgentReport:
    """Return the agent's latest report; an empty one when there is none."""
    return read_record(home.report, AgentReport) or AgentReport()


def write_report(home: Home, report: AgentReport) -> None:
    """Replace the report durably; raises OSError."""
    write_record(home.report, report)
