"""Makes the files of `data/`: run as a script.

LibreOffice, Chromium with its driver, pandoc, AbiWord, python-docx, openpyxl, xlwt and selenium have to be at hand.
"""

from __future__ import annotations

import csv
import datetime as dt
import importlib
import importlib.util
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DATA = HERE / "data"
TITLE = "青禾县妇联2021年工作总结"
# The level of a heading, or None, and its words.
PARAGRAPHS: list[tuple[int | None, str]] = [
    (0, "思想引领"),
    (None, "全年举办宣讲42场，覆盖妇女8600人次，比上年增长12.5%。"),
    (1, "阵地建设"),
    (None, "新建妇女之家15个，其中乡镇6个、社区9个。投入资金120.5万元。"),
    (1, "家庭文明"),
    (None, "评选最美家庭30户，发放家庭教育手册约2.3万份。"),
    (0, "维权关爱"),
    (None, "接待来访妇女43人次，办结41件，办结率达95.3%；慰问困难妇女儿童260人，发放慰问金13万元。"),
    (0, "下一步工作打算"),
    (None, "计划举办巾帼电商培训10期，培训妇女500人次以上。"),
]
STYLE = "body{font-family:'Noto Serif CJK SC';font-size:16px;line-height:1.8} @page{size:A4;margin:25mm}"
HEADS = "@page{@top-center{content:'青禾县妇联文件汇编'} @bottom-center{content:'- ' counter(page) ' -'}}"


def report_lines() -> list[str]:
    """Give the report as lines, its numbers typed."""
    first = second = 0
    lines = [TITLE]
    for level, text in PARAGRAPHS:
        if level == 0:
            first, second = first + 1, 0
            lines.append(f"{'一二三'[first - 1]}、{text}")
        elif level == 1:
            second += 1
            lines.append(f"（{'一二三'[second - 1]}）{text}")
        else:
            lines.append(text)
    return lines


def long_lines() -> list[str]:
    """Give a report of several pages: its title, headings and paragraphs."""
    lines = ["青禾县各片区2021年工作总结"]
    for area in range(9):
        lines.append(f"{'一二三四五六七八九'[area]}、第{area + 1}片区")
        lines += [
            f"第{area + 1}片区全年走访家庭{100 * area + 7 * part + 11}户，调解婚姻家庭纠纷{3 * area + part + 2}起，组织志愿者"
            f"{50 * area + part + 30}人次参加服务，各项工作平稳有序推进，群众满意率保持在{90 + part}.{area}%，得到了乡镇党委的"
            "肯定和支持。"
            for part in range(6)
        ]
    return lines


TOWNS = [
    ("东镇", "12", "600", "依托妇女之家开展电商、刺绣、育婴等技能培训，组织结业的学员到企业参观"),
    ("西镇", "8", "420", "与农业部门联合办班"),
    ("南镇", "5", "250", "把课堂搬到田间地头，请种植能手现场讲解，受到广大妇女欢迎"),
    ("北镇", "3", "130", "送教上门"),
    ("合计", "28", "1400", ""),
]
TABLE_ABOVE = [
    "青禾县2021年妇女培训情况",
    "全年全县举办妇女技能培训班28期，培训妇女1400人次，投入资金30.5万元，各乡镇的情况见下表。",
]
TABLE_BELOW = "参训妇女中有310人实现就业，86人走上创业之路。"


def table_lines() -> list[str]:
    """Give the report with a table as lines, its cells parted by tabs."""
    rows = ["\t".join(row).rstrip("\t") for row in TOWNS]
    return [*TABLE_ABOVE, "乡镇\t培训\t\t主要做法", "\t期数\t人次", *rows, TABLE_BELOW]


