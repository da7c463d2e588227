#!/usr/bin/env python3
"""Writes the hostile files beside this script; `expected.tsv` says what must happen to each.

Kept as a script because an editor would repair half of these files on saving.
"""

from pathlib import Path

HERE = Path(__file__).resolve().parent
HEADER = "Full name,Year of birth,Place\n"
ROWS = ["Dauletmurat Tajimuratov,1984,Nukus\n", "Айгуль Сапарова,1990,Чимбай\n",
        "Oybek Toshmatov,1975,Urganch\n"]
LIST = HEADER + "".join(ROWS)

FILES = {
    "empty.csv": b"",
    "header-only.csv": HEADER,
    "no-header.csv": "".join(ROWS),
    "one-row.csv": HEADER + ROWS[0],
    "too-many-cells.csv": HEADER + ROWS[0] + "Айгуль Сапарова,1990,Чимбай,дом 5,кв. 2\n" + ROWS[2],
    "too-few-cells.csv": HEADER + ROWS[0] + "Айгуль Сапарова\n" + ROWS[2],
    # One byte of the second row's `п` is lost; the rest of the file is plainly UTF-8.
    "invalid-utf8.csv": LIST.encode().replace("Сапарова".encode(), b"\xd0\xa1\xd0\xb0\xd0"
                                              + "арова".encode()),
    "unterminated-quote.csv": HEADER + ROWS[0] + "\"Айгуль Сапарова,1990,Чимбай\n" + ROWS[2],
    "bom.csv": "\ufeff" + LIST,
    "crlf.csv": LIST.replace("\n", "\r\n"),
    "cr-only.csv": LIST.replace("\n", "\r"),
    "nul.csv": LIST.replace("Сапарова", "Сапа\0рова"),
    "quotes-and-newlines.csv": HEADER
        + "\"Tajimuratov, Dauletmurat\",1984,\"Nukus,\nold town\"\n"
        + "\"Сапарова \"\"Гуля\"\" Айгуль\",1990,Чимбай\n"
        + "Oybek Toshmatov,1975,\"\nUrganch\n\"\n",
    "only-blank-names.csv": HEADER + ",1984,Nukus\n \u00a0,1984,Nukus\n\"\",1984,Nukus\n",
    "raw-quotes.tsv": "Full name\tYear of birth\tPlace\n"
        + "\"Daulet Tajimuratov\t1984\tNukus\nСапарова \"Гуля\" Айгуль\t1990\tЧимбай\n"
        + "Oybek Toshmatov\"\t1975\tUrganch\n",
    "injection.csv": "Full name,Year of birth,Place,Note\n"
        + '"=HYPERLINK(""http://example.invalid"")",1984,Nukus,formula\n'
        + "Айгуль Сапарова,1990,Чимбай,@SUM(1+1)\n"
        + "Oybek Toshmatov,1975,Urganch,<script>alert(1)</script>\n"
        + "Berdaq Reymov,1966,Beruniy,\u001b[31mred\u001b[0m\n"
        + "Malika Orazova,1982,Nukus,-2+3\n",
}

for name, content in FILES.items():
    (HERE / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
