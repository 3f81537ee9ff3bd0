"""Which rules run: by code or family, on the command line, in code and in pyproject.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

import attrs

from fulian.checks.rule import Rule
from fulian.errors import DataError, Fault
from fulian.values.validation import tuple_of

__all__ = ["Selection", "load_selection"]


@attrs.frozen(kw_only=True)
class Selection:
    """Which rules run (规则选择): a rule runs where `select` means it and `ignore` does not mean it more closely.

    A word means a rule by its code (``A101``), by the beginning of its code (``A1``, ``A``) or by its name
    (``share-of-whole``). The closer word wins: ``select=("A",), ignore=("A1",)`` leaves out all of A1.

    Attributes:
        select: The words of the rules that run; empty for all.
        ignore: The words of the rules that do not.

    Raises:
        TypeError: A field is of the wrong type.

    Example:
        >>> from fulian.checks.arithmetic.shares import share_of_whole
        >>> Selection(select=("A",), ignore=("A2",)).takes(share_of_whole)
        True
    """

    select: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    ignore: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))

    def takes(self, rule: Rule) -> bool:
        """Tell whether a rule runs (是否启用).

        Args:
            rule: The rule.

        Returns:
            True where it runs.

        Example:
            >>> from fulian.checks.arithmetic.shares import share_of_whole
            >>> Selection(ignore=("share-of-whole",)).takes(share_of_whole)
            False
        """
        wanted = _closeness(rule, self.select) if self.select else 0
        unwanted = _closeness(rule, self.ignore)
        return wanted is not None and (unwanted is None or wanted > unwanted)

    def unknown(self, rules: Iterable[Rule]) -> tuple[str, ...]:
        """Give the words that mean no rule (未知规则).

        Args:
            rules: The rules there are.

        Returns:
            The words, in order; empty where each means something.

        Example:
            >>> from fulian.checks.catalogue import all_rules
            >>> Selection(select=("A", "Q9")).unknown(all_rules())
            ('Q9',)
        """
        rules = tuple(rules)
        return tuple(
            word for word in (*self.select, *self.ignore) if all(_closeness(one, (word,)) is None for one in rules)
        )


def _closeness(rule: Rule, words: Iterable[str]) -> int | None:
    """How closely the closest word means a rule: more characters, closer; None where none does."""
    lengths = [
        len(rule.code) if word == rule.name else len(word)
        for word in words
        if word == rule.name or (word and rule.code.startswith(word))
    ]
    return max(lengths, default=None)


def load_selection(folder: Path) -> Selection:
    """Load the selection of ``[tool.fulian]`` from the nearest pyproject.toml (读取配置).

    Args:
        folder: Where to begin; the folders above it are looked at in turn.

    Returns:
        What the first pyproject.toml that has the table says; the selection of all rules where none has it.

    Raises:
        DataError: The table has other keys than ``select`` and ``ignore``, or they are no lists of words.

    Example:
        >>> load_selection(Path("/nowhere"))
        Selection(select=(), ignore=())
    """
    for place in (folder, *folder.parents):
        file = place / "pyproject.toml"
        if not file.is_file():
            continue
        try:
            table = tomllib.loads(file.read_text(encoding="utf-8")).get("tool", {}).get("fulian")
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise DataError([Fault(path=str(file), expected="TOML in UTF-8", value=str(error))]) from error
        if table is not None:
            return _from_table(table, str(file))
    return Selection()


def _from_table(table: object, file: str) -> Selection:
    if not isinstance(table, dict):
        raise DataError([Fault(path=f"{file}: tool.fulian", expected="a table", value=repr(table)[:60])])
    faults = [
        Fault(path=f"{file}: tool.fulian.{key}", expected="select or ignore", value=repr(key)[:60])
        for key in table
        if key not in ("select", "ignore")
    ]
    faults += [
        Fault(path=f"{file}: tool.fulian.{key}", expected="a list of codes, families or names", value=repr(words)[:60])
        for key, words in table.items()
        if key in ("select", "ignore")
        and not (isinstance(words, list) and all(isinstance(word, str) for word in words))
    ]
    if faults:
        raise DataError(faults)
    return Selection(select=tuple(table.get("select", ())), ignore=tuple(table.get("ignore", ())))
