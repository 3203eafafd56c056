"""``gate-player status``: what this screen shows, trusts and suffers, as the disk tells it."""

import json
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from player import __version__, clock
from player.config.load_officers import load_officers
from player.config.screen import Screen
from player.errors import ConfigError, PackError, StoreError
from player.main.diagnosis import diagnose, document_of, machine_lines
from player.main.status_health import health_document, health_faults, health_rows
from player.pack.notice import referenced
from player.stage.gate.obey import passed
from player.store.gate_orders import GateDay
from player.store.judgement import clock_state, faults
from player.store.layout import Home
from player.store.orders import Orders, Receipt, read_orders, read_receipts
from player.store.panel import Panel
from player.store.quarantine import quarantined
from player.store.reader import StoredPack, linked_pack, open_installed
from player.store.records import read_record
from player.store.report import AgentReport, floor_of, read_report
from player.store.trial import Verdict, read_trial
from player.store.verify import reported_damaged


def status(screen: Screen, *, as_json: bool) -> str:
    """Return the status of a screen's home, as JSON or in words."""
    now = clock.now()
    found = diagnose(screen, now)
    document = status_document(Home(screen.home), now)
    document |= {"officers": _officers(screen), "machine": document_of(found)}
    if as_json:
        return json.dumps(document, ensure_ascii=False)
    return "\n".join((*_lines(document), *machine_lines(found)))


def status_document(home: Home, now: datetime) -> dict[str, object]:
    """Return the status; instants are ISO 8601, what is unknown is None."""
    report, orders = read_report(home), read_orders(home)
    pack, problem = _opened(home.current, home)
    good, _ = _opened(home.last_good, home)
    trust, refresh = report.trust, report.refresh
    health = health_document(home, now)
    return {
        "player": __version__,
        "pack": _pack_document(home, pack),
        "last_good": None if good is None else _name(good),
        "trust": {
            "root": trust.root,
            "trial": trust.is_trial,
            "timestamp_issued": _iso(trust.timestamp_issued),
            "floor": _iso(floor_of(report)),
            "expires": _iso(trust.expires),
        },
        "refresh": {
            "last_success": _iso(refresh.last_success),
            "last_attempt": _iso(refresh.last_attempt),
            "error": refresh.error or None,
            "source": refresh.source or None,
        },
        "stick": None if report.stick is None else report.stick.model_dump(mode="json"),
        **_orders(home, orders),
        "gate": _gate_document(home, now),
        "disk": {"free_bytes": _free_bytes(home.folder)},
        "clock": {
            "state": clock_state(now, floor_of(report)),
            "offset_s": report.clock.offset_s,
        },
        "health": health,
        "faults": [
            *health_faults(health),
            *_faults(home, report, problem, now),
            *(f"an order cannot be read: {why}" for why in orders.problems.values()),
        ],
    }


def _gate_document(home: Home, now: datetime) -> Mapping[str, object]:
    """Return what gate staff ordered of this screen that is still in force."""
    day = passed(read_record(home.gate_day, GateDay) or GateDay(), now, ZoneInfo("UTC"))
    ended = {referenced(each) for notice in day.notices for each in notice.references}
    standing = [
        {"id": each.id, "level": each.level, "status": each.status, "until": each.expires}
        for each in day.notices
        if each.message != "cancel" and each.id not in ended
    ]
    spells = day.model_dump(mode="json", include={"language", "hold", "show", "blank"})
    notices = [{**each, "until": _moment(each["until"])} for each in standing]
    return {"notices": notices, **{name: spell for name, spell in spells.items() if spell}}


def _moment(moment: object) -> str | None:
    return _iso(moment) if isinstance(moment, datetime) else None


def _orders(home: Home, orders: Orders) -> Mapping[str, object]:
    """Return the orders in force: when each was given, when the agent took it, show obeyed it."""
    taken, obeyed = read_receipts(home.taken), read_receipts(home.obeyed)
    stop = None
    if orders.stop is not None:
        stop = {
            "stopped": orders.stop.stop,
            "reason": orders.stop.reason or None,
            **_proof(orders.stop.issued, taken.stop, obeyed.stop),
        }
    recalled = [
        {
            "thing": each.thing,
            "reason": each.reason or None,
            **_proof(each.issued, taken.recalled.get(each.thing), obeyed.recalled.get(each.thing)),
        }
        for each in (orders.recall.recalled if orders.recall else ())
    ]
    return {"stop": stop, "recalled": recalled}


def _proof(
    ordered: datetime, taken: Receipt | None, obeyed: Receipt | None
) -> Mapping[str, str | None]:
    """Return three instants; of an order before this one a receipt proves nothing."""
    of_this = (each if each and each.ordered == ordered else None for each in (taken, obeyed))
    took, did = (each.at if each else None for each in of_this)
    return {"ordered": _iso(ordered), "taken": _iso(took), "obeyed": _iso(did)}


def _officers(screen: Screen) -> Mapping[str, object]:
    """Return how many PINs open the staff panel, and why none does.

    No fault: a gate may have chosen to let nobody in, and the screen plays on.
    """
    try:
        return {"count": len(load_officers(screen.officers, "en").officers), "problem": None}
    except ConfigError as e:
        return {"count": 0, "problem": "; ".join(str(e).splitlines())}


