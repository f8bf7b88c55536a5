"""What routes are given: the services of the account of who asks, and what shows it."""

from typing import Annotated

from fastapi import Depends
from pydantic import BaseModel, Field
from starlette.requests import HTTPConnection

from ringback.access.principal import Principal

from .companies import company_of
from .live_feed import LiveFeed
from .permitting import GivenPrincipal
from .presenter import Presenter
from .services import Services
from .sight import Sight, sight_of


async def _services_at_once(connection: HTTPConnection) -> Services:
    return company_of(connection).services


async def _services(connection: HTTPConnection) -> Services:
    services = await _services_at_once(connection)
    await services.engine.committed()
    return services


async def _presenter(connection: HTTPConnection) -> Presenter:
    await _services(connection)
    return company_of(connection).presenter


async def _live_feed(connection: HTTPConnection) -> LiveFeed:
    return company_of(connection).live_feed


GivenServices = Annotated[Services, Depends(_services)]
"""For whoever shows or changes the account: given while nothing uncommitted is to be seen."""
ServicesAtOnce = Annotated[Services, Depends(_services_at_once)]
"""For whoever must answer even while the disk does not."""
GivenPresenter = Annotated[Presenter, Depends(_presenter)]
GivenLiveFeed = Annotated[LiveFeed, Depends(_live_feed)]


async def _sight(services: GivenServices, who: GivenPrincipal) -> Sight:
    return sight_of(who, services.engine.world)


GivenSight = Annotated[Sight, Depends(_sight)]
"""What who asks sees (R36)."""


class WhichAgent(BaseModel):
    """Who does it."""

    agent_id: str = Field(max_length=100, examples=["lea"])


def agent_actor(agent_id: str) -> str:
    return f"agent:{agent_id}"


def actor_of(who: Principal, agent_id: str | None) -> str:
    """Name who does something, in the journal: an agent, or else whoever is signed in."""
    return who.actor if agent_id is None else agent_actor(agent_id)
