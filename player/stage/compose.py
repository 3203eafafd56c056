"""From an item in a language to a scene ready to be drawn."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Protocol, assert_never
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.errors import PlaybackError
from player.pack.content import Content
from player.pack.item import (
    Bilingual,
    Bulletin,
    ClaimAndFact,
    Clip,
    HoursBoard,
    Photo,
    Poster,
    Recording,
    Table,
)
from player.pack.language import REFERENCE, choose_language
from player.pack.media import MediaFile, Picture
from player.schedule.slot import CLOSED_PAGE, DEFAULT_GATE_PAGE
from player.stage.cells import AmountText, CellWriter, foreign_languages
from player.stage.hours_words import HoursWriter
from player.stage.phrases import Phrases
from player.stage.scene import (
    AudioScene,
    BilingualScene,
    BulletinScene,
    ClaimScene,
    GatePageScene,
    HoursScene,
    PhotoScene,
    PictureRef,
    PosterScene,
    Scene,
    SoundRef,
    TableScene,
    VideoScene,
    Wording,
)
from player.stage.wording import WordingWriter
from player.store.gate_orders import LocalFact

logger = logging.getLogger(__name__)


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


@dataclass(frozen=True)
class Composer:
    """Makes the scenes of one pack for one screen.

    Attributes:
        pack: on stage.
        languages: enabled, in order.
        phrases: interface words.
        date_text: (tag, day) -> the day as that language writes it.
        amount_text: as each language writes sums of money.
        volume: of this screen, 0 to 100; None: it plays no sound.
        stated: id of a table -> what the gate says of it today; see ``local_facts.py``.
    """

    pack: PackOnStage
    languages: tuple[str, ...]
    phrases: Phrases
    date_text: Callable[[str, date], str]
    amount_text: AmountText
    volume: int | None = None
    stated: Mapping[str, LocalFact] = field(default_factory=dict)

    def scene(self, item_id: str, language: str, now: datetime, trust: ClockTrust) -> Scene:
        """Return the scene of an item, of the default gate page, or of the closed gate's.

        Args:
            item_id: of the pack, or ``DEFAULT_GATE_PAGE`` or ``CLOSED_PAGE``.
            language: whose turn it is.
            now: aware; decides whether a fact may be out of date, and which lanes are open.
            trust: with an untrusted clock a fact with a review date may be out of date.

        Raises:
            PlaybackError: a file it needs is missing or damaged.
        """
        if item_id in {DEFAULT_GATE_PAGE, CLOSED_PAGE}:
            ordered = (language, *(tag for tag in self.languages if tag != language))
            is_closed = item_id == CLOSED_PAGE
            said = self._closed(ordered, now, trust) if is_closed else self._welcome(ordered)
            return GatePageScene(said[0], said[1:])
        item = self.pack.content.item_by_id[item_id]
        if isinstance(item, Bilingual):
            return self._bilingual(item, language, self.today(now), trust)
        words = self.writer.wording(item, language, self.today(now), trust)
        if isinstance(item, Recording):
            sound = self._sound(item, language, words.language)
            return AudioScene(item.id, words, self._picture(item.picture), sound)
        if isinstance(item, HoursBoard):
            return self._hours(item, words, now, trust)
        if isinstance(item, Poster | Photo | Clip):
            return self._pictured(item, words)
        return self._lettered(item, language, words)

    def _pictured(self, item: Poster | Photo | Clip, words: Wording) -> Scene:
        """Return the scene of an item that is nothing without its picture or clip."""
        match item:
            case Poster():
                return PosterScene(item.id, words, self._picture(item.picture))
            case Photo():
                return PhotoScene(item.id, words, self._picture(item.picture))
            case Clip():
                return self._clip(item, words)
            case _:
                assert_never(item)

    def _lettered(
        self, item: Bulletin | Table | ClaimAndFact, language: str, words: Wording
    ) -> Scene:
        """Return the scene of an item that is words first of all."""
        match item:
            case Bulletin():
                return BulletinScene(item.id, words, self._picture_if_whole(item))
            case Table():
                return self._table(item, language, words)
            case ClaimAndFact():
                return self._claim(item, words)
            case _:
                assert_never(item)

    def still(
        self, item_id: str, language: str, now: datetime, trust: ClockTrust
    ) -> PosterScene | AudioScene:
        """Return what stands for an item whose clip or recording cannot play, as ``scene`` does."""
        item = self.pack.content.item_by_id[item_id]
        words = self.writer.wording(item, language, self.today(now), trust)
        match item:
            case Clip():
                return PosterScene(item.id, words, self._built(item.id, item.video.poster))
            case Recording():
                return AudioScene(item.id, words, self._picture(item.picture))
            case _:
                raise PlaybackError(item_id, "no clip, so nothing stands for it")

    def today(self, now: datetime) -> date:
        """Return the local day of the gate at ``now``."""
        return now.astimezone(ZoneInfo(self.pack.content.gate.time_zone)).date()

    def _hours(
        self, item: HoursBoard, words: Wording, now: datetime, trust: ClockTrust
    ) -> HoursScene:
        if self.hours_writer is None:
            raise PlaybackError(item.id, "the gate has not said when it is open")
        places = (words.own_place, words.neighbour_place)
        board = self.hours_writer.board(item, words.language, now, trust, places)
        fresh = replace(words, fresh_until=board.fresh_until)
        return HoursScene(item.id, fresh, board.clocks, board.rows)

    @cached_property
    def writer(self) -> WordingWriter:
        """What words the pages of the pack."""
        has_sound = self.volume is not None
        return WordingWriter(self.pack.content, self.phrases, self.date_text, has_sound)

    @cached_property
    def hours_writer(self) -> HoursWriter | None:
        """What words the gate's opening hours; None: nobody has said when it is open."""
        gate = self.pack.content.gate
        if gate.hours is None:
            return None
        return HoursWriter(gate, gate.hours, self.phrases, self.date_text, self.writer.choose)

    def _clip(self, item: Clip, words: Wording) -> VideoScene:
        file, poster = item.video.file, self._built(item.id, item.video.poster)
        if file is None:
            raise PlaybackError(item.id, "its clip was never built")
        path = self.pack.file(file.sha256)
        return VideoScene(item.id, words, poster, path, lasts_ms=file.duration_ms or 0)

    def _built(self, item_id: str, file: MediaFile | None) -> PictureRef:
        if file is None:
            raise PlaybackError(item_id, "its picture was never built")
        return self._file(file)

    def _sound(self, item: Recording, language: str, shown_in: str) -> SoundRef | None:
        """Return the recording to play; what the page says does not depend on a damaged one."""
        heard = item.heard(language, shown_in)
        file = item.audio[heard].file if heard else None
        if heard is None or file is None or self.volume is None:
            return None
        try:
            path = self.pack.file(file.sha256)
        except PlaybackError as e:
            logger.warning("item without its recording", extra={"item": item.id, "why": str(e)})
            return None
        name = self.writer.language_name(heard)
        label = name if heard == shown_in else self.phrases.say(shown_in, "spoken", language=name)
        return SoundRef(path, file.duration_ms, self.volume, label)

    def _table(self, item: Table, language: str, words: Wording) -> TableScene:
        tag = words.language
        writer = CellWriter(tag, self.writer.fallback(tag), self.amount_text)
        columns, rows = writer.columns(item), writer.rows(item)
        words = self._attributed(item.id, words)
        cells = (*(column.heading for column in columns), *(cell for row in rows for cell in row))
        others = ", ".join(map(self.phrases.language_name, foreign_languages(cells, tag)))
        if others:
            partly = self.phrases.say(language, "fallback_part", language=others)
            words = replace(words, marks=(*words.marks, partly))
        return TableScene(item.id, words, columns, rows)

    def _attributed(self, item_id: str, words: Wording) -> Wording:
        """Return the words of a table with who at the gate said its rates, and when."""
        fact = self.stated.get(item_id)
        if fact is None:
            return words
        at = fact.at.astimezone(ZoneInfo(self.pack.content.gate.time_zone))
        said = self.phrases.say(words.language, "as_of", time=f"{at:%H:%M}", by=fact.by)
        return replace(words, origin=" · ".join(filter(None, (said, words.origin))))

    def _claim(self, item: ClaimAndFact, words: Wording) -> ClaimScene:
        text, say = item.text[words.language], self.phrases.say
        return ClaimScene(
            item.id,
            replace(words, body=text.fact),
            text.claim,
            say(words.language, "false_claim"),
            say(words.language, "fact"),
        )

    def _bilingual(
        self, item: Bilingual, language: str, today: date, trust: ClockTrust
    ) -> BilingualScene:
        """Return Vietnamese over the language whose turn it is; in its own, over the first other.

        Where that has no words, its fallback stands below, or nothing; its readers are told.
        """
        first = choose_language(item.text, REFERENCE, ())
        others = (
            self.languages if language == first else (language, *self.writer.fallback(language))
        )
        below = next((tag for tag in others if tag in item.text and tag != first), None)
        marks = list(self.writer.marks(item, first, first, today, trust))
        if language not in {first, below}:
            shown = self.phrases.language_name(below or first)
            marks.append(self.phrases.say(language, "fallback", language=shown))
        words, foreign = self.writer.worded(item, first, marks), None
        if below is not None:
            foreign = self.writer.worded(item, below, ())
            both = f"{words.language_name} · {foreign.language_name}"
            words = replace(words, language_name=both)
        return BilingualScene(item.id, words, foreign, self._picture(item.picture))

    def _picture_if_whole(self, item: Bulletin) -> PictureRef | None:
        """Return a bulletin's picture; what it says does not depend on one that is damaged."""
        try:
            return self._picture(item.picture) if item.picture else None
        except PlaybackError as e:
            logger.warning("bulletin without its picture", extra={"item": item.id, "why": str(e)})
            return None

    def _picture(self, picture: Picture) -> PictureRef:
        if picture.file is None:
            raise PlaybackError(picture.path, "this picture was never built")
        return self._file(picture.file, picture.focus_x, picture.focus_y)

    def _file(self, file: MediaFile, focus_x: float = 0.5, focus_y: float = 0.5) -> PictureRef:
        path = self.pack.file(file.sha256)
        return PictureRef(path, file.width, file.height, focus_x, focus_y)

    def _welcome(self, ordered: Sequence[str]) -> tuple[Wording, ...]:
        return tuple(map(self.writer.gate_wording, ordered))

    def _closed(
        self, ordered: Sequence[str], now: datetime, trust: ClockTrust
    ) -> tuple[Wording, ...]:
        """Return when the gate opens, in each language; nobody has said: its welcome."""
        if self.hours_writer is None:
            return self._welcome(ordered)
        places = self.writer.clock_places
        said = {tag: self.hours_writer.whole(tag, now, trust, places(tag)) for tag in ordered}
        return tuple(
            replace(
                words,
                title=said[words.language].word,
                caption=words.title,
                body=said[words.language].change,
                fresh_until=said[words.language].fresh_until,
            )
            for words in self._welcome(ordered)
        )
