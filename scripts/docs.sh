#!/bin/sh
# Writes the documentation of the library modules to out/docs, from their comments and their DocC
# catalogues, with the compiler's own tools alone. A warning is an error.
set -eu
out=out/docs
mkdir -p out
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

command -v docc >/dev/null || {
  echo "docc is missing, which comes with Swift's toolchain" >&2
  exit 1
}
# A build of its own, since the graphs are written only when a module is compiled. LinkageIO imports
# all the others.
scratch=.build/docs
graphs=$(pwd)/$scratch/graphs
mkdir -p "$graphs"
swift build --target LinkageIO --scratch-path "$scratch" -Xswiftc -emit-symbol-graph \
  -Xswiftc -emit-symbol-graph-dir -Xswiftc "$graphs" \
  -Xswiftc -symbol-graph-minimum-access-level -Xswiftc public \
  -Xswiftc -symbol-graph-skip-synthesized-members >"$work/log" 2>&1 || {
  cat "$work/log" >&2
  exit 1
}
modules="NameText NameSimilarity NameIndex Linkage LinkageIO"
for module in $modules; do
  mkdir "$work/$module"
  # What a module adds to types of another has a file of its own: Linkage@NameSimilarity.
  cp "$graphs/$module.symbols.json" "$work/$module"
  for extension in "$graphs/$module@"*.symbols.json; do
    if [ -e "$extension" ]; then cp "$extension" "$work/$module"; fi
  done
  docc convert "Sources/$module/$module.docc" --additional-symbol-graph-dir "$work/$module" \
    --fallback-display-name "$module" --fallback-bundle-identifier "dizim.$module" \
    --warnings-as-errors --output-path "$work/$module.doccarchive"
done
rm -rf "$out"
archives=
for module in $modules; do archives="$archives $work/$module.doccarchive"; done
# $archives is a list of words.
docc merge $archives --synthesized-landing-page-name Dizim --synthesized-landing-page-kind Package \
  --output-path "$out"
echo "Written to $out. Any web server shows it:"
echo "  python3 -m http.server --directory $out 8000    and http://localhost:8000/documentation"