def _opened(link: Path, home: Home) -> tuple[StoredPack | None, str]:
    if linked_pack(link) is None:
        return None, ""
    try:
        return open_installed(link, home), ""
    except (PackError, StoreError) as e:
        return None, str(e)


def _name(pack: StoredPack) -> Mapping[str, object]:
    return {"id": pack.manifest.pack, "sequence": pack.manifest.sequence}


def _pack_document(home: Home, pack: StoredPack | None) -> Mapping[str, object] | None:
    if pack is None:
        return None
    return {**_name(pack), "state": _state(home, pack.sha256), "since": _since(home.current)}


def _state(home: Home, pack: str) -> str:
    """Return how far a pack has come: candidate, trial, good or failed."""
    if linked_pack(home.last_good) == pack:
        return "good"
    trial = read_trial(home)
    if trial is None or trial.pack != pack:
        return "candidate"
    return "trial" if trial.verdict is Verdict.TRYING else trial.verdict.value


def _since(link: Path) -> str | None:
    try:
        return _iso(datetime.fromtimestamp(link.lstat().st_mtime, UTC))
    except OSError:
        return None


def _faults(home: Home, report: AgentReport, problem: str, now: datetime) -> list[str]:
    found = list(faults(report, now).values())
    if problem:
        found.append(problem)
    damaged = reported_damaged(home)
    if damaged:
        found.append(f"{len(damaged)} damaged files: they are fetched again at the next refresh")
    panel = read_record(home.panel, Panel)
    if panel is not None and panel.fault:
        found.append(f"touch panel: {panel.fault}")
    found += [
        f"{entry.pack}, sequence {entry.sequence}, is in quarantine: {entry.reason}"
        for entry in quarantined(home)
    ]
    return found


def _free_bytes(folder: Path) -> int | None:
    for place in (folder, *folder.parents):
        try:
            found = os.statvfs(place)
        except OSError:
            continue
        return found.f_bavail * found.f_frsize
    return None


def _iso(instant: datetime | None) -> str | None:
    return instant.astimezone(UTC).isoformat(timespec="seconds") if instant else None


def _lines(document: Mapping[str, object]) -> list[str]:
    """Return the status in words, one thing a line."""

    def part(name: str) -> Mapping[str, object]:
        found = document[name]
        return found if isinstance(found, dict) else {}

    pack, good, trust = part("pack"), part("last_good"), part("trust")
    refresh, stick, clock_part = part("refresh"), part("stick"), part("clock")
    shown = "none: the factory pack is shown"
    if pack:
        shown = f"{_named(pack)}, {pack['state']} since {pack['since']}"
    kind = " (TRIAL keys: not for travellers)" if trust["trial"] else ""
    rows = [
        ("player", f"{document['player']}"),
        ("pack", shown),
        ("last good", _named(good) if good else "none"),
        ("trust", f"root {trust['root'] or 'none'}{kind}, expires {trust['expires'] or '-'}"),
        ("vouched", trust["timestamp_issued"] or "never"),
        ("refreshed", refresh["last_success"] or "never"),
        ("tried", refresh["last_attempt"] or "never"),
        ("disk free", _megabytes(part("disk")["free_bytes"])),
        ("clock", f"{clock_part['state']}, {_offset(clock_part['offset_s'])}"),
    ]
    rows += _order_rows(document)
    rows += health_rows(part("health"))
    rows += [("in force", said) for said in _in_force(part("gate"))]
    if stick:
        rows.append(("stick", f"{stick['at']}: {stick['reason']}"))
    officers = part("officers")
    if officers:
        said = officers["problem"] or f"PINs that open the staff panel: {officers['count']}"
        rows.append(("officers", said))
    found = document["faults"]
    rows += [("FAULT", fault) for fault in (found if isinstance(found, list) else [])]
    return [f"{name:10} {said}" for name, said in rows]


def _in_force(gate: Mapping[str, object]) -> Iterator[str]:
    for name, spell in gate.items():
        if isinstance(spell, dict):
            yield f"{name} by {spell['by']} until {spell['until'] or 'ended'}"
    notices = gate["notices"]
    for each in notices if isinstance(notices, list) else []:
        yield f"{each['level']} notice {each['id']} ({each['status']}) until {each['until']}"


def _order_rows(document: Mapping[str, object]) -> list[tuple[str, str]]:
    stop, recalled = document["stop"], document["recalled"]
    rows = []
    if isinstance(stop, dict):
        said = "the built-in page is ordered" if stop["stopped"] else "lifted"
        rows.append(("stop", f"{said}: {_proved(stop)}"))
    things = recalled if isinstance(recalled, list) else []
    return [*rows, *(("recalled", f"{each['thing']}: {_proved(each)}") for each in things)]


def _proved(order: Mapping[str, object]) -> str:
    reason = f" ({order['reason']})" if order["reason"] else ""
    said = (f"{name} {order[name] or 'not yet'}" for name in ("ordered", "taken", "obeyed"))
    return ", ".join(said) + reason


def _named(pack: Mapping[str, object]) -> str:
    return f"{pack['id']}, sequence {pack['sequence']}"


def _megabytes(count: object) -> str:
    return f"{count / 1e6:.0f} MB" if isinstance(count, int) else "unknown"


def _offset(seconds: object) -> str:
    return f"{seconds:+.1f} s from the server" if isinstance(seconds, float) else "not compared"
