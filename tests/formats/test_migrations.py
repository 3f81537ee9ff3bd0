"""Data of every version that fulian ever wrote can still be read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import fulian
from fulian import formats
from fulian.formats import migrations

SPECIMENS = sorted(Path(__file__).parent.joinpath("specimens").glob("version-*.json"))


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda file: file.stem)
def test_a_specimen_is_read(specimen: Path) -> None:
    """The specimen gives the report that it was made from."""
    report = formats.load(specimen)
    assert isinstance(report, fulian.CityReport)
    assert report.year == 2016
    assert [figure.quantity.text for figure in report.achievements[0].observations] == ["44场", "1.25亿元"]
    assert str(report.commitments[0].due) == "2017/2020"


def test_the_current_version_has_a_specimen_as_it_is_written() -> None:
    """Writing the current version's specimen again changes nothing, so that no change of form goes unnoticed."""
    specimen = SPECIMENS[-1]
    assert specimen.stem == f"version-{migrations.CURRENT}"
    text = specimen.read_text(encoding="utf-8")
    assert json.loads(formats.dumps(formats.loads(text))) == json.loads(text)


def test_every_older_version_has_a_step_and_a_specimen() -> None:
    """Each version before the current one has its step, and its specimen is kept."""
    older = [str(version) for version in range(1, int(migrations.CURRENT))]
    assert list(migrations.STEPS) == older
    assert [specimen.stem for specimen in SPECIMENS] == [f"version-{one}" for one in [*older, migrations.CURRENT]]


def test_steps_are_taken_one_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """Data goes through every step from its version up to the current one."""

    def from_minus_1(envelope: dict[str, Any]) -> dict[str, Any]:
        return {**envelope, "fulian": "0", "kind": envelope["kind"].title()}

    def from_0(envelope: dict[str, Any]) -> dict[str, Any]:
        return {"fulian": "1", "kind": envelope["kind"], "data": envelope["content"]}

    monkeypatch.setattr(migrations, "STEPS", {"-1": from_minus_1, "0": from_0})
    assert formats.loads('{"fulian": "-1", "kind": "PERIOD", "content": "2014"}') == fulian.Period.year(2014)
