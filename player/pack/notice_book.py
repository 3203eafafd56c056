"""``notices.json``: the notices that the centre signs for one gate, beside its packs.

The envelope is read strictly: the wrong gate or another major version refuses the whole. What is
in it is read notice by notice, so that one that is wrong loses no other. A value this player does
not know is read as the most careful one it knows (security: an alert from a newer system must not
be weaker here) and told as a problem, like every notice that had to be left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, get_args

from pydantic import AwareDatetime, Field, ValidationError

from player.errors import PackFormatError
from player.pack.content import check_format, first_problem, parse_json
from player.pack.model import PackModel
from player.pack.notice import (
    LEVELS,
    Category,
    Certainty,
    MessageType,
    Notice,
    ResponseType,
    Scope,
    Severity,
    Sign,
    Status,
    Urgency,
)
from player.pack.orders import GatePath
from player.pack.signs import plain_object

NOTICES: Final = "notices.json"
MAX_BOOK_BYTES: Final = 5_000_000
MAX_BOOK_NOTICES: Final = 500

CHOICES: Final[Mapping[str, Sequence[str]]] = {
    "status": get_args(Status),
    "message": get_args(MessageType),
    "scope": get_args(Scope),
    "level": LEVELS,
    "urgency": get_args(Urgency),
    "severity": get_args(Severity),
    "certainty": get_args(Certainty),
    "sign": get_args(Sign),
    "categories": get_args(Category),
    "responses": get_args(ResponseType),
}
"""Field of a notice -> the values this player knows."""

MOST_CAREFUL: Final[Mapping[str, str]] = {
    "status": "draft",
    "message": "error",
    "scope": "private",
    "level": "urgent",
    "urgency": "immediate",
    "severity": "extreme",
    "certainty": "observed",
    "sign": "warning",
    "categories": "other",
    "responses": "none",
}
"""What stands in for a value that is not known: whether the public may see a notice is never
assumed; how grave it is, is. No takeover for want of a word: that is an emergency's alone."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one notice of a book.

    Attributes:
        place: position in the book, from 0.
        id: of the notice; empty: it has none.
        what: field and fault.
        is_lost: the notice was left out.
    """

    place: int
    id: str
    what: str
    is_lost: bool

    def __str__(self) -> str:
        """Return one sentence."""
        name = self.id or f"notices.{self.place}"
        return f"{name}: {self.what}{' (left out)' if self.is_lost else ''}"


@dataclass(frozen=True, slots=True)
class NoticeBook:
    """What the centre has to say at a gate.

    Attributes:
        gate: ``province/gate``.
        issued: by the clock of whoever signed first.
        notices: those that could be read, in the order written.
        problems: of single notices.
    """

    gate: str
    issued: datetime
    notices: tuple[Notice, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


class _Envelope(PackModel):
    format: str = Field(pattern=r"^\d+\.\d+$")
    gate: GatePath
    issued: AwareDatetime
    notices: Sequence[object] = Field(max_length=MAX_BOOK_NOTICES)


def parse_book(raw: bytes, gate: str | None = None) -> NoticeBook:
    """Read ``notices.json``; of this gate, if one is named.

    Args:
        raw: UTF-8 JSON, at most ``MAX_BOOK_BYTES``.
        gate: ``province/gate``.

    Raises:
        PackVersionError: of another major version.
        PackFormatError: anything else wrong with the envelope, or it is another gate's.
    """
    document = parse_json(raw, NOTICES, plain_object, MAX_BOOK_BYTES)
    check_format(document.get("format"))
    try:
        envelope = _Envelope.model_validate(document)
    except ValidationError as e:
        raise PackFormatError(f"{NOTICES}: {first_problem(e)}") from e
    if gate is not None and envelope.gate != gate:
        raise PackFormatError(f"{NOTICES}: for gate {envelope.gate}, not {gate}")
    notices: list[Notice] = []
    problems: list[Problem] = []
    for place, entry in enumerate(envelope.notices):
        read = _read(place, entry)
        notices += read.notices
        problems += read.problems
    return NoticeBook(envelope.gate, envelope.issued, tuple(notices), tuple(problems))


@dataclass(frozen=True, slots=True)
class _Read:
    notices: tuple[Notice, ...]
    problems: tuple[Problem, ...]


def _read(place: int, entry: object) -> _Read:
    if not isinstance(entry, dict):
        return _Read((), (Problem(place, "", "not an object", is_lost=True),))
    id_ = entry["id"] if isinstance(entry.get("id"), str) else ""
    known = dict(entry)
    problems = [Problem(place, id_, what, is_lost=False) for what in _make_known(entry, known)]
    try:
        notice = Notice.model_validate(known)
    except ValidationError as e:
        problems.append(Problem(place, id_, first_problem(e), is_lost=True))
        return _Read((), tuple(problems))
    return _Read((notice,), tuple(problems))


def _make_known(entry: Mapping[str, object], known: dict[str, object]) -> Iterator[str]:
    """Put the most careful value in ``known`` for each one that is not; yield what was done."""
    for name, choices in CHOICES.items():
        value, careful = entry.get(name), MOST_CAREFUL[name]
        if isinstance(value, str) and value not in choices:
            known[name] = careful
            yield f"{name}: {value!r} is not known here, read as {careful!r}"
        elif isinstance(value, list):
            strange = [each for each in value if isinstance(each, str) and each not in choices]
            if strange:
                kept = [careful if each in strange else each for each in value]
                known[name] = list(dict.fromkeys(kept))
                yield f"{name}: {', '.join(strange)} is not known here, read as {careful!r}"
