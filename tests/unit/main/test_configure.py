"""A technician at a terminal answers the same questions as on the screen."""

from pathlib import Path

import pytest

from player.config.load import load_screen
from player.errors import SetupError
from player.main.configure import interview
from player.store.setup import read_setup
from tests.fakes.bare_machine import DIGITS, ROOT, WORDS, BareMachine, Technician, writing


@pytest.fixture
def bare(tmp_path: Path) -> BareMachine:
    return BareMachine(tmp_path)


def talk(bare: BareMachine, answers: dict[str, list[str]]) -> tuple[Technician, str]:
    technician = Technician(answers)
    said = interview(bare.machine, bare.home.folder, writing(), technician.ask, technician.tell)
    return technician, said


def test_every_proposal_taken_gives_a_screen_that_can_be(bare: BareMachine) -> None:
    bare.connect(1920, 1080)
    _, said = talk(bare, {})
    made = bare.made()
    assert (made.id, made.gate, made.role) == ("huu-nghi-kiosk-01", "huu-nghi", "kiosk")
    assert made.home == bare.home.folder
    assert "begins with the touch check" in said


def test_answers_are_written(bare: BareMachine) -> None:
    bare.connect(1920, 1080)
    bare.put_root()
    answers = {
        "Id of the gate": ["ma-chua"],
        "What is this screen for": ["hall-tv"],
        "How does the panel hang": ["portrait"],
        "Width of the picture": ["680"],
        "Viewing distance": ["5500"],
        "Height of the lower edge": ["2100"],
        "Overscan": ["2,5"],
        "Sound of videos": ["yes"],
        "Volume": ["35"],
        "Address of the source": ["content.example/ma-chua"],
        "Proxy": ["10.1.2.3:3128"],
        "Pack": ["dien-bien/ma-chua/main"],
        "Fingerprint": [WORDS],
    }
    _, said = talk(bare, answers)
    made = bare.made()
    assert made.id == "ma-chua-hall-01"
    assert (made.display.size, made.display.orientation) == (
        made.display.size.model_copy(update={"width": 1080, "height": 1920}),  # type: ignore[union-attr]
        "portrait",
    )
    display = made.display
    assert (display.width_mm, display.viewing_distance_mm, display.mounting_height_mm) == (
        680,
        5500,
        2100,
    )
    assert (display.overscan_percent, made.sound.policy, made.sound.volume_percent) == (
        2.5,
        "clips",
        35,
    )
    content = made.content
    assert (content.source, content.proxy) == (
        "https://content.example/ma-chua",
        "http://10.1.2.3:3128",
    )
    assert (content.pack, content.fingerprint) == ("dien-bien/ma-chua/main", DIGITS)
    assert bare.home.anchor.read_bytes() == ROOT
    assert "touch check" not in said


def test_answer_that_cannot_be_is_asked_again_with_the_reason(bare: BareMachine) -> None:
    answers = {
        "Id of the gate": ["Hữu Nghị", "huu-nghi"],
        "What is this screen for": ["television", "counter"],
        "Width": ["47", "510"],
        "Overscan": ["many", "11", "3"],
        "Content from sticks": ["maybe", "no"],
    }
    technician, _ = talk(bare, answers)
    assert [sentence for sentence in technician.told if sentence][1:] == [
        "Only plain lower-case letters and digits, joined by hyphens.",
        "Choose one of: hall-tv, kiosk, led-strip, counter, mobile.",
        "That width cannot be right for 1920 pixels; write millimetres.",
        "A number from 0 to 10.",
        "A number from 0 to 10.",
        "Choose one of: yes, no.",
        technician.told[-1],
    ]
    assert bare.made().content.sticks == ""


def test_wrong_fingerprint_stops_and_nothing_is_written(bare: BareMachine) -> None:
    bare.put_root()
    with pytest.raises(SetupError, match="Stop: the fingerprint does not agree"):
        talk(bare, {"Fingerprint": ["1" * 40]})
    assert not bare.machine.config.exists()
    assert not bare.home.anchor.exists()


def test_root_may_be_compared_later(bare: BareMachine) -> None:
    bare.put_root()
    _, said = talk(bare, {})
    assert bare.made().content.fingerprint == ""
    assert not bare.home.anchor.exists()
    assert "not compared" in said


def test_questions_broken_off_leave_what_was_there(bare: BareMachine) -> None:
    talk(bare, {})
    before = bare.machine.config.read_bytes()

    def leave(question: str, proposed: str) -> str:
        raise EOFError(question, proposed)

    with pytest.raises(EOFError):
        interview(bare.machine, bare.home.folder, writing(), leave, lambda _: None)
    assert bare.machine.config.read_bytes() == before


def test_second_time_what_was_answered_is_proposed_and_kept_beside(bare: BareMachine) -> None:
    talk(bare, {"Name of the screen": ["LS-07"], "Volume": ["35"]})
    first = bare.machine.config.read_bytes()
    talk(bare, {"Volume": ["40"]})
    made = bare.made()
    assert (made.id, made.sound.volume_percent) == ("LS-07", 40)
    kept = bare.machine.config.with_name("screen.toml.before")
    assert kept.read_bytes() == first
    assert load_screen(kept, "en").sound.volume_percent == 35


def test_what_is_not_asked_about_stays_as_it_was(bare: BareMachine) -> None:
    talk(bare, {})
    text = bare.machine.config.read_text("utf-8")
    bare.machine.config.write_text(text.replace('exit_direction = "none"', 'exit_direction = "up"'))
    talk(bare, {"Volume": ["40"]})
    assert bare.made().exit_direction == "up"


def test_place_of_the_example_is_not_taken_for_this_one(bare: BareMachine) -> None:
    talk(bare, {})
    assert (bare.made().place, bare.made().exit_direction) == ("", "none")


def test_touch_check_is_owed_on_the_next_start(bare: BareMachine) -> None:
    talk(bare, {})
    record = read_setup(bare.home)
    assert record is not None
    assert (record.step, record.only_touch, record.is_done) == ("touch", True, False)


def test_vietnamese_speaks_vietnamese(bare: BareMachine) -> None:
    technician = Technician({})
    said = interview(bare.machine, bare.home.folder, writing("vi"), technician.ask, technician.tell)
    assert said.startswith("Màn hình huu-nghi-kiosk-01 đã cài đặt")
    assert any(question.startswith("Màn hình treo chiều nào?") for question in technician.asked)
