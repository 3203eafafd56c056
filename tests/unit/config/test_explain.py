"""Every field written wrongly in every way, and the sentence a technician gets."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import Any, Final

import pytest

from player.config.explain import MESSAGES, explainer, one_line
from player.config.fields import FIELDS
from player.config.load import load_screen
from player.errors import ConfigError, ConfigProblem

LONG: Final = '"' + "a" * 65 + '"'
GOOD: Final = {
    "id": '"hn-hall-01"',
    "gate": '"huu-nghi"',
    "role": '"hall-tv"',
    "display.width_mm": "1210",
    "display.viewing_distance_mm": "4000",
}
HD: Final = "{ width = 1920, height = 1080 }"
UPRIGHT: Final = "{ width = 1080, height = 1920 }"

# field, what the file says (None: nothing), code of the sentence; then other keys it needs.
WRONG: Final[tuple[tuple[str, str | None, str, dict[str, str]], ...]] = (
    ("id", None, "missing", {}),
    ("id", "7", "string_type", {}),
    ("id", '""', "string_pattern_mismatch", {}),
    ("id", LONG, "string_pattern_mismatch", {}),
    ("gate", None, "missing", {}),
    ("gate", "[]", "string_type", {}),
    ("gate", '"huu--nghi"', "string_pattern_mismatch", {}),
    ("gate", LONG, "string_too_long", {}),
    ("role", None, "missing", {}),
    ("role", '"tv"', "literal_error", {}),
    ("role", "1", "literal_error", {}),
    ("audience", '"driver"', "tuple_type", {}),
    ("audience", "[3]", "string_type", {}),
    ("audience", '["a b"]', "string_pattern_mismatch", {}),
    ("audience", f"[{LONG}]", "string_too_long", {}),
    ("audience", '["driver", "driver"]', "repeated", {}),
    ("audience", str([f"a{n}" for n in range(41)]), "too_long", {}),
    ("languages", '"vi"', "tuple_type", {}),
    ("languages", "[1]", "string_type", {}),
    ("languages", '["v"]', "string_pattern_mismatch", {}),
    ("languages", f'["vi{"-abcd" * 7}"]', "string_too_long", {}),
    ("languages", '["vi", "zh-Hans", "zh-hans"]', "repeated", {}),
    ("languages", '["vi", "kh"]', "country", {}),
    (
        "languages",
        str([f"a{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(41)]),
        "too_long",
        {},
    ),
    ("time_zone", '"Hanoi"', "time_zone", {}),
    ("time_zone", "7", "string_type", {}),
    ("place", "3", "string_type", {}),
    ("place", '"Quầy 3"', "string_pattern_mismatch", {}),
    ("place", LONG, "string_too_long", {}),
    ("exit_direction", '"north"', "literal_error", {}),
    ("exit_direction", "90", "literal_error", {}),
    ("home", '"var/lib"', "not_absolute", {}),
    ("home", '"~/gate"', "not_absolute", {}),
    ("home", '"/var\\u0000"', "not_absolute", {}),
    ("home", "1", "path_type", {}),
    ("display", None, "missing", {}),
    ("display", '"1920x1080"', "model_type", {}),
    ("display.size", '"1920x1080"', "literal_error", {}),
    ("display.size", "[1920, 1080]", "literal_error", {}),
    ("display.size.width", "{ height = 1080 }", "missing", {}),
    ("display.size.width", "159", "greater_than_equal", {"display.size.height": "96"}),
    ("display.size.width", "16385", "less_than_equal", {"display.size.height": "96"}),
    ("display.size.width", "1e3", "int_type", {"display.size.height": "96"}),
    ("display.size.height", "95", "greater_than_equal", {"display.size.width": "160"}),
    ("display.size.height", "16385", "less_than_equal", {"display.size.width": "160"}),
    ("display.size.height", "true", "int_type", {"display.size.width": "160"}),
    ("display.orientation", '"upright"', "literal_error", {}),
    ("display.orientation", None, "turned", {"display.size": UPRIGHT}),
    ("display.orientation", '"portrait-flipped"', "turned", {"display.size": HD}),
    ("display.overscan_percent", "-0.1", "greater_than_equal", {}),
    ("display.overscan_percent", "10.1", "less_than_equal", {}),
    ("display.overscan_percent", '"2.5"', "float_type", {}),
    ("display.overscan_percent", "nan", "finite_number", {}),
    ("display.width_mm", None, "missing", {}),
    ("display.width_mm", "49", "greater_than_equal", {}),
    ("display.width_mm", "30001", "less_than_equal", {}),
    ("display.width_mm", '"1210"', "int_type", {}),
    ("display.width_mm", "121.5", "int_type", {}),
    ("display.width_mm", "160", "density", {"display.size": "{ width = 7680, height = 4320 }"}),
    ("display.width_mm", "30000", "density", {"display.size": "{ width = 1152, height = 288 }"}),
    ("display.viewing_distance_mm", None, "missing", {}),
    ("display.viewing_distance_mm", "299", "greater_than_equal", {}),
    ("display.viewing_distance_mm", "60001", "less_than_equal", {}),
    ("display.viewing_distance_mm", "2024-01-01", "int_type", {}),
    ("display.viewing_distance_mm", "30251", "too_far", {}),
    ("display.mounting_height_mm", "-1", "greater_than_equal", {}),
    ("display.mounting_height_mm", "20001", "less_than_equal", {}),
    ("display.mounting_height_mm", "inf", "int_type", {}),
    ("sound", "true", "model_type", {}),
    ("sound.policy", '"loud"', "literal_error", {}),
    ("sound.volume_percent", "-1", "greater_than_equal", {}),
    ("sound.volume_percent", "101", "less_than_equal", {}),
    ("sound.volume_percent", "true", "int_type", {}),
    ("sound.alarm", '"always"', "literal_error", {}),
    ("sound.alarm", "true", "literal_error", {}),
    ("sound.alarm_percent", "-1", "greater_than_equal", {}),
    ("sound.alarm_percent", "101", "less_than_equal", {}),
    ("sound.alarm_percent", '"70"', "int_type", {}),
    ("content", "[]", "model_type", {}),
    ("content.source", '"gate-packs"', "string_pattern_mismatch", {}),
    ("content.source", '"ftp://noi-dung.example"', "string_pattern_mismatch", {}),
    ("content.source", '"/' + "a" * 2000 + '"', "string_too_long", {}),
    ("content.source", "0", "string_type", {}),
    ("content.pack", '"huu-nghi"', "string_pattern_mismatch", {}),
    ("content.trust", '"root.json"', "string_pattern_mismatch", {}),
    ("content.fingerprint", '"12345"', "string_pattern_mismatch", {}),
    ("content.agent", '"both"', "literal_error", {}),
    ("content.poll_s", "1", "greater_than_equal", {}),
    ("content.download_hours", '["22-5"]', "string_pattern_mismatch", {}),
    ("content.max_kbit_s", "-1", "greater_than_equal", {}),
    ("content.proxy", '"10.1.2.3"', "string_pattern_mismatch", {}),
    ("content.ca_file", '"ca.pem"', "string_pattern_mismatch", {}),
    ("content.sticks", '"media"', "string_pattern_mismatch", {}),
    ("officers", '"officers.toml"', "not_absolute", {}),
    ("officers", "7", "path_type", {}),
    ("panel", "[]", "model_type", {}),
    ("panel.corner", '"left"', "literal_error", {}),
    ("panel.hold_s", "0.5", "greater_than_equal", {}),
    ("panel.hold_s", "16", "less_than_equal", {}),
    ("panel.keys", '"***"', "tuple_type", {}),
    ("panel.keys", '["*", "#", "*"]', "key", {}),
    ("panel.keys", '["*", "*"]', "few_keys", {}),
    ("panel.keys", str(["*"] * 9), "too_long", {}),
    ("keypad", "true", "model_type", {}),
    ("keypad", '{keys = {"*" = "pause"}}', "key_taken", {}),
    ("keypad.needs_pin", '"no"', "bool_type", {}),
    ("keypad.keys", "[]", "dict_type", {}),
    ("keypad.keys", '{F99 = "pause"}', "key", {}),
    ("keypad.keys", '{F1 = "stop"}', "string_pattern_mismatch", {}),
    ("keypad.keys", '{F1 = "language:kh"}', "country", {}),
    ("keypad.keys", "{F1 = 1}", "string_type", {}),
    ("power", "true", "model_type", {}),
    ("power.closed", '"off"', "literal_error", {}),
    ("power.before_opening_min", "-1", "greater_than_equal", {}),
    ("power.before_opening_min", "241", "less_than_equal", {}),
    ("power.after_closing_min", "0.5", "int_type", {}),
    ("power.dpms", '"yes"', "bool_type", {}),
    ("power.on_command", '"/usr/bin/cec-ctl --standby"', "tuple_type", {}),
    ("power.on_command", '["cec-ctl"]', "not_absolute", {}),
    ("power.on_command", f'["/{"a" * 500}"]', "string_too_long", {}),
    ("power.off_command", '["/bin/off", ""]', "string_pattern_mismatch", {}),
    ("power.off_command", str(["/bin/off"] * 33), "too_long", {}),
    ("power.off_command", '["/bin/off"]', "one_way", {}),
    ("report", "true", "model_type", {}),
    ("report.metrics_file", "true", "string_type", {}),
    ("report.metrics_file", '"/var/lib/gate.txt"', "string_pattern_mismatch", {}),
    ("report.metrics_file", '"gate.prom"', "string_pattern_mismatch", {}),
    ("name", '"x"', "extra_forbidden", {}),
    (
        "display.size.depth",
        "3",
        "extra_forbidden",
        {"display.size.width": "160", "display.size.height": "96"},
    ),
    ("sound.loud", "true", "extra_forbidden", {}),
)


def catalogue(lang: str) -> dict[str, Any]:
    """One language's messages."""
    read: dict[str, Any] = json.loads((MESSAGES / f"{lang}.json").read_text("utf-8"))
    return read


