#!/usr/bin/env python3
"""Writes the four lists of the demonstration, `truth.tsv` and `people.tsv` beside this file.

    python3 corpora/demo/generate.py [DIRECTORY]

The same bytes on every run. Nobody on the lists exists: names are drawn from `names.py`,
everything else from a seeded generator.
"""

import csv
import io
import sys
from dataclasses import dataclass
from pathlib import Path

from lists import copied, dizim, memorial, royxat, svodka
from names import MEN, WOMEN
from people import invented_people

SEED = 20240
WRITERS = {"memorial-en": memorial, "svodka-ru": svodka, "dizim-kaa": dizim, "royxat-uz": royxat}
HEADERS = {
    "memorial-en": ["Full name", "Year of birth", "Place", "Status", "Date", "Note"],
    "svodka-ru": ["№", "Фамилия", "Имя", "Отчество", "Дата рождения", "Место жительства", "Статус",
                  "Дата задержания"],
    "dizim-kaa": ["T/s", "Familiyası Atı", "Tuwılǵan jılı", "Mánzili", "Jaǵdayı", "Sáne"],
    "royxat-uz": ["F.I.Sh.", "Tugʻilgan sanasi", "Jinsi", "Hudud", "Holati"],
}
REPEATS_IN_A_LIST = 6
COPIED_ROWS = 18
NUMBERED = ("svodka-ru", "dizim-kaa")


@dataclass
class Wish:
    """What the writer of a row knew and how carelessly it was typed."""
    year: int
    place: bool
    father: bool
    initial: bool = False
    case: bool = False
    lookalikes: bool = False
    mistyped: bool = False
    capitals: bool = False
    only_year: bool = False
    exchanged: bool = False
    back: int = 0


def wish_for(person, source, dice):
    knows_father = {"memorial-en": 0.2, "svodka-ru": 0.75, "dizim-kaa": 0.35, "royxat-uz": 0.7}
    year = person.birth[0]
    if dice.chance(0.05):
        year += dice.pick([-1, 1])
    wish = Wish(year=year, place=dice.chance(0.85), father=dice.chance(knows_father[source]))
    if dice.chance(0.12):
        wish.year = 0
    wish.initial = dice.chance(0.09)
    wish.case = dice.chance(0.12)
    wish.lookalikes = dice.chance(0.04)
    wish.mistyped = dice.chance(0.12)
    wish.capitals = dice.chance(0.07)
    wish.only_year = dice.chance(0.2)
    wish.exchanged = dice.chance(0.2)
    # What is left of a row must let an analyst decide.
    if wish.initial:
        wish.year, wish.place = wish.year or person.birth[0], True
    if not wish.year:
        wish.place = True
        wish.father = wish.father or source != "memorial-en" or dice.chance(0.5)
    return wish


def initials(given):
    """The letters with which the name begins in its languages: Айбек is also Ойбек."""
    return {form[0] for form in {**MEN, **WOMEN}[given].values()}


def fits(row, owner, person):
    """Whether a reader could take `row`, written for `owner`, to be about `person`."""
    if person.surname != owner.surname or (row.gendered and person.woman != owner.woman):
        return False
    if not owner.surname and person.father != owner.father:
        return False
    if row.given == "full" and person.given != owner.given:
        return False
    if row.given == "initial" and not initials(person.given) & initials(owner.given):
        return False
    if row.father == "full" and person.father != owner.father:
        return False
    if row.father == "initial" and not initials(person.father) & initials(owner.father):
        return False
    if row.year and abs(row.year - person.birth[0]) > 1:
        return False
    return not row.place or person.place == row.place


def decidable_row(person, people, source, dice, **changes):
    """A row that fits its own person and nobody else, retried with more on it until it does."""
    for attempt in range(60):
        wish = wish_for(person, source, dice)
        for key, value in changes.items():
            setattr(wish, key, value)
        if attempt > 20:
            wish.year, wish.place, wish.initial = person.birth[0], True, False
        row = WRITERS[source](person, dice, wish)
        if [other.id for other in people if fits(row, person, other)] == [person.id]:
            return row
    raise SystemExit(f"no decidable row for {person.id} in {source}")


def rows_of_lists(people, dice):
    rows = {source: [] for source in WRITERS}
    names = list(WRITERS)
    for person in people:
        count = 4 if person.in_every_list else dice.weighted([(1, 60), (2, 26), (3, 10), (4, 4)])
        for source in dice.shuffled(names)[:count]:
            rows[source].append(decidable_row(person, people, source, dice))
    by_id = {person.id: person for person in people}
    for source in names:
        moved_on = [row for row in rows[source] if len(by_id[row.person].events) > 1]
        for row in dice.shuffled(moved_on)[:REPEATS_IN_A_LIST]:
            rows[source].append(
                decidable_row(by_id[row.person], people, source, dice, back=1, initial=False))
    not_in_english = {row.person for row in rows["dizim-kaa"]} - {
        row.person for row in rows["memorial-en"]}
    candidates = [row for row in rows["dizim-kaa"] if row.person in not_in_english]
    for row in dice.shuffled(candidates)[:COPIED_ROWS]:
        rows["memorial-en"].append(copied(row, by_id[row.person], dice))
    rows = {source: dice.shuffled(rows[source]) for source in names}
    for source in NUMBERED:
        for number, row in enumerate(rows[source], 1):
            row.cells[0] = str(number)
    # One note with a line break in it, so that a row is not a line.
    note = "seen on 12 March,\nthen moved; \"transferred\" says the lawyer"
    rows["memorial-en"][40].cells[5] = note
    return rows


def list_bytes(source, rows):
    """The file of a list, and the physical line on which each of its rows begins."""
    text = io.StringIO()
    if source == "dizim-kaa":
        writer = csv.writer(text, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE,
                            quotechar=None)
    elif source == "svodka-ru":
        # As a spreadsheet with Russian settings saves it.
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        text.write("\ufeff")
    else:
        writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADERS[source])
    lines = []
    for row in rows:
        lines.append(text.getvalue().count("\n") + 1)
        writer.writerow(row.cells)
    return text.getvalue().encode("utf-8"), lines


SUFFIX = {"memorial-en": "csv", "svodka-ru": "csv", "dizim-kaa": "tsv", "royxat-uz": "csv"}


def files():
    """Every file of the demonstration: name and bytes."""
    people, dice = invented_people(SEED)
    rows = rows_of_lists(people, dice)
    made = {}
    truth = ["source\tline\tperson"]
    for source, own in rows.items():
        content, lines = list_bytes(source, own)
        made[f"{source}.{SUFFIX[source]}"] = content
        truth += [f"{source}\t{line}\t{row.person}" for line, row in zip(lines, own)]
    made["truth.tsv"] = ("\n".join(truth) + "\n").encode("utf-8")
    roll = ["person\tname\tfamily\trelation"]
    roll += [f"{person.id}\t{person.full_name}\t{person.family}\t{person.relation}"
             for person in people]
    made["people.tsv"] = ("\n".join(roll) + "\n").encode("utf-8")
    return made


def main():
    directory = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    for name, content in files().items():
        (directory / name).write_bytes(content)


if __name__ == "__main__":
    main()
