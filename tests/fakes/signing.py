"""A trial repository with small packs, and a screen that reads it as screens do."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from player.publish.repository.founding import found_trial
from player.publish.repository.offer import publish
from player.publish.repository.proposal import Signing, sign_pack
from player.publish.repository.release import Office, OnlineKeys
from player.publish.repository.tree import Tree
from player.refresh.folder_origin import FolderOrigin
from player.refresh.trust import Place, Trust
from tests.fakes.built_pack import PICTURE, poster, write_built
from tests.fakes.content import content_document

NOW: Final = datetime(2026, 11, 26, 10, tzinfo=UTC)
GATE: Final = "lang-son/huu-nghi"
PACK: Final = f"{GATE}/hall"
TARGET: Final = f"{PACK}/pack.json"
ROLE: Final = "lang-son.huu-nghi"


def no_passphrase(_name: str) -> str:
    """Stand for a person who is asked, and types nothing."""
    return ""


@dataclass(frozen=True, slots=True)
class Post:
    """A trial repository in ``folder``, and the people around it.

    Attributes:
        now: of everything that happens.
    """

    folder: Path
    now: datetime = NOW

    @classmethod
    def found(cls, folder: Path) -> "Post":
        """Found it, for one gate."""
        post = cls(folder)
        found_trial(post.tree, post.keys, [GATE], NOW)
        return post

    @property
    def tree(self) -> Tree:
        """The repository."""
        return Tree(self.folder / "repo")

    @property
    def keys(self) -> Path:
        """Folder of all keys."""
        return self.folder / "keys"

    @property
    def office(self) -> Office:
        """Where and when."""
        return Office(self.tree, OnlineKeys(self.keys, no_passphrase), self.now)

    def later(self, **span: float) -> "Post":
        """Return the same some time later."""
        return replace(self, now=self.now + timedelta(**span))

    def key(self, name: str) -> str:
        """Return the key file of that name, e.g. ``editor-1``."""
        return str(self.keys / f"{name}.key")

    def some(self, *names: str) -> list[str]:
        """Return several key files."""
        return [self.key(name) for name in names]

    def build(self, name: str = "built", sequence: int = 1, *items: str) -> Path:
        """Write a built pack of posters."""
        document = content_document([poster(each) for each in items or ("welcome",)])
        return write_built(self.folder / name, document, (PICTURE,), sequence)

    def sign(self, built: Path, name: str) -> Signing:
        """Sign with a key, the repository at hand."""
        return sign_pack(built, self.key(name), self.tree, no_passphrase, now=self.now)

    def issue(self, sequence: int, *items: str) -> Path:
        """Build, sign twice and publish; return the built folder."""
        built = self.build(f"built-{sequence}", sequence, *items)
        self.sign(built, "editor-1")
        self.sign(built, "editor-2")
        publish(self.office, built)
        return built

    def screen(self, name: str = "screen", source: Path | None = None) -> Trust:
        """Return one refresh of the screen of that name, which trusts the first root."""
        place = Place(FolderOrigin(source or self.tree.folder), "metadata/")
        anchor = (self.tree.metadata / "1.root.json").read_bytes()
        targets = Place(place.origin, "targets/")
        return Trust(self.folder / name, place, targets, anchor, self.now)

    def seen(self, target: str = TARGET) -> bytes | None:
        """Return what a fresh screen reads."""
        screen = self.screen(f"screen-{len(list(self.folder.iterdir()))}")
        screen.refresh()
        return screen.target(target)
