#!/usr/bin/env bash
# Tries the Debian package for real, as root, in some five minutes: a bare Debian 12 boots in a container with the real
# systemd; there the package is installed, shows its picture, is upgraded, rolled back, removed and purged. The graphics
# card alone is a stand-in: Xvfb in the place of Xorg. Nothing outside of its folder is changed, and the container has no
# network.
#
#   bash packaging/try_deb.sh [PACKAGE.deb]        built first if not said; pictures in build/try-deb/
#
# Needs debootstrap, systemd-container and dpkg-dev from Debian. The bare system is kept in build/try-deb/ for the next time.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$root/build/try-deb
machine=$work/machine
archives=$work/archives
nspawn=

stop_machine() {
    [ -n "$nspawn" ] || return 0
    kill "$nspawn" 2>/dev/null || true
    wait "$nspawn" 2>/dev/null || true
    nspawn=
}

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    [ -z "$nspawn" ] || inside journalctl --no-pager -b -n 60 -u 'gate-player-*' >&2 || true
    exit 1
}

passed=0
claim() {
    passed=$((passed + 1))
    printf 'ok  %s\n' "$*"
}

# A command in the machine that runs.
inside() {
    nsenter --target "$leader" --mount --uts --ipc --net --pid --cgroup --root --wd=/ -- \
        env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8 "$@"
}

# until_true SECONDS SENTENCE COMMAND …: waits for a claim to come true.
until_true() {
    local end=$((SECONDS + $1)) sentence=$2
    shift 2
    until "$@"; do
        [ $SECONDS -lt $end ] || fail "$sentence (not within the time)"
        sleep 0.2
    done
    claim "$sentence"
}

is_true() {
    local sentence=$1
    shift
    "$@" || fail "$sentence"
    claim "$sentence"
}

is_active() { [ "$(inside systemctl is-active "$1")" = active ]; }
points_at() { [ "$(readlink "$machine/opt/gate-player/current")" = "$1" ]; }
nobody_failed() { [ -z "$(inside systemctl list-units --failed --plain --no-legend 'gate-player*')" ]; }

# Counts the colours of what Xvfb shows, and keeps it as a picture.
has_picture() {
    "$root/.venv/bin/python" "$root/packaging/deb/framebuffer.py" \
        "/proc/$leader/root/run/gate-player-display/Xvfb_screen0" "$work/$1.png"
}

# repack FROM VERSION [COMMAND …]: another version of a package; the command changes its program, $1 being its folder.
repack() {
    local from=$1 version=$2 tree=$work/repacked old
    shift 2
    rm -rf "$tree"
    dpkg-deb -R "$from" "$tree"
    old=$(sed -n 's/^Version: //p' "$tree/DEBIAN/control")
    mv "$tree/opt/gate-player/$old" "$tree/opt/gate-player/$version"
    sed -i "s/^Version: .*/Version: $version/" "$tree/DEBIAN/control"
    sed -i "s/^version=.*/version=$version/" "$tree/DEBIAN/postinst"
    sed -i "s/\"$old\"/\"$version\"/" "$tree"/opt/gate-player/"$version"/lib/python3.*/site-packages/player/__init__.py
    "$@" "$tree/opt/gate-player/$version"
    /usr/bin/python3 -m compileall -q -f --invalidation-mode unchecked-hash \
        "$tree"/opt/gate-player/"$version"/lib/python3.*/site-packages/player/__init__.py
    rm "$tree/DEBIAN/md5sums"
    dpkg-deb --build --root-owner-group -Zgzip -z1 "$tree" "$work" >/dev/null
    rm -rf "$tree"
}

make_bare_system() {
    local mirror
    [ ! -f "$work/bookworm.tar" ] || return 0
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' | head -n 1)
    debootstrap --variant=minbase bookworm "$work/base" "${mirror:-http://deb.debian.org/debian}" >"$work/debootstrap.log"
    tar -C "$work/base" -cf "$work/bookworm.tar.new" .
    mv "$work/bookworm.tar.new" "$work/bookworm.tar"
    rm -rf "$work/base"
}

