"""A repository that signs on demand, by the publisher's own code, and that a test can spoil."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from tuf.api.metadata import Metadata

from player.publish.repository import founding, offer, proposal, recalling
from player.publish.repository.keys import load_signer
from player.publish.repository.release import Office, OnlineKeys, renew
from player.publish.repository.tree import Tree
from tests.fakes.built_pack import claimed, poster, write_built
from tests.fakes.content import Document, content_document

NOW: Final = datetime(2026, 11, 26, 5, tzinfo=UTC)
GATE: Final = "lang-son/huu-nghi"
PACK: Final = "lang-son/huu-nghi/hall"
OTHER: Final = "quang-tri/lao-bao"


def webp(text: str) -> bytes:
    """Return what begins like a WebP picture: the player looks at the first bytes only."""
    return b"RIFF\0\0\0\0WEBP" + text.encode()


@dataclass
class SignedRepository:
    """A trial repository in a folder, with a clock of its own."""

    folder: Path
    now: datetime = NOW
    type_of: Callable[[bytes], str] = claimed
    tree: Tree = field(init=False)
    keys: Path = field(init=False)

    def __post_init__(self) -> None:
        """Found it, unless it stands."""
        self.tree = Tree(self.folder / "repo")
        self.keys = self.folder / "repo.keys"
        if not self.tree.exists:
            founding.found_trial(self.tree, self.keys, (GATE, OTHER), self.now)

    @property
    def office(self) -> Office:
        """Where and when things are signed."""
        return Office(self.tree, OnlineKeys(self.keys, lambda _: ""), self.now)

    @property
    def root(self) -> Path:
        """The root metadata that screens are given."""
        return self.tree.metadata / "1.root.json"

    def build(
        self, sequence: int, document: Document | None = None, blobs: Sequence[bytes] | None = None
    ) -> Path:
        """Return a built pack; without a document one with a picture of its own."""
        picture = webp(f"picture {sequence}")
        blobs = (picture,) if blobs is None else blobs
        document = document or content_document([poster("welcome", picture)])
        built = self.folder / f"built-{sequence}"
        return write_built(built, {**document, "pack": PACK}, blobs, sequence, self.type_of)

    def sign(self, built: Path, *editors: int) -> None:
        """Have a built pack signed by editors 1 to 3."""
        for number in editors:
            key = str(self.keys / f"editor-{number}.key")
            proposal.sign_pack(built, key, self.tree, lambda _: "", now=self.now)

    def publish(
        self, sequence: int, document: Document | None = None, blobs: Sequence[bytes] | None = None
    ) -> Path:
        """Build, sign and publish a pack; return the built folder."""
        built = self.build(sequence, document, blobs)
        self.sign(built, 1, 2)
        offer.publish(self.office, built)
        return built

    def stop(self, *, lift: bool = False) -> None:
        """Order the gate to stop, or to go on."""
        order = offer.stop_order(GATE, "", self.now, stop=not lift)
        offer.order_stop(self.office, order, [str(self.keys / "stop.key")])

    def recall(self, thing: str, *, lift: bool = False) -> None:
        """Recall something at the gate, or lift that."""
        order = recalling.next_recall(self.tree, recalling.Recall(GATE, thing, lift=lift), self.now)
        recalling.order_recall(self.office, order, [str(self.keys / "stop.key")])

    def notify(self, book: bytes, *editors: int) -> list[str]:
        """Offer a book of notices, signed by editors 1 to 3."""
        keys = [str(self.keys / f"editor-{number}.key") for number in editors]
        return offer.order_notices(self.office, GATE, book, keys)

    def stamp(self, after: timedelta = timedelta()) -> None:
        """Sign the timestamp anew, some time later."""
        self.now += after
        renew(self.office)

    def resign(self, role: str, change: Callable[[Any], None], keys: Sequence[str]) -> None:
        """Change a role's newest metadata in place and sign it with just these keys."""
        version = self.tree.version(role)
        name = f"{role}.json" if role == "timestamp" else f"{version}.{role}.json"
        path = self.tree.metadata / name
        metadata: Metadata[Any] = Metadata.from_file(str(path))
        change(metadata.signed)
        metadata.signatures.clear()
        for key in keys:
            holders = self.tree.holders(role).keys
            signer = load_signer(str(self.keys / f"{key}.key"), holders, lambda _: "")
            metadata.sign(signer, append=True)
        metadata.to_file(str(path))
