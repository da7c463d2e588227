#!/usr/bin/env python3
"""Reads a workbook of ours with openpyxl (`pip install openpyxl`) and compares it with the same table as CSV.

    scripts/openpyxl-check.py TABLE.csv TABLE.xlsx
"""

import csv
import sys

import openpyxl


def main() -> int:
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        expected = list(csv.reader(file))
    sheet = openpyxl.load_workbook(sys.argv[2]).active
    found = [["" if cell.value is None else cell.value for cell in row] for row in sheet.rows]
    if found != expected:
        differing = [n for n, (a, b) in enumerate(zip(expected, found), 1) if a != b]
        print(f"rows differ: {differing[:10]}; {len(expected)} and {len(found)} rows", file=sys.stderr)
        return 1
    cells = [cell for row in sheet.rows for cell in row if cell.value is not None]
    for wrong, what in [
        (any(cell.data_type != "s" or cell.number_format != "@" for cell in cells), "a cell is no text"),
        (sheet.freeze_panes != "A2", "the header is not frozen"),
        (sheet.auto_filter.ref != sheet.dimensions, "the filter is not on the table"),
        (any(d.width < 8 for d in sheet.column_dimensions.values()), "a column is narrow"),
    ]:
        if wrong:
            print(what, file=sys.stderr)
            return 1
    print(f"{len(found)} rows are the same in CSV and, by openpyxl, in XLSX")
    return 0


if __name__ == "__main__":
    sys.exit(main())
