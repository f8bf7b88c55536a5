"""Finds the number, name or recording behind a reference, for phones and screens."""

from collections.abc import Callable, Mapping
from pathlib import Path

from ringback.core.ids import AgentId, CustomerId, LineId
from ringback.core.world import World
from ringback.ports import Presentation

from .customers import CustomerRegister, displayable
from .outside_numbers import OutsideNumbers

_NOBODY = Presentation(number=None, name=None)


class AccountNumberBook:
    """The number book of one account; what is not known is shown without number and name.

    `phones` names agents' phones; `find_prompt` gives a recording's path without its ending.
    """

    def __init__(
        self,
        *,
        world: World,
        customers: CustomerRegister,
        line_numbers: Mapping[LineId, str],
        phones: Mapping[AgentId, str],
        outside_numbers: OutsideNumbers,
        find_prompt: Callable[[str], Path],
    ) -> None:
        self._world = world
        self._customers = customers
        self._line_numbers = line_numbers
        self._phones = phones
        self._outside_numbers = outside_numbers
        self._find_prompt = find_prompt

    def customer(self, customer_id: CustomerId) -> Presentation:
        customer = self._customers.find(customer_id)
        if customer is None:
            return _NOBODY
        return Presentation(customer.number, displayable(customer.name))

    def line(self, line_id: LineId) -> Presentation:
        line = self._world.lines.get(line_id)
        return Presentation(self._line_numbers.get(line_id), None if line is None else line.name)

    def agent(self, agent_id: AgentId) -> Presentation:
        agent = self._world.agents.get(agent_id)
        name = None if agent is None else agent.profile.name
        return Presentation(self._phones.get(agent_id), name)

    def outside_number(self, agent_id: AgentId) -> str | None:
        return self._outside_numbers.find(agent_id)

    def prompt(self, prompt: str) -> Path:
        return self._find_prompt(prompt)
