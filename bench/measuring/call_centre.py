"""A call centre in virtual time: people who call, wait, press `*`, answer and hang up.

It feeds one core as the phones and the screens would, keeps a wanted number of items waiting, and
times every `step`. Everything is drawn from one seed.
"""

import heapq
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from time import perf_counter_ns

from ringback.core import effects, events, inputs
from ringback.core.flow import (
    AudioStep,
    Flow,
    RingRule,
    RingStep,
    TeamTarget,
    VoicemailStep,
    WaitingExperience,
)
from ringback.core.ids import (
    AccountId,
    AgentId,
    CallId,
    CustomerId,
    FlowId,
    LegId,
    LineId,
    StepId,
    TeamId,
)
from ringback.core.refusals import Refusal
from ringback.core.settings import (
    AgentProfile,
    AgentStatus,
    Destination,
    DiallingPolicy,
    Line,
    NumberKind,
    PhoneKind,
    Team,
)
from ringback.core.states import InAudio
from ringback.core.step import Step, next_deadline, step
from ringback.core.world import World

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
ORDINARY = Destination(NumberKind.ORDINARY, "FR")
TEAMS = 20
MESSAGE_LASTS = 5.0
ASKS_FOR_CALLBACK = 0.3
GIVES_UP_WAITING = 0.08
DECLINES = 0.06
LETS_IT_RING = 0.02
TALKS = 180.0
CUSTOMER_ANSWERS = 0.8
LEAVES_FOR_A_PAUSE = 0.05


