"""A set-up goes on only when it may, says why it does not, and no touch breaks it."""

from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player import resources
from player.config.fingerprint import digest_of
from player.config.load import load_screen, role_example
from player.config.screen import Role
from player.main.repertoire import read_phrases
from player.stage.setup import answers as told
from player.stage.setup.facts import Facts, GateOffer, RootOffer
from player.stage.setup.pages import frame_of, page_of
from player.stage.setup.rules import ROLES, act, landed, typed
from player.stage.setup.session import Field, SetupSession, begin
from player.stage.setup.touch_check import POINTS
from player.stage.setup.typing import take_typed
from player.stage.setup.writing import Writing
from player.store.setup import STEPS, Answers, SetupRecord, Step

ROOT: Final = RootOffer("/media/stick/root.json", digest_of(b"root"))
FACTS: Final = Facts(
    (1920, 1080),
    gates=(GateOffer("huu-nghi", "Hữu Nghị", "lang-son/huu-nghi/main"), GateOffer("b", "B")),
    root=ROOT,
    clock="12:00",
)


def at(step: Step, **answers: object) -> SetupSession:
    return SetupSession(
        SetupRecord(step=step, answers=Answers(gate="b").model_copy(update=answers))
    )


def after(session: SetupSession, *actions: str, facts: Facts = FACTS) -> SetupSession:
    for action in actions:
        session = act(session, action, facts).session
    return session


def test_first_gate_found_is_proposed_and_named_in_the_id() -> None:
    session = begin(None, FACTS)
    assert told.id_of(session.answers) == "huu-nghi-kiosk-01"
    assert after(session, "choose:vi", "next", "choose:b").answers.gate == "b"


def test_id_typed_stays_whatever_is_chosen_later() -> None:
    session = replace(after(at("id"), "type:id"), typed="LS-7")
    session = after(session, "done", "next", "choose:huu-nghi", "choose:counter")
    assert told.id_of(session.answers) == "LS-7"


@pytest.mark.parametrize(
    ("step", "changes", "lack"),
    [
        ("gate", {"gate": ""}, "need_gate"),
        ("touch", {}, "need_touch"),
        ("touch", {"touch": "good", "touched": "portrait"}, "need_touch"),
        ("touch", {"touch": "skipped"}, "need_touch"),
        ("place", {"viewing_distance_mm": 15_000, "width_mm": 476}, "need_nearer"),
        ("trust", {}, "need_trust"),
        ("trust", {"trust": "typed", "fingerprint": "other"}, "need_trust"),
        ("test", {}, "need_test"),
    ],
)
def test_step_that_lacks_something_says_so(
    step: Step, changes: dict[str, object], lack: str
) -> None:
    session = after(at(step, **changes), "next")
    assert (session.step, session.message, session.is_refused) == (step, lack, True)


def test_screen_that_nobody_touches_may_have_no_touch() -> None:
    assert after(at("touch", role="hall-tv"), "skip").step == "width"
    assert after(at("touch", role="kiosk"), "skip").step == "touch"


def test_five_good_touches_are_for_that_orientation_only() -> None:
    session = at("touch")
    for point in POINTS:
        session = landed(session, point, FACTS).session
    assert after(session, "next").step == "width"
    turned = after(session, "back", "choose:portrait", "next")
    assert (turned.step, after(turned, "next").step) == ("touch", "touch")


def test_other_orientation_stays_until_it_was_seen_and_forgets_the_width() -> None:
    session = after(at("orientation", width_mm=476), "choose:portrait")
    assert (session.step, session.answers.width_mm) == ("orientation", 0)
    assert after(session, "choose:portrait").step == "touch"


def test_bar_grows_while_the_width_shrinks() -> None:
    session = at("width", width_mm=476)
    before = told.bar(session.answers, FACTS)
    longer = after(session, "change:width/-1")
    assert (before, told.bar(longer.answers, FACTS)) == ((100, 403), (100, 404))


def test_bar_of_a_narrow_picture_is_shorter() -> None:
    assert told.bar(Answers(width_mm=110), FACTS)[0] == 50


def test_display_that_tells_its_size_is_where_the_ruler_begins() -> None:
    assert told.width_mm(Answers(), replace(FACTS, width_mm=531)) == 531
    assert told.width_mm(Answers(width_mm=520), replace(FACTS, width_mm=531)) == 520


def test_role_brings_its_distances_once() -> None:
    session = after(at("role"), "choose:hall-tv")
    assert session.answers.viewing_distance_mm == 4000
    again = replace(session.at("place"))
    again = after(again, "change:distance/1", "back", "back", "back", "back")
    again = after(again.at("role"), "choose:hall-tv")
    assert again.answers.viewing_distance_mm == 4100


@pytest.mark.parametrize("role", ROLES)
def test_distances_proposed_are_those_of_the_example(role: Role) -> None:
    display = load_screen(role_example(role), "en").display
    assert told.DISTANCES[role] == (display.viewing_distance_mm, display.mounting_height_mm)


def test_root_is_settled_by_words_read_or_digits_typed_and_by_no_other() -> None:
    assert after(at("trust"), "compare:same").step == "pack"
    other = after(at("trust"), "compare:other")
    assert (other.step, other.message) == ("trust", "trust_differs")
    typing = after(at("trust"), "type:digits", *(f"digit:{d}" for d in ROOT.digits if d != " "))
    done = after(typing, "done")
    assert (done.answers.trust, done.answers.fingerprint) == ("typed", ROOT.digits)
    wrong = after(replace(typing, typed=typing.typed[:-1] + "0"), "erase", "digit:9", "done")
    is_right = ROOT.digits.endswith("9")
    assert (wrong.answers.trust == "typed") is is_right


