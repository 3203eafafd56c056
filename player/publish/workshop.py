"""The tools of the ``[publish]`` extra, bound to what the checks and the build ask for.

Importing this module fails where the extra is not installed; nothing else here does.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from player.pack.anniversary import LunarDay
from player.pack.media import PictureType
from player.publish import clips, documents, lunar, pdfs, pictures, pinyin, sounds, wording
from player.publish.glyphs import FontCoverage
from player.publish.media_facts import (
    ClipFacts,
    Converted,
    DocumentFacts,
    Fault,
    Faults,
    PictureFacts,
    SoundFacts,
)


class Workshop:
    """Everything of the extra that the content team's commands use.

    Args:
        fonts: folder of the bundled fonts.
    """

    def __init__(self, fonts: Path) -> None:
        self._fonts = fonts
        self._coverage = FontCoverage(fonts)

    def picture(self, path: Path) -> PictureFacts | Faults:
        """Look into a picture."""
        return pictures.probe_picture(path)

    def clip(self, path: Path) -> ClipFacts | Faults:
        """Look into a clip."""
        return clips.probe_clip(path)

    def sound(self, path: Path) -> SoundFacts | Faults:
        """Look into a recording."""
        return sounds.probe_sound(path)

    def document(self, files: Sequence[Path]) -> DocumentFacts | Faults:
        """Look into a document: a PDF, or pictures of its pages."""
        return documents.probe_document(files, self._fonts)

    def missing_signs(self, text: str, language: str) -> frozenset[str]:
        """Return the characters no font of ``language`` draws."""
        return self._coverage.missing(text, language)

    def count_words(self, text: str) -> int:
        """Return how many words ``text`` has."""
        return wording.count_words(text)

    def break_words(self, text: str, language: str) -> tuple[str, str]:
        """Return ``text`` as shown, with break marks, and as searched, without."""
        words = wording.word(text, language)
        return words.shown, words.search

    def lunar_days(self, kept: LunarDay) -> tuple[date, ...]:
        """Return the solar days on which a lunar day falls, in order."""
        return lunar.solar_days(kept)

    def pronounce(self, text: str, language: str) -> str:
        """Return how ``text`` is typed by its sound, on one line; empty where nobody does so."""
        return pinyin.pronounce(text, language)

    def convert_picture(self, content: bytes, kind: PictureType) -> Converted:
        """Return a picture upright, in 8-bit sRGB and within the pack's limit."""
        return pictures.convert_picture(content, kind)

    def make_poster(self, content: bytes) -> Converted:
        """Return the picture that stands for a clip."""
        return clips.make_poster(content)

    def press_pdf(self, content: bytes) -> tuple[Converted, ...] | Fault:
        """Return pictures of the pages of a PDF, or why there are none."""
        return pdfs.press_pdf(content, self._fonts)
