#!/usr/bin/env bash
# Plays for hours, with packs, orders, hands on the machine and mishaps that come faster than at any gate, and writes
# packaging/SOAK.md: rotation, memory, frames, restarts. Ends with 1 when something does not hold.
#   bash packaging/soak.sh --hours 1.5 [--dry]
# --dry prints the report and leaves SOAK.md as it is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/torture/environment.sh
exec .venv/bin/python -m torture.soak "$@"
