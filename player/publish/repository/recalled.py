"""What is recalled at a gate, and refusing a pack that would bring it back."""

from pathlib import Path

from tuf.api.metadata import TargetFile

from player.errors import PackError, SigningError
from player.pack.content import CONTENT, FORMAT, Content, parse_content
from player.pack.lookup import LOOKUP, Lookup, parse_lookup
from player.pack.manifest import Manifest
from player.pack.orders import RECALL, RecalledThing, RecallOrder, parse_recall
from player.pack.recall import files_in, names_in
from player.publish.repository.offered import target_path
from player.publish.repository.roles import gate_parts, stop_role
from player.publish.repository.tree import Tree
from player.store.layout import BLOBS, blob_path


def public_recall(tree: Tree, gate: str) -> RecallOrder | None:
    """Return what is recalled at ``province/gate``, None: nothing ever was; raises SigningError."""
    province, _ = gate_parts(gate)
    targets = tree.delegated(stop_role(province))
    name = f"{gate}/{RECALL}"
    info = targets.targets.get(name) if targets else None
    if info is None:
        return None
    path = target_path(tree, name, info.hashes["sha256"])
    try:
        raw = path.read_bytes()
        if info != TargetFile.from_data(name, raw, ["sha256"]):
            raise SigningError(f"{path}: not what was signed; bring it back from a copy")
        return parse_recall(raw, gate)
    except (OSError, PackError) as e:
        raise SigningError(f"{path}: {e}") from e


def check_unrecalled(tree: Tree, built: Path, manifest: Manifest) -> None:
    """Refuse a built pack that has something recalled in it; raises SigningError, which says what.

    Args:
        tree: the repository it is for.
        built: folder of the built pack, looked through already.
        manifest: of it.
    """
    gate = manifest.pack.rpartition("/")[0]
    order = public_recall(tree, gate)
    if order is None or not order.recalled:
        return
    content, lookup = said_by(manifest, built / CONTENT, built / BLOBS)
    found = order.things & (names_in(content, lookup) | files_in(content, lookup))
    if found:
        said = "; ".join(_why(each) for each in order.recalled if each.thing in found)
        raise SigningError(
            f"{built}: recalled at {gate} and still in this pack: {said}. Take it out and build "
            "again, or lift it with pack recall --lift"
        )


def _why(each: RecalledThing) -> str:
    reason = f", {each.reason}" if each.reason else ""
    return f"{each.thing} (since {each.issued:%Y-%m-%d %H:%M}{reason})"


def said_by(manifest: Manifest, content: Path, blobs: Path) -> tuple[Content, Lookup]:
    """Return what a pack says and answers.

    Args:
        manifest: of it.
        content: file of what it says.
        blobs: folder of the rest.

    Raises:
        SigningError: a file is gone or cannot be read.
    """
    digest = manifest.digest_of(LOOKUP)
    try:
        said = parse_content(content.read_bytes())
        if digest is None:
            return said, Lookup(format=FORMAT)
        return said, parse_lookup(blob_path(blobs, digest).read_bytes())
    except (OSError, PackError) as e:
        raise SigningError(f"{content}: {e}") from e
