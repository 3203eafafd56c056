"""Files as a kernel has them, in a folder of a test; their forms are those of its documentation."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

N100: Final = {
    "sys/class/thermal/thermal_zone0/type": "acpitz\n",
    "sys/class/thermal/thermal_zone0/temp": "27800\n",
    "sys/class/thermal/thermal_zone1/type": "x86_pkg_temp\n",
    "sys/class/thermal/thermal_zone1/temp": "54000\n",
    "sys/class/hwmon/hwmon1/name": "nvme\n",
    "sys/class/hwmon/hwmon1/temp1_input": "41850\n",
    "sys/class/hwmon/hwmon1/temp1_label": "Composite\n",
    "sys/class/hwmon/hwmon2/name": "coretemp\n",
    "sys/class/hwmon/hwmon2/temp1_input": "56000\n",
    "sys/class/hwmon/hwmon2/temp1_label": "Package id 0\n",
    "sys/class/hwmon/hwmon3/name": "nct6779\n",
    "sys/class/hwmon/hwmon3/temp7_input": "-273000\n",
    "sys/class/hwmon/hwmon3/temp8_input": "0\n",
    "proc/meminfo": "MemTotal:        7954568 kB\nMemAvailable:    5120044 kB\n",
}
"""A mini-PC, with sensors of its board that nobody connected."""

EMMC: Final = {
    "sys/devices/mmc0/block/mmcblk0/mmcblk0p2/partition": "2\n",
    "sys/devices/mmc0/block/mmcblk0/device/life_time": "0x02 0x09\n",
    "sys/devices/mmc0/block/mmcblk0/device/pre_eol_info": "0x01\n",
    "sys/devices/mmc0/block/mmcblk0/device/name": "DA4064\n",
    "sys/fs/ext4/mmcblk0p2/errors_count": "0\n",
}
"""A stick-sized PC whose disk is soldered on; ``class/block`` is made by ``lay``."""


def lay(folder: Path, files: Mapping[str, str], mount: str = "", options: str = "rw") -> Path:
    """Write ``files`` below ``folder``; return it.

    Args:
        folder: of the test.
        files: path -> text.
        mount: device that holds the folder itself; "": none is named.
        options: with which it is mounted.
    """
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    for found in folder.glob("sys/devices/*/block/*"):
        links = folder / "sys/class/block"
        links.mkdir(parents=True, exist_ok=True)
        for device in (found, *(each.parent for each in found.glob("*/partition"))):
            (links / device.name).symlink_to(device)
    if mount:
        info = folder / "proc/self/mountinfo"
        info.parent.mkdir(parents=True, exist_ok=True)
        info.write_text(
            f"22 1 179:1 / / {options},relatime shared:1 - ext4 /dev/root {options}\n"
            f"30 22 179:2 / {folder} {options},noatime shared:9 - ext4 {mount} {options}\n"
            "31 22 0:5 / /proc rw - proc proc rw\n"
            "this line is torn\n"
        )
    return folder