class CallCentre:
    """One account with agents in teams of their own queue, and its crowd of callers."""

    def __init__(
        self,
        *,
        agents: int,
        waiting: int,
        seed: int = 1,
        witness: Callable[[Sequence[events.Fact]], None] = lambda _: None,
    ) -> None:
        self.world = World()
        self.now = START
        self.chance = random.Random(seed)
        self.waiting_wanted = waiting
        self.spent: dict[str, list[int]] = defaultdict(list)
        self.events: Counter[str] = Counter()
        self.refused = 0
        self._witness = witness
        self._callers = 0
        self._planned: list[tuple[datetime, int, inputs.Input]] = []
        self._plans = 0
        self._legs: set[str] = set()
        self._in_audio: set[str] = set()
        self._browsers = {AgentId(f"a{n}") for n in range(0, agents, 2)}
        self._open(agents)

    @property
    def waiting(self) -> int:
        return sum(len(queue.items) for queue in self.world.queues.values())

    def fill(self) -> None:
        """Let callers arrive until as many wait as wanted, and some time go by."""
        while self.waiting < self.waiting_wanted:
            self._caller_arrives()
            self._let_pass(self.now + timedelta(milliseconds=4))
        self._let_pass(self.now + timedelta(seconds=90))

    def serve(self, steps: int) -> None:
        """Go on for so many inputs, with a new caller for each one that is gone."""
        self.spent.clear()
        self.events.clear()
        taken = 0
        while taken < steps:
            missing = self.waiting_wanted - self.waiting - len(self._in_audio)
            for _ in range(missing):
                self._caller_arrives()
            taken += max(missing, 0) + self._let_pass(self._next_instant())

    def let_callers_wait(self, count: int) -> range:
        """Put so many more live callers into the queues, in one instant; give their numbers."""
        first = self._callers + 1
        for _ in range(count):
            self._callers += 1
            call_id = CallId(f"call-{self._callers}")
            self._arrives(call_id)
            self._finish_prompt(call_id)
        self.spent.clear()
        return range(first, self._callers + 1)

    def turn_into_callbacks(self, callers: range) -> None:
        """Let waiting callers ask for a callback and hang up, until all are settled."""
        for number in callers:
            call_id = CallId(f"call-{number}")
            self._give(inputs.DigitPressed(LegId(call_id), "*"))
            self._finish_prompt(call_id)
            self._give(inputs.LegEnded(LegId(call_id)))
        self._planned.clear()
        self._let_pass(self.now + timedelta(seconds=30))
        self.spent.clear()

    def _finish_prompt(self, call_id: CallId) -> None:
        playback_id = self.world.calls[call_id].playback_id
        assert playback_id is not None
        self._give(inputs.PromptFinished(LegId(call_id), playback_id))

    # ---- opening -----------------------------------------------------------------------

    def _open(self, agents: int) -> None:
        self._give(inputs.OpenAccount(AccountId("bench"), 1_000_000))
        for n in range(agents):
            agent_id = AgentId(f"a{n}")
            kind = PhoneKind.BROWSER if agent_id in self._browsers else PhoneKind.DESK
            profile = AgentProfile(agent_id, agent_id, kind, wrap_up=timedelta(seconds=15))
            self._give(inputs.ConfigureAgent(profile))
            self._give(inputs.SetAgentStatus(agent_id, AgentStatus.ONLINE))
        for n in range(TEAMS):
            members = tuple(AgentId(f"a{m}") for m in range(n, agents, TEAMS))
            rule = RingRule.LONGEST_IDLE if n % 2 else RingRule.SIMULTANEOUS
            self._give(inputs.ConfigureTeam(Team(TeamId(f"t{n}"), f"t{n}", members)))
            self._give(inputs.PublishFlow(_flow(n, rule)))
            self._give(inputs.ConfigureLine(_line(n)))
        assert not self.refused

    # ---- time --------------------------------------------------------------------------

    def _next_instant(self) -> datetime:
        due = next_deadline(self.world)
        planned = self._planned[0][0] if self._planned else None
        instants = [instant for instant in (due, planned) if instant is not None]
        return max(min(instants), self.now)

    def _let_pass(self, until: datetime) -> int:
        """Feed all that happens up to an instant, as the engine would; count the inputs."""
        taken = 0
        while True:
            due = next_deadline(self.world)
            planned = self._planned[0][0] if self._planned else None
            if due is not None and due <= until and (planned is None or due < planned):
                self.now = max(due, self.now)
                self._give(inputs.TimePassed())
            elif planned is not None and planned <= until:
                self.now = max(planned, self.now)
                self._give(heapq.heappop(self._planned)[2])
            else:
                self.now = until
                return taken
            taken += 1

    def _plan(self, seconds: float, given: inputs.Input) -> None:
        self._plans += 1
        instant = self.now + timedelta(seconds=seconds)
        heapq.heappush(self._planned, (instant, self._plans, given))

    def _give(self, given: inputs.Input) -> None:
        kind = type(given).__name__
        chance = self._callers
        self._before(given)
        begun = perf_counter_ns()
        try:
            done = step(self.world, given, at=self.now, chance=chance, actor="bench")
        except Refusal as refusal:
            self.refused += 1
            if isinstance(refusal.settled, Step):
                self._witness(refusal.settled.facts)
            return
        finally:
            self.spent[kind].append(perf_counter_ns() - begun)
        self._witness(done.facts)
        for fact in done.facts:
            self.events[type(fact.event).__name__] += 1
            if isinstance(fact.event, events.OffersMade):
                self._cards_appear(fact.event)
        for effect in done.effects:
            self._perform(effect)

    def _before(self, given: inputs.Input) -> None:
        match given:
            case inputs.LegEnded(leg_id=leg_id):
                self._legs.discard(leg_id)
                self._in_audio.discard(leg_id)
            case inputs.PromptFinished(leg_id=leg_id) | inputs.DigitPressed(leg_id=leg_id):
                self._in_audio.discard(leg_id)
            case inputs.AgentPhoneAnswered(leg_id=leg_id):
                self._legs.add(leg_id)
            case _:
                pass

    # ---- people ------------------------------------------------------------------------

    def _caller_arrives(self) -> None:
        self._callers += 1
        call_id = CallId(f"call-{self._callers}")
        self._arrives(call_id)
        self._legs.add(call_id)
        if isinstance(self.world.calls[call_id].state, InAudio):
            self._in_audio.add(call_id)
        draw = self.chance.random()
        if draw < ASKS_FOR_CALLBACK:
            self._plan(self.chance.uniform(2, 40), inputs.DigitPressed(LegId(call_id), "*"))
        elif draw < ASKS_FOR_CALLBACK + GIVES_UP_WAITING:
            self._plan(self.chance.expovariate(1 / 600), inputs.LegEnded(LegId(call_id)))

    def _arrives(self, call_id: CallId) -> None:
        line_id = LineId(f"l{self._callers % TEAMS}")
        customer_id = CustomerId(f"c{self._callers}")
        self._give(inputs.CallArrived(call_id, line_id, customer_id, ORDINARY))

    def _cards_appear(self, made: events.OffersMade) -> None:
        for terms in made.offers:
            if terms.agent_id not in self._browsers:
                continue
            draw, seconds = self.chance.random(), self.chance.uniform(1, 8)
            if draw < DECLINES:
                self._plan(seconds, inputs.DeclineOffer(terms.offer_id, terms.agent_id))
            elif draw > DECLINES + LETS_IT_RING:
                self._plan(seconds, inputs.AcceptOffer(terms.offer_id, terms.agent_id))

    def _perform(self, effect: effects.Effect) -> None:
        match effect:
            case effects.PlayPrompt(leg_id=leg_id, playback_id=playback_id):
                self._plan(MESSAGE_LASTS, inputs.PromptFinished(leg_id, playback_id))
            case effects.RingAgent(leg_id=leg_id):
                self._desk_phone_rings(leg_id)
            case effects.ConnectAgent(leg_id=leg_id):
                self._plan(0.2, inputs.AgentPhoneAnswered(leg_id))
            case effects.DialCustomer(leg_id=leg_id):
                self._customer_is_dialled(leg_id)
            case effects.Join(customer_leg_id=customer_leg_id, agent_leg_id=agent_leg_id):
                ending = customer_leg_id if self.chance.random() < 0.5 else agent_leg_id
                self._plan(self.chance.expovariate(1 / TALKS), inputs.LegEnded(ending))
                self._perhaps_a_pause(agent_leg_id)
            case effects.HangUp(leg_id=leg_id) | effects.TurnAway(leg_id=leg_id):
                if leg_id in self._legs:
                    self._plan(0.05, inputs.LegEnded(leg_id))
            case _:
                pass

    def _desk_phone_rings(self, leg_id: LegId) -> None:
        draw, seconds = self.chance.random(), self.chance.uniform(1, 8)
        if draw < DECLINES:
            self._plan(seconds, inputs.AgentPhoneDeclined(leg_id))
        elif draw > DECLINES + LETS_IT_RING:
            self._plan(seconds, inputs.AgentPhoneAnswered(leg_id))

    def _customer_is_dialled(self, leg_id: LegId) -> None:
        self._legs.add(leg_id)
        self._plan(1.5, inputs.CustomerRinging(leg_id))
        if self.chance.random() < CUSTOMER_ANSWERS:
            self._plan(8, inputs.CustomerAnswered(leg_id))
        else:
            self._plan(12, inputs.CustomerFailed(leg_id, inputs.FailureCause.BUSY))

    def _perhaps_a_pause(self, agent_leg_id: LegId) -> None:
        """Some agents go into Do not disturb during a call, and come back later."""
        if self.chance.random() < LEAVES_FOR_A_PAUSE:
            agent_id = self.world.legs[agent_leg_id]
            away = inputs.SetAgentStatus(agent_id, AgentStatus.DO_NOT_DISTURB)
            self._plan(20, away)
            self._plan(320, inputs.SetAgentStatus(agent_id, AgentStatus.ONLINE))


def _flow(n: int, rule: RingRule) -> Flow:
    waiting = WaitingExperience(messages=("en/offer",), message_every=timedelta(hours=1))
    steps = (
        AudioStep(StepId("welcome"), "en/welcome", StepId("ring")),
        RingStep(
            StepId("ring"),
            TeamTarget(TeamId(f"t{n}")),
            StepId("voicemail"),
            ring_for=timedelta(hours=1),
            rule=rule,
            waiting=waiting,
        ),
        VoicemailStep(StepId("voicemail"), "en/voicemail_greeting"),
    )
    return Flow(FlowId(f"f{n}"), f"f{n}", StepId("welcome"), steps)


def _line(n: int) -> Line:
    policy = DiallingPolicy(line_hour_max=100_000)
    return Line(LineId(f"l{n}"), f"l{n}", "FR", "en", FlowId(f"f{n}"), dialling=policy)
