"""Where things lie under a player's home folder.

``store/`` is written by whoever brings packs, ``state/`` by the player alone; each replaces its
files atomically, and that is the whole protocol between them.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

BLOBS: Final = "blobs"
"""Folder of media, in a store and in a built pack alike."""

INDEX: Final = "search.sqlite"
"""Of a pack in a store; a cache: it is made of the pack, and named in no manifest."""


@dataclass(frozen=True, slots=True)
class Home:
    """A home folder and the places in it."""

    folder: Path

    @property
    def store(self) -> Path:
        """Folder written by whoever brings packs."""
        return self.folder / "store"

    @property
    def packs(self) -> Path:
        """Folder of unpacked manifests and contents, one folder per pack digest."""
        return self.store / "packs"

    @property
    def blobs(self) -> Path:
        """Folder of media, ``aa/<sha256>``."""
        return self.store / BLOBS

    def index(self, pack: str) -> Path:
        """Return where the search index of the pack of that digest lies; it may be missing."""
        return self.packs / pack / INDEX

    @property
    def current(self) -> Path:
        """Link to the pack to show."""
        return self.store / "current"

    @property
    def last_good(self) -> Path:
        """Link to the newest pack that proved itself on screen."""
        return self.store / "last-good"

    @property
    def writer_lock(self) -> Path:
        """File that whoever brings packs holds locked meanwhile."""
        return self.store / "lock"

    @property
    def trust(self) -> Path:
        """Folder of the metadata that vouches for packs: also the memory of what came before."""
        return self.store / "trust"

    @property
    def partial(self) -> Path:
        """Folder of downloads that are not whole yet."""
        return self.store / "partial"

    @property
    def quarantine(self) -> Path:
        """Folder of notes on packs that failed on screen."""
        return self.store / "quarantine"

    @property
    def orders(self) -> Path:
        """Folder of verified orders for this screen."""
        return self.store / "orders"

    @property
    def taken(self) -> Path:
        """What the agent notes of when it took each of them."""
        return self.orders / "taken.json"

    @property
    def state(self) -> Path:
        """Folder the player itself writes."""
        return self.folder / "state"

    @property
    def lock(self) -> Path:
        """File a running player holds locked."""
        return self.state / "lock"

    @property
    def trial(self) -> Path:
        """What show knows of the latest pack on trial."""
        return self.state / "trial.json"

    @property
    def lease(self) -> Path:
        """Which packs show holds open."""
        return self.state / "lease.json"

    @property
    def damaged(self) -> Path:
        """Which blobs show found missing or damaged."""
        return self.state / "damaged.json"

    @property
    def obeyed(self) -> Path:
        """Which orders show obeyed, and since when."""
        return self.state / "obeyed.json"

    @property
    def panel(self) -> Path:
        """What show says of its touch panel."""
        return self.state / "panel.json"

    @property
    def misses(self) -> Path:
        """How many searches found nothing."""
        return self.state / "misses.json"

    @property
    def gate_day(self) -> Path:
        """What is in force of what gate staff ordered."""
        return self.state / "gate-day.json"

    @property
    def shift_log(self) -> Path:
        """What gate staff ordered, and when: one line of JSON each."""
        return self.state / "shift-log.jsonl"

    @property
    def attempts(self) -> Path:
        """How often a wrong PIN was typed, and until when none is taken."""
        return self.state / "attempts.json"

    @property
    def recovery(self) -> Path:
        """How the player began and ended of late, its faults, and what it did about them."""
        return self.state / "recovery.json"

    @property
    def crashes(self) -> Path:
        """Folder of tracebacks of players that ended on the spot."""
        return self.state / "crashes"

    @property
    def setup(self) -> Path:
        """How far the set-up of this screen is; it goes on there after a power cut."""
        return self.state / "setup.json"

    @property
    def clock_wish(self) -> Path:
        """A time that the machine's clock is to be set to; whoever grants it takes it away."""
        return self.state / "clock.json"

    @property
    def running(self) -> Path:
        """Which player runs, and what it is made of."""
        return self.state / "running.json"

    @property
    def picture(self) -> Path:
        """The latest picture that show was asked to take of itself; what of: ``taken_picture``."""
        return self.state / "picture.png"

    @property
    def taken_picture(self) -> Path:
        """What show says of that picture."""
        return self.state / "picture.json"

    @property
    def graphics(self) -> Path:
        """What show remembers of how this machine draws."""
        return self.state / "graphics.json"

    @property
    def reset_wanted(self) -> Path:
        """That a technician wants the home as it was on its first day."""
        return self.state / "reset.json"

    @property
    def inbox(self) -> Path:
        """Folder of orders of gate staff that show has not taken yet; whoever gives one writes."""
        return self.folder / "inbox"

    @property
    def report(self) -> Path:
        """What the agent knows: trust, clock, latest cycle."""
        return self.store / "report.json"

    @property
    def reset_done(self) -> Path:
        """Which reset the agent has done its part of."""
        return self.store / "reset.json"

    @property
    def agent_lock(self) -> Path:
        """File a running agent holds locked."""
        return self.store / "agent.lock"

    @property
    def anchor(self) -> Path:
        """Root metadata this screen trusts, put there by whoever set it up."""
        return self.folder / "root.json"

    @property
    def upgrade(self) -> Path:
        """A version of the player on trial; the package writes it."""
        return self.folder / "upgrade.json"

    @property
    def upgraded(self) -> Path:
        """What came of the latest such trial; the package writes it."""
        return self.folder / "upgraded.json"


def blob_parts(sha256: str) -> tuple[str, str]:
    """Return the folder and the name of the blob of that digest within a folder of blobs."""
    return sha256[:2], sha256


def blob_path(blobs: Path, sha256: str) -> Path:
    """Return where the blob of that digest lies in a folder of blobs."""
    return blobs.joinpath(*blob_parts(sha256))
