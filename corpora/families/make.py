#!/usr/bin/env python3
"""Writes `pairs.tsv` beside this file: relatives and namesakes, and as many pairs of one person.

    python3 corpora/families/make.py [--check]

Every false pair is two invented people whose names, as they stand there, contradict each other: in
the given name, the initial, the patronymic or the surname, compared over every spelling that the
name has in its languages. Where the two lines leave only what two people share, another manner of
writing is drawn. Every true pair is one of the people of the false pairs, written twice in the
same manners. The people, their names and alphabets share no table with the engine. The same bytes
on every run.
"""

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / folder) for folder in ("demo", "spellings")]

from cultures import SYSTEMS, THIRDS, initial_kept, initials_parted, parted
from forms import Form
from people import Dice
from relatives import RELATIONS, Chooser, of_one_stem
from slavic import SHORT
from writing import Manner, written

SEED = 1917
PARTS = ("tune", "judge")
COLUMNS = ("left", "right", "label", "relation", "category", "orthographies", "part", "people",
           "note")
# Languages with an oblique case in -а, in which a man's name can look like a woman's.
WITH_CASES = ("rus", "ukr", "bel")


class Maker:
    def __init__(self):
        self.dice = Dice(SEED)
        self.rows = {}
        self.people = {}          # identity: (number, part)

    def manner(self, person):
        """How one side is written, typing errors, cases and short forms apart."""
        dice, culture = self.dice, person.culture
        has = [(language, weight) for language, weight in culture.languages
               if all(language in names[name] for names, name in (
                   (culture.surnames, person.surname), (culture.men, person.father),
                   (culture.givens(person.woman), person.given)))]
        language = dice.weighted(has)
        systems = SYSTEMS[language]
        form = Form(language, systems[0] if dice.chance(0.25) else dice.pick(systems))
        patronymic = ""
        if language not in ("hye", "kat") and dice.chance(0.5):
            affix = person.affixed_in(language) and dice.chance(0.3)
            patronymic = "affix" if affix else "full"
        layout = dice.weighted([("surname", 58), ("given", 34), ("comma", 8)])
        capitals = dice.weighted([("", 87), ("surname", 8), ("all", 5)])
        return Manner(form, patronymic=patronymic, layout=layout, capitals=capitals)

    def abbreviated(self, manner):
        """The same with an initial; of the patronymic too, or without it."""
        initials = manner.patronymic and self.dice.chance(0.7)
        return replace(manner, given="initial", patronymic="initial" if initials else "")

    def in_case(self, manner):
        if manner.form != Form("rus", "Cyrillic") or manner.patronymic != "full" \
                or manner.layout == "comma":
            return manner
        return replace(manner, case=self.dice.pick(["genitive", "dative"]))

    def careless(self, person, manner):
        """Now and then with a typing error in the surname or a short form of the given name."""
        if self.dice.chance(0.06) and may_be_mistyped(person, manner):
            return replace(manner, mistyped=True)
        if self.dice.chance(0.06) and may_be_short(person, manner):
            return replace(manner, given="short", patronymic="", case="")
        return manner

    def number(self, people, part):
        """The numbers of the people, or none where one stands in the other part."""
        if any(self.people.get(person.identity, (0, part))[1] != part for person in people):
            return None
        for person in people:
            self.people.setdefault(person.identity, (len(self.people) + 1, part))
        return [f"p{self.people[person.identity][0]:04}" for person in people]

    def add(self, sides, label, relation, category, part, people, note):
        left, right = (written(person, manner, self.dice) for person, manner in sides)
        key = tuple(sorted((left, right)))
        if left == right or key in self.rows:
            return False
        people = self.number(people, part)
        if not people:
            return False
        orthographies = [str(manner.form) for _, manner in sides]
        if self.dice.chance(0.5):
            left, right = right, left
            orthographies.reverse()
            people.reverse()
        self.rows[key] = (left, right, label, relation, category, " ~ ".join(orthographies), part,
                          " ".join(dict.fromkeys(people)), note)
        return True

    def false_pair(self, relation, people, category, part):
        for _ in range(30):
            manners = [self.manner(person) for person in people]
            if category == "inversion":
                pass              # An initial would leave nothing of the inversion.
            elif self.dice.chance(0.12):
                side = self.dice.below(2)
                manners[side] = self.abbreviated(manners[side])
            manners = [self.in_case(manner) if self.dice.chance(0.3) else manner
                       for manner in manners]
            sides = list(zip(people, manners))
            if not contradict(*sides):
                continue
            if category in ("given", "near-given") and manners[0].given == "full":
                manners[0] = self.careless(people[0], manners[0])
                sides = list(zip(people, manners))
            by_initial = category not in ("surname", "inversion") and any(
                manner.given == "initial" for manner in manners)
            return self.add(sides, 0, relation, "initial" if by_initial else category, part, people,
                            note(sides))
        return False

    def true_pair(self, person, part):
        dice = self.dice
        for _ in range(30):
            manners = [self.manner(person), self.manner(person)]
            kind = dice.weighted([("", 66), ("initial", 9), ("typing", 8), ("case", 11),
                                  ("short", 14)])
            if kind == "initial":
                if not may_be_abbreviated(person, *manners):
                    continue
                manners[0] = self.abbreviated(manners[0])
            elif kind == "typing":
                if not may_be_mistyped(person, manners[0]):
                    continue
                manners[0] = replace(manners[0], mistyped=True)
            elif kind == "case":
                manners[0] = self.in_case(replace(manners[0], form=Form("rus", "Cyrillic"),
                                                  patronymic="full"))
                if not manners[0].case:
                    continue
            elif kind == "short":
                if not may_be_short(person, manners[0]):
                    continue
                manners[0] = replace(manners[0], given="short", patronymic="")
            sides = [(person, manner) for manner in manners]
            if self.add(sides, 1, "self", kind or spelling(*manners), part, [person], note(sides)):
                return True
        return False

    def make(self):
        for third, cultures in THIRDS.items():
            for part in PARTS:
                for relation, (count, rule) in RELATIONS.items():
                    made = 0
                    while made < count:
                        chooser = Chooser(self.dice.weighted(cultures), self.dice)
                        pair = rule(chooser)
                        if not pair or not all(pair) or not possible(*pair[:2]):
                            continue
                        *people, category = pair
                        people = self.dice.shuffled(people)
                        if self.false_pair(relation, people, category, part) and \
                                self.true_pair(people[0], part):
                            made += 1


