#!/usr/bin/env python3
"""Writes `pairs.tsv` beside this file: pairs of full names with a judgement, 1 one person, 0 two.

    python3 corpora/spellings/make.py [--check]

The pairs of `hand.py` are judged one by one. Those made here follow rules that can only give what
their label says: a true pair is one invented person written twice, a false pair two people who
differ in a name that is different in every language, not only in its spelling. The same bytes on
every run.
"""

import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "demo"))

from forms import SYSTEMS, Form, Someone
from hand import pairs as pairs_by_hand
from lists import LOOKALIKES_TO_CYRILLIC, initial, mistyped, russian_case, with_lookalikes
from names import MEN, SURNAMES, WOMEN
from near import (BOTH_GENDERS, INVERTIBLE, KAZAKH_AS_RUSSIAN, NEAR_MEN, NEAR_SURNAMES, NEAR_WOMEN,
                  PARTED_ONLY_BY_F)
from people import Dice

SEED = 1995


class Maker:
    def __init__(self):
        self.dice = Dice(SEED)
        self.pairs = {}

    def add(self, left, right, label, category, orthographies, note=""):
        if left == right:
            return False
        key = tuple(sorted((left, right)))
        if key in self.pairs:
            assert self.pairs[key][2] == label, key
            return False
        if self.dice.chance(0.5):
            left, right = right, left
            orthographies = " ~ ".join(reversed(orthographies.split(" ~ ")))
        self.pairs[key] = (left, right, label, category, orthographies, note)
        return True

    def known(self, names, language):
        """The names that have a form of this language."""
        if language != "kaz":
            return list(names)
        return [name for name, forms in names.items()
                if forms["kaz"] != forms["rus"] or name in KAZAKH_AS_RUSSIAN]

    def someone(self, language, woman=None):
        dice = self.dice
        woman = dice.chance(0.35) if woman is None else woman
        given = dice.pick(self.known(WOMEN if woman else MEN, language))
        fathers = [name for name in self.known(MEN, language) if name != given]
        return Someone(woman, dice.pick(self.known(SURNAMES, language)), given, dice.pick(fathers))

    def other_father(self, person, language):
        """A name that begins with another letter in every language: no spelling joins the two."""
        initials = {form[0] for form in MEN[person.father].values()}
        return self.dice.pick([name for name in self.known(MEN, language)
                               if not initials & {form[0] for form in MEN[name].values()}
                               and name != person.given
                               and {name, person.father} != PARTED_ONLY_BY_F])

    def other_given(self, person, language, initials_too=False):
        names = WOMEN if person.woman else MEN
        initials = {form[0] for form in names[person.given].values()}
        return self.dice.pick([name for name in self.known(names, language)
                               if name not in (person.given, person.father)
                               and not (initials_too
                                        and initials & {form[0] for form in names[name].values()})])

    def native(self):
        return self.dice.weighted([("kaa", 5), ("uzb", 3), ("kaz", 3)])

    def form(self, language):
        return Form(language, self.dice.pick(SYSTEMS[language]))

    def forms(self, language):
        """Two ways of writing a name of `language`, one of them sometimes through Russian."""
        first = self.form(language)
        while True:
            second = self.form("rus" if self.dice.chance(0.4) else language)
            if second != first:
                return first, second

    def make(self, count, rule):
        made = 0
        while made < count:
            made += bool(rule(self.native()))

    def pair(self, left, right, label, category, forms, note=""):
        return self.add(left, right, label, category, " ~ ".join(str(form) for form in forms), note)


def changed(person, **fields):
    return Someone(**{**person.__dict__, **fields})


