"""The root of trust of a home: put there once, by a person, and never replaced by a program."""

import json

from player.errors import PackError
from player.store.durable import make_folder, write_file
from player.store.layout import Home


def is_root(raw: bytes) -> bool:
    """Whether ``raw`` says of itself that it is root metadata; nothing in it is believed yet."""
    try:
        document = json.loads(raw)
    except (ValueError, RecursionError):
        return False
    signed = document.get("signed") if isinstance(document, dict) else None
    return isinstance(signed, dict) and signed.get("_type") == "root"


def believe(home: Home, root: bytes) -> None:
    """Make ``root`` the home's anchor of trust, unless it has another.

    Raises:
        PackError: it has another.
        OSError: the disk refused.
    """
    if home.anchor.exists() and home.anchor.read_bytes() != root:
        raise PackError(
            f"{home.anchor}: this screen believes another root; remove that file first if it "
            "shall believe this one"
        )
    make_folder(home.folder)
    write_file(home.anchor, root)
