"""The work that a power cut interrupts, and what must hold after it; for ``power_cut.sh``.

The screen's home lies on the disk that is cut. The repository and what was acknowledged lie beside
it: acknowledged is a pack only after the cycle said that it is current.
"""

import logging
import os
import shutil
import sys
from pathlib import Path
from typing import Final

from player import clock
from player.errors import PlayerError
from player.publish.repository.offered import published_manifest
from player.refresh.agent import Agent, Setting, no_progress
from player.refresh.cycle import Activated
from player.refresh.folder_origin import FolderOrigin
from player.store.layout import Home
from player.store.reader import open_installed
from player.store.verify import damaged_blobs
from tests.fakes.built_pack import poster
from tests.fakes.content import content_document
from tests.fakes.signed_repository import PACK, SignedRepository, webp

PICTURES: Final = 6
PICTURE_BYTES: Final = 20_000


def refresh(work: Path) -> None:
    """Publish pack after pack and refresh after each, until killed."""
    logging.disable(logging.CRITICAL)
    home = Home(work / "disk" / "home")
    repository = SignedRepository(work / "centre", clock.now())
    origin = FolderOrigin(repository.tree.folder)
    agent = Agent(Setting(home, "huu-nghi", PACK, repository.root), None)
    published = published_manifest(repository.tree, PACK)
    sequence = published.sequence if published else 0
    while True:
        sequence += 1
        shutil.rmtree(work / "centre" / f"built-{sequence}", ignore_errors=True)
        pictures = [webp(f"{sequence} {n} ") + os.urandom(PICTURE_BYTES) for n in range(PICTURES)]
        repository.now = clock.now()
        document = content_document([poster("welcome", pictures[0])])
        repository.publish(sequence, document, pictures)
        if isinstance(agent.cycle(origin, no_progress).outcome, Activated):
            (work / "acknowledged").write_text(str(sequence))
            (work / "began").touch()


def check(work: Path) -> bool:
    """Print what is on the disk; return whether it is whole and as new as acknowledged."""
    home, least = Home(work / "disk" / "home"), acknowledged(work)
    try:
        sequence = open_installed(home.current, home).manifest.sequence
    except (PlayerError, OSError) as e:
        print(f"acknowledged {least}, but no pack is there: {e}", flush=True)
        return False
    damaged = damaged_blobs(home)
    print(f"sequence {sequence}, acknowledged {least}, damaged {len(damaged)}", flush=True)
    return sequence >= least and not damaged


def acknowledged(work: Path) -> int:
    """Return the sequence that was last said to be current."""
    path = work / "acknowledged"
    return int(path.read_text()) if path.exists() else 0


if __name__ == "__main__":
    if sys.argv[1] == "check":
        sys.exit(0 if check(Path(sys.argv[2])) else 1)
    refresh(Path(sys.argv[2]))