def table_page() -> str:
    """Give the report with a table as a page, the table ruled."""
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in TOWNS)
    heads = "<tr><th rowspan=2>乡镇<th colspan=2>培训<th rowspan=2>主要做法</tr><tr><th>期数<th>人次</tr>"
    style = f"{STYLE} table{{border-collapse:collapse;width:100%}} td,th{{border:1px solid black;padding:4px}}"
    return (
        f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{TABLE_ABOVE[0]}</title><style>{style}</style></head>'
        f"<body><h1>{TABLE_ABOVE[0]}</h1><p>{TABLE_ABOVE[1]}</p><table>{heads}{rows}</table><p>{TABLE_BELOW}</p></body></html>"
    )


def make_word_table() -> None:
    """Write the report with a table by python-docx, its cells merged."""
    document = importlib.import_module("docx").Document()
    document.add_heading(TABLE_ABOVE[0], 0)
    document.add_paragraph(TABLE_ABOVE[1])
    table = document.add_table(rows=2 + len(TOWNS), cols=4)
    table.style = "Table Grid"
    for at, row in enumerate([("乡镇", "培训", "", "主要做法"), ("", "期数", "人次", ""), *TOWNS]):
        for column, words in enumerate(row):
            if words:
                table.cell(at, column).text = words
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 3).merge(table.cell(1, 3))
    document.add_paragraph(TABLE_BELOW)
    document.save(str(DATA / "table-python-docx.docx"))


def make_word_columns(folder: Path) -> Path:
    """Write the long report's first lines by python-docx in two columns under a title across both."""
    word = importlib.import_module("docx")
    continuous = importlib.import_module("docx.enum.section").WD_SECTION.CONTINUOUS
    document = word.Document()
    title, *lines = long_lines()
    document.add_heading(title, 0)
    columns = word.oxml.OxmlElement("w:cols")
    columns.set(word.oxml.ns.qn("w:num"), "2")
    columns.set(word.oxml.ns.qn("w:space"), "567")
    section = document.add_section(continuous)
    for old in section._sectPr.findall(word.oxml.ns.qn("w:cols")):
        section._sectPr.remove(old)
    section._sectPr.append(columns)
    for line in lines[:17]:
        document.add_paragraph(line)
    path = folder / "columns.docx"
    document.save(str(path))
    return path


def page(lines: list[str], *, style: str = "", column: str = "div") -> str:
    """Give lines as a web page."""
    paragraphs = "".join(f"<p>{line}</p>" for line in lines[1:])
    return (
        f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{lines[0]}</title><style>{STYLE}{style}</style>'
        f"</head><body><h1>{lines[0]}</h1><{column}>{paragraphs}</div></body></html>"
    )


def make_word_files() -> None:
    """Write the report with automatic numbers by hand, and with typed ones by python-docx."""
    spec = importlib.util.spec_from_file_location("word_files", HERE / "word_files.py")
    assert spec is not None
    assert spec.loader is not None
    words: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(words)
    numbering = words.abstract_list(
        0, ("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）")
    ) + words.use_list(1, 0)
    body = words.paragraph(TITLE) + "".join(
        words.paragraph(text) if level is None else words.paragraph(text, number=1, level=level)
        for level, text in PARAGRAPHS
    )
    (DATA / "report-by-hand.docx").write_bytes(words.word_file(body, numbering=numbering))
    document = importlib.import_module("docx").Document()
    title, *lines = report_lines()
    document.add_heading(title, 0)
    for line in lines:
        document.add_paragraph(line)
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    document.save(str(DATA / "report-python-docx.docx"))


HEADS_OF_SHEET = {
    "A1": "2021年各乡镇妇联工作情况汇总表（单位：人次、万元）",
    "A2": "乡镇",
    "B2": "培训",
    "D2": "资金（万元）",
    "E2": "办结率",
    "B3": "期数",
    "C3": "人次",
}
COUNTS = [("东镇", 12, 600, 30.5, 0.953), ("西镇", 8, 420, 18, 0.9), ("合计", 20, 1020, 48.5, 0.93)]
NOTE = "注：数据截至2021年12月31日。"
NAMES = [
    ("姓名", "日期", "备注"),
    ("林月", dt.date(2021, 3, 8), None),
    ("周青", dt.date(2021, 5, 4), "代表"),
]


