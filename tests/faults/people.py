"""What callers, agents and those who run the company do in a life, drawn by chance."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from functools import partial
from random import Random
from typing import TypeVar

from ringback.core import inputs as i
from ringback.core.calendars import OpeningPeriod, WeeklyHours
from ringback.core.flow import Flow, HoursStep
from ringback.core.ids import AgentId, CallbackId, LineId, StepId
from ringback.core.settings import AgentStatus, PhoneKind
from ringback.core.states import AwaitingAgent, Offer, Standing
from ringback.core.world import World
from ringback.telephony.simulated.legs import LegKind
from ringback.telephony.simulated.manners import BY_HAND, Answers, Habits, Manner, Rejects
from ringback.telephony.simulated.network import PhoneNetwork
from ringback.telephony.simulated.phones import Phone, PhoneState
from tests.core import company

from .mishaps import Mishap, Mishaps
from .phone_watch import PhoneWatch
from .server import Server

LINE_NUMBERS = dict(
    zip(company.LINES, ("+33140000001", "+33140000002", "+33140000003"), strict=True)
)
ORDINARY_NUMBERS = ("+33612340001", "+33612340002", "+33612340003", "+33612340004")
CUSTOMER_NUMBERS = (
    *ORDINARY_NUMBERS,
    "+4915112345601",
    "+33899701234",
    "not a number",
)
HABITS = Habits(answer_within=timedelta(seconds=12), talk_for_max=timedelta(seconds=60))
PAGE_COMES_BACK_WITHIN = 4.0
PAGES_NOT_COMING_BACK = 0.1

Choice = TypeVar("Choice")


def mostly_plain(chance: Random) -> company.Pick:
    """Choose the plainest every other time, so that most callers find agents to call them back."""
    return lambda choices: 0 if chance.random() < 0.5 else chance.randrange(choices)


def open_at_night(flow: Flow) -> Flow:
    """Let a flow begin with hours whose opening falls into the hour of the clock's change."""
    periods = tuple(OpeningPeriod(day, time(2, 30), time(3, 2)) for day in range(7))
    hours = WeeklyHours("Europe/Paris", periods)
    gate = HoursStep(StepId("night"), hours, flow.first, company.END)
    return replace(flow, first=gate.id, steps=(gate, *flow.steps))


