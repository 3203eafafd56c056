#!/usr/bin/env bash
# Makes gate-player_VERSION_ARCH.deb: the player with a Python environment of its own that lies wherever it is put, for
# Debian's own python, so that a gate PC installs it without a network.
#
#   bash packaging/build-deb.sh [--out DIR]        DIR: build/ if not said
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
sources=$root/packaging/deb
out=$root/build

while [ $# -gt 0 ]; do
    case $1 in
        --out) out=${2:?"--out: say which folder"} && shift 2 ;;
        *) echo "usage: bash packaging/build-deb.sh [--out DIR]" >&2 && exit 2 ;;
    esac
done

bash "$root/packaging/setup.sh"
bash "$root/packaging/prepare.sh"

version=$(sed -n 's/^__version__: Final = "\(.*\)"$/\1/p' "$root/player/__init__.py")
: "${version:?packaging/build-deb.sh: player/__init__.py names no version}"
arch=$(dpkg --print-architecture)
# The same checkout makes the same package.
if commit_time=$(git -C "$root" log -1 --format=%ct 2>/dev/null); then
    export SOURCE_DATE_EPOCH=$commit_time
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
stage=$work/stage
home=opt/gate-player/$version
tree=$stage/$home
python=$tree/bin/python3

install_with_pip() {
    "$root/.venv/bin/python" -m pip --python "$python" install -qq --disable-pip-version-check --no-input \
        --no-compile --no-deps "$@"
}

echo "libraries, as locked, for $(/usr/bin/python3 --version)"
/usr/bin/python3 -m venv --without-pip --symlinks "$tree"
"$root/.venv/bin/python" "$sources/locked_subset.py" "$root/packaging/requirements.lock" >"$work/requirements.txt"
install_with_pip --require-hashes --only-binary :all: --requirement "$work/requirements.txt"

echo 'the player'
(cd "$root" && .venv/bin/python -m hatchling build --target wheel --directory "$work/wheel" >/dev/null 2>&1)
install_with_pip --no-index "$work"/wheel/*.whl
# Demos are built from their sources by what a gate PC does not carry.
rm -rf "$tree/share/gate-player/assets/demo"

echo 'leaving out what is never loaded'
site=$(echo "$tree"/lib/python3.*/site-packages)
/usr/bin/python3 -B "$sources/prune.py" "$site"

# Programs and settings that pip and venv wrote name the folder they were made in; these do not.
find "$tree/bin" -mindepth 1 ! -name 'python3*' -delete
rm -rf "${tree:?}/include" "${tree:?}/lib64"
ln -sf /usr/bin/python3 "$python"
find "$tree/bin" -name 'python3.*' -delete
printf 'home = /usr/bin\ninclude-system-site-packages = false\n' >"$tree/pyvenv.cfg"
install -m 755 "$sources/launcher.sh" "$tree/bin/gate-player"
install -m 644 "$sources/launcher.py" "$tree/lib/gate-player"

# Compiled now: nobody may write there later. By what it will be called, never by the folder of the moment.
/usr/bin/python3 -m compileall -q -j 0 -s "$tree" -p "/$home" --invalidation-mode unchecked-hash "$tree/lib" \
    >"$work/compile.log" || { cat "$work/compile.log" >&2; exit 1; }

echo 'the package'
cp -r "$sources/root/." "$stage/"
install -D -m 644 -t "$stage/usr/lib/gate-player" "$sources/upgrade.py" "$sources/x_cookie.py" \
    "$sources/set_clock.py"
documents=$stage/usr/share/doc/gate-player
install -D -m 644 -t "$documents" "$root/packaging/README.md" "$root/packaging/CHANGELOG.md"
install -D -m 644 "$root/packaging/LICENCES.md" "$documents/copyright"
install -D -m 644 -t "$documents/examples" "$root"/config/*.toml

if grep -rlF -e "$work" -e "$root" "$stage" >"$work/named"; then
    printf 'build-deb.sh: these files name the folder they were built in:\n' >&2
    sed "s|^$stage||" "$work/named" >&2
    exit 1
fi

chmod -R u+rwX,go+rX,go-w "$stage"
size_kb=$(du -sk --apparent-size "$stage" | cut -f 1)
mkdir "$stage/DEBIAN"
sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$arch/" -e "s/@SIZE@/$size_kb/" "$sources/control.in" >"$stage/DEBIAN/control"
install -m 644 "$sources/templates" "$stage/DEBIAN/templates"
for script in config preinst postinst prerm postrm; do
    sed "s/@VERSION@/$version/" "$sources/$script" >"$stage/DEBIAN/$script"
    chmod 755 "$stage/DEBIAN/$script"
done
(cd "$stage" && find opt usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
# A folder that a technician made with other rights must not be changed by the package.
if [ -n "${SOURCE_DATE_EPOCH:-}" ]; then
    find "$stage" -print0 | xargs -0 touch --no-dereference --date="@$SOURCE_DATE_EPOCH"
fi
mkdir -p "$out"
dpkg-deb --build --root-owner-group -Zxz --threads-max="$(nproc)" "$stage" "$out" >/dev/null
package=$out/gate-player_${version}_$arch.deb
printf '%s: %s, installed %s MB\n' "$package" "$(du -h "$package" | cut -f 1)" "$(du -sm "$stage/opt" "$stage/usr" | awk '{ sum += $1 } END { print sum }')"
