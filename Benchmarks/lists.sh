#!/bin/sh
# Makes the lists that the benchmarks run on, and the peers' environment from pinned requirements, in FOLDER; where asked
# for, the environment of the peers of whole lists as well.
#   lists.sh FOLDER [whole-lists]
set -eu
folder=$1
here=$(dirname "$0")
mkdir -p "$folder"

# An environment is complete when the requirements that it was made of lie in it.
environment() {
  if ! cmp -s "$2" "$1/requirements.txt"; then
    python3 -m venv --clear "$1"
    "$1/bin/pip" install --quiet --requirement "$2"
    cp "$2" "$1/requirements.txt"
  fi
}

environment "$folder/env" "$here/peers/requirements.txt"
if [ "${2:-}" = whole-lists ]; then
  environment "$folder/whole-lists-env" "$here/peers/requirements-whole-lists.txt"
fi
python="$folder/env/bin/python"
[ -f "$folder/lexicon.json" ] || "$python" "$here/peers/make_lexicon.py" "$folder/lexicon.json"
[ -f "$folder/list.tsv" ] || "$python" "$here/peers/gen.py" "$folder/lexicon.json" 100000 "$folder/list.tsv" --seed 1
[ -f "$folder/names.txt" ] \
  || "$python" "$here/peers/lists.py" "$folder/list.tsv" "$folder/tokens.txt" "$folder/names.txt"
