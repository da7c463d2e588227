#!/usr/bin/env python3
"""Writes the hostile files beside this script; `expected.tsv` says what must happen to each.

Kept as a script because an editor would repair half of these files on saving.
"""

import io
import zipfile
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


# Workbooks, made by hand, part by part, since a library would refuse to make half of them.

NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def cell(place: str, value: str | int | None, style: int = 0, kind: str = "inlineStr") -> str:
    """A cell; numbers are values, texts stand in the cell itself."""
    if value is None:
        return f'<c r="{place}" s="{style}"/>'
    if isinstance(value, int) or kind != "inlineStr":
        kind = "n" if kind == "inlineStr" else kind
        return f'<c r="{place}" s="{style}" t="{kind}"><v>{value}</v></c>'
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t>{value}</t></is></c>'


def sheet(rows: list[str], merged: list[str] = ()) -> str:
    """A sheet of rows, each the XML of its cells."""
    body = "".join(f'<row r="{number}">{cells}</row>' for number, cells in enumerate(rows, 1))
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    return (f'<worksheet {NAMESPACE}><sheetData>{body}</sheetData>'
            + (f"<mergeCells>{merges}</mergeCells>" if merged else "") + "</worksheet>")


def workbook(sheets: dict[str, str], *, is_1904: bool = False, shared: list[str] = (),
             target: str = "worksheets/sheet{0}.xml", mode: str = "",
             parts: dict[str, str] | None = None) -> bytes:
    """A file of Office Open XML; `parts` come beside or in place of the usual ones."""
    relations = "".join(
        f'<Relationship Id="r{i}" Type="{RELATIONS}/worksheet" Target="{target.format(i)}"{mode}/>'
        for i in range(1, len(sheets) + 1))
    relations += f'<Relationship Id="s" Type="{RELATIONS}/styles" Target="styles.xml"/>'
    relations += (f'<Relationship Id="t" Type="{RELATIONS}/sharedStrings" '
                  'Target="sharedStrings.xml"/>')
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    files = {
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="w" '
            f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {NAMESPACE} xmlns:r="{RELATIONS}">'
            f'<workbookPr date1904="{int(is_1904)}"/><sheets>'
            + "".join(f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"/>'
                      for i, name in enumerate(sheets, 1)) + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels":
            f'<Relationships xmlns="{package}">{relations}</Relationships>',
        # 1: a date, 2: a code of five digits, 3: a length of time, 4: month and year.
        "xl/styles.xml": f'<styleSheet {NAMESPACE}><numFmts count="3">'
            '<numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/>'
            '<numFmt numFmtId="165" formatCode="00000"/>'
            '<numFmt numFmtId="166" formatCode="mm/yyyy"/></numFmts><cellXfs count="5">'
            '<xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="46"/>'
            '<xf numFmtId="166"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst {NAMESPACE}>'
            + "".join(f"<si>{text}</si>" for text in shared) + "</sst>",
    }
    files |= {f"xl/worksheets/sheet{i}.xml": text for i, text in enumerate(sheets.values(), 1)}
    files |= parts or {}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            # The same bytes on any day.
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


HEAD = (cell("A1", "Full name") + cell("B1", "Date of birth") + cell("C1", "Place"))
# 1984-05-30, 1990-01-01 and 1975-12-31 as days.
PEOPLE = [
    cell("A2", "Dauletmurat Tajimuratov") + cell("B2", 30832, 1) + cell("C2", "Nukus"),
    cell("A3", "Айгуль Сапарова") + cell("B3", 32874, 1) + cell("C3", "Чимбай"),
    cell("A4", "Oybek Toshmatov") + cell("B4", 27759, 1) + cell("C4", "Urganch"),
]
LIST_SHEET = sheet([HEAD, *PEOPLE])
GOOD = workbook({"list": LIST_SHEET})
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def damaged(packed: bytes) -> bytes:
    """One byte of the packed sheet is another."""
    place = packed.index(b"xl/worksheets/sheet1.xml") + 60
    return packed[:place] + bytes([packed[place] ^ 0x55]) + packed[place + 1:]


