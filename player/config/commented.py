"""A configuration as a file for people.

The example of its role with its comments, and the values of one screen: every key stands in it,
so that a technician finds each one explained.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from player.config.fields import split
from player.config.load import role_example
from player.config.screen import Screen

HEAD: Final = """\
# Cấu hình của màn hình này, do trình cài đặt ghi: gate-player configure.
# Dòng bắt đầu bằng dấu # là lời giải thích. Sửa xong hãy kiểm lại: gate-player configure --check.
# The configuration of this screen, written by gate-player configure.
# A line that begins with # explains. After a change: gate-player configure --check.
"""

_SECTION: Final = re.compile(r"^\[(\w+)\]\s*$")
_KEY: Final = re.compile(r"^(\w+) = ")


def commented(screen: Screen) -> str:
    """Return the TOML file that describes ``screen``; reading it gives ``screen`` again.

    Raises:
        OSError: the example of its role cannot be read.
    """
    example = role_example(screen.role).read_text("utf-8")
    _, _, body = example.partition("\n\n")
    values = _flat(screen)
    section, lines = "", [HEAD]
    for line in body.splitlines():
        if (found := _SECTION.match(line)) is not None:
            section = f"{found[1]}."
        key = _KEY.match(line)
        path = f"{section}{key[1]}" if key else ""
        lines.append(f"{split(path)[1]} = {_toml(values[path])}" if path in values else line)
    return "\n".join(lines) + "\n"


def _flat(screen: Screen) -> Mapping[str, Any]:
    """Return dotted path -> value, of every key that the file holds."""
    found: dict[str, Any] = {}
    for name, value in screen.model_dump(mode="json").items():
        if isinstance(value, dict):
            found |= {f"{name}.{key}": below for key, below in value.items()}
        else:
            found[name] = value
    return found


def _toml(value: object) -> str:
    """Return a value as TOML writes it: as JSON does, but for tables."""
    match value:
        case dict():
            inner = ", ".join(f"{_bare(key)} = {_toml(each)}" for key, each in value.items())
            return f"{{ {inner} }}" if inner else "{}"
        case list() | tuple():
            return f"[{', '.join(_toml(each) for each in value)}]"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            # The one sign that JSON leaves bare and TOML does not.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _bare(key: object) -> str:
    text = str(key)
    return text if re.fullmatch(r"[A-Za-z0-9_-]+", text) else json.dumps(text, ensure_ascii=False)
