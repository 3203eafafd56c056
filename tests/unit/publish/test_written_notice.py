"""Notices as editors write them: what is written is read as it was meant, whatever is in it."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from player.pack.notice import Notice
from player.publish.written_notice import notices_toml, written_notice

FULL = {
    "id": "a",
    "level": "urgent",
    "sent": "2027-04-15T07:00:00+07:00",
    "windows": [{"from": "2027-04-15", "until": "2027-04-16", "dayparts": ["22:00-05:30"]}],
    "areas": [{"name": {"vi": "Làn 2"}, "geocodes": [{"name": "P", "value": "20"}]}],
    "closes": True,
    "disaster_level": 3,
    "authority": {"vi": "Ban", "zh-Hant": "口"},
    "values": {"a key": "b"},
    "text": {"vi": {"headline": "Một"}, "zh-Hant": {"headline": "一"}},
}


def test_toml_says_what_the_notice_says() -> None:
    notice = Notice.model_validate(FULL)
    read = tomllib.loads(notices_toml([notice, notice]))["notices"]
    assert [written_notice(Notice.model_validate(each)) for each in read] == [
        written_notice(notice)
    ] * 2


def test_windows_of_the_day_are_written_as_people_say_them() -> None:
    assert 'dayparts = ["22:00-05:30"]' in notices_toml([Notice.model_validate(FULL)])


def test_what_is_not_said_is_not_written() -> None:
    notice = Notice.model_validate({**FULL, "note": "", "codes": [], "status": "actual"})
    assert {"note", "codes", "status"}.isdisjoint(written_notice(notice))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=50))
def test_any_text_is_written_so_that_it_is_read(text: str) -> None:
    notice = Notice.model_validate({**FULL, "note": text, "values": {text: text}})
    read = tomllib.loads(notices_toml([notice]))["notices"][0]
    assert read.get("note", "") == notice.note
    assert read["values"] == notice.values
