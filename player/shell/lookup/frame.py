"""What stands around every page of a session, in words."""

from dataclasses import dataclass

from player.stage.compose import Composer
from player.stage.session.chrome import modes, navigation
from player.stage.session.page import Button
from player.stage.session.rules import Session, seconds_left
from player.stage.session.views import Mode


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page.

    Attributes:
        gate: name of the gate.
        places: whose time the clocks show.
        navigation: buttons that never move.
        modes: buttons that change how pages are seen.
        before, following: words on the buttons that turn the sheets of a page.
        sheet: which of how many is seen, in words; "" for a page of one.
        has_more: whether another sheet follows.
        search: word and hint of the field that opens the search.
        asks: question, explanation with what is left, button; none: nothing is asked.
        is_contrast: whether colours are as far apart as can be.
        is_heard: whether what there is to hear or watch plays.
        zoom: words for smaller and larger.
    """

    gate: str = ""
    places: tuple[str, str] = ("", "")
    navigation: tuple[Button, ...] = ()
    modes: tuple[Button, ...] = ()
    before: str = ""
    following: str = ""
    sheet: str = ""
    has_more: bool = False
    search: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    is_contrast: bool = False
    is_heard: bool = False
    zoom: tuple[str, ...] = ()


def frame_of(composer: Composer, session: Session, at_s: float) -> Frame:
    """Return what stands around the page of a session.

    Args:
        composer: of the pack that is read.
        session: that is seen.
        at_s: now, of the clock the session is told.
    """
    tag, say = session.language, composer.phrases.say
    left = seconds_left(session, at_s)
    asks: tuple[str, ...] = ()
    if left is not None:
        ends = say(tag, "goes_in", seconds=str(left))
        asks = (say(tag, "still_there"), ends, say(tag, "continue"))
    number, count = session.stop.sheet + 1, session.sheets
    return Frame(
        gate=composer.writer.gate_name(tag),
        places=composer.writer.clock_places(tag),
        navigation=tuple(navigation(session, say)),
        modes=tuple(modes(session, say)),
        before=say(tag, "before"),
        following=say(tag, "next"),
        sheet=say(tag, "sheet", number=str(number), count=str(count)) if count > 1 else "",
        has_more=number < count,
        search=(say(tag, "search"), say(tag, "search_hint")),
        asks=asks,
        is_contrast=Mode.HIGH_CONTRAST in session.modes,
        is_heard=session.is_heard,
        zoom=(say(tag, "smaller"), say(tag, "larger")),
    )
