"""Books of notices that wait for a signature: what a person who signs them is told."""

from collections.abc import Iterator
from pathlib import Path

from player.errors import PackError, SigningError
from player.pack.notice_book import NOTICES, NoticeBook, parse_book
from player.publish.repository.offered import read_target
from player.publish.repository.tree import Tree, read_metadata


def waiting_books(path: Path, tree: Tree) -> Iterator[NoticeBook]:
    """Yield the books that metadata in ``staging/`` would make public, and that are not yet.

    Args:
        path: of the metadata; of any role.
        tree: the repository it waits in.

    Raises:
        SigningError: it, or a book, is not there as it was signed.
    """
    role = path.name.removesuffix(".json")
    public = tree.delegated(role) if role.startswith("notice.") else None
    old = public.targets if public else {}
    for name, info in sorted(getattr(read_metadata(path).signed, "targets", {}).items()):
        if not name.endswith(f"/{NOTICES}") or old.get(name) == info:
            continue
        try:
            yield parse_book(read_target(tree, name, info), name.removesuffix(f"/{NOTICES}"))
        except PackError as e:
            raise SigningError(f"{name}: {e}") from e
