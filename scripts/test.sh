#!/bin/sh
# Runs all tests, and makes sure that there were any: a target that was not found is no success.
# Arguments are passed on to `swift test`.
set -eu
mkdir -p out
log=out/test.log
status=out/test.status
{
  code=0
  # Testable modules optimised across their borders lead the compiler to ICU's headers in tests that
  # import Foundation, which brings an ICU of its own: the two do not agree.
  swift test -c release -Xswiftc -enable-testing -Xswiftc -disable-cmo "$@" || code=$?
  echo "$code" >"$status"
} 2>&1 | tee "$log"
code=$(cat "$status")
rm "$status"
[ "$code" -eq 0 ] || exit "$code"
summary=$(sed -n 's/.*Test run with \([1-9][0-9]*\) tests\{0,1\} .*passed after \([0-9.]*\) seconds.*/\1 tests run, all passed, in \2 s/p' "$log")
if [ -z "$summary" ]; then
  echo "No tests were run; see $log" >&2
  exit 1
fi
echo "$summary"
