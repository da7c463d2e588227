"""Adds to Sources/CNameTables/tables/patronymic-affixes.tsv how the patronymics of Russian, Ukrainian and Belarusian
end in every Latin system that `dizim normalize` knows, where no row written by hand finds them.

python3 scripts/patronymics.py

The affixes and irregular patronymics are the table's own Cyrillic rows. A system writes a whole word, behind a father's
name that it writes as well, so that letters are taken as they are between others; what stands behind the name is the
affix. Rows that the script has written have a source that begins with "system" and are written anew. Run it after a
change of the systems, with a build that has them.
"""
import csv
import io
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "Sources/CNameTables/tables/patronymic-affixes.tsv"
DIZIM = ROOT / ".build/release/dizim"
WRITTEN = "system "
SPOKEN = "spoken Russian"  # nobody romanises it
SLAVIC = ("OVICH", "OVNA", "ICH")
LANGUAGES = {"Russian": "rus", "Ukrainian": "ukr", "Belarusian": "bel"}
# Names that an affix may stand behind, the second one that begins with a soft sign.
BEHIND_CONSONANT, BEHIND_SOFT = "султан", "анатол"


def normalized(names, *options):
    """What the command says of each name, a dictionary a name."""
    done = subprocess.run(
        [DIZIM, "normalize", *options, "--format", "csv"], input="\n".join(names), capture_output=True, text=True,
        check=False)
    return list(csv.DictReader(io.StringIO(done.stdout)))


def systems():
    done = subprocess.run([DIZIM, "normalize", "--systems", "--format", "csv"], capture_output=True, text=True, check=True)
    of = {}
    for row in csv.DictReader(io.StringIO(done.stdout)):
        if row["language"] in LANGUAGES and row["direction"] != "reading":
            of.setdefault(LANGUAGES[row["language"]], []).append(row["system"])
    return of


def languages(affix):
    """The languages whose letters these are."""
    if set(affix) & set("ўэ") or affix.endswith("віч"):
        return ["bel"]
    if "ї" in affix or "лл" in affix:
        return ["ukr"]
    if "і" in affix:
        return ["ukr", "bel"]
    return ["rus", "ukr"] if affix.endswith("ович") else ["rus"]


def found(word, rows):
    """Whether a row finds the patronymic `word`; as PatronymicAffixes.match, the longest ending counts."""
    best = None
    for affix, attachment, *_ in rows:
        if not word.endswith(affix) or (best and len(best[0]) >= len(affix)):
            continue
        if attachment == "whole" and word != affix:
            continue
        if attachment in ("whole", "none") or (attachment.startswith("joined") and len(word) - len(affix) >= 2):
            best = (affix, attachment)
    return best is not None and best[1] != "none"


def main():
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    rows = [row for row in rows if not row[5].startswith(WRITTEN)]
    known = list(rows)
    # Affixes first: they find most of the irregular ones.
    for attachment in ("joined", "whole"):
        rows += written(known, rows, attachment)
    rows.sort(key=lambda row: row[0])
    TABLE.write_text("\n".join(comments + ["\t".join(row) for row in rows]) + "\n", encoding="utf-8")


def written(known, rows, attachment):
    """The rows for affixes of one kind of attachment in `known` that `rows` do not find."""
    new = {}
    for language, names in systems().items():
        words, asked = [], []
        for affix, kind_of_attachment, gender, kind, stems, source in known:
            if kind not in SLAVIC or kind_of_attachment != attachment or language not in languages(affix):
                continue
            if source == SPOKEN or not "а" <= affix[0] <= "ў":
                continue
            base = "" if attachment == "whole" else BEHIND_SOFT if affix[0] == "ь" else BEHIND_CONSONANT
            fathers = [base + ("" if stem == "-" else stem) for stem in stems.split("|")]
            asked.append((base, gender, kind, len(words), len(fathers)))
            words += [base + affix, base or fathers[0], *fathers]
        spellings = normalized(words, "--language", language, "--to", ",".join(names))
        for name in names:
            cleaned = normalized([row[name] or "-" for row in spellings])
            spelled = [row["cleaned"].lower() for row in cleaned]
            for base, gender, kind, first, count in asked:
                word, before, *fathers = spelled[first:first + 2 + count]
                if not base:
                    before = ""
                is_latin = word != "-" and not any("а" <= letter <= "ў" for letter in word)
                if not is_latin or any(not each.startswith(before) for each in [word, *fathers]):
                    continue
                if found(word, rows):
                    continue
                affix = word[len(before):]
                stems = "|".join(dict.fromkeys(father[len(before):] or "-" for father in fathers))
                new.setdefault((affix, gender, kind), {}).setdefault(stems, name)
    result = []
    for (affix, gender, kind), by_stems in new.items():
        stems = "|".join(dict.fromkeys(stem for stems in by_stems for stem in stems.split("|")))
        # In Latin letters some are surnames of other peoples: Lukič, Ilič.
        kind = "OVICH" if kind == "ICH" else kind
        result.append([affix, attachment, gender, kind, stems, WRITTEN + next(iter(by_stems.values()))])
    return result


if __name__ == "__main__":
    main()
