"""The core, driven and looked at in the reference model's plain words."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from ringback.core.effects import DialCustomer, Effect
from ringback.core.events import (
    AlertRaised,
    AttemptFailed,
    CallbackClosed,
    CallbackRequested,
    CustomerRecognised,
    DialIntended,
    Fact,
    HandCallStarted,
    NoticeStarted,
    OffersMade,
    OutcomeCorrected,
    RedirectDialled,
    RequestMode,
    WaitEstimated,
)
from ringback.core.ids import (
    AccountId,
    AgentId,
    AlertId,
    CallbackId,
    CallId,
    LegId,
    OfferId,
)
from ringback.core.inputs import Input, OpenAccount
from ringback.core.outcomes import Outcome, Tag
from ringback.core.refusals import Refusal
from ringback.core.states import (
    AtEnd,
    AwaitingAgent,
    BeingConnected,
    Call,
    CallingCustomer,
    Confirming,
    ConnectingAgent,
    Consulting,
    InAudio,
    InMenu,
    Leaving,
    Message,
    Queued,
    Redirecting,
    Suspended,
    Talking,
    TalkingOutside,
    Waiting,
)
from ringback.core.step import Step as Done
from ringback.core.step import evolve, next_deadline, step
from ringback.core.talking import conversation_of
from ringback.core.world import World
from ringback.records.book import RecordBook
from ringback.records.calls import CallDirection

from .core_words import MESSAGE, START

MANUAL = RequestMode.MANUAL
CALL_STATES: dict[type, str] = {
    InAudio: "audio",
    InMenu: "menu",
    Waiting: "queued",
    BeingConnected: "accepted",
    Talking: "talking",
    Consulting: "consulting",
    Redirecting: "redirecting",
    TalkingOutside: "outside",
    Confirming: "confirming",
    AtEnd: "ending",
    Leaving: "leaving",
}
CALLBACK_STATES: dict[type, str] = {
    Queued: "queued",
    ConnectingAgent: "accepted",
    CallingCustomer: "dialling",
    AwaitingAgent: "pending",
    Suspended: "suspended",
}


class CoreSide:
    """The real account, and all that its facts have told so far."""

    def __init__(self) -> None:
        self.world = World()
        self.book = RecordBook()
        self.facts: list[Fact] = []
        self.chance = 0
        self.names: dict[str, str] = {}
        self.ids: dict[str, CallbackId] = {}
        self.offers: list[tuple[str, str]] = []
        self.offer_ids: dict[str, list[OfferId]] = {}
        self.outcomes: dict[str, str] = {}
        self.attempts_failed: list[tuple[str, int, str]] = []
        self.dials: list[tuple[str, str, float]] = []
        self.dial_commands: list[str] = []
        self.customer_legs: dict[str, LegId] = {}
        self.outside_legs: dict[str, LegId] = {}
        self.call_legs: dict[str, LegId] = {}
        self.told: list[tuple[str, str]] = []
        self.alerts: list[tuple[str, str, str]] = []
        self.alert_ids: list[AlertId] = []
        self.asked_elsewhere = 0
        self.recognised: list[tuple[str, str, str | None]] = []

    def open(self, callbacks_max: int) -> None:
        self.give(0, OpenAccount(AccountId("acme"), callbacks_max))

    def give(self, at: float, given: Input) -> str | None:
        """Give one input; tell why it was refused, if it was."""
        self.chance += 1
        instant = START + timedelta(seconds=at)
        try:
            done = step(self.world, given, at=instant, chance=self.chance, actor="test")
        except Refusal as refusal:
            if isinstance(refusal.settled, Done):
                self._learn(refusal.settled.facts)
                self._hear(refusal.settled.effects)
            return refusal.code.value
        self._learn(done.facts)
        self._hear(done.effects)
        return None

    def replay(self) -> None:
        """S21: the same world from the facts alone."""
        self.world = World()
        for fact in self.facts:
            evolve(self.world, fact)

    def _learn(self, facts: Sequence[Fact]) -> None:
        self.book.fold(facts)
        for fact in facts:
            self.facts.append(fact)
            match fact.event:
                case CallbackRequested(callback_id=callback_id, call_id=call_id):
                    self._name_callback(callback_id, call_id)
                case OffersMade(item_id=item_id, offers=offers):
                    for terms in offers:
                        self.offers.append((terms.agent_id, self.name(item_id)))
                        self.offer_ids.setdefault(terms.agent_id, []).append(terms.offer_id)
                case CallbackClosed(callback_id=callback_id, outcome=outcome):
                    self.outcomes[self.name(callback_id)] = in_words(outcome)
                case OutcomeCorrected(callback_id=callback_id, outcome=outcome):
                    self.outcomes[self.name(callback_id)] = in_words(outcome)
                case RedirectDialled(call_id=call_id, leg_id=leg_id):
                    self.outside_legs[self.name(call_id)] = leg_id
                case WaitEstimated(call_id=call_id, prompt=str(prompt)):
                    self.told.append((self.name(call_id), prompt.replace("en/wait_", "wait ")))
                case NoticeStarted(call_id=call_id, prompt=prompt) if MESSAGE in prompt:
                    self.told.append((self.name(call_id), prompt.replace(MESSAGE, "message ")))
                case HandCallStarted(agent_id=agent_id, offer_id=offer_id):
                    self.offer_ids.setdefault(agent_id, []).append(offer_id)
                case AlertRaised(alert_id=alert_id, line_id=line_id, kind=kind) as raised:
                    self.alert_ids.append(alert_id)
                    self.alerts.append((line_id, kind.value, self.name(raised.callback_id)))
                case CustomerRecognised(call_id=call_id, callback_id=callback_id, agent_id=first):
                    if any(dial[0] == self.name(callback_id) for dial in self.dials):
                        self.recognised.append((call_id, self.name(callback_id), first))
                case AttemptFailed(callback_id=callback_id, attempt_number=number, reason=reason):
                    self.attempts_failed.append((self.name(callback_id), number, reason.value))
                case DialIntended(callback_id=callback_id, agent_id=agent_id) as dial:
                    self.dials.append((self.name(callback_id), agent_id, seconds(fact.at)))
                    self.customer_legs[self.name(callback_id)] = dial.customer_leg_id
                    self._name_dial(dial)

    def _name_callback(self, callback_id: CallbackId, call_id: CallId | None) -> None:
        name = f"callback of {call_id}"
        if call_id is None:
            self.asked_elsewhere += 1
            name = f"wish {self.asked_elsewhere}"
        self.names[callback_id], self.ids[name] = name, callback_id

    def _name_dial(self, dial: DialIntended) -> None:
        """As a call that waits once it is transferred."""
        nth = [callback for callback, _, _ in self.dials].count(self.name(dial.callback_id))
        name = f"dial {nth} for {self.name(dial.callback_id)}"
        self.names[dial.call_id] = name
        self.call_legs[name] = dial.customer_leg_id

    def call_on(self, name: str) -> Call:
        """The live call of that name."""
        return next(call for id_, call in self.world.calls.items() if self.name(id_) == name)

    def leg_of(self, call: str) -> LegId:
        """The customer's leg of a live call: that of one who called bears the call's name."""
        return self.call_legs.get(call, LegId(call))

    def _hear(self, effects: Sequence[Effect]) -> None:
        """Note what is really dialled (S3, S4)."""
        callbacks = {leg: name for name, leg in self.customer_legs.items()}
        for effect in effects:
            if isinstance(effect, DialCustomer):
                self.dial_commands.append(callbacks.get(effect.leg_id, "nobody who was meant"))

    def name(self, item_id: str) -> str:
        return self.names.get(item_id, item_id)

    def next_due(self) -> float | None:
        due = next_deadline(self.world)
        return None if due is None else seconds(due)

    # ---- what can be seen ----------------------------------------------------------------

    def seen(self) -> dict[str, object]:
        return {
            "queues": self._queues(),
            "agents": self._agents(),
            "calls": self._calls(),
            "callbacks": self._callbacks(),
            "talks": {
                self.name(each.callback_id): each.agent_id
                for each in self.world.outbound_calls.values()
                if each.reached
            },
            "listed": self._listed(),
            "missed": self._missed(),
            "follow-ups": self._follow_ups(),
            "outcomes": self.outcomes,
            "attempts failed": sorted(self.attempts_failed),
            "dials": self.dials,
            "dial commands": self.dial_commands,
            "offers ever": sorted(self.offers),
            "told": sorted(self.told),
            "alerts ever": self.alerts,
            "alerts": sorted(
                (each.line_id, each.kind.value, each.failures)
                for each in self.world.alerts.values()
            ),
            "recognised": self.recognised,
            "being introduced": self._introduced(),
            "on hold": [name for name in self.world.agents if self._is_on_hold(name)],
            "muted": [name for name, agent in self.world.agents.items() if agent.muted],
        }

    def _introduced(self) -> dict[str, tuple[bool, bool]]:
        """Whether each agent on the phone hears a whisper, and the customer an announcement."""
        found = {}
        for name, agent in self.world.agents.items():
            whisper, announced = None, False
            if agent.call_id in self.world.outbound_calls:
                outbound = self.world.outbound_calls[agent.call_id]
                whisper, announced = outbound.whisper, outbound.announcement is not None
            elif agent.offer is not None and agent.offer.phone_up:
                state = self.world.calls[CallId(agent.offer.item_id)].state
                assert isinstance(state, BeingConnected)
                whisper, announced = state.whisper, state.announced
            elif agent.call_id is None:
                continue
            found[str(name)] = (whisper is not None, announced)
        return found

    def _is_on_hold(self, name: AgentId) -> bool:
        conversation = conversation_of(self.world, self.world.agents[name])
        return conversation is not None and conversation.on_hold

    def whisper_of(self, agent_id: str) -> Message | None:
        """What the core plays to an agent."""
        agent = self.world.agents[AgentId(agent_id)]
        if agent.call_id in self.world.outbound_calls:
            return self.world.outbound_calls[agent.call_id].whisper
        assert agent.offer is not None
        state = self.world.calls[CallId(agent.offer.item_id)].state
        assert isinstance(state, BeingConnected)
        return state.whisper

    def announcement_of(self, callback: str) -> Message | None:
        """What the core plays to the customer of a callback."""
        call = self.world.outbound_on(self.customer_legs[callback])
        return None if call is None else call.announcement

    def _queues(self) -> dict[str, list[str]]:
        return {
            queue_id: [self.name(entry[2]) for entry in queue.items]
            for queue_id, queue in self.world.queues.items()
            if queue.items
        }

    def _agents(self) -> dict[str, tuple[str, str | None, float | None]]:
        found: dict[str, tuple[str, str | None, float | None]] = {}
        for name, agent in self.world.agents.items():
            offer, item = agent.offer, None
            if offer is not None:
                item = self.name(offer.item_id)
            until = agent.wrap_up_until
            wrap_up = None if until is None else seconds(until)
            found[name] = (agent.standing.name.lower(), item, wrap_up)
        return found

    def _missed(self) -> dict[str, tuple[str | None, list[str]]]:
        """Why inbound calls that have ended were missed, and their tags (R8, R44)."""
        return {
            call.id: (call.missed_reason, [str(tag) for tag in call.tags])
            for call in self.book.calls(1000)
            if call.direction is CallDirection.INBOUND and call.ended_at is not None
        }

    def _follow_ups(self) -> list[str | None]:
        """To whom each dial's Follow Up is assigned (R32)."""
        return [
            call.assigned_to if Tag.FOLLOW_UP in call.tags else None
            for call in reversed(self.book.calls(1000))
            if call.direction is CallDirection.OUTBOUND
        ]

    def _listed(self) -> dict[str, str | None]:
        """What is to be called by hand, and who has claimed it."""
        pending = [each for each in self.world.callbacks.values() if each.mode is MANUAL]
        return {
            self.name(each.id): each.claimed_by
            for each in [*pending, *self.world.follow_ups.values()]
        }

    def _calls(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for call_id, call in self.world.calls.items():
            name = self.name(call_id)
            recording = isinstance(call.state, AtEnd) and call.state.recording
            found[name] = "recording" if recording else CALL_STATES[type(call.state)]
            if isinstance(call.state, InAudio | InMenu | AtEnd):
                found[name] += f" {call.state.step_id}"
        return found

    def _callbacks(self) -> dict[str, tuple[str, int]]:
        return {
            self.name(callback_id): (CALLBACK_STATES[type(each.state)], each.attempt_number)
            for callback_id, each in self.world.callbacks.items()
        }


def seconds(instant: datetime) -> float:
    return (instant - START).total_seconds()


def in_words(outcome: Outcome) -> str:
    return " ".join([outcome.kind.value, *([outcome.reason.value] if outcome.reason else [])])
