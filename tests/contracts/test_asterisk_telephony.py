"""A real Asterisk keeps the telephony contract."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.contracts.asterisk_driver import AsteriskDriver
from tests.contracts.asterisk_of_the_cast import asterisk_of_the_cast
from tests.contracts.coverage import Coverage
from tests.contracts.stage import Stage
from tests.contracts.telephony_contract import CASES, Case, case_name, check_coverage, run_case
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.program import require_programs

from ringback.telephony.asterisk.private_asterisk import AsteriskUnavailable

pytestmark = [pytest.mark.phones, pytest.mark.slow]


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return Coverage()


@pytest.fixture(scope="module")
def asterisk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAsterisk]:
    require_programs("baresip", "sipp")
    try:
        with asterisk_of_the_cast(tmp_path_factory.mktemp("asterisk")) as running:
            yield running
    except AsteriskUnavailable as unavailable:
        pytest.skip(str(unavailable))


@pytest.mark.parametrize("case", CASES, ids=case_name)
async def test_real_asterisk_keeps_the_contract(
    case: Case, coverage: Coverage, asterisk: RunningAsterisk, tmp_path: Path
) -> None:
    """What the case states holds on a real Asterisk, with real telephones."""
    async with Stage(AsteriskDriver(asterisk, tmp_path), coverage) as stage:
        await run_case(case, stage, coverage)

    assert case_name(case) in coverage.cases_finished


def test_contract_exercises_all_that_the_port_declares(coverage: Coverage) -> None:
    """Nothing in the port escapes the contract."""
    check_coverage(coverage, AsteriskDriver.cannot_produce)
