"""The invented people: families first, then namesakes, then people who stand alone."""

import random
from dataclasses import dataclass, field

from names import MEN, PLACES, SURNAMES, WOMEN, patronymic


@dataclass
class Person:
    id: str
    woman: bool
    surname: str          # the masculine Russian form; "" where a patronymic in -uly stands for it
    given: str
    father: str
    language: str         # the language in which the person is registered: kaa, uzb or kaz
    birth: tuple          # year, month, day
    place: str
    family: str
    relation: str
    events: list = field(default_factory=list)   # (status, (year, month, day)), oldest first
    in_every_list: bool = False

    @property
    def full_name(self):
        if not self.surname:
            return f"{self.given} {self.father}" + ("кызы" if self.woman else "улы")
        surname = self.surname + ("а" if self.woman else "")
        return f"{surname} {self.given} {patronymic(self.father, self.woman)}"


class Dice:
    """Chance made of `random()` alone, the one call whose values Python promises to keep."""

    def __init__(self, seed):
        self._random = random.Random(seed)

    def chance(self, probability):
        return self._random.random() < probability

    def below(self, count):
        return int(self._random.random() * count)

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def pick(self, values):
        return values[self.below(len(values))]

    def weighted(self, choices):
        total = sum(weight for _, weight in choices)
        mark = self._random.random() * total
        for value, weight in choices:
            mark -= weight
            if mark < 0:
                return value
        return choices[-1][0]

    def shuffled(self, values):
        values = list(values)
        for index in range(len(values) - 1, 0, -1):
            other = self.below(index + 1)
            values[index], values[other] = values[other], values[index]
        return values


# family | relation | surname | given | father | language | birth year | place; `f` marks a woman.
# The names are those of the project's examples; everything else about the people is invented.
EXAMPLES = """
F01|head|Тажимуратов|Даулетмурат|Полат|kaa|1984|Nukus|m
F01|wife|Тажимуратов|Азиза|Рашид|kaa|1987|Nukus|f
F01|brother|Тажимуратов|Азамат|Полат|kaa|1981|Nukus|m
F01|father|Тажимуратов|Полат|Кутлымурат|kaa|1955|Nukus|m
F02|head|Каллыханов|Лалагуль|Марат|kaa|1992|Chimbay|f
F02|sister|Каллыханов|Айсулу|Марат|kaa|1994|Chimbay|f
F02|brother|Каллыханов|Бердах|Марат|kaa|1989|Chimbay|m
F03|head|Жолдыбаев|Султанбек|Оразбай|kaa|1979|Muynak|m
F03|brother|Жолдыбаев|Адилбек|Оразбай|kaa|1982|Muynak|m
F03|son|Жолдыбаев|Дархан|Султанбек|kaa|2003|Muynak|m
F04|head|Жаксымуратов|Бахадыр|Ережеп|kaa|1971|Kungrad|m
F04|wife|Жаксымуратов|Гульнара|Турсынбай|kaa|1974|Kungrad|f
F04|son|Жаксымуратов|Азат|Бахадыр|kaa|1996|Kungrad|m
F04|brother|Жаксымуратов|Бахтияр|Ережеп|kaa|1975|Kungrad|m
F05|head||Генжебек|Арзымбет|kaa|1976|Kegeyli|m
F05|brother||Кенес|Арзымбет|kaa|1980|Kegeyli|m
F05|sister||Бибигуль|Арзымбет|kaa|1985|Kegeyli|f
F06|head|Жиемуратов|Даулетмурат|Сагындык|kaa|1990|Turtkul|m
F06|wife|Жиемуратов|Гулистан|Ахмет|kaa|1993|Turtkul|f
F06|sister|Жиемуратов|Айгуль|Сагындык|kaa|1988|Turtkul|f
F07|head|Реимов|Тимур|Азат|kaa|1990|Takhiatash|m
F07|cousin|Реимов|Тимур|Ислам|kaa|1997|Takhiatash|m
F07|father|Реимов|Азат|Ораз|kaa|1963|Takhiatash|m
F07|uncle|Реимов|Ислам|Ораз|kaa|1966|Takhiatash|m
F08|father|Тимуров|Ислам|Марат|kaa|1962|Khodzheyli|m
F08|son|Исламов|Тимур|Ислам|kaa|1988|Khodzheyli|m
F09|father|Азатов|Мурат|Азат|kaa|1959|Beruni|m
F09|son|Муратов|Азат|Мурат|kaa|1986|Beruni|m
F09|daughter|Муратов|Мадина|Мурат|kaa|1990|Beruni|f
F10|head|Каримов|Хасан|Рашид|uzb|1995|Ellikkala|m
F10|twin|Каримов|Хусан|Рашид|uzb|1995|Ellikkala|m
F10|sister|Каримов|Рашида|Рашид|uzb|1999|Ellikkala|f
F11|head|Ниязов|Азиз|Камил|kaa|1983|Shumanay|m
F11|sister|Ниязов|Азиза|Камил|kaa|1985|Shumanay|f
F11|wife|Ниязов|Фарида|Назир|kaa|1986|Shumanay|f
"""

FIRST_RANDOM_FAMILY = 12
FAMILIES = 34
NAMESAKES = 12
ALONE = 80


