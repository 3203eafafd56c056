"""Who may open the staff panel: the file of officers is written and listed here.

A PIN comes from a terminal that does not show it, or from standard input, and never from an
option: those stand in the list of processes and in the shell's history.
"""

import getpass
import json
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path
from string import Template
from typing import Final

from pydantic import TypeAdapter, ValidationError

from player.config.load_officers import load_officers, officers_words
from player.config.officers import (
    LONGEST,
    SHORTEST,
    Entry,
    OfficerName,
    Officers,
    Role,
    weakness,
)
from player.config.screen import OFFICERS
from player.errors import OfficersError
from player.main import selection
from player.store.durable import make_folder, write_private

SALT_BYTES: Final = 16
_NAME: Final = TypeAdapter[str](OfficerName)
_HEAD: Final = """\
# Cán bộ được mở bảng điều khiển của màn hình. Chỉ sửa bằng lệnh gate-player gate pin và
# gate-player gate officers; không để người khác đọc tệp này.
# The officers who may open the staff panel. Change it only by gate-player gate pin and
# gate-player gate officers; nobody else is to read this file.
"""


def officers_file(named: Path | None, lang: str) -> Path:
    """Return the file meant: the one named, else that of this machine's screen.

    Raises:
        ConfigError: this machine has a configuration, and it cannot be used.
    """
    if named is not None:
        return named.absolute()
    if selection.SYSTEM_CONFIG.exists():
        return selection.select(selection.Choice(), lang).officers
    return OFFICERS


def ask_pin(lang: str) -> str:
    """Return the PIN that a person types twice, unseen; one line where nobody is at a terminal.

    Raises:
        OfficersError: none was given, or the two are not the same.
    """
    words = _Words(lang)
    if not sys.stdin.isatty():
        pin = sys.stdin.readline().strip()
    else:
        pin = getpass.getpass(f"{words.said['ask']}: ").strip()
        if pin and getpass.getpass(f"{words.said['again']}: ").strip() != pin:
            raise words.refusal("differ")
    if not pin:
        raise words.refusal("none")
    return pin


def set_pin(file: Path, name: str, role: Role, pin: str, lang: str) -> str:
    """Give an officer a PIN, or another one, and another role; return what was done.

    Args:
        file: made if it is not there.
        name: of the officer; capitals do not tell two apart.
        role: of the officer.
        pin: as typed.
        lang: of what is said.

    Raises:
        OfficersError: the name or the PIN is not fit, or the disk refused; nothing was changed.
        ConfigError: the file is there and cannot be used.
    """
    words = _Words(lang)
    try:
        name = _NAME.validate_python(name.strip())
    except ValidationError as e:
        raise words.refusal("name") from e
    weak = weakness(pin)
    if weak is not None:
        raise words.refusal(weak, shortest=SHORTEST, longest=LONGEST)
    known = load_officers(file, lang) if file.exists() else None
    officers = known or Officers(salt=secrets.token_hex(SALT_BYTES))
    digest = officers.digest(pin.encode())
    others = [each for each in officers.officers if each.name.casefold() != name.casefold()]
    if any(each.pin == digest for each in others):
        raise words.refusal("taken")
    is_new = len(others) == len(officers.officers)
    entries = (*others, Entry(name=name, role=role, pin=digest))
    _write(file, officers.model_copy(update={"officers": entries}), words)
    return words.sentence("added" if is_new else "replaced", name=name, role=role, file=file)


def remove_officer(file: Path, name: str, lang: str) -> str:
    """Take an officer out of the file; return what was done.

    Raises:
        OfficersError: the file names nobody like that, or the disk refused.
        ConfigError: the file cannot be used.
    """
    words, officers = _Words(lang), load_officers(file, lang)
    wanted = name.strip().casefold()
    kept = tuple(each for each in officers.officers if each.name.casefold() != wanted)
    if len(kept) == len(officers.officers):
        raise words.refusal("unknown", name=name, file=file)
    _write(file, officers.model_copy(update={"officers": kept}), words)
    return words.sentence("removed", name=name, file=file)


def list_officers(file: Path, lang: str) -> str:
    """Return names and roles, a line each; nothing of any PIN.

    Raises:
        ConfigError: the file cannot be used.
    """
    entries = load_officers(file, lang).officers
    if not entries:
        return _Words(lang).sentence("empty", file=file)
    return "\n".join(f"{entry.role:13} {entry.name}" for entry in entries)


class _Words:
    """What this says, in one language."""

    def __init__(self, lang: str) -> None:
        self.said: Mapping[str, str] = officers_words(lang)["said"]

    def sentence(self, key: str, **facts: object) -> str:
        return Template(self.said[key]).substitute(facts)

    def refusal(self, key: str, **facts: object) -> OfficersError:
        return OfficersError(self.sentence(key, **facts))


def _write(file: Path, officers: Officers, words: _Words) -> None:
    try:
        make_folder(file.parent)
        write_private(file, _toml(officers).encode())
    except OSError as e:
        raise words.refusal("refused", file=file, reason=e.strerror or e) from e


def _toml(officers: Officers) -> str:
    # The standard library reads TOML and writes none; JSON writes strings and numbers alike.
    cost = officers.scrypt
    head = {"salt": officers.salt, **({"demo": True} if officers.demo else {})}
    parts = [_HEAD + _lines(head), "[scrypt]\n" + _lines({"n": cost.n, "r": cost.r, "p": cost.p})]
    for entry in officers.officers:
        said = {"name": entry.name, "role": entry.role, "pin": entry.pin}
        parts.append("[[officers]]\n" + _lines(said))
    return "\n".join(parts)


def _lines(values: Mapping[str, object]) -> str:
    return "".join(
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items()
    )
