"""What the meters read out of the files of the system, and which processes they count."""

import struct
from typing import Final

import pytest
from bench.framebuffer import Layout, parse_layout
from bench.machine import cpu_model, memory_gb
from bench.processes import Stat, members, parse_busy, parse_pss, parse_stat

STAT: Final = "812 (a (b) c) S 7 800 812 0 -1 4194560 1 2 3 4 150 30 20 5 20 0 1 0 99 1 1 0 0 0"


def test_stat_counts_ended_children_and_survives_brackets_in_a_name() -> None:
    assert parse_stat(STAT) == Stat(parent=7, session=812, ticks=205)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Rss:  40 kB\nPss:   12 kB\nPss_Dirty: 3 kB\n", 12 * 1024), ("", 0)],
    ids=["proportional share", "a process that has ended"],
)
def test_memory_is_the_proportional_share(text: str, expected: int) -> None:
    assert parse_pss(text) == expected


def test_machine_is_busy_when_neither_idle_nor_waiting_for_disk() -> None:
    assert parse_busy("cpu  10 20 30 4000 500 6 7 8 0 0\ncpu0 1 1 1 1\n") == 81


def test_program_is_its_descendants_its_session_and_what_carries_its_mark() -> None:
    stats = {
        10: Stat(parent=1, session=10, ticks=0),
        11: Stat(parent=10, session=10, ticks=0),
        12: Stat(parent=11, session=12, ticks=0),  # left the session
        13: Stat(parent=1, session=10, ticks=0),  # its parent has ended
        14: Stat(parent=1, session=14, ticks=0),  # both; known by its mark
        15: Stat(parent=14, session=14, ticks=0),
        20: Stat(parent=1, session=20, ticks=0),  # a stranger
    }
    assert members(10, stats, marked={14}) == {10, 11, 12, 13, 14, 15}


def test_program_that_has_ended_has_no_processes() -> None:
    assert members(10, {20: Stat(parent=1, session=20, ticks=0)}, marked=()) == set()


def test_pixels_lie_behind_header_and_colours() -> None:
    words = [0] * 25
    words[0], words[4], words[5], words[12], words[19] = 160, 1920, 1080, 7680, 256
    assert parse_layout(struct.pack(">25I", *words)) == Layout(3232, 7680, 1920, 1080)


def test_machine_is_told_by_its_processor_and_memory() -> None:
    assert cpu_model("processor\t: 0\nmodel name\t: Some CPU @ 2 GHz\n") == "Some CPU @ 2 GHz"
    assert memory_gb("MemTotal:       24684388 kB\nMemFree: 1 kB\n") == pytest.approx(
        25.28, abs=0.01
    )
