"""Playlists: which items play when, and how they share the screen."""

from collections.abc import Sequence

from pydantic import Field, model_validator

from player.config.naming import Identifier
from player.pack.model import PackModel
from player.pack.window import When


class Entry(PackModel):
    """One item of a playlist; a bare id in files means weight 1."""

    item: Identifier
    weight: int = Field(default=1, ge=1, le=20)

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, value: object) -> object:
        return {"item": value} if isinstance(value, str) else value


class Playlist(PackModel):
    """A rule of the programme.

    Attributes:
        priority: the highest among those that play now wins alone.
        weight: share of the loop among playlists of equal priority.
        default: plays when no other does; its ``when`` must be empty.
        audience: tags of screens it is for; empty: all.
    """

    id: Identifier
    priority: int = Field(default=0, ge=-100, le=100)
    weight: int = Field(default=1, ge=1, le=20)
    default: bool = False
    audience: tuple[Identifier, ...] = ()
    when: When = When()
    items: Sequence[Entry] = Field(min_length=1, max_length=1000)
