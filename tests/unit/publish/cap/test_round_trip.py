"""Notices out and in again, also through somebody else's reader and writer of CAP (cap-tools)."""

from enum import Enum
from zoneinfo import ZoneInfo

import pytest
from cap_tools import models
from hypothesis import given
from hypothesis import strategies as st
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.config import ParserConfig
from xsdata.formats.dataclass.serializers import XmlSerializer
from xsdata.formats.dataclass.serializers.config import SerializerConfig
from xsdata.models.datatype import XmlDateTime

from player.pack.notice import Notice
from player.publish.cap.elements import ENUMERATIONS, NAMESPACE
from player.publish.cap.handover import Sender, to_alert
from player.publish.cap.intake import take
from player.publish.cap.reader import read_alerts
from player.publish.cap.writer import write_alert
from player.publish.cap.xml_tree import Element, parse_xml
from player.publish.written_notice import written_notice

SENDER = Sender("lang-son/huu-nghi", ZoneInfo("Asia/Ho_Chi_Minh"))
STRICT = ParserConfig(fail_on_unknown_properties=True, fail_on_converter_warnings=True)
THEIRS: dict[str, type[Enum]] = {
    "status": models.Status,
    "msgType": models.MsgType,
    "scope": models.Scope,
    "category": models.Category,
    "responseType": models.ResponseType,
    "urgency": models.Urgency,
    "severity": models.Severity,
    "certainty": models.Certainty,
}

FULL = {
    "id": "lane-two-2",
    "sender": "duty@gate.example",
    "sent": "2027-04-15T06:00:00+07:00",
    "status": "exercise",
    "message": "update",
    "scope": "restricted",
    "restriction": "Chỉ cho cán bộ <cửa khẩu> & khách",
    "addresses": ["phòng trực", "a"],
    "references": ["duty@gate.example,lane-two-1,2027-04-14T06:00:00+07:00"],
    "incidents": ["bão số 5"],
    "source": "KTTV",
    "note": "diễn tập 3",
    "codes": ["x", "y"],
    "level": "urgent",
    "categories": ["transport", "cbrne"],
    "responses": ["avoid", "allclear", "none"],
    "urgency": "immediate",
    "severity": "severe",
    "certainty": "possible",
    "authority": {"vi": "Ban quản lý", "zh": "口岸管理"},
    "effective": "2027-04-15T06:00:00+07:00",
    "onset": "2027-04-15T07:00:00+07:00",
    "expires": "2027-04-16T00:00:00+07:00",
    "windows": [{"from": "2027-04-15", "until": "2027-04-15", "dayparts": ["07:00-10:00"]}],
    "web": "https://example.vn/a?b=1&c=2",
    "event_codes": [{"name": "SAME", "value": "CEM"}, {"name": "SAME", "value": "FFW"}],
    "parameters": [{"name": "VTEC", "value": "/O.NEW/"}],
    "areas": [
        {"name": {"vi": "Làn 2", "zh": "二号"}, "geocodes": [{"name": "P", "value": "20"}]},
        {"name": {"vi": "Bãi xe", "zh": "停车场"}},
    ],
    "lanes": ["lane-2"],
    "activities": ["freight"],
    "closes": True,
    "audiences": ["driver"],
    "disaster_level": 3,
    "sign": "warning",
    "sounds": True,
    "sample": True,
    "ordered_by": "N. V. A",
    "order_reference": "12/CV",
    "template": "lane-paused",
    "values": {"lane": "2"},
    "text": {
        "vi": {
            "headline": "Làn 2 <dừng> & chờ",
            "description": "Dòng 1\nDòng 2",
            "instruction": "Sang làn 3",
            "event": "Dừng làn",
            "audience": "Lái xe",
            "contact": "0205 123",
            "review": "reviewed",
            "reviewed_by": "A. Nguyễn",
        },
        "zh": {"headline": "二号通道暂停", "is_untranslated": True, "of": "abc"},
    },
}
SILENT = {
    "id": "c", "level": "normal", "sent": "2027-04-15", "message": "cancel", "references": ["n1"],
}  # fmt: skip
LOCAL = {
    "id": "n1",
    "level": "important",
    "sent": "2027-04-15T06:00",
    "windows": [{"until": "2027-04-20"}],
    "references": ["n0"],
    "authority": {"vi": "A", "lo": "ຄະນະ"},
    "text": {"vi": {"headline": "Một"}, "zh-Hans": {"headline": "一"}, "lo": {"headline": "ໜຶ່ງ"}},
}
NOTICES = {"full": FULL, "silent": SILENT, "local": LOCAL}


