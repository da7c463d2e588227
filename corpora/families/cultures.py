"""Peoples, their names in every language that writes them, and when two names contradict."""

import unicodedata
from dataclasses import dataclass
from functools import cache

import alphabets  # noqa: F401  adds its tables to those of `demo/`
import central
import slavic
import south
from forms import SYSTEMS as SPELLINGS_SYSTEMS, Form
from names import MEN, SURNAMES, WOMEN
from near import KAZAKH_AS_RUSSIAN, PARTED_ONLY_BY_F

SYSTEMS = SPELLINGS_SYSTEMS | {
    "kir": ["Cyrillic", "bgn", "passport", "press"],
    "tgk": ["Cyrillic", "bgn", "iso9", "passport"],
    "tuk": ["Cyrillic", "1999", "bare", "press"],
    "aze": ["Cyrillic", "1991", "1992", "bare", "press"],
    "tat": ["Cyrillic", "2012", "bare", "press"],
    "ukr": ["Cyrillic", "2010", "bgn", "iso9", "press", "german"],
    "bel": ["Cyrillic", "2007", "bgn", "passport"],
    "hye": ["passport"],
    "kat": ["passport"],
}


@dataclass(frozen=True)
class Culture:
    """Names of one people: Russian spelling, language, and the form of that language."""
    name: str
    languages: tuple          # (language, weight): in which its names are written
    men: dict
    women: dict
    surnames: dict
    patronymics: dict         # (father, language): the son's patronymic, where no rule makes it

    def givens(self, woman):
        return self.women if woman else self.men

    def fathers(self):
        """Names of which every language makes a patronymic without a rule of its own."""
        return [name for name in self.men
                if self.patronymics or name[-1] not in "аеёиоуыэюя"]


def _listed(text, languages):
    names = {}
    for token in text.split():
        rus, *own = token.split("|")
        forms = {"rus": rus}
        for language, form in zip(languages, own):
            if form != "-":
                forms[language] = rus if form == "=" else form
        assert rus not in names, rus
        names[rus] = forms
    return names


def _central(table, text, language):
    """The names of `demo/` and of `central.py` that this language has."""
    known = {}
    for name, forms in table.items():
        if language != "kaz" or forms["kaz"] != name or name in KAZAKH_AS_RUSSIAN:
            known[name] = forms
    for name, forms in _listed(text, ("kaa", "uzb", "kaz")).items():
        if language in forms:
            assert name not in table, name
            known[name] = forms
    return known


def _slavic_men():
    men, patronymics = {}, {}
    for line in slavic.MEN.split():
        forms = dict(zip(("rus", "ukr", "bel"), line.split("|")))
        rus = forms["rus"].split(",")[0]
        men[rus] = {language: form.split(",")[0] for language, form in forms.items()}
        for language, form in forms.items():
            patronymics[rus, language] = form.split(",")[1]
    return men, patronymics


def _own(name, language, men, women, surnames):
    return Culture(name, ((language, 11), ("rus", 9)) if language else (("rus", 1),),
                   *(_listed(text, (language,)) for text in (men, women, surnames)), {})


SLAVIC_MEN, SLAVIC_PATRONYMICS = _slavic_men()
SLAVIC_WOMEN, SLAVIC_SURNAMES = (_listed(text, ("ukr", "bel"))
                                 for text in (slavic.WOMEN, slavic.SURNAMES))


def _slavic(name, languages, surnames=SLAVIC_SURNAMES):
    return Culture(name, languages, SLAVIC_MEN, SLAVIC_WOMEN, surnames, SLAVIC_PATRONYMICS)


