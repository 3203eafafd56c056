"""Every error this program raises on purpose.

::

    PlayerError
      ConfigError          this screen's configuration is wrong (all problems at once)
      PackError            the pack is not fit to show
        PackFormatError      it does not say what a pack must say
        PackVersionError     it needs another player
        DocumentError        a document of the library cannot be drawn
        AssetMismatchError   a file is not the one the manifest names
        PackSignatureError   not enough of the right people signed it
        PackExpiredError     what vouches for it is out of date
        PackRollbackError    it is older than what this screen has had already
      FetchError           bytes did not arrive
        FetchTimeoutError    they came too slowly
        FetchHttpError       the server answered with an error
        FetchTooLargeError   there were more of them than announced or allowed
        FetchInterruptedError  something newer came meanwhile
      StoreError           the disk refused
        StoreCorruptError    what lies on the disk is damaged
        StoreFullError       there is no room for it
        StoreLockedError     another player uses this home
      SearchInterruptedError  a search was dropped for a newer one
      PlaybackError        one scene cannot be shown
      DisplayError         there is nothing to draw on
      MissingExtraError    the content team's tools are not installed here
      SigningError         a key or a repository does not allow what was asked
      OrderError           an order of gate staff was not taken
      OfficersError        a PIN or the file of officers does not allow what was asked
      SetupError           a screen cannot be set up as was asked

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


class DocumentError(PackError):
    """A document of a pack's library could be drawn when it was checked, and now cannot.

    Attributes:
        path: of the document.
        reason: code of what is wrong.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


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


class PackSignatureError(PackError):
    """Not enough of the people who may say so have signed it."""


class PackExpiredError(PackError):
    """What vouches for it is out of date."""


class PackRollbackError(PackError):
    """It is older than what this screen has had already."""


class FetchError(PlayerError):
    """Bytes did not arrive."""


class FetchTimeoutError(FetchError):
    """Bytes came too slowly."""


class FetchHttpError(FetchError):
    """The server answered with an error."""

    def __init__(self, url: str, status: int) -> None:
        super().__init__(f"{url}: the server answered {status}")
        self.status = status


class FetchTooLargeError(FetchError):
    """There were more bytes than announced or allowed."""

    def __init__(self, url: str, limit_bytes: int) -> None:
        super().__init__(f"{url}: more than the {limit_bytes} bytes it may have")
        self.limit_bytes = limit_bytes


class FetchInterruptedError(FetchError):
    """Something newer came meanwhile; what is here already is kept."""


class StoreError(PlayerError):
    """The disk refused."""


class StoreCorruptError(StoreError):
    """What lies on the disk is damaged."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path


class StoreFullError(StoreError):
    """There is no room for what is to be written."""

    def __init__(self, folder: Path, needed_bytes: int, free_bytes: int) -> None:
        super().__init__(
            f"{folder}: {needed_bytes / 1e6:.1f} MB are needed, {free_bytes / 1e6:.1f} MB may be "
            "used; free some room, or make the pack smaller"
        )
        self.needed_bytes = needed_bytes
        self.free_bytes = free_bytes


class StoreLockedError(StoreError):
    """Another process owns this home folder."""

    def __init__(self, home: Path) -> None:
        super().__init__(f"a player is already running on {home}")
        self.home = home


class SearchInterruptedError(PlayerError):
    """A search was dropped, for something newer was typed."""

    def __init__(self) -> None:
        super().__init__("the search was interrupted")


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


class SigningError(PlayerError):
    """A key or a repository does not allow what was asked of it."""


class OrderError(PlayerError):
    """An order of gate staff was not taken."""


class OfficersError(PlayerError):
    """A PIN or the file of officers does not allow what was asked of it; never says the PIN."""


class DisplayError(PlayerError):
    """There is nothing to draw on."""


class SetupError(PlayerError):
    """A screen cannot be set up as was asked; nothing was changed."""
