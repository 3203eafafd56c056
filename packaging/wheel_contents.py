"""Puts the folders that lie beside ``player/`` into a wheel, under ``share/gate-player``.

An editable installation gets none of them: the checkout is what runs, and a copy would go stale.
"""

from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS: Final = {
    "assets": "share/gate-player/assets",
    "config": "share/gate-player/config",
    "layouts": "share/gate-player/layouts",
    "build/factory": "share/gate-player/factory",
}
"""Folder of the checkout -> where ``player.resources`` looks for it when installed."""


class WheelContents(BuildHookInterface):  # type: ignore[type-arg]
    """hatchling's hook: called once before a wheel is written."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folders to the wheel.

        Args:
            version: ``standard`` or ``editable``.
            build_data: hatchling's own; ``shared_data`` maps a source to its place in the wheel.

        Raises:
            FileNotFoundError: a folder is missing; the factory pack is built by the set-up.
        """
        if version == "editable":
            return
        for source, target in FOLDERS.items():
            folder = Path(self.root, source)
            if not folder.is_dir():
                raise FileNotFoundError(f"{source} is missing: run packaging/prepare.sh first")
            build_data["shared_data"][str(folder)] = target
