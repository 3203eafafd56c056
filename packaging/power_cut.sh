#!/usr/bin/env bash
# Cuts the power of a disk while packs are published and refreshed, again and again, and checks after each cut that a whole
# pack is current, that it is not older than the last one that was said to be there, and that every byte of it is right.
# As root: the disk is a file, mounted by a loop device and shut down as a power cut does (dirty pages and open journal lost).
# With "careless" nothing is forced to the disk (eatmydata): that must lose packs, or this script would notice nothing.
#   bash packaging/power_cut.sh [ext4|xfs] [times] [careless]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# Where nobody else sees the disk: a copy of the mount in another namespace would keep it from being mounted anew.
if [ -z "${POWER_CUT_APART:-}" ]; then
    exec env POWER_CUT_APART=1 unshare --mount --propagation private bash "$0" "$@"
fi
kind=${1:-ext4} times=${2:-10} manner=${3:-}
preload=()
[ "$manner" != careless ] || preload=(eatmydata --)
for tool in xfs_io "mkfs.$kind" "${preload[@]:0:1}"; do
    command -v "$tool" >/dev/null || {
        printf 'power_cut.sh: %s is missing; install xfsprogs, e2fsprogs and eatmydata\n' "$tool" >&2
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
truncate -s 2G "$work/image"
"mkfs.$kind" -q "$work/image"
export PYTHONPATH=$root:$root/packaging

whole=0
for ((cut = 1; cut <= times; cut++)); do
    mount -o loop "$work/image" "$disk"
    "${preload[@]}" "$python" -m torture.power refresh "$work" &
    worker=$!
    # Not before a pack was taken: else it would only be seen how a program starts.
    until [ -e "$work/began" ] || ! kill -0 "$worker" 2>/dev/null; do sleep 0.05; done
    rm -f "$work/began"
    sleep "$((RANDOM % 2)).$((RANDOM % 10))$((RANDOM % 10))"
    xfs_io -x -c shutdown "$disk"
    kill -9 "$worker" 2>/dev/null || true
    wait "$worker" 2>/dev/null || true
    umount "$disk"
    mount -o loop "$work/image" "$disk"
    if "$python" -m torture.power check "$work"; then whole=$((whole + 1)); fi
    umount "$disk"
done
printf '%s%s: a whole pack after %s of %s cuts\n' "$kind" "${manner:+, $manner}" "$whole" "$times"
if [ "$manner" = careless ]; then [ "$whole" -lt "$times" ]; else [ "$whole" -eq "$times" ]; fi
