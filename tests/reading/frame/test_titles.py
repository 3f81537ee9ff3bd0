"""The lines of a title, where it takes more than one."""

from __future__ import annotations

import pytest

import fulian


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("某县妇联2021年工作总结和", "2022年工作思路"), "某县妇联2021年工作总结和2022年工作思路"),
        (("某县妇联2021年工作总结", "暨2022年工作思路"), "某县妇联2021年工作总结暨2022年工作思路"),
    ],
)
def test_a_title_that_breaks_off_goes_on_in_the_next_line(lines: tuple[str, str], title: str) -> None:
    """Its second half is no heading of plans, under which deeds would be planned."""
    reading = fulian.read_text(
        "\n".join(lines) + "\n一、2021年主要工作\n（一）办班。办厨艺班5期。\n（二）走访。走访30户。"
    )
    assert reading.document.title == title
    assert [one.status for one in reading.observations] == ["actual", "actual"]
