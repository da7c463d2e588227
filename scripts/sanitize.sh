#!/bin/sh
# Runs the tests under AddressSanitizer and ThreadSanitizer, each in a build of its own. Tests try a twentieth of what
# they try otherwise (`TestScale`). Arguments are passed on to `swift test`.
set -eu
# Memory that lives as long as the process (tables read once) is no leak.
export ASAN_OPTIONS="detect_leaks=0:${ASAN_OPTIONS:-}"
for sanitizer in address thread; do
  echo "$sanitizer:"
  sh scripts/test.sh --sanitize="$sanitizer" --scratch-path ".build/$sanitizer" "$@"
done
