from __future__ import annotations

import copy
import pickle

import pytest

from fulian.values import Qualifier, QuantityKind, Term


@pytest.mark.parametrize("vocabulary", [Qualifier, QuantityKind])
def test_a_member_is_its_value_and_knows_its_chinese_term(vocabulary: type[Term]) -> None:
    """A member equals and prints its English value; no two members share a Chinese term."""
    for member in vocabulary:
        assert member == member.value == str(member)
        assert vocabulary(member.value) is member
    assert len({member.zh for member in vocabulary}) == len(vocabulary)


@pytest.mark.parametrize("member", [*Qualifier, *QuantityKind])
def test_a_member_survives_pickle_and_copy(member: Term) -> None:
    """What comes back is the very member."""
    assert pickle.loads(pickle.dumps(member)) is member  # noqa: S301 - our own bytes
    assert copy.deepcopy(member) is member


def test_a_word_outside_the_vocabulary_is_refused() -> None:
    """The error is the one that enums raise."""
    with pytest.raises(ValueError, match="maybe"):
        Qualifier("maybe")