def test_refused_root_is_believed_no_more() -> None:
    settled = at("trust", trust="typed", fingerprint=ROOT.digits)
    assert after(settled, "compare:other").answers.trust == ""


def test_other_root_than_the_compared_one_is_not_settled() -> None:
    settled = at("trust", trust="typed", fingerprint=ROOT.digits)
    other = replace(FACTS, root=RootOffer("/etc/x", digest_of(b"other")))
    assert after(settled, "next", facts=other).step == "trust"


def test_digits_to_compare_with_are_not_seen_before() -> None:
    writing = Writing(read_phrases(resources.assets() / "setup"), "vi")
    page = page_of(writing, at("trust"), FACTS)
    assert not any(ROOT.digits in f"{line.text}{line.note}" for line in page.lines)
    settled = page_of(writing, at("trust", trust="read", fingerprint=ROOT.digits), FACTS)
    assert any(ROOT.digits in line.text for line in settled.lines)


def test_configuration_is_written_before_the_first_pack_is_waited_for() -> None:
    outcome = act(at("trust"), "compare:same", FACTS)
    assert outcome.effects == ("believe", "write")
    assert act(at("trust"), "skip", FACTS).effects == ("write",)
    assert outcome.session.record.is_written
    assert not at("trust").record.is_written


def test_only_the_touch_check_is_owed_by_a_clone() -> None:
    record = SetupRecord(step="touch", answers=Answers(gate="b"), only_touch=True)
    session = SetupSession(record)
    assert after(session, "back").step == "touch"
    for point in POINTS:
        session = landed(session, point, FACTS).session
    assert act(session, "next", FACTS).effects == ("finish",)


@pytest.mark.parametrize(
    ("field", "text", "taken"),
    [
        ("source", "noi-dung.example/huu-nghi", "https://noi-dung.example/huu-nghi"),
        ("source", "http://10.1.1.1", "http://10.1.1.1"),
        ("source", "/media/packs", "/media/packs"),
        ("source", "", ""),
        ("proxy", "10.1.2.3:3128", "http://10.1.2.3:3128"),
        ("zone", "asia/ho_chi_minh", "Asia/Ho_Chi_Minh"),
        ("pack", "Lang-Son/huu-nghi/main", "lang-son/huu-nghi/main"),
        ("gate", "Ma-Chua", "ma-chua"),
        ("width", "476", 476),
        ("height", "0", 0),
    ],
)
def test_what_is_typed_is_taken_as_it_was_meant(field: Field, text: str, taken: object) -> None:
    session = take_typed(replace(at("source"), field=field, typed=text), FACTS)
    names = {"zone": "time_zone", "width": "width_mm", "height": "mounting_height_mm"}
    assert not session.is_refused
    assert session.field == ""
    assert getattr(session.answers, names.get(field, field)) == taken


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("id", "màn hình", "bad_id"),
        ("gate", "Hữu Nghị", "bad_gate"),
        ("gate", "", "bad_gate"),
        ("pack", "huu-nghi", "bad_pack"),
        ("source", "ftp://x.example", "bad_source"),
        ("proxy", "socks5://x", "bad_proxy"),
        ("zone", "Hanoi", "bad_zone"),
        ("width", "47", "bad_width"),
        ("width", "", "bad_width"),
        ("distance", "60", "bad_distance"),
        ("height", "", "bad_height"),
        ("digits", "1", "trust_differs"),
    ],
)
def test_what_cannot_be_so_is_refused_with_its_reason(field: Field, text: str, said: str) -> None:
    session = take_typed(replace(at("source"), field=field, typed=text), FACTS)
    assert (session.message, session.is_refused) == (said, True)
    assert session.answers == at("source").answers


ACTIONS: Final = (
    *("next", "back", "before", "done", "erase", "again", "skip", "chime", "test", "export"),
    *("choose:vi", "choose:en", "choose:b", "choose:nowhere", "choose:counter", "choose:portrait"),
    *(f"change:{what}" for what in ("number/-1", "width/-10", "distance/1", "height/-1", "x/1")),
    *("change:width/", "change:volume/1", "change:overscan/1", "change:overscan/-1"),
    *("toggle:plays_sound", "toggle:lang", "hear:no", "compare:same", "compare:other"),
    *(f"type:{field}" for field in ("id", "width", "digits", "source", "zone", "nothing")),
    *("digit:7", "digit:x", "card:next", "card:before", "turn:next", "lang:en", "nonsense"),
)


@given(
    st.lists(st.sampled_from(ACTIONS), max_size=60),
    st.sampled_from(STEPS),
    st.text("abc/:. 07đ", max_size=8),
)
def test_no_touches_break_it_or_what_it_writes(actions: list[str], step: Step, text: str) -> None:
    writing = Writing(read_phrases(resources.assets() / "setup"), "vi")
    session = at(step)
    for action in actions:
        session = typed(act(session, action, FACTS).session, text)
        session = landed(session, (0.5, 0.5), FACTS).session
        assert page_of(writing, session, FACTS).title
        assert frame_of(writing, session, FACTS).bar
        assert SetupRecord.model_validate(session.record.model_dump()) == session.record
