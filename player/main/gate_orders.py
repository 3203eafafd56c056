"""Orders of gate staff from the command line: put into the inbox, and what became of them."""

import getpass
import json
import os
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

import typer

from player import clock
from player.config.officers import Role
from player.config.screen import Screen
from player.errors import OrderError, StoreError
from player.main.selection import Choice, select_home
from player.main.staff_words import StaffWords, read_staff_words
from player.pack.notice import Notice
from player.stage.gate.cancels import cancel_of
from player.stage.gate.told import told
from player.store import inbox, shift_log
from player.store.gate_orders import (
    ON_STAGE,
    AnyOrder,
    BlankOrder,
    GateDay,
    HoldOrder,
    LanguageOrder,
    PostOrder,
    ShowOrder,
)
from player.store.layout import Home
from player.store.records import read_record

ROLE: Final[Role] = "technician"
"""Whoever may write into this machine's inbox is no stranger to it."""

ANSWER_S: Final = 5.0
LOOK_S: Final = 0.05


@dataclass(frozen=True, slots=True)
class Counter:
    """Where an order is given, by whom, and in which words it is answered."""

    screen: Screen
    words: StaffWords
    by: str

    @classmethod
    def of(cls, choice: Choice, lang: str, by: str) -> "Counter":
        """Return the counter of the screen that the command line means.

        Args:
            choice: which screen.
            lang: of the answers, ``vi`` or ``en``.
            by: who orders; empty: the user.
        """
        chosen = select_home(choice, lang)
        return cls(chosen, read_staff_words(str(lang)), by or _user())

    @property
    def home(self) -> Home:
        """Where its player keeps what it is told."""
        return Home(self.screen.home)

    @property
    def zone(self) -> ZoneInfo:
        """Of the place."""
        return ZoneInfo(self.screen.time_zone)

    @property
    def who(self) -> dict[str, object]:
        """What every order says."""
        return {"id": uuid.uuid4().hex, "at": clock.now(), "by": self.by, "role": ROLE}

    @property
    def day(self) -> GateDay:
        """What is in force."""
        return read_record(self.home.gate_day, GateDay) or GateDay()

    def give(self, order: AnyOrder) -> None:
        """Give ``order``, and say what became of it.

        Raises:
            OrderError: it was refused, or no player took it; then it is withdrawn.
            StoreError: this user may not give orders here.
        """
        try:
            path = inbox.give(self.home, order)
        except PermissionError as e:
            raise StoreError(
                f"{self.home.inbox}: this user may not give orders here; root may, and who is of "
                "the group gate-player"
            ) from e
        except OSError as e:
            raise StoreError(f"{e.filename or self.home.inbox}: {e.strerror or e}") from e
        until_s = clock.monotonic() + ANSWER_S
        while path.exists() and clock.monotonic() < until_s:
            time.sleep(LOOK_S)
        if path.exists():
            inbox.remove(path)
            raise OrderError(self.words.say("order_not_taken", home=str(self.home.folder)))
        deed = next((d for d in shift_log.read(self.home) if d.order == order.id), None)
        if deed is None:
            # Who may give orders need not be one who may read what show keeps.
            may_read = os.access(self.home.state, os.R_OK | os.X_OK)
            raise OrderError(self.words.say("order_unknown" if may_read else "order_unreadable"))
        sentence = told(deed, self.words.say, self.zone)
        if deed.deed == "refused":
            raise OrderError(sentence)
        typer.echo(sentence)


def speak(counter: Counter, tags: Sequence[str], minutes: int) -> None:
    """Order languages; none: as configured again."""
    counter.give(LanguageOrder.model_validate(counter.who | _spell(minutes, languages=tags)))


def hold(counter: Counter, item: str | None, language: str, minutes: int, *, steps: int) -> None:
    """Keep ``item``, or what is so many steps from what is on stage (None)."""
    said = _spell(minutes, item=item or ON_STAGE, language=language, steps=steps)
    counter.give(HoldOrder.model_validate(counter.who | said))


def let_go(counter: Counter) -> None:
    """End a hold."""
    counter.give(HoldOrder.model_validate(counter.who))


def show_topic(counter: Counter, topic: str, language: str, minutes: int) -> None:
    """Show a topic; none: end that."""
    said = _spell(minutes, topic=topic, language=language)
    counter.give(ShowOrder.model_validate(counter.who | said))


def blank(counter: Counter, minutes: int, *, is_blank: bool) -> None:
    """Turn the picture off, or on."""
    counter.give(BlankOrder.model_validate(counter.who | _spell(minutes, is_blank=is_blank)))


def cancel(counter: Counter, id_: str | None) -> None:
    """Take a notice back; None: every emergency that staff posted.

    Raises:
        OrderError: there is none to take back.
    """
    standing = [each for each in counter.day.notices if each.message != "cancel"]
    named = [
        each for each in standing if (each.level == "emergency" if id_ is None else each.id == id_)
    ]
    if not named:
        known = ", ".join(each.id for each in standing) or "–"
        if id_ is None:
            raise OrderError(counter.words.say("order_no_emergency", known=known))
        raise OrderError(counter.words.say("order_no_notice", id=id_, known=known))
    for notice in named:
        _post(counter, cancel_of(notice, uuid.uuid4().hex, clock.now(), counter.by))


def tell_log(counter: Counter, *, as_json: bool) -> None:
    """Say what was ordered, and what is in force."""
    deeds = shift_log.read(counter.home)
    if as_json:
        document = {
            "log": [deed.model_dump(mode="json", exclude_defaults=True) for deed in deeds],
            "in_force": counter.day.model_dump(mode="json", exclude={"taken"}),
        }
        typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return
    if not deeds:
        typer.echo(counter.words.say("log_empty"))
    for deed in deeds:
        when = _local(deed.at, counter.zone)
        typer.echo(f"{when}  {told(deed, counter.words.say, counter.zone)}")


def _post(counter: Counter, notice: Notice) -> None:
    counter.give(PostOrder.model_validate(counter.who | {"notice": notice}))


def _spell(minutes: int, **said: object) -> dict[str, object]:
    return {"minutes": minutes, **said}


def _local(instant: datetime, zone: ZoneInfo) -> str:
    return f"{instant.astimezone(zone):%Y-%m-%d %H:%M:%S}"


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name
        return "?"
