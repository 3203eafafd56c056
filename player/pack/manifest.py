"""``pack.json``: every file of a built pack by path, size, digest and type."""

import unicodedata
from collections.abc import Sequence
from typing import Annotated, Final, Self

from pydantic import AfterValidator, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from player.errors import PackFormatError
from player.pack.content import PackId, check_format, first_problem, parse_json
from player.pack.media import MediaType, Sha256
from player.pack.model import PackModel

MANIFEST: Final = "pack.json"
MAX_PART_BYTES: Final = 255
MAX_TOTAL_BYTES: Final = 8 * 1024**3
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)


def check_path(path: str) -> str:
    """Return ``path`` if it is safe on every file system a pack may travel by.

    Raises:
        PydanticCustomError: absolute, climbing, too long, not NFC, or with a forbidden sign.
    """
    parts = path.split("/")
    is_safe = (
        path == unicodedata.normalize("NFC", path)
        and not any(sign in path for sign in "\\:\0")
        and not any(ord(sign) < ord(" ") for sign in path)
        and all(part not in {"", ".", ".."} for part in parts)
        and all(len(part.encode()) <= MAX_PART_BYTES for part in parts)
        and all(part.split(".")[0].casefold() not in _RESERVED for part in parts)
    )
    if not is_safe:
        raise PydanticCustomError("path", "{path} is not a safe relative path", {"path": path})
    return path


class ManifestFile(PackModel):
    """One file: ``path`` as the source named it, ``sha256`` its name in the store."""

    path: Annotated[str, AfterValidator(check_path)]
    sha256: Sha256
    size: int = Field(ge=0, le=MAX_TOTAL_BYTES)
    type: MediaType


class Manifest(PackModel):
    """What a pack consists of.

    Attributes:
        sequence: rises with every publication of this pack.
        min_player: oldest player that shows all of it.
        total: sum of all sizes, bytes.
    """

    format: str = Field(pattern=r"^\d+\.\d+$")
    pack: PackId
    sequence: int = Field(ge=1, lt=2**53)
    min_player: str = Field(pattern=r"^\d+\.\d+(\.\d+)?$")
    total: int = Field(ge=0, le=MAX_TOTAL_BYTES)
    files: Sequence[ManifestFile] = Field(min_length=1, max_length=20_000)

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        folded = [file.path.casefold() for file in self.files]
        sizes = {file.sha256: file.size for file in self.files}
        if len(set(folded)) != len(folded):
            raise PydanticCustomError("twins", "two files have the same path")
        if any(sizes[file.sha256] != file.size for file in self.files):
            raise PydanticCustomError("sizes", "one digest is given two sizes")
        if sum(file.size for file in self.files) != self.total:
            raise PydanticCustomError("total", "the sizes do not add up to the total")
        return self

    def digest_of(self, path: str) -> str | None:
        """Return the sha256 of the file at ``path``, None when the pack has no such file."""
        return next((file.sha256 for file in self.files if file.path == path), None)


def parse_manifest(raw: bytes) -> Manifest:
    """Read ``pack.json``.

    Raises:
        PackVersionError: of another major version.
        PackFormatError: anything else wrong with it.
    """
    document = parse_json(raw, MANIFEST)
    check_format(document.get("format"))
    try:
        return Manifest.model_validate(document)
    except ValidationError as e:
        raise PackFormatError(f"{MANIFEST}: {first_problem(e)}") from e
