"""Tries a flow with one caller: the very core in virtual time; nothing is dialled or kept."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ringback.core.effects import (
    DialCustomer,
    DialOutside,
    HangUp,
    PlayPrompt,
    RecordVoicemail,
    RingAgent,
)
from ringback.core.events import CallConnected, CustomerReached, Fact
from ringback.core.flow import AgentTarget, Flow, HangUpStep, RingStep
from ringback.core.ids import AccountId, AgentId, CallId, CustomerId, FlowId, LegId, LineId, StepId
from ringback.core.inputs import (
    AgentPhoneAnswered,
    CallArrived,
    ConfigureAccount,
    ConfigureAgent,
    ConfigureLine,
    ConfigureTeam,
    CustomerAnswered,
    CustomerRinging,
    DigitPressed,
    Input,
    KeepMessage,
    LegEnded,
    OpenAccount,
    PromptFinished,
    PublishFlow,
    SetAgentStatus,
    VoicemailRecorded,
)
from ringback.core.refusals import Refusal
from ringback.core.settings import AgentStatus, Destination, Line, NumberKind, PhoneKind
from ringback.core.states import Talking
from ringback.core.world import World

from .virtual_world import VirtualWorld

CALLER = CallId("trial-call")
HAPPENINGS_MAX = 5_000
LASTS_MAX = timedelta(hours=6)
BEFORE = timedelta(minutes=1)
"""How long before the caller those come who keep agents busy."""
ANSWERED_AFTER, MESSAGE_LEFT, TALK = 4.0, 8.0, 30.0


@dataclass(frozen=True, slots=True)
class Press:
    """A key that the caller presses so long after calling."""

    after: timedelta
    digit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One caller, at a moment, and who is there to answer."""

    flow: Flow
    line: Line
    """With the settings it has; its flow is the one that is tried."""
    begins: datetime
    presses: tuple[Press, ...] = ()
    hangs_up_after: timedelta | None = None
    withheld: bool = False
    available: tuple[AgentId, ...] = ()
    busy: tuple[AgentId, ...] = ()
    """Agents who talk to somebody else until `busy_for` after the caller has come."""
    busy_for: timedelta = timedelta(minutes=2)
    agents_answer: bool = True
    """Whether phones that ring are answered: agents', and those outside."""


@dataclass(frozen=True, slots=True)
class Story:
    """What happened to the caller, and to their callback if they asked for one."""

    facts: tuple[Fact, ...]
    over: bool
    """Whether it came to an end within the time that is looked at."""


def company_inputs(company: World, trial: Trial) -> list[Input]:
    """List what makes a company like this one, with the flow that is tried in force.

    Raises nothing: what could not be configured any more is found out when it is given.
    """
    return list(_founding(company, trial))


def _founding(company: World, trial: Trial) -> Iterator[Input]:
    yield OpenAccount(AccountId("trial"))
    yield ConfigureAccount(company.settings)
    for message in company.messages.values():
        yield KeepMessage(message)
    for agent in company.agents.values():
        profile = replace(agent.profile, phone=PhoneKind.DESK, wrap_up=timedelta(0), hours=None)
        yield ConfigureAgent(profile)
    for team in company.teams.values():
        yield ConfigureTeam(team)
    for flow_id, published in company.flows.items():
        if flow_id != trial.flow.id:
            yield PublishFlow(published.versions[published.current])
    yield PublishFlow(trial.flow)
    for line in company.lines.values():
        if line.id != trial.line.id:
            yield ConfigureLine(line)
    yield ConfigureLine(replace(trial.line, flow_id=trial.flow.id))


def play(trial: Trial, company: list[Input], seconds_of: Callable[[str], float]) -> Story:
    """Let the caller call; `seconds_of` tells how long a message is.

    Raises `Refusal` for a flow with problems.
    """
    return _Play(trial, company, seconds_of).go()


