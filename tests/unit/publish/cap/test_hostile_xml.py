"""XML of strangers: nothing is fetched, nothing multiplies, and every refusal is one sentence."""

import resource
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.errors import PackFormatError
from player.publish.cap.handover import Sender, to_alert
from player.publish.cap.intake import take
from player.publish.cap.reader import MAX_ALERTS, read_alerts
from player.publish.cap.writer import write_alert
from player.publish.cap.xml_tree import MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS, parse_xml
from player.publish.codes import Code
from tests.fakes.cap_alerts import INFO, alert
from tests.fakes.directed_stage import ZONE
from tests.fakes.pack_folder import assert_told

EARLIEST = "0001-01-01T00:00:00+23:59"
SENT = "2027-04-15T07:00:00+07:00"
RICH = alert(
    INFO.replace(
        "</info>",
        "<parameter><valueName>GatePlayer:lanes</valueName><value>[]</value></parameter>"
        "<parameter><valueName>GatePlayer:text.event</valueName><value>1</value></parameter>"
        "<area><areaDesc>x</areaDesc></area></info>",
    ).replace("<value>1<", '<value>""<'),
    INFO.replace("vi-VN", "en-US"),
    references="a,b,c",
)

LAUGHS = "".join(
    f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "lol" * 100}">' for at in range(10)
)
QUADRATIC = f'<!ENTITY a "{"a" * 100_000}">'

