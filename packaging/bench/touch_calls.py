"""From a finger that leaves the glass to the page it asked for, on an unseen kiosk of a demo gate.

Prints one JSON object per reading, of a process of its own. A page counts as painted when a frame
with all of it was drawn by the software scene graph, as a gate without a graphics card draws it.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from player.shell.snapshot import ENVIRONMENT, camera
from tests.fakes.kiosk import LANDSCAPE, Kiosk, demo_repertoire
from tests.fakes.many_topics import percentile

WALK: Final = (
    "tile:crossing",
    "topic:entry-steps",
    "languages",
    "language:zh",
    "back",
    "home",
    "tile:place",
    "topic:facilities",
    "mode:large-text",
    "mode:large-text",
    "emergency",
    "help",
    "home",
    "languages",
    "language:vi",
)
ROUNDS: Final = 8
TYPED: Final = "doi tien o dau"


def main() -> None:
    """Print a reading per line."""
    os.environ.update(ENVIRONMENT)
    with (
        tempfile.TemporaryDirectory(prefix="gate-player-bench-") as folder,
        camera(LANDSCAPE, 1920, 1080, Path(folder)) as application,
    ):
        kiosk = Kiosk(application, LANDSCAPE)
        kiosk.desk.take(demo_repertoire())

        def painted(do: Callable[[], None]) -> float:
            began = time.perf_counter()
            do()
            kiosk.window.grabWindow()
            return (time.perf_counter() - began) * 1000

        for _ in range(int(sys.argv[1])):
            print(json.dumps(reading(kiosk, painted)), flush=True)


def reading(kiosk: Kiosk, painted: Callable[[Callable[[], None]], float]) -> Mapping[str, float]:
    """Walk through the pages and type a question; return how long they took, milliseconds."""
    pages: list[float] = []
    keys: list[float] = []
    for _ in range(ROUNDS):
        kiosk.controls()
        pages.append(painted(partial(kiosk.touch, "begin:vi")))
        for action in WALK:
            place = kiosk.middle(kiosk.controls()[action])
            kiosk.press(place)
            pages.append(painted(partial(kiosk.release, place)))
        kiosk.touch("search")
        for letter in TYPED:
            name = "key:space" if letter == " " else f"key:{letter}"
            place = kiosk.middle(kiosk.controls()[name])
            kiosk.press(place)
            keys.append(painted(partial(kiosk.release, place)))
        kiosk.desk.end()
    pages.sort()
    keys.sort()
    return {
        "page_p50": percentile(pages, 0.5),
        "page_p99": percentile(pages, 0.99),
        "key_p50": percentile(keys, 0.5),
        "key_p99": percentile(keys, 0.99),
    }


if __name__ == "__main__":
    main()
