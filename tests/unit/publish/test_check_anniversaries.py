"""Playlists that come again every year: impossible days are told, and lunar ones looked up."""

import json
from typing import Any

import pytest

from player.publish.build import Built, build_pack
from player.publish.codes import Code
from player.publish.progress import ignore_progress
from tests.fakes.pack_folder import TODAY, PackFolder

FILE = "playlists.toml"
WHEN = "playlists[1].when"


def kept(folder: PackFolder, **when: object) -> PackFolder:
    folder.playlists[1]["when"] = when
    return folder


@pytest.mark.parametrize(
    ("when", "code", "field"),
    [
        ({"yearly": {"day": "02-30"}}, Code.BAD_DAY_OF_YEAR, f"{WHEN}.yearly"),
        ({"yearly": {"day": "2-9"}}, Code.BAD_DAY_OF_YEAR, f"{WHEN}.yearly.day"),
        ({"lunar": {"day": "12-31"}}, Code.BAD_DAY_OF_YEAR, f"{WHEN}.lunar"),
        ({"lunar": {"day": "Tết"}}, Code.BAD_DAY_OF_YEAR, f"{WHEN}.lunar.day"),
        ({"lunar": {}}, Code.FIELD_MISSING, f"{WHEN}.lunar.day"),
        ({"yearly": {"day": "09-02", "every": 5}}, Code.EVERY_WITHOUT_SINCE, f"{WHEN}.yearly"),
        ({"yearly": {"day": "09-02", "before": 365}}, Code.OUT_OF_RANGE, f"{WHEN}.yearly.before"),
        ({"lunar": {"day": "01-01", "dates": []}}, Code.FIELD_OF_THE_BUILD, f"{WHEN}.lunar.dates"),
        ({"lunar": {"day": "12-30"}}, Code.DAY_RARE, f"{WHEN}.lunar.day"),
        ({"yearly": {"day": "02-29"}}, Code.DAY_RARE, f"{WHEN}.yearly.day"),
        (
            {"yearly": {"day": "09-02"}, "valid": {"from": "2026-11-01", "until": "2027-09-01"}},
            Code.PLAYLIST_NEVER,
            WHEN,
        ),
        ({"yearly": {"day": "09-02"}, "lunar": {"day": "01-01"}}, Code.PLAYLIST_NEVER, WHEN),
        ({"lunar": {"day": "01-01", "since": 2100}}, Code.PLAYLIST_NEVER, WHEN),
        ({"yearly": {"day": "09-02", "since": 1945, "every": 500}}, Code.PLAYLIST_NEVER, WHEN),
        (
            {"lunar": {"day": "01-01"}, "valid": {"until": "2026-11-21"}},
            Code.PLAYLIST_OVER,
            f"{WHEN}.valid.until",
        ),
    ],
)
def test_slip_is_told(folder: PackFolder, when: dict[str, Any], code: Code, field: str) -> None:
    assert kept(folder, **when).found() == {(code, FILE, field, "")}


@pytest.mark.parametrize(
    "when",
    [
        {"lunar": {"day": "01-01", "before": 7, "after": 15}},
        {"lunar": {"day": "12-last"}},
        {"yearly": {"day": "09-02", "since": 1945, "every": 100}},
        {"yearly": {"day": "11-21", "after": 1}},
        # 8 March 2030 is a Friday.
        {"yearly": {"day": "03-08"}, "weekdays": ["fri"], "valid": {"from": "2030-01-01"}},
    ],
)
def test_campaign_that_will_come_is_no_finding(folder: PackFolder, when: dict[str, Any]) -> None:
    assert kept(folder, **when).found() == set()


def test_built_pack_carries_the_solar_days_of_a_lunar_one(folder: PackFolder) -> None:
    kept(folder, lunar={"day": "01-01", "before": 7})
    out = folder.root.parent / "out"
    built = build_pack(folder.write(), out, TODAY, folder.tools, ignore_progress)
    assert isinstance(built, Built)
    content = json.loads((out / "content.json").read_bytes())
    lunar = content["playlists"][1]["when"]["lunar"]
    assert {"2027-02-06", "2030-02-02", "2053-02-18"} <= set(lunar["dates"])
    assert "2030-02-03" not in lunar["dates"]
