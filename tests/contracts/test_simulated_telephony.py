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
async def test_contract(case: Case, coverage: Coverage) -> None:
    async with Stage(SimulatedDriver(), coverage) as stage:
        await run_case(case, stage, coverage)


def test_contract_exercises_all_that_the_port_declares(coverage: Coverage) -> None:
    check_coverage(coverage, SimulatedDriver().cannot_produce)
