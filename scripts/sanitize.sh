#!/bin/sh
# Runs tests under AddressSanitizer and ThreadSanitizer, each in a build of its own: those of what meets foreign bytes
# (readers, encodings, cells), of kernels, and of work in parallel. All tests would take over an hour; arguments are
# passed on to `swift test` instead (`--filter .` for all). Tests try a twentieth of what they try otherwise
# (`TestScale`).
set -eu
# Memory that lives as long as the process (tables read once) is no leak.
export ASAN_OPTIONS="detect_leaks=0:${ASAN_OPTIONS:-}"
export TSAN_OPTIONS="suppressions=$PWD/scripts/thread-sanitizer.txt:${TSAN_OPTIONS:-}"
[ $# -gt 0 ] || set -- --filter 'LinkageIOTests|NameIndexTests|NameSimilarityTests|CellReadingTests|CleaningTests|MojibakeTests|MergeTests|CandidateFinderTests|SearchTests|PairLinkerTests'
for sanitizer in address thread; do
  echo "$sanitizer:"
  # The sanitizers bring allocators of their own.
  sh scripts/test.sh --traits ICU,Gzip,XLSX --sanitize="$sanitizer" --scratch-path ".build/$sanitizer" -Xswiftc -DDEBUG "$@"
done
