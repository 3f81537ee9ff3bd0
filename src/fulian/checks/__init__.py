"""Rules over records, to findings (检查): what does not hold together, where, by which sums, and what would mend it."""

from fulian.checks.catalogue import all_rules, register, rule_of, unregister
from fulian.checks.finding import Finding, Mend, Operand, Severity, Verdict
from fulian.checks.matter import Matter, Need
from fulian.checks.rule import Rule, rule
from fulian.checks.run import Checked, check, check_fully
from fulian.checks.settings import Selection, load_selection

__all__ = [
    "Checked",
    "Finding",
    "Matter",
    "Mend",
    "Need",
    "Operand",
    "Rule",
    "Selection",
    "Severity",
    "Verdict",
    "all_rules",
    "check",
    "check_fully",
    "load_selection",
    "register",
    "rule",
    "rule_of",
    "unregister",
]
