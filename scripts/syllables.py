"""Writes Sources/CNameTables/tables/syllables.tsv: the syllables of Chinese, Korean, Vietnamese and Burmese names as each
system spells them, beside the spelling that all systems of a language are brought to.

python3 scripts/syllables.py

A syllable is put together by rule, of its beginning and its end, and each has ways of being spelled with a rank: 0 as
the system has it, more as practice departs from it. Of one spelling the MOST likeliest readings are kept.
"""
import itertools
import pathlib
import unicodedata

TABLE = pathlib.Path(__file__).resolve().parent.parent / "Sources/CNameTables/tables/syllables.tsv"
MOST = 4

# What pinyin has behind each initial (ISO 7098), ü written u where lists do so.
PINYIN = """
b a o ai ei ao an en ang eng i ie iao ian in ing u
p a o ai ei ao ou an en ang eng i ie iao ian in ing u
m a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u
f a o ei ou an en ang eng u
d a e ai ei ao ou an en ang eng ong i ie iao iu ian ing u uo ui uan un
t a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un
n a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan üe
l a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un üe
g a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
k a e ai ao ou an en ang eng ong u ua uo uai ui uan un uang
h a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
j i ia ie iao iu ian in iang ing iong ü üe üan ün
q i ia ie iao iu ian in iang ing iong ü üe üan ün
x i ia ie iao iu ian in iang ing iong ü üe üan ün
zh a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
ch a e i ai ao ou an en ang eng ong u uo uai ui uan un uang
sh a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang
r e i ao ou an en ang eng ong u uo ui uan un
z a e i ai ei ao ou an en ang eng ong u uo ui uan un
c a e i ai ao ou an en ang eng ong u uo ui uan un
s a e i ai ao ou an en ang eng ong u uo ui uan un
"""
# Syllables without a consonant: pinyin, Palladius, Wade-Giles.
BARE = """
a а a|ai ай ai|an ань an|ang ан ang|ao ао ao|e э,о o,e|en энь en|er эр,эрл erh|ou оу ou|yi и i,yi|ya я ya|yo йо yo
ye е yeh|yao яо yao|you ю yu|yan янь yen|yin инь yin|yang ян yang|ying ин ying|yong юн yung|yu юй yü,yu
yue юэ yüeh,yueh|yuan юань yüan,yuan|yun юнь yün,yun|wu у wu|wa ва wa|wo во wo|wai вай wai|wei вэй,вей wei
wan вань wan|wen вэнь,вень wen|wang ван wang|weng вэн,вен weng
"""
PALLADIUS_INITIALS = dict(
  b="б", p="п", m="м", f="ф", d="д", t="т", n="н", l="л", g="г", k="к", h="х", j="цз", q="ц", x="с", zh="чж", ch="ч",
  sh="ш", r="ж", z="цз", c="ц", s="с")
PALLADIUS_FINALS = dict(
  a="а", o="о", e="э", ai="ай", ei="эй ей", ao="ао", ou="оу", an="ань", en="энь ень", ang="ан", eng="эн ен", ong="ун",
  i="и", ia="я", ie="е", iao="яо", iu="ю", ian="янь", iang="ян", ing="ин", iong="юн", u="у", ua="уа", uo="о", uai="уай",
  ui="уй", uan="уань", un="унь", uang="уан", ü="юй", üe="юэ", üan="юань", ün="юнь")
PALLADIUS_FINALS["in"] = "инь"
WADE_INITIALS = dict(
  b="p", p="pʼ", m="m", f="f", d="t", t="tʼ", n="n", l="l", g="k", k="kʼ", h="h", j="ch", q="chʼ", x="hs", zh="ch",
  ch="chʼ", sh="sh", r="j", z="ts", c="tsʼ", s="s")
WADE_FINALS = dict(
  a="a", o="o", e="e", ai="ai", ei="ei", ao="ao", ou="ou", an="an", en="en", ang="ang", eng="eng", ong="ung", i="i",
  ia="ia", ie="ieh", iao="iao", iu="iu", ian="ien", iang="iang", ing="ing", iong="iung", u="u", ua="ua", uo="o",
  uai="uai", ui="ui", uan="uan", un="un", uang="uang", ü="ü u", üe="üeh ueh", üan="üan uan", ün="ün un")
