"""The lists of peers/gen.py in the columns that are asked for, with the truth about them."""
import csv, functools, pathlib, random, subprocess

HERE = pathlib.Path(__file__).parent
ALPHABETS = ["абвгдежзийклмнопрстуфхцчшщыьэюя", "abcdefghijklmnopqrstuvwxyz"]


class GeneratedList:
    """A list of so many rows in a folder that has the lexicon; the generator runs once for each."""

    def __init__(self, folder, python, rows):
        self.folder, self.rows = pathlib.Path(folder), rows
        self.source = self.folder / f"generated-{rows}.tsv"
        if not self.source.exists():
            subprocess.run([python, HERE / "peers" / "gen.py", self.folder / "lexicon.json", str(rows), self.source,
                            "--seed", "1"], check=True)

    def path(self, what):
        return self.folder / f"generated-{self.rows}{what}"

    def columns(self, what, *names):
        """A file of these columns alone."""
        return written(self.path(what), names, ([line[name] for name in names] for line in self.lines()))

    @functools.cached_property
    def entities(self):
        """Whose each row is, in the order of rows; a row's number is its row_id."""
        return [line["entity_id"] for line in self.lines()]

    def questions(self, count):
        """Names of the list, each with one letter changed to another of its script; row_id says which row it was."""
        chance = random.Random(20261130)
        lines = list(self.lines())
        asked = []
        while len(asked) < count:
            line = chance.choice(lines)
            letters = [at for at, letter in enumerate(line["name"]) if letter.isalpha()]
            # What has fewer letters is nobody's name any more with one of them changed.
            if len(letters) >= 5:
                asked.append([line["row_id"], changed(line["name"], chance.choice(letters), chance)])
        return written(self.path(".questions.csv"), ["row_id", "name"], asked)

    def lines(self):
        with open(self.source, encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, delimiter="\t")


def changed(name, at, chance):
    old = name[at].lower()
    alphabet = ALPHABETS[0 if "а" <= old <= "я" or old == "ё" else 1]
    new = chance.choice(alphabet.replace(old, ""))
    return name[:at] + (new.upper() if name[at].isupper() else new) + name[at + 1:]


def written(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
    return path
