"""How hot the machine is, by the sensors of its kernel; none needs root.

Sources: Documentation/ABI/testing/sysfs-class-thermal and sysfs-class-hwmon of Linux: thousandths
of a degree Celsius.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from player.health.sysfs import entries, number_of, text_of

MOST_SENSORS: Final = 64
PLAUSIBLE_C: Final = (-40.0, 150.0)
"""Sensors that are not there tell -273, 0 or 255."""


@dataclass(frozen=True, slots=True)
class Heat:
    """What a sensor tells.

    Attributes:
        name: of the sensor, as the kernel has it.
        celsius: degrees.
    """

    name: str
    celsius: float


def heats(sys: Path = Path("/sys")) -> tuple[Heat, ...]:
    """Return what the sensors tell, the hottest first; none where the machine has none.

    Args:
        sys: where the kernel's files are.
    """
    found = {(heat.name, heat.celsius): heat for heat in (*_zones(sys), *_chips(sys))}
    plausible = [heat for heat in found.values() if _is_plausible(heat.celsius)]
    return tuple(sorted(plausible, key=lambda heat: (-heat.celsius, heat.name)))


def _is_plausible(celsius: float) -> bool:
    # Exactly nought is what a sensor tells that nobody connected.
    return celsius != 0 and PLAUSIBLE_C[0] < celsius < PLAUSIBLE_C[1]


def _zones(sys: Path) -> Iterator[Heat]:
    for zone in entries(sys / "class/thermal", "thermal_zone*")[:MOST_SENSORS]:
        value = number_of(zone / "temp")
        if value is not None:
            yield Heat(text_of(zone / "type") or zone.name, value / 1000)


def _chips(sys: Path) -> Iterator[Heat]:
    for file in entries(sys / "class/hwmon", "hwmon*/temp*_input")[:MOST_SENSORS]:
        value = number_of(file)
        if value is not None:
            chip = text_of(file.parent / "name") or file.parent.name
            label = text_of(file.with_name(file.name.replace("_input", "_label")))
            yield Heat(f"{chip} {label}" if label else chip, value / 1000)
