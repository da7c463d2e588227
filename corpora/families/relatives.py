"""Two people who are taken for one: what a relation leaves alike and what it makes different.

A rule takes a culture's `Chooser` and gives two people and what parts them, or nothing where the
dice fell badly; all the rules together are `RELATIONS`.
"""

from difflib import SequenceMatcher

from cultures import parted
from writing import Person, changed


class Chooser:
    """Draws people of one culture."""

    def __init__(self, culture, dice):
        self.culture, self.dice = culture, dice

    def someone(self, woman=None):
        woman = self.dice.chance(0.4) if woman is None else woman
        return Person(self.culture, woman, self.dice.pick(list(self.culture.surnames)),
                      self.dice.pick(list(self.culture.givens(woman))), self.father())

    def father(self):
        return self.dice.pick(self.culture.fathers())

    def _other(self, names, name, near, among=None):
        """Another name than `name`; one that looks like it if `near`. None where there is none."""
        others = [other for other in among or names
                  if parted(names, name, other, self.culture.languages)]
        if near:
            others = [other for other in others
                      if SequenceMatcher(None, name, other, autojunk=False).ratio() >= 0.5]
        return self.dice.pick(others) if others else None

    def other_given(self, person, near=False):
        return self._other(self.culture.givens(person.woman), person.given, near)

    def other_father(self, person, near=False):
        return self._other(self.culture.men, person.father, near, self.culture.fathers())

    def other_surname(self, person, near=False):
        return self._other(self.culture.surnames, person.surname, near)

    def of_other_given(self, person, near=False, **fields):
        given = self.other_given(person, near)
        return given and changed(person, given=given, **fields)


def same_parents(woman):
    def rule(chooser):
        near = chooser.dice.chance(0.7)
        person = chooser.someone(woman)
        other = chooser.of_other_given(person, near)
        return other and (person, other, "near-given" if near else "given")
    return rule


def brother_and_sister(chooser):
    brother = chooser.someone(False)
    sister = changed(chooser.someone(True), surname=brother.surname, father=brother.father)
    return brother, sister, "given"


def of_one_stem(man, woman):
    """Whether a woman's name is the man's with an ending (Азиз, Азиза; Евгений, Евгения)."""
    return woman in (man + "а", man[:-1] + "я") and man[-1] not in "аеёиоуыэюя"


def gender(chooser):
    culture = chooser.culture
    stems = [(man, woman) for man in culture.men for woman in culture.women
             if of_one_stem(man, woman)]
    if not stems:
        return None
    given, sisters = chooser.dice.pick(stems)
    brother = changed(chooser.someone(False), given=given)
    return brother, changed(brother, woman=True, given=sisters), "gender"


def father_and_child(woman):
    def rule(chooser):
        child = chooser.someone(woman)
        father = Person(chooser.culture, False, child.surname, child.father,
                        chooser.other_father(child))
        return father, child, "given"
    return rule


def mother_and_child(chooser):
    child, mother = chooser.someone(), chooser.someone(True)
    mother = changed(mother, surname=child.surname)
    return mother, child, "given"


def with_surnames(culture):
    """(given name, surname made of it): Тимур, Тимуров; Григор, Григорян."""
    return [(given, surname) for given in culture.fathers()
            for surname in (given.rstrip("йь") + ending for ending in ("ов", "ев", "ян"))
            if surname in culture.surnames]


def inversion(chooser):
    """A son has his surname of his father's name, and his name of his grandfather."""
    culture = chooser.culture
    pairs = with_surnames(culture)
    if len(pairs) < 2:
        return None
    (name, surname), (fathers, of_father) = chooser.dice.shuffled(pairs)[:2]
    if not parted(culture.men, name, fathers, culture.languages):
        return None
    father = Person(culture, False, surname, fathers, name)
    return father, Person(culture, False, of_father, name, fathers), "inversion"


def spouses(chooser):
    husband = chooser.someone(False)
    return husband, changed(chooser.someone(True), surname=husband.surname), "given"


def cousins(chooser):
    """Of one grandfather: both named after him, or with names of their own."""
    person = chooser.someone()
    other = changed(person, father=chooser.other_father(person, chooser.dice.chance(0.2)))
    if chooser.dice.chance(0.5):
        return other.father and (person, other, "patronymic")
    return other.father and (person, chooser.of_other_given(other), "given")


def grandfather_and_grandson(chooser):
    grandson = chooser.someone(False)
    if grandson.given == grandson.father:
        return None
    return changed(grandson, father=chooser.other_father(grandson)), grandson, "patronymic"


TWINS = [("Хасан", "Хусан"), ("Хасан", "Хусейн"), ("Хасан", "Хусаин"), ("Гасан", "Гусейн"),
         ("Асан", "Усен"), ("Фатима", "Зухра"), ("Фатима", "Зохра"), ("Батма", "Зуура")]


def twins(chooser):
    culture = chooser.culture
    known = [names for names in TWINS if set(names) <= set(culture.men) | set(culture.women)]
    if not known:
        return same_parents(None)(chooser)
    names = chooser.dice.shuffled(chooser.dice.pick(known))
    person = changed(chooser.someone(names[0] in culture.women), given=names[0])
    return person, changed(person, given=names[1]), "near-given"


def uncle(chooser):
    nephew = chooser.someone(False)
    given = chooser.other_given(nephew)
    # The uncle is a brother of the father, so bears another name than he.
    if given == nephew.father:
        return None
    return changed(nephew, given=given, father=chooser.other_father(nephew)), nephew, "given"


def namesakes_of_other_fathers(chooser):
    person = chooser.someone()
    father = chooser.other_father(person, chooser.dice.chance(0.25))
    return father and (person, changed(person, father=father), "patronymic")


def namesakes_of_other_surnames(chooser):
    """Men, or women of other fathers too: a woman may have changed her surname."""
    near = chooser.dice.chance(0.4)
    person = chooser.someone()
    surname = chooser.other_surname(person, near)
    if not surname:
        return None
    father = chooser.other_father(person) if person.woman or chooser.dice.chance(0.5) \
        else person.father
    return person, changed(person, surname=surname, father=father), "surname"


def of_one_given_name_and_father(chooser):
    near = chooser.dice.chance(0.4)
    person = chooser.someone(False)
    surname = chooser.other_surname(person, near)
    return surname and (person, changed(person, surname=surname), "surname")


# relation: (pairs of each third in each part, rule)
RELATIONS = {
    "brothers": (43, same_parents(False)),
    "sisters": (29, same_parents(True)),
    "brother and sister": (29, brother_and_sister),
    "brother and sister of one stem": (17, gender),
    "father and son": (39, father_and_child(False)),
    "father and daughter": (25, father_and_child(True)),
    "mother and child": (25, mother_and_child),
    "father and son inverted": (22, inversion),
    "spouses": (33, spouses),
    "cousins": (26, cousins),
    "grandfather and grandson": (22, grandfather_and_grandson),
    "twins": (16, twins),
    "uncle and nephew": (12, uncle),
    "namesakes, other fathers": (39, namesakes_of_other_fathers),
    "namesakes, other surnames": (25, namesakes_of_other_surnames),
    "one given name and patronymic": (25, of_one_given_name_and_father),
}
