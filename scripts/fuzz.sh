#!/bin/sh
# Builds the fuzz targets of `Fuzz` with libFuzzer and AddressSanitizer, and runs each for a while.
#
#     scripts/fuzz.sh [SECONDS] [TARGET…]
#
# As an executable of the package they would not link, since libFuzzer brings the `main`: the modules are built by
# `swift build`, with its eyes in them, and joined here. What a target learns stays in `out/fuzz/TARGET`, what breaks it
# in `out/fuzz/TARGET-…`.
set -eu
seconds=${1:-20}
[ $# -eq 0 ] || shift
targets=${*:-csv tsv sniffer encoding json jsonl xlsx sheet names cells keys scorers metrics}
scratch=.build/fuzz
# In one flag, since of two the compiler takes the last: without `fuzzer` libFuzzer does not see what an input reaches.
flags="-Xswiftc -sanitize=fuzzer,address"
# The C of the tables is bytes only.
swift build -c release --scratch-path "$scratch" --target LinkageIO $flags
built=$(swift build -c release --scratch-path "$scratch" --show-bin-path $flags)
package=$(basename "$PWD" | tr '[:upper:]' '[:lower:]')
objects=
for module in CNameTables CNameKernels NameTables NameText NameSimilarity NameIndex Linkage LinkageIO; do
  objects="$objects $(find "$built/$module.build" -name '*.o' | tr '\n' ' ')"
done
mkdir -p out/fuzz
# shellcheck disable=SC2086 # lists of words
swiftc -O -sanitize=fuzzer,address -parse-as-library -package-name "$package" \
  -I "$built/Modules" \
  -Xcc -fmodule-map-file="$built/CNameTables.build/module.modulemap" \
  -Xcc -fmodule-map-file="$built/CNameKernels.build/module.modulemap" \
  -Xcc -fmodule-map-file=Sources/CICU/module.modulemap \
  -Xcc -fmodule-map-file=Sources/CZlib/module.modulemap \
  -Xcc -fmodule-map-file=Sources/CMinizip/module.modulemap \
  -Xcc -fmodule-map-file=Sources/CExpat/module.modulemap \
  -Xcc -fmodule-map-file=Sources/CXLSXWriter/module.modulemap \
  -Xcc -fmodule-map-file=Sources/CLinux/module.modulemap \
  Fuzz/*.swift $objects -o out/fuzz/dizim-fuzz -lm -lstdc++ \
  $(pkg-config --libs icu-uc icu-i18n zlib minizip expat xlsxwriter)
for target in $targets; do
  case $target in
  xlsx | sheet) words=sheets seeds="corpora/hostile" ;;
  names | cells | keys | scorers | metrics) words=names seeds="corpora/demo" ;;
  *) words=lists seeds="corpora/hostile" ;;
  esac
  # Names of lists, many a run; endless ones have tests of their own.
  longest=65536
  [ "$target" != scorers ] || longest=2048
  mkdir -p "out/fuzz/$target"
  echo "$target:"
  # shellcheck disable=SC2086
  DIZIM_FUZZ=$target ASAN_OPTIONS=detect_leaks=0 out/fuzz/dizim-fuzz "out/fuzz/$target" $seeds \
    -dict="Fuzz/$words.dict" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 \
    -max_len=$longest -print_final_stats=1 -artifact_prefix="out/fuzz/$target-" 2>"out/fuzz/$target.log" || {
    tail -n 40 "out/fuzz/$target.log"
    exit 1
  }
  sed -n 's/^stat::number_of_executed_units: */  runs /p; s/^stat::peak_rss_mb: */  MB /p' "out/fuzz/$target.log"
done
