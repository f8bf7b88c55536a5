"""Random lives of an account, found and shrunk by Hypothesis, held to every property."""

import os

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from hypothesis.stateful import run_state_machine_as_test as check_every_life

from .driver import Driver
from .numbers import Numbers
from .repertoire import possible

EXAMPLES = int(os.environ.get("TEST_EXAMPLES", "150"))
"""How many lives one run tries: more of them, and never the same, for a long run."""
STEPS = int(os.environ.get("TEST_STEPS", "60"))

settings.register_profile(
    "properties",
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
settings.register_profile("ci", settings.get_profile("properties"), derandomize=True, database=None)

FOUNDING = st.binary(min_size=84, max_size=84)
CHOICES = st.binary(min_size=2, max_size=8)


class Account(RuleBasedStateMachine):
    """One account; what happens next is drawn from the table of actions."""

    def __init__(self) -> None:
        super().__init__()
        self.driver = Driver()
        self.sound = False

    @initialize(numbers=FOUNDING)
    def found(self, numbers: bytes) -> None:
        self.driver.found(Numbers(*numbers))
        self.sound = True

    @rule(data=st.data(), numbers=CHOICES)
    def something_happens(self, data: st.DataObject, numbers: bytes) -> None:
        """Let something happen; a failure prints all that was given so far."""
        self.sound = False
        action = data.draw(st.sampled_from(possible(self.driver)), label="action")
        try:
            action.do(self.driver, Numbers(*numbers))
        except Exception as broken:
            broken.add_note(self.driver.told())
            raise
        self.sound = True

    def teardown(self) -> None:
        if self.sound:
            self.driver.come_to_rest()


def test_every_life_of_an_account_keeps_the_properties() -> None:
    """S1 to S23, L1 to L4 hold after every step, whatever happens."""
    profile = "ci" if os.environ.get("CI") else "properties"

    check_every_life(Account, settings=settings.get_profile(profile))