def notice_of(name: str) -> Notice:
    return Notice.model_validate(NOTICES[name])


def back(raw: bytes) -> Notice:
    """Return the one notice of a file that says nothing to complain of."""
    read = read_alerts(raw, "f.xml")
    assert read.findings == ()
    taken = take(read.alerts[0][1], "f.xml", 0)
    assert taken.findings == ()
    assert taken.notice is not None
    return taken.notice


def theirs(raw: bytes) -> models.Alert:
    return XmlParser(config=STRICT).from_bytes(raw, models.Alert)


def their_xml(alert: models.Alert) -> bytes:
    serializer = XmlSerializer(config=SerializerConfig(indent="  "))
    return serializer.render(alert, ns_map={None: NAMESPACE}).encode()


def shape(element: Element) -> object:
    """Return an element with all that is in it but the blanks between."""
    return element.name, element.text.strip(), [shape(child) for child in element.children]


@pytest.mark.parametrize("element", ENUMERATIONS)
def test_values_are_those_of_the_schema(element: str) -> None:
    assert set(ENUMERATIONS[element]) == {str(each.value) for each in THEIRS[element]}


@pytest.mark.parametrize("name", NOTICES)
def test_nothing_is_lost_out_and_in(name: str) -> None:
    notice = notice_of(name)
    assert written_notice(back(write_alert(to_alert(notice, SENDER)))) == written_notice(notice)


@pytest.mark.parametrize("name", NOTICES)
def test_nothing_is_lost_through_another_library(name: str) -> None:
    notice = notice_of(name)
    returned = their_xml(theirs(write_alert(to_alert(notice, SENDER))))
    assert written_notice(back(returned)) == written_notice(notice)


@pytest.mark.parametrize("name", NOTICES)
def test_elements_stand_as_the_schema_orders_them(name: str) -> None:
    """Their writer is made from the schema: what it writes of our alert is our alert."""
    raw = write_alert(to_alert(notice_of(name), SENDER))
    assert shape(parse_xml(their_xml(theirs(raw)))) == shape(parse_xml(raw))


def test_another_library_finds_every_field_where_it_belongs() -> None:
    alert = theirs(write_alert(to_alert(notice_of("full"), SENDER)))
    assert (alert.identifier, alert.sender) == ("lane-two-2", "duty@gate.example")
    assert (alert.status, alert.msg_type) == (models.Status.EXERCISE, models.MsgType.UPDATE)
    assert alert.addresses_to_list() == ["phòng trực", "a"]
    assert alert.incidents_to_list() == ["bão số 5"]
    assert [each.identifier for each in alert.references_to_list()] == ["lane-two-1"]
    vi, zh = alert.infos
    assert (vi.language, zh.language) == ("vi", "zh")
    assert (vi.headline, zh.headline) == ("Làn 2 <dừng> & chờ", "二号通道暂停")
    assert (vi.event, zh.event) == ("Dừng làn", "二号通道暂停")
    assert (vi.sender_name, vi.contact, vi.web) == (
        "Ban quản lý", "0205 123", "https://example.vn/a?b=1&c=2"
    )  # fmt: skip
    assert vi.event_codes_to_dict().getall("SAME") == ["CEM", "FFW"]
    assert [area.area_desc for area in zh.areas] == ["二号", "停车场"]
    assert str(vi.expires) == "2027-04-16T00:00:00+07:00"


