"""What is wrong with a screen, by what its disk and its machine tell: codes, each with its detail.

Words, and what to do about each, stand in ``assets/staff`` under ``fault_<code>`` and
``mend_<code>``; a code that has none is told by its detail.
"""

from collections.abc import Iterator
from datetime import datetime

from player.config.load_officers import load_officers
from player.config.screen import Screen
from player.errors import ConfigError, PackError, StoreError
from player.health.machine import Finding, Machine, findings
from player.store.judgement import faults
from player.store.layout import Home
from player.store.lock import agent_runs
from player.store.orders import read_orders
from player.store.panel import Panel
from player.store.quarantine import quarantined
from player.store.reader import linked_pack, open_installed
from player.store.records import read_record
from player.store.report import read_report
from player.store.running import running_player
from player.store.upgrade import read_upgrade
from player.store.verify import reported_damaged


def suffered(screen: Screen, machine: Machine, now: datetime) -> tuple[Finding, ...]:
    """Return what is wrong, the gravest first.

    Args:
        screen: whose home is read.
        machine: below it.
        now: aware.
    """
    home = Home(screen.home)
    return (
        *_on_stage(home),
        *findings(machine),
        *_content(screen, home, now),
        *_around(screen, home),
    )


def _on_stage(home: Home) -> Iterator[Finding]:
    """Yield what travellers see of it."""
    if linked_pack(home.current) is None:
        yield Finding("no-pack")
    else:
        try:
            open_installed(home.current, home)
        except (PackError, StoreError) as e:
            yield Finding("pack-unreadable", str(e))
    panel = read_record(home.panel, Panel)
    if panel is not None and panel.fault:
        yield Finding("touch", panel.fault)
    running = running_player(home)
    for tag, signs in running.fonts.items() if running else ():
        yield Finding("fonts", f"{tag}: {signs}")
    damaged = reported_damaged(home)
    if damaged:
        yield Finding("damaged", str(len(damaged)))


def _content(screen: Screen, home: Home, now: datetime) -> Iterator[Finding]:
    """Yield what keeps content from being new, and vouched for."""
    report = read_report(home)
    issued, expires = report.trust.timestamp_issued, report.trust.expires
    figures = {
        "stale": f"{issued:%Y-%m-%d}" if issued else "",
        "expired": f"{expires:%Y-%m-%d}" if expires else "",
        "clock": "" if report.clock.offset_s is None else f"{report.clock.offset_s:+.0f} s",
    }
    for code, why in faults(report, now).items():
        yield Finding(code, figures.get(code, why))
    if screen.content.source and not agent_runs(home):
        yield Finding("no-agent")
    for name, why in read_orders(home).problems.items():
        yield Finding("order-unreadable", f"{name}: {why}")
    for entry in quarantined(home):
        yield Finding("quarantined", f"{entry.pack}, {entry.sequence}: {entry.reason}")


def _around(screen: Screen, home: Home) -> Iterator[Finding]:
    upgrade = read_upgrade(home)
    if upgrade is not None and upgrade.was_rolled_back:
        yield Finding("rolled-back", f"{upgrade.to}, {upgrade.reason}")
    try:
        load_officers(screen.officers, "en")
    except ConfigError as e:
        yield Finding("officers", str(e).splitlines()[0])
