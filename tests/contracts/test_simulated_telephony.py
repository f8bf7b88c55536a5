"""The simulated phone world keeps the telephony contract."""

import pytest
from tests.contracts.coverage import Coverage
from tests.contracts.simulated_driver import SimulatedDriver
from tests.contracts.stage import Stage
from tests.contracts.telephony_contract import CASES, Case, case_name, check_coverage, run_case

pytestmark = pytest.mark.xdist_group("simulated-contract")


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return Coverage()


@pytest.mark.parametrize("case", CASES, ids=case_name)
async def test_simulated_world_keeps_the_contract(case: Case, coverage: Coverage) -> None:
    """What the case states holds in the simulated world."""
    async with Stage(SimulatedDriver(), coverage) as stage:
        await run_case(case, stage, coverage)

    assert case_name(case) in coverage.cases_finished


def test_contract_exercises_all_that_the_port_declares(coverage: Coverage) -> None:
    """Nothing in the port escapes the contract."""
    check_coverage(coverage, SimulatedDriver().cannot_produce)
