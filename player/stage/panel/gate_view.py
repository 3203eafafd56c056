"""What the staff panel knows of its screen: a value, made anew whenever it is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from player.pack.notice import Notice
from player.stage.panel.machine_view import MachineView
from player.store.gate_orders import GateDay


@dataclass(frozen=True, slots=True)
class Named:
    """Something of the pack that can be chosen.

    Attributes:
        id: of it.
        title: in the language of the panel, or its own name.
        icon: beside it; "": none.
        tile: of a topic, the category it is found in.
    """

    id: str
    title: str
    icon: str = ""
    tile: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A notice that stands on this screen.

    Attributes:
        notice: itself.
        title: its headline in the language of the panel.
        until: when it goes by itself.
        is_local: posted by this gate's staff, who may revise and cancel it.
    """

    notice: Notice
    title: str
    until: datetime
    is_local: bool


@dataclass(frozen=True, slots=True)
class FactOffer:
    """A fact that the pack lets the gate say.

    Attributes:
        id: of it.
        title: what it is.
        kind: how it is typed.
        value: what the gate says now; "": it says nothing.
        as_of: since when it says that.
        by: who said it.
        least, most: of a number; None: no limit.
        unit: after a number.
    """

    id: str
    title: str
    kind: Literal["text", "number"] = "text"
    value: str = ""
    as_of: datetime | None = None
    by: str = ""
    least: float | None = None
    most: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A sentence of the shift log."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class GateView:
    """What officers see and choose from.

    Attributes:
        now: aware.
        zone: the gate's; all times are read in it.
        day: in force.
        languages: of the screen, as configured, by their own names.
        stage: the item that is on stage.
        items: of the loop, in its order.
        tiles, topics: of the lookup.
        lanes, activities: of the gate's hours.
        standing: notices, the gravest first.
        facts: that the gate may say.
        log: of the shift, the newest first.
        is_closed: whether every lane is.
        neighbour: name of the other side's clock; "": it shows the same time.
        ahead_min: by how much it is ahead of the gate's.
        machine: for technicians.
    """

    now: datetime
    zone: ZoneInfo
    day: GateDay = field(default_factory=GateDay)
    languages: Sequence[Named] = ()
    stage: Named | None = None
    items: Sequence[Named] = ()
    tiles: Sequence[Named] = ()
    topics: Sequence[Named] = ()
    lanes: Sequence[Named] = ()
    activities: Sequence[Named] = ()
    standing: Sequence[Standing] = ()
    facts: Sequence[FactOffer] = ()
    log: Sequence[LogEntry] = ()
    is_closed: bool = False
    neighbour: str = ""
    ahead_min: int = 0
    machine: MachineView = field(default_factory=MachineView)

    def language_name(self, tag: str) -> str:
        """Return a language's own name; its tag if this screen has it not."""
        return title_of(self.languages, tag)

    def find(self, notice: str) -> Standing | None:
        """Return the standing notice of that id."""
        return next((each for each in self.standing if each.notice.id == notice), None)

    def fact(self, id_: str) -> FactOffer | None:
        """Return the fact of that id."""
        return next((each for each in self.facts if each.id == id_), None)


def title_of(among: Sequence[Named], id_: str) -> str:
    """Return the title of what has that id; the id itself where nobody knows it any more."""
    return next((each.title for each in among if each.id == id_), id_)
