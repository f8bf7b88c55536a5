"""Everybody of one life, and how often each does what."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from ringback.telephony.simulated.network import PhoneNetwork
from ringback.telephony.simulated.phones import PhoneState

from .agents import Agents
from .callers import Callers
from .mishaps import Mishaps
from .operators import Operators
from .phone_watch import PhoneWatch
from .server import Server

ON_A_PHONE = (PhoneState.IN_CALL, PhoneState.CALLING, PhoneState.REFUSED)


class People:
    """Callers, agents and operators, who do one thing after the other by chance."""

    def __init__(
        self, chance: Random, network: PhoneNetwork, watch: PhoneWatch, mishaps: Mishaps
    ) -> None:
        self._chance = chance
        self.callers = Callers(chance, network, watch, mishaps)
        self.agents = Agents(chance, network, watch, mishaps)
        self.operators = Operators(chance, network, watch, mishaps)

    def turn_to(self, server: Server | None) -> None:
        """Take up with another server, or with none."""
        for persons in (self.callers, self.agents, self.operators):
            persons.server = server

    def do_something(self) -> None:
        """One person does one thing, if it can be done at the moment."""
        action = self._chance.choices(ACTIONS, WEIGHTS)[0]
        if self.agents.server is not None or not action.needs_server:
            action.do(self)

    def everybody_goes_home(self) -> None:
        """Whoever is on a phone hangs up."""
        for phone in (*self.callers.phones, *self.agents.phones()):
            if phone.state in ON_A_PHONE:
                phone.hang_up()


@dataclass(frozen=True)
class Action:
    """Something a person does, and how often."""

    do: Callable[[People], None]
    weight: int
    needs_server: bool = True


ACTIONS = (
    Action(lambda people: people.callers.call(), 14, needs_server=False),
    Action(lambda people: people.callers.press_a_key(), 20, needs_server=False),
    Action(lambda people: people.callers.hang_up(), 3, needs_server=False),
    Action(lambda people: people.callers.be_called_back(), 4, needs_server=False),
    Action(lambda people: people.agents.pick_up(), 8, needs_server=False),
    Action(lambda people: people.agents.change_manner(), 2, needs_server=False),
    Action(lambda people: people.agents.come_back(), 6, needs_server=False),
    Action(lambda people: people.agents.press_outside(), 8, needs_server=False),
    Action(lambda people: people.agents.accept(), 18),
    Action(lambda people: people.agents.two_accept_at_once(), 6),
    Action(lambda people: people.agents.decline(), 3),
    Action(lambda people: people.agents.mute_hold_or_transfer(), 5),
    Action(lambda people: people.agents.consult(), 8),
    Action(lambda people: people.agents.write_a_note(), 2),
    Action(lambda people: people.agents.hang_up(), 8),
    Action(lambda people: people.agents.change_status(), 5),
    Action(lambda people: people.agents.correct(), 3),
    Action(lambda people: people.agents.end_wrap_up(), 8),
    Action(lambda people: people.agents.work_the_list(), 6),
    Action(lambda people: people.operators.cancel_a_callback(), 1),
    Action(lambda people: people.operators.move_a_callback(), 2),
    Action(lambda people: people.operators.erase_a_customer(), 2),
    Action(lambda people: people.operators.forget_customers(), 1),
    Action(lambda people: people.operators.change_the_company(), 1),
)
WEIGHTS = [action.weight for action in ACTIONS]