def make_workbook() -> None:
    """Write a workbook with heads over two rows, merged cells, a hidden row, a hidden sheet, formats and a note."""
    book = importlib.import_module("openpyxl").Workbook()
    sheet = book.active
    sheet.title = "汇总"
    for address, words in HEADS_OF_SHEET.items():
        sheet[address] = words
    for merged in ("A1:E1", "A2:A3", "B2:C2", "D2:D3", "E2:E3"):
        sheet.merge_cells(merged)
    for number, row in enumerate(COUNTS, start=4):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column, value)
        sheet.cell(number, 3).number_format = "#,##0"
        sheet.cell(number, 4).number_format = "0.00"
        sheet.cell(number, 5).number_format = "0.0%"
    sheet["A8"] = NOTE
    sheet.row_dimensions[5].hidden = True
    names = book.create_sheet("名单")
    for line in NAMES:
        names.append(line)
    draft = book.create_sheet("草稿")
    draft["A1"] = "勿用"
    draft.sheet_state = "hidden"
    book.save(DATA / "summary-openpyxl.xlsx")


def make_old_workbook() -> None:
    """Write the same as BIFF8, merged cells, formats, hidden row and hidden sheet too."""
    xlwt = importlib.import_module("xlwt")
    book = xlwt.Workbook()
    sheet = book.add_sheet("汇总")
    merged = {"A1": (0, 0, 0, 4), "A2": (1, 2, 0, 0), "B2": (1, 1, 1, 2), "D2": (1, 2, 3, 3), "E2": (1, 2, 4, 4)}
    for address, words in HEADS_OF_SHEET.items():
        if address in merged:
            sheet.write_merge(*merged[address], words)
        else:
            sheet.write(2, "ABCDE".index(address[0]), words)
    shown = [xlwt.easyxf(num_format_str=one) for one in ("General", "General", "#,##0", "0.00", "0.0%")]
    for number, row in enumerate(COUNTS, start=3):
        for column, value in enumerate(row):
            sheet.write(number, column, value, shown[column])
    sheet.write(7, 0, NOTE)
    sheet.row(4).hidden = True
    names = book.add_sheet("名单")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for number, line in enumerate(NAMES):
        for column, value in enumerate(line):
            if value is not None:
                names.write(number, column, value, *([day] if isinstance(value, dt.date) else []))
    draft = book.add_sheet("草稿")
    draft.write(0, 0, "勿用")
    draft.visibility = 1
    book.save(str(DATA / "summary-xlwt.xls"))


def make_csv() -> None:
    """Write the figures as CSV in UTF-8 with a byte order mark, as Excel asks for."""
    with (DATA / "summary-python.csv").open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow([HEADS_OF_SHEET["A1"]])
        rows.writerow(["乡镇", "期数", "人次", "资金（万元）", "办结率"])
        rows.writerows([*map(str, row[:3]), f"{row[3]:.2f}", f"{row[4]:.1%}"] for row in COUNTS)
        rows.writerow([NOTE])


def convert(given: Path, suffix: str, made: str, folder: Path) -> Path:
    """Have LibreOffice write a file in another kind."""
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        suffix,
    ]
    subprocess.run([*command, "--outdir", str(folder), str(given)], check=True, capture_output=True)  # noqa: S603 - no shell
    target = DATA / made
    shutil.copy(folder / f"{given.stem}.{suffix.partition(':')[0]}", target)
    return target


