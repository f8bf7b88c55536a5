"""Replays callers and agents through the core in virtual time.

The core decides everything; this module only plays the world around it: it turns the core's
effects into the reports that phones, agents and customers would send, each at its time.
"""

import heapq
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from ringback.core.effects import DialCustomer, HangUp, PlayPrompt, RingAgent
from ringback.core.events import (
    AgentFreed,
    CallbackRequested,
    CallConnected,
    CustomerReached,
    DialIntended,
    Fact,
    QueueJoined,
)
from ringback.core.ids import AgentId, CallbackId, CallId, LegId
from ringback.core.inputs import (
    AgentPhoneAnswered,
    AgentPhoneDeclined,
    CallArrived,
    ConfigureAgent,
    CustomerAnswered,
    CustomerRinging,
    DigitPressed,
    Input,
    LegEnded,
    PromptFinished,
    TimePassed,
)
from ringback.core.step import next_deadline, step
from ringback.core.world import World

from .at_work import AtWork
from .callers import Caller
from .company import GREETING_PROMPT, call_type_of, found_company, profile
from .roster import Roster
from .scenario import Scenario
from .tally import Tally

PROGRESS_EVERY = 250
HAPPENINGS_MAX = 500_000_000

Handler = Callable[[Any], None]


class Run:
    """One replay. `go` returns what was counted, also when it was interrupted."""

    def __init__(
        self, begins: datetime, callers: Sequence[Caller], roster: Roster, scenario: Scenario
    ) -> None:
        self.begins = begins
        self.now = begins
        self.world = World()
        self.tally = Tally()
        self.finished = False
        self._scenario = scenario
        self._roster = roster
        self._callers = {caller.call_id: caller for caller in callers}
        self._arrived = 0
        self._chance = Random(scenario.seed + 1)  # noqa: S311
        self._heap: list[tuple[datetime, int, Handler, Any]] = []
        self._order = 0
        self._asked: dict[CallbackId, Caller] = {}
        self._dialled: dict[LegId, tuple[Caller, AgentId]] = {}
        self._wrap_ups: dict[AgentId, int] = {}
        self._at_work = AtWork(self)
        self._counters = self.tally.counters()
        self._reactions: dict[type[Any], Callable[[Fact, Any], None]] = {
            QueueJoined: self._lose_patience_later,
            CallConnected: self._end_conversation_later,
            CallbackRequested: self._remember_request,
            DialIntended: self._remember_dial,
            CustomerReached: self._end_called_back_later,
            AgentFreed: self._leave_if_due,
        }
        self._performers: dict[type[Any], Handler] = {
            PlayPrompt: self._play,
            RingAgent: self._ring,
            DialCustomer: self._dial,
            HangUp: self._hang_up,
        }

    def go(
        self,
        *,
        progress: Callable[[int, int], None] = lambda done, total: None,
        interrupted: Callable[[], bool] = lambda: False,
    ) -> Tally:
        """Run to the end of the list and of every callback, or until interrupted."""
        self._set_up()
        for happenings in range(HAPPENINGS_MAX):
            if happenings % PROGRESS_EVERY == 0:
                progress(self._arrived, len(self._callers))
                if interrupted():
                    break
            if not self._go_on():
                self.finished = True
                break
        progress(self._arrived, len(self._callers))
        self.tally.close(self.now)
        return self.tally

    def at(self, seconds: float) -> datetime:
        """Name the instant so many seconds after the list's first midnight."""
        return self.begins + timedelta(seconds=seconds)

    def schedule(self, instant: datetime, handler: Handler, argument: Any) -> None:
        """Let something happen at an instant; what is scheduled first happens first."""
        self._order += 1
        heapq.heappush(self._heap, (instant, self._order, handler, argument))

    def give(self, given: Input, actor: str) -> None:
        """Give the core one input, count its facts, and perform its effects."""
        chance = self._chance.getrandbits(32)
        done = step(self.world, given, at=self.now, chance=chance, actor=actor)
        counters, reactions = self._counters, self._reactions
        for fact in done.facts:
            kind = type(fact.event)
            count = counters.get(kind)
            if count is not None:
                count(fact, fact.event)
            react = reactions.get(kind)
            if react is not None:
                react(fact, fact.event)
        for effect in done.effects:
            perform = self._performers.get(type(effect))
            if perform is not None:
                perform(effect)

    # ---- time --------------------------------------------------------------------------

    def _set_up(self) -> None:
        callers = list(self._callers.values())
        types = sorted({call_type_of(caller.line_id) for caller in callers})
        greeting = any(caller.greeting or caller.leaves_early for caller in callers)
        plan = self._scenario.line
        self.now = min([self.begins, *(self.at(s.begins) for s in self._roster.shifts)])
        for given in found_company(types, self._roster.agents, plan, greeting=greeting):
            self.give(given, "operator")
        self._at_work.schedule_all(self._roster, types)
        for caller in callers:
            self.schedule(self.at(caller.arrives), self._arrive, caller)

    def _go_on(self) -> bool:
        """Let the next thing happen, in the list or in the core; tell whether there was one."""
        due = next_deadline(self.world)
        if self._is_over():
            return False
        if self._heap and (due is None or self._heap[0][0] <= due):
            self.now, _, handler, argument = heapq.heappop(self._heap)
            handler(argument)
            return True
        if due is None:
            return False
        self.now = max(due, self.now)
        self.give(TimePassed(), "clock")
        return True

    def _is_over(self) -> bool:
        """When everybody has come and gone, the rest of the roster changes nothing."""
        world = self.world
        open_items = world.calls or world.callbacks or world.outbound_calls
        return self._arrived == len(self._callers) and not open_items

    def _after(self, seconds: float, handler: Handler, argument: Any) -> None:
        self.schedule(self.now + timedelta(seconds=seconds), handler, argument)

    # ---- callers -----------------------------------------------------------------------

    def _arrive(self, caller: Caller) -> None:
        self._arrived += 1
        given = CallArrived(caller.call_id, caller.line_id, caller.customer_id, caller.destination)
        self.give(given, "phone")

    def _play(self, effect: PlayPrompt) -> None:
        caller = self._callers[CallId(effect.leg_id)]
        if effect.prompt != GREETING_PROMPT:
            finished = PromptFinished(effect.leg_id, effect.playback_id)
            self._after(self._scenario.callers.confirmation, self._report, finished)
        elif caller.leaves_early:
            self._after(caller.greeting, self._report, LegEnded(LegId(caller.call_id)))
        else:
            finished = PromptFinished(effect.leg_id, effect.playback_id)
            self._after(caller.greeting, self._report, finished)

    def _report(self, given: Input) -> None:
        self.give(given, "phone")

    def _lose_patience_later(self, fact: Fact, event: QueueJoined) -> None:
        caller = self._callers.get(event.item_id)  # type: ignore[arg-type]
        if caller is None:
            return
        if self._scenario.line.calls_back and caller.presses_after < caller.patience:
            self._after(caller.presses_after, self._press, caller)
        if caller.patience < float("inf"):
            self._after(caller.patience, self._lose_patience, caller)

    def _press(self, caller: Caller) -> None:
        if self._is_waiting(caller):
            self.give(DigitPressed(LegId(caller.call_id), "*"), "caller")

    def _lose_patience(self, caller: Caller) -> None:
        if self._is_waiting(caller):
            self.give(LegEnded(LegId(caller.call_id)), "phone")

    def _is_waiting(self, caller: Caller) -> bool:
        call = self.world.calls.get(caller.call_id)
        return call is not None and self.world.in_queue(call)

    def _hang_up(self, effect: HangUp) -> None:
        """A leg of a call that the core still holds reports that it is gone."""
        if CallId(effect.leg_id) in self.world.calls:
            self._after(0, self._report, LegEnded(effect.leg_id))

    # ---- agents ------------------------------------------------------------------------

    def _ring(self, effect: RingAgent) -> None:
        conduct = self._scenario.agents
        if conduct.miss_share and self._chance.random() < conduct.miss_share:
            return
        declines = effect.callback and self._chance.random() < conduct.decline_share
        answer = AgentPhoneDeclined if declines else AgentPhoneAnswered
        self._after(conduct.answer_after, self._answer, answer(effect.leg_id))

    def _answer(self, given: AgentPhoneAnswered | AgentPhoneDeclined) -> None:
        """Answer or decline, if it still rings."""
        if given.leg_id in self.world.legs:
            self.give(given, "phone")

    def _end_conversation_later(self, fact: Fact, event: CallConnected) -> None:
        caller = self._callers[event.call_id]
        ending = (event.agent_id, LegId(event.call_id))
        self._after(caller.service, self._end_conversation, ending)

    def _end_conversation(self, ending: tuple[AgentId, LegId]) -> None:
        agent_id, leg_id = ending
        if not self._at_work.leave_after_call(agent_id):
            self._prepare_wrap_up(agent_id)
        self.give(LegEnded(leg_id), "phone")

    def _prepare_wrap_up(self, agent_id: AgentId) -> None:
        """Give the agent's profile the wrap-up that this call takes."""
        seconds = self._roster.after_call.draw(self._chance.random())
        if self._wrap_ups.get(agent_id, 0) != seconds:
            self._wrap_ups[agent_id] = seconds
            self.give(ConfigureAgent(profile(agent_id, seconds)), "operator")

    def _leave_if_due(self, fact: Fact, event: AgentFreed) -> None:
        self._at_work.leave_when_freed(event.agent_id)

    # ---- callbacks ---------------------------------------------------------------------

    def _remember_request(self, fact: Fact, event: CallbackRequested) -> None:
        self._asked[event.callback_id] = self._callers[event.call_id]

    def _remember_dial(self, fact: Fact, event: DialIntended) -> None:
        self._dialled[event.customer_leg_id] = (self._asked[event.callback_id], event.agent_id)

    def _dial(self, effect: DialCustomer) -> None:
        caller, _ = self._dialled[effect.leg_id]
        self._after(0, self._report, CustomerRinging(effect.leg_id))
        if caller.picks_up:
            pick_up_after = self._scenario.callers.pick_up_after
            self._after(pick_up_after, self._report, CustomerAnswered(effect.leg_id))

    def _end_called_back_later(self, fact: Fact, event: CustomerReached) -> None:
        call = self.world.outbound_calls.get(CallId(event.call_id))
        if call is not None:
            caller, agent_id = self._dialled[call.customer_leg_id]
            ending = (agent_id, call.customer_leg_id)
            self._after(caller.service, self._end_conversation, ending)
