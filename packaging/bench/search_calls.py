"""Searching a hundred thousand topics in five languages, in a process of its own.

Prints one JSON object per reading; the index is built once, and each reading types every keystroke.
"""

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from player.lookup.index import build_file
from player.lookup.search import Search
from tests.fakes.lookups import LANGUAGES
from tests.fakes.many_topics import TAGS, keystroke_ms, many_topics, percentile

COUNT: Final = 100_000


def build(path: Path) -> dict[str, float]:
    """Write the index; return the seconds that took, and its bytes."""
    lookup = many_topics(COUNT)
    began = time.perf_counter()
    made = sum(len(topic.text[tag].title) > 0 for topic in lookup.topics for tag in TAGS)
    making = time.perf_counter() - began  # the texts are made while they are indexed: not counted
    began = time.perf_counter()
    build_file(path, lookup, LANGUAGES)
    seconds = time.perf_counter() - began - making
    return {"texts": made, "build": seconds, "size": path.stat().st_size}


def measure(path: Path) -> dict[str, float]:
    """Return how long a keystroke takes, of all there are."""
    search = Search.open(path)
    taken = sorted(ms for tag in TAGS for ms in keystroke_ms(search, tag))
    search.close()
    return {"p50": percentile(taken, 0.5), "p99": percentile(taken, 0.99)}


def main() -> None:
    """Print a reading per line."""
    with tempfile.TemporaryDirectory(prefix="gate-player-bench-") as folder:
        path = Path(folder) / "search.sqlite"
        built = build(path)
        measure(path)  # the first one reads the file from the disk
        for _ in range(int(sys.argv[1])):
            print(json.dumps(built | measure(path)), flush=True)


if __name__ == "__main__":
    main()
