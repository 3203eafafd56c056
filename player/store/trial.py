"""Trial: a pack proves itself on screen before it counts as good.

A *candidate* is current, but no screen time of it is known. Each time show puts it on stage is a
*try*, written down before the pack is read, so that one that brings the player down is counted
too. After 120 s on screen with every kind of scene drawn it is *good*, and the agent makes it the
last good pack. After three tries, or as soon as a kind of scene cannot be drawn, it has *failed*:
show goes back to the last good pack, and the agent lays it in quarantine until the sequence rises.

Show writes ``state/trial.json`` and the lease, and nothing else here.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from player.store.layout import Home
from player.store.records import Record, read_record, write_record

TRIES: Final = 3
PROOF_S: Final = 120.0
"""For how long a candidate must have been on stage; seconds."""


class Verdict(StrEnum):
    """What is known of a pack on trial."""

    TRYING = "trying"
    GOOD = "good"
    FAILED = "failed"


class Trial(Record):
    """The latest pack on trial.

    Attributes:
        pack: digest of its manifest.
        tries: how often it went on stage, this time included.
        reason: why it failed, one sentence; else empty.
    """

    pack: str
    tries: int = 0
    verdict: Verdict = Verdict.TRYING
    reason: str = ""


class Lease(Record):
    """Packs that show holds open; they must not be removed."""

    packs: tuple[str, ...] = ()


def read_trial(home: Home) -> Trial | None:
    """Return the latest trial, None when there was none."""
    return read_record(home.trial, Trial)


def has_failed(pack: str, trial: Trial | None) -> bool:
    """Whether the pack of digest ``pack`` must not go on stage (again)."""
    return trial is not None and trial.pack == pack and trial.verdict is Verdict.FAILED


def begun(pack: str, trial: Trial | None) -> Trial:
    """Return the trial when ``pack`` is about to go on stage: one more try, or one too many."""
    if trial is None or trial.pack != pack:
        return Trial(pack=pack, tries=1)
    if trial.verdict is not Verdict.TRYING:
        return trial
    if trial.tries >= TRIES:
        reason = f"the player ended {TRIES} times while it was on trial"
        return trial.model_copy(update={"verdict": Verdict.FAILED, "reason": reason})
    return trial.model_copy(update={"tries": trial.tries + 1})


@dataclass(frozen=True, slots=True)
class Proof:
    """What a candidate has shown so far.

    Attributes:
        shown_s: for how long it has been on stage.
        drawn: whether every kind of scene it has was drawn; None: not known yet.
    """

    shown_s: float
    drawn: bool | None


def judged(trial: Trial, proof: Proof) -> Trial:
    """Return the trial in the light of ``proof``."""
    if trial.verdict is not Verdict.TRYING:
        return trial
    if proof.drawn is False:
        reason = "not every kind of its pages could be drawn"
        return trial.model_copy(update={"verdict": Verdict.FAILED, "reason": reason})
    if proof.drawn and proof.shown_s >= PROOF_S:
        return trial.model_copy(update={"verdict": Verdict.GOOD})
    return trial


def withdrawn(trial: Trial) -> Trial:
    """Return the trial once the player ends as it was told to: that is no fault of the pack."""
    if trial.verdict is not Verdict.TRYING:
        return trial
    return trial.model_copy(update={"tries": max(0, trial.tries - 1)})


def write_trial(home: Home, trial: Trial) -> None:
    """Note the trial durably.

    Raises:
        OSError: the disk refused.
    """
    write_record(home.trial, trial)


def write_lease(home: Home, packs: tuple[str, ...]) -> None:
    """Say durably which packs show holds open.

    Raises:
        OSError: the disk refused.
    """
    write_record(home.lease, Lease(packs=packs))