WADE_FINALS["in"] = "in"

CHINESE_SURNAMES = """
ai an ao ba bai ban bao bei bi bian bo bu cai cao cen chai chang che chen cheng chi chu cui dai dan dang deng di diao
ding dong dou du duan fan fang fei feng fu gan gao ge geng gong gou gu guan gui guo hai han hao he heng hong hou hu hua
huan huang hui huo ji jia jian jiang jiao jin jing ju kang ke kong kou kuang lai lan lang lao le lei leng li lian liang
liao lin ling liu long lou lu luan luo lü ma mai man mao mei meng mi miao min ming mo mou mu na nan ni nie ning niu ou
pan pang pei peng pi ping pu qi qian qiang qiao qin qing qiu qu quan que ran rao ren rong ru ruan rui sang sha shan
shang shao she shen sheng shi shou shu shui si song su sui sun tai tan tang tao teng tian tie tong tu wan wang wei wen
weng wo wu xi xia xian xiang xiao xie xin xing xiong xu xuan xue xun yan yang yao ye yi yin ying yong you yu yuan yue
yun zang zeng zha zhai zhan zhang zhao zhen zheng zhong zhou zhu zhuang zhuo zong zou zu zuo
""".split()
CHINESE_DOUBLE = "ou-yang si-ma zhu-ge shang-guan si-tu huang-fu ling-hu dong-fang gong-sun mu-rong xia-hou nan-gong".split()


def plain(pinyin):
  """As token texts have it: ü is u, as passports and ICU write it."""
  return pinyin.replace("ü", "u")


def chinese():
  """Yields pinyin, Palladius spellings, Wade-Giles spellings; the first of each as the system has it."""
  for line in PINYIN.split("\n"):
    if not line: continue
    initial, *finals = line.split()
    for final in finals:
      pinyin = plain(initial + final)
      russian = PALLADIUS_FINALS[final].split()
      wade = WADE_FINALS[final].split()
      start = WADE_INITIALS[initial]
      if final == "i" and initial in ("zh", "ch", "sh", "r"): wade = ["ih"]
      if final == "i" and initial in ("z", "c", "s"):
        russian, wade = ["ы"], ["u"]
        start = {"z": "tz", "c": "tzʼ", "s": "sz"}[initial]
      if final == "e" and initial in ("g", "k", "h"): wade = ["o"]
      if final == "uo" and initial in ("g", "k", "h", "sh"): wade = ["uo"]
      if final == "ui" and initial in ("g", "k"): wade = ["uei"]
      if final == "ui" and initial == "h": russian = ["уэй", "уй", "ой"]
      yield (pinyin, [PALLADIUS_INITIALS[initial] + end for end in russian], [start + end for end in wade])
      if pinyin == "si": yield pinyin, [], ["ssu"]
  for row in "|".join(BARE.strip().split("\n")).split("|"):
    pinyin, russian, wade = row.split()
    yield pinyin, russian.split(","), wade.split(",")


# Syllables of Korean given names.
KOREAN = """
가강건걸검결경계고곤공관광교구국군권규균극근금기길나남내노녕년능다단달담대덕도돈동두득라락란랑래량려련렬령례로록룡루류륜률륭르리린림립
마만매맹면명모목무문미민박반방배백범법벽변별병보복본봉부분빈사산삼상새서석선설섭성세소솔송수숙순숭슬승시식신실심아안애양언업여연열염엽영예오
옥온완왕요용우욱운웅원월위유윤율은을음의이익인일임자작장재적전정제조종좌주준중증지직진찬창채천철초총추춘출충치칠탁탄태택토통판팔평포표풍필
하학한함항해향허헌혁현협형혜호홍화환황회효후훈휘휴흠흥희
""".replace("\n", "")
KOREAN_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".split()
KOREAN_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
KOREAN_FINALS = ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t",
                 "ng", "t", "t", "k", "t", "p", "t"]
# Where two letters of Latin or one letter alone would be taken for an initial.
ALONE = {"우": "woo", "이": "yi", "오": "oh", "아": "ah"}

