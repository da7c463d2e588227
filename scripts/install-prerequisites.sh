#!/bin/sh
# Installs what the build needs and the machine lacks: the headers of ICU, minizip, Expat,
# libxlsxwriter and mimalloc, pkg-config, git and the C library's headers. As root or where sudo asks nothing;
# elsewhere it prints the line to run.
set -eu

fail() {
  echo "$*" >&2
  exit 1
}

command -v swift >/dev/null || fail "Swift 6.2 or later is needed: https://www.swift.org/install"
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
major=${version%%.*}
minor=${version#*.}
if [ "${major:-0}" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 2 ]; }; then
  fail "Swift 6.2 or later is needed; this is ${version:-unknown}"
fi

# The compiler that comes with Swift links with the system's C library, which may not be there.
links_c() {
  clang=$(dirname "$(command -v swift)")/clang
  [ -x "$clang" ] || clang=$(command -v cc) || return 1
  printf '#include <stdlib.h>\nint main(void) { return EXIT_SUCCESS; }\n' |
    "$clang" -x c - -lstdc++ -o /dev/null 2>/dev/null
}

missing=
command -v git >/dev/null || missing="$missing git ca-certificates"
command -v pkg-config >/dev/null || missing="$missing pkg-config"
if ! pkg-config --exists icu-uc icu-i18n 2>/dev/null; then missing="$missing libicu-dev"; fi
if ! pkg-config --exists zlib 2>/dev/null; then missing="$missing zlib1g-dev"; fi
if ! pkg-config --exists minizip 2>/dev/null; then missing="$missing libminizip-dev"; fi
if ! pkg-config --exists expat 2>/dev/null; then missing="$missing libexpat1-dev"; fi
if ! pkg-config --exists xlsxwriter 2>/dev/null; then missing="$missing libxlsxwriter-dev"; fi
# Debian's package of mimalloc has nothing for pkg-config.
[ -e /usr/include/mimalloc.h ] || missing="$missing libmimalloc-dev"
links_c || missing="$missing g++"
[ -n "$missing" ] || exit 0

command -v apt-get >/dev/null ||
  fail "Missing, under Debian's names:$missing. Install them and run make again."
if [ "$(id -u)" -eq 0 ]; then
  become=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
  become=sudo
else
  fail "Missing:$missing. Run this line, then make again:
  sudo apt-get update && sudo apt-get install -y$missing"
fi
echo "Installing:$missing" >&2
# $become and $missing are lists of words.
$become apt-get update -q >&2
$become env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $missing >&2
