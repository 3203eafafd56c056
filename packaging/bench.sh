#!/usr/bin/env bash
# Measures the player and Chromium side by side, prints a table and writes packaging/BENCH.md. Takes about half
# an hour; the machine should do nothing else meanwhile.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

bash packaging/setup.sh servers
bash packaging/prepare.sh
# The browser is for comparison only, so nothing else installs it.
if ! command -v chromium >/dev/null; then
    echo 'installing Chromium'
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
        install --no-install-recommends chromium >build/chromium.log 2>&1 || {
        printf 'bench.sh: Chromium could not be installed: %s\n' "$(grep -m 1 '^E:' build/chromium.log)" >&2
        exit 1
    }
fi
PYTHONPATH=packaging exec .venv/bin/python -m bench
