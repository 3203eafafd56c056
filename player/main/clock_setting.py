"""Asking for the machine's clock to be set, from the set-up and from the technician's page."""

from datetime import datetime

from player.main.life import boot_of_this_machine, moment
from player.store.clock_wish import wish_clock
from player.store.layout import Home


def ask_for_time(home: Home, at: datetime) -> None:
    """Say that it is ``at`` now.

    Args:
        home: of the screen.
        at: aware.

    Raises:
        OSError: the disk refused.
    """
    wish_clock(home, moment(boot_of_this_machine()).model_copy(update={"at": at}))
