"""Outside numbers are checked before they are taken, and kept beside the journal."""

import stat
from pathlib import Path

import pytest

from ringback.bootstrap.kept_numbers import FILE, outside_numbers
from ringback.config.company import AgentEntry
from ringback.config.settings import Settings
from ringback.core.ids import AgentId, FlowId, LineId
from ringback.core.settings import DiallingPolicy, Line
from ringback.runtime.outside_numbers import (
    OutsideNumberProblem,
    OutsideNumberRefused,
    callable_countries,
    masked,
    read_outside_number,
)

LEA = AgentId("lea")
LINES = ("+33199001000",)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ("", "invalid"),
        ("hello", "invalid"),
        ("+33 6 12 34 56 7", "invalid"),
        ("06 12 34 56 78; DROP", "invalid"),
        ("0899701234", "premium"),
        ("3639", "short"),
        ("112", "emergency"),
        ("+442079460000", "country"),
        ("01 99 00 10 00", "own-line"),
    ],
)
def test_numbers_on_which_no_call_may_ring_are_refused(raw: str, problem: str) -> None:
    """R48 for agents' numbers: each with its own code."""
    with pytest.raises(OutsideNumberRefused) as refused:
        read_outside_number(raw, countries=["FR"], line_numbers=LINES)

    assert refused.value.problem is OutsideNumberProblem(problem)


@pytest.mark.parametrize("raw", ["06 12 34 56 78", "0033612345678", "+33612345678"])
def test_number_is_kept_in_one_written_form(raw: str) -> None:
    """R10: however it was written."""
    read = read_outside_number(raw, countries=["FR", "GB"], line_numbers=LINES)

    assert read == "+33612345678"


def test_countries_are_those_where_lines_may_call() -> None:
    """Their own first, then those of their dialling policies; without a line none."""
    paris = Line(LineId("p"), "p", "FR", "fr", FlowId("f"), dialling=DiallingPolicy(("BE", "FR")))
    london = Line(LineId("l"), "l", "GB", "en", FlowId("f"))

    assert callable_countries([paris, london]) == ["FR", "GB", "BE"]
    with pytest.raises(OutsideNumberRefused):
        read_outside_number("+33612345678", countries=[], line_numbers=())


def test_number_is_shown_by_its_ends_alone() -> None:
    """As in the logs."""
    assert masked("+33612345678") == "+33***78"


def test_number_that_was_set_survives_a_restart_until_the_file_changes(tmp_path: Path) -> None:
    """What an agent has set holds; an operator who changes the settings' file has the last word."""
    first = outside_numbers(_settings(tmp_path, "+33612345601"))
    first.set(LEA, "+33612345602")

    kept = outside_numbers(_settings(tmp_path, "+33612345601")).find(LEA)
    changed = outside_numbers(_settings(tmp_path, "+33612345603")).find(LEA)

    assert (kept, changed) == ("+33612345602", "+33612345603")
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_number_is_unknown_until_somebody_gives_one(tmp_path: Path) -> None:
    """A damaged file is no reason not to start."""
    (tmp_path / FILE).write_text("{")

    assert outside_numbers(_settings(tmp_path, None)).find(LEA) is None


def _settings(data: Path, number: str | None) -> Settings:
    agent = AgentEntry(id="lea", name="Léa", outside_number=number)
    return Settings(data_directory=data, agents=(agent,))
