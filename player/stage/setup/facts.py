"""What the set-up finds out by itself about a screen and its home; values."""

from collections.abc import Sequence
from dataclasses import dataclass

from player.config.fingerprint import digits_of, words_of


@dataclass(frozen=True, slots=True)
class GateOffer:
    """A gate that can be chosen.

    Attributes:
        id: as packs name it.
        name: as people do.
        pack: ``province/gate/channel``; "": unknown.
    """

    id: str
    name: str
    pack: str = ""


@dataclass(frozen=True, slots=True)
class RootOffer:
    """A root of trust that was found.

    Attributes:
        place: path of it, for people.
        sha256: hex.
        is_believed: whether this screen believes it already.
    """

    place: str
    sha256: str
    is_believed: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Its fingerprint in words."""
        return words_of(self.sha256)

    @property
    def digits(self) -> str:
        """Its fingerprint in digits."""
        return digits_of(self.sha256)


@dataclass(frozen=True, slots=True)
class PackStanding:
    """How the first pack is getting on.

    Attributes:
        pack: that is there, ``province/gate/channel``; "": none but the factory pack.
        sequence: of it.
        error: why the agent's latest cycle failed; "": it did not.
        has_agent: whether an agent has told anything yet.
        received_mb: of media that lie there, or are on the way.
        clock_offset_s: how far the machine's clock is ahead of the server's; None: unknown.
    """

    pack: str = ""
    sequence: int = 0
    error: str = ""
    has_agent: bool = False
    received_mb: int = 0
    clock_offset_s: float | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known without asking.

    Attributes:
        size: pixels of the window, before any turning.
        width_mm: of the picture, as the display tells; 0: it does not, or lies plainly.
        gates: that packs on this machine are of.
        root: that was found; None: none was.
        standing: of the first pack.
        clock: what time it is, as people read it.
        is_clock_kept: whether a time service sets it.
        version: of the player.
        config: path that the configuration is written to.
        config_digest: SHA-256 of it, hex; "": it is not written yet.
        files: where the acceptance sheet was written.
        has_panel: whether a touch panel is connected.
    """

    size: tuple[int, int]
    width_mm: int = 0
    gates: Sequence[GateOffer] = ()
    root: RootOffer | None = None
    standing: PackStanding = PackStanding()
    clock: str = ""
    is_clock_kept: bool = False
    version: str = ""
    config: str = ""
    config_digest: str = ""
    files: Sequence[str] = ()
    has_panel: bool = True

    def gate(self, gate_id: str) -> GateOffer | None:
        """Return the offer of that gate; None: it is not among them."""
        return next((each for each in self.gates if each.id == gate_id), None)
