"""Every error carries its facts as attributes, and loses none of them on the way to another process."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import pytest

from fulian.errors import DataError, Fault, FulianError, ParseError, ReadError, SourceError

FAULTS = (
    Fault(path="data.year", expected="a whole number", value="'2014'"),
    Fault(path="data.title", expected="text", value="7"),
)
EXAMPLES: dict[type[FulianError], FulianError] = {
    FulianError: FulianError("anything"),
    ReadError: ReadError(file="report.pdf", found="a PDF file", expected="text", extra="files"),
    ParseError: ParseError(text="湘妇字1号", position=3, expected="a year in brackets"),
    SourceError: SourceError(document_id="d1", start=0, end=3, quote="44场", found="45场"),
    DataError: DataError(FAULTS),
}


def below(cls: type[FulianError]) -> list[type[FulianError]]:
    """Give a class and all classes under it."""
    return [cls, *(deeper for child in cls.__subclasses__() for deeper in below(child))]


def pickled(error: FulianError) -> FulianError:
    """Send an error through pickle."""
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert isinstance(back, FulianError)
    return back


def test_every_error_has_an_example() -> None:
    """A new class under the root is held to these laws too."""
    ours = {cls for cls in below(FulianError) if cls.__module__.startswith("fulian.")}
    assert ours == set(EXAMPLES)


@pytest.mark.parametrize("error", EXAMPLES.values(), ids=[cls.__name__ for cls in EXAMPLES])
@pytest.mark.parametrize("travel", [pickled, copy.copy, copy.deepcopy])
def test_an_error_survives_pickle_and_copy(error: FulianError, travel: Callable[[FulianError], FulianError]) -> None:
    """Class, message, arguments and every attribute come back."""
    back = travel(error)
    assert type(back) is type(error)
    assert (str(back), back.args, vars(back)) == (str(error), error.args, vars(error))


def test_notes_travel_with_an_error() -> None:
    """What a caller added to an error is kept."""
    error = ParseError(text="一体", position=1, expected="a digit")
    error.add_note("in paragraph 3")
    assert pickled(error).__notes__ == ["in paragraph 3"]


@pytest.mark.parametrize(
    ("error", "caught_as"),
    [(ReadError, OSError), (ParseError, ValueError), (SourceError, ValueError), (DataError, ValueError)],
)
def test_a_stranger_can_catch_what_python_would_raise(error: type[FulianError], caught_as: type[Exception]) -> None:
    """Each kind of error is also the built-in that fits it."""
    assert issubclass(error, caught_as)
    assert issubclass(error, FulianError)


def test_a_read_error_names_file_expectation_and_extra() -> None:
    """The message says what to install; without a file it speaks of data."""
    assert str(EXAMPLES[ReadError]) == (
        "report.pdf: expected text, found a PDF file; install it with: pip install 'fulian[files]'"
    )
    error = ReadError(file=None, found="nothing", expected="text")
    assert str(error) == "data: expected text, found nothing"
    assert (error.file, error.found, error.expected, error.extra) == (None, "nothing", "text", None)


def test_a_parse_error_shows_text_place_and_expectation() -> None:
    """A long text is shortened, and its end is called the end; the attributes keep all of it."""
    assert str(EXAMPLES[ParseError]) == "'湘妇字1号' at 3: expected a year in brackets, found '1号'"
    long = ParseError(text="妇" * 80, position=80, expected="号")
    assert str(long) == f"{'妇' * 57 + '…'!r} at 80: expected 号, found the end"
    assert (long.text, long.position, long.expected) == ("妇" * 80, 80, "号")


def test_a_source_error_shows_both_quotes() -> None:
    """Document, bounds, the quote that should stand there and the one that does."""
    assert str(EXAMPLES[SourceError]) == "document d1, 0 to 3: expected '44场', found '45场'"


def test_a_data_error_lists_all_its_faults() -> None:
    """One line a fault, in the order of the data."""
    assert str(EXAMPLES[DataError]) == (
        "data.year: expected a whole number, found '2014'\ndata.title: expected text, found 7"
    )
    many = DataError([FAULTS[0]] * 25)
    assert len(many.faults) == 25
    assert str(many).splitlines()[20:] == ["and 5 more"]


def test_faults_are_equal_where_their_facts_are() -> None:
    """Equal faults have equal hashes, copies are equal, and the repr builds the fault."""
    one, other = FAULTS
    assert one == Fault(path="data.year", expected="a whole number", value="'2014'")
    assert hash(one) == hash(copy.deepcopy(one))
    assert one != other
    assert one != "data.year"
    assert eval(repr(one)) == one  # noqa: S307 - our own repr
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes
