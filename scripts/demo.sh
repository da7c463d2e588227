#!/bin/sh
# Merges the four lists of corpora/demo with the binary given, and shows what came of it.
# The files stay in out/ for a spreadsheet.
set -eu
dizim=$1
demo=corpora/demo
lists="$demo/memorial-en.csv $demo/svodka-ru.csv $demo/dizim-kaa.tsv $demo/royxat-uz.csv"
mkdir -p out

echo "Four lists of four organisations:"
# $lists is a list of words.
"$dizim" merge $lists -o out/roll.csv --rows out/rows.csv --review out/review.csv 2>out/summary.txt
sed 's/^/  /' out/summary.txt

# The same once more for the screen, in a form that awk can take apart.
screen=$(mktemp -d)
trap 'rm -rf "$screen"' EXIT
"$dizim" merge $lists -o "$screen/roll.tsv" --review "$screen/review.tsv" 2>/dev/null

echo
echo "Against the truth (corpora/demo/truth.tsv):"
"$dizim" evaluate clusters out/rows.csv "$demo/truth.tsv" --format csv | awk -F, '
  NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i }
  NR == 2 {
    printf "  %d people found, %d are there\n", $column["people_found"], $column["people_true"]
    printf "  precision %.1f %%, recall %.1f %% of the pairs of rows that are one person\n",
      100 * $column["precision"], 100 * $column["recall"]
    printf "  %.0f of 1,000 people share a person with somebody else\n", $column["wrongly_merged_per_1000"]
  }'

echo
echo "The first people who stand on three lists or more:"
echo
LC_ALL=C awk -f scripts/roll-lines.awk "$screen/roll.tsv"

echo
echo "The first question for a person:"
echo
LC_ALL=C awk -F '\t' '
  NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i }
  NR == 2 {
    printf "  %-18s %s\n", $column["left_row"], $column["left_name"]
    printf "  %-18s %s\n", $column["right_row"], $column["right_name"]
    printf "  probability %s: %s\n", $column["probability"], $column["reasons"]
  }' "$screen/review.tsv"

echo
echo "The whole roll: out/roll.csv    every row with its person: out/rows.csv"
echo "To decide: out/review.csv; fill in same or different under decision and give it back:"
echo "  dizim merge LISTS -o out/roll.csv --decisions out/review.csv"
