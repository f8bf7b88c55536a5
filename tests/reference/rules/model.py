"""The reference model: an account to which one thing happens after another.

Small, slow and written from the rules alone; it shares no line with the program.
"""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from .parts import Chooser, World
from .timing import advance, next_due, settle_input

P = ParamSpec("P")

Door = Callable[Concatenate[World, P], None]
"""One kind of input: a function of the world and of what is told."""


class Model:
    """One account."""

    def __init__(self, choose: Chooser) -> None:
        self.world = World(choose)

    def next_due(self) -> float | None:
        return next_due(self.world)

    def happens(self, at: float, door: Door[P], *args: P.args, **kwargs: P.kwargs) -> None:
        """R28: what was due first, then the input, then endings and one pass."""
        advance(self.world, at)
        try:
            door(self.world, *args, **kwargs)
        finally:
            settle_input(self.world)
