"""Agents with their cards, their phones, their pages and their list of requests."""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from ringback.core import inputs as i
from ringback.core.ids import AgentId
from ringback.core.settings import AgentStatus, PhoneKind
from ringback.core.states import AwaitingAgent, Offer, Standing
from ringback.ports import OutsideTransfer
from ringback.telephony.simulated.manners import BY_HAND, Answers, Rejects
from ringback.telephony.simulated.phones import Phone, PhoneState

from .mishaps import Mishap
from .persons import Persons
from .server import Server, outside_number_of

PAGE_COMES_BACK_WITHIN = 4.0
PAGES_NOT_COMING_BACK = 0.1
LAST_CALLS = 10


@dataclass
class Agents(Persons):
    """The agents. At a browser phone the page is the phone."""

    phones_outside: dict[AgentId, Phone] = field(default_factory=dict)
    pages_closed: dict[AgentId, None] = field(default_factory=dict)
    notes_written: int = 0
    pages_open: dict[AgentId, None] = field(default_factory=dict)
    """Those that the server of the moment has seen."""

    # ---- cards

    def accept(self) -> None:
        offer = self._card()
        if offer is not None:
            self._accept(offer)

    def two_accept_at_once(self) -> None:
        """Two colleagues who are rung for the same item accept in the same instant."""
        offer = self._card()
        if offer is None:
            return
        rung = [other for other in self.world.offers.values() if other.item_id == offer.item_id]
        if len(rung) < 2:
            return
        self.mishaps.struck[Mishap.ACCEPTS_AT_ONCE] += 1
        for each in rung[:2]:
            phone = self.network.agents[each.agent_id]
            if phone.state is PhoneState.RINGING and self.happens(0.5):
                phone.answer()
            else:
                self._accept(each)

    def decline(self) -> None:
        offer = self._card()
        if offer is not None:
            self.ask(i.DeclineOffer(offer.id, offer.agent_id), f"agent:{offer.agent_id}")

    def _card(self) -> Offer | None:
        return self.one_of([o for o in self.world.offers.values() if o.accepted_at is None])

    def _accept(self, offer: Offer) -> None:
        self.ask(i.AcceptOffer(offer.id, offer.agent_id), f"agent:{offer.agent_id}")

    # ---- calls

    def phones(self) -> list[Phone]:
        """List the phones at desks and in pages, and those outside."""
        for agent_id in self.network.agents:
            if agent_id not in self.phones_outside:
                phone = self.network.new_customer(outside_number_of(agent_id))
                self.phones_outside[agent_id] = phone
        return [*self.network.agents.values(), *self.phones_outside.values()]

    def press_outside(self) -> None:
        """At a phone outside an agent is asked for a key: 1 to take the call."""
        asked = [p for p in self.phones_outside.values() if p.state is PhoneState.IN_CALL]
        phone = self.one_of(asked)
        if phone is not None:
            phone.press(self.chance.choice("11112"))

    def pick_up(self) -> None:
        ringing = [phone for phone in self.phones() if phone.state is PhoneState.RINGING]
        phone = self.one_of(ringing)
        if phone is not None:
            phone.answer() if self.happens(0.8) else phone.reject()

    def change_manner(self) -> None:
        phone = self.one_of(list(self.network.agents.values()))
        if phone is not None:
            soon = timedelta(seconds=self.chance.uniform(0.5, 6))
            manners = (BY_HAND, Answers(soon), Answers(soon), Rejects(soon))
            phone.manner = self.chance.choice(manners)

    def hang_up(self) -> None:
        """Mostly those who talk to somebody; now and then one whose customer still rings."""
        is_impatient = self.happens(0.15)
        reached = (call.id for call in self.world.outbound_calls.values() if call.reached)
        talking = {*self.world.calls, *reached}
        in_call = [
            agent.id
            for agent in self.world.agents.values()
            if agent.call_id is not None and (is_impatient or agent.call_id in talking)
        ]
        agent_id = self.one_of(in_call)
        if agent_id is None:
            return
        if self.happens(0.5):
            outside = self.phones_outside.get(agent_id)
            for phone in (self.network.agents[agent_id], *([outside] if outside else [])):
                phone.hang_up()
        else:
            self.ask(i.HangUpAgent(agent_id), f"agent:{agent_id}")

    def mute_hold_or_transfer(self) -> None:
        """Do one of the things that an agent can do in a conversation."""
        in_call = [a.id for a in self.world.agents.values() if a.call_id is not None]
        agent_id, colleague_id = self.one_of(in_call), self.one_of(list(self.world.agents))
        line_id, team_id = self.one_of(list(self.world.lines)), self.one_of(list(self.world.teams))
        if agent_id is None or colleague_id is None or line_id is None or team_id is None:
            return
        wanted: list[i.Request | OutsideTransfer] = [
            i.MuteAgent(agent_id),
            i.UnmuteAgent(agent_id),
            i.PutOnHold(agent_id),
            i.TakeOffHold(agent_id),
            i.TransferToAgent(agent_id, colleague_id),
            i.TransferToTeam(agent_id, team_id),
            i.TransferToLine(agent_id, line_id),
            OutsideTransfer(agent_id, f"+336990000{self.chance.randrange(10, 99)}"),
        ]
        self.ask(self.chance.choice(wanted), f"agent:{agent_id}")

    def consult(self) -> None:
        """Ask a colleague, mostly one who is free; or end a consultation there is."""
        consulting = [call for call in self.world.calls.values() if call.consultation is not None]
        call = self.one_of(consulting)
        if call is not None and self.happens(0.5):
            assert call.consultation is not None
            agent_id = call.consultation.talking.agent_id
            kind = self.chance.choice((i.CompleteTransfer, i.CancelConsultation))
            self.ask(kind(agent_id), f"agent:{agent_id}")
            return
        talking = self.one_of([a.id for a in self.world.agents.values() if a.call_id is not None])
        free = [a.id for a in self.world.agents.values() if a.standing is Standing.AVAILABLE]
        colleague_id = self.one_of(free if self.happens(0.9) else list(self.world.agents))
        if talking is not None and colleague_id is not None:
            self.ask(i.ConsultAgent(talking, colleague_id), f"agent:{talking}")

    def write_a_note(self) -> None:
        """About one of the last calls."""
        agent_id = self.one_of(list(self.world.agents))
        if self.server is None or agent_id is None:
            return
        call = self.one_of(list(self.server.account.records.calls(LAST_CALLS)))
        if call is not None:
            self.notes_written += 1
            self.server.write_note(call, agent_id, f"remark-{self.notes_written:06}")

    def correct(self) -> None:
        for agent in self.world.agents.values():
            if agent.correctable is not None:
                correction = self.chance.choice(list(i.OutcomeCorrection))
                request = i.CorrectOutcome(agent.correctable, agent.id, correction)
                self.ask(request, f"agent:{agent.id}")

    def end_wrap_up(self) -> None:
        wrapping_up = [a.id for a in self.world.agents.values() if a.wrap_up_until is not None]
        agent_id = self.one_of(wrapping_up)
        if agent_id is not None:
            self.ask(i.EndWrapUp(agent_id), f"agent:{agent_id}")

    def work_the_list(self) -> None:
        """Call by hand what is listed; mostly that, now and then claim, release or dismiss."""
        waiting = [c for c in self.world.callbacks.values() if isinstance(c.state, AwaitingAgent)]
        callback = self.one_of([*waiting, *self.world.follow_ups.values()])
        free = [a.id for a in self.world.agents.values() if a.standing is Standing.AVAILABLE]
        agent_id = self.one_of(free)
        if callback is None or agent_id is None:
            return
        agent_id = callback.claimed_by or agent_id
        calls = (i.CallByHand, i.CallByHand, i.CallByHand)
        others = (i.ClaimCallback, i.ReleaseCallback, i.DismissCallback)
        kind = self.chance.choice((*calls, *others))
        self.ask(kind(callback.id, agent_id), f"agent:{agent_id}")

    # ---- coming and going

    def change_status(self) -> None:
        agent_id = self.one_of(list(self.world.agents))
        online, away, offline = AgentStatus.ONLINE, AgentStatus.DO_NOT_DISTURB, AgentStatus.OFFLINE
        status = self.chance.choice((online, online, online, online, away, offline))
        if agent_id is not None:
            self.ask(i.SetAgentStatus(agent_id, status), f"agent:{agent_id}")

    def close_page(self) -> None:
        """A page is gone; at a browser phone that is the phone itself."""
        agent_id = self.one_of(self._with_phone(PhoneKind.BROWSER))
        if agent_id in self.pages_open and self.server is not None:
            del self.pages_open[agent_id]
            self._be_without_page(agent_id)
            self.server.presence.phone_lost(agent_id)

    def unplug_phone(self) -> None:
        agent_id = self.one_of(self._with_phone(PhoneKind.DESK))
        if agent_id is not None and self.network.agents[agent_id].is_plugged:
            self.watch.agent_gone(agent_id, PhoneKind.DESK)
            self.network.unplug(agent_id)
            self.mishaps.struck[Mishap.PHONE_UNPLUGGED] += 1

    def come_back(self) -> None:
        gone = [agent for agent, phone in self.network.agents.items() if not phone.is_plugged]
        agent_id = self.one_of(gone)
        if agent_id is not None:
            self.bring_back(agent_id)

    def bring_back(self, agent_id: AgentId) -> None:
        """Plug the phone in, and open the page if it was closed."""
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
            if is_browser and self.happens(pages_lost):
                self._be_without_page(agent_id)
            delay = timedelta(seconds=self.chance.random() * PAGE_COMES_BACK_WITHIN)
            self.network.scheduler.call_later(delay, partial(self._open, server, agent_id))

    def _open(self, server: Server, agent_id: AgentId) -> None:
        is_closed = agent_id in self.pages_closed or agent_id in self.pages_open
        if self.server is server and not is_closed:
            self.pages_open[agent_id] = None
            server.presence.phone_connected(agent_id)

    def _be_without_page(self, agent_id: AgentId) -> None:
        self.pages_closed[agent_id] = None
        self.watch.agent_gone(agent_id, PhoneKind.BROWSER)
        self.network.unplug(agent_id)
        self.mishaps.struck[Mishap.PAGE_CLOSED] += 1

    def _with_phone(self, kind: PhoneKind) -> list[AgentId]:
        if self.server is None:
            return []
        return [a.id for a in self.world.agents.values() if a.profile.phone is kind]