class _Play:
    def __init__(
        self, trial: Trial, company: list[Input], seconds_of: Callable[[str], float]
    ) -> None:
        self._trial = trial
        self._company = company
        self._seconds_of = seconds_of
        self._virtual = VirtualWorld(trial.begins, seed=1)
        self._others: dict[CallId, AgentId] = {}
        self._facts: list[Fact] = []
        self._virtual.reactions = {
            CallConnected: self._talk,
            CustomerReached: self._talk_back,
        }
        self._virtual.performers = {
            PlayPrompt: self._prompt,
            RecordVoicemail: self._record,
            RingAgent: self._ring,
            DialCustomer: self._dial,
            DialOutside: self._dial,
            HangUp: self._hang_up,
        }

    def go(self) -> Story:
        virtual = self._virtual
        virtual.now = self._trial.begins - BEFORE
        self._found()
        self._occupy()
        while self._others_are_rung() and virtual.go_on():
            pass
        virtual.now = self._trial.begins
        virtual.witness = self._remember
        self._call()
        over = False
        for _ in range(HAPPENINGS_MAX):
            over = self._is_over()
            late = virtual.now - self._trial.begins > LASTS_MAX
            if over or late or not virtual.go_on():
                break
        return Story(tuple(self._facts), over)

    # ---- before the caller ---------------------------------------------------------------

    def _found(self) -> None:
        """Configure all that can be; only the tried flow itself must be without a problem."""
        for given in self._company:
            try:
                self._virtual.give(given, "operator")
            except Refusal:
                if isinstance(given, PublishFlow) and given.flow.id == self._trial.flow.id:
                    raise
        for agent_id in (*self._trial.available, *self._trial.busy):
            if agent_id in self._virtual.world.agents:
                self._virtual.give(SetAgentStatus(agent_id, AgentStatus.ONLINE), "operator")

    def _occupy(self) -> None:
        """Let somebody else talk to each busy agent, on a line of their own."""
        for number, agent_id in enumerate(self._trial.busy):
            if agent_id not in self._virtual.world.agents:
                continue
            flow_id, call_id = FlowId(f"trial-other-{number}"), CallId(f"trial-other-{number}")
            ring, end = StepId("ring"), StepId("end")
            steps = (RingStep(ring, AgentTarget(agent_id), end), HangUpStep(end))
            self._virtual.give(PublishFlow(Flow(flow_id, flow_id, ring, steps)), "operator")
            line = replace(
                self._trial.line,
                id=LineId(flow_id),
                flow_id=flow_id,
                whisper=False,
                announcement_prompt=None,
            )
            self._virtual.give(ConfigureLine(line), "operator")
            self._others[call_id] = agent_id
            self._arrive(call_id, line, CustomerId(flow_id))

    def _others_are_rung(self) -> bool:
        """Tell whether one of the others is not talking yet, in the minute there is for it."""
        calls, before = self._virtual.world.calls, self._trial.begins
        waiting = (call for call_id in self._others if (call := calls.get(call_id)) is not None)
        return self._virtual.now < before and any(
            not isinstance(call.state, Talking) for call in waiting
        )

    # ---- the caller ----------------------------------------------------------------------

    def _call(self) -> None:
        trial, virtual = self._trial, self._virtual
        self._arrive(CALLER, trial.line, CustomerId("trial-customer"))
        for press in trial.presses:
            self._after(press.after.total_seconds(), DigitPressed(LegId(CALLER), press.digit))
        if trial.hangs_up_after is not None:
            self._after(trial.hangs_up_after.total_seconds(), LegEnded(LegId(CALLER)))
        for call_id in self._others:
            virtual.after(trial.busy_for.total_seconds(), virtual.report, LegEnded(LegId(call_id)))

    def _arrive(self, call_id: CallId, line: Line, customer_id: CustomerId) -> None:
        withheld = self._trial.withheld and call_id == CALLER
        kind = NumberKind.WITHHELD if withheld else NumberKind.ORDINARY
        destination = Destination(kind, None if withheld else line.country)
        customer = None if withheld else customer_id
        self._virtual.give(CallArrived(call_id, line.id, customer, destination), "phone")

    def _is_over(self) -> bool:
        world = self._virtual.world
        return CALLER not in world.calls and not world.callbacks and not world.outbound_calls

    def _remember(self, fact: Fact) -> None:
        call_id = getattr(fact.event, "call_id", None) or getattr(fact.event, "item_id", None)
        if call_id not in self._others:
            self._facts.append(fact)

    # ---- what phones do ------------------------------------------------------------------

    def _after(self, seconds: float, given: Input) -> None:
        self._virtual.report_after(seconds, given)

    def _prompt(self, effect: PlayPrompt) -> None:
        finished = PromptFinished(effect.leg_id, effect.playback_id)
        self._after(self._seconds_of(effect.prompt), finished)

    def _record(self, effect: RecordVoicemail) -> None:
        seconds = min(MESSAGE_LEFT, effect.record_for_max.total_seconds())
        self._after(seconds, VoicemailRecorded(effect.call_id, seconds))

    def _ring(self, effect: RingAgent) -> None:
        call = self._virtual.world.agents[effect.agent_id].offer
        is_other = call is not None and CallId(call.item_id) in self._others
        if is_other or self._trial.agents_answer:
            self._after(0 if is_other else ANSWERED_AFTER, AgentPhoneAnswered(effect.leg_id))

    def _dial(self, effect: DialCustomer | DialOutside) -> None:
        self._after(1, CustomerRinging(effect.leg_id))
        if isinstance(effect, DialCustomer) or self._trial.agents_answer:
            self._after(ANSWERED_AFTER, CustomerAnswered(effect.leg_id))
        if isinstance(effect, DialOutside):
            self._after(ANSWERED_AFTER + TALK, LegEnded(effect.leg_id))

    def _talk(self, fact: Fact, event: CallConnected) -> None:
        if event.call_id not in self._others:
            self._after(TALK, LegEnded(LegId(event.call_id)))

    def _talk_back(self, fact: Fact, event: CustomerReached) -> None:
        call = self._virtual.world.outbound_calls.get(CallId(event.call_id))
        if call is not None:
            self._after(TALK, LegEnded(call.customer_leg_id))

    def _hang_up(self, effect: HangUp) -> None:
        self._after(0, LegEnded(effect.leg_id))