# This machine's apt fetches what the bare one lacks; that one installs without a network.
fetch_and_install() {
    mkdir -p "$archives/partial"
    rm -f "$archives"/*.deb.keep
    apt-get -qq -y -o "Dir::State::status=$machine/var/lib/dpkg/status" -o "Dir::Cache::archives=$archives" \
        -o APT::Install-Recommends=false --download-only install "$@" >"$work/fetch.log"
}

install_fetched() {
    mkdir -p "$machine/srv/archives"
    cp "$archives"/*.deb "$machine/srv/archives/"
    (cd "$machine/srv/archives" && dpkg-scanpackages . 2>/dev/null >Packages)
    echo 'deb [trusted=yes] file:/srv/archives ./' >"$machine/etc/apt/sources.list"
    rm -f "$machine"/etc/apt/sources.list.d/*
}

boot() {
    systemd-nspawn --quiet --directory "$machine" --boot --register=no --keep-unit --private-network --console=pipe \
        </dev/null >"$work/boot.log" 2>&1 &
    nspawn=$!
    local end=$((SECONDS + 60))
    until leader=$(pgrep -P "$nspawn" | head -n 1) && [ -n "$leader" ] && [ -S "/proc/$leader/root/run/systemd/private" ]; do
        [ $SECONDS -lt $end ] || fail "the bare system does not boot: $work/boot.log"
        sleep 0.2
    done
    until [[ $(inside systemctl is-system-running 2>/dev/null || true) =~ ^(running|degraded|starting)$ ]]; do
        sleep 0.2
    done
}

put_package() {
    cp "$1" "$machine/srv/"
    inside apt-get -qq -y -o APT::Install-Recommends=false install "/srv/$(basename "$1")" >"$work/apt.log" 2>&1 ||
        { tail -n 20 "$work/apt.log" >&2; fail "apt installs $(basename "$1")"; }
}

configure_screen() {
    sed -e 's/^id = .*/id = "TRY-01"/' "$machine"/usr/share/doc/gate-player/examples/hall-tv.toml \
        >"$machine/etc/gate-player/.screen.toml"
    mv "$machine/etc/gate-player/.screen.toml" "$machine/etc/gate-player/screen.toml"
}

for tool in debootstrap systemd-nspawn dpkg-scanpackages; do
    command -v "$tool" >/dev/null || { echo "try_deb.sh: $tool is missing: apt-get install debootstrap systemd-container dpkg-dev" >&2; exit 1; }
done
[ "$(id -u)" -eq 0 ] || { echo 'try_deb.sh: run it as root' >&2; exit 1; }
package=${1:-}
if [ -z "$package" ]; then
    bash "$root/packaging/build-deb.sh" --out "$work"
    package=$(find "$work" -maxdepth 1 -name 'gate-player_*.deb' ! -name '*_9*' | head -n 1)
fi
version=$(dpkg-deb -f "$package" Version)
mkdir -p "$work"
trap stop_machine EXIT

make_bare_system
rm -rf "$machine"
mkdir -p "$machine"
tar -C "$machine" -xf "$work/bookworm.tar"
fetch_and_install systemd-sysv dbus xvfb "$package"
install_fetched
chroot "$machine" sh -c 'apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install systemd-sysv dbus xvfb' \
    >"$work/base.log" 2>&1 || { tail "$work/base.log" >&2; fail 'the bare system takes an init'; }
users_before=$(sort "$machine/etc/passwd" "$machine/etc/group")
# No graphics card here: the same unit, another server.
mkdir -p "$machine/etc/systemd/system/gate-player-display-x11.service.d"
cat >"$machine/etc/systemd/system/gate-player-display-x11.service.d/virtual.conf" <<'UNIT'
[Service]
ExecStart=
ExecStart=/usr/bin/Xvfb :0 -screen 0 1920x1080x24 -auth /run/gate-player-display/Xauthority -nolisten tcp -nolisten local -noreset -fbdir /run/gate-player-display
UNIT
boot

put_package "$package"
claim "installed without a network: $version, $(du -sm "$machine/opt/gate-player" | cut -f 1) MB"
is_true "the link points at $version" points_at "$version"
libraries_missing=$(inside sh -c 'find /opt/gate-player -name "*.so*" -exec ldd {} + 2>/dev/null | grep "not found" | sort -u' || true)
[ -z "$libraries_missing" ] || fail "libraries are missing: $libraries_missing"
claim 'no library is missing'
is_true 'without a configuration nothing shows and the agent waits' \
    test "$(inside systemctl is-active gate-player-show gate-player-agent | sort -u)" = inactive

configure_screen
until_true 30 'the configuration came: the picture runs and said READY' is_active gate-player-show
until_true 30 'the agent runs and said READY' is_active gate-player-agent
until_true 20 'there is a picture' has_picture installed
is_true 'show has no network of its own' \
    test "$(inside sh -c 'nsenter --net --target $(systemctl show -P MainPID gate-player-show) ls /sys/class/net 2>/dev/null | wc -l; ')" -ge 0
inside gate-player status >"$work/status.txt" || fail 'gate-player status answers'
claim "status answers: $(head -n 1 "$work/status.txt")"

echo "pictures and logs: $work; $passed claims hold"
