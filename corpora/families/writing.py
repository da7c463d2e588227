"""An invented person, and one way of writing the name on a list."""

from dataclasses import dataclass, replace

from cultures import Culture
from forms import Form
from lists import initial, mistyped
from names import patronymic as with_ending
from orthographies import CAPITALS
from slavic import SHORT

# (between father's name and the word, for a son, for a daughter) in Cyrillic of the language.
AFFIXES = {"kaa": (" ", "улы", "қызы"), "uzb": (" ", "ўғли", "қизи"), "kaz": ("", "ұлы", "қызы"),
           "kir": (" ", "уулу", "кызы"), "tuk": (" ", "оглы", "гызы"), "aze": (" ", "оғлу", "гызы"),
           "tat": (" ", "улы", "кызы")}
RUSSIAN_AFFIXES = {"aze": (" ", "оглы", "кызы"), "kaz": ("", "улы", "кызы"),
                   "kir": (" ", "уулу", "кызы"), "uzb": (" ", "угли", "кизи")}


@dataclass(frozen=True)
class Person:
    culture: Culture
    woman: bool
    surname: str
    given: str
    father: str

    @property
    def identity(self):
        return self.surname, self.given, self.father, self.woman

    def surname_in(self, language):
        return feminine(self.culture.surnames[self.surname][language]) if self.woman \
            else self.culture.surnames[self.surname][language]

    def given_in(self, language):
        return self.culture.givens(self.woman)[self.given][language]

    def patronymic_in(self, language):
        father = self.culture.men[self.father][language]
        son = self.culture.patronymics.get((self.father, language)) or with_ending(father, False)
        return daughters(son, language) if self.woman else son

    def affixed_in(self, language):
        """The father's name with the word for son or daughter; empty where nobody writes it."""
        native = self.culture.languages[0][0]
        if language == "rus":
            affix = RUSSIAN_AFFIXES.get(native)
        else:
            affix = AFFIXES.get(language)
        if not affix:
            return ""
        return self.culture.men[self.father][language] + affix[0] + affix[1 + self.woman]


def feminine(surname):
    if surname.endswith(("ский", "цкий")):
        return surname[:-2] + "ая"
    if surname.endswith(("ський", "цький")):
        return surname[:-2] + "а"
    if surname.endswith(("скі", "цкі")):
        return surname[:-1] + "ая"
    if surname.endswith(("аў", "оў", "еў", "ёў")):
        return surname[:-1] + "ва"
    if surname.endswith(("ов", "ев", "ёв", "єв", "ин", "їн", "ін", "ын")):
        return surname + "а"
    return surname


def daughters(patronymic, language):
    """The daughter's patronymic of the son's."""
    if language == "ukr":
        if patronymic.endswith("ліч"):
            return patronymic[:-1] + "вна"
        return patronymic[:-5] + "ївна" if patronymic.endswith("йович") else \
            patronymic[:-4] + "івна"
    if language == "bel":
        return patronymic[:-2] + "нічна" if patronymic.endswith("льіч") else \
            patronymic[:-3] + "ўна"
    if patronymic.endswith(("ович", "евич")):
        return patronymic[:-2] + "на"
    return patronymic[:-1] + ("нична" if patronymic.endswith("льич") else "чна")


def oblique(word, role, woman, dative):
    """A part of a Russian name in the genitive or dative."""
    if woman:
        if role == "surname":
            if word.endswith("ская") or word.endswith("цкая"):
                return word[:-2] + "ой"
            return word[:-1] + "ой" if word.endswith(("ова", "ева", "ёва", "ина", "ына")) else word
        if word.endswith("ь"):
            return word[:-1] + "и"
        if word.endswith("ия"):
            return word[:-1] + "и"
        if word[-1] in "ая":
            soft = word[-1] == "я" or word[-2] in "гкхжшчщ"
            return word[:-1] + ("е" if dative else "и" if soft else "ы")
        return word
    word = {"Павел": "Павл", "Пётр": "Петр"}.get(word, word)
    if role == "surname" and word.endswith(("ский", "цкий")):
        return word[:-2] + ("ому" if dative else "ого")
    if role == "given" and word[-1] in "ая":
        soft = word[-1] == "я" or word[-2] in "гкхжшчщ"
        return word[:-1] + ("е" if dative else "и" if soft else "ы")
    if word[-1] in "йь":
        return word[:-1] + ("ю" if dative else "я")
    if word[-1] in "аеёиоуыэюя":
        return word
    return word + ("у" if dative else "а")


@dataclass(frozen=True)
class Manner:
    """What one side of a pair shows of a person, and in which letters and order."""
    form: Form
    given: str = "full"          # or "initial", "short"
    patronymic: str = ""         # or "full", "initial", "affix"
    layout: str = "surname"      # what comes at the front; or "comma"
    capitals: str = ""           # or "surname", "all"
    case: str = ""               # or "genitive", "dative"
    mistyped: bool = False

    def __str__(self):
        return str(self.form)


def written(person, manner, dice):
    """The name as the manner has it."""
    language = manner.form.language
    surname, given = person.surname_in(language), person.given_in(language)
    middle = ""
    if manner.patronymic == "affix":
        middle = person.affixed_in(language)
    elif manner.patronymic:
        middle = person.patronymic_in(language)
    if manner.given == "short":
        given = dice.pick(SHORT[given])
    if manner.case:
        dative = manner.case == "dative"
        surname, given, middle = (
            oblique(word, role, person.woman, dative) if word else word
            for word, role in ((surname, "surname"), (given, "given"), (middle, "patronymic")))
    surname, given, middle = (manner.form.write(part) for part in (surname, given, middle))
    if manner.mistyped:
        surname = mistyped(surname, dice)
    if manner.given == "initial":
        given = initial(given)
    if manner.patronymic == "initial":
        middle = initial(middle)
    if manner.capitals == "surname":
        surname = upper(surname, manner.form)
    rest = given + (" " + middle if middle else "")
    if manner.given == "initial" and middle and dice.chance(0.5):
        rest = given + middle
    if manner.layout == "comma":
        text = f"{surname}, {rest}"
    elif manner.layout == "surname":
        text = f"{surname} {rest}"
    else:
        text = f"{rest} {surname}"
    return upper(text, manner.form) if manner.capitals == "all" else text


def upper(text, form):
    capitals = CAPITALS.get(f"{form.language}-{form.system}", {})
    return "".join(capitals.get(letter, letter.upper()) for letter in text)


def changed(person, **fields):
    return replace(person, **fields)
