"""The core, driven and looked at in the reference model's plain words."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from ringback.core.calendars import OpeningPeriod, SpecialDates, WeeklyHours
from ringback.core.effects import DialCustomer, Effect
from ringback.core.events import (
    AttemptFailed,
    CallbackClosed,
    CallbackRequested,
    DialIntended,
    Fact,
    HandCallStarted,
    OffersMade,
    OutcomeCorrected,
    RequestMode,
)
from ringback.core.flow import (
    AgentTarget,
    AudioStep,
    DatesStep,
    Flow,
    HangUpStep,
    HoursStep,
    MenuChoice,
    MenuStep,
    RingRule,
    RingStep,
    TeamTarget,
    VoicemailStep,
)
from ringback.core.flow import Step as CoreStep
from ringback.core.ids import (
    AccountId,
    AgentId,
    CallbackId,
    FlowId,
    LegId,
    LineId,
    OfferId,
    StepId,
    TeamId,
)
from ringback.core.inputs import Input, OpenAccount
from ringback.core.outcomes import Outcome
from ringback.core.refusals import Refusal
from ringback.core.settings import (
    CallbackMode,
    CallbackSettings,
    DiallingPolicy,
    WhenBusy,
)
from ringback.core.settings import Line as CoreLine
from ringback.core.states import (
    AtEnd,
    AwaitingAgent,
    BeingConnected,
    CallingCustomer,
    Confirming,
    ConnectingAgent,
    InAudio,
    InMenu,
    Leaving,
    Queued,
    Talking,
    Waiting,
)
from ringback.core.step import Step as Done
from ringback.core.step import evolve, next_deadline, step
from ringback.core.world import World
from ringback.records.book import RecordBook
from ringback.records.calls import CallDirection
from ringback.records.tags import Tag

from .rules.parts import Line, Settings, Step

MANUAL = RequestMode.MANUAL
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ZONES: dict[float, str] = {
    0: "UTC",
    3600: "Europe/Paris",
    32_400: "Asia/Tokyo",
    -18_000: "America/Bogota",
    50_400: "Pacific/Kiritimati",
}
"""Places by how many seconds their clocks are ahead in that month."""
CALL_STATES: dict[type, str] = {
    InAudio: "audio",
    InMenu: "menu",
    Waiting: "queued",
    BeingConnected: "accepted",
    Talking: "talking",
    Confirming: "confirming",
    AtEnd: "ending",
    Leaving: "leaving",
}
CALLBACK_STATES: dict[type, str] = {
    Queued: "queued",
    ConnectingAgent: "accepted",
    CallingCustomer: "dialling",
    AwaitingAgent: "pending",
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
                    self.names[callback_id] = f"callback of {call_id}"
                    self.ids[f"callback of {call_id}"] = callback_id
                case OffersMade(item_id=item_id, offers=offers):
                    for terms in offers:
                        self.offers.append((terms.agent_id, self.name(item_id)))
                        self.offer_ids.setdefault(terms.agent_id, []).append(terms.offer_id)
                case CallbackClosed(callback_id=callback_id, outcome=outcome):
                    self.outcomes[self.name(callback_id)] = in_words(outcome)
                case OutcomeCorrected(callback_id=callback_id, outcome=outcome):
                    self.outcomes[self.name(callback_id)] = in_words(outcome)
                case HandCallStarted(agent_id=agent_id, offer_id=offer_id):
                    self.offer_ids.setdefault(agent_id, []).append(offer_id)
                case AttemptFailed(callback_id=callback_id, attempt_number=number, reason=reason):
                    self.attempts_failed.append((self.name(callback_id), number, reason.value))
                case DialIntended(callback_id=callback_id, agent_id=agent_id) as dial:
                    self.dials.append((self.name(callback_id), agent_id, seconds(fact.at)))
                    self.customer_legs[self.name(callback_id)] = dial.customer_leg_id

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
        }

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
        for name, call in self.world.calls.items():
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


# ---- configuration in the core's words ---------------------------------------------------


def core_settings(given: Settings) -> CallbackSettings:
    return CallbackSettings(
        mode=CallbackMode(given.mode),
        retries=given.retries,
        when_busy=WhenBusy(given.when_busy),
        busy_wait=timedelta(seconds=given.busy_wait),
        respect_queuing_time=given.respect_queuing_time,
        settling=timedelta(seconds=given.settling),
        customer_ring=timedelta(seconds=given.customer_ring),
        age_max=timedelta(seconds=given.age_max),
    )


def core_line(given: Line) -> CoreLine:
    return CoreLine(
        LineId(given.name),
        given.name,
        given.country,
        "en",
        FlowId(given.flow),
        priority=given.priority,
        callbacks=core_settings(given.settings),
        dialling=DiallingPolicy(given.countries, given.customer_day_max, given.line_hour_max),
    )


def core_flow(name: str, steps: Sequence[Step]) -> Flow:
    return Flow(FlowId(name), name, StepId(steps[0].name), tuple(map(_core_step, steps)))


def _core_step(given: Step) -> CoreStep:
    step_id = StepId(given.name)
    match given.kind:
        case "audio":
            return AudioStep(step_id, "en/welcome", StepId(given.next))
        case "voicemail":
            return VoicemailStep(step_id, "en/voicemail_greeting")
        case "hang-up":
            return HangUpStep(step_id, "en/goodbye" if given.has_prompt else None)
        case "menu":
            return _menu_step(given)
        case "hours":
            so, otherwise = StepId(given.if_so), StepId(given.if_not)
            return HoursStep(step_id, _weekly_hours(given), so, otherwise)
        case "dates":
            so, otherwise = StepId(given.if_so), StepId(given.if_not)
            return DatesStep(step_id, ZONES[given.ahead], _special_dates(given), so, otherwise)
        case _:
            return _ring_step(given)


def _menu_step(given: Step) -> MenuStep:
    return MenuStep(
        StepId(given.name),
        "en/menu",
        tuple(MenuChoice(digit, StepId(to)) for digit, to in given.choices.items()),
        None if given.no_choice is None else StepId(given.no_choice),
        timedelta(seconds=given.answer_within),
        given.times,
    )


def _weekly_hours(given: Step) -> WeeklyHours:
    """In the core, a period that closes at midnight closes at the end of that day."""
    periods = tuple(
        OpeningPeriod(weekday, _time_of(opens), _time_of(closes))
        for weekday, opens, closes in given.periods
    )
    return WeeklyHours(ZONES[given.ahead], periods)


def _time_of(second: float) -> time:
    return (START.replace(hour=0) + timedelta(seconds=second)).time()


def _special_dates(given: Step) -> tuple[SpecialDates, ...]:
    first_day = START.date()
    return tuple(
        SpecialDates("holiday", first_day + timedelta(days=first), first_day + timedelta(days=last))
        for first, last in given.days
    )


def _ring_step(given: Step) -> RingStep:
    name = given.target.removeprefix("agent:")
    alone = given.target.startswith("agent:")
    return RingStep(
        StepId(given.name),
        AgentTarget(AgentId(name)) if alone else TeamTarget(TeamId(name)),
        StepId(given.next),
        ring_for=timedelta(seconds=given.ring_for),
        rule=RingRule(given.rule),
        ring_each_for=timedelta(seconds=given.ring_each_for),
        ring_even_if_busy=given.ring_even_if_busy,
    )
