"""An invented person, and the ways in which the name can be written."""

from dataclasses import dataclass

from names import MEN, SURNAMES, WOMEN, patronymic
from orthographies import romanised

SYSTEMS = {
    "kaa": ["Cyrillic", "1995", "2009", "2016", "bare", "passport-dj", "passport-zh"],
    "uzb": ["Cyrillic", "1993", "1995", "1995-ascii", "bare", "2019", "2021", "bgn", "passport"],
    "kaz": ["Cyrillic", "2017", "2018", "2019", "2021", "qazaqparat", "bgn", "passport"],
    "rus": ["Cyrillic", "bgn", "icao", "iso9", "press", "short", "turkish", "german", "french"],
}


@dataclass(frozen=True)
class Form:
    """A way of writing: the language whose spelling is taken, and the system over it."""
    language: str
    system: str

    def write(self, text):
        """`text` in Cyrillic of the language."""
        if self.system == "Cyrillic":
            return text
        return romanised(text, f"{self.language}-{self.system}")

    def __str__(self):
        return f"{self.language} {self.system}"


@dataclass(frozen=True)
class Someone:
    woman: bool
    surname: str
    given: str
    father: str

    def surname_in(self, form):
        return form.write(SURNAMES[self.surname][form.language] + ("а" if self.woman else ""))

    def given_in(self, form):
        return form.write((WOMEN if self.woman else MEN)[self.given][form.language])

    def patronymic_in(self, form, affix=False):
        """With -ович; or with the native word for son or daughter."""
        if not affix or form.language == "rus":
            return form.write(patronymic(self.father, self.woman))
        father = MEN[self.father][form.language]
        if form.language == "uzb":
            return form.write(father + (" қизи" if self.woman else " ўғли"))
        if form.language == "kaa":
            return form.write(father + (" қызы" if self.woman else " улы"))
        return form.write(father + ("қызы" if self.woman else "ұлы"))

    def two(self, form):
        return f"{self.surname_in(form)} {self.given_in(form)}"

    def turned(self, form):
        return f"{self.given_in(form)} {self.surname_in(form)}"

    def three(self, form, affix=False):
        return f"{self.two(form)} {self.patronymic_in(form, affix)}"