FILES |= {
    "workbook.xlsx": GOOD,
    "workbook-shared-strings.xlsx": workbook(
        {"list": sheet([HEAD, cell("A2", 0, kind="s") + cell("C2", 1, kind="s"), PEOPLE[1],
                        cell("A4", 2, kind="s") + cell("B4", 1975)])},
        shared=["<r><t>Dauletmurat </t></r><r><t>Tajimuratov</t></r>",
                '<t>Nukus</t><rPh sb="0" eb="1"><t>sound</t></rPh>', "<t>Oybek_x0020_T.</t>"]),
    "workbook-1904.xlsx": workbook({"list": LIST_SHEET}, is_1904=True),
    "workbook-second-sheet.xlsx": workbook(
        {"cover": sheet([cell("A1", "Сводка"), cell("A2", "на 1 мая")]), "list": LIST_SHEET}),
    "workbook-merged-header.xlsx": workbook({"list": sheet(
        [cell("A1", "Список задержанных"),
         cell("A2", "ФИО") + cell("B2", "Birth") + cell("C2", None),
         cell("A3", None) + cell("B3", "date") + cell("C3", "place"),
         *(row.replace('r="A3"', 'r="A5"').replace("2\"", "4\"") for row in PEOPLE[:1]),
         PEOPLE[1], PEOPLE[2]],
        merged=["A1:C1", "A2:A3", "B2:C2"])}),
    "workbook-formulas.xlsx": workbook({"list": sheet(
        [HEAD,
         '<c r="A2" t="str"><f>B2&amp;C2</f><v>Dauletmurat Tajimuratov</v></c>'
         '<c r="B2"><f>1984</f><v>1984</v></c>',
         cell("A3", "Айгуль Сапарова") + '<c r="B3"><f>NOW()</f></c>',
         cell("A4", "Oybek Toshmatov") + cell("C4", "#N/A", kind="e")])}),
    "workbook-bomb.xlsx": workbook({"list": LIST_SHEET.replace(
        "<sheetData>", "<sheetData>" + " " * 3_000_000)}),
    "workbook-deep.xlsx": workbook({"list": LIST_SHEET.replace(
        "<sheetData>", "<a>" * 300 + "</a>" * 300 + "<sheetData>")}),
    "workbook-doctype.xlsx": workbook({"list": DOCTYPE + LIST_SHEET.replace("Nukus", "&b;")}),
    "workbook-external-sheet.xlsx": workbook(
        {"list": LIST_SHEET}, target="file:///etc/passwd", mode=' TargetMode="External"'),
    "workbook-outside-sheet.xlsx": workbook(
        {"list": LIST_SHEET}, target="../../../../etc/passwd"),
    "workbook-cut-off.xlsx": GOOD[: len(GOOD) // 2],
    "workbook-damaged.xlsx": damaged(GOOD),
    "workbook-row-overflow.xlsx": workbook(
        {"list": LIST_SHEET.replace('<row r="3">', '<row r="4294967299">')}),
    "workbook-column-overflow.xlsx": workbook(
        {"list": LIST_SHEET.replace('r="C3"', 'r="AAAAAAAA3"')}),
    "workbook-last-row.xlsx": workbook(
        {"list": LIST_SHEET.replace('<row r="4">', '<row r="1048576">')
         .replace('r="A4"', 'r="A1048576"').replace('r="B4"', 'r="B1048576"')
         .replace('r="C4"', 'r="XFD1048576"')}),
    "workbook-no-such-text.xlsx": workbook({"list": sheet(
        [HEAD, PEOPLE[0], cell("A3", 7, kind="s") + cell("B3", 1990), PEOPLE[2]])}),
    "workbook-no-xml.xlsx": workbook({"list": LIST_SHEET.replace("</row>", "", 1)}),
    "workbook-empty.xlsx": workbook({"list": sheet([])}),
    "no-workbook.xlsx": workbook({}, parts={"xl/workbook.xml": "", "mimetype": "x"}),
    "open-document.xlsx": workbook({}, parts={"content.xml": "<a/>", "mimetype": "x"})
        .replace(b"xl/workbook.xml", b"xl/workbook.xm_"),
    "text.xlsx": LIST,
}

for name, content in FILES.items():
    (HERE / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