def true_pairs(maker):
    dice = maker.dice

    def spelling(language):
        person = maker.someone(language)
        first, second = Form(language, dice.pick(SYSTEMS[language])), maker.form(language)
        return first != second and maker.pair(person.two(first), person.two(second), 1, "spelling",
                                              (first, second))

    def through_russian(language):
        person = maker.someone(language)
        first, second = maker.form(language), Form("rus", dice.pick(SYSTEMS["rus"]))
        return maker.pair(person.two(first), person.two(second), 1, "through-russian",
                          (first, second))

    def with_patronymic(language):
        person = maker.someone(language)
        first, second = maker.forms(language)
        return maker.pair(person.three(first), person.three(second), 1, "spelling", (first, second),
                          "three parts")

    def initials(language):
        person = maker.someone(language)
        first, second = maker.forms(language)
        short = f"{person.surname_in(first)} {initial(person.given_in(first))}"
        return maker.pair(short, person.two(second), 1, "initials", (first, second))

    def two_initials(_):
        person = maker.someone("kaa")
        first, second = Form("rus", "Cyrillic"), Form("rus", dice.pick(["press", "icao", "bgn"]))
        short = (f"{person.surname_in(first)} {initial(person.given_in(first))} "
                 f"{initial(person.patronymic_in(first))}")
        return maker.pair(short, person.three(second), 1, "initials", (first, second))

    def missing(language):
        person = maker.someone(language)
        first, second = maker.forms(language)
        return maker.pair(person.three(first, affix=dice.chance(0.5)), person.two(second), 1,
                          "missing-patronymic", (first, second))

    def affix(language):
        person = maker.someone(language)
        first, second = maker.form(language), Form("rus", dice.pick(["Cyrillic", "press", "icao"]))
        return maker.pair(person.three(first, affix=True), person.three(second), 1, "affix",
                          (first, second))

    def case(_):
        person = maker.someone("kaa")
        first, second = Form("rus", "Cyrillic"), maker.form("rus")
        parts = russian_case(person.surname_in(first), person.given_in(first),
                             person.patronymic_in(first), person.woman)
        return maker.pair(" ".join(parts), person.three(second), 1, "case", (first, second),
                          "genitive")

    def order(language):
        person = maker.someone(language)
        first, second = maker.forms(language)
        style = dice.below(3)
        surname, given = person.surname_in(first), person.given_in(first)
        left = [f"{given} {surname}", f"{surname.upper()} {given}", f"{surname}, {given}"][style]
        right = person.two(second) if style == 0 else person.turned(second)
        return maker.pair(left, right, 1, "order", (first, second))

    def homoglyphs(language):
        person = maker.someone(language)
        form = Form(language, dice.pick(["Cyrillic", "bare" if language != "kaz" else "passport"]))
        table = LOOKALIKES_TO_CYRILLIC.values() if form.system == "Cyrillic" \
            else LOOKALIKES_TO_CYRILLIC.keys()
        if not set(person.surname_in(form)[1:]) & set(table):
            return False
        second = maker.form(language)
        typed = with_lookalikes(person.surname_in(form), dice)
        return maker.pair(f"{typed} {person.given_in(form)}", person.two(second), 1, "homoglyph",
                          (form, second))

    def languages(_):
        person = maker.someone("kaz" if dice.chance(0.3) else "kaa")
        first = Form("uzb", dice.pick(SYSTEMS["uzb"]))
        second = Form(dice.pick(["kaa", "rus"]), "Cyrillic")
        forms = (WOMEN if person.woman else MEN)[person.given]
        if forms["uzb"] == forms[second.language]:
            return False
        return maker.pair(person.two(first), person.two(second), 1, "language", (first, second),
                          "the name as the other language has it")

    def typing(language):
        person = maker.someone(language)
        first, second = maker.forms(language)
        if len(person.surname_in(first)) < 9:
            return False
        return maker.pair(f"{mistyped(person.surname_in(first), dice)} {person.given_in(first)}",
                          person.two(second), 1, "typing-error", (first, second))

    for count, rule in ((70, spelling), (60, through_russian), (25, with_patronymic),
                        (16, initials), (10, two_initials), (34, missing), (26, affix), (24, case),
                        (30, order), (18, homoglyphs), (28, languages), (14, typing)):
        maker.make(count, rule)


