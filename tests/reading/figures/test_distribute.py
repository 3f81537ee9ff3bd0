"""分别: subjects and figures in turn, in one walk over a sentence."""

from __future__ import annotations

from typing import Any

from fulian.reading._pipeline import read_text
from fulian.reading.figures._distribute import distribute
from fulian.reading.figures._draft import Draft, Sentence
from fulian.reading.setting import Setting
from fulian.text.clauses import find_clauses
from fulian.text.quantities import find_quantities


class _Counting(list[Draft]):
    """A list that counts how many of its members were handed out by slices."""

    copied = 0

    def __getitem__(self, place: Any) -> Any:
        taken = super().__getitem__(place)
        if isinstance(place, slice):
            self.copied += len(taken)
        return taken


def test_each_subject_gets_its_own_figure() -> None:
    """Two subjects before 分别 share out the two figures behind it."""
    reading = read_text("2020年工作总结\n一、教育\n普高、职高在校生规模分别达2562人、1032人。")
    assert [one.label for one in reading.observations] == ["普高在校生规模", "职高在校生规模"]


def test_a_sentence_without_end_is_walked_over_once() -> None:
    """No figure of a long sentence is looked at again for each figure before it."""
    text = "培训妇女300人，" * 2000
    bounds = (0, len(text))
    found = find_quantities(text)
    sentence = Sentence(text, bounds, find_clauses(text, *bounds), found, [], [], Setting(), opens=True)
    drafts = _Counting(sentence.drafts)
    sentence.drafts = drafts
    distribute(sentence)
    assert len(drafts) == 2000
    assert drafts.copied <= 2 * len(drafts)
