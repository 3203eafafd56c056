"""A diagnosis in the words of the panel: chapters of facts, faults and what to do about each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player import resources
from player.config.screen import Screen
from player.errors import PackError, StoreError
from player.main.bundle import without_secrets
from player.main.diagnosis import MIB, Diagnosis, mending_words, spaced
from player.main.repertoire import read_phrases
from player.main.staff_words import StaffWords
from player.stage.panel.machine_view import Entry, MachineView, Trouble
from player.store.judgement import SKEW, STALE, clock_state
from player.store.layout import Home
from player.store.lock import agent_runs
from player.store.reader import linked_pack, open_installed
from player.store.report import AgentReport, floor_of, read_report

DAY: Final = timedelta(days=1)
HOUR: Final = timedelta(hours=1)
SENSORS: Final = 4
"""Told of those there are, the hottest first."""


def machine_view(
    screen: Screen, found: Diagnosis, words: StaffWords, journal: Sequence[str]
) -> MachineView:
    """Return what a technician reads of ``screen``; reads its home.

    Args:
        screen: whose machine it is.
        found: how it was found.
        words: of the panel.
        journal: the player's own last lines, the earliest first.
    """
    told = _Told(screen, found, words)
    return MachineView(
        is_read=True,
        troubles=tuple(
            Trouble(
                words.say(f"fault_{each.code}") or each.code,
                without_secrets(each.detail),
                mending_words(each, words),
            )
            for each in found.findings
        ),
        chapters={
            "program": tuple(told.program()),
            "hardware": tuple(told.hardware()),
            "content": tuple(told.content()),
        },
        journal=tuple(without_secrets(line) for line in reversed(journal)),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    screen: Screen
    found: Diagnosis
    words: StaffWords

    def program(self) -> Iterator[Entry]:
        """Yield what the player is made of."""
        found, running = self.found, self.found.running
        said = found.versions
        yield self._entry("player", said["player"])
        yield self._entry("qt", " / ".join(filter(None, (said.get("qt"), said.get("pyside")))))
        yield self._entry("libvlc", found.libvlc, is_wrong=not found.libvlc)
        yield self._entry("python", f"{said['python']}, Linux {said['kernel']}")
        if running is not None:
            drawn = ", ".join(filter(None, (running.graphics, running.platform, running.renderer)))
            yield self._entry("graphics", drawn)
            yield self._entry("window", "×".join(map(str, running.window or ())))
            yield self._fonts(running.fonts)
            since = self._time(running.since)
            starts = self.words.say("value_starts", time=since, count=str(running.starts))
            yield self._entry("since", starts)
        yield self._entry("id", f"{self.screen.id}, {self.screen.role}, {self.screen.gate}")
        yield self._entry("home", str(self.screen.home))

    def hardware(self) -> Iterator[Entry]:
        """Yield how the machine is."""
        machine, say = self.found.machine, self.words.say
        disk, held, mount = machine.disk, machine.memory, machine.disk.mount
        wrong = {each.code for each in self.found.findings}
        heats = ", ".join(f"{each.name}: {each.celsius:.0f} °C" for each in machine.heats[:SENSORS])
        yield self._entry("heat", heats, is_wrong="hot" in wrong)
        yield self._entry(
            "room", self._room(disk.free_bytes, disk.total_bytes), is_wrong="disk-full" in wrong
        )
        parts = [disk.model, f"{mount.kind} {mount.device}" if mount else None]
        if mount is not None and mount.is_read_only:
            parts.append(say("value_disk_read_only"))
        if disk.errors is not None:
            parts.append(say("value_disk_errors", count=str(disk.errors)))
        if disk.used_percent is not None:
            parts.append(say("value_disk_life", percent=str(disk.used_percent)))
        else:
            parts.append(say("value_disk_smart"))
        if disk.spare is not None:
            parts.append(say("value_disk_spare", state=disk.spare))
        is_ill = bool(wrong & {"disk-read-only", "disk-errors", "disk-worn"})
        yield self._entry("disk", ", ".join(part for part in parts if part), is_wrong=is_ill)
        room = self._room(held.available_bytes, held.total_bytes)
        yield self._entry("memory", room, is_wrong="memory" in wrong)
        mine = self.found.held_bytes
        yield self._entry("held", "" if mine is None else f"{mine // MIB} MB")

    def content(self) -> Iterator[Entry]:
        """Yield what is believed, shown and fetched."""
        home, say, now = Home(self.screen.home), self.words.say, self.found.at
        report = read_report(home)
        yield from self._clock(report)
        trust, refresh = report.trust, report.refresh
        issued, expires = trust.timestamp_issued, trust.expires
        key = "value_root_trial" if trust.is_trial else "value_root"
        root = "" if trust.root is None else say(key, version=str(trust.root))
        fingerprint = ", ".join(filter(None, (spaced(self.found.root), root)))
        yield self._entry("root", fingerprint or say("none"))
        is_stale = issued is not None and now - issued > STALE
        yield self._entry("vouched", self._ago(issued), is_wrong=is_stale)
        is_over = expires is not None and now > expires
        yield self._entry("expires", self._time(expires) if expires else "", is_wrong=is_over)
        yield self._pack(home)
        yield self._entry("refreshed", self._ago(refresh.last_success))
        yield self._entry("tried", self._ago(refresh.last_attempt), is_wrong=bool(refresh.error))
        source = without_secrets(refresh.source or self.screen.content.source)
        yield self._entry("source", source or say("none"))
        runs = agent_runs(home)
        is_lacking = not runs and bool(self.screen.content.source)
        agent = say("value_agent_runs" if runs else "value_agent_gone")
        yield self._entry("agent", agent, is_wrong=is_lacking)

    def _clock(self, report: AgentReport) -> Iterator[Entry]:
        say, now = self.words.say, self.found.at
        state, offset = clock_state(now, floor_of(report)), report.clock.offset_s
        local = now.astimezone(ZoneInfo(self.screen.time_zone))
        shown = f"{local:%H:%M:%S %d/%m/%Y}, {say(f'value_clock_{state}')}"
        yield self._entry("clock", shown, is_wrong=state != "trusted")
        is_off = offset is not None and abs(offset) > SKEW.total_seconds()
        yield self._entry("offset", "" if offset is None else f"{offset:+.1f} s", is_wrong=is_off)
        yield self._entry("sync", say(f"value_sync_{self.found.machine.sync}"))

    def _pack(self, home: Home) -> Entry:
        say = self.words.say
        if linked_pack(home.current) is None:
            return self._entry("pack", say("value_factory"), is_wrong=True)
        try:
            manifest = open_installed(home.current, home).manifest
            since = datetime.fromtimestamp(home.current.lstat().st_mtime, UTC)
        except (PackError, StoreError, OSError) as e:
            return self._entry("pack", str(e), is_wrong=True)
        said = {"pack": manifest.pack, "sequence": str(manifest.sequence)}
        return self._entry("pack", say("value_pack", **said, time=self._time(since)))

    def _fonts(self, missing: Mapping[str, str]) -> Entry:
        say = self.words.say
        if missing:
            signs = ", ".join(f"{tag}: {some}" for tag, some in missing.items())
            return self._entry("fonts", say("value_fonts_ill", signs=signs), is_wrong=True)
        looked_for = sorted(read_phrases(resources.assets() / "strings").tables)
        return self._entry("fonts", say("value_fonts_well", languages=", ".join(looked_for)))

    def _entry(self, key: str, value: str, *, is_wrong: bool = False) -> Entry:
        return Entry(
            self.words.say(f"entry_{key}"), value or self.words.say("unknown"), is_wrong=is_wrong
        )

    def _room(self, free: int | None, total: int | None) -> str:
        if free is None or total is None:
            return ""
        return self.words.say("value_room", free=str(free // MIB), total=str(total // MIB))

    def _time(self, at: datetime) -> str:
        return f"{at.astimezone(ZoneInfo(self.screen.time_zone)):%H:%M %d/%m/%Y}"

    def _ago(self, at: datetime | None) -> str:
        if at is None:
            return self.words.say("never")
        span = max(timedelta(0), self.found.at - at)
        if span >= 2 * DAY:
            said = self.words.say("span_days", count=str(span // DAY))
        elif span >= 2 * HOUR:
            said = self.words.say("span_hours", count=str(span // HOUR))
        else:
            said = self.words.say("span_minutes", count=str(span // timedelta(minutes=1)))
        return self.words.say("value_ago", time=self._time(at), span=said)
