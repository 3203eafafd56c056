"""Every error this program raises on purpose.

::

    PlayerError
      ConfigError          this screen's configuration is wrong (all problems at once)
      PackError            the pack is not fit to show
        PackFormatError      it does not say what a pack must say
        PackVersionError     it needs another player
        AssetMismatchError   a file is not the one the manifest names
      StoreError           the disk refused
        StoreCorruptError    what lies on the disk is damaged
        StoreLockedError     another player uses this home
      PlaybackError        one scene cannot be shown
      MissingExtraError    the content team's tools are not installed here

Errors are named for who must act, and carry what they know as attributes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class PlayerError(Exception):
    """Something this program foresaw; its text is one sentence a person can act on."""


@dataclass(frozen=True, slots=True)
class ConfigProblem:
    """One thing wrong in a configuration file.

    Attributes:
        field: dotted path of the field, e.g. ``display.width_mm``; empty for the whole file.
        value: what the file says, as written; None when the field is missing.
        problem: what is wrong and what is allowed, in the reader's language.
    """

    field: str
    value: str | None
    problem: str

    def __str__(self) -> str:
        """Return the problem as the one line a technician reads."""
        said = "" if self.value is None else f" = {self.value}"
        return f"{self.field}{said}: {self.problem}" if self.field else self.problem


class ConfigError(PlayerError):
    """The screen configuration cannot be used."""

    def __init__(self, file: Path, problems: Sequence[ConfigProblem]) -> None:
        super().__init__("\n".join(f"{file}: {problem}" for problem in problems))
        self.file = file
        self.problems = tuple(problems)


class PackError(PlayerError):
    """The pack is not fit to show."""


class PackFormatError(PackError):
    """A file of the pack does not say what it must say."""


class PackVersionError(PackError):
    """The pack is of a major version this player does not know."""

    def __init__(self, needed: str, known: str) -> None:
        super().__init__(
            f"this pack needs a player for pack format {needed}; this player knows {known}"
        )
        self.needed = needed
        self.known = known


class AssetMismatchError(PackError):
    """A file's bytes are not the ones the manifest names."""

    def __init__(self, path: str, expected: str, actual: str) -> None:
        super().__init__(f"{path}: expected sha256 {expected}, found {actual}")
        self.path = path
        self.expected = expected
        self.actual = actual


class StoreError(PlayerError):
    """The disk refused."""


class StoreCorruptError(StoreError):
    """What lies on the disk is damaged."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path


class StoreLockedError(StoreError):
    """Another process owns this home folder."""

    def __init__(self, home: Path) -> None:
        super().__init__(f"a player is already running on {home}")
        self.home = home


class PlaybackError(PlayerError):
    """One scene cannot be shown."""

    def __init__(self, asset: str, reason: str) -> None:
        super().__init__(f"{asset}: {reason}")
        self.asset = asset
        self.reason = reason


class MissingExtraError(PlayerError):
    """A command of the content team was called where their tools are not installed."""

    def __init__(self, extra: str, module: str) -> None:
        super().__init__(
            f"this command needs the tools of the content team ({module} is missing): "
            f"install gate-player[{extra}]"
        )
        self.extra = extra
        self.module = module
