#!/bin/sh
# Makes the lists that the benchmarks run on, and the peers' environment from pinned requirements, in FOLDER.
#   lists.sh FOLDER
set -eu
folder=$1
here=$(dirname "$0")
mkdir -p "$folder"
if [ ! -x "$folder/env/bin/python" ]; then
  python3 -m venv "$folder/env"
  "$folder/env/bin/pip" install --quiet --requirement "$here/peers/requirements.txt"
fi
python="$folder/env/bin/python"
[ -f "$folder/lexicon.json" ] || "$python" "$here/peers/make_lexicon.py" "$folder/lexicon.json"
[ -f "$folder/list.tsv" ] || "$python" "$here/peers/gen.py" "$folder/lexicon.json" 100000 "$folder/list.tsv" --seed 1
[ -f "$folder/names.txt" ] \
  || "$python" "$here/peers/lists.py" "$folder/list.tsv" "$folder/tokens.txt" "$folder/names.txt"