# How Latin letters have them: Revised Romanisation, McCune-Reischauer, and what passports have; a digit is the rank.
LATIN_INITIALS = {
  "g": "g k", "d": "d t1", "b": "b p1", "j": "j ch1", "ch": "ch chʼ", "k": "k kʼ kh1", "t": "t tʼ th", "p": "p pʼ ph",
  "r": "r l1", "kk": "kk", "tt": "tt", "pp": "pp", "ss": "ss", "jj": "jj"}
LATIN_VOWELS = {
  "eo": "eo o1 u1 ŏ", "yeo": "yeo yo1 you1 yu1 yŏ", "u": "u oo", "eu": "eu u1 ŭ", "ui": "ui ee i1 eui", "ae": "ae ai2",
  "oe": "oe oi", "yu": "yu yoo", "wo": "wo", "yo": "yo", "i": "i"}
LATIN_FINALS = {"k": "k g1", "p": "p b"}
RUSSIAN_INITIALS = {
  "g": "к г", "kk": "кк", "n": "н", "d": "т д", "tt": "тт", "r": "р л", "m": "м", "b": "п б", "pp": "пп", "s": "с ш2",
  "ss": "сс", "-": "", "j": "ч чж дж1", "jj": "чч", "ch": "чх", "k": "кх", "t": "тх", "p": "пх", "h": "х"}
RUSSIAN_VOWELS = {
  "a": "а", "ae": "э е1", "ya": "я", "yae": "йя", "eo": "о е", "e": "е э", "yeo": "ё е1", "ye": "е йе э1", "o": "о",
  "wa": "ва", "wae": "вэ", "oe": "ве вэ ой", "yo": "ё", "u": "у", "wo": "во", "we": "ве", "wi": "ви", "yu": "ю",
  "eu": "ы", "ui": "и ый ы1", "i": "и"}
RUSSIAN_FINALS = {"": "", "k": "к", "n": "н", "t": "т", "l": "ль р л1", "m": "м", "p": "п", "ng": "н нг1"}

# What everybody writes | other Latin spellings | Russian ones | Korean ones.
KOREAN_SURNAMES = """
kim|gim|ким|김
lee|yi ri rhee li rhie|ли ри и|이 리
park|pak bak|пак бак|박
choi|choe chʼoe chʼoi|цой чхве чхвэ чхой|최
jung|jeong chong chung jong joung|тен чон чжон чен|정
jang|chang|чан чжан|장
kang|gang|кан|강
cho|jo|чо чжо|조
yoon|yun youn|юн|윤
lim|im rim|лим им рим|임 림
han||хан|한
oh||о|오
seo|suh so|со се|서
shin|sin|син шин|신
kwon|gwon|квон|권
hwang||хван|황
ahn|an|ан|안
song||сон|송
ryu|yoo yu you|ю рю лю|유 류
hong||хон|홍
jeon|jun chon chun|чон чжон|전
ko|go koh|ко|고
moon|mun|мун|문
yang||ян|양
son|sohn|сон|손
bae|pae|пэ бэ|배
baek|paek paik|пэк бэк|백
heo|huh ho hur|хо|허
nam||нам|남
shim|sim|сим шим|심
noh|no roh ro|но ро|노 로
ha||ха|하
kwak|gwak|квак|곽
sung|seong song|сон|성
cha||чха|차
joo|ju chu|чу чжу|주
woo|wu|у|우
koo|ku gu goo|ку|구
min||мин|민
na|ra rah|на ра|나 라
jin|chin|чин чжин|진
ji|chi|чи чжи|지
um|eom|ом|엄
chae||чхэ|채
won||вон|원
chun|cheon|чхон|천
bang|pang|пан бан|방
kong|gong|кон|공
hyun|hyon hyeon|хён хен|현
ham||хам|함
byun|byon pyon byeon|пён бён|변
yeom|yum yom|ём|염
yeo|yo|ё|여
choo|chʼu|чху|추
do|to|то|도
seok|suk sok|сок|석
seol|sol sul|соль|설
ma||ма|마
gil|kil|киль|길
wi||ви|위
pyo|pʼyo|пхё|표
myung|myong myeong|мён мен|명
ki|gi|ки|기
maeng|maing|мэн|맹
je|che|чже че|제
tak|tʼak|тхак|탁
kook|kuk|кук|국
eun||ын|은
tae|thae tʼae|тхэ|태
hyung|hyong hyeong|хён|형
namgung|namkung|намгун|남궁
hwangbo|hwangpo|хванбо|황보
jegal|chegal|чегаль чжегаль|제갈
sagong|sakong|сагон|사공
seonwoo|sunwoo sonu|сону|선우
seomun|somun|сомун|서문
dokgo|tokko|токко|독고
"""

