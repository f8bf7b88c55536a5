"""Plays a past day again through the same core, with the same people and other settings."""

from collections.abc import Callable
from math import inf

from ringback.core.effects import DialCustomer, HangUp, PlayPrompt, RecordVoicemail
from ringback.core.events import (
    CallbackRequested,
    CallConnected,
    CustomerReached,
    DialIntended,
    Fact,
    HandCallStarted,
    MenuStarted,
    OffersMade,
    QueueJoined,
    RequestMode,
)
from ringback.core.ids import AccountId, CallbackId, CallId, LegId
from ringback.core.inputs import (
    AgentPhoneAnswered,
    AgentPhoneDeclined,
    CallArrived,
    CallByHand,
    CustomerAnswered,
    CustomerFailed,
    CustomerRinging,
    DigitPressed,
    Input,
    LegEnded,
    OpenAccount,
    PromptFinished,
    VoicemailRecorded,
)
from ringback.core.settings import CallbackMode
from ringback.core.states import Standing, agent_leg
from ringback.simulation.scenario import CallerConduct
from ringback.simulation.tally import Tally
from ringback.simulation.virtual_world import VirtualWorld

from .changes import ChangedCompany, Changes
from .day import AFTERMATH, PastDay
from .intentions import Caller, draw_callers

MESSAGE_SECONDS = 6.0
ANSWER_SECONDS = 4.0
BY_HAND_SECONDS = 600.0
VOICEMAIL_SECONDS = 20.0
NOBODY_FREE_SECONDS = 30.0
"""How long somebody who wants to call by hand waits before looking again who is free."""
CALLBACKS_MAX = 1_000_000
PROGRESS_EVERY = 250
HAPPENINGS_MAX = 500_000_000


