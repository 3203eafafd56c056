#!/usr/bin/env bash
# Makes assets/fonts/ again from its sources, the same bytes each time. For whoever changes the fonts; a gate, the tests
# and the two set-up commands use the committed files.
#
# Needs npm, apt-get and dpkg-deb on the machine and the project's .venv (fonttools). Sources, all pinned:
#   npm packages of whole static Noto files (newest cuts, with Latin letters in Lao and Khmer), by version and integrity;
#   Debian fonts-noto-core for Pahawh Hmong, which npm does not carry; unicode-data for the list of Chinese characters.
# packaging/fonts.sha256 says what must come out.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
fonts=$root/assets/fonts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

stop() {
    printf 'build_fonts.sh: %s\n' "$1" >&2
    exit 1
}

# npm name and folder here, version, sha512 integrity, file stem
npm_sources='
noto-sans 0.4.2 zYD8G2ijWLxqmquoQgghNh/x9p0yxWwArD0oxO1oXY1qx5vOd4t0Kbhnu/Cx8RTy08OgA8RtxuULZFaXwVPnPw== NotoSans
noto-sans-cham 0.4.1 X6aSp+mGmXC50KqXwSAbeQ92FgjpGkRtVFPyy78sXDDOwV6UbwfS9rvAQeumiBQK2JoixEyxLMnpPO52FvG+3A== NotoSansCham
noto-sans-khmer 0.4.3 vBG7J/w4j+tPTPA53a43zb/s/K3AjHRTDbEG4omn/xs4dThknBh4aVRJ4zwROLy7OeZnhQPDkGRUEPAi8C/btg== NotoSansKhmer
noto-sans-lao 0.4.2 gM/grIG03BWSk8lqiR1IC7WHpGH/8TrvwU0ZjEvs236YiN0LK2qQythq6lqcJbENo/0HMxdk13n35yhqnHVJ8g== NotoSansLao
noto-sans-sc 0.4.3 9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642eGYjg86eH6DkAEQmfNHDncQ== NotoSansSC
noto-sans-tai-viet 0.4.1 ZCSX6pX6edJQihrC0YYI2/hhxdFvaFe0xMc4EwxJrXW6kdj1PsRxBXDqldiq3AOqTvdI/KLDNWTjeov8kEbg9A== NotoSansTaiViet
noto-sans-thai 0.4.2 PGBBBDGfJJ/5y2hNweLBZWD4YmVT4uOO4chsOPXyl0TktaBJamDKVKv/WbGiDTeBGdkegLiytsWo+lhnkHP5qA== NotoSansThai
'
debian_sources='fonts-noto-core=20201225-1 unicode-data=15.0.0-1'

fetch_npm() {
    local name=$1 version=$2 integrity=$3 archive=$work/expo-google-fonts-$1-$2.tgz
    npm pack --silent "@expo-google-fonts/$name@$version" --pack-destination "$work" >/dev/null 2>"$work/log" \
        || stop "npm pack $name@$version failed: $(tail -n 1 "$work/log")"
    [ "$(openssl dgst -sha512 -binary "$archive" | base64 -w 0)" = "$integrity" ] \
        || stop "$name@$version is not the file this script was written for"
    mkdir -p "$work/$name"
    tar xzf "$archive" -C "$work/$name" --strip-components=1
}

fetch_debian() {
    chmod 755 "$work" # apt downloads as its own user where it can
    # shellcheck disable=SC2086  # a list of two
    (cd "$work" && apt-get download -q $debian_sources >"$work/log" 2>&1) \
        || stop "apt-get download $debian_sources failed: $(tail -n 1 "$work/log")"
    local package
    for package in "$work"/*.deb; do dpkg-deb -x "$package" "$work/debian"; done
}

place_npm() {
    local name=$1 stem=$2
    mkdir -p "$fonts/$name"
    cp "$work/$name/400Regular/${stem}_400Regular.ttf" "$fonts/$name/$stem-Regular.ttf"
    local bold=$work/$name/700Bold/${stem}_700Bold.ttf
    [ ! -e "$bold" ] || cp "$bold" "$fonts/$name/$stem-Bold.ttf" # Tai Viet has one weight
    cp "$work/$name/LICENSE_FONT" "$fonts/$name/OFL.txt"
}

# The same licence text, under the copyright line that this font itself carries.
place_debian() {
    local name=$1 stem=$2
    mkdir -p "$fonts/$name"
    cp "$work/debian/usr/share/fonts/truetype/noto/$stem-Regular.ttf" "$fonts/$name/"
    {
        "$root/.venv/bin/python" -c 'import sys; from fontTools.ttLib import TTFont
print(TTFont(sys.argv[1])["name"].getDebugName(0))' "$fonts/$name/$stem-Regular.ttf"
        tail -n +2 "$fonts/noto-sans/OFL.txt"
    } >"$fonts/$name/OFL.txt"
}

# 10.5 MB a weight, of which a gate needs the 8,105 characters of general use and GB2312: 3 MB.
subset_chinese() {
    "$root/.venv/bin/python" "$root/packaging/chinese_characters.py" "$work/debian/usr/share/unicode" >"$work/chinese.txt"
    local weight
    for weight in Regular Bold; do
        "$root/.venv/bin/pyftsubset" "$fonts/noto-sans-sc/NotoSansSC-$weight.ttf" --unicodes-file="$work/chinese.txt" \
            --layout-features='*' --output-file="$work/subset.ttf"
        mv "$work/subset.ttf" "$fonts/noto-sans-sc/NotoSansSC-$weight.ttf"
    done
}

[ -x "$root/.venv/bin/pyftsubset" ] || stop 'no .venv: run packaging/setup.sh first'
fetch_debian
while read -r name version integrity stem; do
    [ -n "$name" ] || continue
    fetch_npm "$name" "$version" "$integrity"
    place_npm "$name" "$stem"
done <<<"$npm_sources"
place_debian noto-sans-pahawh-hmong NotoSansPahawhHmong
subset_chinese
chmod 644 "$fonts"/*/*
(cd "$fonts" && sha256sum --check --quiet "$root/packaging/fonts.sha256") \
    || stop 'the files differ from packaging/fonts.sha256 (another fonttools? see packaging/requirements.lock)'
printf 'assets/fonts: %s files, %s bytes\n' "$(find "$fonts" -name '*.ttf' | wc -l)" \
    "$(find "$fonts" -name '*.ttf' -printf '%s\n' | awk '{sum += $1} END {print sum}')"
