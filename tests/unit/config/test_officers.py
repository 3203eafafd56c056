"""Officers: whose PIN it is, which PINs are refused, and files that are wrong."""

import json
import re
import shutil
from pathlib import Path
from typing import Final

import pytest

from player.config.explain import MESSAGES
from player.config.load_officers import FIELDS, demo_officers, load_officers, officers_words
from player.config.officers import Entry, Officer, Officers, weakness
from player.errors import ConfigError

SALT: Final = "ab" * 16
DIGEST: Final = "cd" * 32
GOOD: Final = f'salt = "{SALT}"\n[[officers]]\nname = "Lan"\nrole = "staff"\npin = "{DIGEST}"\n'
DEMO: Final = {
    "258014": "staff",
    "369025": "duty-officer",
    "147036": "technician",
}


def problems_of(file: Path, text: str, lang: str = "en") -> list[str]:
    """Write a file that is wrong and return why it is."""
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load_officers(file, lang)
    return [str(problem) for problem in caught.value.problems]


def test_demo_pins_are_those_its_comments_tell() -> None:
    officers = load_officers(demo_officers(), "vi")
    said = dict(
        re.findall(r"^#   (\d+)  ([\w-]+)", demo_officers().read_text("utf-8"), re.MULTILINE)
    )
    assert said == DEMO
    for pin, role in DEMO.items():
        found = officers.admit(bytearray(pin, "ascii"))
        assert found is not None
        assert found.role == role
        assert weakness(pin) is None
    assert officers.admit(b"258015") is None


def test_officer_is_found_among_many_by_one_computation(monkeypatch: pytest.MonkeyPatch) -> None:
    officers = Officers(salt=SALT)
    named = {f"{n}58014": f"officer {n}" for n in range(3)}
    entries = tuple(
        Entry(name=name, role="staff", pin=officers.digest(pin.encode()))
        for pin, name in named.items()
    )
    many = officers.model_copy(update={"officers": entries})
    computed: list[bytes] = []
    digest = Officers.digest

    def counted(self: Officers, pin: bytes) -> str:
        computed.append(pin)
        return digest(self, pin)

    monkeypatch.setattr(Officers, "digest", counted)
    assert many.admit(b"258014") == Officer("officer 2", "staff")
    assert computed == [b"258014"]


@pytest.mark.parametrize(
    ("pin", "why"),
    [
        ("12345", "short"),
        ("", "not_digits"),
        ("12345a", "not_digits"),
        ("１２３４５６", "not_digits"),
        ("2580147036258", "long"),
        ("111111", "repeated_digits"),
        ("121212", "repeated_digits"),
        ("1231231", "repeated_digits"),
        ("123456", "running_digits"),
        ("987654", "running_digits"),
        ("8901234", "running_digits"),
        ("123457", None),
        ("258014", None),
        ("112233", None),
    ],
)
def test_pin_that_is_soon_guessed_is_refused(pin: str, why: str | None) -> None:
    assert weakness(pin) == why


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("staff", "chief"), "officers.role = …: not a word that is used here"),
        (GOOD.replace("Lan", ""), "officers.name = …: not written rightly"),
        (GOOD.replace(DIGEST, "cd" * 31), "officers.pin = …: too short"),
        (GOOD.replace(DIGEST, "x" * 64), "officers.pin = …: not written rightly"),
        (GOOD.replace(SALT, "ab"), "salt = …: too short"),
        (GOOD.replace('role = "staff"\n', ""), "officers.role: missing"),
        (GOOD + GOOD.partition("\n")[2], "officers = …: two officers have the same name"),
        (
            GOOD + GOOD.partition("\n")[2].replace("Lan", "Minh"),
            "officers = …: two officers have the same PIN",
        ),
        (GOOD + "[scrypt]\nn = 1024\n", "scrypt.n = …: not a word that is used here"),
        (GOOD + "[scrypt]\nr = 4096\n", "scrypt.r = …: too large"),
        (f'pins = "1"\n{GOOD}', "pins = …: there is no such key"),
        (GOOD.replace(f'"{DIGEST}"', DIGEST), "line 5, column"),
        (f"demo = true\n{GOOD}", "the PINs of this file are those of the demo"),
    ],
)
def test_file_that_is_wrong_says_why_and_repeats_nothing(
    text: str, said: str, tmp_path: Path
) -> None:
    (problem,) = problems_of(tmp_path / "officers.toml", text)
    assert problem.startswith(said)
    for secret in (DIGEST[:40], SALT, "x" * 20):
        assert secret not in problem


def test_file_that_is_missing_or_locked_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="make it with gate-player gate pin"):
        load_officers(tmp_path / "none.toml", "en")
    with pytest.raises(ConfigError, match="lệnh gate-player gate pin"):
        load_officers(tmp_path / "none.toml", "vi")


def test_copy_of_the_demo_is_refused(tmp_path: Path) -> None:
    shutil.copy(demo_officers(), tmp_path / "officers.toml")
    with pytest.raises(ConfigError, match="known to everybody"):
        load_officers(tmp_path / "officers.toml", "en")


def test_nothing_of_a_pin_is_in_what_is_printed() -> None:
    officers = load_officers(demo_officers(), "en")
    shown = repr(officers) + str(officers)
    assert "Trực ban mẫu" in shown
    assert all(entry.pin not in shown for entry in officers.officers)
    assert officers.salt not in shown


def test_both_languages_say_the_same_things_with_the_same_facts() -> None:
    said = [
        {
            (part, key): sorted(re.findall(r"\$\w+", text))
            for part, sentences in officers_words(lang).items()
            for key, text in sentences.items()
        }
        for lang in ("vi", "en")
    ]
    assert said[0] == said[1]
    assert {key for part, key in said[0] if part == "allowed"} == set(FIELDS)
    shared = json.loads((MESSAGES / "en.json").read_text("utf-8"))
    assert not {key for part, key in said[0] if part == "wrong"} & set(shared["wrong"])
