"""Who may open the staff panel: names, roles, and what PINs come to.

One salt stands for the whole file. A pad asks for a PIN and no name, so with a salt for each
officer a screen would compute scrypt once per officer at every try, and a gate of twenty would wait
for seconds; and only under one salt do equal PINs show. What a salt each would buy is nothing here:
a million PINs are tried in a day whatever their salts, so nobody but the player may read the file
(mode 0640, a locked cabinet), and the lockout is what stands between the public and the panel.
"""

import hashlib
import hmac
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator
from pydantic_core import PydanticCustomError

Role = Literal["staff", "duty-officer", "technician"]

SHORTEST: Final = 6
LONGEST: Final = 12
"""Digits of a PIN."""

PIN_BYTES: Final = 32
_LONGEST_BLOCK: Final = 3

OfficerName = Annotated[
    str, StringConstraints(pattern=r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]+$", max_length=80)
]
_Hex = StringConstraints(pattern=r"^[0-9a-f]+$", to_lower=True)


@dataclass(frozen=True, slots=True)
class Officer:
    """Who is in: all that anybody learns of whoever typed a PIN."""

    name: str
    role: Role


class _Part(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, str_strip_whitespace=True, allow_inf_nan=False
    )


class Cost(_Part):
    """Parameters of scrypt.

    The defaults take 16 MB and 50 to 150 ms on a cheap PC (DECISIONS.md, D-44); a panel is kept
    waiting once per try. The bounds keep a file from asking for more memory than a screen has.
    """

    n: Literal[16_384, 32_768, 65_536] = 16_384
    r: int = Field(default=8, ge=8, le=16)
    p: int = Field(default=1, ge=1, le=4)


class Entry(_Part):
    """One officer; ``pin`` is what the PIN comes to, in hexadecimal, and is not shown."""

    name: OfficerName
    role: Role
    pin: Annotated[str, _Hex, Field(min_length=2 * PIN_BYTES, max_length=2 * PIN_BYTES)] = Field(
        repr=False
    )

    @property
    def officer(self) -> Officer:
        """Who it is, without the PIN."""
        return Officer(self.name, self.role)


class Officers(_Part):
    """Everybody who may open the panels of the screens that read this file.

    Attributes:
        salt: hexadecimal, of the whole file.
        demo: its PINs are known to everybody; see ``load_officers``.
        scrypt: what a PIN costs.
        officers: no two of the same name or PIN.
    """

    salt: Annotated[str, _Hex, Field(min_length=32, max_length=128)] = Field(repr=False)
    demo: bool = False
    scrypt: Cost = Cost()
    officers: tuple[Entry, ...] = Field(default=(), max_length=500, strict=False)

    @field_validator("officers")
    @classmethod
    def _differ(cls, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        names = [entry.name.casefold() for entry in entries]
        for entry in entries:
            if names.count(entry.name.casefold()) > 1:
                raise PydanticCustomError("same_name", "", {"name": entry.name})
        if len({entry.pin for entry in entries}) < len(entries):
            raise PydanticCustomError("same_pin", "")
        return entries

    def digest(self, pin: bytes | bytearray) -> str:
        """Return what ``pin`` comes to; slow on purpose."""
        cost = self.scrypt
        return hashlib.scrypt(
            pin,
            salt=bytes.fromhex(self.salt),
            n=cost.n,
            r=cost.r,
            p=cost.p,
            maxmem=2 * 128 * cost.r * (cost.n + cost.p),
            dklen=PIN_BYTES,
        ).hex()

    def admit(self, pin: bytes | bytearray) -> Officer | None:
        """Return whose PIN it is; None: nobody's. As slow either way."""
        digest = self.digest(pin)
        # Every entry is compared, so that the time says nothing of the place in the file.
        found = [entry for entry in self.officers if hmac.compare_digest(entry.pin, digest)]
        return found[0].officer if found else None


Weakness = Literal["not_digits", "short", "long", "repeated_digits", "running_digits"]


def weakness(pin: str) -> Weakness | None:
    """Return why ``pin`` must not be used; None: it may.

    Args:
        pin: as a person chose it.
    """
    if not (pin.isascii() and pin.isdecimal()):
        return "not_digits"
    if len(pin) < SHORTEST:
        return "short"
    if len(pin) > LONGEST:
        return "long"
    blocks = range(1, _LONGEST_BLOCK + 1)
    if any(pin == (pin[:size] * len(pin))[: len(pin)] for size in blocks):
        return "repeated_digits"
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return "running_digits" if steps in ({1}, {9}) else None
