#!/usr/bin/env bash
# Installs what is missing and opens the demo gate. Arguments go to `gate-player run`:
#   bash packaging/run.sh [--demo lao-bao] [--screen kiosk] [--windowed] …
# Without a display it plays on a virtual one and leaves pictures of what it showed in build/pictures/.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

bash "$root/packaging/setup.sh"
bash "$root/packaging/prepare.sh"

# Without a word about which pack, the gate at Hữu Nghị.
case " $* " in
    *' --demo'* | *' --home'* | *' --config'*) ;;
    *) set -- --demo huu-nghi "$@" ;;
esac
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$root/.venv/bin/gate-player" run "$@"
fi
exec "$root/.venv/bin/python" "$root/packaging/capture.py" "$@"
