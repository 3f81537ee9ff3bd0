"""Lists are added up where they must add up, and where nearly adding up shows that they were meant to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fulian.checks.finding import Finding, Severity

Found = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    "text",
    [
        "全年举办活动30场，其中讲座12场、培训18场。",
        "全年举办活动60场，其中讲座12场、培训18场。",
        "干部50名，其中女性40名、党员30名。",
        "举办讲座12场、培训18场，共30场。",
        "举办讲座12场、培训18场，共服务妇女500人。",
        "县级投入30万元，乡镇投入50万元，合计投入80万元。",
        "县级投入30万元，乡镇发放50万元，合计投入90万元。",
        "受益女性1.2万人、儿童0.8万人，共2万人。",
    ],
)
def test_silence_where_it_adds_up_or_need_not(found: Found, text: str) -> None:
    """Sums within the print, lists that are not complete, and parts that overlap are left alone."""
    assert found(text, "A3") == []


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("全年举办活动29场，其中讲座12场、培训18场。", "A301", Severity.ERROR),
        ("全年举办活动31场，其中讲座12场、培训18场。", "A301", Severity.NOTE),
        ("干部50名，其中男性30名、女性40名。", "A301", Severity.ERROR),
        ("干部69名，其中党员40名、青年30名。", "A301", Severity.WARNING),
        ("举办讲座12场、培训18场，共31场。", "A302", Severity.ERROR),
        ("县级投入30万元，乡镇投入50万元，合计投入90万元。", "A302", Severity.ERROR),
    ],
)
def test_a_list_that_does_not_add_up(found: Found, text: str, code: str, severity: Severity) -> None:
    """What cannot be is an error; what nearly adds up is said more softly the less it must."""
    assert [(one.code, one.severity) for one in found(text, "A3")] == [(code, severity)]
