"""Which way Qt Quick draws: by the graphics card, or in software.

A card is worth it only if there is one: OpenGL on a processor costs twenty times what Qt's own
software drawing costs (DECISIONS.md D-03). Without a render node the answer is known at once;
with one, a child process asks the driver who really draws, since that may hang or crash. The
answer is kept per boot and driver.
"""

import json
import logging
import subprocess
import sys
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from player.errors import StoreError
from player.store.durable import make_folder, write_file

Backend = Literal["software", "opengl"]

DRI: Final = Path("/dev/dri")
BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")
DRIVER_LINK: Final = "/sys/class/drm/{node}/device/driver"
CACHE: Final = "graphics.json"
PROBE_LIMIT_S: Final = 5.0
CACHED_GLYPH_PX: Final = 256
"""Headlines of a 4K picture are 225 pixels tall."""
DRAWN_BY_PROCESSOR: Final = ("llvmpipe", "softpipe", "swrast", "software", "lavapipe")
"""Names, in a driver's own description of itself, of drawing without a card (Mesa)."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Graphics:
    """How to draw, and ``why``, for the log."""

    backend: Backend
    why: str


def decide(*, has_render_node: bool, renderer: str | None) -> Graphics:
    """Choose how to draw.

    Args:
        has_render_node: whether the kernel offers a card at all.
        renderer: what OpenGL calls itself; None when the probe failed or was not needed.
    """
    if not has_render_node:
        return Graphics("software", "no render node")
    if renderer is None:
        return Graphics("software", "probe failed")
    if any(name in renderer.lower() for name in DRAWN_BY_PROCESSOR):
        return Graphics("software", f"{renderer} draws on the processor")
    return Graphics("opengl", renderer)


def choose(
    state: Path,
    probe: Callable[[], str | None],
    *,
    dri: Path = DRI,
    boot_id: Path = BOOT_ID,
) -> Graphics:
    """Choose how to draw on this machine, asking ``probe`` at most once per boot and driver.

    Args:
        state: folder of the player; may be missing or unwritable, which costs only time.
        probe: returns what OpenGL calls itself, or None.
        dri: folder of graphics devices.
        boot_id: file that names this boot.
    """
    nodes = sorted(node.name for node in dri.glob("renderD*"))
    if not nodes:
        return decide(has_render_node=False, renderer=None)
    key = _machine_key(nodes, boot_id)
    known = _recall(state / CACHE, key)
    if known is not None:
        return decide(has_render_node=True, renderer=known)
    renderer = probe()
    if renderer is not None:
        _keep(state / CACHE, key, renderer)
    return decide(has_render_node=True, renderer=renderer)


def probe_in_child() -> str | None:
    """Ask the driver in a process of its own; None when it crashes, hangs or has nothing."""
    command = [sys.executable, "-m", "player.shell.probe"]
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter and module)
            command, capture_output=True, text=True, timeout=PROBE_LIMIT_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    name = done.stdout.strip()
    return name if done.returncode == 0 and name else None


def environment(
    graphics: Graphics, given: MutableMapping[str, str], *, windowed: bool
) -> MutableMapping[str, str]:
    """Put into ``given`` what Qt must find there before it starts; what is there already stays.

    Returns:
        ``given``.
    """
    wanted = {
        # Pixels are measured against the true width of the panel, never against a guessed scale.
        "QT_ENABLE_HIGHDPI_SCALING": "0",
    }
    if graphics.backend == "software":
        wanted["QT_QUICK_BACKEND"] = "software"
        # Letters taller than this are drawn from their outlines, in each frame anew: at Qt's own
        # 64 pixels that was half of what a change of page cost (0.33 s of processor time; 0.17 s).
        wanted["QT_MAX_CACHED_GLYPH_SIZE"] = str(CACHED_GLYPH_PX)
        # Qt paints 5 ms after whoever first asks; while a clip asks at instants of its own, what
        # the ticker's step asks for comes now at once, now late: p99 of its frames 22.4 ms; 18.8.
        wanted["QT_QPA_UPDATE_IDLE_TIME"] = "0"
    else:
        wanted["QSG_RHI_BACKEND"] = "opengl"
    if not windowed:
        # Compositors without decorations of their own make Qt draw a title bar.
        wanted["QT_WAYLAND_DISABLE_WINDOWDECORATION"] = "1"
    for name, value in wanted.items():
        given.setdefault(name, value)
    return given


def _machine_key(nodes: list[str], boot_id: Path) -> str:
    try:
        boot = boot_id.read_text().strip()
    except OSError:
        boot = "unknown boot"
    drivers = [Path(DRIVER_LINK.format(node=node)).resolve().name for node in nodes]
    return " ".join((boot, *drivers))


def _recall(cache: Path, key: str) -> str | None:
    try:
        kept = json.loads(cache.read_bytes())
    except (OSError, ValueError):
        return None
    renderer = kept.get("renderer") if isinstance(kept, dict) and kept.get("key") == key else None
    return renderer if isinstance(renderer, str) else None


def _keep(cache: Path, key: str, renderer: str) -> None:
    # Losing it costs a third of a second at the next start.
    with suppress(OSError, StoreError):
        make_folder(cache.parent)
        write_file(cache, json.dumps({"key": key, "renderer": renderer}).encode())