def leaves(messages: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Dotted key of each message -> its text."""
    for key, message in messages.items():
        if isinstance(message, dict):
            yield from leaves(message, f"{above}{key}/")
        else:
            yield above + key, message


def problems_of(folder: Path, lines: dict[str, str], lang: str = "en") -> list[ConfigProblem]:
    """Write ``key = value`` lines, load them, and return what is wrong."""
    file = folder / "screen.toml"
    file.write_text("".join(f"{key} = {said}\n" for key, said in lines.items()), "utf-8")
    with pytest.raises(ConfigError) as caught:
        load_screen(file, lang)
    assert str(caught.value) == "\n".join(f"{file}: {problem}" for problem in caught.value.problems)
    return list(caught.value.problems)


def changed(field: str, said: str | None, more: dict[str, str]) -> dict[str, str]:
    """Return good lines with one field written differently."""
    kept = {
        key: good for key, good in GOOD.items() if key != field and not key.startswith(field + ".")
    }
    if said is not None and said.startswith("{ "):  # the field is left out of its table
        field = field.rpartition(".")[0]
    return kept | more | ({} if said is None else {field: said})


def pattern(message: str) -> str:
    """Return a regular expression for a message with its facts filled in."""
    return ".+".join(re.escape(part) for part in re.split(r"\$\w+", message))


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(("field", "said", "code", "more"), WRONG)
def test_mistake_is_told_once_with_field_value_and_what_is_allowed(
    tmp_path: Path,
    lang: str,
    *,
    field: str,
    said: str | None,
    code: str,
    more: dict[str, str],
) -> None:
    words = catalogue(lang)
    (problem,) = problems_of(tmp_path, changed(field, said, more), lang)
    assert problem.field == field
    assert (problem.value is None) == (code == "missing")
    assert str(problem).isprintable()
    allowed = words["keys"] if code == "extra_forbidden" else words["allowed"][field]
    sentence = Template(words["sentence"]).substitute(
        wrong=words["wrong"][code], allowed=allowed, hint="$hint"
    )
    assert re.fullmatch(pattern(sentence).removesuffix(".+") + ".*", problem.problem)


def test_table_provokes_every_field_and_every_code() -> None:
    assert set(FIELDS) <= {field for field, *_ in WRONG}
    assert {code for _, _, code, _ in WRONG} == set(catalogue("en")["wrong"]) - {"other"}


def test_every_field_says_what_is_allowed() -> None:
    assert set(catalogue("vi")["allowed"]) == set(FIELDS)


def test_both_catalogues_say_the_same_things_with_the_same_facts() -> None:
    facts = [
        {key: sorted(re.findall(r"\$\w+", text)) for key, text in leaves(catalogue(lang))}
        for lang in ("vi", "en")
    ]
    assert facts[0] == facts[1]


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    lines = {"id": '"?"', "display.width_mm": "0", "sound.policy": '"on"', "nonsense": "1"}
    told = [problem.field for problem in problems_of(tmp_path, lines)]
    assert told == [
        *("id", "gate", "role", "display.width_mm", "display.viewing_distance_mm"),
        *("sound.policy", "nonsense"),
    ]


@pytest.mark.parametrize(
    ("field", "said", "meant"),
    [
        ("role", '"hal-tv"', "hall-tv"),
        ("role", '"Kiosk"', "kiosk"),
        ("gate", '"Hữu Nghị"', "huu-nghi"),
        ("gate", '"Đồng Đăng"', "dong-dang"),
        ("audience", '["Tài xế"]', "tai-xe"),
        ("place", '"Quầy số 3"', "quay-so-3"),
        ("id", '"màn 1"', "man-1"),
        ("languages", '["zh_CN"]', "zh-CN"),
        ("languages", '["VI"]', "vi"),
        ("languages", '["cn"]', "zh"),
        ("time_zone", '"asia/ho_chi_min"', "Asia/Ho_Chi_Minh"),
        ("display.orientation", '"landscap"', "landscape"),
        ("sound.policy", '"mute"', "muted"),
        ("sound.alarm", '"onorder"', "on-order"),
        ("exit_direction", '"Upleft"', "up-left"),
        ("widht_mm", "1", None),
        ("langauges", "[]", "languages"),
        ("display.widht_mm", "1", "width_mm"),
        ("display.Size", '"as-found"', "size"),
        ("role", '"zzz"', None),
        ("languages", '["Tiếng Việt"]', None),
        ("gate", LONG, None),
    ],
)
def test_misspelling_gets_a_suggestion(
    tmp_path: Path, field: str, said: str, meant: str | None
) -> None:
    (problem,) = problems_of(tmp_path, GOOD | {field: said})
    suggested = re.search(r"\(did you mean (.+)\?\)$", problem.problem)
    assert (suggested[1] if suggested else None) == meant


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("display.time_zone", "top of the file"),
        ("width_mm", "[display]"),
        ("display.height", "[display.size]"),
        ("display.source", "[content]"),
    ],
)
def test_key_in_the_wrong_section_is_sent_to_its_own(
    tmp_path: Path, field: str, place: str
) -> None:
    (problem,) = problems_of(tmp_path, GOOD | {field: "1"})
    assert f"this key belongs {'at the' if place[0] == 't' else 'in section'} {place}" in str(
        problem
    )


def test_size_that_contradicts_the_orientation_names_the_right_one(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, GOOD | {"display.size": UPRIGHT})
    assert problem.problem.endswith("(did you mean portrait?)")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ('"a\\nb\\u001b[31m\\u202e"', '"a\\nb\\u001b[31m\\u202E"'),
        ('"https://user:secret@noi-dung.example/ "', '"https://…@noi-dung.example/ "'),
        ('"' + "x" * 500 + '"', '"' + "x" * 79 + "…"),
        ("0x" + "f" * 5000, "…"),
        ("2026-11-23", '"2026-11-23"'),
        ("[true, 1.5]", "[true, 1.5]"),
    ],
)
def test_value_is_shown_harmlessly_on_one_line(tmp_path: Path, said: str, shown: str) -> None:
    (problem,) = problems_of(tmp_path, GOOD | {"nonsense": said})
    assert problem.value == shown


def test_key_that_needs_quotes_is_shown_in_them(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, GOOD | {'"a.b\\n"': "1"})
    assert problem.field == '"a.b\\n"'


def test_error_type_nobody_foresaw_still_says_what_is_allowed() -> None:
    problem = explainer("en").field({"type": "new", "loc": ("role",), "msg": "", "input": 1})
    assert str(problem).startswith("role = 1: wrong; write one of: hall-tv, kiosk")


def test_reader_of_a_third_language_gets_english() -> None:
    assert explainer("lo") == explainer("en") != explainer("vi")
    assert explainer("vi_VN") == explainer("vi")


def test_line_of_the_file_keeps_its_letters() -> None:
    assert one_line("id = màn\u2028") == "id = màn\\u2028"


def test_name_with_a_sign_that_a_terminal_obeys_is_told_harmlessly(tmp_path: Path) -> None:
    screen = tmp_path / "screen.toml"
    screen.write_text('[panel]\nkeys = ["\\u001b[2J", "1", "2"]\n', "utf-8")
    with pytest.raises(ConfigError) as told:
        load_screen(screen, "en")
    assert any(problem.field == "panel.keys" for problem in told.value.problems)
    assert all(str(problem).isprintable() for problem in told.value.problems)
