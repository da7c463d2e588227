"""How each of the four organisations writes a row."""

from dataclasses import dataclass

from names import MEN, PLACES, SURNAMES, WOMEN, patronymic
from orthographies import romanised, without_marks

STATUS = {
    "en": {"missing": "missing", "detained": "detained", "released": "released",
           "sentenced": "sentenced", "dead": "dead"},
    "ru": {"missing": "пропал без вести", "detained": "задержан", "released": "освобождён",
           "sentenced": "осуждён", "dead": "погиб"},
    "kaa": {"missing": "joǵalǵan", "detained": "uslanǵan", "released": "bosatılǵan",
            "sentenced": "sudlanǵan", "dead": "qaytıs bolǵan"},
    "uz": {"missing": "bedarak yoʻqolgan", "detained": "ushlangan", "released": "ozod qilingan",
           "sentenced": "hukm qilingan", "dead": "vafot etgan"},
}
RUSSIAN_FEMALE_STATUS = {"missing": "пропала без вести", "detained": "задержана",
                         "released": "освобождена", "sentenced": "осуждена", "dead": "погибла"}


@dataclass
class Row:
    """The cells of one line, and what they tell, so that the truth can be checked against them."""
    source: str
    person: str
    cells: list
    given: str            # "full" or "initial"
    father: str           # "full", "initial" or ""
    year: int             # as written; 0 where the row has none
    place: str            # key of PLACES, or ""
    gendered: bool        # whether the row tells man from woman


def dotted(date):
    return f"{date[2]:02d}.{date[1]:02d}.{date[0]}"


def iso(date):
    return f"{date[0]}-{date[1]:02d}-{date[2]:02d}"


def status_on(person, day, back=0):
    """The last event known on `day`, or the one `back` steps before it."""
    known = [event for event in person.events if event[1] <= day] or person.events[:1]
    return known[max(0, len(known) - 1 - back)]


def written(person, language):
    """Surname, given name and father's name in Cyrillic of `language`."""
    given = (WOMEN if person.woman else MEN)[person.given][language]
    father = MEN[person.father][language]
    if not person.surname:
        if person.woman:
            ending = "кызы" if language == "rus" else "қызы"
        else:
            ending = "ұлы" if language == "kaz" else "улы"
        return father + ending, given, father
    return SURNAMES[person.surname][language] + ("а" if person.woman else ""), given, father


def in_uzbek_letters(karakalpak):
    """A Karakalpak name as an Uzbek office writes it, by letters rather than by meaning."""
    pairs = {"ә": "а", "ө": "ў", "ү": "у", "ы": "и", "ң": "нг", "ў": "в",
             "Ә": "А", "Ө": "Ў", "Ү": "У", "Ы": "И"}
    return "".join(pairs.get(letter, letter) for letter in karakalpak)


def initial(word):
    """The first letter and a full stop; a letter written with several stays whole."""
    for letters in ("Dzh", "Sch", "Tch", "Sh", "Ch", "Zh", "Kh", "Dj"):
        if word.startswith(letters):
            return letters + "."
    return word[0] + "."


LOOKALIKES_TO_LATIN = dict(zip("аеорсухАЕОРСКМТНВ", "aeopcyxAEOPCKMTHB"))
LOOKALIKES_TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in LOOKALIKES_TO_LATIN.items()}


def with_lookalikes(word, dice):
    """One or two letters typed from the other keyboard layout."""
    table = LOOKALIKES_TO_LATIN if any("а" <= letter <= "я" for letter in word.lower()) \
        else LOOKALIKES_TO_CYRILLIC
    places = [index for index, letter in enumerate(word) if letter in table]
    chosen = set(dice.shuffled(places)[:2])
    return "".join(
        table[letter] if index in chosen else letter for index, letter in enumerate(word))


def mistyped(word, dice):
    """One typing error inside a long word: two letters exchanged, one lost, or one doubled."""
    index = dice.between(2, len(word) - 4)
    kind = dice.below(3)
    if kind == 0 and word[index] != word[index + 1]:
        return word[:index] + word[index + 1] + word[index] + word[index + 2:]
    if kind == 1:
        return word[:index] + word[index + 1:]
    return word[:index] + word[index] + word[index:]


