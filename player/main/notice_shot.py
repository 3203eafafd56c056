"""A notice of a template as a screen would show it: for pictures, filled in with samples."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.config.naming import closest
from player.config.screen import Screen
from player.main.alarm import alarm_keeper
from player.main.notice_shelf import Shelf, shelf_of
from player.main.repertoire import announcer, bare_announcer
from player.notices.air import Sky
from player.notices.board import Board, Posted, board_of
from player.notices.filling import Issue
from player.notices.samples import sample_facts, sample_values
from player.pack.instants import to_ms
from player.pack.notice import Notice
from player.shell.application import Application
from player.shell.snapshot import announce, take_as_is
from player.stage.announce import Announcer
from player.stage.gate.alarm_calls import call_on_air
from player.stage.notice_pages import NoticePages
from player.stage.notice_words import notice_words
from player.stage.repertoire import Repertoire
from player.stage.scene import BuiltinScene, Scene

ID = "sample"


@dataclass(frozen=True, slots=True)
class PosedNotice:
    """A notice that has just been posted on a screen, and what words it there.

    Attributes:
        notice: itself.
        board: it, alone.
        announcer: of what is performed there, in the language wanted if one is.
        performed: None: there is no pack.
    """

    notice: Notice
    board: Board
    announcer: Announcer
    performed: Repertoire | None

    @property
    def takes_over(self) -> bool:
        """Whether nothing else is seen."""
        return self.notice.level == "emergency"

    def scene(self, language: str | None, instant: datetime) -> Scene:
        """Return its page; without a pack there is no loop to have pages in."""
        if self.performed is None:
            return BuiltinScene()
        composer = self.performed.composer
        words = notice_words(composer)
        pages = NoticePages(words, composer.writer, composer.languages)
        return pages.scene(self.notice, language or composer.languages[0], instant)


def pose(
    screen: Screen,
    performed: Repertoire | None,
    template: str,
    instant: datetime,
    *,
    is_exercise: bool,
) -> PosedNotice:
    """Fill ``template`` in as if staff had posted it at ``instant``.

    Raises:
        ValueError: there is no such template.
    """
    content = performed.composer.pack.content if performed else None
    lookup = performed.read_lookup() if performed else None
    shelf = shelf_of(screen, content, lookup)
    facts = sample_facts(shelf.facts)
    shelf = replace(shelf, facts=facts)
    notice = _filled(shelf, template, instant, is_exercise=is_exercise)
    zone = ZoneInfo(facts.gate.time_zone)
    board = board_of((Posted(notice, is_local=True, heard_ms=to_ms(instant)),), zone)
    words = announcer(performed) if performed else bare_announcer(screen)
    return PosedNotice(notice, board, words, performed)


def tell(
    application: Application,
    posed: PosedNotice,
    language: str | None,
    instant: datetime,
    trust: ClockTrust,
) -> None:
    """Let banner and ticker tell of it; in ``language``, as if it were its turn."""
    words = posed.announcer
    if language is not None:
        words = replace(words, languages=(language,))
    announce(application, words, instant, trust, posed.board)


def take_over(
    application: Application,
    screen: Screen,
    posed: PosedNotice,
    now: Callable[[], datetime],
    trust: ClockTrust,
) -> bytes:
    """Return the picture of a screen that ``posed`` takes over, in all languages at once."""
    zone = posed.announcer.words.zone
    call, _ = call_on_air(posed.board, Sky(zone, now(), trust))
    if call is None:
        raise ValueError("--at: a clock nobody believes, or the notice is over")
    keeper = alarm_keeper(application, screen, now)
    keeper.speak(posed.announcer.languages)
    keeper.raise_(call)
    picture = take_as_is(application)
    keeper.close()
    return picture


def _filled(shelf: Shelf, name: str, instant: datetime, *, is_exercise: bool) -> Notice:
    template = shelf.templates.get(name)
    if template is None:
        near = closest(name, tuple(shelf.templates))
        meant = f"did you mean {near}? " if near else ""
        raise ValueError(f"--notice {name}: {meant}choose from {', '.join(shelf.templates)}")
    status = "exercise" if is_exercise else "actual"
    values = sample_values(template, shelf.facts, instant)
    made = shelf.fill(template, values, Issue(ID, instant, ID, status))  # type: ignore[arg-type]
    if not isinstance(made, Notice):
        refused = ", ".join(f"{each.field}: {each.reason.value}" for each in made)
        raise ValueError(f"--notice {name}: there is no sample for {refused}")  # noqa: TRY004  (of the template, not a type)
    return made
