#!/usr/bin/env bash
# Makes what a checkout needs besides .venv/ and git does not hold: the demo gates' pictures and videos, and the factory
# pack. Called by run.sh and test.sh, each time: does only what has changed.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
python=.venv/bin/python
mkdir -p build
exec 9>build/prepare.lock
flock 9 # run.sh and test.sh may start together

stop() {
    printf 'preparing failed at "%s"\n' "$1" >&2
    exit 1
}

# One digest over the names and bytes of everything in the folders given.
digest() {
    find "$@" -type f ! -name '*.pyc' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
}

"$python" packaging/make_demo_media.py || stop 'making the demo media'

# The same source built by another builder may be another pack.
wanted=$(digest assets/factory assets/fonts player/pack player/publish packaging/requirements.lock)
if [ ! -f build/factory/pack.json ] || [ "$(cat build/factory.digest 2>/dev/null)" != "$wanted" ]; then
    echo 'building the factory pack'
    rm -rf build/factory build/factory.digest
    .venv/bin/gate-player pack build assets/factory --out build/factory || stop 'building the factory pack'
    printf '%s\n' "$wanted" >build/factory.digest
fi
