"""Layouts as documents in the wild have them, each as plain text, Word file and page."""

from __future__ import annotations

import html
import io
from collections.abc import Iterator

import pytest

import fulian
from fulian.model import Reading

from .word_files import paragraph, word_file

pytest.importorskip("lxml")


def readings(*lines: str) -> Iterator[Reading]:
    """Read lines as a text, as the paragraphs of a Word file and as those of a page."""
    yield fulian.read_text("\n".join(lines) + "\n")
    yield fulian.read(io.BytesIO(word_file("".join(paragraph(html.escape(line)) for line in lines))))
    page = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    yield fulian.read(io.BytesIO(f"<!DOCTYPE html><html><body>{page}</body></html>".encode()))


def figures(reading: Reading) -> list[tuple[str, str, str]]:
    """What is counted, how many, in which unit."""
    for one in reading.observations:
        one.source.verify(reading.document)
    return [(one.label, str(one.quantity.value), one.quantity.unit) for one in reading.observations]


TITLE = "青禾县妇联2021年工作总结"
PLAN = ("二、下一步打算", "加强普法。")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["一、维权工作", "建立妇女之家2 0 个，培训妇女1 2 0 0 人次，群众满意率9 5 . 3 %。"],
            [("建立妇女之家", "20", "个"), ("培训妇女", "1200", "人次"), ("群众满意率", "95.3", "%")],
            id="spaces that text recognition puts between digits",
        ),
        pytest.param(
            ["一、维权工作", "投入资金3 . 5万元，培训妇女 6 百余人，走访家庭1 . 2 5万户。"],
            [("投入资金", "35000", "元"), ("培训妇女", "600", "人"), ("走访家庭", "12500", "户")],
            id="and around a point, and before a multiplier",
        ),
        pytest.param(
            ["一、维权工作", "建立妇女之家20", "个，培训妇女1200", "人次。"],
            [("建立妇女之家", "20", "个"), ("培训妇女", "1200", "人次")],
            id="a unit on the next line",
        ),
        pytest.param(
            ["一、宣传工作", "发放手册2.3", "万份，走访家庭1", "万余户。"],
            [("发放手册", "23000", "份"), ("走访家庭", "10000", "户")],
            id="a multiplier on the next line",
        ),
        pytest.param(
            ["一、维权工作", "接访43件，依托妇女之家组织全县各级妇联干部为基层的", "- 3 -", "妇女办班12期，发放手册600份。"],
            [("接访", "43", "件"), ("妇女办班", "12", "期"), ("发放手册", "600", "份")],
            id="a sentence that a page splits",
        ),
        pytest.param(
            ["一、维权工作", "接访43件[1]，办结41件［２］，培训600[3]人次。"],
            [("接访", "43", "件"), ("办结", "41", "件"), ("培训", "600", "人次")],
            id="marks of footnotes",
        ),
        pytest.param(
            ["一、宣传工作", "发放手册2万份(fèn)，慰问困难妇女30户（hù）。"],
            [("发放手册", "20000", "份"), ("慰问困难妇女", "30", "户")],
            id="words with their sound",
        ),
        pytest.param(
            ["一、维权工作", "走访20户(hù)家庭，慰问30名(míng)儿童，编写手册(shǒu cè)12册。"],
            [("走访家庭", "20", "户"), ("慰问儿童", "30", "名"), ("编写手册", "12", "册")],
            id="sounds within a phrase",
        ),
    ],
)  # fmt: skip
def test_figures_in_odd_print(lines: list[str], expected: list[tuple[str, str, str]]) -> None:
    """The figures are those that a person reads, whatever the print and the kind of file."""
    for reading in readings(TITLE, *lines, *PLAN):
        assert figures(reading) == expected


def test_entries_with_heads_in_brackets() -> None:
    """【概况】 and its like head an entry, as in a yearbook."""
    lines = ["【概况】　2021年，有干部12人。", "【维权工作】　全年接访43件。", "【家庭工作】　评选最美家庭30户。"]
    for reading in readings("青禾县妇女联合会", *lines):
        [report] = reading.reports
        assert [one.title for one in report.achievements] == ["概况", "维权工作", "家庭工作"]


def test_sections_that_start_at_the_second_level() -> None:
    """A report whose first headings are （一） has its sections all the same."""
    lines = ["（一）思想引领", "宣讲42场。", "（二）维权关爱", "接访43件。", "（三）下一步打算", "举办培训10期。"]
    for reading in readings(TITLE, *lines):
        [report] = reading.reports
        assert [one.title for one in report.achievements] == ["思想引领", "维权关爱"]
        assert [one.text for one in report.commitments] == ["举办培训10期。"]


ROWS = [
    ("索引号", "000014/2022-00012", "发文字号", "青妇字〔2022〕1号"),
    ("发布机构", "青禾县妇联", "发布日期", "2022-01-10"),
    ("标题", TITLE),
]


@pytest.mark.parametrize("sign", ["\t", "：", " "])
def test_a_block_of_labels_before_the_text(sign: str) -> None:
    """What a government site puts over a document says number, publisher and day, and is not its title."""
    rows = ["  ".join(f"{row[at]}{sign}{row[at + 1]}" for at in range(0, len(row), 2)) for row in ROWS]
    reading = fulian.read_text("\n".join([*rows, TITLE, "一、维权工作", "接访43件。", *PLAN]))
    document = reading.document
    assert (document.title, str(document.number), document.publisher) == (TITLE, "青妇字〔2022〕1号", "青禾县妇联")
    assert str(document.published) == "2022-01-10"
    assert figures(reading) == [("接访", "43", "件")]
