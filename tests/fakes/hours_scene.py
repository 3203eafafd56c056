"""A page of opening hours with real sentences in five languages."""

import json
from dataclasses import replace
from typing import Final

from player import resources
from player.stage.phrases import Phrases
from player.stage.scene import HoursRow, HoursScene
from tests.fakes.scenes import marked, words

_HOURS: Final = {
    "vi": "Giờ mở cửa",
    "zh": "开放时间",
    "en": "Opening hours",
    "lo": "ເວລາ|ເປີດ-ປິດ|ດ່ານ",
    "km": "ម៉ោង|បើក|ច្រក",
}
_LANES: Final = {
    "vi": "Nhà xuất nhập cảnh",
    "zh": "出入境大厅",
    "en": "Passenger hall",
    "lo": "ຫໍ|ເຂົ້າ|ອອກ|ເມືອງ",
    "km": "អគារ|ចេញ|ចូល|ប្រទេស",
}
_TRAVELLERS: Final = {
    "vi": "Hành khách",
    "zh": "旅客",
    "en": "Passengers",
    "lo": "ຜູ້|ໂດຍສານ",
    "km": "អ្នក|ដំណើរ",
}
_FREIGHT: Final = {"vi": "Hàng hóa", "zh": "货物", "en": "Freight", "lo": "ສິນຄ້າ", "km": "ទំនិញ"}
_TET: Final = {
    "vi": "Nghỉ Tết Nguyên đán",
    "zh": "春节假期",
    "en": "Lunar New Year holiday",
    "lo": "ພັກ|ບຸນ|ປີໃໝ່|ຫວຽດນາມ",
    "km": "ឈប់|សម្រាក|ចូល|ឆ្នាំ|ចន្ទគតិ",
}
_ZONES: Final = {"own": "Asia/Ho_Chi_Minh", "neighbour": "Asia/Shanghai"}
_STRINGS: Final = resources.assets() / "strings"


def hours(language: str) -> HoursScene:
    """Return the opening hours of three lanes by two clocks: open, closed by an exception, unknown.

    Real sentences, from the words of the interface.
    """
    phrases = Phrases({language: json.loads((_STRINGS / f"{language}.json").read_text("utf-8"))})

    def say(key: str, **values: str) -> str:
        return phrases.say(language, key, **values)

    place = {key: say(f"zone.{zone}") for key, zone in _ZONES.items()}
    span = say("span_hours_minutes", hours="1", minutes="10")
    lane = marked(_LANES[language])
    rows = (
        HoursRow(
            lane,
            marked(_TRAVELLERS[language]),
            "open",
            say("hours_open"),
            say("hours_closes"),
            ("20:00", "21:00"),
            say("hours_in", span=span),
        ),
        HoursRow(
            lane,
            marked(_FREIGHT[language]),
            "closed",
            say("hours_closed_today"),
            say("hours_opens_on", day=say("weekday_wed")),
            ("07:00", "08:00"),
            reason=marked(_TET[language]),
        ),
        HoursRow(lane, marked(_FREIGHT[language]), "unknown", say("hours_unknown")),
    )
    clocks = tuple(say("clock_of", place=place[side]) for side in ("own", "neighbour"))
    said = replace(words(language, _HOURS, _HOURS), body="")
    return HoursScene("opening-hours", said, clocks, rows)
