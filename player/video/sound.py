"""Whether there is anything to play sound on."""

from pathlib import Path
from typing import Final

SILENT: Final = ("--aout=dummy",)


def sound_options(cards: Path) -> tuple[str, ...]:
    """Return libvlc's options for this machine's sound.

    Args:
        cards: the kernel's list of sound cards, ``/proc/asound/cards``.

    Returns:
        Without a card the dummy output, which keeps time like a real one; libvlc would otherwise
        search for a device before each clip and play video without a sound clock.
    """
    try:
        listed = cards.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return SILENT
    # Without cards the kernel says "--- no soundcards ---" there; a card's line has its id in [].
    return () if "[" in listed else SILENT
