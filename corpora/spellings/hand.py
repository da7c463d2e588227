"""The pairs that no rule makes: written and judged one by one.

left | right | label | category | orthographies | note
"""

PAIRS = """
Dauletmurat Tajimuratov|Тажимуратов Даулетмурат|1|example|eng ~ rus|the lists of the introduction
Dáwletmurat Tájimuratov|Tazhimuratov Davletmurat|1|example|kaa 2016 ~ eng|
Dauletmurat Tazhimuratov|Дәўлетмурат Тәжимуратов|1|example|eng ~ kaa Cyrillic|
Lolagul Kallyhanova|Каллыханова Лалагүл|1|example|uzb ~ kaa Cyrillic|Uzbek o is Karakalpak а
Lolagul Kallykhanova|Лалагул Қаллыханова|1|example|eng ~ kaa Cyrillic|қ typed for к
Sultanbek Dzholdibayev|Жолдыбаев Султанбек|1|example|eng ~ rus|дж for ж
Sultanbek Dzholdibayev|Sultanbek Joldıbaev|1|example|eng ~ kaa 2016|
Bahadir Zhaksymuratov|Жақсымуратов Баҳадыр|1|example|eng ~ kaa Cyrillic|
Bahadir Zhaksymuratov|Jaqsımuratov Bahadır|1|example|eng ~ kaa 2016|
Genzhebek Arzymbetuly|Генжебек Арзымбет улы|1|example|eng ~ kaa Cyrillic|the affix joined and apart
Genzhebek Arzymbetuly|Genjebek Arzımbetulı|1|example|eng ~ kaa 2016|
Genzhebek Arzymbetuly|Арзимбетули Генжебек|1|example|eng ~ uzb Cyrillic|
Aziza Tajimuratova|Тажимуратова Азиза|1|example|eng ~ rus|
Aziza Tajimuratova|Tájimuratova Áziza|1|example|eng ~ kaa 2016|
Dauletmurat Zhiemuratov|Жийемуратов Дәўлетмурат|1|example|eng ~ kaa Cyrillic|
Dauletmurat Zhiemuratov|Jiyemuratov Dáwletmurat|1|example|eng ~ kaa 2016|
Dauletmurat Zhiemuratov|Dauletmurat Tajimuratov|0|example|eng|same given name, other surname
Dauletmurat Zhiemuratov|Тажимуратов Даулетмурат|0|example|eng ~ rus|same given name, other surname
Timur Azatovich Reimov|Timur Islamovich Reimov|0|example|eng|contradicted patronymic
Реимов Тимур Азатович|Реимов Тимур Исламович|0|example|rus|contradicted patronymic
Реимов Т. А.|Реимов Тимур Исламович|0|example|rus|the initial contradicts
Реимов Т. И.|Timur Islamovich Reimov|1|example|rus ~ eng|both initials agree
Aziza Tajimuratova|Dauletmurat Tajimuratov|0|example|eng|spouses
Азиза Тажимуратова|Tájimuratov Dáwletmurat|0|example|rus ~ kaa 2016|spouses
Tazhimuratova Aziza|Tajimuratov Aziz|0|example|eng|brother and sister of one name
Ислам Тимуров|Тимур Исламов|0|inversion|rus|father and son
Islam Timurov|Тимур Исламов|0|inversion|eng ~ rus|father and son
Тимуров Ислам Маратович|Исламов Тимур Исламович|0|inversion|rus|father and son
Темур Исломов|Ислом Темуров|0|inversion|uzb Cyrillic|father and son
Temur Islomov|Islom Temurov|0|inversion|uzb 1995|father and son
Timur Islamov|Исламов Тимур|1|order|eng ~ rus|the order alone
Мурат Азатов|Азат Муратов|0|inversion|rus|father and son
Murod Ozodov|Ozod Murodov|0|inversion|uzb 1995|father and son
Murat Azatov|Азатов Мурат|1|order|eng ~ rus|the order alone
Юсупов Ахмет|Ахметов Юсуп|0|inversion|rus|father and son
Yusup Axmetov|Ахметов Юсуп|1|order|kaa ~ rus|the order alone
Yusup Axmetov|Axmet Yusupov|0|inversion|kaa 2016|father and son
Сапаров Есен|Есенов Сапар|0|inversion|rus|father and son
Saparov Esen|Есен Сапаров|1|order|kaa ~ rus|the order alone
Касым Сулейменов|Сүлеймен Қасымов|0|inversion|rus ~ kaz Cyrillic|father and son
Qasym Süleimenov|Сулейменов Касым|1|order|kaz 2021 ~ rus|the order alone
Рахим Каримов|Карим Рахимов|0|inversion|rus|father and son
Karim Rahimov|Рахимов Карим|1|order|uzb 1995 ~ rus|the order alone
Rahim Karimov|Karim Rahimov|0|inversion|uzb 1995|father and son
Аскаров Ораз|Оразов Аскар|0|inversion|rus|father and son
Ниязов Мамбет|Мамбетов Нияз|0|inversion|rus|father and son
Niyaz Mámbetov|Mámbet Niyazov|0|inversion|kaa 2016|father and son
Niyaz Mámbetov|Мамбетов Нияз|1|order|kaa 2016 ~ rus|the order alone
Ибрагим Юсупов|Юсуп Ибрагимов|0|inversion|rus|father and son
Досым Жумабаев|Жумабай Досымов|0|inversion|rus|father and son
Jumabay Dosımov|Досымов Жумабай|1|order|kaa 2016 ~ rus|the order alone
Турсын Ережепов|Ережеп Турсынов|0|inversion|rus|father and son
Daulet Murat Tajimuratov|Даулетмурат Тажимуратов|1|joined|eng ~ rus|
Davlat Murod Tojimurodov|Давлатмурод Тожимуродов|1|joined|uzb 1995 ~ uzb Cyrillic|
Дәўлет Мурат Жийемуратов|Dáwletmurat Jiyemuratov|1|joined|kaa Cyrillic ~ kaa 2016|
Султан-Бек Жолдыбаев|Sultanbek Joldibaev|1|joined|rus ~ kaa|
Sultan Bek Dzholdybaev|Жолдыбаев Султанбек|1|joined|eng ~ rus|
Абдул Рахман Юсупов|Абдурахман Юсупов|1|joined|rus|
Abdu Rahmon Yusupov|Абдураҳмон Юсупов|1|joined|uzb 1995 ~ uzb Cyrillic|
Abdulkarim Rahimov|Абдул Карим Рахимов|1|joined|uzb 1995 ~ rus|
Нур-Али Ахметов|Нурали Ахметов|1|joined|rus|
Nur Sultan Zhumabayev|Нұрсұлтан Жұмабаев|1|joined|eng ~ kaz Cyrillic|
Ак-Гуль Есенова|Ақгүл Есенова|1|joined|rus ~ kaz Cyrillic|
Гуль Нара Оразова|Гульнара Оразова|1|joined|rus|
Ay Gul Sarsenbaeva|Сарсенбаева Айгуль|1|joined|eng ~ rus|
Биби Гуль Ережепова|Bibigul Yerejepova|1|joined|rus ~ uzb 1995|
Amangeldi Esenov|Аман-Гельды Есенов|1|joined|kaa ~ rus|
Kuday Bergen Ataniyazov|Қудайберген Атаниязов|1|joined|eng ~ kaa Cyrillic|
Жол Мурза Сапаров|Жолмурза Сапаров|1|joined|rus|
Dawlet Bay Reymov|Даулетбай Реимов|1|joined|kaa ~ rus|
Daulet Murat Tajimuratov|Даулетбай Тажимуратов|0|element|eng ~ rus|another second element
Sultan Bek Dzholdybaev|Султанмурат Жолдыбаев|0|element|eng ~ rus|another second element
Мұратова Айгүл Амангелдіқызы|Муратова Айгуль Амангельдиновна|1|affix|kaz Cyrillic ~ rus|
Айгүл Амангелдіқызы|Айгуль Амангельдиевна|1|affix|kaz Cyrillic ~ rus|
Каримов Азиз Рашид оглы|Karimov Aziz Rashidovich|1|affix|rus ~ eng|
Karimov Aziz Rashid oʻgʻli|Каримов Азиз Рашидович|1|affix|uzb 1995 ~ rus|
Karimov Aziz Rashid ugli|Каримов Азиз Рашид ўғли|1|affix|uzb passport ~ uzb Cyrillic|
Karimova Aziza Rashid qizi|Каримова Азиза Рашидовна|1|affix|uzb 1995 ~ rus|
Karimova Aziza Rashid kizi|Каримова Азиза Рашид қизи|1|affix|uzb passport ~ uzb Cyrillic|
Ерлан Бақытұлы Ахметов|Ахметов Ерлан Бахытович|1|affix|kaz Cyrillic ~ rus|
Нұрлан Серікұлы|Nurlan Serikuly|1|affix|kaz Cyrillic ~ kaz passport|
Нұрлан Серік ұлы|Нурлан Серикулы|1|affix|kaz Cyrillic ~ rus|
Динара Серікқызы|Dinara Serikkyzy|1|affix|kaz Cyrillic ~ kaz passport|
Динара Серікқызы|Нұрлан Серікұлы|0|siblings|kaz Cyrillic|brother and sister
Нұрлан Серікұлы|Нұрлан Бақытұлы|0|patronymic|kaz Cyrillic|contradicted patronymic
Оразбай Полат улы Юсупов|Юсупов Уразбай Пулатович|1|affix|kaa Cyrillic ~ rus|
Тажимуратову Даулетмурату|Тажимуратов Даулетмурат|1|case|rus|dative
Тажимуратовым Даулетмуратом|Tajimuratov Dauletmurat|1|case|rus ~ eng|instrumental
Тажимуратове Даулетмурате|Тажимуратов Даулетмурат|1|case|rus|prepositional
Каллыхановой Лалагул|Lolagul Kallyhanova|1|case|rus ~ eng|genitive
Каллыханову Лалагуль|Каллыханова Лалагуль|1|case|rus|accusative
Жаксымуратову Бахадыру|Bahadir Zhaksymuratov|1|case|rus ~ eng|dative
Жаксымуратовой Гульнаре|Жаксымуратова Гульнара|1|case|rus|dative
Жаксымуратовой Гульнаре|Жаксымуратов Бахадыр|0|spouses|rus|
Реимова Тимура Азатовича|Реимов Тимур Азатович|1|case|rus|genitive of the man
Реимова Тимура Азатовича|Реимов Тимур Исламович|0|patronymic|rus|genitive; contradicted patronymic
Каримова Азиза Рашидовича|Каримов Азиз Рашидович|1|case|rus|genitive of the man, not the sister
Каримова Азиза Рашидовича|Каримова Азиза Рашидовна|0|gender|rus|genitive of the man, nominative of the woman
Каримова Азиза Рашидовна|Каримовой Азизы Рашидовны|1|case|rus|genitive of the woman
Азиз Каримовнинг|Каримов Азиз|1|case|uzb Cyrillic|genitive
Aziz Karimovga|Азиз Каримов|1|case|uzb 1995 ~ uzb Cyrillic|dative
Dáwletmurat Tájimuratovtıń|Дәўлетмурат Тәжимуратов|1|case|kaa 2016 ~ kaa Cyrillic|genitive
Нұрлан Сүлейменовтің|Нұрлан Сүлейменов|1|case|kaz Cyrillic|genitive
Есенова Марата|Есенов Марат|1|case|rus|genitive of the man
Мадины Каримовой|Мадина Каримова|1|case|rus|genitive
Марии Эргашевой|Мария Эргашева|1|case|rus|genitive
Ильяса Сапарова|Илияс Сапаров|1|case|rus ~ kaa Cyrillic|genitive
Дима Югай|Дмитрий Югай|1|short|rus|
Дима Югай|Денис Югай|0|given|rus|
Гуля Оразова|Гульнара Оразова|1|short|rus|one of the names it may stand for
Гуля Оразова|Галина Оразова|0|given|rus|
Нурик Сулейменов|Нурлан Сулейменов|1|short|rus|
Серик Ахметов|Секе Ахметов|1|short|rus ~ kaz|the respectful form
Мұреке Сүлейменов|Мұрат Сүлейменов|1|short|kaz Cyrillic|the respectful form
Қайреке Байжанов|Кайрат Байжанов|1|short|kaz Cyrillic ~ rus|the respectful form
Диля Эргашева|Дилноза Эргашева|1|short|rus|
Диля Эргашева|Динара Эргашева|0|given|rus|
Саша Ким|Александр Ким|1|short|rus|
Ольга Ким|Олег Ким|0|given|rus|
Женя Цой|Евгений Цой|1|short|rus|
Жора Пак|Георгий Пак|1|short|rus|
Рус Ташматов|Рустам Ташматов|1|short|rus|
Zuxra Yusupova|Зухра Юсупова|1|spelling|uzb ~ uzb Cyrillic|х written x
Fotima Yusupova|Зухра Юсупова|0|siblings|uzb 1995 ~ uzb Cyrillic|twins
Hasan Karimov|Ҳусан Каримов|0|siblings|uzb 1995 ~ uzb Cyrillic|twins
Karimov Hasan Rashid oʻgʻli|Каримов Хусан Рашидович|0|siblings|uzb 1995 ~ rus|twins
Айгүл Мұратқызы Қалиева|Айсұлу Мұратқызы Қалиева|0|siblings|kaz Cyrillic|
Aygúl Kallıxanova|Айсулыў Каллыханова|0|siblings|kaa 2016 ~ kaa Cyrillic|
Мария Эргашева|Марат Эргашев|0|siblings|rus|
Mariya Ergasheva|Марат Эргашев|0|siblings|uzb ~ rus|
Aybek Yusupov|Oybek Yusupov|1|spelling|kaa ~ uzb|Uzbek o is Karakalpak а
Aybek Yusupov|Otabek Yusupov|0|element|kaa ~ uzb|
Oybek Yusupov|Otabek Yusupov|0|element|uzb|
Oybek Yusupov|Айбек Юсупов|1|spelling|uzb ~ rus|
Атабек Юсупов|Otabek Yusupov|1|spelling|rus ~ uzb|
Адылбек Есенов|Odilbek Yesenov|1|spelling|rus ~ uzb|
Худайберген Ниязов|Qudaybergen Niyazov|1|spelling|rus ~ kaa|
Кенжебек Есенов|Генжебек Есенов|1|spelling|kaz ~ kaa|one name, initial г or к
Жумагул Реимова|Djumagul Reimova|1|spelling|rus ~ uzb passport|
Asayın Saparov|Асаин Сапаров|1|spelling|kaa 2016 ~ rus|йы written и
Ырысгүл Досназарова|Irısgul Dosnazarova|1|spelling|kaa Cyrillic ~ kaa 1995|
Íqlas Saparov|Ықлас Сапаров|1|spelling|kaa 2016 ~ kaa Cyrillic|capital Í of ı
ÍQLAS SAPAROV|ықлас сапаров|1|spelling|kaa 2016 ~ kaa Cyrillic|capitals
I'qlas Saparov|Íqlas Saparov|1|spelling|kaa 2009 ~ kaa 2016|
Шымбай Оразов|Chimbay Orazov|1|spelling|kaa ~ uzb|ш and ч
Chingis Reymov|Шыңғыс Реймов|1|spelling|eng ~ kaa Cyrillic|
Shıńǵıs Reymov|Чингиз Реимов|1|spelling|kaa 2016 ~ rus|
Жүсіп Ахметов|Yusup Axmetov|1|spelling|kaz Cyrillic ~ kaa|one name in two languages
Cumabay Oraz|Жумабай Ораз|1|spelling|Turkish ~ rus|c for ж
Djakhangir Karimov|Жаҳонгир Каримов|1|spelling|uzb passport ~ uzb Cyrillic|
Ulugbek Toshmatov|Улуғбек Ташматов|1|spelling|uzb ~ uzb Cyrillic|
Oʻktam Rahimov|Уктам Рахимов|1|spelling|uzb 1995 ~ rus|
O`ktam Rahimov|Oʻktam Rahimov|1|spelling|uzb 1995|another apostrophe
Óktam Rahimov|Ўктам Раҳимов|1|spelling|uzb 2019 ~ uzb Cyrillic|
Öktam Rahimov|Õktam Rahimov|1|spelling|uzb 1993 ~ uzb 2021|
Uktam Rakhimov|Akram Rakhimov|0|given|eng|
Ғани Рахимов|Gʻani Rahimov|1|spelling|uzb Cyrillic ~ uzb 1995|
Gani Rakhimov|Rani Rakhimova|0|given|eng|
Choʻlpon Ergasheva|Чўлпон Эргашева|1|spelling|uzb 1995 ~ uzb Cyrillic|
Çólpon Ergaşeva|Chulpan Ergasheva|1|spelling|uzb 2019 ~ eng|
Cõlpon Ergaşeva|Чўлпон Эргашева|1|spelling|uzb 2021 ~ uzb Cyrillic|c is ч
Sherzod Choriyev|Шерзод Чориев|1|spelling|uzb 1995 ~ uzb Cyrillic|
Şerzod Coriev|Sherzod Choriyev|1|spelling|uzb 2021 ~ uzb 1995|
Әлішер Нұрғалиев|Älışer Nūrğaliev|1|spelling|kaz Cyrillic ~ kaz 2021|
A'li'a Ahmetova|Әлия Ахметова|1|spelling|kaz 2017 ~ kaz Cyrillic|
Сәуле Жұмабаева|Sáýle Jumabaeva|1|spelling|kaz Cyrillic ~ kaz 2018|ý is у
Sa'y'le Jumabaeva|Sáýle Jumabaeva|1|spelling|kaz 2017 ~ kaz 2018|
S'ynar S'ymanova|Шынар Шыманова|1|spelling|kaz 2017 ~ kaz Cyrillic|s' is ш
Ким Олег|Kim Oleg|1|spelling|rus ~ eng|
Цой Виктор|Tsoy Viktor|1|spelling|rus ~ eng|
Цой Виктор|Choi Viktor|1|spelling|rus ~ Korean habit|
Пак Елена|Park Yelena|1|spelling|rus ~ Korean habit|
Dschumabajew Nurlan|Жумабаев Нурлан|1|spelling|German ~ rus|
Schumabajew Nurlan|Жумабаев Нурлан|1|spelling|German ~ rus|
Djoumabaiev Nourlan|Жумабаев Нурлан|1|spelling|French ~ rus|
Joumagouloff Timour|Жумагулов Тимур|1|spelling|French ~ rus|
Tachkenbaev Azat|Ташкенбаев Азат|1|spelling|French ~ rus|ch is ш
Hodjaev Akmal|Хўжаев Акмал|1|spelling|uzb passport ~ uzb Cyrillic|
Xoʻjayev Akmal|Ходжаев Акмал|1|spelling|uzb 1995 ~ rus|
Khodzhaev Akmal|Xojaev Akmal|1|spelling|eng ~ kaa|
Khodzhaev Akmal|Khodzhaev Akram|0|given|eng|
Хожамберген Азат|Hozhambergen Azat|1|spelling|kaa Cyrillic ~ eng|
Xojambergen Azat|Khozhambergen Azat|1|spelling|kaa 2016 ~ eng|
Хожамберген Хасан|Хожамберген Хусан|0|siblings|rus|twins
Khozhambergen Azat|Qudaybergen Azat|0|surname|eng ~ kaa|one element of two differs
Әбдирейим Оразов|Abdireyim Orazov|1|spelling|kaa Cyrillic ~ kaa|
Абдиреим Оразов|Әбдирейим Оразов|1|spelling|rus ~ kaa Cyrillic|
Abdukarim Orazov|Abdurahim Orazov|0|element|eng|
Abdurakhmon Orazov|Abdurahman Orazov|1|spelling|eng ~ eng|
Abdurahmon Orazov|Abdurahim Orazov|0|element|uzb 1995|
Абдумалик Оразов|Абдужалил Оразов|0|element|rus|
Нурали Есенов|Нурлан Есенов|0|given|rus|
Ерлан Есенов|Ержан Есенов|0|given|rus|
Erlan Esenov|Yerlan Yessenov|1|spelling|eng|
Ғалым Есенов|Галым Есенов|1|spelling|kaz Cyrillic ~ rus|
Ғалым Есенов|Ғалия Есенова|0|siblings|kaz Cyrillic|
Алия Есенова|Әлия Есенова|1|spelling|rus ~ kaz Cyrillic|
Алия Есенова|Асия Есенова|0|given|rus|
Салима Есенова|Камила Есенова|0|given|rus|
Салима Есенова|Халима Есенова|0|given|rus|
Фарида Аскарова|Зарипа Аскарова|0|given|rus|
Зарифа Аскарова|Зарипа Аскарова|1|spelling|uzb ~ kaa|
Динора Аскарова|Динара Аскарова|1|spelling|uzb ~ rus|
Динора Аскарова|Дилором Аскарова|0|given|uzb ~ uzb|
Гулнора Аскарова|Гульнара Аскарова|1|spelling|uzb Cyrillic ~ rus|
Гульнара Аскарова|Гульмира Аскарова|0|given|rus|
Gulnara Asqarova|Gúlmira Asqarova|0|given|kaa|
Санжар Аскаров|Сардор Аскаров|0|given|rus|
Бахром Аскаров|Бахадыр Аскаров|0|given|uzb ~ rus|
Бахтиёр Асқаров|Бахтияр Аскаров|1|spelling|uzb Cyrillic ~ rus|
Шухрат Каримов|Шавкат Каримов|0|given|rus|
Shavkat Karimov|Шаукат Каримов|1|spelling|uzb ~ rus|
Фарход Каримов|Farhad Karimov|1|spelling|uzb ~ eng|
Фархад Каримов|Фаррух Каримов|0|given|rus|
Жамшид Каримов|Жамолиддин Каримов|0|given|rus|
Jamshid Karimov|Джамшид Каримов|1|spelling|uzb ~ rus|
Камил Каримов|Камола Каримова|0|siblings|rus|
Улуғбек Тошматов|Ulugʻbek Toshmatov|1|spelling|uzb Cyrillic ~ uzb 1995|
Музаффар Тошматов|Мустафо Тошматов|0|given|uzb Cyrillic|
Tajimuratov D.|Тажимуратов Даулетмурат|1|initials|eng ~ rus|
Tajimuratov D.|Тажимуратова Дилфуза|0|gender|eng ~ rus|the initial agrees, the gender does not
Tajimuratov D. P.|Тажимуратов Даулетмурат Полатович|1|initials|eng ~ rus|
Tajimuratov D. M.|Тажимуратов Даулетмурат Полатович|0|initials|eng ~ rus|the second initial contradicts
D. Zhiemuratov|Жиемуратов Д. С.|1|initials|eng ~ rus|
Д. Жиемуратов|D. Tajimuratov|0|surname|rus ~ eng|
Каллыханова Л.|Lolagul Kallyhanova|1|initials|rus ~ eng|
Каллыханова А.|Lolagul Kallyhanova|0|initials|rus ~ eng|
Ж. Каримов|Jamshid Karimov|1|initials|rus ~ uzb|j is ж
Дж. Каримов|Jamshid Karimov|1|initials|rus ~ uzb|two letters of one initial
Ш. Каримов|Sh. Karimov|1|initials|rus ~ eng|two letters of one initial
Ю. Ахметов|Yusup Axmetov|1|initials|rus ~ kaa|y is the initial of Ю
Я. Ахметов|Yusup Axmetov|0|initials|rus ~ kaa|
Е. Ахметов|Yerlan Akhmetov|1|initials|rus ~ eng|ye is е
"""


def pairs():
    rows = []
    for line in PAIRS.strip().splitlines():
        left, right, label, category, orthographies, note = line.split("|")
        rows.append((left, right, int(label), category, orthographies, note))
    return rows
