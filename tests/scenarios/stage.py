"""A stage for scenarios: one account, its callers and agents, driven through `step`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from ringback.core.effects import Effect
from ringback.core.events import CallbackClosed, CallbackRequested, DialIntended, Event, Fact
from ringback.core.flow import (
    AgentTarget,
    AudioStep,
    Flow,
    HangUpStep,
    RingRule,
    RingStep,
    Step,
    TeamTarget,
    VoicemailStep,
    WaitingExperience,
)
from ringback.core.ids import (
    AccountId,
    AgentId,
    CallbackId,
    CallId,
    CustomerId,
    FlowId,
    ItemId,
    LegId,
    LineId,
    OfferId,
    StepId,
    TeamId,
)
from ringback.core.inputs import (
    AcceptOffer,
    AgentPhoneAnswered,
    CallArrived,
    ConfigureAccount,
    ConfigureAgent,
    ConfigureLine,
    ConfigureTeam,
    CustomerAnswered,
    CustomerFailed,
    CustomerRinging,
    DeclineOffer,
    DigitPressed,
    FailureCause,
    HangUpAgent,
    Input,
    LegEnded,
    OpenAccount,
    PromptFinished,
    PublishFlow,
    SetAgentStatus,
    TimePassed,
)
from ringback.core.outcomes import Outcome
from ringback.core.refusals import Refusal
from ringback.core.settings import (
    AccountSettings,
    AgentProfile,
    AgentStatus,
    CallbackSettings,
    Destination,
    Line,
    NumberKind,
    PhoneKind,
    Team,
)
from ringback.core.states import Confirming, agent_leg
from ringback.core.step import evolve, step
from ringback.core.world import World
from tests.scenarios.refusal_data import assert_says_what_it_is_about

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ORDINARY = Destination(NumberKind.ORDINARY, "FR")
LINE = LineId("paris")
TEAM = TeamId("support")
USUAL = AccountSettings()
E = TypeVar("E", bound=Event)


def ring(
    step_id: str = "ring",
    *,
    then: str = "voicemail",
    team: str = TEAM,
    agent: str | None = None,
    ring_for: float = 60,
    rule: RingRule = RingRule.SIMULTANEOUS,
    each: float = 30,
    even_if_busy: bool = True,
    messages: tuple[str, ...] = (),
) -> RingStep:
    """A ring step with the settings that matter to a scenario."""
    return RingStep(
        StepId(step_id),
        TeamTarget(TeamId(team)) if agent is None else AgentTarget(AgentId(agent)),
        StepId(then),
        ring_for=timedelta(seconds=ring_for),
        rule=rule,
        ring_each_for=timedelta(seconds=each),
        ring_even_if_busy=even_if_busy,
        waiting=WaitingExperience(messages=messages),
    )


def audio(step_id: str, then: str) -> AudioStep:
    return AudioStep(StepId(step_id), f"en/{step_id}", StepId(then))


VOICEMAIL = VoicemailStep(StepId("voicemail"), "en/voicemail_greeting")
GOODBYE = HangUpStep(StepId("goodbye"))


def flow_of(*steps: Step, flow_id: str = "main") -> Flow:
    return Flow(FlowId(flow_id), flow_id, steps[0].id, steps)


def in_turn(ring_a_for: float, ring_b_for: float = 60) -> list[Step]:
    """A flow that rings team a (agent x), then team b (agent y)."""
    return [
        ring("ring-a", team="a", ring_for=ring_a_for, then="ring-b"),
        ring("ring-b", team="b", ring_for=ring_b_for),
        VOICEMAIL,
    ]


TWO_TEAMS: dict[str, Sequence[str]] = {"a": ["x"], "b": ["y"]}


class Stage:
    """Agents, callers and a clock, with the words of the rules as methods."""

    def __init__(
        self,
        *agents: str,
        steps: Sequence[Step] = (),
        teams: dict[str, Sequence[str]] | None = None,
        desk: Sequence[str] = (),
        wrap_up: float = 0,
        callbacks_max: int = 10_000,
        account: AccountSettings = USUAL,
        **callbacks: Any,
    ) -> None:
        self.world = World()
        self.now = START
        self.facts: list[Fact] = []
        self.effects: list[Effect] = []
        self.callers = 0
        self.chance = 1
        self.give(OpenAccount(AccountId("acme"), callbacks_max))
        self.give(ConfigureAccount(account))
        for name in agents:
            phone = PhoneKind.DESK if name in desk else PhoneKind.BROWSER
            wrap = timedelta(seconds=wrap_up)
            self.give(ConfigureAgent(AgentProfile(AgentId(name), name, phone, wrap)))
        for team, members in (teams or {TEAM: agents}).items():
            self.give(ConfigureTeam(Team(TeamId(team), team, tuple(map(AgentId, members)))))
        self.give(PublishFlow(flow_of(*(steps or (ring(), VOICEMAIL)))))
        self.settings = CallbackSettings(**callbacks)
        self.configure_line()
        for name in agents:
            self.online(name)

    # ---- the world's clock and doors -----------------------------------------------------

    def give(self, given: Input, actor: str = "test") -> list[Fact]:
        """Give one input at this moment; its facts are also kept in `facts`."""
        self.chance += 1
        done = step(self.world, given, at=self.now, chance=self.chance, actor=actor)
        self.facts += done.facts
        self.effects += done.effects
        return done.facts

    def refuses(self, request: Input) -> Refusal:
        """Give a request that must be refused and leave no trace."""
        before = self.world.sequence
        try:
            self.give(request)
        except Refusal as refusal:
            assert self.world.sequence == before, "a refused request left a trace"
            assert_says_what_it_is_about(refusal, request)
            return refusal
        raise AssertionError("the request was granted")

    def wait(self, seconds: float) -> list[Fact]:
        self.now += timedelta(seconds=seconds)
        return self.give(TimePassed())

    def configure_line(self, line: str = LINE, *, flow: str = "main", **changes: Any) -> None:
        base = Line(LineId(line), line, "FR", "en", FlowId(flow), callbacks=self.settings)
        self.give(ConfigureLine(replace(base, **changes)))

    # ---- agents --------------------------------------------------------------------------

    def online(self, name: str) -> None:
        self.give(SetAgentStatus(AgentId(name), AgentStatus.ONLINE))

    def offline(self, name: str) -> None:
        self.give(SetAgentStatus(AgentId(name), AgentStatus.OFFLINE))

    def do_not_disturb(self, name: str) -> None:
        self.give(SetAgentStatus(AgentId(name), AgentStatus.DO_NOT_DISTURB))

    def offer_of(self, name: str) -> OfferId:
        offer = self.world.agents[AgentId(name)].offer
        assert offer is not None, f"{name} is not being rung"
        return offer.id

    def rung_for(self, name: str) -> ItemId | None:
        """What an agent is being rung for, or None."""
        offer = self.world.agents[AgentId(name)].offer
        return None if offer is None or offer.accepted_at else offer.item_id

    def accept(self, name: str) -> None:
        self.give(AcceptOffer(self.offer_of(name), AgentId(name)))

    def decline(self, name: str) -> None:
        self.give(DeclineOffer(self.offer_of(name), AgentId(name)))

    def phone_up(self, name: str) -> None:
        self.give(AgentPhoneAnswered(agent_leg(self.offer_of(name))))

    def take(self, name: str) -> None:
        """Accept and be connected."""
        offer_id = self.offer_of(name)
        self.give(AcceptOffer(offer_id, AgentId(name)))
        self.give(AgentPhoneAnswered(agent_leg(offer_id)))

    def hang_up(self, name: str) -> None:
        self.give(HangUpAgent(AgentId(name)))

    def occupy(self, *names: str) -> None:
        """Put agents on calls of their own, through a line that rings each alone."""
        for name in names:
            self.give(PublishFlow(flow_of(ring(agent=name), VOICEMAIL, flow_id=f"only-{name}")))
            self.configure_line(f"only-{name}", flow=f"only-{name}")
            self.arrive(line=f"only-{name}")
            self.take(name)

    # ---- callers -------------------------------------------------------------------------

    def arrive(
        self,
        line: str = LINE,
        *,
        customer: str | None = "",
        destination: Destination = ORDINARY,
    ) -> CallId:
        self.callers += 1
        call_id = CallId(f"call-{self.callers}")
        who = f"c{self.callers}" if customer == "" else customer
        customer_id = None if who is None else CustomerId(who)
        self.give(CallArrived(call_id, LineId(line), customer_id, destination))
        return call_id

    def press(self, call_id: CallId, digit: str = "*") -> None:
        self.give(DigitPressed(LegId(call_id), digit))

    def prompt_ends(self, call_id: CallId) -> None:
        playback_id = self.world.calls[call_id].playback_id
        assert playback_id is not None, "nothing is playing"
        self.give(PromptFinished(LegId(call_id), playback_id))

    def caller_hangs_up(self, call_id: CallId) -> None:
        self.give(LegEnded(LegId(call_id)))

    def ask(self, call_id: CallId) -> CallbackId:
        """Press `*`, hear the confirmation to its end, and settle."""
        self.press(call_id)
        callback_id = self.requested(call_id)
        assert isinstance(self.world.calls[call_id].state, Confirming)
        self.prompt_ends(call_id)
        self.caller_hangs_up(call_id)
        settling = self.settings.settling.total_seconds()
        if callback_id in self.world.callbacks:
            self.wait(settling)
        return callback_id

    def requested(self, call_id: CallId) -> CallbackId:
        call = self.world.calls[call_id]
        assert call.callback_id is not None, "no request was accepted"
        return call.callback_id

    # ---- the called customer -------------------------------------------------------------

    def customer_leg(self, callback_id: CallbackId) -> LegId:
        dials = [e for e in self.events(DialIntended) if e.callback_id == callback_id]
        assert dials, "nobody was dialled"
        return dials[-1].customer_leg_id

    def customer_rings(self, callback_id: CallbackId) -> None:
        self.give(CustomerRinging(self.customer_leg(callback_id)))

    def customer_answers(self, callback_id: CallbackId) -> None:
        self.give(CustomerAnswered(self.customer_leg(callback_id)))

    def customer_fails(self, callback_id: CallbackId, cause: FailureCause) -> None:
        self.give(CustomerFailed(self.customer_leg(callback_id), cause))

    # ---- what happened -------------------------------------------------------------------

    def events(self, kind: type[E]) -> list[E]:
        return [fact.event for fact in self.facts if isinstance(fact.event, kind)]

    def outcome(self, callback_id: CallbackId) -> Outcome:
        found = [e.outcome for e in self.events(CallbackClosed) if e.callback_id == callback_id]
        assert len(found) == 1, f"{len(found)} outcomes"
        return found[0]

    def at(self, kind: type[Event], nth: int = -1) -> datetime:
        return [fact.at for fact in self.facts if isinstance(fact.event, kind)][nth]

    def requested_at(self, callback_id: CallbackId) -> datetime:
        return next(
            fact.at
            for fact in self.facts
            if isinstance(fact.event, CallbackRequested) and fact.event.callback_id == callback_id
        )

    def waiting(self, step_id: str = "ring", flow: str = "main@1") -> list[ItemId]:
        """The items of a step's queue in true order."""
        queue = self.world.queues.get(f"{flow}/{step_id}")  # type: ignore[call-overload]
        return [] if queue is None else [entry[2] for entry in queue.items]

    def replayed(self) -> World:
        """A second world, made from this one's facts alone."""
        again = World()
        for fact in self.facts:
            evolve(again, fact)
        return again