def russian_case(surname, given, middle, woman):
    """The name in the genitive, as it stands after «задержание …» or «в отношении …»."""
    if woman:
        surname = surname[:-1] + "ой" if surname.endswith(("ова", "ева")) else surname
        middle = middle[:-1] + "ы" if middle.endswith("на") else middle
        given = (given[:-1] + "и" if given.endswith(("ка", "ля", "ь", "ия", "рия")) else
                 given[:-1] + "ы" if given.endswith("а") else given)
    else:
        surname = surname + "а" if surname.endswith(("ов", "ев")) else surname
        middle = middle + "а" if middle.endswith("ич") else middle
        given = (given[:-1] + "я" if given.endswith(("й", "ь")) else
                 given if given[-1] in "аыио" else given + "а")
    return surname, given, middle


def memorial(person, dice, wish):
    """English: the whole name in one cell, romanised by whoever was on duty."""
    if person.language == "kaz":
        language, system = dice.pick([("kaz", "kaz-passport"), ("rus", "rus-press"),
                                      ("rus", "rus-icao")])
    elif person.language == "uzb":
        language, system = dice.pick([("uzb", "uzb-1995-ascii"), ("uzb", "uzb-bare"),
                                      ("uzb", "uzb-passport"), ("rus", "rus-press")])
    else:
        language, system = dice.pick([("rus", "rus-press"), ("rus", "rus-bgn"), ("rus", "rus-icao"),
                                      ("rus", "rus-short"), ("kaa", "kaa-bare"),
                                      ("kaa", "kaa-passport-dj"), ("kaa", "kaa-passport-zh")])
    surname, given, father = written(person, language)
    middle = patronymic(person.father, person.woman) if person.surname else ""
    middle = romanised(middle, "rus-press")
    surname, given = romanised(surname, system), romanised(given, system)
    if wish.lookalikes:
        surname = with_lookalikes(surname, dice)
    father_shown = ""
    if wish.initial:
        name = dice.pick([f"{surname} {initial(given)}", f"{initial(given)} {surname}"])
    elif wish.father and middle:
        father_shown = "full"
        name = dice.pick([f"{given} {middle} {surname}", f"{surname} {given} {middle}"])
    else:
        loud = surname.upper()
        name = dice.weighted([(f"{given} {surname}", 6), (f"{surname} {given}", 2),
                              (f"{loud}, {given}", 2), (f"{given} {loud}", 1)])
    year = wish.year
    status, day = status_on(person, (2024, 4, 30), wish.back)
    place = ""
    if wish.place:
        place = dice.pick([person.place, person.place, f"{person.place} district"])
    note = dice.weighted([("", 8), ("reported by relatives", 2),
                          ("lawyer asked not to be named", 1),
                          ("see also the list of the regional office, page 3", 1)])
    return Row("memorial-en", person.id,
               [name, str(year or ""), place, STATUS["en"][status], iso(day), note],
               "initial" if wish.initial else "full", father_shown, year,
               person.place if wish.place else "", True)


def svodka(person, dice, wish):
    """Russian: every part of the name in its own column."""
    surname, given, _ = written(person, "rus")
    middle = patronymic(person.father, person.woman) if person.surname else ""
    if dice.chance(0.2):
        surname = surname.replace("Ж", "Дж", 1) if surname.startswith("Ж") else \
            surname.replace("ажи", "аджи", 1)
    if dice.chance(0.2):
        given = {"Бауыржан": "Бауржан", "Бахадыр": "Бахадир", "Лалагуль": "Лалагул",
                 "Айгуль": "Айгул", "Турсынбай": "Турсунбай", "Жамшид": "Джамшид",
                 "Даулетмурат": "Давлетмурат", "Полат": "Пулат"}.get(given, given)
    gendered = True
    father_shown = "full" if wish.father and middle else ""
    if wish.initial:
        given = given[0] + "."
        middle = middle[0] + "." if wish.father and middle else ""
        father_shown = "initial" if middle else ""
    elif not wish.father:
        middle = ""
    elif wish.case:
        surname, given, middle = russian_case(surname, given, middle, person.woman)
    if wish.lookalikes:
        surname = with_lookalikes(surname, dice)
    if wish.capitals:
        surname = surname.upper()
    year, month, day = (wish.year, *person.birth[1:])
    if wish.exchanged and day <= 12:
        month, day = day, month
    birth = "" if not year else str(year) if wish.only_year else dotted((year, month, day))
    status, since = status_on(person, (2024, 3, 25), wish.back)
    word = (RUSSIAN_FEMALE_STATUS if person.woman else STATUS["ru"])[status]
    place = PLACES[person.place]["rus"] if wish.place else ""
    if place and dice.chance(0.3):
        place = f"г. {place}" if place in ("Нукус", "Ургенч", "Актау", "Тахиаташ") \
            else f"{place}, Республика Каракалпакстан"
    return Row("svodka-ru", person.id,
               ["", surname, given, middle, birth, place, word, dotted(since)],
               "initial" if wish.initial else "full", father_shown, year,
               person.place if wish.place else "", gendered)


