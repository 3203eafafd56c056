"""What can be performed on a screen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Self

from player.clock import ClockTrust
from player.errors import PlaybackError
from player.pack.content import Content
from player.pack.lookup import Lookup
from player.pack.recall import content_without
from player.schedule.profile import ScreenProfile
from player.stage.compose import Composer, PackOnStage
from player.stage.corrections import Correction, as_packed
from player.stage.director import State
from player.stage.interleave import NOTICE
from player.stage.material import Material, material_of


def _no_lookup() -> Lookup | None:
    return None


@dataclass(frozen=True, slots=True)
class Reworded:
    """A pack on stage that says less than it did, or something else."""

    whole: PackOnStage
    content: Content

    def file(self, sha256: str) -> Path:
        """Return the verified file of that digest; see ``PackOnStage``."""
        return self.whole.file(sha256)


@dataclass(frozen=True, slots=True)
class Repertoire:
    """What can be performed: one pack on one screen.

    Attributes:
        pack: digest of the pack.
        composer: words its scenes.
        profile: the screen, to the programme.
        read_lookup: reads what the pack answers, as it is packed; None: nothing. Takes a while.
        corrected: how the gate corrects the pack; None: in nothing.
    """

    pack: str
    composer: Composer
    profile: ScreenProfile
    read_lookup: Callable[[], Lookup | None] = _no_lookup
    corrected: Correction | None = None

    @property
    def correction(self) -> Correction:
        """How the gate corrects the pack."""
        return self.corrected or as_packed(self.composer.pack.content)

    @property
    def material(self) -> Material:
        """What its items are made of."""
        is_heard = self.composer.volume is not None
        return material_of(self.pack, self.composer.pack.content, is_heard=is_heard)

    def as_corrected_in(self, other: Self) -> Self:
        """Return this with the corrections of ``other``, made of the same pack.

        Languages stay: whoever reads keeps theirs, whatever staff ordered meanwhile.
        """
        theirs = other.composer
        composer = replace(self.composer, pack=theirs.pack, stated=theirs.stated)
        return replace(self, composer=composer, corrected=other.corrected)

    def without(self, recalled: frozenset[str]) -> Self:
        """Return what may still be performed once that is recalled: ids and digests."""
        composer = self.composer
        content = content_without(composer.pack.content, recalled)
        if content is composer.pack.content:
            return self
        return replace(self, composer=replace(composer, pack=Reworded(composer.pack, content)))


def is_reworded(
    packs: tuple[Repertoire, Repertoire], state: State, now: datetime, trust: ClockTrust
) -> bool:
    """Whether what is on stage reads otherwise after a correction than before.

    Args:
        packs: it before, and after.
        state: what is on stage.
        now: aware.
        trust: whether ``now`` can be the true time.
    """
    item, slot = state.showing, state.slot
    if item is None or slot is None or item.startswith(NOTICE):  # which is worded by others
        return False
    try:
        old, new = (each.composer.scene(item, slot.language, now, trust) for each in packs)
    except PlaybackError:  # something stands for it, and goes on doing so
        return False
    return old != new
