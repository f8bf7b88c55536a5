"""One account driven by a seed: the same actions as the state machine, without its shrinking."""

import random
from collections.abc import Sequence

from .driver import Driver
from .numbers import Numbers
from .properties import NAMES
from .repertoire import possible

NUMBERS_PER_ACTION = 40


def run(seed: int, *, steps: int, only: Sequence[str] = NAMES) -> Driver:
    """Drive a random company to its rest; raises the first `Violation`."""
    chance = random.Random(seed)
    driver = Driver(only)
    driver.found(chance.randrange)
    try:
        for _ in range(steps):
            action = chance.choice(possible(driver))
            numbers = (chance.randrange(840) for _ in range(NUMBERS_PER_ACTION))
            action.do(driver, Numbers(*numbers))
        driver.come_to_rest()
    except Exception as broken:
        broken.add_note(f"seed {seed}, {steps} steps\n{driver.told()}")
        raise
    return driver
