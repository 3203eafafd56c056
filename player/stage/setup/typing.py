"""What was typed during a set-up: whether it can be so, and what it answers."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from player.config.fingerprint import is_same
from player.config.naming import closest
from player.config.screen import ContentSource
from player.stage.panel.clock_digits import dialled_clock
from player.stage.setup import answers as told
from player.stage.setup.facts import Facts
from player.stage.setup.session import Field, SetupSession

KEPT: Final[Mapping[Field, str]] = {
    "id": "id",
    "gate": "gate",
    "pack": "pack",
    "source": "source",
    "proxy": "proxy",
    "zone": "time_zone",
}
"""Fields that are written with letters -> the answer each is."""

_SPACE: Final = re.compile(r"\s+")

Take = Callable[[SetupSession, str, Facts], SetupSession]


def take_typed(session: SetupSession, facts: Facts) -> SetupSession:
    """Return the set-up once what was typed is taken, or says why it cannot be."""
    take = _TAKES.get(session.field)
    return session if take is None else take(session, session.typed.strip(), facts)


def _closed(session: SetupSession, **answers: object) -> SetupSession:
    return replace(session.answered(**answers), field="", typed="")


def _id(session: SetupSession, text: str, _: Facts) -> SetupSession:
    if text and not told.is_id(text):  # empty: the one proposed
        return session.refused("bad_id")
    return _closed(session, id=text)


def _gate(session: SetupSession, text: str, facts: Facts) -> SetupSession:
    name = text.casefold()
    if not told.is_gate(name):
        return session.refused("bad_gate")
    offer = facts.gate(name)
    return _closed(session, gate=name, pack=offer.pack if offer else "")


def _pack(session: SetupSession, text: str, _: Facts) -> SetupSession:
    return _content(session, "pack", text.casefold(), "bad_pack")


def _source(session: SetupSession, text: str, _: Facts) -> SetupSession:
    address = _SPACE.sub("", text)
    if address and "://" not in address and not address.startswith("/"):
        address = f"https://{address}"
    return _content(session, "source", address, "bad_source")


def _proxy(session: SetupSession, text: str, _: Facts) -> SetupSession:
    address = _SPACE.sub("", text)
    if address and "://" not in address:
        address = f"http://{address}"
    return _content(session, "proxy", address, "bad_proxy")


def _content(session: SetupSession, name: str, value: str, fault: str) -> SetupSession:
    """Take a value of the section on content, if the configuration would."""
    try:
        ContentSource.model_validate({name: value})
    except ValueError:
        return session.refused(fault)
    return _closed(session, **{name: value})


def _zone(session: SetupSession, text: str, _: Facts) -> SetupSession:
    zones = available_timezones()
    wanted = text.replace(" ", "_")
    by_folded = {zone.casefold(): zone for zone in zones}
    zone = by_folded.get(wanted.casefold())
    if zone is None:
        near = closest(wanted, sorted(zones)) or "Asia/Ho_Chi_Minh"
        return session.refused("bad_zone", near=near)
    return _closed(session, time_zone=zone)


def _width(session: SetupSession, text: str, facts: Facts) -> SetupSession:
    width = int(text or 0)
    if width != told.bounded_width(width, session.answers, facts):
        pixels = told.picture_size(session.answers, facts)[0]
        return session.refused("bad_width", pixels=str(pixels))
    return _closed(session, width_mm=width)


def _distance(session: SetupSession, text: str, facts: Facts) -> SetupSession:
    distance, most = int(text or 0), told.farthest_mm(session.answers, facts)
    if not told.NEAREST_MM <= distance <= most:
        return session.refused("bad_distance", most=str(most))
    return _closed(session, viewing_distance_mm=distance)


def _height(session: SetupSession, text: str, _: Facts) -> SetupSession:
    height = int(text or -1)
    if not 0 <= height <= told.HIGHEST_MM:
        return session.refused("bad_height")
    return _closed(session, mounting_height_mm=height)


def _clock(session: SetupSession, text: str, _: Facts) -> SetupSession:
    at = dialled_clock(text, ZoneInfo(session.answers.time_zone))
    if at is None:
        return session.refused("bad_clock")
    return replace(_closed(session), clock=at).said("clock_wished")


def _digits(session: SetupSession, text: str, facts: Facts) -> SetupSession:
    if facts.root is None:
        return session.refused("need_trust")
    if not is_same(text, facts.root.sha256):
        return _closed(session, trust="", fingerprint="").refused("trust_differs")
    return _closed(session, trust="typed", fingerprint=facts.root.digits).said("trust_agrees")


_TAKES: Final[Mapping[Field, Take]] = {
    "id": _id,
    "gate": _gate,
    "pack": _pack,
    "width": _width,
    "distance": _distance,
    "height": _height,
    "source": _source,
    "proxy": _proxy,
    "zone": _zone,
    "clock": _clock,
    "digits": _digits,
}
