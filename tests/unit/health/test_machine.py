"""What a machine tells of itself without root, on recorded files; and what of it is wrong."""

import mmap
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from player.health.clock_sync import sync_state
from player.health.disk import Disk, Mount, disk_of, life_used, mount_of
from player.health.heat import Heat, heats
from player.health.machine import Finding, Machine, findings, machine_of
from player.health.memory import Memory, field_bytes, held_bytes, memory
from player.health.sysfs import number_of, text_of
from tests.fakes.kernel import EMMC, N100, lay

MIB: Final = 1 << 20


def test_hottest_sensor_comes_first_and_sensors_nobody_connected_are_left_out(
    tmp_path: Path,
) -> None:
    found = heats(lay(tmp_path, N100) / "sys")
    assert found == (
        Heat("coretemp Package id 0", 56.0),
        Heat("x86_pkg_temp", 54.0),
        Heat("nvme Composite", 41.85),
        Heat("acpitz", 27.8),
    )


def test_machine_without_sensors_tells_no_heat(tmp_path: Path) -> None:
    assert heats(tmp_path / "sys") == ()
    assert Machine().celsius is None


@pytest.mark.parametrize("told", ["", "garbage", "12,5", "0x"])
def test_torn_number_is_unknown(told: str, tmp_path: Path) -> None:
    (tmp_path / "temp").write_text(told)
    assert number_of(tmp_path / "temp") is None


def test_file_that_refuses_is_unknown(tmp_path: Path) -> None:
    assert text_of(tmp_path) is None  # a folder: EISDIR, as a sleeping sensor says EIO
    assert text_of(tmp_path / "missing") is None


def test_memory_is_read_in_bytes(tmp_path: Path) -> None:
    found = memory(lay(tmp_path, N100) / "proc")
    assert found == Memory(7954568 * 1024, 5120044 * 1024)


def test_memory_of_a_process_is_what_is_resident(tmp_path: Path) -> None:
    lay(tmp_path, {"proc/7/statm": "90000 34000 1000 1 0 20000 0\n", "proc/9/statm": "torn"})
    assert held_bytes(7, tmp_path / "proc") == 33_000 * mmap.PAGESIZE
    assert held_bytes(9, tmp_path / "proc") is None
    assert held_bytes(8, tmp_path / "proc") is None


@pytest.mark.parametrize("line", ["VmRSS:", "VmRSS: many kB", "VmRSS 12 kB", "xVmRSS: 12 kB"])
def test_torn_line_of_proc_is_unknown(line: str) -> None:
    assert field_bytes(line, "VmRSS") is None


def test_soldered_disk_tells_its_wear(tmp_path: Path) -> None:
    lay(tmp_path, EMMC, mount="/dev/mmcblk0p2")
    found = disk_of(tmp_path / "home/not/made/yet", tmp_path / "sys", tmp_path / "proc")
    assert found.mount == Mount("/dev/mmcblk0p2", "ext4", is_read_only=False)
    assert (found.model, found.used_percent, found.spare) == ("DA4064", 90, "normal")
    assert found.errors == 0
    assert found.free_bytes is not None
    assert found.total_bytes is not None
    assert 0 < found.free_bytes <= found.total_bytes


def test_disk_that_fell_back_to_read_only_is_known(tmp_path: Path) -> None:
    lay(tmp_path, EMMC, mount="/dev/mmcblk0p2", options="ro")
    found = disk_of(tmp_path, tmp_path / "sys", tmp_path / "proc")
    assert found.mount is not None
    assert found.mount.is_read_only


def test_disk_of_a_machine_that_tells_nothing_is_unknown_but_for_its_room(tmp_path: Path) -> None:
    found = disk_of(tmp_path, tmp_path / "sys", tmp_path / "proc")
    assert replace(found, free_bytes=None, total_bytes=None) == Disk()
    assert found.free_bytes


def test_mount_with_a_blank_in_its_name_is_found() -> None:
    info = (
        "22 1 8:1 / / rw shared:1 - ext4 /dev/sda1 rw\n"
        "23 22 8:2 / /media/USB\\040GATE rw - vfat /dev/sdb1 rw\n"
    )
    assert mount_of(Path("/media/USB GATE/x"), info) == Mount(
        "/dev/sdb1", "vfat", is_read_only=False
    )
    assert mount_of(Path("/media/USB"), info) == Mount("/dev/sda1", "ext4", is_read_only=False)


def test_what_is_mounted_last_over_a_place_is_what_is_seen() -> None:
    info = "1 0 8:1 / /data rw - ext4 /dev/a rw\n2 0 8:2 / /data ro - ext4 /dev/b ro\n"
    assert mount_of(Path("/data"), info) == Mount("/dev/b", "ext4", is_read_only=True)


@pytest.mark.parametrize(
    ("told", "used"),
    [
        ("0x01 0x01", 10),
        ("0x03 0x0b", 110),
        ("0x00 0x00", None),
        ("0xff", None),
        ("", None),
        ("life", None),
    ],
)
def test_worse_kind_of_cells_counts(told: str, used: int | None) -> None:
    assert life_used(told) == used


def test_clock_is_kept_once_a_server_was_heard(tmp_path: Path) -> None:
    assert sync_state(tmp_path) == "unknown"
    (tmp_path / "systemd/timesync").mkdir(parents=True)
    assert sync_state(tmp_path) == "waiting"
    (tmp_path / "systemd/timesync/synchronized").touch()
    assert sync_state(tmp_path) == "synchronised"


WELL: Final = Machine(
    (Heat("cpu", 60.0),),
    Disk(9000 * MIB, 30000 * MIB, Mount("/dev/sda1", "ext4", is_read_only=False), "SSD", 0),
    Memory(4000 * MIB, 2000 * MIB),
)


def test_nothing_is_wrong_with_a_machine_that_is_well_or_tells_nothing() -> None:
    assert findings(WELL) == ()
    assert findings(Machine()) == ()


@pytest.mark.parametrize(
    ("machine", "found"),
    [
        (replace(WELL, heats=(Heat("cpu", 92.4),)), Finding("hot", "cpu: 92 °C")),
        (replace(WELL, memory=Memory(1, 100 * MIB)), Finding("memory", "100 MB")),
        (
            replace(WELL, disk=replace(WELL.disk, free_bytes=12 * MIB)),
            Finding("disk-full", "12 MB"),
        ),
        (replace(WELL, disk=replace(WELL.disk, errors=3)), Finding("disk-errors", "ext4: 3")),
        (
            replace(WELL, disk=replace(WELL.disk, used_percent=110)),
            Finding("disk-worn", "eMMC: 110 %"),
        ),
        (
            replace(WELL, disk=replace(WELL.disk, used_percent=20, spare="urgent")),
            Finding("disk-worn", "eMMC: urgent"),
        ),
        (
            replace(WELL, disk=replace(WELL.disk, mount=Mount("/dev/sda1", "ext4", True))),  # noqa: FBT003
            Finding("disk-read-only", "/dev/sda1"),
        ),
    ],
)
def test_what_is_wrong_is_found(machine: Machine, found: Finding) -> None:
    assert findings(machine) == (found,)


def test_this_machine_can_be_looked_at(tmp_path: Path) -> None:
    found = machine_of(tmp_path)
    assert found.memory.total_bytes
    assert found.disk.free_bytes is not None
