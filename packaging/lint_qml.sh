#!/usr/bin/env bash
# Lints every QML file, or those named, against the types Qt and player/shell/ register. A warning, or an import nobody uses, fails.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

mkdir -p "$root/build"
exec 9>"$root/build/qml.lock"
flock 9 # the types are made anew each time, in one place
"$root/.venv/bin/python" "$root/packaging/build_qml_types.py"
if [ $# -eq 0 ]; then
    mapfile -t files < <(find "$root/layouts" "$root/tests" -name '*.qml' | sort)
else
    files=("$@")
fi
[ "${#files[@]}" -gt 0 ] || exit 0
# Absolute import paths: with relative ones qmllint warns of singletons that are none.
"$root/.venv/bin/pyside6-qmllint" --max-warnings 0 --unused-imports warning -I "$root/layouts" -I "$root/build/qml" "${files[@]}"
