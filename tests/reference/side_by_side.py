"""An input given to the core and to the reference model, and the first difference."""

from collections.abc import Sequence
from typing import ParamSpec

from ringback.core import inputs as given

from .core_side import CoreSide
from .leanings import LEANINGS
from .model_side import seen
from .rules.model import Door, Model
from .rules.parts import Refused

P = ParamSpec("P")


class Different(AssertionError):
    """The core and the reference model do not agree."""


class SideBySide:
    """Gives one input to both sides, then compares all that can be seen."""

    def __init__(self) -> None:
        self.now = 0.0
        self.leaning = LEANINGS[0]
        self.core = CoreSide()
        self.model = Model(self._as_the_core_chose)
        self.told: list[str] = []

    def _as_the_core_chose(self, item: str, able: Sequence[str]) -> str:
        """R20: *random* may ring any of them; the model follows the core's choice."""
        nth = len([offer for offer in self.model.world.offers if offer.item == item])
        of_core = [agent for agent, rung_for in self.core.offers if rung_for == item]
        return of_core[nth] if nth < len(of_core) and of_core[nth] in able else able[0]

    def _give(
        self, story: str, core_input: given.Input, door: Door[P], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        self.told.append(f"{self.now:>8g}  {story}")
        code = self.core.give(self.now, core_input)
        codes: Sequence[str | None] = [None]
        try:
            self.model.happens(self.now, door, *args, **kwargs)
        except Refused as refused:
            codes = refused.codes
        self._compare(code, codes)

    def _compare(self, code: str | None, codes: Sequence[str | None]) -> None:
        """Where several things stand in the way, the core may name any of them."""
        core = self.core.seen() | {"refused": code, "next due": self.core.next_due()}
        model = seen(self.model.world) | {"refused": code if code in codes else codes}
        model |= {"next due": self.model.next_due()}
        differing = [
            f"{name}:\n    core  {core[name]}\n    rules {model[name]}"
            for name in core
            if core[name] != model[name]
        ]
        if differing:
            raise Different("\n".join(differing))
