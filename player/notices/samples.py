"""What a template is filled in with to be looked at: invented, and on air at once; pure."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player.notices.fields import GateFacts, offers
from player.notices.spans import keep_opening
from player.pack.hours import Hours
from player.pack.notice_template import FieldKind, NoticeTemplate, TemplateField

_HOURS: Final = Hours.model_validate(
    {
        "lanes": [
            {
                "id": f"lane-{n}",
                "name": {
                    "vi": f"Luồng {n}",
                    "en": f"Lane {n}",
                    "zh": f"{n}号通道",
                    "lo": f"ຊ່ອງ {n}",
                    "km": f"ច្រក {n}",
                },
            }
            for n in (1, 2)
        ],
        "activities": [{"id": "all", "name": {"vi": "Mọi hoạt động", "en": "All traffic"}}],
        "openings": [{"windows": ["07:00-19:00"]}],
    }
)
_LONGEST: Final = timedelta(hours=3)
_WORDS: Final[Mapping[FieldKind, str]] = {
    "minutes": "45",
    "level": "3",
    "place": "Nhà chờ số 1",
    "plate": "12A-345.67",
    "text": "Quốc lộ 1A, km 12",
    "free": "Đoàn kiểm tra đến lúc 15 giờ. Mời các hộ kinh doanh có mặt tại nhà chờ số 1.",
}


def sample_values(template: NoticeTemplate, facts: GateFacts, now: datetime) -> Mapping[str, str]:
    """Return field -> value; with them a notice is on air at ``now``.

    Args:
        template: whose fields are filled in.
        facts: of the gate.
        now: aware.
    """
    local = now.astimezone(ZoneInfo(facts.gate.time_zone))
    filled = [each for each in template.fields if not each.optional or each.kind == "level"]
    places = iter(each.id for each in facts.spots())
    values: dict[str, str] = {}
    for each in filled:
        if each.kind in _TIMED:
            values[each.id] = _TIMED[each.kind](local)
        elif each.kind == "place":  # from one to another
            values[each.id] = next(places, _WORDS["place"])
        else:
            values[each.id] = _WORDS.get(each.kind) or _chosen(each, facts)
    return values


def sample_facts(facts: GateFacts) -> GateFacts:
    """Return ``facts`` with invented lanes where the gate has none to choose from."""
    if facts.gate.hours is not None:
        return facts
    return replace(facts, gate=facts.gate.model_copy(update={"hours": _HOURS}))


def _chosen(field: TemplateField, facts: GateFacts) -> str:
    # Until a time of today it is on air now, from one on not yet.
    early = (each.id for each in field.choices if each.window == "before")
    return next(iter((*early, *offers(field, facts))), "")


def _windows(local: datetime) -> str:
    """Return the hours around ``local``; none reaches into another day."""
    start = local.replace(minute=0)
    end = start + _LONGEST
    return f"{start:%H:%M}-{end:%H:%M}" if end.date() == start.date() else f"{start:%H:%M}-24:00"


def _time(local: datetime) -> str:
    later = local + timedelta(hours=2)
    return f"{later:%H:00}" if later.date() == local.date() else "23:59"


_TIMED: Final[Mapping[FieldKind, Callable[[datetime], str]]] = {
    "windows": _windows,
    "time": _time,
    "date": lambda local: f"{local:%Y-%m-%d}",
    "opening": lambda _: keep_opening(()),
}
