"""The example pack a content team starts from."""

import shutil
from pathlib import Path

from player.publish.codes import Code
from player.publish.finding import Finding


def make_starter(example: Path, folder: Path) -> Finding | None:
    """Copy the example pack to ``folder``.

    Args:
        example: the example's source folder.
        folder: absent or empty.

    Returns:
        Why it could not be made; None when it was.
    """
    try:
        if folder.exists() and any(folder.iterdir()):
            return Finding(str(folder), Code.TARGET_NOT_EMPTY)
        # Contents only: an installed example may be read-only, the copy is there to be edited.
        shutil.copytree(example, folder, copy_function=shutil.copyfile, dirs_exist_ok=True)
    except OSError as e:
        return Finding(str(folder), Code.TARGET_UNWRITABLE, values={"reason": e.strerror or str(e)})
    return None
