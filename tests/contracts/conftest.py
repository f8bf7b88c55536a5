"""Show what an assertion compared, also in the modules of the contract's cases."""

import pytest

pytest.register_assert_rewrite(
    "tests.contracts.caller_cases",
    "tests.contracts.agent_cases",
    "tests.contracts.customer_cases",
    "tests.contracts.recovery_cases",
    "tests.contracts.telephony_contract",
)
