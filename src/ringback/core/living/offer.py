"""An agent being rung, and what one leg hears."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from ringback.core.ids import AgentId, ItemId, LegId, OfferId, PlaybackId
from ringback.core.settings import PhoneKind

from .legs import agent_leg
from .timed import sooner

CONFIRMING_MAX = timedelta(seconds=25)
"""How long an outside phone that was picked up may take to press 1."""


@dataclass(slots=True)
class Message:
    """What one leg hears before agent and customer hear each other."""

    leg_id: LegId
    playback_id: PlaybackId
    prompt: str
    since: datetime


@dataclass(slots=True)
class Offer:
    """One agent being rung for one item, or having accepted it."""

    id: OfferId
    item_id: ItemId
    agent_id: AgentId
    made_at: datetime
    ring_for_max: timedelta | None
    accepted_at: datetime | None = None
    phone_up: bool = False
    phone: PhoneKind = PhoneKind.BROWSER
    """What its agent's phone was when the offer was made."""
    question: Message | None = None
    """What an outside phone that was picked up is asked."""
    asked_at: datetime | None = None
    times_asked: int = 0

    @property
    def leg_id(self) -> LegId:
        return agent_leg(self.id)

    @property
    def rings_until(self) -> datetime | None:
        """Tell when this agent's ringing is over, if the step does not end before."""
        rung_out_at = None if self.ring_for_max is None else self.made_at + self.ring_for_max
        if self.asked_at is None:
            return rung_out_at
        return sooner(rung_out_at, self.asked_at + CONFIRMING_MAX)
