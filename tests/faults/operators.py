"""Those who run the company: they change it, move callbacks and cancel them."""

from collections.abc import Callable
from typing import cast

from ringback.core.ids import AgentId
from ringback.core.inputs import ForgetCustomers, Input, Request
from tests.core import actions, mishaps
from tests.core.driver import Driver
from tests.core.numbers import Numbers

from .persons import Persons, mostly_plain

NUMBERS_PER_ACTION = 40
CHANGES = (
    mishaps.account_is_changed,
    mishaps.line_is_changed,
    mishaps.flow_is_published,
    mishaps.flow_is_edited,
    mishaps.team_is_changed,
    mishaps.agent_is_changed,
)


class Operators(Persons):
    """They do what the random lives of the core do too, by requests to the server of the moment."""

    def change_the_company(self) -> None:
        self._do(self.chance.choice(CHANGES))

    def move_a_callback(self) -> None:
        self._do(actions.supervisor_moves)

    def cancel_a_callback(self) -> None:
        self._do(mishaps.callback_is_cancelled)

    def erase_a_customer(self) -> None:
        """Mostly one of whom something waits."""
        if self.server is None:
            return
        waiting = [*self.world.callbacks.values(), *self.world.follow_ups.values()]
        concerned = [each.customer_id for each in waiting if each.customer_id is not None]
        everybody = [customer.id for customer in self.server.account.customers.named]
        customer_id = self.one_of(concerned if concerned and self.happens(0.7) else everybody)
        if customer_id is not None:
            self.server.erase(customer_id, "operator")

    def forget_customers(self) -> None:
        """As if some had not been seen for years."""
        if self.server is None:
            return
        named = [customer.id for customer in self.server.account.customers.named]
        customer_id = self.one_of(named)
        if customer_id is not None:
            self.ask(ForgetCustomers((customer_id,)), "clock")

    @property
    def agent_ids(self) -> list[AgentId]:
        return list(self.world.agents)

    def give(self, given: Input, actor: str = "operator") -> None:
        """Take what an action gives, as a request."""
        assert isinstance(given, Request)
        self.ask(given, actor)

    def _do(self, action: Callable[[Driver, Numbers], None]) -> None:
        if self.server is None or not self.world.agents:
            return
        pick = mostly_plain(self.chance)
        numbers = Numbers(*(pick(840) for _ in range(NUMBERS_PER_ACTION)))
        action(cast(Driver, self), numbers)
