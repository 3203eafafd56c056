"""A pack that lies in a store, brought again with something else in it."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from player.lookup.builder import PackIndex
from player.pack.content import CONTENT
from player.pack.manifest import MANIFEST
from player.store.indexing import Indexing
from player.store.install import install
from player.store.layout import BLOBS, Home


def bring_altered(home: Home, folder: Path, alter: Callable[[dict[str, Any]], None]) -> str:
    """Install the current pack of ``home`` anew, as its next sequence; return its digest.

    Args:
        home: has a pack.
        folder: to be made, for the built pack.
        alter: changes what ``content.json`` holds.
    """
    content = json.loads((home.current / CONTENT).read_bytes())
    alter(content)
    raw = json.dumps(content).encode()
    manifest = json.loads((home.current / MANIFEST).read_bytes())
    manifest["sequence"] += 1
    for file in manifest["files"]:
        if file["path"] == CONTENT:
            file |= {"sha256": sha256(raw).hexdigest(), "size": len(raw)}
    manifest["total"] = sum(file["size"] for file in manifest["files"])
    folder.mkdir()
    (folder / CONTENT).write_bytes(raw)
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    (folder / BLOBS).symlink_to(home.blobs)
    return install(folder, home, Indexing(PackIndex())).sha256
