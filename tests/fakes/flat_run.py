"""Plays scenes as fast as they are painted, and says what grew: ``FOLDER CHANGES``.

A process of its own, because one that has run thousands of tests gives memory back, or takes it, at
moments that have nothing to do with the stage.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Final

from torture.flat import Runner, fit, setup

from player.shell.application import Application
from tests.fakes.built_pack import clip, picture_of, poster
from tests.fakes.content import content_document, item_document
from tests.fakes.house import repertoire, stored
from tests.fakes.pack_folder import picture_bytes
from tests.fakes.scenes import HALL

PICTURE: Final = (640, 360)
FILM: Final = b"stands still"
SLOT_S: Final = 60


def main() -> None:
    """Print the growth as JSON."""
    folder, changes = Path(sys.argv[1]), int(sys.argv[2])
    picture = picture_bytes("navy", PICTURE)
    items = [
        poster("poster", picture),
        clip("clip", FILM, picture),
        item_document("bulletin", picture=picture_of(picture), duration_s=SLOT_S),
        item_document("words", duration_s=SLOT_S),
    ]
    pack = stored(folder / "pack", content_document(items), FILM, picture)
    application = Application(HALL, setup(folder))
    application.open()
    runner = Runner(application, repertoire(pack))
    growth = fit(runner.run(changes))
    if growth.is_seen:
        # A cache that fills late, or pages that are freed late, grow once; a leak grows again.
        growth = fit(runner.run(changes))
    application.close()
    sys.stdout.write(json.dumps(asdict(growth)))


if __name__ == "__main__":
    main()