# (culture, weight) of each third of the corpus.
THIRDS = {
    "Central Asia": [
        (Culture(name, ((language, 11), ("rus", 9)) + also, _central(MEN, central.MEN, language),
                 _central(WOMEN, central.WOMEN, language),
                 _central(SURNAMES, central.SURNAMES, language), {}), weight)
        for name, language, weight, also in (("Karakalpak", "kaa", 4, (("uzb", 2),)),
                                             ("Uzbek", "uzb", 4, ()), ("Kazakh", "kaz", 3, ()))
    ] + [
        (_own("Kyrgyz", "kir", central.KYRGYZ_MEN, central.KYRGYZ_WOMEN,
              central.KYRGYZ_SURNAMES), 3),
        (_slavic("Korean", (("rus", 1),), _listed(central.KOREAN_SURNAMES, ())), 1),
    ],
    "Slavic": [
        (_slavic("Russian", (("rus", 16), ("ukr", 2), ("bel", 1))), 5),
        (_slavic("Ukrainian", (("ukr", 11), ("rus", 9))), 3),
        (_slavic("Belarusian", (("bel", 11), ("rus", 9))), 3),
    ],
    "South": [
        (_own("Tajik", "tgk", south.TAJIK_MEN, south.TAJIK_WOMEN, south.TAJIK_SURNAMES), 3),
        (_own("Turkmen", "tuk", south.TURKMEN_MEN, south.TURKMEN_WOMEN,
              south.TURKMEN_SURNAMES), 3),
        (_own("Azerbaijani", "aze", south.AZERBAIJANI_MEN, south.AZERBAIJANI_WOMEN,
              south.AZERBAIJANI_SURNAMES), 3),
        (_own("Tatar", "tat", south.TATAR_MEN, south.TATAR_WOMEN, south.TATAR_SURNAMES), 3),
        (_own("North Caucasian", "", south.NORTH_CAUCASIAN_MEN, south.NORTH_CAUCASIAN_WOMEN,
              south.NORTH_CAUCASIAN_SURNAMES), 3),
        (_own("Armenian", "hye", south.ARMENIAN_MEN, south.ARMENIAN_WOMEN,
              south.ARMENIAN_SURNAMES), 2),
        (_own("Georgian", "kat", south.GEORGIAN_MEN, south.GEORGIAN_WOMEN,
              south.GEORGIAN_SURNAMES), 2),
    ],
}

# Names of the lists that are one name at its root, or that one spelling can mean.
ONE_NAME = [PARTED_ONLY_BY_F, {"Рахимов", "Реимов"}]


@cache
def _latin(forms):
    """Every way of writing a name, in the letters a to z."""
    written = set()
    for language, form in forms:
        for system in SYSTEMS[language]:
            if system != "Cyrillic":
                latin = unicodedata.normalize("NFD", Form(language, system).write(form).lower())
                latin = latin.replace("ı", "i").replace("ə", "a")
                written.add("".join(letter for letter in latin if "a" <= letter <= "z"))
    return frozenset(written)


def spellings(names, name, languages):
    forms = names[name]
    return _latin(tuple((language, forms[language]) for language, _ in languages
                        if language in forms))


def parted(names, one, other, languages, others=None):
    """Whether no spelling of one name is a spelling of the other (of the table `others`).

    A name that begins with the other is not parted from it: Оразбай may be called Ораз.
    """
    return not one.startswith(other) and not other.startswith(one) \
        and {one, other} not in ONE_NAME and not (
            spellings(names, one, languages) & spellings(others or names, other, languages))


# What the Latin initial of a name may stand for in another system.
_SOUNDS = {"o": "ou", "u": "uow", "e": "ey", "i": "iy", "y": "yie", "j": "jyzd", "z": "zj",
           "c": "cstkj", "t": "tc", "q": "kg", "g": "gh", "h": "hkg", "x": "hk", "w": "wvu"}


def _initial_sounds(names, name, languages):
    return {sound for spelling in spellings(names, name, languages)
            for sound in _SOUNDS.get(spelling[0], spelling[0])}


def initials_parted(names, one, other, languages, others=None):
    """Whether no initial of one name can be meant for the other."""
    return not (_initial_sounds(names, one, languages)
                & _initial_sounds(others or names, other, languages))


def initial_kept(names, name, language, other):
    """Whether the initial of a name in one language can be meant for its form in another."""
    return bool(_initial_sounds(names, name, [(language, 1)])
                & _initial_sounds(names, name, [(other, 1)]))
