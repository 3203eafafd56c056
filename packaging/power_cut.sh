#!/usr/bin/env bash
# Cuts the power of a disk while packs are published and refreshed, again and again, and checks after each cut that a whole
# pack is current, that it is not older than the last one that was said to be there, and that every byte of it is right.
# As root: the disk is a file, mounted by a loop device and shut down as a power cut does (dirty pages and open journal lost).
#   bash packaging/power_cut.sh [ext4|xfs] [times]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
kind=${1:-ext4} times=${2:-10}
for tool in xfs_io "mkfs.$kind"; do
    command -v "$tool" >/dev/null || {
        printf 'power_cut.sh: %s is missing; install xfsprogs and e2fsprogs\n' "$tool" >&2
        exit 1
    }
done
python=$root/.venv/bin/python
work=$(mktemp -d)
disk=$work/disk
cleared() {
    umount "$disk" 2>/dev/null || true
    rm -rf "$work"
}
trap cleared EXIT
mkdir "$disk"
truncate -s 600M "$work/image"
"mkfs.$kind" -q "$work/image"
export PYTHONPATH=$root:$root/packaging

whole=0
for ((cut = 1; cut <= times; cut++)); do
    mount -o loop "$work/image" "$disk"
    "$python" -m torture.power refresh "$work" &
    worker=$!
    sleep "1.$((RANDOM % 10))"
    xfs_io -x -c shutdown "$disk"
    kill -9 "$worker" 2>/dev/null || true
    wait "$worker" 2>/dev/null || true
    umount "$disk"
    mount -o loop "$work/image" "$disk"
    if "$python" -m torture.power check "$work"; then whole=$((whole + 1)); fi
    umount "$disk"
done
printf '%s: a whole pack after %s of %s cuts\n' "$kind" "$whole" "$times"
[ "$whole" -eq "$times" ]
