"""Alerts of other systems as notices: what counts, what is careful, and what is told as lost."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from player.notices.board import Posted, board_of
from player.pack.notice import Notice
from player.publish.cap.elements import join_group, split_group
from player.publish.cap.intake import pack_tag, take
from player.publish.cap.reader import read_alerts
from player.publish.codes import Code
from player.publish.finding import Finding
from tests.fakes.cap_alerts import INFO, alert, info
from tests.fakes.directed_stage import ZONE
from tests.fakes.pack_folder import assert_told


@dataclass(frozen=True)
class Heard:
    """A notice, and what was told of it."""

    notice: Notice
    findings: tuple[Finding, ...]

    @property
    def codes(self) -> list[tuple[Code, str]]:
        """What was told, and where."""
        return [(each.code, each.field.removeprefix("alert[0].")) for each in self.findings]


def heard(text: str) -> Heard:
    """Return the one alert of a file, and what was told of it."""
    found = read_alerts(text.encode(), "f.xml")
    assert found.findings == ()
    place, one = found.alerts[0]
    taken = take(one, "f.xml", place)
    assert_told(taken.findings)
    assert taken.notice is not None, taken.findings
    return Heard(taken.notice, taken.findings)


def refused(text: str) -> list[tuple[Code, str]]:
    taken = take(read_alerts(text.encode(), "f.xml").alerts[0][1], "f.xml", 0)
    assert taken.notice is None
    assert_told(taken.findings)
    return [(each.code, each.field.removeprefix("alert[0].")) for each in taken.findings]


def test_good_alert_is_taken_without_a_word() -> None:
    found = heard(alert())
    assert found.findings == ()
    notice = found.notice
    assert (notice.id, notice.sender) == ("storm-1", "weather@example.vn")
    assert notice.text["vi"].headline == "Mưa lớn ở Lạng Sơn"
    assert notice.text["vi"].event == "Mưa lớn"
    assert notice.authority == {"vi": "Đài khí tượng"}
    assert [*notice.categories] == ["met"]
    assert str(notice.expires) == "2027-04-15 19:00:00+07:00"


@pytest.mark.parametrize(
    ("scales", "level"),
    [
        (("Immediate", "Extreme", "Observed"), "emergency"),
        (("Expected", "Severe", "Likely"), "emergency"),
        (("Future", "Extreme", "Observed"), "urgent"),
        (("Immediate", "Severe", "Possible"), "urgent"),
        (("Immediate", "Moderate", "Observed"), "important"),
        (("Past", "Minor", "Observed"), "normal"),
        (("Unknown", "Unknown", "Unknown"), "normal"),
    ],
)
def test_rank_follows_from_the_three_scales(scales: tuple[str, str, str], level: str) -> None:
    names = ("urgency", "severity", "certainty")
    found = heard(alert(info(**dict(zip(names, scales, strict=True)))))
    assert found.notice.level == level


@pytest.mark.parametrize(
    ("text", "field", "value", "element"),
    [
        (alert(info(urgency="Whenever")), "urgency", "immediate", "urgency"),
        (alert(info(severity="Awful")), "severity", "extreme", "severity"),
        (alert(info(certainty="Sure")), "certainty", "observed", "certainty"),
        (alert(status="Rehearsal"), "status", "draft", "status"),
        (alert(scope="Some"), "scope", "private", "scope"),
        (alert(msgType="Revise"), "message", "error", "msgType"),
        (alert(info(category="Space")), "categories", ["other"], "category"),
    ],
    ids=["urgency", "severity", "certainty", "status", "scope", "msgType", "category"],
)
def test_unknown_value_is_careful_and_told(
    text: str, field: str, value: object, element: str
) -> None:
    found = heard(text)
    said = getattr(found.notice, field)
    assert ([*said] if isinstance(value, list) else said) == value
    assert found.codes == [(Code.CAP_VALUE_UNKNOWN, element)]


def test_value_of_the_first_cap_is_read_as_the_standard_says() -> None:
    found = heard(alert(info(certainty="Very Likely")))
    assert (found.notice.certainty, found.findings) == ("likely", ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (alert(identifier="a b"), (Code.CAP_NAME, "identifier")),
        (alert(identifier="a,b"), (Code.CAP_NAME, "identifier")),
        (alert(identifier="a&lt;b"), (Code.CAP_NAME, "identifier")),
        (alert(sender="a&amp;b"), (Code.CAP_NAME, "sender")),
        (alert(sent="2027-04-15T07:00:00"), (Code.CAP_TIME, "sent")),
        (alert(sent="today"), (Code.CAP_TIME, "sent")),
    ],
    ids=["blank", "comma", "less", "and", "naive", "no-time"],
)
def test_what_the_standard_forbids_is_refused_and_told(text: str, told: tuple[Code, str]) -> None:
    assert told in refused(text)


def test_alert_without_words_is_refused() -> None:
    empty = INFO[: INFO.index("<headline>")] + "</info>"
    empty = empty.replace("<event>Mưa lớn</event>", "<event/>")
    assert (Code.EMPTY, "text.vi.headline") in refused(alert(empty))
    assert (Code.NOTICE_SILENT, "alert[0]") in refused(alert("<!-- no info -->"))


def test_utc_and_fractions_are_read() -> None:
    found = heard(alert(sent="2027-04-15T00:00:00.5Z"))
    assert str(found.notice.sent) == "2027-04-15 00:00:00+00:00"


def test_bad_time_that_may_be_missing_is_left_out_and_told() -> None:
    found = heard(alert(info(expires="soon")))
    assert found.notice.expires is None
    assert found.codes == [(Code.CAP_TIME, "expires")]


def test_headline_that_is_missing_is_the_event() -> None:
    text = INFO[: INFO.index("<headline>")] + "</info>"
    assert heard(alert(text)).notice.text["vi"].headline == "Mưa lớn"


def test_language_that_is_missing_is_english() -> None:
    text = INFO.replace("<language>vi-VN</language>", "")
    assert [*heard(alert(text)).notice.text] == ["en"]
    assert [*heard(alert(info(language=""))).notice.text] == ["en"]


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("vi-VN", "vi"), ("EN", "en"), ("zh-Hans-CN", "zh"), ("zh-Hant-TW", "zh-Hant"),
        ("es-419", "es"), ("hmn-Latn", "hmn-Latn"),
    ],
)  # fmt: skip
def test_languages_are_named_as_packs_name_them(said: str, tag: str) -> None:
    assert pack_tag(said) == tag


def test_words_in_no_language_are_left_out_and_told() -> None:
    found = heard(alert(INFO, info(language="i-klingon")))
    assert [*found.notice.text] == ["vi"]
    assert found.codes == [(Code.CAP_LANGUAGE, "language")]


def test_second_block_of_a_language_adds_and_never_overrides() -> None:
    more = INFO.replace("Mưa lớn ở Lạng Sơn", "Lời khác").replace(
        "</info>", "<instruction>Đi chậm</instruction></info>"
    )
    found = heard(alert(INFO, more))
    text = found.notice.text["vi"]
    assert (text.headline, text.instruction) == ("Mưa lớn ở Lạng Sơn", "Đi chậm")
    assert found.codes == [(Code.CAP_LANGUAGE_TWICE, "language")]


def test_gravest_of_blocks_that_differ_counts_and_is_told() -> None:
    english = info(
        language="en", severity="Extreme", expires="2027-04-15T20:00:00+07:00", headline="Rain"
    )
    found = heard(alert(INFO, english))
    assert found.notice.severity == "extreme"
    assert str(found.notice.expires) == "2027-04-15 20:00:00+07:00"
    assert found.codes == [(Code.CAP_INFO_DIFFERS, "severity"), (Code.CAP_INFO_DIFFERS, "expires")]


def test_long_text_is_cut_after_a_word_and_told() -> None:
    found = heard(alert(info(headline="từ " * 100)))
    headline = found.notice.text["vi"].headline
    assert len(headline) <= 160
    assert headline.endswith("từ…")
    assert found.codes == [(Code.CAP_TEXT_CUT, "headline")]


@pytest.mark.parametrize("element", ["event", "senderName", "description"])
def test_no_length_of_a_text_costs_the_alert(element: str) -> None:
    text = INFO.replace("<headline>", "<headline/><x>").replace("</headline>", "</x>")
    text = text.replace("<headline/>", "<headline>a</headline><description>b</description>")
    begin, end = text.index(f"<{element}>"), text.index(f"</{element}>")
    found = heard(alert(text[:begin] + f"<{element}>" + "từ " * 2_000 + text[end:]))
    assert found.notice.text["vi"].headline == "a"


def test_parameter_no_notice_holds_is_left_out_and_told() -> None:
    odd = "".join(
        f"<parameter><valueName>{name}</valueName><value>{value}</value></parameter>"
        for name, value in (("a", "b"), ("", "b"), ("c", "d" * 2_001), ("e" * 201, "f"))
    )
    found = heard(alert(INFO.replace("</info>", f"{odd}</info>")))
    assert [each.name for each in found.notice.parameters] == ["a"]
    assert {code for code, _ in found.codes} == {Code.CAP_PARAMETER}


def test_what_no_screen_uses_is_dropped_and_told() -> None:
    rest = (
        "<resource><resourceDesc>x</resourceDesc><mimeType>image/png</mimeType></resource>"
        "<area><areaDesc>Lạng Sơn</areaDesc><polygon>1,1 1,2 2,2 1,1</polygon>"
        "<circle>1,1 2</circle><geocode><valueName>P</valueName><value>20</value></geocode>"
        "<geocode><valueName>P</valueName><value>21</value></geocode>"
        "<altitude>1</altitude></area></info>"
    )
    found = heard(alert(INFO.replace("</info>", rest)))
    assert {each.values["element"] for each in found.findings} == {
        "resource", "polygon", "circle", "altitude"
    }  # fmt: skip
    assert {each.code for each in found.findings} == {Code.CAP_PART_DROPPED}
    area = found.notice.areas[0]
    assert area.name == {"vi": "Lạng Sơn"}
    assert [(each.name, each.value) for each in area.geocodes] == [("P", "20"), ("P", "21")]


def test_groups_are_told_apart_by_blanks_and_quotes() -> None:
    text = 'a "bão số 5"  b'
    assert split_group(text) == ("a", "bão số 5", "b")
    assert join_group(split_group(text)) == 'a "bão số 5" b'
    found = heard(alert(incidents=text, references="w,storm-0,2027-04-14T07:00:00+07:00  w,b,c"))
    assert [*found.notice.incidents] == ["a", "bão số 5", "b"]
    assert len(found.notice.references) == 2


def test_cancel_of_another_system_ends_its_alert() -> None:
    references = "weather@example.vn,storm-1,2027-04-15T07:00:00+07:00"
    cancel = heard(alert(identifier="storm-2", msgType="Cancel", references=references)).notice
    one = heard(alert()).notice
    assert board_of([Posted(cancel), Posted(one)], ZONE).notices == ()


def test_parameter_of_ours_that_is_spoilt_is_told() -> None:
    odd = "<parameter><valueName>GatePlayer:lanes</valueName><value>{</value></parameter></info>"
    found = heard(alert(INFO.replace("</info>", odd)))
    assert found.codes == [(Code.CAP_PARAMETER, "parameter")]


@pytest.mark.parametrize(
    "words", [{"level": '"emergency"', "urgency": '"past"'}, {"lanes": '["A B"]'}, {"level": "7"}]
)
def test_parameters_of_ours_are_no_way_round_the_rules(words: Mapping[str, str]) -> None:
    odd = "".join(
        f"<parameter><valueName>GatePlayer:{name}</valueName><value>{value}</value></parameter>"
        for name, value in words.items()
    )
    assert refused(alert(INFO.replace("</info>", f"{odd}</info>")))


def test_sign_nobody_sees_makes_no_parameter_of_ours_another() -> None:
    odd = "<parameter><valueName>\u202eGatePlayer:lanes</valueName><value>7</value></parameter>"
    text = alert(INFO.replace("</info>", f"{odd}</info>"))
    assert refused(text) == [(Code.BAD_VALUE, "lanes")]


def test_signs_that_turn_text_are_taken_out() -> None:
    assert heard(alert(note="a\u202eb")).notice.note == "ab"