def dizim(person, dice, wish):
    """Karakalpak Latin, in whichever of its alphabets the writer went to school with."""
    system = dice.weighted([("kaa-2016", 6), ("kaa-1995", 2), ("kaa-2009", 1), ("kaa-bare", 2)])
    surname, given, father = written(person, "kaa")
    surname, given, father = (romanised(part, system) for part in (surname, given, father))
    if wish.mistyped and len(surname) >= 8:
        surname = mistyped(surname, dice)
    if wish.lookalikes:
        surname = with_lookalikes(surname, dice)
    father_shown = ""
    if wish.initial:
        name = f"{surname} {initial(given)}"
    elif wish.father and person.surname:
        father_shown = "full"
        if dice.chance(0.5):
            ending = romanised("қызы" if person.woman else "улы", system)
            name = f"{surname} {given} {father} {ending}"
        else:
            middle = romanised(patronymic(person.father, person.woman), system)
            name = f"{surname} {given} {middle}"
    else:
        name = f"{surname} {given}"
    if wish.capitals:
        # Karakalpak of 2016 pairs Í with ı.
        name = name.replace("ı", "Í").upper() if system == "kaa-2016" else name.upper()
    place = ""
    if wish.place:
        place = romanised(PLACES[person.place]["kaa"], system)
    status, since = status_on(person, (2024, 4, 10), wish.back)
    return Row("dizim-kaa", person.id,
               ["", name, str(wish.year or ""), place, STATUS["kaa"][status], dotted(since)],
               "initial" if wish.initial else "full", father_shown, wish.year,
               person.place if wish.place else "", True)


def royxat(person, dice, wish):
    """Uzbek Latin: F.I.Sh. in one cell, the patronymic nearly always given."""
    system = dice.weighted([("uzb-1995", 5), ("uzb-1995-ascii", 3), ("uzb-bare", 2)])
    if person.language == "uzb" or dice.chance(0.3):
        surname, given, father = written(person, "uzb")
    else:
        surname, given, father = (in_uzbek_letters(part) for part in written(person, "kaa"))
    surname, given, father = (romanised(part, system) for part in (surname, given, father))
    if wish.lookalikes:
        surname = with_lookalikes(surname, dice)
    father_shown = ""
    if wish.initial:
        name = f"{surname} {initial(given)}"
        if wish.father:
            name += initial(father)
            father_shown = "initial"
    elif wish.father and person.surname:
        father_shown = "full"
        if dice.chance(0.6):
            ending = {"uzb-1995": "oʻgʻli", "uzb-1995-ascii": "o'g'li", "uzb-bare": "ogli"}[system]
            name = f"{surname} {given} {father} " + ("qizi" if person.woman else ending)
        else:
            middle = patronymic(person.father, person.woman).replace("ы", "и")
            name = f"{surname} {given} {romanised(middle, system)}"
    else:
        name = f"{surname} {given}"
    if wish.capitals:
        name = name.upper()
    year, month, day = (wish.year, *person.birth[1:])
    if wish.exchanged and day <= 12:
        month, day = day, month
    birth = "" if not year else str(year) if wish.only_year else dotted((year, month, day))
    status, _ = status_on(person, (2024, 5, 20), wish.back)
    place = romanised(PLACES[person.place]["uzb"], system) if wish.place else ""
    if place and dice.chance(0.3):
        place += " tumani" if place not in ("Nukus", "Urganch") else " shahri"
    return Row("royxat-uz", person.id,
               [name, birth, "ayol" if person.woman else "erkak", place, STATUS["uz"][status]],
               "initial" if wish.initial else "full", father_shown, year,
               person.place if wish.place else "", True)


def copied(row, person, dice):
    """A Karakalpak row as the English list took it over: marks lost, errors and all."""
    name = without_marks(row.cells[1])
    surname, rest = name.split(" ", 1)
    if dice.chance(0.5) and len(surname) >= 8:
        surname = mistyped(surname, dice)
    status, day = status_on(person, (2024, 4, 10))
    return Row("memorial-en", row.person,
               [f"{surname} {rest}", row.cells[2], without_marks(row.cells[3]),
                STATUS["en"][status], iso(day), "from the Karakalpak list"],
               row.given, row.father, row.year, row.place, True)
