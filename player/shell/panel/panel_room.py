"""Lengths of the staff panel. Pure arithmetic on a screen."""

import math
from typing import Final

from player.config.geometry import CAP_HEIGHT, KIOSK_BODY_CAP_MM, MIN_BODY_SHARE, Metrics
from player.config.screen import Display
from player.shell.lookup.desk_room import GAP, WIDE, DeskRoom, desk_room

TOUCH_LETTERS: Final = 2.4
"""A control is at least this many letters high, where 20 mm are only a few pixels."""

TITLE_SHARE: Final = 1.2


def panel_room(display: Display, metrics: Metrics) -> DeskRoom:
    """Return the lengths of the panel: read at arm's length, however far travellers stand."""
    room = desk_room(display, metrics, frozenset())
    arm_px = KIOSK_BODY_CAP_MM / metrics.mm_per_px / CAP_HEIGHT
    share_px = min(room.area.width, room.area.height) * MIN_BODY_SHARE
    body = math.ceil(min(max(arm_px, share_px), 1.25 * share_px))
    touch = max(metrics.touch_px, math.ceil(TOUCH_LETTERS * body))
    columns = 2 if room.area.width > WIDE * room.area.height else 1
    return DeskRoom(
        room.area,
        touch=touch,
        line=touch,
        body=body,
        small=math.ceil(body * 0.8),
        title=math.ceil(body * TITLE_SHARE),
        margin=body,
        bar_rows=1,
        is_low=room.is_low,
        columns=columns,
        card_columns=columns,
        code=0,
        invitation=0,
        invited=0,
        gap=round(body * GAP),
        letters=room.letters,
    )
