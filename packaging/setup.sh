#!/usr/bin/env bash
# Makes a bare Debian 12 able to run and test this checkout: Debian packages, .venv/, the locked Python packages, and
# .venv/bin/gate-player. Called by run.sh and test.sh, each time: does only what is missing. As root or with sudo; without
# either it works as long as no Debian package is missing.
#
# Honoured: http_proxy, https_proxy, no_proxy (also in capitals), PIP_CERT, SSL_CERT_FILE and every other setting of pip.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv=$root/.venv
stamp=$venv/.set-up
log=$root/build/set-up.log

debian_packages=(
    python3-venv
    # What Qt's xcb, wayland and offscreen platforms load (libxext6: the player keeps the display awake);
    # libthai breaks Thai lines in texts that come from no pack.
    libdbus-1-3 libegl1 libfontconfig1 libfreetype6 libgl1 libglib2.0-0 libthai0
    libwayland-client0 libwayland-cursor0 libwayland-egl1
    libx11-6 libx11-xcb1 libxext6 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
    libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1
    libxcb1 libxkbcommon0 libxkbcommon-x11-0
    # Video: the worker scales with libswscale itself; libvlc-bin keeps the plugin cache, without which each start reads
    # every plugin.
    libvlc5 libvlc-bin vlc-plugin-base libswscale6
    # A display for run.sh where there is none, and for the tests; a Wayland compositor for the tests.
    xvfb weston
    # A clock that tests can set while the player runs.
    libfaketime
)
# With the word "servers": what tests and measurements fetch packs from, press keys with (XTEST), turn a display with and
# let system calls fail with. Not for a machine that only plays: Debian starts the web server. And what the tests of the
# Debian package check its units and scripts with.
[ "${1:-}" != servers ] || debian_packages+=(nginx-light libxtst6 libxfixes3 x11-xserver-utils strace systemd shellcheck)

# Prints which step failed and why in one line, then the end of its log.
failed() {
    local reason
    # pip and apt go on after a broken connection and then blame a package: what broke comes first.
    reason=$(grep -m 1 -oE '(Could not fetch URL|Failed to fetch).*' "$log" || true)
    [ -n "$reason" ] || reason=$(grep -E '^(E:|ERROR|error)|[Ee]rror:' "$log" | tail -n 1 || true)
    [ -n "$reason" ] || reason=$(grep -v '^[[:space:]]*$' "$log" | tail -n 1 || true)
    printf 'set-up failed at "%s": %s\n' "$1" "${reason:-no message}" >&2
    sed 's/^/    /' "$log" | tail -n 15 >&2
    exit 1
}

step() {
    local name=$1
    shift
    printf 'set-up: %s\n' "$name"
    "$@" >"$log" 2>&1 || failed "$name"
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing_packages() {
    local package
    for package in "${debian_packages[@]}"; do
        is_installed "$package" || printf '%s\n' "$package"
    done
}

as_root() {
    # apt-get knows the proxies by their small names only.
    local settings=(
        DEBIAN_FRONTEND=noninteractive
        "http_proxy=${http_proxy:-${HTTP_PROXY:-}}"
        "https_proxy=${https_proxy:-${HTTPS_PROXY:-}}"
        "no_proxy=${no_proxy:-${NO_PROXY:-}}"
    )
    if [ "$(id -u)" -eq 0 ]; then
        env "${settings[@]}" "$@"
    else
        sudo env "${settings[@]}" "$@"
    fi
}

# Steps run where `set -e` does not count (behind ||), so each says itself when it failed.
# python3-venv brings ca-certificates, whose installation writes the machine's bundle anew. A bundle that somebody put
# there before (a network with a certificate authority of its own) must survive that.
install_packages() {
    local bundle=/etc/ssl/certs/ca-certificates.crt kept='' failed=0
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo; then
        echo "error: neither root nor sudo, so these cannot be installed: ${missing[*]}"
        return 1
    fi
    if [ -s "$bundle" ] && ! is_installed ca-certificates; then
        kept=$(mktemp)
        cat "$bundle" >"$kept"
    fi
    as_root apt-get -q -o DPkg::Lock::Timeout=300 update || echo 'the package lists could not all be read again'
    as_root apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "${missing[@]}" || failed=1
    if [ -n "$kept" ]; then
        as_root cp "$kept" "$bundle" || failed=1
        rm "$kept"
    fi
    return "$failed"
}

make_venv() {
    "$venv/bin/python" -m pip --version || /usr/bin/python3 -m venv --clear "$venv"
}

install_locked() {
    "$venv/bin/python" -m pip install --disable-pip-version-check --no-input --require-hashes \
        --requirement "$root/packaging/requirements.lock"
}

# Editable: the checkout is what runs. The build backend comes from the lock.
install_player() {
    "$venv/bin/python" -m pip install --disable-pip-version-check --no-input --no-deps --no-build-isolation --no-index \
        --editable "$root"
}

# What the environment was made from, and where: the programs in .venv/bin carry its path.
wanted_stamp() {
    (cd "$root" && sha256sum packaging/requirements.lock packaging/wheel_contents.py pyproject.toml)
    printf '%s\n' "$venv"
}

mkdir -p "$root/build"
exec 9>"$root/build/set-up.lock"
flock 9 # run.sh and test.sh may start together

mapfile -t missing < <(missing_packages)
[ "${#missing[@]}" -eq 0 ] || step "installing ${#missing[@]} Debian packages" install_packages

# pip reads PIP_CERT but not SSL_CERT_FILE.
[ -n "${PIP_CERT:-}" ] || [ -z "${SSL_CERT_FILE:-}" ] || export PIP_CERT=$SSL_CERT_FILE
if [ ! -x "$venv/bin/gate-player" ] || [ "$(cat "$stamp" 2>/dev/null)" != "$(wanted_stamp)" ]; then
    rm -f "$stamp"
    step 'making .venv' make_venv
    step 'installing the locked Python packages' install_locked
    step 'installing the player' install_player
    wanted_stamp >"$stamp"
fi
