"""Has the desk of a screen show what gate staff order, whether or not anybody touches it."""

from player.main.desk import Counter
from player.main.gate import GateOffice
from player.shell.clockwork import Clockwork
from player.shell.lookup.desk_view import DeskViewModel
from player.shell.lookup.showing import Showing, ShowingMeans
from player.shell.performance import Performance
from player.shell.power_room import PowerRoom
from player.stage.rungs import Rung


def attend_showing(
    office: GateOffice,
    counter: Counter,
    view: DeskViewModel,
    *,
    performance: Performance,
    power: PowerRoom,
    time: Clockwork,
) -> Showing:
    """Have topics shown that staff order; call it once sessions make way for what is above them.

    Args:
        office: takes the orders.
        counter: shows the topics.
        view: of its desk.
        performance: rests meanwhile.
        power: there is no picture at all before it says so.
        time: what time it is.
    """
    showing = Showing(ShowingMeans(office.keeper, counter.desk, view, time))

    def claim(is_wanted: bool) -> None:  # noqa: FBT001  (a signal's)
        office.duty.claim(Rung.SHOWING, is_wanted=is_wanted)

    def darken(is_dark: bool) -> None:  # noqa: FBT001  (a signal's)
        showing.darken(is_dark=is_dark)

    showing.claimed.connect(claim)
    office.duty.released.connect(showing.look)
    counter.librarian.opened.connect(showing.renew)
    performance.taken.connect(showing.look)
    power.darkened.connect(darken)
    return showing
