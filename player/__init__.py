"""The border-gate player: scheduled multilingual content, notices and lookup on gate screens."""

from datetime import UTC, datetime
from typing import Final

__version__: Final = "0.1.0"

RELEASED: Final = datetime(2026, 11, 22, tzinfo=UTC)
"""When this version was made: no honest clock on a machine that runs it shows an earlier time."""
