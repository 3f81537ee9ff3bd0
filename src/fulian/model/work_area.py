"""The areas that federations divide their work into."""

from __future__ import annotations

from fulian.values.term import Term

__all__ = ["WorkArea"]


class WorkArea(Term):
    """An area of a federation's work (工作领域).

    Source:
        The domains of the outlines for women's and children's development 2011-2020 and 2021-2030 (国发〔2011〕24号,
        国发〔2021〕16号), with the two areas of the federations' own: guidance of thought, and organisation.

    Example:
        >>> WorkArea("family").zh
        '家庭建设'
    """

    THOUGHT = "thought", "思想引领"
    ECONOMY = "economy", "妇女与经济"
    DECISION_MAKING = "decision-making", "参与决策和管理"
    HEALTH = "health", "健康"
    EDUCATION = "education", "教育"
    LAW = "law", "法律与维权"
    FAMILY = "family", "家庭建设"
    SOCIAL_SECURITY = "social-security", "社会保障与关爱"
    ENVIRONMENT = "environment", "环境"
    CHILDREN = "children", "儿童"
    ORGANIZATION = "organization", "组织建设"
