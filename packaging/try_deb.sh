#!/usr/bin/env bash
# Tries the Debian package for real, as root, in some ten minutes: a bare Debian 12 boots in a container with the real
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
    nsenter --target "$leader" --mount --uts --ipc --net --pid --cgroup --root -- \
        env -i -C / PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8 "$@"
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

pid_of() { inside systemctl show --property MainPID --value "$1"; }
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
    rm -f "$tree/DEBIAN/md5sums"
    dpkg-deb --build --root-owner-group -Zgzip -z1 "$tree" "$work" >/dev/null
    rm -rf "$tree"
}

make_bare_system() {
    local mirror
    [ ! -f "$work/bookworm.tar" ] || return 0
    # shellcheck disable=SC2016  # apt's own variable
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

# configure_screen ROLE
configure_screen() {
    sed -e 's/^id = .*/id = "TRY-01"/' "$machine/usr/share/doc/gate-player/examples/$1.toml" \
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
fetch_and_install systemd-sysv dbus xvfb x11-xserver-utils "$package"
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
until_true 30 'set-up by touch waits on the screen for a technician' has_picture set-up

# A display of the machine, seen from here: in namespaces of its own, so that no key can reach a display of this one.
hands() {
    mkdir -p /tmp/.X11-unix
    # shellcheck disable=SC2016  # the inner shell's own
    unshare --mount --net -- sh -c 'mount -t tmpfs tmpfs /tmp/.X11-unix && ln -s "$1" /tmp/.X11-unix/X0 && cd "$2" && exec env XAUTHORITY="$3" \
        PYTHONPATH=packaging:. .venv/bin/python -m torture.session :0 "$4"' sh "/proc/$leader/root/tmp/.X11-unix/X0" "$root" \
        "/proc/$leader/root/run/gate-player-display/Xauthority" "$1" >"$work/hands.log" 2>&1
}
programs_running() { inside sh -c 'cat /proc/[0-9]*/comm 2>/dev/null' | sort -u; }
# withstands SECONDS UNIT NAME: keys, clicks and wishes to close open nothing, end nothing and draw no complaint.
withstands() {
    local pid programs since complaints
    pid=$(pid_of "$2") programs=$(programs_running) since=$(date +%s)
    hands "$1" || fail "$3 under hands: $(head -n 3 "$work/hands.log")"
    is_true "$3 outlives $(tail -n 1 "$work/hands.log"): no window, no cursor, the same process" test "$(pid_of "$2")" = "$pid"
    is_true 'no other program runs' test -z "$(comm -13 <(echo "$programs") <(programs_running))"
    inside journalctl --no-pager -o cat -u "$2" --since "@$since" >"$work/hands-journal.log"
    # Of one thing the player may complain: the container has no touch panel.
    complaints=$(grep -e '"level": *"\(warning\|error\|critical\)"' -e Traceback "$work/hands-journal.log" | grep -v 'no touch panel' || true)
    is_true "and nothing was worth a warning${complaints:+: $complaints}" test -z "$complaints"
}
withstands 20 gate-player-setup 'set-up'
is_true 'and hands configure nothing' test ! -e "$machine/etc/gate-player/screen.toml"

configure_screen hall-tv
until_true 30 'a configuration was copied here: set-up is over, the picture runs and said READY' is_active gate-player-show
until_true 30 'the agent runs and said READY' is_active gate-player-agent
until_true 20 'there is a picture' has_picture installed

network_of() { inside readlink "/proc/$(pid_of "$1")/ns/net"; }
has_own_network() { [ "$(network_of "$1")" != "$(inside readlink /proc/1/ns/net)" ]; }
may_write() { inside setpriv --reuid "$1" --regid "$1" --init-groups test -w "/var/lib/gate-player/$2"; }
may_read() { inside setpriv --reuid "$1" --regid "$1" --init-groups test -r "/var/lib/gate-player/$2"; }

is_true 'show has no network' has_own_network gate-player-show
for pair in show:store agent:state agent:inbox agent:.; do
    ! may_write "gate-player-${pair%:*}" "${pair#*:}" || fail "${pair%:*} may write ${pair#*:}"
done
claim 'show cannot write what is the agent'"'"'s, nor the agent what is show'"'"'s, nor give orders'
if ! may_read gate-player-show store || ! may_read gate-player-agent state; then fail 'each may read what the other writes'; fi
claim 'each may read what the other writes'
inside systemd-analyze security --no-pager gate-player-show >"$work/security.txt" || true
claim "show's exposure: $(sed -n 's/.*exposure level for gate-player-show.service: //p' "$work/security.txt")"
# The other session's compositor is not installed here.
inside find /usr/lib/systemd/system -maxdepth 1 -type f -name 'gate-player*' ! -name '*cage*' -exec systemd-analyze verify {} + \
    >"$work/verify.txt" 2>&1 || fail "the units are in order: $work/verify.txt"
is_true 'the units are in order' test ! -s "$work/verify.txt"

# --- content, from one user to the other ------------------------------------------------------------------------------
player=$root/.venv/bin/gate-player
rm -rf "$work"/centre "$work"/centre.keys "$work"/trial-pack
{
    "$player" pack init-repository "$work/centre" --trial
    "$player" pack build "$root/assets/demo/huu-nghi" --out "$work/trial-pack"
    for editor in 1 2; do
        "$player" pack sign "$work/trial-pack" --to "$work/centre" --key "$work/centre.keys/editor-$editor.key"
    done
    "$player" pack publish "$work/trial-pack" --to "$work/centre"
} >"$work/publish.log" 2>&1 || fail "a demo pack is published: $work/publish.log"
cp -r "$work/centre" "$machine/srv/centre"
chmod -R a+rX "$machine/srv/centre"
cp "$work/centre/metadata/1.root.json" "$machine/etc/gate-player/root.json"
follow_centre() {
    sed -i -e 's|^source = ""|source = "/srv/centre"|' -e 's|^trust = ""|trust = "/etc/gate-player/root.json"|' \
        -e 's|^pack = ""|pack = "lang-son/huu-nghi/demo"|' "$machine/etc/gate-player/screen.toml"
}
follow_centre
inside systemctl restart gate-player-agent gate-player-show
status_says() { inside gate-player status | grep -q "$1"; }
until_true 60 'the agent brought a pack, and show plays it' status_says 'pack .*lang-son/huu-nghi/demo'

# --- staying alive ------------------------------------------------------------------------------------------------------
is_back() { [ "$(pid_of gate-player-show)" != "$1" ] && is_active gate-player-show; }
before=$(pid_of gate-player-show)
inside systemctl kill --signal KILL --kill-whom main gate-player-show
until_true 5 'killed, the picture is back within 5 s' is_back "$before"
before=$(pid_of gate-player-show)
inside systemctl kill --signal STOP --kill-whom main gate-player-show
until_true 10 'hung, the picture is back within 10 s' is_back "$before"
before=$(pid_of gate-player-show)
inside systemctl kill --signal KILL --kill-whom main gate-player-display
until_true 10 'without its display, both are back within 10 s' is_back "$before"
until_true 20 'and there is a picture' has_picture display-killed
until_true 200 'the pack proved itself: drawn in a rehearsal, 120 s on screen' status_says 'last good .*lang-son/huu-nghi/demo'

# --- hands on a kiosk ----------------------------------------------------------------------------------------------------
configure_screen kiosk
follow_centre
inside systemctl restart gate-player-agent gate-player-show
until_true 30 'a kiosk now: the picture runs' is_active gate-player-show
until_true 20 'and there is a picture' has_picture kiosk
withstands 60 gate-player-show 'a kiosk'
until_true 20 'and there is a picture' has_picture kiosk-after-hands
configure_screen hall-tv
follow_centre
inside systemctl restart gate-player-agent gate-player-show
until_true 30 'a hall screen again' is_active gate-player-show

# --- a display that was switched off ---------------------------------------------------------------------------------------
on_display() { inside env DISPLAY=:0 XAUTHORITY=/run/gate-player-display/Xauthority "$@"; }
is_lit() { on_display xrandr | grep -q '^ .*\*'; }
on_display xrandr --fb 1920x1080 --output screen --off
is_true 'an output that is off shows nothing' test "$(is_lit && echo lit)" != lit
until_true 25 'status tells of it' status_says 'no display is connected'
# What the rule for displays starts when one is plugged in.
inside systemctl start gate-player-display-lit
is_true 'and is lit when a display comes' is_lit
until_true 10 'there is a picture' has_picture lit

# --- people who give orders ------------------------------------------------------------------------------------------------
inside useradd -G gate-player officer
as_officer() { inside setpriv --reuid officer --regid officer --init-groups "$@" >"$work/officer.log" 2>&1; }
is_true 'an officer of this machine begins a drill' as_officer gate-player gate evacuate --exercise
is_true 'and ends it' as_officer gate-player gate cancel
is_true 'and reads what was ordered' as_officer gate-player gate log
if as_officer test -w /var/lib/gate-player/state || as_officer test -w /var/lib/gate-player/store; then fail 'an officer writes what is not theirs'; fi
claim 'and writes nothing but orders'
inside userdel officer

# --- the clock ------------------------------------------------------------------------------------------------------------
# The container may not set any clock, so the right time is asked for, and what is seen is that it was tried and by whom.
clock_is_tried() { inside journalctl --no-pager -q -o cat -u gate-player-clock | grep -q '^the clock '; }
inside setpriv --reuid gate-player-show --regid gate-player-show --init-groups /opt/gate-player/current/bin/python3 -c \
    'from pathlib import Path; from player.main.life import boot_of_this_machine as b, moment as m; from player.store.clock_wish import *
from player.store.layout import Home; wish_clock(Home(Path("/var/lib/gate-player")), m(b()))'
until_true 10 'a time set at the screen is taken up' clock_is_tried
is_true 'and nothing of the wish is left' test ! -e "$machine/var/lib/gate-player/state/clock.json"

# --- a configuration that cannot be used --------------------------------------------------------------------------------
cp "$machine/etc/gate-player/screen.toml" "$work/screen.toml"
echo 'no such key = ' >>"$machine/etc/gate-player/screen.toml"
inside systemctl restart gate-player-show 2>/dev/null || true
until_true 20 'a configuration that cannot be used: the stand-in shows the factory pack' is_active gate-player-stand-in
until_true 20 'and there is a picture' has_picture stand-in
is_true 'nothing is tried again and again' test "$(inside systemctl show --property NRestarts --value gate-player-show)" = 0
cp "$work/screen.toml" "$machine/etc/gate-player/.new.toml"
mv "$machine/etc/gate-player/.new.toml" "$machine/etc/gate-player/screen.toml"
until_true 20 'mended: the picture is back by itself' is_active gate-player-show
is_true 'and the stand-in is gone' test "$(inside systemctl is-active gate-player-stand-in)" = inactive

# --- upgrades -----------------------------------------------------------------------------------------------------------
ends_with() { printf 'import sys\n\nif "run" in sys.argv:\n    sys.exit(%s)\nfrom player.cli import main\n\nmain()\n' "$1" >"$2/lib/gate-player"; }
keeps_configuration() { cmp -s "$work/screen.toml" "$machine/etc/gate-player/screen.toml"; }
verdict_is() { grep -q "\"verdict\": \"$1\"" "$machine/var/lib/gate-player/upgraded.json" 2>/dev/null; }
says_version() { [ "$(inside gate-player --version)" = "$1" ]; }
arch=$(dpkg-deb -f "$package" Architecture)

repack "$package" 90.0 :
put_package "$work/gate-player_90.0_$arch.deb"
is_true 'upgraded: the new version runs' says_version 90.0
is_true 'the version before is kept' test -d "$machine/opt/gate-player/kept/$version"
is_true 'the configuration is as it was' keeps_configuration
until_true 20 'there is a picture' has_picture upgraded
until_true 200 'after two minutes the new version is good' verdict_is good

repack "$package" 91.0 ends_with 1
put_package "$work/gate-player_91.0_$arch.deb"
until_true 30 'a version that ends at once gives way' verdict_is 'rolled back'
until_true 20 'the version before shows its picture' is_active gate-player-show
is_true 'it is the one before' says_version 90.0
is_true 'status tells of it' status_says 'FAULT .*91\.0, the player ended'
rm "$machine/var/lib/gate-player/upgraded.json"

repack "$package" 92.0 ends_with 78
put_package "$work/gate-player_92.0_$arch.deb"
until_true 20 'a version that refuses the configuration gives way' verdict_is 'rolled back'
until_true 20 'the version before shows its picture' is_active gate-player-show
is_true 'it is the one before' says_version 90.0
until_true 20 'there is a picture' has_picture rolled-back
is_true 'the configuration is as it was' keeps_configuration

# --- the end ------------------------------------------------------------------------------------------------------------
inside apt-get -qq -y remove gate-player >"$work/remove.log" 2>&1 || fail 'apt removes it'
is_true 'removed: configuration and state stay' test -f "$machine/etc/gate-player/screen.toml" -a -d "$machine/var/lib/gate-player/store"
is_true 'no service is left' test -z "$(inside systemctl list-units --plain --no-legend --state=active 'gate-player*')"
inside apt-get -qq -y purge gate-player >"$work/purge.log" 2>&1 || fail 'apt purges it'
left=$(find "$machine" -xdev \( -path "$machine/srv" -o -path "$machine/proc" -o -path "$machine/sys" -o -path "$machine/var/log" \) -prune -o \
    -name '*gate-player*' ! -path '*/display-x11.service.d*' ! -name 'gate-player-display-x11.service.d' -print)
is_true "purged: no file is left${left:+: $left}" test -z "$left"
is_true 'nor a user or group, but what udev makes' test -z "$(comm -13 <(printf '%s\n' "$users_before") <(sort "$machine/etc/passwd" "$machine/etc/group") | grep -v '^\(render\|sgx\|input\|kvm\):')"

printf '%s claims hold; pictures and logs: %s\n' "$passed" "$work"
