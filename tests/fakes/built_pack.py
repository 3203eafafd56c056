"""Built packs on a disk: small, whole, and as spoilt as a test wants them."""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from player.pack.content import FORMAT
from player.pack.lookup import LOOKUP
from player.pack.manifest import MANIFEST
from player.store.layout import Home, blob_path
from tests.fakes.content import Document, content_document, item_document, picture_document

PICTURE: Final = b"a picture, as far as a store is concerned"


def sha256(raw: bytes) -> str:
    """Return the digest by which everything in a pack is named."""
    return hashlib.sha256(raw).hexdigest()


def picture_of(raw: bytes) -> Document:
    """Return a built picture whose file is ``raw``."""
    document = picture_document()
    return {**document, "file": {**document["file"], "sha256": sha256(raw), "size": len(raw)}}


def poster(id_: str, raw: bytes = PICTURE) -> Document:
    """Return a poster whose picture is ``raw``."""
    return item_document(id_, kind="poster", picture=picture_of(raw))


def clip(id_: str, raw: bytes, poster_raw: bytes = PICTURE) -> Document:
    """Return a clip of twelve seconds."""
    video = {
        "path": "media/clip.mp4",
        "rights": {"credit": "Studio", "licence": "CC0-1.0"},
        "file": {
            **picture_of(raw)["file"],
            "type": "video/mp4",
            "duration_ms": 12_000,
        },
        "poster": picture_of(poster_raw)["file"],
    }
    return item_document(id_, kind="video", video=video)


def claimed(_: bytes) -> str:
    """Return the type that every file is said to be of, whatever it is."""
    return "image/webp"


def manifest_document(
    content: bytes,
    blobs: Sequence[bytes],
    sequence: int = 1,
    type_of: Callable[[bytes], str] = claimed,
) -> Document:
    """Return the manifest of a pack that consists of these files; see ``write_built``."""
    written = [
        ("content.json", "application/json", content),
        *((f"media/{n}.webp", type_of(blob), blob) for n, blob in enumerate(blobs)),
    ]
    return {
        "format": FORMAT,
        "pack": "lang-son/huu-nghi/hall",
        "sequence": sequence,
        "min_player": "0.1",
        "total": sum(len(raw) for _, _, raw in written),
        "files": [
            {"path": path, "sha256": sha256(raw), "size": len(raw), "type": type_}
            for path, type_, raw in written
        ],
    }


def write_built(
    folder: Path,
    document: Document | None = None,
    blobs: Sequence[bytes] = (PICTURE,),
    sequence: int = 1,
    type_of: Callable[[bytes], str] = claimed,
) -> Path:
    """Write a built pack and return its folder.

    Args:
        folder: to make.
        document: what ``content.json`` holds; None: one poster.
        blobs: its media.
        sequence: of the manifest; makes packs differ.
        type_of: media type of a file by its bytes.
    """
    content = json.dumps(document or content_document([poster("welcome")])).encode()
    for blob in blobs:
        path = blob_path(folder / "blobs", sha256(blob))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(blob)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "content.json").write_bytes(content)
    manifest = json.dumps(manifest_document(content, blobs, sequence, type_of)).encode()
    (folder / MANIFEST).write_bytes(manifest)
    return folder


def write_answering(folder: Path, lookup: bytes) -> Path:
    """Write a built pack whose ``lookup.json`` is ``lookup``; return its folder."""
    write_built(folder)
    manifest = json.loads((folder / MANIFEST).read_bytes())
    entry = {"sha256": sha256(lookup), "size": len(lookup), "type": "application/json"}
    manifest["files"].append({"path": LOOKUP, **entry})
    manifest["total"] += len(lookup)
    (folder / MANIFEST).write_text(json.dumps(manifest))
    blob = blob_path(folder / "blobs", sha256(lookup))
    blob.parent.mkdir(parents=True, exist_ok=True)
    blob.write_bytes(lookup)
    return folder


def rewrite_content(folder: Path, document: Document) -> None:
    """Put other content in a built pack, and a manifest that agrees."""
    content = json.dumps(document).encode()
    (folder / "content.json").write_bytes(content)
    (folder / MANIFEST).write_text(json.dumps(manifest_document(content, [PICTURE])))


def put_in(home: Home, built: Path, link: Path) -> Path:
    """Lay a built pack into a store by hand and point ``link`` at it; return its folder."""
    folder = home.packs / sha256((built / MANIFEST).read_bytes())
    folder.mkdir(parents=True)
    for name in (MANIFEST, "content.json"):
        (folder / name).write_bytes((built / name).read_bytes())
    for source in (built / "blobs").rglob("*"):
        if source.is_file():
            target = blob_path(home.blobs, source.name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    link.unlink(missing_ok=True)
    link.symlink_to(Path("packs") / folder.name)
    return folder
