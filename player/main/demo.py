"""Demo gates: their packs are built once per state of their sources, into a home of their own."""

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from player import RELEASED, __version__, resources
from player.errors import PackError, StoreError
from player.lookup.builder import PackIndex
from player.store.durable import write_file
from player.store.indexing import Indexing
from player.store.install import install
from player.store.layout import Home
from player.store.reader import open_installed

_STAMP = "demo-source"
PACK_FILE = "pack.toml"


def demo_gates() -> tuple[str, ...]:
    """Return the ids of the demo gates that are here, sorted."""
    return tuple(sorted(path.parent.name for path in _demos().glob(f"*/{PACK_FILE}")))


def demo_home(gate: str) -> Path:
    """Return the home folder of a demo gate, under the user's state folder; needs no root."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "gate-player" / "demo" / gate


def prepare_demo(gate: str) -> None:
    """Build and install the pack of a demo gate unless that was done for these very sources.

    The build runs in a process of its own, so that the player never loads what it needs.

    Raises:
        PackError: the build refused; the reason went to standard error.
        StoreError: the disk refused.
    """
    home = Home(demo_home(gate))
    stamp = home.store / _STAMP
    wanted = _fingerprint(gate)
    if _is_installed(home, stamp, wanted):
        return
    with tempfile.TemporaryDirectory(prefix="gate-player-demo-") as folder:
        built = Path(folder) / "pack"
        source = str(_demos() / gate)
        # Checked as on the day of the release: a demo must open in later years, too.
        day = RELEASED.date().isoformat()
        words = ("pack", "build", source, "--on", day, "--out", str(built))
        command = [sys.executable, "-m", "player", *words]
        built_it = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603  (our own interpreter and arguments)
        if built_it.returncode != 0:
            sys.stderr.write(built_it.stdout + built_it.stderr)
            raise PackError(f"the demo pack {gate} could not be built")
        install(built, home, Indexing(PackIndex()))
    try:
        write_file(stamp, wanted.encode())
    except OSError as e:
        raise StoreError(f"{stamp}: {e.strerror or e}") from e


def _is_installed(home: Home, stamp: Path, wanted: str) -> bool:
    """Whether what ``wanted`` stands for is there and was not damaged since."""
    try:
        if stamp.read_bytes() != wanted.encode():
            return False
        open_installed(home.current, home)
    except (OSError, PackError, StoreError):
        return False
    return True


def _demos() -> Path:
    return resources.assets() / "demo"


def _fingerprint(gate: str) -> str:
    """Return a digest of all that the built pack depends on: sources and the code that builds."""
    digest = hashlib.sha256(__version__.encode())
    code = Path(__file__).parent.parent
    sources = (_demos() / gate, *_bases())
    makers = (code / name for name in ("pack", "publish", "lookup"))
    for path in _files((*sources, *makers, resources.assets() / "fonts")):
        digest.update(str(path.relative_to(path.anchor)).encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _bases() -> list[Path]:
    """Return the folders gates may stand on: those of the demos that are no gate."""
    folders = (path for path in _demos().iterdir() if path.is_dir())
    return sorted(path for path in folders if not (path / PACK_FILE).exists())


def _files(folders: Iterable[Path]) -> Iterable[Path]:
    for folder in folders:
        yield from sorted(
            path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
        )
