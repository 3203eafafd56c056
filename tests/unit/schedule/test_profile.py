"""What of a screen's configuration its programme looks at."""

import pytest

from player.config.screen import Screen
from player.schedule.profile import profile_of
from tests.fakes.content import make_content


def make_screen(**fields: object) -> Screen:
    display = {"width_mm": 1210, "viewing_distance_mm": 4000}
    return Screen.model_validate(
        {"id": "HALL-1", "gate": "huu-nghi", "role": "hall-tv", "display": display, **fields}
    )


@pytest.mark.parametrize(
    ("enabled", "languages"),
    [
        ([], ("vi", "en", "zh")),
        (["zh", "vi"], ("zh", "vi")),
        (["th", "en"], ("en",)),
        (["th"], ("vi", "en", "zh")),
    ],
)
def test_screen_plays_the_languages_it_enables_and_the_pack_has(
    enabled: list[str], languages: tuple[str, ...]
) -> None:
    content = make_content(languages=("vi", "en", "zh"))
    assert profile_of(make_screen(languages=enabled), content).languages == languages


def test_screen_plays_for_the_people_before_it() -> None:
    screen = make_screen(audience=["drivers", "arrivals"])
    assert profile_of(screen, make_content()).audience == {"arrivals", "drivers"}
