"""A project adds a field to a record and an indicator of its own, and tests its code with the strategies.

Needs the extra `hypothesis`.
"""

from __future__ import annotations

import attrs
from hypothesis import given, settings

import fulian
from fulian import formats, strategies

# An indicator of your own is an Indicator like those of the catalogue.
CHILDCARE = fulian.Indicator(
    code="XQ_CHILDCARE_PLACES",
    name="社区托位数",
    domain="儿童",
    kind=fulian.IndicatorKind.STOCK,
    unit="个",
    direction=fulian.Direction.HIGHER,
)


@formats.register
@attrs.frozen(kw_only=True)
class FundedTask(fulian.KeyTask):
    """A task with what it costs (经费任务)."""

    budget_yuan: int = attrs.field(validator=attrs.validators.ge(0))


def funded(task: fulian.KeyTask, budget_yuan: int) -> FundedTask:
    """Give the task with its budget."""
    fields = {field.name: getattr(task, field.name) for field in attrs.fields(fulian.KeyTask)}
    return FundedTask(**fields, budget_yuan=budget_yuan)


@settings(deadline=None)  # the first task loads tables
@given(strategies.key_tasks(nasty=True))
def a_funded_task_keeps_its_budget(task: fulian.KeyTask) -> None:
    """Whatever the task, the plan that holds it comes back from YAML with the budget."""
    plan = fulian.AnnualPlan(key_tasks=(funded(task, 50_000),))
    assert formats.loads(formats.dumps(plan, "yaml"), "yaml") == plan


a_funded_task_keeps_its_budget()
print("Tasks with a budget came back from YAML as they were. The indicator of our own, as data:")
print(formats.dumps(CHILDCARE))
