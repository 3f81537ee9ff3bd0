"""A figure on its way to being an observation: what each rule decided so far."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from functools import lru_cache
from typing import Final, TypeVar

from fulian.model.observation import Status
from fulian.model.organization import Organization
from fulian.reading.setting import Setting
from fulian.text.organizations import BodyMention
from fulian.text.periods import PeriodMention
from fulian.text.quantities import Figure
from fulian.values.period import Period
from fulian.values.quantity import QuantityKind

__all__ = ["Draft", "Sentence", "Teller"]

# Members at hand: to ask an enumeration for one takes longer than to compare it.
_ACTUAL: Final = Status.ACTUAL

_AND: Final = frozenset("、和与及")
_FEW: Final = 8  # so many mentions are looked through sooner than searched
_REACH: Final = 160  # no rule looks further from a figure, so that a text without stops is read in linear time

_kind_of = lru_cache(maxsize=1024)(QuantityKind.of)  # a document has few units


class Draft:
    """A figure in its clause (数据草稿), filled in by one rule after another.

    Attributes:
        start: Where its number begins in the view.
        end: Where its unit ends.
        quantity: What the figure says.
        rule: The rule that took it.
        kind: What its unit measures.
        place: Its number in the sentence, from zero.
        clause: The number of its clause in the sentence, from zero.
        clause_start: Where that begins in the view.
        clause_end: Where it ends.
        joined: Whether 、 or 和 and nothing else stands between it and the figure before, in one clause.
        begin: Where its own words of the clause begin.
        before: The words of its clause before the number that are its own.
        lead: The words of its clause before the number; of a clause without end, the last of them.
        after: The words behind the unit that are its own.
        label: What was counted.
        noun: The part of the label that names the thing counted, for figures that follow.
        verb: The deed that the label begins with; empty where it has none.
        period: For when.
        organization: Whose.
        status: Done, planned, a change or a condition.
        numerator: The draft it is a share by, or None.
        denominator: The draft it is a share or part of, or None.
        indicator: The catalogue's code, or None.
        certainty: How sure the code is, or None.
        trail: What was decided, rule by rule.
    """

    __slots__ = (
        "after",
        "before",
        "begin",
        "certainty",
        "clause",
        "clause_end",
        "clause_start",
        "denominator",
        "end",
        "indicator",
        "joined",
        "kind",
        "label",
        "lead",
        "noun",
        "numerator",
        "organization",
        "period",
        "place",
        "quantity",
        "rule",
        "start",
        "status",
        "trail",
        "verb",
    )

    def __init__(self, figure: Figure, bounds: tuple[int, int], clause: int = 0, place: int = 0) -> None:
        self.start, self.end, self.quantity, self.rule = figure
        self.kind = _kind_of(self.quantity.unit)
        self.place = place
        self.clause = clause
        self.clause_start, self.clause_end = bounds
        self.begin = self.clause_start
        self.before = ""
        self.lead = ""
        self.after = ""
        self.label = ""
        self.noun = ""
        self.verb = ""
        self.period: Period | None = None
        self.organization: Organization | None = None
        self.status = _ACTUAL
        self.joined = False
        self.numerator: Draft | None = None
        self.denominator: Draft | None = None
        self.indicator: str | None = None
        self.certainty: Decimal | None = None
        self.trail = [f"quantity:{self.rule}={self.quantity.text}"]

    def rule_of(self, field: str) -> str:
        """The name of the rule that decided a field last; empty where none has."""
        for line in reversed(self.trail):
            if line.startswith(field + ":"):
                return line[len(field) + 1 :].partition("=")[0]
        return ""

    def decide(self, field: str, rule: str, decision: object) -> None:
        """Leave a line of the trail: which rule decided what on a field."""
        self.trail.append(f"{field}:{rule}={decision}")


class Teller:
    """Leaves the lines of one field in the trails (判定记录); figures in a row mostly share theirs.

    Args:
        field: The field that it tells of.
    """

    __slots__ = ("decision", "field", "line", "rule")

    def __init__(self, field: str) -> None:
        self.field = field
        self.rule = self.line = ""
        self.decision: object = None

    def tell(self, draft: Draft, rule: str, decision: object) -> None:
        """Leave a line in a figure's trail: which rule decided what."""
        if decision is not self.decision or rule != self.rule:
            self.rule, self.decision = rule, decision
            self.line = f"{self.field}:{rule}={decision}"
        draft.trail.append(self.line)


class Sentence:
    """A sentence with all that was found in it (句子).

    Attributes:
        text: The whole view's text.
        start: Where the sentence begins in it.
        end: Where it ends.
        clauses: The bounds of its clauses, in order.
        drafts: Its figures, in order.
        periods: The expressions of time in it, in order.
        bodies: The bodies and places it mentions, in order.
        setting: What its stretch is about.
        opens: Whether it is the first of its paragraph.
        plans: Whether a word of plans stands in it; None until that is asked.
    """

    __slots__ = ("bodies", "clauses", "drafts", "end", "opens", "periods", "plans", "setting", "start", "text")

    def __init__(
        self,
        text: str,
        bounds: tuple[int, int],
        clauses: list[tuple[int, int]],
        figures: list[Figure],
        periods: list[PeriodMention],
        bodies: list[BodyMention],
        setting: Setting,
        *,
        opens: bool,
    ) -> None:
        self.text = text
        self.start, self.end = bounds
        self.clauses = clauses
        self.periods = periods
        self.bodies = bodies
        self.setting = setting
        self.opens = opens
        self.plans: bool | None = None
        self.drafts: list[Draft] = []
        at, last = 0, len(clauses) - 1
        previous: Draft | None = None
        for place, figure in enumerate(figures):
            begin = figure.start
            while at < last and clauses[at][1] <= begin:
                at += 1
            draft = Draft(figure, clauses[at], at, place)
            first = draft.clause_start
            draft.lead = text[first if begin - first <= _REACH else begin - _REACH : begin]
            if previous is not None and previous.end == begin - 1 and previous.clause == at:
                draft.joined = text[begin - 1] in _AND
            self.drafts.append(draft)
            previous = draft

    def clause_after(self, draft: Draft) -> str:
        """The words of a figure's clause behind its unit; of a clause without end, the first of them."""
        return self.text[draft.end : min(draft.clause_end, draft.end + _REACH)]

    def after(self, draft: Draft) -> Draft | None:
        """The figure that follows one in the sentence."""
        place, drafts = draft.place + 1, self.drafts
        return drafts[place] if place < len(drafts) else None

    def bodies_between(self, start: int, end: int) -> list[BodyMention]:
        """The bodies mentioned from `start` to `end`."""
        bodies = self.bodies
        return _between(bodies, start, end) if bodies and bodies[-1].start >= start else []

    def periods_between(self, start: int, end: int) -> list[PeriodMention]:
        """The expressions of time from `start` to `end`."""
        periods = self.periods
        return _between(periods, start, end) if periods and periods[-1].start >= start else []


_Mention = TypeVar("_Mention", BodyMention, PeriodMention)


def _between(mentions: list[_Mention], start: int, end: int) -> list[_Mention]:
    """Those that lie from `start` to `end`."""
    if len(mentions) > _FEW:
        first = bisect_left(mentions, start, key=_start)
        mentions = mentions[first : bisect_left(mentions, end, lo=first, key=_start)]
    return [one for one in mentions if start <= one.start and one.end <= end]


def _start(mention: BodyMention | PeriodMention) -> int:
    return mention.start