# Vietnamese syllables of names without their tones | as Russian has them. Surnames stand first.
VIETNAMESE_SURNAMES = """
nguyen|нгуен;tran|чан;le|ле;pham|фам;hoang|хоанг;huynh|хюинь хуинь;phan|фан;vu|ву;vo|во;dang|данг;bui|буй;do|до
ho|хо;ngo|нго;duong|зыонг дыонг;ly|ли;truong|чыонг;dinh|динь;mai|май;lam|лам;trinh|чинь;dao|дао;doan|доан;cao|као
luong|лыонг;luu|лыу;ta|та;chu|тю чу;thai|тхай;quach|куать;ha|ха;to|то;tong|тонг;kieu|киеу;trieu|чиеу чьеу;luc|лук
"""
VIETNAMESE = """
an|ан;anh|ань;bac|бак;bach|бать;bang|банг;bao|бао;be|бе;bich|бить;binh|бинь;cam|кам;can|кан;canh|кань;chau|тяу чау
chi|ти чи ши;chien|тьен чиен чьен;chinh|тинь чинь;chuong|тыонг чыонг;chung|тюнг чунг;cong|конг;cu|ку;cuc|кук
cuong|кыонг;dai|дай;dan|дан;danh|зань дань;dat|дат;diem|зьем зием;dien|дьен диен;diep|зьеп диеп;dong|донг;duc|дык
dung|зунг дунг;duy|зуй зюй;gia|за зя;giang|занг зянг;giap|зяп зиап зап;hai|хай;han|хан;hang|ханг;hanh|хань
hao|хао;hien|хиен хьен;hiep|хиеп хьеп;hieu|хьеу хиеу;hoa|хоа;hoai|хоай;hoan|хоан;hong|хонг;huan|хуан;hue|хюэ хуэ
hung|хунг хынг;huong|хыонг;huu|хыу;huy|хюи хуи хуй;huyen|хюен хуен;khac|кхак хак;khai|кхай хай;khanh|кхань хань
khiem|кхием хием;khoa|кхоа хоа;khoi|кхой хой;kiem|кием;kien|киен кьен;kiet|киет кьет;kim|ким;ky|ки;la|ла;lai|лай
lan|лан;lien|льен лиен;linh|линь;loan|лоан;loc|лок;loi|лой;long|лонг;man|ман;manh|мань;men|мен;mien|мьен;minh|минь ши
my|ми;nam|нам;nga|нга;ngan|нган;nghi|нги;nghia|нгиа нгия;ngoc|нгок;nguyet|нгует;nhan|нян ньян;nhat|нят ньят
nhi|ньи ни;nhu|ню ньи;nhung|нюнг ньюнг;nong|нонг;oanh|оань;phat|фат;phong|фонг;phu|фу;phuc|фук;phung|фунг
phuoc|фыок;phuong|фыонг;quan|куан;quang|куанг;que|куэ;quoc|куок;quy|куи;quyen|куиен куен;quyet|кует;quynh|куинь
sang|шанг санг;sau|шау сау;sen|шен сен;sinh|шинь синь;son|шон сон;tai|тай;tam|там;tan|тан;tap|тап;tat|тат;tho|тхо
thach|тхать;than|тхан;thang|тханг;thanh|тхань тань;thao|тхао;the|тхе тхэ;thi|тхи ти;thiem|тхием;thien|тхиен тхьен
thinh|тхинь;thoa|тхоа;thu|тху;thuan|тхуан;thuc|тхык;thuong|тхыонг;thuy|тхюи тхуи тхуй;tien|тьен тиен;tin|тин
tinh|тинь;toan|тоан;trang|чанг;tri|чи;triet|чьет чиет;trong|чонг;tru|чу;truc|чук;trung|чунг;tu|ту ты;tuan|туан
tung|тунг;tuong|тыонг;tuyen|туен тюен;tuyet|тует тюет;uyen|уен;van|ван;viet|вьет;vinh|винь;vuong|выонг;xuan|суан
yen|йен иен
"""

