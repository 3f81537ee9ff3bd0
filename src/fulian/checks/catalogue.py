"""Every rule there is: fulian's own, and those that a program added."""

from __future__ import annotations

from functools import cache
from typing import Final

from fulian.checks.arithmetic import averages, bounds, changes, repeated, shares, sums, whole_numbers
from fulian.checks.identity import dates, eras, places
from fulian.checks.layout import body, close, foot, head, page
from fulian.checks.rule import Rule
from fulian.checks.structure import annexes, cities, marks, ordinals

__all__ = ["all_rules", "register", "rule_of", "unregister"]

_ARITHMETIC: Final = (averages, bounds, changes, repeated, shares, sums, whole_numbers)
_IDENTITY: Final = (dates, eras, places)
_STRUCTURE: Final = (annexes, cities, marks, ordinals)
_LAYOUT: Final = (page, head, body, close, foot)
_ADDED: Final[dict[str, Rule]] = {}


@cache
def _own() -> dict[str, Rule]:
    rules = [
        thing
        for home in (*_ARITHMETIC, *_IDENTITY, *_STRUCTURE, *_LAYOUT)
        for thing in vars(home).values()
        if isinstance(thing, Rule)
    ]
    return {rule.code: rule for rule in sorted(rules, key=lambda rule: rule.code)}


def all_rules() -> tuple[Rule, ...]:
    """Give every rule (全部规则), in the order of their codes.

    Returns:
        fulian's own rules, and those that were registered.

    Example:
        >>> [rule.code for rule in all_rules()][:2]
        ['A101', 'A102']
    """
    return tuple(rule for _, rule in sorted({**_own(), **_ADDED}.items()))


def rule_of(code: str) -> Rule | None:
    """Give the rule of a code (按代码查规则).

    Args:
        code: The code.

    Returns:
        The rule, or None where none has the code.

    Example:
        >>> rule_of("A101").name
        'share-of-whole'
    """
    return _ADDED.get(code) or _own().get(code)


def register(rule: Rule) -> Rule:
    """Add a rule to those that run by default (登记规则).

    Args:
        rule: The rule; its code is its own, or that of a rule registered before, which it replaces.

    Returns:
        The rule, so that a call can wrap a definition.

    Raises:
        ValueError: The code is one of fulian's own rules.

    Example:
        >>> from fulian.checks.rule import rule
        >>> quiet = register(rule("X999", name="quiet", en="All is well.", zh="一切正常。")(lambda matter: ()))
        >>> rule_of("X999") is quiet
        True
        >>> unregister("X999")
    """
    if rule.code in _own():
        raise ValueError(f"the code {rule.code} is taken by {_own()[rule.code].name}")
    _ADDED[rule.code] = rule
    return rule


def unregister(code: str) -> None:
    """Take a rule out again that was added (注销规则).

    Args:
        code: The code that it was registered under.

    Raises:
        ValueError: No rule was added under the code; fulian's own stay.

    Example:
        >>> unregister("A101")
        Traceback (most recent call last):
        ...
        ValueError: no rule was added under the code A101
    """
    if _ADDED.pop(code, None) is None:
        raise ValueError(f"no rule was added under the code {code}")
