"""The one contract of all phone worlds: its cases, and the proof that they leave nothing out.

A phone world's test module parametrizes one test by `CASES`, gives each case a `Stage` around its
driver, and ends with `check_coverage`. All of it must run in one process, in the order of the file.
"""

from collections.abc import Awaitable, Callable, Mapping

import pytest
from tests.contracts.agent_cases import AGENT_CASES
from tests.contracts.caller_cases import CALLER_CASES
from tests.contracts.conversation_cases import CONVERSATION_CASES
from tests.contracts.coverage import Coverage
from tests.contracts.customer_cases import CUSTOMER_CASES
from tests.contracts.outside_cases import OUTSIDE_CASES
from tests.contracts.recovery_cases import RECOVERY_CASES
from tests.contracts.stage import Stage
from tests.contracts.voicemail_cases import VOICEMAIL_CASES

from ringback.core.inputs import AgentFailureCause, FailureCause

Case = Callable[[Stage], Awaitable[None]]

CASES: tuple[Case, ...] = (
    *CALLER_CASES,
    *VOICEMAIL_CASES,
    *AGENT_CASES,
    *CUSTOMER_CASES,
    *CONVERSATION_CASES,
    *OUTSIDE_CASES,
    *RECOVERY_CASES,
)


def case_name(case: Case) -> str:
    return case.__name__


async def run_case(case: Case, stage: Stage, coverage: Coverage) -> None:
    await case(stage)
    coverage.cases_finished.add(case_name(case))


def check_coverage(
    coverage: Coverage, cannot_produce: Mapping[FailureCause | AgentFailureCause, str]
) -> None:
    """Fail when something the port declares was neither exercised nor excepted with a reason."""
    missed_cases = {case_name(case) for case in CASES} - coverage.cases_finished
    if missed_cases:
        pytest.skip(f"cases that did not run or did not pass: {sorted(missed_cases)}")
    assert coverage.missing(cannot_produce) == []
    assert coverage.needless(cannot_produce) == []
