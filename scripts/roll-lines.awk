# The first persons of a roll in TSV who stand on three lists or more, their values one below
# another: names, births, statuses by date, rows. Run under LC_ALL=C: text is bytes, and widths
# are counted by leaving out UTF-8's continuation bytes, since not every awk knows UTF-8.
BEGIN {
  FS = "\t"
  most = 5
  split("37 10 30 16", width, " ")
}

function shown(text) {
  gsub(/\314[\200-\277]|\315[\200-\257]/, "", text)  # combining marks take no room
  gsub(/[\200-\277]/, "", text)
  return length(text)
}

function pad(text, room) {
  while (shown(text) > room) sub(/[^\200-\277][\200-\277]*$/, "", text)
  return text sprintf("%*s", room - shown(text), "")
}

# "released (memorial-en, 2024-04-09)" as "2024-04-09 released"
function dated(status,    place) {
  place = match(status, / \([^()]*\)$/)
  if (!place) return status
  if (match(status, /[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]\)$/))
    return substr(status, RSTART, 10) " " substr(status, 1, place - 1)
  return "           " substr(status, 1, place - 1)
}

function line(a, b, c, d,    text) {
  text = "  " pad(a, width[1]) "  " pad(b, width[2]) "  " pad(c, width[3]) "  " d
  sub(/ +$/, "", text)
  print text
}

NR == 1 {
  for (i = 1; i <= NF; i++) column[$i] = i
  line("PERSON, other spellings", "BORN", "STATUS", "ROW")
  next
}

printed < most && split($column["sources"], sources, / \| /) >= 3 {
  printed++
  names = split($column["other_names"], name, / \| /)
  births = split($column["birth"], birth, / \| /)
  statuses = split($column["statuses"], status, / \| /)
  rows = split($column["rows"], row, / \| /)
  lines = names + 1
  if (births > lines) lines = births
  if (statuses > lines) lines = statuses
  if (rows > lines) lines = rows
  if (printed > 1) print ""
  for (i = 1; i <= lines; i++)
    line(i == 1 ? $column["name"] : i <= names + 1 ? "  " name[i - 1] : "",
      i <= births ? birth[i] : "", i <= statuses ? dated(status[i]) : "", i <= rows ? row[i] : "")
}
