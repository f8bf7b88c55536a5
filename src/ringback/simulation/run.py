"""Replays callers and agents through the core in virtual time.

The core decides everything; this module only plays the world around it: it turns the core's
effects into the reports that phones, agents and customers would send, each at its time.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

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
    LegEnded,
    PromptFinished,
)

from .at_work import AtWork
from .callers import Caller
from .company import GREETING_PROMPT, call_type_of, found_company, profile
from .roster import Roster
from .scenario import Scenario
from .tally import Tally
from .virtual_world import VirtualWorld

PROGRESS_EVERY = 250
HAPPENINGS_MAX = 500_000_000


class Run:
    """One replay. `go` returns what was counted, also when it was interrupted."""

    def __init__(
        self, begins: datetime, callers: Sequence[Caller], roster: Roster, scenario: Scenario
    ) -> None:
        self.tally = Tally()
        self.finished = False
        self._scenario = scenario
        self._roster = roster
        self._callers = {caller.call_id: caller for caller in callers}
        self._arrived = 0
        self._virtual = VirtualWorld(begins, seed=scenario.seed + 1)
        self._asked: dict[CallbackId, Caller] = {}
        self._dialled: dict[LegId, tuple[Caller, AgentId]] = {}
        self._wrap_ups: dict[AgentId, int] = {}
        self._at_work = AtWork(self._virtual)
        self._virtual.counters = self.tally.counters()
        self._virtual.reactions = {
            QueueJoined: self._lose_patience_later,
            CallConnected: self._end_conversation_later,
            CallbackRequested: self._remember_request,
            DialIntended: self._remember_dial,
            CustomerReached: self._end_called_back_later,
            AgentFreed: self._leave_if_due,
        }
        self._virtual.performers = {
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
        witness: Callable[[Fact], None] | None = None,
    ) -> Tally:
        """Run to the end of the list and of every callback, or until interrupted.

        `witness` is shown every fact: together they are the journal of these days.
        """
        self._virtual.witness = witness
        self._set_up()
        for happenings in range(HAPPENINGS_MAX):
            if happenings % PROGRESS_EVERY == 0:
                progress(self._arrived, len(self._callers))
                if interrupted():
                    break
            if self._is_over() or not self._virtual.go_on():
                self.finished = True
                break
        progress(self._arrived, len(self._callers))
        self.tally.close(self._virtual.now)
        return self.tally

    # ---- time --------------------------------------------------------------------------

    def _set_up(self) -> None:
        callers = list(self._callers.values())
        types = sorted({call_type_of(caller.line_id) for caller in callers})
        greeting = any(caller.greeting or caller.leaves_early for caller in callers)
        plan = self._scenario.line
        virtual = self._virtual
        shifts = self._roster.shifts
        virtual.now = min([virtual.begins, *(virtual.at(shift.begins) for shift in shifts)])
        for given in found_company(types, self._roster.agents, plan, greeting=greeting):
            virtual.give(given, "operator")
        self._at_work.schedule_all(self._roster, types)
        for caller in callers:
            virtual.schedule(virtual.at(caller.arrives), self._arrive, caller)

    def _is_over(self) -> bool:
        """When everybody has come and gone, the rest of the roster changes nothing."""
        world = self._virtual.world
        open_items = world.calls or world.callbacks or world.outbound_calls
        return self._arrived == len(self._callers) and not open_items

    # ---- callers -----------------------------------------------------------------------

    def _arrive(self, caller: Caller) -> None:
        self._arrived += 1
        given = CallArrived(caller.call_id, caller.line_id, caller.customer_id, caller.destination)
        self._virtual.give(given, "phone")

    def _play(self, effect: PlayPrompt) -> None:
        caller = self._callers[CallId(effect.leg_id)]
        if effect.prompt != GREETING_PROMPT:
            finished = PromptFinished(effect.leg_id, effect.playback_id)
            self._virtual.report_after(self._scenario.callers.confirmation, finished)
        elif caller.leaves_early:
            self._virtual.report_after(caller.greeting, LegEnded(LegId(caller.call_id)))
        else:
            finished = PromptFinished(effect.leg_id, effect.playback_id)
            self._virtual.report_after(caller.greeting, finished)

    def _lose_patience_later(self, fact: Fact, event: QueueJoined) -> None:
        caller = self._callers.get(CallId(event.item_id))
        if caller is None:
            return
        if self._scenario.line.calls_back and caller.presses_after < caller.patience:
            self._virtual.after(caller.presses_after, self._press, caller)
        if caller.patience < float("inf"):
            self._virtual.after(caller.patience, self._lose_patience, caller)

    def _press(self, caller: Caller) -> None:
        if self._is_waiting(caller):
            self._virtual.give(DigitPressed(LegId(caller.call_id), "*"), "caller")

    def _lose_patience(self, caller: Caller) -> None:
        if self._is_waiting(caller):
            self._virtual.give(LegEnded(LegId(caller.call_id)), "phone")

    def _is_waiting(self, caller: Caller) -> bool:
        call = self._virtual.world.calls.get(caller.call_id)
        return call is not None and self._virtual.world.in_queue(call)

    def _hang_up(self, effect: HangUp) -> None:
        """A leg of a call that the core still holds reports that it is gone."""
        if CallId(effect.leg_id) in self._virtual.world.calls:
            self._virtual.report_after(0, LegEnded(effect.leg_id))

    # ---- agents ------------------------------------------------------------------------

    def _ring(self, effect: RingAgent) -> None:
        conduct = self._scenario.agents
        if conduct.miss_share and self._virtual.chance.random() < conduct.miss_share:
            return
        declines = effect.callback and self._virtual.chance.random() < conduct.decline_share
        answer = AgentPhoneDeclined if declines else AgentPhoneAnswered
        self._virtual.after(conduct.answer_after, self._answer, answer(effect.leg_id))

    def _answer(self, given: AgentPhoneAnswered | AgentPhoneDeclined) -> None:
        """Answer or decline, if it still rings."""
        if given.leg_id in self._virtual.world.legs:
            self._virtual.give(given, "phone")

    def _end_conversation_later(self, fact: Fact, event: CallConnected) -> None:
        caller = self._callers[event.call_id]
        ending = (event.agent_id, LegId(event.call_id))
        self._virtual.after(caller.service, self._end_conversation, ending)

    def _end_conversation(self, ending: tuple[AgentId, LegId]) -> None:
        agent_id, leg_id = ending
        if not self._at_work.leave_after_call(agent_id):
            self._prepare_wrap_up(agent_id)
        self._virtual.give(LegEnded(leg_id), "phone")

    def _prepare_wrap_up(self, agent_id: AgentId) -> None:
        """Give the agent's profile the wrap-up that this call takes."""
        seconds = self._roster.after_call.draw(self._virtual.chance.random())
        if self._wrap_ups.get(agent_id, 0) != seconds:
            self._wrap_ups[agent_id] = seconds
            self._virtual.give(ConfigureAgent(profile(agent_id, seconds)), "operator")

    def _leave_if_due(self, fact: Fact, event: AgentFreed) -> None:
        self._at_work.leave_when_freed(event.agent_id)

    # ---- callbacks ---------------------------------------------------------------------

    def _remember_request(self, fact: Fact, event: CallbackRequested) -> None:
        if event.call_id is not None:
            self._asked[event.callback_id] = self._callers[event.call_id]

    def _remember_dial(self, fact: Fact, event: DialIntended) -> None:
        self._dialled[event.customer_leg_id] = (self._asked[event.callback_id], event.agent_id)

    def _dial(self, effect: DialCustomer) -> None:
        caller, _ = self._dialled[effect.leg_id]
        self._virtual.report_after(0, CustomerRinging(effect.leg_id))
        if caller.picks_up:
            pick_up_after = self._scenario.callers.pick_up_after
            self._virtual.report_after(pick_up_after, CustomerAnswered(effect.leg_id))

    def _end_called_back_later(self, fact: Fact, event: CustomerReached) -> None:
        call = self._virtual.world.outbound_calls.get(CallId(event.call_id))
        if call is not None:
            caller, agent_id = self._dialled[call.customer_leg_id]
            ending = (agent_id, call.customer_leg_id)
            self._virtual.after(caller.service, self._end_conversation, ending)
