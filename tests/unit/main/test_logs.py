"""Log lines: one JSON object per record for machines, one line for people."""

import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from player.main.logs import LONGEST_LINE, JsonLines, Tail, TerminalLines

ROOT: Final = Path(__file__).resolve().parents[3]


def record(
    message: str = "said %d", *args: object, level: int = logging.WARNING, **extra: object
) -> logging.LogRecord:
    made = logging.makeLogRecord(
        {"name": "player.x", "levelno": level, "levelname": logging.getLevelName(level)}
    )
    made.msg, made.args = message, args or (7,)
    vars(made).update(extra)
    return made


def failed() -> logging.LogRecord:
    made = record()
    with pytest.raises(ValueError, match="invalid") as told:
        int("told\nin two lines")
    made.exc_info = (told.type, told.value, told.tb)
    return made


def as_json(made: logging.LogRecord) -> dict[str, Any]:
    line = JsonLines().format(made)
    assert "\n" not in line
    document: dict[str, Any] = json.loads(line)
    return document


def test_record_is_one_json_object_with_its_fields_beside_the_message() -> None:
    said = as_json(record(pack="huu-nghi", sequence=3))
    assert said.pop("time")
    assert said == {
        "level": "warning",
        "logger": "player.x",
        "message": "said 7",
        "pack": "huu-nghi",
        "sequence": 3,
    }


def test_field_named_like_the_records_own_does_not_overwrite_it() -> None:
    said = as_json(record(level_name="x", logger="forged", time="never"))
    assert (said["logger"], said["level"]) == ("player.x", "warning")
    assert said["time"] != "never"


@pytest.mark.parametrize("value", [Path("/x"), {1, 2}, ValueError("x"), object])
def test_value_that_is_no_json_is_written_as_text(value: object) -> None:
    assert as_json(record(value=value))["value"] == str(value)


def test_traceback_stays_on_the_line() -> None:
    assert "ValueError: invalid literal" in as_json(failed())["traceback"]


def test_letters_of_every_language_are_written_as_they_are() -> None:
    assert "ດ່ານ 口岸" in JsonLines().format(record("ດ່ານ %s", "口岸"))


def test_person_reads_one_line_with_the_fields_at_its_end() -> None:
    assert TerminalLines().format(record(pack="p")) == "WARNING player.x: said 7 pack=p"


def test_person_reads_the_traceback_below_the_line() -> None:
    first, second, *_ = TerminalLines().format(failed()).split("\n")
    assert first == "WARNING player.x: said 7"
    assert second.startswith("Traceback")


def test_process_whose_error_output_is_no_terminal_logs_json_and_warnings_too() -> None:
    code = (
        "import logging, warnings; from player.main.logs import set_up_logging; "
        "set_up_logging(); logging.getLogger('a').debug('no'); "
        "logging.getLogger('a').info('yes', extra={'n': 1}); warnings.warn('old', stacklevel=1)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert [(line["logger"], line["level"]) for line in lines] == [
        ("a", "info"),
        ("py.warnings", "warning"),
    ]
    assert done.stdout == ""


def test_last_lines_are_kept_and_bounded() -> None:
    tail = Tail(most=3)
    for number in range(5):
        tail.handle(record("line %d", number, level=logging.INFO))
    tail.handle(record("%d" + "x" * 5000))
    kept = tail.lines()
    assert len(kept) == 3
    assert [line.rpartition(" ")[2] for line in kept[:2]] == ["3", "4"]
    assert max(map(len, kept)) == LONGEST_LINE


def test_line_that_cannot_be_written_stops_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    tail = Tail()
    tail.handle(record("%d", "no number"))
    assert tail.lines() == ()
    assert "no number" in capsys.readouterr().err
