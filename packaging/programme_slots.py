"""What the player says it will show: ``gate-player programme --json``, read back."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Slot:
    """One stretch of the programme.

    Attributes:
        start: aware.
        end: aware, exclusive.
        item: id of what is shown.
        language: BCP-47 tag.
    """

    start: datetime
    end: datetime
    item: str
    language: str

    @property
    def middle(self) -> datetime:
        """The instant at which the slot's page has long faded in."""
        return self.start + (self.end - self.start) / 2


@dataclass(frozen=True, slots=True)
class Programme:
    """Slots in order of time, and every language the screen shows."""

    slots: tuple[Slot, ...]
    languages: tuple[str, ...]


def read_programme(
    player: Path, choice: Sequence[str], start: datetime, end: datetime
) -> Programme:
    """Ask the player for its programme.

    Args:
        player: the ``gate-player`` program.
        choice: which pack and screen, e.g. ``("--demo", "huu-nghi")``.
        start: aware.
        end: aware, after ``start``.

    Raises:
        subprocess.CalledProcessError: the player refused; it says why on standard error.
    """
    window = ["--from", start.isoformat(), "--to", end.isoformat()]
    done = subprocess.run(
        [player, "programme", *choice, *window, "--json"], check=True, stdout=subprocess.PIPE
    )
    document = json.loads(done.stdout)
    slots = tuple(
        Slot(
            datetime.fromisoformat(slot["start"]),
            datetime.fromisoformat(slot["end"]),
            slot["item"],
            slot["language"],
        )
        for slot in document["slots"]
    )
    return Programme(slots, tuple(document["longest_absence"]["languages"]))
