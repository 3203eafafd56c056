"""Time zones a person may write."""

import pytest
from pydantic_core import PydanticCustomError

from player.config.naming import check_time_zone


@pytest.mark.parametrize("name", ["Asia/Ho_Chi_Minh", "Asia/Vientiane", "Asia/Shanghai", "UTC"])
def test_zone_of_the_world_is_kept_as_written(name: str) -> None:
    assert check_time_zone(name) == name


@pytest.mark.parametrize(
    "name", ["", "Asia", "Hanoi", "+07:00", "../../etc/passwd", "/etc/passwd", "a\0b", "x" * 999]
)
def test_anything_else_is_refused(name: str) -> None:
    with pytest.raises(PydanticCustomError):
        check_time_zone(name)
