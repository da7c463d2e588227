"""The alphabets and romanisations that `demo/orthographies.py` does not need.

Written down from the norm named beside each table. Importing this module adds them to those of
`demo/`, whose `romanised` then writes them too.
"""

from orthographies import CAPITALS, LATIN, VOWELS, _table

_RUSSIAN = "ж=zh й=y х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ё=yo "

LATIN |= {
    # Kyrgyz Cyrillic: BGN/PCGN 1979, passports (order of 2016, ICAO letters), and the press.
    "kir-bgn": _table(_RUSSIAN + "ж=j ң=ng ө=ö ү=ü"),
    "kir-passport": _table(_RUSSIAN + "ж=zh й=i ң=n ө=o ү=u ю=iu я=ia"),
    "kir-press": _table(_RUSSIAN + "ж=j ң=n ө=o ү=u"),
    # Tajik Cyrillic: BGN/PCGN 1994, ISO 9:1995, and passports.
    "tgk-bgn": _table(_RUSSIAN + "ъ=’ ғ=gh ӣ=í қ=q ӯ=ŭ ҳ=h ҷ=j"),
    "tgk-iso9": _table("ж=ž й=j х=h ц=c ч=č ш=š щ=ŝ ъ=ʺ ы=y ь=ʹ э=è ю=û я=â ё=ë "
                       "ғ=ġ ӣ=ī қ=ķ ӯ=ū ҳ=ḩ ҷ=ç"),
    "tgk-passport": _table(_RUSSIAN + "ғ=g ӣ=i қ=k ӯ=u ҳ=h ҷ=j"),
    # Turkmen Cyrillic: the alphabet of 1999, the same without its marks, and the press.
    "tuk-1999": _table("в=w ж=ž җ=j й=ý х=h ц=s ч=ç ш=ş щ=şç ъ= ы=y ь= э=e ю=ýu я=ýa ё=ýo "
                       "ң=ň ө=ö ү=ü ә=ä ^е=ýe ~е=ýe"),
    "tuk-bare": _table("в=w ж=z җ=j й=y х=h ц=s ч=c ш=s щ=sc ъ= ы=y ь= э=e ю=yu я=ya ё=yo "
                       "ң=n ө=o ү=u ә=a ^е=ye ~е=ye"),
    "tuk-press": _table(_RUSSIAN + "җ=j ң=n ө=o ү=u ә=a ~е=ye"),
    # Azerbaijani Cyrillic of 1958: the laws of 1991 (ä) and 1992 (ə), the latter typed without
    # its marks, and the English of passports and of the press.
    "aze-1991": _table("г=q ғ=ğ ҝ=g ә=ä ж=j ј=y х=x һ=h ҹ=c ч=ç ш=ş ы=ı э=e ө=ö ү=ü"),
    "aze-1992": _table("г=q ғ=ğ ҝ=g ә=ə ж=j ј=y х=x һ=h ҹ=c ч=ç ш=ş ы=ı э=e ө=ö ү=ü"),
    "aze-bare": _table("г=q ғ=g ҝ=g ә=e ж=j ј=y х=x һ=h ҹ=c ч=c ш=s ы=i э=e ө=o ү=u"),
    "aze-press": _table("г=g ғ=gh ҝ=g ә=a ж=zh ј=y х=kh һ=h ҹ=j ч=ch ш=sh ы=i э=e ө=o ү=u"),
    # Tatar Cyrillic: the letters of the law of 2012 (к and г without regard to the vowels, as
    # they are typed), the same without its marks, and the press.
    "tat-2012": _table("җ=c й=y х=x һ=h ц=ts ч=ç ш=ş щ=şç ъ= ы=ı ь= э=e ю=yu я=ya ё=yo "
                       "ә=ä ө=ö ү=ü ң=ñ"),
    "tat-bare": _table("җ=j й=y х=h һ=h ц=ts ч=ch ш=sh щ=sch ъ= ы=y ь= э=e ю=yu я=ya ё=yo "
                       "ә=a ө=o ү=u ң=n"),
    "tat-press": _table(_RUSSIAN + "җ=dzh һ=h ә=a ө=o ү=u ң=n"),
    # Ukrainian: resolution 55 of the Cabinet of Ministers (2010), BGN/PCGN 1965, ISO 9:1995, the
    # press (BGN without its mark), and German (Duden).
    "ukr-2010": _table("г=h ґ=g зг=zgh є=ie ж=zh и=y і=i ї=i й=i х=kh ц=ts ч=ch ш=sh щ=shch ь= "
                       "ю=iu я=ia ’= ^є=ye ^ї=yi ^й=y ^ю=yu ^я=ya"),
    "ukr-bgn": _table("г=h ґ=g є=ye ж=zh и=y і=i ї=yi й=y х=kh ц=ts ч=ch ш=sh щ=shch ь=’ "
                      "ю=yu я=ya ’=”"),
    "ukr-iso9": _table("г=g ґ=g̀ є=ê ж=ž и=i і=ì ї=ï й=j х=h ц=c ч=č ш=š щ=ŝ ь=ʹ ю=û я=â ’=’"),
    "ukr-press": _table("г=h ґ=g є=ye ж=zh и=y і=i ї=yi й=y х=kh ц=ts ч=ch ш=sh щ=shch ь= "
                        "ю=yu я=ya ’="),
    "ukr-german": _table("в=w г=h ґ=g з=s є=je ж=sch и=y і=i ї=ji й=j х=ch ц=z ч=tsch ш=sch "
                         "щ=schtsch ь= ю=ju я=ja ’="),
    # Belarusian: the instruction of 2007 (national Latin letters), BGN/PCGN 1979, and the letters
    # of passports (Ministry of the Interior, 2008).
    "bel-2007": _table("г=h е=ie ё=io ж=ž і=i й=j ў=ŭ х=ch ц=c ч=č ш=š ы=y э=e ю=iu я=ia ’= ь= "
                       "ль=ĺ нь=ń сь=ś зь=ź ць=ć лю=liu ля=lia "
                       "^е=je ~е=je ^ё=jo ~ё=jo ^ю=ju ~ю=ju ^я=ja ~я=ja"),
    "bel-bgn": _table("г=h е=ye ё=yo ж=zh і=i й=y ў=w х=kh ц=ts ч=ch ш=sh ы=y ь=’ э=e ю=yu "
                      "я=ya ’=”"),
    "bel-passport": _table("г=h е=e ё=io ж=zh і=i й=i ў=u х=kh ц=ts ч=ch ш=sh ы=y ь= э=e ю=iu "
                           "я=ia ’= ^е=ie ~е=ie"),
    # Armenian and Georgian names stand in `south.py` in the Latin letters of their passports.
    "hye-passport": {},
    "kat-passport": {},
}
CAPITALS |= {"aze-1991": {"i": "İ"}, "aze-1992": {"i": "İ"}, "tat-2012": {"i": "İ"}}
VOWELS |= set("єїӣӯ’")
