#!/usr/bin/env bash
# Installs what is missing and passes every check and test. The last line is pytest's own.
#   bash packaging/test.sh [pytest's arguments]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export LC_ALL=C.UTF-8

# Runs one step and says how long it took; a failure ends the run, its own output above.
step() {
    local name=$1 began=$EPOCHREALTIME
    shift
    if ! "$@"; then
        printf 'test.sh: failed at "%s"\n' "$name" >&2
        exit 1
    fi
    awk -v name="$name" -v began="$began" -v ended="$EPOCHREALTIME" \
        'BEGIN { printf "%-22s %5.1f s\n", name, ended - began }'
}

# For checkers that talk when all is well.
quiet() {
    local said
    said=$("$@" 2>&1) || {
        printf '%s\n' "$said"
        return 1
    }
}

step 'set-up' bash packaging/setup.sh servers
step 'demo media, pack' bash packaging/prepare.sh
step 'ruff check' .venv/bin/ruff check --quiet
step 'ruff format' .venv/bin/ruff format --check --quiet
step 'mypy' .venv/bin/mypy --no-error-summary
step 'import rules' quiet .venv/bin/lint-imports --no-logo --cache-dir build/import-linter
step 'qmllint' bash packaging/lint_qml.sh
# Those who are done take over from the others: the slowest tests lie side by side.
exec .venv/bin/pytest -n 2 --dist worksteal "$@"