def false_pairs(maker):
    dice = maker.dice

    def siblings(language):
        person = maker.someone(language, woman=dice.chance(0.4))
        other = changed(person, given=maker.other_given(person, language))
        first, second = maker.forms(language)
        return maker.pair(person.three(first), other.three(second), 0, "siblings", (first, second),
                          "sisters" if person.woman else "brothers")

    def brother_and_sister(language):
        brother = maker.someone(language, woman=False)
        sister = changed(brother, woman=True, given=dice.pick(maker.known(WOMEN, language)))
        first, second = maker.forms(language)
        return maker.pair(brother.three(first), sister.three(second), 0, "siblings",
                          (first, second), "brother and sister")

    def parent(language):
        child = maker.someone(language)
        father = Someone(False, child.surname, child.father, maker.other_father(child, language))
        first, second = maker.forms(language)
        return maker.pair(child.three(first, affix=dice.chance(0.4)), father.three(second), 0,
                          "parent-child", (first, second))

    def inversion(language):
        (name, surname), (other_name, other_surname) = dice.shuffled(INVERTIBLE)[:2]
        father, son = Someone(False, surname, other_name, name), \
            Someone(False, other_surname, name, other_name)
        language = dice.pick(["kaa", "uzb"])
        first, second = maker.forms(language)
        write = dice.pick([Someone.two, Someone.turned])
        return maker.pair(write(father, first), write(son, second), 0, "inversion", (first, second),
                          "father and son")

    def spouses(language):
        husband = maker.someone(language, woman=False)
        wife = Someone(True, husband.surname, dice.pick(maker.known(WOMEN, language)),
                       maker.other_father(husband, language))
        first, second = maker.forms(language)
        write = dice.pick([Someone.two, Someone.three])
        return maker.pair(write(husband, first), write(wife, second), 0, "spouses", (first, second))

    def gender(language):
        given, given_of_woman = dice.pick(BOTH_GENDERS)
        language = dice.pick(["kaa", "uzb"])
        brother = changed(maker.someone(language, woman=False), given=given)
        if brother.father == given:
            return False
        sister = changed(brother, woman=True, given=given_of_woman)
        first, second = maker.forms(language)
        write = dice.pick([Someone.two, Someone.three])
        return maker.pair(write(brother, first), write(sister, second), 0, "gender",
                          (first, second), "brother and sister of one name")

    def cousins(language):
        person = maker.someone(language)
        cousin = changed(person, given=maker.other_given(person, language),
                         father=maker.other_father(person, language))
        first, second = maker.forms(language)
        return maker.pair(person.three(first), cousin.three(second), 0, "cousins", (first, second))

    def namesakes(language):
        person = maker.someone(language)
        other = changed(person, father=maker.other_father(person, language))
        first, second = maker.forms(language)
        return maker.pair(person.three(first, affix=dice.chance(0.4)), other.three(second), 0,
                          "patronymic", (first, second), "contradicted patronymic")

    def initials(language):
        person = maker.someone(language)
        other = changed(person, given=maker.other_given(person, language, initials_too=True))
        first, second = maker.forms(language)
        left, right = initial(person.given_in(first)), other.given_in(second)
        # Y stands for е, ю and я, and J for ж and й: only letters that exclude each other.
        if {left[0], right[0]} & set("YJЕЖЮЯЁDЭE"):
            return False
        return maker.pair(f"{person.surname_in(first)} {left}", other.two(second), 0, "initials",
                          (first, second), "the initial contradicts")

    def near_given(language):
        woman = dice.chance(0.5)
        given, other_given = dice.shuffled(dice.pick(NEAR_WOMEN if woman else NEAR_MEN))[:2]
        known = maker.known(WOMEN if woman else MEN, language)
        if given not in known or other_given not in known:
            return False
        person = changed(maker.someone(language, woman=woman), given=given)
        first, second = maker.forms(language)
        return maker.pair(person.two(first), changed(person, given=other_given).two(second), 0,
                          "given", (first, second), "near given names")

    def near_surname(language):
        surname, other_surname = dice.shuffled(dice.pick(NEAR_SURNAMES))[:2]
        known = maker.known(SURNAMES, language)
        if surname not in known or other_surname not in known:
            return False
        person = changed(maker.someone(language), surname=surname)
        first, second = maker.forms(language)
        return maker.pair(person.two(first), changed(person, surname=other_surname).two(second), 0,
                          "surname", (first, second), "near surnames")

    for count, rule in ((48, siblings), (22, brother_and_sister), (40, parent), (22, inversion),
                        (34, spouses), (18, gender), (22, cousins), (44, namesakes), (16, initials),
                        (36, near_given), (34, near_surname)):
        maker.make(count, rule)


def all_pairs():
    maker = Maker()
    by_hand = pairs_by_hand()
    for left, right, label, category, orthographies, note in by_hand:
        key = tuple(sorted((left, right)))
        assert key not in maker.pairs, key
        maker.pairs[key] = (left, right, label, category, orthographies, note)
    true_pairs(maker)
    false_pairs(maker)
    return sorted(maker.pairs.values(), key=lambda row: (row[3], -row[2], row[0], row[1]))


def main():
    rows = all_pairs()
    lines = ["left\tright\tlabel\tcategory\torthographies\tnote"]
    lines += ["\t".join(str(cell) for cell in row) for row in rows]
    content = ("\n".join(lines) + "\n").encode("utf-8")
    if sys.argv[1:] == ["--check"]:
        sys.exit(0 if (HERE / "pairs.tsv").read_bytes() == content else
                 "pairs.tsv is not what make.py writes")
    (HERE / "pairs.tsv").write_bytes(content)
    true = sum(row[2] for row in rows)
    print(f"{len(rows)} pairs, {true} true, {len(rows) - true} false")
    for (category, label), count in sorted(Counter((row[3], row[2]) for row in rows).items()):
        print(f"  {category} {label}: {count}")


if __name__ == "__main__":
    main()