BOMBS: dict[str, str] = {
    "laughs": alert(note="&l9;", head=f"<!DOCTYPE alert [{LAUGHS}]>"),
    "quadratic": alert(note="&a;" * 1_000, head=f"<!DOCTYPE alert [{QUADRATIC}]>"),
    "external": alert(
        note="&x;", head='<!DOCTYPE alert [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    ),
    "parameter": alert(head='<!DOCTYPE alert [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>'),
    "subset": alert(head='<!DOCTYPE alert SYSTEM "http://127.0.0.1:9/cap.dtd">'),
    "undeclared": alert(note="&nowhere;"),
    "torn": alert()[:-20],
    "empty": "",
    "json": "{}",
    "null": alert(note="\0"),
    "no-namespace-of-prefix": "<cap:alert/>",
    "two-roots": alert() + alert(),
    "deep": "<a>" * (MAX_DEPTH + 1) + "</a>" * (MAX_DEPTH + 1),
    "wide": f"<a>{'<b/>' * MAX_ELEMENTS}</a>",
    "large": f"<a>{' ' * MAX_BYTES}</a>",
    "encoding": "<?xml version='1.0' encoding='utf-7'?><alert/>",
}


@pytest.mark.parametrize("name", BOMBS)
def test_bomb_is_refused_in_one_sentence(name: str) -> None:
    found = read_alerts(BOMBS[name].encode(), "f.xml")
    assert [finding.code for finding in found.findings] == [Code.CAP_UNREADABLE]
    assert found.alerts == ()
    assert_told(found.findings)


def test_bomb_takes_no_memory() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(PackFormatError, match="document type"):
        parse_xml(BOMBS["laughs"].encode())
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


@pytest.mark.parametrize(
    ("encode", "head"),
    [
        (lambda text: text.encode(), ""),
        (lambda text: b"\xef\xbb\xbf" + text.encode(), ""),
        (lambda text: text.encode("utf-16"), '<?xml version="1.0" encoding="UTF-16"?>'),
    ],
    ids=["plain", "mark", "utf-16"],
)
def test_encodings_of_the_world_are_read(encode: Callable[[str], bytes], head: str) -> None:
    found = read_alerts(encode(head + alert()), "f.xml")
    assert found.alerts[0][1].infos[0].headline == "Mưa lớn ở Lạng Sơn"


def test_parts_of_text_are_joined() -> None:
    text = alert(note="a &lt; b <![CDATA[<c>]]><!-- no --> d")
    assert read_alerts(text.encode(), "f.xml").alerts[0][1].note == "a < b <c> d"


@pytest.mark.parametrize("version", ["1.1", "1.0", "2.0"])
def test_other_versions_are_refused_by_name(version: str) -> None:
    text = alert(namespace=f"urn:oasis:names:tc:emergency:cap:{version}")
    found = read_alerts(text.encode(), "f.xml")
    assert [(each.code, each.values["version"]) for each in found.findings] == [
        (Code.CAP_VERSION, version)
    ]
    assert_told(found.findings)


@pytest.mark.parametrize("namespace", ["", "http://example.com/alert"])
def test_alert_of_no_known_namespace_is_refused(namespace: str) -> None:
    found = read_alerts(alert(namespace=namespace).encode(), "f.xml")
    assert [each.code for each in found.findings] == [Code.CAP_VERSION]


def test_feed_gives_all_its_alerts_and_one_bad_loses_no_other() -> None:
    entries = [alert(identifier="a"), alert(identifier="b", scope=""), alert(identifier="c")]
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{'<x/>'.join(entries)}</entry></feed>"
    found = read_alerts(feed.encode(), "f.xml")
    assert [(place, each.identifier) for place, each in found.alerts] == [(0, "a"), (2, "c")]
    assert [(each.code, each.field) for each in found.findings] == [
        (Code.CAP_ELEMENT_MISSING, "alert[1].scope")
    ]
    assert_told(found.findings)


@pytest.mark.parametrize("count", [0, MAX_ALERTS + 1])
def test_file_without_alerts_and_one_of_too_many_is_refused(count: int) -> None:
    one = "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'/>"
    found = read_alerts(f"<feed>{one * count}</feed>".encode(), "f.xml")
    assert [each.code for each in found.findings] == [Code.CAP_NO_ALERT]
    assert_told(found.findings)


@pytest.mark.parametrize("element", ["identifier", "sender", "sent", "status", "msgType", "scope"])
def test_what_every_alert_must_have_is_asked_for(element: str) -> None:
    found = read_alerts(alert(**{element: ""}).encode(), "f.xml")
    assert [(each.code, each.values["element"]) for each in found.findings] == [
        (Code.CAP_ELEMENT_MISSING, element)
    ]


@pytest.mark.parametrize("element", ["category", "event", "urgency", "severity", "certainty"])
def test_what_every_info_must_have_is_asked_for(element: str) -> None:
    begin, end = INFO.index(f"<{element}>"), INFO.index(f"</{element}>") + len(element) + 3
    found = read_alerts(alert(INFO[:begin] + INFO[end:]).encode(), "f.xml")
    assert [(each.code, each.field) for each in found.findings] == [
        (Code.CAP_ELEMENT_MISSING, f"alert[0].info[0].{element}")
    ]


def test_element_that_stands_twice_is_told() -> None:
    found = read_alerts(alert(note="a</note><note>b").encode(), "f.xml")
    assert [(each.code, each.field) for each in found.findings] == [
        (Code.CAP_ELEMENT_TWICE, "alert[0].note")
    ]
    assert_told(found.findings)


@given(st.binary(max_size=300))
def test_no_bytes_are_an_error_of_the_program(raw: bytes) -> None:
    assert read_alerts(raw, "f.xml").findings


MARKS = ("<", ">", "&", '"', "\0", "\u202e", "x" * 3_000, "9999-12-31T23:59:59-23:59", "{", "7")


@given(st.integers(0, len(RICH)), st.integers(0, 40), st.sampled_from((*MARKS, EARLIEST)))
def test_no_spoilt_alert_is_an_error_of_the_program(place: int, length: int, mark: str) -> None:
    spoilt = RICH[:place] + mark + RICH[place + length :]
    read = read_alerts(spoilt.encode(), "f.xml")
    assert_told(read.findings)
    for position, one in read.alerts:
        taken = take(one, "f.xml", position)
        assert_told(taken.findings)
        assert taken.notice is not None or taken.findings
        if taken.notice is not None:
            write_alert(to_alert(taken.notice, Sender("a/b", ZONE)))


@pytest.mark.parametrize("element", ["sent", "effective", "onset", "expires"])
@pytest.mark.parametrize("time", ["9999-12-31T23:59:59-23:59", EARLIEST])
def test_times_at_the_ends_of_the_calendar_are_borne(element: str, time: str) -> None:
    text = RICH.replace(SENT, time) if element == "sent" else RICH
    if element != "sent":
        text = text.replace("<senderName>", f"<{element}>{time}</{element}><senderName>", 1)
        text = text.replace("<expires>2027-04-15T19:00:00+07:00</expires>", "", 1)
    read = read_alerts(text.encode(), "f.xml")
    assert read.findings == ()
    notice = take(read.alerts[0][1], "f.xml", 0).notice
    assert notice is not None
    write_alert(to_alert(notice, Sender("a/b", ZONE)))


def test_value_without_its_name_is_told() -> None:
    area = "<area><areaDesc>x</areaDesc><geocode><value>1</value></geocode></area>"
    odd = INFO.replace("</info>", f"<parameter><valueName>a</valueName></parameter>{area}</info>")
    found = read_alerts(alert(odd).encode(), "f.xml")
    assert {each.field for each in found.findings} == {
        "alert[0].info[0].parameter.value",
        "alert[0].info[0].area.geocode.valueName",
    }