class Village:
    """Draws people so that no two share surname and given name unless they are meant to."""

    def __init__(self, dice):
        self.dice = dice
        self.people = []
        self.taken = set()

    def add(self, woman, surname, given, father, language, year, place, family, relation,
            namesake=False):
        key = (surname, given)
        if not namesake and key in self.taken:
            return None
        self.taken.add(key)
        dice = self.dice
        person = Person(f"P{len(self.people) + 1:03d}", woman, surname, given, father, language,
                        (year, dice.between(1, 12), dice.between(1, 28)), place, family, relation)
        person.events = self.events()
        self.people.append(person)
        return person

    def events(self):
        dice = self.dice
        course = dice.weighted([
            (("missing", "detained", "released"), 4), (("detained", "sentenced"), 2),
            (("missing", "detained"), 3), (("detained", "released"), 4), (("missing", "dead"), 1),
            (("missing",), 2), (("detained",), 3)])
        day = dice.between(1, 18)
        month = 3
        events = []
        for status in course:
            events.append((status, (2024, month, day)))
            day += dice.between(4, 24)
            if day > 28:
                day -= 28
                month += 1
        return events

    def fresh(self, woman, surname, besides=()):
        """A given name that nobody of this surname bears yet."""
        names = list(WOMEN if woman else MEN)
        while True:
            given = self.dice.pick(names)
            if (surname, given) not in self.taken and given not in besides:
                return given

    def family(self, number):
        dice = self.dice
        label = f"F{number:02d}"
        surname = dice.pick([name for name in SURNAMES if name not in
                             ("Тимуров", "Исламов", "Азатов", "Муратов", "Тажимуратов",
                              "Каллыханов", "Реимов", "Арзымбетов")])
        language = dice.weighted([("kaa", 7), ("uzb", 2), ("kaz", 1)])
        place = dice.pick(list(PLACES))
        kind = number % 6
        year = dice.between(1972, 1980 if kind == 0 else 1996)
        father = dice.pick(list(MEN))
        head_is_woman = dice.chance(0.25)
        given = self.fresh(head_is_woman, surname, (father,))
        head = self.add(head_is_woman, surname, given, father, language, year, place, label, "head")
        if kind in (0, 1, 2):
            self.add(False, surname, self.fresh(False, surname, (father,)), father, language,
                     year + dice.between(2, 5), place, label, "brother")
        if kind in (1, 3):
            self.add(True, surname, self.fresh(True, surname), father, language,
                     year - dice.between(2, 5), place, label, "sister")
        if kind in (2, 4) and not head_is_woman:
            self.add(True, surname, self.fresh(True, surname),
                     dice.pick([name for name in MEN if name != father]), language,
                     year + dice.between(0, 4), place, label, "wife")
        if kind in (3, 5):
            grandfather = dice.pick([name for name in MEN if name != father])
            self.add(False, surname, father, grandfather, language, year - dice.between(22, 30),
                     place, label, "father")
        if kind in (4, 5):
            uncle = dice.pick([name for name in MEN if name != father])
            self.add(False, surname, self.fresh(False, surname, (father, uncle)), uncle, language,
                     year + dice.between(-4, 4), place, label, "cousin")
        if kind == 0 and not head_is_woman:
            self.child(head, label)

    def child(self, head, label):
        woman = self.dice.chance(0.5)
        self.add(woman, head.surname, self.fresh(woman, head.surname, (head.given,)), head.given,
                 head.language, head.birth[0] + self.dice.between(21, 26), head.place,
                 label, "daughter" if woman else "son")


def invented_people(seed):
    dice = Dice(seed)
    village = Village(dice)
    for line in EXAMPLES.strip().splitlines():
        family, relation, surname, given, father, language, year, place, gender = line.split("|")
        # Some of these share surname and given name on purpose.
        person = village.add(gender == "f", surname, given, father, language, int(year), place,
                             family, relation, namesake=True)
        person.in_every_list = relation in ("head", "cousin") or surname in ("Тимуров", "Исламов") \
            or (surname, given) == ("Тажимуратов", "Азиза")
    for number in range(FIRST_RANDOM_FAMILY, FIRST_RANDOM_FAMILY + FAMILIES):
        village.family(number)
    strangers = [person for person in village.people if person.family >= "F12"]
    for _ in range(NAMESAKES):
        model = dice.pick(strangers)
        strangers.remove(model)
        father = dice.pick([name for name in MEN if name[0] != model.father[0]])
        step = dice.pick([-17, -13, -9, -7, 7, 8, 11])
        year = model.birth[0] + step
        village.add(model.woman, model.surname, model.given, father, model.language,
                    year if 1940 < year < 2007 else model.birth[0] - step,
                    dice.pick([place for place in PLACES if place != model.place]),
                    "-", f"namesake of {model.id}", namesake=True)
    surnames = [name for name in SURNAMES
                if name not in ("Тимуров", "Исламов", "Азатов", "Муратов")]
    for _ in range(ALONE):
        woman = dice.chance(0.35)
        surname = dice.pick(surnames)
        given = village.fresh(woman, surname)
        village.add(woman, surname, given, dice.pick([name for name in MEN if name != given]),
                    dice.weighted([("kaa", 6), ("uzb", 3), ("kaz", 2)]),
                    dice.between(1956, 2005), dice.pick(list(PLACES)), "-", "-")
    return village.people, dice
