"""From an item in a language to a scene ready to be drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol, assert_never

from player.clock import ClockTrust
from player.errors import PlaybackError
from player.pack.content import Content
from player.pack.item import Bulletin, Clip, Item, Photo, Poster
from player.pack.language import choose_language
from player.pack.media import MediaFile, Picture, Rights
from player.schedule.slot import DEFAULT_GATE_PAGE
from player.stage.phrases import Phrases
from player.stage.scene import (
    BulletinScene,
    GatePageScene,
    PhotoScene,
    PictureRef,
    PosterScene,
    Scene,
    VideoScene,
    Wording,
)


class PackOnStage(Protocol):
    """A pack that can be shown."""

    @property
    def content(self) -> Content:
        """What it says."""
        ...

    def file(self, sha256: str) -> Path:
        """Return the verified file of that digest.

        Raises:
            PlaybackError: missing or damaged.
        """
        ...


@dataclass(frozen=True, slots=True)
class Composer:
    """Makes the scenes of one pack for one screen.

    Attributes:
        pack: on stage.
        languages: enabled, in order.
        phrases: interface words.
        date_text: (tag, day) -> the day as that language writes it.
    """

    pack: PackOnStage
    languages: tuple[str, ...]
    phrases: Phrases
    date_text: Callable[[str, date], str]

    def scene(self, item_id: str, language: str, today: date, trust: ClockTrust) -> Scene:
        """Return the scene of an item, or of the default gate page.

        Args:
            item_id: of the pack, or ``DEFAULT_GATE_PAGE``.
            language: whose turn it is.
            today: local day; decides whether a fact may be out of date.
            trust: with an untrusted clock a fact with a review date may be out of date.

        Raises:
            PlaybackError: a file it needs is missing or damaged.
        """
        if item_id == DEFAULT_GATE_PAGE:
            return self._gate_page(language)
        item = self.pack.content.item_by_id[item_id]
        words = self._wording(item, language, today, trust)
        match item:
            case Poster():
                return PosterScene(item.id, words, self._picture(item.picture))
            case Photo():
                return PhotoScene(item.id, words, self._picture(item.picture))
            case Bulletin():
                picture = self._picture(item.picture) if item.picture else None
                return BulletinScene(item.id, words, picture)
            case Clip():
                return self._clip(item, words)
            case _:
                assert_never(item)

    def still(self, scene: VideoScene) -> PosterScene:
        """Return the picture that stands for a clip that cannot play."""
        return PosterScene(scene.item, scene.words, scene.poster)

    def _clip(self, item: Clip, words: Wording) -> VideoScene:
        file, poster = item.video.file, item.video.poster
        if file is None or poster is None or file.duration_ms is None:
            raise PlaybackError(item.id, "its clip was never built")
        return VideoScene(
            item=item.id,
            words=words,
            poster=self._file(poster),
            clip=self.pack.file(file.sha256),
            sha256=file.sha256,
            width=file.width,
            height=file.height,
            duration_ms=file.duration_ms,
        )

    def _picture(self, picture: Picture) -> PictureRef:
        if picture.file is None:
            raise PlaybackError(picture.path, "this picture was never built")
        return self._file(picture.file, picture.focus_x, picture.focus_y)

    def _file(self, file: MediaFile, focus_x: float = 0.5, focus_y: float = 0.5) -> PictureRef:
        path = self.pack.file(file.sha256)
        return PictureRef(path, file.width, file.height, focus_x, focus_y)

    def _wording(self, item: Item, language: str, today: date, trust: ClockTrust) -> Wording:
        fallback = self.pack.content.language_by_tag[language].fallback
        shown_in = choose_language(item.text, language, fallback)
        text = item.text[shown_in]
        return Wording(
            language=shown_in,
            title=text.title,
            body=text.body,
            caption=text.caption,
            origin=self._origin(item, shown_in),
            marks=tuple(self._marks(item, language, shown_in, today, trust)),
        )

    def _marks(
        self, item: Item, language: str, shown_in: str, today: date, trust: ClockTrust
    ) -> list[str]:
        marks: list[str] = []
        if item.sample:
            marks.append(self.phrases.say(shown_in, "sample"))
        if shown_in != language:
            name = self.phrases.language_name(shown_in)
            marks.append(self.phrases.say(language, "fallback", language=name))
        if item.source is not None and (
            trust is ClockTrust.UNTRUSTED or today > item.source.review_by
        ):
            marks.append(self.phrases.say(shown_in, "outdated"))
        return marks

    def _origin(self, item: Item, tag: str) -> str:
        say, parts = self.phrases.say, []
        if isinstance(item, Bulletin):
            if item.issue_number:
                parts.append(say(tag, "issue", number=item.issue_number))
            parts.append(say(tag, "issued", date=self.date_text(tag, item.issued)))
        if item.source is not None:
            authority = item.source.authority
            name = authority[choose_language(authority, tag, ())] if authority else ""
            parts.append(f"{say(tag, 'source')}: {name}, {item.source.document}")
            day = self.date_text(tag, item.source.effective)
            parts.append(say(tag, "effective", date=day))
        rights = _rights(item)
        if rights is not None:
            key = "photo" if isinstance(item, Photo) else "picture"
            parts.append(say(tag, key, credit=rights.credit))
        return " · ".join(part for part in parts if part)

    def _gate_page(self, language: str) -> GatePageScene:
        ordered = (language, *(tag for tag in self.languages if tag != language))
        first, *others = (self._gate_wording(tag) for tag in ordered)
        return GatePageScene(first, tuple(others))

    def _gate_wording(self, tag: str) -> Wording:
        names = self.pack.content.gate.name
        fallback = self.pack.content.language_by_tag[tag].fallback
        name = names[choose_language(names, tag, fallback)] if names else ""
        return Wording(
            language=tag,
            title=name,
            body=self.phrases.say(tag, "gate_invitation"),
            caption=self.phrases.say(tag, "gate_welcome"),
        )


def _rights(item: Item) -> Rights | None:
    if isinstance(item, Clip):
        return item.video.rights
    return item.picture.rights if item.picture else None
