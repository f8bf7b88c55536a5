"""Those who run the company: they change it, move callbacks and cancel them."""

from collections.abc import Callable
from typing import cast

from ringback.core.ids import AgentId
from ringback.core.inputs import Input, Request
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
