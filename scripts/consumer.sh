#!/bin/sh
# Builds the package in Tests/Consumer, which uses ours as any other would, and runs its programs: each
# imports one product alone and stops where something is not as it says. Arguments are passed on to
# `swift build`. Without any the package is built as it comes; `--disable-default-traits` builds it
# without ICU.
set -eu
scratch=.build/consumer
swift build --package-path Tests/Consumer --scratch-path "$scratch" "$@"
programs=$(swift build --package-path Tests/Consumer --scratch-path "$scratch" --show-bin-path "$@")
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for product in NameText NameSimilarity NameIndex Linkage; do
  "$programs/${product}Alone" >"$out/$product"
done
"$programs/LinkageIOAlone" corpora/demo/memorial-en.csv corpora/demo/svodka-ru.csv "$out" >"$out/LinkageIO"
for product in NameText NameSimilarity NameIndex Linkage LinkageIO; do
  test -s "$out/$product"
done
echo "A package that uses ours builds, and its programs say what they should"
