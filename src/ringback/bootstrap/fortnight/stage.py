"""What the players of the fortnight share: time, phones, the engine, and the dice."""

from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from math import log
from random import Random

from ringback.bootstrap.account import Account
from ringback.config.settings import Settings
from ringback.core.flow import RingStep, TeamTarget
from ringback.core.ids import AgentId, LineId
from ringback.core.inputs import Request
from ringback.core.refusals import Refusal
from ringback.core.world import World
from ringback.runtime.note_desk import NoteRefused
from ringback.telephony.simulated.network import PhoneNetwork
from ringback.telephony.simulated.scheduler import Handler, VirtualScheduler

Wish = Callable[[], Awaitable[object]]


@dataclass(slots=True)
class Stage:
    """The running demo company in virtual time; wishes are granted one after the other."""

    account: Account
    settings: Settings
    network: PhoneNetwork
    time: VirtualScheduler
    chance: Random
    wishes: deque[Wish] = field(default_factory=deque)

    @property
    def world(self) -> World:
        return self.account.engine.world

    def after(self, seconds: float, handler: Handler) -> None:
        self.time.call_later(timedelta(seconds=seconds), handler)

    def ask(self, request: Request, actor: str = "operator") -> None:
        """Let somebody ask for something; a refusal is theirs to bear."""
        self.wishes.append(partial(self.account.engine.request, request, actor))

    async def pass_until(self, instant: datetime) -> None:
        """Let everything happen that is due until an instant."""
        settled = self.account.engine.settled
        while True:
            await settled()
            while self.wishes:
                await self._grant(self.wishes.popleft())
                await settled()
            due = self.time.next_due()
            if due is None or due > instant:
                break
            self.time.run_next()
        self.time.advance_to(instant)

    def lasts(self, mean: float, *, least: float = 0.0) -> float:
        """Draw how many seconds something takes that is mostly short and sometimes long."""
        return least - (mean - least) * 0.5 * (
            log(1.0 - self.chance.random()) + log(1.0 - self.chance.random())
        )

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    def teams_of_lines(self) -> Mapping[LineId, tuple[AgentId, ...]]:
        """Name who serves each line."""
        members = {team.id: team.team().members for team in self.settings.teams}
        flows = {flow.id: flow.flow().steps for flow in self.settings.flows}
        return {
            LineId(line.id): members[step.target.team_id]
            for line in self.settings.lines
            for step in flows[line.flow]
            if isinstance(step, RingStep) and isinstance(step.target, TeamTarget)
        }

    async def _grant(self, wish: Wish) -> None:
        with suppress(Refusal, NoteRefused):
            await wish()
