"""Plays the agents: they come and go, take calls or let them ring, and write down what was said."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

from ringback.core.events import (
    AgentFreed,
    AgentStatusSet,
    CallConnected,
    CustomerReached,
    Fact,
    OffersMade,
    OfferTerms,
    StatusCause,
)
from ringback.core.ids import AgentId, CallId, CustomerId, TagId
from ringback.core.inputs import (
    AcceptOffer,
    CorrectOutcome,
    DeclineOffer,
    EndWrapUp,
    OutcomeCorrection,
    SetAgentStatus,
    TagCall,
)
from ringback.core.settings import AgentStatus, PhoneKind
from ringback.telephony.simulated.phones import Phone, PhoneState

from .calendar import LUNCH, Shift
from .stage import Stage
from .words import NOTES

MISS_SHARE = 0.06
"""Of all that rings an agent, what is let ring out."""
DECLINE_SHARE = 0.08
"""Of the cards of callbacks."""
TAG_SHARE, NOTE_SHARE, CORRECTION_SHARE = 0.3, 0.12, 0.05
SHORT_WRAP_UP_SHARE = 0.35
LATE_MAX = timedelta(minutes=25)
"""For so long an agent stays for those who still wait when the day is over."""
LOOKED_AGAIN_SECONDS = 45.0


class Agents:
    """All agents; `follow` shows them the facts that concern them."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._kinds: Mapping[AgentId, PhoneKind] = {
            AgentId(agent.id): agent.phone for agent in stage.settings.agents
        }
        self._languages = {AgentId(agent.id): agent.language for agent in stage.settings.agents}
        self._tags = [TagId(tag.id) for tag in stage.settings.tags]
        self._on_shift: set[AgentId] = set()
        self._talked: dict[AgentId, tuple[CallId, CustomerId | None]] = {}

    def watch_desks(self) -> None:
        """Let agents with a desk phone pick it up when it rings."""
        for agent_id, kind in self._kinds.items():
            if kind is PhoneKind.DESK:
                self._stage.network.agents[agent_id].subscribe(partial(self._rings, agent_id))

    def work(self, shift: Shift) -> None:
        """Plan a day at work."""
        time = self._stage.time
        time.call_at(shift.begins, partial(self._come, shift.agent_id))
        time.call_at(shift.ends, partial(self._go_home, shift))
        if shift.lunch is not None:
            time.call_at(shift.lunch, partial(self._take_break, shift.agent_id, shift.ends))

    def stand_ready(self, ready: Sequence[AgentId]) -> None:
        """Send everybody home except for some, who are online without a page open."""
        for agent_id, kind in self._kinds.items():
            status = AgentStatus.ONLINE if agent_id in ready else AgentStatus.OFFLINE
            if agent_id in self._on_shift or status is AgentStatus.ONLINE:
                self._set(agent_id, status)
            if agent_id in self._on_shift and kind is PhoneKind.BROWSER:
                self._stage.account.presence.phone_lost(agent_id)
        self._on_shift.clear()

    def follow(self, facts: Sequence[Fact]) -> None:
        for fact in facts:
            match fact.event:
                case OffersMade(item_id=item_id, offers=offers):
                    is_callback = CallId(item_id) not in self._stage.world.calls
                    for terms in offers:
                        self._ring(terms, is_callback=is_callback)
                case CallConnected(call_id=call_id, agent_id=agent_id):
                    call = self._stage.world.calls.get(call_id)
                    self._talked[agent_id] = (call_id, None if call is None else call.customer_id)
                case CustomerReached(call_id=call_id):
                    outbound = self._stage.world.outbound_calls[call_id]
                    self._talked[outbound.agent_id] = (call_id, outbound.customer_id)
                case AgentFreed() as freed:
                    self._wrap_up(freed)
                case AgentStatusSet(agent_id=agent_id, cause=StatusCause.RANG_OUT):
                    self._stage.after(600, partial(self._return, agent_id))
                case _:
                    pass

    # ---- what rings

    def _ring(self, terms: OfferTerms, *, is_callback: bool) -> None:
        stage, agent_id = self._stage, terms.agent_id
        if self._kinds[agent_id] is not PhoneKind.BROWSER or stage.happens(MISS_SHARE):
            return
        declines = is_callback and stage.happens(DECLINE_SHARE)
        answer = DeclineOffer if declines else AcceptOffer
        request = answer(terms.offer_id, agent_id)
        stage.after(stage.lasts(5, least=1.5), partial(stage.ask, request, f"agent:{agent_id}"))

    def _rings(self, agent_id: AgentId, phone: Phone) -> None:
        stage = self._stage
        if phone.state is not PhoneState.RINGING or stage.happens(MISS_SHARE):
            return
        hand = phone.reject if stage.happens(DECLINE_SHARE / 2) else phone.answer
        stage.after(stage.lasts(6, least=2), hand)

    # ---- after a conversation

    def _wrap_up(self, freed: AgentFreed) -> None:
        stage, agent_id = self._stage, freed.agent_id
        call_id, customer_id = self._talked.pop(agent_id, (None, None))
        actor = f"agent:{agent_id}"
        if freed.correctable is not None and stage.happens(CORRECTION_SHARE):
            wrong = CorrectOutcome(freed.correctable, agent_id, OutcomeCorrection.VOICEMAIL)
            stage.after(2, partial(stage.ask, wrong, actor))
        if call_id is not None and stage.happens(TAG_SHARE):
            tagged = TagCall(call_id, stage.chance.choice(self._tags), agent_id)
            stage.after(stage.lasts(3, least=1), partial(stage.ask, tagged, actor))
        if call_id is not None and stage.happens(NOTE_SHARE):
            text = stage.chance.choice(NOTES[self._languages[agent_id]])
            write = partial(
                stage.account.desks.notes.write, call_id, customer_id, agent_id, text, actor
            )
            stage.after(stage.lasts(4, least=2), partial(stage.wishes.append, write))
        if stage.happens(SHORT_WRAP_UP_SHARE):
            stage.after(stage.lasts(8, least=3), partial(stage.ask, EndWrapUp(agent_id), actor))

    # ---- coming and going

    def _come(self, agent_id: AgentId) -> None:
        self._on_shift.add(agent_id)
        if self._kinds[agent_id] is PhoneKind.BROWSER:
            self._stage.account.presence.phone_connected(agent_id)
        self._set(agent_id, AgentStatus.ONLINE)

    def _take_break(self, agent_id: AgentId, ends: datetime) -> None:
        if agent_id not in self._on_shift:
            return
        if self._is_talking(agent_id):
            again = partial(self._take_break, agent_id, ends)
            self._stage.after(LOOKED_AGAIN_SECONDS, again)
            return
        self._set(agent_id, AgentStatus.DO_NOT_DISTURB, "lunch")
        self._stage.after(LUNCH.total_seconds(), partial(self._return, agent_id))

    def _return(self, agent_id: AgentId) -> None:
        if agent_id in self._on_shift:
            self._set(agent_id, AgentStatus.ONLINE)

    def _go_home(self, shift: Shift) -> None:
        agent_id, now = shift.agent_id, self._stage.time.now()
        if agent_id not in self._on_shift:
            return
        may_stay = now < shift.ends + LATE_MAX
        if self._is_talking(agent_id) or (may_stay and self._is_wanted(agent_id)):
            self._stage.after(LOOKED_AGAIN_SECONDS, partial(self._go_home, shift))
            return
        self._on_shift.discard(agent_id)
        self._set(agent_id, AgentStatus.OFFLINE)
        if self._kinds[agent_id] is PhoneKind.BROWSER:
            self._stage.account.presence.phone_lost(agent_id)

    def _is_talking(self, agent_id: AgentId) -> bool:
        agent = self._stage.world.agents[agent_id]
        return agent.call_id is not None or agent.offer is not None

    def _is_wanted(self, agent_id: AgentId) -> bool:
        queues = self._stage.world.queues.values()
        return any(queue.items and agent_id in queue.group.members for queue in queues)

    def _set(self, agent_id: AgentId, status: AgentStatus, reason: str | None = None) -> None:
        wish = SetAgentStatus(agent_id, status, reason=reason)
        self._stage.ask(wish, f"agent:{agent_id}")
