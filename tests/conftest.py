"""What every test stands on: no display, font or folder of this machine, no unexpected warning."""

import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import hypothesis
import pytest

ENVIRONMENT: Final = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QUICK_BACKEND": "software",
    # As the player sets it (player/shell/scenegraph.py); Qt reads it once, before its first letter.
    "QT_MAX_CACHED_GLYPH_SIZE": "256",
    # Only the fonts in assets/: a box where a letter should be is seen here and not at the gate.
    "FONTCONFIG_FILE": str(Path(__file__).parent / "no-fonts.conf"),
    # The language of command-line messages follows the environment.
    "LC_ALL": "C.UTF-8",
}
"""Set here, before Qt is loaded; programs that tests start inherit it."""

os.environ.update(ENVIRONMENT)

# The same examples each time: a failure is the change's, never the day's. Nothing is kept on disk.
hypothesis.settings.register_profile("gate", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("gate")


@pytest.fixture(autouse=True, scope="session")
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what a player writes for its user (a demo's home) out of the real user's folders."""
    for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        os.environ[name] = str(tmp_path_factory.mktemp(name.lower()))


class _Collector(logging.Handler):
    """Keeps what is logged at WARNING or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record as ``LEVEL logger: message``, and the reason it gives, if any."""
        line = f"{record.levelname} {record.name}: {record.getMessage()}"
        self.lines.append((line, str(getattr(record, "reason", ""))))


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a WARNING or worse which it does not name with ``allow_log``."""
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    yield
    root.removeHandler(collector)
    allowed = [pattern for mark in request.node.iter_markers("allow_log") for pattern in mark.args]
    unexpected = [
        f"{line} {reason}"
        for line, reason in collector.lines
        if not any(re.search(pattern, line) for pattern in allowed)
    ]
    if unexpected:
        pytest.fail("unexpected log:\n" + "\n".join(unexpected), pytrace=False)
