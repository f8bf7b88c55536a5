"""What agents and admins did on a past day: who was there, how they answered, what was set."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from ringback.core.events import (
    AccountConfigured,
    AgentCameBack,
    AgentConfigured,
    AgentStatusSet,
    AgentWentMissing,
    Fact,
    FlowPublished,
    LineConfigured,
    OfferAccepted,
    OfferDeclined,
    OffersMade,
    OffersRangOut,
    RingOutCause,
    StatusCause,
    TeamConfigured,
)
from ringback.core.ids import OfferId
from ringback.core.inputs import (
    AgentConnected,
    AgentConnectionLost,
    ConfigureAccount,
    ConfigureAgent,
    ConfigureLine,
    ConfigureTeam,
    Input,
    PublishFlow,
    SetAgentStatus,
)
from ringback.core.settings import AccountSettings, AgentStatus
from ringback.core.world import World


@dataclass(slots=True)
class Conduct:
    """How agents treated what rang them."""

    answered_after: list[float] = field(default_factory=list)
    declined: int = 0
    rang_out: int = 0

    @property
    def decline_share(self) -> float:
        return self.declined / self._rung if self._rung else 0.0

    @property
    def miss_share(self) -> float:
        return self.rang_out / self._rung if self._rung else 0.0

    @property
    def _rung(self) -> int:
        return len(self.answered_after) + self.declined + self.rang_out


class StaffReader:
    """Turns the facts of the day into the inputs that would bring them about again."""

    def __init__(self) -> None:
        self.happenings: list[tuple[datetime, Input]] = []
        self.conduct = Conduct()
        self._offered_at: dict[OfferId, datetime] = {}
        self._readers: dict[type[Any], Callable[[Fact, Any], None]] = {
            OffersMade: self._offered,
            OfferAccepted: self._accepted,
            OfferDeclined: self._declined,
            OffersRangOut: self._rang_out,
        }

    def read(self, fact: Fact) -> None:
        """Take one fact; what is not about the company's own people says nothing here."""
        happening = input_behind(fact)
        if happening is not None:
            self.happenings.append((fact.at, happening))
        reader = self._readers.get(type(fact.event))
        if reader is not None:
            reader(fact, fact.event)

    def _offered(self, fact: Fact, event: OffersMade) -> None:
        for terms in event.offers:
            self._offered_at[terms.offer_id] = fact.at

    def _accepted(self, fact: Fact, event: OfferAccepted) -> None:
        offered_at = self._offered_at.pop(event.offer_id, None)
        if offered_at is not None:
            self.conduct.answered_after.append((fact.at - offered_at).total_seconds())

    def _declined(self, fact: Fact, event: OfferDeclined) -> None:
        self.conduct.declined += 1

    def _rang_out(self, fact: Fact, event: OffersRangOut) -> None:
        if event.cause is RingOutCause.AGENT_TIME_OVER:
            self.conduct.rang_out += len(event.agent_ids)


def input_behind(fact: Fact) -> Input | None:
    """Name the input of a person that brought a fact about, for those that a replay repeats."""
    match fact.event:
        case AgentConfigured(profile):
            return ConfigureAgent(profile)
        case TeamConfigured(team):
            return ConfigureTeam(team)
        case FlowPublished(flow):
            return PublishFlow(flow)
        case LineConfigured(line):
            return ConfigureLine(line)
        case AccountConfigured(settings):
            return ConfigureAccount(_never_away_by_itself(settings))
        case AgentStatusSet(agent_id=agent_id, status=status, cause=StatusCause.CHOSEN):
            return SetAgentStatus(agent_id, status)
        case AgentWentMissing(agent_id):
            return AgentConnectionLost(agent_id)
        case AgentCameBack(agent_id):
            return AgentConnected(agent_id)
        case _:
            return None


def found_again(world: World) -> list[Input]:
    """List the inputs that make an empty account what this one is: who, which lines, who is on."""
    inputs: list[Input] = [ConfigureAccount(_never_away_by_itself(world.settings))]
    inputs += [ConfigureAgent(agent.profile) for agent in world.agents.values()]
    inputs += [ConfigureTeam(team) for team in world.teams.values()]
    inputs += [PublishFlow(flow.versions[flow.current]) for flow in world.flows.values()]
    inputs += [ConfigureLine(line) for line in world.lines.values()]
    for agent in world.agents.values():
        if agent.status is not AgentStatus.OFFLINE:
            inputs.append(SetAgentStatus(agent.id, agent.status))
        if agent.missing_since is not None:
            inputs.append(AgentConnectionLost(agent.id))
    return inputs


def _never_away_by_itself(settings: AccountSettings) -> AccountSettings:
    """Nobody comes back in a replay whom the system set to Do not disturb, so it sets nobody so."""
    return replace(settings, ring_outs_in_row_max=0)
