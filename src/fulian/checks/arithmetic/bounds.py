"""Shares that cannot lie where they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fulian.checks.arithmetic.ranges import scale_of
from fulian.checks.finding import Finding, Severity, Verdict
from fulian.checks.matter import Matter, Need
from fulian.checks.rule import rule
from fulian.model.observation import Status

__all__ = ["share_within_whole"]

# Rates of a whole that cannot be more than all of it. 毛入学率, 完成率 and growth can.
_BOUNDED = re.compile(
    "占[^，,。；;]{0,20}$|(?:覆盖|普及|签订|合格|接种|知晓|参与|满意|检出|患病|配备|参保|识字|入住|住院分娩|净入学|巩固|普查|检查|死亡|治愈|就业|脱贫|办结|调解成功|胜诉)率"
    "(?:分别)?(?:为|是|达到?|在|均达?)?了?(?:约|近)?$"
)


@rule(
    "A105",
    name="share-within-whole",
    en="A share of a whole is not more than all of it.",
    zh="占比与普及率一类比率不超过100%。",
    needs=(Need.TEXT, Need.FIGURES),
    example="全县妇女之家覆盖率达103%。",
)
def share_within_whole(matter: Matter) -> Iterator[Finding]:
    """Shares and rates that cannot pass their whole; a growth, a completion or a gross rate can."""
    for statement in matter.statements:
        for number, figure in enumerate(statement.figures):
            one = figure.one
            scale = scale_of(one.quantity.unit)
            if scale is None or one.status is Status.CHANGE or one.quantity.value <= scale:
                continue
            words = statement.before(number)
            if not _BOUNDED.search(words) or re.search("增长|增加|提高|计划|目标|任务", words[-12:]):
                continue
            yield Finding(
                code="A105",
                severity=Severity.ERROR,
                verdict=Verdict.INCONSISTENT,
                message_en=f"a share of {one.quantity} is more than its whole",
                message_zh=f"占比{one.quantity}超过全部",
                sources=(one.source,),
                arithmetic=f"{one.quantity.value:f} > {scale}",
                numbers=(("printed", one.quantity.value),),
            )
