"""The records (记录) of the federations' published work: frozen, typed, knowing nothing of formats."""

from fulian.model.achievement import Achievement
from fulian.model.annual_plan import AnnualPlan, PlanSection
from fulian.model.city_report import CityReport
from fulian.model.division import Division
from fulian.model.document import Document, DocumentKind, FrameRole, Passage
from fulian.model.file_kind import FileKind
from fulian.model.indicator import Direction, Indicator, IndicatorKind
from fulian.model.key_task import KeyTask, TaskKind
from fulian.model.level import Level
from fulian.model.observation import Observation, Status
from fulian.model.organization import Organization, OrganizationKind
from fulian.model.reading import Note, Part, Reading
from fulian.model.source import Source
from fulian.model.stretch import Stretch
from fulian.model.work_area import WorkArea

__all__ = [
    "Achievement",
    "AnnualPlan",
    "CityReport",
    "Direction",
    "Division",
    "Document",
    "DocumentKind",
    "FileKind",
    "FrameRole",
    "Indicator",
    "IndicatorKind",
    "KeyTask",
    "Level",
    "Note",
    "Observation",
    "Organization",
    "OrganizationKind",
    "Part",
    "Passage",
    "PlanSection",
    "Reading",
    "Source",
    "Status",
    "Stretch",
    "TaskKind",
    "WorkArea",
]