class Replay:
    """One replay of a day. `go` returns what was counted, also when it was interrupted."""

    def __init__(
        self, day: PastDay, changes: Changes, *, seed: int, conduct: CallerConduct | None = None
    ) -> None:
        self.tally = Tally()
        self.finished = False
        self._day = day
        self._company = ChangedCompany(day, changes)
        self._virtual = VirtualWorld(day.begins, seed=seed + 1)
        self._callers = {
            caller.past.id: caller for caller in draw_callers(day, conduct or CallerConduct(), seed)
        }
        self._arrived = 0
        self._asked: dict[CallbackId, Caller] = {}
        self._menus: dict[CallId, int] = {}
        self._waited: set[CallId] = set()
        self._virtual.counters = self.tally.counters()
        self._virtual.reactions = {
            QueueJoined: self._wait,
            MenuStarted: self._choose,
            OffersMade: self._answer_or_not,
            HandCallStarted: self._answer_own_phone,
            CallConnected: self._talk,
            CallbackRequested: self._remember_request,
            DialIntended: self._remember_dial,
            CustomerReached: self._talk_called_back,
        }
        self._dialled: dict[LegId, Caller] = {}
        self._virtual.performers = {
            PlayPrompt: self._hear,
            DialCustomer: self._be_called_back,
            HangUp: self._hung_up_on,
            RecordVoicemail: self._leave_voicemail,
        }

    def go(
        self,
        *,
        progress: Callable[[int, int], None] = lambda done, total: None,
        interrupted: Callable[[], bool] = lambda: False,
    ) -> Tally:
        """Replay the day, and on until its calls and automated callbacks are over.

        Raises `Refusal` when the core refuses the changed settings.
        """
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
        self.tally.close(
            max(self._virtual.now, self._day.until) if self.finished else self._virtual.now
        )
        return self.tally

    @property
    def agents(self) -> int:
        return len(self._virtual.world.agents)

    def _set_up(self) -> None:
        virtual = self._virtual
        virtual.give(OpenAccount(AccountId("replayed"), CALLBACKS_MAX), "operator")
        for given in self._day.founding:
            self._happen(given)
        for instant, given in self._day.happenings:
            virtual.schedule(instant, self._happen, given)
        for caller in self._callers.values():
            virtual.schedule(caller.past.began_at, self._arrive, caller)

    def _happen(self, given: Input) -> None:
        for changed in self._company.changed(given):
            self._virtual.give(changed, "operator")

    def _is_over(self) -> bool:
        world = self._virtual.world
        now, until = self._virtual.now, self._day.until
        if now < until or now >= until + AFTERMATH:
            return now >= until
        listed = sum(self._is_manual(callback_id) for callback_id in world.callbacks)
        open_items = world.calls or world.outbound_calls or len(world.callbacks) > listed
        return self._arrived == len(self._callers) and not open_items

    def _is_manual(self, callback_id: CallbackId) -> bool:
        return self._virtual.world.callbacks[callback_id].mode is RequestMode.MANUAL

    # ---- callers -----------------------------------------------------------------------

    def _arrive(self, caller: Caller) -> None:
        self._arrived += 1
        past = caller.past
        given = CallArrived(past.id, past.line_id, past.customer_id, past.destination)
        self._virtual.give(given, "phone")
        if caller.leaves_after < inf:
            self._virtual.after(caller.leaves_after, self._leave, caller)
        if caller.presses_before < inf:
            self._virtual.after(caller.presses_before, self._press, caller)

    def _leave(self, caller: Caller) -> None:
        call = self._virtual.world.calls.get(caller.past.id)
        if call is not None and not self._virtual.world.in_queue(call):
            self._virtual.report(LegEnded(LegId(caller.past.id)))

    def _press(self, caller: Caller) -> None:
        if caller.past.id in self._virtual.world.calls:
            self._virtual.give(DigitPressed(LegId(caller.past.id), "*"), "caller")

    def _wait(self, fact: Fact, event: QueueJoined) -> None:
        caller = self._callers.get(CallId(event.item_id))
        if caller is None or caller.past.id in self._waited:
            return
        self._waited.add(caller.past.id)
        if caller.presses_waiting < caller.patience and self._line_allows(caller):
            self._virtual.after(caller.presses_waiting, self._press_waiting, caller)
        if caller.patience < inf:
            self._virtual.after(caller.patience, self._lose_patience, caller)

    def _line_allows(self, caller: Caller) -> bool:
        line = self._virtual.world.lines[caller.past.line_id]
        return line.callbacks.mode is not CallbackMode.OFF

    def _press_waiting(self, caller: Caller) -> None:
        if self._is_waiting(caller):
            self._press(caller)

    def _lose_patience(self, caller: Caller) -> None:
        if self._is_waiting(caller):
            self._virtual.report(LegEnded(LegId(caller.past.id)))

    def _is_waiting(self, caller: Caller) -> bool:
        call = self._virtual.world.calls.get(caller.past.id)
        return call is not None and self._virtual.world.in_queue(call)

    def _choose(self, fact: Fact, event: MenuStarted) -> None:
        """Press in each menu what was pressed in it that day, after as long."""
        caller = self._callers[event.call_id]
        if event.time_number != 1:
            return
        number = self._menus.get(event.call_id, 0)
        self._menus[event.call_id] = number + 1
        if number < len(caller.past.keys):
            key = caller.past.keys[number]
            if key.digit is not None:
                pressed = DigitPressed(LegId(event.call_id), key.digit)
                self._virtual.after(key.after, self._press_key, pressed)

    def _press_key(self, pressed: DigitPressed) -> None:
        self._virtual.give(pressed, "caller")

    def _hear(self, effect: PlayPrompt) -> None:
        seconds = self._day.message_seconds.get(effect.prompt, MESSAGE_SECONDS)
        self._virtual.report_after(seconds, PromptFinished(effect.leg_id, effect.playback_id))

    def _leave_voicemail(self, effect: RecordVoicemail) -> None:
        recorded = VoicemailRecorded(effect.call_id, VOICEMAIL_SECONDS)
        self._virtual.report_after(VOICEMAIL_SECONDS, recorded)

    def _hung_up_on(self, effect: HangUp) -> None:
        """A leg of a call that the core still holds reports that it is gone."""
        if CallId(effect.leg_id) in self._virtual.world.calls:
            self._virtual.report_after(0, LegEnded(effect.leg_id))

    # ---- agents ------------------------------------------------------------------------

    def _answer_or_not(self, fact: Fact, event: OffersMade) -> None:
        """Who is rung answers as fast as agents answered that day; one draw for all rung at once.

        The first answer ends the others' ringing, so only one draw agrees with what was seen.
        """
        conduct, chance = self._day.conduct, self._virtual.chance
        delays = conduct.answered_after
        delay = chance.choice(delays) if delays else ANSWER_SECONDS
        is_callback = event.item_id in self._virtual.world.callbacks
        for terms in event.offers:
            leg_id, draw = agent_leg(terms.offer_id), chance.random()
            if draw < conduct.miss_share:
                continue
            declines = is_callback and draw < conduct.miss_share + conduct.decline_share
            answer = AgentPhoneDeclined if declines else AgentPhoneAnswered
            self._virtual.after(delay, self._answer, answer(leg_id))

    def _answer(self, given: AgentPhoneAnswered | AgentPhoneDeclined) -> None:
        """Answer or decline, if it still rings."""
        if given.leg_id in self._virtual.world.legs:
            self._virtual.report(given)

    def _talk(self, fact: Fact, event: CallConnected) -> None:
        caller = self._callers[event.call_id]
        self._virtual.report_after(caller.service, LegEnded(LegId(event.call_id)))

    # ---- callbacks ---------------------------------------------------------------------

    def _remember_request(self, fact: Fact, event: CallbackRequested) -> None:
        if event.call_id is None:
            return
        caller = self._callers[event.call_id]
        self._asked[event.callback_id] = caller
        if event.mode is RequestMode.MANUAL and event.customer_id is not None:
            back = caller.past.callback
            after = BY_HAND_SECONDS
            if back is not None and back.by_hand_at is not None:
                after = (back.by_hand_at - back.requested_at).total_seconds()
            self._virtual.after(after, self._call_by_hand, event.callback_id)

    def _call_by_hand(self, callback_id: CallbackId) -> None:
        """Whoever has been free for longest calls; while nobody can, look again later."""
        world = self._virtual.world
        callback = world.callbacks.get(callback_id)
        if callback is None:
            return
        free = [agent for agent in world.agents.values() if agent.standing is Standing.AVAILABLE]
        if not free or world.on_a_call(callback.customer_id):
            self._virtual.after(NOBODY_FREE_SECONDS, self._call_by_hand, callback_id)
            return
        agent = min(free, key=lambda one: (one.idle_since, one.id))
        self._virtual.give(CallByHand(callback_id, agent.id), f"agent:{agent.id}")

    def _answer_own_phone(self, fact: Fact, event: HandCallStarted) -> None:
        answered = AgentPhoneAnswered(agent_leg(event.offer_id))
        self._virtual.after(1.0, self._answer, answered)

    def _remember_dial(self, fact: Fact, event: DialIntended) -> None:
        self._dialled[event.customer_leg_id] = self._asked[event.callback_id]

    def _be_called_back(self, effect: DialCustomer) -> None:
        caller = self._dialled[effect.leg_id]
        self._virtual.report_after(0, CustomerRinging(effect.leg_id))
        answer = (
            CustomerAnswered(effect.leg_id)
            if caller.picks_up is None
            else CustomerFailed(effect.leg_id, caller.picks_up)
        )
        self._virtual.report_after(caller.picks_up_after, answer)

    def _talk_called_back(self, fact: Fact, event: CustomerReached) -> None:
        call = self._virtual.world.outbound_calls.get(CallId(event.call_id))
        if call is not None:
            caller = self._dialled[call.customer_leg_id]
            self._virtual.report_after(caller.service, LegEnded(call.customer_leg_id))
