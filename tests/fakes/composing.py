"""A composer whose words say where they come from: tag, key and what was put in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from player.errors import PlaybackError
from player.pack.content import Content
from player.stage.compose import Composer
from player.stage.phrases import Phrases
from tests.fakes.content import Document, make_content
from tests.fakes.programme import local

SAID: Final = {
    "sample": "",
    "fallback": " {language}",
    "fallback_part": " {language}",
    "outdated": "",
    "source": "",
    "as_of": " {time} {by}",
    "issue": " {number}",
    "issued": " {date}",
    "effective": " {date}",
    "photo": " {credit}",
    "picture": " {credit}",
    "recording": " {credit}",
    "spoken": " {language}",
    "false_claim": "",
    "fact": "",
    "gate_welcome": "",
    "gate_invitation": "",
}
PHRASES: Final = Phrases(
    {
        tag: {"language_name": tag.upper(), **{key: f"{tag}-{key}{SAID[key]}" for key in SAID}}
        for tag in ("vi", "en", "zh")
    }
)
DAY: Final = local("2026-11-23T12:00")


@dataclass
class FakePack:
    """A pack whose files are all there but for ``damaged``, each called by its digest."""

    content: Content
    damaged: set[str] = field(default_factory=set)

    def file(self, sha256: str) -> Path:
        """Return where a file would be."""
        if sha256 in self.damaged:
            raise PlaybackError(sha256, "damaged")
        return Path("/blobs") / sha256


def composer(
    *items: Document,
    zh_fallback: Sequence[str] = ("en",),
    volume: int | None = None,
    **pack: object,
) -> Composer:
    """Return the composer of a pack in three languages, and Hmong that is only spoken.

    Args:
        *items: of the pack.
        zh_fallback: tried where Chinese is missing.
        volume: of the screen; None: it is silent.
        **pack: fields of the content, over what ``items`` make.
    """
    languages: list[str | Document] = [
        "vi",
        "en",
        {"tag": "zh", "fallback": list(zh_fallback)},
        {"tag": "hmn", "fallback": ["en"], "name": "Hmoob", "written": False},
    ]
    content = make_content(items, playlists=(), languages=languages)
    changed = content.model_copy(update=pack)
    return Composer(
        FakePack(changed),
        ("vi", "en", "zh"),
        PHRASES,
        lambda t, d: f"{t}:{d}",
        lambda t, amount, currency, places: f"{t}:{amount:.{places}f} {currency}",
        volume,
    )
