"""Shares are judged by what their part and whole can give, and only where the sentence ties the three."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import fulian
from fulian.checks.finding import Finding, Severity, Verdict

Found = Callable[..., list[Finding]]

HOLDS = [
    "全县有公务员6420名，其中女性1318名，占总数的20.53%。",
    "科级干部3120名，其中女性612名，占19.6%。",
    "全县57个乡镇党政班子中配备女干部52名，配备率达到91.2%。",
    "全县共有在岗女职工2.86万人，已签订劳动合同的2.84万人，合同签订率达99.3%。",
    "全年新发展党员912名，新发展党员中女性的402名，大专以上的315名，分别占新发展党员总数的44.1%和34.5%。",
    "全县21.4万名适龄妇女，除外出的52300人，有15.26万人接受了普查，普查率达94.4%。",
    "查出患病妇女7.3万名，其中重症患者31人，患病率为4.2/万。",
    "公务员200名，其中女性40名，占全省女公务员的2%。",
    "公务员200名，其中女性40名，党员30名，占15%。",
    "走访家庭1200户，走访妇女800人，走访率95%。",
    "全县412个行政村中有386个建立了妇联，占93.7%。",
    "全县排查矛盾纠纷1321件，化解1297件，化解率98.2%。",
    "规划52项指标中，已有49项达标，达标率为94.2%。",
    "全县活产婴儿4.2万人，孕产妇死亡5例，孕产妇死亡率为11.9/10万。",
    "全年共筛查妇女20.32万人，检出宫颈癌47人，检出率为23.1/10万。",
    "全县常住人口52.3万人，女性25.1万人，占总人口的48%。",
    "全县干部3000名，提拔女干部30名，占提拔干部的25%。",
    "近2000名干部参训，其中女干部700名，占30%。",
    "共有干部3000名，其中女干部1000名，占33.0%。",
]
SLIPS = [
    ("全县有公务员6420名，其中女性1318名，占总数的23.50%。", "A101", "20.53%"),
    ("查出患者7.3万名，其中重症患者31人，占3.8/万。", "A101", "4.2/万"),
    ("全县共有在岗女职工2.86万人，已签订劳动合同的2.64万人，合同签订率达99.3%。", "A102", "92.3%"),
    ("全县412个行政村中有386个建立了妇联，占83.7%。", "A106", "93.7%"),
    ("全县活产婴儿4.2万人，孕产妇死亡5例，孕产妇死亡率为15.9/10万。", "A102", "11.9/10万"),
    ("全县常住人口52.3万人，女性25.1万人，占总人口的58%。", "A106", "48%"),
    ("全年受理信访200件，办结150件，办结率95%。", "A102", "75%"),
    ("全县共排查矛盾纠纷1321件，化解1297件，化解率91.2%。", "A102", "98.2%"),
    ("规划52项指标中，已有49项达标，达标率为87.2%。", "A102", "94.2%"),
    (
        "全年新发展党员912名，新发展党员中女性的402名，大专以上的315名，分别占新发展党员总数的49.1%和34.5%。",
        "A103",
        "44.1%",
    ),
]


@pytest.mark.parametrize("text", HOLDS)
def test_silence_where_it_holds_or_cannot_be_told(found: Found, text: str) -> None:
    """Nothing is said of a share that its figures can give, nor of one whose whole is not in the sentence."""
    assert found(text, "A1") == []


@pytest.mark.parametrize(("text", "code", "mend"), SLIPS)
def test_a_share_that_cannot_be_is_found(found: Found, text: str, code: str, mend: str) -> None:
    """The finding names the rule, marks the share first and says what would fit."""
    [finding] = found(text, "A1")
    assert (finding.code, finding.verdict) == (code, Verdict.INCONSISTENT)
    assert finding.mend is not None
    assert finding.mend.source == finding.sources[0]
    assert finding.mend.text == mend


def test_a_share_cut_off_is_a_note(found: Found) -> None:
    """817 of 4683 is 17.446%: 17.44 is cut off, not wrong."""
    [finding] = found("干部4683名，其中女性817名，占17.44%。")
    assert (finding.severity, finding.verdict) == (Severity.NOTE, Verdict.NOTE)
    assert finding.arithmetic == "817 ÷ 4683 = 17.4461%"


def test_the_rest_is_named_where_some_were_taken_off(found: Found) -> None:
    """A rate that follows from neither the whole nor the rest says both calculations."""
    [finding] = found("全县21.4万名适龄妇女，除外出的52300人，有15.26万人接受了普查，普查率达80.2%。")
    assert finding.code == "A102"
    assert finding.arithmetic == "152600 ÷ 214000 = 71.31%; 152600 ÷ 161700 = 94.37%"


def test_a_part_is_not_greater_than_its_whole(found: Found) -> None:
    """其中 takes from what was counted; a following item of the list is no part of the item before."""
    assert [one.code for one in found("受理信访43件，其中区妇联受理51件。")] == ["A104"]
    assert found("配备女干部89名。其中女书记7名、女乡镇长10名。") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("全县妇女之家覆盖率达103%。", ["A105"]),
        ("小学毛入学率达103%。", []),
        ("全年完成计划的112%。", []),
        ("贷款发放同比增长130%。", []),
    ],
)
def test_only_bounded_rates_are_held_to_their_whole(found: Found, text: str, codes: list[str]) -> None:
    """Coverage cannot pass 100%; gross rates, completion and growth can."""
    assert [one.code for one in found(text, "A105")] == codes


def test_records_of_programs_are_checked_by_their_ties() -> None:
    """A report without its document is checked by the spans that tie its figures."""
    reading = fulian.read_text("县妇联2020年工作总结\n2020年，县妇联举办培训班。全县公务员200名，其中女性40名，占30%。")
    findings = fulian.check(tuple(reading.observations), rules=["A1"])
    assert [one.code for one in findings] == ["A101"]
