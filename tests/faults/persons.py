"""What all people of a life have: their chance, the phones, and the server of the moment."""

from dataclasses import dataclass
from random import Random
from typing import TypeVar

from ringback.core.inputs import Request
from ringback.core.world import World
from ringback.ports import OutsideTransfer
from ringback.telephony.simulated.network import PhoneNetwork
from tests.core import company

from .mishaps import Mishaps
from .phone_watch import PhoneWatch
from .server import Server

Choice = TypeVar("Choice")


@dataclass
class Persons:
    """People of one kind. Nothing is done where it makes no sense at the moment."""

    chance: Random
    network: PhoneNetwork
    watch: PhoneWatch
    mishaps: Mishaps
    server: Server | None = None

    @property
    def world(self) -> World:
        """The world as the server's pages show it."""
        assert self.server is not None
        return self.server.engine.world

    def ask(self, request: Request | OutsideTransfer, actor: str) -> None:
        """Make a request, if there is a server to make it to."""
        if self.server is not None:
            self.server.ask(request, actor)

    def one_of(self, choices: list[Choice]) -> Choice | None:
        return self.chance.choice(choices) if choices else None

    def happens(self, share: float) -> bool:
        return self.chance.random() < share


def mostly_plain(chance: Random) -> company.Pick:
    """Choose the plainest every other time, so that most callers find agents to call them back."""
    return lambda choices: 0 if chance.random() < 0.5 else chance.randrange(choices)
