"""What fulian raises: one root, and under it one class for each thing a caller would handle differently.

Every error carries its facts as attributes, so that nobody has to parse a message, and survives pickling and copying.
"""

from __future__ import annotations

from typing import Any

__all__ = ["DataError", "Fault", "FulianError", "ParseError", "ReadError", "SourceError"]


class FulianError(Exception):
    """The root of everything fulian raises on purpose (错误).

    Example:
        >>> from fulian.errors import FulianError, ParseError
        >>> issubclass(ParseError, FulianError)
        True
    """

    def __reduce__(self) -> tuple[Any, ...]:
        # Exception pickles `args`, which here is the message; the attributes are what must travel.
        return _rebuild, (type(self), self.args, dict(self.__dict__))


def _rebuild(cls: type[FulianError], args: tuple[Any, ...], state: dict[str, Any]) -> FulianError:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class ReadError(FulianError, OSError):
    """A file cannot be read (文件无法读取): what it is, what was expected, and which extra would help.

    Attributes:
        file: The file's name, or None where bytes were given.
        found: What the file is, as far as could be told.
        expected: What fulian can read.
        extra: The extra to install (``pip install 'fulian[files]'``), or None.

    Example:
        >>> raise ReadError(file="report.png", found="a PNG picture", expected="text")
        Traceback (most recent call last):
        ...
        fulian.errors.ReadError: report.png: expected text, found a PNG picture
    """

    def __init__(self, *, file: str | None, found: str, expected: str, extra: str | None = None) -> None:
        self.file = file
        self.found = found
        self.expected = expected
        self.extra = extra
        hint = f"; install it with: pip install 'fulian[{extra}]'" if extra else ""
        super().__init__(f"{file or 'data'}: expected {expected}, found {found}{hint}")

    def __str__(self) -> str:
        return str(self.args[0])


class ParseError(FulianError, ValueError):
    """A text is not the value it should be (文本无法解析).

    Attributes:
        text: The whole text that was given.
        position: Code points from zero to where it stopped making sense.
        expected: What would have been right there, in words.

    Example:
        >>> raise ParseError(text="湘妇字1号", position=3, expected="a year in brackets, such as 〔2014〕")
        Traceback (most recent call last):
        ...
        fulian.errors.ParseError: '湘妇字1号' at 3: expected a year in brackets, such as 〔2014〕, found '1号'
    """

    def __init__(self, *, text: str, position: int, expected: str) -> None:
        self.text = text
        self.position = position
        self.expected = expected
        shown = text if len(text) <= 60 else text[:57] + "…"
        rest = text[position : position + 12]
        found = repr(rest) if rest else "the end"
        super().__init__(f"{shown!r} at {position}: expected {expected}, found {found}")


class SourceError(FulianError, ValueError):
    """A source does not stand in the document it names (出处不符).

    Attributes:
        document_id: The document the source names.
        start: Where the quote should begin, in code points.
        end: Where it should end, excluded.
        quote: What should stand there.
        found: What stands there.

    Example:
        >>> raise SourceError(document_id="d1", start=0, end=3, quote="44场", found="45场")
        Traceback (most recent call last):
        ...
        fulian.errors.SourceError: document d1, 0 to 3: expected '44场', found '45场'
    """

    def __init__(self, *, document_id: str, start: int, end: int, quote: str, found: str) -> None:
        self.document_id = document_id
        self.start = start
        self.end = end
        self.quote = quote
        self.found = found
        super().__init__(f"document {document_id}, {start} to {end}: expected {quote!r}, found {found!r}")


class Fault:
    """One thing that does not fit in a piece of data (数据缺陷): where, what was expected, what came.

    Attributes:
        path: Where it stands, such as ``data.sections[2].tasks[0].title``.
        expected: What would have been right, in words.
        value: What came, shortened for reading.

    Example:
        >>> print(Fault(path="data.year", expected="a whole number", value="'2014'"))
        data.year: expected a whole number, found '2014'
    """

    __slots__ = ("expected", "path", "value")

    def __init__(self, *, path: str, expected: str, value: str) -> None:
        self.path = path
        self.expected = expected
        self.value = value

    def __str__(self) -> str:
        return f"{self.path}: expected {self.expected}, found {self.value}"

    def __repr__(self) -> str:
        return f"Fault(path={self.path!r}, expected={self.expected!r}, value={self.value!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Fault):
            return NotImplemented
        return (self.path, self.expected, self.value) == (other.path, other.expected, other.value)

    def __hash__(self) -> int:
        return hash((self.path, self.expected, self.value))


class DataError(FulianError, ValueError):
    """Data does not fit the vocabulary (数据不符): all its faults at once.

    Attributes:
        faults: Every fault found, in the order of the data; never empty.

    Example:
        >>> raise DataError([Fault(path="kind", expected="a known kind", value="'Plan'")])
        Traceback (most recent call last):
        ...
        fulian.errors.DataError: kind: expected a known kind, found 'Plan'
    """

    def __init__(self, faults: list[Fault] | tuple[Fault, ...]) -> None:
        self.faults = tuple(faults)
        lines = [str(fault) for fault in self.faults[:20]]
        if len(self.faults) > 20:
            lines.append(f"and {len(self.faults) - 20} more")
        super().__init__("\n".join(lines))
