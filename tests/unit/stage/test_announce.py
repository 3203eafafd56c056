"""Words of banner and ticker, in the languages of a screen."""

from collections.abc import Sequence
from datetime import date

import pytest

from player.notices.air import Waiting
from player.pack.instants import to_ms
from player.stage.announce import Announcer
from player.stage.notice_words import NoticeWords
from player.stage.phrases import Phrases
from tests.fakes.content import content_document
from tests.fakes.notices import content_with, line_document, make_line, make_notice
from tests.fakes.programme import local

PHRASES = Phrases(
    {
        tag: {
            "language_name": f"name of {tag}",
            "sample": f"sample {tag}",
            "fallback": f"{tag}: shown in {{language}}",
            "notice_urgent": f"urgent {tag}",
            "notice_important": f"important {tag}",
            "notice_by": f"by {{authority}} {tag}",
            "alarm_exercise": f"drill {tag}",
            "notice_untranslated": f"only Vietnamese {tag}",
            "alarm_level": f"level {{number}} ({{word}}) {tag}",
            "alarm_level_3": "great",
            "notice_next_today": f"next {{times}} {tag}",
            "notice_next_tomorrow": f"tomorrow {{times}} {tag}",
            "notice_next_on": f"on {{day}} {{times}} {tag}",
            "clock_of": f"{{place}} time {tag}",
            "zone.Asia/Shanghai": "Beijing",
        }
        for tag in ("vi", "en", "zh", "km")
    }
)
DAY = date(2026, 11, 27)
SAID = {"headline": "Head", "description": "What\nand when", "instruction": "Do this"}


def announcer(languages: Sequence[str] = ("en", "vi", "km")) -> Announcer:
    fallback = [{"tag": "vi"}, {"tag": "en"}, {"tag": "km", "fallback": ["en"]}]
    words = NoticeWords(content_with(languages=fallback), PHRASES, lambda _, day: f"{day}")
    return Announcer(words, tuple(languages))


def test_vietnamese_speaks_first_on_a_banner_and_the_others_keep_their_order() -> None:
    assert announcer().banner_languages == ("vi", "en", "km")
    assert announcer(("km", "en")).banner_languages == ("km", "en")


def test_banner_says_what_this_is_and_who_says_so() -> None:
    words = announcer().banner(make_notice("n", text={"en": SAID}), "en")
    assert (words.language, words.label, words.marks) == ("en", "urgent en", ())
    assert (words.headline, words.body) == ("Head", "What\nand when\nDo this")
    assert words.issuer == "by Gate authority en"


def test_sample_and_missing_translation_are_labelled() -> None:
    words = announcer().banner(make_notice("n", text={"en": SAID}, sample=True), "km")
    assert words.language == "en"
    assert words.marks == ("sample en", "km: shown in name of en")


def test_notice_without_an_authority_names_none() -> None:
    assert announcer().banner(make_notice("n", authority={}), "vi").issuer == ""


def test_ticker_runs_language_after_language() -> None:
    run = announcer().running([make_notice("a", level="important"), make_line("b")], DAY)
    assert [(each.language, each.text[:1]) for each in run] == [
        (tag, entry) for tag in ("en", "vi", "km") for entry in ("a", "b")
    ]


def test_notice_runs_on_one_line_with_its_label() -> None:
    notice = make_notice("a", level="important", sample=True, text={"en": SAID})
    (said,) = announcer(("en",)).running([notice], DAY)
    assert said.text == "Head · What and when · Do this · by Gate authority en"
    assert said.marks == ("important en", "sample en")
    assert said.passing_s > 0


def test_sample_line_says_so_and_stays_on_one_line() -> None:
    (said,) = announcer(("vi",)).running(
        [make_line("l", sample=True, text={"vi": "một\nhai"})], DAY
    )
    assert (said.marks, said.text) == (("sample vi",), "một hai")


def test_entry_that_lacks_a_language_runs_once_in_what_stands_in() -> None:
    run = announcer().running([make_line("l", text={"en": "only", "vi": "chỉ"})], DAY)
    assert [each.language for each in run] == ["en", "vi"]


def test_notice_and_line_of_one_name_both_run() -> None:
    notice, line = make_notice("same", level="important"), make_line("same")
    assert len(announcer(("vi",)).running((notice, line), DAY)) == len((notice, line))


def test_lines_of_a_pack_are_words_of_it() -> None:
    content = content_with(ticker=[line_document("l")])
    assert content.ticker[0].text["vi"] == "l vi"


def test_drill_says_so_before_all_else_and_is_known_as_one() -> None:
    words = announcer().banner(make_notice("n", status="exercise"), "en")
    assert (words.label, words.mark.tone) == ("drill en · urgent en", "drill")
    (said,) = announcer(("en",)).running(
        [make_notice("n", level="important", status="exercise")], DAY
    )
    assert said.marks == ("drill en · important en",)


def test_what_is_written_by_hand_and_what_is_a_disaster_are_labelled() -> None:
    text = {"en": {**SAID, "is_untranslated": True}}
    words = announcer().banner(make_notice("n", text=text, disaster_level=3), "en")
    assert words.marks == ("only Vietnamese en", "level 3 (great) en")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (27, "next 15:30–17:30 (Beijing time en: 16:30–18:30) en"),
        (26, "tomorrow 15:30–17:30 (Beijing time en: 16:30–18:30) en"),
        (20, "on 2026-11-27 15:30–17:30 (Beijing time en: 16:30–18:30) en"),
    ],
)
def test_notice_between_its_windows_says_when_next_on_both_clocks(day: int, said: str) -> None:
    gate = content_document()["gate"]
    beijing = {**gate, "neighbour": {**gate["neighbour"], "time_zone": "Asia/Shanghai"}}
    words = NoticeWords(content_with(gate=beijing), PHRASES, lambda _, day: f"{day}")
    window = tuple(to_ms(local(f"2026-11-27T{time}")) for time in ("15:30", "17:30"))
    waits = Waiting(make_notice("n"), (window[0], window[1]))
    (row,) = Announcer(words, ("en",)).running((), date(2026, 11, day), [waits])
    assert row.text == f"n en · {said}"