def print_page(written: str, made: str, folder: Path) -> None:
    """Have Chromium print a page."""
    source = folder / "page.html"
    source.write_text(written, encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run([*command, f"--print-to-pdf={DATA / made}", source.as_uri()], check=True, capture_output=True)  # noqa: S603


def save_page(written: str, made: str) -> None:
    """Have Chromium save a page as one file."""
    driver = importlib.import_module("selenium.webdriver")
    options = driver.ChromeOptions()
    for argument in ("--headless", "--no-sandbox", "--disable-gpu"):
        options.add_argument(argument)
    browser = driver.Chrome(options=options, service=driver.ChromeService(shutil.which("chromedriver")))
    try:
        browser.get("about:blank")
        browser.execute_script("document.open();document.write(arguments[0]);document.close()", written)
        saved = browser.execute_cdp_cmd("Page.captureSnapshot", {"format": "mhtml"})["data"]
    finally:
        browser.quit()
    (DATA / made).write_bytes(saved.encode())


def make_by_other_programs(folder: Path) -> None:
    """Have pandoc write the report, its numbers typed, and AbiWord what pandoc wrote."""
    title, *lines = report_lines()
    source = folder / "report.md"
    source.write_text("\n\n".join([f"# {title}", *lines]) + "\n", encoding="utf-8")
    for suffix in ("docx", "odt", "rtf"):
        target = DATA / f"report-pandoc.{suffix}"
        subprocess.run(["pandoc", "-s", "-f", "markdown-fancy_lists", str(source), "-o", str(target)], check=True)  # noqa: S603, S607
    for suffix in ("docx", "odt", "rtf", "html"):
        target = DATA / f"report-abiword.{suffix}"
        subprocess.run(["abiword", f"--to={suffix}", "-o", str(target), str(DATA / "report-pandoc.rtf")], check=True)  # noqa: S603, S607


def main() -> None:
    """Make all of them."""
    DATA.mkdir(exist_ok=True)
    (DATA / "report.txt").write_text("\n".join(report_lines()) + "\n", encoding="utf-8")
    (DATA / "long.txt").write_text("\n".join(long_lines()) + "\n", encoding="utf-8")
    make_word_files()
    make_workbook()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        columns = '<div style="column-count:2;column-gap:12mm"'
        print_page(page(report_lines()), "report-chromium.pdf", folder)
        print_page(page(long_lines(), style=HEADS), "long-chromium.pdf", folder)
        print_page(page(report_lines() + report_lines()[1:]).replace("<div", columns), "columns-chromium.pdf", folder)
        (DATA / "table.txt").write_text("\n".join(table_lines()) + "\n", encoding="utf-8")
        (DATA / "columns.txt").write_text("\n".join(long_lines()[:18]) + "\n", encoding="utf-8")
        print_page(table_page(), "table-chromium.pdf", folder)
        make_word_table()
        convert(DATA / "table-python-docx.docx", "pdf", "table-libreoffice.pdf", folder)
        convert(DATA / "table-python-docx.docx", "html", "table-libreoffice.html", folder)
        convert(make_word_columns(folder), "pdf", "columns-libreoffice.pdf", folder)
        by_hand, typed = DATA / "report-by-hand.docx", DATA / "report-python-docx.docx"
        opened = convert(by_hand, "odt", "report-libreoffice.odt", folder)
        convert(opened, "docx", "report-libreoffice.docx", folder)
        convert(by_hand, "doc", "report-libreoffice.doc", folder)
        convert(by_hand, "pdf", "report-libreoffice.pdf", folder)
        convert(typed, "html", "report-libreoffice.html", folder)
        source = folder / "long.html"
        source.write_text(page(long_lines()), encoding="utf-8")
        convert(source, "pdf", "long-libreoffice.pdf", folder)
        convert(typed, "rtf", "report-libreoffice.rtf", folder)  # its RTF loses what automatic numbers are set with
        save_page(page(report_lines()), "report-chromium.mht")
        make_by_other_programs(folder)
        make_old_workbook()
        make_csv()
        book = DATA / "summary-openpyxl.xlsx"
        convert(book, "xlsx", "summary-libreoffice.xlsx", folder)
        convert(book, "xls", "summary-libreoffice.xls", folder)
        convert(book, "csv:Text - txt - csv (StarCalc):44,34,85,1", "summary-libreoffice.csv", folder)


if __name__ == "__main__":
    main()
