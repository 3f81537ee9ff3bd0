"""Plans and congresses are spoken of in their time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fulian.checks.finding import Finding

Found = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("县妇联2014年工作总结\n2014年，县妇联按照“十三五”要求举办讲座12场。", ["I202"]),
        ("县妇联2014年工作总结\n2014年，县妇联参与编制“十三五”规划。", []),
        ("县妇联2015年工作总结\n2015年，县妇联谋划“十三五”工作。", []),
        ("县妇联2019年工作总结\n2019年，县妇联回顾“十二五”成绩。", []),
        ("县妇联2019年工作总结\n2019年，县妇联开展“七五”普法宣传。", []),
        ("县妇联2019年工作总结\n2019年，县妇联开展“五五”普法宣传。", ["I203"]),
        ("县妇联2014年工作总结\n2014年，县妇联学习党的十九大精神。", ["I204"]),
        ("县妇联2019年工作总结\n2019年，县妇联学习党的十八大和中国妇女十二大精神。", []),
    ],
)
def test_plans_and_congresses_fit_their_year(found: Found, text: str, codes: list[str]) -> None:
    """What is over may be looked back on; what has not begun may be prepared."""
    assert [one.code for one in found(text, "I2")] == codes
