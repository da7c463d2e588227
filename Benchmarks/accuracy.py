"""Measures answers against the truth: `entities` says whose each row is, in the order of rows."""
import collections, csv

# Answers number rows by their lines, of which the first is the header.
FIRST_LINE = 2


def of_persons(path, entities):
    """Precision, recall and F1 of the pairs of rows that have one person_id."""
    found, both = collections.Counter(), collections.Counter()
    for row in rows(path):
        person, entity = row["person_id"], entities[int(row["row_id"])]
        found[person] += 1
        both[person, entity] += 1
    return figures(pairs(both), pairs(found), entities)


def of_pairs(path, entities):
    """The same of rows that are named in pairs, each pair once."""
    same = [entities[int(row["left"])] == entities[int(row["right"])] for row in rows(path)]
    return figures(sum(same), len(same), entities)


def recall_of_answers(path, questions, entities):
    """How many rows of the persons who were asked for are among their answers, of all there are."""
    asked = [entities[int(row["row_id"])] for row in rows(questions)]
    size = collections.Counter(entities)
    hits = sum(entities[int(row["id"]) - FIRST_LINE] == asked[int(row["query_id"]) - FIRST_LINE] for row in rows(path))
    return hits / sum(size[entity] for entity in asked)


def figures(both, found, entities):
    precision, recall = both / max(1, found), both / max(1, pairs(collections.Counter(entities)))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def pairs(counts):
    return sum(count * (count - 1) // 2 for count in counts.values())


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
