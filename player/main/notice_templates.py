"""Reads the notice templates that ship beside the program, and joins them with those of a pack."""

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

from player import resources
from player.notices.templates import MAX_BYTES, Unusable, offered, parse_template
from player.pack.content import Content
from player.pack.notice_template import NoticeTemplate
from player.stage.alarm.templates import emergencies

logger = logging.getLogger(__name__)


def built_in() -> tuple[NoticeTemplate, ...]:
    """Return the templates that ship with the program; of emergencies those in code, if need be."""
    found = read_templates(resources.assets() / "notice-templates")
    known = {each.id for each in found}
    return (*found, *(each for each in emergencies() if each.id not in known))


def read_templates(folder: Path) -> tuple[NoticeTemplate, ...]:
    """Return the templates of ``folder``, one ``<id>.toml`` each.

    A file that cannot be used is left out, and logged: the others are all the more needed.
    """
    found: list[NoticeTemplate] = []
    for file in sorted(folder.glob("*.toml")):
        template = _read(file)
        if isinstance(template, Unusable):
            logger.error(
                "a notice template cannot be used", extra={"file": file.name, "why": template.why}
            )
        else:
            found.append(template)
    return tuple(found)


def templates_for(
    built_in: Sequence[NoticeTemplate], content: Content | None
) -> Mapping[str, NoticeTemplate]:
    """Return id -> template, in the order of the menu; ``content`` None: there is no pack."""
    return offered(built_in, content.notice_templates if content else ())


def _read(file: Path) -> NoticeTemplate | Unusable:
    try:
        with file.open("rb") as opened:
            # One byte more than may be: whatever lies there is not read into memory.
            return parse_template(file.name, opened.read(MAX_BYTES + 1))
    except OSError as e:
        return Unusable(file.name, e.strerror or str(e))