# Burmese syllables of names: Burmese letters, usual Latin spellings, Russian ones. There are no surnames.
BURMESE = """
အောင် aung аун;ဆန်း san сан;စု su,suu су;ကြည် kyi чжи,чи;မင်း min мин;လှိုင် hlaing хлайн;သန်း than тан;ရွှေ shwe шве
စိုး soe со;ဝင်း win вин;ဝင် win вин;သိန်း thein тейн;စိန် sein сейн;ဦး u у;ဒေါ် daw до;နု nu ну;သန့် thant тан,тант
ခင် khin кхин,хин;ညွန့် nyunt ньюн,ньюнт;မောင် maung маун,маунг;အေး aye эй,айе;မြင့် myint мьин,мьинт;မြ mya мья
ထွန်း tun,htun тун;တင် tin тин;လွင် lwin лвин;ဇော် zaw зо;မျိုး myo мьо;ညို nyo ньо;ကျော် kyaw чжо;စော saw со
နိုင် naing найн;မိုး moe мо;သူ thu ту;တိုး toe то;ခိုင် khaing кхайн;ဖြိုး phyo пхьо,пьо;ဇင် zin зин;ဟိန်း hein хейн
လင်း lin лин;ငြိမ်း nyein ньейн;ချို cho чо;လှ hla хла;ရဲ ye йе;ဌေး htay тхей;ဘ ba ба;ထက် htet тхе;ပြည့် pyae пье
စုံ sone сон;ကို ko ко;ထင် htin тхин;သီဟ thiha тиха;ကောင်း kaung каун;ပိုင် paing пайн;မြတ် myat мья,мьят;မေ may мей
ဖေ pe,phay пе;မာ mar ма;သက် thet те;နန်း nan нан;ချမ်း chan чан;စန်း san сан;ထွေး htwe тхве;ရှိန် shein шейн
"""

rows = {}


def add(system, kind, spelled, brought, rank, sign, source):
  spelled = unicodedata.normalize("NFC", spelled)
  readings = rows.setdefault((spelled, system, kind), {})
  if brought not in readings or rank < readings[brought][0]:
    readings[brought] = (rank, sign, source)


def ways(table, key):
  """The spellings of a letter in a table with their ranks."""
  spelled = table.get(key, "" if key == "-" else key)
  if not spelled: return [("", 0)]
  return [(way.rstrip("0123456789"), int(way[-1]) if way[-1].isdigit() else 0) for way in spelled.split(" ")]


def write_chinese():
  syllables = list(chinese())
  known = {pinyin for pinyin, _, _ in syllables}
  spelled = {}
  for pinyin, russian, wade in syllables:
    spelled.setdefault(pinyin, ([], []))
    for rank, way in enumerate(russian):
      add("palladius", "given", way, pinyin, rank, "no", "Palladius" if rank == 0 else "after Palladius")
      spelled[pinyin][0].append((way, rank))
    for rank, way in enumerate(wade):
      # Newspapers leave out the mark of aspiration and the dots.
      for rank, way in ((rank, way), (rank + 1, way.replace("ʼ", ""))):
        sign = "no" if way in known else "yes"
        source = "Wade-Giles" if rank == 0 else "after Wade-Giles, without its marks"
        add("wade-giles", "given", way, pinyin, rank, sign, source)
        spelled[pinyin][1].append((way, rank, sign, source))
  for surname in CHINESE_SURNAMES:
    surname = plain(surname)
    for way, rank in spelled[surname][0]:
      add("palladius", "surname", way, surname, rank, "no", "Palladius")
    for way, rank, sign, source in spelled[surname][1]: add("wade-giles", "surname", way, surname, rank, sign, source)
  for surname in CHINESE_DOUBLE:
    first, second = surname.split("-")
    add("palladius", "surname", spelled[first][0][0][0] + spelled[second][0][0][0], first + second, 0, "no", "Palladius")


