"""From an emergency on the board to the order that takes the screen."""

from collections.abc import Iterator, Mapping
from typing import Final

from player.clock import ClockTrust
from player.notices.air import Sky, all_clear, takeovers
from player.notices.board import Board, Cleared
from player.notices.life import open_times
from player.pack.instants import to_ms
from player.pack.notice import Notice
from player.pack.notice import Sign as NoticeSign
from player.stage.alarm.call import AlarmCall, AlarmKind, AlarmStatus, AlarmText
from player.stage.alarm.signs import Sign

KINDS: Final[Mapping[NoticeSign, AlarmKind]] = {
    "evacuate": AlarmKind.EVACUATE,
    "assembly": AlarmKind.EVACUATE,
    "fire": AlarmKind.FIRE,
    "shelter": AlarmKind.SHELTER,
    "clear": AlarmKind.ALL_CLEAR,
}
SIGNS: Final[Mapping[NoticeSign, Sign]] = {
    "assembly": Sign.ASSEMBLY,
    "first-aid": Sign.FIRST_AID,
}


def call_on_air(board: Board, sky: Sky) -> tuple[AlarmCall | None, int]:
    """Return the order that has the screen, None: none has; and when that changes.

    What is meant comes before drills, its all-clear too; an emergency before the all-clear of
    another.
    """
    alarms, clear = takeovers(board, sky), all_clear(board, sky)
    until = min(alarms.until_ms, clear.until_ms)
    is_timed = sky.trust is ClockTrust.TRUSTED
    calls = [
        *(_call(each, _since_ms(board, each, sky), is_timed=is_timed) for each in alarms.shown),
        *(_clear(each, is_timed=is_timed) for each in clear.shown),
    ]
    return min(calls, key=lambda call: call.status is not AlarmStatus.ACTUAL, default=None), until


def _clear(over: Cleared, *, is_timed: bool) -> AlarmCall:
    status = AlarmStatus(over.notice.status)
    return AlarmCall(AlarmKind.ALL_CLEAR, status, over.at_ms, is_timed=is_timed)


def _call(notice: Notice, since_ms: int, *, is_timed: bool) -> AlarmCall:
    return AlarmCall(
        KINDS.get(notice.sign, AlarmKind.DANGER),
        AlarmStatus(notice.status),
        since_ms,
        texts={
            tag: AlarmText(text.headline, tuple(_sentences(text.description, text.instruction)))
            for tag, text in notice.text.items()
        },
        issuers=notice.authority,
        sign=SIGNS.get(notice.sign),
        level=notice.disaster_level,
        sounds=notice.sounds,
        is_timed=is_timed,
    )


def _sentences(*parts: str) -> Iterator[str]:
    for part in parts:
        yield from filter(None, part.split("\n"))


def _since_ms(board: Board, notice: Notice, sky: Sky) -> int:
    """Return from when on this screen has shown ``notice``."""
    at = to_ms(sky.now)
    posted = board.find(notice.id)
    heard_ms = posted.heard_ms if posted else 0
    starts = [start for start, end in open_times(notice, sky.zone, at) if start <= at < end]
    return max(heard_ms, *starts) if starts else max(heard_ms, 0)
