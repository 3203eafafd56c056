"""Values out of faulty documents: what is wrong is told, put right for the moment, and read on.

A model stops at its first layer of errors. Here a faulty field is taken out, or a stand-in put
in where it may not be missing, and the model asked again, so that one wrong date hides none of
an item's other faults. What a stand-in would cause is never told: ``PackSource.hides``.
"""

import copy
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from player.publish.complaint import Complaint, complain

MAX_ROUNDS: Final = 8
GIVE_UP_AT: Final = 3
_Model = TypeVar("_Model", bound=BaseModel)
_RIGHTS: Final = {"credit": "?", "licence": "?"}
_STAND_INS: Final[Mapping[str, object]] = {
    "activities": ["unknown"],
    "amount": 0,
    "audio": {"vi": {"path": "?", "rights": _RIGHTS}},
    "authority": {},
    "category": "C01",
    "columns": [{}],
    "country": "??",
    "credit": "?",
    "currency": "VND",
    "day": "2000-01-01",
    "document": "?",
    "effective": "2000-01-01",
    "first": "2000-01-01T00:00",
    "format": "1.0",
    "from": "2000-01-01",
    "gate": {
        "id": "unknown",
        "name": {},
        "province": {},
        "time_zone": "Asia/Ho_Chi_Minh",
        "neighbour": {"country": "??", "name": {}, "time_zone": "Asia/Ho_Chi_Minh"},
    },
    "headline": "?",
    "icon": "unknown",
    "id": "unknown",
    "issued": "2000-01-01",
    "item": "unknown",
    "items": ["unknown"],
    "lanes": ["unknown"],
    "languages": [{"tag": "vi"}],
    "lasts_minutes": 1,
    "level": "important",
    "licence": "?",
    "name": {},
    "neighbour": {"country": "??", "name": {}, "time_zone": "Asia/Ho_Chi_Minh"},
    "office": "?",
    "openings": [{"windows": ["00:00-24:00"]}],
    "pack": "unknown",
    "path": "?",
    "picture": {"path": "?", "rights": _RIGHTS},
    "places": [{"id": "unknown", "icon": "unknown", "name": {}, "x": 0, "y": 0}],
    "province": {},
    "review_by": "9999-01-01",
    "rights": _RIGHTS,
    "rows": [["?"]],
    "rule": "FREQ=DAILY",
    "sent": "2000-01-01",
    "sequence": 1,
    "tag": "vi",
    "text": {},
    "tile": "unknown",
    "time_zone": "Asia/Ho_Chi_Minh",
    "title": "?",
    "until": "9999-01-01",
    "video": {"path": "?", "rights": _RIGHTS},
    "windows": ["00:00-24:00"],
    "x": 0,
    "y": 0,
    "Playlist.day": "01-01",
    "Occasion.kind": "mourning",
    "Occasion.name": {"vi": "?"},
    "Occasion.authority": {"vi": "?"},
    "NoticeTemplate.text": {"vi": {"headline": "?"}},
}
"""Last key of a field that may not be missing -> what stands in for it; with the name of a model
before it, in documents of that model only."""

_ENTRY_STAND_INS: Final[Mapping[str, object]] = {
    "activities": "unknown",
    "audience": "unknown",
    "closed": "00:00-24:00",
    "columns": {},
    "dayparts": "00:00-24:00",
    "exceptions": {"from": "2000-01-01", "closed": True},
    "fallback": "vi",
    "items": "unknown",
    "lanes": "unknown",
    "languages": {"tag": "vi"},
    "open": "00:00-24:00",
    "openings": {"windows": ["00:00-24:00"]},
    "phones": "00",
    "places": {"id": "unknown", "icon": "unknown", "name": {}, "x": 0, "y": 0},
    "related": "unknown",
    "rows": ["?"],
    "sources": {
        "authority": {},
        "document": "?",
        "effective": "2000-01-01",
        "review_by": "9999-01-01",
    },
    "tiles": {"id": "unknown", "icon": "unknown", "name": {}},
    "travellers": {"id": "unknown", "name": {}},
    "weekdays": "mon",
    "windows": "00:00-24:00",
    "DocumentEntry.languages": "vi",
    "Notice.windows": {"until": "9999-01-01"},
}
"""Name of a list -> what stands in for one faulty entry of it."""


@dataclass(frozen=True, slots=True)
class _StandIns:
    """What stands in for faulty fields, and for faulty entries of lists, of one model."""

    fields: Mapping[str, object]
    entries: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Mended(Generic[_Model]):
    """A document as far as it could be read.

    Attributes:
        value: the model's value, with stand-ins; None when the document is beyond mending.
        complaints: everything the model refused.
        faulty: paths that were taken out or replaced.
    """

    value: _Model | None
    complaints: tuple[Complaint, ...]
    faulty: frozenset[tuple[str | int, ...]]


def mend(model: type[_Model], document: Mapping[str, object]) -> Mended[_Model]:
    """Read ``document`` as ``model``, mending what the model refuses.

    Args:
        model: of the pack's format.
        document: what a file says; left as it is.
    """
    working = copy.deepcopy(dict(document))
    stand_ins = _StandIns(_of(model, _STAND_INS), _of(model, _ENTRY_STAND_INS))
    complaints: list[Complaint] = []
    attempts: Counter[tuple[str | int, ...]] = Counter()
    for _ in range(MAX_ROUNDS):
        try:
            return Mended(model.model_validate(working), tuple(complaints), frozenset(attempts))
        except ValidationError as e:
            found = [complain(error, working) for error in e.errors(include_url=False)]
        fresh = {complaint.path: complaint for complaint in reversed(found)}
        complaints += (fresh[path] for path in fresh if not _is_consequence(path, attempts))
        attempts.update(fresh.keys())
        for path in sorted(fresh, key=len, reverse=True):  # a field before what holds it
            if not path:
                return Mended(None, tuple(complaints), frozenset(attempts))
            _put_right(working, path, attempts[path], stand_ins)
    return Mended(None, tuple(complaints), frozenset(attempts))


def _of(model: type[BaseModel], table: Mapping[str, object]) -> Mapping[str, object]:
    """Return ``table`` with what is meant for ``model`` alone in place of the general."""
    own = f"{model.__name__}."
    return {key.removeprefix(own): value for key, value in table.items()}


def _is_consequence(path: tuple[str | int, ...], faulty: Collection[tuple[str | int, ...]]) -> bool:
    return any(known[: len(path)] == path for known in faulty)


def _put_right(
    working: dict[str, object], path: tuple[str | int, ...], attempt: int, stand_ins: _StandIns
) -> None:
    *way, key = path
    parent: object = working
    for part in way:
        parent = parent[part]  # type: ignore[index]
    is_worth_trying = attempt < GIVE_UP_AT
    if isinstance(parent, list) and isinstance(key, int):
        # Replaced, not taken out: the entries after it keep the positions an editor knows.
        parent[key] = copy.deepcopy(stand_ins.entries.get(str(way[-1]), ""))
    elif isinstance(parent, dict) and key in parent and is_worth_trying:
        del parent[key]
    elif isinstance(parent, dict) and key in stand_ins.fields and is_worth_trying:
        parent[key] = copy.deepcopy(stand_ins.fields[str(key)])
    elif way:
        _put_right(working, tuple(way), 1, stand_ins)
