"""Emergency calls for tests, and screens of every shape to draw them on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from player.config.screen import Display, Role, Screen
from player.stage.alarm.call import AlarmCall, AlarmKind, AlarmStatus, AlarmText

ISSUERS: Final = {
    "vi": "Đồn Biên phòng cửa khẩu quốc tế Hữu Nghị",
    "en": "Hữu Nghị international border guard post",
    "zh": "友谊国际口岸边防站",
}

SINCE_MS: Final = 1_795_000_000_000

LONG: Final = {
    "vi": AlarmText(
        "Sạt lở đất trên quốc lộ 8, không qua lại đoạn từ cây số 60 đến cây số 72",
        (
            "Tất cả xe tải và xe khách quay đầu tại bãi đỗ trước trạm kiểm soát liên hợp.",
            "Người đi bộ theo cán bộ biên phòng đến nhà văn hóa xã và ở lại đó đến khi có tin mới.",
        ),
    ),
    "en": AlarmText(
        "Landslide on national road 8, do not enter between kilometre 60 and kilometre 72",
        (
            "All lorries and coaches turn round at the car park before the joint control station.",
            "People on foot follow the border guards to the village hall and stay until told more.",
        ),
    ),
}
"""Longer than anybody should write; the other languages fall back to it."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A screen and its pixels."""

    width: int
    height: int
    display: Display
    role: Role = "hall-tv"

    @property
    def screen(self) -> Screen:
        """The screen."""
        return Screen(id="alarm", gate="huu-nghi", role=self.role, display=self.display)


PANELS: Final = {
    "landscape": Panel(1920, 1080, Display(width_mm=1210, viewing_distance_mm=4000)),
    "portrait": Panel(
        1080, 1920, Display(width_mm=680, viewing_distance_mm=4000, orientation="portrait")
    ),
    "square": Panel(1280, 1024, Display(width_mm=376, viewing_distance_mm=700), "kiosk"),
    "strip": Panel(1920, 360, Display(width_mm=7680, viewing_distance_mm=15_000), "led-strip"),
    "low": Panel(1152, 288, Display(width_mm=4608, viewing_distance_mm=15_000), "led-strip"),
    "overscan": Panel(
        1024, 768, Display(width_mm=700, viewing_distance_mm=2500, overscan_percent=2.5)
    ),
}
FIVE: Final = ("vi", "zh", "en", "lo", "km")
GROUPS: Final = {"one": ("vi",), "five": FIVE, "six": (*FIVE, "th")}


def every_call() -> Iterator[AlarmCall]:
    """Yield a call of every kind and status, with and without a level."""
    for kind in AlarmKind:
        for status in AlarmStatus:
            level = 4 if kind is AlarmKind.DANGER else None
            yield AlarmCall(kind, status, SINCE_MS, issuers=ISSUERS, level=level)
