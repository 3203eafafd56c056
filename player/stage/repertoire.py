"""What can be performed on a screen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from player.pack.content import Content
from player.pack.lookup import Lookup
from player.pack.recall import content_without
from player.schedule.profile import ScreenProfile
from player.stage.compose import Composer, PackOnStage


def _no_lookup() -> Lookup | None:
    return None


@dataclass(frozen=True, slots=True)
class _Abridged:
    """A pack on stage that says less than it did."""

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
        read_lookup: reads what the pack answers; None: nothing. Takes a while.
    """

    pack: str
    composer: Composer
    profile: ScreenProfile
    read_lookup: Callable[[], Lookup | None] = _no_lookup

    def without(self, recalled: frozenset[str]) -> Self:
        """Return what may still be performed once that is recalled: ids and digests."""
        composer = self.composer
        content = content_without(composer.pack.content, recalled)
        if content is composer.pack.content:
            return self
        return replace(self, composer=replace(composer, pack=_Abridged(composer.pack, content)))
