#!/usr/bin/env bash
# Makes packaging/requirements.lock from pyproject.toml: everything a checkout needs (the player, the extras `publish` and
# `test`, the build backend), by name, version and sha256, and nothing else. For whoever changes a dependency.
#
#   bash packaging/lock.sh              keep the locked versions, add and drop what pyproject.toml says
#   bash packaging/lock.sh --upgrade    the newest versions allowed (or --upgrade-package NAME)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Packages kept on this machine must not end up in the lock: their hashes exist nowhere else. PIP_INDEX_URL and
# PIP_CERT still count.
export PIP_CONFIG_FILE=/dev/null
unset PIP_FIND_LINKS PIP_EXTRA_INDEX_URL PIP_NO_INDEX

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pip-tools>=7.5'
cd "$root"
"$work/venv/bin/pip-compile" --quiet "$@" --all-extras --all-build-deps --allow-unsafe --generate-hashes --strip-extras \
    --no-header --no-annotate --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
    --output-file packaging/requirements.lock pyproject.toml
if grep -nE '://|^-' packaging/requirements.lock; then
    echo 'lock.sh: the lock names a place (above); only names, versions and hashes belong there' >&2
    exit 1
fi
"$work/venv/bin/pip" download --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: \
    --requirement packaging/requirements.lock --dest "$work/wheels"
printf 'packaging/requirements.lock: %s packages, all there to download\n' "$(find "$work/wheels" -type f | wc -l)"
