"""The built-in notice templates, two gates to fill them in at, and a voice."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Final

from player import resources
from player.notices.fields import GateFacts, Refusal, Spot
from player.notices.filling import Issue, fill
from player.notices.saying import Voice
from player.notices.templates import parse_template
from player.pack.gate import Gate
from player.pack.notice import Notice
from player.pack.notice_template import NoticeTemplate
from player.stage.phrases import Phrases

FOLDER: Final = resources.assets() / "notice-templates"
THAI: Final = Path(__file__).parents[1] / "data" / "thai"
SENT: Final = datetime.fromisoformat("2027-04-15T06:30:00+07:00")

LANES: Final = {"hall": "Passenger hall", "lane-2": "Lane 2", "lane-3": "Lane 3"}


def built_in() -> Iterator[NoticeTemplate]:
    """Yield the templates that ship beside the program."""
    for file in sorted(FOLDER.glob("*.toml")):
        template = parse_template(file.name, file.read_bytes())
        assert isinstance(template, NoticeTemplate), template
        yield template


TEMPLATES: Final = {each.id: each for each in built_in()}


def gate(country: str = "CN", lanes: Mapping[str, str] = LANES) -> Gate:
    """Return a gate with these lanes, next to China or to Laos."""
    zones = {"CN": "Asia/Shanghai", "LA": "Asia/Vientiane"}
    return Gate.model_validate(
        {
            "id": "gate",
            "name": {"vi": "Cửa khẩu Hữu Nghị", "en": "Hữu Nghị gate", "zh": "友谊口岸"},
            "province": {"vi": "Lạng Sơn"},
            "time_zone": "Asia/Ho_Chi_Minh",
            "neighbour": {"country": country, "name": {"vi": "?"}, "time_zone": zones[country]},
            "hours": {
                "lanes": [
                    {"id": id_, "name": {"vi": f"Luồng {id_}", "en": name, "zh": f"{id_}通道"}}
                    for id_, name in lanes.items()
                ],
                "activities": [
                    {"id": "passengers", "name": {"vi": "Hành khách", "en": "Passengers"}},
                    {"id": "freight", "name": {"vi": "Hàng hóa", "en": "Freight"}},
                ],
                "openings": [{"windows": ["07:00-20:00"]}],
            },
        }
    )


def facts(country: str = "CN", lanes: Mapping[str, str] = LANES) -> GateFacts:
    """Return what a template needs to know of that gate."""
    spots = (
        Spot("counter-3", {"vi": "Quầy 3", "en": "Counter 3", "zh": "3号柜台"}),
        Spot("first-aid", {"vi": "Phòng y tế", "en": "First aid", "zh": "医务室"}),
    )
    authority = {"vi": "Ban quản lý cửa khẩu", "en": "Gate authority"}
    return GateFacts(gate(country, lanes), authority, spots)


@cache
def voice() -> Voice:
    """Return the player's own words; days as Qt's locales write them where that is simple."""
    files = [*(resources.assets() / "strings").glob("*.json"), THAI / "th.json"]
    return Voice(Phrases({f.stem: json.loads(f.read_text("utf-8")) for f in files}), _date_text)


def _date_text(tag: str, day: date) -> str:
    # In English the longest month, whatever the day: what finds room then always does.
    if tag == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} September {day.year}" if tag == "en" else f"{day:%d/%m/%Y}"


MORNING: Final = Issue("n-1", SENT, "Trung úy Lan")


def filled(
    template: str | NoticeTemplate,
    values: Mapping[str, str],
    at: GateFacts | None = None,
    issue: Issue = MORNING,
) -> Notice | tuple[Refusal, ...]:
    """Return ``template`` filled in, on the morning of 15 April 2027 unless told otherwise."""
    chosen = TEMPLATES[template] if isinstance(template, str) else template
    return fill(chosen, values, at or facts(), voice(), issue)


def notice(
    template: str,
    values: Mapping[str, str],
    at: GateFacts | None = None,
    issue: Issue = MORNING,
) -> Notice:
    """Return ``template`` filled in with values that are taken."""
    made = filled(template, values, at, issue)
    assert isinstance(made, Notice), made
    return made


def with_thai(template: NoticeTemplate) -> NoticeTemplate:
    """Return a template as a gate on another border would have it: with a sixth language."""
    words = tomllib.loads((THAI / "notice-templates.toml").read_text("utf-8"))[template.id]
    document = template.model_dump()
    chosen = words.pop("choices", {})
    document["text"]["th"] = words
    for field in document["fields"]:
        for choice in field["choices"]:
            choice["name"]["th"] = chosen[field["id"]][choice["id"]]["name"]
    return NoticeTemplate.model_validate(document)
