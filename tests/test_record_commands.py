"""Making the records again on the command line."""

from pathlib import Path

from tests.scenarios.stage import VOICEMAIL, Stage, ring
from tests.served import ringback
from tests.test_cli_reading import journal_of, printed


def test_records_are_made_again_and_read(tmp_path: Path) -> None:
    """A journal without records, as an upgrade finds it, has them afterwards."""
    stage = Stage("x", steps=[ring(ring_for=3600), VOICEMAIL])
    stage.occupy("x")
    callback = stage.ask(stage.arrive())
    journal_of(stage, tmp_path / "data")

    before = printed(tmp_path / "data", "callbacks")
    ran = ringback("records", "rebuild", data=tmp_path / "data")

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == f"The records were made again from {len(stage.facts)} facts.\n"
    assert [row["id"] for row in before] == [callback]
    assert printed(tmp_path / "data", "callbacks") == before


def test_rebuilding_without_a_journal_is_one_sentence(tmp_path: Path) -> None:
    """There is nothing to make them from, and none is made."""
    data = tmp_path / "data"
    data.mkdir()

    ran = ringback("records", "rebuild", data=data)

    assert ran.returncode == 4
    assert ran.stderr.endswith("yet; `ringback serve` makes it.\n")
    assert list(data.iterdir()) == []
