"""What the service manager hears, and when."""

import pytest

from player.health.limits import SETTLED_S, Weight, is_too_heavy
from player.health.pulse import FRAME_S, GIVE_UP_S, Pulse, address, is_alive, status, watchdog_s


@pytest.mark.parametrize(
    ("pulse", "expected"),
    [
        (Pulse(), True),
        (Pulse(frame_s=FRAME_S), True),
        (Pulse(frame_s=FRAME_S + 1), False),
        (Pulse(frame_s=FRAME_S + 1, is_exposed=False), True),
        (Pulse(stuck_s=GIVE_UP_S), True),
        (Pulse(stuck_s=GIVE_UP_S + 1), False),
        (Pulse(stuck_s=GIVE_UP_S + 1, is_exposed=False), False),
    ],
)
def test_player_lives_while_frames_come_and_the_programme_goes_on(
    pulse: Pulse, expected: bool
) -> None:
    assert is_alive(pulse) is expected


@pytest.mark.parametrize(
    ("usec", "pid", "expected"),
    [
        ("6000000", "", 3.0),
        ("6000000", "42", 3.0),
        ("6000000", "43", None),
        ("", "", None),
        ("0", "", None),
        ("soon", "", None),
        ("-5", "", None),
        ("²", "", None),
    ],
)
def test_watchdog_is_told_twice_as_often_as_it_asks(
    usec: str, pid: str, expected: float | None
) -> None:
    assert watchdog_s(usec, pid, 42) == expected


@pytest.mark.parametrize(
    ("socket", "expected"),
    [
        ("/run/systemd/notify", "/run/systemd/notify"),
        ("@abstract", "\0abstract"),
        ("", None),
        ("vsock:2:1234", None),
    ],
)
def test_socket_is_a_path_or_an_abstract_name(socket: str, expected: str | None) -> None:
    assert address(socket) == expected


def test_sentence_is_one_line_and_short() -> None:
    assert status("playing\nREADY=1  well") == b"STATUS=playing READY=1 well"
    assert len(status("x" * 9999)) < 250


@pytest.mark.parametrize(
    ("held", "age_s", "expected"),
    [(101, SETTLED_S, True), (100, SETTLED_S, False), (101, SETTLED_S - 1, False)],
)
def test_process_makes_room_when_it_is_too_heavy_and_not_young(
    held: int, age_s: float, expected: bool
) -> None:
    assert is_too_heavy(Weight(held, age_s), 100) is expected
