"""What time it is, as a technician said: a wish, for the screen may not set the machine's clock.

The package's ``set_clock.py`` grants it and takes the file away. Without the package nobody does.
"""

from player.store.layout import Home
from player.store.records import Record, write_record
from player.store.recovery import Moment


class ClockWish(Record):
    """A time to be set.

    Attributes:
        wish: what time it is; since when, by the clock that never steps.
    """

    wish: Moment


def wish_clock(home: Home, wish: Moment) -> None:
    """Ask for the machine's clock to be set.

    Raises:
        OSError: the disk refused.
    """
    write_record(home.clock_wish, ClockWish(wish=wish))
