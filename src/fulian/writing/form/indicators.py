"""Which indicators a form asks for."""

from __future__ import annotations

from collections.abc import Iterable

from fulian.errors import ParseError
from fulian.model.work_area import WorkArea
from fulian.reading.form.layout import AREA_OF_DOMAIN
from fulian.reference.indicators import indicators

__all__ = ["USUAL", "choose_indicators"]

USUAL = (
    *("THO_TALKS", "THO_LEAFLETS", "THO_RED_BANNER_HOLDERS", "THO_RED_BANNER_GROUPS"),
    *("ECO_JOB_FAIRS", "ECO_JOB_OFFERS", "ECO_JOBS_HELPED", "ECO_STARTUPS", "ECO_LOAN_AMOUNT", "ECO_LOAN_WOMEN"),
    *("ECO_BASES", "ECO_CIVIL_POSTS", "ECO_HOUSEKEEPING_TRAINED_PERSONS"),
    *("HEA_2CANCER_SCREENED", "HEA_2CANCER_AIDED", "HEA_2CANCER_AID_FUND", "HEA_TALKS"),
    *("EDU_TRAINING_SESSIONS", "EDU_TRAINED", "EDU_SKILL_TRAINED", "EDU_CADRE_TRAINED", "EDU_SPRING_BUD_GIRLS"),
    *("LAW_PETITIONS", "LAW_PETITION_CLOSED", "LAW_HOTLINE_CALLS", "LAW_RIGHTS_STATIONS", "LAW_PUBLICITY_EVENTS"),
    *("LAW_CONSULTS", "LAW_LEGAL_AID_F"),
    *("FAM_BEST_FAMILY", "FAM_FIVE_GOOD", "FAM_PARENT_SCHOOLS", "FAM_PARENT_SCHOOL_COV", "FAM_EDU_TALKS"),
    *("FAM_DISPUTES", "FAM_MEDIATION_BODIES"),
    *("SOC_AIDED", "SOC_HOUSEHOLDS_AIDED", "SOC_FUNDS_RAISED", "SOC_CONDOLENCE", "SOC_MOTHER_PARCEL"),
    *("ENV_VOLUNTEER_TEAMS", "ENV_VOLUNTEERS", "ENV_VOLUNTEER_ACTS"),
    *("CHD_HOMES", "CHD_LEFT_BEHIND_AIDED", "CHD_AGENT_MOTHERS"),
    *("ORG_TOWN_FED", "ORG_VILLAGE_FED", "ORG_HOMES", "ORG_MICRO_HOMES", "ORG_EXECUTIVES", "DEC_WF_HEAD_IN_TEAM"),
)
"""The indicators that a city's federation counts itself: not those of health, education or statistics offices."""


def choose_indicators(chosen: Iterable[str] = ()) -> tuple[str, ...]:
    """Choose the indicators of a form (选择指标).

    Args:
        chosen: Codes of the catalogue, and areas of work or domains (健康, 经济, economy), whose indicators are all
            meant; empty for the usual ones.

    Returns:
        The codes, each once, area by area in the order of the areas of work, as the catalogue has them.

    Raises:
        ParseError: One of them is neither a code nor an area.

    Example:
        >>> choose_indicators(["ORG_HOMES", "THO_TALKS"])
        ('THO_TALKS', 'ORG_HOMES')
        >>> len(choose_indicators(["环境"])) > 10
        True
    """
    known = indicators()
    wanted: set[str] = set()
    for name in chosen or USUAL:
        if name in known:
            wanted.add(name)
            continue
        area = AREA_OF_DOMAIN.get(name) or next((one for one in WorkArea if one == name), None)
        if area is None:
            raise ParseError(
                text=name, position=0, expected="a code of the catalogue of indicators, or an area of work"
            )
        wanted.update(code for code, one in known.items() if AREA_OF_DOMAIN.get(one.domain) is area)
    areas = list(WorkArea)
    order = {code: place for place, code in enumerate(known)}
    return tuple(sorted(wanted, key=lambda code: (areas.index(AREA_OF_DOMAIN[known[code].domain]), order[code])))
