"""What a person is asked to sign is looked at first: the pack whole, the proposal of it alone."""

from datetime import datetime
from pathlib import Path
from typing import Final

from tuf.api.metadata import TargetFile, Targets

from player.errors import PackError, SigningError, StoreError
from player.pack.content import CONTENT
from player.pack.manifest import MANIFEST, Manifest
from player.publish.repository.offered import target_name
from player.publish.repository.roles import expiry
from player.publish.repository.tree import AnyMetadata, Tree
from player.store.layout import BLOBS, blob_parts
from player.store.opening import check_digest, open_below
from player.store.reader import open_pack

SIGNED: Final = "signed.json"


def read_built(built: Path) -> tuple[Manifest, bytes]:
    """Return the manifest of a built pack whose every file was compared with it.

    Raises:
        SigningError: it is no built pack, or damaged.
    """
    try:
        pack = open_pack(built, built / BLOBS)
        raw = (built / MANIFEST).read_bytes()
        for file in pack.manifest.files:
            place = (CONTENT,) if file.path == CONTENT else (BLOBS, *blob_parts(file.sha256))
            with open_below(built, *place) as blob:
                check_digest(blob, file.path, file.sha256)
    except (PackError, StoreError, OSError) as e:
        raise SigningError(f"{built}: no whole built pack ({e}); build it again") from e
    return pack.manifest, raw


def check_proposal(path: Path, metadata: AnyMetadata, pack: str, raw: bytes) -> None:
    """Refuse a proposal that is not of this very manifest; raises SigningError."""
    name, targets = target_name(pack), metadata.signed
    info = targets.targets.get(name) if isinstance(targets, Targets) else None
    if info is None or info != TargetFile.from_data(name, raw, ["sha256"]):
        raise SigningError(f"{path}: signed for another build; remove it and sign anew")


def check_rest(tree: Tree, role: str, metadata: AnyMetadata, name: str, now: datetime) -> None:
    """Refuse a proposal that says anything besides target ``name`` which is not public already.

    Else the first person could slip in another channel's pack, and the second would not see it.

    Raises:
        SigningError: it does.
    """
    proposed, public = metadata.signed, tree.delegated(role) or Targets(1)
    rest = [
        {each: info for each, info in targets.targets.items() if each != name}
        for targets in (proposed, public)
    ]
    says_more = rest[0] != rest[1] or proposed.delegations != public.delegations
    is_odd = proposed.expires > expiry(role, now) or proposed.unrecognized_fields
    if says_more or is_odd:
        raise SigningError(
            f"{SIGNED}: says more than this pack, or was made before another was published; "
            "remove it and sign anew"
        )
