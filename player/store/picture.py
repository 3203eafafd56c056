"""The picture of what the player really shows: asked for in the inbox, taken by show, read by all.

A question is an empty file with a name of its own; show takes one picture for all that wait, writes
it and what it is of, and then removes the questions.
"""

import uuid
from datetime import datetime
from typing import Final

from player.store.durable import make_folder, write_file
from player.store.layout import Home
from player.store.records import Record, read_record, write_record

SUFFIX: Final = ".look"
MOST: Final = 50


class Taken(Record):
    """What a picture is of.

    Attributes:
        asked: the questions it answers.
        at: when it was taken.
        size: pixels.
        is_coarse: whether a traveller used the screen, and nothing can be read in it.
        problem: why there is none, one sentence; "": there is.
    """

    asked: tuple[str, ...]
    at: datetime
    size: tuple[int, int] = (0, 0)
    is_coarse: bool = False
    problem: str = ""


def ask(home: Home) -> str:
    """Ask the player for a picture; return the name of the question.

    Raises:
        OSError: the disk refused.
    """
    name = uuid.uuid4().hex
    make_folder(home.inbox)
    write_file(home.inbox / f"{name}{SUFFIX}", b"")
    return name


def withdraw(home: Home, question: str) -> None:
    """Ask no more; raises OSError."""
    (home.inbox / f"{question}{SUFFIX}").unlink(missing_ok=True)


def questions(home: Home) -> tuple[str, ...]:
    """Return the questions that wait."""
    try:
        names = sorted(path.stem for path in home.inbox.iterdir() if path.suffix == SUFFIX)
    except OSError:
        return ()
    return tuple(names[:MOST])


def answer(home: Home, taken: Taken, png: bytes) -> None:
    """Write a picture and what it is of, then remove the questions it answers.

    Raises:
        OSError: the disk refused.
    """
    make_folder(home.state)
    if png:
        write_file(home.picture, png)
    write_record(home.taken_picture, taken)
    for question in taken.asked:
        withdraw(home, question)


def answer_to(home: Home, question: str) -> Taken | None:
    """Return what came of a question; None: nothing yet."""
    found = read_record(home.taken_picture, Taken)
    return found if found is not None and question in found.asked else None
