"""A desk phone that hears that it came too late is no busy phone for the next item (R22, R29)."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from .events import Event, Fact, LateAnswerTurnedAway, OffersWithdrawn, OrphanFound, WithdrawalCause
from .states import Offer, TurnedAway
from .world import World

TOLD_WITHIN = timedelta(seconds=10)
"""A phone that came too late has been told by then."""


# ---- decide ------------------------------------------------------------------------------


def is_told(world: World, offer: Offer, at: datetime) -> bool:
    """Say whether the phone that does not ring for this offer is busy with being told."""
    told = world.agents[offer.agent_id].turned_away
    return offer.accepted_at is None and told is not None and at < told.since + TOLD_WITHIN


def give_way(world: World, offer: Offer) -> Iterator[Event]:
    """Let the message end, so that the offer may come again."""
    told = world.agents[offer.agent_id].turned_away
    assert told is not None
    yield OrphanFound(told.leg_id)
    yield OffersWithdrawn(offer.item_id, (offer.agent_id,), WithdrawalCause.FAULT)


# ---- evolve ------------------------------------------------------------------------------


def _turned_away(world: World, fact: Fact, event: LateAnswerTurnedAway) -> None:
    if event.agent_id is not None:
        world.agents[event.agent_id].turned_away = TurnedAway(event.leg_id, fact.at)


def _let_go(world: World, fact: Fact, event: OrphanFound) -> None:
    for agent in world.agents.values():
        if agent.turned_away is not None and agent.turned_away.leg_id == event.leg_id:
            agent.turned_away = None


EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    LateAnswerTurnedAway: _turned_away,
    OrphanFound: _let_go,
}
