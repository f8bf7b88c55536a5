"""Plays what agents and supervisors do about the callbacks that are left to people."""

from collections.abc import Sequence
from functools import partial

from ringback.core.events import (
    AlertRaised,
    CallbackClosed,
    CallbackRequested,
    Fact,
    OutcomeCorrected,
    RequestMode,
)
from ringback.core.ids import AgentId, CallbackId
from ringback.core.inputs import (
    CallByHand,
    CancelCallback,
    CancelReason,
    DismissAlert,
    DismissCallback,
)
from ringback.core.states import AVAILABLE, Callback

from .stage import Stage

DISMISS_SHARE = 0.2
"""Of the callbacks on the list, those that somebody takes off without calling."""


class Listed:
    """Sees to the list of those to call by hand, and to alerts."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._agents_of = stage.teams_of_lines()

    def follow(self, facts: Sequence[Fact]) -> None:
        for fact in facts:
            match fact.event:
                case CallbackRequested(callback_id=callback_id, mode=RequestMode.MANUAL):
                    self._look_later(callback_id, 900)
                case CallbackClosed(callback_id=callback_id):
                    self._look_later(callback_id, 2400)
                case OutcomeCorrected(callback_id=callback_id, listed=True):
                    self._look_later(callback_id, 3600)
                case AlertRaised(alert_id=alert_id):
                    seen = partial(self._stage.ask, DismissAlert(alert_id))
                    self._stage.after(self._stage.lasts(1200), seen)
                case _:
                    pass

    def clear(self) -> None:
        """Leave nothing to be done by anybody."""
        world = self._stage.world
        for callback_id in world.callbacks:
            self._stage.ask(CancelCallback(callback_id, CancelReason.BY_USER))
        for callback in world.follow_ups.values():
            by = callback.claimed_by or self._agents_of[callback.line_id][0]
            self._stage.ask(DismissCallback(callback.id, by), f"agent:{by}")
        for alert_id in world.alerts:
            self._stage.ask(DismissAlert(alert_id))

    def _look_later(self, callback_id: CallbackId, seconds: float) -> None:
        look = partial(self._look, callback_id)
        self._stage.after(self._stage.lasts(seconds, least=seconds / 6), look)

    def _look(self, callback_id: CallbackId) -> None:
        """Call or dismiss what is still listed, if there is somebody to do so."""
        world = self._stage.world
        callback = world.follow_ups.get(callback_id) or world.callbacks.get(callback_id)
        if callback is None:
            return
        agent_id = self._free_agent(callback)
        if agent_id is not None:
            dismisses = self._stage.happens(DISMISS_SHARE)
            request = (DismissCallback if dismisses else CallByHand)(callback_id, agent_id)
            self._stage.ask(request, f"agent:{agent_id}")
        self._look_later(callback_id, 1800)

    def _free_agent(self, callback: Callback) -> AgentId | None:
        agents = self._stage.world.agents
        for agent_id in self._agents_of[callback.line_id]:
            if agents[agent_id].standing is AVAILABLE:
                return agent_id
        return None