def may_be_abbreviated(person, first, second):
    """Whether the initials of one language stand for the names as the other has them."""
    languages = first.form.language, second.form.language
    return initial_kept(person.culture.givens(person.woman), person.given, *languages) and \
        initial_kept(person.culture.men, person.father, *languages)


def may_be_mistyped(person, manner):
    """A surname that is long enough to be known again with an error."""
    return len(manner.form.write(person.surname_in(manner.form.language))) >= 8


def may_be_short(person, manner):
    return person.given in SHORT and manner.form.language == "rus"


def possible(left, right):
    """Whether both can be meant as people of one list: nobody is called as the father is."""
    return all(person.given != person.father for person in (left, right)) and \
        None not in (left.father, right.father)


def contradict(left, right):
    """Whether the two sides (person, manner), as they are written, name two people."""
    (one, first), (other, second) = left, right
    culture = one.culture
    languages = culture.languages
    if one.surname != other.surname:
        return True
    woman, manner = left if one.woman else right
    man = other if one.woman else one
    if not man.woman and woman.woman and of_one_stem(man.given, woman.given):
        if manner.patronymic not in ("full", "affix") and manner.form.system == "Cyrillic" \
                and manner.form.language in WITH_CASES:
            return False          # «Каримова Азиза» may be Каримов Азиз in the genitive.
        if first.given == second.given == "full":
            return True
    test = parted if first.given == second.given == "full" else initials_parted
    if test(culture.givens(one.woman), one.given, other.given, languages,
            culture.givens(other.woman)):
        return True
    if not first.patronymic or not second.patronymic:
        return False
    test = initials_parted if "initial" in (first.patronymic, second.patronymic) else parted
    return test(culture.men, one.father, other.father, languages)


def spelling(first, second):
    """What parts the two ways of writing one person."""
    if {first.patronymic, second.patronymic} == {"full", "affix"}:
        return "affix"
    if bool(first.patronymic) != bool(second.patronymic):
        return "missing-patronymic"
    if first.form == second.form:
        return "order"
    if first.form.language == second.form.language:
        return "spelling"
    languages = {first.form.language, second.form.language}
    return "language" if languages <= set(WITH_CASES) or "rus" not in languages \
        else "through-russian"


def note(sides):
    """What else is to be seen: patronymics, order, capitals, cases."""
    manners = [manner for _, manner in sides]
    shown = [bool(manner.patronymic) for manner in manners]
    told = [sides[0][0].culture.name]
    told.append("patronymics" if all(shown) else "one patronymic" if any(shown) else
                "no patronymic")
    if len({manner.layout for manner in manners}) > 1:
        told.append("order")
    told += sorted({manner.case for manner in manners} - {""})
    if any(manner.capitals for manner in manners):
        told.append("capitals")
    told += ["short form"] * any(manner.given == "short" for manner in manners)
    told += ["typing error"] * any(manner.mistyped for manner in manners)
    return ", ".join(told)


def main():
    maker = Maker()
    maker.make()
    rows = sorted(maker.rows.values(), key=lambda row: (row[2], row[3:5], row[0], row[1]))
    lines = ["\t".join(COLUMNS)] + ["\t".join(map(str, row)) for row in rows]
    content = ("\n".join(lines) + "\n").encode("utf-8")
    if sys.argv[1:] == ["--check"]:
        sys.exit(0 if (HERE / "pairs.tsv").read_bytes() == content else
                 "pairs.tsv is not what make.py writes")
    (HERE / "pairs.tsv").write_bytes(content)
    for part in PARTS:
        count = Counter(row[2] for row in rows if row[6] == part)
        print(f"{part}: {count[0]} false, {count[1]} true")
    for (label, relation, category), count in sorted(Counter(
            (row[2], row[3], row[4]) for row in rows).items()):
        print(f"  {label} {relation}, {category}: {count}")


if __name__ == "__main__":
    main()
