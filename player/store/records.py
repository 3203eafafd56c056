"""The small JSON files by which show and the agent tell each other where they stand.

Each is written by one of them alone, replaced atomically, and read as if it might be missing,
torn or from another version: then it says nothing.
"""

import json
import logging
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from player.store.durable import make_folder, write_file
from player.store.opening import open_below

logger = logging.getLogger(__name__)

MAX_BYTES: Final = 1_000_000


class Record(BaseModel):
    """A frozen value with a JSON file of its own; fields it does not know are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")


R = TypeVar("R", bound=Record)


def read_record(path: Path, kind: type[R]) -> R | None:
    """Return what the file at ``path`` says; None when it says nothing that can be understood."""
    try:
        with open_below(path.parent, path.name) as file:
            return kind.model_validate_json(file.read(MAX_BYTES))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValidationError) as e:
        # Whoever writes it writes it again; whoever reads it does so every second.
        logger.debug("a record cannot be read", extra={"file": path.name, "reason": str(e)})
        return None


def write_record(path: Path, record: Record) -> None:
    """Replace the file at ``path``, atomically and durably.

    Raises:
        OSError: the disk refused.
    """
    # By alias: a window begins at "from", and is read again by that name alone.
    document: dict[str, Any] = record.model_dump(mode="json", by_alias=True)
    raw = json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
    make_folder(path.parent)
    write_file(path, raw)
