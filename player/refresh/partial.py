"""What is known of a download that is not whole yet: its length and the version it is of."""

from pathlib import Path

from player.refresh.origin import Stream


def size_of(path: Path) -> int:
    """Return how many bytes lie at ``path``; 0 when nothing does."""
    try:
        return path.lstat().st_size
    except OSError:
        return 0


def read_tag(path: Path) -> str | None:
    """Return the entity tag in ``path``, None when there is none."""
    try:
        return path.read_text("ascii")[:200] or None
    except (OSError, ValueError):
        return None


def keep_tag(note: Path, stream: Stream) -> None:
    """Keep what names the version that a stream is of."""
    # Not forced to the disk: without it, or with another, the server starts over.
    if stream.validator is not None:
        note.write_text(stream.validator, "ascii")
    else:
        note.unlink(missing_ok=True)
