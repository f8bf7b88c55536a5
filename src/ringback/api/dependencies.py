"""What routes are given: the services of the running account and what shows it."""

from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from .live_feed import LiveFeed
from .presenter import Presenter
from .services import Services

OPERATOR = "operator"
API = "api"


def _services(connection: HTTPConnection) -> Services:
    services: Services = connection.app.state.services
    return services


def _presenter(connection: HTTPConnection) -> Presenter:
    presenter: Presenter = connection.app.state.presenter
    return presenter


def _live_feed(connection: HTTPConnection) -> LiveFeed:
    feed: LiveFeed = connection.app.state.live_feed
    return feed


GivenServices = Annotated[Services, Depends(_services)]
GivenPresenter = Annotated[Presenter, Depends(_presenter)]
GivenLiveFeed = Annotated[LiveFeed, Depends(_live_feed)]


def agent_actor(agent_id: str) -> str:
    return f"agent:{agent_id}"