def test_alert_of_another_library_comes_in_as_it_was_meant() -> None:
    info = models.Info(
        language="en-US",
        categories=[models.Category.GEO, models.Category.SAFETY],
        event="Landslide",
        response_types=[models.ResponseType.EVACUATE],
        urgency=models.Urgency.IMMEDIATE,
        severity=models.Severity.EXTREME,
        certainty=models.Certainty.OBSERVED,
        headline="Landslide on road 1",
        parameters=[models.Parameter(models.ValueName("a"), models.Value("b"))],
        areas=[models.Area(area_desc="Road 1")],
    )
    alert = models.Alert(
        identifier="x1",
        sender="s",
        sent=XmlDateTime.from_string("2027-04-15T06:00:00+07:00"),
        status=models.Status.ACTUAL,
        msg_type=models.MsgType.ALERT,
        scope=models.Scope.PUBLIC,
        infos=[info],
    )
    notice = back(their_xml(alert))
    assert (notice.level, notice.urgency) == ("emergency", "immediate")
    assert [*notice.categories] == ["geo", "safety"]
    assert [*notice.responses] == ["evacuate"]
    assert notice.text["en"].headline == "Landslide on road 1"
    assert notice.areas[0].name == {"en": "Road 1"}
    assert [(each.name, each.value) for each in notice.parameters] == [("a", "b")]
    assert shape(parse_xml(their_xml(theirs(write_alert(to_alert(notice, SENDER))))))


def test_times_never_end_in_z() -> None:
    notice = Notice.model_validate({**LOCAL, "sent": "2027-04-15T00:00:00Z"})
    alert = to_alert(notice, SENDER)
    assert alert.sent == "2027-04-15T00:00:00-00:00"
    assert back(write_alert(alert)).sent == notice.sent


def test_reference_by_id_gets_the_name_the_standard_wants() -> None:
    old = Notice.model_validate({**LOCAL, "id": "n0", "sent": "2027-04-14T06:00", "references": []})
    sender = Sender(SENDER.name, SENDER.zone, [old])
    alert = to_alert(notice_of("local"), sender)
    assert alert.references == ("lang-son/huu-nghi,n0,2027-04-14T06:00:00+07:00",)


def test_break_marks_stay_at_home() -> None:
    broken = Notice.model_validate({**LOCAL, "text": {"lo": {"headline": "ໜຶ່ງ\u200bສອງ"}}})
    assert "\u200b" not in write_alert(to_alert(broken, SENDER)).decode()


def test_end_that_never_comes_is_still_a_time() -> None:
    lasting = Notice.model_validate({**LOCAL, "windows": [{"until": "9999-12-31"}]})
    raw = write_alert(to_alert(lasting, SENDER))
    assert theirs(raw).infos[0].expires is not None
    assert written_notice(back(raw)) == written_notice(lasting)


TEXT = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp", "Mn"]
    ),
    min_size=1,
    max_size=60,
).filter(lambda text: text.strip() == text)


@given(
    headline=TEXT,
    note=TEXT,
    incidents=st.lists(TEXT.filter(lambda t: '"' not in t), max_size=3),
    zone=st.sampled_from(["", "+07:00", "+08:00", "Z"]),
    level=st.sampled_from(["urgent", "important", "normal", "filler"]),
)
def test_any_words_come_back(
    headline: str, note: str, incidents: list[str], zone: str, level: str
) -> None:
    notice = Notice.model_validate(
        {
            "id": "n",
            "level": level,
            "sent": f"2027-04-15T06:00:00{zone}",
            "expires": f"2027-04-16T06:00:00{zone}",
            "note": note,
            "incidents": incidents,
            "text": {"vi": {"headline": headline}, "en": {"headline": headline, "event": note}},
        }
    )
    assert written_notice(back(write_alert(to_alert(notice, SENDER)))) == written_notice(notice)
