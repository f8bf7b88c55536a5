"""Bugs planted in the ways of outside phones and their checks' worth."""

from collections.abc import Iterator
from typing import Any

import pytest

from ringback.core import offer
from ringback.core import step as stepping
from ringback.core.inputs import AgentPhoneAnswered

from .planted_bugs import PlantedBug


def _accept_whatever_picks_up(patch: pytest.MonkeyPatch) -> None:
    def decide(world: Any, report: AgentPhoneAnswered, at: Any) -> Iterator[Any]:
        yield from offer.decide_answered(world, report, at)

    patch.setitem(stepping.DECIDE, AgentPhoneAnswered, decide)


PLANTED_OUTSIDE: tuple[PlantedBug, ...] = (
    PlantedBug("S8", "A voicemail that picks up has accepted.", _accept_whatever_picks_up),
)
