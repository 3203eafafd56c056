"""The agent as a child of show: for development, where no service manager runs it."""

import logging
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from player.config.screen import Screen

logger = logging.getLogger(__name__)

END_S: Final = 5.0


@contextmanager
def agent_beside(screen: Screen) -> Iterator[None]:
    """Run the refresh agent meanwhile, if the configuration says that show starts it."""
    content = screen.content
    if content.agent != "child" or not content.source:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="gate-player-") as folder:
        # The whole configuration, as this process understood it: options beat the file.
        file = Path(folder) / "screen.json"
        file.write_text(screen.model_dump_json(), "utf-8")
        command = [sys.executable, "-m", "player.main.agent", str(file)]
        process = subprocess.Popen(command)  # noqa: S603  (our own interpreter and module)
        logger.info("agent started", extra={"pid": process.pid})
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(END_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