@dataclass
class People:
    """Everybody of one life. Nothing is done where it makes no sense at the moment."""

    chance: Random
    network: PhoneNetwork
    watch: PhoneWatch
    mishaps: Mishaps
    server: Server | None = None
    pages_closed: dict[AgentId, None] = field(default_factory=dict)
    pages_open: dict[AgentId, None] = field(default_factory=dict)
    """Those that the server of the moment has seen."""

    def __post_init__(self) -> None:
        self.customers = [self.network.customer(number) for number in CUSTOMER_NUMBERS]
        for phone in self.customers:
            self.watch.follow(phone)

    @property
    def world(self) -> World:
        """The world as the server's pages show it."""
        assert self.server is not None
        return self.server.engine.world

    def do_something(self) -> None:
        """One person does one thing."""
        chosen = self.chance.choices(ACTIONS, WEIGHTS)[0]
        if chosen.needs_server and self.server is None:
            return
        chosen.do(self)

    # ---- callers

    def caller_calls(self) -> None:
        idle = [phone for phone in self.customers if phone.state is PhoneState.IDLE]
        if not idle:
            return
        weights = [8 if phone.number in ORDINARY_NUMBERS else 1 for phone in idle]
        [phone] = self.chance.choices(idle, weights)
        phone.manner = self._manner()
        line_id = self.chance.choice(company.LINES)
        withheld = self.chance.random() < 0.08
        self.network.call_in(phone, LINE_NUMBERS[line_id], phone.name, withheld=withheld)

    def caller_presses(self) -> None:
        phone = self._one_of(self._callers())
        if phone is None:
            return
        phone.press("1" if self.chance.random() < 0.1 else "*")
        if self.chance.random() < 0.15:
            phone.press("*")
        if self.chance.random() < 0.2:
            phone.hang_up()

    def caller_hangs_up(self) -> None:
        phone = self._one_of(
            [phone for phone in self.customers if phone.state is not PhoneState.IDLE]
        )
        if phone is not None:
            phone.hang_up()

    def customer_answers(self) -> None:
        phone = self._one_of(
            [phone for phone in self.customers if phone.state is PhoneState.RINGING]
        )
        if phone is not None:
            phone.answer() if self.chance.random() < 0.8 else phone.reject()

    def _callers(self) -> list[Phone]:
        found = []
        for phone in self.customers:
            leg = self.network.system.leg_of_phone(phone)
            if leg is not None and leg.kind is LegKind.INBOUND and leg.partner is None:
                found.append(phone)
        return found

    def _manner(self) -> Manner:
        if self.chance.random() < 0.2:
            return BY_HAND
        return HABITS.draw(self.chance)

    # ---- agents

    def agent_accepts(self) -> None:
        offer = self._offer()
        if offer is not None:
            self._accept(offer)

    def two_accept_at_once(self) -> None:
        """Two colleagues who are rung for the same item accept in the same instant."""
        offer = self._offer()
        if offer is None:
            return
        rung = [other for other in self.world.offers.values() if other.item_id == offer.item_id]
        if len(rung) < 2:
            return
        self.mishaps.struck[Mishap.ACCEPTS_AT_ONCE] += 1
        for each in rung[:2]:
            phone = self.network.agents[each.agent_id]
            if phone.state is PhoneState.RINGING and self.chance.random() < 0.5:
                phone.answer()
            else:
                self._accept(each)

    def agent_declines(self) -> None:
        offer = self._offer()
        if offer is not None and self.server is not None:
            self.server.ask(i.DeclineOffer(offer.id, offer.agent_id), f"agent:{offer.agent_id}")

    def desk_is_picked_up(self) -> None:
        ringing = [p for p in self.network.agents.values() if p.state is PhoneState.RINGING]
        phone = self._one_of(ringing)
        if phone is not None:
            phone.answer() if self.chance.random() < 0.8 else phone.reject()

    def agent_hangs_up(self) -> None:
        impatient = self.chance.random() < 0.15
        reached = (call.id for call in self.world.outbound_calls.values() if call.reached)
        talking = {*self.world.calls, *reached}
        busy = [
            agent.id
            for agent in self.world.agents.values()
            if agent.call_id is not None and (agent.call_id in talking or impatient)
        ]
        agent_id = self._one_of(busy)
        if agent_id is None or self.server is None:
            return
        if self.chance.random() < 0.5:
            self.network.agents[agent_id].hang_up()
        else:
            self.server.ask(i.HangUpAgent(agent_id), f"agent:{agent_id}")

    def agent_changes_status(self) -> None:
        agent_id = self._one_of(list(self.world.agents))
        online, away, offline = AgentStatus.ONLINE, AgentStatus.DO_NOT_DISTURB, AgentStatus.OFFLINE
        status = self.chance.choice((online, online, online, away, offline))
        if agent_id is not None and self.server is not None:
            self.server.ask(i.SetAgentStatus(agent_id, status), f"agent:{agent_id}")

    def agent_corrects(self) -> None:
        for agent in self.world.agents.values():
            if agent.correctable is not None and self.server is not None:
                correction = self.chance.choice(list(i.OutcomeCorrection))
                request = i.CorrectOutcome(agent.correctable, agent.id, correction)
                self.server.ask(request, f"agent:{agent.id}")

    def agent_works_the_list(self) -> None:
        """Call by hand what is listed; mostly that, now and then claim, release or dismiss."""
        waiting = [c for c in self.world.callbacks.values() if isinstance(c.state, AwaitingAgent)]
        callback = self._one_of([*waiting, *self.world.follow_ups.values()])
        free = [a.id for a in self.world.agents.values() if a.standing is Standing.AVAILABLE]
        agent_id = self._one_of(free)
        if callback is None or agent_id is None or self.server is None:
            return
        kinds = (i.CallByHand, i.CallByHand, i.CallByHand, i.ClaimCallback, i.ReleaseCallback)
        kind = self.chance.choice((*kinds, i.DismissCallback))
        agent_id = callback.claimed_by or agent_id
        self.server.ask(kind(callback.id, agent_id), f"agent:{agent_id}")

    def _offer(self) -> Offer | None:
        return self._one_of([o for o in self.world.offers.values() if o.accepted_at is None])

    def _accept(self, offer: Offer) -> None:
        if self.server is not None:
            self.server.ask(i.AcceptOffer(offer.id, offer.agent_id), f"agent:{offer.agent_id}")

    # ---- pages and phones

    def close_page(self) -> None:
        """A page is gone; at a browser phone that is the phone itself."""
        agent_id = self._one_of(self._with_phone(PhoneKind.BROWSER))
        if agent_id is None or self.server is None:
            return
        if agent_id in self.pages_open:
            del self.pages_open[agent_id]
            self._be_without_page(agent_id)
            self.server.presence.page_closed(agent_id)

    def _be_without_page(self, agent_id: AgentId) -> None:
        self.pages_closed[agent_id] = None
        self.watch.agent_gone(agent_id)
        self.network.unplug(agent_id)
        self.mishaps.struck[Mishap.PAGE_CLOSED] += 1

    def unplug_phone(self) -> None:
        agent_id = self._one_of(self._with_phone(PhoneKind.DESK))
        if agent_id is not None and self.network.agents[agent_id].is_plugged:
            self.watch.agent_gone(agent_id)
            self.network.unplug(agent_id)
            self.mishaps.struck[Mishap.PHONE_UNPLUGGED] += 1

    def agent_comes_back(self) -> None:
        gone = [agent for agent, phone in self.network.agents.items() if not phone.is_plugged]
        agent_id = self._one_of(gone)
        if agent_id is not None:
            self.come_back(agent_id)

    def come_back(self, agent_id: AgentId) -> None:
        self.watch.agent_back(agent_id)
        self.network.plug(agent_id)
        was_closed = agent_id in self.pages_closed
        self.pages_closed.pop(agent_id, None)
        if was_closed and self.server is not None:
            self._open(self.server, agent_id)

    def open_pages(self, server: Server, *, pages_lost: float = PAGES_NOT_COMING_BACK) -> None:
        """After a start most open pages find the server again, each in its time."""
        self.pages_open.clear()
        for agent_id, agent in server.engine.world.agents.items():
            is_browser = agent.profile.phone is PhoneKind.BROWSER
            if is_browser and self.chance.random() < pages_lost:
                self._be_without_page(agent_id)
            delay = timedelta(seconds=self.chance.random() * PAGE_COMES_BACK_WITHIN)
            self.network.scheduler.call_later(delay, partial(self._open, server, agent_id))

    def _open(self, server: Server, agent_id: AgentId) -> None:
        is_closed = agent_id in self.pages_closed or agent_id in self.pages_open
        if self.server is server and not is_closed:
            self.pages_open[agent_id] = None
            server.presence.page_opened(agent_id)

    def _with_phone(self, kind: PhoneKind) -> list[AgentId]:
        if self.server is None:
            return []
        return [a.id for a in self.world.agents.values() if a.profile.phone is kind]

    # ---- those who run the company

    def callback_is_cancelled(self) -> None:
        callback_id: CallbackId | None = self._one_of(list(self.world.callbacks))
        if callback_id is not None and self.server is not None:
            reason = self.chance.choice(list(i.CancelReason))
            self.server.ask(i.CancelCallback(callback_id, reason), "operator")

    def company_is_changed(self) -> None:
        if self.server is None or not self.world.agents:
            return
        pick, agents = mostly_plain(self.chance), list(self.world.agents)
        request: i.Request
        match self.chance.randrange(4):
            case 0:
                line_id: LineId = self.chance.choice(company.LINES)
                request = i.ConfigureLine(company.line(line_id, pick))
            case 1:
                flow = company.flow(self.chance.choice(company.FLOWS), agents, pick)
                request = i.PublishFlow(flow)
            case 2:
                team_id = self.chance.choice(company.TEAMS)
                request = i.ConfigureTeam(company.team(team_id, agents, pick))
            case _:
                agent = self.world.agents[self.chance.choice(agents)]
                wrap_up = timedelta(seconds=self.chance.choice((0, 5, 20)))
                request = i.ConfigureAgent(replace(agent.profile, wrap_up=wrap_up))
        self.server.ask(request, "operator")

    def desk_gets_a_manner(self) -> None:
        phone = self._one_of(list(self.network.agents.values()))
        if phone is not None:
            soon = timedelta(seconds=self.chance.uniform(0.5, 6))
            phone.manner = self.chance.choice(
                (BY_HAND, Answers(soon), Answers(soon), Rejects(soon))
            )

    def everybody_goes_home(self) -> None:
        """Whoever is in a call hangs up."""
        for phone in (*self.customers, *self.network.agents.values()):
            if phone.state in (PhoneState.IN_CALL, PhoneState.CALLING, PhoneState.REFUSED):
                phone.hang_up()

    def _one_of(self, choices: list[Choice]) -> Choice | None:
        return self.chance.choice(choices) if choices else None


@dataclass(frozen=True)
class Action:
    """Something a person does, and how often."""

    do: Callable[[People], None]
    weight: int
    needs_server: bool = True


ACTIONS = (
    Action(People.caller_calls, 14, needs_server=False),
    Action(People.caller_presses, 20, needs_server=False),
    Action(People.caller_hangs_up, 3, needs_server=False),
    Action(People.customer_answers, 4, needs_server=False),
    Action(People.desk_is_picked_up, 8, needs_server=False),
    Action(People.desk_gets_a_manner, 2, needs_server=False),
    Action(People.agent_accepts, 18),
    Action(People.two_accept_at_once, 6),
    Action(People.agent_declines, 3),
    Action(People.agent_hangs_up, 8),
    Action(People.agent_changes_status, 3),
    Action(People.agent_corrects, 3),
    Action(People.agent_works_the_list, 6),
    Action(People.agent_comes_back, 6, needs_server=False),
    Action(People.callback_is_cancelled, 1),
    Action(People.company_is_changed, 1),
)
WEIGHTS = [action.weight for action in ACTIONS]
