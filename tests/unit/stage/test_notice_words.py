"""Words that every form of a notice shares."""

from datetime import date

from player import resources
from player.main.repertoire import read_phrases
from player.pack.content import Content
from player.pack.instants import Interval, to_ms
from player.stage.notice_words import NoticeWords
from tests.fakes.notices import content_with, make_notice
from tests.fakes.programme import local

PHRASES = read_phrases(resources.assets() / "strings")
TODAY = date(2026, 11, 23)
PAUSE: Interval = (to_ms(local("2026-11-23T07:00")), to_ms(local("2026-11-23T10:00")))


def words(content: Content | None = None) -> NoticeWords:
    """Return the words of a gate."""
    return NoticeWords(content or content_with(), PHRASES, lambda _, day: f"{day:%d/%m}")


def beijing() -> Content:
    """Return a gate whose neighbour is an hour ahead."""
    content = content_with()
    neighbour = content.gate.neighbour.model_copy(update={"time_zone": "Asia/Shanghai"})
    gate = content.gate.model_copy(update={"neighbour": neighbour})
    return content.model_copy(update={"gate": gate})


def test_drill_says_first_that_it_is_one() -> None:
    label = words().label(make_notice("n", status="exercise"), "vi")
    assert label.startswith(f"{PHRASES.say('vi', 'alarm_exercise')} · ")


def test_nothing_is_urgent_about_what_waits() -> None:
    notice = make_notice("n")
    assert words().label(notice, "vi") == PHRASES.say("vi", "notice_urgent")
    waits = words().label(notice, "vi", is_coming=True)
    assert waits == PHRASES.say("vi", "notice_important")


def test_reader_of_a_language_that_lacks_is_told_in_his_own() -> None:
    notice = make_notice("n", text={"vi": {"headline": "Tạm dừng"}})
    assert list(words().marks(notice, "vi")) == []
    (mark,) = words().marks(notice, "en")
    assert mark == PHRASES.say("en", "fallback", language="Tiếng Việt")


def test_level_of_a_disaster_is_a_number_and_a_word() -> None:
    (mark,) = words().marks(make_notice("n", disaster_level=4), "en")
    assert "4" in mark
    assert PHRASES.say("en", "alarm_level_4") in mark


def test_next_time_is_told_on_both_clocks_where_they_differ() -> None:
    here = words().coming(PAUSE, TODAY, "en")
    both = words(beijing()).coming(PAUSE, TODAY, "en")
    assert "07:00–10:00" in here
    assert "08:00–11:00" not in here
    assert "07:00–10:00" in both
    assert "08:00–11:00" in both


def test_next_time_says_which_day_it_is() -> None:
    said = [words().coming(PAUSE, date(2026, 11, day), "en") for day in (23, 22, 20)]
    assert len(set(said)) == 3
    assert "23/11" in said[2]


def test_nobody_is_named_where_nobody_is_known() -> None:
    assert words().issuer(make_notice("n", authority={}), "vi") == ""
    assert "Gate authority" in words().issuer(make_notice("n"), "en")