def write_korean():
  for letter in KOREAN:
    code = ord(letter) - 0xAC00
    initial = KOREAN_INITIALS[code // 588]
    vowel = KOREAN_VOWELS[code % 588 // 28]
    final = KOREAN_FINALS[code % 28]
    brought = ALONE.get(letter, initial.strip("-") + vowel + final)
    add("hangul", "given", letter, brought, 0, "no", "Revised Romanisation")
    add("korean", "given", brought, brought, 0, "no", "Revised Romanisation")
    for a, v, f in itertools.product(ways(LATIN_INITIALS, initial), ways(LATIN_VOWELS, vowel), ways(LATIN_FINALS, final)):
      if v[0] == "you" and final != "ng" or v[0] in ("ee", "yu") and vowel in ("ui",) and final: continue
      if vowel == "yeo" and v[0] == "yu" and final not in ("n", "ng"): continue
      if vowel == "eo" and v[0] == "u" and not final: continue
      rank = a[1] + v[1] + f[1]
      source = "Revised Romanisation" if a[0] + v[0] + f[0] == brought else "McCune-Reischauer, passports"
      add("korean", "given", a[0] + v[0] + f[0], brought, rank, "no", source)
      if initial == "s" and v[0][0] == "i": add("korean", "given", "sh" + v[0] + f[0], brought, rank, "no", source)
    for a, v, f in itertools.product(
        ways(RUSSIAN_INITIALS, initial), ways(RUSSIAN_VOWELS, vowel), ways(RUSSIAN_FINALS, final)):
      rank = a[1] + v[1] + f[1]
      if initial == "-" and v[0] in ("е", "э") and vowel in ("eo",): continue
      source = "Kontsevich" if rank == 0 else "after Kontsevich"
      add("korean-russian", "given", a[0] + v[0] + f[0], brought, rank, "no", source)
  for line in KOREAN_SURNAMES.strip().split("\n"):
    brought, latin, russian, hangul = line.split("|")
    for rank, way in enumerate([brought] + latin.split()):
      add("korean", "surname", way, brought, rank, "no", "passports")
    for rank, way in enumerate(russian.split()):
      add("korean-russian", "surname", way, brought, rank, "no", "Russian documents")
    for way in hangul.split(): add("hangul", "surname", way, brought, 0, "no", "passports")


def write_vietnamese():
  for kind, text in (("surname", VIETNAMESE_SURNAMES), ("given", VIETNAMESE_SURNAMES + VIETNAMESE)):
    for row in filter(None, text.strip().replace("\n", ";").split(";")):
      brought, russian = row.split("|")
      for rank, way in enumerate(russian.split()):
        add("vietnamese-russian", kind, way, brought, rank, "no", "Russian practice")


def write_burmese():
  for row in BURMESE.strip().replace("\n", ";").split(";"):
    letters, latin, russian = row.split()
    latin = latin.split(",")
    add("burmese", "given", letters, latin[0], 0, "no", "Burmese practice")
    for way in russian.split(","):
      for rank, brought in enumerate(latin):
        add("burmese-russian", "given", way, brought, rank, "no", "Russian practice")


HEAD = """\
# Syllables of Chinese, Korean, Vietnamese and Burmese names as each system spells them, and the spelling that all systems of a language
# are brought to: pinyin, Revised Romanisation, Vietnamese without its marks, usual Burmese; a Korean surname as passports have it. Made
# by scripts/syllables.py. kind: surname, given (a syllable of a given name), or either. Readings of one spelling and system stand
# in order of their likelihood. sign: yes, if pinyin has no such syllable.
# spelled	system	kind	brought to	sign	source
"""


def main():
  write_chinese()
  write_korean()
  write_vietnamese()
  write_burmese()
  lines = []
  for spelled, system in sorted({row[:2] for row in rows}, key=lambda row: (row[0].encode(), row[1])):
    kept = {}
    for kind in ("surname", "given"):
      readings = rows.get((spelled, system, kind), {})
      for brought, reading in sorted(readings.items(), key=lambda reading: (reading[1][0], reading[0]))[:MOST]:
        kept.setdefault(brought, []).append((kind, reading))
    ordered = sorted(kept.items(), key=lambda reading: (min(rank for _, (rank, _, _) in reading[1]), reading[0]))
    for brought, kinds in ordered:
      kind = "either" if len(kinds) == 2 else kinds[0][0]
      _, (_, sign, source) = kinds[-1]
      lines.append("\t".join((spelled, system, kind, brought, sign, source)))
  TABLE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


main()
