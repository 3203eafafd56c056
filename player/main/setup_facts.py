"""What a set-up finds out by itself: gates, roots of trust, how the first pack is getting on."""

import hashlib
import logging
import os
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from player import __version__, resources
from player.config.fingerprint import digest_of
from player.errors import PackError, StoreCorruptError
from player.health.clock_sync import SyncState, sync_state
from player.main.demo import PACK_FILE, demo_gates
from player.pack.manifest import Manifest
from player.stage.setup.facts import Facts, GateOffer, PackStanding, RootOffer
from player.store.anchor import is_root
from player.store.layout import Home
from player.store.opening import open_below
from player.store.reader import StoredPack, linked_pack, open_installed
from player.store.report import read_report
from player.store.setup import Answers

logger = logging.getLogger(__name__)

ROOT: Final = "root.json"
FIRST_ROOT: Final = ("gate-player", "metadata", "1.root.json")
"""Of an offline edition, from the top of a stick."""

MOST_ROOT_BYTES: Final = 500_000
DEPTH: Final = 2
"""Sticks are mounted at ``/media/NAME`` or ``/media/USER/NAME``."""

PLAUSIBLE: Final = (1.0, 12.0)
"""Pixels per millimetre that a display may claim to have and be believed for a first guess."""

SQUARENESS: Final = 0.1
"""How far the two densities of a display may be apart, as a share."""


@dataclass(frozen=True, slots=True)
class FoundRoot:
    """A root file that was found, and its bytes."""

    offer: RootOffer
    raw: bytes


@dataclass
class Scout:
    """Looks around on one machine.

    Attributes:
        home: of the screen.
        config: path that its configuration is written to.
        sticks: folder below which sticks are mounted.
        now: the wall clock, aware.
        physical: width and height of the display as it tells, mm, as the window lies.
        has_panel: whether a touch panel is connected.
        sync: whether a time service keeps the clock.
        files: where the acceptance sheet was written.
        named: how people are told where the configuration lies; "": by ``config``.
    """

    home: Home
    config: Path
    sticks: Path
    now: Callable[[], datetime]
    physical: Callable[[], tuple[float, float]]
    has_panel: Callable[[], bool] = lambda: True
    sync: Callable[[], SyncState] = sync_state
    files: list[str] = field(default_factory=list)
    named: str = ""
    _gates: tuple[GateOffer, ...] | None = None
    _opened: tuple[str, StoredPack] | None = None

    def look(self, answers: Answers, size: tuple[int, int]) -> Facts:
        """Return what is known without asking.

        Args:
            answers: so far.
            size: of the window, pixels.
        """
        if self._gates is None:
            self._gates = (*self._gates_here(), *demo_offers())
        root = self.root()
        return Facts(
            size=size,
            width_mm=self._width(answers, size),
            gates=self._gates,
            root=root.offer if root else None,
            standing=self.standing(),
            clock=f"{self.now().astimezone(ZoneInfo(answers.time_zone)):%H:%M  %d/%m/%Y}",
            is_clock_kept=self.sync() == "synchronised",
            version=__version__,
            config=self.named or str(self.config),
            config_digest=self._config_digest(),
            files=tuple(self.files),
            has_panel=self.has_panel(),
        )

    def root(self) -> FoundRoot | None:
        """Return the root that is to be compared: believed already, else the first that is found.

        Whatever lies on a stick is believed as little as anything else: a person compares it.
        """
        raw = _root_below(self.home.folder, (ROOT,))
        if raw is not None:
            return _offer(self.home.anchor, raw, is_believed=True)
        raw = _root_below(self.config.parent, (ROOT,))
        if raw is not None:
            return _offer(self.config.parent / ROOT, raw)
        for stick in _folders(self.sticks, DEPTH):
            for place in ((ROOT,), FIRST_ROOT):
                raw = _root_below(stick, place)
                if raw is not None:
                    return _offer(stick.joinpath(*place), raw)
        return None

    def standing(self) -> PackStanding:
        """Return how the first pack is getting on, by the store and the agent's report."""
        report = read_report(self.home)
        manifest = self._manifest()
        here = manifest.total if manifest else _bytes_below((self.home.partial, self.home.blobs))
        return PackStanding(
            pack=manifest.pack if manifest else "",
            sequence=manifest.sequence if manifest else 0,
            error=report.refresh.error,
            has_agent=report.refresh.last_attempt is not None,
            received_mb=round(here / 1e6),
            clock_offset_s=report.clock.offset_s,
        )

    def _manifest(self) -> Manifest | None:
        """Return the current pack's manifest; it is read again only when it is another's."""
        digest = linked_pack(self.home.current)
        if digest is None:
            return None
        if self._opened is None or self._opened[0] != digest:
            try:
                self._opened = digest, open_installed(self.home.current, self.home)
            except (PackError, StoreCorruptError):
                return None
        return self._opened[1].manifest

    def _gates_here(self) -> Iterator[GateOffer]:
        manifest = self._manifest()
        if manifest is not None and self._opened is not None:
            gate = self._opened[1].content.gate
            yield GateOffer(gate.id, gate.name.get("vi", gate.id), manifest.pack)

    def _width(self, answers: Answers, size: tuple[int, int]) -> int:
        """Return the picture's width as the display tells it; 0: it does not, or cannot be right.

        Displays tell the size of a box they came in, or none: it is only where a ruler begins.
        """
        (width, height), (wide, high) = size, self.physical()
        if wide <= 0 or high <= 0:
            return 0
        across, down = width / wide, height / high
        if not PLAUSIBLE[0] <= across <= PLAUSIBLE[1] or abs(across / down - 1) > SQUARENESS:
            return 0
        is_upright = height > width
        if answers.orientation is not None:
            is_upright = answers.orientation.startswith("portrait")
        return round(min(wide, high) if is_upright else max(wide, high))

    def _config_digest(self) -> str:
        try:
            return hashlib.sha256(self.config.read_bytes()).hexdigest()
        except OSError:
            return ""


def demo_offers() -> Iterator[GateOffer]:
    """Yield the demo gates that are here."""
    for gate in demo_gates():
        source = resources.assets() / "demo" / gate / PACK_FILE
        try:
            document: dict[str, Any] = tomllib.loads(source.read_text("utf-8"))
            name = str(document["gate"]["name"]["vi"])
        except (OSError, ValueError, KeyError) as e:
            logger.info("a demo gate cannot be read", extra={"gate": gate, "why": str(e)})
            continue
        yield GateOffer(gate, name, str(document.get("pack", "")))


def _root_below(folder: Path, parts: tuple[str, ...]) -> bytes | None:
    try:
        with open_below(folder, *parts) as file:
            raw = file.read(MOST_ROOT_BYTES + 1)
    except OSError:
        return None
    return raw if len(raw) <= MOST_ROOT_BYTES and is_root(raw) else None


def _offer(place: Path, raw: bytes, *, is_believed: bool = False) -> FoundRoot:
    return FoundRoot(RootOffer(str(place), digest_of(raw), is_believed), raw)


def _folders(folder: Path, depth: int) -> Iterator[Path]:
    try:
        entries = sorted(entry for entry in folder.iterdir() if entry.is_dir())
    except OSError:
        return
    for entry in entries:
        if entry.is_symlink():
            continue
        yield entry
        if depth > 1:
            yield from _folders(entry, depth - 1)


def _bytes_below(folders: tuple[Path, ...]) -> int:
    total = 0
    for top in folders:
        for place, _, names in os.walk(top):
            for name in names:
                try:
                    total += Path(place, name).stat(follow_symlinks=False).st_size
                except OSError:
                    continue
    return total
